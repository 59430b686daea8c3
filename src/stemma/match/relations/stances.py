"""How sure and by whom: planned or happened, put forward or denied, hedged or outright."""

import re
from collections.abc import Sequence

from stemma.find.stances import has_verb_of_denial, read_stance
from stemma.lang import find_language
from stemma.match.relations.details import AGAINST, LONGEST_READING, TURNED, Context, Detail, make_variant, shorten
from stemma.match.relations.scopes import (
    denies_words_of,
    is_done_elsewhere,
    is_in_doubt,
    is_negated_before,
    is_put_to_authority,
    is_rebuttal,
)
from stemma.match.slots import do_values_meet, is_same_slot
from stemma.model import Attribution, Claim, Mark, Relation, Span, Variant
from stemma.text import fold

LONGEST_GAP = 40  # characters between a source and its verb
ANSWERED = 0.5  # share of the shorter claim's words that a denial has in common with what it denies
WHOLLY = 0.8  # share of the words of either claim by which a text by itself turns the other round
_WORD = re.compile(r"\w+")


def find_taken_up(claims: Sequence[Claim], context: Context) -> list[tuple[int, int]]:
    """Index pairs of one article: what somebody confirms, and the next sentence, by which nobody discloses it.

    Args:
        claims: in the order of article and span.
        context: attributions by id.
    """
    pairs = []
    first = 0  # claim of the article
    for at, claim in enumerate(claims):
        first = first if claims[first].article == claim.article else at
        if not (claim.withheld and claim.takes_up):
            continue
        before = [i for i in range(first, at) if claims[i].sentence.end <= claim.sentence.start]
        last = [i for i in before if claims[i].sentence == claims[before[-1]].sentence]
        confirmed = [i for i in last if find_stance(claims[i], context) == "confirms"]
        pairs += [(confirmed[0], at)] if confirmed else []
    return pairs


def compare_stance(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """Put forward here, denied or doubted there, or said with a negation that turns the same words round."""
    stances = {c.id: find_stance(c, context) for c in claims}
    positive = [c for c in claims if stances[c.id] not in AGAINST and _puts_forward(c, context)]
    for claim in claims:
        if (
            claim.negated
            and not claim.withheld
            and stances[claim.id] == "asserts"
            and any(_turns_round(claim, c, context) for c in positive)
        ):
            stances[claim.id] = "denies"
    if "confirms" in stances.values():
        stances |= {c.id: "not disclosed" for c in claims if c.withheld and stances[c.id] == "asserts"}
    against = [c for c in claims if stances[c.id] in AGAINST]
    told = [c for c in against if any(_answers(c, other, context) for other in positive)]
    positive = [c for c in positive if any(_answers(other, c, context) for other in told)]
    if not positive:
        return []
    claims = [c for c in claims if c not in against or c in told]
    ordered = sorted(claims, key=lambda c: (stances[c.id] in AGAINST, c not in positive))
    details = [Detail(claim=c, span=_span_with_cue(c, context), value=stances[c.id]) for c in ordered]
    relations: list[Relation] = ["reference"]
    relations += ["contradiction" if d.value in AGAINST else "same" for d in details[1:]]
    return [
        make_variant("stance", details, relations, "put forward by some, denied, doubted or not disclosed by others")
    ]


def _answers(denial: Claim, claim: Claim, context: Context) -> bool:
    """True where the one may deny or doubt the other: another speaker, and enough of the same words.

    Across languages, and for what is not disclosed, words tell too little.
    """
    is_said = _is_said_to_deny(denial, context)
    if is_put_to_authority(denial, context) or not (is_said or _have_two_speakers(denial, claim, context)):
        return False
    if denial.withheld or context.articles[denial.article].language != context.articles[claim.article].language:
        return True
    if denial.negated and not is_said and not denies_words_of(denial, claim, context):
        return False
    one, other = context.find_words(denial), context.find_words(claim)
    return len(one & other) >= max(ANSWERED * min(len(one), len(other)), 1)


def _is_said_to_deny(claim: Claim, context: Context) -> bool:
    """True where a verb of denial stands over a claim, or the claim calls something false."""
    article = context.articles[claim.article]
    stances = [a for a in _find_attributions(claim, context) if read_stance(article, claim, a) in AGAINST]
    return is_rebuttal(claim, context) or any(has_verb_of_denial(article, a) for a in stances)


def _have_two_speakers(one: Claim, other: Claim, context: Context) -> bool:
    return _find_speaker(one, context).isdisjoint(_find_speaker(other, context))


def _find_speaker(claim: Claim, context: Context) -> set[str]:
    """Names in the words for who says it, the innermost; nobody is named without capitals."""
    said = _find_attributions(claim, context)[:1]
    return {fold(word) for a in said for word in _WORD.findall(a.source.text) if word[:1].isupper() and len(word) > 3}


def _puts_forward(claim: Claim, context: Context) -> bool:
    """False for what is negated, called false, or only a condition: "unless the board agrees"."""
    if claim.negated or is_rebuttal(claim, context) or is_negated_before(claim, context):
        return False
    language = find_language(context.articles[claim.article].language)
    first = {fold(word) for word in _WORD.findall(claim.text)[:1]}
    return language is None or first.isdisjoint(language.speech.possible & language.speech.openers)


def _span_with_cue(claim: Claim, context: Context) -> Span:
    """The claim with the words that show the stance, where both fit into one reading."""
    cues = [context.attributions[a].cue.span for a in claim.attributions if a in context.attributions]
    parts = [claim.span, *(cue for cue in cues if cue)]
    whole = Span(min(p.start for p in parts), max(p.end for p in parts))
    return whole if whole.end - whole.start <= LONGEST_READING else shorten(claim)


def _turns_round(negated: Claim, positive: Claim, context: Context) -> bool:
    """True where the two say nearly the same words, one with a "not": negating something else denies nothing.

    So does another number: "none of the 300" says nothing of the five; nor does a text deny itself in one sentence, or
    "we will not let it pass" a thing that somebody fears.
    """
    if (negated.article, negated.sentence) == (positive.article, positive.sentence):
        return False
    if negated.modality == "planned" != positive.modality:
        return False
    counts = [(a, b) for a in negated.quantities for b in positive.quantities if is_same_slot(a, b)]
    if counts and not any(do_values_meet(a, b) for a, b in counts):
        return False
    one, other = context.find_words(negated), context.find_words(positive)
    shared = len(one & other)
    alike = shared >= TURNED * min(len(one), len(other)) and (shared > 2 or shared == min(len(one), len(other)) == 2)
    if not negated.attributions and shared < WHOLLY * max(len(one), len(other)):
        return False  # nobody is told to say so: "its cause is not known yet" denies nothing of a search for it
    return alike and denies_words_of(negated, positive, context)


def find_stance(claim: Claim, context: Context) -> str:
    """What the innermost voice does with the claim."""
    told = [context.attributions[a] for a in claim.attributions if a in context.attributions]
    stances = [read_stance(context.articles[claim.article], claim, a) for a in told]
    against = [s for s in stances if s in AGAINST]
    return against[-1] if against else "confirms" if "confirms" in stances else "asserts"


def compare_modality(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """One deed planned here, done there. Whether that is drift or an update is for the lineage to say."""
    loose = [c for c in claims if c.modality in ("planned", "possible")]
    facts = [c for c in claims if c.modality == "happened"]
    pairs = [(plan, done) for plan in loose for done in facts if is_done_elsewhere(plan, done, context)]
    told = {claim.id for pair in pairs for claim in pair}
    if not told:
        return []
    ordered = sorted((c for c in claims if c.id in told), key=lambda c: (c.modality == "happened", c.as_of or "9999"))
    details = [Detail(claim=c, span=shorten(c), value=c.modality) for c in ordered]
    relations: list[Relation] = ["reference"]
    relations += ["update" if d.value == "happened" else "same" for d in details[1:]]
    return [make_variant("modality", details, relations, f"{details[0].value} in one account, told as done in another")]


def compare_hedges(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """Said with a word of doubt here, without there; the word may stand with the claim or with who says it."""
    hedges = {c.id: c.hedges[0] if c.hedges else _find_hedge_of_saying(c, context) for c in claims}
    details = [
        Detail(claim=c, span=hedge.span or shorten(c), value=hedge.text) for c in claims if (hedge := hedges[c.id])
    ]
    plain = [c for c in claims if not hedges[c.id] and not is_in_doubt(c, context)]
    if not details or not plain:
        return []
    relations: list[Relation] = ["reference", *(["same"] * (len(details) - 1)), *(["unsure"] * len(plain))]  # type: ignore[list-item]
    of_saying = not any(c.hedges for c in claims)
    details += [Detail(claim=c, span=_span_of_saying(c, context, of_saying), value="no hedge") for c in plain]
    return [make_variant("hedge", details, relations, f"“{details[0].value}” in one account, said outright in another")]


def _find_hedge_of_saying(claim: Claim, context: Context) -> Mark | None:
    """A word of doubt between a source and its verb: "the board reportedly said"."""
    article = context.articles[claim.article]
    language = find_language(article.language)
    for attribution in _find_attributions(claim, context):
        source, cue = attribution.source.span, attribution.cue.span
        if language is None or source is None or cue is None:
            continue
        between = Span(min(source.end, cue.end), max(source.start, cue.start))
        for word in _WORD.finditer(article.text, between.start, min(between.end, between.start + LONGEST_GAP)):
            if fold(word[0]) in language.speech.hedges:
                return Mark(span=Span(word.start(), word.end()), text=word[0])
    return None


def _span_of_saying(claim: Claim, context: Context, of_saying: bool) -> Span:
    """The words that name the speaker, where those are what differs; else the claim."""
    for attribution in _find_attributions(claim, context) if of_saying else ():
        if attribution.source.span and attribution.cue.span:
            parts = attribution.source.span, attribution.cue.span
            whole = Span(min(p.start for p in parts), max(p.end for p in parts))
            if whole.end - whole.start <= LONGEST_READING:
                return whole
    return shorten(claim)


def _find_attributions(claim: Claim, context: Context) -> list[Attribution]:
    """Who says it, the innermost first."""
    return [context.attributions[a] for a in reversed(claim.attributions) if a in context.attributions]

"""What became of a claim on the other side: figures, days, places, how sure it is, who says so, what was left out."""

from collections.abc import Iterator, Sequence

from stemma.compare.figures import compare_figures, find_missing_figures
from stemma.compare.names import compare_names
from stemma.compare.sides import Aspect, Change, Pile, say
from stemma.compare.voices import compare_sources
from stemma.lang import find_language
from stemma.match.relations import find_variants
from stemma.match.relations.times import do_moments_agree, name_kind
from stemma.match.slots import do_places_clash, is_compass_region
from stemma.model import Claim, Moment, Place, Span, Variant
from stemma.text import find_words, fold
from stemma.write.view.wording import join, say_country

CERTAINTY = {"happened": "a fact", "planned": "a plan", "possible": "a possibility", "generic": "a rule"}
STANCES = {
    "asserts": "puts it forward",
    "confirms": "has it confirmed",
    "denies": "has it denied",
    "doubts": "has it doubted",
    "not disclosed": "has it that nobody would say",
}
TURNED = 0.5  # share of the longer claim's words that the shorter has
NAMED = 3  # details left out that one sentence names
Side = tuple[str, Span | None]  # a detail in the words of one side, and where it stands


def find_changes(a: Claim, b: Claim, pile: Pile) -> tuple[Change, ...]:
    """All that is not the same in two claims that tell one thing, the gravest first."""
    variants = {variant.kind: variant for variant in find_variants([a, b], pile.context)}
    found = [
        *compare_figures(a, b, pile),
        *_compare_stance(a, b, pile, variants.get("stance")),
        *_compare_certainty(a, b, pile),
        *_compare_moments(a, b, pile, variants.get("moment")),
        *_compare_places(a, b, pile, variants.get("place")),
        *compare_names(a, b, pile),
        *compare_sources(a, b, pile),
        *_find_left_out(a, b, pile),
    ]
    return tuple(sorted(found, key=lambda change: not change.is_contradiction))


def _make(aspect: Aspect, label: str, sides: tuple[Side, Side], told: str, *, grave: bool = False) -> Change:
    (a, a_span), (b, b_span) = sides
    return Change(
        aspect=aspect, label=label, a=a, b=b, a_span=a_span, b_span=b_span, explanation=told, is_contradiction=grave
    )


def _compare_stance(a: Claim, b: Claim, pile: Pile, variant: Variant | None) -> Iterator[Change]:
    """Put forward on one side, denied, doubted or held back on the other. Only a denial contradicts."""
    values = {reading.claim: reading for reading in variant.readings} if variant else {}
    if a.id not in values or b.id not in values:
        return
    mine, theirs = values[a.id], values[b.id]
    sides = (mine.value, mine.span), (theirs.value, theirs.span)
    denying = [claim for claim, reading in ((a, mine), (b, theirs)) if reading.value == "denies"]
    if denying and not _is_denied(denying[0], pile) and not _is_turned_round(a, b, pile):
        if pile.is_across_languages(a, b):
            told = f"Only {pile.name(denying[0])} says it with a negation; read both."
            yield _make("stance", "negated", sides, told)
        return
    if denying and _is_refuted(b if denying[0] is a else a, pile):
        return  # put forward only to be called untrue
    told = f"{pile.name(a)} {STANCES[mine.value]}, {pile.name(b)} {STANCES[theirs.value]}."
    yield _make("stance", "denied" if denying else "other stance", sides, told, grave=bool(denying))


def _is_denied(claim: Claim, pile: Pile) -> bool:
    """True where somebody is said to deny it, which is surer than a word for "not"."""
    return any(voice.stance == "denies" for voice in pile.find_voices(claim))


def _is_refuted(claim: Claim, pile: Pile) -> bool:
    """True where the sentence itself calls the thing untrue."""
    article = pile.articles[claim.article]
    language = find_language(article.language)
    return bool(language and language.speech.rebuttals & set(find_words(claim.sentence.of(article.text))))


def _is_turned_round(a: Claim, b: Claim, pile: Pile) -> bool:
    """True where the longer of the two says little beyond the shorter: a "not" may stand in what it adds."""
    return not pile.is_across_languages(a, b) and pile.measure_overlap(a, b)[2] >= TURNED


def _compare_certainty(a: Claim, b: Claim, pile: Pile) -> Iterator[Change]:
    """A plan that became a fact; else a word of doubt that was won or lost."""
    kinds = {a.modality, b.modality}
    if len(kinds) > 1 and "happened" in kinds and "generic" not in kinds:
        sides = (a.modality, a.span), (b.modality, b.span)
        told = f"{pile.name(a)} tells it as {CERTAINTY[a.modality]}, {pile.name(b)} as {CERTAINTY[b.modality]}."
        yield _make("certainty", "firmer" if b.modality == "happened" else "less sure", sides, told)
        return
    if bool(a.hedges) == bool(b.hedges):
        return
    claim, mark = (a, a.hedges[0]) if a.hedges else (b, b.hedges[0])
    told = f"{say(mark.text)} in {pile.name(claim)}, said outright in {pile.name(b if claim is a else a)}."
    hedged: Side = (mark.text, mark.span)
    if claim is a:
        yield _make("hedge", "hedge dropped", (hedged, ("", None)), told)
    else:
        yield _make("hedge", "hedge added", (("", None), hedged), told)


def _compare_moments(a: Claim, b: Claim, pile: Pile, variant: Variant | None) -> Iterator[Change]:
    """Days or clock times of one kind that do not agree; where one fits, the others are further details."""
    grave = variant is not None and variant.label == "contradiction"
    for kind in ("date", "weekday", "time of day"):
        mine, theirs = (_find_moments(claim, kind) for claim in (a, b))
        if not mine or not theirs or any(do_moments_agree(m.value, t.value) for m in mine for t in theirs):
            continue
        one, other = mine[0], theirs[0]
        told = f"{say(one.text)} in {pile.name(a)}, {say(other.text)} in {pile.name(b)}"
        told += ": both cannot hold." if grave else "; they may speak of two moments."
        yield _make("moment", "other time", ((one.text, one.span), (other.text, other.span)), told, grave=grave)
        return


def _find_moments(claim: Claim, kind: str) -> list[Moment]:
    return [m for m in claim.moments if m.of == "event" and m != claim.start and name_kind(m.value) == kind]


def _compare_places(a: Claim, b: Claim, pile: Pile, variant: Variant | None) -> Iterator[Change]:
    """Towns and regions of which none is the same, or one part of two countries."""
    grave = variant is not None and variant.label == "contradiction"
    if variant is None or not (grave or do_places_clash(a.places, b.places)):
        return
    places = [
        next((p for r in variant.readings for p in c.places if (r.claim, r.span) == (c.id, p.span)), None)
        for c in (a, b)
    ]
    if places[0] is None or places[1] is None:
        return
    one, other = places[0], places[1]
    told = f"{_say_place(one, grave)} in {pile.name(a)}, {_say_place(other, grave)} in {pile.name(b)}"
    told += ": both cannot hold." if grave else "."
    yield _make("place", "other place", ((one.text, one.span), (other.text, other.span)), told, grave=grave)


def _say_place(place: Place, with_country: bool) -> str:
    """The words for a place; two parts of countries that are called alike need the country."""
    return say(place.text) + (f" (of {say_country(place.country)})" if with_country and place.country else "")


def _find_left_out(a: Claim, b: Claim, pile: Pile) -> Iterator[Change]:
    """Counts, days and places that one article gives here and the other gives nowhere."""
    for claim, other, label in ((a, b, "detail left out"), (b, a, "detail added")):
        if claim.article == other.article:
            continue
        details = _find_details(claim, other, pile)
        if not details:
            continue
        words = [say(text) for text, _ in details]
        more = [f"{len(words) - NAMED} more"] if len(words) > NAMED else []
        told = f"Only {pile.name(claim)} gives {join([*words[:NAMED], *more])}."
        here = "; ".join(text for text, _ in details), details[0][1]
        nothing: Side = ("", None)
        yield _make("detail", label, (here, nothing) if claim is a else (nothing, here), told)


def _find_details(claim: Claim, other: Claim, pile: Pile) -> Sequence[tuple[str, Span]]:
    found = [(words, item.span) for item, words in find_missing_figures(claim, other, pile)]
    there = pile.find_claims(other.article)
    moments = [m.value for known in there for m in known.moments]
    for moment in claim.moments:
        kind = name_kind(moment.value)
        told = any(name_kind(value) == kind and do_moments_agree(moment.value, value) for value in moments)
        if kind in ("date", "time of day") and moment.of == "event" and not told and not other.moments:
            found.append((moment.text, moment.span))
    if not pile.is_across_languages(claim, other):
        found += _find_missing_places(claim, there)
    text = fold(pile.articles[other.article].text)
    return sorted((item for item in found if fold(item[0]) not in text), key=lambda item: item[1])


def _find_missing_places(claim: Claim, there: Sequence[Claim]) -> list[tuple[str, Span]]:
    """Places that none of the other article's claims names or lies in; in another language they go by other names."""
    known = {part for told in there for p in told.places for part in (fold(p.name), p.region, p.country)}
    return [
        (place.text, place.span)
        for place in claim.places
        if not is_compass_region(place) and not {fold(place.name), place.country} & known
    ]

"""Turn an article into claims: what it says, clause by clause, each with who says it inside the article."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from stemma.extract.clauses import find_clauses, find_dateline, is_furniture, join_fragments, trim
from stemma.extract.modality import (
    find_hedges,
    find_modality,
    find_own_reporting,
    is_negated,
    is_withheld,
    takes_up_sentence_before,
)
from stemma.find import find_moments, find_names, find_places, find_quantities, find_regions, find_sentences, find_terms
from stemma.find.terms import find_phrases
from stemma.lang.attitudes import is_attitude
from stemma.lang.language import Language
from stemma.model import Article, Attribution, Claim, Mark, Moment, Name, Place, Quantity, Span
from stemma.text import find_words, fold, join_lists, make_id

Found = TypeVar("Found", Quantity, Moment, Place, Name)

_CLOSED = '.!?…:;"”’»)。！？：；」』）؟۔'  # the last letter of a line that is no heading
_LAST_WORD = re.compile(r"(\w+)\s+$")
_STOPS = frozenset(".!。！")
_ASKED = re.compile(r".[”\"»']*[?？؟]|[?？؟]")
FEWEST_TERMS = 3
LONGEST_HEADING = 11
TOLD_IN_FULL = 6  # terms that need no frame to be recognised; shorter words are found again by who said them
NEAR_CONTENT = 4  # characters between a cue and what it tells: a comma, a colon, a quotation mark
NEAR_CUE = 60  # characters behind a cue in which its day stands
ALIKE = 0.8  # Jaccard of terms from which two clauses of one article are one claim said twice


class _Row(Generic[Found]):
    """Findings in the order of the text."""

    def __init__(self, found: Iterable[Found]) -> None:
        self.items: list[Found] = list(found)
        self.starts: list[int] = [item.span[0] for item in self.items]

    def inside(self, span: Span) -> list[Found]:
        """Those that lie wholly inside `span`."""
        low, high = span
        near = self.items[bisect_left(self.starts, low) : bisect_left(self.starts, high)]
        return [item for item in near if item.span[1] <= high]


class _Findings:
    """What the finders see in one article, each in one run over the whole text, and how deep its voices are nested."""

    def __init__(self, text: str, language: Language | None, spoken: Sequence[Attribution]) -> None:
        self.text = text
        self.quantities = _Row(find_quantities(text, language))
        self.moments = _Row(find_moments(text, language))
        places = [*find_places(text, language), *find_regions(text, language)]
        self.places = _Row(sorted(places, key=lambda place: place.span))
        self.regions = [place for place in self.places.items if place.region]
        self.names = _Row(find_names(text, language))
        by_id = {a.id: a for a in spoken}
        self.depths: dict[str, int] = {a.id: _find_depth(a, by_id) for a in spoken}
        self.voices = [(_find_reach(parts := _list_parts(a)), parts, a) for a in spoken]

    def find_near(self, sentence: Span) -> list[Attribution]:
        """The attributions whose source, cue or a part of what they tell stands in the sentence."""
        low, high = sentence
        return [
            attribution
            for (first, last), parts, attribution in self.voices
            if first < high and low < last and any(start < high and low < end for start, end in parts)
        ]


def find_claims(article: Article, language: Language | None, attributions: Sequence[Attribution]) -> list[Claim]:
    """The claims of one article in reading order; a repetition is a mention of the first.

    Args:
        article: cleaned text.
        language: None for an unknown one.
        attributions: those of the same article.
    """
    text = article.text
    spoken = [a for a in attributions if a.scope == "content" and not is_attitude(a, text, language)]
    findings = _Findings(text, language, spoken)
    claims = []
    for sentence in _find_body_sentences(text, language):
        if _is_heading(article, sentence):
            continue
        near = findings.find_near(sentence)
        spans = [
            span
            for span in _cut_sentence(article, sentence, language, (findings, near))
            if _says_something(text, span, sentence, language, (findings, near))
        ]
        own = _find_own(article, sentence, language, near) if spans else ()
        told = [_make_claim(article, language, (sentence, own), span, (findings, near)) for span in spans]
        claims += _add_days_of_saying(told, sentence, findings.moments)
    claims = _add_days_of_frames(claims, find_dateline(text, language), (findings, spoken))
    return _merge_mentions(claims, text, language)


def _list_parts(attribution: Attribution) -> list[Span]:
    """Its source, its cue and the parts of what it tells."""
    parts = (attribution.source.span, attribution.cue.span, *attribution.content.spans)
    return [part for part in parts if part is not None]


def _find_reach(parts: Sequence[Span]) -> Span:
    """From the first letter of the parts to the last."""
    return Span(min(part.start for part in parts), max(part.end for part in parts)) if parts else Span(0, 0)


def _find_body_sentences(text: str, language: Language | None) -> list[Span]:
    """All sentences; the first of the body begins behind its dateline."""
    dateline = find_dateline(text, language)
    if dateline is None:
        return list(find_sentences(text, language))
    return [
        Span(max(sentence.start, dateline.end), sentence.end) if sentence.overlaps(dateline) else sentence
        for sentence in find_sentences(text, language)
        if not dateline.holds(sentence)
    ]


def _cut_sentence(
    article: Article, sentence: Span, language: Language | None, found: tuple[_Findings, Sequence[Attribution]]
) -> list[Span]:
    text, (findings, spoken) = article.text, found
    counts = findings.quantities.inside(sentence)
    edges = [edge for a in spoken for span in a.content.spans if span.overlaps(sentence) for edge in span]
    edges += _find_edges_of_places(text, sentence, language, findings.regions)
    clauses = find_clauses(text, sentence, language, counts, edges)
    return join_fragments(text, clauses, language, edges) if sentence.start < article.body_start else clauses


def _add_days_of_saying(told: Sequence[Claim], sentence: Span, moments: _Row[Moment]) -> list[Claim]:
    """Give the first claim the moments of the frame ("she said on Tuesday"), marked as those of the saying."""
    framing = [m for m in moments.inside(sentence) if not any(c.span.overlaps(m.span) for c in told)]
    if not told or not framing:
        return list(told)
    saying = tuple(replace(moment, of="saying") for moment in framing)
    return [replace(told[0], moments=(*told[0].moments, *saying)), *told[1:]]


def _add_days_of_frames(
    claims: Sequence[Claim], dateline: Span | None, found: tuple[_Findings, Sequence[Attribution]]
) -> list[Claim]:
    """Give the days that no claim has yet, of datelines and of frames without claims, to what they tell of."""
    findings, spoken = found
    kept, taken = list(claims), {moment.span for claim in claims for moment in claim.moments}
    for moment in findings.moments.items:
        if moment.span in taken:
            continue
        contents = [span for a in spoken if _dates(findings.text, a, moment.span) for span in a.content.spans]
        dated = dateline is not None and dateline.holds(moment.span)
        for at, claim in enumerate(kept):
            if _measure_overlap(claim.span, contents) or (dated and dateline and claim.span.start >= dateline.end):
                kept[at] = replace(claim, moments=(*claim.moments, replace(moment, of="saying")))
                break
    return kept


def _dates(text: str, attribution: Attribution, moment: Span) -> bool:
    """True for the day behind a cue, in the same sentence: "told the Lamp on Friday"."""
    cue = attribution.cue.span
    if cue is None or not cue.end <= moment.start <= cue.end + NEAR_CUE:
        return False
    between = text[cue.end : moment.start]
    return not any(mark in between for mark in ("\n", ". ", "! ", "? "))


def _find_edges_of_places(text: str, sentence: Span, language: Language | None, regions: Sequence[Place]) -> list[int]:
    """Cut before the place that a "where" tells of: "joins the search | in the northern part, where floods …"."""
    edges = []
    for place in regions:
        if language is None or not sentence.holds(place.span):
            continue
        before = _LAST_WORD.search(text, max(sentence.start, place.span.start - 20), place.span.start)
        follows = find_phrases(
            text, Span(place.span.end, min(place.span.end + 12, sentence.end)), language.grammar.place_relatives
        )
        if follows and follows[0].span and text[place.span.end : follows[0].span.start].strip() in ("", ","):
            is_preposition = before is not None and fold(before.group(1)) in language.grammar.prepositions
            edges.append(before.start() if before and is_preposition else place.span.start)
    return edges


def _is_heading(article: Article, sentence: Span) -> bool:
    """A short line of its own without a full stop, inside the body: it announces, and claims nothing."""
    line = sentence.of(article.text)
    alone = (
        article.text[sentence.end : sentence.end + 1] in ("", "\n") and article.text[max(0, sentence.start - 1)] == "\n"
    )
    short = len(line.split()) <= LONGEST_HEADING and line[-1] not in _CLOSED
    return alone and short and sentence.start >= article.body_start > 0


def _says_something(
    text: str, span: Span, sentence: Span, language: Language | None, found: tuple[_Findings, Sequence[Attribution]]
) -> bool:
    """False for the frame of a statement ("the Lamp reported, citing"), which says nothing without source and cue."""
    findings, spoken = found
    if is_furniture(text, span, language) or _only_leads_to(text, span, language, spoken):
        return False
    low, high = span
    frames = [part for a in spoken for part in (a.source.span, a.cue.span) if part and part[0] < high and low < part[1]]
    moments = find_moments(text, language, span)
    counted = any(q.role and not any(frame.holds(q.span) for frame in frames) for q in findings.quantities.inside(span))
    if _is_framing(span, spoken):
        told = any(2 * _measure_overlap(span, a.content.spans) >= span.end - span.start for a in spoken)
        named = [name.span for name in findings.names.items if name.span.overlaps(span) and not told]
        frames += [name for name in named if not _is_located(text, name, language)]
        frames += [moment.span for moment in moments]
        moments = []
    terms = [at for _, at in find_terms(text, language, span)]
    terms = [at for at in terms if not any(frame.overlaps(at) for frame in frames)] if frames else terms
    missing = FEWEST_TERMS - (counted or bool(moments)) - len(terms)
    return missing <= 0 or (missing == 1 and _is_statement(text, span, sentence, language, spoken))


def _only_leads_to(text: str, span: Span, language: Language | None, spoken: Sequence[Attribution]) -> bool:
    """True for who speaks, up to the cue, before what is told: "Writing of the fire, Ada Brun said that | a crane …".

    Nothing else is in it: no verb but the cue. Where nothing follows that says enough, what leads to it stays a claim.
    """
    if language is None or language.grammar.unspaced or not _is_framing(span, spoken):
        return False
    words = find_words(span.of(text))
    end = span.end - len(words[-1]) if words and words[-1] in language.speech.that else span.end
    for attribution in spoken:
        source, cue = attribution.source.span, attribution.cue.span
        if source and cue and span.start <= source.start < source.end <= cue.start < cue.end <= end:
            before, between = Span(span.start, source.start), Span(source.end, cue.start)
            told = [content for content in attribution.content.spans if 0 <= content.start - span.end <= NEAR_CONTENT]
            tells = any(len(find_terms(text, language, content)) >= TOLD_IN_FULL for content in told)
            if tells and not text[cue.end : end].strip() and _has_no_verb(text, before, between, language):
                return True
    return False


def _has_no_verb(text: str, before: Span, between: Span, language: Language) -> bool:
    """True where a phrase leads to a speaker ("In a note on Monday,") and little before what the speaker does."""
    words, speech = find_words(before.of(text)), language.speech
    others = {*words, *find_words(between.of(text))}
    leads = not words or words[0] in language.grammar.prepositions or words[0].endswith("ing")
    short = len(find_terms(text, language, between)) < FEWEST_TERMS
    return leads and short and others.isdisjoint(join_lists(speech.be, speech.auxiliaries, speech.verbs))


def _is_statement(
    text: str, span: Span, sentence: Span, language: Language | None, spoken: Sequence[Attribution]
) -> bool:
    """True for a short sentence, or somebody's short words, with a finite verb or its subject: "they were lost"."""
    cues = [a.cue.span for a in spoken if a.cue.span]
    if language is None or _ASKED.match(text, span.end - 1) or any(cue.overlaps(span) for cue in cues):
        return False
    whole = trim(text, sentence) == span and text[span.end : span.end + 1] in _STOPS
    before = _LAST_WORD.search(text, max(sentence.start, span.start - 12), span.start)
    if whole and language.speech.order:
        return True
    words = [fold(word) for word in find_words(span.of(text))]
    opened = before is not None and fold(before.group(1)) in language.speech.that
    told = any(2 * _measure_overlap(span, a.content.spans) >= span.end - span.start for a in spoken)
    if not whole and not (told and (opened or words[0] not in language.grammar.clause_openers)):
        return False
    return words[-1] not in language.speech.that and (opened or not _list_finite(language).isdisjoint(words))


def _list_finite(language: Language) -> frozenset[str]:
    """Verbs, and pronouns that are subjects of one."""
    speech = language.speech
    return join_lists(speech.be, speech.auxiliaries, speech.verbs, speech.persons, speech.groups, speech.selves)


def _is_located(text: str, name: Span, language: Language | None) -> bool:
    """True behind "in": where something was said is more than who said it."""
    before = _LAST_WORD.search(text, max(0, name.start - 12), name.start)
    return bool(language and before and fold(before.group(1)) in language.grammar.locatives)


def _is_framing(span: Span, spoken: Sequence[Attribution]) -> bool:
    """True where a cue stands in the clause and what it tells of does not."""
    return any(
        a.cue.span is not None
        and a.cue.span.overlaps(span)
        and not any(content.overlaps(span) for content in a.content.spans)
        for a in spoken
    )


def _make_claim(
    article: Article,
    language: Language | None,
    within: tuple[Span, tuple[Mark, ...]],
    span: Span,
    found: tuple[_Findings, Sequence[Attribution]],
) -> Claim:
    """One claim; `within` is its sentence and what that tells of the article's own reporting."""
    findings, spoken = found
    text, (sentence, own) = article.text, within
    return Claim(
        id=make_id("claim", article.id, span),
        article=article.id,
        span=span,
        text=span.of(text),
        sentence=sentence,
        mentions=(span,),
        attributions=_find_chain(span, spoken, findings.depths),
        modality=find_modality(text, span, language, sentence),
        negated=is_negated(text, span, language),
        hedges=find_hedges(text, span, language),
        quantities=tuple(findings.quantities.inside(span)),
        moments=tuple(findings.moments.inside(span)),
        places=tuple(findings.places.inside(span)),
        names=tuple(findings.names.inside(span)),
        withheld=is_withheld(text, span, language),
        takes_up=takes_up_sentence_before(text, sentence, language),
        own=own,
        start=_find_start(text, span, language, findings),
        as_of=article.published[:10] if article.published else None,
    )


def _find_own(
    article: Article, sentence: Span, language: Language | None, spoken: Sequence[Attribution]
) -> tuple[Mark, ...]:
    """The words of a sentence that show the article's own reporting, outside what somebody else is quoted with."""
    marks = find_own_reporting(article.text, sentence, language, article.outlet)
    quoted = [part for a in spoken if a.type == "direct" for part in a.content.spans] if marks else []
    return tuple(m for m in marks if not any(q.holds(m.span) for q in quoted if m.span))


def _find_start(text: str, span: Span, language: Language | None, findings: _Findings) -> Moment | None:
    """When something began: a date beside "began" or "since", or the count of its years ("is in its ninth year")."""
    if language is None:
        return None
    for count in findings.quantities.inside(span):
        if count.unit == "year" and fold(count.text.split()[0]) in language.counting.ordinals:
            return Moment(span=count.span, text=count.text, value=f"REL:start:{count.best:.0f}", basis="inferred")
    if not find_phrases(text, span, language.grammar.beginnings):
        return None
    return next((m for m in findings.moments.inside(span) if not m.value.startswith(("REL", "T"))), None)


def _find_chain(span: Span, spoken: Sequence[Attribution], depths: dict[str, int]) -> tuple[str, ...]:
    """Attributions whose content covers at least half of the clause, outermost (longest content) first."""
    size = span.end - span.start
    covering = []
    for attribution in spoken:
        if 2 * _measure_overlap(span, attribution.content.spans) >= size:
            length = sum(c.end - c.start for c in attribution.content.spans)
            covering.append((depths[attribution.id], -length, attribution.id))
    return tuple(identifier for *_, identifier in sorted(covering))


def _measure_overlap(span: Span, others: Sequence[Span]) -> int:
    low, high = span
    return sum([min(end, high) - max(start, low) for start, end in others if start < high and low < end])


def _find_depth(attribution: Attribution, by_id: dict[str, Attribution]) -> int:
    depth, seen = 0, {attribution.id}
    while attribution.inside in by_id and attribution.inside not in seen:
        seen.add(attribution.inside)
        attribution = by_id[attribution.inside]
        depth += 1
    return depth


def _merge_mentions(claims: Sequence[Claim], text: str, language: Language | None) -> list[Claim]:
    """One claim for a clause and its repetition; a different count, chain or modality keeps them apart."""
    kept: list[tuple[frozenset[str], Claim]] = []
    for claim in claims:
        terms = frozenset(term for term, _ in find_terms(text, language, claim.span))
        for at, (other_terms, other) in enumerate(kept):
            if _are_alike(terms, other_terms) and _key(claim) == _key(other):
                kept[at] = (other_terms, replace(other, mentions=(*other.mentions, claim.span)))
                break
        else:
            kept.append((terms, claim))
    return [claim for _, claim in kept]


def _are_alike(terms: frozenset[str], others: frozenset[str]) -> bool:
    """Jaccard, with what the sizes tell before the sets are compared."""
    if len(terms) < ALIKE * len(others) or len(others) < ALIKE * len(terms):
        return False
    return len(terms & others) >= ALIKE * len(terms | others)


def _key(claim: Claim) -> tuple[object, ...]:
    counts = tuple((q.low, q.high, q.unit) for q in claim.quantities)
    return (claim.attributions, claim.modality, claim.negated, counts, tuple(fold(n.text) for n in claim.names))

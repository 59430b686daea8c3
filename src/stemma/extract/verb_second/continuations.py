"""Sentences in the mood of reported speech that name nobody: whoever spoke in the sentence before goes on."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from stemma.extract.speech.words import Paragraph, Sentence
from stemma.extract.syntax.reading import Draft, Reader
from stemma.extract.verb_second.fields import Clauses
from stemma.lang.language import Language
from stemma.model import Span

_FARTHEST = 2  # sentences back to the last speaker
_SILENT = frozenset({"hearers", "credits", "labels"})


def continue_reports(
    text: str, paragraph: Paragraph, number: int, language: Language, drafts: Sequence[Draft]
) -> list[Draft]:
    """“Er sei nicht informiert worden.”: one draft for each run of such sentences in paragraph `number`."""
    if not language.speech.subjunctives:
        return []
    own = [*takewhile(lambda draft: draft.paragraph >= number, reversed(drafts))][::-1]
    starts = [paragraph.tokens[sentence.low].start for sentence in paragraph.sentences]
    touched = {index for draft in own for index in _find_touched(starts, draft)}
    spoken: dict[int, Draft] = {}
    for draft in own:
        if draft.family not in _SILENT:
            spoken.setdefault(draft.sentence, draft)
    found: list[Draft] = []
    for index, sentence in enumerate(paragraph.sentences):
        if index in touched:
            continue
        verb = _find_reported_verb(text, sentence, language, near=index - 1 in spoken)
        if verb is None:
            continue
        last = found[-1] if found else None
        span = _find_span(sentence)
        if last is not None and last.sentence == index - 1:
            last.contents, last.sentence = [Span(last.contents[0].start, span.end)], index
        else:
            last = _make(_find_speaker(spoken, index), verb, span, (number, index))
            found.append(last)
        spoken[index] = last
    return found


def _find_touched(starts: Sequence[int], draft: Draft) -> range:
    """The sentences, by where they start, in which a draft has its cue or content."""
    low = min(span.start for span in (draft.cue, *draft.contents))
    high = max(span.end for span in (draft.cue, *draft.contents))
    return range(max(0, bisect_right(starts, low) - 1), bisect_right(starts, high - 1))


def _find_span(sentence: Sentence) -> Span:
    return Span(sentence.tokens[sentence.low].start, sentence.tokens[max(sentence.low, sentence.last - 1)].end)


def _find_reported_verb(text: str, sentence: Sentence, language: Language, near: bool) -> Span | None:
    """The finite verb of the main clause where it stands in the mood of reported speech, or a "demnach"."""
    first = sentence.tokens[sentence.low]
    if first.fold in language.speech.resumptives:
        return Span(first.start, first.end)
    clauses = Clauses(Reader(sentence, language.speech, sentence.low))
    for field in clauses.fields:
        if clauses.is_subordinate(field):
            continue
        finite = clauses.find_finite(clauses.open(field), field.high)
        if finite is not None:
            return _judge(text, clauses, finite, near)
    return None


def _judge(text: str, clauses: Clauses, finite: int, near: bool) -> Span | None:
    """The verb at `finite`, where it reports: by its form, or by "soll" with a perfect infinitive."""
    token, speech = clauses.tokens[finite], clauses.speech
    span = Span(token.start, token.end)
    if near and token.fold in speech.rumours and clauses.tokens[clauses.last - 1].fold in speech.perfect_ends:
        return span
    around = {clauses.tokens[i].fold for i in (finite - 1, finite + 1) if 0 <= i < len(clauses.tokens)}
    reported = token.fold in speech.subjunctives or (near and span.of(text).casefold() in speech.wishes)
    called_on = (
        bool(around & speech.unknowns) and token.fold not in speech.auxiliaries | speech.be
    )  # man stelle sich vor
    return span if reported and not called_on and not around & speech.selves else None


def _find_speaker(spoken: dict[int, Draft], index: int) -> Draft | None:
    """Who spoke last before the sentence, else who speaks right after it."""
    near = (spoken.get(index - back) for back in range(1, _FARTHEST + 1))
    return next((draft for draft in near if draft is not None), spoken.get(index + 1))


def _make(before: Draft | None, verb: Span, span: Span, place: tuple[int, int]) -> Draft:
    named = before is not None and before.source is not None
    return Draft(
        cue=verb,
        source=before.source if before else None,
        contents=[span],
        family="continues" if named else "agentless",
        antecedent=before.antecedent if before else None,
        paragraph=place[0],
        sentence=place[1],
    )

"""Where a content begins: behind hearers, times and places, and behind a comma where no clause follows a verb bare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.extract.speech.cases.subjects import is_past
from stemma.extract.speech.phrases import is_adverb

if TYPE_CHECKING:
    from stemma.extract.syntax.reading import Range, Reader, Site

_STOPS = frozenset(",;—–:")  # ends of the words between a verb and its content


def may_follow_comma(reader: Reader, index: int) -> bool:
    """True where a content may begin behind a comma."""
    if index >= reader.sentence.last:
        return False
    speech, word = reader.speech, reader.fold(index)
    if reader.tokens[index].kind == "q":
        return True
    return speech.comma_content and (not speech.cased or word in speech.that or word in speech.asks)


def skip_dummy(reader: Reader, index: int) -> int:
    """Where the clause of "о том, что C" begins."""
    if reader.fold(index) not in reader.speech.dummies or reader.fold(index + 1) != ",":
        return index
    return index + 3 if reader.fold(index + 2) in reader.speech.that else index + 2


def pass_hearer(reader: Reader, site: Site, index: int) -> int:
    """Passes who is told and where: "told journalists at a briefing | that", where no clause follows a verb bare."""
    speech, high = reader.speech, reader.sentence.last
    while index < high and reader.fold(index) in speech.hearers:
        index += 1
    if index >= high or reader.fold(index) in speech.that or not site.families & {"says", "weak", "tells"}:
        return index
    bare, abouts = _opens_noun(reader, site, index), speech.that & speech.links
    for ahead in range(index, min(index + 20, high)):
        word = reader.fold(ahead)
        if bare and word in abouts and reader.fold(ahead + 1) not in speech.dummies:
            break  # прокомментировал слова "о" мире
        if word in speech.that or word == ":" or (word == "," and may_follow_comma(reader, ahead + 1)):
            return ahead
        if word == "," and (_is_date(reader, ahead + 1) or _is_date(reader, ahead - 2)):
            continue
        infinitive = len(word) > 3 and word.endswith(speech.infinitive_endings) and not reader.tokens[ahead].capital
        if (
            word in _STOPS
            or word in speech.verbs
            or infinitive
            or (word in speech.says and not reader.tokens[ahead].capital)
        ):
            break
    return index


def _opens_noun(reader: Reader, site: Site, index: int) -> bool:
    """True where an object of an attitude may open: no preposition, no mark, nobody who is told."""
    token, speech = reader.tokens[index], reader.speech
    loose = token.kind != "w" or token.fold in speech.links | speech.hearers | speech.that
    return "judges" in site.families and not loose


def find_bare_opening(reader: Reader, index: int, site: Site) -> int | None:
    """Where the infinitive of a promise, or what is doubted, begins."""
    speech, high = reader.speech, reader.sentence.last
    if "vows" in site.families and is_infinitive(reader, index, high):
        return index
    if "doubts" in site.families and reader.fold(index) in speech.links and speech.dummies and index + 2 < high:
        return skip_dummy(reader, index + 1)
    return None


def _is_date(reader: Reader, index: int) -> bool:
    """True for the "14 марта" of "on Thursday, 14 March, that"."""
    return reader.fold(index).isdigit() and reader.fold(index + 1) in reader.speech.temporal


def is_infinitive(reader: Reader, index: int, high: int) -> bool:
    """True where an infinitive follows soon, in a language that marks it by its ending: "promised soon to build"."""
    endings = reader.speech.infinitive_endings
    for ahead in range(index, min(index + 8, high)):
        token = reader.tokens[ahead]
        if token.kind == "p":
            return False
        if token.kind == "w" and len(token.fold) > 3 and token.fold.endswith(endings):
            return token.fold not in reader.speech.kinds
    return False


def find_one_word(reader: Reader, end: int) -> tuple[Range, ...]:
    """The word before “, according to X,” and “, says X,” where the sentence goes on behind it."""
    low = reader.start
    word = reader.fold(end - 1) == "," and end - 2 == low and reader.tokens[low].kind == "w"
    return ((low, low + 1),) if word else ()


def _is_time(reader: Reader, index: int) -> bool:
    """True for "Friday", and for the "el" of "el viernes"."""
    speech, word = reader.speech, reader.fold(index)
    return word in speech.temporal or (word in speech.determiners and reader.fold(index + 1) in speech.temporal)


def skip_adjuncts(reader: Reader, index: int) -> int:
    """Passes adverbs, times and "in a statement" on the way from the cue to its content."""
    speech, high = reader.speech, reader.sentence.last
    while index < high and _is_time(reader, index):
        index += 1
    ahead = index
    while ahead < high and (reader.fold(ahead) in speech.temporal or is_adverb(reader.tokens[ahead], speech)):
        ahead += 1
    if ahead < high and (
        reader.fold(ahead) in speech.that | speech.infinitives | {":", ","} or reader.tokens[ahead].kind == "q"
    ):
        index = ahead
    adjunct = index < high and reader.fold(index) in speech.links | speech.temporal | speech.of
    if adjunct and reader.fold(index) not in speech.infinitives:
        for ahead in range(index, min(index + 16, high)):
            token = reader.tokens[ahead]
            if token.fold in speech.that or token.fold == ":" or _opens_content(reader, ahead):
                return ahead
            if token.fold in (",", ";") or token.kind == "q":
                break
    return index


def _opens_content(reader: Reader, comma: int) -> bool:
    """True for a comma before a quotation, and before ", dass"."""
    if reader.fold(comma) != "," or comma + 1 >= reader.sentence.last:
        return False
    that = reader.speech.comma_content and reader.fold(comma + 1) in reader.speech.that
    return that or reader.tokens[comma + 1].kind == "q"


def _end_quoted(reader: Reader, index: int) -> int:
    """Where what opens with a quotation ends: said «no» | and hung up."""
    joined = reader.fold(index + 1) in reader.speech.joins and index + 2 < reader.sentence.last
    return index + 1 if joined and is_past(reader.tokens[index + 2], reader.speech) else reader.sentence.last


def find_marked_content(reader: Reader, site: Site, index: int) -> tuple[tuple[Range, ...], int]:
    """What follows "that", a colon or a comma; and where an object might begin."""
    index, high, speech = pass_hearer(reader, site, skip_adjuncts(reader, index)), reader.sentence.last, reader.speech
    if index >= high:
        return (), index
    word = reader.fold(index)
    comma = word == "," and may_follow_comma(reader, index + 1)
    if reader.tokens[index].kind == "q":
        return ((index, _end_quoted(reader, index)),), index
    if comma and reader.fold(index + 1) in speech.that:
        index += 1
    start = index if word in speech.dummies and reader.fold(index + 1) == "," else index + 1
    if not (start == index or comma or word in speech.that or word == ":"):
        return (), index
    start = skip_dummy(reader, start)
    return ((((start, high),) if start < high else ()), index)

"""Reads "by the words of X", "as X said" in languages with cases."""

from stemma.extract.speech.cases.contents import find_one_word
from stemma.extract.speech.cases.frames import find_anyone_behind
from stemma.extract.speech.cases.subjects import ends_phrase, is_past
from stemma.extract.speech.frames import extend_apposition, find_left_content, has_verb, make_frame
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.syntax.reading import Frame, Range, Reader, Site

_TO_NOUN = 4  # words of a description up to its noun: "the former owner"
_TO_COMMA = 12  # words of an adjunct behind the one who is named


def read_cased_according(reader: Reader, site: Site) -> Frame | None:
    """By the words of X, C — or C, by the words of X."""
    speech, last = reader.speech, reader.sentence.last
    low, end = _find_authority(reader, site)
    before = reader.fold(site.low - 1)
    opens = site.low == reader.sentence.low or before in speech.that or before in speech.coordinators
    opens = opens or (before == "," and reader.fold(site.low - 2) in speech.that)
    loose = not opens and before not in (",", "—", "–") and not _is_authority(reader, low)
    if end <= low or loose or (reader.fold(site.low) in speech.participles and not reader.frames):
        return None
    held, end = _find_end(reader, site, (low, end))
    start = _pass_citing(reader, end + 1)
    right = ((start, last),) if reader.fold(end) == "," and start < last else ()
    if opens:
        return make_frame(reader, site, (low, held), right or (((end, last),) if end < last else ()))
    left = find_left_content(reader, site.low) or find_one_word(reader, site.low)
    apart = reader.fold(end + 1) in speech.coordinators | speech.participles | speech.relatives
    return make_frame(reader, site, (low, held), left if apart else (*left, *right))


def _pass_citing(reader: Reader, index: int) -> int:
    """Where C begins in "as X writes, | citing Y, | C"."""
    if reader.fold(index) not in reader.speech.participles:
        return index
    return next((i + 1 for i in range(index, reader.sentence.last - 1) if reader.fold(i) == ","), index)


def _find_end(reader: Reader, site: Site, source: Range) -> Range:
    """Where the source ends, and where what belongs to it ends."""
    low, end = source
    if low < site.high:
        return low + 1, site.high
    longer = _pass_description(reader, extend_apposition(reader, end))
    if site.low != reader.sentence.low or longer < reader.sentence.last:
        end = longer
    return end, _pass_adjuncts(reader, end)


def _pass_description(reader: Reader, end: int) -> int:
    """The comma behind "by the words of X, | owner of the yard |": no verb stands there, and one follows."""
    last = reader.sentence.last
    if reader.fold(end) != ",":
        return end
    stop = next((i for i in range(end + 1, min(end + _TO_COMMA, last)) if reader.fold(i) == ","), end)
    described = any(reader.fold(i) in reader.speech.kinds for i in range(end + 1, min(end + _TO_NOUN, stop)))
    first = reader.tokens[end + 1] if end + 1 < last else reader.tokens[end]
    oblique = first.kind == "w" and first.fold not in reader.speech.heads | reader.speech.openers | reader.speech.links
    told = has_verb(reader, stop, last) or any(is_past(t, reader.speech) for t in reader.tokens[stop:last])
    return stop if described and oblique and told and not has_verb(reader, end + 1, stop) else end


def _find_authority(reader: Reader, site: Site) -> Range:
    """Who is named: behind the words, inside them ("по его словам"), or behind the verb of "as X said"."""
    tokens, speech = reader.tokens, reader.speech
    own = next((i for i in range(site.low + 1, site.high) if reader.fold(i) in speech.possessors), None)
    if own is not None:
        return own, own + 1
    if reader.fold(site.high - 1) in speech.says | speech.weak | speech.confirms:
        return find_anyone_behind(reader, site) or (site.high, site.high)
    low = site.high + (reader.fold(site.high) in speech.adverbs and not tokens[site.high].capital)  # по мнению "же" X
    return low, find_phrase(tokens, low, reader.sentence.high, speech)


def _pass_adjuncts(reader: Reader, end: int) -> int:
    """The comma behind "as X said | earlier at a briefing |", where such words end a phrase."""
    speech = reader.speech
    if (
        not speech.occasions
        or end >= reader.sentence.last
        or not ends_phrase(reader.tokens, end, reader.sentence.high, speech)
    ):
        return end
    return next((i for i in range(end, min(end + _TO_COMMA, reader.sentence.last)) if reader.fold(i) == ","), end)


def _is_authority(reader: Reader, low: int) -> bool:
    """True for a name or a noun for speakers, where no comma sets the phrase off."""
    token = reader.tokens[low]
    return token.capital or token.kind == "q" or token.fold in reader.speech.kinds

"""Reads what stands between an inverted verb and its speaker: nobody's pronoun, and the medium that was told."""

from stemma.extract.speech.forms.following import find_right_content
from stemma.extract.speech.frames import extend_apposition, find_left_content, make_frame
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import is_speaking
from stemma.extract.syntax.reading import Frame, Range, Reader, Site


def read_enclosed(reader: Reader, site: Site, pronoun: int) -> Frame | None:
    """“C”, a-t-il dit: the pronoun stands between the auxiliary and its participle."""
    before = site.left - 1
    told = reader.fold(before) == "," or (before >= 0 and reader.tokens[before].kind == "q")
    left = find_left_content(reader, site.left) if told else ()
    if reader.fold(pronoun) in reader.speech.things:
        return read_impersonal(reader, site, site.high, left)
    return make_frame(reader, site, (pronoun, pronoun + 1), left or find_right_content(reader, site))


def read_impersonal(reader: Reader, site: Site, index: int, content: tuple[Range, ...]) -> Frame | None:
    """“C”, indique-t-on de source policière: nobody speaks, and the source follows its prepositions."""
    speech = reader.speech
    while reader.fold(index) in speech.temporal:
        index += 1
    low = index
    while reader.fold(low) in speech.of | speech.links | speech.hearings:
        low += 1
    end = find_phrase(reader.tokens, low, reader.sentence.high, speech)
    if low == index or not is_speaking(reader.tokens, low, end, speech):
        return None
    return make_frame(reader, site, (low, extend_apposition(reader, end)), content)


def skip_hearer(reader: Reader, index: int) -> int:
    """Where the "fonte da polícia" of "disse à Lusa fonte da polícia" begins; `index` where nobody follows a name."""
    speech, high = reader.speech, reader.sentence.high
    low = index + 1 + (reader.fold(index + 1) in speech.articles)
    end = low
    while end < high and (reader.tokens[end].capital or reader.fold(end) in speech.media_nouns):
        end += 1
    if reader.fold(index) not in speech.hearings or end == low:
        return index
    return end if reader.fold(end) in speech.kinds or reader.fold(end) in speech.articles else index


def skip_set_off(reader: Reader, index: int) -> int:
    """Where the speaker of “C”, a rappelé, vendredi, X begins; `index` where no short time stands between commas."""
    close = next((i for i in range(index + 2, index + 6) if reader.fold(i) == ","), index)
    timed = any(reader.fold(i) in reader.speech.temporal for i in range(index + 1, close))
    return close + 1 if timed and reader.fold(close + 1) in reader.speech.articles else index

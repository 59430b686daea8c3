"""Passes what may stand between a verb of saying and its source: times, adverbs, connectives, hearers."""

from stemma.extract.orders.turned import skip_hearer, skip_set_off
from stemma.extract.speech.forms.following import is_time
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import is_adverb
from stemma.extract.syntax.reading import Reader
from stemma.find.gazetteer import find_outlet

LONGEST_CONNECTIVE = 4  # words of "for her part"


def match_connective(reader: Reader, index: int) -> int:
    """Where the "a su vez" that begins at `index` ends; `index` where there is none."""
    if not reader.speech.connectives:
        return index
    for high in range(min(index + LONGEST_CONNECTIVE, reader.sentence.high), index, -1):
        if " ".join(reader.fold(i) for i in range(index, high)) in reader.speech.connectives:
            return high
    return index


def skip_to_speaker(reader: Reader, index: int) -> int:
    """Passes "oggi", "in aula" and "ai giornalisti" between an inverted verb and its speaker."""
    speech, high, first = reader.speech, reader.sentence.high, index
    if reader.fold(index) == "," and speech.that_required:
        index = skip_set_off(reader, index)
    while index < high and (is_time(reader, index) or is_adverb(reader.tokens[index], speech)):
        index += 1
    if (behind := match_connective(reader, index)) > index:
        return behind + (reader.fold(behind) == ",")
    if not speech.inverted or reader.fold(index) not in speech.links:
        return index if index > first and index < high else first
    end = find_phrase(reader.tokens, index + 1, high, speech)
    if (medium := find_end_of_medium(reader, index + 1, end)) is not None:
        return medium
    if (told := skip_hearer(reader, index)) > index:
        return told
    return end if end > index + 1 and reader.fold(end) in speech.articles else first


def find_end_of_medium(reader: Reader, low: int, high: int) -> int | None:
    """Where the medium ends that was told: "dijo a la AFP" Ana Ruiz; None where no name follows it."""
    for end in range(low + 1, high):
        name = " ".join(reader.fold(i) for i in range(low, end))
        bare = name.partition(" ")[2] if reader.fold(low) in reader.speech.determiners else name
        forms = (name.title(), bare.title(), bare.upper())
        if reader.tokens[end].capital and any(form and find_outlet(form) for form in forms):
            return end
    return None


def is_lead_in(reader: Reader, end: int) -> bool:
    """True where nothing but "Asimismo,", "Y" or "En este sentido," stands before token `end`."""
    low, speech = reader.sentence.low, reader.speech
    while low < end and reader.fold(low) in speech.coordinators:
        low += 1
    while low < end:
        behind = match_connective(reader, low)
        passed = behind > low or reader.fold(low) in speech.adverbs or is_time(reader, low) or reader.fold(low) == ","
        if not passed:
            return False
        low = max(behind, low + 1)
    return True

"""What stands before a verb and belongs to it: "went on to", ", for her part,"."""

from stemma.extract.speech.between.passing import LONGEST_CONNECTIVE, match_connective
from stemma.extract.speech.phrases import is_speaking
from stemma.extract.syntax.reading import Range, Reader, Site


def note_infinitive(reader: Reader, site: Site, index: int) -> int:
    """Where the words before "to say" begin: "went on" | to say; `index` where it is only an infinitive."""
    lead = _find_lead(reader, index - 1)
    site.infinitive |= lead == index - 1
    site.negated |= lead < index - 1 and reader.fold(lead) in reader.speech.negations
    return lead + 1


def _find_lead(reader: Reader, end: int) -> int:
    """Where the "went on" before "to say" begins; `end` where no such verb stands there."""
    words = (end - count for count in (1, 2, 3, 4))
    spelled = ((low, " ".join(reader.fold(index) for index in range(low, end))) for low in words)
    return next((low for low, phrase in spelled if phrase in reader.speech.leads), end)


def pass_connective(reader: Reader, end: int) -> int:
    """Where ", for her part," before a verb begins; `end` where nothing of the kind stands there."""
    if not reader.speech.connectives:
        return end
    comma = reader.fold(end - 1) == ","
    for low in range(max(reader.sentence.low + 1, end - LONGEST_CONNECTIVE - 1), end - 1):
        opened = reader.fold(low - 1) == ","
        if opened == comma and match_connective(reader, low) == end - comma:
            return low - opened
    return end


def opens_clause(reader: Reader, person: Range, relative: int) -> bool:
    """True for the "que" of "dice que admitió" and "al tiempo que predijo", which stands for nobody."""
    speech, before = reader.speech, reader.fold(relative - 1)
    if speech.shares or reader.fold(relative) not in speech.that or before == ",":
        return False
    quoted = reader.tokens[relative - 1].kind == "q"
    cued = before in speech.says or any(low < relative <= high for low, high in (f.cue for f in reader.frames))
    return cued or before in speech.temporal or not (quoted or is_speaking(reader.tokens, *person, speech))

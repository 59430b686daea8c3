"""Cues, clauses and speakers in sentences without capitals: what the readers of all word orders share."""

from collections.abc import Iterator
from dataclasses import replace

from stemma.extract.syntax.reading import FAMILIES, STANCES, Frame, Range, Reader, Site, find_lexicon
from stemma.lang.language import Language, Speech
from stemma.model import Stance

MOST_CUES = 40  # of one sentence; what has more is no sentence that people wrote
LONGEST_SOURCE = 28  # tokens; a longer one was always a clause
LONGEST_CLAUSE = 90  # tokens that are looked through for the beginning of a clause
_FARTHEST_REFUSED = 12  # tokens between "declined" and "to comment"
_EDGES = ",;:.!?—–(）)…"
_DASHES = ("—", "–", "--", "-")


def find_sites(reader: Reader, language: Language) -> Iterator[Site]:
    """The cues of a sentence, the longest first where two begin alike; words taken by a frame are passed over."""
    lexicon, index = find_lexicon(language), reader.sentence.low
    found = 0
    while index < reader.sentence.high and found < MOST_CUES:
        index = max(index, reader.start)
        site = _match_refusal(reader, index) or _match(reader, index, lexicon.get(reader.fold(index), []))
        if site is not None:
            found += 1
            yield site
        index = site.high if site is not None else index + 1


def _match_refusal(reader: Reader, index: int) -> Site | None:
    """Reads “declined, on this matter, to comment”, with whatever stands between in the same clause."""
    speech = reader.speech
    if reader.fold(index) not in speech.leads:
        return None
    for at in range(index + 1, min(index + _FARTHEST_REFUSED, reader.sentence.last)):
        if is_edge(reader, at):
            break
        ends = reader.fold(at) in speech.comments and reader.fold(at + 1) not in speech.comments
        if ends and reader.fold(at + 1) not in speech.of:
            return Site(index, at + 1, frozenset({"declines"}), left=index)
    return None


def _match(reader: Reader, index: int, entries: list[tuple[tuple[str, ...], frozenset[str]]]) -> Site | None:
    if reader.tokens[index].kind != "w":
        return None
    for words, families in entries:
        if all(reader.fold(index + i) == word for i, word in enumerate(words)):
            return Site(index, index + len(words), families, left=index)
    return None


def find_clause_start(reader: Reader, at: int) -> int:
    """Where the clause that holds the token before `at` begins."""
    low = max(reader.sentence.low, reader.start, at - LONGEST_CLAUSE)
    start = at
    while start > low and not is_edge(reader, start - 1):
        start -= 1
    return start


def is_edge(reader: Reader, index: int) -> bool:
    """True for a mark between clauses and for a quotation that is speech; a short one may belong to a name."""
    token = reader.tokens[index]
    return token.kind == "q" or (token.kind == "p" and token.fold in _EDGES)


def is_count(word: str) -> bool:
    """True for digits."""
    return word[:1].isdigit()


def strip_left(reader: Reader, low: int, high: int) -> int:
    """The first token that is no conjunction, adverb or time."""
    speech = reader.speech
    loose = speech.openers | speech.coordinators | speech.adverbs
    while low < high and (reader.fold(low) in loose or _is_time(reader, low, high) or _is_loose_mark(reader, low)):
        low += 1
    return low


def strip_right(reader: Reader, low: int, high: int) -> int:
    """The end without adverbs, auxiliaries and times."""
    speech = reader.speech
    loose = speech.adverbs | speech.auxiliaries | speech.coordinators
    while high > low and (reader.fold(high - 1) in loose or _is_time(reader, high - 1, high)):
        high -= 1
    return high


def _is_time(reader: Reader, index: int, high: int) -> bool:
    """True for "Friday", for the digits of a date and for the "day" behind them; "day" alone may begin a name."""
    word, following = reader.fold(index), reader.fold(index + 1) if index + 1 < high else ""
    if is_count(word):
        return index + 1 == high or following in reader.speech.temporal or word[-1] in reader.speech.temporal
    return word in reader.speech.temporal and (len(word) > 1 or is_count(reader.fold(index - 1)))


def skip_times(reader: Reader, low: int, high: int) -> int:
    """The first token that is no time."""
    while low < high and _is_time(reader, low, high):
        low += 1
    return low


def _is_loose_mark(reader: Reader, index: int) -> bool:
    return reader.tokens[index].kind == "p" and reader.fold(index) not in "《〈#@"


def is_voice(reader: Reader, low: int, high: int, sure: bool = True) -> bool:
    """True for a phrase that can speak: it holds a noun for people or bodies or is a pronoun; any name where `sure`."""
    speech = reader.speech
    words = [token.fold for token in reader.tokens[low:high] if token.kind == "w"]
    if not words or high - low > LONGEST_SOURCE:
        return False
    if len(words) == 1 and words[0] in speech.persons | speech.groups:
        return True
    if words[-1] in speech.things | speech.negations | speech.be:
        return False
    if any(word in speech.verbs for word in words) and not _ends_in_noun(words[-1], speech):
        return False
    if any(is_speaking_noun(word, speech) for word in words):
        return True
    return sure and is_plain_name(reader, low, high)


def _ends_in_noun(word: str, speech: Speech) -> bool:
    return is_speaking_noun(word, speech) or ends_in_role(word, speech)


def is_speaking_noun(word: str, speech: Speech) -> bool:
    """True for nouns of people, bodies, media and documents."""
    return word in speech.kinds or word in speech.roles or word in speech.spokesmen or word in speech.titles


def ends_in_role(word: str, speech: Speech) -> bool:
    """True for an office, and for a compound that ends in one."""
    return any(word[at:] in speech.roles for at in range(len(word)))


def is_plain_name(reader: Reader, low: int, high: int) -> bool:
    """True for words that may be a name: two letters or more and nothing that makes a clause of them."""
    speech = reader.speech
    busy = speech.verbs | speech.be | speech.negations | speech.things | speech.of | speech.persons | speech.links
    letters = sum(token.end - token.start for token in reader.tokens[low:high] if token.kind == "w")
    return 2 <= letters <= 30 and not any(token.fold in busy for token in reader.tokens[low:high])


def make_plain_frame(reader: Reader, site: Site, source: Range | None, content: tuple[Range, ...]) -> Frame | None:
    """A frame with the stance of its cue; a source of None is that of the frame before."""
    if not content or any(low >= high for low, high in content):
        return None
    family = next(f for f in FAMILIES if f in site.families)
    stance: Stance = next((STANCES[f] for f in FAMILIES if f in site.families and f in STANCES), "asserts")
    return Frame(
        cue=(site.low, site.high),
        source=source,
        content=content,
        stance=stance,
        family=family,
        inherits=source is None,
    )


def make_refusal(reader: Reader, site: Site, source: Range, stance: Stance) -> Frame:
    """X declined to comment: the clause itself is the content."""
    stop = next((i for i in range(site.high, reader.sentence.last) if is_edge(reader, i)), reader.sentence.last)
    cue = (site.left, site.high)
    content = (site.high, stop) if stop > site.high + 1 else (site.left, site.high)
    return Frame(cue=cue, source=source, content=(content,), stance=stance, family=stance)


def find_negated_stance(reader: Reader, site: Site) -> Stance | None:
    """What "did not comment" and "could not verify" come to; None for other negated cues."""
    words = {reader.fold(site.low), " ".join(reader.fold(i) for i in range(site.low, site.high))}
    if words & reader.speech.verifies:
        return "doubts"
    return "declines" if words & reader.speech.comments else None


def look_left(reader: Reader, site: Site, low: int) -> None:
    """Notes adverbs and negations right before the cue; they belong to it."""
    speech, index = reader.speech, site.low
    while index > low:
        word = reader.fold(index - 1)
        if word not in speech.adverbs | speech.auxiliaries | speech.negations:
            break
        site.negated |= word in speech.negations
        index -= 1
        site.left = index if word in speech.negations else site.left


def split_cited(reader: Reader, source: Range) -> tuple[Range, Range | None]:
    """Reads “X, citing Y”: X, and Y as whom X quotes."""
    for index in range(source[0] + 1, source[1] - 1):
        if reader.fold(index) in reader.speech.cites:
            end = source[1]
            while end > index + 2 and reader.fold(end - 1) in reader.speech.reports | reader.speech.of:
                end -= 1
            return (source[0], index), (index + 1, end)
    return source, None


def find_quotations_before(reader: Reader, end: int) -> tuple[Range, ...]:
    """The run of quotations that ends right before `end`, commas between them passed over."""
    low, index, found = reader.sentence.low, end, []
    while index > low and (reader.tokens[index - 1].kind == "q" or reader.fold(index - 1) == ","):
        index -= 1
        if reader.tokens[index].kind == "q":
            found.append((index, index + 1))
    return tuple(reversed(found))


def find_left(reader: Reader, end: int) -> tuple[Range, ...]:
    """What was said before the speaker: quotations right there, else the clauses of the sentence up to a comma."""
    if quoted := find_quotations_before(reader, end):
        return quoted
    low = max(reader.sentence.low, reader.start)
    if end - 1 > low and reader.fold(end - 1) in (",", *_DASHES) and end - 1 - low >= 2:
        return ((low, end - 1),)
    return ()


def cut_neighbours(reader: Reader, found: list[tuple[Frame, int]]) -> list[Frame]:
    """Ends each content where a clause of the same speaker, or one set against it, begins.

    Args:
        reader: the sentence.
        found: frames, each with the token at which its clause begins.
    """
    result: list[Frame] = []
    edge = reader.sentence.high
    for frame, start in reversed(found):
        content = frame.content
        if frame.family != "according":
            content = tuple((low, min(high, edge) if low < edge else high) for low, high in content)
        result.append(replace(frame, content=content) if content != frame.content else frame)
        if _stands_beside(reader, frame, start):
            edge = start
    return result[::-1]


def _stands_beside(reader: Reader, other: Frame, start: int) -> bool:
    return other.inherits or reader.fold(start) in reader.speech.contrasts

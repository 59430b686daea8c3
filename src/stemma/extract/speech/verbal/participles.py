"""Reads a participle of speech: …, saying C; and what is told behind the hearer."""

from dataclasses import replace

from stemma.extract.speech.cases.subjects import find_first_subject
from stemma.extract.speech.forms.following import find_right_content
from stemma.extract.speech.frames import (
    find_hearer_end,
    make_frame,
)
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import find_subject, is_speaking
from stemma.extract.syntax.ends import says_only
from stemma.extract.syntax.orders import read_dangling
from stemma.extract.syntax.reading import Frame, Range, Reader, Site
from stemma.extract.syntax.subjects import is_finite
from stemma.text import join_lists

_TO_THAT = 24  # tokens from a hearer to "that"


def read_participle(reader: Reader, site: Site) -> Frame | None:
    """…, claiming that C: the source is the speaker of the main clause, or the document just named."""
    speech = reader.speech
    content = find_told(reader, site)
    if not content:
        return None
    before = reader.fold(site.left - 1)
    if (own := _find_own_subject(reader, site)) is not None:
        frame = make_frame(reader, site, own, content)
        return replace(frame, nested=True) if frame and speech.kinds.get(before) not in ("document", "data") else frame
    if speech.shares and not (reader.frames and "says" in site.families):
        return read_dangling(reader, site, content)
    return _read_trailing(reader, site, content)


def _read_trailing(reader: Reader, site: Site, content: tuple[Range, ...]) -> Frame | None:
    """…, claiming that C: its speaker is that of an earlier frame, or the subject of the sentence."""
    before = reader.fold(site.left - 1)
    if site.left == reader.sentence.low or not ("says" in site.families or reader.frames):
        return None
    if not site.families & {"says", "tells", "confirms", "denies", "doubts"} and before not in (",", "—", "–", "and"):
        return None
    if reader.frames:
        return make_frame(reader, site, None, content)
    subject = find_main_subject(reader, site.left)
    return make_frame(reader, site, subject, content) if subject else None


def _find_own_subject(reader: Reader, site: Site) -> Range | None:
    """The Y of “X has shut, with Y saying that …”; "a report saying that"."""
    subject = find_subject(reader.tokens, site.left, reader.sentence.low, reader.speech)
    if reader.speech.kinds.get(reader.fold(site.left - 1)) in ("document", "data"):
        return subject
    if subject is None or not is_speaking(reader.tokens, *subject, reader.speech):
        return None
    return subject if reader.fold(subject[0] - 1) in reader.speech.absolutes else None


def find_main_subject(reader: Reader, before: int) -> Range | None:
    """The noun phrase that opens the sentence, when it names someone."""
    low = reader.sentence.low
    if reader.speech.cased:
        return find_first_subject(reader.tokens, low, before, reader.speech)
    while low < before and (
        reader.fold(low) in reader.speech.coordinators or reader.fold(low) in reader.speech.adverbs
    ):
        low += 1
    end = find_phrase(reader.tokens, low, before, reader.speech)
    if (
        end == low
        or end >= before
        or not is_speaking(reader.tokens, low, end, reader.speech)
        or reader.tokens[low].fold in reader.speech.links | reader.speech.auxiliaries | reader.speech.be
    ):
        return None
    return (low, end)


def find_told(reader: Reader, site: Site) -> tuple[Range, ...]:
    """What follows the cue and, after "told", its hearer."""
    if "tells" in site.families and (end := find_hearer_end(reader, site)) > site.high:
        if reader.speech.shares and "says" in site.families and _is_told_of(reader, end):
            return find_right_content(reader, replace(site, families=frozenset({"says"})))
        families = frozenset({"says", "vows"} if reader.speech.shares else {"says"})
        content = find_right_content(reader, replace(site, families=families), after=end)
        return content if content or not reader.speech.shares else _find_clause_behind(reader, end)
    return find_right_content(reader, site)


def _find_clause_behind(reader: Reader, index: int) -> tuple[Range, ...]:
    """The C of "told a crowd in Elm, Ohio, on the last day that C": names and places stand between."""
    speech, last = reader.speech, reader.sentence.last
    for ahead in range(index, min(index + _TO_THAT, last - 1)):
        if reader.fold(ahead) in speech.that and reader.fold(ahead) not in speech.relatives:
            return ((ahead + 1, last),)
        if reader.tokens[ahead].kind == "q" or reader.fold(ahead) in (":", ";") or is_finite(reader, ahead):
            break
    return ()


def _is_told_of(reader: Reader, end: int) -> bool:
    """True where the phrase behind the verb is the subject of a clause: "promises the club will pay"."""
    speech, word = reader.speech, reader.fold(end)
    return word in speech.auxiliaries | speech.be and word not in speech.infinitives


def is_adjective(reader: Reader, site: Site) -> bool:
    """True for the "alleged" of "with alleged ties" and "the alleged thief": it stands before a noun of its own."""
    speech, following = reader.speech, site.high
    if not speech.shares or site.high - site.low > 1 or following >= reader.sentence.last:
        return False
    word, before, after = reader.fold(site.low), reader.fold(site.low - 1), reader.tokens[following]
    if word in speech.participles and says_only(after.fold, speech):
        return True  # those who know her thinking said
    if site.low == reader.sentence.low or not word.endswith(speech.verb_endings) or after.kind != "w":
        return False
    small = join_lists(speech.determiners, speech.links, speech.of, speech.that, speech.agents, speech.joins)
    named = after.fold in small or after.fold in join_lists(speech.persons, speech.groups, speech.things)
    article = before in join_lists(speech.definites, speech.articles) and before not in speech.that | speech.relatives
    bound = before in speech.of or (before in speech.links and before not in speech.infinitives)
    return (article or bound) and not named and not after.capital

"""Names that are one although their letters differ: misspelt, spelt otherwise, with an office or a report beside them.

"Jason Stweard" beside "Jason Steward", "Orlin chief Ana Ruiz" beside "Ana Ruiz", "a Velden Lamp report".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from stemma.find import find_outlet
from stemma.lang import find_language
from stemma.match.witnesses.mentions import MEDIA, Mention, body_key
from stemma.match.witnesses.scripts import find_sound
from stemma.match.witnesses.words import find_all_words
from stemma.model import Article, Kind
from stemma.text import find_words, fold

LONG = 5  # letters of a word in which one may be wrong
ENDINGS = ("a", "o")  # by which a woman's name differs from a man's: "Petrova", "Mario"
TITLED: frozenset[Kind] = frozenset({"person", "organisation", "outlet"})
_YEAR = re.compile(r"^(?:1[89]|20)\d\d$")

Pair = tuple[str, str]  # keys


def pair_spellings(mentions: Sequence[Mention], articles: Sequence[Article]) -> Iterator[Pair]:
    """Persons of one story whose names sound alike or differ by one letter, and whom no article names both."""
    story_of = {a.id: a.story or a.id for a in articles}
    where: dict[str, set[str]] = defaultdict(set)
    stories: dict[str, dict[str, str]] = defaultdict(dict)
    for mention in mentions:
        words = mention.name.split()
        if mention.kind == "person" and len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper():
            stories[story_of[mention.article]][mention.key] = mention.name
            where[mention.key].add(mention.article)
    for _, names in sorted(stories.items()):
        for one, other in combinations(sorted(names), 2):
            if where[one].isdisjoint(where[other]) and is_respelt(names[one], names[other]):
                yield one, other


def is_respelt(one: str, other: str) -> bool:
    """True for two spellings of one name: given name and surname sound alike, or one letter of one of them differs.

    Letters that differ between a man's name and a woman's are no slip.
    """
    words = [[fold(word) for word in name.split()] for name in (one, other)]
    firsts, lasts = (words[0][-2], words[1][-2]), (words[0][-1], words[1][-1])
    if not (_end_alike(*firsts) and _end_alike(*lasts)):
        return False
    sound = find_sound(one)
    if sound is not None and sound == find_sound(other) and min(map(len, lasts)) >= LONG:
        return max(OSA.normalized_distance(*firsts), OSA.normalized_distance(*lasts)) <= 1 / 2
    return (firsts[0] == firsts[1] and _is_slip(*lasts)) or (lasts[0] == lasts[1] and _is_slip(*firsts))


def _end_alike(one: str, other: str) -> bool:
    return all(one.endswith(letter) == other.endswith(letter) for letter in ENDINGS)


def _is_slip(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= LONG and OSA.distance(one, other) == 1


def pair_titled(mentions: Sequence[Mention]) -> Iterator[Pair]:
    """A name that ends in a person's whole name, with an office before it or a body behind: "Lamp editor Ana Ruiz".

    "The Ana Ruiz" of "Stiftung Ana Ruiz" is a body that bears her name, so no word for a body may stand right before.
    """
    persons = {
        tuple(m.name.split()): m.key
        for m in mentions
        if m.kind == "person" and len(m.name.split()) > 1 and all(w[:1].isupper() for w in m.name.split())
    }
    known = find_all_words()
    for mention in mentions:
        words = mention.name.split()
        end = next((at for at, word in enumerate(words) if word in known.ofs), len(words))
        plain = tuple(words[:end])
        if mention.kind not in TITLED or not is_one_name(" ".join(plain)):
            continue
        if end < len(words) and plain in persons:
            yield persons[plain], mention.key
        for begin in range(1, end - 1):
            if plain[begin:] in persons and fold(plain[begin - 1]) not in known.bodies:
                yield persons[plain[begin:]], mention.key


def pair_reports(mentions: Sequence[Mention], languages: Mapping[str, str]) -> Iterator[Pair]:
    """A medium's report and the medium: "a 2015 Velden Lamp editorial".

    Args:
        mentions: all names.
        languages: of the articles.
    """
    media = {m.key for m in mentions if m.kind in MEDIA}
    for mention in mentions:
        if mention.kind == "document":
            name = _strip_report(mention.name, languages[mention.article])
            if name[:1].isupper() and (body_key(name) in media or find_outlet(name)):
                yield body_key(name), mention.key


def _strip_report(name: str, code: str) -> str:
    """The name without the year before it and the noun for a document at either end; "" where there is none."""
    language, words = find_language(code), name.split()
    nouns = frozenset(w for w, kind in language.speech.kinds.items() if kind == "document") if language else frozenset()
    while words and _YEAR.match(words[0]):
        words = words[1:]
    if len(words) > 1 and fold(words[-1]) in nouns:
        return " ".join(words[:-1])
    if len(words) > 1 and fold(words[0]) in nouns and not set(find_words(words[1])) <= nouns:
        return " ".join(words[1:])
    return ""


def is_one_name(name: str) -> bool:
    """False for "Ana Ruiz and Jon Berg", who are two, and for "brother of Ana Ruiz", who is somebody else."""
    return name[:1].isupper() and find_all_words().joins.isdisjoint(name.split())

"""People named in Latin or Cyrillic letters and in another script: "이바노프" is Ivanov, for both sound much alike."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from stemma.match.witnesses.mentions import Mention, make_key
from stemma.match.witnesses.scripts import find_rough_sound, is_spelled, split_name
from stemma.model import Extraction, Kind

_GLOSS = re.compile(r"[(（]([A-Z][\w.’'-]*(?: [\w.’'-]+){1,3})[)）]")
FEWEST_OF_SURNAME = 2  # classes of consonants
FEWEST = 5  # of both names
# In a script without capitals a name is often read as a source that nobody names.
UNSURE: frozenset[Kind] = frozenset({"person", "unnamed", "organisation"})


def pair_romanised(mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Keys of a whole name in letters and of the one name of the pile in another script that sounds like it."""
    spelled: dict[tuple[str, ...], set[str]] = defaultdict(set)
    others: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for mention in mentions:
        in_letters = is_spelled(mention.name)
        if (mention.kind == "person" if in_letters else mention.kind in UNSURE) and (sound := _sound(mention.name)):
            (spelled if in_letters else others)[sound].add(mention.key)
    for sound, found in sorted(others.items()):
        if len(spelled[sound]) == 1:
            yield from ((min(spelled[sound]), key) for key in sorted(found))


def pair_glossed(mentions: Sequence[Mention], extractions: Sequence[Extraction]) -> Iterator[tuple[str, str]]:
    """Keys of a name that is followed by itself in letters, "이반 페트로프(Ivan Petrov)", and of the one so spelled."""
    spelled = {mention.name: mention.key for mention in mentions if mention.kind == "person"}
    for extraction in extractions:
        known = {a.id: a for a in extraction.attributions}
        for attribution in extraction.attributions:
            source = attribution.source
            gloss = None if not source.name or is_spelled(source.name) else _GLOSS.search(source.text)
            if gloss and gloss.group(1) in spelled:
                yield make_key(attribution, known), spelled[gloss.group(1)]


def _sound(name: str) -> tuple[str, ...] | None:
    """The rough sounds of given name and surname; None for a lone name, and where too few of them are heard."""
    words = split_name(name)
    sounds = tuple(find_rough_sound(word) for word in words)
    enough = len(words) == 2 and len(sounds[1]) >= FEWEST_OF_SURNAME and sum(map(len, sounds)) >= FEWEST
    return sounds if enough else None

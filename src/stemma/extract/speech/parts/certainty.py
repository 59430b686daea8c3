"""How sure it is who a source is: how often a reader found names right that were found in the same way.

The shares are counted on judged sources by `bench/names.py`; docs/quality.md tells how.
"""

from stemma.extract.speech.mentions import Mention
from stemma.extract.speech.parts.memory import Memory
from stemma.model import NameBasis, Source
from stemma.text import find_words, fold

SHARES: dict[tuple[NameBasis, str], float] = {
    ("stated", ""): 1.0,
    ("short-name", "alone"): 0.98,
    ("short-name", "inside"): 0.35,
    ("relative", ""): 0.77,
    ("pronoun", "near"): 0.9,
    ("pronoun", "far"): 0.74,
    ("description", "one"): 0.85,
    ("description", "several"): 0.75,
    ("description", "guessed"): 0.6,
    ("ellipsis", ""): 0.65,
}
_NEAR = 1  # sentences back
_STEM = 3  # letters that the forms of a name share


def find_confidence(
    memory: Memory, found: Source, basis: NameBasis, before: int, known: Mention | Source | None
) -> float:
    """How often a name is right that was found so.

    Args:
        memory: what the article has named.
        found: the source with its name.
        basis: how the name was found.
        before: where the words stand that were led back.
        known: whom they were led back to.
    """
    return SHARES[basis, find_class(memory, found, basis, before, known)]


def find_class(memory: Memory, found: Source, basis: NameBasis, before: int, known: Mention | Source | None) -> str:
    """What tells names of one basis apart: how far back, one candidate or several, a name alone or inside a phrase."""
    if basis == "short-name":
        return "alone" if _is_alone(memory, found) else "inside"
    if basis == "pronoun":
        return "near" if _count_back(memory, found.name, before) <= _NEAR else "far"
    if basis == "description":
        return _count_called(memory, before, known)
    return ""


def _is_alone(memory: Memory, found: Source) -> bool:
    """True for "Ruiz" and "Minister Ruiz, who …"; not for "most of Ruiz's voters"."""
    speech = memory.speech
    small = (speech.articles, speech.relatives, speech.things, speech.titles, speech.roles)
    name = [fold(word)[:_STEM] for word in found.name.split()]
    words = find_words(found.text.split(",")[0])
    return all(word[:_STEM] in name or any(word in listed for listed in small) for word in words)


def _count_back(memory: Memory, name: str, before: int) -> int:
    """Sentences since that name, or its bearer's last words."""
    own = set(fold(name).split())
    seen = [m.start for m in memory.list_mentions(0, before) if m.words[-1] in own]
    seen += [start for start, source in memory.spoken if start < before and source.name == name]
    return memory.count_sentences(max(seen), before) if seen else _NEAR + 1


def _count_called(memory: Memory, before: int, known: Mention | Source | None) -> str:
    """Whether the words around the name call its bearer so, and whether others are called the same."""
    if not isinstance(known, Mention):
        return "one"
    if not known.nouns:
        return "guessed"
    called = {m.words[-1] for m in memory.mentions if m.start < before and m.nouns & known.nouns}
    return "several" if len(called - {known.words[-1]}) else "one"

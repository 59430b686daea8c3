"""Nearly the same words with other names, or with the same names in another order: who did what to whom may differ."""

from collections.abc import Iterator

from stemma.compare.sides import Change, Pile, say
from stemma.model import Claim, Name
from stemma.text import find_words

ALIKE = 0.5  # share of the longer claim's words from which another name is another actor or place, and no detail
EQUAL = 0.8  # the same from which names in another order may turn the claim round
ENDING = 2  # letters at the end of a word that its case may change
SHORTEST = 3  # letters of a word of a name


def compare_names(a: Claim, b: Claim, pile: Pile) -> Iterator[Change]:
    """Names that each has and the other has not; across languages names are written in too many ways to tell."""
    _, _, share = pile.measure_overlap(a, b)
    if pile.is_across_languages(a, b) or share < ALIKE:
        return
    mine, theirs = _find_own(a, b, pile), _find_own(b, a, pile)
    if mine and theirs:
        told = f"{say(mine[0].text)} in {pile.name(a)}, {say(theirs[0].text)} in {pile.name(b)}."
        yield _make("other name", mine[0], theirs[0], told)
    elif share >= EQUAL:
        order = [name for name in a.names if _find_place(name, b) is not None]
        places = [_find_place(name, b) or 0 for name in order]
        if len(set(places)) > 1 and places == sorted(places, reverse=True):
            told = "The same names stand in another order; read both for who did what."
            yield _make("turned round", order[0], order[-1], told)


def _make(label: str, one: Name, other: Name, told: str) -> Change:
    return Change(
        aspect="name", label=label, a=one.text, b=other.text, a_span=one.span, b_span=other.span, explanation=told
    )


def _find_own(claim: Claim, other: Claim, pile: Pile) -> list[Name]:
    """Names of a claim of which the other's sentence has no word."""
    sentence = set(find_words(other.sentence.of(pile.articles[other.article].text)))
    names = [name for name in claim.names if name.kind != "group"]
    return [n for n in names if not any(_is_one_word(one, two) for one in _find_telling(n) for two in sentence)]


def _is_one_word(one: str, other: str) -> bool:
    """One word in two cases, or an abbreviation and its beginning: one begins the other, up to an ending."""
    least = min(len(one), len(other))
    return one[: max(least - ENDING, min(least, SHORTEST))] == other[: max(least - ENDING, min(least, SHORTEST))]


def _find_telling(name: Name) -> list[str]:
    return [word for word in find_words(name.text) if len(word) >= SHORTEST] or find_words(name.text)


def _find_place(name: Name, claim: Claim) -> int | None:
    """Which word of the claim is the first of this name; None where it is not there."""
    telling = set(_find_telling(name))
    return next((at for at, word in enumerate(find_words(claim.text)) if word in telling), None)

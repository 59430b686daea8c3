"""How near two claims are in their words: the very same thing with something left out, or surely one claim."""

from stemma.find.terms import list_content_words, stem_word
from stemma.lang import find_language
from stemma.model import Claim
from stemma.weigh.pile import Pile

TAKEN = 0.6  # share of the words of the longer claim that the other has
ALIKE = 0.4  # share of the words of the longer claim that another has which is surely the same
FEWEST = 3  # of them


def tells_the_same(pile: Pile, one: Claim, other: Claim) -> bool:
    """True where nearly all telling words of either claim stand in the other; never across languages."""
    if pile.articles[one.article].language != pile.articles[other.article].language:
        return False
    words, others = find_stems(pile, one), find_stems(pile, other)
    return len(words & others) >= TAKEN * max(len(words), len(others), 1)


def is_surely_one(pile: Pile, one: Claim, other: Claim) -> bool:
    """True where enough of the telling words of either claim stand in the other, and neither says that it is not so.

    Across languages words do not tell; there a count or a day that both give must.
    """
    if one.negated != other.negated:
        return False
    if pile.articles[one.article].language != pile.articles[other.article].language:
        return not _find_values(one).isdisjoint(_find_values(other))
    words, others = find_stems(pile, one), find_stems(pile, other)
    shared = len(words & others)
    return shared >= min(FEWEST, len(words), len(others)) and shared >= ALIKE * max(len(words), len(others))


def _find_values(claim: Claim) -> set[object]:
    return {q.best for q in claim.quantities} | {m.value for m in claim.moments if m.of == "event"}


def find_stems(pile: Pile, claim: Claim) -> set[str]:
    """The telling words of a claim, stemmed."""
    article = pile.articles[claim.article]
    language = find_language(article.language)
    return {stem_word(word, language) for word in list_content_words(article.text, language, claim.span)}

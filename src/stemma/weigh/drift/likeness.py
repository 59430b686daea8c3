"""Whether two claims in one language say the very same thing, so that what one of them lacks was left out."""

from stemma.find.terms import find_content_words, stem_word
from stemma.lang import find_language
from stemma.model import Claim
from stemma.weigh.pile import Pile

TAKEN = 0.6  # share of the words of the longer claim that the other has


def tells_the_same(pile: Pile, one: Claim, other: Claim) -> bool:
    """True where nearly all telling words of either claim stand in the other; never across languages."""
    if pile.articles[one.article].language != pile.articles[other.article].language:
        return False
    words, others = _find_stems(pile, one), _find_stems(pile, other)
    return len(words & others) >= TAKEN * max(len(words), len(others), 1)


def _find_stems(pile: Pile, claim: Claim) -> set[str]:
    article = pile.articles[claim.article]
    language = find_language(article.language)
    words = find_content_words(article.text, language, claim.span)
    return {stem_word(word, language) for word, _ in words}

"""Stage 4, Article -> Claim: what one article says, and who says it there."""

from stemma.extract.attribution import find_attributions
from stemma.extract.claims import find_claims
from stemma.lang import find_language
from stemma.model import Article, Extraction

__all__ = ["extract", "find_attributions"]


def extract(article: Article) -> Extraction:
    """All attributions and claims of one article; every span lies in `article.text`."""
    language = find_language(article.language)
    attributions = find_attributions(article.text, language, article.id, article.outlet)
    return Extraction(
        article=article.id,
        attributions=tuple(attributions),
        claims=tuple(find_claims(article, language, attributions)),
    )

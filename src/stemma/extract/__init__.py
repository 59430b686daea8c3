"""Stage 4, Article -> Claim: what one article says, and who says it there."""

from stemma.errors import UsageError
from stemma.extract import attribution
from stemma.extract.claims import find_claims
from stemma.extract.syntax.voices import find_voices
from stemma.lang import find_language, known_codes
from stemma.model import Article, Attribution, Extraction

__all__ = ["extract", "find_attributions"]


def extract(article: Article) -> Extraction:
    """All attributions and claims of one article; every span lies in `article.text`."""
    language = find_language(article.language)
    attributions = find_voices(article, language)
    return Extraction(
        article=article.id,
        attributions=tuple(attributions),
        claims=tuple(find_claims(article, language, attributions)),
    )


def find_attributions(text: str, language: str, outlet: str | None = None) -> list[Attribution]:
    """Who says what in a text: every attribution with its source, cue and content, in the order of the text.

    Args:
        text: one article, or any running text; a first line that is a headline is read as one.
        language: an ISO 639-1 code.
        outlet: who published it, which is then never taken for a source.

    Returns:
        Attributions whose spans are offsets into `text` in code points, and whose `article` is "". `inside` is the id
        of the attribution that reports another.

    Raises:
        UsageError: there is no file for that language.

    Source: the source, cue and content of PARC and PolNeAR (Pareti 2016; Newell et al. 2018).
    """
    known = find_language(language)
    if known is None:
        raise UsageError(f"{language}: no such language. Known: {', '.join(known_codes())}.")
    return attribution.find_attributions(text, known, "", outlet)

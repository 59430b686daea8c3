"""Names of which the texts or the gazetteer tell that they are one, though no letter of them need be the same."""

from collections.abc import Iterator, Mapping, Sequence

from stemma.match.witnesses.mentions import Mention
from stemma.match.witnesses.same.described import pair_described
from stemma.match.witnesses.same.quoted import pair_quoted
from stemma.match.witnesses.same.romanised import pair_glossed, pair_romanised
from stemma.match.witnesses.same.states import pair_states
from stemma.model import Article, Extraction

__all__ = ["pair_same"]


def pair_same(
    mentions: Sequence[Mention], extractions: Sequence[Extraction], articles: Sequence[Article]
) -> Iterator[tuple[str, str]]:
    """Keys of two names that are one, by what is said of them and by the gazetteer."""
    languages: Mapping[str, str] = {article.id: article.language for article in articles}
    yield from pair_quoted(extractions, articles)
    yield from pair_described(extractions, articles)
    yield from pair_romanised(mentions)
    yield from pair_glossed(mentions, extractions)
    yield from pair_states(mentions, languages)

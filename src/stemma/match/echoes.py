"""A source that one article only describes, and that the article it cites knows better: one witness.

"The station, citing an internal log" and the station's own "a log seen by us" are one log; so are "the authority" of a
translation and the body that the original names.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stemma.lang import find_language
from stemma.model import Article, Attribution, Claim, Collation, Witness
from stemma.text import find_words

MEDIA = frozenset({"outlet", "agency"})  # who passes on a source's words is not the source
DESCRIBED = frozenset({"unnamed", "document", "data", "group"})


@dataclass(frozen=True, slots=True)
class _Saying:
    """An attribution of one collation with its article."""

    attribution: Attribution
    article: Article


def find_echoes(
    collations: Iterable[Collation],
    claims: dict[str, Claim],
    attributions: dict[str, Attribution],
    known: tuple[dict[str, Article], dict[str, Witness]],
) -> dict[str, str]:
    """Witnesses of descriptions, each with the witness that it echoes.

    Args:
        collations: the same claims side by side.
        claims: by id.
        attributions: by id, with their witnesses.
        known: articles and witnesses by id.

    Returns:
        Witness id -> witness id, where an article cites another of the pile for the same claim and the cited one names
        exactly one source of that kind.
    """
    articles, witnesses = known
    cited = _find_cited(attributions.values(), witnesses)
    found: dict[str, set[str]] = defaultdict(set)
    for collation in collations:
        sayings = [
            _Saying(attributions[a], articles[claims[c].article])
            for c in collation.claims
            for a in claims[c].attributions
            if a in attributions and attributions[a].source.witness
        ]
        for saying in sayings:
            if _is_description(saying):
                found[saying.attribution.source.witness or ""] |= _find_originals(saying, sayings, cited)
    media = {w.id for w in witnesses.values() if w.article or w.kind in MEDIA}
    found = {echo: originals - media for echo, originals in found.items()}
    return {echo: min(originals) for echo, originals in sorted(found.items()) if len(originals) == 1}


def _find_cited(attributions: Iterable[Attribution], witnesses: dict[str, Witness]) -> set[tuple[str, str]]:
    """(article, article that it cites)."""
    pairs = set()
    for attribution in attributions:
        witness = witnesses.get(attribution.source.witness or "")
        if witness and witness.article and witness.article != attribution.article:
            pairs.add((attribution.article, witness.article))
    return pairs


def _is_description(saying: _Saying) -> bool:
    """True for a source without a name of its own: unnamed, a document, or "the authority"."""
    source = saying.attribution.source
    if source.kind in DESCRIBED:
        return True
    language = find_language(saying.article.language)
    words = [w for w in find_words(source.name) if language and w not in language.speech.determiners]
    return bool(words and language) and all(w in language.speech.kinds for w in words) if language else False


def _find_originals(saying: _Saying, sayings: Sequence[_Saying], cited: set[tuple[str, str]]) -> set[str]:
    source = saying.attribution.source
    kinds = DESCRIBED if source.kind in DESCRIBED else frozenset({source.kind})
    return {
        other.attribution.source.witness or ""
        for other in sayings
        if (saying.article.id, other.article.id) in cited
        and other.attribution.source.kind in kinds
        and other.attribution.source.witness != source.witness
    }

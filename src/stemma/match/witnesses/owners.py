"""Which article of the pile is the cited outlet's own: by the outlet it states, or by the words that others quote."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.match.witnesses.groups import Groups
from stemma.match.witnesses.mentions import MEDIA, Mention, body_key, is_description, make_key
from stemma.model import Article, Extraction, Span
from stemma.text import WORD, find_words, fold

QUOTED = 10  # words in a row that nobody writes twice by chance
OPENING = 5  # words by which a quotation is looked up


def find_owners(articles: Sequence[Article], mentions: Sequence[Mention], groups: Groups) -> dict[str, str]:
    """Outlets that are cited and have exactly one article of their own in the pile -> that article."""
    by_outlet: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: (a.duplicate_of is not None, a.id)):
        if article.outlet:
            by_outlet[groups.root(body_key(article.outlet))].append(article)
    cited = {groups.root(m.key) for m in mentions if m.kind in MEDIA | {"organisation"}}
    return {
        root: own[0].id
        for root, own in sorted(by_outlet.items())
        if root in cited and (len(own) == 1 or (own[1].duplicate_of and not own[0].duplicate_of))
    }


def find_quoted_owners(
    articles: Sequence[Article], extractions: Sequence[Extraction], mentions: Sequence[Mention], groups: Groups
) -> dict[str, str]:
    """The same for outlets without a stated article: the one article that says what others quote from them.

    It must have the words in its own voice, and state no outlet. An article that names the outlet, or has the words
    inside quotation marks of its own, passes them on itself.
    """
    names: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        names[groups.root(mention.key)].add(mention.name)
    media = {groups.root(m.key) for m in mentions if m.kind in MEDIA}
    quotations = _find_quotations(extractions, media, groups)
    voices = _find_voices(articles, extractions, {q.words[:OPENING] for q in quotations})
    found: dict[str, set[str]] = defaultdict(set)
    for quotation in quotations:
        found[quotation.outlet] |= {
            voice.article
            for voice in voices.get(quotation.words[:OPENING], ())
            if voice.article != quotation.article
            and voice.says(quotation.words)
            and not any(voice.names(name) for name in names[quotation.outlet])
        }
    once = {outlet: min(own) for outlet, own in sorted(found.items()) if len(own) == 1}
    owned = Counter(once.values())
    return {outlet: article for outlet, article in once.items() if owned[article] == 1}


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Words that an article puts into an outlet's mouth; `outlet` is the root of the outlet's names."""

    outlet: str
    article: str
    words: tuple[str, ...]


def _find_quotations(extractions: Sequence[Extraction], media: set[str], groups: Groups) -> list[_Quotation]:
    """Long quotations of media."""
    found = []
    for extraction in extractions:
        by_id = {a.id: a for a in extraction.attributions}
        for attribution in extraction.attributions:
            if attribution.type == "indirect" or not attribution.source.name or is_description(attribution.source):
                continue
            root, words = groups.root(make_key(attribution, by_id)), tuple(find_words(attribution.content.text))
            if root in media and len(words) >= QUOTED:
                found.append(_Quotation(root, extraction.article, words))
    return found


class _Voice:
    """The words of one article, and which of them it quotes."""

    def __init__(self, article: Article, quoted: Sequence[Span]) -> None:
        found = [(fold(m.group()), m.start()) for m in WORD.finditer(article.text)]
        self.article = article.id
        self.words = [word for word, _ in found]
        self.line = f" {' '.join(self.words)} "
        self.is_quoted = [any(span.start <= start < span.end for span in quoted) for _, start in found]
        self.places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place in range(len(self.words) - OPENING + 1):
            self.places[tuple(self.words[place : place + OPENING])].append(place)

    def says(self, words: tuple[str, ...]) -> bool:
        """True where the article has these words, most of them in its own voice."""
        size = len(words)
        return any(
            tuple(self.words[at : at + size]) == words and 2 * sum(self.is_quoted[at : at + size]) < size
            for at in self.places.get(words[:OPENING], ())
        )

    def names(self, name: str) -> bool:
        """True where the article writes that name."""
        return f" {' '.join(find_words(name))} " in self.line


def _find_voices(
    articles: Sequence[Article], extractions: Sequence[Extraction], openings: set[tuple[str, ...]]
) -> dict[tuple[str, ...], list[_Voice]]:
    """For each opening of a quotation, the articles that may own it and have it somewhere."""
    found: dict[tuple[str, ...], list[_Voice]] = defaultdict(list)
    quoted = {
        e.article: [s for a in e.attributions if a.type == "direct" for s in a.content.spans] for e in extractions
    }
    unowned = [a for a in articles if not a.outlet and not a.duplicate_of] if openings else []
    for article in unowned:
        voice = _Voice(article, quoted.get(article.id, []))
        for opening in openings & voice.places.keys():
            found[opening].append(voice)
    return found

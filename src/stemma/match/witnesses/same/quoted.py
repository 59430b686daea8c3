"""One speaker under two names: the same words in quotation marks, given to a person here and to "a resident" there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from stemma.find.sentences import find_sentences
from stemma.lang import find_language
from stemma.match.witnesses.mentions import is_description, make_key
from stemma.model import Article, Attribution, Extraction, Source
from stemma.text import find_words

FEWEST_WORDS = 10  # of one quoted sentence; a shorter one may be said by two

Sentence = tuple[str, ...]


def pair_quoted(extractions: Sequence[Extraction], articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Keys of a description and of the one person whom other articles name for a sentence quoted from it.

    Words alike prove one speaker only where they are long and in quotation marks, and where nobody else is named for
    any sentence that the description is quoted with.
    """
    named: dict[Sentence, set[str]] = defaultdict(set)
    described: dict[str, list[Sentence]] = defaultdict(list)
    for key, source, sentence in _list_quoted(extractions, {article.id: article for article in articles}):
        if is_description(source):
            described[key].append(sentence)
        elif source.kind == "person":
            named[sentence].add(key)
    pairs = []
    for key, sentences in sorted(described.items()):
        speakers = set[str]().union(*(named.get(sentence, ()) for sentence in sentences))
        if len(speakers) == 1:
            pairs.append((key, speakers.pop()))
    return pairs


def _list_quoted(
    extractions: Sequence[Extraction], articles: Mapping[str, Article]
) -> Iterator[tuple[str, Source, Sentence]]:
    """Every long sentence in quotation marks, with its speaker and the key of the name."""
    for extraction in extractions:
        known = {a.id: a for a in extraction.attributions}
        for attribution in extraction.attributions:
            if attribution.type == "direct" and attribution.source.name:
                key = make_key(attribution, known)
                for sentence in _find_sentences(attribution, articles[extraction.article]):
                    yield key, attribution.source, sentence


def _find_sentences(attribution: Attribution, article: Article) -> Iterator[Sentence]:
    language = find_language(article.language)
    for span in attribution.content.spans:
        for sentence in find_sentences(span.of(article.text), language):
            words = tuple(find_words(sentence.of(span.of(article.text))))
            if len(words) >= FEWEST_WORDS:
                yield words

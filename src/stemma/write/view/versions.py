"""What an article says of its own making: corrections, contradictions, and what a later version changed."""

from collections.abc import Iterator

from stemma.find.sentences import find_sentences
from stemma.lang import find_language
from stemma.model import Article
from stemma.text import find_words
from stemma.write.view.lookup import Lookup
from stemma.write.view.wording import shorten

SHOWN = 3  # sentences of each kind
LENGTH = 140  # characters of each


def find_changes(earlier: Article, later: Article) -> tuple[list[str], list[str]]:
    """The sentences that the later version added, and those that it dropped; a reworded one is among both."""
    before, after = _split(earlier), _split(later)
    added = [text for key, text in after.items() if key not in before]
    return added, [text for key, text in before.items() if key not in after]


def _split(article: Article) -> dict[str, str]:
    """Every sentence by its words; headings and paragraphs end one."""
    language = find_language(article.language)
    spans = find_sentences(article.text, language)
    parts = [part for span in spans for part in span.of(article.text).split("\n") if part.strip()]
    return {" ".join(find_words(part)) or part: part.strip() for part in parts}


def say_changes(earlier: Article, later: Article) -> str:
    """What the later version changed, in one line."""
    added, dropped = find_changes(earlier, later)
    said = [
        f"{verb} {'; '.join(f'“{shorten(text, LENGTH)}”' for text in texts[:SHOWN])}{_say_more(texts)}"
        for verb, texts in (("adds", added), ("drops", dropped))
        if texts
    ]
    return "; ".join(said) or "the same sentences in another order"


def _say_more(texts: list[str]) -> str:
    return f" and {len(texts) - SHOWN} more" if len(texts) > SHOWN else ""


def tell_versions(lookup: Lookup) -> Iterator[str]:
    """Yield a line for each later version, correction and contradiction, for the terminal."""
    for article in lookup.dossier.articles:
        name = lookup.files[article.id]
        earlier = lookup.articles.get(article.revision_of or "")
        if earlier is not None:
            yield f"{name} is a later version of {lookup.files[earlier.id]}: {say_changes(earlier, article)}."
        for mark in article.corrections:
            yield f"{name} says of itself: “{shorten(mark.text, LENGTH)}”"
        for field, other in sorted(article.conflicts.items()):
            chosen = getattr(article, field)
            yield f"{name}: {field} {shorten(str(chosen), LENGTH)}, but {shorten(other, LENGTH)}."

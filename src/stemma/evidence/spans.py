"""Whether the findings of a dossier still stand where they say: every text beside a span is that of its article."""

from collections.abc import Iterator
from typing import Any

from stemma.model import Dossier

LONGEST = 60  # characters of a text in a message

Texts = dict[str, list[str]]  # by article


def find_misfits(dossier: Dossier) -> Iterator[str]:
    """Yield a sentence for every finding whose span no longer holds its words."""
    import msgspec

    texts: Texts = {}
    for article in dossier.articles:  # two files of the same bytes share an id, and may have been given other titles
        texts.setdefault(article.id, []).append(article.text)
    found: dict[str, Any] = msgspec.to_builtins(dossier)
    for kind, items in found.items():
        if kind != "articles" and isinstance(items, list | tuple):
            for item in items:
                yield from _check(item, kind, None, texts)


def _check(item: Any, place: str, article: str | None, texts: Texts) -> Iterator[str]:
    """Look into nested findings; the article is that of the nearest finding around that names one."""
    if isinstance(item, list | tuple):
        for inner in item:
            yield from _check(inner, place, article, texts)
    if not isinstance(item, dict):
        return
    named = item.get("article")
    article = named if isinstance(named, str) else article
    if isinstance(named, str) and named not in texts:
        yield f"{place}: article {named} is not in the dossier"
        return
    span, text = item.get("span"), item.get("text")
    if article and isinstance(span, list | tuple) and isinstance(text, str) and not _fits(span, text, texts[article]):
        yield f"{place}: “{text[:LONGEST]}” does not stand at {span[0]}–{span[1]} of article {article}"
    for key, inner in item.items():
        if key != "span":
            yield from _check(inner, place, article, texts)


def _fits(span: Any, text: str, wholes: list[str]) -> bool:
    start, end = span if len(span) == 2 else (0, -1)
    return any(0 <= start <= end <= len(whole) and whole[start:end] == text for whole in wholes)

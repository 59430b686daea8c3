"""The view behind `stemma quotes`: who says what in each article, as a table, JSON or CSV."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stemma.extract import extract
from stemma.model import Article, Attribution, Skipped
from stemma.pipeline import Progress, read_articles
from stemma.settings import Settings
from stemma.text import defuse
from stemma.write.view.pen import Pen
from stemma.write.view.wording import count, is_hidden

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

COLUMNS = (
    "file", "start", "end", "source", "name", "kind", "cue", "content", "type", "stance", "inside", "basis",
    "confidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """What was found: the attributions of every article, and what was left out."""

    articles: tuple[tuple[Article, tuple[Attribution, ...]], ...]
    skipped: tuple[Skipped, ...]


def find_quotes(paths: Iterable[str | Path], settings: Settings, progress: Progress | None = None) -> Quotes:
    """Read articles and find who says what in each; what readers decided by themselves goes to `progress`.

    Raises:
        InputError: a path is missing, or nothing usable was found.
        UsageError: a setting is wrong.
    """
    articles, skipped = read_articles(paths, settings, progress)
    found = tuple((article, extract(article).attributions) for article in articles)
    return Quotes(articles=found, skipped=tuple(sorted(skipped, key=lambda s: (s.uri, s.reason))))


def write_json(quotes: Quotes) -> str:
    """One object: articles with their attributions as the dossier has them, and what was skipped."""
    import msgspec

    articles: list[dict[str, Any]] = [
        {
            "uri": article.uri,
            "language": article.language,
            "text": article.text,
            "attributions": msgspec.to_builtins(attributions),
        }
        for article, attributions in quotes.articles
    ]
    skipped = [{"uri": item.uri, "reason": item.reason} for item in quotes.skipped]
    return json.dumps({"articles": articles, "skipped": skipped}, ensure_ascii=False, indent=1) + "\n"


def write_csv(quotes: Quotes) -> str:
    """One row an attribution under a row of names; no cell is a formula to a spreadsheet, none steers a terminal."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in _make_rows(quotes):
        writer.writerow([_defuse(cell) for cell in row])
    return stream.getvalue()


def _defuse(cell: str | float) -> str | float:
    """A cell that is only text to whoever opens it: an apostrophe before a formula, hidden characters left out."""
    if not isinstance(cell, str):
        return cell
    return defuse("".join(letter for letter in cell if not is_hidden(letter) or letter == "\r"))


def _make_rows(quotes: Quotes) -> Iterator[Sequence[str | float]]:
    for article, attributions in quotes.articles:
        by_id = {attribution.id: attribution for attribution in attributions}
        for found in attributions:
            source, outer = found.source, by_id.get(found.inside or "")
            spans = found.content.spans
            yield (
                article.uri, spans[0].start, spans[-1].end, source.text, source.name, source.kind, found.cue.text,
                found.content.text, found.type, found.stance, (outer.source.name or outer.source.text) if outer else "",
                source.basis or "", "" if source.confidence is None else source.confidence,
            )  # fmt: skip


def print_quotes(quotes: Quotes, console: "Console") -> None:
    """A table an article: source, cue and content; a source that is not named there is shown as who that is."""
    pen = Pen(console)
    for article, attributions in quotes.articles:
        console.print(pen.make_text((f"{article.uri}: {count(len(attributions), 'attribution')}", "bold")))
        console.print(_make_table(attributions, pen))
    for item in quotes.skipped:
        console.print(pen.make_text((f"Set aside: {item.uri}: {item.reason}", "")))


def _make_table(attributions: Sequence[Attribution], pen: Pen) -> "Table":
    from rich.table import Table

    table = Table(box=None, padding=(0, 1, 0, 3), show_header=bool(attributions), header_style="italic")
    for name, ratio in (("Source", 3), ("Cue", 2), ("Content", 7)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for found in attributions:
        stance = "" if found.stance == "asserts" else f" [{found.stance}]"
        cells = (say_source(found), (found.cue.text or "(no cue)") + stance, found.content.text)
        table.add_row(*(pen.make_text((cell, "")) for cell in cells))
    return table


def say_source(attribution: Attribution) -> str:
    """The words for the source, and who that is, and how sure, where the words do not say it."""
    source = attribution.source
    sure = "" if source.confidence is None or source.basis == "stated" else f", {source.confidence:.2f}"
    if not source.text:
        return f"({source.name}{sure})" if source.name else "(nobody named)"
    is_named = not source.name or source.name.casefold() in source.text.casefold()
    return source.text if is_named else f"{source.text} ({source.name}{sure})"

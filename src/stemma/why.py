"""The view behind `stemma why`: one verdict a row, then the claims that came nearest."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from stemma.match import NearMiss
from stemma.pipeline import explain
from stemma.settings import Settings


def print_why(paths: Sequence[str], passages: tuple[str, str], settings: Settings, console: Console) -> None:
    """Print why two passages were joined or not.

    Args:
        paths: the pile in which they were compared, as for `investigate`.
        passages: two references, `FILE:START-END` or `FILE:"words"`.
        settings: as for `investigate`.
        console: where to print.
    """
    explanation = explain(list(paths), *passages, settings)
    console.print(Text(explanation.headline))
    console.print()
    for letter, passage in zip("AB", passages, strict=True):
        console.print(Text(f"{letter}  {passage}"))
    console.print()
    table = Table("", "A", "B", "", box=None, pad_edge=False)
    for row in explanation.rows:
        table.add_row(*(Text(part) for part in (row.slot, row.one, row.other, row.verdict)))
    console.print(table)
    print_near_misses(explanation.near_misses, console)


def print_near_misses(near_misses: Sequence[NearMiss], console: Console) -> None:
    """Print the claims that came nearest to the first passage, each with a reference to ask about."""
    if near_misses:
        console.print("\nNearest to A, and not joined with it:")
    for near in near_misses:
        reference = f"{near.uri}:{near.claim.span.start}-{near.claim.span.end}"
        console.print(Text(f"  {near.score:.2f}  {reference}  {near.claim.text}"))

"""The lines of a PDF page in reading order: columns are told by the white between them (recursive X-Y cut)."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

GUTTER = 0.9  # sizes of white between two columns
LEAST_LINES = 3  # lines on both sides of a gutter
CLOSE = 0.15  # sizes
CORE = 0.35  # of a line's height above and below its middle: lines set close overlap with the rest of theirs
WORK_LIMIT = 2_000_000  # runs looked at in one file; what comes after is taken in the order of the file
SPACELESS = ("HIRAGANA", "KATAKANA", "CJK", "IDEOGRAPHIC", "FULLWIDTH", "BOPOMOFO")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Letters on one line, with their place in points from the lower left corner; on a page read from right to left
    left and right are mirrored."""  # noqa: D205, D209

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    page: int = 0
    block: int = 0

    @property
    def middle(self) -> float:
        """The height of its middle above the foot of the page."""
        return (self.top + self.bottom) / 2

    @property
    def core(self) -> tuple[float, float]:
        """From where to where it fills its line for certain."""
        reach = CORE * (self.top - self.bottom)
        return self.middle - reach, self.middle + reach


class Budget:
    """How many runs may still be looked at; laying out a page that means harm could take for ever."""

    def __init__(self, left: int = WORK_LIMIT) -> None:
        self.left = left

    def take(self, runs: int) -> bool:
        """True while there is enough left."""
        self.left -= runs
        return self.left > 0


def read_lines(runs: Sequence[dict[str, Any]], page: int, budget: Budget) -> list[list[Line]]:
    """The blocks of one page in reading order, each the lines of one column or part of it, from top to bottom.

    Args:
        runs: runs of letters as the child process gives them: text, box, size.
        page: the number of the page.
        budget: how much work is left for the file.
    """
    lines = [_make_line(run, page) for run in runs if str(run["text"]).strip()]
    if is_right_to_left("".join(line.text for line in lines)):
        lines = [_change(line, left=-line.right, right=-line.left) for line in lines]
    blocks: list[list[Line]] = []
    waiting = [lines]
    while waiting:
        region = waiting.pop()
        rows = _find_rows(region)
        halves = _cut(region, rows) if len(region) > len(rows) and budget.take(len(region)) else None
        if halves:
            waiting += [halves[1], halves[0]]
        elif rows:
            blocks.append([_join_row(row) for row in rows])
    return _join_blocks(blocks)


def _make_line(run: dict[str, Any], page: int) -> Line:
    left, bottom, right, top = run["box"]
    return Line(text=run["text"], left=left, bottom=bottom, right=right, top=top, size=run["size"], page=page)


def _change(line: Line, **changes: Any) -> Line:
    from dataclasses import replace

    return replace(line, **changes)


def is_right_to_left(text: str) -> bool:
    """True where most letters are of a script written from right to left."""
    kinds = [unicodedata.bidirectional(letter) for letter in text[:20_000]]
    return sum(kind in ("R", "AL") for kind in kinds) > sum(kind == "L" for kind in kinds)


def _find_rows(region: Iterable[Line]) -> list[list[Line]]:
    """The runs by the line that they stand on, from top to bottom and from left to right."""
    rows: list[list[Line]] = []
    floor = 0.0
    for line in sorted(region, key=lambda line: (-line.core[1], line.left)):
        bottom, top = line.core
        if rows and top > floor:
            rows[-1].append(line)
            floor = min(floor, bottom) if len(rows[-1]) < 2 else floor
        else:
            rows.append([line])
            floor = bottom
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _cut(region: list[Line], rows: list[list[Line]]) -> tuple[list[Line], list[Line]] | None:
    """The region in two: at its widest gutter, or else at its widest white band; None where it is one column."""
    wide = GUTTER * median(line.top - line.bottom for line in region)
    if all(right.left - left.right < wide for row in rows for left, right in pairwise(row)):
        return None
    gutter = _find_gutter(region, wide)
    if gutter is not None:
        return [line for line in region if line.right <= gutter], [line for line in region if line.right > gutter]
    return _cut_rows(rows)


def _find_gutter(region: list[Line], wide: float) -> float | None:
    """Where the widest gutter begins that no line crosses and that has lines enough on both sides."""
    found: list[tuple[float, float]] = []
    edge: float | None = None
    for line in sorted(region, key=lambda line: line.left):
        if edge is not None and line.left - edge >= wide:
            found.append((line.left - edge, edge))
        edge = line.right if edge is None else max(edge, line.right)
    for _, start in sorted(found, reverse=True)[:5]:
        sides = [line for line in region if line.right <= start], [line for line in region if line.right > start]
        if all(len(_find_rows(side)) >= LEAST_LINES for side in sides):
            return start
    return None


def _cut_rows(rows: list[list[Line]]) -> tuple[list[Line], list[Line]] | None:
    if len(rows) < 2:
        return None
    gaps = [min(line.bottom for line in above) - max(line.top for line in below) for above, below in pairwise(rows)]
    place = gaps.index(max(gaps)) + 1
    return [line for row in rows[:place] for line in row], [line for row in rows[place:] for line in row]


def _join_row(row: list[Line]) -> Line:
    first = max(row, key=lambda line: len(line.text))
    text = row[0].text
    for left, right in pairwise(row):
        is_close = right.left - left.right < CLOSE * left.size  # a large initial, or a word of several runs
        text = text + right.text if is_close else join_words(text, right.text)
    return Line(
        text=" ".join(text.split()), left=row[0].left, bottom=first.bottom, right=max(line.right for line in row),
        top=first.top, size=first.size, page=first.page,
    )  # fmt: skip


def join_words(text: str, more: str) -> str:
    """Two pieces of text, with a space between them where their script has one."""
    return f"{text}{find_space(text, more)}{more}"


def find_space(text: str, more: str) -> str:
    """What stands between two pieces of text: a space, or nothing in writing without spaces."""
    if not text or not more:
        return ""
    spaceless = all(unicodedata.name(letter, "").startswith(SPACELESS) for letter in text[-1] + more[0])
    return "" if spaceless else " "


def _join_blocks(blocks: list[list[Line]]) -> list[list[Line]]:
    """Blocks that follow each other in one column as one: the cuts between them only served to find the columns."""
    joined: list[list[Line]] = []
    for block in blocks:
        if joined and _is_below(joined[-1], block):
            joined[-1] += block
        else:
            joined.append(list(block))
    return [[_change(line, block=number) for line in block] for number, block in enumerate(joined)]


def _is_below(above: list[Line], below: list[Line]) -> bool:
    if abs(above[-1].size - below[0].size) > 0.12 * above[-1].size:
        return False
    left, right = max(above[0].left, min(line.left for line in below)), min(_edge(above), _edge(below))
    narrow = min(_edge(above) - above[0].left, _edge(below) - below[0].left)
    return below[0].top <= above[-1].middle and right - left > 0.8 * narrow


def _edge(block: list[Line]) -> float:
    return max(line.right for line in block)

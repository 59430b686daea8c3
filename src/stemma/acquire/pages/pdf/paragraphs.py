"""Lines of a PDF → paragraphs: words cut at line ends are joined, running heads and page numbers left out."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.acquire.pages.pdf.lines import Line, find_space

EDGE = 0.12  # of the page's height, above and below, where running heads and page numbers stand
EDGE_LINES = 3  # lines there
SAME_HEIGHT = 0.02  # of the page's height: so little differ the places of one running head
LOOSE = 1.4  # usual distances between lines from which a paragraph ends
SAME_SIZE = 0.12
WIDEST = 2.2  # sizes from one line to the next: wider lines are paragraphs
INDENT = 0.9  # sizes
SHORT = 0.25  # of the width of a column
LARGE = 1.2  # body sizes: a headline
NUMBERS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"\W*(?:[^\W\d]{1,8}\.?\s*)?\d{1,4}(?:\s*(?:/|\||of|von|de|di|z|ze|sur|dari|из|із|van)\s*\d{1,4})?\W*"
)
PRINTED_FOOT = re.compile(r"(?:\d{1,4}/\d{1,4}\s+)?((?:https?|file)://\S+)(?:\s+\d{1,4}/\d{1,4})?|\d{1,4}/\d{1,4}")
LONGEST_HEAD = 200  # characters
DATED = re.compile(r"[^\W\d_]{3}.*\b(?:19|20)\d\d\b|\b(?:19|20)\d\d\b.*[^\W\d_]{3}")
PRINTED_HEAD = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\D{1,3}\d{1,2}[:.]\d\d\b.*")
SENTENCE_END = re.compile(r"[.!?…:;。！？︒।؟][\"'”’»)\]]*$")
LONGEST_WORD = 60  # letters; looking at more would only cost time
CUT_WORD = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)[-\u00ad\u2010]$")
FIRST_WORD = re.compile(r"[^\W\d_]+")
COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,40}-[^\W\d_]{1,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Text of one or several lines, and the size of its letters."""

    text: str
    size: float
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its blocks in reading order, and its height in points."""

    blocks: list[list[Line]]
    height: float

    @property
    def lines(self) -> list[Line]:
        """All its lines in reading order."""
        return [line for block in self.blocks for line in block]


def drop_furniture(pages: Sequence[Page]) -> tuple[list[list[Line]], str | None]:
    """The blocks without running heads and page numbers, and the address that a browser printed at the foot."""
    edges = [_find_edges(page) for page in pages]
    repeated = _find_repeated(pages, edges)
    address: str | None = None
    blocks: list[list[Line]] = []
    for page, edge in zip(pages, edges, strict=True):
        feet = [found for line in edge if (found := PRINTED_FOOT.fullmatch(line.text))]
        address = address or next((url for found in feet if (url := found.group(1)) and url.startswith("http")), None)
        dropped = {line for line in edge if line in repeated or _is_number(line, bool(feet))}
        dropped -= {line for line in dropped if page is pages[0] and _is_dated_head(line, page)}
        kept = [[line for line in block if line not in dropped] for block in page.blocks]
        blocks += [block for block in kept if block]
    return blocks, address


def _is_dated_head(line: Line, page: Page) -> bool:
    """True for a head such as "The Harbour Herald, 4 May 2026", which says once what the page was cut from."""
    is_high = line.middle > (1 - EDGE) * page.height
    return is_high and bool(DATED.search(line.text[:LONGEST_HEAD])) and not PRINTED_HEAD.fullmatch(line.text)


def _find_edges(page: Page) -> list[Line]:
    """The lines at the upper and the lower edge of a page."""
    lines = sorted(page.lines, key=lambda line: line.middle)
    low = [line for line in lines[:EDGE_LINES] if line.middle < EDGE * page.height]
    high = [line for line in lines[-EDGE_LINES:] if line.middle > (1 - EDGE) * page.height]
    return low + [line for line in high if line not in low]


def _find_repeated(pages: Sequence[Page], edges: Sequence[list[Line]]) -> set[Line]:
    """Lines that stand at the same place of several pages with the same words, whatever the numbers in them."""
    alike: dict[str, list[Line]] = defaultdict(list)
    for line in (line for edge in edges for line in edge):
        alike[NUMBERS.sub("#", line.text).casefold()].append(line)
    heights = dict(enumerate(page.height for page in pages))
    least = 2 if len(pages) < 6 else 3
    found: set[Line] = set()
    for lines in alike.values():
        for line in lines:
            reach = SAME_HEIGHT * heights[line.page]
            near = {other.page for other in lines if abs(other.middle - line.middle) <= reach}
            if len(near) >= least:
                found.add(line)
    return found


def _is_number(line: Line, is_printed: bool) -> bool:
    """True for a page number; on a page that a browser printed for its head and foot too."""
    if PAGE_NUMBER.fullmatch(line.text) and not re.fullmatch(r"\W*(19|20)\d\d\W*", line.text):
        return True
    return is_printed and bool(PRINTED_FOOT.fullmatch(line.text) or PRINTED_HEAD.fullmatch(line.text))


def join_lines(blocks: Sequence[list[Line]]) -> list[Paragraph]:
    """The paragraphs of the blocks; one that goes on in the next column or page is one."""
    known = _find_compounds(line.text for block in blocks for line in block)
    body = find_body_size([line for block in blocks for line in block])
    leadings = _find_leadings(blocks)
    paragraphs: list[Paragraph] = []
    for block in blocks:
        for number, lines in enumerate(_split_block(block, body, leadings)):
            text = _join((line.text for line in lines), known)
            paragraph = Paragraph(text=text, size=lines[0].size, page=lines[0].page)
            if not number and paragraphs and _goes_on(paragraphs[-1], paragraph):
                last = paragraphs.pop()
                paragraph = Paragraph(text=_join((last.text, text), known), size=last.size, page=last.page)
            paragraphs.append(paragraph)
    return paragraphs


def find_body_size(lines: Iterable[Line]) -> float:
    """The size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=1.0)


def _find_compounds(texts: Iterable[str]) -> frozenset[str]:
    """Words with a hyphen that stand whole inside a line: such a hyphen stays where a line ends in it."""
    return frozenset(word.casefold() for text in texts for word in COMPOUND.findall(text))


def _find_leadings(blocks: Sequence[list[Line]]) -> dict[float, float]:
    """The usual distance between lines, by size: a quarter of all distances is no greater."""
    steps: dict[float, list[float]] = defaultdict(list)
    for above, below in (pair for block in blocks for pair in pairwise(block)):
        if above.page == below.page and above.middle > below.middle:
            steps[below.size].append(above.middle - below.middle)
    return {size: min(sorted(found)[len(found) // 4], WIDEST * size) for size, found in steps.items()}


def _split_block(block: list[Line], body: float, leadings: dict[float, float]) -> list[list[Line]]:
    left, right = min(line.left for line in block), max(line.right for line in block)
    paragraphs = [[block[0]]]
    for above, below in pairwise(block):
        is_new = _is_break(above, below, leadings.get(below.size, 0.0))
        if is_new or (below.size < LARGE * body and _is_opening(above, below, left, right)):
            paragraphs.append([below])
        else:
            paragraphs[-1].append(below)
    return paragraphs


def _is_break(above: Line, below: Line, leading: float) -> bool:
    """True where size or distance say that something new begins."""
    if abs(above.size - below.size) > SAME_SIZE * max(above.size, below.size):
        return True
    return above.middle - below.middle > LOOSE * max(leading, below.size)


def _is_opening(above: Line, below: Line, left: float, right: float) -> bool:
    """True where an indent, or the short line above, says that a paragraph begins."""
    indent = INDENT * below.size
    if below.left - left > indent and above.left - left < indent / 2:
        return True
    return above.right < right - SHORT * (right - left) and SENTENCE_END.search(above.text) is not None


def _goes_on(paragraph: Paragraph, following: Paragraph) -> bool:
    if SENTENCE_END.search(paragraph.text) or abs(paragraph.size - following.size) > SAME_SIZE * paragraph.size:
        return False
    return following.text[:1].islower() or not (following.text[:1].isupper() or following.text[:1].isdigit())


def _join(lines: Iterable[str], known: frozenset[str]) -> str:
    """Lines as one text; a word that was cut between two of them is whole again."""
    pieces: list[str] = []
    for line in lines:
        if pieces:
            pieces[-1], between = _link(pieces[-1], line, known)
            pieces.append(between)
        pieces.append(line)
    return "".join(pieces)


def _link(text: str, more: str, known: frozenset[str]) -> tuple[str, str]:
    """What becomes of a text before the next line, and what stands between them."""
    cut = CUT_WORD.search(text[-LONGEST_WORD:])
    rest = FIRST_WORD.match(more[:LONGEST_WORD])
    if not cut or not rest:
        return text, find_space(text, more)
    if not more[0].islower() or f"{cut.group(1)}-{rest.group()}".casefold() in known:
        return text.rstrip("\u00ad"), ""
    return text[:-1], ""

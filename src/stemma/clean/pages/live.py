"""Live blogs: a page of posts, each with its time, is as many articles."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from stemma.clean.draft import count_words
from stemma.clean.pages.body import choose_blocks, find_doomed, squeeze
from stemma.clean.pages.data import Record, clean_words, find_types, flatten, read_address, read_names, read_text
from stemma.clean.pages.facts import Facts
from stemma.clean.pages.load import Page, load_page
from stemma.clean.pages.moments import read_moment
from stemma.clean.pages.tree import MOST_LINKED, Block, Layout, lay_out, parse_page
from stemma.model import RawDocument

LIVE = re.compile(r"live-?(?:blog|ticker|posting|update|event|feed)")  # of text in small letters
LIVE_WORDS = ("newsticker", "minuto-a-minuto")  # the same; by themselves they are found faster
CLOCK = re.compile(r"\b([01]?\d|2[0-3])\s?[:.h]\s?([0-5]\d)\b")
LONGEST_CLOCK = 8  # words of the line with a post's time
LEAST_POSTS = 4  # by clock times; fewer may be a timetable
LEAST_UPDATES = 2  # by the page's own account
SHORTEST_POST = 6  # words
SHORTEST_INTRO = 60  # words


def find_posts(text: str, raw: RawDocument) -> list[RawDocument]:
    """The posts of a live blog as documents of their own, in the order of the page; [] where the page is none."""
    small = text.lower()
    if not (any(word in small for word in LIVE_WORDS) or LIVE.search(small)):
        return []
    page = load_page(text)
    if page is None:
        return []
    posts = list(_read_updates(page.facts.record)) or list(_read_marked(page.root))
    posts = posts or list(_read_clocks(page.layout, page.facts))
    facts = page.facts
    shared = {"outlet": facts.outlet, "section": facts.section, "url": facts.url, "author": facts.author}
    whole = {"title": facts.title, "published": facts.published, "modified": facts.modified}
    intro = _find_intro(page, [body for _, body in posts]) if posts else ""
    parts = [(0, whole, intro)] if intro else []
    parts += [(number, post, body) for number, (post, body) in enumerate(posts, start=1)]
    return [_make_post(raw, number, body, {**shared, **known, **raw_facts(raw)}) for number, known, body in parts]


def _find_intro(page: Page, posts: list[str]) -> str:
    """What the page tells besides its posts, or "" where that is next to nothing."""
    told = squeeze("".join(posts))
    blocks = choose_blocks(page.layout, page.facts.lead, "")
    lines = [block.text for block in blocks if squeeze(block.text) not in told]
    return "\n".join(lines) if sum(map(count_words, lines)) >= SHORTEST_INTRO else ""


def raw_facts(raw: RawDocument) -> dict[str, str]:
    """What came with the page and holds for every post of it."""
    return {key: value for key, value in raw.meta.items() if key not in ("title", "published", "modified")}


def _make_post(raw: RawDocument, number: int, body: str, facts: dict[str, str | None]) -> RawDocument:
    content = body.encode("utf-8", "replace")
    return RawDocument(
        uri=f"{raw.uri}/{number}",
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        suffix=".txt",
        meta={key: value for key, value in facts.items() if value},
    )


# ---------------------------------------------------------------- by JSON-LD


def _read_updates(record: Record) -> Iterator[tuple[dict[str, str | None], str]]:
    """Yield (facts, text) of each post that a LiveBlogPosting lists."""
    if "LiveBlogPosting" not in find_types(record):
        return
    updates = [item for item in flatten(record.get("liveBlogUpdate")) if _read_body(item)]
    for update in updates if len(updates) >= LEAST_UPDATES else ():
        facts = {
            "title": read_text(update.get("headline")) or None,
            "published": read_moment(read_text(update.get("datePublished"))),
            "modified": read_moment(read_text(update.get("dateModified"))),
            "author": ", ".join(read_names(update.get("author"))) or None,
            "url": read_address(update.get("url")) or None,
        }
        yield {key: value for key, value in facts.items() if value}, _read_body(update)


def _read_body(update: Record) -> str:
    """The text of a post, a line a paragraph, without tags."""
    body = update.get("articleBody")
    if not isinstance(body, str) or count_words(body) < SHORTEST_POST:
        return ""
    root = parse_page(body if "<" in body else "<p>" + body.replace("\n", "<p>"))
    return "\n".join(block.text for block in lay_out(root).blocks) if root is not None else ""


# ---------------------------------------------------------------- by elements that say what they are


def _read_marked(root: Any) -> Iterator[tuple[dict[str, str | None], str]]:
    """Yield (facts, text) of each post that is marked so with microdata."""
    marked = [element for element in root.iter() if "liveblogupdate" in _name_property(element)]
    posts = [(element, _read_lines(_find_property(element, "articlebody"), element)) for element in marked]
    told = [(element, lines) for element, lines in posts if sum(map(count_words, lines)) >= SHORTEST_POST]
    for element, lines in told if len(told) >= LEAST_UPDATES else ():
        heading = _find_property(element, "headline")
        heading = heading if heading is not None else next(element.iter("h2", "h3", "h4"), None)
        title = clean_words(heading.text_content()) if heading is not None else ""
        moment = _find_property(element, "datepublished")
        stated = (moment.get("datetime") or moment.get("content") or "") if moment is not None else ""
        facts = {"title": title or None, "published": read_moment(stated)}
        yield facts, "\n".join(line for line in lines if line != title)


def _name_property(element: Any) -> str:
    return (element.get("itemprop") or "").lower() if isinstance(element.tag, str) else ""


def _find_property(element: Any, name: str) -> Any:
    """The first element inside that holds this property, or None."""
    return next((inner for inner in element.iter() if name in _name_property(inner).split()), None)


def _read_lines(body: Any, post: Any) -> list[str]:
    layout = lay_out(body if body is not None else post)
    return [block.text for block in layout.blocks if body is not None or block.is_prose or block.is_heading]


# ---------------------------------------------------------------- by clock times


def _read_clocks(layout: Layout, facts: Facts) -> Iterator[tuple[dict[str, str | None], str]]:
    """Yield (facts, text) of each post that stands below a line with a clock time."""
    doomed = find_doomed(layout)
    starts = _find_starts(layout)
    chosen = {id(block) for block in choose_blocks(layout, "", "")}
    posts = []
    for start, end in pairwise([*starts, len(layout.blocks)]):
        blocks = [block for block in layout.blocks[start + 1 : end] if _is_of_post(block, doomed, chosen)]
        if any(block.is_prose for block in blocks):
            posts.append((layout.blocks[start], blocks))
    for clock, blocks in posts if len(posts) >= LEAST_POSTS else ():
        title = next((block.text for block in blocks if block.is_heading), None)
        lines = [block.text for block in blocks if block.text != title]
        yield {"title": title, "published": _time(clock.text, facts)}, "\n".join(lines)


def _is_of_post(block: Block, doomed: set[int], chosen: set[int]) -> bool:
    if id(block) in chosen:
        return True
    return block.node not in doomed and (
        block.is_prose or (block.is_heading and block.linked <= MOST_LINKED * len(block.text))
    )


def _find_starts(layout: Layout) -> list[int]:
    """Where the lines with times stand: those in the most common kind of element."""
    kinds: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for index, block in enumerate(layout.blocks):
        if not block.is_prose and block.words <= LONGEST_CLOCK and CLOCK.search(block.text):
            node = layout.nodes[block.node]
            kinds[(node.tag, node.marks)].append(index)
    return max(kinds.values(), key=len, default=[])


def _time(line: str, facts: Facts) -> str | None:
    """The moment of a post, where all of the blog was written on one day."""
    match = CLOCK.search(line)
    days = {moment[:10] for moment in (facts.published, facts.modified) if moment}
    if match is None or len(days) != 1:
        return None
    return f"{min(days)}T{match.group(1).zfill(2)}:{match.group(2)}:00"

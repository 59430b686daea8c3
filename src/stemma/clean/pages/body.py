"""Which blocks of a page are the article: the best run of running text, with its lead, without boxes and lists."""

import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import islice

from stemma.clean.draft import FULL_STOP, SENTENCE_END
from stemma.clean.pages.tree import HEADINGS, MOST_LINKED, SHORTEST_PROSE, Block, Layout

APART = frozenset(["aside", "figcaption", "figure", "footer", "nav", "dialog", "caption", "table", "menu", "address"])
BOXES = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|affiliate|alsoread|author(?:s|bio|box|info)?|banner|bio|breadcrumbs?|byline|caption\w*|"
    r"carousel|comments?|consent|cookies?|copyright|credits?|disclaimer|dateline|disqus|embed\w*|factbox|footer|footnotes?|gallery|"
    r"infobox|keywords?|legal|list-?articles|login|meta|metadata|menu|modal|more|mostread|navigation|nav|"
    r"newsletters?|outbrain|overlay|partner|photo|player|podcast|popular|popup|poll|pull-?quotes?|print|promos?|promoted|promotion\w*|quiz|rail|rating|"
    r"read-?(?:more|also|next)|recirc\w*|recommend\w*|register|related\w*|share\w*|sharing|sidebar|signup|skip|slider|"
    r"slideshow|social\w*|sponsor\w*|subscri\w*|taboola|tags?|taglist|teasers?|timestamp|toolbar|tooltip|topics?|trending|"
    r"tweet|twitter|video\w*|vote|widgets?)(?=$|[\s_-])",
    re.IGNORECASE,
)
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
LEAD = re.compile(
    r"(?:^|[\s_-])(?:lead\w*|lede|standfirst|summary|sub-?title|sub-?head\w*|sapo|entradilla|chapo|deck|dek|excerpt|"
    r"intro\w*|abstract|description|sommario|vorspann|teaser-?text|ingress|bajada|kicker-text|sous-?titre|spot)(?=$|[\s_-])",
    re.IGNORECASE,
)
NO_LETTERS = re.compile(r"[\W_]+")
LARGEST_BOX = 0.3  # of a page's running text: what holds more is no box, whatever its name
ITEM_PENALTY = 4
UNKIN = 0.5
NEAR = 3  # elements around a block
MOST_BLOCKS = 3000  # of an article; beyond that, comparing each with all would take too long
OFTEN = 3
HOMELY = 0.4  # of the words, in one place: then what hangs elsewhere behind it is no part
KNOWN = 0.7  # of the words, in the text that metadata hold
SHORTEST_PULLED = 5  # words
SHORTEST_LEAD = 5  # words
LIKE_LEAD = 0.7  # of the words of both


def find_doomed(layout: Layout) -> set[int]:
    """Elements that are no part of an article by their kind or name, with all below them."""
    whole = max((node.words for node in layout.nodes), default=0)
    family: dict[str, int] = defaultdict(int)
    for node in layout.nodes:
        family[node.marks] += node.words
    doomed: set[int] = set()
    for index, node in enumerate(layout.nodes):
        if node.parent in doomed:
            if layout.nodes[node.parent].tag != "figure" or node.tag != "blockquote":
                doomed.add(index)
        elif (node.tag in APART and node.words <= LARGEST_BOX * whole) or (
            node.tag not in HEADINGS
            and node.marks
            and family[node.marks] <= LARGEST_BOX * whole
            and _is_box(node.marks)
        ):
            doomed.add(index)
    return doomed


@lru_cache(maxsize=4096)  # a page calls many elements alike, and so do those of one outlet
def _is_box(marks: str) -> bool:
    return BOXES.search(_spell(marks)) is not None


def _spell(marks: str) -> str:
    """The names of an element in hyphened words, without those of style alone ("md:text-xl", "[&_a]:link")."""
    return CAMEL.sub("-", " ".join(mark for mark in marks.split() if mark.replace("-", "").replace("_", "").isalnum()))


def find_home(layout: Layout, doomed: set[int]) -> int | None:
    """The element that holds the most running text directly or in one paragraph below it."""
    words: dict[int, int] = defaultdict(int)
    for block in layout.blocks:
        if block.is_prose and block.node not in doomed:
            words[find_holder(layout, block)] += block.words
    return max(words, key=lambda node: (words[node], -node), default=None)


def find_holder(layout: Layout, block: Block) -> int:
    """The element that holds the paragraph, or the block itself where it stands in none."""
    node = layout.nodes[block.node]
    return node.parent if node.tag in ("p", "li", "blockquote") and node.parent >= 0 else block.node


def choose_blocks(layout: Layout, lead: str, known: str) -> list[Block]:
    """The blocks of the article, in the order of the page.

    Args:
        layout: the page.
        lead: what metadata give as the article's summary, or "".
        known: the article's text where metadata hold it, or "".
    """
    doomed = find_doomed(layout)
    home = find_home(layout, doomed)
    if home is None:
        return []
    often = find_repeated(layout)
    weights = [_weigh(block, layout, doomed, home) for block in layout.blocks]
    start, end = find_best_run(weights)
    captions = find_captions(layout)
    chosen = [
        block
        for block in layout.blocks[start:end]
        if block.node not in doomed and often[squeeze(block.text)] < OFTEN and squeeze(block.text) not in captions
    ]
    chosen = _trim(_tidy(chosen, layout, home), layout, home)
    found = [*_find_lead(layout, start, doomed, lead), *_keep_known(chosen, known)]
    return _drop_pulled(found)


def find_repeated(layout: Layout) -> Counter[str]:
    """How often each text stands on the page."""
    return Counter(squeeze(block.text) for block in layout.blocks)


def find_captions(layout: Layout) -> set[str]:
    """The texts below pictures, which some pages hold twice."""
    return {squeeze(block.text) for block in layout.blocks if layout.nodes[block.node].tag == "figcaption"}


@lru_cache(maxsize=4096)  # each block of a page is asked for several times
def squeeze(text: str) -> str:
    """The letters and digits of a text alone."""
    return NO_LETTERS.sub("", text.casefold())


def _is_kin(block: Block, layout: Layout, home: int) -> bool:
    """True for what hangs where most of the article hangs, or in another element of that name."""
    holder = find_holder(layout, block)
    marks = layout.nodes[home].marks
    return home in islice(layout.climb(block.node), NEAR) or bool(marks and layout.nodes[holder].marks == marks)


def _weigh(block: Block, layout: Layout, doomed: set[int], home: int) -> float:
    if block.node in doomed:
        return 0.0 if not block.is_prose else -0.2 * min(block.words, 40)
    if block.is_prose:
        return block.words * (1.0 if _is_kin(block, layout, home) else UNKIN)
    if block.is_heading:
        return -2.0
    if _is_line(block) and _is_kin(block, layout, home):
        return 0.5 * block.words
    return -ITEM_PENALTY - 0.5 * min(block.linked / 6, 20)


def find_best_run(weights: list[float]) -> tuple[int, int]:
    """Where the run of the greatest sum starts and ends (Kadane's method)."""
    best, start, end = 0.0, 0, 0
    total, first = 0.0, 0
    for index, weight in enumerate(weights):
        if total <= 0:
            total, first = 0.0, index
        total += weight
        if total > best:
            best, start, end = total, first, index + 1
    return start, end


def _tidy(chosen: list[Block], layout: Layout, home: int) -> list[Block]:
    """Without link lines, and without short lines that hang elsewhere than the article."""
    kept: list[Block] = []
    for block in chosen:
        if block.is_prose or (_is_line(block) and (block.is_heading or _is_kin(block, layout, home))):
            kept.append(block)
    return kept


def _is_line(block: Block) -> bool:
    """True for what may be a line of the article: no link, or a whole sentence that is one."""
    is_sentence = block.words > 2 * SHORTEST_PROSE and FULL_STOP.search(block.text) is not None
    return is_sentence or block.linked <= MOST_LINKED * len(block.text)


def _trim(chosen: list[Block], layout: Layout, home: int) -> list[Block]:
    """Without headings at the end, and boxes that hang elsewhere after the end of an article that has a home."""
    kin = [_is_kin(block, layout, home) for block in chosen]
    prose = sum(block.words for block in chosen if block.is_prose)
    own = sum(block.words for block, is_own in zip(chosen, kin, strict=True) if is_own and block.is_prose)
    end = len(chosen)
    while end and (chosen[end - 1].is_heading or (own >= HOMELY * prose and not kin[end - 1])):
        end -= 1
    return chosen[:end]


def _keep_known(chosen: list[Block], known: str) -> list[Block]:
    """Without running text that the metadata's own text lacks, where that text is whole and holds most of it."""
    if (
        len(chosen) > MOST_BLOCKS
        or not SENTENCE_END.search(known[-20:].rstrip())
        or known.rstrip().endswith(("...", "…"))
    ):
        return chosen
    known = squeeze(known)
    prose = [block for block in chosen if block.is_prose]
    borne = [block for block in prose if _is_in(block, known)]
    if sum(b.words for b in borne) < KNOWN * sum(b.words for b in prose):
        return chosen
    return [block for block in chosen if not block.is_prose or _is_in(block, known) or block is prose[0]]


def _is_in(block: Block, known: str) -> bool:
    letters = squeeze(block.text)
    return bool(known) and (letters[:40] in known or letters[-40:] in known)


def _drop_pulled(chosen: list[Block]) -> list[Block]:
    """Without quotations pulled out of the text, and other words that stand in a longer block as they are."""
    if len(chosen) > MOST_BLOCKS:
        return chosen
    letters = [squeeze(block.text) for block in chosen]
    whole = "\n".join(letters)
    return [
        block
        for block, own in zip(chosen, letters, strict=True)
        if block.is_heading or block.words < SHORTEST_PULLED or whole.count(own) < 2
    ]


def _find_lead(layout: Layout, start: int, doomed: set[int], lead: str) -> list[Block]:
    """The summary above the article: what stands in an element so named, or what metadata give as its description."""
    above = [
        block
        for block in layout.blocks[:start]
        if layout.nodes[block.node].tag != "h1" and block.words >= SHORTEST_LEAD and _is_line(block)
    ]
    wanted = set(lead.casefold().split())
    for block in above:
        words = set(block.text.casefold().split())
        if wanted and len(words & wanted) >= LIKE_LEAD * len(words | wanted):
            return [block]
    named = [(block, _find_named_lead(block, layout)) for block in above if block.node not in doomed]
    holder = next((holder for _, holder in named if holder is not None), None)
    return [block for block, own in named if own == holder is not None]


def _find_named_lead(block: Block, layout: Layout) -> int | None:
    """The outermost element near the block that is called a lead or a summary."""
    near = list(islice(layout.climb(block.node), NEAR))
    return next((node for node in reversed(near) if LEAD.search(_spell(layout.nodes[node].marks))), None)

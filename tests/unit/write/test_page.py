import json
import re
from base64 import b64decode, b64encode
from dataclasses import replace
from gzip import decompress
from hashlib import sha256
from html.parser import HTMLParser
from io import StringIO
from xml.etree import ElementTree

import pytest
from rich.console import Console

from stemma.model import Dossier, Span
from stemma.write import write
from stemma.write.page import ASSETS, BOOT, UNPACK, measure_page
from stemma.write.sections.evidence import find_frame
from stemma.write.sections.layout import collapse, find_layers, make_layout
from stemma.write.sections.lineage_svg import find_free, measure, wrap
from stemma.write.sections.markup import isolate, make_link, mark_words, show
from stemma.write.terminal import print_findings
from stemma.write.urgency import find_urgent
from stemma.write.view.lineage import Edge, Lineage, Node, make_lineage
from stemma.write.view.lookup import make_lookup
from stemma.write.view.readings import Told

VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Collects tags, attributes and text; fails on tags that do not close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.words.append(data)


@pytest.fixture(scope="module")
def page(dossier: Dossier) -> str:
    written = write(dossier, "html")
    assert isinstance(written, str)
    return written


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def find_dead_links(page: str) -> set[str]:
    attributes = read(page).attributes
    links = {value[1:] for _, name, value in attributes if name == "href" and value and value.startswith("#")}
    return links - {value for _, name, value in attributes if name == "id"}


def test_every_tag_closes_and_every_inner_link_has_its_target(page: str) -> None:
    ids = [value for _, name, value in read(page).attributes if name == "id"]
    assert len(ids) == len(set(ids))
    assert find_dead_links(page) == set()


def find_scripts(page: str) -> list[tuple[str, str]]:
    """Attributes and content of every script, as a browser would find them."""
    return re.findall(r"<script([^>]*)>(.*?)</script", page, re.DOTALL | re.IGNORECASE)


def hash_words(words: str) -> str:
    return f"'sha256-{b64encode(sha256(words.encode()).digest()).decode()}'"


def test_nothing_is_loaded_and_only_our_own_scripts_run(page: str) -> None:
    reader = read(page)
    assert {tag for tag, _, _ in reader.attributes} & {"img", "link", "iframe", "object", "embed", "base"} == set()
    assert [name for _, name, _ in reader.attributes if name in ("style", "src") or name.startswith("on")] == []
    scripts = find_scripts(page)
    data, program = ' type="application/json" id="report"', ' type="application/gzip" id="program"'
    assert [attributes for attributes, _ in scripts] == ["", data, program, ""]
    assert [content for _, content in scripts[::3]] == [BOOT, UNPACK]
    unpacked = decompress(b64decode(dict(scripts)[program])).decode()
    assert unpacked == (ASSETS / "live/report.js").read_text(encoding="utf-8")
    assert page.lower().count("<script") == page.lower().count("</script>") == 4
    assert "url(" not in "".join(re.findall(r"<style[^>]*>(.*?)</style>", page, re.DOTALL))
    [external] = {value for _, name, value in reader.attributes if name == "href" and not (value or "").startswith("#")}
    assert external == "https://ostbote.example/hafen?a=1&b=2"


def test_the_policy_allows_just_these_styles_and_scripts(page: str) -> None:
    styles = re.findall(r"<style[^>]*>(.*?)</style>", page, re.DOTALL)
    scripts = [content for attributes, content in find_scripts(page) if not attributes]
    program = (ASSETS / "live/report.js").read_text(encoding="utf-8")
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    rules = dict(rule.strip().split(" ", maxsplit=1) for rule in policy.split(";"))
    assert rules == {
        "default-src": "'none'",
        "style-src": " ".join(map(hash_words, styles)),
        "script-src": " ".join(map(hash_words, [*scripts, program])),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert (len(styles), len(scripts)) == (3, 2)


def test_the_data_cannot_end_its_script(dossier: Dossier) -> None:
    words = "</script><!--<script>\u2028\u2029\u202e\x00 \U0001d519"
    first = replace(dossier.articles[0], text=words + dossier.articles[0].text, title=words, outlet=words)
    page = str(write(replace(dossier, articles=(first, *dossier.articles[1:])), "html", full=True))
    [(_, data)] = [script for script in find_scripts(page) if "json" in script[0]]
    assert not re.search("[<\u2028\u2029\u202e\x00]", data)
    assert json.loads(data)["articles"][0]["outlet"] == words
    assert json.loads(data)["articles"][0]["passages"][0]["text"].startswith(words)
    assert len(find_scripts(page)) == 4


def test_the_shipped_assets_cannot_end_their_elements() -> None:
    script = (ASSETS / "live/report.js").read_text(encoding="utf-8")
    assert not re.search(r"</?script", script, re.IGNORECASE)
    assert all("</style" not in path.read_text(encoding="utf-8").lower() for path in ASSETS.rglob("*.css"))


def test_without_a_script_and_on_paper_the_page_that_needs_none_is_shown(page: str) -> None:
    assert '<style id="paper-style">' in page
    assert '<style id="live-style" media="not all">' in page
    assert 'getElementById("paper-style").media="print"' in BOOT
    assert 'getElementById("live-style").media="screen"' in BOOT
    reader = read(page)
    paper = page[page.index('<div id="paper">') : page.index('<script type="application/json"')]
    assert '<div id="app"></div>' in page
    assert paper.count("<h1>") == 1
    assert ("div", "id", "paper") in reader.attributes


def test_the_frame_of_a_page_is_small_and_its_parts_are_measured(page: str) -> None:
    sizes = measure_page(page)
    [(_, data)] = [script for script in find_scripts(page) if "json" in script[0]]
    assert sizes["data"] == len(data.encode())
    assert sum(sizes.values()) == len(page.encode())
    assert sizes["frame"] < 400_000


def test_hostile_text_is_shown_as_text(page: str) -> None:
    words = "".join(read(page).words)
    assert '<script>alert("theft")</script>' in words
    assert "<img src=x onerror=alert(1)>.txt" in words
    assert "U+202E" in words
    assert "\u202e" not in page


def test_the_day_asked_for_is_told(dossier: Dossier) -> None:
    page = write(replace(dossier, settings={"as_of": "2031-03-05"}), "html")
    assert "As of 5 March 2031: 0 articles published later left out" in "".join(read(str(page)).words)


def test_what_a_reader_must_know_is_there(page: str) -> None:
    words = " ".join("".join(read(page).words).split())
    for phrase in (
        "Walkout at the container port of Vellmar",
        "4 articles and 1 copy in 3 languages (Arabic, English and German) · March 2031",
        "1 article set aside and 1 file skipped",
        "of 2, unsourced",
        "1 to 2 possible",
        "How it changed on the way",
        "△ almost two dozen",
        "no text in it: the pages are pictures",
        "Set aside and skipped",
        "What to get next",
        "characters 127–193",
        "very likely (.93)",
    ):
        assert phrase in words
    assert words.index("People hurt when a crane") < words.index("18 dock workers left")


def test_quotations_mark_the_exact_words(page: str, dossier: Dossier) -> None:
    assert (
        "<mark><strong>almost two dozen</strong> dock workers have abandoned the port &amp; its cranes</mark>" in page
    )
    assert dossier.articles[1].sha256 in page


def test_excerpts_only_unless_the_whole_text_is_asked_for(dossier: Dossier) -> None:
    tail = "The very last words of a long text."
    long = replace(dossier.articles[0], text=dossier.articles[0].text + "Filler. " * 100 + tail)
    longer = replace(dossier, articles=(long, *dossier.articles[1:]))
    assert tail not in str(write(longer, "html"))
    assert tail in str(write(longer, "html", full=True))


def test_pictures_are_well_formed_and_described(page: str) -> None:
    pictures = re.findall(r"<svg.*?</svg>", re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL), re.DOTALL)
    assert len(pictures) == 5
    for picture in pictures:
        root = ElementTree.fromstring(picture)
        assert root.find("{http://www.w3.org/2000/svg}title") is not None
        assert root.find("{http://www.w3.org/2000/svg}desc") is not None


def test_same_dossier_same_page(dossier: Dossier, page: str) -> None:
    assert write(dossier, "html") == page


def test_an_empty_dossier_is_a_page_too(dossier: Dossier) -> None:
    empty = Dossier(
        version="0",
        settings={},
        articles=(),
        skipped=dossier.skipped,
        stories=(),
        threads=(),
        attributions=(),
        claims=(),
        collations=(),
        witnesses=(),
        derivations=(),
        assessments=(),
        wanted=(),
        timeline=(),
    )
    words = "".join(read(str(write(empty, "html"))).words)
    assert "No story" in words
    assert "scan<1>.pdf" in words


def test_many_claims_are_cut_and_the_page_says_so(dossier: Dossier) -> None:
    first, assessment = dossier.collations[0], dossier.assessments[0]
    many = [replace(first, id=f"m{number:03}") for number in range(230)]
    crowded = replace(
        dossier, collations=tuple(many), assessments=tuple(replace(assessment, collation=item.id) for item in many)
    )
    page = str(write(crowded, "html"))
    assert find_dead_links(page) == set()
    assert page.count('class="claim"') == 100
    assert "… and 130 more claims, less urgent, in the JSON." in page


def test_addresses_other_than_web_addresses_are_no_links() -> None:
    assert make_link("javascript:alert(1)", "x") == "x"
    assert make_link('https://a.example/"><b>', "x").startswith('<a href="https://a.example/&quot;&gt;&lt;b&gt;"')


def test_markup_shows_hidden_characters_by_name() -> None:
    assert show("a\u202eb\x00<") == (
        'a<span class="hidden-character">U+202E</span>b<span class="hidden-character">U+0000</span>&lt;'
    )
    assert isolate("<b>") == '<bdi dir="auto">&lt;b&gt;</bdi>'


def test_marks_ignore_spans_outside_and_overlaps() -> None:
    marked = mark_words("abcdefgh", Span(0, 8), Span(2, 6), [Span(2, 4), Span(3, 5), Span(7, 8)])
    assert marked == "ab<mark><strong>cd</strong>ef</mark>gh"


def test_frames_are_cut_between_words_and_stay_near() -> None:
    text = "word " * 100
    frame = find_frame(text, Span(250, 254))
    assert 250 - 160 <= frame.start <= 250
    assert frame.end <= 254 + 160
    assert text[frame.start : frame.end].startswith("word")
    assert find_frame("short", Span(0, 5)) == Span(0, 5)
    assert find_frame("字" * 1000, Span(500, 510)) == Span(340, 670)


def make_node(id: str, article: bool = True) -> Node:
    told = Told(article=id, claim=id, manner="same", words="") if article else None
    return Node(id=id, name=id, kind="article" if article else "outlet", article=id if article else None, told=told)


def make_edge(exemplar: str, copy: str) -> Edge:
    return Edge(exemplar=exemplar, copy=copy, kind="citation", basis="stated", confidence=1.0, evidence=())


def test_layers_end_with_the_articles_and_loops_are_cut() -> None:
    nodes = tuple(make_node(id, article=id not in "xy") for id in "xyabc")
    lineage = Lineage(
        nodes=nodes,
        edges=(make_edge("x", "y"), make_edge("y", "a"), make_edge("x", "b"), make_edge("b", "c"), make_edge("c", "b")),
    )
    assert find_layers(lineage) == {"x": 0, "y": 1, "a": 2, "b": 1, "c": 2}


def test_a_chain_longer_than_the_stack_has_layers() -> None:
    nodes = tuple(make_node(str(number)) for number in range(1500))
    edges = tuple(make_edge(str(number), str(number + 1)) for number in range(1499))
    assert find_layers(Lineage(nodes=nodes, edges=edges))["1499"] == 1499


def test_boxes_never_overlap(dossier: Dossier) -> None:
    lookup = make_lookup(dossier)
    for finding in find_urgent(lookup):
        lineage = make_lineage(lookup, finding)
        layout = make_layout(lineage, {node.id: 50.0 for node in lineage.nodes})
        for one in layout.boxes:
            for two in layout.boxes:
                apart = one.layer != two.layer or abs(one.y - two.y) >= (one.height + two.height) / 2
                assert one.id == two.id or apart
            assert one.y - one.height / 2 >= 0
            assert one.y + one.height / 2 <= layout.height


def test_many_copies_told_alike_share_a_box() -> None:
    copies = [f"a{number:02}" for number in range(30)]
    lineage = Lineage(
        nodes=(make_node("x", article=False), *map(make_node, copies)), edges=tuple(make_edge("x", id) for id in copies)
    )
    small = collapse(lineage)
    assert len(small.nodes) == 6
    assert small.nodes[-1].name == "26 more articles"


def test_labels_of_links_never_overlap() -> None:
    taken: list[tuple[float, float, float, float]] = []
    places = [find_free((0.0, 80.0), (50.0, 12.0), taken, 200.0) for _ in range(4)]
    assert places[0] == 50.0
    assert all(abs(one - other) >= 24 for at, one in enumerate(places) for other in places[:at])
    assert find_free((90.0, 120.0), (50.0, 12.0), taken, 200.0) == 50.0


def test_text_in_boxes_is_cut_by_width() -> None:
    assert wrap("one two three four five six", 9, 2) == ["one two", "three…"]
    assert measure("漢字ab") == 6
    assert all(measure(line) <= 10 for line in wrap("漢字" * 40, 8, 2))


@pytest.mark.parametrize(
    "nouns", ["articles", "claims", "witnesses", "attributions", "stories", "derivations", "assessments", "collations"]
)
def test_a_dossier_with_a_part_torn_out_is_still_shown(dossier: Dossier, nouns: str) -> None:
    torn = replace(dossier, **{nouns: getattr(dossier, nouns)[1::2]})
    read(str(write(torn, "html")))
    assert write(replace(dossier, **{nouns: ()}), "html")
    print_findings(torn, Console(file=StringIO(), width=120))


def test_a_claim_without_a_title_is_called_by_its_words(dossier: Dossier) -> None:
    nameless = replace(dossier, collations=tuple(replace(item, title=" ") for item in dossier.collations))
    assert '<h3><bdi dir="auto">18 dock workers left their posts' in str(write(nameless, "html"))

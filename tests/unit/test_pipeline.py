"""The way of the data: what the pipeline itself promises, beside what its stages do."""

import json
import random
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from stemma import Dossier, Settings, write
from stemma.demo import demo_folder
from stemma.errors import InputError
from stemma.pipeline import investigate
from stemma.write.dossier import read_dossier

STORIES = {
    "lamp.txt": "Ferry sinks off Harborview\nThe ferry Orla sank off Harborview on Monday, harbour master Ines Holm "
    "said. Twelve people were rescued from the water, she said.\n",
    "herald.txt": "Twelve saved as ferry goes down\nHarbour master Ines Holm said that the ferry Orla sank off "
    "Harborview on Monday and that twelve people were rescued from the water.\n",
}
SETTINGS = Settings(embedder="none")


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    for name, text in STORIES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [("empty.txt", b"", "empty file"), ("machine.txt", b"MZ\x00\x01\x02", "a binary file, not text")],
)
def test_a_single_unusable_file_is_told_with_its_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    told = f"no usable article: {name}: {reason}. Give a file or a folder of articles."
    with pytest.raises(InputError, match=f"^{re.escape(told)}$"):
        investigate([tmp_path / name], SETTINGS)


def test_many_unusable_files_are_told_in_one_line(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(
        InputError, match=r"^no usable article: 0\.txt: empty file; .*2\.txt: empty file; and 2 more\. Give"
    ):
        investigate([tmp_path], SETTINGS)


def test_articles_after_the_day_asked_for_are_left_out(pile: Path) -> None:
    meta = {"lamp.txt": {"published": "2024-05-02"}, "herald.txt": {"published": "2024-05-04"}}
    dossier = investigate([pile], Settings(embedder="none", as_of="2024-05-03", meta=meta))
    assert [article.uri for article in dossier.articles] == ["lamp.txt"]
    assert [(item.uri, item.reason) for item in dossier.skipped] == [
        ("herald.txt", "published 2024-05-04, after 2024-05-03")
    ]


def test_a_second_run_does_not_read_the_report_of_the_first(pile: Path) -> None:
    first = investigate([pile], SETTINGS)
    (pile / "out").mkdir()
    for name, form in (("dossier.json", "json"), ("report.html", "html")):
        written = write(first, form)
        (pile / "out" / name).write_bytes(written.encode() if isinstance(written, str) else written)
    second = investigate([pile], SETTINGS)
    assert second.articles == first.articles
    assert second.collations == first.collations
    reasons = {item.uri: item.reason for item in second.skipped}
    assert reasons["out/report.html"] == "a report that stemma wrote, not an article"
    assert reasons["out/dossier.json"] == "a file that stemma wrote, not an article"


@pytest.fixture(scope="module", params=["none", "fuse"])
def demo(request: pytest.FixtureRequest) -> Dossier:
    """The packaged demo's dossier, with either encoder."""
    return investigate([demo_folder()], Settings(embedder=request.param))


@pytest.fixture
def own_demo(tmp_path: Path) -> Path:
    """The demo's articles in a folder that a test may add to."""
    return Path(shutil.copytree(demo_folder(), tmp_path / "demo"))


def list_demo_files() -> list[Path]:
    return sorted(path for path in demo_folder().iterdir() if path.name != "meta.jsonl")


def find_marks(thing: object, article: str | None = None) -> list[tuple[str, list[int], str | None]]:
    """(article, span, text) of everything in a dossier's JSON that has a span in a known article."""
    if isinstance(thing, list):
        return [mark for part in thing for mark in find_marks(part, article)]
    if not isinstance(thing, dict):
        return []
    article = thing.get("article") or article
    own = [(article, thing["span"], thing.get("text"))] if article and thing.get("span") else []
    own += [(article, span, None) for key in ("spans", "mentions") for span in thing.get(key) or () if article]
    return own + [mark for part in thing.values() for mark in find_marks(part, article)]


def test_files_in_any_order_give_the_bytes_of_the_folder(demo: Dossier) -> None:
    settings = Settings(embedder=str(demo.settings["embedder"]))
    whole = write(demo, "json")
    files = list_demo_files()
    random.Random(1).shuffle(files)
    assert write(investigate(files, settings), "json") == whole


def test_json_and_back(demo: Dossier) -> None:
    written = write(demo, "json")
    assert write(read_dossier(written), "json") == written


def test_every_span_equals_its_quotation(demo: Dossier) -> None:
    found = json.loads(write(demo, "json"))
    texts = {article["id"]: article["text"] for article in found["articles"]}
    marks = find_marks({key: value for key, value in found.items() if key != "articles"})
    assert len(marks) > 500
    for article, (start, end), text in marks:
        assert 0 <= start < end <= len(texts[article])
        assert text is None or texts[article][start:end] == text
    for attribution in found["attributions"]:
        content = attribution["content"]
        parts = [texts[attribution["article"]][start:end] for start, end in content["spans"]]
        assert " ".join(parts) == content["text"]


def test_ids_are_unique_and_references_are_kept(demo: Dossier) -> None:
    lists = (demo.articles, demo.stories, demo.threads, demo.attributions, demo.claims, demo.collations, demo.witnesses)
    for found in lists:
        assert [name for name, count in Counter(item.id for item in found).items() if count > 1] == []  # type: ignore[attr-defined]
    witnesses = {witness.id for witness in demo.witnesses}
    assert {d.copy for d in demo.derivations} | {d.exemplar for d in demo.derivations} <= witnesses
    assert {w.witness for w in demo.wanted} <= witnesses


def test_every_claim_stands_in_one_collation_with_one_assessment(demo: Dossier) -> None:
    told = [claim for collation in demo.collations for claim in collation.claims]
    assert sorted(told) == sorted(claim.id for claim in demo.claims)
    assert sorted(a.collation for a in demo.assessments) == sorted(collation.id for collation in demo.collations)


def test_uris_are_relative(demo: Dossier) -> None:
    assert [article.uri for article in demo.articles] == [path.name for path in list_demo_files()]


def test_repr_says_what_is_inside(demo: Dossier) -> None:
    assert repr(demo).startswith(f"<Dossier: {len(demo.articles)} articles in {len(demo.stories)} stories, ")
    assert repr(demo).endswith(f"{len(demo.wanted)} sources wanted>")


def test_later_articles_of_the_demo_are_listed(demo: Dossier) -> None:
    settings = Settings(embedder=str(demo.settings["embedder"]), as_of="2025-03-13")
    early = investigate([demo_folder()], settings)
    left_out = {a.uri for a in demo.articles if a.published and a.published > "2025-03-13T99"}
    assert {item.uri for item in early.skipped} == left_out
    assert {a.uri for a in early.articles} == {a.uri for a in demo.articles} - left_out
    assert all(item.reason.endswith(", after 2025-03-13") for item in early.skipped)


def test_a_language_given_is_taken_for_every_article(pile: Path) -> None:
    dossier = investigate([pile], Settings(embedder="none", language="de"))
    assert {article.language for article in dossier.articles} == {"de"}
    assert dossier.settings["language"] == "de"


def test_progress_tells_of_every_stage(pile: Path) -> None:
    told: list[tuple[str, str]] = []
    investigate([pile], SETTINGS, lambda stage, done: told.append((stage, done)))
    assert [stage for stage, _ in told] == ["Read", "Clean", "Group", "Extract", "Match", "Trace", "Weigh"]
    assert told[0][1] == "2 documents"


def find_independence(dossier: Dossier) -> dict[tuple[str, str], tuple[int, int, int]]:
    """(article, claim) -> low, best, high of the collation in which it stands."""
    counts = {a.collation: (a.independent.low, a.independent.best, a.independent.high) for a in dossier.assessments}
    home = {claim: collation.id for collation in dossier.collations for claim in collation.claims}
    uris = {article.id: article.uri for article in dossier.articles}
    return {(uris[claim.article], claim.text): counts[home[claim.id]] for claim in dossier.claims}


def test_exact_copies_raise_no_figure(demo: Dossier, own_demo: Path) -> None:
    for name in ("01-calvera-press-agency.txt", "04-brennick-courier.html", "07-neue-hafenpost.txt"):
        shutil.copy(own_demo / name, own_demo / f"99-{name}")
    after = find_independence(investigate([own_demo], Settings(embedder=str(demo.settings["embedder"]))))
    raised = {
        claim: (counts, after[claim])
        for claim, counts in find_independence(demo).items()
        if any(new > old for new, old in zip(after[claim], counts, strict=True))
    }
    assert raised == {}


def find_stated(dossier: Dossier) -> set[tuple[str, str]]:
    """(article, name of the source that it states)."""
    witnesses = {witness.id: witness for witness in dossier.witnesses}
    uris = {article.id: article.uri for article in dossier.articles}
    return {
        (uris[witnesses[d.copy].article or ""], witnesses[d.exemplar].name)
        for d in dossier.derivations
        if d.basis == "stated" and witnesses[d.copy].article
    }


def test_an_unrelated_article_removes_no_stated_link(demo: Dossier, own_demo: Path) -> None:
    text = "Choir of Orlin wins at song feast\nThe choir of Orlin sang under the lime trees, conductor Mara Tjell said."
    (own_demo / "98-orlin-choir.txt").write_text(text, encoding="utf-8")
    after = investigate([own_demo], Settings(embedder=str(demo.settings["embedder"])))
    assert find_stated(demo) - find_stated(after) == set()
    assert "98-orlin-choir.txt" in {uri for uri, _ in find_stated(after)}


def test_notes_of_the_readers_and_the_columns_are_kept(tmp_path: Path) -> None:
    table = 'Head;Body\nTwo bridges closed;"Two bridges were closed on Monday, the road office said."\n'
    (tmp_path / "a.csv").write_text(table, encoding="utf-8")
    told: list[tuple[str, str]] = []
    settings = Settings(embedder="none", columns={"text": "Body", "title": "Head"})
    dossier = investigate([tmp_path], settings, lambda *line: told.append(line))
    assert told[0] == ("Note", 'a.csv: read as a table: text from "Body", title from "Head"')
    assert told[1] == ("Read", "1 documents")
    assert dossier.settings["columns"] == "text=Body, title=Head"
    assert dossier.articles[0].title == "Two bridges closed"

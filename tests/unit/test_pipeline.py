"""The way of the data: what the pipeline itself promises, beside what its stages do."""

import re
from pathlib import Path

import pytest

from stemma import Settings, write
from stemma.errors import InputError
from stemma.pipeline import explain, investigate

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
    assert reasons["out/dossier.json"].startswith("not a kind of file that is read")


def test_near_misses_bear_the_uri_of_their_article(pile: Path) -> None:
    found = explain([pile], "lamp.txt:Ferry sinks", "herald.txt:Twelve saved", SETTINGS)
    assert found.near_misses
    assert {near.uri for near in found.near_misses} == {"herald.txt"}
    assert [near.score for near in found.near_misses] == sorted((n.score for n in found.near_misses), reverse=True)

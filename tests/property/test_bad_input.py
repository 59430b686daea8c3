"""The command line on input that is broken, empty, huge or all the same: an exit code, a message, a bounded time."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from stemma import cli
from stemma.write.dossier import read_dossier

STORY = (
    "Ferry sinks off Harborview\nThe ferry Orla sank off Harborview on Monday, harbour master Ines Holm said. "
    "Twelve people were rescued from the water, she said.\nThe Selmar Lamp reported that the ferry had been "
    "inspected in March, citing an official.\n"
)
ADVICE = "Give a file or a folder of articles."


@dataclass(frozen=True)
class Told:
    """What a command said, and what it took."""

    code: int
    out: bytes
    err: str
    seconds: float


@pytest.fixture
def trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Told]:
    """Runs `stemma trace --json` in a folder of its own, without an encoder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Told:
        start = time.process_time()
        with pytest.raises(SystemExit) as left:
            cli.main(["trace", *arguments, "--json", "--embedder", "none"])
        shown = capfdbinary.readouterr()
        return Told(int(left.value.code or 0), shown.out, shown.err.decode(), time.process_time() - start)

    return run


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty file"),
        ("blank.md", b"\n \n", "empty file"),
        ("machine.txt", b"MZ\x00\x01\x02\x03", "a binary file, not text"),
        (
            "bare.html",
            b"<!DOCTYPE html><html><head><title>Lamp</title></head></html>",
            "no article text in this web page",
        ),
        (
            "shell.html",
            b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
            "no article text in this web page",
        ),
    ],
)
def test_one_unusable_file_is_told_in_one_line(
    trace: Callable[..., Told], tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    told = trace(name)
    assert (told.code, told.out) == (1, b"")
    assert told.err == f"stemma: no usable article: {name}: {reason}. {ADVICE}\n"


def test_a_missing_path(trace: Callable[..., Told]) -> None:
    told = trace("no-such-dir")
    assert (told.code, told.out, told.err) == (1, b"", f"stemma: no-such-dir: no such file. {ADVICE}\n")


def test_a_folder_without_articles(trace: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "boat.png").write_bytes(b"\x89PNG")
    told = trace("photos")
    assert (told.code, told.out) == (1, b"")
    assert told.err.startswith("stemma: photos: no articles there (only 1 of other kinds). Give files, or a folder")


def test_an_unknown_language(trace: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY)
    told = trace("one.txt", "--language", "xx")
    assert (told.code, told.out) == (2, b"")
    assert told.err.startswith("stemma: --language xx: no such language. Known: ")
    assert " de, en, " in told.err


def test_an_unusable_file_among_good_ones_is_named_and_exits_with_3(trace: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(STORY)
    (tmp_path / "empty.txt").touch()
    told = trace(str(tmp_path))
    assert (told.code, told.err) == (3, "skipped empty.txt: empty file\n")
    dossier = read_dossier(told.out)
    assert [article.uri for article in dossier.articles] == ["good.txt"]
    assert [(item.uri, item.reason) for item in dossier.skipped] == [("empty.txt", "empty file")]


def test_broken_utf_8_is_read_all_the_same(trace: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(STORY.encode() + "Das Café schloss um".encode("latin-1") + b" \x80\xff\xfe\n")
    told = trace("one.txt")
    assert told.code == 0
    (article,) = read_dossier(told.out).articles
    assert article.text.startswith(STORY[:80])


def test_a_meta_file_with_a_broken_line_and_an_absent_file(trace: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY)
    lines = ['{"file": "one.txt", "outlet": "Selmar Lamp"}', "{broken", '{"file": "gone.txt", "outlet": "Orlin Post"}']
    (tmp_path / "meta.jsonl").write_text("\n".join(lines))
    told = trace(str(tmp_path))
    assert told.code == 3
    assert [line.split(":")[:2] for line in told.err.splitlines()] == [
        ["skipped meta.jsonl", " line 2"],
        ["skipped meta.jsonl", " line 3"],
    ]
    assert "gone.txt: no such file" in told.err
    assert read_dossier(told.out).articles[0].outlet == "Selmar Lamp"


def test_a_single_article_is_enough(trace: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY)
    told = trace("one.txt")
    assert (told.code, told.err) == (0, "")
    dossier = read_dossier(told.out)
    assert all(assessment.independent.high <= 1 for assessment in dossier.assessments)
    assert len(dossier.stories) == 1


@pytest.mark.parametrize("name", ["line.txt", "line.html", "line.md"])
def test_one_line_of_50_megabytes_costs_nothing(trace: Callable[..., Told], tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"The boat sank. " * 3_400_000)
    told = trace(name)
    assert (told.code, told.out) == (1, b"")
    assert (
        told.err
        == f"stemma: no usable article: {name}: cannot be read (bigger than 20 MB, too big for an article). {ADVICE}\n"
    )
    assert told.seconds < 5


def test_a_line_longer_than_an_article_is_named(trace: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text("The boat sank off Selmar. " * 50_000)
    told = trace("line.txt")
    assert (told.code, told.out) == (1, b"")
    assert "longer than 1,000,000 characters, too long for one article" in told.err
    assert told.seconds < 5


def test_a_thousand_identical_articles(trace: Callable[..., Told], tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / f"{number:04}.txt").write_text(STORY)
    told = trace(str(tmp_path))
    assert (told.code, told.err) == (0, "")
    assert told.seconds < 60
    dossier = read_dossier(told.out)
    assert len(dossier.articles) == 1000
    assert sum(article.duplicate_of is None for article in dossier.articles) == 1
    assert all(assessment.independent.high <= 1 for assessment in dossier.assessments)
    assert len({claim for collation in dossier.collations for claim in collation.claims}) == len(dossier.claims)
    assert json.loads(told.out)["format"] == "stemma/dossier/1"
    assert sys.getsizeof(told.out) < 30_000_000

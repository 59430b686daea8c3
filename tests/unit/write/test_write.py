"""Hostile texts, names and facts through the real commands: nothing runs, and nothing steers a terminal."""

import csv
import io
import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from stemma import cli

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
TEXT = (
    "<script>alert(1)</script> \x1b]0;owned\x07Dam \u202egnp.exe \x9b31m leaks\n"
    "Mayor <img src=x onerror=alert(1)> Ardo \x1b[2JVenn said “=HYPERLINK(1) eighteen families left Low Farrow”.\n"
    "“Nobody was hurt when the water came”, Mayor Ardo Venn said on Monday.\n"
    "The road along the river was closed and the families spent the night in the hall of the school.\n"
    "They will go back to their houses when the water has gone, the mayor said.\n"
    "The dam of 70 metres did not leak, [red]said[/red] the {{7*7}} \x1b[31mspokesman Edvar Sorley.\n"
)
FORMULAS = "\n".join(
    f"“{start}1+1 is what we fear most of all”, Mayor Ardo Venn said on Monday."
    for start in ("=", "+", "-", "@", "\t=", " =")
)
FACTS = {
    "file": "-rf.txt",
    "outlet": "<script>alert(2)</script>\x1b[5m",
    "url": "javascript:alert(3)",
    "title": "\x1b[1m<b onclick=alert(4)>Title</b>",
    "published": "2025-03-10",
}
FILES = {
    b"a\x1b[31m.txt": TEXT,
    b"<img src=x onerror=alert(1)>.txt": TEXT.replace("eighteen", "twenty"),
    b"\xff\xfe.txt": TEXT.replace("Low", "High"),
    b"b\nc.txt": TEXT + "W" * 5000 + " said the dam leaked on Monday.\n",
    b"-rf.txt": TEXT.replace("70", "71"),
    b"=cmd.txt": FORMULAS,
    b"x\x1b[5m.png": "",
    b"meta.jsonl": json.dumps(FACTS) + '\n{"file": "gone\\u001b[31m.txt"}\n',
}


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    for name, text in FILES.items():
        with open(os.path.join(os.fsencode(folder), name), "wb") as stream:  # noqa: PTH118, PTH123  # no Path is bytes
            stream.write(text.encode())
    return folder


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    with pytest.raises(SystemExit) as left:
        cli.main(list(arguments))
    assert left.value.code in (0, 3), capfd.readouterr()
    return capfd.readouterr()


class Page(HTMLParser):
    """Whatever of a page could run or lead somewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.handlers: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action", "data", "xlink:href")]


def test_findings_report_and_dossier(pile: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out, err = run(capfd, "trace", str(pile), "-o", str(tmp_path), "--embedder", "none", "--full")
    assert not STEERING.search(out + err)
    assert "[red]said[/red]" in out
    report = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert not STEERING.search(report)
    page = Page()
    page.feed(report)
    assert page.tags.isdisjoint({"img", "iframe", "object", "embed", "form", "base", "b onclick=alert(4)"})
    assert page.handlers == []
    assert [link for link in page.links if not link.startswith(("#", "https://", "http://", "data:"))] == []
    assert "U+202E" in report
    assert "default-src 'none'" in report
    assert "overflow-wrap" in report  # 5,000 letters in one word do not widen the page
    dossier = json.loads((tmp_path / "dossier.json").read_text(encoding="utf-8"))
    assert "\\xff\\xfe.txt" in {article["uri"] for article in dossier["articles"]}
    assert any("\x1b[2J" in article["text"] for article in dossier["articles"])  # the evidence itself stays literal


@pytest.mark.parametrize("arguments", [["trace", "--json", "--embedder", "none"], ["quotes", "--json"]])
def test_printed_json_means_the_same_and_steers_nothing(
    pile: Path, capfd: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    out, err = run(capfd, arguments[0], str(pile), *arguments[1:])
    assert not STEERING.search(out + err)
    assert any("\x9b31m" in article["text"] for article in json.loads(out)["articles"])


def test_tables_and_reasons(pile: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out, err = run(capfd, "quotes", str(pile))
    assert not STEERING.search(out + err)
    files = [str(pile / os.fsdecode(name)) for name in (b"a\x1b[31m.txt", b"\xff\xfe.txt")]
    out, err = run(capfd, "compare", *files, "--embedder", "none")
    assert not STEERING.search(out + err)
    passages = [f"{name}:70 metres" for name in ("a\x1b[31m.txt", "\\xff\\xfe.txt")]
    out, err = run(capfd, "why", *passages, str(pile), "--embedder", "none")
    assert not STEERING.search(out + err)


def test_no_cell_of_a_table_is_run(pile: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out, err = run(capfd, "quotes", str(pile), "--csv")
    assert not STEERING.search(out + err)
    rows = list(csv.reader(io.StringIO(out)))
    assert {row[0] for row in rows} >= {"'=cmd.txt", "'-rf.txt", "\\xff\\xfe.txt"}
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@", "＝"))]


def test_errors_and_tracebacks(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for arguments in (["trace", "gone\x1b[31m.txt"], ["trace", "gone\x1b[31m.txt", "-v"]):
        with pytest.raises(SystemExit) as left:
            cli.main(arguments)
        assert left.value.code == 1
        out, err = capfd.readouterr()
        assert not STEERING.search(out + err)
        assert "gone[31m.txt: no such file" in err
    assert "Traceback" in err


def test_a_sealed_case_of_them_is_whole(pile: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    case = str(tmp_path / "case.zip")
    out, err = run(capfd, "archive", str(pile), "-o", case, "--embedder", "none")
    assert not STEERING.search(out + err)
    out, err = run(capfd, "verify", case)
    assert "intact, sealed of 6 articles" in out

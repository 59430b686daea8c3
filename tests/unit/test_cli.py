"""The command line, with a pipeline that hands back a given dossier."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from stemma import cli, model
from stemma.cli import options, showing
from stemma.errors import InputError, UsageError
from stemma.settings import Limits, Settings
from stemma.write.view.wording import make_singular

TEXT = "Mayor Ardo Venn said 12 boats sank."


def make_article(number: int) -> model.Article:
    return model.Article(
        id=f"a{number}", uri=f"{number}.txt", sha256=f"{number}" * 64, language="en", title=None, text=TEXT
    )


def make_claim(number: int) -> model.Claim:
    span = model.Span(0, len(TEXT))
    return model.Claim(id=f"c{number}", article=f"a{number}", span=span, text=TEXT, sentence=span)


def make_variant(label: model.Label) -> model.Variant:
    readings = tuple(
        model.Reading(claim=f"c{n}", span=model.Span(21, 23), value="12", relation="reference" if n == 1 else "same")
        for n in (1, 2)
    )
    return model.Variant(kind="quantity", readings=readings, label=label, explanation="Both say 12.")


def make_assessment(**changes: Any) -> model.Assessment:
    whole: dict[str, Any] = {
        "collation": "k",
        "supporting": ("a1", "a2"),
        "against": (),
        "unsourced": (),
        "independent": model.Independence(low=1, best=1, high=1),
        "heard_by": 1,
        "origins": ("w",),
        "bottlenecks": ("w",),
        "circular": False,
        "support": "single-origin",
        "dispute": "none",
    }
    return model.Assessment(**{**whole, **changes})


def make_dossier(label: model.Label = "same", **changes: Any) -> model.Dossier:
    return model.Dossier(
        version="0.1.0",
        settings={},
        articles=(make_article(1), make_article(2)),
        skipped=(),
        stories=(),
        threads=(),
        attributions=(),
        claims=(make_claim(1), make_claim(2)),
        collations=(
            model.Collation(id="k", title=TEXT, stories=(), claims=("c1", "c2"), variants=(make_variant(label),)),
        ),
        witnesses=(model.Witness(id="w", name="Ardo Venn", kind="person"),),
        derivations=(),
        assessments=(make_assessment(**changes),),
        wanted=(),
        timeline=(),
    )


class Pipeline:
    """Stands in for the pipeline: hands back what it was given and remembers how it was asked."""

    def __init__(self, result: model.Dossier | Exception) -> None:
        self.result = result
        self.paths: list[str] = []
        self.settings = Settings()

    NOTE = "Note"

    def acquire(self, paths: list[str], settings: Settings, tell: Any = None) -> Iterator[model.RawDocument]:
        self.paths, self.settings = paths, settings
        return iter(())

    def investigate_documents(self, documents: Any, settings: Settings, progress: Any = None) -> model.Dossier:
        if isinstance(self.result, BaseException):
            raise self.result
        if progress:
            progress("Read", "2 files")
        return self.result


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Pipeline:
    stand_in = Pipeline(make_dossier())
    monkeypatch.setitem(sys.modules, "stemma.pipeline", stand_in)  # type: ignore[arg-type]
    monkeypatch.setattr("stemma.acquire.acquire", stand_in.acquire)
    monkeypatch.setattr("stemma.acquire.count_documents", lambda _paths: None)
    monkeypatch.chdir(tmp_path)
    return stand_in


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main(arguments)
    return int(left.value.code or 0)


def test_trace_writes_both_files_where_the_user_is(pipeline: Pipeline, tmp_path: Path) -> None:
    assert run("trace", "articles") == 0
    assert json.loads((tmp_path / "out" / "dossier.json").read_bytes())["format"] == "stemma/dossier/1"
    assert (tmp_path / "out" / "report.html").read_bytes().lstrip().lower().startswith(b"<!doctype html>")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["dossier.json", "report.html"]
    assert pipeline.paths == ["articles"]


def test_findings_name_the_files_written(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("trace", "articles", "-o", "here/there") == 0
    shown = capsys.readouterr()
    assert "here/there/report.html" in shown.out.replace("\n", "")
    assert shown.err == ""


def test_json_prints_the_dossier_and_nothing_else(
    pipeline: Pipeline, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("trace", "articles", "--json") == 0
    shown = capfdbinary.readouterr()
    assert [article["uri"] for article in json.loads(shown.out)["articles"]] == ["1.txt", "2.txt"]
    assert shown.err == b""
    assert not (tmp_path / "out").exists()


def test_json_with_a_directory_writes_the_same_bytes(
    pipeline: Pipeline, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("trace", "articles", "--json", "-o", "there") == 0
    assert capfdbinary.readouterr().out.strip() == (tmp_path / "there" / "dossier.json").read_bytes().strip()


def test_quiet_prints_nothing(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("trace", "articles", "-q") == 0
    assert capsys.readouterr() == ("", "")


def test_verbose_shows_progress_without_a_terminal(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("trace", "articles", "-v") == 0
    assert "Read    2 files" in capsys.readouterr().err


def test_quiet_silences_progress_too(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("trace", "articles", "-v", "-q") == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ("1 stories, 2 threads", "1 story, 2 threads"),
        ("11 stories, 1 threads", "11 stories, 1 thread"),
        ("5 claims weighed, 1 sources wanted", "5 claims weighed, 1 source wanted"),
    ],
)
def test_one_of_a_kind_is_singular(done: str, said: str) -> None:
    assert make_singular(done) == said


def test_progress_is_ascii_where_the_terminal_is() -> None:
    from rich.console import Console

    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True)
    showing.Progress(Console(file=stream, width=80))("Read", "[2 files]")
    assert stream.buffer.getvalue() == b"+ Read    [2 files]\n"  # type: ignore[attr-defined]


def test_options_become_settings(pipeline: Pipeline) -> None:
    meta_options = "--meta 1.txt outlet=Selat --meta 1.txt date=2026-02-03"
    options = f"--language id --as-of 2026-03-01 --embedder none --offline {meta_options}"
    assert run("trace", "a", "b.txt", *options.split()) == 0
    assert pipeline.paths == ["a", "b.txt"]
    meta = {"1.txt": {"outlet": "Selat", "published": "2026-02-03"}}
    assert pipeline.settings == Settings(language="id", as_of="2026-03-01", embedder="none", offline=True, meta=meta)


def test_columns_and_limits_become_settings(pipeline: Pipeline) -> None:
    options = "--column text=Body --column date=Day --limit entries=1_000 --limit nested=0"
    assert run("trace", "a", *options.split()) == 0
    columns = {"text": "Body", "published": "Day"}
    assert pipeline.settings == Settings(columns=columns, limits=Limits(entries=1000, nested=0))


def test_notes_on_the_reading_are_shown_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    progress = showing.make_progress(showing.Showing())
    assert progress
    progress("Read", "2 documents")
    progress("Note", "a.csv: read as a table:\x1b[31m [text]")
    assert capsys.readouterr().err == "a.csv: read as a table:[31m [text]\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("trace", "a", "--language", "zz"), "--language zz: no such language. Known: "),
        (("trace", "a", "--as-of", "yesterday"), "--as-of yesterday: not a date. Give it as YYYY-MM-DD."),
        (("trace", "a", "--meta", "b.txt", "colour=red"), "--meta b.txt colour=red: give a file and key=value"),
        (("trace", "a", "--meta", "b.txt"), "--meta b.txt"),
        (("trace", "a", "--fail-on", "rain"), "rain"),
        (("trace", "a", "--column", "colour=red"), "--column colour=red: give WHAT=NAME, where WHAT is one of text, "),
        (("trace", "a", "--limit", "entries=many"), "--limit entries=many: give NAME=NUMBER"),
        (("quotes", "a", "--limit", "entries=-1"), "--limit entries=-1: give NAME=NUMBER"),
        (("trace", "a", "--redact", " - "), "--redact ' - ': no letter is in it. Give a name."),
        (("archive", "a", "-o", "case.zip", "--redact", "Venn"), "--redact: a sealed case holds the articles as they"),
        (("trace",), "PATH"),
        (("trace", "a", "--no-such-option"), "--no-such-option"),
        (("unheard-of",), "unheard-of"),
    ],
)
def test_wrong_usage_exits_with_2(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    assert run(*arguments) == 2
    shown = capsys.readouterr()
    assert told in shown.err
    assert "Traceback" not in shown.err
    assert shown.out == ""


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (InputError("no-such: no such file. Give a file or a folder."), 1, "no-such: no such file."),
        (UsageError("fish: no such embedder. Known: fuse, none."), 2, "fish: no such embedder."),
        (PermissionError(13, "Permission denied", "locked.txt"), 1, "stemma: locked.txt: Permission denied"),
        (ZeroDivisionError("of nothing"), 1, "unexpected ZeroDivisionError: of nothing"),
    ],
)
def test_an_error_is_one_line(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], error: Exception, code: int, told: str
) -> None:
    pipeline.result = error
    assert run("trace", "a") == code
    shown = capsys.readouterr().err
    assert shown.startswith("stemma: ")
    assert told in shown
    assert shown.count("\n") == 1


def test_verbose_adds_the_traceback(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    pipeline.result = ZeroDivisionError("of nothing")
    assert run("trace", "a", "-v") == 1
    assert "Traceback" in capsys.readouterr().err


def test_interrupted_is_130(pipeline: Pipeline) -> None:
    pipeline.result = KeyboardInterrupt()  # type: ignore[assignment]
    assert run("trace", "a") == 130


@pytest.mark.parametrize("command", [("trace", "articles"), ("demo",)])
def test_a_redacted_name_is_in_no_file_and_not_on_the_terminal(
    pipeline: Pipeline, tmp_path: Path, capfd: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    assert run(*command, "--redact", "Ardo Venn", "--redact", "mayor", "--redact", "Nobody", "-v") == 0
    shown = capfd.readouterr()
    written = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()]
    for text in (shown.out, shown.err, *written):
        assert "venn" not in text.lower()
        assert "mayor" not in text.lower()
    assert "█████ █████████ said 12 boats sank." in "".join(written)
    assert "name 3 stands nowhere" in shown.err


def test_progress_hides_what_is_redacted(capsys: pytest.CaptureFixture[str]) -> None:
    progress = showing.make_progress(showing.Showing(redact=("venn",)))
    assert progress is not None
    progress("Note", "Venn.csv: “Text” read as text")
    assert capsys.readouterr().err == "████.csv: “Text” read as text\n"


def test_skipped_inputs_are_listed_and_exit_with_3(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    pipeline.result = replace(make_dossier(), skipped=(model.Skipped(uri="empty.txt", reason="it is empty"),))
    assert run("trace", "a", "--json") == 3
    assert capsys.readouterr().err == "skipped empty.txt: it is empty\n"


def test_no_article_at_all_is_1(pipeline: Pipeline) -> None:
    pipeline.result = replace(make_dossier(), articles=(), claims=(), collations=(), assessments=())
    assert run("trace", "a", "-q") == 1


@pytest.mark.parametrize(
    ("dossier", "trouble"),
    [
        (make_dossier(circular=True, support="corroborated"), "loop"),
        (make_dossier(), "single-origin"),
        (make_dossier(label="contradiction", support="corroborated"), "contradiction"),
        (make_dossier(label="drift", support="corroborated"), "drift"),
    ],
)
def test_fail_on_exits_with_4_for_its_own_trouble_only(
    pipeline: Pipeline, dossier: model.Dossier, trouble: str
) -> None:
    skipped = (model.Skipped(uri="empty.txt", reason="it is empty"),)
    pipeline.result = replace(dossier, skipped=skipped)
    assert run("trace", "a", "--json", "--fail-on", trouble) == 4
    others = sorted({"loop", "single-origin", "contradiction", "drift"} - {trouble})
    assert run("trace", "a", "--json", *(f"--fail-on={other}" for other in others)) == 3
    assert run("trace", "a", "--json") == 3


def test_fail_on_drift_holds_for_a_number_changed_in_translation(pipeline: Pipeline) -> None:
    dossier = make_dossier(label="translation", support="corroborated")
    collation = dossier.collations[0]
    copied = replace(
        collation.variants[0].readings[-1], relation="contradiction", on_path=model.Path(copy="w1", exemplar="w2")
    )
    variant = replace(collation.variants[0], kind="quantity", readings=(copied,))
    pipeline.result = replace(dossier, collations=(replace(collation, variants=(variant,)),))
    assert run("trace", "a", "--json", "--fail-on", "drift") == 4


def test_one_article_alone_is_no_single_origin_trouble() -> None:
    assert not showing.is_troubled(make_dossier(supporting=("a1",)), options.Trouble.SINGLE_ORIGIN)


def test_demo_traces_the_packaged_articles(pipeline: Pipeline) -> None:
    assert run("demo", "-q", "--embedder", "none") == 0
    assert Path(pipeline.paths[0]).is_dir()
    assert pipeline.settings.embedder == "none"


def test_why_shows_a_verdict_a_slot(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = SimpleNamespace(calls=[])

    def print_why(paths: list[str], passages: tuple[str, str], settings: Settings, console: Any) -> None:
        shown.calls.append((paths, passages, settings.embedder))

    monkeypatch.setitem(sys.modules, "stemma.why", SimpleNamespace(print_why=print_why))  # type: ignore[arg-type]
    assert run("why", "a.txt:0-12", 'b.txt:"two boats"', "folder", "--embedder", "none") == 0
    assert shown.calls == [(["folder"], ("a.txt:0-12", 'b.txt:"two boats"'), "none")]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"stemma {cli.find_version()}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    shown = capsys.readouterr().out
    assert all(f"  {command} " in shown for command in ("trace", "why", "demo"))


def test_join_meta_leaves_what_follows_two_dashes() -> None:
    assert options.join_meta(["--meta", "f", "k=v", "x"]) == ["--meta", f"f{options.META_JOINT}k=v", "x"]
    assert options.join_meta(["--", "--meta", "f"]) == ["--", "--meta", "f"]


def test_a_directory_that_cannot_be_made_is_1(
    pipeline: Pipeline, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert run("trace", "a", "-q", "-o", "file/below") == 1
    assert "file/below: nothing can be written there (Not a directory)." in capsys.readouterr().err


def test_the_package_runs_as_a_module():
    done = subprocess.run([sys.executable, "-m", "stemma", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("stemma ")

"""`stemma add`, and `stemma trace --store`, as a user calls them."""

from pathlib import Path

import pytest

from stemma import cli
from stemma.demo import demo_folder
from stemma.write.dossier import read_dossier

Capture = pytest.CaptureFixture[str]
FERRY = "Orvel Gazette, 4 May 2026\n\nFerry late\nThe ferry Orla left Selmar late on Monday, the crew said."
BREWERY = "Brewery sold\nA dairy from the hills bought the old brewery, its owner Karl Dorn told the council of Velden."
NONE = ("--embedder", "none")


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main([str(argument) for argument in arguments])
    return int(left.value.code or 0)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "a.txt").write_text(FERRY, encoding="utf-8")
    return folder


def test_what_was_read_before_is_passed_over(pile: Path, tmp_path: Path, capsys: Capture) -> None:
    store = tmp_path / "work.stemma"
    assert run("add", pile, "--store", store, *NONE) == 0
    assert capsys.readouterr().out == f"1 article added to {store}: 1 article in 1 story.\n"
    (pile / "b.txt").write_text(BREWERY, encoding="utf-8")
    assert run("add", pile, "--store", store, *NONE) == 0
    told = f"1 article added to {store}: 2 articles in 2 stories.\n"
    assert capsys.readouterr().out == told + "  begun: “Brewery sold”: 1 article\n"
    assert run("add", pile, "--store", store, *NONE) == 0
    assert "0 articles added" in capsys.readouterr().out


def test_the_store_is_in_the_current_folder_unless_told(
    pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("add", "pile", "-q", *NONE) == 0
    assert (tmp_path / "work.stemma").is_file()
    assert run("show", "ferry") == 0


def test_trace_into_a_store_is_trace(tmp_path: Path) -> None:
    kept = ("--store", tmp_path / "work.stemma", "--workers", "1")
    assert run("trace", demo_folder(), *NONE, "-q", "-o", tmp_path / "kept", *kept) == 0
    assert run("trace", demo_folder(), *NONE, "-q", "-o", tmp_path / "plain") == 0
    for name in ("dossier.json", "report.html"):
        assert (tmp_path / "kept" / name).read_bytes() == (tmp_path / "plain" / name).read_bytes()


def test_what_is_left_out_is_told_once(pile: Path, tmp_path: Path, capsys: Capture) -> None:
    store = tmp_path / "work.stemma"
    (pile / "b.txt").touch()
    assert run("add", pile, "--store", store, *NONE) == 3
    assert capsys.readouterr().err.count("skipped b.txt") == 1
    assert run("add", pile, "--store", store, "-q", *NONE) == 0
    assert run("export", "--store", store, "--json") == 3
    assert [item.uri for item in read_dossier(capsys.readouterr().out).skipped] == ["b.txt"]


def test_other_settings_than_before_are_refused(pile: Path, tmp_path: Path, capsys: Capture) -> None:
    store = tmp_path / "work.stemma"
    assert run("add", pile, "--store", store, "-q", *NONE) == 0
    assert run("add", pile, "--store", store, "-q") == 2
    assert "this store was made with 'none'" in capsys.readouterr().err
    assert run("trace", pile, "--store", store, "--as-of", "2026-05-04", *NONE) == 2
    assert "Give --as-of to stemma export" in capsys.readouterr().err


def test_what_is_no_store_is_told_and_left_alone(pile: Path, tmp_path: Path, capsys: Capture) -> None:
    text = tmp_path / "text.stemma"
    text.write_text("no store")
    for path, reason in ((text, "no store but another kind of file"), (tmp_path, "a folder, not a store")):
        assert run("add", pile, "--store", path, *NONE) == 1
        assert f"{path}: {reason}" in capsys.readouterr().err
    assert text.read_text() == "no store"


def test_wrong_usage_makes_no_store(pile: Path, tmp_path: Path) -> None:
    store = tmp_path / "work.stemma"
    assert run("add", pile, "--store", store, "--language", "xx") == 2
    assert run("add", pile, "--store", store, "--workers", "0") == 2
    assert run("add", "--store", store) == 2
    assert not store.exists()

"""Two writers, a full disk, a place that takes no files, a damaged file: said in words, and nothing is made worse."""

import os
import random
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WORDS = ["--embedder", "none", "--json-progress"]


def add(commands: Any, pile: Path, store: Path, **worse: Any) -> tuple[int, str]:
    code, run = commands.run("add", pile, "--store", store, *WORDS, **worse)
    return code, run.message


def export(commands: Any, store: Path) -> tuple[int, str, str]:
    code, run = commands.run("export", "--store", store, "--json")
    return code, run.output, run.message


def test_one_writes_and_others_read(
    commands: Any, pile: Path, store: Path, undisturbed: tuple[Path, str], make_env: Callable[[], dict[str, str]]
) -> None:
    shutil.copy(undisturbed[0], store)
    command = [sys.executable, "-m", "stemma", "add", "-", "--store", str(store), *WORDS, "--workers", "1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=make_env()) as writer:
        assert writer.stderr is not None
        assert writer.stderr.readline().startswith(b"{")
        said = "another stemma is writing to this store. Wait until it is done, or stop it; reading works."
        assert add(commands, pile, store) == (1, f"stemma: {store}: {said}")
        assert export(commands, store) == (0, undisturbed[1], "")
        writer.kill()
    assert add(commands, pile, store)[0] == 0
    assert export(commands, store) == (0, undisturbed[1], "")


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.7])
@pytest.mark.parametrize("limit", ["pages", "size"])
def test_a_full_disk_is_said_and_the_same_command_goes_on(
    limit: str,
    share: float,
    commands: Any,
    pile: Path,
    store: Path,
    undisturbed: tuple[Path, str],
    ask: Callable[[Path, str], Any],
) -> None:
    size = undisturbed[0].stat().st_size
    worse = {limit: int(size * share) // (4096 if limit == "pages" else 1) + (1 if limit == "pages" else 4096)}
    code, message = add(commands, pile, store, **worse)
    assert (code, message.count("\n")) == (1, 0), message
    what = "the disk is full" if limit == "pages" else "the disk failed to read or write"
    assert message.startswith(f"stemma: {store}: {what}")
    assert not store.stat().st_size or ask(store, "PRAGMA integrity_check") == "ok"
    assert add(commands, pile, store)[0] == 0
    assert export(commands, store) == (0, undisturbed[1], "")


def test_a_place_that_takes_no_files_is_said(commands: Any, pile: Path) -> None:
    for store in (Path("/proc/work.stemma"), Path("/proc/none/work.stemma")):
        code, message = add(commands, pile, store)
        assert (code, message.count("\n")) == (1, 0)
        assert message.startswith(f"stemma: {store}: nothing can be written beside it")


def make_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")


def make_database(path: Path) -> None:
    subprocess.run(
        [
            sys.executable,
            "-c",
            "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('CREATE TABLE t (a)')",
            str(path),
        ],
        check=True,
    )


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.write_text("The ferry was late.\n" * 300), "no store but another kind of file, or damaged"),
        (lambda path: path.write_bytes(bytes(5000)), "no store but another kind of file, or damaged"),
        (make_zip, "no store but a sealed case"),
        (make_database, "a database, but no store of Stemma"),
        (lambda path: path.mkdir(), "a folder, not a store"),
    ],
)
def test_what_is_no_store_is_said_and_left_alone(
    make: Callable[[Path], object], said: str, commands: Any, pile: Path, store: Path
) -> None:
    make(store)
    before = store.read_bytes() if store.is_file() else b""
    for code, message in (add(commands, pile, store), export(commands, store)[::2]):
        assert (code, message.count("\n")) == (1, 0)
        assert message.startswith(f"stemma: {store}: {said}")
    assert before == (store.read_bytes() if store.is_file() else b"")


def test_an_empty_file_becomes_a_store(commands: Any, pile: Path, store: Path, undisturbed: tuple[Path, str]) -> None:
    store.touch()
    assert export(commands, store)[0] == 1
    assert add(commands, pile, store)[0] == 0
    assert export(commands, store) == (0, undisturbed[1], "")


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.8, 0.99])
def test_a_store_cut_short_is_said(
    share: float, commands: Any, pile: Path, store: Path, undisturbed: tuple[Path, str]
) -> None:
    shutil.copy(undisturbed[0], store)
    os.truncate(store, int(store.stat().st_size * share))
    for code, message in (export(commands, store)[::2], add(commands, pile, store)):
        assert (code, message.count("\n")) == (1, 0)
        assert message.startswith(f"stemma: {store}: damaged (")


@pytest.mark.parametrize("seed", range(12))
def test_a_store_overwritten_in_places_gives_what_it_gave_or_says_so(
    seed: int, commands: Any, pile: Path, store: Path, undisturbed: tuple[Path, str]
) -> None:
    """Only letters of a text may be other than they were and nobody notice: no checksum is kept of each."""
    shutil.copy(undisturbed[0], store)
    rng = random.Random(seed)
    with store.open("r+b") as stream:
        for _ in range(3):
            stream.seek(rng.randrange(100, store.stat().st_size - 600))
            stream.write(rng.randbytes(512))
    for code, message in (export(commands, store)[::2], add(commands, pile, store)):
        assert "Traceback" not in message
        assert "unexpected" not in message
        assert code in (0, 1)
        assert code == 0 or message.startswith(f"stemma: {store}: damaged (")

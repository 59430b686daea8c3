"""What a folder remembers survives any stop, and two runs never write into one file."""

import json
from pathlib import Path

from stemma.fetch.state import HIDDEN, Known, open_state, read_state

PAGE = Known(address="https://lantern.example/1", run="r1", checked="2026-11-22T09:00:00Z", etag='"1"')
FEED = Known(address="https://lantern.example/feed", run="r1", entries=("https://lantern.example/1",))
EMPTY = Known(address="https://lantern.example/empty", run="r1", entries=())


def test_what_is_noted_is_known_again(folder: Path) -> None:
    with open_state(folder) as state:
        state.begin("r1")
        for known in (PAGE, FEED, EMPTY):
            state.note(known, {"r1-00001.warc.gz": 7})
        assert read_state(folder) == state
        state.finish()
    again = read_state(folder)
    assert again.known == {known.address: known for known in (PAGE, FEED, EMPTY)}
    assert (again.run, again.ends) == ("", {})


def test_two_runs_of_one_second_have_two_names(folder: Path) -> None:
    names = []
    for _ in range(3):
        with open_state(folder) as state:
            state.begin("r1")
            names.append(state.run)
            (folder / f"{state.run}-00001.warc.gz").write_bytes(b"x")
            state.note(Known(address="https://lantern.example/1", run=state.run), {f"{state.run}-00001.warc.gz": 1})
            state.finish()
    assert names == ["r1", "r1b", "r1bb"]


def test_a_stopped_run_goes_on_and_what_nobody_knows_of_is_cut_off(folder: Path) -> None:
    with open_state(folder) as state:
        state.begin("r1")
        state.note(PAGE, {"r1-00001.warc.gz": 5, f"{HIDDEN}/r1-00001.warc.gz": 3})
    for name in ("r1-00001.warc.gz", f"{HIDDEN}/r1-00001.warc.gz", "r1-00002.warc.gz", "r0-00001.warc.gz"):
        (folder / name).write_bytes(b"0123456789")
    with open_state(folder) as state:
        state.begin("r2")
        assert state.run == "r1"
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*.warc.gz")}
    assert sizes == {"r1-00001.warc.gz": 5, f"{HIDDEN}/r1-00001.warc.gz": 3, "r0-00001.warc.gz": 10}


def test_lines_that_are_none_count_for_nothing(folder: Path) -> None:
    with open_state(folder) as state:
        state.begin("r1")
        state.note(PAGE, {})
        lines = [
            "",
            "[]",
            "7",
            "null",
            '{"address": 1, "odd": 2}',
            '{"ends": 3}',
            '{"address": "x"',
            '{"address": "y"}',
        ]
        with state.path.open("a") as file:
            file.write("\n".join(lines))
    assert set(read_state(folder).known) == {PAGE.address, "y"}
    assert json.loads(state.path.read_text().splitlines()[0]) == {"run": "r1"}

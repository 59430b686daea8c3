"""What a store hands over: the dossier of all of it, of a day that is past, or its tables as files."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from stemma.cli.showing import DEFAULT_DIRECTORY, DONE, Showing, print_line
from stemma.cli.working import Work
from stemma.errors import UsageError

if TYPE_CHECKING:
    from sqlite3 import Connection

    from stemma.cli.storing import Threads
    from stemma.model import Dossier
    from stemma.runs import Run

    Handed = Dossier | Threads | list[tuple[Path, int]]


class Form(StrEnum):
    """How a store is handed over."""

    DOSSIER = "dossier"
    CSV = "csv"
    JSONL = "jsonl"


def run_export(store: Path, showing: Showing, form: Form, day: str | None) -> int:
    """Hand over what is in a store, as a fresh run on its articles would find it.

    Returns:
        The exit code.
    """
    from stemma.cli.storing import begin
    from stemma.runs import is_ready, recall_settings
    from stemma.store import open_file

    if form is not Form.DOSSIER:
        _refuse_with_tables(showing, form)
    with open_file(store, write=False) as connection:
        settings, ready = recall_settings(connection), is_ready(connection)
        if day:
            with TemporaryDirectory() as folder:
                return _export_day(connection, day, (showing, form), Path(folder, "early.stemma"))
    with open_file(store, write=not ready) as connection:
        with begin(connection, settings, (), (showing, Work(store=store))) as (run, _):
            if not ready:
                run.settle()
            handed = _hand_over(run, showing, form)
        return _show(connection, handed, showing)


def _hand_over(run: "Run", showing: Showing, form: Form) -> "Handed":
    from stemma.cli.storing import hand_over

    return hand_over(run, showing) if form is Form.DOSSIER else _write_tables(run.connection, showing, form)


def _show(connection: "Connection", handed: "Handed", showing: Showing) -> int:
    from stemma.cli.storing import show_handed

    if not isinstance(handed, list):
        return show_handed(connection, handed, showing)
    if not showing.quiet:
        for path, rows in handed:
            print_line(f"{path}: {rows:,} rows")
    return DONE


def _refuse_with_tables(showing: Showing, form: Form) -> None:
    for option, is_given in (
        ("--json", showing.as_json), ("--full", showing.full), ("--redact", showing.redact),
        ("--fail-on", showing.fail_on),
    ):  # fmt: skip
        if is_given:
            raise UsageError(f"{option} --form {form}: only a dossier is written so. Leave one of the two out.")


def _export_day(connection: "Connection", day: str, how: tuple[Showing, Form], early: Path) -> int:
    """The same from a store of those articles alone, which is removed after."""
    from stemma.cli.storing import begin
    from stemma.runs import recall_settings
    from stemma.store import open_file

    showing, form = how
    settings = replace(recall_settings(connection), as_of=day)
    with open_file(early, write=True, new=True) as past:
        with begin(past, settings, (), (showing, Work(workers=1))) as (run, _):
            run.go_back(connection, day)
            handed = _hand_over(run, showing, form)
        return _show(past, handed, showing)


def _write_tables(connection: "Connection", showing: Showing, form: Form) -> list[tuple[Path, int]]:
    from stemma.cli.storing import make_folder
    from stemma.runs.outcome import write_tables

    folder = showing.out or DEFAULT_DIRECTORY
    make_folder(folder)
    return write_tables(connection, folder, form.value)

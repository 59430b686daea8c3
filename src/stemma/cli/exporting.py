"""What a store hands over: the dossier of all of it, of a day that is past, or its tables as files."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from stemma.cli.showing import DEFAULT_DIRECTORY, DONE, Showing, print_line
from stemma.errors import UsageError

if TYPE_CHECKING:
    from sqlite3 import Connection


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
    from stemma.cli.storing import show_store
    from stemma.runs import recall_settings
    from stemma.store import open_file

    if form is not Form.DOSSIER:
        _refuse_with_tables(showing, form)
    with open_file(store, write=False) as connection:
        if day:
            with TemporaryDirectory() as folder:
                return _export_day(connection, day, (showing, form), Path(folder, "early.stemma"))
        if form is Form.DOSSIER:
            return show_store(connection, recall_settings(connection), showing)
        return _write_tables(connection, showing, form)


def _refuse_with_tables(showing: Showing, form: Form) -> None:
    for option, is_given in (
        ("--json", showing.as_json), ("--full", showing.full), ("--redact", showing.redact),
        ("--fail-on", showing.fail_on),
    ):  # fmt: skip
        if is_given:
            raise UsageError(f"{option} --form {form}: only a dossier is written so. Leave one of the two out.")


def _export_day(connection: "Connection", day: str, how: tuple[Showing, Form], early: Path) -> int:
    """The same from a store of those articles alone, which is removed after."""
    from stemma.cli.storing import show_store
    from stemma.cli.working import Work, hire, watch_run
    from stemma.runs import Run, recall_settings
    from stemma.store import open_file

    showing, form = how
    settings = recall_settings(connection)
    with open_file(early, write=True, new=True) as past:
        with (
            hire(Work(workers=1), ()) as (crew, _),
            watch_run(as_json=False, quiet=showing.quiet or showing.as_json) as tell,
        ):
            Run(past, crew, settings, tell).go_back(connection, day)
        if form is Form.DOSSIER:
            return show_store(past, replace(settings, as_of=day), showing)
        return _write_tables(past, showing, form)


def _write_tables(connection: "Connection", showing: Showing, form: Form) -> int:
    from stemma.cli.storing import make_folder
    from stemma.runs.outcome import write_tables

    folder = showing.out or DEFAULT_DIRECTORY
    make_folder(folder)
    written = write_tables(connection, folder, form.value)
    if not showing.quiet:
        for path, rows in written:
            print_line(f"{path}: {rows:,} rows")
    return DONE

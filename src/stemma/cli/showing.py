"""What becomes of a dossier: the files that are written, the findings that are printed, the exit code."""

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from stemma.cli.options import Trouble
from stemma.errors import StemmaError
from stemma.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

    from stemma.model import Dossier, Skipped

DONE, FAILED, USAGE, SKIPPED, TROUBLE = 0, 1, 2, 3, 4
# What steers a terminal or turns the direction of writing, in UTF-8; the older ones JSON escapes by itself.
STEERING = re.compile(rb"\xc2[\x80-\x9f]|\x7f|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]")
DEFAULT_DIRECTORY = Path("out")


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """What becomes of the dossier: where it is written and what is printed."""

    out: Path | None = None
    as_json: bool = False
    full: bool = False
    quiet: bool = False
    verbose: bool = False
    fail_on: tuple[Trouble, ...] = ()
    redact: tuple[str, ...] = ()
    only_printed: bool = False

    @property
    def directory(self) -> Path | None:
        """Where files go; nowhere when the dossier is only printed."""
        return self.out if self.out or self.as_json or self.only_printed else DEFAULT_DIRECTORY


def take_out(dossier: "Dossier", showing: Showing) -> "Dossier":
    """The dossier without the names that nobody may read; what is not sure to be gone is said on stderr."""
    if not showing.redact:
        return dossier
    from stemma.write.redaction import count_left, redact

    for note in count_left(dossier, showing.redact):
        print_error(note)
    return redact(dossier, showing.redact)


def run_quotes(paths: Sequence[str], settings: Settings, form: str) -> int:
    """List the attributions of the paths as a table, JSON or CSV.

    Returns:
        The exit code.
    """
    from stemma.quotes import find_quotes, print_quotes, write_csv, write_json

    found = find_quotes(paths, settings, Progress(make_console(stderr=True), only_notes=True))
    if form == "table":
        print_quotes(found, make_console())
    else:
        if form == "json":
            print_json_bytes(write_json(found).encode())
        else:
            print_bytes(write_csv(found).encode())
        list_skipped(found.skipped)
    return SKIPPED if found.skipped else DONE


def run_compare(pair: tuple[str, str], settings: Settings, *, as_json: bool) -> int:
    """Set two articles side by side, for a reader or as JSON.

    Returns:
        The exit code.
    """
    from stemma.compare import compare, print_comparison, write_json

    found = compare(*pair, settings)
    if as_json:
        print_json_bytes(write_json(found).encode())
    else:
        print_comparison(found, make_console())
    return DONE


def print_dossier(dossier: "Dossier", written: list[Path]) -> None:
    """Print the findings for a reader at a terminal."""
    from stemma.write.terminal import print_findings

    print_findings(dossier, make_console(), written)


def print_json(dossier: "Dossier") -> None:
    """Print the dossier as JSON."""
    print_json_bytes(make_bytes(dossier, "json"))


def print_json_bytes(data: bytes) -> None:
    """Print JSON with the control characters that it allows as they are written as escapes: terminals obey them."""
    print_bytes(STEERING.sub(lambda found: b"\\u%04x" % ord(found.group().decode()), data))


def print_bytes(data: bytes) -> None:
    """Print UTF-8, whatever the terminal's encoding."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def make_bytes(dossier: "Dossier", form: str, *, full: bool = False) -> bytes:
    """The dossier in one form, as the bytes of a file."""
    from stemma.write import write

    content = write(dossier, form, full=full) if full else write(dossier, form)
    return content.encode() if isinstance(content, str) else content


def write_files(dossier: "Dossier", showing: Showing) -> list[Path]:
    """Write dossier.json and report.html, each whole or not at all.

    Returns:
        The paths written; empty when the dossier is only printed.

    Raises:
        StemmaError: the folder takes no files.
    """
    if not showing.directory:
        return []
    contents = {
        "dossier.json": make_bytes(dossier, "json"),
        "report.html": make_bytes(dossier, "html", full=showing.full),
    }
    try:
        return [write_whole(showing.directory, name, content) for name, content in contents.items()]
    except OSError as error:
        raise StemmaError(
            f"{showing.directory}: nothing can be written there ({error.strerror}). Name another folder with -o."
        ) from error


def write_whole(folder: Path, name: str, content: bytes) -> Path:
    """Write one file of a folder, which is made where it is missing; a broken write leaves the file of before.

    Returns:
        Its path.
    """
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{name}.part"
    part.write_bytes(content)
    return part.replace(folder / name)


def list_skipped(skipped: "Iterable[Skipped]") -> None:
    """Name every input that was left out, on stderr, where the findings that would tell are not printed."""
    for item in skipped:
        print_error(f"skipped {item.uri}: {item.reason}")


def find_exit_code(dossier: "Dossier", fail_on: Iterable[Trouble]) -> int:
    """What the shell is told of a dossier."""
    if not dossier.articles:
        return FAILED
    if any(is_troubled(dossier, trouble) for trouble in fail_on):
        return TROUBLE
    return SKIPPED if dossier.skipped else DONE


def is_troubled(dossier: "Dossier", trouble: Trouble) -> bool:
    """True when the dossier holds a finding of that kind."""
    from stemma.write.urgency import is_mistranslated

    if trouble is Trouble.LOOP:
        return any(assessment.circular for assessment in dossier.assessments)
    if trouble is Trouble.SINGLE_ORIGIN:
        return any(len(item.supporting) > 1 and item.support == "single-origin" for item in dossier.assessments)
    if trouble is Trouble.DRIFT and any(map(is_mistranslated, dossier.collations)):
        return True
    return any(variant.label == trouble.value for collation in dossier.collations for variant in collation.variants)


def make_progress(showing: Showing) -> "Progress | None":
    """A progress line a stage on stderr, for somebody who watches; notes on the reading for everybody."""
    watched = sys.stderr.isatty() or showing.verbose
    return None if showing.quiet else Progress(make_console(stderr=True), only_notes=not watched, hidden=showing.redact)


class Progress:
    """Prints one line a finished stage: its name and what it counted; and one a note on the reading."""

    def __init__(self, console: "Console", *, only_notes: bool = False, hidden: Iterable[str] = ()) -> None:
        from stemma.write.blots import Blots

        self.console = console
        self.only_notes = only_notes
        self.hide = Blots(hidden).black
        self.tick = "✓" if console.encoding.lower().startswith("utf") else "+"

    def __call__(self, stage: str, done: str) -> None:
        """Tell that a stage is finished, or what was decided in reading."""
        from stemma.write.view.wording import make_singular, show_plain

        done = self.hide(done)
        if stage == "Note":
            self.console.print(show_plain(done), style="dim", markup=False)
        elif not self.only_notes:
            self.console.print(f"[green]{self.tick}[/] {stage.capitalize():8}", end="")
            self.console.print(make_singular(done), markup=False)


def make_console(*, stderr: bool = False) -> "Console":
    """A console that colours only terminals and never numbers by guesswork; NO_COLOR is honoured by rich."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False)


def print_line(text: str) -> None:
    """One plain line of result, without characters that steer a terminal."""
    typer.echo(_show(text))


def print_error(text: str) -> None:
    """One plain line on stderr, without characters that steer a terminal."""
    typer.echo(_show(text), err=True)


def _show(text: str) -> str:
    from stemma.write.view.wording import show_plain

    return show_plain(text)


def print_traceback(error: Exception) -> None:
    """Where an error arose, on stderr; what it says of a text may not steer the terminal either."""
    import traceback

    for line in "".join(traceback.format_exception(error)).rstrip().split("\n"):
        indent = line[: len(line) - len(line.lstrip(" "))]
        typer.echo(indent + _show(line), err=True)

"""The command line: read the arguments, call the pipeline, print. Heavy imports wait until a command runs.

Exit codes: 0 done · 1 nothing usable, or failed · 2 wrong usage · 3 done, but inputs were skipped ·
4 only with --fail-on · 130 interrupted.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from stemma.errors import StemmaError, UsageError
from stemma.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

    from stemma.model import Dossier


class Trouble(StrEnum):
    """A kind of finding that --fail-on can turn into an exit code."""

    LOOP = "loop"
    SINGLE_ORIGIN = "single-origin"
    CONTRADICTION = "contradiction"
    DRIFT = "drift"


DONE, FAILED, USAGE, SKIPPED, TROUBLE = 0, 1, 2, 3, 4
DEFAULT_DIRECTORY = Path("out")
META_KEYS = ("url", "outlet", "published", "date", "language", "title")
META_JOINT = "\n"  # joins the two words after --meta into one argument; hardly a file name holds it

app = typer.Typer(
    name="stemma",
    help="Who really said it: traces claims across news articles and languages to their independent origins.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

PathsArgument = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files or folders of articles; - is standard input.")
]
OutOption = Annotated[
    Path | None,
    typer.Option("-o", "--out", metavar="DIR", help="Where dossier.json and report.html go.", show_default="out"),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Print the dossier and nothing else; files are written only with -o.")
]
OfflineOption = Annotated[
    bool, typer.Option("--offline", help="Forbid every network access. This version never makes one.")
]
LanguageOption = Annotated[
    str | None,
    typer.Option(
        "--language", metavar="xx", help="Take every article to be in this language.", show_default="detected"
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Leave out articles published after this day (YYYY-MM-DD)."),
]
MetaOption = Annotated[
    list[str] | None,
    typer.Option(
        "--meta",
        metavar="FILE KEY=VALUE",
        help="What is known of a file: outlet, published, language, title, url. Repeatable.",
    ),
]
EmbedderOption = Annotated[
    str, typer.Option("--embedder", metavar="NAME", help="Sentence encoder that proposes matches: fuse, or none.")
]
FullOption = Annotated[bool, typer.Option("--full", help="Put whole articles into report.html, not only excerpts.")]
FailOnOption = Annotated[
    list[Trouble] | None,
    typer.Option(
        "--fail-on", metavar="KIND", help="Exit with 4 on a loop, single-origin, contradiction or drift. Repeatable."
    ),
]
QuietOption = Annotated[bool, typer.Option("-q", "--quiet", help="Print errors only.")]
VerboseOption = Annotated[
    bool, typer.Option("-v", "--verbose", help="Progress without a terminal too, and tracebacks.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """What becomes of the dossier: where it is written and what is printed."""

    out: Path | None = None
    as_json: bool = False
    full: bool = False
    quiet: bool = False
    verbose: bool = False
    fail_on: tuple[Trouble, ...] = ()

    @property
    def directory(self) -> Path | None:
        """Where files go; nowhere when the dossier is only printed."""
        return self.out if self.out or self.as_json else DEFAULT_DIRECTORY


def print_version(asked: bool) -> None:
    """Print the version and leave."""
    if asked:
        print_line(f"stemma {find_version()}")
        raise typer.Exit(DONE)


@app.callback()
def stemma(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=print_version, is_eager=True)
    ] = False,
) -> None:
    """Who really said it: traces claims across news articles and languages to their independent origins."""


@app.command(short_help="Trace the claims of articles to their origins.")
def trace(
    paths: PathsArgument,
    out: OutOption = None,
    as_json: JsonOption = False,
    offline: OfflineOption = False,
    language: LanguageOption = None,
    as_of: AsOfOption = None,
    meta: MetaOption = None,
    embedder: EmbedderOption = "fuse",
    full: FullOption = False,
    fail_on: FailOnOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Read articles, trace their claims, write dossier.json and report.html, and print the findings, worst first."""
    # offline is accepted for scripts that must promise it; no reader of this version goes to the network
    settings = Settings(
        language=check_language(language),
        as_of=check_date(as_of),
        offline=True,
        embedder=embedder,
        meta=read_meta(meta or []),
    )
    showing = Showing(out=out, as_json=as_json, full=full, quiet=quiet, verbose=verbose, fail_on=tuple(fail_on or ()))
    raise typer.Exit(run_trace(paths, settings, showing))


@app.command(short_help="Say why two passages were joined, or not.")
def why(
    a: Annotated[str, typer.Argument(metavar="A", help='A passage, FILE:START-END or FILE:"words".')],
    b: Annotated[str, typer.Argument(metavar="B", help="The other passage.")],
    paths: PathsArgument,
    language: LanguageOption = None,
    meta: MetaOption = None,
    embedder: EmbedderOption = "fuse",
    verbose: VerboseOption = False,
) -> None:
    """Say why two passages were joined as one claim, or were not: slot by slot, with near misses."""
    from stemma.why import print_why

    settings = Settings(language=check_language(language), embedder=embedder, meta=read_meta(meta or []))
    print_why(paths, (a, b), settings, make_console())


@app.command(short_help="Trace the packaged demo.")
def demo(
    out: OutOption = None,
    as_json: JsonOption = False,
    embedder: EmbedderOption = "fuse",
    full: FullOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Trace the packaged demo: an invented event, told by invented outlets in several languages."""
    from stemma.demo import demo_folder

    showing = Showing(out=out, as_json=as_json, full=full, quiet=quiet, verbose=verbose)
    raise typer.Exit(run_trace([str(demo_folder())], Settings(embedder=embedder), showing))


def run_trace(paths: Sequence[str], settings: Settings, showing: Showing) -> int:
    """Trace the paths and show the dossier as asked.

    Returns:
        The exit code.
    """
    from stemma.pipeline import investigate

    dossier = investigate(list(paths), settings, make_progress(showing))
    check_meta(settings, dossier)
    written = write_files(dossier, showing)
    if showing.as_json:
        print_json(dossier)
    if showing.as_json or showing.quiet:
        list_skipped(dossier)
    else:
        print_dossier(dossier, written)
    return find_exit_code(dossier, showing.fail_on)


def check_meta(settings: Settings, dossier: "Dossier") -> None:
    """See that every --meta names a file of the pile."""
    for item in dossier.skipped:
        if item.uri in settings.meta and item.reason.startswith("facts were given"):
            raise UsageError(f"--meta {item.uri}: no such file among those read. Name a file of the pile.")


def print_dossier(dossier: "Dossier", written: list[Path]) -> None:
    """Print the findings for a reader at a terminal."""
    from stemma.write.terminal import print_findings

    print_findings(dossier, make_console(), written)


def print_json(dossier: "Dossier") -> None:
    """Print the dossier as UTF-8, whatever the terminal's encoding."""
    sys.stdout.buffer.write(make_bytes(dossier, "json"))
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
    """
    if not showing.directory:
        return []
    showing.directory.mkdir(parents=True, exist_ok=True)
    contents = {
        "dossier.json": make_bytes(dossier, "json"),
        "report.html": make_bytes(dossier, "html", full=showing.full),
    }
    for name, content in contents.items():
        part = showing.directory / f".{name}.part"
        part.write_bytes(content)
        part.replace(showing.directory / name)
    return [showing.directory / name for name in contents]


def list_skipped(dossier: "Dossier") -> None:
    """Name every input that was left out, on stderr, where the findings that would tell are not printed."""
    for skipped in dossier.skipped:
        print_error(f"skipped {skipped.uri}: {skipped.reason}")


def find_exit_code(dossier: "Dossier", fail_on: Iterable[Trouble]) -> int:
    """What the shell is told of a dossier."""
    if not dossier.articles:
        return FAILED
    if any(is_troubled(dossier, trouble) for trouble in fail_on):
        return TROUBLE
    return SKIPPED if dossier.skipped else DONE


def is_troubled(dossier: "Dossier", trouble: Trouble) -> bool:
    """True when the dossier holds a finding of that kind."""
    if trouble is Trouble.LOOP:
        return any(assessment.circular for assessment in dossier.assessments)
    if trouble is Trouble.SINGLE_ORIGIN:
        return any(len(item.supporting) > 1 and item.support == "single-origin" for item in dossier.assessments)
    return any(variant.label == trouble.value for collation in dossier.collations for variant in collation.variants)


def check_language(code: str | None) -> str | None:
    """The code, if there is a language file for it."""
    from stemma.lang import known_codes

    if code is not None and code not in known_codes():
        raise UsageError(f"--language {code}: no such language. Known: {', '.join(known_codes())}.")
    return code


def check_date(day: str | None) -> str | None:
    """The day, if it is one."""
    try:
        return date.fromisoformat(day).isoformat() if day is not None else None
    except ValueError:
        raise UsageError(f"--as-of {day}: not a date. Give it as YYYY-MM-DD.") from None


def read_meta(pairs: Iterable[str]) -> dict[str, dict[str, str]]:
    """What --meta says, by file name."""
    known: dict[str, dict[str, str]] = {}
    for pair in pairs:
        file, _, assignment = pair.partition(META_JOINT)
        key, equals, value = assignment.partition("=")
        if not equals or key not in META_KEYS:
            raise UsageError(
                f"--meta {file} {assignment}: give a file and key=value, where key is one of {', '.join(META_KEYS)}."
            )
        known.setdefault(file, {})["published" if key == "date" else key] = value
    return known


def join_meta(arguments: Sequence[str]) -> list[str]:
    """The arguments with the two words after each --meta made one, since an option takes one."""
    joined: list[str] = []
    words = iter(arguments)
    for word in words:
        joined.append(word)
        if word == "--":
            joined.extend(words)
        elif word == "--meta":
            joined.append(META_JOINT.join([next(words, ""), next(words, "")]))
    return joined


def make_progress(showing: Showing) -> "Progress | None":
    """A progress line a stage on stderr, for somebody who watches."""
    watched = sys.stderr.isatty() or showing.verbose
    return Progress(make_console(stderr=True)) if watched and not showing.quiet else None


class Progress:
    """Prints one line a finished stage: its name and what it counted."""

    def __init__(self, console: "Console") -> None:
        self.console = console
        self.tick = "✓" if console.encoding.lower().startswith("utf") else "+"

    def __call__(self, stage: str, done: str) -> None:
        """Tell that a stage is finished."""
        self.console.print(f"[green]{self.tick}[/] {stage.capitalize():8}", end="")
        from stemma.write.view.wording import make_singular

        self.console.print(make_singular(done), markup=False)


def make_console(*, stderr: bool = False) -> "Console":
    """A console that colours only terminals and never numbers by guesswork; NO_COLOR is honoured by rich."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False)


def print_line(text: str) -> None:
    """One plain line of result."""
    typer.echo(text)


def print_error(text: str) -> None:
    """One plain line on stderr."""
    typer.echo(text, err=True)


def find_version() -> str:
    """The version of the installed package."""
    from importlib.metadata import version

    return version("stemma-news")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code; an error becomes one line, with -v a traceback too."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # On matrices this small a second thread mostly spins: 1.5 CPU seconds of 5.5 on two loaded cores.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal without Unicode shows "?", it does not fail
    try:
        app(join_meta(given), prog_name="stemma")
    except BrokenPipeError:
        # The reader has gone: nothing more to say, and no complaint at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except Exception as error:
        if {"-v", "--verbose"} & set(given):
            sys.excepthook(type(error), error, error.__traceback__)
        print_error(f"stemma: {describe_error(error)}")
        sys.exit(USAGE if isinstance(error, UsageError) else FAILED)
    sys.exit(FAILED)


def describe_error(error: Exception) -> str:
    """One line: what is wrong, with which thing."""
    if isinstance(error, StemmaError):
        return str(error)
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return f"unexpected {type(error).__name__}: {error}. Run again with -v to see where, and please report it."

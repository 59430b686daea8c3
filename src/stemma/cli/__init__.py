"""The command line: read the arguments, call the pipeline, print. Heavy imports wait until a command runs.

Exit codes: 0 done · 1 nothing usable, or failed · 2 wrong usage · 3 done, but inputs were skipped ·
4 only with --fail-on · 130 interrupted.
"""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from stemma.cli import fetching
from stemma.cli.options import (
    AsOfOption,
    CaseOption,
    ColumnOption,
    EmbedderOption,
    FailOnOption,
    FullOption,
    HeadOption,
    JsonOption,
    LanguageOption,
    LimitOption,
    MetaOption,
    OcrOption,
    OfflineOption,
    OutOption,
    PathsArgument,
    QuietOption,
    RedactOption,
    VerboseOption,
    check_date,
    check_language,
    check_names,
    join_meta,
    read_columns,
    read_limits,
    read_meta,
)
from stemma.cli.showing import (
    DONE,
    FAILED,
    USAGE,
    Showing,
    make_console,
    print_error,
    print_line,
    print_traceback,
    run_compare,
    run_quotes,
)
from stemma.cli.stores import app as stores
from stemma.cli.working import (
    DaskOption,
    JsonProgressOption,
    KeepOption,
    PatienceOption,
    ShardsOption,
    Work,
    WorkersOption,
)
from stemma.errors import StemmaError, UsageError
from stemma.settings import PATIENCE, FetchSettings, Settings

app = typer.Typer(
    name="stemma",
    help="Who really said it: traces claims across news articles and languages to their independent origins.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(stores)


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
    column: ColumnOption = None,
    limit: LimitOption = None,
    embedder: EmbedderOption = "fuse",
    ocr: OcrOption = False,
    full: FullOption = False,
    redact: RedactOption = None,
    fail_on: FailOnOption = None,
    store: KeepOption = None,
    workers: WorkersOption = None,
    dask: DaskOption = None,
    shards: ShardsOption = None,
    patience: PatienceOption = PATIENCE,
    json_progress: JsonProgressOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Read articles, trace their claims, write dossier.json and report.html, and print the findings, worst first."""
    from stemma.cli.storing import run_trace

    # offline is accepted for scripts that must promise it; only fetch and watch go to the network
    settings = Settings(
        language=check_language(language),
        as_of=check_date(as_of),
        offline=True,
        embedder=embedder,
        ocr=ocr,
        columns=read_columns(column),
        limits=read_limits(limit),
        meta=read_meta(meta or []),
    )
    showing = Showing(
        out=out,
        as_json=as_json,
        full=full,
        quiet=quiet,
        verbose=verbose,
        fail_on=tuple(fail_on or ()),
        redact=check_names(redact),
    )
    work = Work(store=store, workers=workers, dask=dask, shards=shards, patience=patience, json_progress=json_progress)
    raise typer.Exit(run_trace(paths, settings, showing, work))


@app.command(short_help="Say why two passages were joined, or not.")
def why(
    a: Annotated[str, typer.Argument(metavar="A", help='A passage, FILE:START-END or FILE:"words".')],
    b: Annotated[str, typer.Argument(metavar="B", help="The other passage.")],
    paths: PathsArgument,
    language: LanguageOption = None,
    meta: MetaOption = None,
    column: ColumnOption = None,
    limit: LimitOption = None,
    embedder: EmbedderOption = "fuse",
    ocr: OcrOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Say why two passages were joined as one claim, or were not: slot by slot, with near misses."""
    from stemma.why import print_why

    settings = Settings(
        language=check_language(language),
        embedder=embedder,
        ocr=ocr,
        columns=read_columns(column),
        limits=read_limits(limit),
        meta=read_meta(meta or []),
    )
    print_why(paths, (a, b), settings, make_console())


@app.command(short_help="Set two articles side by side, claim by claim.")
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="An article; - is standard input.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other article.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, with every span.")] = False,
    language: LanguageOption = None,
    meta: MetaOption = None,
    column: ColumnOption = None,
    limit: LimitOption = None,
    embedder: EmbedderOption = "fuse",
    ocr: OcrOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Set two articles side by side, claim by claim: same, changed, contradicted, or told by one of them only."""
    settings = Settings(
        language=check_language(language),
        embedder=embedder,
        ocr=ocr,
        columns=read_columns(column),
        limits=read_limits(limit),
        meta=read_meta(meta or []),
    )
    raise typer.Exit(run_compare((a, b), settings, as_json=as_json))


@app.command(short_help="List who says what in each article.")
def quotes(
    paths: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Articles, or folders of them; - is standard input.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, with every span.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print one row an attribution.")] = False,
    language: LanguageOption = None,
    meta: MetaOption = None,
    column: ColumnOption = None,
    limit: LimitOption = None,
    ocr: OcrOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List who says what in each article: source, cue and content. Nothing is compared across articles."""
    if as_json and as_csv:
        raise UsageError("--json --csv: give one of the two.")
    settings = Settings(
        language=check_language(language),
        ocr=ocr,
        columns=read_columns(column),
        limits=read_limits(limit),
        meta=read_meta(meta or []),
    )
    raise typer.Exit(run_quotes(paths, settings, "json" if as_json else "csv" if as_csv else "table"))


@app.command(short_help="Fetch pages and feeds into a folder.")
def fetch(
    addresses: fetching.AddressesArgument,
    out: fetching.FolderOption = fetching.DEFAULT_FOLDER,
    as_json: fetching.JsonOption = False,
    offline: fetching.OfflineOption = False,
    delay: fetching.DelayOption = 1.0,
    time: fetching.TimeOption = 60.0,
    size: fetching.SizeOption = 20.0,
    most: fetching.MostOption = 10_000,
    contact: fetching.ContactOption = "",
    allow_host: fetching.AllowHostOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Fetch pages, and what feeds and lists name, as they are served (WARC). A second run asks only for changes."""
    settings = FetchSettings(
        offline=offline,
        delay=delay,
        time=time,
        size=fetching.read_size(size),
        most=most,
        contact=contact,
        allow_hosts=tuple(allow_host or ()),
    )
    telling = fetching.Telling(as_json=as_json, quiet=quiet, verbose=verbose)
    raise typer.Exit(fetching.run_fetch(addresses, out, settings, telling))


@app.command(short_help="Watch feeds, and tell what changes.")
def watch(
    feeds: fetching.AddressesArgument,
    out: fetching.CaseOption = fetching.DEFAULT_CASE,
    every: fetching.EveryOption = "15m",
    once: fetching.OnceOption = False,
    as_json: fetching.LinesOption = False,
    webhook: fetching.WebhookOption = None,
    offline: fetching.OfflineOption = False,
    language: LanguageOption = None,
    embedder: EmbedderOption = "fuse",
    delay: fetching.DelayOption = 1.0,
    time: fetching.TimeOption = 60.0,
    size: fetching.SizeOption = 20.0,
    most: fetching.MostOption = 10_000,
    contact: fetching.ContactOption = "",
    allow_host: fetching.AllowHostOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Poll feeds, add what is new to a case, and tell what changed: was denied, retracted, gained an origin."""
    fetched = FetchSettings(
        offline=offline,
        delay=delay,
        time=time,
        size=fetching.read_size(size),
        most=most,
        contact=contact,
        recheck=fetching.RECHECK,
        allow_hosts=tuple(allow_host or ()),
    )
    settings = Settings(language=check_language(language), embedder=embedder)
    telling = fetching.Telling(as_json=as_json, quiet=quiet, verbose=verbose)
    looks = fetching.Looks(every=every, once=once, webhook=webhook)
    raise typer.Exit(fetching.run_watch((feeds, out), settings, fetched, looks, telling))


@app.command(short_help="Trace the packaged demo.")
def demo(
    out: OutOption = None,
    as_json: JsonOption = False,
    embedder: EmbedderOption = "fuse",
    full: FullOption = False,
    redact: RedactOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Trace the packaged demo: an invented event, told by invented outlets in several languages."""
    from stemma.cli.storing import run_trace
    from stemma.demo import demo_folder

    showing = Showing(out=out, as_json=as_json, full=full, quiet=quiet, verbose=verbose, redact=check_names(redact))
    raise typer.Exit(run_trace([str(demo_folder())], Settings(embedder=embedder), showing, Work()))


@app.command(short_help="Trace articles and seal everything into one file.")
def archive(
    paths: PathsArgument,
    out: CaseOption,
    language: LanguageOption = None,
    as_of: AsOfOption = None,
    meta: MetaOption = None,
    column: ColumnOption = None,
    limit: LimitOption = None,
    embedder: EmbedderOption = "fuse",
    ocr: OcrOption = False,
    full: FullOption = False,
    redact: RedactOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Trace articles and seal inputs, texts, dossier and report into one file that shows every later change."""
    from stemma.cli.sealing import run_archive

    if redact:
        raise UsageError(
            "--redact: a sealed case holds the articles as they were read, names and all. "
            "Pass on what stemma trace --redact writes, and keep the case."
        )
    settings = Settings(
        language=check_language(language),
        as_of=check_date(as_of),
        embedder=embedder,
        ocr=ocr,
        columns=read_columns(column),
        limits=read_limits(limit),
        meta=read_meta(meta or []),
    )
    raise typer.Exit(run_archive(paths, out, settings, Showing(full=full, quiet=quiet, verbose=verbose)))


@app.command(short_help="Check that a sealed case is what was sealed.")
def verify(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A file that stemma archive has sealed.")],
    head: HeadOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Check that a sealed case is what was sealed: name every file changed, missing or added, and a broken chain."""
    from stemma.cli.sealing import run_verify

    raise typer.Exit(run_verify(case, head, Showing(quiet=quiet, verbose=verbose)))


def find_version() -> str:
    """The version of the installed package."""
    from importlib.metadata import version

    return version("stemma-news")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code; an error becomes one line, with -v a traceback too."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # On matrices this small a second thread mostly spins: 1.5 CPU seconds of 5.5 on two loaded cores.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Findings are many and hold no loops: looking for loops among them less often saves a tenth of the time.
    gc.set_threshold(50_000, 20, 50)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal without Unicode shows "?", it does not fail
    try:
        app(join_meta(given), prog_name="stemma")
    except BrokenPipeError:
        # The reader has gone: nothing more to say, and no complaint at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except Exception as error:
        if {"-v", "--verbose"} & set(given):
            print_traceback(error)
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

"""The commands on a store and their options: add, search, show, sources, export."""
# ruff: noqa: PLR0913, PLR0917 - every argument of a command is an option

from pathlib import Path
from typing import Annotated

import typer

from stemma.cli.exporting import Form
from stemma.cli.options import (
    ColumnOption,
    EmbedderOption,
    FailOnOption,
    FullOption,
    JsonOption,
    LanguageOption,
    LimitOption,
    MetaOption,
    OcrOption,
    OutOption,
    PathsArgument,
    QuietOption,
    RedactOption,
    VerboseOption,
    check_date,
    check_language,
    check_names,
    read_columns,
    read_limits,
    read_meta,
)
from stemma.cli.showing import Showing
from stemma.cli.working import (
    DEFAULT_STORE,
    DaskOption,
    JsonProgressOption,
    PatienceOption,
    ShardsOption,
    StoreOption,
    Work,
    WorkersOption,
)
from stemma.settings import PATIENCE, Settings

app = typer.Typer()

DayOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="What was known on this day (YYYY-MM-DD).")
]
FormOption = Annotated[
    Form, typer.Option("--form", metavar="FORM", help="dossier; or csv, jsonl: one file a table of the store.")
]
PrintOption = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]
WriteOption = Annotated[
    Path | None,
    typer.Option("-o", "--out", metavar="DIR", help="Write dossier.json and report.html there."),
]


@app.command(short_help="Add articles to a store.")
def add(
    paths: PathsArgument,
    store: StoreOption = DEFAULT_STORE,
    workers: WorkersOption = None,
    dask: DaskOption = None,
    shards: ShardsOption = None,
    patience: PatienceOption = PATIENCE,
    json_progress: JsonProgressOption = False,
    language: LanguageOption = None,
    meta: MetaOption = None,
    column: ColumnOption = None,
    limit: LimitOption = None,
    embedder: EmbedderOption = "fuse",
    ocr: OcrOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Add articles to a store, and compute again only what they touch. Run again, it goes on where it was stopped."""
    from stemma.cli.storing import run_add

    settings = Settings(
        language=check_language(language),
        embedder=embedder,
        ocr=ocr,
        columns=read_columns(column),
        limits=read_limits(limit),
        meta=read_meta(meta or []),
    )
    work = Work(store=store, workers=workers, dask=dask, shards=shards, patience=patience, json_progress=json_progress)
    raise typer.Exit(run_add(paths, settings, Showing(quiet=quiet, verbose=verbose), work))


@app.command(short_help="Find articles in a store by words.")
def search(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Words, or a query of SQLite's FTS5.")],
    store: StoreOption = DEFAULT_STORE,
    source: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="Only articles of this outlet, in any spelling.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only articles of this day or later (YYYY-MM-DD).")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Only articles of this day or earlier.")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="xx", help="Only articles in this language.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many are shown at most.")] = 20,
    as_json: PrintOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Find articles in a store by words, the best first; accents and case do not matter."""
    from stemma.cli.asking import run_search
    from stemma.store.searching import Search

    wanted = Search(
        words=words,
        source=source,
        since=check_date(since, "--since"),
        until=check_date(until, "--until"),
        language=language,
        limit=limit,
    )
    raise typer.Exit(run_search(store, wanted, as_json=as_json))


@app.command(short_help="Show a story of a store.")
def show(
    story: Annotated[
        str,
        typer.Argument(metavar="STORY", help="A story, thread or article: its id, the id's beginning, or title words."),
    ],
    store: StoreOption = DEFAULT_STORE,
    out: WriteOption = None,
    as_json: JsonOption = False,
    full: FullOption = False,
    redact: RedactOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Show what was found in one story or thread of a store, and how it came to be one."""
    from stemma.cli.asking import run_show

    showing = Showing(
        out=out, as_json=as_json, full=full, quiet=quiet, verbose=verbose, redact=check_names(redact), only_printed=True
    )
    raise typer.Exit(run_show(store, story, showing))


@app.command(short_help="Tell who is cited in a store, and what became of it.")
def sources(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="An outlet, agency, body or person.")] = None,
    store: StoreOption = DEFAULT_STORE,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many are shown at most.")] = 40,
    as_json: PrintOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Tell how often each source is cited, how often claims go back to it, and which of these did not stand."""
    from stemma.cli.asking import run_source, run_sources

    raise typer.Exit(
        run_sources(store, limit, as_json=as_json) if name is None else run_source(store, name, as_json=as_json)
    )


@app.command(short_help="Hand over what a store holds.")
def export(
    store: StoreOption = DEFAULT_STORE,
    out: OutOption = None,
    form: FormOption = Form.DOSSIER,
    as_of: DayOption = None,
    as_json: JsonOption = False,
    full: FullOption = False,
    redact: RedactOption = None,
    fail_on: FailOnOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Write what a store holds: dossier.json and report.html, or, of a large one, a dossier for every thread."""
    from stemma.cli.exporting import run_export

    showing = Showing(
        out=out,
        as_json=as_json,
        full=full,
        quiet=quiet,
        verbose=verbose,
        fail_on=tuple(fail_on or ()),
        redact=check_names(redact),
    )
    raise typer.Exit(run_export(store, showing, form, check_date(as_of)))

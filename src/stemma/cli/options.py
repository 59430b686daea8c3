"""What the commands may be given: options, and how their values are read."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stemma.errors import UsageError
from stemma.settings import Limits

META_KEYS = ("url", "outlet", "published", "date", "language", "title")
COLUMN_KEYS = ("text", *META_KEYS, "author", "modified", "retrieved", "section", "id")
LONGEST_NUMBER = 15  # digits
META_JOINT = "\n"  # joins the two words after --meta into one argument; hardly a file name holds it


class Trouble(StrEnum):
    """A kind of finding that --fail-on can turn into an exit code."""

    LOOP = "loop"
    SINGLE_ORIGIN = "single-origin"
    CONTRADICTION = "contradiction"
    DRIFT = "drift"


PathsArgument = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files or folders of articles; - is standard input.")
]
OutOption = Annotated[
    Path | None,
    typer.Option("-o", "--out", metavar="DIR", help="Where dossier.json and report.html go.", show_default="out"),
]
CaseOption = Annotated[
    Path, typer.Option("-o", "--out", metavar="CASE", help="The case to make: a new .zip, .stemma or .wacz file.")
]
HeadOption = Annotated[
    str | None, typer.Option("--head", metavar="HASH", help="The head hash that was noted when the case was sealed.")
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Print the dossier and nothing else; files are written only with -o.")
]
OfflineOption = Annotated[
    bool, typer.Option("--offline", help="Forbid every network access. This command never makes one.")
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
OcrOption = Annotated[bool, typer.Option("--ocr", help="Recognise scanned pages of PDFs with an installed ocrmypdf.")]
FullOption = Annotated[bool, typer.Option("--full", help="Put whole articles into report.html, not only excerpts.")]
RedactOption = Annotated[
    list[str] | None,
    typer.Option("--redact", metavar="NAME", help="Take a name out of all that is written and printed. Repeatable."),
]
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


ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="WHAT=NAME",
        help="Which column of a table is what: text=Body, title=Headline. Repeatable.",
        show_default="guessed",
    ),
]
LimitOption = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=NUMBER",
        help=f"How much one file may hold: {', '.join(field.name for field in fields(Limits))}. Repeatable.",
    ),
]


def read_columns(pairs: Iterable[str] | None) -> dict[str, str]:
    """What --column says: the name of the column for each thing."""
    columns: dict[str, str] = {}
    for pair in pairs or ():
        what, equals, name = pair.partition("=")
        if not equals or not name or what not in COLUMN_KEYS:
            raise UsageError(f"--column {pair}: give WHAT=NAME, where WHAT is one of {', '.join(COLUMN_KEYS)}.")
        columns["published" if what == "date" else what] = name
    return columns


def read_limits(pairs: Iterable[str] | None) -> Limits:
    """What --limit says, beside the defaults."""
    known = [field.name for field in fields(Limits)]
    limits: dict[str, int] = {}
    for pair in pairs or ():
        name, _, number = pair.partition("=")
        digits = number.replace("_", "")
        if name not in known or not (digits.isascii() and digits.isdigit()) or len(digits) > LONGEST_NUMBER:
            raise UsageError(f"--limit {pair}: give NAME=NUMBER, where NAME is one of {', '.join(known)}.")
        limits[name] = int(digits)
    return Limits(**limits)


def check_language(code: str | None) -> str | None:
    """The code, if there is a language file for it."""
    from stemma.lang import known_codes

    if code is not None and code not in known_codes():
        raise UsageError(f"--language {code}: no such language. Known: {', '.join(known_codes())}.")
    return code


def check_names(names: Iterable[str] | None) -> tuple[str, ...]:
    """The names to take out, if each can be looked for."""
    from stemma.write.blots import has_letters

    given = tuple(names or ())
    for name in given:
        if not has_letters(name):
            raise UsageError(f"--redact {name!r}: no letter is in it. Give a name.")
    return given


def check_date(day: str | None, option: str = "--as-of") -> str | None:
    """The day, if it is one."""
    try:
        return date.fromisoformat(day).isoformat() if day is not None else None
    except ValueError:
        raise UsageError(f"{option} {day}: not a date. Give it as YYYY-MM-DD.") from None


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

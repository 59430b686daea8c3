"""What is known of a file from outside it: a folder's `meta.jsonl` and the caller's settings."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from stemma.acquire.codes import find_code
from stemma.errors import UsageError
from stemma.model import Skipped
from stemma.settings import Settings

META_NAME = "meta.jsonl"
META_LIMIT = 20_000_000  # bytes
KEYS = ("author", "language", "modified", "outlet", "published", "retrieved", "section", "title", "url")
NEAR = 0.8  # likeness from which an unknown key is a misspelt one
PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")

Meta = dict[str, str]
Facts = dict[str, Meta]  # by file, relative to the folder of meta.jsonl


def is_moment(value: str) -> bool:
    """True for an ISO date or date-time; a year or a month alone is one too."""
    if PARTIAL_DATE.fullmatch(value):
        return True
    try:
        datetime.fromisoformat(value) if len(value) > 10 else date.fromisoformat(value)
    except ValueError:
        return False
    return value[4:5] == "-"


def find_faults(meta: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (key, what is wrong with it) for every value that cannot be used."""
    language = meta.get("language")
    if language is not None and find_code(language) is None:
        yield "language", f'"{language}" is no ISO 639-1 language code such as en or id'
    for key in ("modified", "published", "retrieved"):
        if key in meta and not is_moment(meta[key]):
            yield key, f'{key} "{meta[key]}" is no ISO date such as 2024-10-17'


def read_meta(folder: Path, uri: str) -> tuple[Facts, list[Skipped]]:
    """What a folder's `meta.jsonl` says of its files.

    Args:
        folder: the folder, with or without such a file.
        uri: how to call the file in a notice.

    Returns:
        The facts by file, and a notice for every line or value that was left out.
    """
    path = folder / META_NAME
    if not path.is_file():
        return {}, []
    try:
        if path.stat().st_size > META_LIMIT:
            raise ValueError(f"more than {META_LIMIT // 1_000_000} MB")
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        return {}, [Skipped(uri=uri, reason=f"cannot be read: {error}. Its files are taken without it.")]
    return parse_meta(content, uri, lambda file: _exists(folder, file))


def parse_meta(content: bytes, uri: str, exists: Callable[[str], bool]) -> tuple[Facts, list[Skipped]]:
    """What the bytes of a `meta.jsonl` say.

    Args:
        content: its bytes.
        uri: how to call it in a notice.
        exists: tells whether there is a file of that name beside it.

    Returns:
        The facts by file, and a notice for every line or value that was left out.
    """
    facts: Facts = {}
    skipped: list[Skipped] = []
    for number, line in enumerate(content.decode("utf-8-sig", "replace").split("\n"), start=1):
        if line.strip():
            notices = _take_line(line, exists, facts)
            skipped += [Skipped(uri=uri, reason=f"line {number}: {notice}.") for notice in notices]
    return facts, skipped


def _take_line(line: str, exists: Callable[[str], bool], facts: Facts) -> Iterator[str]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        yield f"not JSON ({str(error).split(':')[0]}), left out"
        return
    file = record.get("file") if isinstance(record, dict) else None
    if not isinstance(file, str) or not file:
        yield 'no object with a "file", left out'
        return
    if not exists(file):
        yield f"{file}: no such file here, left out"
        return
    if file in facts:
        yield f"{file}: described before; the later line counts"
    meta, notices = _make_meta(record)
    facts[file] = {**facts.get(file, {}), **meta}
    yield from (f"{file}: {notice}, left out" for notice in notices)


def _exists(folder: Path, file: str) -> bool:
    try:
        return (folder / file).is_file()
    except (OSError, ValueError):  # a name too long or with a NUL
        return False


def _make_meta(record: Mapping[str, Any]) -> tuple[Meta, list[str]]:
    """The usable values of one record, and what was wrong with the others."""
    values = {**record, "published": record.get("published") or record.get("date")}
    given = {key: values[key] for key in KEYS if values.get(key) is not None}
    notices = [f"{key} is no text" for key, value in given.items() if not isinstance(value, str | int | float)]
    notices += list(_name_misspelt(record))
    meta = {key: str(value).strip() for key, value in given.items() if isinstance(value, str | int | float)}
    meta = {key: value for key, value in meta.items() if value}
    for key, fault in list(find_faults(meta)):
        notices.append(fault)
        del meta[key]
    return normalise_language(meta), notices


def _name_misspelt(record: Mapping[str, Any]) -> Iterator[str]:
    """Yield a notice for each unknown key that is nearly a known one; other keys are somebody else's."""
    known = {*KEYS, "date", "file"}
    for key in sorted(set(record) - known):
        meant = get_close_matches(key, sorted(known - set(record)), n=1, cutoff=NEAR)
        if meant:
            yield f'"{key}" is no known key (did you mean "{meant[0]}"?)'


def normalise_language(meta: Meta) -> Meta:
    """The same facts with the language as a bare code."""
    code = find_code(meta["language"]) if "language" in meta else None
    return {**meta, "language": code} if code else meta


def check_settings(settings: Settings) -> dict[str, Meta]:
    """The facts that the caller gave, by file name, checked.

    Raises:
        UsageError: an unknown language, key or date.
    """
    if settings.language is not None and find_code(settings.language) is None:
        raise UsageError(f"{settings.language}: no such language. Give an ISO 639-1 code such as en or id.")
    return {file: _check_meta(file, meta) for file, meta in settings.meta.items()}


def _check_meta(file: str, meta: Mapping[str, str]) -> Meta:
    unknown = sorted(set(meta) - {*KEYS, "date"})
    if unknown:
        raise UsageError(f"{file}: {unknown[0]}: no such key. Known: {', '.join(KEYS)}.")
    checked, notices = _make_meta(meta)
    if notices:
        raise UsageError(f"{file}: {notices[0]}.")
    return checked

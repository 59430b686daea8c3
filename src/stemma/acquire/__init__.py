"""Stage 1: paths → raw documents, and a reason for every one that could not be read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from stemma.acquire.meta import META_NAME, Facts, check_settings, normalise_language, read_meta
from stemma.acquire.pages import SUFFIXES as PAGE_READERS
from stemma.acquire.plain import find_kinds, find_suffix, read_stdin
from stemma.acquire.walk import STDIN, Found, Root, find_root, name_files, spell
from stemma.errors import InputError, UsageError
from stemma.model import RawDocument, Skipped
from stemma.registry import readers
from stemma.settings import Settings

__all__ = ["acquire"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader that has limits of its own is given beside its file."""

    settings: Settings


def acquire(paths: Iterable[str | Path], settings: Settings) -> Iterator[RawDocument | Skipped]:
    """Yield every document under the given paths in the order of their uris, and a notice for whatever was left out.

    Args:
        paths: files and folders (searched in depth, hidden files apart); "-" is standard input.
        settings: `meta` wins over a folder's `meta.jsonl`.

    Raises:
        InputError: a path does not exist, or there is no article under any of them.
        UsageError: the settings name an unknown language, or facts that cannot be used.
    """
    given = check_settings(settings)
    names = sorted({str(path) for path in paths})
    roots = [find_root(name) for name in names if name != STDIN]
    files = name_files(roots)
    kinds = find_kinds()
    _check_given(files, given, STDIN in names)
    if STDIN in names:
        yield _take_facts(read_stdin(), given.get(STDIN, {}))
    elif not any(find_suffix(found.path, kinds) for found in files):
        raise InputError(_say_nothing_found(names, len(files), kinds))
    facts, notices = _gather_facts(roots, files)
    yield from notices
    yield from _name_empty(roots, kinds)
    for found in files:
        for document in _read(found, kinds, settings):
            known = {**facts.get(str(found.path), {}), **_find_given(found, given)}
            yield _take_facts(document, known)


def _say_nothing_found(names: list[str], others: int, kinds: tuple[str, ...]) -> str:
    if len(names) == 1 and Path(names[0]).is_file():
        return f"{names[0]}: not a kind of file that is read. Save its text as one of these: {' '.join(kinds)}."
    what = ", ".join(names) or "nothing given"
    only = f" (only {others} of other kinds)" if others else ""
    return f"{what}: no articles there{only}. Give files, or a folder of files, of these kinds: {' '.join(kinds)}."


def _gather_facts(roots: list[Root], files: list[Found]) -> tuple[Facts, list[Skipped]]:
    """What the `meta.jsonl` of every folder says, by the full path of the file."""
    facts: Facts = {}
    notices: list[Skipped] = []
    uris = {str(found.path): found.uri for found in files}
    for folder in sorted({folder for root in roots for folder in root.folders}):
        described, skipped = read_meta(folder, _name_meta(folder, roots))
        notices += skipped
        paths = {str(folder / file): meta for file, meta in described.items()}
        facts.update({path: meta for path, meta in paths.items() if path in uris})
    return facts, notices


def _name_meta(folder: Path, roots: list[Root]) -> str:
    for root in roots:
        if folder != root.path and folder.is_relative_to(root.path):
            return spell(f"{folder.relative_to(root.path).as_posix()}/{META_NAME}")
    return META_NAME if len(roots) == 1 else spell(f"{folder.name}/{META_NAME}")


def _name_empty(roots: list[Root], kinds: tuple[str, ...]) -> Iterator[Skipped]:
    for root in roots:
        if root.path.is_dir() and not any(find_suffix(path, kinds) for path in root.files):
            yield Skipped(uri=spell(root.path.name), reason="no articles in this folder")


def _read(found: Found, kinds: tuple[str, ...], settings: Settings) -> Iterator[RawDocument | Skipped]:
    suffix = find_suffix(found.path, kinds)
    if suffix is None:
        yield Skipped(uri=found.uri, reason=f"not a kind of file that is read ({' '.join(kinds)})")
        return
    options = (Reading(settings=settings),) if suffix == ".pdf" else ()
    yield from readers.find(suffix)(found.path, found.uri, *options)


def _find_given(found: Found, given: Facts) -> dict[str, str]:
    return {**given.get(PurePosixPath(found.uri).name, {}), **given.get(found.uri, {})}


def _take_facts(document: RawDocument | Skipped, known: dict[str, str]) -> RawDocument | Skipped:
    if isinstance(document, Skipped) or not known:
        return document
    return replace(document, meta=normalise_language({**document.meta, **known}))


def _check_given(files: list[Found], given: Facts, has_stdin: bool) -> None:
    names = {name for found in files for name in (found.uri, PurePosixPath(found.uri).name)}
    names |= {STDIN} if has_stdin else set()
    for name in sorted(set(given) - names):
        raise UsageError(f"--meta {name}: no such file among those read. Name a file of the pile.")


for _suffix, _place in PAGE_READERS.items():
    readers.register(_suffix, _place)

"""Which files the given paths mean, and what each is called."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from stemma.acquire.meta import META_NAME
from stemma.acquire.pages.saved import is_page_folder
from stemma.errors import InputError

STDIN = "-"
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
CASE_MARK = ".watch.json"  # marks the folder of a watched case; what Stemma itself writes there is no source
CASE_FILES = ("dossier.json", "report.html", "changes.jsonl", "changes.atom")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file that was found under a given path; `uri` is what reports call it."""

    path: Path
    uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """One given path and the files under it."""

    path: Path
    files: tuple[Path, ...]
    folders: tuple[Path, ...]

    def name(self, path: Path) -> str:
        """A file's path relative to this root, with `/`; its bare name where the root is the file."""
        return path.name if path == self.path else path.relative_to(self.path).as_posix()


def find_root(given: str) -> Root:
    """The files that one given path means: itself, or every file below it that is not hidden, sorted.

    Raises:
        InputError: there is no such path.
    """
    path = Path(os.path.abspath(given))  # not resolved: a link keeps the name that the user gave it  # noqa: PTH100
    if path.is_dir():
        folders = tuple(_find_folders(path))
        files = tuple(file for folder in folders for file in _find_files(folder))
        return Root(path=path, files=files, folders=folders)
    if not os.path.lexists(path) and ADDRESS.match(given):
        raise InputError(
            f"{given}: an address, and nothing is fetched here. Get it with stemma fetch ADDRESS -o FOLDER,"
            " then give FOLDER."
        )
    if not os.path.lexists(path):
        raise InputError(f"{given}: no such file. Give a file or a folder of articles.")
    return Root(path=path, files=(path,) if path.name != META_NAME else (), folders=(path.parent,))


def _find_folders(top: Path) -> Iterator[Path]:
    """Yield a folder and all below it; each real folder once, so that links cannot lead in circles."""
    seen: set[str] = set()
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        real = os.path.realpath(folder)
        if real in seen:
            continue
        seen.add(real)
        yield folder
        waiting += sorted((entry for entry in _list(folder) if _is_folder(entry)), reverse=True)


def _is_folder(entry: Path) -> bool:
    """True for a folder to search; the one with the pictures and frames of a saved page belongs to that page."""
    return entry.is_dir() and not is_page_folder(entry)


def _find_files(folder: Path) -> list[Path]:
    other = {META_NAME, *(CASE_FILES if (folder / CASE_MARK).exists() else ())}
    return sorted(entry for entry in _list(folder) if not entry.is_dir() and entry.name not in other)


def _list(folder: Path) -> list[Path]:
    try:
        return [entry for entry in folder.iterdir() if not entry.name.startswith(".")]
    except OSError as error:
        raise InputError(
            f"{folder.name}: this folder cannot be read ({error.strerror}). Change its permissions."
        ) from error


def name_files(roots: list[Root]) -> list[Found]:
    """Every file of all roots once, with a uri of its own, sorted by uri.

    Where two roots would give the same uri, all uris are taken relative to the folder that the roots share.
    """
    named = {path: root.name(path) for root in roots for path in root.files}
    if max(Counter(named.values()).values(), default=0) > 1:
        shared = os.path.commonpath([str(root.path.parent) for root in roots])
        named = {path: PurePath(os.path.relpath(path, shared)).as_posix() for path in named}
    spelt = {path: spell(uri) for path, uri in named.items()}
    return sorted((Found(path=path, uri=uri) for path, uri in spelt.items()), key=lambda found: found.uri)


def spell(name: str) -> str:
    r"""A file name in characters that exist: bytes that are no UTF-8 are written as \xff."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")

"""What goes into a case: the inputs as they lie there, and the documents that the readers took from them."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stemma.acquire.meta import META_NAME
from stemma.acquire.plain import find_kinds, find_suffix
from stemma.acquire.walk import STDIN, Root, find_root, name_files, spell
from stemma.casefile import DOCUMENTS, RAW
from stemma.model import RawDocument, Skipped

PIECE = 1_000_000  # bytes read at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file that was given: what reports call it, where it lies, and what it held when it was read."""

    uri: str
    path: Path
    sha256: str
    size: int


@dataclass(slots=True, kw_only=True)
class Gathered:
    """Inputs and documents of one case; `files` says which file on disk becomes which member."""

    inputs: list[Input]
    spool: Path  # an empty folder for the documents that are no whole input
    documents: list[dict[str, Any]] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)

    def record(self, read: Iterable[RawDocument | Skipped]) -> Iterator[RawDocument | Skipped]:
        """Yield what is read, and keep each document's bytes and facts on the way."""
        inputs = {item.uri: item for item in self.inputs}
        self.files.update({f"{RAW}{item.sha256}": item.path for item in self.inputs})
        for item in read:
            if isinstance(item, Skipped):
                self.skipped.append(item)
            else:
                self._keep(item, find_input(item.uri, inputs))
            yield item

    def _keep(self, document: RawDocument, given: Input | None) -> None:
        digest = hashlib.sha256(document.content).hexdigest()
        is_raw = given is None and document.uri == STDIN  # standard input lies nowhere else
        name = f"{RAW if is_raw or f'{RAW}{digest}' in self.files else DOCUMENTS}{digest}"
        if name not in self.files:
            self.files[name] = self.spool / digest
            self.files[name].write_bytes(document.content)
        self.documents.append(
            {
                "uri": document.uri,
                "input": given.uri if given else None,
                "sha256": document.sha256,
                "content": name,
                "suffix": document.suffix,
                "meta": dict(sorted(document.meta.items())),
            }
        )


def find_inputs(paths: Iterable[str | Path]) -> list[Input]:
    """The files under the given paths that are read, and the `meta.jsonl` of their folders, each with its SHA-256.

    Raises:
        InputError: a path does not exist.
    """
    roots = [find_root(name) for name in sorted({str(path) for path in paths}) if name != STDIN]
    kinds = find_kinds()
    found = {item.uri: item.path for item in name_files(roots) if find_suffix(item.path, kinds)}
    for root in roots:
        found.update(_find_metas(root, len(roots) == 1))
    return [make_input(uri, path) for uri, path in sorted(found.items()) if path.is_file()]


def _find_metas(root: Root, is_only: bool) -> Iterator[tuple[str, Path]]:
    for folder in root.folders:
        path = folder / META_NAME
        if path.is_file():
            inside = path.relative_to(root.path).as_posix() if path.is_relative_to(root.path) else META_NAME
            yield spell(inside if is_only else f"{root.path.name}/{inside}"), path


def make_input(uri: str, path: Path) -> Input:
    """A file with the SHA-256 of what it holds now."""
    digest, size = hash_file(path)
    return Input(uri=uri, path=path, sha256=digest, size=size)


def hash_file(path: Path) -> tuple[str, int]:
    """The SHA-256 of a file and its size."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while piece := stream.read(PIECE):
            digest.update(piece)
            size += len(piece)
    return digest.hexdigest(), size


def find_input(uri: str, inputs: dict[str, Input]) -> Input | None:
    """The input that a document is from: its own uri, or the longest beginning of it that is one."""
    return next((inputs[place] for place in (uri, *list_parents(uri)) if place in inputs), None)


def list_parents(uri: str) -> list[str]:
    """What a uri may stand inside of, the nearest first: "a.zip/b.eml" and "a.zip" for "a.zip/b.eml/1.pdf"."""
    parts = uri.split("/")
    return ["/".join(parts[:end]) for end in range(len(parts) - 1, 0, -1)]

"""What the caller says of files, given to the documents of those files, and to those inside them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from stemma.acquire.meta import Facts, Meta, normalise_language
from stemma.acquire.plain import SUFFIXES
from stemma.acquire.walk import STDIN
from stemma.errors import UsageError
from stemma.model import RawDocument, Skipped


class Given:
    """The facts of `--meta` by file, and which of them have found their file."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._missing = set(facts)

    def check_files(self, uris: Sequence[str], *, has_stdin: bool) -> None:
        """Refuse a name that no file has, before anything is read; what is inside a file shows only later.

        Raises:
            UsageError: no such file.
        """
        names = {*uris, *(PurePosixPath(uri).name for uri in uris)}
        self._missing -= names | ({STDIN} if has_stdin else set())
        if not has_stdin and all(PurePosixPath(uri).suffix.casefold() in SUFFIXES for uri in uris):
            self.check_all()

    def check_all(self) -> None:
        """Refuse a name that neither a file nor a document inside one has.

        Raises:
            UsageError: no such file.
        """
        for name in sorted(self._missing):
            raise UsageError(f"--meta {name}: no such file among those read. Name a file of the pile.")

    def take(
        self, items: Iterable[RawDocument | Skipped], uri: str, facts: Meta | None = None
    ) -> Iterator[RawDocument | Skipped]:
        """Yield the items of one file with all that is said of them: by the folder, then by the caller."""
        of_file = {**(facts or {}), **self._find(uri)}
        for item in items:
            if isinstance(item, Skipped):
                yield item
                continue
            inner = self._find(item.uri) if item.uri != uri else {}
            known = {**of_file, **inner}
            yield replace(item, meta=normalise_language({**item.meta, **known})) if known else item

    def _find(self, uri: str) -> Meta:
        name = PurePosixPath(uri).name
        self._missing -= {uri, name}
        return {**self._facts.get(name, {}), **self._facts.get(uri, {})}

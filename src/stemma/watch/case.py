"""A watched case on the disk: what was fetched, the last dossier, and what has changed since the watch began."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from stemma.acquire.walk import CASE_FILES, CASE_MARK
from stemma.errors import InputError, StemmaError
from stemma.model import Dossier
from stemma.watch.changes import Change
from stemma.write import write
from stemma.write.dossier import read_dossier

ARTICLES = "articles"
DOSSIER, REPORT, CHANGES, ATOM = CASE_FILES
SHOWN_ARTICLES = 10  # of one change; a new story may have hundreds


@dataclass(slots=True)
class Case:
    """The folder of a case.

    Attributes:
        folder: it holds `articles/`, `dossier.json`, `report.html`, `changes.jsonl` and `changes.atom`.
    """

    folder: Path

    @property
    def articles(self) -> Path:
        """Where `fetch` puts what it brings."""
        return self.folder / ARTICLES

    def read_dossier(self) -> Dossier | None:
        """The last dossier; None before the first.

        Raises:
            InputError: there is one that cannot be read.
        """
        path = self.folder / DOSSIER
        if not path.exists():
            return None
        try:
            return read_dossier(path.read_bytes())
        except InputError as error:
            raise InputError(f"{path}: {error} Move it away to begin anew.") from error

    def write_dossier(self, dossier: Dossier) -> None:
        """Keep a dossier and its report in the place of the last ones."""
        for form, name in (("json", DOSSIER), ("html", REPORT)):
            content = write(dossier, form)
            self.write_whole(name, content.encode() if isinstance(content, str) else content)

    def measure(self) -> dict[str, int]:
        """What lies there to be traced: the size of each file."""
        return {path.name: path.stat().st_size for path in sorted(self.articles.glob("*.warc.gz"))}

    def read_state(self) -> dict[str, Any]:
        """What the watch remembers: `traced`, the files behind the last dossier; `unsent`, changes for the webhook."""
        try:
            state = json.loads((self.folder / CASE_MARK).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return state if isinstance(state, dict) else {}

    def write_state(self, state: dict[str, Any]) -> None:
        """Remember it."""
        self.write_whole(CASE_MARK, json.dumps(state, sort_keys=True).encode())

    def read_changes(self) -> list[dict[str, Any]]:
        """All changes so far, the oldest first; a line that broke off counts for nothing."""
        try:
            lines = (self.folder / CHANGES).read_text(encoding="utf-8", errors="replace").split("\n")
        except FileNotFoundError:
            return []
        found = []
        for line in lines:
            try:
                change = json.loads(line)
            except ValueError:
                continue
            if isinstance(change, dict) and isinstance(change.get("id"), str):
                found.append(change)
        return found

    def add_changes(self, changes: Iterable[Change], moment: datetime) -> list[dict[str, Any]]:
        """Add what changed to what had changed.

        Returns:
            What was added: no change is told twice, even where a watch was stopped between telling and remembering.
        """
        before = self.read_changes()
        known = {change["id"] for change in before}
        new = [make_row(change, moment) for change in changes if change.id not in known]
        if new:
            self.write_whole(CHANGES, "".join(map(write_row, [*before, *new])).encode("utf-8", "replace"))
        return new

    def write_whole(self, name: str, content: bytes) -> None:
        """Write one file, whole or not at all.

        Raises:
            StemmaError: the folder takes no files.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            part = self.folder / f".{name.lstrip('.')}.part"
            part.write_bytes(content)
            part.replace(self.folder / name)
        except OSError as error:
            raise StemmaError(
                f"{self.folder}: nothing can be written there ({error.strerror}). Name another folder with -o."
            ) from error


def make_row(change: Change, moment: datetime) -> dict[str, Any]:
    """A change as it is written down and sent."""
    told = [{name: value for name, value in asdict(told).items() if value} for told in change.articles]
    words = [{"article": evidence.article, "text": evidence.text} for evidence in change.evidence]
    return {
        "id": change.id, "moment": moment.strftime("%Y-%m-%dT%H:%M:%SZ"), "kind": change.kind, "title": change.title,
        "text": change.text, "articles": told[:SHOWN_ARTICLES], "evidence": words[:SHOWN_ARTICLES],
        "collation": change.collation,
    }  # fmt: skip


def write_row(row: dict[str, Any]) -> str:
    """A change as one line of JSON; nothing in it steers a terminal."""
    return json.dumps(row, ensure_ascii=False).translate(STEERING) + "\n"


def find_rows(rows: Sequence[dict[str, Any]], ids: Iterable[str]) -> list[dict[str, Any]]:
    """The rows of these ids, in their order."""
    wanted = set(ids)
    return [row for row in rows if row["id"] in wanted]


# json.dumps escapes C0 itself; DEL, C1, line separators and what turns the direction of text are left to us.
STEERING = {
    code: f"\\u{code:04x}"
    for code in (0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}

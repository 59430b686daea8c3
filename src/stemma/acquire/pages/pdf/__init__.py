"""The reader of PDF files: their text layer in reading order, through a child process that may fail alone."""

import hashlib
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from stemma.acquire.pages.pdf.lines import Budget, read_lines
from stemma.acquire.pages.pdf.ocr import recognise
from stemma.acquire.pages.pdf.paragraphs import (
    LARGE,
    Page,
    Paragraph,
    drop_furniture,
    find_body_size,
    join_lines,
)  # fmt: skip
from stemma.acquire.pages.pdf.run import open_pdf
from stemma.acquire.pages.saved import Unreadable, read_file
from stemma.model import RawDocument, Skipped
from stemma.settings import Settings
from stemma.text import fold

SIZE_LIMIT = 200_000_000  # bytes; pictures make newspaper pages big
LEAST_LETTERS = 40  # letters in all pages together, below which it is no text layer but a stamp or a page number
UNREADABLE = 0.2  # share of letters without a meaning from which the text is none
HEADLINE_WORDS, HEADLINE_LENGTH = 3, 300
HEADLINE = 1.6  # body sizes of a headline that is not the largest text
BROWSERS = re.compile(r"Skia/PDF|Chrom|Firefox|cairo|WebKit|Quartz PDFContext", re.IGNORECASE)
MOMENT = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)'?)?.{0,2}")
SCANNED = "a scanned PDF without a text layer: run ocrmypdf on it, or read it with --ocr where that is installed"


class Reading(Protocol):
    """What a reader is given beside its file."""

    @property
    def settings(self) -> Settings:
        """The settings of the run."""


def read_pdf(path: Path, uri: str, reading: Reading | None = None) -> Iterator[RawDocument | Skipped]:
    """Yield the text of a PDF, or why there is none; pages that are pictures are named.

    Args:
        path: the file.
        uri: what reports call it.
        reading: its settings say how much is read, and whether scanned pages are recognised.
    """
    settings = reading.settings if reading else Settings()
    try:
        digest = hashlib.sha256(read_file(path, SIZE_LIMIT)).hexdigest()
        found = open_pdf(path, settings.limits)
        if settings.ocr and find_bare(found["pages"]):
            found = _recognise(path, found, settings)
        document = make_document(found, uri, digest)
    except Unreadable as error:
        yield Skipped(uri=uri, reason=str(error))
        return
    yield document
    yield from _name_bare(found, uri)


def _recognise(path: Path, found: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """What is found once the pages that are pictures are recognised; what was, with the fault, where that fails.

    Raises:
        Unreadable: it fails, and there was no text before.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="stemma-") as folder:
            again = open_pdf(recognise(path, Path(folder), settings), settings.limits)
    except Unreadable as error:
        if is_scanned(found["pages"]):
            raise
        return {**found, "unrecognised": str(error)}
    return {**again, "facts": found["facts"]}


def count_letters(page: dict[str, Any]) -> int:
    """Letters and digits of a page."""
    return sum(letter.isalnum() for run in page["runs"] for letter in run["text"])


def is_scanned(pages: list[dict[str, Any]]) -> bool:
    """True for pages that hold pictures and hardly a letter."""
    return sum(map(count_letters, pages)) < LEAST_LETTERS and any(page["pictures"] for page in pages)


def find_bare(pages: list[dict[str, Any]]) -> list[int]:
    """The numbers of the pages that are pictures without a letter."""
    return [number for number, page in enumerate(pages, 1) if page["pictures"] and not count_letters(page)]


def _name_bare(found: dict[str, Any], uri: str) -> Iterator[Skipped]:
    bare = find_bare(found["pages"])
    if bare:
        named = ", ".join(map(str, bare[:10])) + (f" and {len(bare) - 10} more" if len(bare) > 10 else "")
        why = f" ({found['unrecognised']})" if "unrecognised" in found else ""
        yield Skipped(uri=uri, reason=f"its pages without a text layer were not read: {named}{why}")


def make_document(found: dict[str, Any], uri: str, sha256: str) -> RawDocument:
    """The document of what the child process found.

    Raises:
        Unreadable: there is no text.
    """
    text = "".join(run["text"] for page in found["pages"] for run in page["runs"])
    if is_scanned(found["pages"]):
        raise Unreadable(SCANNED)
    if not any(map(str.isalnum, text)):
        raise Unreadable("a PDF without text")
    if sum(letter == "\ufffd" or 0xE000 <= ord(letter) <= 0xF8FF for letter in text) > UNREADABLE * len(text):
        raise Unreadable("a PDF whose letters have no meaning (its fonts do not tell): run ocrmypdf --force-ocr on it")
    budget = Budget()
    pages = [
        Page(blocks=read_lines(page["runs"], number, budget), height=page["size"][1])
        for number, page in enumerate(found["pages"])
    ]
    blocks, address = drop_furniture(pages)
    paragraphs = join_lines(blocks)
    title = _find_title(paragraphs, find_body_size([line for block in blocks for line in block]), found["facts"])
    meta = {**_read_facts(found["facts"]), "url": address, "title": title.text if title else None}
    return RawDocument(
        uri=uri,
        sha256=sha256,
        content="\n\n".join(item.text for item in paragraphs if item is not title).encode("utf-8", "replace"),
        suffix=".txt",
        meta={key: value for key, value in meta.items() if value},
    )


def _find_title(paragraphs: list[Paragraph], body: float, facts: dict[str, str]) -> Paragraph | None:
    """The headline of the first page: the one that the file's own title repeats, or else the largest."""
    first = [item for item in paragraphs if item.page == 0 and item.size >= LARGE * body]
    stated = _squeeze(facts.get("Title", ""))
    named = [item for item in first if len(stated) > 10 and _squeeze(item.text) and _squeeze(item.text) in stated]
    whole = [
        item for item in first
        if len(item.text) <= HEADLINE_LENGTH and (len(item.text.split()) > HEADLINE_WORDS or not item.text.isascii())
    ]  # fmt: skip
    found = max(named or whole, key=lambda item: item.size, default=None)
    largest = max((item.size for item in first), default=0.0)
    # Below the name of a paper stands a headline, but below a title of two words only its authors.
    return found if found and (found.size >= 0.95 * largest or found.size >= HEADLINE * body) else None


def _squeeze(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def _read_facts(facts: dict[str, str]) -> dict[str, str | None]:
    """The moment at which a browser printed a page; other programs' dates say when a file was made, not an article."""
    made = facts.get("Creator", "") + facts.get("Producer", "")
    moment = MOMENT.fullmatch(facts.get("CreationDate", ""))
    if not moment or not BROWSERS.search(made):
        return {}
    year, month, day, hour, minute, second, hours, minutes = moment.groups()
    zone = f"{hours}:{minutes}" if hours else "+00:00"
    return {"retrieved": f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"}

"""Every knob that a user can turn."""

from dataclasses import dataclass, field
from datetime import date

from stemma.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How one run behaves.

    Attributes:
        language: ISO 639-1 code taken for every article, or None to detect it.
        as_of: ISO date; articles published later are left out (listed as skipped), undated ones are kept.
        offline: True forbids every network access. Nothing in this version uses the network.
        embedder: name of a sentence encoder from the registry; "none" matches without one, at a known loss
            (docs/quality.md).
        ocr: True recognises scanned PDFs with an installed `ocrmypdf`.
        ocr_seconds: how long that may take for one file.
        pdf_pages: pages of the longest PDF that is read.
        pdf_seconds: how long opening one PDF may take.
        meta: per file name, what is known of it: url, outlet, published, language, title. Wins over meta.jsonl.
    """

    language: str | None = None
    as_of: str | None = None
    offline: bool = True
    embedder: str = "fuse"
    ocr: bool = False
    ocr_seconds: int = 600
    pdf_pages: int = 500
    pdf_seconds: int = 60
    meta: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a day that is none: compared as words, it would leave out or keep any article.

        Raises:
            UsageError: `as_of` is not a date.
        """
        try:
            date.fromisoformat(self.as_of or "2000-01-01")
        except ValueError:
            raise UsageError(f"as_of {self.as_of}: not a date. Give it as YYYY-MM-DD.") from None

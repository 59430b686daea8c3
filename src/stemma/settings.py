"""Every knob that a user can turn."""

from dataclasses import dataclass, field, fields
from datetime import date

from stemma.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one given file may hold; whatever is beyond is left out, and said.

    Attributes:
        document: bytes of one document, row or line.
        entries: entries and records of one archive, with all that is packed inside it.
        unpacked: bytes of one file once unpacked.
        ratio: how many times its own size a file may unpack to; 50 MB are always allowed.
        nested: how deep archives may stand inside archives.
    """

    document: int = 20_000_000
    entries: int = 500_000
    unpacked: int = 20_000_000_000
    ratio: int = 200
    nested: int = 1

    def __post_init__(self) -> None:
        """Refuse a limit below zero.

        Raises:
            UsageError: a limit is negative.
        """
        for field_ in fields(self):
            if getattr(self, field_.name) < 0:
                raise UsageError(f"limit {field_.name}: below zero. Give a number of 0 or more.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How one run behaves.

    Attributes:
        language: ISO 639-1 code taken for every article, or None to detect it.
        as_of: ISO date; articles published later are left out (listed as skipped), undated ones are kept.
        offline: True forbids every network access. Nothing in this version uses the network.
        embedder: name of a sentence encoder from the registry; "none" matches without one, at a known loss
            (docs/quality.md).
        columns: which column of a table holds what: {"text": "Body"}. Other columns are guessed by name and content.
        limits: how much one file may hold, so that a bomb among archives does no harm.
        meta: per file name, what is known of it: url, outlet, published, language, title. Wins over meta.jsonl.
    """

    language: str | None = None
    as_of: str | None = None
    offline: bool = True
    embedder: str = "fuse"
    columns: dict[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
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

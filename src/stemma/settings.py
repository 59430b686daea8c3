"""Every knob that a user can turn."""

from dataclasses import dataclass, field, fields
from datetime import date

from stemma.errors import UsageError

# Seconds that a worker may take for one piece of work; one document may lawfully take ten minutes of OCR.
PATIENCE = 900.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one given file may hold; whatever is beyond is left out, and said.

    Attributes:
        document: bytes of one document, row or line.
        entries: entries and records of one archive, with all that is packed inside it.
        unpacked: bytes of one file once unpacked.
        ratio: how many times its own size a file may unpack to; 50 MB are always allowed.
        nested: how deep archives may stand inside archives.
        pdf_pages: pages of the longest PDF that is read.
        pdf_seconds: how long opening one PDF may take.
        ocr_seconds: how long recognising the pages of one PDF may take.
    """

    document: int = 20_000_000
    entries: int = 500_000
    unpacked: int = 20_000_000_000
    ratio: int = 200
    nested: int = 1
    pdf_pages: int = 500
    pdf_seconds: int = 60
    ocr_seconds: int = 600

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
        offline: True forbids every network access. Tracing makes none; for `fetch` see FetchSettings.
        embedder: name of a sentence encoder from the registry; "none" matches without one, at a known loss
            (docs/quality.md).
        ocr: True recognises scanned PDFs with an installed `ocrmypdf`.
        columns: which column of a table holds what: {"text": "Body"}. Other columns are guessed by name and content.
        limits: how much one file may hold, so that a bomb among archives does no harm.
        meta: per file name, what is known of it: url, outlet, published, language, title. Wins over meta.jsonl.
    """

    language: str | None = None
    as_of: str | None = None
    offline: bool = True
    embedder: str = "fuse"
    ocr: bool = False
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


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How `fetch` and `watch` behave on the network. Nothing of it changes what a dossier says, so none records it.

    Attributes:
        offline: True refuses to go to the network at all.
        contact: an address or a web page told to every server beside the program's name.
        delay: seconds between two requests to one host; a longer one that its robots.txt asks for is kept.
        patience: the longest wait, in seconds, that a host may ask for; what needs a longer one waits for the next run.
        retries: how often an address is asked again when the answer was broken, late, or "later".
        silence: seconds without a byte after which an answer is given up.
        time: seconds that one answer may take as a whole.
        size: bytes that one answer may have, as served and unpacked.
        most: addresses that one run asks for at most.
        recheck: the share of a page's time without a change that must pass before it is asked for again; 0 asks always.
        warc_size: bytes after which another WARC file is begun.
        allow_hosts: "host" or "host:port" that may be any machine, in the own network too.
    """

    offline: bool = False
    contact: str = ""
    delay: float = 1.0
    patience: float = 60.0
    retries: int = 3
    silence: float = 20.0
    time: float = 60.0
    size: int = 20_000_000
    most: int = 10_000
    recheck: float = 0.0
    warc_size: int = 500_000_000
    allow_hosts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what would ask without a pause, or never.

        Raises:
            UsageError: a number is below its least, or the contact breaks the line.
        """
        least = {"delay": 0, "patience": 0, "retries": 0, "recheck": 0}
        for name in ("delay", "patience", "retries", "silence", "time", "size", "most", "recheck", "warc_size"):
            value = getattr(self, name)
            if not (value >= 0 if name in least else value > 0):
                raise UsageError(f"{name} {value}: give a number {'of 0 or more' if name in least else 'above 0'}.")
        if not self.contact.isascii() or not self.contact.isprintable():
            raise UsageError(
                "contact: give plain ASCII on one line, such as https://example.org/about or a mail address."
            )

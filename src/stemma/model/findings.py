"""What stands in a sentence: numbers with the things counted, times, places, names."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.documents import Span

Kind = Literal[
    "article",
    "outlet",
    "agency",
    "account",
    "organisation",
    "state",
    "person",
    "group",
    "document",
    "data",
    "unnamed",
    "lost",
]
Basis = Literal["stated", "inferred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with the thing counted.

    Lengths are converted to kilometres, so units can be compared; `text` keeps the words.
    """

    span: Span
    text: str
    low: float
    best: float
    high: float
    unit: str | None  # canonical English singular: soldier, person, kilometre, percent, USD, year …
    role: str | None = None  # canonical: killed, injured, deserted, trained, arrested, magnitude, distance …
    vague: bool = False  # "dozens", "almost", "about", "more than"
    open_ended: bool = False  # "at least", "more than": only a lower bound was given, and `high` is nominal


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time as its article allows it: `XXXX-10-03`, `2024-06`, `2024-W42-2`, `XXXX-W..-2` (a weekday), `T13:00`."""

    span: Span
    text: str
    value: str
    basis: Basis = "stated"
    of: Literal["event", "saying"] = "event"  # "said on Tuesday": the day of saying is not the day of what is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place named in a text; `region` is the first-level division where known."""

    span: Span
    text: str
    name: str
    country: str | None = None  # ISO 3166 alpha-2
    region: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A capitalised name in a text, before anybody decides who it is."""

    span: Span
    text: str
    kind: Kind | Literal["place", "unknown"] = "unknown"

"""Every knob that a user can turn."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How one run behaves.

    Attributes:
        language: ISO 639-1 code taken for every article, or None to detect it.
        as_of: ISO date; articles published later are left out (listed as skipped).
        offline: True forbids every network access. Nothing in this version uses the network.
        embedder: name of a sentence encoder from the registry; "none" matches without one, at a known loss
            (docs/quality.md).
        meta: per file name, what is known of it: url, outlet, published, language, title. Wins over meta.jsonl.
    """

    language: str | None = None
    as_of: str | None = None
    offline: bool = True
    embedder: str = "fuse"
    meta: dict[str, dict[str, str]] = field(default_factory=dict)

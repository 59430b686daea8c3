"""Which source is believed for each fact about an article, on what ground, and who says otherwise."""

from dataclasses import dataclass, field

from stemma.clean.draft import Draft
from stemma.clean.masthead import Masthead
from stemma.model import RawDocument
from stemma.text import fold

FACTS = ("outlet", "published", "author", "modified", "section")


@dataclass(slots=True)
class Grounds:
    """The facts of one article, each with its basis, and what else was said of it."""

    values: dict[str, str] = field(default_factory=dict)
    basis: dict[str, str] = field(default_factory=dict)
    conflicts: dict[str, str] = field(default_factory=dict)


def gather_facts(raw: RawDocument, draft: Draft, masthead: Masthead, code: str) -> Grounds:
    """The facts by their rank: what came with the document, then what its metadata state, then what its text says.

    Args:
        raw: the document; its `meta` wins.
        draft: what the page's metadata state.
        masthead: what the text itself states.
        code: the article's language as it was found.
    """
    grounds = Grounds(conflicts=dict(draft.conflicts))
    for key in FACTS:
        sources = [(raw.meta.get(key), "what came with it", "metadata")]
        sources += [(getattr(draft, key), "its metadata", "metadata")]
        sources += [(getattr(masthead, key, None), "its text", getattr(masthead, f"{key}_basis", None) or "stated")]
        _choose(grounds, key, [(value, where, basis) for value, where, basis in sources if value])
    if draft.language and draft.language != code and not raw.meta.get("language"):
        _add(grounds, "language", f"{draft.language} (its metadata)")
    return grounds


def _choose(grounds: Grounds, key: str, stated: list[tuple[str, str, str]]) -> None:
    if not stated:
        return
    chosen, _, basis = stated[0]
    grounds.values[key] = chosen
    grounds.basis[key] = basis
    for value, where, other in stated[1:]:
        if other != "inferred" and not _agree(key, chosen, value):
            _add(grounds, key, f"{value} ({where})")


def _add(grounds: Grounds, key: str, said: str) -> None:
    known = grounds.conflicts.get(key)
    grounds.conflicts[key] = f"{known}; {said}" if known else said


def _agree(key: str, one: str, other: str) -> bool:
    if key in ("published", "modified"):
        shared = min(len(one), len(other), len("2026-05-04"))
        return one[:shared] == other[:shared]
    first, second = fold(one), fold(other)
    return first in second or second in first

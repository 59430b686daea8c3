"""The names by which articles call their sources, each under a key that equal names share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.find import find_outlet
from stemma.model import Attribution, Extraction, Kind, Source
from stemma.text import find_words, fold

_GENERIC = {
    "the",
    "a",
    "an",
    "of",
    "newspaper",
    "newspapers",
    "magazine",
    "website",
    "site",
    "agency",
    "news",
    "com",
    "net",
    "org",
    "co",
    "uk",
    "www",
    "for",
    "and",
}
NAMED = "name:"  # opens the key of a name that is no description
MEDIA: frozenset[str] = frozenset({"outlet", "agency", "account"})
BODIES: frozenset[str] = frozenset({"organisation", "state", "outlet", "agency", "account", "document", "data"})
SINGULAR: frozenset[str] = frozenset({"unnamed", "group"})  # a description names somebody only inside its own article
_ADDRESS = re.compile(r"\w\.\w|@\w")
_ACRONYM = re.compile(r"\(([A-Z][A-Z.]{1,8})\)")  # "the Kelland Lamp Service (KLS)"


@dataclass(frozen=True, slots=True)
class Mention:
    """One name for a source in one article; equal keys are one name."""

    key: str
    name: str
    kind: Kind
    article: str


def find_mentions(extractions: Sequence[Extraction]) -> list[Mention]:
    """Every name by which the articles call a source, or the body that one speaks for."""
    mentions = []
    for extraction in extractions:
        by_id = {a.id: a for a in extraction.attributions}
        for attribution in extraction.attributions:
            source = attribution.source
            if source.name:
                key = make_key(attribution, by_id)
                names = [source.name, *(_ACRONYM.findall(source.text) if source.kind in BODIES else ())]
                mentions += [Mention(key, name, source.kind, extraction.article) for name in names]
            if source.speaks_for:
                mentions.append(
                    Mention(
                        body_key(source.speaks_for),
                        source.speaks_for,
                        _kind_of_body(source.speaks_for),
                        extraction.article,
                    )
                )
    return mentions


def _kind_of_body(name: str) -> Kind:
    found = find_outlet(name)
    return "organisation" if found is None else ("agency" if found[1] == "agency" else "outlet")


def body_key(name: str) -> str:
    """The key of a name that is no description."""
    return NAMED + compact(name)


def is_description(source: Source) -> bool:
    """True for "two officials", and for "a doctor": without a capital letter nobody is named."""
    named = any(c.isupper() or c.isdigit() for c in source.name) or _ADDRESS.search(source.name)
    return source.kind in SINGULAR or not named


def make_key(attribution: Attribution, by_id: dict[str, Attribution]) -> str:
    """Names are keyed by their letters; a description also by who reports it (else by its article)."""
    source = attribution.source
    if not is_description(source):
        return NAMED + compact(source.name)
    outer = by_id.get(attribution.inside or "")
    scope = (
        compact(outer.source.name)
        if outer and outer.source.name and not is_description(outer.source)
        else attribution.article
    )
    return f"description:{fold(source.name)}@{scope}"


def compact(name: str) -> str:
    """Letters and digits of the words that identify: "The Daily Lamp newspaper" and "dailylamp.com" agree."""
    found = find_outlet(name)
    words = find_words(re.sub(r"^(?:https?://)?(?:www\.)?", "", found[0] if found else name).replace(".", " "))
    telling = [word for word in words if word not in _GENERIC] or words
    return "".join(re.sub(r"\W", "", word) for word in telling) + (
        "news" if len(telling) == 1 and "news" in words else ""
    )

"""Names taken out of a dossier: in texts, titles, quotations, names, addresses and judgements. Ids and hashes stay."""

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from stemma.errors import UsageError
from stemma.model import (
    Against,
    Article,
    Assessment,
    Attribution,
    Claim,
    Collation,
    Content,
    Credibility,
    Derivation,
    Dossier,
    Evidence,
    Mark,
    Moment,
    Name,
    Path,
    Place,
    Quantity,
    Reading,
    Source,
    Span,
    Step,
    Story,
    Thread,
    TimelineEntry,
    Variant,
    Wanted,
    Witness,
)
from stemma.write.blots import Blots, has_letters

T = TypeVar("T")
# What is no words: ids, hashes, days, codes and whatever may be only one of a few.
KEPT: dict[type, frozenset[str]] = {
    kind: frozenset(names.split())
    for kind, names in {
        Dossier: "format version",
        Article: "id sha256 language published retrieved modified basis story duplicate_of revision_of",
        Story: "id articles thread",
        Thread: "id stories",
        Attribution: "id article type stance inside scope",
        Source: "kind basis witness",
        Claim: "id article attributions modality as_of",
        Moment: "value basis of",
        Place: "country",
        Name: "kind",
        Collation: "id stories claims near",
        Variant: "kind label",
        Reading: "claim relation",
        Path: "copy exemplar",
        Witness: "id kind article speaks_for",
        Derivation: "copy exemplar kind basis collations",
        Assessment: "collation supporting unsourced origins bottlenecks support dispute",
        Against: "article witness stance",
        Step: "moment witness stance",
        Credibility: "digit",
        Evidence: "article",
        TimelineEntry: "value basis article collation",
        Wanted: "witness cited_by collations",
    }.items()
}
QUOTING = (Source, Mark, Evidence, Claim, Quantity, Moment, Place, Name, TimelineEntry)  # what has a span and its words
ADDRESSES = frozenset({"uri", "url"})


def redact(dossier: Dossier, names: Iterable[str]) -> Dossier:
    """The dossier without some names; with the aliases of those that are witnesses.

    Every character of a name becomes █, so that every span still points to the same place. Hashes stay those of the
    texts as they were: whoever has the original can check it, and nobody can tell it from the hash.

    Args:
        dossier: what one run found.
        names: as people write them; a surname alone, where it should go too, is a name of its own.

    Raises:
        UsageError: one of them has no letter.
    """
    asked = list(names)
    for name in asked:
        if not has_letters(name):
            raise UsageError(f"--redact {name!r}: no letter is in it. Give a name.")
    if not asked:
        return dossier
    return Redaction(dossier, Blots(find_aliases(dossier, asked))).redact()


def find_aliases(dossier: Dossier, names: Iterable[str]) -> list[str]:
    """The names, each with whatever else the witness of that name is called."""
    found: dict[str, None] = {}
    for name in names:
        found[name] = None
        whole = Blots([name])
        for witness in dossier.witnesses:
            if _is_all(whole, witness.name):
                found |= dict.fromkeys((witness.name, *witness.aliases))
    return list(found)


def _is_all(blots: Blots, name: str) -> bool:
    """True where nothing but the name is in it."""
    return has_letters(name) and not has_letters(blots.black(name).replace("█", ""))


def count_left(dossier: Dossier, names: Iterable[str]) -> list[str]:
    """What a reader of the command line should know: names that stand nowhere, and parts that stand alone.

    Args:
        dossier: as it was, before anything was taken out.
        names: those that were given. They are told by their place in this list, never by themselves.
    """
    given = list(names)
    gone = Blots(find_aliases(dossier, given))
    texts = [gone.black(article.text) for article in dossier.articles]
    notes = []
    for number, name in enumerate(given, start=1):
        if not any(Blots([name]).find(text) for text in _list_words(dossier)):
            notes.append(f"--redact: name {number} stands nowhere. Check how it is written.")
        parts = re.findall(r"[^\W\d_]{3,}", name)
        alone = Blots(parts) if len(parts) > 1 else Blots(())
        left = sum(len(alone.find(text)) for text in texts)
        if left:
            notes.append(
                f"--redact: parts of name {number} still stand alone in {left:,} place{'s' * (left > 1)}. "
                "Give them too where they tell who is meant."
            )
    return notes


def _list_words(dossier: Dossier) -> list[str]:
    words = [
        word or "" for item in dossier.articles for word in (item.text, item.outlet, item.author, item.uri, item.url)
    ]
    return [*words, *(witness.name for witness in dossier.witnesses)]


class Redaction:
    """One dossier, and what is blacked out in it."""

    def __init__(self, dossier: Dossier, blots: Blots) -> None:
        self.dossier = dossier
        self.blots = blots
        self.texts = {article.id: article.text for article in dossier.articles}
        self.blacked = {article.id: blots.black(article.text) for article in dossier.articles}

    def redact(self) -> Dossier:
        """All of it."""
        redacted = self._pass(self.dossier, "")
        return replace(redacted, settings={**redacted.settings, "redacted": True})

    def _pass(self, item: T, article: str) -> T:
        """A part of the dossier; `article` is the one that its spans belong to."""
        article = item.id if isinstance(item, Article) else getattr(item, "article", None) or article
        kept = KEPT.get(type(item), frozenset())
        changed = {
            field.name: self._change(getattr(item, field.name), field.name, article)
            for field in fields(item)  # type: ignore[arg-type]  # only ever a dataclass
            if field.name not in kept
        }
        return self._set_words(item, replace(item, **changed), article)  # type: ignore[type-var]

    def _change(self, value: Any, name: str, article: str) -> Any:
        if isinstance(value, str):
            return self.blots.black_address(value) if name in ADDRESSES else self.blots.black(value)
        if isinstance(value, Span):
            return value
        if isinstance(value, tuple):
            return tuple(self._change(member, name, article) for member in value)
        if isinstance(value, dict):
            return {key: self._change(member, name, article) for key, member in value.items()}
        return self._pass(value, article) if is_dataclass(value) else value

    def _set_words(self, before: T, after: T, article: str) -> T:
        """Words that stand in the text are those of the text as it is now."""
        text, blacked = self.texts.get(article, ""), self.blacked.get(article, "")
        if isinstance(before, Article) and isinstance(after, Article):
            has_title = before.title and before.text.startswith(before.title)
            title = after.text[: len(before.title or "")] if has_title else after.title
            return replace(after, title=title)
        if isinstance(before, Content) and isinstance(after, Content):
            if before.text == " ".join(span.of(text) for span in before.spans):
                joined = " ".join(span.of(blacked) for span in before.spans)
                return replace(after, text=self.blots.black(joined))
            return after
        span = getattr(before, "span", None)
        if isinstance(before, QUOTING) and span and before.text == span.of(text):
            return replace(after, text=span.of(blacked))  # type: ignore[type-var]
        return after

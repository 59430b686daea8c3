"""One entry of a feed, of whatever format, and the document that it makes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from stemma.acquire.codes import find_code
from stemma.acquire.feeds.fragment import find_text
from stemma.acquire.names import Names
from stemma.acquire.plain import make_document
from stemma.acquire.reading import Read, Reading
from stemma.model import Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed says of one article; "" for what it does not say."""

    content: str = ""
    is_plain: bool = False
    title: str = ""
    url: str = ""
    id: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""
    section: str = ""

    def make_meta(self) -> dict[str, str]:
        """What is known of the article beside its text."""
        values = {
            "url": self.url,
            "outlet": _join(self.outlet),
            "author": _join(self.author),
            "published": self.published,
            "modified": self.modified if self.modified != self.published else "",
            "language": find_code(self.language) or "",
            "section": _join(self.section),
            "title": cut_outlet(_join(find_text(self.title)), _join(self.outlet)),
        }
        return {key: value for key, value in values.items() if value}


def _join(text: str) -> str:
    return " ".join(text.split())


def cut_outlet(title: str, outlet: str) -> str:
    """The title without the outlet's name that aggregators put behind it: "Two bridges closed - Harbour News"."""
    match = re.fullmatch(r"(.+\S)\s+[-–—|]\s+(\S.*)", title)
    return match.group(1) if match and outlet and match.group(2).casefold() == outlet.casefold() else title


def read_entries(entries: Iterable[Entry], uri: str, reading: Reading) -> Read:
    """Yield a document for every entry with text; tell how many have none, or only list addresses."""
    names = Names(uri)
    empty = found = 0
    for number, entry in enumerate(entries, start=1):
        text = entry.content if entry.is_plain else find_text(entry.content)
        if not text.strip():
            empty += 1
            continue
        found += 1
        name = names.take_address(entry.url or entry.id or str(number))
        document = make_document(text.encode("utf-8", "replace"), name, ".txt", reading.limits.document)
        if not isinstance(document, Skipped):
            document.meta.update(entry.make_meta())
        yield document
    if found and empty:
        many = "1 entry" if empty == 1 else f"{empty:,} entries"
        reading.tell(uri, f"{many} without text not read: {_say_fetch(empty)}")
    elif empty:
        yield say_addresses(uri, empty)


def say_addresses(uri: str, count: int) -> Skipped:
    """The notice for a list that holds addresses, not articles."""
    addresses = "1 address" if count == 1 else f"{count:,} addresses"
    return Skipped(uri=uri, reason=f"lists {addresses}: {_say_fetch(count)}")


def _say_fetch(count: int) -> str:
    return f"get {'it' if count == 1 else 'them'} with stemma fetch"

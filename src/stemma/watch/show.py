"""Changes for a reader: lines for a terminal, and a feed (Atom, RFC 4287) for a feed reader."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from stemma.write.view.wording import make_singular, say_claim, shorten, show_plain

if TYPE_CHECKING:
    from stemma.watch import Poll

FEED_LENGTH = 200  # entries; the newest
TITLE_LENGTH = 120
ATOM = "http://www.w3.org/2005/Atom"
UNLAWFUL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
LABELS = {
    "retracted": "RETRACTED",
    "denied": "DENIED",
    "confirmed": "CONFIRMED",
    "contested": "CONTESTED",
    "contradiction": "CONTRADICTION",
    "drift": "CHANGED ON THE WAY",
    "independent": "MORE ORIGINS",
    "dependent": "FEWER ORIGINS",
    "story": "NEW STORY",
    "wanted": "WANTED",
}


def say_poll(poll: "Poll", moment: datetime, folder: Path) -> str:
    """One line on a poll: when, what came, and what is known of changes."""
    counts = Counter(result.outcome for result in poll.harvest.results if not result.is_list)
    same = counts["unchanged"] + counts["kept"]
    came = f"{counts['fetched']} pages new, {counts['changed']} changed, {same} unchanged"
    if poll.first and poll.dossier:
        known = (
            f"first dossier: {len(poll.dossier.articles)} articles in {len(poll.dossier.stories)} stories, in {folder}"
        )
    elif poll.rows:
        known = f"{len(poll.rows)} changes"
    else:
        known = "no change in the findings"
    return show_plain(f"{moment:%Y-%m-%d %H:%M} UTC: {make_singular(came)}; {make_singular(known)}")


def say_change(row: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of one change: what, about which claim, and where it stands."""
    yield f"{LABELS[row['kind']]}  {say_claim(row['title'], TITLE_LENGTH)}"
    yield f"    {show_plain(row['text'])}"
    for told in row["articles"]:
        yield f"    {show_plain(name_article(told))}"
    for words in row["evidence"][:2]:
        yield f"    “{shorten(words['text'], TITLE_LENGTH)}”"


def name_article(told: dict[str, Any]) -> str:
    """An article by its outlet and address, as far as known."""
    place = f"{told.get('url') or told['uri']}{' (the page was changed)' if told.get('revised') else ''}"
    return f"{told['outlet']}: {place}" if told.get("outlet") else place


def write_atom(rows: Sequence[dict[str, Any]], name: str) -> bytes:
    """The newest changes as an Atom feed.

    Args:
        rows: changes, the oldest first.
        name: of the case.
    """
    from xml.etree import ElementTree as Xml

    Xml.register_namespace("", ATOM)
    feed = Xml.Element(f"{{{ATOM}}}feed")
    newest = rows[-FEED_LENGTH:][::-1]
    first = rows[0]["id"] if rows else ""
    _add(feed, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, f'stemma watch {name} {first}')}")
    _add(feed, "title", f"Stemma: {name}")
    _add(feed, "updated", newest[0]["moment"] if newest else "1970-01-01T00:00:00Z")
    _add(_add(feed, "author"), "name", "Stemma")
    for row in newest:
        _add_entry(feed, row)
    written: bytes = Xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add_entry(feed: Any, row: dict[str, Any]) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, 'stemma change ' + row['id'])}")
    _add(entry, "title", f"{LABELS[row['kind']]}: {say_claim(row['title'], TITLE_LENGTH)}")
    _add(entry, "updated", row["moment"])
    _add(entry, "category").set("term", row["kind"])
    lines = [row["text"], *map(name_article, row["articles"]), *(f"“{words['text']}”" for words in row["evidence"])]
    _add(entry, "content", "\n".join(show_plain(line) for line in lines)).set("type", "text")
    urls = [told["url"] for told in row["articles"] if told.get("url", "").startswith(("http://", "https://"))]
    for number, url in enumerate(urls):
        link = _add(entry, "link")
        link.set("rel", "related" if number else "alternate")  # a feed reader opens the first
        link.set("href", UNLAWFUL.sub("", url))


def _add(parent: Any, name: str, text: str = "") -> Any:
    from xml.etree import ElementTree as Xml

    child = Xml.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = UNLAWFUL.sub("", text) or None
    return child

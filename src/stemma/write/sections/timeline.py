"""When: the dated events of the story and the articles that tell them, long gaps cut."""

from dataclasses import replace
from datetime import date

from stemma.model import TimelineEntry
from stemma.write.sections.markup import isolate, show, show_attribute
from stemma.write.view.lookup import Lookup, split_stories
from stemma.write.view.wording import count, say_claim, say_date

SHOWN = 80
GAP = 45  # days after which a gap is said


def make_timeline(lookup: Lookup) -> str:
    """Events and publications in one list; events whose year is unknown stand at the end."""
    told, _ = split_stories(lookup.dossier)
    inside = {id for story in told for id in story.articles}
    events = [item for item in _find_events(lookup) if item.article in inside]
    rows = [(item.value, 1, _make_event(lookup, item)) for item in events]
    rows += [
        (article.published[:10], 0, _make_publication(lookup, article.id))
        for article in lookup.dossier.articles
        if article.published and article.id in inside and article.duplicate_of not in lookup.articles
    ]
    rows.sort(key=lambda row: (not row[0][:4].isdigit(), row[0], row[1]))
    if not rows:
        return ""
    items, before = [], None
    for value, _, html in rows[:SHOWN]:
        day = _find_day(value)
        if before is not None and day is not None and (day - before).days > GAP:
            items.append(f'<li class="gap"><span>{_say_gap((day - before).days)} later</span></li>')
        before = day or before
        items.append(html)
    more = f'<p class="quiet">… and {count(len(rows) - SHOWN, "more entry", "more entries")} in the JSON.</p>'
    return (
        '<section id="timeline"><h2>When</h2><p class="quiet">Events as the articles date them. '
        f"* not stated, inferred.</p><ol>{''.join(items)}</ol>{more if len(rows) > SHOWN else ''}</section>"
    )


def _find_events(lookup: Lookup) -> list[TimelineEntry]:
    """The dated events; one that a copy repeats is its original's."""
    known: dict[tuple[str, str, str], TimelineEntry] = {}
    for item in lookup.dossier.timeline:
        original = lookup.get_original(item.article)
        key = original, item.value, item.text
        if key not in known or item.article == original:
            known[key] = replace(item, article=original)
    return list(known.values())


def _make_event(lookup: Lookup, entry: TimelineEntry) -> str:
    words = isolate(say_claim(entry.text, 160))
    if entry.collation in lookup.collations:
        words = f'<a href="#c-{show_attribute(entry.collation or "")}">{words}</a>'
    star = '<abbr title="not stated, inferred">*</abbr>' if entry.basis == "inferred" else ""
    where = isolate(lookup.names.get(entry.article, entry.article))
    return (
        f'<li class="event"><span class="date">{show(say_date(entry.value))}{star}</span> <span>{words} '
        f'<span class="quiet">{where}</span></span></li>'
    )


def _make_publication(lookup: Lookup, id: str) -> str:
    article = lookup.articles[id]
    star = '<abbr title="not stated, inferred">*</abbr>' if article.basis.get("published") == "inferred" else ""
    return (
        f'<li class="publication"><span class="date">{show(say_date(article.published))}{star}</span> '
        f'<span><span class="quiet">published:</span> <a href="#a-{id}">{isolate(lookup.names[id])}</a></span></li>'
    )


def _find_day(value: str) -> date | None:
    parts = value.split("T", maxsplit=1)[0].split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return None
    year, month, day = [*map(int, parts), 1, 1][:3]
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _say_gap(days: int) -> str:
    if days >= 700:
        return count(round(days / 365.25), "year")
    return count(max(2, round(days / 30.44)), "month")

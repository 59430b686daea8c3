"""What the commands do that ask a store: search, show, sources."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stemma.cli.showing import (
    DONE,
    Showing,
    find_exit_code,
    make_console,
    print_dossier,
    print_json,
    print_json_bytes,
    print_line,
    take_out,
    write_files,
)
from stemma.errors import InputError, UsageError

if TYPE_CHECKING:
    from stemma.store.finding import Found
    from stemma.store.searching import Hit, Search
    from stemma.store.sources import Profile, Source
    from stemma.store.standing import Later

LISTED = 8  # sources, or claims that did not stand, of one profile
QUOTED = 160  # characters of a quotation


def run_search(store: Path, wanted: "Search", *, as_json: bool) -> int:
    """Print the articles that have the words.

    Returns:
        The exit code.

    Raises:
        UsageError: no article is by that outlet, or in that language.
    """
    from stemma.store import open_file
    from stemma.store.naming import choose_names
    from stemma.store.searching import find_languages, find_outlets, search

    with open_file(store, write=False) as connection:
        if wanted.source is not None and not choose_names(wanted.source, find_outlets(connection)):
            raise UsageError(
                f"--source {wanted.source}: no article is by it. List those there are with stemma sources."
            )
        if wanted.language is not None and wanted.language not in (known := find_languages(connection)):
            raise UsageError(f"--language {wanted.language}: no article is in it. There are: {', '.join(known)}.")
        hits = search(connection, wanted)
    if as_json:
        _print_objects(asdict(hit) for hit in hits)
        return DONE
    for hit in hits:
        _print_hit(hit)
    if not hits:
        print_line("Nothing found.")
    elif len(hits) == wanted.limit:
        print_line(f"The best {wanted.limit} are shown; more with --limit.")
    return DONE


def _print_objects(objects: Iterable[dict[str, Any]]) -> None:
    print_json_bytes(json.dumps(list(objects), ensure_ascii=False, indent=1).encode() + b"\n")


def _print_hit(hit: "Hit") -> None:
    from stemma.write.view.pen import Pen
    from stemma.write.view.wording import say_short_date, shorten

    console = make_console()
    pen = Pen(console)
    about = f"  {say_short_date(hit.published)}, {hit.outlet or hit.uri}, {hit.language}"
    console.print(pen.make_text((shorten(hit.title or hit.uri, 120), "bold"), (about, "dim")))
    parts, at = list[tuple[str, str]](), 0
    for start, end in hit.marks:
        parts += [(hit.snippet[at:start], ""), (hit.snippet[start:end], "bold cyan")]
        at = end
    pen.print_inset(*parts, (hit.snippet[at:], ""))
    copy = f"a copy of article {hit.duplicate_of}; " if hit.duplicate_of else ""
    story = f"story {hit.story}: {shorten(hit.story_title or '', 90)}" if hit.story else "not grouped yet"
    pen.print_inset((f"{copy}{story}", "dim"))
    console.print()


def run_show(store: Path, wanted: str, showing: Showing) -> int:
    """Show what was found in a story, a thread, or one article.

    Returns:
        The exit code.

    Raises:
        InputError: there is none, or several are meant; or it was not investigated yet.
    """
    from stemma.runs import recall_settings
    from stemma.runs.outcome import find_matter_of, gather_part
    from stemma.store import open_file
    from stemma.store.finding import find_events, find_named

    with open_file(store, write=False) as connection:
        found = _choose(find_named(connection, wanted), wanted)
        matter = find_matter_of(connection, found.stories[0]) if found.stories else None
        if matter is None:
            raise InputError(f"{found.kind} {found.id}: not investigated yet. Run stemma add on the store again.")
        dossier = take_out(gather_part(connection, matter, found.articles, recall_settings(connection)), showing)
        events = [] if found.kind == "article" else find_events(connection, [found.id, *found.stories])
    written = write_files(dossier, showing)
    if showing.as_json:
        print_json(dossier)
    elif not showing.quiet:
        print_line(f"{found.kind.capitalize()} {found.id}: {found.title}")
        for kind, why in events:
            print_line(f"{kind}: {why}")
        print_dossier(dossier, written)
    return find_exit_code(dossier, ())


def _choose(found: "Sequence[Found]", wanted: str) -> "Found":
    if not found:
        raise InputError(
            f"{wanted}: no story, thread or article has this id or these words in its title. Try stemma search."
        )
    if len(found) > 1:
        named = "; ".join(f"{item.id} {item.title}" for item in found[:5])
        more = f"; and {len(found) - 5} more" if len(found) > 5 else ""
        raise InputError(f"{wanted}: {len(found)} have this. Give the id of one: {named}{more}.")
    return found[0]


def run_sources(store: Path, limit: int, *, as_json: bool) -> int:
    """Print a table of the sources, those most cited first.

    Returns:
        The exit code.
    """
    from stemma.store import open_file
    from stemma.store.sources import find_sources

    with open_file(store, write=False) as connection:
        sources = find_sources(connection)
    if as_json:
        _print_objects(asdict(source) for source in sources)
        return DONE
    _print_table(sources[:limit])
    if len(sources) > limit:
        print_line(f"{limit} of {len(sources):,} sources are shown; more with --limit.")
    return DONE


def _print_table(sources: "Sequence[Source]") -> None:
    from rich.table import Table

    from stemma.write.view.pen import Pen

    console = make_console()
    pen = Pen(console)
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("Source", min_width=24)
    for heading in ("articles", "cited", "by\noutlets", "origin", "only\norigin", "did not\nstand"):
        table.add_column(heading, justify="right")
    for source in sources:
        fallen = source.denied + source.retracted + source.contradicted + source.corrected + source.reversed
        numbers = (source.articles, source.cited, source.cited_by, source.origin, source.only_origin, fallen)
        name = pen.make_text((source.name, ""), (f", {source.kind}", "dim"))
        table.add_row(name, *(f"{n:,}" if n else "·" for n in numbers))
    console.print(table)


def run_source(store: Path, name: str, *, as_json: bool) -> int:
    """Print one source in full.

    Returns:
        The exit code.

    Raises:
        InputError: there is none of that name.
    """
    from stemma.store import open_file
    from stemma.store.sources import find_profiles

    with open_file(store, write=False) as connection:
        profiles = find_profiles(connection, name)
    if not profiles:
        raise InputError(f"{name}: nobody of that name is cited or writes here. List all with stemma sources.")
    if as_json:
        _print_objects(asdict(profile) for profile in profiles)
    elif len(profiles) > LISTED:
        _print_table([profile.source for profile in profiles])
    else:
        for profile in profiles:
            _print_profile(profile)
    return DONE


def _print_profile(profile: "Profile") -> None:
    source = profile.source
    _say((source.name, "bold"), (f"  {source.kind}", "dim"))
    if source.aliases:
        _inset(("also " + ", ".join(source.aliases[:LISTED]), "dim"))
    cited = f"cited {_times(source.cited)} by {_count(source.cited_by, 'outlet')}"
    _inset((f"{_count(source.articles, 'article')} here; {cited}.", ""))
    alone = f"the only one of {source.only_origin:,} that several articles tell"
    _inset((f"Origin of {_count(source.origin, 'claim')}; {alone}.", ""))
    for title, counts in (("Cites", profile.cites), ("Is cited by", profile.cited_by)):
        if counts:
            more = f" and {len(counts) - LISTED} more" if len(counts) > LISTED else ""
            _inset((f"{title} " + ", ".join(f"{name} ({number})" for name, number in counts[:LISTED]) + more, ""))
    for later in profile.later[:LISTED]:
        _print_later(later)
    if len(profile.later) > LISTED:
        _inset((f"… and {len(profile.later) - LISTED} more: --json lists them all.", "dim"))
    make_console().print()


def _print_later(later: "Later") -> None:
    from stemma.write.view.wording import quote, say_short_date, shorten

    said = f"{quote(later.quotation, QUOTED)} ({later.article}, {say_short_date(later.published)})"
    answer = f"{later.answer_by or ''} {quote(later.answer, QUOTED)}".strip()
    where = f" ({later.answer_article}, {say_short_date(later.answer_published)})"
    _inset((f"{later.kind}: ", "yellow"), (said, ""), (" → ", "cyan"), (answer + where, ""))
    if later.story:
        _inset((f"story {later.story}: {shorten(later.story_title or '', 90)}", "dim"))


def _say(*parts: tuple[str, str]) -> None:
    from stemma.write.view.pen import Pen

    console = make_console()
    console.print(Pen(console).make_text(*parts))


def _inset(*parts: tuple[str, str]) -> None:
    from stemma.write.view.pen import Pen

    Pen(make_console()).print_inset(*parts)


def _count(number: int, noun: str) -> str:
    from stemma.write.view.wording import count

    return count(number, noun)


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"

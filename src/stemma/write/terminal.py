"""The findings in the terminal: the worst first, each with its family tree."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from stemma.model import Dossier, Variant
from stemma.write.judgement import make_sentence
from stemma.write.urgency import Finding, count_tellers, find_urgent, is_worth_telling, say_origins
from stemma.write.view.groups import Group, explain, group_readings
from stemma.write.view.lineage import rank_articles
from stemma.write.view.lookup import Lookup, find_steps, make_lookup, rank_wanted, say_as_of, split_stories
from stemma.write.view.pen import TONES, Pen
from stemma.write.view.readings import find_told
from stemma.write.view.tree import make_trees
from stemma.write.view.versions import tell_versions
from stemma.write.view.wording import count, join, say_claim, say_period, say_short_date, shorten

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

DETAILED = 12  # claims told in full
STEPS = 4  # moves in the life of a disputed claim
LISTED = 6  # lines of one kind of note
TABLE_ARTICLES, TABLE_WIDTH = 8, 100
MANNER_STYLES = {"changed": "yellow", "contradicts": "red", "denies": "red", "unsure": "cyan", "update": "cyan"}


def print_findings(dossier: Dossier, console: "Console", files: Sequence[str | Path] = (), note: str = "") -> None:
    """Print what was found, the most urgent claims first.

    Args:
        dossier: what one run found.
        console: where to print; its width, colours and encoding are respected.
        files: files that were written, named in the closing line with their sizes.
        note: added to the closing line, as in "6.4 s, no network used."
    """
    pen, lookup = Pen(console), make_lookup(dossier)
    findings = find_urgent(lookup)
    told = [finding for finding in findings if is_worth_telling(finding)]
    _print_stories(pen, lookup)
    for finding in told[:DETAILED]:
        _print_finding(pen, lookup, finding)
    _print_rest(pen, findings, told, files)
    if told and len(_get_columns(lookup)) <= TABLE_ARTICLES and console.width >= TABLE_WIDTH:
        console.print(_make_table(pen, lookup, told[:DETAILED]))
        console.print()
    _print_wanted(pen, lookup)
    _print_notes(pen, lookup)
    _print_files(pen, files, note)


def _print_stories(pen: Pen, lookup: Lookup) -> None:
    told, _ = split_stories(lookup.dossier)
    for story in told[:LISTED]:
        articles = [lookup.articles[id] for id in lookup.find_latest(story.articles)]
        languages = len({article.language for article in articles})
        facts = f"  {count(len(articles), 'article')}, {count(languages, 'language')}, "
        pen.console.print(
            pen.make_text(
                (shorten(story.title, 120), "bold"), (facts + say_period(item.published for item in articles), "dim")
            )
        )
    if len(told) > LISTED:
        pen.console.print(pen.make_text((f"… and {count(len(told) - LISTED, 'more story', 'more stories')}", "dim")))
    if known := say_as_of(lookup.dossier):
        pen.console.print(pen.make_text((known, "cyan")))
    pen.console.print()


def _print_finding(pen: Pen, lookup: Lookup, finding: Finding) -> None:
    parts: list[tuple[str, str]] = []
    for badge in finding.badges:
        parts += [pen.make_badge(badge), (" ", "")]
    parts += [(say_claim(finding.collation.title), "bold"), (f"  {say_origins(finding)}", "")]
    pen.console.print(pen.make_text(*parts))
    trees = make_trees(pen, lookup, finding)
    for tree in trees:
        pen.console.print(tree)
    if not trees:
        files = [lookup.files[id] for id in finding.articles if id in lookup.files]
        rest = [f"{len(files) - LISTED} more"] if len(files) > LISTED else []
        pen.print_inset((join([*files[:LISTED], *rest]), ""))
    for variant in finding.collation.variants:
        if variant.kind != "stance" and variant.label in ("contradiction", "drift", "translation", "update"):
            _print_variant(pen, lookup, finding, variant)
    _print_life(pen, lookup, finding)
    pen.print_inset((make_sentence(lookup, finding), "italic"))
    credibility = finding.assessment.credibility
    pen.print_inset((f"Admiralty digit proposed: {credibility.digit}  {shorten(credibility.text, 200)}", "dim"))
    pen.console.print()


def _print_life(pen: Pen, lookup: Lookup, finding: Finding) -> None:
    """Who asserted, denied and confirmed it, in order, where it is disputed."""
    steps = find_steps(lookup, finding.assessment)
    if finding.assessment.dispute == "none" or len(steps) < 2:
        return
    parts: list[tuple[str, str]] = []
    for step in steps[:STEPS]:
        parts += [(" → ", "cyan")] if parts else []
        parts.append((f"{lookup.name_witness(step.witness)} {step.stance}", ""))
        parts.append((f" ({say_short_date(step.moment)})", "dim"))
    pen.print_inset(*parts)


def _print_variant(pen: Pen, lookup: Lookup, finding: Finding, variant: Variant) -> None:
    """One line of readings, "18 (a.txt) → almost two dozen (b.txt)", and the sentence that explains it."""
    tone = TONES["bad" if variant.label == "contradiction" else "warn"]
    sign = " ≠ " if variant.label == "contradiction" else " → "
    groups = group_readings(lookup, finding.collation, variant, rank_articles(lookup, finding))
    changes = ("changed", "contradicts", "update")
    told = [group for number, group in enumerate(groups) if group.manner in changes or not number]
    parts: list[tuple[str, str]] = []
    for group in told[:LISTED]:
        parts += [(sign, tone)] if parts else []
        parts.append((f"{group.words} ({_say_tellers(lookup, group, variant)})", ""))
    if len(told) > 1:
        pen.print_inset(*parts)
    explanation = explain(lookup, finding.collation, variant)
    if explanation and variant.label != "contradiction":  # a contradiction is the sentence of its claim
        pen.print_inset((shorten(explanation, 200), "dim"))


def _say_tellers(lookup: Lookup, group: Group, variant: Variant) -> str:
    """The files that give a value; for a contradiction also who says so."""
    files = [lookup.files[id] for id in group.find_articles(lookup)]
    shown = ", ".join(files[:LISTED] + ([f"{len(files) - LISTED} more"] if len(files) > LISTED else []))
    speakers = group.find_speakers(lookup) if variant.label == "contradiction" else []
    return f"{join(speakers[:3])}; {shown}" if speakers else shown


def _print_rest(pen: Pen, findings: list[Finding], told: list[Finding], files: Sequence[str | Path]) -> None:
    page = next((Path(file).name for file in files if Path(file).suffix == ".html"), "")
    where = f" in {page}" if page else ""
    if not told:
        pen.console.print(pen.make_text(("No claim is told by more than one article, changed or disputed.", "bold")))
    if len(told) > DETAILED:
        more = count(len(told) - DETAILED, "more claim")
        pen.console.print(pen.make_text((f"… and {more} of this kind{where}", "bold")))
    alone = len(findings) - len(told)
    if alone:
        pen.console.print(pen.make_text((f"{count(alone, 'claim')} told by one article only{where}.", "dim")))
    pen.console.print()


def _get_columns(lookup: Lookup) -> list[str]:
    """Articles that stand in the table: those of the stories told, copies of one text once."""
    told, _ = split_stories(lookup.dossier)
    inside = {id for story in told for id in story.articles}
    return [id for id, item in lookup.articles.items() if id in inside and item.duplicate_of not in lookup.articles]


def _make_table(pen: Pen, lookup: Lookup, findings: list[Finding]) -> "Table":
    from rich import box
    from rich.table import Table

    columns = _get_columns(lookup)
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column("Claim", ratio=3)
    for id in columns:
        table.add_column(pen.make_text((Path(lookup.files[id]).stem, "bold")), ratio=2)
    table.add_column("Origins", justify="right", no_wrap=True)
    for finding in findings:
        cells = {told.article: told for told in find_told(lookup, finding.collation, finding.assessment)}
        row = [pen.make_text((say_claim(finding.collation.title, 60), ""))]
        for id in columns:
            told = cells.get(id)
            style = MANNER_STYLES.get(told.manner, "") if told else ""
            row.append(pen.make_text((f"{told.symbol} {shorten(told.words, 40)}" if told else "", style)))
        best = finding.assessment.independent.best
        row.append(pen.make_text((f"{best} of {count_tellers(finding)}", "red" if best < 2 else "")))
        table.add_row(*row)
    return table


def _print_wanted(pen: Pen, lookup: Lookup) -> None:
    wanted = [item for item in rank_wanted(lookup) if not lookup.find_own(item.witness)]
    if not wanted:
        return
    pen.console.print(pen.make_text(("Not in your files, worth getting next", "bold")))
    for item in wanted[:LISTED]:
        files = [lookup.files[id] for id in item.cited_by if id in lookup.files]
        shown = join(files[:3] + ([f"{len(files) - 3} more"] if len(files) > 3 else []))
        words = f"  credited by {shown}; {count(len(item.collations), 'claim')}. {shorten(item.why, 160)}"
        pen.print_inset((lookup.name_witness(item.witness), "cyan"), (words, ""))
    if len(wanted) > LISTED:
        pen.print_inset((f"… and {len(wanted) - LISTED} more", "dim"))
    pen.console.print()


def _print_notes(pen: Pen, lookup: Lookup) -> None:
    told, aside = split_stories(lookup.dossier)
    inside = {id for story in told for id in story.articles}
    named = [(lookup.files[article.id], story) for article, story in aside]
    apart = [f"{file} set aside: {say_story(story.title if story else '')}." for file, story in named]
    copies = [item for item in lookup.dossier.articles if item.duplicate_of in lookup.files]
    pairs = [(lookup.files[item.id], lookup.files[lookup.get_original(item.id)]) for item in copies]
    copied = [f"{file} is a copy of {original}; counted once." for file, original in pairs]
    skipped = [f"{item.uri} skipped: {shorten(item.reason, 200)}." for item in lookup.dossier.skipped]
    undated = [lookup.files[item.id] for item in lookup.dossier.articles if item.id in inside and not item.published]
    timeless = [f"{file} has no date; its place in the order is inferred." for file in undated]
    groups = [group for group in (apart, copied, list(tell_versions(lookup)), skipped, timeless) if group]
    for group in groups:
        _print_lines(pen, group)
    if groups:
        pen.console.print()


def say_story(title: str) -> str:
    """Why an article was set aside."""
    return f"a different story, “{shorten(title, 80)}”" if title else "it belongs to no story"


def _print_lines(pen: Pen, listed: Sequence[str]) -> None:
    for line in listed[:LISTED]:
        pen.console.print(pen.make_text(("! ", "yellow"), (line.replace("..", "."), "")))
    if len(listed) > LISTED:
        pen.console.print(pen.make_text(("! ", "yellow"), (f"… and {len(listed) - LISTED} more of this kind.", "")))


def _print_files(pen: Pen, files: Sequence[str | Path], note: str) -> None:
    if not files and not note:
        return
    named = [f"{file} ({_say_size(Path(file))})" if Path(file).is_file() else str(file) for file in files]
    wrote = f"Wrote {join(named)}." if named else ""
    pen.console.print(pen.make_text((f"{wrote} {note}".strip(), "")))


def _say_size(file: Path) -> str:
    size = file.stat().st_size
    return f"{size} B" if size < 1000 else f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"

"""Who reports what: one row a claim, one column an article."""

from collections import Counter

from stemma.write.sections.markup import isolate, show, show_attribute
from stemma.write.urgency import Finding, count_tellers
from stemma.write.view.lookup import Lookup, split_stories
from stemma.write.view.readings import Told, find_told
from stemma.write.view.wording import say_claim, say_short_date, shorten

ROWS, COLUMNS = 40, 12
KEY = "= the same, ≈ vaguer, △ changed on the way, ≠ contradicts, ✗ denies, → later state, ? unsure"


def make_matrix(lookup: Lookup, findings: list[Finding]) -> str:
    """The table, with the articles that share the most claims where there are too many to show."""
    rows = [item for item in findings if len(item.articles) > 1][:ROWS] or findings[:ROWS]
    columns = _find_columns(lookup, rows)
    if not rows or not columns:
        return ""
    head = "".join(_make_head(lookup, id) for id in columns)
    body = "".join(_make_row(lookup, finding, columns) for finding in rows)
    left = _say_left(lookup, len(columns), len(rows), len(findings))
    return (
        f'<section id="matrix"><h2>Who reports what</h2><p class="quiet">{KEY}. {left}</p>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="Claims by article"><table><thead><tr>'
        f'<th scope="col">Claim</th><th scope="col">Origins</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div></section>"
    )


def _find_columns(lookup: Lookup, findings: list[Finding]) -> list[str]:
    told, _ = split_stories(lookup.dossier)
    inside = {id for story in told for id in story.articles}
    seen = Counter(id for finding in findings for id in finding.articles)
    articles = [id for id, item in lookup.articles.items() if id in inside and item.duplicate_of not in lookup.articles]
    most = set(sorted(articles, key=lambda id: (-seen[id], lookup.articles[id].uri))[:COLUMNS])
    dated = sorted(most, key=lambda id: (lookup.articles[id].published or "~", lookup.articles[id].uri))
    return [id for id in dated if seen[id] or len(articles) <= COLUMNS]


def _say_left(lookup: Lookup, columns: int, rows: int, findings: int) -> str:
    told, _ = split_stories(lookup.dossier)
    articles = len(lookup.find_originals(id for story in told for id in story.articles))
    parts = [f"{columns} of {articles} articles"] if columns < articles else []
    parts += [f"{rows} of {findings} claims"] if rows < findings else []
    return f"Shown: {', '.join(parts)}." if parts else ""


def _make_head(lookup: Lookup, id: str) -> str:
    article = lookup.articles[id]
    return (
        f'<th scope="col"><a href="#a-{id}">{isolate(shorten(lookup.names[id], 40))}</a>'
        f'<span class="quiet">{show(article.language)} · {show(say_short_date(article.published))}</span></th>'
    )


def _make_row(lookup: Lookup, finding: Finding, columns: list[str]) -> str:
    told = {item.article: item for item in find_told(lookup, finding.collation, finding.assessment)}
    cells = "".join(_make_cell(lookup, finding, told.get(id)) for id in columns)
    best = finding.assessment.independent.best
    out_of = f"of {count_tellers(finding)}{', unsourced' if finding.assessment.support == 'unsourced' else ''}"
    alarm = ' class="alarm"' if best < 2 and len(finding.articles) > 1 else ""
    link = f'<a href="#c-{show_attribute(finding.collation.id)}">{isolate(say_claim(finding.collation.title, 100))}</a>'
    return (
        f'<tr><th scope="row">{link}</th>'
        f'<td class="count"><b{alarm}>{best}</b> <span class="quiet">{out_of}</span></td>{cells}</tr>'
    )


def _make_cell(lookup: Lookup, finding: Finding, told: Told | None) -> str:
    if told is None:
        return "<td></td>"
    speakers = [lookup.name_witness(told.witness)] if told.witness else lookup.find_speakers(lookup.claims[told.claim])
    who = isolate(shorten(speakers[0], 40)) if speakers else "no source named"
    words = isolate(told.words) if told.words else "tells it"
    return (
        f'<td class="{told.manner}"><a href="#e-{show_attribute(told.claim)}"><b>{told.symbol} {words}</b></a>'
        f'<span class="quiet">{who}</span></td>'
    )

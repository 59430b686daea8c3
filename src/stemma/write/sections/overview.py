"""The first screen: what the story is, what is contradicted, what rests on one origin, what is missing."""

from stemma.model import Story
from stemma.write.sections.markup import isolate, make_list, show, show_attribute
from stemma.write.urgency import Finding, Tone, Urgency, is_mistranslated
from stemma.write.view.lookup import Lookup, rank_wanted, say_as_of, split_stories
from stemma.write.view.wording import count, join, say_claim, say_language, say_period

LISTED = 4
STORIES = 12


def make_header(lookup: Lookup) -> str:
    """Title, articles, languages and dates of the main story; further stories as a list."""
    told, aside = split_stories(lookup.dossier)
    if not told:
        return "<header><h1>No story</h1><p>There is no article to tell one.</p></header>"
    first, rest = told[0], told[1:]
    left = [f"{count(len(aside), 'article')} set aside"] if aside else []
    left += [f"{count(len(lookup.dossier.skipped), 'file')} skipped"] if lookup.dossier.skipped else []
    links = [f'<a href="#aside">{show(join(left))}</a>'] if left else []
    facts = " · ".join([_say_story(lookup, first), *links])
    others = [f"{isolate(story.title, 'who')} <span class='quiet'>{_say_story(lookup, story)}</span>" for story in rest]
    more = [f"… and {count(len(rest) - STORIES, 'more story', 'more stories')}"] if len(rest) > STORIES else []
    also = (
        f'<div class="stories"><h2>Also in this dossier</h2>{make_list([*others[:STORIES], *more])}</div>'
        if rest
        else ""
    )
    known = f"<p>{show(day)}</p>" if (day := say_as_of(lookup.dossier)) else ""
    return f"<header><h1>{isolate(first.title)}</h1><p>{facts}</p>{known}{also}</header>"


def _say_story(lookup: Lookup, story: Story) -> str:
    originals = lookup.find_originals(story.articles)
    articles = [lookup.articles[id] for id in lookup.find_latest(originals)]
    languages = sorted({say_language(article.language) for article in articles})
    listed = (
        show(f" ({join(languages)})") if 1 < len(languages) <= 6 else show(f" ({languages[0]})") if languages else ""
    )
    period = show(say_period(article.published for article in articles))
    copies, versions = len(set(story.articles)) - len(originals), len(originals) - len(articles)
    also = f" and {count(copies, 'copy', 'copies')}" if copies > 0 else ""
    also += f" and {count(versions, 'earlier version')}" if versions > 0 else ""
    told = count(len(languages), "language")
    return f"<b>{count(len(articles), 'article')}</b>{also} in <b>{told}</b>{listed} · {period}"


def make_overview(lookup: Lookup, findings: list[Finding]) -> str:
    """Five boxes with numbers, each naming the claims behind its number."""
    labels = [{variant.label for variant in finding.collation.variants} for finding in findings]
    contradicted = [item for item, label in zip(findings, labels, strict=True) if "contradiction" in label]
    changed = [
        item
        for item, label in zip(findings, labels, strict=True)
        if "drift" in label or is_mistranslated(item.collation)
    ]
    single = [
        item
        for item in findings
        if len(item.articles) > 1 and (item.assessment.circular or item.assessment.support == "single-origin")
    ]
    disputed = [item for item in findings if item.assessment.dispute != "none"]
    tiles = [
        _make_tile("Contradicted", "two readings that cannot both hold", contradicted, "bad"),
        _make_tile("Changed on the way", "a copy says other than its source", changed, "warn"),
        _make_tile("One origin", "several articles, a single source", single, "warn"),
        _make_tile("Denied or contested", "somebody says it is not so", disputed, "note"),
        _make_wanted(lookup),
    ]
    return f'<section class="overview" aria-label="At a glance">{"".join(tiles)}</section>'


def _make_tile(title: str, meaning: str, findings: list[Finding], tone: Tone) -> str:
    links = [
        f'<a href="#c-{show_attribute(item.collation.id)}">{isolate(say_claim(item.collation.title, 70))}</a>'
        for item in findings[:LISTED]
    ]
    more = [f"and {len(findings) - LISTED:,} more"] if len(findings) > LISTED else []
    return _make_box(title, meaning, (len(findings), tone), [*links, *more])


def _make_wanted(lookup: Lookup) -> str:
    wanted = [item for item in rank_wanted(lookup) if not lookup.find_own(item.witness)]
    names = [
        f'<a href="#wanted">{isolate(lookup.name_witness(item.witness))}</a> '
        f'<span class="quiet">credited by {count(len(item.cited_by), "article")}</span>'
        for item in wanted[:LISTED]
    ]
    more = [f"and {len(wanted) - LISTED:,} more"] if len(wanted) > LISTED else []
    return _make_box("Missing", "sources credited, not in your files", (len(wanted), "plain"), [*names, *more])


def _make_box(title: str, meaning: str, number: tuple[int, Tone], items: list[str]) -> str:
    how_many, tone = number
    return (
        f'<div class="tile {tone if how_many else "none"}"><p class="number">{how_many:,}</p><h2>{title}</h2>'
        f'<p class="quiet">{meaning}</p>{make_list(items) if items else ""}</div>'
    )


def make_contents(findings: list[Finding], badge_lines: list[str]) -> str:
    """The list of claims at the side."""
    items = [
        f'<a href="#c-{show_attribute(item.collation.id)}"><b>{isolate(say_claim(item.collation.title, 90))}</b> '
        f'<span class="line">{badge}</span></a>'
        for item, badge in zip(findings, badge_lines, strict=True)
    ]
    return f'<nav aria-label="Claims"><h2>Claims, most urgent first</h2>{make_list(items)}</nav>'


def is_alarming(finding: Finding) -> bool:
    """True for a claim that is shown unfolded however many there are."""
    return finding.urgency <= Urgency.CIRCULAR

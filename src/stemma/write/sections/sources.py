"""What the report rests on: articles and what is known of them, sources to get next, what was set aside or skipped."""

from stemma.model import Article, Wanted
from stemma.write.sections.markup import isolate, make_link, make_list, show, show_attribute
from stemma.write.view.lookup import Lookup, rank_wanted, split_stories
from stemma.write.view.versions import say_changes
from stemma.write.view.wording import count, join, say_claim, say_date, say_language

LISTED = 200


def make_wanted(lookup: Lookup) -> str:
    """Sources that articles credit and that are not among the files."""
    wanted = rank_wanted(lookup)
    if not wanted:
        return ""
    items = [_say_wanted(lookup, item) for item in wanted[:LISTED]]
    more = [f"… and {len(wanted) - LISTED} more in the JSON"] if len(wanted) > LISTED else []
    return (
        '<section id="wanted"><h2>What to get next</h2><p class="quiet">Credited by the articles, not among your files.'
        f"</p>{make_list([*items, *more])}</section>"
    )


def _say_wanted(lookup: Lookup, item: Wanted) -> str:
    names = [f'<a href="#a-{id}">{isolate(lookup.names[id])}</a>' for id in item.cited_by if id in lookup.names]
    shown = join(names[:6] + ([f"{len(names) - 6} more"] if len(names) > 6 else []))
    claims = [
        f'<a href="#c-{show_attribute(id)}">{isolate(say_claim(lookup.collations[id].title, 80))}</a>'
        for id in item.collations[:3]
        if id in lookup.collations
    ]
    claims += [f"{len(item.collations) - 3} more claims"] if len(item.collations) > 3 else []
    why = f"<br>{isolate(item.why)}" if item.why else ""
    own = "in your files, but not for these claims; " if lookup.find_own(item.witness) else ""
    return (
        f"{isolate(lookup.name_witness(item.witness), 'who')} <span class='quiet'>{own}credited by</span> {shown}{why}"
        f'<br><span class="quiet">Claims:</span> {join(claims) or "none alone"}'
    )


def make_aside(lookup: Lookup) -> str:
    """Articles of other stories, copies, and inputs that could not be read, each with the reason."""
    _, aside = split_stories(lookup.dossier)
    items = [
        f"{_link(lookup, article.id)} <span class='quiet'>set aside:</span> "
        + (f"a different story, {isolate(story.title)}" if story else "it belongs to no story")
        for article, story in aside
    ]
    items += [
        f"{_link(lookup, article.id)} <span class='quiet'>counted once:</span> the same text as "
        f"{_link(lookup, article.duplicate_of or '')}"
        for article in lookup.dossier.articles
        if article.duplicate_of in lookup.articles
    ]
    items += [
        f"{isolate(skipped.uri, 'who')} <span class='quiet'>skipped:</span> {isolate(skipped.reason)}"
        for skipped in lookup.dossier.skipped
    ]
    if not items:
        return ""
    more = [f"… and {len(items) - LISTED} more in the JSON"] if len(items) > LISTED else []
    return f'<section id="aside"><h2>Set aside and skipped</h2>{make_list([*items[:LISTED], *more])}</section>'


def _link(lookup: Lookup, id: str) -> str:
    return f'<a href="#a-{id}">{isolate(lookup.files.get(id, id), "who")}</a>'


def make_articles(lookup: Lookup, full: bool) -> str:
    """Every article with what is known of it and how it is known; whole texts only where asked for."""
    cards = "".join(_make_article(lookup, article, full) for article in lookup.dossier.articles)
    return f'<section id="articles"><h2>Articles</h2><div class="cards">{cards}</div></section>' if cards else ""


def _make_article(lookup: Lookup, article: Article, full: bool) -> str:
    stories = {story.id: story.title for story in lookup.dossier.stories}
    claims = sum(claim.article == article.id for claim in lookup.dossier.claims) if len(lookup.articles) < 100 else None
    facts = [
        ("Outlet", _say_known(article, "outlet", isolate(article.outlet or "unknown"))),
        ("Published", _say_known(article, "published", show(say_date(article.published)))),
        ("Changed", _say_known(article, "modified", show(say_date(article.modified))) if article.modified else ""),
        ("Author", _say_known(article, "author", isolate(article.author or ""))),
        ("Section", _say_known(article, "section", isolate(article.section or ""))),
        ("But also", "<br>".join(f"{show(key)}: {isolate(other)}" for key, other in sorted(article.conflicts.items()))),
        ("Language", show(say_language(article.language))),
        ("Story", isolate(stories[article.story]) if article.story in stories else "none"),
        ("Claims", str(claims) if claims is not None else ""),
        ("File", isolate(article.uri)),
        ("Address", make_link(article.url, isolate(article.url)) if article.url else ""),
        ("Copy of", _link(lookup, article.duplicate_of) if article.duplicate_of in lookup.articles else ""),
        ("Revision of", _say_revision(lookup, article)),
        ("Says of itself", "<br>".join(isolate(mark.text) for mark in article.corrections)),
        ("SHA-256", f"<code>{show(article.sha256)}</code>"),
    ]
    rows = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in facts if value)
    text = _make_text(article) if full else ""
    title = isolate(article.title or lookup.files[article.id])
    return f'<article class="source" id="a-{article.id}"><h3>{title}</h3><dl>{rows}</dl>{text}</article>'


def _say_revision(lookup: Lookup, article: Article) -> str:
    earlier = lookup.articles.get(article.revision_of or "")
    if earlier is None:
        return ""
    return f'{_link(lookup, earlier.id)} <span class="quiet">{isolate(say_changes(earlier, article))}</span>'


def _say_known(article: Article, field: str, value: str) -> str:
    basis = article.basis.get(field)
    return f'{value} <span class="quiet">{show(basis)}</span>' if basis else value


def _make_text(article: Article) -> str:
    lang = show_attribute(article.language)
    size = count(len(article.text), "character")
    text = f'<pre dir="auto" lang="{lang}">{show(article.text)}</pre>'
    return f"<details><summary>Whole text, {size}</summary>{text}</details>"

"""The articles of a report, with who says what in each."""

from collections import defaultdict

from stemma.model import Article, Attribution
from stemma.write.live.index import Index, Json, list_span
from stemma.write.live.passages import find_excerpts, make_passages
from stemma.write.view.versions import find_changes

SAME = ("id", "uri", "title", "outlet", "published", "modified", "retrieved", "language", "author", "section", "url")


def make_articles(index: Index, *, full: bool) -> list[Json]:
    """Every article, in the order of the dossier; excerpts of its text, or all of it."""
    excerpts = find_excerpts(index.lookup.dossier)
    voices: dict[str, list[Attribution]] = defaultdict(list)
    for voice in index.lookup.dossier.attributions:
        voices[voice.article].append(voice)
    return [
        {
            **_make_article(index, article),
            "passages": make_passages(article, excerpts[article.id], full=full),
            "attributions": _make_attributions(index, voices[article.id]),
        }
        for article in index.lookup.dossier.articles
    ]


def _make_article(index: Index, article: Article) -> Json:
    lookup = index.lookup
    earlier = lookup.articles.get(article.revision_of or "")
    added, dropped = find_changes(earlier, article) if earlier else ([], [])
    return {
        **{name: getattr(article, name) for name in SAME},
        "file": lookup.files[article.id],
        "name": lookup.names[article.id],
        "sha256": article.sha256,
        "basis": article.basis,
        "conflicts": article.conflicts,
        "corrections": [{"span": list_span(mark.span), "text": mark.text} for mark in article.corrections if mark.span],
        "story": index.stories.get(article.story or ""),
        "duplicateOf": index.articles.get(article.duplicate_of or ""),
        "revisionOf": index.articles.get(article.revision_of or ""),
        "changes": {"added": added, "dropped": dropped} if earlier else None,
        "length": len(article.text),
        "body": article.body_start,
    }


def _make_attributions(index: Index, voices: list[Attribution]) -> list[Json]:
    place = {voice.id: number for number, voice in enumerate(voices)}
    return [
        {
            "source": list_span(voice.source.span),
            "name": _name_source(index, voice),
            "witness": index.witnesses.get(voice.source.witness or ""),
            "cue": list_span(voice.cue.span),
            "content": [list(span) for span in voice.content.spans],
            "type": voice.type,
            "stance": voice.stance,
            "inside": place.get(voice.inside or ""),
        }
        for voice in voices
    ]


def _name_source(index: Index, voice: Attribution) -> str:
    known = index.lookup.witnesses.get(voice.source.witness or "")
    return index.lookup.name_witness(known.id) if known else voice.source.name

"""Which parts of the articles a report holds: whole texts, or the words that findings rest on with a little around."""

from collections.abc import Iterable

from stemma.model import Article, Dossier, Span
from stemma.write.live.index import Json

AROUND = 90  # characters shown on either side of the words that a finding rests on
NEAR = 30  # characters between two excerpts that are not worth a gap


def find_excerpts(dossier: Dossier) -> dict[str, list[Span]]:
    """The spans of each article that some finding points to."""
    spans: dict[str, list[Span]] = {article.id: [] for article in dossier.articles}

    def keep(article: str, *found: Span | None) -> None:
        spans.get(article, []).extend(span for span in found if span is not None)

    for claim in dossier.claims:
        keep(claim.article, claim.span, *claim.mentions)
    for voice in dossier.attributions:
        keep(voice.article, voice.source.span, voice.cue.span, *voice.content.spans)
    for item in _find_evidence(dossier):
        keep(item[0], item[1])
    for article in dossier.articles:
        keep(article.id, *(mark.span for mark in article.corrections))
        keep(article.id, Span(0, len(article.title)) if article.title else None)
    return spans


def _find_evidence(dossier: Dossier) -> Iterable[tuple[str, Span]]:
    for derivation in dossier.derivations:
        yield from ((item.article, item.span) for item in derivation.evidence)
    for assessment in dossier.assessments:
        shown = [*(reason.evidence for reason in assessment.reasons), *(step.evidence for step in assessment.steps)]
        yield from ((item.article, item.span) for evidence in shown for item in evidence)
    yield from ((entry.article, entry.span) for entry in dossier.timeline)


def make_passages(article: Article, spans: list[Span], *, full: bool) -> list[Json]:
    """What is shown of an article's text, in order and without overlap.

    Args:
        article: whose text it is.
        spans: what findings point to.
        full: show all of it.
    """
    if full:
        return [{"start": 0, "text": article.text}] if article.text else []
    passages: list[list[int]] = []
    for start, end in sorted(_widen(article.text, span) for span in spans):
        if passages and start <= passages[-1][1] + NEAR:
            passages[-1][1] = max(passages[-1][1], end)
        else:
            passages.append([start, end])
    return [{"start": start, "text": article.text[start:end]} for start, end in passages]


def _widen(text: str, span: Span) -> tuple[int, int]:
    """The span with what is around it, cut at a space where there is one."""
    low, high = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    if low:
        cut = text.find(" ", low, span.start)
        low = cut + 1 if cut >= 0 else low
    if high < len(text):
        cut = text.rfind(" ", span.end, high)
        high = cut if cut >= 0 else high
    return low, high

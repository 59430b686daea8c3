"""The exact words behind a claim, in their context."""

from stemma.model import Article, Claim, Span
from stemma.write.sections.markup import isolate, mark_words, show, show_attribute
from stemma.write.urgency import Finding
from stemma.write.view.lookup import Lookup
from stemma.write.view.readings import Told, tell_claims
from stemma.write.view.wording import count, say_date, say_language

CONTEXT = 160  # characters shown on either side
QUOTED = 40  # quotations shown for one claim


def make_evidence(lookup: Lookup, finding: Finding, is_open: bool) -> str:
    """Every telling of a claim, word for word."""
    claims = lookup.find_tellings(finding.collation)
    copies = sum(id in lookup.claims for id in finding.collation.claims) - len(claims)
    manners = {told.claim: told for told in tell_claims(lookup, finding.collation, finding.assessment)}
    emphasised: dict[str, list[Span]] = {}
    for variant in finding.collation.variants:
        for reading in variant.readings:
            emphasised.setdefault(reading.claim, []).append(reading.span)
    quotes = [
        _make_quote(lookup, claim, manners.get(claim.id), emphasised.get(claim.id, []))
        for claim in claims[:QUOTED]
        if claim.article in lookup.articles
    ]
    also = f", and {count(copies, 'copy', 'copies')} not shown" if copies else ""
    more = f"<p>… and {count(len(claims) - QUOTED, 'more quotation')} in the JSON.</p>" if len(claims) > QUOTED else ""
    return (
        f'<details class="evidence"{" open" if is_open else ""}><summary>The exact words <span class="quiet">'
        f"{count(len(claims), 'quotation')}{also}</span></summary>"
        f'<div class="quotes">{"".join(quotes)}</div>{more}</details>'
    )


def _make_quote(lookup: Lookup, claim: Claim, told: Told | None, emphasised: list[Span]) -> str:
    article = lookup.articles[claim.article]
    frame = find_frame(article.text, claim.span)
    before, after = ("…" if frame.start else ""), ("…" if frame.end < len(article.text) else "")
    words = mark_words(article.text, frame, claim.span, emphasised)
    manner = told.manner if told else "same"
    digest = show_attribute(article.sha256)
    return (
        f'<figure class="quote {manner}" id="e-{show_attribute(claim.id)}">'
        f"<figcaption>{isolate(lookup.names[article.id], 'who')} {_say_article(article)}</figcaption>"
        f'<blockquote dir="auto" lang="{show_attribute(article.language)}">{before}{words}{after}</blockquote>'
        f'<p class="facts">{_say_voice(lookup, claim)}{_say_told(told)}'
        f'<span class="position">characters {claim.span.start}–{claim.span.end} · '
        f'<a href="#a-{article.id}" title="SHA-256 {digest}">sha256 {digest[:12]}…</a></span></p></figure>'
    )


def find_frame(text: str, span: Span) -> Span:
    """The span with its context: up to 160 characters on either side, cut between words where there are any."""
    start, end = max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT)
    if start:
        gap = text.find(" ", start, span.start)
        start = gap + 1 if gap >= 0 else start
    if end < len(text):
        gap = text.rfind(" ", span.end, end)
        end = gap if gap >= 0 else end
    return Span(start, end)


def _say_article(article: Article) -> str:
    known = f"{say_language(article.language)} · {say_date(article.published)}"
    title = f" · {isolate(article.title)}" if article.title else ""
    return f'<span class="quiet">{show(known)}{title}</span>'


def _say_voice(lookup: Lookup, claim: Claim) -> str:
    speakers = lookup.find_speakers(claim)
    if not speakers:
        return "<span>No source named.</span> "
    voices = ", as told by ".join(isolate(name) for name in speakers[:4])
    hedges = ", ".join(isolate(hedge.text) for hedge in claim.hedges[:3])
    told = "" if claim.modality == "happened" else f" · told as {claim.modality}"
    return f"<span>Source: {voices}{told}{f' · hedged: {hedges}' if hedges else ''}.</span> "


def _say_told(told: Told | None) -> str:
    if told is None or told.manner == "same":
        return ""
    was = f", was {isolate(told.was)}" if told.was else ""
    words = {"changed": "changed", "contradicts": "contradicts the others", "update": "later state", "about": "vaguer"}
    return f'<span class="manner">{told.symbol} {words.get(told.manner, told.words or told.manner)}{was}</span> '

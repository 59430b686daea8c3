"""Everything that a report shows, as one JSON object; its shape is `frontend/src/report.ts`."""

from collections import defaultdict

from stemma.model import Claim, Dossier, Place, Witness
from stemma.write.live.articles import make_articles
from stemma.write.live.claims import make_claims
from stemma.write.live.index import Index, Json, list_span, make_index
from stemma.write.live.lineage import make_links
from stemma.write.urgency import find_urgent
from stemma.write.view.lineage import TEXTS
from stemma.write.view.lookup import make_lookup, rank_wanted, split_stories

REPORT_ID = "stemma/report/1"


def make_report_data(dossier: Dossier, *, full: bool = False) -> Json:
    """What the page shows of a dossier.

    Args:
        dossier: what one run found.
        full: with the whole text of every article; else only with excerpts.
    """
    lookup = make_lookup(dossier)
    told, _ = split_stories(dossier)
    aside = [story for story in dossier.stories if story not in told]
    index = make_index(lookup, find_urgent(lookup), [story.id for story in (*told, *aside)])
    threads = {thread.id: thread.title for thread in dossier.threads}
    as_of = dossier.settings.get("as_of")
    return {
        "format": REPORT_ID,
        "version": dossier.version,
        "dossier": dossier.format,
        "full": full,
        "asOf": as_of if isinstance(as_of, str) else None,
        "files": len(dossier.articles) + len(dossier.skipped),
        "stories": [
            {
                "id": story.id,
                "title": story.title,
                "articles": [index.articles[id] for id in story.articles if id in index.articles],
                "aside": number >= len(told),
                "thread": threads.get(story.thread or ""),
            }
            for number, story in enumerate((*told, *aside))
        ],
        "articles": make_articles(index, full=full),
        "witnesses": [_make_witness(index, witness) for witness in dossier.witnesses],
        "claims": make_claims(index),
        "links": make_links(index),
        "wanted": _make_wanted(index),
        "skipped": [{"uri": item.uri, "reason": item.reason} for item in dossier.skipped],
        "timeline": _make_timeline(index),
        "places": _make_places(index),
    }


def _make_witness(index: Index, witness: Witness) -> Json:
    own = index.own[witness.id]
    return {
        "id": witness.id,
        "name": index.lookup.name_witness(witness.id),
        "aliases": list(witness.aliases),
        "kind": witness.kind,
        "article": index.articles.get(index.lookup.get_original(witness.article)) if witness.article else None,
        "articles": [index.articles[id] for id in own],
        "missing": not own and witness.kind in TEXTS,
        "speaksFor": index.witnesses.get(witness.speaks_for or ""),
    }


def _make_wanted(index: Index) -> list[Json]:
    return [
        {
            "witness": index.witnesses[item.witness],
            "citedBy": index.find_articles(item.cited_by),
            "claims": index.find_claims(item.collations),
            "why": item.why,
            "own": bool(index.own[item.witness]),
        }
        for item in rank_wanted(index.lookup)
        if item.witness in index.witnesses
    ]


def _make_timeline(index: Index) -> list[Json]:
    return [
        {
            "value": item.value,
            "basis": item.basis,
            "text": item.text,
            "article": index.articles[item.article],
            "span": list_span(item.span),
            "claim": index.claims.get(item.collation or ""),
        }
        for item in index.lookup.dossier.timeline
        if item.article in index.articles and index.lookup.get_original(item.article) == item.article
    ]


def _make_places(index: Index) -> list[Json]:
    """Every place with coordinates, with the words that name it."""
    found: dict[tuple[str, str, float, float], list[tuple[Claim, Place]]] = defaultdict(list)
    for claim in index.lookup.dossier.claims:
        for place in claim.places:
            if place.lat is not None and place.lon is not None and claim.article in index.articles:
                found[place.name, place.country or "", place.lat, place.lon].append((claim, place))
    home = {id: item.id for item in index.lookup.dossier.collations for id in item.claims}
    return [
        {
            "name": name,
            "country": country or None,
            "lat": lat,
            "lon": lon,
            "mentions": [
                {
                    "article": index.articles[claim.article],
                    "span": list(place.span),
                    "claim": index.claims[home[claim.id]],
                }
                for claim, place in mentions
                if home.get(claim.id) in index.claims
            ],
        }
        for (name, country, lat, lon), mentions in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    ]

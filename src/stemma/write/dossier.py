"""The dossier as JSON, and back: the shape of docs/contract.md, always in the same order."""

import math
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from stemma.errors import InputError
from stemma.model import Article, Claim, Dossier, Quantity

SCHEMA_FILE = Path(__file__).parent / "assets" / "dossier.schema.json"
SCHEMA_ID = "stemma/dossier/1"


def write_json(dossier: Dossier, *, indent: int = 1) -> bytes:
    """The dossier as UTF-8 JSON with a trailing newline.

    Args:
        dossier: what one run found; its lists may come in any order.
        indent: spaces a level; 0 writes everything on one line.

    Returns:
        Bytes that are the same for the same findings.
    """
    import msgspec

    encoded = msgspec.json.encode(sort_dossier(dossier), order="deterministic")
    return (msgspec.json.format(encoded, indent=indent) if indent else encoded) + b"\n"


def read_dossier(data: bytes | str) -> Dossier:
    """The dossier that `write_json` wrote.

    Raises:
        InputError: the data is no dossier of a known format; the message names the first place that is wrong.
    """
    import msgspec

    try:
        dossier = msgspec.json.decode(data, type=Dossier)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"Not a dossier: {error}. Give a dossier.json that stemma wrote.") from error
    if dossier.format != SCHEMA_ID:
        raise InputError(f"{dossier.format}: unknown dossier format. This version reads {SCHEMA_ID}.")
    return dossier


def make_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a dossier, generated from `stemma.model`."""
    import msgspec

    schema = msgspec.json.schema(Dossier)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **schema}


def write_schema() -> bytes:
    """The JSON Schema as it is shipped in `assets/dossier.schema.json`."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(make_schema(), order="deterministic"), indent=1) + b"\n"


@cache
def read_schema() -> bytes:
    """The shipped JSON Schema."""
    return SCHEMA_FILE.read_bytes()


def sort_dossier(dossier: Dossier) -> Dossier:
    """The same findings in the one order that files are written in; sorting twice changes nothing."""
    articles = tuple(sorted(dossier.articles, key=_get_article_key))
    rank = {article.id: number for number, article in enumerate(articles)}
    last = len(rank)
    claims = tuple(
        sorted(
            map(_make_finite, dossier.claims), key=lambda claim: (rank.get(claim.article, last), claim.span, claim.id)
        )
    )
    place = {claim.id: number for number, claim in enumerate(claims)}
    first = {item.id: min((place.get(id, len(place)) for id in item.claims), default=0) for item in dossier.collations}
    return replace(
        dossier,
        articles=articles,
        claims=claims,
        skipped=tuple(sorted(dossier.skipped, key=lambda item: (item.uri, item.reason))),
        stories=tuple(sorted(dossier.stories, key=lambda story: (-len(story.articles), story.id))),
        threads=tuple(sorted(dossier.threads, key=lambda thread: (-len(thread.stories), thread.id))),
        attributions=tuple(
            sorted(dossier.attributions, key=lambda item: (rank.get(item.article, last), item.content.spans, item.id))
        ),
        collations=tuple(sorted(dossier.collations, key=lambda item: (first[item.id], item.id))),
        assessments=tuple(
            sorted(dossier.assessments, key=lambda item: (first.get(item.collation, len(place)), item.collation))
        ),
        witnesses=tuple(sorted(dossier.witnesses, key=lambda witness: (witness.name, witness.id))),
        derivations=tuple(
            sorted(
                dossier.derivations, key=lambda item: (item.copy, item.exemplar, item.kind, item.basis, item.collations)
            )
        ),
        wanted=tuple(sorted(dossier.wanted, key=lambda item: (-len(item.cited_by), item.witness, item.collations))),
        timeline=tuple(
            sorted(dossier.timeline, key=lambda item: (item.value, rank.get(item.article, last), item.span, item.text))
        ),
    )


def _get_article_key(article: Article) -> tuple[str, str]:
    return article.uri, article.id


def _make_finite(claim: Claim) -> Claim:
    """JSON has no infinity: an open end ("more than 30") becomes the greatest finite number."""
    if all(math.isfinite(quantity.low) and math.isfinite(quantity.high) for quantity in claim.quantities):
        return claim
    return replace(claim, quantities=tuple(map(_bound, claim.quantities)))


def _bound(quantity: Quantity) -> Quantity:
    greatest = sys.float_info.max
    return replace(quantity, low=max(quantity.low, -greatest), high=min(quantity.high, greatest))

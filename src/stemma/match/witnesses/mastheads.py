"""Outlets of the pile recognised where an article prints their whole name, whatever grammar made of it.

"Grise" in "selon La Feuille Grise" is no body of its own, and "Quiet Corner" no person, where an article of the
pile is by the Quiet Corner.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from stemma.find import find_outlet
from stemma.find.gazetteer import is_given_name
from stemma.match.witnesses.mentions import MEDIA, find_openers
from stemma.model import Article, Attribution, Extraction, Kind, Source, Span
from stemma.text import fold, is_telling_name

MARKS = "«»„“”\"'‘’ "
_CAPITAL_BEFORE = re.compile(r"[^\s.!?:«„“\"'‘][ \xa0](\w)\w*[ \xa0]$")  # of a word that does not open its sentence
NEAR = 40  # letters before a name in which the word before it stands


def read_mastheads(extractions: Sequence[Extraction], articles: Sequence[Article]) -> list[Extraction]:
    """The extractions with the outlets of the pile under their own names.

    Args:
        extractions: one per article.
        articles: the pile, which knows by metadata who published what.
    """
    outlets = sorted({a.outlet for a in articles if a.outlet and is_telling_name(a.outlet)})
    text_of = {a.id: a.text for a in articles}
    return [_read_article(extraction, text_of[extraction.article], outlets) for extraction in extractions]


def _read_article(extraction: Extraction, text: str, outlets: Sequence[str]) -> Extraction:
    places = _find_places(text, outlets)
    named = {a.id: outlet for a in extraction.attributions if (outlet := _find_printed(a.source, places))}
    if not named:
        return extraction
    meant = _find_meant(extraction.attributions, named)
    attributions = tuple(
        replace(a, source=_rename(a.source, named.get(a.id) or meant.get(a.source.name, "")))
        for a in extraction.attributions
    )
    return replace(extraction, attributions=attributions)


def _find_places(text: str, outlets: Sequence[str]) -> list[tuple[Span, str]]:
    """Where whole names stand that are no part of a longer name."""
    here = sorted((name for name in outlets if name in text), key=lambda n: (-len(n), n))
    if not here:
        return []
    found = re.finditer(rf"(?<![\w-])(?:{'|'.join(map(re.escape, here))})(?![\w-])", text)
    return [(Span(*m.span()), m.group()) for m in found if not _is_longer(text[: m.start()], m.group())]


def _is_longer(before: str, name: str) -> bool:
    """True behind a capitalised word that does not open its sentence: "the Velden Quiet Corner" is no Quiet Corner."""
    if fold(name.split(maxsplit=1)[0]) in find_openers():
        return False
    last = _CAPITAL_BEFORE.search(before[-NEAR:])
    return last is not None and last.group(1).isupper()


def _find_printed(source: Source, places: Sequence[tuple[Span, str]]) -> str | None:
    """The outlet whose name holds the source's words; a person of that name stays one."""
    if source.span is None or source.basis not in (None, "stated"):
        return None
    bare = source.text.strip(MARKS)
    start = source.span.start + max(source.text.find(bare), 0)
    end = start + len(bare)
    outlet = next((name for at, name in places if at.start <= start and end <= at.end), None)
    if source.kind == "document":  # "a report by Quiet Corner"
        outlet = next((name for at, name in places if start <= at.start and end == at.end), outlet)
    is_person = outlet is not None and source.kind == "person" and is_given_name(outlet.split()[0])
    return None if is_person else outlet


def _find_meant(attributions: Sequence[Attribution], named: Mapping[str, str]) -> dict[str, str]:
    """What a name stands for that always turned out to be one outlet: "it said" led back to that name."""
    stated: dict[str, set[str]] = {}
    for attribution in attributions:
        if attribution.source.basis in (None, "stated"):
            stated.setdefault(attribution.source.name, set()).add(named.get(attribution.id, ""))
    return {name: min(found) for name, found in stated.items() if name and len(found) == 1 and "" not in found}


def _rename(source: Source, outlet: str) -> Source:
    if not outlet:
        return source
    return replace(
        source, name=outlet, kind=source.kind if source.kind in MEDIA else _find_kind(outlet), speaks_for=None
    )


def _find_kind(outlet: str) -> Kind:
    known = find_outlet(outlet)
    return "agency" if known is not None and known[1] == "agency" else "outlet"

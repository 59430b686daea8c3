"""What must hold of a dossier whatever the articles say."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma import Dossier, Settings, investigate, write
from stemma.write.dossier import read_dossier

WHO = ["Mayor Petra Holm", "an official", "the Velden Gazette", "She", "VBO", "“Nobody”", "Selmar police", "文"]
SAID = ["said", "denied that", "confirmed on Monday that", "reported, citing two nurses, that", "may have said:", "🚢"]
WHAT = [
    "the ferry Orla sank off Selmar",
    "12 people were killed",
    "at least 15 people were hurt in Lisbon",
    "the strike entered its eighth year",
    "“we saw nothing",
    "the brewery plans to buy\nthe works",
    "“it is 10 km deep,” said Karl Dorn",
    "der Zug stand still",
    "",
]
ENDS = [". ", ".\n", "\n\n", "? ", "…” ", ", while ", "; ", " — "]
SENTENCES = st.tuples(*map(st.sampled_from, (WHO, SAID, WHAT, ENDS))).map(lambda parts: " ".join(parts[:3]) + parts[3])
TEXTS = st.lists(SENTENCES, min_size=1, max_size=6).map("".join)
PILES = st.lists(TEXTS, min_size=1, max_size=4)


def find_quotes(thing: Any, article: str | None = None) -> Iterator[tuple[str, list[int], str | None]]:
    """Yield (article, span, text) of everything in a dossier's JSON that has a span inside a known article."""
    if isinstance(thing, list):
        for part in thing:
            yield from find_quotes(part, article)
    if isinstance(thing, dict):
        article = thing.get("article") or article
        if article and thing.get("span"):
            yield article, thing["span"], thing.get("text")
        for part in thing.values():
            yield from find_quotes(part, article)


def check(dossier: Dossier) -> None:
    found = msgspec.json.decode(write(dossier, "json"))
    texts = {article["id"]: article["text"] for article in found["articles"]}
    parts = {key: value for key, value in found.items() if key != "articles"}
    for article, (start, end), text in find_quotes(parts):
        assert 0 <= start < end <= len(texts[article])
        assert text is None or texts[article][start:end] == text
    claims = [claim for collation in found["collations"] for claim in collation["claims"]]
    assert sorted(claims) == sorted({claim["id"] for claim in found["claims"]})
    assessed = [assessment["collation"] for assessment in found["assessments"]]
    assert sorted(assessed) == sorted({collation["id"] for collation in found["collations"]})


@given(PILES)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_articles_say_spans_hold(pile: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(pile):
            Path(folder, f"{number}.txt").write_text(text + "The lamp of the pier was lit.", encoding="utf-8")
        dossier = investigate([folder], Settings(embedder="none", language="en"))
    check(dossier)
    assert len(dossier.articles) + len(dossier.skipped) == len(pile)
    assert write(read_dossier(write(dossier, "json")), "json") == write(dossier, "json")

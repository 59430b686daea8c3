import importlib.util
import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console

from stemma.errors import UsageError
from stemma.model import Content, Dossier, Skipped, Span, Witness
from stemma.write import write
from stemma.write.blots import BLOT
from stemma.write.redaction import KEPT, count_left, find_aliases, redact
from stemma.write.terminal import print_findings

CONTRACT = Path(__file__).resolve().parents[4] / "shared" / "score" / "contract.py"
NAMES = (
    "Ines Talvar", "Channel Ledra", "The Tarn Courier", "Ostbote", "صوت الساحل", "سلطة ميناء فيلمار", "Vellmar",
    "Meridian", "courier.txt", "Piet Sondal", "container", "Orvane", "Feuerwehr Vellmar", "gates",
)  # fmt: skip


def show_all(dossier: Dossier) -> dict[str, str]:
    """What every writer makes of it."""
    terminal = StringIO()
    print_findings(dossier, Console(file=terminal, width=4000))
    return {
        "json": bytes(write(dossier, "json")).decode(),
        "html": str(write(dossier, "html")),
        "full": str(write(dossier, "html", full=True)),
        "terminal": terminal.getvalue(),
    }


def find_words(page: str) -> str:
    """A written form without our own script and styles and without ids, which bear names in this dossier alone."""
    page = re.sub(r'"[aw]-[a-z]+"', '""', page)
    plain = re.sub(r"<style.*?</style>|<script>.*?</script>", "", page, flags=re.DOTALL)
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), plain)


def walk(item: Any, article: str = "") -> Iterator[tuple[Any, str]]:
    """Every part of a dossier with the article that its spans belong to."""
    if is_dataclass(item):
        article = getattr(item, "article", None) or article
        yield item, article
        for field in fields(item):
            yield from walk(getattr(item, field.name), article)
    elif isinstance(item, tuple):
        for member in item:
            yield from walk(member, article)


def check_spans(before: Dossier, after: Dossier) -> None:
    """Words equal those at their place wherever they did so before."""
    old = {article.id: article.text for article in before.articles}
    new = {article.id: article.text for article in after.articles}
    assert {id: len(text) for id, text in old.items()} == {id: len(text) for id, text in new.items()}
    for (one, article), (other, same) in zip(walk(before), walk(after), strict=True):
        assert article == same
        span = getattr(one, "span", None)
        if isinstance(span, Span) and hasattr(one, "text") and article in old and one.text == span.of(old[article]):
            assert other.text == span.of(new[article])


@pytest.mark.parametrize("name", NAMES)
def test_no_output_has_the_name(dossier: Dossier, name: str) -> None:
    redacted = redact(dossier, [name])
    for form, written in show_all(redacted).items():
        assert name.casefold() not in find_words(written).casefold(), form
    assert BLOT in find_words(show_all(redacted)["json"])
    check_spans(dossier, redacted)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 5), st.integers(0, 999), st.integers(1, 3))
def test_any_words_of_an_article_can_be_taken_out(dossier: Dossier, article: int, first: int, length: int) -> None:
    words = re.findall(r"\w+", dossier.articles[article].text)
    first %= len(words)
    name = " ".join(words[first : first + length])
    redacted = redact(dossier, [name])
    pattern = re.compile(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", re.IGNORECASE)
    assert not [item.uri for item in redacted.articles if pattern.search(item.text)]
    assert not pattern.search(" ".join(item.name for item in redacted.witnesses))
    check_spans(dossier, redacted)


def test_a_witness_goes_with_its_aliases(dossier: Dossier) -> None:
    assert find_aliases(dossier, ["channel LEDRA"]) == ["channel LEDRA", "Channel Ledra", "Ledra TV"]
    assert find_aliases(dossier, ["Ledra"]) == ["Ledra"]
    first = replace(dossier.articles[0], author="ledra tv")
    redacted = redact(replace(dossier, articles=(first, *dossier.articles[1:])), ["Channel Ledra"])
    assert redacted.articles[0].author == BLOT * 8


def test_ids_hashes_and_findings_stay(dossier: Dossier) -> None:
    redacted = redact(dossier, ["Ines Talvar", "article"])
    assert [item.id for item in redacted.articles] == [item.id for item in dossier.articles]
    assert [item.sha256 for item in redacted.articles] == [item.sha256 for item in dossier.articles]
    assert [item.kind for item in redacted.witnesses] == [item.kind for item in dossier.witnesses]
    assert [item.independent for item in redacted.assessments] == [item.independent for item in dossier.assessments]
    assert redacted.settings["redacted"] is True
    assert redact(dossier, []) is dossier


def test_what_is_kept_as_it_is_are_fields_that_exist() -> None:
    for kind, names in KEPT.items():
        assert names <= {field.name for field in fields(kind)}, kind


def test_reasons_addresses_and_skipped_files_too(dossier: Dossier) -> None:
    first = replace(dossier.articles[0], url="https://a.example/%49nes%20Talvar", conflicts={"author": "Ines Talvar"})
    changed = replace(
        dossier,
        articles=(first, *dossier.articles[1:]),
        skipped=(Skipped(uri="ines_talvar.pdf", reason="Ines Talvar, again"),),
    )
    redacted = redact(changed, ["Ines Talvar"])
    assert redacted.articles[0].url == "https://a.example/" + BLOT * 15
    assert redacted.articles[0].conflicts == {"author": BLOT * 11}
    assert redacted.skipped == (Skipped(uri=BLOT * 11 + ".pdf", reason=BLOT * 11 + ", again"),)


def test_words_joined_from_two_places_do_not_make_the_name_anew(dossier: Dossier) -> None:
    article = dossier.articles[0]
    ines, talvar = article.text.index("Ines"), article.text.index("authority")
    spans = (Span(ines, ines + 4), Span(talvar, talvar + 9))
    joined = Content(spans=spans, text="Ines authority")
    voice = replace(dossier.attributions[0], content=joined)
    redacted = redact(replace(dossier, attributions=(voice,)), ["Ines authority"])
    assert redacted.attributions[0].content.text == BLOT * 14


def test_a_name_without_letters_is_refused(dossier: Dossier) -> None:
    with pytest.raises(UsageError, match="no letter"):
        redact(dossier, ["Ines Talvar", " - "])


def test_what_may_be_left_is_said_without_the_name(dossier: Dossier) -> None:
    text = dossier.articles[0].text + "Talvar laughed. Talvar left."
    changed = replace(dossier, articles=(replace(dossier.articles[0], text=text), *dossier.articles[1:]))
    assert count_left(changed, ["Ines Talvar", "Nobody Here"]) == [
        "--redact: parts of name 1 still stand alone in 2 places. Give them too where they tell who is meant.",
        "--redact: name 2 stands nowhere. Check how it is written.",
    ]
    assert count_left(changed, ["Ines Talvar", "Talvar"]) == []
    witness = Witness(id="w", name="Somebody Else", kind="person")
    assert count_left(replace(changed, witnesses=(witness,)), ["Somebody Else"]) == []


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract's own check is not on this machine")
@pytest.mark.parametrize("name", NAMES)
def test_the_contract_holds_as_well_as_before(dossier: Dossier, name: str) -> None:
    spec = importlib.util.spec_from_file_location("contract", CONTRACT)
    assert spec is not None
    assert spec.loader is not None
    contract = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(contract)
    before = contract.check(json.loads(bytes(write(dossier, "json"))))
    after = contract.check(json.loads(bytes(write(redact(dossier, [name]), "json"))))
    assert len(after) == len(before)

import json
from dataclasses import replace

import pytest

from stemma.errors import InputError, UsageError
from stemma.model import Claim, Dossier, Quantity, Span
from stemma.write import write
from stemma.write.dossier import read_dossier, read_schema, sort_dossier, write_schema


def test_round_trip_gives_the_same_dossier(dossier: Dossier) -> None:
    assert read_dossier(write(dossier, "json")) == sort_dossier(dossier)


def test_order_of_findings_does_not_matter(dossier: Dossier) -> None:
    turned = replace(
        dossier,
        articles=dossier.articles[::-1],
        claims=dossier.claims[::-1],
        collations=dossier.collations[::-1],
        derivations=dossier.derivations[::-1],
        assessments=dossier.assessments[::-1],
        witnesses=dossier.witnesses[::-1],
        settings=dict(reversed(list(dossier.settings.items()))),
    )
    assert write(turned, "json") == write(dossier, "json")


def test_shape_is_that_of_the_contract(dossier: Dossier) -> None:
    data = json.loads(write(dossier, "json"))
    assert data["format"] == "stemma/dossier/1"
    article = {item["id"]: item for item in data["articles"]}
    for claim in data["claims"]:
        start, end = claim["span"]
        assert article[claim["article"]]["text"][start:end] == claim["text"]
    assert list(data)[:4] == ["format", "version", "settings", "articles"]


def test_text_stays_as_it_is_and_the_file_ends_with_a_newline(dossier: Dossier) -> None:
    written = write(dossier, "json", indent=0)
    assert isinstance(written, bytes)
    assert "ميناء فيلمار".encode() in written
    assert written.endswith(b"}\n")
    assert written.count(b"\n") == 1


def test_an_open_end_survives_the_round_trip(dossier: Dossier) -> None:
    more = Quantity(span=Span(0, 1), text="x", low=30, best=30, high=float("inf"), unit=None)
    claim = Claim(id="c", article="a", span=Span(0, 1), text="x", sentence=Span(0, 1), quantities=(more,))
    [read] = read_dossier(write(replace(dossier, claims=(claim,)), "json")).claims
    assert read.quantities[0].high > 1e300


def test_the_shipped_schema_is_current() -> None:
    # After a change of the model: SCHEMA_FILE.write_bytes(write_schema()), both from stemma.write.dossier.
    assert read_schema() == write_schema()


@pytest.mark.parametrize("data", [b"", b"[]", b'{"format": "stemma/dossier/1"}', b"\xff\xfe"])
def test_what_is_no_dossier_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="Not a dossier"):
        read_dossier(data)


def test_a_later_format_is_refused(dossier: Dossier) -> None:
    later = write(replace(dossier, format="stemma/dossier/9"), "json")
    with pytest.raises(InputError, match="stemma/dossier/9"):
        read_dossier(later)


def test_an_unknown_form_names_those_there_are(dossier: Dossier) -> None:
    with pytest.raises(UsageError, match="html, json"):
        write(dossier, "papyrus")

"""The data of a report has the shape that frontend/src/report.ts promises to the front end."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from stemma.model import Dossier, Place, Span
from stemma.write.live.data import make_report_data

CONTRACT = Path(__file__).resolve().parents[4] / "frontend" / "src" / "report.ts"
TOKEN = re.compile(r'"[^"]*"|\w+|\[\]|[^\s\w]')
PLAIN: dict[str, tuple[type, ...]] = {
    "number": (int, float),
    "string": (str,),
    "boolean": (bool,),
    "null": (type(None),),
}
Type = tuple[Any, ...]


class Reader:
    """Reads the types of TypeScript that the contract is written in, and no others."""

    def __init__(self, source: str) -> None:
        self.tokens = TOKEN.findall(re.sub(r"//[^\n]*|/\*.*?\*/", "", source, flags=re.DOTALL))
        self.types: dict[str, Type] = {}
        while self.tokens:
            self.take("export")
            kind, name = self.tokens.pop(0), self.tokens.pop(0)
            if kind == "interface":
                self.types[name] = self.read_atom()
            else:
                self.take("=")
                self.types[name] = self.read_type()
                self.take(";")

    def take(self, token: str) -> None:
        assert self.tokens.pop(0) == token

    def skip(self, token: str) -> bool:
        return self.tokens[:1] == [token] and bool(self.tokens.pop(0))

    def read_type(self) -> Type:
        self.skip("|")
        members = [self.read_joined()]
        while self.skip("|"):
            members.append(self.read_joined())
        return ("union", members)

    def read_joined(self) -> Type:
        members = [self.read_list()]
        while self.skip("&"):
            members.append(self.read_list())
        return ("joined", members) if len(members) > 1 else members[0]

    def read_list(self) -> Type:
        found = self.read_atom()
        while self.skip("[]"):
            found = ("list", found)
        return found

    def read_atom(self) -> Type:
        token = self.tokens.pop(0)
        if token == "(":
            inner = self.read_type()
            self.take(")")
            return inner
        if token == "{":
            return ("object", dict(self.read_fields()))
        if token == "[":
            return ("tuple", list(self.read_places()))
        if token == "Record":
            while not self.skip(">"):
                self.tokens.pop(0)
            return ("record",)
        return ("literal", token[1:-1]) if token.startswith('"') else ("name", token)

    def read_fields(self) -> Iterator[tuple[str, tuple[bool, Type]]]:
        while not self.skip("}"):
            name = self.tokens.pop(0)
            optional = self.skip("?")
            self.take(":")
            yield name, (optional, self.read_type())
            self.skip(";")

    def read_places(self) -> Iterator[Type]:
        while not self.skip("]"):
            self.tokens.pop(0)
            self.take(":")
            yield self.read_type()
            self.skip(",")


class Checker:
    """Says where a value is not of its type."""

    def __init__(self, types: dict[str, Type]) -> None:
        self.types = types

    def check(self, value: Any, wanted: Type, path: str) -> Iterator[str]:
        kind = wanted[0]
        yield from getattr(self, f"check_{kind}")(value, wanted, path)

    def check_name(self, value: Any, wanted: Type, path: str) -> Iterator[str]:
        name = wanted[1]
        if name not in PLAIN:
            yield from self.check(value, self.types[name], path)
        elif not isinstance(value, PLAIN[name]) or (isinstance(value, bool) and name != "boolean"):
            yield f"{path}: {value!r} is no {name}"

    def check_literal(self, value: Any, wanted: Type, path: str) -> Iterator[str]:
        if value != wanted[1]:
            yield f"{path}: {value!r} is not {wanted[1]!r}"

    def check_union(self, value: Any, wanted: Type, path: str) -> Iterator[str]:
        tries = [list(self.check(value, member, path)) for member in wanted[1]]
        if all(tries):
            yield from min(tries, key=len)

    def check_list(self, value: Any, wanted: Type, path: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{path}: {value!r} is no list"
        else:
            for number, item in enumerate(value):
                yield from self.check(item, wanted[1], f"{path}[{number}]")

    def check_tuple(self, value: Any, wanted: Type, path: str) -> Iterator[str]:
        if not isinstance(value, list) or len(value) != len(wanted[1]):
            yield f"{path}: {value!r} has not {len(wanted[1])} parts"
        else:
            for item, inner in zip(value, wanted[1], strict=True):
                yield from self.check(item, inner, path)

    def check_record(self, value: Any, wanted: Type, path: str) -> Iterator[str]:
        if not isinstance(value, dict) or not all(isinstance(item, str) for pair in value.items() for item in pair):
            yield f"{path}: {value!r} is no record of strings"

    def check_joined(self, value: Any, wanted: Type, path: str) -> Iterator[str]:
        fields: dict[str, Any] = {}
        for member in wanted[1]:
            fields |= (self.types[member[1]] if member[0] == "name" else member)[1]
        yield from self.check_object(value, ("object", fields), path)

    def check_object(self, value: Any, wanted: Type, path: str) -> Iterator[str]:
        fields = wanted[1]
        if not isinstance(value, dict):
            yield f"{path}: {value!r} is no object"
            return
        needed = {name for name, (optional, _) in fields.items() if not optional}
        yield from (f"{path}.{name} is missing" for name in sorted(needed - set(value)))
        yield from (f"{path}.{name} is not in report.ts" for name in sorted(set(value) - set(fields)))
        for name in sorted(set(value) & set(fields)):
            yield from self.check(value[name], fields[name][1], f"{path}.{name}")


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Reader(CONTRACT.read_text(encoding="utf-8")).types)


@pytest.fixture(scope="module")
def rich(dossier: Dossier) -> Dossier:
    """The invented dossier with what it lacks: a place, a later version, a day asked for."""
    place = Place(span=Span(0, 8), text="Eighteen", name="Vellmar", country="DE", lat=1.5, lon=2.0)
    first, second, *others = dossier.articles
    second = replace(second, revision_of=first.id, conflicts={"outlet": "Another"})
    claim = replace(dossier.claims[0], places=(place,))
    return replace(
        dossier,
        articles=(first, second, *others),
        claims=(claim, *dossier.claims[1:]),
        settings={"as_of": "2031-03-20"},
    )


@pytest.mark.parametrize("full", [False, True])
def test_the_data_has_the_shape_that_the_front_end_expects(rich: Dossier, checker: Checker, full: bool) -> None:
    data = make_report_data(rich, full=full)
    assert list(checker.check(data, ("name", "Report"), "report")) == []
    assert data["asOf"] == "2031-03-20"
    assert data["places"][0]["mentions"] == [{"article": 0, "span": [0, 8], "claim": find_claim(data, "k1")}]
    assert data["articles"][1]["changes"]["added"]


def test_the_check_finds_what_is_wrong(checker: Checker, rich: Dossier) -> None:
    data = make_report_data(rich)
    data["claims"][0]["surprise"] = 1
    data["claims"][1]["support"] = "perhaps"
    del data["articles"][0]["uri"]
    found = list(checker.check(data, ("name", "Report"), "report"))
    assert "report.claims[0].surprise is not in report.ts" in found
    assert "report.articles[0].uri is missing" in found
    assert any("'perhaps'" in line for line in found)


def find_claim(data: dict[str, Any], id: str) -> int:
    return next(number for number, claim in enumerate(data["claims"]) if claim["id"] == id)


def walk(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from walk(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from walk(item, key)
    else:
        yield key, value


def test_every_place_named_is_in_its_list(rich: Dossier) -> None:
    data = make_report_data(rich)
    known = {
        **dict.fromkeys(("article", "articles", "citedBy", "supporting", "unsourced", "duplicateOf"), "articles"),
        **dict.fromkeys(("witness", "speaksFor", "origins", "bottlenecks", "copy", "exemplar"), "witnesses"),
        **dict.fromkeys(("claim", "claims"), "claims"),
    }
    for key, value in walk(data):
        if key in known and isinstance(value, int):
            assert 0 <= value < len(data[known[key]]), key


def test_stories_that_are_told_come_first_and_the_others_are_aside(dossier: Dossier) -> None:
    stories = make_report_data(dossier)["stories"]
    assert [(story["id"], story["aside"]) for story in stories] == [("s1", False), ("s2", True)]


def test_wanted_sources_and_events_are_tied_to_claims(dossier: Dossier) -> None:
    data = make_report_data(dossier)
    assert [data["witnesses"][item["witness"]]["name"] for item in data["wanted"]] == ["Channel Ledra", "Meridian"]
    assert data["wanted"][0]["claims"] == [find_claim(data, "k1")]
    assert [(item["value"], item["claim"]) for item in data["timeline"]] == [
        ("2031-03-11", find_claim(data, "k1")),
        ("2031-05", find_claim(data, "k5")),
    ]


@pytest.mark.parametrize("nouns", ["articles", "claims", "witnesses", "stories", "assessments", "derivations"])
def test_a_dossier_with_a_part_torn_out_has_data_too(dossier: Dossier, checker: Checker, nouns: str) -> None:
    torn = replace(dossier, **{nouns: getattr(dossier, nouns)[1::2]})
    assert list(checker.check(make_report_data(torn), ("name", "Report"), "report")) == []
    empty = replace(dossier, **{nouns: ()})
    assert list(checker.check(make_report_data(empty), ("name", "Report"), "report")) == []

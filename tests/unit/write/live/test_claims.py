from typing import Any

import pytest

from stemma.write.live.claims import make_claims, make_words
from stemma.write.live.index import Index
from stemma.write.view.wording import Phrase


@pytest.fixture(scope="module")
def claims(index: Index) -> dict[str, dict[str, Any]]:
    return {claim["id"]: claim for claim in make_claims(index)}


def test_claims_stand_by_urgency(index: Index) -> None:
    claims = make_claims(index)
    assert [claim["urgency"] for claim in claims][:3] == ["contradiction", "drift", "circular"]
    assert [claim["worth"] for claim in claims].count(False) == 2


def test_words_of_articles_stay_words_and_those_of_the_interface_are_messages() -> None:
    assert make_words("18 men") == "18 men"
    assert make_words(Phrase("Denied by A and B.", "sentence.denied", ("A", "B"), 2)) == {
        "key": "sentence.denied",
        "args": [["A", "B"], 2],
    }


def test_the_one_telling_that_stands_for_its_article_is_marked(claims: dict[str, dict[str, Any]]) -> None:
    tellings = claims["k1"]["tellings"]
    assert [item["article"] for item in tellings if item["shown"]] == list(
        dict.fromkeys(x["article"] for x in tellings)
    )
    changed = next(item for item in tellings if item["manner"] == "changed")
    assert (changed["words"], changed["was"]) == ("almost two dozen", "18")
    assert [speaker["name"] for speaker in changed["speakers"]] == ["Channel Ledra"]


def test_a_denial_names_who_denies(claims: dict[str, dict[str, Any]], index: Index) -> None:
    [against] = claims["k3"]["against"]
    assert against == {"article": 3, "witness": index.witnesses["w-port"], "stance": "denies"}
    denial = next(item for item in claims["k3"]["tellings"] if item["manner"] == "denies")
    assert denial["words"] == {"key": "stance.denies", "args": []}
    assert denial["speakers"][0]["witness"] == index.witnesses["w-port"]
    assert [step["stance"] for step in claims["k3"]["steps"]] == ["asserts", "denies"]


def test_variants_hold_each_value_once_with_who_changed_it(claims: dict[str, dict[str, Any]], index: Index) -> None:
    [variant] = claims["k1"]["variants"]
    assert [group["words"] for group in variant["groups"]] == ["18", "almost two dozen"]
    changed = next(group for group in variant["groups"] if group["manner"] == "changed")
    assert [reading["from"] for reading in changed["readings"]] == [index.witnesses["w-ledra"]]


def test_every_judgement_can_be_said_in_every_language(claims: dict[str, dict[str, Any]]) -> None:
    assert all(claim["judgement"]["key"].startswith("sentence.") for claim in claims.values())
    assert claims["k2"]["judgement"]["key"] == "sentence.conflict"
    assert claims["k5"]["judgement"]["key"] == "sentence.circular"

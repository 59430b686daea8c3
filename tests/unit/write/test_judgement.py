from dataclasses import replace

import pytest

from stemma.model import Against, Dossier, Independence
from stemma.write.judgement import make_plain_sentence, make_sentence
from stemma.write.urgency import Finding, find_urgent, make_finding
from stemma.write.view.lookup import Lookup, make_lookup
from stemma.write.view.wording import Phrase


@pytest.fixture(scope="module")
def lookup(dossier: Dossier) -> Lookup:
    return make_lookup(dossier)


def find(lookup: Lookup, id: str) -> Finding:
    return next(item for item in find_urgent(lookup) if item.collation.id == id)


def weigh(lookup: Lookup, id: str, **known: object) -> Finding:
    finding = find(lookup, id)
    return make_finding(lookup, finding.collation, replace(finding.assessment, **known))


def test_a_contradiction_comes_first(lookup: Lookup) -> None:
    words = make_sentence(lookup, find(lookup, "k2"))
    assert words == "Two hurt and five hurt on the same morning cannot both hold."
    assert make_plain_sentence(lookup, find(lookup, "k2")).key == "sentence.conflict"


def test_then_who_denies(lookup: Lookup) -> None:
    words = make_sentence(lookup, find(lookup, "k3"))
    assert isinstance(words, Phrase)
    assert words == "Put forward with a source: The Tarn Courier; denied by سلطة ميناء فيلمار."
    assert (words.key, words.args) == ("sentence.denied-sourced", (("The Tarn Courier",), ("سلطة ميناء فيلمار",)))


@pytest.mark.parametrize(
    ("sourced", "bare", "key"),
    [(0, 0, "sentence.doubted"), (0, 1, "sentence.doubted-bare"), (1, 1, "sentence.doubted-both")],
)
def test_denials_by_who_puts_it_forward(lookup: Lookup, sourced: int, bare: int, key: str) -> None:
    first, second, third = [article.id for article in lookup.dossier.articles[:3]]
    against = (Against(article=third, witness=None, stance="doubts"),)
    finding = weigh(
        lookup, "k3", against=against, supporting=(first,)[:sourced], unsourced=(second,)[:bare], reasons=()
    )
    words = make_plain_sentence(lookup, finding)
    assert words.key == key
    assert words.args[-1] == ("Ostbote",)


def test_then_the_first_reason_given(lookup: Lookup) -> None:
    assert make_sentence(lookup, find(lookup, "k1")) == "Three of four accounts go through Channel Ledra."


ONE = Independence(low=1, best=1, high=1)
TWO = Independence(low=1, best=2, high=2)


@pytest.mark.parametrize(
    ("id", "known", "key"),
    [
        ("k5", {}, "circular"),
        ("k6", {}, "no-source"),
        ("k7", {"support": "single-origin", "origins": ("w-talvar",), "independent": ONE}, "one-account"),
        ("k4", {"support": "single-origin", "origins": ("w-talvar",), "independent": ONE}, "one-origin"),
        ("k4", {"support": "single-origin", "origins": ("w-talvar", "w-port"), "independent": TWO}, "perhaps-one"),
        ("k4", {"support": "corroborated", "origins": ("w-talvar", "w-port"), "independent": TWO}, "independent"),
    ],
)
def test_then_the_numbers(lookup: Lookup, id: str, known: dict[str, object], key: str) -> None:
    words = make_sentence(lookup, weigh(lookup, id, **known))
    assert isinstance(words, Phrase)
    assert words.key == f"sentence.{key}"
    assert words == make_plain_sentence(lookup, weigh(lookup, id, **known))

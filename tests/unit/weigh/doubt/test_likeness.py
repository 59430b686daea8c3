"""Whether two claims say the very same thing."""

import pytest

from stemma.model import Quantity, Span
from stemma.weigh.doubt.likeness import is_surely_one, tells_the_same


@pytest.mark.parametrize(
    ("text", "language", "same"),
    [
        ("The old bridge over the Tarn is not safe.", "en", True),
        ("The old bridge was built over the Tarn in the days of King Orl.", "en", False),
        ("The old bridge over the Tarn is not safe.", "id", False),
    ],
)
def test_nearly_all_words_in_one_language(scene, text, language, same):
    first = scene.tell("a", "The old bridge over the Tarn is safe.")
    scene.add_article("b", language=language)
    second = scene.tell("b", text)
    assert tells_the_same(scene.pile, scene.claims[first], scene.claims[second]) is same


@pytest.mark.parametrize(
    ("text", "negated", "one"),
    [
        ("The old bridge over the Tarn shook at noon.", False, True),
        ("The old bridge over the Tarn shook at noon.", True, False),
        ("The mayor of Tarn sang in the chapel about a bridge.", False, False),
    ],
)
def test_what_is_surely_one_claim_shares_words_and_no_negation(scene, text, negated, one):
    first = scene.tell("a", "At noon the old bridge over the Tarn shook.")
    second = scene.tell("b", text, negated=negated)
    assert is_surely_one(scene.pile, scene.claims[first], scene.claims[second]) is one


def test_across_languages_a_number_tells(scene):
    scene.add_article("b", language="id")
    count = Quantity(span=Span(0, 2), text="18", low=18, best=18, high=18, unit="miner", role=None)
    first = scene.tell("a", "18 miners left.", quantities=(count,))
    second, third = scene.tell("b", "18 penambang pergi.", quantities=(count,)), scene.tell("b", "Penambang pergi.")
    assert is_surely_one(scene.pile, scene.claims[first], scene.claims[second])
    assert not is_surely_one(scene.pile, scene.claims[first], scene.claims[third])

"""Whether two claims say the very same thing."""

import pytest

from stemma.weigh.doubt.likeness import tells_the_same


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

"""One claim in other words, where the two are each other's nearest by far."""

from stemma.match.features import find_clashes
from stemma.match.paraphrases import find_paraphrased

OTHERS = (
    "A thrush has built its nest in the bell of the Velden chapel.",
    "Rain kept the carters of Harborview at home for three weeks.",
    "The choir of Orlin sang under the lime trees.",
    "Two tons of apples rotted in the Selmar cellars.",
    "The regatta was called off because of fog.",
)
ONE = "The baker could no longer pay what he owed."
OTHER = "Unable to settle his debts, the pastry cook went bankrupt."


def test_the_nearest_by_far_are_one_claim(texts):
    profiles = texts(ONE, OTHER, *OTHERS).make_profiles("fuse")
    assert list(find_paraphrased(profiles)) == [(0, 1)]
    assert texts(ONE, OTHER, *OTHERS, embedder="fuse").is_joined(ONE[:-1], OTHER[:-1])


def test_not_without_an_encoder_and_not_in_one_article(texts):
    assert not find_paraphrased(texts(ONE, OTHER, *OTHERS).make_profiles("none"))
    assert not find_paraphrased(texts(f"{ONE} {OTHER}", *OTHERS).make_profiles("fuse"))


def test_a_clash_keeps_even_the_nearest_apart(texts):
    one, other = "On 3 May the baker could no longer pay.", "On 9 November the pastry cook went bankrupt."
    profiles = texts(one, other, *OTHERS).make_profiles("fuse")
    assert find_clashes(profiles[0], profiles[1]) == ["dates clash"]
    assert not find_paraphrased(profiles)

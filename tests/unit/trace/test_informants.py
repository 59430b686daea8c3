from collections.abc import Sequence

from stemma.model import Collation, Derivation, Kind, Matching, Witness
from stemma.trace.informants import CONFIDENCE, find_informants

ARTICLES = ("one", "two", "three")


def make_matching(kind: Kind = "person", stories: Sequence[str] = ("flood", "flood")) -> Matching:
    witnesses = [Witness(id=a, name=a, kind="article", article=a, in_pile=True) for a in ARTICLES]
    witnesses += [
        Witness(id="globe", name="Weekly Globe", kind="outlet"),
        Witness(id="ruiz", name="Ana Ruiz", kind=kind),
    ]
    collations = [Collation(id=f"c{n}", title="", stories=(story,), claims=()) for n, story in enumerate(stories)]
    return Matching(collations=tuple(collations), claims=(), attributions=(), witnesses=tuple(witnesses))


def make_link(copy: str, exemplar: str, *collations: str) -> Derivation:
    return Derivation(
        copy=copy,
        exemplar=exemplar,
        kind="citation",
        basis="stated",
        confidence=0.78,
        direction=1.0,
        collations=collations,
        evidence=(),
    )


TOLD = make_link("globe", "ruiz", "c0")
APART = [make_link("one", "globe", "c1"), make_link("two", "ruiz", "c1")]


def test_a_medium_has_a_claim_from_whom_it_has_another_where_both_are_named_for_it() -> None:
    [link] = find_informants(make_matching(), [TOLD, *APART], [])
    assert (link.copy, link.exemplar, link.basis, link.confidence) == ("globe", "ruiz", "inferred", CONFIDENCE)
    assert link.collations == ("c1",)


def test_a_medium_that_only_the_words_lead_to_counts_too() -> None:
    [link] = find_informants(make_matching(), [TOLD, APART[1]], [APART[0]])
    assert link.collations == ("c1",)


def test_nothing_is_guessed_where_nobody_names_the_informant_for_the_claim() -> None:
    assert find_informants(make_matching(), [TOLD, APART[0]], []) == []


def test_another_story_tells_nothing() -> None:
    assert find_informants(make_matching(stories=("flood", "election")), [TOLD, *APART], []) == []


def test_unnamed_people_may_be_others_the_next_time() -> None:
    assert find_informants(make_matching(kind="unnamed"), [TOLD, *APART], []) == []


def test_a_claim_whose_way_on_from_the_medium_is_stated_needs_no_guess() -> None:
    assert find_informants(make_matching(), [TOLD, make_link("globe", "officials", "c1"), *APART], []) == []

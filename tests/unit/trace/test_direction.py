from dataclasses import replace

import pytest

from stemma.settings import Settings
from stemma.trace import trace

BODY = (
    "The ferry Alba drifted for three hours with its lights out while two tugs searched the wrong sandbank. "
    "A cook from the galley crew swam ashore with a whistle between his teeth and woke the lighthouse keeper. "
    "By then the tide had turned and the wreck of the old dredger was an arm's length from the hull."
)
MORE = " The harbour office counts its oil drums again this winter, and nobody in the town has been told what for."


def trace_two(make_pile, one: str, other: str):
    pile = make_pile()
    pile.add_article("a", one)
    pile.add_article("b", other)
    matching = pile.match([pile.add_claim("a", BODY[:40]), pile.add_claim("b", BODY[:40])])
    return pile, matching


def find_links(pile, matching) -> list[tuple[str, str]]:
    found = trace(matching, pile.articles, Settings())
    return [(link.copy, link.exemplar) for link in found.derivations]


def test_a_reprint_by_its_own_account_is_the_copy(make_pile) -> None:
    pile, matching = trace_two(make_pile, f"Night at sea. {BODY} Quite a week.", f"Night at sea. {BODY} What a storm.")
    pile.articles[0] = replace(pile.articles[0], reprint=True)
    assert find_links(pile, matching) == [("a", "b")]


def test_nearly_the_whole_text_was_cut_from_the_fuller_one(make_pile) -> None:
    pile, matching = trace_two(make_pile, f"{BODY}{MORE}", BODY)
    (link,) = trace(matching, pile.articles, Settings()).derivations
    assert (link.copy, link.exemplar, link.direction) == ("b", "a", 0.65)


def test_where_nothing_tells_the_first_the_direction_says_so(make_pile) -> None:
    pile, matching = trace_two(make_pile, f"Night at sea. {BODY}", f"A storm tale. {BODY}")
    (link,) = trace(matching, pile.articles, Settings()).derivations
    assert link.direction == 0.5


@pytest.mark.parametrize(("named", "expected"), [("The Sound Herald's report:", [("b", "a")]), ("So they say:", None)])
def test_the_outlet_named_beside_a_passage_had_it_first(make_pile, named, expected) -> None:
    opening = BODY[: BODY.index(".") + 1]
    pile, matching = trace_two(
        make_pile,
        f"{opening} Schools stay closed until Monday, the town says, and the market is put off for a week.",
        f"What a week it was for sailors on this coast. {named} {opening} Our readers know that sandbank.",
    )
    cook = "A cook swam ashore with a whistle between his teeth."
    pile.articles = [replace(a, text=f"{a.text} {cook}", published="2031-04-02") for a in pile.articles]
    pile.witnesses["a"] = replace(pile.witnesses["a"], name="Sound Herald")
    matching = replace(matching, witnesses=tuple(sorted(pile.witnesses.values(), key=lambda w: w.id)))
    found = find_links(pile, matching)
    assert found == expected if expected else len({exemplar for _, exemplar in found} - {"a", "b"}) == 1

"""What a claim is compared by: its typed slots, the weights of its words, its vector."""

from collections.abc import Callable
from typing import Any

import pytest

from stemma.match.profiles import name_slots


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("A ferry fire killed 12 people in the harbour.", ["#killed person"]),
        ("A ferry fire killed 12 villagers in the harbour.", ["#killed person"]),
        ("Twelve soldiers deserted the Selmar barracks.", ["#left person"]),
        ("Floods hit Peru's southwestern regions near the mine.", ["#south-west"]),
        ("The strike began in February 2022 at the docks.", ["#start"]),
        ("The Selmar mill burned down in May 2024.", ["~2024-05"]),
        ("Rain kept the carters of Selmar at home on Monday.", []),
    ],
)
def test_typed_slots(texts: Callable[..., Any], text: str, slots: list[str]) -> None:
    (claim,) = texts(text).matching.claims
    assert name_slots(claim) == slots


def test_a_term_of_most_claims_has_next_to_no_weight(texts: Callable[..., Any]) -> None:
    profiles = texts(*(f"The Selmar ferry {verb} by night." for verb in ("sank", "burned", "sailed"))).make_profiles()
    weights = profiles[0].weights
    assert weights["ferri"] < 0.1 < max(weights.values())

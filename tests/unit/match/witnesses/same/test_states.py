"""States and capitals in several languages and scripts."""

import pytest

from stemma.match.witnesses.mentions import Mention
from stemma.match.witnesses.same.states import pair_states
from stemma.model import Kind

LANGUAGES = {"a": "en", "b": "ru", "c": "ko", "d": "zh", "e": "de"}


def find_pairs(*names: tuple[str, str, Kind]) -> set[tuple[str, str]]:
    mentions = [Mention(key=name, name=name, kind=kind, article=article) for article, name, kind in names]
    return {(one, other) for one, other in pair_states(mentions, LANGUAGES) if one != other}


@pytest.mark.parametrize(
    ("article", "name", "kind"),
    [("b", "Греция", "state"), ("c", "그리스", "unnamed"), ("d", "希腊", "unnamed"), ("e", "Griechenland", "state")],
)
def test_a_state_is_one_in_every_language(article: str, name: str, kind: Kind) -> None:
    assert find_pairs(("a", "Greece", "state"), (article, name, kind)) == {("Greece", name)}


def test_a_capital_speaks_for_its_state() -> None:
    pairs = find_pairs(("a", "Athens", "state"), ("b", "Афины", "state"), ("e", "Griechenland", "state"))
    assert pairs == {("Athens", "Афины"), ("Athens", "Griechenland")}


def test_another_city_speaks_for_itself() -> None:
    pairs = find_pairs(("a", "Munich", "state"), ("b", "Мюнхен", "state"), ("e", "Deutschland", "state"))
    assert pairs == {("Munich", "Мюнхен")}


def test_what_is_called_like_a_state_and_is_none_stays_apart() -> None:
    assert find_pairs(("a", "Georgia", "person"), ("b", "Грузия", "state")) == set()
    assert find_pairs(("a", "Bank of Greece", "organisation"), ("b", "Греция", "state")) == set()

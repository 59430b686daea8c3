from dataclasses import replace

import pytest

from stemma.model import Quantity, Span
from stemma.trace.pile import make_pile as gather
from stemma.trace.signs import Signs, share_odds
from stemma.trace.stated import find_stated


def count(claim, *figures: float):
    """The same claim with figures in it."""
    span = Span(0, 1)
    made = [Quantity(span=span, text=str(f), low=f, best=f, high=f, unit="eel") for f in figures]
    return replace(claim, quantities=tuple(made))


@pytest.fixture
def make_signs(make_pile):
    """Signs of articles, given as name -> text and figures."""

    def make(**articles: tuple[str, tuple[float, ...]]):
        pile = make_pile()
        told = {}
        for name, (text, figures) in articles.items():
            pile.add_article(name, text)
            told[name] = [(count(pile.add_claim(name, text), *figures), frozenset[str]())]
        known = gather(pile.match(), pile.articles, [])
        return Signs(told, known, pile.articles), {a.id: a for a in pile.articles}

    return make


def test_who_has_a_slip_has_it_from_the_text_that_has_it_too(make_signs) -> None:
    signs, of = make_signs(
        first=("Eels fill the weir", (47, 312)),
        slipped=("Eels clog the weir", (47, 321)),
        copy=("The weir is full of eels", (47, 321)),
    )
    assert signs.weigh(of["copy"], of["slipped"], 0) > signs.weigh(of["copy"], of["first"], 0) + 0.9
    assert signs.find_oddness("copy", "slipped") > signs.find_oddness("copy", "first")


def test_what_all_have_is_not_odd_nor_are_one_and_two(make_signs) -> None:
    signs, _ = make_signs(a=("Eels", (47, 2)), b=("More eels", (47, 2)), c=("No eel", (47,)))
    assert signs.find_oddness("a", "b") == 0


def test_each_of_two_with_a_figure_of_its_own_may_have_cut_a_third(make_signs) -> None:
    signs, _ = make_signs(a=("Eels", (47, 9)), b=("More eels", (47, 12)), c=("No eel", (47,)))
    assert signs.hold_apart("a", "b")
    assert not signs.hold_apart("a", "c")


def test_the_longer_and_the_cited_are_rather_first(make_pile) -> None:
    pile = make_pile()
    pile.add_article("a", "Eels fill the weir of Tarnby, a miller said on the bridge.")
    pile.add_article("b", "Eels fill the weir of Tarnby.")
    pile.add_article("c", "The Bell wrote: eels are back.")
    for name, words in (("a", "Eels fill the weir"), ("b", "Eels fill the weir"), ("c", "eels are back")):
        pile.add_claim(name, words)
    of = {a.id: a for a in pile.articles}
    signs = Signs({}, gather(pile.match(), pile.articles, []), pile.articles)
    assert signs.lean(of["b"], of["a"]) > 0 > signs.lean(of["a"], of["b"])
    cites = pile.add_attribution("c", "The Bell", "eels are back")
    pile.attributions = [replace(cites, source=replace(cites.source, witness="b"))]
    matching = pile.match()
    cited = Signs({}, gather(matching, pile.articles, find_stated(matching, pile.articles)), pile.articles)
    assert cited.lean(of["a"], of["b"]) > signs.lean(of["a"], of["b"])


def test_a_longer_translation_was_not_first_for_that(make_signs) -> None:
    signs, of = make_signs(a=("Eels fill the weir", ()), b=("Die Aale füllen das ganze Wehr", ()))
    assert signs.lean(of["a"], replace(of["b"], language="de")) == 0


def test_odds_are_shared_with_there_being_none() -> None:
    assert share_odds({}) == {}
    assert share_odds({"a": 0.0}) == {"a": 0.5}
    shares = share_odds({"a": 900.0, "b": 900.0})
    assert shares == {"a": 0.5, "b": 0.5}

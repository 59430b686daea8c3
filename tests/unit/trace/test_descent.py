from stemma.trace.descent import find_clients, find_descents
from stemma.trace.pile import make_pile as gather
from stemma.trace.stated import find_stated

TOLD = (
    "nine barges were lost",
    "the lighthouse was dark until four",
    "two tugs searched the wrong sandbank",
    "the harbour stays closed on Monday",
)
RETOLD = (
    "the storm sank nine barges",
    "no light burned in the tower before four",
    "a pair of tugs looked behind the wrong bank",
    "on Monday no ship may enter the port",
)
OWN = ("a baker gave out bread", "the choir sang in the dark", "a dog was found on a roof")


def tell(make_pile, copy_tells, dates=("2031-04-02", "2031-04-03"), sources=("Ada Rehn", "Ada Rehn")):
    """Two articles; those claims of the second that retell the first's are collated with them."""
    pile = make_pile()
    for name, told, published in zip("ab", (TOLD, copy_tells), dates, strict=True):
        pile.add_article(name, ". ".join(f"{claim}, {sources['ab'.index(name)]} said" for claim in told), published)
    said = {
        name: pile.add_attribution(name, source, source, kind="person")
        for name, source in zip("ab", sources, strict=True)
    }
    claims = {
        name: [pile.add_claim(name, claim, [said[name].id]) for claim in told]
        for name, told in (("a", TOLD), ("b", copy_tells))
    }
    groups = [(claims["a"][RETOLD.index(c.text)], c) for c in claims["b"] if c.text in RETOLD]
    matching = pile.match(*groups)
    return find_descents(matching, gather(matching, pile.articles, []), pile.articles, [])


def test_who_retells_the_facts_of_an_earlier_text_in_order_has_them_from_it(make_pile) -> None:
    (descent,) = tell(make_pile, RETOLD)
    assert (descent.copy, descent.exemplar, descent.direction) == ("b", "a", 0.85)
    assert len(descent.likeness.spans_in("b")) == len(RETOLD)


def test_the_hour_tells_who_was_first_on_one_day(make_pile) -> None:
    (descent,) = tell(make_pile, RETOLD, ("2031-04-02T09:30", "2031-04-02T08:15"))
    assert (descent.copy, descent.exemplar) == ("a", "b")


def test_facts_from_other_people_make_no_copy(make_pile) -> None:
    assert tell(make_pile, RETOLD, sources=("Ada Rehn", "Bo Tarn")) == []


def test_who_tells_much_of_their_own_is_no_copy(make_pile) -> None:
    assert tell(make_pile, (*RETOLD[:2], *OWN)) == []


def test_without_dates_the_fuller_of_two_was_rather_first(make_pile) -> None:
    (descent,) = tell(make_pile, RETOLD, (None, None))
    assert (descent.copy, descent.exemplar, descent.direction) == ("a", "b", 0.6)


def test_what_two_clients_of_one_medium_tell_alike_they_have_from_it(make_pile) -> None:
    pile = make_pile()
    for name, told in zip("ab", (TOLD, RETOLD), strict=True):
        pile.add_article(name, "Radio Tarn reported: " + ". ".join(told))
        pile.add_attribution(name, "Radio Tarn", told[0])
    pairs = [(pile.add_claim("a", one), pile.add_claim("b", other)) for one, other in zip(TOLD, RETOLD, strict=True)]
    matching = pile.match(*pairs)
    known = gather(matching, pile.articles, find_stated(matching, pile.articles))
    found = find_clients(matching, known, pile.articles, ())
    assert list(found) == ["Radio Tarn"]
    assert [(like.one, like.other, like.coverage) for like in found["Radio Tarn"]] == [("a", "b", 1.0)]
    assert find_clients(matching, known, pile.articles, {frozenset("ab")}) == {}

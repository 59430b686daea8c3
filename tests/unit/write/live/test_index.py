from stemma.model import Evidence, Span
from stemma.write.live.index import Index, list_span


def test_everything_has_its_place_and_what_is_unknown_has_none(index: Index) -> None:
    ids = list(index.articles)
    assert index.find_articles([ids[1], ids[0], "nobody", ids[1]]) == [1, 0]
    assert index.find_witnesses(["w-talvar", "nobody", "w-talvar"]) == [index.witnesses["w-talvar"]]
    assert index.find_claims(["k2", "nobody"]) == [index.claims["k2"]]
    assert index.find_named("Somebody", None) == {"witness": None, "name": "Somebody"}


def test_a_copy_goes_by_its_original(index: Index) -> None:
    first, *_, mirror = index.articles
    assert index.find_articles([mirror, first]) == [0]


def test_evidence_of_unknown_articles_is_left_out(index: Index) -> None:
    known = Evidence(article=next(iter(index.articles)), span=Span(1, 4), text="igh")
    unknown = Evidence(article="nobody", span=Span(0, 1), text="x")
    assert index.make_evidence([unknown, known]) == [{"article": 0, "span": [1, 4]}]


def test_an_outlet_owns_its_articles(index: Index) -> None:
    assert index.own["w-courier"] == list(index.articles)[:1]
    assert index.own["w-ledra"] == []


def test_a_span_may_be_missing() -> None:
    assert list_span(None) is None
    assert list_span(Span(2, 5)) == [2, 5]

from stemma.weigh.counting.shapes import MOST_NODES, count_firm_by_shape, measure_by_shape
from stemma.weigh.independence import Link, Tradition, count_firm, measure_independence


def make_tradition(articles, source):
    links = tuple(Link(article, source) for article in articles)
    kinds = {**dict.fromkeys(articles, "article"), source: "person"}
    return Tradition(links=links, kinds=kinds, supporters=tuple(articles), known=frozenset(articles))


def test_one_shape_under_other_names_gets_the_names_back():
    for articles, source in (("AB", "Mayor"), ("KL", "Clerk")):
        ways = measure_by_shape(make_tradition(articles, source))
        assert (ways.supporting, ways.origins, ways.bottlenecks) == (tuple(articles), (source,), (source,))
        assert {(link.copy, link.exemplar) for link in ways.links} == {(article, source) for article in articles}


def test_origins_barred_by_name_do_not_count():
    tradition = make_tradition("AB", "Mayor")
    assert count_firm_by_shape(tradition) == 1
    assert count_firm_by_shape(tradition, {"Mayor", "Nobody of this claim"}) == 0


def test_a_graph_too_large_to_come_again_is_counted_as_it_is():
    tradition = make_tradition([f"article {number}" for number in range(MOST_NODES + 1)], "Mayor")
    assert measure_by_shape(tradition) == measure_independence(tradition)
    assert count_firm_by_shape(tradition) == count_firm(tradition)

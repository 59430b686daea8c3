"""What must hold of the count whatever the graph: the properties that the contract lists, and Menger's theorem."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Independence
from stemma.weigh.counting.shapes import count_firm_by_shape, measure_by_shape
from stemma.weigh.flow import count_paths, find_reached
from stemma.weigh.independence import Link, Tradition, count_firm, measure_independence

ARTICLES = tuple("ABCDEF")
OTHERS = {
    "Radio": "outlet",
    "Wire": "agency",
    "Ministry": "organisation",
    "Mayor": "person",
    "Somebody": "unnamed",
    "Someone": "unnamed",
    "Report": "document",
    "Lost": "lost",
    "own:A": "own",
    "own:B": "own",
}
CHAINED = ("Radio", "Wire", "Lost")
CONFIDENCE = st.sampled_from([0.2, 0.5, 0.7, 0.89, 0.9, 1.0])


@st.composite
def make_links(draw):
    links = []
    for _ in range(draw(st.integers(0, 10))):
        copy = draw(st.sampled_from((*ARTICLES, *CHAINED)))
        kind = (
            draw(st.sampled_from(["citation", "citation", "reuse", "translation"])) if copy in ARTICLES else "citation"
        )
        targets = [name for name in (*ARTICLES, *OTHERS) if name != copy and not name.startswith("own")]
        targets += [f"own:{copy}"] * (copy in "AB" and kind == "citation")
        exemplar = draw(st.sampled_from([t for t in targets if kind == "citation" or t in (*ARTICLES, *CHAINED)]))
        basis = (
            "inferred"
            if kind != "citation" or "Lost" in (copy, exemplar)
            else draw(st.sampled_from(["stated", "inferred"]))
        )
        inside = draw(st.booleans()) if kind == "citation" else True
        links.append(Link(copy, exemplar, kind, basis, draw(CONFIDENCE), inside))
    return links


@st.composite
def make_traditions(draw):
    return Tradition(
        links=tuple(draw(make_links())),
        kinds={**dict.fromkeys(ARTICLES, "article"), **OTHERS},
        supporters=tuple(sorted(draw(st.sets(st.sampled_from(ARTICLES), min_size=1)))),
        same=draw(st.sampled_from([(), (("Mayor", "Ministry"),), (("A", "Radio"),), (("A", "B"), ("C", "D"))])),
        alike=(("Somebody", "Someone"),),
        known=frozenset(ARTICLES),
    )


def add_article(tradition, links, **kinds):
    return replace(
        tradition,
        links=(*tradition.links, *links),
        kinds={**tradition.kinds, "New": "article", **kinds},
        supporters=(*tradition.supporters, "New"),
        known=tradition.known | {"New"},
    )


def find_citations(tradition, article):
    return [link for link in tradition.links if link.copy == article and link.kind == "citation"]


@given(make_traditions(), st.data())
@settings(max_examples=250, deadline=None)
def test_a_copy_never_raises_any_count(tradition, data):
    exemplar = data.draw(st.sampled_from(tradition.supporters))
    kept = [
        link for link in find_citations(tradition, exemplar) if data.draw(st.booleans())
    ]  # a trimmed copy lost some
    copy = [link._replace(copy="New") for link in kept if not link.exemplar.startswith("own")]
    confidence = data.draw(st.sampled_from([0.9, 0.95, 1.0]))
    before = measure_independence(tradition).independent
    after = measure_independence(
        add_article(tradition, [*copy, Link("New", exemplar, "reuse", "inferred", confidence)])
    )
    assert after.independent.low <= before.low
    assert after.independent.best <= before.best
    assert after.independent.high <= before.high


@given(make_traditions(), st.data())
@settings(max_examples=250, deadline=None)
def test_a_translation_or_rewrite_never_raises_low_or_best(tradition, data):
    exemplar = data.draw(st.sampled_from(tradition.supporters))
    copy = [link._replace(copy="New", inside=True) for link in find_citations(tradition, exemplar)]
    copy = [link for link in copy if not link.exemplar.startswith("own")]
    kind, confidence = (
        data.draw(st.sampled_from(["reuse", "translation"])),
        data.draw(st.sampled_from([0.5, 0.7, 0.89])),
    )
    before = measure_independence(tradition).independent
    after = measure_independence(add_article(tradition, [*copy, Link("New", exemplar, kind, "inferred", confidence)]))
    assert after.independent.low <= before.low
    assert after.independent.best <= before.best


@given(make_traditions(), st.sampled_from(["person", "document", "outlet", "unnamed", "own"]))
@settings(max_examples=250, deadline=None)
def test_an_account_of_its_own_raises_best_by_one(tradition, kind):
    before = measure_independence(tradition).independent.best
    after = measure_independence(add_article(tradition, [Link("New", "Origin")], Origin=kind))
    assert after.independent.best == before + 1


@given(make_traditions(), st.permutations(range(len(ARTICLES) + len(OTHERS))))
@settings(max_examples=250, deadline=None)
def test_names_do_not_matter(tradition, order):
    names = dict(zip(tradition.kinds, (f"n{number:02}" for number in order), strict=True))
    renamed = Tradition(
        links=tuple(link._replace(copy=names[link.copy], exemplar=names[link.exemplar]) for link in tradition.links),
        kinds={names[name]: kind for name, kind in tradition.kinds.items()},
        supporters=tuple(names[name] for name in tradition.supporters),
        same=tuple((names[one], names[other]) for one, other in tradition.same),
        alike=tuple((names[one], names[other]) for one, other in tradition.alike),
        known=frozenset(names[name] for name in tradition.known),
    )
    before, after = measure_independence(tradition), measure_independence(renamed)
    assert (after.independent, after.heard_by, after.circular) == (before.independent, before.heard_by, before.circular)
    for field in ("supporting", "unsourced", "origins", "bottlenecks"):
        assert sorted(names[name] for name in getattr(before, field)) == sorted(getattr(after, field))


@st.composite
def make_few(draw):
    """A tradition without the names that nothing leads to, so that most are small enough to be remembered."""
    tradition = draw(make_traditions())
    ends = {end for link in tradition.links for end in (link.copy, link.exemplar)}
    pairs = tuple((one, other) for one, other in tradition.same if {one, other} <= ends)
    return replace(
        tradition,
        kinds={name: kind for name, kind in tradition.kinds.items() if name in ends | {*tradition.supporters}},
        same=pairs,
        alike=tradition.alike if ends >= {"Somebody", "Someone"} else (),
        doubtful=draw(st.sampled_from([pairs, ()])),
    )


@given(make_few(), st.sets(st.sampled_from(sorted(OTHERS))))
@settings(max_examples=500, deadline=None)
def test_a_remembered_shape_has_the_same_count(tradition, barred):
    assert measure_by_shape(tradition) == measure_independence(tradition)
    assert count_firm_by_shape(tradition, barred) == count_firm(tradition, barred)


@given(make_traditions(), st.randoms(use_true_random=False))
@settings(max_examples=250, deadline=None)
def test_order_does_not_matter(tradition, random):
    links, supporters = list(tradition.links), list(tradition.supporters)
    random.shuffle(links)
    random.shuffle(supporters)
    shuffled = replace(tradition, links=tuple(links), supporters=tuple(supporters))
    assert measure_independence(shuffled) == measure_independence(tradition)


@given(make_traditions())
@settings(max_examples=250, deadline=None)
def test_the_counts_are_in_order(tradition):
    ways = measure_independence(tradition)
    low, best, high = ways.independent.low, ways.independent.best, ways.independent.high
    assert 0 <= low <= best <= high <= len(ways.supporting)
    assert best <= ways.heard_by <= len(ways.supporting)
    assert sorted((*ways.supporting, *ways.unsourced)) == sorted(tradition.supporters)
    assert (best == 0) == (not ways.origins) == (not ways.supporting)
    assert not (ways.bottlenecks and best != 1)


GRAPHS = st.dictionaries(st.sampled_from("abcdef"), st.sets(st.sampled_from("abcdef")), max_size=6)
ENDS = st.sets(st.sampled_from("abcdef"), max_size=4)


@given(GRAPHS, ENDS, ENDS)
@settings(max_examples=250, deadline=None)
def test_paths_are_as_many_as_the_fewest_nodes_that_cut_them(graph, starts, ends):
    graph = {node: others - {node} for node, others in graph.items()}

    def is_cut(removed):
        left = {s for s in starts if s not in removed}
        return find_reached(graph, left, removed).isdisjoint(ends - set(removed))

    least = next(size for size in range(7) if any(is_cut(removed) for removed in combinations("abcdef", size)))
    assert count_paths(graph, starts, ends) == least


SPEAKERS = ("Mayor", "Clinic", "Report")


@st.composite
def make_credits(draw):
    """Who credits whom, without loops: articles credit later ones, or speakers."""
    found = {}
    for at, article in enumerate(ARTICLES):
        found[article] = draw(st.sets(st.sampled_from((*ARTICLES[at + 1 :], *SPEAKERS)), max_size=3))
    return found


@given(make_credits(), st.sets(st.sampled_from(ARTICLES), min_size=1))
@settings(max_examples=500, deadline=None)
def test_the_number_is_the_fewest_witnesses_whose_failure_leaves_nothing_standing(credits, supporters):
    links = tuple(Link(copy, exemplar) for copy in sorted(credits) for exemplar in sorted(credits[copy]))
    kinds = dict.fromkeys(ARTICLES, "article") | {"Mayor": "person", "Clinic": "organisation", "Report": "document"}
    tradition = Tradition(links=links, kinds=kinds, supporters=tuple(sorted(supporters)), known=frozenset(ARTICLES))
    cited = {exemplar for exemplars in credits.values() for exemplar in exemplars}
    ends = {name for name in cited if not credits.get(name)}
    standing = {article for article in supporters if credits[article]}
    below = {}
    for copy, exemplars in credits.items():
        for exemplar in exemplars:
            below.setdefault(exemplar, set()).add(copy)

    def falls(failed):
        return find_reached(below, ends - {*failed}, failed).isdisjoint(standing - {*failed})

    names = sorted(kinds)
    least = next(n for n in range(len(names) + 1) if any(falls(failed) for failed in combinations(names, n)))
    ways = measure_independence(tradition)
    assert ways.independent == Independence(low=least, best=least, high=least)
    assert set(ways.supporting) == standing
    assert not ways.circular


@given(make_traditions(), st.sampled_from(sorted(OTHERS)))
@settings(max_examples=250, deadline=None)
def test_sources_that_may_be_the_same_never_raise_the_lowest_count(tradition, other):
    doubtful = replace(tradition, alike=(*tradition.alike, ("Mayor", other)))
    before, after = measure_independence(tradition).independent, measure_independence(doubtful).independent
    assert after.low <= before.low
    assert (after.best, after.high) == (before.best, before.high)


@given(make_traditions(), st.sets(st.sampled_from(sorted(OTHERS))), st.sets(st.sampled_from(sorted(OTHERS))))
@settings(max_examples=250, deadline=None)
def test_the_fewer_origins_count_the_lower_the_count(tradition, few, more):
    low = measure_independence(tradition).independent.low
    assert count_firm(tradition, few | more) <= count_firm(tradition, few)
    assert low <= count_firm(tradition, set())


def test_two_copies_of_one_text_are_judged_together():
    links = [
        ("D", "A", "citation", "stated", 0.2, True),
        ("C", "F", "reuse", "inferred", 0.5, True),
        ("Radio", "A", "citation", "stated", 0.2, False),
        ("A", "F", "reuse", "inferred", 0.9, True),
        ("A", "B", "citation", "stated", 0.2, False),
        ("A", "C", "citation", "stated", 0.2, False),
    ]

    def measure(names):
        kinds = {names[name]: "outlet" if name == "Radio" else "article" for name in names}
        ways = measure_independence(
            Tradition(
                links=tuple(Link(names[copy], names[exemplar], *rest) for copy, exemplar, *rest in links),
                kinds=kinds,
                supporters=(names["A"],),
                same=((names["A"], names["B"]), (names["C"], names["D"])),
                known=frozenset(name for name, kind in kinds.items() if kind == "article"),
            )
        )
        back = {short: name for name, short in names.items()}
        return ways.independent, sorted(back[name] for name in ways.origins)

    usual = {name: name for name in ("A", "B", "C", "D", "F", "Radio")}
    assert measure(usual) == measure({**usual, "A": "D", "B": "E", "C": "A", "D": "B"})

from dataclasses import replace

import pytest

from stemma.model import (
    Derivation,
    Dossier,
    Evidence,
    Path,
    Quantity,
    Reading,
    Skipped,
    Span,
    Step,
    Variant,
    VariantKind,
    Witness,
)
from stemma.write import write
from stemma.write.urgency import find_urgent
from stemma.write.view.groups import explain, find_unit_words, group_readings
from stemma.write.view.lineage import Lineage, make_lineage, rank_articles
from stemma.write.view.lookup import find_steps, make_lookup, rank_wanted, say_as_of, split_stories
from stemma.write.view.readings import find_told, get_manner, get_words, is_worth_showing, tell_claims
from stemma.write.view.wording import (
    join,
    quote,
    say_claim,
    say_confidence,
    say_country,
    say_date,
    say_language,
    say_period,
    shorten,
    show_plain,
)


def make_one(dossier: Dossier, collation: str) -> Lineage:
    lookup = make_lookup(dossier)
    return make_lineage(lookup, next(item for item in find_urgent(lookup) if item.collation.id == collation))


def name_edges(lineage: Lineage) -> set[tuple[str, str]]:
    names = {node.id: node.name for node in lineage.nodes}
    return {(names[edge.exemplar], names[edge.copy]) for edge in lineage.edges}


def test_lineage_runs_from_origins_to_articles(dossier: Dossier) -> None:
    lineage = make_one(dossier, "k1")
    assert ("Channel Ledra", "Meridian") in name_edges(lineage)
    assert ("Meridian", "Ostbote") in name_edges(lineage)
    assert [lineage.get_node(id).name for id in lineage.find_roots()] == ["Channel Ledra", "سلطة ميناء فيلمار"]
    ledra = lineage.get_node("w-ledra")
    assert (ledra.is_missing, ledra.wanted, ledra.origin) == (True, True, True)
    assert [lineage.get_node(edge.copy).name for edge in lineage.edges if edge.changed] == ["Marsh Gazette"]


def test_an_outlet_and_its_own_article_are_one_box(dossier: Dossier) -> None:
    lineage = make_one(dossier, "k5")
    assert name_edges(lineage) == {("The Tarn Courier", "Marsh Gazette"), ("Marsh Gazette", "The Tarn Courier")}
    assert len(lineage.find_roots()) == 1


def test_a_denial_is_marked_on_its_link(dossier: Dossier) -> None:
    lineage = make_one(dossier, "k3")
    assert len(lineage.edges) == 2
    assert [lineage.get_node(edge.exemplar).id for edge in lineage.edges if edge.denies] == ["w-port"]


def test_a_link_of_whole_articles_counts_only_between_tellers(dossier: Dossier) -> None:
    articles = {article.uri: article.id for article in dossier.articles}
    names = {witness.article: witness.id for witness in dossier.witnesses if witness.article}
    reuse = [
        Derivation(
            copy=names[articles["ostbote.html"]],
            exemplar=names[articles[uri]],
            kind="translation",
            basis="inferred",
            confidence=0.7,
            direction=0.9,
            collations=(),
            evidence=(),
        )
        for uri in ("courier.txt", "sahil.txt")
    ]
    lineage = make_one(replace(dossier, derivations=tuple(reuse)), "k2")
    assert name_edges(lineage) == {("The Tarn Courier", "Ostbote")}


def test_how_each_article_tells_it(dossier: Dossier) -> None:
    told = find_told(make_lookup(dossier), dossier.collations[0], dossier.assessments[0])
    assert [(item.symbol, item.words, item.was) for item in told] == [
        ("=", "18", ""),
        ("△", "almost two dozen", "18"),
        ("≈", "Rund 18", ""),
        ("=", "18", ""),
    ]


@pytest.mark.parametrize(
    ("relation", "manner"),
    [
        ("reference", "same"),
        ("same", "same"),
        ("rounding", "about"),
        ("update", "update"),
        ("contradiction", "contradicts"),
        ("unsure", "unsure"),
    ],
)
def test_manner_follows_relation(dossier: Dossier, relation: str, manner: str) -> None:
    reading = Reading(claim="c", span=Span(0, 1), value="1", relation=relation)
    variant = Variant(kind="quantity", readings=(reading,), label="same", explanation="")
    assert get_manner(make_lookup(dossier), variant, reading) == manner


@pytest.mark.parametrize(("best", "manner"), [(18.0, "about"), (22.0, "changed")])
def test_who_only_adds_an_about_changes_no_number(dossier: Dossier, best: float, manner: str) -> None:
    span, low, high = Span(0, 2), 17.0, 24.0
    exact = Quantity(span=span, text="18", low=18.0, best=18.0, high=18.0, unit="worker")
    vague = replace(exact, low=low, best=best, high=high, vague=True)
    one, other = (
        replace(claim, quantities=(count,)) for claim, count in zip(dossier.claims, (exact, vague), strict=False)
    )
    path = Path(copy="w1", exemplar="w2")
    readings = (
        Reading(claim=one.id, span=span, value="18", relation="reference"),
        Reading(claim=other.id, span=span, value="about", relation="rounding", on_path=path),
    )
    lookup = make_lookup(replace(dossier, claims=(one, other)))
    variant = Variant(kind="quantity", readings=readings, label="drift", explanation="")
    assert get_manner(lookup, variant, readings[1]) == manner


def test_names_of_articles_are_never_alike(dossier: Dossier) -> None:
    one, two = dossier.articles[:2]
    twins = (replace(one, uri="a/x.txt", outlet="Herald"), replace(two, uri="b/x.txt", outlet="herald"))
    lookup = make_lookup(replace(dossier, articles=twins))
    assert list(lookup.files.values()) == ["a/x.txt", "b/x.txt"]
    assert list(lookup.names.values()) == ["Herald (a/x.txt)", "herald (b/x.txt)"]


def test_speakers_come_innermost_first(dossier: Dossier) -> None:
    lookup = make_lookup(dossier)
    nested = replace(lookup.claims["c3"], attributions=("t3", "t1"))
    assert lookup.find_speakers(nested) == ["Channel Ledra", "Meridian"]


def test_a_witness_without_a_name_gets_one(dossier: Dossier) -> None:
    lookup = make_lookup(replace(dossier, witnesses=(Witness(id="w", name="\u202e", kind="lost"),)))
    assert lookup.name_witness("w") == "a lost common source"
    assert lookup.name_witness("nobody") == lookup.name_witness(None) == "an unnamed source"


def test_stories_of_one_article_are_set_aside_unless_there_is_no_other(dossier: Dossier) -> None:
    told, aside = split_stories(dossier)
    assert [story.id for story in told] == ["s1"]
    assert [(article.language, story.title if story else None) for article, story in aside] == [
        ("en", "Cranes stolen in Orvane")
    ]
    told, aside = split_stories(replace(dossier, stories=dossier.stories[1:], articles=dossier.articles[4:5]))
    assert ([story.id for story in told], aside) == (["s2"], [])


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-10-03", "3 October 2024"),
        ("2024-10-03T12:00:00Z", "3 October 2024"),
        ("2024-06", "June 2024"),
        ("2024", "2024"),
        ("XXXX-10-03", "3 October"),
        ("XXXX-W..-2", "Tuesday"),
        ("2024-W42-2", "Tuesday of week 42, 2024"),
        ("T13:00", "T13:00"),
        ("2024-13-01", "2024-13-01"),
        ("XXXX", "XXXX"),
        (None, "undated"),
        ("", "undated"),
    ],
)
def test_dates_in_words(value: str | None, words: str) -> None:
    assert say_date(value) == words


def test_periods_in_words() -> None:
    assert say_period(["2025-08-20", None, "2024-10-17"]) == "October 2024 to August 2025"
    assert say_period(["2024-10-17", "2024-10-18"]) == "October 2024"
    assert say_period([None]) == "undated"


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (0.93, "very likely (.93)"),
        (0.62, "likely (.62)"),
        (0.5, "perhaps (.50)"),
        (0.2, "doubtful (.20)"),
        (1.0, "very likely (1.00)"),
    ],
)
def test_confidence_in_words(confidence: float, words: str) -> None:
    assert say_confidence(confidence) == words


def test_an_order_that_nobody_can_tell_is_told_as_open() -> None:
    assert say_confidence(0.9, direction=0.5) == "very likely (.90), either may be first"
    assert say_confidence(0.9, direction=0.8) == "very likely (.90)"


def test_small_wordings() -> None:
    assert join(["a", "b", "c"]) == "a, b and c"
    assert shorten("one two three four", 12) == "one two…"
    assert shorten("a" * 30, 10) == "a" * 9 + "…"
    assert say_claim("the gates were shut") == "The gates were shut"
    assert show_plain("a\x1b[31m\u2066b\r\nc") == "a[31mb c"
    assert (say_language("uk"), say_language("und"), say_language("qqq")) == ("Ukrainian", "unknown language", "qqq")


def test_a_chain_of_a_thousand_copies_is_told(dossier: Dossier) -> None:
    article, claim = dossier.articles[0], dossier.claims[0]
    articles = tuple(replace(article, id=f"{n:012}", uri=f"{n}.txt", outlet=None) for n in range(1000))
    chain = replace(
        dossier,
        articles=articles,
        claims=tuple(replace(claim, id=f"c{n}", article=f"{n:012}") for n in range(1000)),
        witnesses=tuple(Witness(id=f"w{n}", name=f"{n}", kind="article", article=f"{n:012}") for n in range(1000)),
        derivations=tuple(
            replace(dossier.derivations[0], copy=f"w{n}", exemplar=f"w{n + 1}", collations=("k1",)) for n in range(999)
        ),
        collations=(replace(dossier.collations[0], claims=tuple(f"c{n}" for n in range(1000)), variants=()),),
        assessments=(replace(dossier.assessments[0], origins=("w999",)),),
    )
    assert len(make_one(chain, "k1").find_roots()) == 1
    assert "… and further copies" in str(write(chain, "html"))


def test_a_contradiction_without_a_sentence_gets_one(dossier: Dossier) -> None:
    lookup, collation = make_lookup(dossier), dossier.collations[1]
    terse = replace(collation.variants[0], explanation="person: 2 / 5")
    assert explain(lookup, collation, terse) == (
        "Two people (Vellmar hospital) and Fünf Menschen (Feuerwehr Vellmar) cannot both hold."
    )
    assert explain(lookup, collation, collation.variants[0]) == collation.variants[0].explanation
    assert explain(lookup, collation, replace(terse, label="unsure")) == ""


def test_a_rounding_on_the_way_is_a_change_from_its_exemplar(dossier: Dossier) -> None:
    first, second, third, *rest = dossier.collations[0].variants[0].readings
    path = Path(copy=next(w.id for w in dossier.witnesses if w.name == "Ostbote"), exemplar="a-gazette")
    variant = replace(dossier.collations[0].variants[0], readings=(first, second, replace(third, on_path=path), *rest))
    told = find_told(make_lookup(dossier), replace(dossier.collations[0], variants=(variant,)), None)
    assert [(item.manner, item.was) for item in told if item.claim == "c3"] == [("changed", "almost two dozen")]


def test_copies_are_not_quoted_twice(dossier: Dossier) -> None:
    mirror = next(article for article in dossier.articles if article.duplicate_of)
    copied = replace(dossier.claims[0], id="c0", article=mirror.id)
    lookup = make_lookup(replace(dossier, claims=(copied, *dossier.claims)))
    both, alone = (replace(dossier.collations[0], claims=ids) for ids in (("c0", "c1", "c2"), ("c0", "c2")))
    assert [claim.id for claim in lookup.find_tellings(both)] == ["c1", "c2"]
    assert [claim.id for claim in lookup.find_tellings(alone)] == ["c0", "c2"]
    assert lookup.get_articles(both) == lookup.get_articles(alone)


def test_differing_hedges_and_credits_are_no_news(dossier: Dossier) -> None:
    variant = dossier.collations[0].variants[0]
    assert is_worth_showing(variant)
    assert is_worth_showing(replace(variant, kind="hedge"))
    assert not is_worth_showing(replace(variant, kind="hedge", label="unsure"))
    assert not is_worth_showing(replace(variant, label="same"))
    assert not is_worth_showing(replace(variant, kind="stance"))


def test_a_link_shows_the_words_that_credit_the_source(dossier: Dossier) -> None:
    credits = {edge.credit for edge in make_one(dossier, "k1").edges}
    assert {"According to Channel Ledra", "Channel Ledra reveal that", ""} <= credits


def test_an_inferred_link_shows_the_shared_words_that_tell_the_claim(dossier: Dossier) -> None:
    claim = next(c for c in dossier.claims if c.id in dossier.collations[0].claims)
    article = next(a for a in dossier.articles if a.id == claim.article)
    elsewhere = Span(len(article.text) - 4, len(article.text))
    shared = tuple(
        Evidence(article=article.id, span=span, text=span.of(article.text)) for span in (elsewhere, claim.span)
    )
    link = next(d for d in dossier.derivations if dossier.collations[0].id in d.collations)
    changed = replace(link, copy=article.id, exemplar="w-lost", basis="inferred", kind="reuse", evidence=shared)
    lineage = make_one(replace(dossier, derivations=(changed,)), dossier.collations[0].id)
    assert [edge.credit for edge in lineage.edges if edge.basis == "inferred"] == [show_plain(claim.text)]


def test_quotation_marks_are_not_doubled() -> None:
    assert quote("“I saw it,” she said", 40) == "““I saw it,” she said”"
    assert quote('"', 40) == '“"”'
    assert quote("«Es regnet»", 40) == "“Es regnet”"


def test_a_denial_is_tied_to_the_claim_that_denies(dossier: Dossier) -> None:
    stance = dossier.collations[2].variants[0]
    other = replace(stance.readings[0], claim="c16", relation="same")
    collation = replace(
        dossier.collations[2],
        claims=("c6", "c16", "c7"),
        variants=(replace(stance, label="contradiction", readings=(stance.readings[0], other, _oppose(stance))),),
    )
    lookup = make_lookup(dossier)
    told = {item.claim: item.manner for item in tell_claims(lookup, collation, dossier.assessments[2])}
    assert told == {"c6": "same", "c16": "same", "c7": "denies"}
    [sahil] = [item for item in find_told(lookup, collation, dossier.assessments[2]) if item.manner == "denies"]
    assert sahil.claim == "c7"


@pytest.mark.parametrize(
    ("kind", "values", "words"),
    [
        ("modality", ("planned", "happened"), ["planned", "told as done"]),
        ("modality", ("possible", "happened"), ["told as possible", "told as done"]),
        ("hedge", ("is thought to", "no hedge"), ["“is thought to”", "without “is thought to”"]),
        ("hedge", ("no hedge", "no hedge"), ["told outright", "told outright"]),
    ],
)
def test_how_sure_a_text_is_stands_in_plain_words(
    dossier: Dossier, kind: VariantKind, values: tuple[str, str], words: list[str]
) -> None:
    first = dossier.collations[1].variants[0]
    readings = tuple(replace(r, value=value) for r, value in zip(first.readings, values, strict=False))
    variant = replace(first, kind=kind, readings=readings)
    assert [get_words(make_lookup(dossier), variant, reading) for reading in readings] == words


def _oppose(stance: Variant) -> Reading:
    return replace(stance.readings[1], relation="contradiction")


def test_equal_values_are_one_value(dossier: Dossier) -> None:
    span = dossier.collations[1].variants[0].readings[1].span
    counted = Quantity(span=span, text="Fünf Menschen", low=2, best=2, high=2, unit="person")
    claims = tuple(
        replace(claim, quantities=(counted if claim.id == "c5" else replace(counted, span=first),))
        if claim.id in ("c4", "c5")
        else claim
        for first in [dossier.collations[1].variants[0].readings[0].span]
        for claim in dossier.claims
    )
    lookup = make_lookup(replace(dossier, claims=claims))
    terse = replace(dossier.collations[1].variants[0], explanation="2 / 5")
    groups = group_readings(lookup, dossier.collations[1], terse)
    assert [(group.words, group.find_speakers(lookup)) for group in groups] == [
        ("Two people", ["Vellmar hospital", "Feuerwehr Vellmar"])
    ]
    assert explain(lookup, dossier.collations[1], terse) == ""


def test_a_bare_number_is_shown_with_its_unit(dossier: Dossier) -> None:
    article = replace(dossier.articles[0], text="About 40 litres of brine a second escaped.")
    whole = Span(0, len(article.text))
    claim = replace(dossier.claims[0], span=whole)
    bare = Quantity(span=Span(6, 8), text="40", low=40, best=40, high=40, unit="litre/second")
    assert find_unit_words(article, claim, bare) == "40 litres of brine a second"
    assert find_unit_words(article, claim, replace(bare, text="40 litres")) == "40 litres"


def test_an_exemplar_comes_before_its_copies(dossier: Dossier) -> None:
    lookup = make_lookup(dossier)
    finding = next(item for item in find_urgent(lookup) if item.collation.id == "k1")
    ranks = rank_articles(lookup, finding)
    assert sorted(ranks, key=ranks.__getitem__) == [
        article.id for uri in ("courier.txt", "ostbote.html", "sahil.txt", "gazette.txt")
        for article in dossier.articles if article.uri == uri
    ]  # fmt: skip


def test_an_outlet_of_the_pile_is_not_called_missing(dossier: Dossier) -> None:
    lookup = make_lookup(dossier)
    courier, ledra = lookup.find_own("w-courier"), lookup.find_own("w-ledra")
    assert (lookup.names[courier[0]], ledra) == ("The Tarn Courier", [])
    both = replace(dossier, wanted=(replace(dossier.wanted[0], witness="w-courier"), dossier.wanted[1]))
    assert [item.witness for item in rank_wanted(make_lookup(both))] == ["w-meridian", "w-courier"]
    articles = tuple(
        replace(article, outlet="Ledra TV") if article.story == "s2" else article for article in dossier.articles
    )
    ledra_node = make_one(replace(dossier, articles=articles), "k1").get_node("w-ledra")
    assert (ledra_node.elsewhere, ledra_node.is_missing) == (True, False)


def test_steps_of_a_copy_are_those_of_its_original(dossier: Dossier) -> None:
    mirror = next(article for article in dossier.articles if article.duplicate_of)
    copy = Witness(id="a-mirror", name="mirror", kind="article", article=mirror.id, in_pile=True)
    step = Step(moment="2031-03-13", witness="a-mirror", stance="asserts", evidence=())
    own = replace(step, moment="2031-03-14", witness="a-courier")
    lookup = make_lookup(replace(dossier, witnesses=(*dossier.witnesses, copy)))
    assessment = dossier.assessments[2]
    assert find_steps(lookup, replace(assessment, steps=(step, own))) == [own]
    assert [item.witness for item in find_steps(lookup, replace(assessment, steps=(step,)))] == ["a-courier"]


def test_a_country_goes_by_its_english_name() -> None:
    assert [say_country(code) for code in ("UA", "ID", "Q?")] == ["Ukraine", "Indonesia", "Q?"]


def test_what_was_known_on_a_day_says_how_many_articles_are_left_out(dossier: Dossier) -> None:
    assert say_as_of(dossier) == ""
    late = Skipped(uri="late.txt", reason="published 2031-03-09, after 2031-03-05")
    then = replace(dossier, settings={"as_of": "2031-03-05"}, skipped=(*dossier.skipped, late))
    undated = sum(article.published is None for article in dossier.articles)
    assert undated
    assert say_as_of(then).startswith("As of 5 March 2031: 1 article published later left out; ")
    assert say_as_of(then).endswith(" without a date kept.")

"""Two dossiers of a case, made by hand: only what is otherwise is told, and each time the same."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma import model
from stemma.text import make_id
from stemma.watch.changes import find_changes

TEXT = "Ferry sank off Orvane. It carried 84 people. Mayor Ilse Tarn denied that it was overloaded."
SPANS = [model.Span(0, 21), model.Span(23, 43), model.Span(45, 91)]


@dataclass
class Made:
    """One claim of a dossier, told by some articles."""

    claim: int
    articles: str
    dispute: Any = "none"
    best: int = 1
    origins: tuple[str, ...] = ()
    against: tuple[tuple[str, str], ...] = ()  # article, name
    variants: tuple[model.Variant, ...] = ()


def make_article(name: str) -> model.Article:
    url = f"https://lantern.example/{name[0]}"  # "a" and "a2" are versions of one page
    return model.Article(
        id=name,
        uri=f"{name}.html",
        sha256=name * 64,
        language="en",
        title=None,
        text=TEXT,
        url=url,
        outlet=f"The {name}",
    )


def make_claim(article: str, number: int) -> model.Claim:
    span = SPANS[number]
    return model.Claim(id=f"{article}{number}", article=article, span=span, text=span.of(TEXT), sentence=span)


def make_assessment(made: Made, collation: str) -> model.Assessment:
    against = tuple(
        model.Against(article=article, witness=f"w{name}", stance="denies") for article, name in made.against
    )
    return model.Assessment(
        collation=collation, supporting=tuple(made.articles.split()), against=against, unsourced=(),
        independent=model.Independence(low=made.best, best=made.best, high=made.best), heard_by=made.best,
        origins=tuple(f"w{name}" for name in made.origins), bottlenecks=(), circular=False, support="single-origin",
        dispute=made.dispute,
    )  # fmt: skip


def build(
    *made: Made, stories: tuple[str, ...] = ("a b c",), wanted: tuple[tuple[str, str], ...] = ()
) -> model.Dossier:
    """A dossier; ids of collations are hashes of what stands in them, as in real ones."""
    articles = sorted({name for story in stories for name in story.split()})
    names = {name for item in made for name in (*item.origins, *(who for _, who in item.against))}
    names |= {name for name, _ in wanted}
    claims, collations, assessments = [], [], []
    for item in made:
        own = tuple(make_claim(article, item.claim) for article in item.articles.split())
        id = make_id(*(claim.id for claim in own))
        claims += own
        collations.append(
            model.Collation(
                id=id, title=own[0].text, stories=(), claims=tuple(claim.id for claim in own), variants=item.variants
            )
        )
        assessments.append(make_assessment(item, id))
    return model.Dossier(
        version="1", settings={}, articles=tuple(map(make_article, articles)), skipped=(),
        stories=tuple(model.Story(id=make_id(s), title=f"Story of {s}", articles=tuple(s.split())) for s in stories),
        threads=(), attributions=(), claims=tuple(claims), collations=tuple(collations), derivations=(),
        witnesses=tuple(model.Witness(id=f"w{name}", name=name, kind="person") for name in sorted(names)),
        assessments=tuple(assessments), timeline=(),
        wanted=tuple(
            model.Wanted(witness=f"w{name}", cited_by=tuple(citing.split()), collations=(), why="Go.")
            for name, citing in wanted
        ),
    )  # fmt: skip


def vary(kind: Any, label: Any, *articles: str, claim: int = 1) -> model.Variant:
    """The first article gives the reference, the others another reading."""
    readings = tuple(
        model.Reading(
            claim=f"{article}{claim}", span=SPANS[claim], value=article,
            relation="contradiction" if number else "reference",
        )
        for number, article in enumerate(articles)
    )  # fmt: skip
    return model.Variant(kind=kind, readings=readings, label=label, explanation="b has 48 where a has 84.")


def kinds(old: model.Dossier, new: model.Dossier) -> list[tuple[str, str]]:
    return [(change.kind, change.text) for change in find_changes(old, new)]


def test_nothing_changes_between_a_dossier_and_itself(dossier: model.Dossier) -> None:
    assert find_changes(dossier, dossier) == ()


def test_a_real_dossier_after_an_empty_one_is_all_new(dossier: model.Dossier) -> None:
    empty = build(stories=())
    found = find_changes(empty, dossier)
    assert {change.kind for change in found} >= {"story"}
    assert "independent" not in {change.kind for change in found}


def test_a_claim_gains_an_independent_origin_although_its_id_is_another() -> None:
    old = build(Made(0, "a b", origins=("Tarn",)))
    new = build(Made(0, "a b c", best=2, origins=("Tarn", "Revik")))
    [change] = find_changes(replace(old, articles=old.articles[:2]), new)
    assert (change.kind, change.text) == ("independent", "2 independent origins now, 1 before. New: Revik.")
    assert [told.article for told in change.articles] == ["c"]
    assert change.collation == new.collations[0].id != old.collations[0].id


def test_a_page_that_tells_again_what_it_told_is_no_new_origin() -> None:
    old = build(Made(0, "a b", origins=("Tarn",), against=(("b", "mayor"),)), stories=("a b",))
    again = build(Made(0, "a a2 b", best=2, origins=("Tarn", "mayor")), stories=("a a2 b",))
    assert kinds(old, again) == []
    added = build(Made(0, "a a2 b", best=2, origins=("Tarn", "Revik")), stories=("a a2 b",))
    assert kinds(old, added) == []
    credit = model.Attribution(
        id="x", article="a2", source=model.Source(span=None, text="Revik", witness="wRevik"), type="indirect",
        cue=model.Mark(span=None, text=""), content=model.Content(spans=(SPANS[0],), text=""),
    )  # fmt: skip
    [change] = find_changes(old, replace(added, attributions=(credit,)))
    assert (change.kind, change.articles[0].revised) == ("independent", True)


def test_two_origins_turn_out_to_be_one() -> None:
    old = build(Made(0, "a b", best=2, origins=("Tarn", "Revik")))
    assert kinds(old, build(Made(0, "a b", origins=("Tarn",)))) == [
        ("dependent", "Only 1 independent origin now, 2 before: Tarn.")
    ]


def test_two_claims_that_become_one_are_no_news_by_themselves() -> None:
    old = build(Made(0, "a", dispute="contested", best=2), Made(0, "b"))
    assert kinds(old, build(Made(0, "a b", dispute="contested", best=2))) == []


def test_a_claim_told_for_the_first_time_has_gained_nothing() -> None:
    assert kinds(build(Made(0, "a")), build(Made(0, "a"), Made(1, "b c", best=2))) == []


@pytest.mark.parametrize(
    ("dispute", "kind", "text"),
    [
        ("denied", "denied", "Denied, and nobody here stands behind it: Tarn."),
        ("contested", "contested", "Denied or doubted: Tarn."),
        ("confirmed-after-denial", "confirmed", "A party admits what it had denied: Tarn."),
        ("retracted", "retracted", "An origin takes it back: Tarn."),
    ],
)
def test_a_dispute_is_told_once_with_who_and_where(dispute: str, kind: str, text: str) -> None:
    old = build(Made(0, "a b"))
    new = build(Made(0, "a b c", dispute=dispute, against=(("c", "Tarn"),)))
    assert kinds(old, new) == [(kind, text)]
    assert [told.article for told in find_changes(old, new)[0].articles] == ["c"]
    assert kinds(new, new) == []


def test_a_reading_drifts_and_the_next_one_too() -> None:
    plain = build(Made(1, "a b c"))
    one = build(Made(1, "a b c", variants=(vary("quantity", "drift", "a", "b"),)))
    two = build(Made(1, "a b c", variants=(vary("quantity", "drift", "a", "b", "c"),)))
    assert kinds(plain, one) == [("drift", "b has 48 where a has 84.")]
    [change] = find_changes(one, two)
    assert [told.article for told in change.articles] == ["c"]
    assert change.evidence[0].text == SPANS[1].of(TEXT)
    assert kinds(two, one) == []


def test_a_reading_of_another_label_is_news_and_a_harmless_one_is_none() -> None:
    old = build(Made(1, "a b", variants=(vary("quantity", "unsure", "a", "b"),)))
    for label, kind in (("contradiction", "contradiction"), ("translation", "drift")):
        new = build(Made(1, "a b", variants=(vary("quantity", label, "a", "b"),)))
        assert [change.kind for change in find_changes(old, new)] == [kind]
    assert kinds(old, build(Made(1, "a b", variants=(vary("quantity", "update", "a", "b"),)))) == []


def test_who_denies_a_claim_is_told_once() -> None:
    stance = vary("stance", "contradiction", "a", "b")
    new = build(Made(1, "a b", dispute="contested", against=(("b", "Tarn"),), variants=(stance,)))
    assert [change.kind for change in find_changes(build(Made(1, "a")), new)] == ["contested"]
    assert [c.kind for c in find_changes(build(Made(1, "a")), build(Made(1, "a b", variants=(stance,))))] == [
        "contradiction"
    ]


def test_a_story_is_new_where_none_of_its_articles_was_there() -> None:
    old = build(stories=("a b",))
    assert kinds(old, build(stories=("a b d",))) == []
    assert kinds(old, build(stories=("a", "b"))) == []
    assert kinds(old, build(stories=("a b", "d"))) == [("story", "A new story, told by 1 article.")]


def test_a_source_is_wanted_once_and_not_for_two_versions_of_one_page() -> None:
    old = build(wanted=(("Meridian", "a b"),), stories=("a b c",))
    more = ("a a2 b c d",)
    assert kinds(old, build(wanted=(("MERIDIAN", "a b c"),), stories=more)) == []
    assert kinds(old, build(wanted=(("Meridian", "a"), ("Blue Line", "a a2")), stories=more)) == []
    assert kinds(old, build(wanted=(("Blue Line", "a b"),), stories=more)) == [("wanted", "Go.")]
    assert kinds(old, build(wanted=(("Blue Line", "d"),), stories=more)) == [("wanted", "Go.")]


def test_of_the_versions_of_a_page_the_last_is_named() -> None:
    [change] = find_changes(build(stories=("b",)), build(stories=("b", "a a2")))
    assert [told.article for told in change.articles] == ["a2"]


made = st.builds(
    Made, st.integers(0, 2), st.sampled_from(["a", "b", "a b", "b c", "a b c"]),
    st.sampled_from(["none", "contested", "denied", "retracted", "confirmed-after-denial"]), st.integers(0, 3),
)  # fmt: skip
dossiers = st.lists(made, max_size=3, unique_by=lambda item: item.claim).map(lambda items: build(*items))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # making the first ones takes a second
@given(dossiers, dossiers)
def test_any_two_dossiers_compare_in_one_order_with_ids_of_their_own(old: model.Dossier, new: model.Dossier) -> None:
    found = find_changes(old, new)
    assert len({change.id for change in found}) == len(found)
    turned = replace(
        new, collations=new.collations[::-1], claims=new.claims[::-1], assessments=new.assessments[::-1],
        articles=new.articles[::-1], witnesses=new.witnesses[::-1],
    )  # fmt: skip
    assert find_changes(old, turned) == found
    assert find_changes(new, new) == ()

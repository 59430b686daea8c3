"""What is investigated together: every story once, and nothing is lost when parts are put together."""

from dataclasses import fields, replace
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

import stemma
from stemma import Settings
from stemma.demo import demo_folder
from stemma.matters import TOGETHER, choose_articles, merge_findings, narrow_findings, part_matters
from stemma.model import Dossier, Findings, Story, Thread, Wanted, Witness

SIZES = st.lists(st.tuples(st.integers(1, 400), st.none() | st.sampled_from(["t1", "t2", "t3"])), max_size=8)


def make_pile(sizes: list[tuple[int, str | None]]) -> tuple[list[Story], list[Thread]]:
    stories = [
        Story(id=f"s{n}", title=f"Story {n}", thread=thread, articles=tuple(f"a{n}-{i}" for i in range(size)))
        for n, (size, thread) in enumerate(sizes)
    ]
    named = sorted({story.thread for story in stories if story.thread})
    held = {thread: tuple(story.id for story in stories if story.thread == thread) for thread in named}
    return stories, [Thread(id=thread, title=thread.upper(), stories=held[thread]) for thread in named]


@given(SIZES)
def test_every_story_is_in_exactly_one_matter(sizes: list[tuple[int, str | None]]) -> None:
    stories, threads = make_pile(sizes)
    for apart in (False, True):
        parts = part_matters(stories, threads, apart=apart)
        assert sorted(story.id for part in parts for story in part.stories) == sorted(story.id for story in stories)
        assert [part.id for part in parts] == sorted({part.id for part in parts})
        for part in parts:
            assert list(part.articles) == sorted(id for story in part.stories for id in story.articles)


@given(SIZES, st.randoms())
def test_the_order_of_stories_does_not_matter(sizes: list[tuple[int, str | None]], random: object) -> None:
    stories, threads = make_pile(sizes)
    shuffled = list(stories)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    ours, theirs = part_matters(stories, threads), part_matters(shuffled, threads)
    assert [(p.id, p.stories, p.articles) for p in ours] == [(p.id, p.stories, p.articles) for p in theirs]


@given(SIZES)
def test_a_small_pile_is_one_matter_and_a_large_one_a_matter_a_thread(sizes: list[tuple[int, str | None]]) -> None:
    stories, threads = make_pile(sizes)
    parts = part_matters(stories, threads)
    if sum(size for size, _ in sizes) <= TOGETHER:
        assert len(parts) == bool(sizes)
    else:
        alone = {story.id for story in stories if not story.thread}
        assert {part.id for part in parts} == alone | {thread.id for thread in threads}


def test_articles_of_a_matter_come_by_uri() -> None:
    dossier = make_demo()
    (matter,) = part_matters(dossier.stories, dossier.threads)
    assert choose_articles(matter, {article.id: article for article in dossier.articles}) == list(dossier.articles)


@cache
def make_demo() -> Dossier:
    return stemma.investigate([demo_folder()], Settings(embedder="none"))


def take_findings(dossier: Dossier) -> Findings:
    return Findings(**{field.name: getattr(dossier, field.name) for field in fields(Findings)})


def test_parts_put_together_lose_nothing() -> None:
    whole = take_findings(make_demo())
    assert merge_findings([whole]) == whole
    parts = [
        replace(
            whole,
            **{
                field.name: getattr(whole, field.name)[number::2]
                for field in fields(Findings)
                if field.name not in ("witnesses", "wanted")
            },
        )
        for number in (0, 1)
    ]
    merged = merge_findings(parts)
    for field in fields(Findings):
        assert sorted(map(repr, getattr(merged, field.name))) == sorted(map(repr, getattr(whole, field.name)))


def test_a_witness_of_several_parts_is_one_with_all_its_names() -> None:
    one = Witness(id="w", name="Ilse Tarn", kind="person", aliases=("Tarn",))
    other = replace(one, name="Mayor Tarn", aliases=(), in_pile=True, speaks_for="body")
    (merged,) = merge_findings([Findings(witnesses=(one,)), Findings(witnesses=(other,))]).witnesses
    assert (merged.name, merged.aliases, merged.in_pile, merged.speaks_for) == (
        "Ilse Tarn", ("Mayor Tarn", "Tarn"), True, "body",
    )  # fmt: skip


def test_a_wanted_source_of_several_parts_is_one() -> None:
    one = Wanted(witness="w", cited_by=("a", "b"), collations=("k",), why="two")
    other = Wanted(witness="w", cited_by=("c",), collations=("l",), why="one")
    (merged,) = merge_findings([Findings(wanted=(other,)), Findings(wanted=(one,))]).wanted
    assert (merged.cited_by, merged.collations, merged.why) == (("a", "b", "c"), ("k", "l"), "two")


def test_what_is_narrowed_to_all_articles_is_all() -> None:
    dossier = make_demo()
    findings, held = narrow_findings(take_findings(dossier), [article.id for article in dossier.articles])
    assert held == {article.id for article in dossier.articles}
    assert findings.claims == dossier.claims
    assert findings.assessments == dossier.assessments
    assert findings.attributions == dossier.attributions
    assert set(findings.witnesses) <= set(dossier.witnesses)


def test_what_is_narrowed_names_nothing_that_is_not_there() -> None:
    dossier = make_demo()
    for story in dossier.stories:
        found, held = narrow_findings(take_findings(dossier), story.articles)
        assert set(story.articles) <= held
        witnesses, kept = {w.id for w in found.witnesses}, {c.id for c in found.collations}
        assert {claim.article for claim in found.claims} <= held
        assert {w.article for w in found.witnesses if w.article} <= held
        assert {end for d in found.derivations for end in (d.copy, d.exemplar)} <= witnesses
        assert {e.article for d in found.derivations for e in d.evidence} <= held
        assert {id for d in found.derivations for id in d.collations} <= kept
        assert {id for a in found.assessments for id in (*a.origins, *a.bottlenecks)} <= witnesses
        assert {a.source.witness for a in found.attributions if a.source.witness} <= witnesses
        assert {w.witness for w in found.wanted} <= witnesses
        assert {id for w in found.wanted for id in w.collations} <= kept
        assert {a.collation for a in found.assessments} == kept
        assert {claim.id for claim in found.claims} == {claim for c in found.collations for claim in c.claims}


def test_nothing_is_known_of_no_article() -> None:
    assert narrow_findings(take_findings(make_demo()), []) == (Findings(), set())

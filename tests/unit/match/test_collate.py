"""Groups of claims: average linkage, vetoes, forced pairs."""

import pytest

from stemma.match import collate
from stemma.match.collate import group_claims
from stemma.match.meanings.vectors import Meanings
from stemma.match.profiles import Profile
from stemma.model import Claim, Span


def make_profile(number: int, article: str = "", language: str = "en", headline: bool = False) -> Profile:
    """A claim of an article of its own, unless one is named."""
    span = Span(10 * number, 10 * number + 5)
    claim = Claim(id=str(number), article=article or f"a{number}", span=span, text="", sentence=span)
    return Profile(
        claim=claim, language=language, weights={}, context={}, names={}, counts=(), vector=None, headline=headline
    )


@pytest.fixture
def group(monkeypatch):
    def run(profiles, scores, forced=(), translated=(), part="groups"):
        def score(a, b):
            pair = sorted((int(a.claim.id), int(b.claim.id)))
            return scores.get(tuple(pair), 0.2)

        monkeypatch.setattr(collate, "find_candidates", lambda _profiles: sorted(scores))
        monkeypatch.setattr(collate, "score_pair", score)
        monkeypatch.setattr(collate, "find_enclosed", lambda _profiles, _scores: [])
        monkeypatch.setattr(collate, "find_translated", lambda _profiles, _candidates: dict(translated))
        made = [make_profile(at) for at in range(profiles)] if isinstance(profiles, int) else profiles
        return getattr(group_claims(Meanings(made, "none"), forced), part)

    return run


def test_alike_claims_are_grouped_and_the_others_stand_alone(group):
    assert group(4, {(0, 1): 0.9, (1, 3): 0.1}) == [[0, 1], [2], [3]]


def test_a_bridge_does_not_chain_two_matters(group):
    assert group(4, {(0, 1): 0.95, (2, 3): 0.95, (1, 2): 0.6}) == [[0, 1], [2, 3]]


def test_groups_that_agree_on_average_become_one(group):
    scores = {(0, 1): 0.95, (2, 3): 0.95, (1, 2): 0.6, (0, 2): 0.45, (0, 3): 0.45, (1, 3): 0.45}
    assert group(4, scores) == [[0, 1, 2, 3]]


def test_one_forbidden_pair_keeps_groups_apart(group):
    scores = {(0, 1): 0.95, (2, 3): 0.95, (1, 2): 0.9, (0, 2): 0.9, (1, 3): 0.9, (0, 3): 0.0}
    assert group(4, scores) == [[0, 1], [2, 3]]


def test_a_forced_pair_is_joined_whatever_it_looks_like(group):
    assert group(3, {(0, 1): 0.1}, [(0, 1)]) == [[0, 1], [2]]


def test_scores_below_the_bound_join_nothing(group):
    assert group(3, {(0, 1): 0.49, (1, 2): 0.3}) == [[0], [1], [2]]


def test_groups_that_may_be_one_claim_are_near(group):
    assert group(4, {(0, 1): 0.9, (1, 2): 0.3, (2, 3): 0.1}, part="near") == [(1, 2)]


def test_what_a_slot_forbids_is_not_near(group):
    scores = {(0, 1): 0.9, (1, 2): 0.4, (0, 2): 0.0}
    assert group(3, scores, part="near") == []


def test_nothing_gives_nothing(group):
    assert group(0, {}) == []


def test_a_headline_and_its_sentence_meet_and_two_sentences_of_the_body_do_not(group):
    scores = {(0, 1): 0.6}
    assert group([make_profile(0, "a", headline=True), make_profile(1, "a")], scores) == [[0, 1]]
    assert group([make_profile(0, "a"), make_profile(1, "a")], scores) == [[0], [1]]
    assert group([make_profile(0, "a"), make_profile(1, "a")], {(0, 1): 0.8}) == [[0, 1]]


def test_translations_are_one_claim_whatever_their_slots_say(group):
    profiles = [make_profile(0), make_profile(1, language="fr")]
    assert group(profiles, {(0, 1): 0.0}, translated={(0, 1): 0.5}.items()) == [[0, 1]]


def test_an_error_in_one_alignment_does_not_join_two_sentences_of_an_article(group):
    profiles = [make_profile(0, "a"), make_profile(1, "b", "fr"), make_profile(2, "a"), make_profile(3, "c", "de")]
    links = {(0, 1): 0.9, (1, 3): 0.8, (2, 3): 0.5}
    assert group(profiles, {}, translated=links.items()) == [[0, 1, 3], [2]]


def test_the_languages_that_tell_most_decide_between_groups_of_translations(group):
    languages = ["en", "en", "uk", "uk"]
    profiles = [make_profile(at, f"{'ab'[at % 2]}{code}", code) for at, code in enumerate(languages)]
    links = {(0, 2): 0.9, (1, 3): 0.9}
    assert group(profiles, {(0, 1): 0.8}, translated=links.items()) == [[0, 1, 2, 3]]
    assert group(profiles, {(0, 1): 0.0}, translated=links.items()) == [[0, 2], [1, 3]]


def test_a_headline_and_its_lead_stand_apart_where_only_translations_tell_them(group):
    article, its_own = [make_profile(0, "a", headline=True), make_profile(1, "a")], {(0, 1): 0.9}
    french = [make_profile(2, "b", "fr", headline=True), make_profile(3, "b", "fr")]
    links = {(0, 2): 0.9, (1, 3): 0.9}
    scores = its_own | {(2, 3): 0.9, (0, 3): 0.9, (1, 2): 0.9, (0, 2): 0.9, (1, 3): 0.9}
    assert group([*article, *french], scores, translated=links.items()) == [[0, 2], [1, 3]]
    other = scores | {(at, 4): 0.9 for at in range(4)}
    assert group([*article, *french, make_profile(4, "c")], other, translated=links.items()) == [[0, 1, 2, 3, 4]]


SAME = (
    "The Orlin brewery bought the Selmar dairy works for four million crowns.",
    "For four million crowns the Selmar dairy works was bought by the Orlin brewery.",
    "A thrush has built its nest in the bell of the Velden chapel.",
)


@pytest.mark.parametrize("embedder", ["none", "fuse"])
def test_claims_of_texts_are_grouped_by_what_they_say(texts, embedder):
    pile = texts(*SAME, "Rain kept the carters of Harborview at home.", embedder=embedder)
    assert pile.is_joined("The Orlin brewery bought", "was bought by")
    assert not pile.is_joined("thrush", "brewery")


def test_every_claim_stands_in_exactly_one_collation(texts):
    matching = texts(*SAME, " ".join(SAME)).matching
    found = sorted(claim for collation in matching.collations for claim in collation.claims)
    assert found == sorted(claim.id for claim in matching.claims)


def test_tolls_of_killed_and_injured_are_never_joined(texts):
    pile = texts(
        "The Selmar ferry fire killed 12 people in the harbour.",
        "The Selmar ferry fire injured 12 people in the harbour.",
    )
    assert pile.groups == set()


def test_a_copy_joins_what_its_original_joins(pile, article):
    first, second = article("a", SAME[0]), article("b", SAME[1])
    found = pile(first, second, article("c", SAME[0], duplicate_of="a"))
    (group,) = found.groups
    assert {member[0] for member in group} == {"a", "b", "c"}


def test_titles_are_claims_of_the_collation_and_not_too_long(texts):
    pile = texts("The " + "very long and winding " * 20 + "road to Selmar was closed by the carters.", *SAME)
    claims = {c.id: c.text for c in pile.matching.claims}
    for collation in pile.matching.collations:
        assert len(collation.title) <= 140
        assert any(claims[i].startswith(collation.title.rstrip("…")) for i in collation.claims)


def test_a_title_is_a_whole_sentence_where_there_is_one(pile, article):
    found = pile(
        article("a", 'The mayor said the plan to drain the Selmar canal was "a costly mistake and a folly".'),
        article("b", "Nobody spoke of the plan to drain the Selmar canal, a costly mistake and a folly, which the"),
        article("c", "The mayor said that the plan to drain the Selmar canal was a costly mistake and a folly @brun"),
    )
    titles = [c.title for c in found.matching.collations if len(c.claims) > 1]
    assert titles == ['the plan to drain the Selmar canal was "a costly mistake and a folly"']


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("‘The Selmar bridge fell on two barges at noon. Nobody was hurt,’ she said.", "The Selmar bridge fell on two"),
        ("‘Floating’ bridge of Selmar fell on two barges at noon.", "‘Floating’ bridge of Selmar"),
    ],
)
def test_a_title_has_no_half_of_a_pair_of_marks(pile, article, text, title):
    found = pile(article("a", text))
    assert any(c.title.startswith(title) for c in found.matching.collations)


def test_a_title_is_what_is_put_forward_however_many_deny_it(pile, article):
    denial = "The Selmar canal is not closed to heavy barges, the harbour office said."
    found = pile(
        *(article(name, denial) for name in "abc"),
        article("d", "The Selmar canal is closed to heavy barges, a skipper said."),
    )
    titles = [c.title for c in found.matching.collations if len(c.claims) > 1]
    assert titles == ["The Selmar canal is closed to heavy barges"]


def test_a_title_is_no_figure_that_one_article_changed(pile, article):
    found = pile(
        article("a", "Chlorine leak at Selmar dairy: 24 workers in hospital."),
        article("b", "Twenty-four workers were taken to hospital on Monday after chlorine leaked at the Selmar dairy."),
        article("c", "24 workers had been taken to hospital after the chlorine leak on Monday, the mayor said."),
        article("d", "41 workers were taken to hospital after chlorine leaked at the Selmar dairy on Monday."),
    )
    titles = [c.title for c in found.matching.collations if any("41" in v.explanation for v in c.variants)]
    assert titles == ["Twenty-four workers were taken to hospital on Monday after chlorine leaked at the Selmar dairy"]


def test_a_headline_keeps_the_words_before_its_claim(pile, article):
    found = pile(
        article(
            "a",
            "Ministry confirms leak at the Selmar dam\nThe ministry confirmed the leak at the Selmar dam on Monday.",
            title="Ministry confirms leak at the Selmar dam",
        )
    )
    assert "Ministry confirms leak at the Selmar dam" in {c.title for c in found.matching.collations}


def test_a_group_that_grew_is_asked_again_and_only_its_new_members_are_compared(monkeypatch):
    compared = []

    def score(a, b):
        compared.append((int(a.claim.id), int(b.claim.id)))
        return 0.1

    monkeypatch.setattr(collate, "score_pair", score)
    groups = collate._Groups([make_profile(at) for at in range(4)], {(0, 1): 0.9, (0, 3): 0.5, (1, 2): 0.9})
    groups.join_where_alike(0, 1)
    groups.join_where_alike(0, 3)
    groups.join_where_alike(1, 3)
    assert compared == [(1, 3)]
    groups.merge(0, 2)
    groups.join_where_alike(2, 3)
    assert compared == [(1, 3), (2, 3)]
    assert groups.members == {0: [0, 1, 2], 3: [3]}

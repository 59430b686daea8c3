"""Groups in several languages, brought together by vectors that stand in for those of an encoder."""

from collections.abc import Sequence

import numpy as np
import pytest

from stemma.cluster import bridges, cluster
from stemma.cluster.bridges import Evidence, bridge_groups
from stemma.cluster.features import Profile, make_profile
from stemma.model import Article
from stemma.registry import embedders
from stemma.settings import Settings

FLOOD = (
    "The Hallen dam burst above Ostervik on Monday. Three people are missing and 240 houses stand under water.",
    "Дамба Халлен прорвалась над городом Остервик в понедельник. Три человека пропали без вести, 240 домов под водой.",
)
TRIAL = "A court in Penmarrow sentenced the banker Orla Finch to six years in prison for stealing pensions."


@pytest.fixture
def angles() -> str:
    """An encoder for texts that are numbers: unit vectors at that angle in degrees."""

    def encode(texts: Sequence[str]) -> np.ndarray:
        radians = np.radians([float(text) for text in texts])
        return np.stack([np.cos(radians), np.sin(radians)], axis=1).astype(np.float32)

    embedders.register("angles", encode)
    return "angles"


def make_article(number: int, language: str, angle: float, published: str | None = None) -> Profile:
    return make_profile(
        Article(
            id=f"{number:02}", uri="", sha256="", language=language, title=None, text=str(angle), published=published
        )
    )


def make_evidence(words: dict[tuple[int, int], float], shared: dict[tuple[int, int], bool]) -> Evidence:
    def compare(here: Sequence[int], there: Sequence[int]) -> float:
        found = [words.get((min(one, other), max(one, other)), 0.0) for one in here for other in there]
        return sum(found) / len(found)

    return Evidence(
        alike=compare,
        share=lambda one, other: shared.get((min(one, other), max(one, other))),
        facts=lambda article: [article // 2],
    )


def bridge(
    articles: list[Profile],
    encoder: str,
    words: dict[tuple[int, int], float] | None = None,
    shared: dict[tuple[int, int], bool] | None = None,
    groups: list[list[int]] | None = None,
) -> list[list[int]]:
    evidence = make_evidence(words or {}, shared or {})
    return bridge_groups(articles, groups or [[at] for at in range(len(articles))], evidence, encoder)


def test_groups_in_two_languages_with_near_vectors_are_one(angles: str) -> None:
    articles = [make_article(0, "en", 0), make_article(1, "ru", 10), make_article(2, "ru", 80)]
    assert bridge(articles, angles, {(1, 2): 0.0}) == [[0, 1], [2]]


def test_the_likeliest_are_joined_first(angles: str) -> None:
    articles = [make_article(0, "en", 0), make_article(1, "ru", 40), make_article(2, "ru", 5)]
    assert bridge(articles, angles) == [[0, 2], [1]]


def test_words_within_a_language_may_forbid_and_allow(angles: str) -> None:
    articles = [make_article(0, "en", 0), make_article(1, "ru", 5), make_article(2, "ru", 10)]
    assert bridge(articles, angles, {(1, 2): 0.02}) == [[0, 1], [2]]
    assert bridge(articles, angles, {(1, 2): 0.12}) == [[0, 1, 2]]


def test_words_between_languages_add_to_vectors(angles: str) -> None:
    articles = [make_article(0, "en", 0), make_article(1, "fr", 61)]
    assert bridge(articles, angles) == [[0], [1]]
    assert bridge(articles, angles, {(0, 1): 0.15}) == [[0, 1]]


def test_translations_are_joined_before_accounts(angles: str) -> None:
    articles = [make_article(0, "en", 0), make_article(1, "uk", 25), make_article(2, "en", 3), make_article(3, "uk", 3)]
    articles.append(make_article(4, "fr", 3))
    assert bridge(articles, angles, {(0, 2): 0.5}, groups=[[0], [1], [2, 3, 4]]) == [[0, 1, 2, 3, 4]]


def test_groups_that_share_no_name_or_number_are_apart_however_near(angles: str) -> None:
    articles = [make_article(0, "en", 0), make_article(1, "fr", 5), make_article(2, "de", 10)]
    assert bridge(articles, angles, shared={(0, 1): False, (0, 2): False, (1, 2): True}) == [[0], [1, 2]]
    assert bridge(articles, angles, shared={(0, 1): True, (0, 2): False, (1, 2): True}) == [[0, 1, 2]]


def test_one_article_of_several_that_shares_a_number_is_chance(angles: str) -> None:
    languages = ("en", "fr", "de", "es")
    articles = [make_article(at, language, 5 * at) for at, language in enumerate(languages)]
    shared = {(one, other): one > 0 or other == 1 for one in range(4) for other in range(one + 1, 4)}
    joined = bridge(articles, angles, shared=shared, groups=[[0], [1, 2, 3]])
    assert joined == [[0], [1, 2, 3]]


def test_one_language_is_left_to_words(angles: str) -> None:
    assert bridge([make_article(0, "en", 0), make_article(1, "en", 0)], angles, {(0, 1): 0.15}) == [[0], [1]]


def test_news_of_other_days_is_not_bridged(angles: str) -> None:
    late = [make_article(0, "en", 0, "2031-05-01"), make_article(1, "ru", 0, "2031-05-09")]
    near = [make_article(0, "en", 0, "2031-05-01"), make_article(1, "ru", 0, "2031-05-03")]
    assert bridge(late, angles) == [[0], [1]]
    assert bridge(near, angles) == [[0, 1]]


def test_the_bound_rises_with_the_pile(angles: str) -> None:
    pair = [make_article(0, "en", 0), make_article(1, "ru", 55)]
    crowd = [make_article(2 + n, "ko", 180) for n in range(200)]
    assert bridge(pair, angles) == [[0, 1]]
    assert [0, 1] not in bridge([*pair, *crowd], angles)


def test_only_groups_that_may_have_a_partner_are_encoded() -> None:
    asked: list[str] = []

    def encode(texts: Sequence[str]) -> np.ndarray:
        asked.extend(texts)
        return np.ones((len(texts), 2), np.float32)

    embedders.register("asked", encode)
    articles = [make_article(0, "en", 0, "2031-05-01"), make_article(1, "ru", 1, "2031-05-02")]
    articles += [make_article(2, "en", 2, "2031-07-01"), make_article(3, "ru", 3, "2031-05-01")]
    assert bridge(articles, "asked", shared={(0, 3): False}) == [[0, 1], [2], [3]]
    assert sorted(asked) == ["0", "1"]


def test_of_many_groups_those_with_facts_in_common_are_asked_about(
    angles: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bridges, "FEW_GROUPS", 3)
    articles = [make_article(at, language, 0) for at, language in enumerate(("en", "ru", "fr", "uk"))]
    assert bridge(articles, angles) == [[0, 1], [2, 3]]


def test_no_vectors_bridge_nothing(angles: str) -> None:
    assert bridge([make_article(0, "en", 0), make_article(1, "ru", 0)], "none") == [[0], [1]]


def test_real_news_in_two_scripts_is_one_story() -> None:
    texts = [("en", FLOOD[0]), ("ru", FLOOD[1]), ("en", TRIAL)]
    articles = [
        Article(id=f"{at}", uri=f"{at}.txt", sha256="", language=language, title=None, text=text)
        for at, (language, text) in enumerate(texts)
    ]
    grouped, _, _ = cluster(articles, Settings())
    assert grouped[0].story == grouped[1].story != grouped[2].story


def test_words_of_one_language_add_nothing(angles: str) -> None:
    articles = [make_article(0, "en", 0), make_article(1, "ru", 0), make_article(2, "en", 61)]
    words = {(0, 2): 0.19, (1, 2): 0.19}
    assert bridge(articles, angles, words, groups=[[0, 1], [2]]) == [[0, 1], [2]]

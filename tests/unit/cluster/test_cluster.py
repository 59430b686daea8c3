"""The stage as a whole, on invented news."""

import random

import pytest

from stemma.cluster import cluster, explain_pair, grade_pairs, make_profile
from stemma.model import Article
from stemma.settings import Settings
from stemma.text import make_id

FLOOD = (
    "Dam burst floods Ostervik, three missing",
    """Three people were missing on Monday after the Hallen dam burst above the town of Ostervik.
Mayor Tilda Brekke said 240 houses were under water.
Rescue boats from Marstrand searched the flooded streets of Ostervik for survivors all night.""",
)
FLOOD_AGAIN = (
    "Ostervik under water after Hallen dam gives way",
    """The town of Ostervik was flooded when the Hallen dam gave way.
Three residents are missing and 240 houses flooded, Tilda Brekke, the mayor, told reporters.
Boats were sent from Marstrand to search for survivors.""",
)
FLOOD_ELSEWHERE = (
    "Dam burst floods Calderra, five missing",
    """Five people were missing on Friday after the Pinto dam burst above the town of Calderra.
Mayor Hugo Ruanes said 90 houses were under water.
Rescue boats from Vellosa searched the flooded streets of Calderra for survivors all night.""",
)
FLOOD_INDONESIAN = (
    "Bendungan Hallen jebol, Ostervik terendam",
    """Kota Ostervik terendam banjir setelah bendungan Hallen jebol.
Wali kota Tilda Brekke mengatakan 240 rumah terendam.
Perahu penyelamat dari Marstrand mencari korban di Ostervik.""",
)
TRIAL = (
    "Banker Orla Finch jailed for fraud",
    """A court in Penmarrow sentenced Orla Finch to six years for fraud.
The banker of Wexley Trust had stolen pensions.""",
)


def make_article(name: str, content: tuple[str, str], published: str | None = None, language: str = "en") -> Article:
    title, body = content
    return Article(
        id=make_id(name),
        uri=f"{name}.txt",
        sha256=name,
        language=language,
        title=title,
        published=published,
        text=f"{title}\n{body}",
    )


def find_groups(articles: list[Article]) -> set[frozenset[str]]:
    grouped, stories, _ = cluster(articles, Settings(embedder="none"))
    uris = {article.id: article.uri.removesuffix(".txt") for article in grouped}
    return {frozenset(uris[id] for id in story.articles) for story in stories}


def test_joins_different_words_about_one_event() -> None:
    articles = [make_article("a", FLOOD), make_article("b", FLOOD_AGAIN), make_article("c", TRIAL)]
    assert find_groups(articles) == {frozenset("ab"), frozenset("c")}


def test_keeps_look_alikes_in_two_towns_apart() -> None:
    articles = [make_article("a", FLOOD), make_article("b", FLOOD_AGAIN), make_article("x", FLOOD_ELSEWHERE)]
    assert find_groups(articles) == {frozenset("ab"), frozenset("x")}


def test_joins_across_languages_by_names_and_numbers() -> None:
    articles = [
        make_article("a", FLOOD),
        make_article("b", FLOOD_AGAIN),
        make_article("i", FLOOD_INDONESIAN, language="id"),
        make_article("x", FLOOD_ELSEWHERE),
    ]
    assert find_groups(articles) == {frozenset("abi"), frozenset("x")}


def test_keeps_years_apart() -> None:
    articles = [make_article("a", FLOOD, "2021-03-01"), make_article("b", FLOOD_AGAIN, "2023-03-01")]
    assert find_groups(articles) == {frozenset("a"), frozenset("b")}


def test_a_later_article_that_names_the_day_belongs_to_the_event() -> None:
    follow_up = (
        "Engineer before the judge for neglect",
        """A judge in Penmarrow heard the engineer Jorun Aske, who had kept the Hallen dam for the Wexley Trust.
The dam burst above Ostervik on 1 March 2031. Prosecutor Nils Varga asked for two years; a verdict is due in autumn.""",
    )
    undated = (follow_up[0], follow_up[1].replace(" on 1 March 2031", ""))
    first = make_article("a", FLOOD, "2031-03-01")
    assert find_groups([first, make_article("b", follow_up, "2031-10-01")]) == {frozenset("ab")}
    assert find_groups([first, make_article("b", undated, "2031-10-01")]) == {frozenset("a"), frozenset("b")}


def test_grades_pairs() -> None:
    profiles = [make_profile(make_article(str(at), text)) for at, text in enumerate((FLOOD, FLOOD_AGAIN, TRIAL))]
    same, other = grade_pairs(profiles, [(0, 1), (0, 2)], Settings(embedder="none"))
    assert 0 <= other < 0.2 < same <= 1
    near, far = grade_pairs(profiles, [(0, 1), (0, 2)], Settings())
    assert 0 <= far < near <= 1
    assert grade_pairs(profiles, [], Settings()) == []


def test_orders_a_story_by_time_and_puts_undated_last() -> None:
    articles = [
        make_article("z", FLOOD, "2024-05-02"),
        make_article("b", FLOOD_AGAIN),
        make_article("y", FLOOD_AGAIN, "2024-05-03"),
    ]
    grouped, stories, threads = cluster(articles, Settings())
    assert [article.uri for article in grouped] == ["z.txt", "b.txt", "y.txt"]
    assert [story.articles for story in stories] == [(make_id("z"), make_id("y"), make_id("b"))]
    assert stories[0].id == make_id("story", *sorted(stories[0].articles))
    assert {article.story for article in grouped} == {stories[0].id}
    assert threads == []


def test_the_order_of_the_input_does_not_matter() -> None:
    contents = [FLOOD, FLOOD_AGAIN, FLOOD_ELSEWHERE, TRIAL, FLOOD_INDONESIAN]
    articles = [make_article(str(i), content) for i, content in enumerate(contents)]
    first = cluster(articles, Settings())
    for seed in range(5):
        shuffled = random.Random(seed).sample(articles, len(articles))
        again = cluster(shuffled, Settings())
        assert again[1:] == first[1:]
        assert sorted(again[0], key=lambda a: a.id) == sorted(first[0], key=lambda a: a.id)


def test_stands_nothing_and_next_to_nothing() -> None:
    assert cluster([], Settings()) == ([], [], [])
    blank = Article(id="0" * 12, uri="blank.txt", sha256="", language="und", title=None, text="")
    _, stories, _ = cluster([blank], Settings())
    assert [story.articles for story in stories] == [("0" * 12,)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The dam at Hallen broke. Boats came. Rain fell.", "The dam at Hallen broke."),
        ("Water stood in " + "every low street and " * 12 + "yard.", "Water stood in every low street"),
    ],
)
def test_a_story_without_headlines_is_called_by_its_first_sentence(text: str, title: str) -> None:
    article = Article(id="0" * 12, uri="a.txt", sha256="", language="en", title=None, text=text)
    _, (story,), _ = cluster([article], Settings(embedder="none"))
    assert story.title.startswith(title)
    assert len(story.title) <= 121
    assert story.title.endswith((".", "street…", "and…", "low…", "every…"))


def test_explains_a_pair() -> None:
    pile = [make_article("a", FLOOD), make_article("b", FLOOD_AGAIN), make_article("x", FLOOD_ELSEWHERE)]
    same, other = explain_pair(pile[0], pile[1], pile), explain_pair(pile[0], pile[2], pile)
    assert same.score > 0.2 > other.score
    assert same.facts is not None
    assert other.facts is not None
    assert same.facts > other.facts
    assert "ostervik" in same.shared
    assert "ostervik" not in other.shared
    assert same == explain_pair(pile[1], pile[0], pile)

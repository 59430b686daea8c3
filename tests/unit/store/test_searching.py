"""Articles by words, in any writing."""

from collections.abc import Callable
from sqlite3 import Connection

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.store.searching import Search, find_languages, find_outlets, search

PILE = {
    "a.txt": "The Harbour Herald, 4 May 2026\n\nFerry late\nThe ferry Orla left Selmar late on Monday, the crew said.",
    "b.txt": "O naufrágio\nA balsa Orla não naufragou em Selmar, disse a tripulação.",
    "c.txt": "渡船延误\n渡船奥拉号周一晚些时候离开塞尔马。船员说，天气不好，渡船没有沉没。",
    "meta.jsonl": '{"file": "b.txt", "outlet": "Diário de Orvel", "published": "2026-05-05"}\n'
    '{"file": "c.txt", "outlet": "东湾新闻", "published": "2026-05-06"}\n',
}


@pytest.fixture
def pile(make_store: Callable[..., Connection]) -> Connection:
    return make_store(PILE)


def find(connection: Connection, words: str, **wanted: object) -> list[str]:
    return [hit.uri for hit in search(connection, Search(words=words, **wanted))]  # type: ignore[arg-type]


def test_all_words_must_stand_in_it_and_accents_and_case_do_not_matter(pile: Connection) -> None:
    assert find(pile, "FERRY selmar") == ["a.txt"]
    assert find(pile, "naufragio") == find(pile, "NAUFRÁGIO") == ["b.txt"]
    assert sorted(find(pile, "orla")) == ["a.txt", "b.txt"]
    assert find(pile, "ferry tripulação") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('"left Selmar"', ["a.txt"]),
        ('"Selmar left"', []),
        ("ferr*", ["a.txt"]),
        ("orla NOT ferry", ["b.txt"]),
        ("title: ferry", ["a.txt"]),
        ("ferry OR balsa", ["a.txt", "b.txt"]),
    ],
)
def test_queries_of_fts_hold(pile: Connection, words: str, found: list[str]) -> None:
    assert sorted(find(pile, words)) == found


@pytest.mark.parametrize("words", ["ferry-Orla", "ferry (Orla", '"ferry', "crew: ferry?", "ferry AND"])
def test_what_is_no_query_is_words(pile: Connection, words: str) -> None:
    plain = [word for word in words.replace("AND", "").split() if word]
    assert plain
    assert find(pile, words) == ([] if "AND" in words else ["a.txt"])


@pytest.mark.parametrize("words", ["", " ", "***", "-", "…", '""'])
def test_no_word_finds_nothing(pile: Connection, words: str) -> None:
    assert find(pile, words) == []


def test_writing_without_spaces_is_found_wherever_it_stands(pile: Connection) -> None:
    (hit,) = search(pile, Search(words="「沉没」"))
    assert hit.uri == "c.txt"
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["沉没"]
    assert find(pile, "渡船 天气") == ["c.txt"]
    assert find(pile, "渡船 火车") == []
    assert find(pile, "渡船 ferry") == []


def test_outlet_days_and_language_narrow_it(pile: Connection) -> None:
    assert find_outlets(pile)[:2] == ["Diário de Orvel", "The Harbour Herald"]
    assert {"en", "pt", "zh"} <= set(find_languages(pile))
    assert find(pile, "orla", source="harbour herald") == ["a.txt"]
    assert find(pile, "orla", source="diario") == ["b.txt"]
    assert find(pile, "orla", source="nobody") == []
    assert find(pile, "orla", since="2026-05-05") == ["b.txt"]
    assert find(pile, "orla", until="2026-05-04") == ["a.txt"]
    assert find(pile, "orla", language="pt") == ["b.txt"]
    assert len(find(pile, "orla", limit=1)) == 1


def test_a_hit_says_where_and_of_which_story(pile: Connection) -> None:
    (hit,) = search(pile, Search(words="crew"))
    assert (hit.outlet, hit.published, hit.title) == ("The Harbour Herald", "2026-05-04", "Ferry late")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["crew"]
    assert hit.story
    assert hit.story_title
    assert hit.duplicate_of is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(st.text(alphabet=st.sampled_from("ferry \"*()-:^+{}ANDORNOT渡船'\\%_\x00é "), max_size=20))
def test_nothing_typed_is_an_error(demo_connection: Connection, words: str) -> None:
    search(demo_connection, Search(words=words))

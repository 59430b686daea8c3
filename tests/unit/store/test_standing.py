"""Claims that did not stand, in a store whose rows are written by hand."""

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from stemma.store import open_file
from stemma.store.sources import find_profiles, find_sources
from stemma.store.standing import Later

HERALD, GAZETTE = ("Harbour Herald", "2026-05-04"), ("Orvel Gazette", "2026-05-06")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Connection]:
    with open_file(tmp_path / "hand.stemma", write=True, new=True) as connection:
        connection.execute("INSERT INTO stories VALUES ('s', 'Ferry sinks', NULL, 2, NULL, NULL)")
        for id, (outlet, day) in (("a", HERALD), ("b", GAZETTE)):
            connection.execute(
                "INSERT INTO articles (id, uri, outlet, language, published, story, reprint, sha256, document, text, "
                "details) VALUES (?, ?, ?, 'en', ?, 's', 0, ?, ?, 'text', '{}')",
                (id, f"{id}.txt", outlet, day, id, id),
            )
            put(connection, "witnesses", f"w{id}", "m", outlet, "article", f"{id}.txt", id, 1, None)
        put(connection, "witnesses", "tarn", "m", "Ilse Tarn", "person", "", None, 0, None)
        put(connection, "witnesses", "dorn", "m", "Karl Dorn", "person", "", None, 0, None)
        yield connection


def put(connection: Connection, table: str, *row: object) -> None:
    connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def put_claim(connection: Connection, dispute: str = "none", origin: str = "tarn") -> None:
    """Tarn says in a, by the Herald, that 12 died; the Gazette tells in b of 30, as Dorn has it."""
    put(connection, "collations", "k", "m", "12 people died", 2, "single-origin", dispute, 1, 1, 1, 0)
    put(connection, "origins", "m", "k", origin)
    put(connection, "claims", "c1", "m", "a", "k", "12 people died", 10, 24, "happened", 0)
    put(connection, "claims", "c2", "m", "b", "k", "30 people died", 10, 24, "happened", 0)
    put(
        connection,
        "attributions",
        "t1",
        "m",
        "a",
        "Tarn",
        "tarn",
        "said",
        "12 people died",
        10,
        24,
        "indirect",
        "asserts",
        None,
    )
    put(
        connection,
        "attributions",
        "t2",
        "m",
        "b",
        "Dorn",
        "dorn",
        "said",
        "30 people died",
        10,
        24,
        "indirect",
        "asserts",
        None,
    )


def put_step(connection: Connection, number: int, witness: str, stance: str, article: str) -> None:
    put(connection, "steps", "m", "k", number, None, witness, stance, article, 10, 24, f"{witness} {stance}")


def put_clash(connection: Connection) -> None:
    for claim, value, relation in (("c1", "12", "reference"), ("c2", "30", "contradiction")):
        put(connection, "variants", "m", "k", "quantity", "contradiction", claim, value, relation, 10, 12, "12 / 30")


def get_later(connection: Connection, name: str) -> tuple[Later, ...]:
    (profile,) = find_profiles(connection, name)
    return profile.later


def test_a_denial_on_a_later_day_counts_against_the_origin_alone(empty: Connection) -> None:
    put_claim(empty, "denied")
    put_step(empty, 1, "dorn", "denies", "b")
    (later,) = get_later(empty, "Ilse Tarn")
    assert (later.kind, later.claim, later.story, later.story_title) == ("denied", "12 people died", "s", "Ferry sinks")
    assert (later.quotation, later.article, later.published) == ("12 people died", "a.txt", "2026-05-04")
    assert (later.answer, later.answer_by, later.answer_article) == ("dorn denies", "Karl Dorn", "b.txt")
    assert not get_later(empty, "Karl Dorn")
    assert not get_later(empty, "Harbour Herald")
    tarn = next(source for source in find_sources(empty) if source.name == "Ilse Tarn")
    assert (tarn.origin, tarn.only_origin, tarn.denied, tarn.retracted) == (1, 1, 1, 0)


def test_a_denial_before_the_claim_counts_for_nothing(empty: Connection) -> None:
    put_claim(empty, "denied")
    put_step(empty, 1, "dorn", "denies", "b")
    empty.execute("UPDATE articles SET published = '2026-05-01' WHERE id = 'b'")
    assert not get_later(empty, "Ilse Tarn")


def test_what_is_contested_or_confirmed_stands(empty: Connection) -> None:
    put_claim(empty, "contested")
    put_step(empty, 1, "dorn", "denies", "b")
    assert not get_later(empty, "Ilse Tarn")


def test_a_retraction_counts(empty: Connection) -> None:
    put_claim(empty, "retracted")
    put_step(empty, 1, "tarn", "retracts", "b")
    (later,) = get_later(empty, "Ilse Tarn")
    assert (later.kind, later.answer_by) == ("retracted", "Ilse Tarn")


def test_a_denial_of_what_was_confirmed_then_is_reversed(empty: Connection) -> None:
    put_claim(empty, "confirmed-after-denial", origin="dorn")
    put_step(empty, 1, "tarn", "denies", "a")
    put_step(empty, 2, "dorn", "confirms", "b")
    (later,) = get_later(empty, "Ilse Tarn")
    assert (later.kind, later.quotation, later.answer, later.answer_by) == (
        "reversed", "tarn denies", "dorn confirms", "Karl Dorn",
    )  # fmt: skip
    assert not get_later(empty, "Karl Dorn")


def test_a_reading_that_cannot_hold_beside_a_later_one_is_contradicted(empty: Connection) -> None:
    put_claim(empty)
    put_clash(empty)
    (later,) = get_later(empty, "Ilse Tarn")
    assert (later.kind, later.quotation, later.answer, later.answer_by) == (
        "contradicted", "12 people died", "30 people died", "Karl Dorn",
    )  # fmt: skip
    assert not get_later(empty, "Karl Dorn")


def test_readings_of_one_day_contradict_nobody_later(empty: Connection) -> None:
    put_claim(empty)
    put_clash(empty)
    empty.execute("UPDATE articles SET published = '2026-05-04'")
    assert not get_later(empty, "Ilse Tarn")


def test_who_gives_another_reading_later_has_corrected_it(empty: Connection) -> None:
    put_claim(empty)
    put_clash(empty)
    empty.execute("UPDATE attributions SET witness = 'tarn'")
    (later,) = get_later(empty, "Ilse Tarn")
    assert later.kind == "corrected"


def test_without_a_speaker_the_outlet_says_it(empty: Connection) -> None:
    put_claim(empty, origin="wa")
    put_clash(empty)
    empty.execute("DELETE FROM attributions")
    (later,) = get_later(empty, "Harbour Herald")
    assert (later.kind, later.answer_by) == ("contradicted", "Orvel Gazette")

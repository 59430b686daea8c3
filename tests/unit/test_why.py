"""What `stemma why` says of two passages."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from stemma import model
from stemma.errors import UsageError
from stemma.settings import Settings
from stemma.why import print_near_misses, print_why

ONE = "Ferry lost off Grelle\nPilot Ila Voss said on Tuesday that twelve passengers drowned when the ferry sank.\n"
OTHER = "Ferry sinks\nIla Voss said fourteen passengers may have drowned when the ferry sank on Tuesday.\n"


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


def show(pile: Path, *passages: str) -> str:
    stream = io.StringIO()
    one, other = passages
    print_why((str(pile),), (one, other), Settings(embedder="none"), Console(file=stream, width=140))
    return stream.getvalue()


def test_every_slot_is_told_in_words_of_the_texts(pile: Path) -> None:
    shown = show(pile, 'one.txt:"twelve passengers drowned"', 'other.txt:"fourteen passengers"')
    slots = [line.split("  ")[0] for line in shown.splitlines()]
    for slot in ("who", "did what", "how many", "how sure", "negated", "wording"):
        assert slot in slots
    assert "Ila Voss" in shown
    assert "passengers" in shown
    assert "twelve passengers" in shown
    assert "XXXX" not in shown
    assert "#" not in shown


@pytest.mark.parametrize(
    ("passage", "told"),
    [
        ("one.txt", 'one.txt: no passage given; add :START-END or :"words".'),
        ('one.txt:""', "no passage given"),
        ("one.txt:0-9999", f"out of range (the text has {len(ONE.strip())} characters)"),
        ("one.txt:9-3", "START must be smaller than END"),
        ('one.txt:"no such words"', "do not stand in"),
        ("third.txt:0-3", "no such article"),
    ],
)
def test_a_bad_reference_says_what_is_wrong(pile: Path, passage: str, told: str) -> None:
    with pytest.raises(UsageError) as error:
        show(pile, passage, 'other.txt:"fourteen passengers"')
    assert told in str(error.value)


def test_near_misses_are_references_to_ask_about() -> None:
    from stemma.match import NearMiss

    span = model.Span(4, 20)
    claim = model.Claim(id="c", article="0a1b2c3d4e5f", span=span, text="two [boats] sank", sentence=span)
    near = NearMiss(score=0.41, uri="folder/c.txt", claim=claim)
    stream = io.StringIO()
    print_near_misses([near, replace(near, score=0.2)], Console(file=stream, width=100))
    assert "  0.41  folder/c.txt:4-20  two [boats] sank" in stream.getvalue().splitlines()


def test_without_near_misses_nothing_is_said_of_them() -> None:
    stream = io.StringIO()
    print_near_misses([], Console(file=stream))
    assert stream.getvalue() == ""

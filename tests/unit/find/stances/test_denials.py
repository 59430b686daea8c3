"""Whose denial or doubt is one of the claim at hand."""

import pytest

from stemma.extract import extract
from stemma.find.stances import read_stance
from stemma.model import Article


def read(text, words):
    """The stances to the claim that holds some words."""
    unknown = {"title": None, "outlet": None, "published": None}
    article = Article(id="a", uri="a.txt", sha256="a", language="en", text=text, **unknown)
    found = extract(article)
    told = {a.id: a for a in found.attributions}
    claim = next(c for c in found.claims if words in c.text)
    return {read_stance(article, claim, told[name]) for name in claim.attributions}


@pytest.mark.parametrize(
    ("text", "words", "stances"),
    [
        ("The mayor denied that the Selmar bridge is unsafe.", "bridge", {"denies"}),
        ("The mayor denied involvement in the Selmar fire.", "involvement", {"denies"}),
        ("Judge Mia Holt denied the motion for a new trial in Selmar.", "motion", {"declines"}),
        ("The mayor rejected calls for new elections in Selmar.", "elections", {"declines"}),
        ("The guard did not know that the Selmar bridge was closed.", "closed", {"asserts"}),
        ("The judge dismissed the order of silence in Selmar.", "silence", {"declines"}),
        ("The mayor would not confirm the number of houses that fell in Selmar.", "number", {"declines"}),
        ("The mayor could not confirm the number of houses that fell in Selmar.", "number", {"doubts"}),
    ],
)
def test_who_refuses_denies_nothing(text, words, stances):
    assert read(text, words) == stances


def test_a_denial_ends_at_a_but():
    text = "Mia Holt at first dismissed a report that the Selmar mill had burned, but then saw the smoke over the lake."
    assert "denies" not in read(text, "saw the smoke")


def test_the_reader_doubts_nothing():
    assert "doubts" not in read("If you doubt the safety of the Selmar bridge, look at its piers.", "safety")

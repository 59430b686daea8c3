"""Noun phrases beside a cue."""

import pytest

from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import find_subject
from stemma.extract.speech.words import find_paragraphs
from stemma.lang import find_language

ENGLISH = find_language("en")


def left(text: str, verb: str) -> str | None:
    assert ENGLISH is not None
    tokens = find_paragraphs(text, ENGLISH)[0].tokens
    end = next(i for i, token in enumerate(tokens) if token.fold == verb)
    found = find_subject(tokens, end, 0, ENGLISH.speech)
    return text[tokens[found[0]].start : tokens[found[1] - 1].end] if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("But the minister said", "the minister"),
        ("Last week the minister said", "the minister"),
        ("It rained, police and firefighters said", "police and firefighters"),
        ("Ana Ruiz, a doctor from Oslo, said", "Ana Ruiz, a doctor from Oslo"),
        ("The head of the port authority said", "The head of the port authority"),
        ("New findings from the institute this week said", "New findings from the institute"),
        ("He was late because she said", "she"),
        ("The institute (NRI) said", "The institute (NRI)"),
        (
            "It burned, Ana Ruiz, a nurse at a clinic in Oster, Vale county, said",
            "Ana Ruiz, a nurse at a clinic in Oster, Vale county",
        ),
        ("The march, often across Oster Zone, the longest border, said", None),
        ("of the said", None),
    ],
)
def test_subject(text: str, expected: str | None) -> None:
    assert left(text, "said") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz to Reuters", "Ana Ruiz"),
        ("the head of the port authority after a meeting", "the head of the port authority"),
        ("she had left", "she"),
        ("a doctor at a clinic in Oslo", "a doctor at a clinic in Oslo"),
    ],
)
def test_phrase(text: str, expected: str) -> None:
    assert ENGLISH is not None
    tokens = find_paragraphs(text, ENGLISH)[0].tokens
    end = find_phrase(tokens, 0, len(tokens), ENGLISH.speech)
    assert text[: tokens[end - 1].end] == expected

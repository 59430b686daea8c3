"""Sources that want to stay unnamed."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.extract.speech.forms.nameless import fold_nameless
from stemma.extract.speech.words import find_paragraphs
from stemma.lang import find_language


def read(text: str) -> list[tuple[str, str, str]]:
    return [(a.source.text, a.cue.text, a.content.text) for a in find_attributions(text, find_language("en"))]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("A guard who asked not to be named said the lock had burst.", "A guard who asked not to be named", ""),
        (
            "A guard, speaking on condition of anonymity because he feared for his job, said the lock had burst.",
            "A guard, speaking on condition of anonymity because he feared for his job",
            "",
        ),
        (
            "According to a guard who asked not to be named, the lock had burst.",
            "a guard who asked not to be named",
            "",
        ),
        (
            "A person with knowledge of the repairs said the lock had burst.",
            "A person with knowledge of the repairs",
            "",
        ),
    ],
)
def test_the_wish_belongs_to_the_source(text: str, source: str, content: str) -> None:
    assert [(said[0], said[2]) for said in read(text)] == [(source, content or "the lock had burst")]


def test_an_unnamed_source_is_called_without_its_wish() -> None:
    (found,) = find_attributions("A guard who asked not to be named said the lock had burst.", find_language("en"))
    assert found.source.name == "guard"


def test_what_is_told_keeps_its_place_behind_the_clause() -> None:
    text = 'A guard who declined to be named told us: "The lock had burst at night." He left.'
    assert ("told", '"The lock had burst at night."') in [said[1:] for said in read(text)]


@pytest.mark.parametrize(
    "text", ["She is familiar with the lock.", "Asked not to be named, he left.", "The lock burst."]
)
def test_other_sentences_stay_whole(text: str) -> None:
    language = find_language("en")
    assert language is not None
    sentence = find_paragraphs(text, language)[0].sentences[0]
    assert fold_nameless(sentence, language) is None


@pytest.mark.parametrize("verb", ["said", "confirmed", "denied"])
def test_what_a_source_is_familiar_with_ends_before_its_verb(verb: str) -> None:
    found = read(f"A person familiar with the repairs {verb} that the lock is safe.")
    assert found == [("A person familiar with the repairs", verb, "the lock is safe")]

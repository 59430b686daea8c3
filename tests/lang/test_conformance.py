"""One exam for every language file: the extractor understands each of its examples."""

from dataclasses import fields

import pytest

from stemma.extract.attribution import find_attributions
from stemma.extract.modality import find_modality
from stemma.find import find_moments, find_quantities
from stemma.lang import find_language, known_codes
from stemma.lang.language import Example, Language
from stemma.model import Attribution, Span
from stemma.text import fold


def load(code: str) -> Language:
    language = find_language(code)
    assert language is not None
    return language


CASES = [
    pytest.param(code, example, id=f"{code}-{number}")
    for code in known_codes()
    for number, example in enumerate(load(code).examples)
]


def fits(attribution: Attribution, example: Example) -> bool:
    return (
        (example.source is None or example.source in attribution.source.text)
        and example.cue is not None
        and (example.cue in attribution.cue.text or attribution.cue.text in example.cue)
        and (example.content is None or example.content in attribution.content.text)
        and attribution.stance == example.stance
    )


@pytest.mark.parametrize("code", known_codes())
def test_language_has_examples(code: str) -> None:
    assert load(code).examples, f"{code}: a language file needs examples"


@pytest.mark.parametrize(("code", "example"), CASES)
def test_attribution_is_understood(code: str, example: Example) -> None:
    found = find_attributions(example.text, load(code))
    if example.cue is None:
        assert not found
    else:
        assert any(fits(attribution, example) for attribution in found), found


@pytest.mark.parametrize(("code", "example"), CASES)
def test_spans_are_literal(code: str, example: Example) -> None:
    for attribution in find_attributions(example.text, load(code)):
        for mark in (attribution.cue, attribution.source):
            assert mark.span is None or mark.span.of(example.text) == mark.text
        joined = " ".join(span.of(example.text) for span in attribution.content.spans)
        assert joined == attribution.content.text != ""


@pytest.mark.parametrize(("code", "example"), [c for c in CASES if c.values[1].quantity])
def test_quantity_is_understood(code: str, example: Example) -> None:
    found = [(q.low, q.high, q.unit) for q in find_quantities(example.text, load(code))]
    assert example.quantity in found


@pytest.mark.parametrize(("code", "example"), [c for c in CASES if c.values[1].moment])
def test_moment_is_understood(code: str, example: Example) -> None:
    assert example.moment in [m.value for m in find_moments(example.text, load(code))]


@pytest.mark.parametrize(("code", "example"), [c for c in CASES if c.values[1].modality])
def test_modality_is_understood(code: str, example: Example) -> None:
    start = example.text.index(example.content or "")
    span = Span(start, start + len(example.content)) if example.content else Span(0, len(example.text))
    assert find_modality(example.text, span, load(code)) == example.modality


@pytest.mark.parametrize("code", known_codes())
def test_words_are_folded(code: str) -> None:
    speech = load(code).speech
    for section in fields(speech):
        words = getattr(speech, section.name)
        if isinstance(words, frozenset):
            assert all(word == fold(word) for word in words), section.name

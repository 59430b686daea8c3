"""How a name was found, and how sure that is."""

import pytest

from stemma.demo import demo_folder
from stemma.extract.attribution import find_attributions
from stemma.extract.speech.parts.certainty import SHARES
from stemma.lang import find_language


def read(text: str, code: str = "en") -> dict[str, tuple[str, str | None, float | None]]:
    found = find_attributions(text, find_language(code))
    return {a.source.text: (a.source.name, a.source.basis, a.source.confidence) for a in found}


def test_each_way_of_naming_has_its_basis() -> None:
    text = (
        "The broadcaster Lantera said that Ada Orme, who said the gate was shut, had left. Orme said it rained. "
        "She said the keys were lost. The broadcaster said more rain had come."
    )
    found = read(text)
    assert found["The broadcaster Lantera"] == ("Lantera", "stated", 1.0)
    assert found["Orme"] == ("Ada Orme", "short-name", SHARES["short-name", "alone"])
    assert found["who"][:2] == ("Ada Orme", "relative")
    assert found["She"] == ("Ada Orme", "pronoun", SHARES["pronoun", "near"])
    assert found["The broadcaster"] == ("Lantera", "description", SHARES["description", "one"])


def test_a_name_inside_a_phrase_is_less_sure() -> None:
    found = read("Ada Orme left early. Friends behind Orme said the gate was shut.")
    (name,) = [entry for words, entry in found.items() if "Orme" in words]
    assert name[2] in (SHARES["short-name", "inside"], 1.0)


def test_a_source_without_a_name_has_neither() -> None:
    assert read("It rained, and the minister said that the gate was shut.")["the minister"] == ("", None, None)


@pytest.mark.parametrize("path", sorted(demo_folder().glob("*.txt")), ids=lambda path: path.name)
def test_name_basis_and_confidence_stand_and_fall_together(path) -> None:  # type: ignore[no-untyped-def]
    for code in ("en", "de"):
        for found in find_attributions(path.read_text(encoding="utf-8"), find_language(code)):
            source = found.source
            assert bool(source.name) == (source.basis is not None) == (source.confidence is not None)
            assert source.confidence is None or 0 < source.confidence <= 1
            assert (source.basis == "stated") == (source.confidence == 1)

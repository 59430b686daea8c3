import pytest

from stemma.extract.speech.mentions import Mention
from stemma.extract.speech.parts.fuller import find_fuller
from stemma.lang import find_language
from stemma.model import Kind


def make_mention(name: str, start: int = 0, kind: Kind = "person") -> Mention:
    return Mention(start, name, kind, frozenset(), tuple(name.casefold().split()))


@pytest.mark.parametrize(
    ("name", "fuller", "means"),
    [
        ("Ruiz", "Ana Ruiz", "Ana Ruiz"),
        ("RUIZ", "Ana Ruiz", "Ana Ruiz"),  # a caption in capitals
        ("ACME", "Orlin Buys ACME", None),  # an acronym at the end of a heading
        ("Merlo", "Ruiz and Merlo", None),
    ],
)
def test_a_short_name_stands_for_the_one_person_who_bears_it(name: str, fuller: str, means: str | None) -> None:
    language = find_language("en")
    assert language is not None
    found = find_fuller(name, 100, [make_mention(fuller)], language, inflects=False)
    assert (found.name if found else None) == means


def test_of_two_bearers_the_one_named_before_is_meant() -> None:
    language = find_language("en")
    assert language is not None
    mentions = [make_mention("Ana Ruiz"), make_mention("Bo Ruiz", start=200)]
    found = find_fuller("Ruiz", 100, mentions, language, inflects=False)
    assert found is not None
    assert found.name == "Ana Ruiz"
    assert find_fuller("Ruiz", 300, mentions, language, inflects=False) is None

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.write.blots import BLOT, Blots, has_letters


def black(name: str, text: str) -> str:
    return Blots([name]).black(text).replace(BLOT, "_")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Ines Talvar", "Then Ines Talvar left.", "Then ___________ left."),
        ("Ines Talvar", "INES  TALVAR, ines\ntalvar, Ines-Talvar", "____________, ___________, ___________"),
        ("Ines Talvar", "Ines Talvar's gates, Talvar's gates", "_____________ gates, Talvar's gates"),
        ("Ines Talvar", "https://x.example/ines-talvar_speaks", "https://x.example/____________speaks"),
        ("Ines Talvar", "@inestalvar2031", "@__________2031"),
        (
            "Talvar",
            "Talvars Haus, dem Talvarschen Hof, Talvar’ın evi",
            "_______ Haus, dem ______schen Hof, _________ evi",
        ),
        ("Müller", "MULLER, Mu\u0308ller, Muller und müllers", "______, _______, ______ und _______"),
        ("Иван Петров", "сказала Ивану Петрову и Ивана Петрова", "сказала _____________ и _____________"),
        ("Maria Kowalska", "o Marii Kowalskiej", "o ________________"),
        ("Mark", "Mark marks the market; Mark's, MARK", "____ marks the market; ______, ____"),
        ("Ann", "Ann's annual plan, Anna", "_____ annual plan, Anna"),
        ("Li", "Li said so on Lima’s list", "__ said so on Lima’s list"),
        ("王芳", "据王芳说，王芳们", "据__说，__们"),
        ("علي", "وقال علي لعلي إن العليا", "وقال ___ ____ إن العليا"),
        ("سلطة الميناء", "نفت سُلطة الميناء", "نفت _____________"),
        ("O’Brien", "O'Brien and OBRIEN", "_______ and ______"),
        ("Straße", "STRASSE und Strasse", "_______ und _______"),
        ("Talvar", "Tal\u00advar", "_______"),
    ],
)
def test_names_go_in_every_form(name: str, text: str, expected: str) -> None:
    assert black(name, text) == expected


def test_several_names_and_none() -> None:
    assert Blots(["Quill", "Maran"]).black("Quill and Maran") == "█████ and █████"
    assert Blots([]).black("Quill") == "Quill"
    assert Blots(["—"]).black("Quill — Maran") == "Quill — Maran"


def test_an_address_that_hides_a_name_in_escapes_loses_its_path() -> None:
    blots = Blots(["Ines Talvar", "علي"])
    assert blots.black_address("https://a.example/ines%20talvar") == "https://a.example/█████████████"
    hidden = "https://a.example/%D8%B9%D9%84%D9%8A/x"
    assert blots.black_address(hidden) == "https://a.example/" + BLOT * (len(hidden) - 18)
    assert blots.black_address("https://a.example/100%25") == "https://a.example/100%25"
    assert blots.black_address("talvar/ines+talvar%2e.txt").count(BLOT)


def test_a_name_needs_a_letter() -> None:
    assert has_letters("é")
    assert not has_letters(" -\u0301")


@given(st.text(max_size=80), st.text(alphabet=st.characters(categories=["Lu", "Ll", "Lo"]), min_size=6, max_size=12))
def test_places_stay_and_a_long_name_is_nowhere(text: str, name: str) -> None:
    around = f"{text} {name} {text}{name.upper()}"
    blacked = Blots([name]).black(around)
    assert len(blacked) == len(around)
    assert all(new in (old, BLOT) for old, new in zip(around, blacked, strict=True))
    if has_letters(name):
        assert unicodedata.normalize("NFC", name).casefold() not in unicodedata.normalize("NFC", blacked).casefold()

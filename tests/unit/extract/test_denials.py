"""Denials without a word of denial."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def stance_of(text: str, cue: str, code: str = "en") -> str:
    found = [a.stance for a in find_attributions(text, find_language(code)) if a.cue.text == cue]
    assert found
    return found[-1]


@pytest.mark.parametrize(
    ("text", "cue", "code"),
    [
        (
            "Divers found a crack in the Halden bridge.\n“There is no crack in the bridge,” Mayor Ana Ruiz said.",
            "said",
            "en",
        ),
        (
            "Smoke rose from the paper mill.\nThere was never any smoke at the mill, owner Jon Brask insisted.",
            "insisted",
            "en",
        ),
        ("A paper mill burned on Monday.\nThe paper mill is not burning, its owner Jon Brask said.", "said", "en"),
        ("The council reiterated on Monday that there was no crack.", "reiterated", "en"),
        (
            "Warga melihat asap di pasar ikan.\n“Tidak ada asap di pasar itu,” kata Wali Kota Sutri Wardana.",
            "kata",
            "id",
        ),
        (
            "Der Turm der Kirche hat einen Riss.\n„Es gibt keinen Riss im Turm“, sagte Bürgermeisterin Eva Lund.",
            "sagte",
            "de",
        ),
        (
            "La torre de la iglesia tiene una grieta.\n«No hay ninguna grieta en la torre», dijo Marta Sol.",
            "dijo",
            "es",
        ),
    ],
)
def test_absence_of_what_is_told_denies(text: str, cue: str, code: str) -> None:
    assert stance_of(text, cue, code) == "denies"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Divers found a crack in the bridge.\n“There is no school on Monday,” Mayor Ana Ruiz said.", "said"),
        ("The river turned brown.\n“I have never seen it so brown,” Lia Berg said.", "said"),
        ("“There is no crack in the bridge,” Mayor Ana Ruiz said.", "said"),
    ],
)
def test_absence_alone_denies_nobody(text: str, cue: str) -> None:
    assert stance_of(text, cue) == "asserts"

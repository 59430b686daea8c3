"""Totals that a noun announces, with the number far behind."""

import pytest

from stemma.find import find_quantities
from stemma.lang import find_language

ROSE = [
    ("en", "The death toll of the fire rose on Monday to 12.", 12, "killed"),
    ("en", "The number of people injured in the crash was raised from seven to eight.", 8, "injured"),
    ("en", "Her death brings the number of fatalities to three.", 3, "killed"),
    ("de", "Die Zahl der Verletzten erhöhte sich am Montag auf 31.", 31, "injured"),
    ("fr", "Le nombre de blessés est passé de 20 à 31.", 31, "injured"),
    ("es", "El número de víctimas mortales se elevó a doce.", 12, "killed"),
    ("it", "Il bilancio delle vittime è salito a 12.", 12, "killed"),
    ("nl", "Het dodental is opgelopen tot 12.", 12, "killed"),
    ("pt", "O número de feridos chegou a 31.", 31, "injured"),
    ("ru", "Число погибших возросло до 12.", 12, "killed"),
    ("uk", "Кількість поранених збільшилася до 31.", 31, "injured"),
    ("pl", "Liczba ofiar wzrosła do 12.", 12, "killed"),
    ("cs", "Počet zraněných vzrostl na 31.", 31, "injured"),
    ("id", "Jumlah korban tewas bertambah menjadi 12.", 12, "killed"),
    ("tr", "Yaralı sayısı 31 oldu.", 31, "injured"),
    ("ar", "ارتفع عدد القتلى إلى 12.", 12, "killed"),
]


def read(code, text):
    return [(q.low, q.high, q.role) for q in find_quantities(text, find_language(code))]


@pytest.mark.parametrize(("code", "text", "number", "role"), ROSE)
def test_a_toll_has_the_role_of_those_it_counts(code, text, number, role):
    assert (number, number, role) in read(code, text)


@pytest.mark.parametrize(
    "text",
    [
        "The number of shops in Lowtown rose to 12.",  # nobody was hurt
        "The death toll shocked the town. The council moved to 12 rooms.",  # another sentence
        "The death toll was announced in the town hall, where 12 people met.",
    ],
)
def test_other_numbers_have_none(text):
    assert all(role is None for *_, role in read("en", text))

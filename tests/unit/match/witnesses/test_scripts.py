import pytest

from stemma.match.witnesses.scripts import find_sound, is_cyrillic


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Марта Квист", "Marta Qvist"),
        ("Хельга Шварц", "Helga Schwarz"),
        ("Юрий Ковальчук", "Yurii Kovalchuk"),
        ("Тереса Вега", "Teresa Vega"),
    ],
)
def test_a_name_sounds_alike_in_two_scripts(cyrillic: str, latin: str) -> None:
    assert [is_cyrillic(cyrillic), is_cyrillic(latin)] == [True, False]
    assert find_sound(cyrillic) == find_sound(latin) is not None


def test_other_names_sound_otherwise() -> None:
    assert find_sound("Марта Квист") != find_sound("Marta Vist")


@pytest.mark.parametrize("name", ["Quist", "Ea Oy", "Oa Lee"])
def test_too_few_sounds_tell_nobody(name: str) -> None:
    assert find_sound(name) is None

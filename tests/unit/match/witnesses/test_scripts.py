import pytest

from stemma.match.witnesses.scripts import find_sound, find_whole_sound, is_cyrillic, sound_alike


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


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Marta Qvist", "Frau Qvist", True),
        ("Марта Квист", "M. Qvist", True),
        ("Marta Qvist", "Jon Berg", False),
        ("Marta Qvist", "마르타 크비스트", True),
        ("Otto Fendri", "마르타 크비스트", None),
        ("Марта Квист", "玛尔塔·奎斯特", True),
        ("Marta Qvist", "مارتا كفيست", True),
        ("Yama Taro", "山太郎", None),  # a reading that does not sound so is no proof of two
        ("마르타 크비스트", "크비스트", True),
        ("玛尔塔", "마르타", None),
    ],
)
def test_whether_a_word_of_two_names_sounds_the_same(one: str, other: str, alike: bool | None) -> None:
    assert sound_alike(one, other) is alike


def test_every_word_of_an_outlet_sounds_alike_or_it_is_another() -> None:
    assert find_whole_sound("Болотный Вестник") == find_whole_sound("Bolotny Vestnik") is not None
    assert find_whole_sound("Болотный Ветер") != find_whole_sound("Bolotny Vestnik")


@pytest.mark.parametrize("name", ["Zaton", "Neva Ua", "Голос из Затона"])
def test_a_short_name_or_one_with_small_words_is_no_outlets(name: str) -> None:
    assert find_whole_sound(name) is None

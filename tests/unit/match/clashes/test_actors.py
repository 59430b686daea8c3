"""Swapped roles, and one name in the place of another."""

import pytest

from stemma.match.clashes.actors import are_alike, do_names_replace, do_roles_swap, do_sexes_clash, do_sides_swap


@pytest.mark.parametrize(
    ("one", "other", "swapped"),
    [
        ("Berta Molk sued Aaron Fitch over the mill.", "Aaron Fitch sued Berta Molk over the mill.", True),
        ("Berta Molk sued Aaron Fitch over the mill.", "Aaron Fitch was sued by Berta Molk over the mill.", False),
        ("Berta Molk sued Aaron Fitch over the mill.", "On Friday Berta Molk sued Aaron Fitch over a mill.", False),
        ("Berta Molk met Aaron Fitch at the mill.", "Aaron Fitch met Berta Molk at the mill.", False),
        ("Berta Molk and Aaron Fitch sold the mill.", "Aaron Fitch and Berta Molk sold the mill.", False),
    ],
)
def test_who_sued_whom(texts, one, other, swapped):
    first, second = texts(one, other).make_profiles()
    assert do_roles_swap(first, second) is do_roles_swap(second, first) is swapped


@pytest.mark.parametrize(
    ("one", "other", "swapped"),
    [
        ("The carters sued the old mill.", "The old mill sued the carters.", True),
        ("The carters sued the old mill.", "The old mill was sued by the carters.", False),
        ("The carters met the old millers.", "The old millers met the carters.", False),
    ],
)
def test_sides_without_names(texts, one, other, swapped):
    first, second = texts(one, other).make_profiles()
    assert do_sides_swap(first, second) is do_sides_swap(second, first) is swapped


def test_cases_tell_who_did_it_where_the_order_is_free(article, pile):
    def swap(one, other):
        articles = [article(name, text, language="ru") for name, text in (("a", one), ("b", other))]
        return do_roles_swap(*pile(*articles).make_profiles())

    assert swap("Марина Дубова обвинила Глеба Ершина в краже сена.", "Глеб Ершин обвинил Марину Дубову в краже сена.")
    assert not swap("Марина Дубова обвинила Глеба Ершина в краже.", "Глеба Ершина обвинила Марина Дубова в краже.")


@pytest.mark.parametrize(
    ("one", "other", "replaced"),
    [
        ("A bronze bell was stolen from a chapel in Velden.", "A bronze bell was stolen from a chapel in Orlin.", True),
        ("A bronze bell was stolen from a chapel in Velden.", "A bronze bell was stolen from a chapel there.", False),
        ("A bronze bell was stolen from the Velden chapel.", "A bronze bell was taken from the Velden chapel.", False),
    ],
)
def test_the_same_words_with_another_name(texts, one, other, replaced):
    first, second = texts(one, other).make_profiles()
    assert do_names_replace(first, second) is do_names_replace(second, first) is replaced


def test_cases_change_the_end_of_a_name():
    assert are_alike("marinu", "marina")
    assert not are_alike("velden", "velgast")


def test_a_town_and_its_country_replace_nothing(texts) -> None:
    one, other = texts(
        "In 2004 a strong quake off Surabaya triggered a wave that killed 230 people in 13 villages.",
        "In 2004 a strong quake off Indonesia triggered a wave that killed 230 people in 13 villages.",
    ).make_profiles()
    assert not do_names_replace(one, other)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("She is certain that the Orlin dam held.", "He is certain that the Orlin dam held.", True),
        ("“She’s certain that the Orlin dam held.", "He is certain that the Orlin dam held.", True),
        ("She is certain that the Orlin dam held.", "Ana Ruiz is certain that the Orlin dam held.", False),
    ],
)
def test_she_is_not_he(texts, one, other, clash):
    first, second = texts(one, other).make_profiles()[:2]
    assert do_sexes_clash(first, second) is do_sexes_clash(second, first) is clash

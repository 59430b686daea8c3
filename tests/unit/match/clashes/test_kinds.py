"""One thing told of two of a kind."""

import pytest

from stemma.match.clashes.kinds import do_deeds_clash, do_kinds_replace


@pytest.mark.parametrize(
    ("one", "other", "replaced"),
    [
        ("The bishop Arno Pell walked through Velden.", "The baker of Orlin walked through Velden.", True),
        ("Arno Pell gave his yacht to the Velden choir.", "Arno Pell gave his house to the Velden choir.", True),
        ("Arno Pell gave his yacht to the Velden choir.", "Arno Pell gave his ship to the Velden choir.", False),
        ("The mayor Arno Pell left Velden on foot.", "The teacher Arno Pell left Velden on foot.", False),
        ("The bishop walked through Velden at night.", "A man walked through Velden at night.", False),
        ("A bear broke into the Velden stable.", "After the bear, a wolf broke into the Velden stable.", False),
    ],
)
def test_another_of_the_kind_in_the_same_place(texts, one, other, replaced):
    first, second = texts(one, other).make_profiles()
    assert do_kinds_replace(first, second) is do_kinds_replace(second, first) is replaced


def test_across_languages_by_the_words_left_over(article, pile):
    def replace(one, other):
        articles = [article("a", one), article("b", other, language="de")]
        return do_kinds_replace(*pile(*articles).make_profiles())

    assert replace("The bishop visited the Velden hospital.", "Der Kapitän besuchte die Klinik in Velden.")
    assert not replace("The bishop visited the Velden hospital.", "Der Bischof besuchte die Klinik in Velden.")


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("The Velden mill repaired 40 carts.", "The Velden mill sold 40 carts.", True),
        ("The Velden mill repaired 40 carts.", "The Velden mill mended 40 carts.", False),
        ("The Velden mill repaired 40 carts.", "The Velden mill sold 60 carts.", False),
    ],
)
def test_two_deeds_of_one_number(texts, one, other, clash):
    first, second = texts(one, other).make_profiles()
    assert do_deeds_clash(first, second) is clash

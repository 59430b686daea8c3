"""Outlets of the pile under their own names."""

import pytest

SHUT = "the north bridge was shut to lorries"


@pytest.mark.parametrize(
    ("outlet", "language", "text", "words"),
    [
        ("Quiet Tarn News", "en", f"According to Quiet Tarn News, {SHUT}.", "Tarn"),
        ("Le Veilleur du Marais", "fr", "Le pont nord est fermé aux camions, selon Le Veilleur du Marais.", "Marais"),
        ("Harian Rawa Pagi", "id", "Harian Rawa Pagi melaporkan bahwa jembatan ditutup pada Senin.", "Rawa"),
        ("Тихий Затон", "ru", "Северный мост закрыт, сообщает «Тихий Затон».", "Затон"),
    ],
)
def test_an_outlet_of_the_pile_is_its_article_however_grammar_reads_its_name(
    pile, article, outlet, language, text, words
):
    own = article("a", "Der Nordbach führt Hochwasser.", outlet=outlet, language="de")
    found = pile(own, article("b", text, language=language, outlet="Other Paper"))
    assert found.find_witness("b", words).article == "a"


def test_a_person_who_bears_the_name_of_an_outlet_stays_one(pile, article):
    own = article("a", "The marsh is dry.", outlet="Maria Berg")
    found = pile(own, article("b", f"Maria Berg said {SHUT}."))
    assert found.find_attribution("b", "Berg").source.kind == "person"


def test_the_end_of_a_longer_name_is_another_outlet(pile, article):
    own = article("a", "The marsh is dry.", outlet="Quiet Tarn")
    found = pile(own, article("b", f"Earlier the Velden Quiet Tarn reported that {SHUT}."))
    assert found.find_witness("b", "Tarn").article is None

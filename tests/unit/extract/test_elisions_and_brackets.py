"""Words glued by an apostrophe, accents that matter, and verbs in two parts."""

from stemma.extract.attribution import find_attributions
from stemma.extract.speech.words import find_paragraphs
from stemma.lang import find_language


def test_an_elided_article_is_a_word_of_its_own() -> None:
    folds = [t.fold for t in find_paragraphs("L’azienda dell'isola è chiusa.", find_language("it"))[0].tokens]
    assert folds == ["l'", "azienda", "dell'", "isola", "e'", "chiusa", "."]


def test_an_apostrophe_at_the_end_of_the_text_is_no_elision_without_a_word() -> None:
    assert find_attributions("Lo ha detto l'", find_language("it")) == []
    assert find_attributions("De minister zei", find_language("nl")) == []


def test_the_particle_of_a_verb_may_stand_apart() -> None:
    text = "De wethouder gaf vrijdag na lang aandringen toe dat de kade verzakt."
    (found,) = find_attributions(text, find_language("nl"))
    assert (found.source.text, found.content.text, found.stance) == ("De wethouder", "de kade verzakt", "confirms")


def test_a_preposition_is_no_particle() -> None:
    assert not find_attributions("De ploeg trekt in de zomer naar de kust.", find_language("nl"))


def test_a_speaker_left_out_is_the_one_before() -> None:
    text = "Livia Tonani ha parlato per prima. «La scuola è aperta», ha detto Tonani. Ha aggiunto che il bus è gratis."
    assert find_attributions(text, find_language("it"))[-1].source.name == "Livia Tonani"

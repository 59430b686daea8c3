"""Words and sentences, a quotation being one word."""

from stemma.extract.attribution import find_attributions
from stemma.extract.speech.words import find_paragraphs, open_quotation
from stemma.lang import find_language

ENGLISH = find_language("en")


def sentences(text: str) -> list[str]:
    assert ENGLISH is not None
    return [
        text[s.tokens[s.low].start : s.tokens[s.high - 1].end]
        for paragraph in find_paragraphs(text, ENGLISH)
        for s in paragraph.sentences
    ]


def test_a_quotation_is_one_word() -> None:
    assert ENGLISH is not None
    paragraph = find_paragraphs("He said: “Go. Now.”", ENGLISH)[0]
    assert [token.kind for token in paragraph.tokens] == ["w", "w", "p", "q"]


def test_tokens_stand_where_they_say() -> None:
    text = "\t“It’s  over!” Ana Ruiz\u00a0said at 5.30 p.m.: (the U.S. site halden.com)…  no"
    assert ENGLISH is not None
    tokens = [token for paragraph in find_paragraphs(text, ENGLISH) for token in paragraph.tokens]
    spelled = "".join(text[token.start : token.end] for token in tokens)
    assert spelled == "“It’s  over!”AnaRuizsaidat5.30p.m.:(theU.S.sitehalden.com)…no"
    assert [token.fold for token in tokens[:5]] == ['"!', "ana", "ruiz", "said", "at"]


def test_a_number_is_one_word_and_a_short_form_may_end_a_sentence() -> None:
    assert ENGLISH is not None
    tokens = find_paragraphs("Some 20,000 left the U.S. He stayed in the U.S. Senate.", ENGLISH)[0].tokens
    assert tokens[1].fold == "20,000"
    assert sentences("Some left the U.S. He stayed in the U.S. Senate.") == [
        "Some left the U.S.",
        "He stayed in the U.S. Senate.",
    ]


def test_an_hour_ends_a_sentence_unless_its_day_or_zone_follows() -> None:
    assert sentences("They met at 11 a.m. ET and at 3 p.m. Tuesday in Penmarrow. It rained.") == [
        "They met at 11 a.m. ET and at 3 p.m. Tuesday in Penmarrow.",
        "It rained.",
    ]
    assert sentences("They met at 11 a.m. Police watched.") == ["They met at 11 a.m.", "Police watched."]


def test_stops_inside_quotations_and_names_end_nothing() -> None:
    assert sentences("“Go. Now,” Sgt. Ana B. Ruiz said. It rained.") == [
        "“Go. Now,” Sgt. Ana B. Ruiz said.",
        "It rained.",
    ]


def test_domains_are_words() -> None:
    assert sentences("On Friday valleynews.com said so.") == ["On Friday valleynews.com said so."]


def test_country_in_capitals_is_no_pronoun() -> None:
    assert ENGLISH is not None
    tokens = find_paragraphs("The US army told us.", ENGLISH)[0].tokens
    assert [token.fold for token in tokens[:5]] == ["the", "US", "army", "told", "us"]


def test_an_elided_article_is_a_word_of_its_own() -> None:
    folds = [t.fold for t in find_paragraphs("L’azienda dell'isola è chiusa.", find_language("it"))[0].tokens]
    assert folds == ["l'", "azienda", "dell'", "isola", "e'", "chiusa", "."]


def test_an_apostrophe_at_the_end_of_the_text_is_no_elision_without_a_word() -> None:
    assert find_attributions("Lo ha detto l'", find_language("it")) == []
    assert find_attributions("De minister zei", find_language("nl")) == []


def test_a_quotation_is_opened_without_its_marks() -> None:
    text = "“The quay is shut,” Ruiz said."
    assert ENGLISH is not None
    paragraph = find_paragraphs(text, ENGLISH)[0]
    quotation = next(iter(paragraph.quotations.values()))
    opened = open_quotation(text, paragraph, quotation, ENGLISH)
    assert opened is not None
    assert [token.fold for token in opened.tokens] == ["the", "quay", "is", "shut", ","]

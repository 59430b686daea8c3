from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def _speakers(text: str, language: str = "en", outlet: str | None = None) -> list[tuple[str, str]]:
    found = find_attributions(text, find_language(language), "a", outlet)
    return [(a.source.text, a.source.name) for a in found]


def test_agency_is_the_one_medium_cited_before() -> None:
    text = "A tram left the rails on Monday, Oster Wire reported.\n\nIt carried 40 people, according to the agency."
    assert ("the agency", "Oster Wire") in _speakers(text)


def test_kantor_berita_is_the_one_medium_cited_before() -> None:
    text = "Sebuah trem keluar rel, demikian dilaporkan Oster Wire.\n\nTrem itu sarat, menurut kantor berita itu."
    assert ("kantor berita itu", "Oster Wire") in _speakers(text, "id")


def test_paper_stays_open_between_two_media() -> None:
    text = (
        "A tram left the rails, the Oster Gazette reported. It was full, the Vale Herald reported. "
        "The driver fled, the paper said."
    )
    assert ("the paper", "Oster Gazette") not in _speakers(text)
    assert ("the paper", "Vale Herald") not in _speakers(text)


def test_company_is_the_owner_not_the_harbour() -> None:
    text = (
        "A ferry sank off Port Elm on Monday. Port Elm was closed.\n\n"
        "The ferry is owned by Brisk Lines. The company denied that the ferry had leaked."
    )
    assert ("The company", "Brisk Lines") in _speakers(text)


def test_company_stays_open_between_two_companies() -> None:
    text = "Brisk Lines and Tarn Ferries Ltd run to Port Elm. The company denied that a ferry had leaked."
    assert [name for words, name in _speakers(text) if words == "The company"] in ([""], ["company"])


def test_ministry_is_no_harbour() -> None:
    text = "Port Elm was closed. Port Elm is full. The ministry denied that oil had leaked into the bay."
    assert ("The ministry", "Port Elm") not in _speakers(text)


def test_office_with_a_name_behind_it_is_that_person() -> None:
    text = "The lock keeper, Ada Fenn, told the Oster Gazette that the gate had burst."
    assert ("The lock keeper, Ada Fenn", "Ada Fenn") in _speakers(text)


def test_titles_are_no_part_of_names() -> None:
    assert ("its director, Dr Per Holm", "Per Holm") in _speakers(
        "The clinic treated nine people, its director, Dr Per Holm, told the Oster Gazette."
    )
    assert ("Duta Besar Sari Melati", "Sari Melati") in _speakers('"Kami sedih," kata Duta Besar Sari Melati.', "id")
    text = '"Kami sedih," kata Direktur Utama Sari Melati.'
    assert ("Direktur Utama Sari Melati", "Sari Melati") in _speakers(text, "id")


def test_cited_source_before_the_verb_stands_behind_the_medium() -> None:
    text = "The Vale Herald, citing an engineer, reported that the gate had burst."
    found = {a.source.text: a for a in find_attributions(text, find_language("en"), "a", None)}
    assert found["an engineer"].inside == found["The Vale Herald"].id
    assert found["The Vale Herald"].content.text == "the gate had burst"


def test_citation_of_two_before_the_verb() -> None:
    text = "Oster Radio, quoting two miners at the pit, said the gate had burst."
    assert ("Oster Radio", "Oster Radio") in _speakers(text)


def test_seeing_and_writing_letters_say_nothing() -> None:
    assert _speakers("Ada Fenn saw the gate burst into the lock.") == []
    assert _speakers("Ada Fenn wrote three letters to the council.") == []
    assert _speakers("Ada Fenn saw that the gate had burst.") == [("Ada Fenn", "Ada Fenn")]
    assert _speakers("Ada Fenn wrote that the gate had burst.") == [("Ada Fenn", "Ada Fenn")]

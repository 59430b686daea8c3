"""Who reports whom."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language
from stemma.model import Attribution


def find(text: str, code: str = "en", outlet: str | None = None) -> list[Attribution]:
    return find_attributions(text, find_language(code), "a1", outlet)


def chain(text: str, inner: str, code: str = "en") -> list[str]:
    """Names from the outermost voice to `inner`."""
    found = find(text, code)
    by_id = {a.id: a for a in found}
    current = next(a for a in found if a.source.name == inner)
    names = [inner]
    while current.inside:
        current = by_id[current.inside]
        names.append(current.source.name)
    return names[::-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The road is open,” Ana Ruiz told Reuters.", ["Reuters", "Ana Ruiz"]),
        ("“The road is open,” said Ana Ruiz to Reuters.", ["Reuters", "Ana Ruiz"]),
        ("The road is open, Ana Ruiz said in an interview with Politiken.", ["Politiken", "Ana Ruiz"]),
        ("According to Politiken, Ana Ruiz said the road was open.", ["Politiken", "Ana Ruiz"]),
        ("Politiken quoted Ana Ruiz as saying the road was open.", ["Politiken", "Ana Ruiz"]),
        ("The road is open, Politiken reported, citing Reuters.", ["Politiken", "Reuters"]),
    ],
)
def test_chains(text: str, expected: list[str]) -> None:
    assert chain(text, expected[-1]) == expected


def test_indonesian_chain() -> None:
    text = "Jembatan itu runtuh kemarin. Kabar itu disampaikan oleh Reuters, dikutip dari Politiken."
    assert chain(text, "Reuters", "id") == ["Politiken", "Reuters"]


def test_indonesian_quoted_official() -> None:
    text = (
        "Media Norwegia Lantera menyebut jembatan itu runtuh. "
        "Pejabat yang dikutip oleh penyiar tersebut mengatakan jalan ditutup."
    )
    assert chain(text, "Pejabat", "id") == ["Lantera", "Pejabat"]


def test_own_paper_makes_no_outer_voice() -> None:
    found = find("“The road is open,” Ana Ruiz told the Valley Tribune.", outlet="Valley Tribune")
    assert [a.inside for a in found] == [None]


def test_broken_news_takes_the_sentence_before() -> None:
    text = "Nine guards left their posts. The broadcaster Lantera was among the first to break the news."
    found = find(text)[0]
    assert found.source.name == "Lantera"
    assert "Nine guards left their posts" in found.content.text


def test_spokesman_speaks_for_a_body() -> None:
    source = find("Oslo police spokesman Sgt. Peter Novak said the road was open.")[0].source
    assert (source.name, source.kind, source.speaks_for) == ("Peter Novak", "person", "Oslo police")
    source = find("A Halden spokeswoman said the road was open.")[0].source
    assert (source.name, source.speaks_for) == ("Halden spokeswoman", "Halden")


def test_no_loops() -> None:
    text = "Politiken reported, citing Reuters, that Reuters said Politiken had reported the road was open."
    found = find(text)
    by_id = {a.id: a for a in found}
    for attribution in found:
        seen, current = set(), attribution
        while current.inside:
            assert current.id not in seen
            seen.add(current.id)
            current = by_id[current.inside]


def test_repeated_headline_quotation_belongs_to_its_speaker() -> None:
    text = "‘A long and bitter winter’: guards leave\nAna Ruiz said it was “a long and bitter winter”."
    found = find(text)[0]
    assert found.content.spans[0].start == 0


def test_the_source_of_the_rumours_is_credited_with_the_sentence_that_tells_them() -> None:
    text = (
        "Rumours have it that the ferry Alba was sold. The Sound Herald wrote, “Nobody has seen the keys.”\n\n"
        "Most sites seem to be pointing to the Bend Gazette as the source of the rumours."
    )
    (found,) = [a for a in find(text) if a.source.name == "Bend Gazette"]
    assert found.content.text.startswith("Rumours have it that the ferry")


def test_that_points_at_a_noun_at_the_head_of_a_sentence() -> None:
    text = 'A post at the Bend Gazette, a site for anglers, had it first. That site adds: "The owner did not answer."'
    (found,) = [a for a in find(text) if a.cue.text == "adds"]
    assert (found.source.text, found.source.name) == ("That site", "Bend Gazette")


@pytest.mark.parametrize(
    ("text", "code", "sources"),
    [
        ("Our reporter on the quay saw that the dam had burst.", "en", []),
        ("The dam had burst, our reporter saw.", "en", []),
        ("Der Damm war gebrochen, meldet unsere Korrespondentin aus Orla.", "de", []),
        ("Плотина прорвана, сообщает наш корреспондент из порта.", "ru", []),
        ("The mayor told our reporter that the dam had burst.", "en", ["The mayor"]),
        (
            "A correspondent of the Velden Lamp saw that the dam had burst.",
            "en",
            ["A correspondent of the Velden Lamp"],
        ),
    ],
)
def test_an_articles_own_reporter_is_no_source(text: str, code: str, sources: list[str]) -> None:
    assert [a.source.text for a in find(text, code)] == sources

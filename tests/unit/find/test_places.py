import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.find import find_places, find_regions
from stemma.find.gazetteer import find_places_named
from stemma.lang import find_language

ENGLISH, INDONESIAN = find_language("en"), find_language("id")


def read(text, language=ENGLISH):
    return [(place.text, place.country) for place in find_places(text, language)]


def test_countries_are_known_in_many_languages():
    assert [
        find_places_named(name)[0].country for name in ("Nordkorea", "Korea Utara", "Rusia", "Ukraina", "Германия")
    ] == [
        "KP",
        "KP",
        "RU",
        "UA",
        "DE",
    ]


def test_a_foreign_spelling_counts_only_in_its_language():
    assert find_places_named("Island", "en") == ()
    assert find_places_named("Island", "de")[0].country == "IS"


def test_a_city_has_coordinates_and_a_state_its_region():
    kursk = find_places("a mill in Kursk", ENGLISH)[0]
    assert (kursk.country, round(kursk.lat or 0), round(kursk.lon or 0)) == ("RU", 52, 36)
    assert find_places("a mill in Montana", ENGLISH)[0].region == "Montana"


def test_an_ambiguous_name_follows_the_country_in_the_text():
    assert read("a mill in Donetsk") == [("Donetsk", "UA")]
    assert read("a mill in Donetsk, said Russian bakers in Russia")[0] == ("Donetsk", "RU")


def test_people_and_outlets_are_no_places():
    assert read("They met Florence Roe and read the Detroit Free Press, then Mr London sang.") == []


def test_a_place_beside_a_generic_word_is_found():
    assert read("a mill in Central Aceh burnt") == [("Aceh", "ID")]


def test_us_is_a_country_only_in_capitals():
    assert read("they told us of the US mills") == [("US", "US")]


def test_indonesian_places():
    assert read("hujan di Korea Utara dan Jakarta", INDONESIAN) == [("Korea Utara", "KP"), ("Jakarta", "ID")]


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["Paris", "Kursk", "in", "US", "Roe", "New York", "Oblast", ",", ".", "\n", "Georgia"]),
        max_size=12,
    )
)
def test_every_span_equals_its_text(words):
    text = " ".join(words)
    for language in (ENGLISH, INDONESIAN, None):
        assert all(place.span.of(text) == place.text for place in find_places(text, language))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Rain fell on Norway's northern regions.", ENGLISH, [("Norway's northern regions", "north", "NO")]),
        ("The northern lights shone over Oslo.", ENGLISH, []),
        ("Hujan turun di wilayah barat daya.", INDONESIAN, [("wilayah barat daya", "south-west", None)]),
        (
            "Ia ke Norwegia. Hujan di wilayah barat daya negara itu.",
            INDONESIAN,
            [("wilayah barat daya negara itu", "south-west", "NO")],
        ),
        ("Rain fell on Norway's northern regions.", None, []),
    ],
)
def test_regions_by_the_compass(text, language, expected):
    found = find_regions(text, language)
    assert [(place.text, place.region, place.country) for place in found] == expected
    assert all(place.span.of(text) == place.text for place in found)

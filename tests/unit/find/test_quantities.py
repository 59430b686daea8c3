import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.find import find_quantities
from stemma.lang import find_language
from stemma.model import Span

ENGLISH, INDONESIAN = find_language("en"), find_language("id")


def read(text, language=ENGLISH):
    return [(q.text, q.low, q.best, q.high, q.unit, q.role) for q in find_quantities(text, language)]


def bounds(text, language=ENGLISH):
    return [(q.low, q.best, q.high) for q in find_quantities(text, language)]


def units(text, language=ENGLISH):
    return [(q.best, q.unit) for q in find_quantities(text, language)]


def roles(text, language=ENGLISH):
    return [(q.best, q.role) for q in find_quantities(text, language)]


def test_a_number_covers_its_approximator_and_unit():
    assert read("Nearly two dozen bakers left.") == [("Nearly two dozen bakers", 20, 22, 24, "baker", None)]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("about 20 cows", (18, 20, 22)),
        ("almost 60 cows", (50, 55, 60)),
        ("dozens of cows", (24, 36, 99)),
        ("several hundred cows", (300, 500, 900)),
        ("several hours", (3, 5, 9)),
        ("hundreds of thousands of cows", (200000, 400000, 999000)),
        ("between 30 and 40 cows", (30, 35, 40)),
        ("3-5 cows", (3, 4, 5)),
        ("two or three cows", (2, 2.5, 3)),
        ("2 to 3 million cows", (2e6, 2.5e6, 3e6)),
        ("1,500 cows", (1500, 1500, 1500)),
        ("a dozen cows", (12, 12, 12)),
    ],
)
def test_english_intervals(phrase, expected):
    assert bounds(f"They sold {phrase} at the fair.") == [expected]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("sekitar 20 sapi", (18, 20, 22)),
        ("hampir 60 sapi", (50, 55, 60)),
        ("puluhan sapi", (20, 40, 99)),
        ("beberapa ratus sapi", (300, 500, 900)),
        ("puluhan ribu sapi", (20000, 40000, 99000)),
        ("antara 30 dan 40 sapi", (30, 35, 40)),
        ("dua belas sapi", (12, 12, 12)),
        ("10.000 sapi", (10000, 10000, 10000)),
    ],
)
def test_indonesian_intervals(phrase, expected):
    assert bounds(f"Mereka punya {phrase} di desa.", INDONESIAN) == [expected]


def test_open_intervals_keep_the_number_said():
    assert [(q.low, q.vague) for q in find_quantities("More than 50 mills, at least 8 barns", ENGLISH)] == [
        (50, True),
        (8, True),
    ]
    assert [q.high for q in find_quantities("up to 40 mills, as many as 9 barns", ENGLISH)] == [40, 9]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18 tired Ruritanian soldiers slept", (18, "soldier")),
        ("Five more officers came", (5, "officer")),
        ("a 61-year-old baker", (61, "age")),
        ("Ann Roe, 61, sang", (61, "age")),
        ("a seven-hour walk", (7, "hour")),
        ("a 90-minute walk", (1.5, "hour")),
        ("a 5.2-magnitude quake", (5.2, "magnitude")),
        ("a quake of magnitude 5.2 struck", (5.2, "magnitude")),
        ("10 miles off", (16.09344, "kilometre")),
        ("43 percent of them", (43, "percent")),
        ("43% of them", (43, "percent")),
        ("$2.5 billion", (2.5e9, "USD")),
        ("US$600-million", (6e8, "USD")),
        ("£60bn", (6e10, "GBP")),
        ("one million US dollars", (1e6, "USD")),
        ("35 degrees Celsius", (35, "celsius")),
        ("the eighth year of it", (8, "year")),
        ("the eleventh straight quarter", (11, "quarter")),
        ("a 12-member panel", (12, "member")),
        ("40 windmills turned", (40, "windmill")),
        ("one soldier stayed", (1, "soldier")),
    ],
)
def test_english_units(text, expected):
    assert units(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lima orang prajurit pulang", (5, "soldier")),
        ("3 unit rumah", (3, "house")),
        ("gempa berkekuatan 5,2 terasa", (5.2, "magnitude")),
        ("pria berusia 61 tahun", (61, "age")),
        ("Rp 5 juta", (5e6, "IDR")),
        ("empat mil dari kota", (6.437376, "kilometre")),
    ],
)
def test_indonesian_units(text, expected):
    assert units(text, INDONESIAN) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 of the pact",
        "a Boeing 737 landed",
        "an F-16 and a MiG-29",
        "Covid-19 spread",
        "in 2014 it rained",
        "on October 3, 2014",
        "at 7:37 AM",
        "call +44 20 7946",
        "one day he left",
        "the 1990s",
        "Flight 370 vanished",
        "the 5th of them",
    ],
)
def test_dates_names_and_times_are_no_quantities(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire spread, killing five cooks and injuring dozens.", [(5, "killed"), (36, "injured")]),
        ("24 dead and over 200 injured", [(24, "killed"), (200, "injured")]),
        ("18 soldiers stationed near the mill have deserted.", [(18, "deserted")]),
        ("The firm cut 800 jobs.", [(800, "laid-off")]),
        ("It made $326 million in revenue.", [(3.26e8, "revenue")]),
        ("4 gunmen killed 12 people.", [(4, None), (12, "killed")]),
        ("Five men and two women were arrested.", [(5, "arrested"), (2, "arrested")]),
        ("They arrested five men and two women.", [(5, "arrested"), (2, "arrested")]),
        ("at a depth of 10 kilometres", [(10, "depth")]),
        ("He counted 18 soldiers.", [(18, None)]),
        ("They were evacuated to 10 halls.", [(10, None)]),
    ],
)
def test_english_roles(text, expected):
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 orang tewas", [(5, "killed")]),
        ("Badai menewaskan 5 orang dan melukai puluhan warga.", [(5, "killed"), (40, "injured")]),
        ("Sekitar 18 tentara Ruritania membelot.", [(18, "deserted")]),
        ("12 rumah rusak", [(12, "damaged")]),
    ],
)
def test_indonesian_roles(text, expected):
    assert roles(text, INDONESIAN) == expected


def test_pronouns_name_no_unit():
    assert units("18 of them fled") == [(18, None)]


def test_an_unknown_language_still_reads_digits():
    assert units("43% und $5, etwa 12.000", None)[:2] == [(43, "percent"), (5, "USD")]


def test_a_span_limits_the_findings_and_keeps_offsets():
    text = "Two cows came. Three cows left."
    found = find_quantities(text, ENGLISH, Span(15, len(text)))
    assert [(q.text, q.span.start) for q in found] == [("Three cows", 15)]


WORDS = [
    "5",
    "10,000",
    "two",
    "dozen",
    "dozens",
    "of",
    "about",
    "more than",
    "-",
    "to",
    "%",
    "$",
    "people",
    "killed",
    ",",
    "a",
]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*WORDS, "(", ")", "million", "Rp", "3.", "\n", "and", "Ann", "year-old"]), max_size=14)
)
def test_every_span_lies_in_the_text_and_equals_it(words):
    text = " ".join(words)
    for language in (ENGLISH, INDONESIAN, None):
        for quantity in find_quantities(text, language):
            assert quantity.span.of(text) == quantity.text
            assert 0 < len(quantity.text) <= 120
            assert quantity.low <= quantity.best <= quantity.high


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text):
    for language in (ENGLISH, INDONESIAN, None):
        assert all(quantity.span.of(text) == quantity.text for quantity in find_quantities(text, language))


def test_a_lower_multiplier_goes_on_with_the_number() -> None:
    for code, text in (("zh", "损失1亿2000万元"), ("ko", "1억 2000만 원을 잃었다")):
        assert [q.best for q in find_quantities(text, find_language(code))] == [120_000_000]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The dairy will sack a quarter of its 900 workers this week."),
        ("de", "Die Molkerei entließ ein Viertel der 900 Mitarbeiter."),
    ],
)
def test_the_whole_behind_a_share_is_not_what_was_done_to_the_share(code, text):
    assert (900, None) in roles(text, find_language(code))

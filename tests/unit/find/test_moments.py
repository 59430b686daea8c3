import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.find import find_moments
from stemma.lang import find_language

ENGLISH, INDONESIAN = find_language("en"), find_language("id")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on October 3 it rained", ("October 3", "XXXX-10-03")),
        ("May 5, 2013", ("May 5, 2013", "2013-05-05")),
        ("17 Oct 2024", ("17 Oct 2024", "2024-10-17")),
        ("in June 2024", ("June 2024", "2024-06")),
        ("by the end of February.", ("February", "XXXX-02")),
        ("late Tuesday", ("late Tuesday", "XXXX-WXX-2")),
        ("Tuesday night it fell", ("Tuesday night", "XXXX-WXX-2")),
        ("since 1993", ("1993", "1993")),
        ("the vote (2015)", ("2015", "2015")),
        ("the 1990s", ("1990s", "199X")),
        ("at 1 p.m. today"[:9], ("1 p.m.", "T13:00")),
        ("0737 GMT", ("0737 GMT", "T07:37Z")),
        ("7:37 AM local time", ("7:37 AM local time", "T07:37")),
        ("Earlier this year it fell", ("Earlier this year", "REL:year:early")),
        ("last week", ("last week", "REL:week:-1")),
        ("yesterday", ("yesterday", "REL:day:-1")),
        ("next week", ("next week", "REL:week:1")),
        ("two days ago", ("two days ago", "REL:day:-2")),
        ("2024-10-17", ("2024-10-17", "2024-10-17")),
    ],
)
def test_english_times(text, expected):
    assert [(moment.text, moment.value) for moment in find_moments(text, ENGLISH)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kamis (17/10)", [("Kamis", "XXXX-WXX-4"), ("17/10", "XXXX-10-17")]),
        ("pada hari Selasa", [("hari Selasa", "XXXX-WXX-2")]),
        ("17 Oktober 2024", [("17 Oktober 2024", "2024-10-17")]),
        ("pukul 07.37 WIB", [("07.37 WIB", "T07:37+07:00")]),
        ("awal tahun ini", [("awal tahun ini", "REL:year:early")]),
        ("pada bulan Juni", [("Juni", "XXXX-06")]),
    ],
)
def test_indonesian_times(text, expected):
    found = [(moment.text, moment.value) for moment in find_moments(text, INDONESIAN)]
    assert [value for _, value in found] == [value for _, value in expected]


@pytest.mark.parametrize(
    "text", ["He may go.", "Theresa May sang", "2014 people", "a march home", "version 3.10", "99/99/2014"]
)
def test_what_only_looks_like_a_time_is_none(text):
    assert find_moments(text, ENGLISH) == []


def test_an_unknown_language_reads_digits():
    assert [moment.value for moment in find_moments("2024-10-17, 2024年10月3日, 12:30", None)] == [
        "2024-10-17",
        "2024-10-03",
        "T12:30",
    ]


WORDS = [
    "May",
    "5",
    "2013",
    ",",
    "in",
    "late",
    "Tuesday",
    "(17/10)",
    "12:30",
    "p.m.",
    "last",
    "week",
    "two",
    "days",
    "ago",
    "\n",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_every_span_equals_its_text_and_none_overlap(words):
    text = " ".join(words)
    for language in (ENGLISH, INDONESIAN, None):
        moments = find_moments(text, language)
        assert all(moment.span.of(text) == moment.text and moment.text for moment in moments)
        assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(moments))


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("de", "Um 15:00 Uhr MEZ begann es.", "T15:00+01:00"),
        ("de", "Es begann um 8 Uhr abends.", "T20:00"),
        ("fr", "Vers 7h30 (heure locale), il pleuvait.", "T07:30"),
        ("fr", "Tout a commencé à 8 heures du soir.", "T20:00"),
        ("es", "Empezó a las 3 de la tarde.", "T15:00"),
        ("pt", "Começou às 15h30 (horário de Brasília).", "T15:30-03:00"),
        ("ru", "Всё началось в 3 часа дня.", "T15:00"),
        ("uk", "Усе почалося о 10 годині ранку.", "T10:00"),
        ("id", "Acara dimulai pukul 10.00 WIB.", "T10:00+07:00"),
        ("ar", "بدأ الاجتماع الساعة 10:30 بالتوقيت المحلي.", "T10:30"),
        ("zh", "会议于北京时间10时30分开始。", "T10:30+08:00"),
        ("zh", "会议于当地时间下午3点开始。", "T15:00"),
        ("ja", "会議は日本時間午後3時に始まった。", "T15:00+09:00"),
        ("ko", "회의는 오전 10시 30분에 시작됐다.", "T10:30"),
    ],
)
def test_clock_times_of_other_languages(code, text, value):
    assert value in [m.value for m in find_moments(text, find_language(code))]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le village est à 3 heures de route."),
        ("ru", "Они работали до 10 часов в день."),
        ("ja", "会議は3時間続いた。"),
        ("zh", "会议持续了3小时。"),
    ],
)
def test_hours_that_last_are_no_clock_times(code, text):
    assert find_moments(text, find_language(code)) == []

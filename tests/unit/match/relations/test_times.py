"""Moments side by side: the day, the hour, and since when."""

import pytest

from stemma.match.relations.times import do_moments_agree, find_years, name_kind

SANK = "The Selmar ferry sank on {} near the old lighthouse."
BEGAN = "The strike at the Selmar docks began in February 2022 over pay."
EIGHTH = "The strike over pay at the Selmar docks has entered its {} year."


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("Monday", "Monday", "same"),
        ("Monday", "Tuesday", "contradiction"),
        ("3 May 2024", "4 May 2024", "contradiction"),
    ],
)
def test_days_of_one_event(texts, one, other, label):
    assert texts(SANK.format(one), SANK.format(other)).compare("moment").label == label


def test_days_in_other_words_are_not_compared(texts):
    pile = texts(SANK.format("Monday"), "Divers reached the hull of the Selmar ferry with a lamp on Tuesday.")
    assert pile.compare("moment") is None


def test_one_text_with_two_days_contradicts_nobody(texts):
    pile = texts("The Selmar ferry sails on May 3 and again on May 9.", "The Selmar ferry sails on May 5.")
    assert pile.compare("moment") is None


def test_a_few_minutes_are_a_rounding(texts):
    sentence = "The alarm in the Selmar mill rang at {} a.m. on the quay."
    assert texts(sentence.format("2:12"), sentence.format("2:15")).compare("moment").label == "rounding"


def test_a_day_and_a_weekday_are_not_compared(texts):
    assert texts(SANK.format("Monday"), SANK.format("3 May 2024")).compare("moment") is None


@pytest.mark.parametrize(
    ("count", "days", "label"),
    [
        ("eighth", ("2024-05-03", "2024-05-03"), "contradiction"),
        ("third", ("2024-05-03", "2024-05-03"), "same"),
        ("eighth", (None, "2024-05-03"), "contradiction"),
        ("third", (None, "2024-05-03"), "same"),
    ],
)
def test_since_when(texts, count, days, label):
    variant = texts(BEGAN, EIGHTH.format(count), days=days).compare("moment")
    assert {reading.value for reading in variant.readings} == {"February 2022", f"{count} year"}
    assert variant.explanation.startswith("since when: ")
    assert variant.label == label


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2024-05-03", "2024-05", True),
        ("2024-05-03", "XXXX-05-03", True),
        ("2024-05-03", "2024-05-04", False),
        ("T13:00", "T13:05", False),
        ("T13:00", "T13:00Z", True),
    ],
)
def test_values_agree_up_to_the_coarser(one, other, agree):
    assert do_moments_agree(one, other) is agree
    assert do_moments_agree(other, one) is agree


@pytest.mark.parametrize(
    ("value", "kind"),
    [("T13:00", "time of day"), ("REL:last week", None), ("XXXX-WXX-2", "weekday"), ("2024-05", "date")],
)
def test_kinds_of_moments(value, kind):
    assert name_kind(value) == kind


def test_years_in_which_an_undated_article_may_be_written(article):
    dated = [article("a", "x", published="2022-03-01"), article("b", "x", published="2024"), article("c", "x")]
    assert find_years(dated, []) == (2021, 2026)
    assert find_years([article("c", "x")], []) is None


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("T15:00-05:00", "T20:00Z", True),
        ("T01:00+07:00", "T18:00Z", True),
        ("T15:00-05:00", "T15:00Z", False),
        ("T15:00", "T15:00Z", True),
    ],
)
def test_clock_times_are_compared_in_universal_time(one, other, agree):
    assert do_moments_agree(one, other) is agree


def test_days_of_two_deeds_in_much_the_same_words_are_not_compared(texts):
    pile = texts(
        "Three guards who vanished from the Selmar camp were found on Monday near the lake.",
        "Three guards vanished on Saturday from the Selmar camp near the lake.",
    )
    assert pile.compare("moment") is None


def test_one_start_is_the_same_in_any_words(texts):
    first = "The harbour strike in Selmar has gone on since January over the pay of the dockers."
    pile = texts(first, first.replace("over", "about"))
    assert pile.compare("moment").label == "same"

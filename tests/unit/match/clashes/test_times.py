"""Other times: dates far apart, other weekdays, this week and years ago, hours and weeks."""

import pytest

from stemma.match.clashes.times import do_dates_clash, do_days_clash, do_durations_clash, do_eras_clash


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("on 4 May", "on 9 November", True),
        ("on 4 May", "on 6 May", False),
        ("on 4 May", "on 15 May", True),
        ("on 30 December", "on 2 January", False),
        ("in May", "in October", True),
        ("in May", "on 28 May", False),
        ("in 1987", "in 2003", True),
        ("on 4 May", "on Tuesday", False),
        ("on 4 May and again on 9 November", "on 9 November", False),
    ],
)
def test_dates_far_apart_are_two_events(texts, one, other, clash):
    pile = texts(f"The Orlin windmill burned down {one}.", f"The Orlin windmill burned down {other}.")
    first, second = (profile.claim for profile in pile.make_profiles())
    assert do_dates_clash(first, second) is do_dates_clash(second, first) is clash


def test_what_is_planned_may_be_put_off(texts):
    pile = texts("The Orlin windmill will open on 4 May.", "The Orlin windmill will open on 15 May.")
    first, second = (profile.claim for profile in pile.make_profiles())
    assert not do_dates_clash(first, second)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("on Monday", "on Friday", True),
        ("on Monday", "on Tuesday", False),
        ("on Sunday", "on Monday", False),
        ("on Monday", "three years ago", True),
        ("on Monday", "last winter", True),
        ("on Monday", "two days ago", False),
        ("last year", "three years ago", False),
    ],
)
def test_another_day_of_the_week_and_years_ago(texts, one, other, clash):
    pile = texts(f"The Orlin windmill burned down {one}.", f"The Orlin windmill burned down {other}.")
    first, second = (profile.claim for profile in pile.make_profiles())
    assert do_days_clash(first, second) is do_days_clash(second, first) is clash


def test_articles_of_other_weeks_count_from_other_days(texts):
    words = ("The Orlin windmill burned down on Monday.", "The Orlin windmill burned down last year.")
    pile = texts(*words, days=("2021-05-04", "2022-06-01"))
    first, second = (profile.claim for profile in pile.make_profiles())
    assert not do_days_clash(first, second)


def test_a_level_read_again_is_brought_up_to_date(texts):
    pile = texts("Lake Orlin stood at 40 percent on Monday.", "Lake Orlin stood at 35 percent on Friday.")
    first, second = (profile.claim for profile in pile.make_profiles())
    assert not do_days_clash(first, second)


def test_hours_are_not_weeks(texts):
    pile = texts(
        "The bakers struck for two hours.", "The bakers struck for three weeks.", "They struck for 90 minutes."
    )
    hours, weeks, minutes = (profile.counts for profile in pile.make_profiles())
    assert do_durations_clash(hours, weeks)
    assert not do_durations_clash(hours, minutes)
    assert not do_durations_clash(hours, [])


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("The dairy will cut 900 jobs.", "The dairy cut 400 jobs in 1993.", True),
        ("The dairy will cut 900 jobs in 2031.", "The dairy cut 400 jobs in 1993.", False),  # the years tell
        ("The dairy cut 900 jobs.", "The dairy cut 400 jobs in 1993.", False),  # perhaps the same cut
    ],
)
def test_what_is_planned_is_not_what_was_done_years_ago(texts, one, other, clash):
    first, second = (profile.claim for profile in texts(one, other).make_profiles())
    assert do_eras_clash(first, second) is do_eras_clash(second, first) is clash


def test_one_article_with_two_numbers_and_one_year_tells_of_two_events(pile, article):
    found = pile(article("a", "The dairy cut 900 jobs this week, more than it ever did.\n\nIt cut 400 jobs in 1993."))
    first, second = (c for c in found.matching.claims if c.quantities)
    assert do_eras_clash(first, second)

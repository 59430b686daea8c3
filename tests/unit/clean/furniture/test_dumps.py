"""Whole pages copied into a text file."""

from hypothesis import given
from hypothesis import strategies as st

from stemma.clean.furniture.dumps import cut_to_article, find_best_run

MENU = ["Home", "News", "Sport", "Weather", "Harbour", "Culture", "Shop", "Log in", "Subscribe", "Search"]
TITLE = "Ferry turns back after timber blocks the channel"
BODY = [
    "The ferry Alma left Harborview on Monday with forty passengers, and it came back an hour later.",
    "Captain Ida Holm said that drifting timber had blocked the narrow channel below the old mill.",
    "“We could not have gone on without risk for the passengers,” she told the town council.",
    "Nobody was hurt, and the harbour master expects the line to run again before the weekend.",
]
FOOT = ["Most read", "Bridge closed", "Fair opens", "Contact", "Imprint", "Privacy", "Jobs", "Cookies"]


def test_a_copied_page_is_cut_to_its_article() -> None:
    assert cut_to_article([*MENU, TITLE, "By Ida Reyes", "4 May 2026", *BODY, *FOOT]) == [TITLE, "4 May 2026", *BODY]


def test_a_text_with_a_few_short_lines_is_no_copied_page() -> None:
    assert cut_to_article([TITLE, "By Ida Reyes", "4 May 2026", "", *BODY, "Harbour Post"]) is None
    assert cut_to_article(MENU + FOOT) is None
    assert cut_to_article([]) is None


def test_what_stands_three_times_goes() -> None:
    note = "Turn on scripts to see the content that stands here."
    lines = [*MENU, TITLE, BODY[0], note, BODY[1], note, BODY[2], note, BODY[3], *FOOT]
    assert cut_to_article(lines) == [TITLE, *BODY]


@given(st.lists(st.integers(-20, 20).map(float), max_size=12))
def test_no_run_has_a_greater_sum_than_the_best(weights: list[float]) -> None:
    start, end = find_best_run(weights)
    sums = [sum(weights[low:high]) for low in range(len(weights) + 1) for high in range(low, len(weights) + 1)]
    assert sum(weights[start:end]) == max(sums)

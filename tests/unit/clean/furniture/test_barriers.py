"""What stands where an article should be, and short articles that only look so."""

import pytest

from stemma.clean.draft import Draft
from stemma.clean.furniture.barriers import REASONS, find_barrier
from stemma.lang import find_language, known_codes

LEAD = "The ferry Alma left Harborview on Monday with forty passengers, and it came back an hour later."
ARTICLE = tuple(f"{LEAD} That was trip number {number}, said the captain." for number in range(8))
LANGUAGES = [find_language(code) for code in known_codes()]


def test_an_article_is_no_barrier() -> None:
    assert find_barrier(Draft(lines=ARTICLE, title="Ferry turns back")) is None
    assert find_barrier(Draft(lines=(LEAD,), title="Ferry turns back", around=("News", "Sport", "Log in"))) is None


def test_the_stub_of_a_paywall() -> None:
    asking = Draft(lines=(LEAD, "Already a subscriber? Log in to continue reading."), title="Ferry turns back")
    assert find_barrier(asking) == REASONS["paywall"]
    around = Draft(lines=(LEAD,), title="Ferry turns back", around=("Subscribe to keep reading",))
    assert find_barrier(around) == REASONS["paywall"]
    assert find_barrier(Draft(lines=(LEAD,), is_paid=True)) == REASONS["paywall"]


def test_a_whole_article_with_an_offer_is_read() -> None:
    assert find_barrier(Draft(lines=(*ARTICLE, "Subscribe to keep reading"), is_paid=True)) is None


@pytest.mark.parametrize(
    "title", ["404 Not Found", "Page not found", "Access Denied", "Just a moment...", "ページが見つかりません"]
)
def test_an_error_page(title: str) -> None:
    lines = ("The address may have changed.", "Go back to the front page and try again.")
    assert find_barrier(Draft(lines=lines, title=title)) == REASONS["error"]


def test_an_article_about_an_error_is_read() -> None:
    title = "“Page not found”: harbour office loses its web site for the third time this year"
    assert find_barrier(Draft(lines=ARTICLE[:3], title=title)) is None


def test_a_cookie_wall() -> None:
    lines = (
        "We value your privacy. We and our partners store data on your device.",
        "We use cookies to show you advertisements that fit you. Read our cookie policy.",
        "Accept all",
    )
    assert find_barrier(Draft(lines=lines, title="Harbour Post")) == REASONS["consent"]
    assert find_barrier(Draft(lines=(LEAD, "We use cookies."), title="Ferry turns back")) is None
    wall = "We and our 842 partners store and access personal data on your device, if you agree."
    assert find_barrier(Draft(lines=(wall,), title="We value your privacy")) == REASONS["consent"]


def test_a_login_page() -> None:
    lines = ("Sign in to continue", "Enter your email", "Forgot your password?")
    assert find_barrier(Draft(lines=(), title="Harbour Post", around=lines)) == REASONS["login"]


@pytest.mark.parametrize("kind", sorted(REASONS))
def test_every_language_knows_every_barrier(kind: str) -> None:
    for language in LANGUAGES:
        assert language is not None
        first, *rest = language.page.barriers[kind]
        lines = (first, rest[0]) if kind in ("consent", "login") else (first,)
        assert find_barrier(Draft(lines=lines)) == REASONS[kind], (language.code, first)

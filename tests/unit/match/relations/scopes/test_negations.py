"""What a negation speaks of."""

import pytest

BOUGHT = "The Orlin brewery bought the Selmar dairy works."


@pytest.mark.parametrize(
    "other",
    [
        "Not only the Orlin brewery bought the Selmar dairy works.",
        "No brewery of Orlin bought the Selmar dairy works until Monday.",
        "If the Orlin brewery has not bought the Selmar dairy works, nobody has.",
        "The Orlin brewery bought the Selmar dairy works and did not look back.",
    ],
)
def test_what_is_not_denied(texts, other):
    assert texts(BOUGHT, other).compare("stance") is None


def test_two_negations_agree(texts):
    one = "The Orlin brewery never bought the Selmar dairy works."
    other = "No, the Orlin brewery has not bought the Selmar dairy works."
    assert texts(one, other).compare("stance") is None


def test_two_rebuttals_agree(texts):
    one = "The tale of the Selmar dairy works is false."
    other = "The tale of the Selmar dairy works is not true."
    assert texts(one, other).compare("stance") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orlin has called fifty doctors.", "Orlin called fifty doctors and nobody came."),
        (
            "The Orlin brewery has closed the Selmar dairy.",
            "It is not the first time the Orlin brewery closed the Selmar dairy.",
        ),
        (
            "The Orlin guards lost the Selmar gate.",
            "The Orlin guards said they would storm the Selmar gate if it did not open.",
        ),
        (
            "The Orlin brewery refuses to let farmers sell Selmar milk.",
            "The Orlin brewery does not let farmers sell Selmar milk.",
        ),
        (
            "Selmar crowds took up the Orlin slogan.",
            "Selmar crowds took up the Orlin slogan 'hands up, don't shoot' at noon.",
        ),
        ("The mayor does not believe the Orlin fog is a danger.", "The Orlin fog is not a danger."),
        ("Judge Holt got the request for a Selmar hearing.", "Judge Holt denied the request for a Selmar hearing."),
    ],
)
def test_what_denies_nothing(texts, one, other):
    assert texts(one, other).compare("stance") is None

import pytest

from stemma.find.numbers import NumberReader, find_tokens, read_digits
from stemma.lang import find_language


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "value"),
    [
        ("10,000", ".", ",", 10000),
        ("10.000", ",", ".", 10000),
        ("10.000", ".", ",", 10),
        ("6,1", ",", ".", 6.1),
        ("6.1", ",", ".", 6.1),
        ("1.234.567", ".", ",", 1234567),
        ("1,234.5", ".", ",", 1234.5),
        ("1.234,5", ",", ".", 1234.5),
        ("10\u00a0000", ".", ",", 10000),
        ("0.125", ",", ".", 0.125),
        ("1.2.3", ".", ",", None),
        ("5,6,7", ".", ",", None),
    ],
)
def test_separators_are_read_as_the_language_means_them(text, decimal, thousands, value):
    assert read_digits(text, decimal, thousands) == value


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("en", "twenty-one", 21),
        ("en", "two hundred and fifty", 250),
        ("en", "three hundred thousand", 300000),
        ("en", "2.5 billion", 2.5e9),
        ("en", "60bn", 60e9),
        ("en", "two dozen", 24),
        ("id", "dua belas", 12),
        ("id", "dua puluh lima", 25),
        ("id", "tiga ratus ribu", 300000),
        ("id", "seribu lima ratus", 1500),
        ("id", "1,5 juta", 1.5e6),
    ],
)
def test_words_and_multipliers_make_one_number(code, text, value):
    language = find_language(code)
    tokens = find_tokens(text, language)
    amount = NumberReader(tokens, language).read(0)
    assert amount is not None
    assert amount.best == value
    assert amount.last == len(tokens)

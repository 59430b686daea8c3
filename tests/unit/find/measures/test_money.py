"""Money by its sign or code."""

import pytest

from stemma.find import find_quantities
from stemma.lang import find_language


@pytest.mark.parametrize(
    ("text", "currency", "value"),
    [
        ("The mill cost $5 million.", "USD", 5e6),
        ("The mill cost A$20 in all.", "AUD", 20),
        ("They paid Rp. 300 for it.", "IDR", 300),
        ("They paid EUR 12 for it.", "EUR", 12),
        ("They paid $7 dollars for it.", "USD", 7),
    ],
)
def test_a_sign_names_the_currency(text, currency, value):
    assert [(q.unit, q.best) for q in find_quantities(text, find_language("en"))] == [(currency, value)]

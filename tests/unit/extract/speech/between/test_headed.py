"""Bodies beside an office without a preposition."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


@pytest.mark.parametrize(
    ("code", "text", "body"),
    [
        ("en", "The bridge is shut, police spokesman Edo Varl said.", "police"),
        ("en", "The bridge is shut, interior ministry spokesman Edo Varl said.", "interior ministry"),
        ("en", "The bridge is shut, Halden spokesman Edo Varl said.", "Halden"),
        ("en", "The bridge is shut, former police chief Edo Varl said.", None),
        ("en", "The bridge is shut, resident Edo Varl said.", None),
        ("ru", "Мост закрыт, сообщил начальник районной больницы Иван Лесной.", "районной больницы"),
        ("id", "Jembatan ditutup, kata kepala dinas perhubungan Edo Varl.", "dinas perhubungan"),
        ("pl", "Most jest zamknięty, powiedział rzecznik policji Marek Lis.", "policji"),
    ],
)
def test_the_body_whose_office_it_is(code: str, text: str, body: str | None) -> None:
    assert [a.source.speaks_for for a in find_attributions(text, find_language(code))] == [body]

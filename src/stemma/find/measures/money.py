"""Money by its sign or code: "$5 million", "US$ 20", "Rp. 300", "USD 12"."""

from stemma.find.numbers import CURRENCY_CODES, CURRENCY_SIGNS, SIGN_PREFIXES, Amount, NumberReader
from stemma.find.roles import find_family


def find_sign(reader: NumberReader, amount: Amount) -> tuple[str, int] | None:
    """The currency of a sign before the number, and the sign's first token."""
    index = _find_digits(reader, amount)
    sign = reader.word(index - 1)
    if sign in CURRENCY_CODES:
        return sign.upper(), min(amount.first, index - 1)
    if sign == "." and reader.word(index - 2) == "rp":
        return "IDR", min(amount.first, index - 2)
    unit = CURRENCY_SIGNS.get(sign)
    if unit is None:
        return None
    first = index - 1
    prefix = SIGN_PREFIXES.get(reader.word(first - 1)) if reader.touches(first) else None
    if prefix and sign == "$":
        unit, first = prefix, first - 1
    return unit, min(amount.first, first)


def _find_digits(reader: NumberReader, amount: Amount) -> int:
    places = range(amount.first, amount.last)
    return next((index for index in places if reader.tokens[index].kind == "number"), amount.first)


def find_end_of_money(reader: NumberReader, index: int) -> int:
    """The first token behind the amount, past a currency said again: "$5 dollars"."""
    return index + 1 if find_family(reader.counting.units.get(reader.word(index))) == "money" else index

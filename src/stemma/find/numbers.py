"""Numbers as they are written: digits, words, vague amounts, ranges, approximations."""

import math
import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import NamedTuple

from stemma.find.terms import per_language
from stemma.lang.cutting import Cutter, find_cutter
from stemma.lang.language import Counting, Language
from stemma.text import fold

_DIGITS = r"\d+(?:[.,]\d+)*"
_SPACED = r"\d{1,3}(?:[\u00a0\u202f\u2009SPACE]\d{3})+(?:[.,]\d+)?(?!\d)"
_REST = r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<mark>\n+|[^\w\s]|_)"
_DASHES = frozenset("-–—‐‑")
_ABOUT = 0.1  # "about 20" is 18 to 22
_BELOW = 1 / 6  # "almost two dozen" is 20 to 24
SPANS_OF_TIME = frozenset({"hour", "minute"})  # days and weeks are mostly dates: "a few days later"
_OPEN = 2  # "more than 50" ends at 100, "up to 50" begins at 25


class Token(NamedTuple):
    """A number, a word or a mark of a text."""

    start: int
    end: int
    text: str
    folded: str
    kind: str  # number word mark


_make_token: Callable[[tuple[int, int, str, str, str]], Token] = partial(tuple.__new__, Token)  # a text has hundreds


class Amount(NamedTuple):
    """A number as read from tokens [first, last)."""

    low: float
    best: float
    high: float
    first: int
    last: int
    vague: bool = False
    joined: bool = False  # two digits with a dash between: counts only with a unit
    ordinal: bool = False
    approximator: str = ""
    open_ended: bool = False


@per_language
def _find_tokeniser(language: Language | None) -> re.Pattern[str]:
    plain_space = " " if language is not None and language.counting.thousands == " " else ""
    elided = sorted(word.rstrip("'") for word in language.speech.elisions) if language is not None else []
    glued = rf"(?:{'|'.join(elided)})['’](?=[^\W_])|" if elided else ""  # "d'euros" is two words
    rest = _REST.replace("(?P<word>", f"(?P<word>{glued}")
    return re.compile(f"(?P<number>{_SPACED.replace('SPACE', plain_space)}|{_DIGITS}){rest}", re.IGNORECASE)


def find_tokens(text: str, language: Language | None) -> list[Token]:
    """Numbers, words and marks in order; line breaks are marks."""
    cut = find_cutter(language)
    matches = _find_tokeniser(language).finditer(text)
    if cut is None:
        return [_make_token((*m.span(), word := m.group(), fold(word), m.lastgroup or "")) for m in matches]
    return [token for match in matches for token in _make_tokens(match, cut)]


def _make_tokens(match: re.Match[str], cut: Cutter) -> list[Token]:
    word, start, kind = match.group(), match.start(), match.lastgroup or ""
    pieces = cut(word) if kind == "word" else ((0, len(word)),)
    return [Token(start + low, start + high, part := word[low:high], fold(part), kind) for low, high in pieces]


@lru_cache(maxsize=8192)
def read_digits(text: str, decimal: str, thousands: str) -> float | None:
    """The value of digits with separators, or None where they make no number ("1.2.3").

    Args:
        text: digits with "." "," or spaces among them.
        decimal: the language's decimal mark.
        thousands: its mark between groups of three.
    """
    plain = re.sub(r"[\s\u00a0\u202f\u2009]", "", text)
    marks = [character for character in plain if character in ".,"]
    if not marks:
        return float(plain)
    groups = re.split(r"[.,]", plain)
    if len(set(marks)) == 2:
        if marks.count(marks[-1]) > 1 or any(len(group) != 3 for group in groups[1:-1]):
            return None
        return float("".join(groups[:-1]) + "." + groups[-1])
    if len(marks) > 1:
        return float("".join(groups)) if all(len(group) == 3 for group in groups[1:]) else None
    is_grouped = len(groups[1]) == 3 and groups[0] != "0" and len(groups[0]) <= 3 and marks[0] == thousands
    return float("".join(groups)) if is_grouped else float(".".join(groups))


class _Sums(NamedTuple):
    """A number word by word: finished thousands, hundreds of the present group, and what waits for a multiplier."""

    total: float
    group: float
    pending: float


class NumberReader:
    """Reads amounts from the tokens of one text."""

    def __init__(self, tokens: list[Token], language: Language | None) -> None:
        self.tokens = tokens
        self.counting = language.counting if language else Counting()

    def word(self, index: int) -> str:
        """The folded token there, or "" beyond the ends."""
        return self.tokens[index].folded if 0 <= index < len(self.tokens) else ""

    def touches(self, index: int) -> bool:
        """True when nothing stands between the token and the one before it."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start

    def skip_hyphen(self, index: int) -> int:
        """The index after a hyphen that joins two words."""
        joined = self.word(index) in _DASHES and self.touches(index) and self.touches(index + 1)
        return index + 1 if joined else index

    def read(self, index: int) -> Amount | None:
        """The amount that begins at the token, with its range and approximation, or None."""
        amount = self._read_core(index)
        if amount is None:
            return None
        return self._approximate(self._read_range(amount))

    # ------------------------------------------------------------ one number

    def _read_core(self, index: int) -> Amount | None:
        token = self.tokens[index]
        if token.kind == "number":
            value = read_digits(token.text, self.counting.decimal, self.counting.thousands)
            return None if value is None else self._multiply(value, index, index + 1)
        word = token.folded
        single = word in self.counting.singles and self.word(index + 1) in self.counting.vague
        if single or word in self.counting.vague:
            vague = self._read_vague(index + single)
            return vague._replace(first=index) if single and vague else vague
        if word in self.counting.number_words:
            return self._read_words(index)
        if word in self.counting.multipliers and len(word) > 3:
            before = self.word(index - 1)
            first = index - 1 if before in ("a", "an") else index
            return self._read_words(index)._replace(first=first) if before in ("a", "an") else None
        if word in self.counting.ordinals:
            value = float(self.counting.ordinals[word])
            return Amount(value, value, value, index, index + 1, ordinal=True)
        return None

    def _multiply(self, value: float, first: int, last: int) -> Amount:
        """Apply the multipliers that follow digits: "2.5 billion", "600-million", "60bn"."""
        after = self.skip_hyphen(last)
        while (factor := self._find_factor(after, last)) is not None:
            value, last = round(value * factor, 6), after + 1
            after = self.skip_hyphen(last)
        return self._add_lower(Amount(value, value, value, first, last))

    def _add_lower(self, amount: Amount) -> Amount:
        """Add what goes on with a lower multiplier: 1亿2000万, 1억 2000만."""
        factor, lower = self._find_letter(amount.last - 1), self._find_letter(amount.last + 1)
        following = self.tokens[amount.last] if amount.last < len(self.tokens) else None
        if following is None or following.kind != "number" or not 1 < lower < factor:
            return amount
        value = read_digits(following.text, self.counting.decimal, self.counting.thousands)
        if value is None:
            return amount
        value = amount.best + value * lower
        return self._add_lower(Amount(value, value, value, amount.first, amount.last + 2))

    def _find_letter(self, index: int) -> float:
        """What a multiplier of one letter stands for, as 万 and 억 do; 0 for other words."""
        word = self.word(index)
        return 0.0 if word.isascii() or len(word) != 1 else self.counting.multipliers.get(word, 0.0)

    def _find_factor(self, index: int, last: int) -> float | None:
        word = self.word(index)
        factor = self.counting.multipliers.get(word)
        if factor is None or (len(word) == 1 and word.isascii() and not self._is_short_multiplier(index, last)):
            return None
        return factor

    def _is_short_multiplier(self, index: int, last: int) -> bool:
        """One letter multiplies only right behind the digits: "10k"; "m" and "b" only with a currency sign."""
        if index != last or not self.touches(index):
            return False
        return self.word(index) == "k" or self.word(index - 2) in CURRENCY_SIGNS

    def _read_words(self, index: int) -> Amount:
        """Add up number words: "two hundred and fifty", "dua puluh lima", "seribu lima ratus"."""
        sums: _Sums | None = _Sums(0.0, 0.0, 0.0)
        first, last, reached = index, index + 1, _Sums(0.0, 0.0, 0.0)
        while sums is not None:
            sums = self._add_word(reached, self.word(index), index == first)
            if sums is None:
                break
            reached, last = sums, index + 1
            index = self._skip_and(self.skip_hyphen(last), reached.pending)
        value = sum(reached)
        return Amount(value, value, value, first, last)

    def _add_word(self, sums: _Sums, word: str, is_first: bool) -> _Sums | None:
        """The sums with one more number word, or None where it does not go on."""
        value = self.counting.number_words.get(word)
        if word in self.counting.additive and 0 < sums.pending < 10:
            return sums._replace(pending=sums.pending + self.counting.additive[word])
        if value is not None and self.counting.vigesimal and sums.pending in (60, 80) and 10 <= value < 20:
            return sums._replace(pending=sums.pending + value)
        if value is not None:
            return _add_value(sums, value)
        factor = self.counting.multipliers.get(word)
        if factor is None or (len(word) < 3 and word.isascii()) or not (is_first or sums.pending or sums.group):
            return None
        if factor >= 1000:
            return _Sums(sums.total + (sums.group + sums.pending or 1) * factor, 0.0, 0.0)
        return _Sums(sums.total, sums.group + (sums.pending or 1) * factor, 0.0)

    def _skip_and(self, index: int, pending: float) -> int:
        """As in "two hundred and fifty": the joining word is part of the number only after a hundred or thousand."""
        is_joined = (
            self.word(index) in self.counting.number_joiners
            and (pending == 0 or (pending >= 20 and self._follows_ten(index + 1)))
            and self.word(index + 1) in self.counting.number_words
            and self.word(index + 2) not in self.counting.multipliers
        )
        return index + 1 if is_joined else index

    def _follows_ten(self, index: int) -> bool:
        """True for a number word that may stand behind twenty: below ten, or below twenty in "soixante et onze"."""
        return self.counting.number_words.get(self.word(index), 20) < (20 if self.counting.vigesimal else 10)

    def _read_vague(self, index: int) -> Amount | None:
        low, best, high = self.counting.vague[self.word(index)]
        is_weak = high < 10  # "several", "a few": a number only with hundred, thousand … or of hours
        last = index + 1
        factored = False
        while True:
            after = last + 1 if self.word(last) == "of" else last
            word = self.word(after)
            if word in self.counting.vague and not is_weak and after > last:
                bounds = self.counting.vague[word]
                factor = 10 ** math.floor(math.log10(bounds[0]))
            elif word in self.counting.multipliers and len(word) > 2:
                factor = int(self.counting.multipliers[word])
            else:
                break
            low, best, high, last, factored = low * factor, best * factor, high * factor, after + 1, True
        if is_weak and not factored and self.counting.units.get(self.word(last)) not in SPANS_OF_TIME:
            return None
        first = index - 1 if is_weak and self.word(index - 1) == "a" else index
        return Amount(low, best, high, first, last, vague=True)

    # ------------------------------------------------------------ ranges

    def _read_range(self, amount: Amount) -> Amount:
        index = amount.last + 1 if self.word(amount.last) == "%" else amount.last
        opened = self.word(amount.first - 1) in self.counting.range_openers
        dashed = self.word(index) in _DASHES
        if not dashed and self.word(index) not in self.counting.range_joiners:
            return amount
        if index + 1 >= len(self.tokens) or amount.ordinal:
            return amount
        other = self._read_core(index + 1)
        if other is None or other.first != index + 1:
            return amount
        return self._join(amount, other, opened, dashed)

    def _join(self, amount: Amount, other: Amount, opened: bool, dashed: bool) -> Amount:
        low, high = amount.low, other.high
        if other.last > other.first + 1 and amount.last == amount.first + 1 and low < 1000 <= high:
            scaled = low * 10 ** (3 * (math.floor(math.log10(high)) // 3))  # "2 to 3 million"
            low = scaled if scaled < high else low
        digits = dashed and self.tokens[amount.first].kind == "number" == self.tokens[other.first].kind
        if low >= high or other.ordinal or not (opened or digits or self._is_plain_range(amount, other)):
            return amount
        first = amount.first - 1 if opened else amount.first
        return Amount(low, (low + high) / 2, high, first, other.last, vague=True, joined=digits and not opened)

    def _is_plain_range(self, amount: Amount, other: Amount) -> bool:
        """As in "10 to 15 people", "two or three"; "from 10 to 15" is a change, "five and six" two numbers."""
        joiner = self.word(amount.last)
        if joiner in ("and", "dan") or self.word(amount.first - 1) in ("from", "dari"):
            return False
        return joiner not in ("or", "atau") or other.high <= 2 * amount.low

    # ------------------------------------------------------------ about, almost, at least

    def _approximate(self, amount: Amount) -> Amount:
        amount = self._read_before(amount)
        for width in (2, 1):
            phrase = " ".join(self.word(amount.last + offset) for offset in range(width))
            kind = self.counting.after.get(phrase)
            if kind:
                return _widen(amount, kind)._replace(last=amount.last + width, approximator=kind)
        if self.word(amount.last) == "+" and self.touches(amount.last):
            return _widen(amount, "atleast")._replace(last=amount.last + 1)
        return amount

    def _read_before(self, amount: Amount) -> Amount:
        for _ in range(2):
            found = self._find_approximator(self._skip_currency(amount.first))
            if found is None:
                return amount
            first, kind = found
            amount = _widen(amount, kind)._replace(first=first, approximator=self.word(first))
        return amount

    def _skip_currency(self, index: int) -> int:
        while self.word(index - 1) in CURRENCY_SIGNS or (self.word(index) in CURRENCY_SIGNS and self.touches(index)):
            index -= 1
        return index

    def _find_approximator(self, index: int) -> tuple[int, str] | None:
        for width in (4, 3, 2, 1):
            if index < width:
                continue
            phrase = " ".join(token.folded for token in self.tokens[index - width : index])
            kind = self.counting.approximators.get(phrase)
            if kind:
                return index - width, kind
        return None


CURRENCY_CODES = frozenset({"usd", "eur", "gbp", "idr", "jpy", "cny", "rub", "inr", "chf"})
SIGN_PREFIXES: Mapping[str, str] = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "s": "SGD",
    "r": "BRL",
}
CURRENCY_SIGNS: Mapping[str, str] = {
    "$": "USD",
    "£": "GBP",
    "¥": "JPY",
    "€": "EUR",
    "₩": "KRW",
    "₴": "UAH",
    "₹": "INR",
    "₽": "RUB",
    "rp": "IDR",
}


def _add_value(sums: _Sums, value: float) -> _Sums | None:
    """Add a number word: "twenty" takes "one", "two" takes nothing, "seribu" stands for a whole thousand."""
    if value >= 1000:
        return None if sums.pending or sums.group or sums.total else _Sums(value, 0.0, 0.0)
    if value >= 100:
        return None if sums.pending or sums.group else sums._replace(group=value)
    fits = sums.pending == 0 or (sums.pending >= 20 and sums.pending % 10 == 0 and value < 10)
    return sums._replace(pending=sums.pending + value) if fits else None


def _widen(amount: Amount, kind: str) -> Amount:
    """Open the interval as the approximating word says.

    about: a tenth either way; below ("almost"): a sixth less, nothing more; above, atleast ("more than"): up to the
    double; upto ("as many as"): down to the half. Whole numbers stay whole.
    """
    low, best, high = amount.low, amount.best, amount.high
    if kind == "about":
        low, high = _floor(low * (1 - _ABOUT), low), _ceil(high * (1 + _ABOUT), high)
    elif kind == "below":
        low, best = _floor(low * (1 - _BELOW), low), _floor(best * (1 - _BELOW / 2), best)
    elif kind in ("above", "atleast"):
        amount, high = amount._replace(open_ended=True), high * _OPEN
    elif kind == "upto":
        low = low / _OPEN
    else:
        return amount
    return amount._replace(low=low, best=best, high=high, vague=True)


def _floor(value: float, like: float) -> float:
    return float(math.floor(round(value, 6))) if like == int(like) and like >= 10 else round(value, 6)


def _ceil(value: float, like: float) -> float:
    return float(math.ceil(round(value, 6))) if like == int(like) and like >= 10 else round(value, 6)

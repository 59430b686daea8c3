"""How text and badges look in this terminal: in colour or not, in Unicode or what the encoding has."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from stemma.write.urgency import Badge, Tone
from stemma.write.view.wording import show_plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

PLAIN = str.maketrans(
    {"≠": "!=", "△": "(!)", "✗": "x", "≈": "~", "→": "->", "…": "...", "“": '"', "”": '"', "„": '"', "‟": '"',
     "«": '"', "»": '"', "「": '"', "」": '"', "‘": "'", "’": "'", "‚": "'", "‹": "'", "›": "'", "–": "-", "—": "-",
     "‑": "-", "−": "-", "·": "-", "✓": "+", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
     "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i",
     "¿": "?", "¡": "!"}
)  # fmt: skip
REPEATED = re.compile(r"(\[\w+\])(?:[ *]*\1)+")  # letters of a script that this terminal cannot show
BADGES: dict[Tone, str] = {
    "bad": "bold white on red",
    "warn": "bold black on yellow",
    "note": "bold white on blue",
    "good": "bold black on green",
    "plain": "bold black on white",
}
TONES: dict[Tone, str] = {"bad": "red", "warn": "yellow", "note": "cyan", "good": "green", "plain": ""}


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes for one console."""

    console: "Console"

    def show(self, text: str) -> str:
        """Text on one line, in characters that this terminal has and none that steer it."""
        plain = show_plain(text)
        encoding = self.console.encoding or "ascii"
        if encoding.lower().startswith("utf"):
            return plain
        return REPEATED.sub(r"\1", "".join(_fit(character, encoding) for character in plain))

    def make_text(self, *parts: tuple[str, str]) -> "Text":
        """A line of (text, style) parts; never read as markup."""
        from rich.text import Text

        line = Text()
        for words, style in parts:
            before = " " * (len(words) - len(words.lstrip(" ")))
            after = " " * (len(words) - len(words.rstrip(" "))) if words.strip(" ") else ""
            line.append(before + self.show(words) + after, style=style)
        line.rstrip()
        return line

    def print_inset(self, *parts: tuple[str, str]) -> None:
        """Print a line of (text, style) parts, set in by three columns."""
        from rich.padding import Padding

        self.console.print(Padding(self.make_text(*parts), (0, 0, 0, 3), expand=False))

    def make_badge(self, badge: Badge) -> tuple[str, str]:
        """A badge as a (text, style) part: on a coloured ground, or in brackets where there is no colour."""
        if self.console.no_color or self.console.color_system is None:
            return f"[{badge.label}]", "bold"
        return f" {badge.label} ", BADGES[badge.tone]


@lru_cache(maxsize=4096)
def _fit(character: str, encoding: str) -> str:
    """A character in this encoding: as it is, else written with plainer ones, else the name of its script."""
    for form in (character, character.translate(PLAIN), _strip_marks(character)):
        if _is_encodable(form, encoding):
            return form
    script = unicodedata.name(character, "sign").split(" ", maxsplit=1)[0]
    return f"[{script.capitalize()}]" if unicodedata.category(character)[0] == "L" else "*"


def _strip_marks(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character).translate(PLAIN)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _is_encodable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True

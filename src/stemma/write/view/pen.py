"""How text and badges look in this terminal: in colour or not, in Unicode or what the encoding has."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.write.urgency import Badge, Tone
from stemma.write.view.wording import show_plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

PLAIN = str.maketrans(
    {"≠": "!=", "△": "(!)", "✗": "x", "≈": "~", "→": "->", "…": "...", "“": '"', "”": '"', "‘": "'", "’": "'",
     "–": "-", "—": "-", "·": "-", "✓": "+"}
)  # fmt: skip
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
        return plain.translate(PLAIN).encode(encoding, "replace").decode(encoding, "replace")

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

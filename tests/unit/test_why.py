"""What `stemma why` shows of an explanation."""

import io
from types import SimpleNamespace
from typing import Any

import pytest
from rich.console import Console

from stemma import model
from stemma.settings import Settings

why = pytest.importorskip("stemma.why")


def show(explanation: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    asked: list[Any] = []
    monkeypatch.setattr(why, "explain", lambda *given: asked.append(given) or explanation)
    stream = io.StringIO()
    settings = Settings(embedder="none")
    why.print_why(("folder",), ("a.txt:0-9", 'b.txt:"two [boats]"'), settings, Console(file=stream, width=100))
    assert asked == [(["folder"], "a.txt:0-9", 'b.txt:"two [boats]"', settings)]
    return stream.getvalue()


def test_rows_and_near_misses_are_shown_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    span = model.Span(4, 20)
    claim = model.Claim(id="c", article="0a1b2c3d4e5f", span=span, text="two [boats] sank", sentence=span)
    row = SimpleNamespace(slot="count (lost boat)", one="two", other="12", verdict="forbids")
    near = SimpleNamespace(score=0.41, uri="folder/c.txt", claim=claim)
    shown = show(SimpleNamespace(headline="Not joined.", rows=(row,), near_misses=(near,)), monkeypatch)
    lines = shown.splitlines()
    assert lines[0] == "Not joined."
    assert lines[2:4] == ["A  a.txt:0-9", 'B  b.txt:"two [boats]"']
    assert lines[6].split() == ["count", "(lost", "boat)", "two", "12", "forbids"]
    assert lines[-1] == "  0.41  folder/c.txt:4-20  two [boats] sank"


def test_without_near_misses_nothing_is_said_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Nearest" not in show(SimpleNamespace(headline="Joined.", rows=(), near_misses=()), monkeypatch)

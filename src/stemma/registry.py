"""Where parts plug in: readers (by suffix), writers (by name), embedders (by name). Nothing else plugs in.

A package adds a part through an entry point in the group `stemma.readers`, `stemma.writers` or `stemma.embedders`.
"""

from collections.abc import Callable
from importlib.metadata import entry_points
from typing import Any

from stemma.errors import UsageError

Part = Callable[..., Any]


class Registry:
    """Named parts of one kind; entry points are looked up only for a name that is not built in."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._parts: dict[str, Part] = {}

    def register(self, name: str, part: Part) -> None:
        """Add a part under a name; a later one replaces an earlier one."""
        self._parts[name] = part

    def names(self) -> list[str]:
        """All built-in and installed names, sorted."""
        return sorted({*self._parts, *(point.name for point in entry_points(group=f"stemma.{self.kind}"))})

    def find(self, name: str) -> Part:
        """The part of that name.

        Raises:
            UsageError: no such part; the message lists those there are.
        """
        if name in self._parts:
            return self._parts[name]
        for point in entry_points(group=f"stemma.{self.kind}", name=name):
            part: Part = point.load()
            return part
        raise UsageError(f"{name}: no such {self.kind[:-1]}. Known: {', '.join(self.names())}.")


readers = Registry("readers")
writers = Registry("writers")
embedders = Registry("embedders")

"""Where parts plug in: readers (by suffix), writers (by name), embedders (by name). Nothing else plugs in.

A package adds a part through an entry point in the group `stemma.readers`, `stemma.writers` or `stemma.embedders`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from stemma.errors import UsageError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

Part = Callable[..., Any]


class Registry:
    """Named parts of one kind; entry points are looked up only for a name that is not built in."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._parts: dict[str, Part | str] = {}

    def register(self, name: str, part: Part | str) -> None:
        """Add a part under a name; a later one replaces an earlier one.

        Args:
            name: what the part is asked for by.
            part: the part, or where it stands as "module:function"; that module is then loaded at its first use.
        """
        self._parts[name] = part

    def names(self) -> list[str]:
        """All built-in and installed names, sorted."""
        return sorted({*self._parts, *(point.name for point in self._find_points())})

    def find(self, name: str) -> Part:
        """The part of that name.

        Raises:
            UsageError: no such part; the message lists those there are.
        """
        part = self._parts.get(name)
        if isinstance(part, str):
            part = self._parts[name] = _load_part(part)
        if part is not None:
            return part
        for point in self._find_points():
            if point.name == name:
                installed: Part = point.load()
                return installed
        raise UsageError(f"{name}: no such {self.kind[:-1]}. Known: {', '.join(self.names())}.")

    def _find_points(self) -> "EntryPoints":
        from importlib.metadata import entry_points

        return entry_points(group=f"stemma.{self.kind}")


def _load_part(place: str) -> Part:
    from pkgutil import resolve_name

    part: Part = resolve_name(place)
    return part


readers = Registry("readers")
writers = Registry("writers")
embedders = Registry("embedders")

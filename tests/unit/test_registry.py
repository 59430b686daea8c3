"""Parts are found by name, built in or installed."""

import textwrap
from types import SimpleNamespace

import pytest

from stemma import registry
from stemma.errors import UsageError
from stemma.registry import Registry


def point(name: str, part: object) -> SimpleNamespace:
    return SimpleNamespace(name=name, load=lambda: part)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[SimpleNamespace]:
    points: list[SimpleNamespace] = []
    monkeypatch.setattr(
        "importlib.metadata.entry_points",
        lambda group: points,
    )
    return points


def test_a_registered_part_is_found(installed: list[SimpleNamespace]) -> None:
    shelf = Registry("writers")
    shelf.register("plain", str)
    assert shelf.find("plain") is str


def test_a_later_part_replaces_an_earlier(installed: list[SimpleNamespace]) -> None:
    shelf = Registry("writers")
    shelf.register("plain", str)
    shelf.register("plain", repr)
    assert shelf.find("plain") is repr


def test_an_installed_part_is_loaded_only_when_asked_for(installed: list[SimpleNamespace]) -> None:
    installed.append(point("csv", len))
    shelf = Registry("writers")
    shelf.register("plain", str)
    assert shelf.find("csv") is len
    assert shelf.names() == ["csv", "plain"]


def test_a_part_named_by_its_place_is_loaded_at_its_first_use(installed: list[SimpleNamespace]) -> None:
    shelf = Registry("writers")
    shelf.register("plain", "textwrap:shorten")
    shelf.register("gone", "textwrap:no_such_function")
    assert shelf.names() == ["gone", "plain"]
    assert shelf.find("plain") is textwrap.shorten
    assert shelf.find("plain") is textwrap.shorten
    with pytest.raises(AttributeError, match="no_such_function"):
        shelf.find("gone")


def test_an_unknown_name_is_a_usage_error_that_lists_the_known(installed: list[SimpleNamespace]) -> None:
    shelf = Registry("embedders")
    shelf.register("none", str)
    with pytest.raises(UsageError, match=r"^fish: no such embedder\. Known: none\.$"):
        shelf.find("fish")


def test_the_three_registries_are_all_there_are() -> None:
    shelves = [value for value in vars(registry).values() if isinstance(value, Registry)]
    assert sorted(shelf.kind for shelf in shelves) == ["embedders", "readers", "writers"]

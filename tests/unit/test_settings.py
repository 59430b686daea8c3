"""The knobs."""

from dataclasses import FrozenInstanceError, fields

import pytest

from stemma.errors import UsageError
from stemma.settings import FetchSettings, Limits, Settings


def test_defaults_are_offline_and_detect_the_language() -> None:
    settings = Settings()
    assert settings.offline
    assert settings.language is None
    assert settings.embedder == "fuse"
    assert settings.meta == {}


def test_settings_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().language = "en"  # type: ignore[misc]


def test_every_setting_is_described_where_it_is_defined() -> None:
    for kind in (Settings, FetchSettings):
        assert all(f"{field.name}:" in (kind.__doc__ or "") for field in fields(kind))


@pytest.mark.parametrize(("name", "value"), [("delay", -1), ("size", 0), ("time", float("nan")), ("most", 0)])
def test_numbers_that_would_ask_without_end_or_never_are_refused(name: str, value: float) -> None:
    with pytest.raises(UsageError, match=f"^{name} "):
        FetchSettings(**{name: value})


@pytest.mark.parametrize("contact", ["desk\r\nX-Evil: 1", "bücher@desk.example", "\x1b[31m"])
def test_a_contact_is_one_plain_line(contact: str) -> None:
    with pytest.raises(UsageError, match="contact: give plain ASCII"):
        FetchSettings(contact=contact)


def test_a_day_that_is_none_is_refused() -> None:
    assert Settings(as_of="2024-02-29").as_of == "2024-02-29"
    with pytest.raises(UsageError, match="as_of 2023-02-29: not a date"):
        Settings(as_of="2023-02-29")


def test_a_limit_below_zero_is_refused() -> None:
    assert Limits(nested=0).nested == 0
    with pytest.raises(UsageError, match="limit entries: below zero"):
        Limits(entries=-1)

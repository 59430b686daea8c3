"""The knobs."""

from dataclasses import FrozenInstanceError, fields

import pytest

from stemma.errors import UsageError
from stemma.settings import Limits, Settings


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
    assert all(f"{field.name}:" in (Settings.__doc__ or "") for field in fields(Settings))


def test_a_day_that_is_none_is_refused() -> None:
    assert Settings(as_of="2024-02-29").as_of == "2024-02-29"
    with pytest.raises(UsageError, match="as_of 2023-02-29: not a date"):
        Settings(as_of="2023-02-29")


def test_a_limit_below_zero_is_refused() -> None:
    assert Limits(nested=0).nested == 0
    with pytest.raises(UsageError, match="limit entries: below zero"):
        Limits(entries=-1)

"""The knobs."""

from dataclasses import FrozenInstanceError, fields

import pytest

from stemma.settings import Settings


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

"""The dossier that the tests of `write` were made with."""

import importlib.util
from pathlib import Path

import pytest

from stemma.model import Dossier


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    place = Path(__file__).parents[1] / "write" / "invented.py"
    spec = importlib.util.spec_from_file_location("invented_for_watch", place)
    assert spec is not None
    assert spec.loader is not None
    invented = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(invented)
    return invented.make_dossier()  # type: ignore[no-any-return]

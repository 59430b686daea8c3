import importlib.util
from pathlib import Path

import pytest

from stemma.model import Dossier


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    spec = importlib.util.spec_from_file_location("invented_dossier", Path(__file__).parent / "invented.py")
    assert spec is not None
    assert spec.loader is not None
    invented = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(invented)
    return invented.make_dossier()  # type: ignore[no-any-return]

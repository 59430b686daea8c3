"""The demo's dossier keeps the contract, by the checker that stands beside the project's reference data."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from stemma import Settings, investigate, write
from stemma.demo import demo_folder

CHECKER = Path(__file__).parents[4] / "shared" / "score" / "contract.py"

pytestmark = pytest.mark.skipif(not CHECKER.is_file(), reason=f"{CHECKER.name} of the reference data is not here")


@pytest.fixture(scope="module")
def checker() -> ModuleType:
    specification = importlib.util.spec_from_file_location("contract_checker", CHECKER)
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.mark.parametrize("embedder", ["none", "fuse"])
def test_the_demo_keeps_the_contract(checker: ModuleType, embedder: str) -> None:
    dossier = investigate([demo_folder()], Settings(embedder=embedder))
    assert checker.check(json.loads(write(dossier, "json"))) == []

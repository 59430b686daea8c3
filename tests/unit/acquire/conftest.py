import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from stemma.acquire.reading import read_path, start_reading
from stemma.model import RawDocument, Skipped
from stemma.settings import Settings

SEEDS = Path(__file__).resolve().parents[3] / "bench" / "seeds.py"


@pytest.fixture(scope="session")
def seeds() -> ModuleType:
    """The makers of small files of every kind."""
    spec = importlib.util.spec_from_file_location("seeds", SEEDS)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., SimpleNamespace]:
    """Reads bytes as a file of that name: documents, reasons by uri, and what was told."""

    def read_bytes(name: str, content: bytes, settings: Settings | None = None) -> SimpleNamespace:
        path = tmp_path / name
        path.write_bytes(content)
        told: list[str] = []
        reading = start_reading(path, settings or Settings(), lambda uri, line: told.append(f"{uri}: {line}"))
        items = list(read_path(path, name, reading))
        return SimpleNamespace(
            documents=[item for item in items if isinstance(item, RawDocument)],
            reasons=[f"{item.uri}: {item.reason}" for item in items if isinstance(item, Skipped)],
            told=told,
        )

    return read_bytes

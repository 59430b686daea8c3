"""Whatever bytes a reader is given, it gives documents or reasons: never a traceback, and never for long."""

import functools
import importlib.util
import time
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.acquire.reading import read_path, start_reading
from stemma.model import RawDocument, Skipped
from stemma.settings import Limits, Settings

SEEDS = Path(__file__).resolve().parents[2] / "bench" / "seeds.py"
LIMITS = Settings(limits=Limits(document=100_000, entries=1000, unpacked=2_000_000))


@functools.cache
def load_seeds() -> dict[str, bytes]:
    spec = importlib.util.spec_from_file_location("seeds", SEEDS)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: dict[str, bytes] = module.make_seeds()
    assert isinstance(module, ModuleType)
    return made


NAMES = sorted(name for name in load_seeds() if not name.endswith(".pdf"))  # a PDF starts a process: a test of its own


def check(folder: Path, name: str, content: bytes) -> None:
    path = folder / name
    path.write_bytes(content)
    start = time.perf_counter()
    items = list(read_path(path, name, start_reading(path, LIMITS, lambda _uri, _line: None)))
    assert items
    assert all(isinstance(item, RawDocument | Skipped) for item in items)
    assert all(item.uri == name or item.uri.startswith(f"{name}/") for item in items)
    assert all(item.uri.isprintable() and "/../" not in item.uri for item in items)
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=500))
def test_any_bytes(tmp_path: Path, name: str, content: bytes) -> None:
    check(tmp_path, name, content)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_file_with_some_bytes_changed(tmp_path: Path, name: str, data: st.DataObject) -> None:
    whole = bytearray(load_seeds()[name])
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(whole)))
    check(tmp_path, name, bytes(whole[:end] if data.draw(st.booleans()) else whole))


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 1500), piece=st.binary(min_size=1, max_size=40))
def test_a_pdf_with_some_bytes_changed(tmp_path: Path, at: int, piece: bytes) -> None:
    whole = load_seeds()["print.pdf"]
    check(tmp_path, "print.pdf", whole[:at] + piece + whole[at + len(piece) :])

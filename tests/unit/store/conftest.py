"""Small invented piles, and a store of the packaged demo."""

from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from stemma import demo
from stemma.acquire import acquire
from stemma.runs import Run
from stemma.runs.crews import make_crew
from stemma.settings import Settings
from stemma.store import open_file

SETTINGS = Settings(embedder="none")


def fill(connection: Connection, paths: list[str], settings: Settings = SETTINGS) -> None:
    """Add paths to a store as `stemma add` does, alone."""
    crew = make_crew(0, None)
    try:
        Run(connection, crew, settings, lambda _count: None).go_on(acquire(paths, settings), "paths")
    finally:
        crew.close()


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "demo.stemma"
    with open_file(path, write=True, new=True) as connection:
        fill(connection, [str(demo.demo_folder())])
    return path


@pytest.fixture
def demo_connection(demo_store: Path) -> Iterator[Connection]:
    with open_file(demo_store, write=False) as connection:
        yield connection


@pytest.fixture
def make_store(tmp_path: Path) -> Iterator[Callable[..., Connection]]:
    """A store of texts by file name; opened for writing, closed after the test."""
    opened = []

    def make(texts: dict[str, str], name: str = "made.stemma") -> Connection:
        folder = tmp_path / "pile"
        folder.mkdir(exist_ok=True)
        for file, text in texts.items():
            (folder / file).write_text(text, encoding="utf-8")
        context = open_file(tmp_path / name, write=True, new=True)
        opened.append(context)
        connection = context.__enter__()
        fill(connection, [str(folder)])
        return connection

    yield make
    for context in opened:
        context.__exit__(None, None, None)

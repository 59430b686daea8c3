"""Invented news of several events, and runs on a store of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection

import pytest

from stemma.acquire import acquire
from stemma.runs import Run
from stemma.runs.crews import Alone
from stemma.runs.progress import Count
from stemma.settings import Settings
from stemma.store import open_file

SETTINGS = Settings(embedder="none")
EVENTS = (
    ("Harborview", "ferry", "Ines Holm", "harbour master", "sank off the eastern pier", 12),
    ("Tarnsby", "dairy", "Piet Arkwell", "fire chief", "burned down after an explosion in the boiler room", 31),
    ("Quillan", "orchard", "Lena Ostrow", "county agent", "was flooded when the Osk dam gave way", 57),
    ("Brennick", "museum", "Tomas Vell", "curator", "lost a silver lamp to thieves who came by boat", 4),
)
WAYS = (
    """{what} in {town}
The {thing} of {town} {happened} on Monday, {role} {who} said. {number} people were brought to safety, {who} told
reporters at the {town} town hall.
""",
    """{town}: {number} safe after {thing} accident
{role} {who} said that the {thing} of {town} {happened} on Monday and that {number} people were brought to safety.
Nobody in {town} was hurt, {who} added.
""",
    """What we know of the {thing} in {town}
The {thing} in {town} {happened}, according to {who}, the {role}. Neighbours of the {town} {thing} said they had heard
nothing. {number} people were brought to safety on Monday.
""",
)


def write_news(folder: Path, event: int, way: int) -> Path:
    """One article, told in one of three ways."""
    town, thing, who, role, happened, number = EVENTS[event]
    text = WAYS[way].format(
        what=f"Trouble at the {thing}", town=town, thing=thing, who=who, role=role, happened=happened, number=number
    )
    folder.mkdir(exist_ok=True)
    path = folder / f"{event}-{way}.txt"
    path.write_text(text, encoding="utf-8")
    return path


Go = Callable[[Connection], list[Count]]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return tmp_path / "news"


@pytest.fixture
def store(tmp_path: Path) -> Callable[[], Iterator[Connection]]:
    @contextmanager
    def open_store() -> Iterator[Connection]:
        with open_file(tmp_path / "work.stemma", write=True, new=True) as connection:
            yield connection

    return open_store


@pytest.fixture
def go(news: Path) -> Go:
    def go_on(connection: Connection) -> list[Count]:
        told: list[Count] = []
        Run(connection, Alone(), SETTINGS, told.append).go_on(acquire([news], SETTINGS), "news")
        return [count for count in told if count.finished]

    return go_on

"""A store of the packaged demo, and the command line as a user calls it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stemma import cli
from stemma.demo import demo_folder

Run = Callable[..., int]


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main([str(argument) for argument in arguments])
    return int(left.value.code or 0)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "demo.stemma"
    assert run("add", demo_folder(), "--store", path, "--embedder", "none", "-q", "--workers", "1") == 0
    return path

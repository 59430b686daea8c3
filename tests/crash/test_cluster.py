"""A cluster gives what one process gives, and loses nothing with its workers or its scheduler."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("distributed", reason="the extra dask is not installed")
pytest.importorskip("fsspec", reason="the extra dask is not installed")
HERE = Path(__file__).parent
WORDS = ["--embedder", "none", "--json-progress", "-q"]


def export(commands: Any, store: Path) -> str:
    code, run = commands.run("export", "--store", store, "--json")
    assert code == 0, run.message
    output: str = run.output
    return output


@pytest.mark.parametrize("is_sharded", [False, True])
def test_a_cluster_gives_what_one_process_gives_though_a_worker_is_killed(
    is_sharded: bool,
    commands: Any,
    cluster: Any,
    pile: Path,
    store: Path,
    tmp_path: Path,
    undisturbed: tuple[Path, str],
    await_that: Callable[[Callable[[], bool]], None],
) -> None:
    shards = ["--shards", (tmp_path / "shards").as_uri()] if is_sharded else []
    run = commands.start("trace", pile, "--store", store, *WORDS, "--dask", cluster.address, *shards)
    await_that(lambda: bool(run.read_lines()[2:]) or not run.is_going_on())
    os.kill(cluster.list_pids()[0], signal.SIGKILL)
    assert run.end() == 0, run.message
    assert run.message == ""
    assert export(commands, store) == undisturbed[1]
    if is_sharded:
        assert not list((tmp_path / "shards").iterdir())


def test_what_hangs_fails_or_eats_its_worker_is_named_and_all_others_done(
    cluster: Any, make_env: Callable[[], dict[str, str]]
) -> None:
    items = ["item 1", "hang", "item 2", "item 3", "eat", "item 4", "fail", "odd", "item 5"]
    command = [sys.executable, str(HERE / "labour.py"), cluster.address, "6", *items]
    ended = subprocess.run(command, capture_output=True, text=True, env=make_env(), check=True)
    done = json.loads(ended.stdout)
    assert done.pop("odd").startswith("Odd: <function")
    assert done == {f"item {number}": "done" for number in range(1, 6)} | {
        "hang": "it was not done after 6 seconds",
        "eat": "it ended its worker, or took more memory than a worker has",
        "fail": "ValueError: a bad item",
    }


def find_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


@contextmanager
def start(make_env: Callable[[], dict[str, str]], *words: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:], "--no-dashboard"]
    process = subprocess.Popen(command, env=make_env(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def test_a_scheduler_that_is_killed_and_comes_back_loses_nothing(
    commands: Any,
    pile: Path,
    store: Path,
    undisturbed: tuple[Path, str],
    await_that: Callable[[Callable[[], bool]], None],
    make_env: Callable[[], dict[str, str]],
) -> None:
    port = find_port()
    address = f"tcp://127.0.0.1:{port}"
    scheduler = ("scheduler", "--host", "127.0.0.1", "--port", str(port))
    worker = ("worker", address, "--nthreads", "1", "--no-nanny")
    with start(make_env, *scheduler) as first, start(make_env, *worker):
        run = commands.start("trace", pile, "--store", store, *WORDS, "--dask", address)
        await_that(lambda: bool(run.read_lines()[2:]) or not run.is_going_on())
        first.kill()
        first.wait()
    assert run.is_going_on(), run.message
    with start(make_env, *scheduler), start(make_env, *worker):
        assert run.end() == 0, run.message
    assert export(commands, store) == undisturbed[1]


def test_nobody_at_the_address_is_said(commands: Any, pile: Path, store: Path) -> None:
    address = f"tcp://127.0.0.1:{find_port()}"
    code, run = commands.run("add", pile, "--store", store, "--dask", address, connect=1)
    assert code == 1
    assert run.message.startswith(f"stemma: {address}: no Dask scheduler with a worker answers there")

"""Runs the command line again and again, each time in a child that may be killed; so that only the first has to load.

A line of standard input is a JSON object: `arguments`, files for `stdout` and `stderr`, and what is made worse: `pages`
that the store may have, bytes (`size`) that a file may have, `statements` after which grouping is killed, seconds to
`connect` to a cluster. The answer is the number of the process, and, once it ends, its exit code.
"""

import importlib
import json
import os
import resource
import signal
import sqlite3
import sys
from typing import Any

import stemma.matters

# Small enough that some fifty short articles are many lots, stories and threads.
stemma.matters.TOGETHER = 20
stemma.matters.ONE_DOSSIER = 1_000
for name in ("pipeline", "runs.outcome", "cli.storing", "lang.en", "write"):
    importlib.import_module(f"stemma.{name}")

from stemma import cli, pipeline, runs  # noqa: E402
from stemma.cli import working  # noqa: E402
from stemma.runs import investigating, reading  # noqa: E402
from stemma.runs.crews import cluster as clusters  # noqa: E402
from stemma.settings import Settings  # noqa: E402
from stemma.store import opening  # noqa: E402

reading.LOT, investigating.LOT, working.EVERY = 3, 3, 0.0
CONNECT = opening._connect


def run(what: dict[str, Any]) -> None:
    for number, name in ((0, os.devnull), (1, what["stdout"]), (2, what["stderr"])):
        os.dup2(os.open(name, os.O_RDWR | os.O_CREAT, 0o644), number)
    if "size" in what:
        resource.setrlimit(resource.RLIMIT_FSIZE, (what["size"], what["size"]))
    if "pages" in what:

        def connect(*given: Any, **named: Any) -> sqlite3.Connection:
            connection = CONNECT(*given, **named)
            connection.execute(f"PRAGMA max_page_count = {what['pages']}")
            return connection

        opening._connect = connect
    if "connect" in what:
        clusters.CONNECT = what["connect"]
    if "statements" in what:
        kill_grouping(what["statements"])
    cli.main(what["arguments"])


def kill_grouping(statements: int) -> None:
    left = iter(range(statements))
    group = runs.group_fresh

    def count(_: str) -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    def group_and_die(connection: sqlite3.Connection, *given: Any) -> None:
        connection.set_trace_callback(count)
        group(connection, *given)

    runs.group_fresh = group_and_die


def tell(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    pipeline.investigate([sys.argv[1]], Settings(embedder="none"))  # what loads late is loaded
    tell("ready")
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            run(json.loads(line))
        tell(pid)
        tell(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))

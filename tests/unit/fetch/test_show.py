"""What is told of a run, at a terminal and as JSON."""

import json
from pathlib import Path

from stemma.fetch import Harvest, Result
from stemma.fetch.show import say_harvest, write_json

RESULTS = (
    Result(address="https://lantern.example/feed", outcome="fetched", is_list=True),
    Result(address="https://lantern.example/1", outcome="fetched", via="https://lantern.example/feed"),
    Result(address="https://lantern.example/2", outcome="unchanged"),
    Result(address="https://lantern.example/3", outcome="changed"),
    Result(address="https://lantern.example/4", outcome="robots", reason="its robots.txt forbids it"),
    Result(address="https://lantern.example/\x1b]0;x\x07\u202e5", outcome="failed", reason="gone\n(410)"),
)
HARVEST = Harvest(folder=Path("case"), results=RESULTS, left=2)


def test_the_summary_counts_and_names_what_was_not_fetched() -> None:
    assert list(say_harvest(HARVEST)) == [
        "1 list: 1 fetched",
        "5 pages: 1 fetched, 1 changed since last time, 1 unchanged, 1 refused by robots.txt, 1 failed",
        "2 addresses left out: one run asks for no more (--most)",
        "changed https://lantern.example/3",
        "refused https://lantern.example/4: its robots.txt forbids it",
        "failed https://lantern.example/]0;x5: gone (410)",
    ]


def test_json_tells_every_address() -> None:
    told = json.loads(write_json(HARVEST))
    assert told["folder"] == "case"
    assert told["left_out"] == 2
    assert told["counts"] == {"fetched": 2, "changed": 1, "unchanged": 1, "kept": 0, "robots": 1, "failed": 1}
    assert told["addresses"][1] == {
        "address": "https://lantern.example/1",
        "outcome": "fetched",
        "reason": None,
        "list": False,
        "via": "https://lantern.example/feed",
        "feed": None,
    }
    assert "\x1b" not in write_json(HARVEST)

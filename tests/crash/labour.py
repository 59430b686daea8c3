"""Has a cluster do work of which some ends its workers, and tells what became of each item, in JSON."""

import json
import sys

import deeds

from stemma.runs.crews import make_crew
from stemma.runs.labour import Failed, Labour, Task

if __name__ == "__main__":
    address, patience, *items = sys.argv[1:]
    crew = make_crew(0, address, patience=float(patience))
    done: dict[str, str] = {}
    tasks = [Task([(item, item.encode()) for item in items[start : start + 3]]) for start in range(0, len(items), 3)]
    for outcome in Labour[str](crew, deeds.do).do_all(tasks):
        if isinstance(outcome, Failed):
            done[outcome.item] = outcome.reason
        else:
            done |= {item: "done" for item, _ in outcome[0].items}
    crew.close()
    sys.stdout.write(json.dumps(done))

"""What a run brought in, for a reader at a terminal and as JSON."""

import json
from collections import Counter
from collections.abc import Iterator

from stemma.fetch import Harvest, Outcome, Result
from stemma.write.view.wording import make_singular, show_plain

WORDS: dict[Outcome, str] = {
    "fetched": "fetched",
    "changed": "changed since last time",
    "unchanged": "unchanged",
    "kept": "there already",
    "robots": "refused by robots.txt",
    "failed": "failed",
}
LISTED: tuple[Outcome, ...] = ("changed", "robots", "failed")


def say_harvest(harvest: Harvest) -> Iterator[str]:
    """Yield the lines of a summary: counts, then every address that changed, was refused or failed."""
    for is_list, noun in ((True, "lists"), (False, "pages")):
        counts = Counter(result.outcome for result in harvest.results if result.is_list == is_list)
        said = [f"{counts[outcome]} {words}" for outcome, words in WORDS.items() if counts[outcome]]
        if said:
            yield f"{make_singular(f'{sum(counts.values())} {noun}')}: {', '.join(said)}"
    if harvest.left:
        yield make_singular(f"{harvest.left} addresses left out: one run asks for no more (--most)")
    for outcome in LISTED:
        for result in harvest.find(outcome):
            yield say_result(result)
    for result in harvest.results:
        if result.feed:
            yield show_plain(f"{result.address} has a feed, which brings its articles: {result.feed}")


def say_result(result: Result) -> str:
    """One address and what became of it, on one line that steers no terminal."""
    word = {"robots": "refused"}.get(result.outcome, result.outcome)
    reason = f": {result.reason}" if result.reason else ""
    return show_plain(f"{word} {result.address}{reason}")


def write_json(harvest: Harvest) -> str:
    """The harvest as one JSON object: `folder`, `counts` by outcome, and `addresses` one by one."""
    counts = Counter(result.outcome for result in harvest.results)
    addresses = [
        {
            "address": result.address,
            "outcome": result.outcome,
            "reason": result.reason or None,
            "list": result.is_list,
            "via": result.via,
            "feed": result.feed,
        }
        for result in harvest.results
    ]
    whole = {
        "folder": str(harvest.folder),
        "counts": {word: counts[word] for word in WORDS},
        "left_out": harvest.left,
        "addresses": addresses,
    }
    return json.dumps(whole, indent=1) + "\n"

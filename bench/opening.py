"""What a report costs whoever reads it: processor time of the page to open it, and until each action is painted."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

PARTS = {"all": "TaskDuration", "script": "ScriptDuration", "layout": "LayoutDuration", "style": "RecalcStyleDuration"}
PAINTED = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))"
# What is out of sight is drawn in slices after an action; the next one begins when they are done.
QUIET = "new Promise(done => setTimeout(done, 250))"
ACT = """async ([action, what]) => {
  const find = selector => document.querySelector(selector);
  const actions = {
    go: address => location.hash = address,
    click: selector => find(selector).click(),
    press: key => find(".claims a[aria-current]").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })),
    type: words => {
      const box = find("search input");
      box.value = words;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    },
    slide: place => {
      const slider = find("#asof");
      slider.value = place;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    },
    scroll: ([selector, top, left]) => find(selector).scrollTo(left, top),
  };
  actions[action](what);
  await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
}"""


@dataclass(frozen=True)
class Action:
    """Something that a reader does; the median of its steps counts, the first of which is for the first time."""

    name: str
    steps: Sequence[tuple[str, Any]]
    start: str  # where it is done


@dataclass(frozen=True)
class Took:
    """The processor time of the page's main thread, in milliseconds."""

    name: str
    first: float
    median: float
    worst: float
    parts: dict[str, float]  # of the median: script, layout, style


STORY = "#/story/c0"
ACTIONS = (
    Action("choose a claim by list", [("press", "ArrowDown")] * 7, STORY),
    Action("choose a claim by address", [("go", f"#/story/c{number}") for number in (40, 2, 17, 90, 5)], STORY),
    Action("choose a much told claim", [("go", f"#/story/c{number}") for number in (1, 0, 1, 0, 1)], "#/story/c9"),
    Action("filter the claims", [("click", f".chips button:nth-child({place})") for place in (1, 2, 3, 3, 2)], STORY),
    Action("open a telling", [("click", f".pane ol li:nth-child({place}) button.words") for place in (1, 2, 3)], STORY),
    Action("type into the search", [("type", word) for word in ("a", "ar", "are", "aren", "bridge 14")], STORY),
    Action("open the table", [("go", "#/matrix"), ("go", "#/wanted")] * 3, "#/wanted"),
    Action("scroll the table", [("scroll", (".grid", 900 * step, 700 * step)) for step in range(1, 8)], "#/matrix"),
    Action("open the dates", [("go", "#/timeline"), ("go", "#/wanted")] * 3, "#/wanted"),
    Action("move the day", [("slide", place) for place in (15, 14, 8, 3, 19)], "#/timeline"),
    Action("open the list of articles", [("go", "#/articles"), ("go", "#/wanted")] * 3, "#/wanted"),
    Action("open an article", [("go", f"#/articles/a{number}") for number in (0, 9, 40, 77, 120)], "#/articles"),
    Action("compare two articles", [("go", f"#/compare/a{one}/a{two}") for one, two in ((0, 2), (9, 4), (40, 41))],
           "#/wanted"),
    Action("open the sources", [("go", "#/sources"), ("go", "#/wanted")] * 3, "#/wanted"),
    Action("open a source", [("go", f"#/sources/w{number}") for number in (3, 0, 12, 30, 7)], "#/sources"),
    Action("open the missing sources", [("go", "#/wanted"), ("go", "#/timeline")] * 3, "#/timeline"),
    Action("go back to the story", [("go", "#/story"), ("go", "#/wanted")] * 3, "#/wanted"),
)  # fmt: skip


class Clock:
    """The CPU time of the page's main thread, which other work on the machine does not lengthen."""

    def __init__(self, page: Any) -> None:
        self.session = page.context.new_cdp_session(page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def read(self) -> dict[str, float]:
        """Milliseconds so far: all of them, and those for scripts, layout and style."""
        metrics = {item["name"]: item["value"] for item in self.session.send("Performance.getMetrics")["metrics"]}
        return {name: 1000 * float(metrics[metric]) for name, metric in PARTS.items()}


def open_report(page: Any, clock: Clock, address: str) -> dict[str, float]:
    """Open it, and say what that took until it was painted."""
    page.goto(address, wait_until="load")
    page.locator("#app main").wait_for()
    page.evaluate(PAINTED)
    return clock.read()


def measure_actions(page: Any, clock: Clock) -> Iterator[Took]:
    """Do everything several times."""
    page.evaluate(QUIET)
    for action in ACTIONS:
        yield measure_action(page, clock, action)


def measure_action(page: Any, clock: Clock, action: Action) -> Took:
    """Where a way leads there and back again, only the way there counts."""
    page.evaluate(ACT, ["go", action.start])
    page.evaluate(QUIET)
    found = []
    for step in action.steps:
        before = clock.read()
        page.evaluate(ACT, list(step))
        after = clock.read()
        if step != ("go", action.start):
            found.append({name: after[name] - before[name] for name in PARTS})
        page.evaluate(QUIET)
    median = statistics.median_low([took["all"] for took in found])
    return Took(
        name=action.name,
        first=found[0]["all"],
        median=median,
        worst=max(took["all"] for took in found),
        parts=next({name: took[name] for name in PARTS if name != "all"} for took in found if took["all"] == median),
    )

"""A report of 200 articles and 5,000 claims opens and answers; `python bench/report.py` prints the figures."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import stemma

BENCH = Path(__file__).resolve().parents[2] / "bench"
# Three times the bars, in processor time of the page: what else a machine does is not to decide.
OPENED, ANSWERED = 3 * 2000, 3 * 100


@pytest.fixture(scope="module")
def opening() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCH))
        yield importlib.import_module("opening")


@pytest.fixture(scope="module")
def large_report(opening: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> str:
    make_dossier = importlib.import_module("invented").make_dossier
    file = tmp_path_factory.mktemp("large") / "report.html"
    file.write_text(str(stemma.write(make_dossier(200, 5000), "html")), encoding="utf-8")
    return file.as_uri()


def test_a_large_report_opens_and_answers(browser: Any, opening: ModuleType, large_report: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    try:
        clock = opening.Clock(page)
        opened = opening.open_report(page, clock, large_report)["all"]
        took = {item.name: item.median for item in opening.measure_actions(page, clock)}
    finally:
        page.close()
    assert opened < OPENED
    assert {name: figure for name, figure in took.items() if figure >= ANSWERED} == {}

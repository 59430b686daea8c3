"""A browser, and reports for it: of the packaged demo, and of a dossier made by hand with hostile texts in it."""

import importlib.util
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

import stemma
from stemma.model import Dossier

INVENTED = Path(__file__).parent.parent / "unit" / "write" / "invented.py"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
)


@dataclass
class Opened:
    """A page, with everything that it complained of and asked for."""

    page: Any
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("there is no chromium on this machine")
    with playwright.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Open]:
    """Open an address in a window of its own, which is closed after the test."""
    contexts = []

    def open_one(address: str, **options: Any) -> Opened:
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, "locale": "en-US", **options})
        contexts.append(context)
        opened = Opened(page=context.new_page())
        opened.page.on("console", lambda message: opened.messages.append(message.text))
        opened.page.on("pageerror", lambda error: opened.messages.append(str(error)))
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.goto(address)
        return opened

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def demo() -> Dossier:
    return stemma.investigate([Path(stemma.__file__).parent / "demo" / "articles"])


@pytest.fixture(scope="session")
def demo_report(demo: Dossier, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("demo") / "report.html"
    file.write_text(str(stemma.write(demo, "html")), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(scope="session")
def invented_report(tmp_path_factory: pytest.TempPathFactory) -> str:
    spec = importlib.util.spec_from_file_location("invented_dossier", INVENTED)
    assert spec is not None
    assert spec.loader is not None
    invented = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(invented)
    file = tmp_path_factory.mktemp("invented") / "report.html"
    file.write_text(str(stemma.write(invented.make_dossier(), "html", full=True)), encoding="utf-8")
    return file.as_uri()

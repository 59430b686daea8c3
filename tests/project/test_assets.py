"""The built front end is in the package and made from the sources beside it; seen without Node."""

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterator
from gzip import compress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FRONT = ROOT / "frontend"
LIVE = ROOT / "src" / "stemma" / "write" / "assets" / "live"
AGAIN = "The built report is not what frontend/ says: run npm ci && npm run build in frontend, and commit assets/live."
LIMIT = 400_000  # bytes of a page without its data, as promised in docs/report.md


def find_roots() -> list[str]:
    """What frontend/build/stamp.mjs takes into account."""
    script = (FRONT / "build" / "stamp.mjs").read_text(encoding="utf-8")
    listed: list[str] = json.loads(re.search(r"const ROOTS = (\[.*?\]);", script, re.DOTALL)[1])  # type: ignore[index]
    return listed


def list_files(name: str) -> Iterator[str]:
    path = FRONT / name
    if path.is_dir():
        yield from (file.relative_to(FRONT).as_posix() for file in path.rglob("*") if file.is_file())
    else:
        yield name


def make_stamp() -> str:
    """The same as frontend/build/stamp.mjs makes."""
    total = hashlib.sha256()
    for file in sorted(file for name in find_roots() for file in list_files(name)):
        total.update(f"{file}\0{hashlib.sha256((FRONT / file).read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def test_the_built_report_is_made_from_these_sources() -> None:
    assert (LIVE / "SOURCE.sha256").read_text(encoding="utf-8").strip() == make_stamp(), AGAIN


def test_the_built_report_is_one_script_and_one_style_sheet() -> None:
    assert sorted(path.name for path in LIVE.iterdir()) == ["SOURCE.sha256", "report.css", "report.js"]
    script = (LIVE / "report.js").read_text(encoding="utf-8")
    assert "//# sourceMappingURL" not in script
    assert not re.search(r"\bimport\s*\(|\bimport\s[\w{*]", script)


def test_a_page_without_its_data_is_small() -> None:
    program = len(b64encode(compress((LIVE / "report.js").read_bytes(), mtime=0)))  # as it lies in the page
    styles = [LIVE / "report.css", LIVE.parent / "tokens.css", LIVE.parent / "report.css"]
    assert program + sum(path.stat().st_size for path in styles) < LIMIT


def test_the_list_of_node_packages_names_no_host() -> None:
    lock = json.loads((FRONT / "package-lock.json").read_text(encoding="utf-8"))
    packages = [package for name, package in lock["packages"].items() if name]
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages)
    assert not [package["resolved"] for package in packages if "resolved" in package]
    assert (FRONT / ".npmrc").read_text(encoding="utf-8").split() == ["omit-lockfile-registry-resolved=true"]


def test_nothing_of_the_front_end_leads_elsewhere() -> None:
    for path in [*LIVE.glob("report.*"), *LIVE.parent.glob("*.css")]:
        text = path.read_text(encoding="utf-8")
        addresses = set(re.findall(r"\b(?:https?|wss?)://[\w.-]+", text))
        assert addresses <= {"http://www.w3.org", "https://schema.org", "https://svelte.dev"}, path.name
        assert not re.search(r"\b(?:fetch|XMLHttpRequest|WebSocket|sendBeacon|eval)\s*\(", text), path.name

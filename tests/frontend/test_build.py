"""The front end where Node is: it builds to the very files that are shipped, and passes its own checks."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

FRONT = Path(__file__).resolve().parents[2] / "frontend"
LIVE = FRONT.parent / "src" / "stemma" / "write" / "assets" / "live"
OLDEST = (20, 19)  # as package.json says


def find_reason() -> str:
    """Why nothing can be built here; empty where it can."""
    node = shutil.which("node")
    if node is None:
        return "there is no Node on this machine; the stamp of the built files is checked without it"
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    if tuple(int(part) for part in version.strip().removeprefix("v").split(".")[:2]) < OLDEST:
        return f"Node {version.strip()} is older than {'.'.join(map(str, OLDEST))}"
    if not (FRONT / "node_modules" / "vite").exists():
        return "Node packages are not installed: npm ci --prefix frontend"
    return ""


REASON = find_reason()
pytestmark = pytest.mark.skipif(bool(REASON), reason=REASON)


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = FRONT / "node_modules" / ".bin" / words[0]
    environment = {**os.environ, "CI": "1", "NO_COLOR": "1"}
    return subprocess.run(
        [str(command), *words[1:]], cwd=FRONT, env=environment, capture_output=True, text=True, check=False
    )


def test_it_builds_to_the_very_files_that_are_shipped(tmp_path: Path) -> None:
    built = run("vite", "build", "--outDir", str(tmp_path / "live"), "--emptyOutDir")
    assert built.returncode == 0, built.stdout + built.stderr
    for path in sorted((tmp_path / "live").iterdir()):
        same = path.read_bytes() == (LIVE / path.name).read_bytes()
        assert same, f"{path.name} is another: run npm ci && npm run build in frontend, and commit assets/live."


def test_its_types_are_right() -> None:
    checked = run("svelte-check", "--tsconfig", "./tsconfig.json", "--fail-on-warnings")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_its_own_tests_pass() -> None:
    tested = run("vitest", "run")
    assert tested.returncode == 0, tested.stdout + tested.stderr

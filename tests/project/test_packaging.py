"""What a fresh machine gets: a lock with hashes, scripts that run, a licence, figures with floors."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK: dict[str, Any] = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
SCRIPTS = ("setup", "run", "check", ".ci/run")


def bare_name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return found.group().lower().replace("_", "-")


def test_every_locked_file_has_a_hash() -> None:
    for package in LOCK["package"]:
        files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
        assert all(file["hash"].startswith("sha256:") for file in files)
        assert files or package["name"] == PROJECT["project"]["name"]


def test_the_lock_holds_what_the_project_asks_for() -> None:
    [own] = [package for package in LOCK["package"] if package["name"] == PROJECT["project"]["name"]]
    asked = {bare_name(requirement) for requirement in PROJECT["project"]["dependencies"]}
    assert {package["name"] for package in own["dependencies"]} == asked
    wanted = {bare_name(requirement) for requirement in PROJECT["dependency-groups"]["dev"]}
    assert {package["name"] for package in own["dev-dependencies"]["dev"]} == wanted


def test_the_package_asks_for_exactly_what_it_imports() -> None:
    imported = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").partition(".")[0])
    foreign = imported - sys.stdlib_module_names - {"stemma"}
    owners = packages_distributions()
    names = {owner.lower() for module in foreign for owner in owners[module]}
    extras = PROJECT["project"]["optional-dependencies"].values()
    asked = [*PROJECT["project"]["dependencies"], *(requirement for extra in extras for requirement in extra)]
    assert names == {bare_name(requirement) for requirement in asked}


@pytest.mark.parametrize(
    "file",
    [
        "demo/articles/meta.jsonl",
        "demo/gold.yaml",
        "find/gazetteer/NOTICE",
        "find/gazetteer/places.tsv",
        "write/assets/dossier.schema.json",
        "write/assets/live/SOURCE.sha256",
        "write/assets/live/report.css",
        "write/assets/live/report.js",
        "write/assets/report.css",
        "write/assets/tokens.css",
    ],
)
def test_the_data_is_inside_the_package_and_not_ignored(file: str) -> None:
    # The wheel takes all of src/stemma but what version control ignores.
    assert PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"] == {"packages": ["src/stemma"]}
    path = ROOT / "src" / "stemma" / file
    assert path.stat().st_size
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    parts = [path.name, *(f"{parent.name}/" for parent in path.relative_to(ROOT).parents)]
    assert not [pattern for pattern in ignored for part in parts if fnmatch(part, pattern)]


def test_uv_itself_is_pinned_by_hash() -> None:
    lines = (ROOT / ".ci" / "uv.txt").read_text(encoding="utf-8").splitlines()
    assert re.match(r"uv==[\d.]+ \\$", lines[0])
    assert all(re.match(r"    --hash=sha256:[0-9a-f]{64}( \\)?$", line) for line in lines[1:])


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_executable_bash(script: str) -> None:
    path = ROOT / script
    assert os.access(path, os.X_OK)
    assert path.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
    assert subprocess.run(["bash", "-n", str(path)], check=False).returncode == 0


def test_the_licence_is_apache_2() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert PROJECT["project"]["license"] == "Apache-2.0"


def test_the_floors_hold_every_bar() -> None:
    floors = tomllib.loads((ROOT / "bench" / "floors.toml").read_text(encoding="utf-8"))
    assert set(floors["bars"]["mean"]) >= {"citations", "chains", "figures", "relations", "origins", "traps"}
    assert floors["bars"]["links_per_article"] == 8


def test_help_starts_without_the_heavy_libraries() -> None:
    code = (
        "import sys\n"
        "from stemma import cli\n"
        "try:\n    cli.main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'numpy', 'trafilatura', 'lxml', 'babel', 'py3langid', 'rich'}\n"
        "heavy |= {'stemma.pipeline', 'stemma.write.page', 'stemma.write.terminal'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_installed_command_answers() -> None:
    command = Path(sys.executable).with_name("stemma")
    done = subprocess.run([str(command), "--version"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout == f"stemma {PROJECT['project']['version']}\n"


def test_the_demo_runs_from_anywhere(tmp_path: Path) -> None:
    command = str(Path(sys.executable).with_name("stemma"))
    environment = {"PATH": os.environ["PATH"], "NO_COLOR": "1"}
    done = subprocess.run(
        [command, "demo", "--embedder", "none"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "out/report.html" in done.stdout
    assert "\x1b" not in done.stdout
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["dossier.json", "report.html"]

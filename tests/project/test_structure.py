"""The house is the one that docs/architecture.md describes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "stemma"
STAGES = ["acquire", "clean", "cluster", "extract", "match", "trace", "weigh", "write"]
OTHER_FOLDERS = {
    "casefile", "cli", "compare", "demo", "evidence", "fetch", "find", "lang", "matters", "model", "runs", "store",
    "watch",
}  # fmt: skip
MODULES = sorted(SOURCE.rglob("*.py"))
BENCH = sorted((ROOT / "bench").glob("*.py"))

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def is_command(function: Function) -> bool:
    """A command of the command line: every argument of it is an option."""
    return any(ast.unparse(decorator).startswith("app.") for decorator in function.decorator_list)


def count_lines(function: Function) -> int:
    """Lines of signature and code; the docstring is no code, and the options of a command are no signature."""
    documented = ast.get_docstring(function, clean=False) or ""
    start = function.body[0].lineno if is_command(function) else function.lineno
    return (function.end_lineno or 0) - start + 1 - (documented.count("\n") + 1 if documented else 0)


def list_functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def test_stages_are_folders_in_the_order_of_the_data_and_of_the_alphabet() -> None:
    folders = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert sorted(folders - OTHER_FOLDERS) == STAGES
    assert sorted(STAGES) == STAGES


def test_the_pipeline_calls_the_stages_in_that_order() -> None:
    text = (SOURCE / "pipeline.py").read_text(encoding="utf-8")
    order = [re.search(rf"\b{stage}\(", text) for stage in STAGES if stage != "write"]
    assert all(order)
    body = text[text.index("def investigate") :]
    called = [body.index(call) for call in ("acquire(", "clean", "cluster(", "extract(", "match(", "trace(", "weigh(")]
    assert called == sorted(called)


def test_the_stages_of_the_import_contract_are_these() -> None:
    assert f'"{" | ".join(STAGES)}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MODULES + BENCH, ids=name)
def test_a_module_has_at_most_400_lines(path: Path) -> None:
    if path.parent.name != "lang":
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", MODULES + BENCH, ids=name)
def test_functions_are_short_and_take_few_arguments(path: Path) -> None:
    for function in list_functions(path):
        assert count_lines(function) <= 45, f"{function.name} is too long"
        arguments = function.args
        count = len(arguments.posonlyargs + arguments.args + arguments.kwonlyargs)
        count -= bool(arguments.args) and arguments.args[0].arg in {"self", "cls"}
        assert is_command(function) or count <= 5, f"{function.name} takes {count} arguments"


@pytest.mark.parametrize("folder", sorted({path.parent for path in MODULES}), ids=name)
def test_a_folder_has_at_most_10_files(folder: Path) -> None:
    if folder.name != "lang":
        assert len(list(folder.glob("*.py"))) <= 10


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_library_code_does_not_print(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in {"print", "input"}]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_unit_tests_mirror_the_source() -> None:
    strays = []
    for test in sorted((ROOT / "tests" / "unit").rglob("test_*.py")):
        place = test.parent.relative_to(ROOT / "tests" / "unit")
        module = test.stem.removeprefix("test_")
        if (
            not (SOURCE / place / f"{module}.py").exists()
            and not (SOURCE / place / module).is_dir()
            and place.name != module
        ):
            strays.append(name(test))
    assert not strays, "a test file bears the name of the module, or of the stage, that it tests"

"""The documents name everything there is, and nothing that is not."""

import ast
import re
import shlex
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
import typer

import stemma
from stemma import cli, errors, lang, model, registry
from stemma.registry import Registry
from stemma.settings import FetchSettings

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
NOUNS = sorted(name for name in model.__all__ if isinstance(getattr(model, name), type))
COMMANDS: dict[str, Any] = dict(typer.main.get_command(cli.app).commands)  # type: ignore[attr-defined]
INSIDE = {"RawDocument", "Extraction", "Matching", "Weighing", "Stemma"}  # never leave the program as they are
SPOKEN = re.compile(r"^(?:stemma|\./run|\./check|\./setup)\b.*$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?://|#)([^)#]*)(?:#([^)]*))?\)")


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def list_options(command: str) -> list[str]:
    return [word for option in COMMANDS[command].params for word in option.opts if word.startswith("-")]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_and_option_is_documented(command: str) -> None:
    text = read("docs/cli.md")
    assert f"## `stemma {command}" in text
    for option in list_options(command):
        assert re.search(rf"`{option}[` ]", text), f"{option} of {command} is not in docs/cli.md"


def test_every_documented_option_exists() -> None:
    known = {"--version", "--help", *(option for command in COMMANDS for option in list_options(command))}
    assert set(re.findall(r"`(--[a-z-]+)", read("docs/cli.md"))) <= known


def test_every_exit_code_is_documented() -> None:
    for document in ("README.md", "docs/cli.md"):
        assert re.findall(r"^\| (\d+) \|", read(document), re.MULTILINE) == ["0", "1", "2", "3", "4", "130"]


@pytest.mark.parametrize("setting", [field.name for kind in (stemma.Settings, FetchSettings) for field in fields(kind)])
def test_every_setting_is_documented(setting: str) -> None:
    assert re.search(rf"^\| `{setting}` \|", read("docs/settings.md"), re.MULTILINE)


def test_every_registry_is_documented() -> None:
    shelves = [value.kind for value in vars(registry).values() if isinstance(value, Registry)]
    assert all(f"| `{kind}` | `stemma.{kind}` |" in read("docs/architecture.md") for kind in shelves)


def test_every_error_is_documented() -> None:
    kinds = [value.__name__ for value in vars(errors).values() if isinstance(value, type)]
    assert all(f"`{kind}`" in read("docs/architecture.md") for kind in kinds)


@pytest.mark.parametrize("noun", NOUNS)
def test_the_glossary_holds_every_noun(noun: str) -> None:
    assert f"**{noun}**" in read("GLOSSARY.md")


def test_the_glossary_holds_no_noun_that_is_gone() -> None:
    assert set(re.findall(r"^\| \*\*(\w+)\*\*", read("GLOSSARY.md"), re.MULTILINE)) <= set(NOUNS)


@pytest.mark.parametrize("noun", [noun for noun in NOUNS if is_dataclass(getattr(model, noun)) and noun not in INSIDE])
def test_the_contract_names_every_field(noun: str) -> None:
    text = read("docs/contract.md")
    missing = [field.name for field in fields(getattr(model, noun)) if f"`{field.name}`" not in text]
    assert not missing


def test_every_language_is_documented() -> None:
    assert all(f"(`{code}`)" in read("docs/languages.md") for code in lang.known_codes())


def test_the_commands_of_the_documents_exist() -> None:
    for document in DOCUMENTS:
        for line in SPOKEN.findall(document.read_text(encoding="utf-8")):
            words = shlex.split(line, comments=True)
            if words[0] != "stemma":
                assert (ROOT / words[0]).stat().st_mode & 0o111, f"{words[0]} is not executable"
            elif len(words) > 1:
                assert words[1] in COMMANDS, line
                known = set(list_options(words[1]))
                assert {word for word in words[2:] if word.startswith("-") and word != "-"} <= known, line


def test_the_first_screen_gives_exactly_two_commands() -> None:
    screen = read("README.md").partition("\n## ")[0]
    blocks = re.findall(r"```sh\n(.*?)```", screen, re.DOTALL)
    assert [block.split()[0] for block in blocks] == ["./run", "./check"]


def test_the_python_of_the_readme_uses_what_there_is() -> None:
    for block in re.findall(r"```python\n(.*?)```", read("README.md") + read("docs/settings.md"), re.DOTALL):
        for node in ast.walk(ast.parse(block)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "stemma":
                assert node.attr in stemma.__all__


def test_the_changelog_has_the_version() -> None:
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    assert version == stemma.__version__ == cli.find_version()
    assert f"\n## [{version}]" in read("CHANGELOG.md")


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_links_lead_somewhere(document: Path) -> None:
    for target, anchor in LINK.findall(document.read_text(encoding="utf-8")):
        path = document.parent / target if target else document
        assert path.exists(), f"{target} does not exist"
        if anchor:
            titles = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}


def test_every_document_of_docs_is_reached_from_the_readme() -> None:
    reached, todo = set(), [ROOT / "README.md"]
    while todo:
        document = todo.pop()
        reached.add(document.resolve())
        links = [document.parent / target for target, _ in LINK.findall(document.read_text(encoding="utf-8")) if target]
        todo += [link for link in links if link.suffix == ".md" and link.exists() and link.resolve() not in reached]
    assert not [name(document) for document in DOCUMENTS if document.resolve() not in reached]

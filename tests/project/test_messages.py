"""The words of the report's interface: each that Python or the front end asks for exists, in every language alike."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from babel import Locale

from stemma.model.claims import Modality, Stance
from stemma.write.urgency import DISPUTES

ROOT = Path(__file__).resolve().parents[2]
WRITE = ROOT / "src" / "stemma" / "write"
FRONT = ROOT / "frontend" / "src"
FILES = sorted((FRONT / "messages").glob("*.json"))
PLACE = re.compile(r"\{(\d+)(?::plural\|([^}]*))?\}")
ASKED = re.compile(r"""\bt\(\s*(?:"([^"]+)"|'([^']+)'|`([^`]+)`)""")
SPEAKING = re.compile(r"""(["'`])((?:[a-z-]+\.)+[\w.-]*)(\$\{|\1)""")  # a key, or the beginning of one


def read(path: Path) -> dict[str, str]:
    messages: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return messages


ENGLISH = read(FRONT / "messages" / "en.json")


def make_pattern(node: ast.expr) -> str:
    """A key as a pattern: what an f-string puts in may be anything that has no dot."""
    if isinstance(node, ast.Constant):
        return re.escape(str(node.value))
    assert isinstance(node, ast.JoinedStr)
    return "".join(make_pattern(part) if isinstance(part, ast.Constant) else r"[^.]+" for part in node.values)


def find_phrases() -> Iterator[tuple[str, str]]:
    """Every key that Python may hand on, and where."""
    for path in sorted(WRITE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Phrase":
                yield make_pattern(node.args[1]), f"{path.name}:{node.lineno}"


def test_every_key_of_python_is_a_message() -> None:
    found = list(find_phrases())
    assert len(found) > 8
    missing = [(key, place) for key, place in found if not any(re.fullmatch(key, known) for known in ENGLISH)]
    assert not missing


def test_what_is_put_into_a_key_is_a_message_too() -> None:
    badges = {node.value for node in find_labels()} | {badge.label for badge in DISPUTES.values()}
    keys = {f"badge.{label.lower().replace(', ', '-').replace(' ', '-')}" for label in badges}
    keys |= {f"mood.{mood}" for mood in get_args(Modality)}
    keys |= {f"stance.{stance}" for stance in get_args(Stance)}
    keys |= {f"sentence.{verb}{how}" for verb in ("denied", "doubted") for how in ("", "-bare", "-both", "-sourced")}
    assert keys <= set(ENGLISH)


def find_labels() -> Iterator[ast.Constant]:
    """The words on the badges of a claim."""
    for node in ast.walk(ast.parse((WRITE / "urgency.py").read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.fullmatch(r"[A-Z]{3}[A-Z, ]+", node.value)
        ):
            yield node


def find_sources() -> list[Path]:
    return sorted(path for path in FRONT.rglob("*") if path.suffix in (".svelte", ".ts"))


def test_every_key_of_the_front_end_is_a_message() -> None:
    missing = []
    for path in find_sources():
        for found in ASKED.finditer(path.read_text(encoding="utf-8")):
            key = next(filter(None, found.groups()))
            pattern = re.sub(r"\\\$\\\{.*?\\\}", "[^.]+", re.escape(key))
            if not any(re.fullmatch(pattern, known) for known in ENGLISH):
                missing.append((path.name, key))
    assert not missing


def test_every_message_is_asked_for() -> None:
    texts = [path.read_text(encoding="utf-8") for path in find_sources()]
    named = {(found[2], found[3] == "${") for text in texts for found in SPEAKING.finditer(text)}
    whole = {key for key, is_open in named if not is_open}
    begun = tuple(key for key, is_open in named if is_open)
    patterns = [key for key, _ in find_phrases()]
    unused = [
        key
        for key in ENGLISH
        if key not in whole and not key.startswith(begun) and not any(re.fullmatch(item, key) for item in patterns)
    ]
    assert not unused


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_language_has_the_same_messages_with_the_same_places(path: Path) -> None:
    messages = read(path)
    assert list(messages) == sorted(ENGLISH)
    for key, message in messages.items():
        assert message.strip(), key
        assert {place for place, _ in PLACE.findall(message)} == {place for place, _ in PLACE.findall(ENGLISH[key])}, (
            key
        )
        assert not re.search(r"[\u202a-\u202e\u2066-\u2069<]", message), key


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_language_has_its_plurals(path: Path) -> None:
    choose = Locale.parse(path.stem).plural_form
    needed = {choose(number) for number in range(201)} | {"other"}
    for key, message in read(path).items():
        for _, forms in PLACE.findall(message):
            if forms:
                given = {form.partition("=")[0] for form in forms.split("|")}
                assert needed <= given <= needed | {"many", "zero"}, key

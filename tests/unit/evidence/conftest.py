"""A small pile of invented articles, and ways to tamper with the case it was sealed in."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from stemma.casefile import CHAIN_START, MANIFEST, make_line
from stemma.evidence import seal
from stemma.settings import Settings

SETTINGS = Settings(embedder="none")
FERRY = "Ferry late\nThe ferry left 47 minutes late because of drifting timber, Captain Ilse Holm said on Monday.\n"
LATE = "Ferry delayed\nThe ferry left 47 minutes late because of drifting timber, Captain Ilse Holm told a reporter.\n"
PAGE = (
    "<html><head><title>Timber in the channel</title></head><body><article><h1>Timber in the channel</h1>"
    "<p>Drifting timber blocked the channel below the mill on Monday, the harbour office said.</p>"
    "<p>The ferry left 47 minutes late, and nobody was hurt, the office added on Monday evening.</p></article></body>"
    "</html>"
)
FACTS = {
    "file": "page.html",
    "url": "https://www.harbour.example/timber?x=1",
    "published": "2025-03-10",
    "outlet": "Herald",
}

Members = dict[str, bytes]


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY)
    (folder / "late.txt").write_text(LATE)
    (folder / "page.html").write_text(PAGE)
    (folder / "photo.png").write_bytes(b"\x89PNG")
    (folder / "meta.jsonl").write_text(json.dumps(FACTS) + "\n")
    return folder


@pytest.fixture
def case(pile: Path, tmp_path: Path) -> Path:
    return seal([pile], tmp_path / "case.zip", SETTINGS).path


@pytest.fixture
def tamper(case: Path) -> Callable[..., Path]:
    """Write the case anew with members changed, taken out (None) or added; with `reseal` its manifest fits again."""

    def write(reseal: bool = False, **changes: bytes | None) -> Path:
        with ZipFile(case) as source:
            members: dict[str, bytes | None] = {name: source.read(name) for name in source.namelist()}
        members.update({name.replace("__", "/").replace("_json", ".json"): data for name, data in changes.items()})
        kept = {name: data for name, data in members.items() if data is not None}
        if reseal:
            kept[MANIFEST] = make_manifest(kept)
        return pack(case.with_name("tampered.zip"), kept)

    return write


def make_manifest(members: Members) -> bytes:
    lines, chain = [], CHAIN_START
    for name, data in sorted(members.items()):
        if name != MANIFEST:
            lines.append(make_line(name, hashlib.sha256(data).hexdigest(), len(data), chain))
            chain = str(lines[-1]["chain"])
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


def pack(path: Path, members: Members) -> Path:
    with ZipFile(path, "w") as target:
        for name, data in members.items():
            target.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
    return path

"""Verifying a case: whatever was changed, taken out or put in since it was sealed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stemma.casefile import (
    CASE,
    CHAIN_START,
    DOCUMENTS,
    DOSSIER,
    MANIFEST,
    RAW,
    BrokenCaseError,
    CaseFile,
    make_line,
    parse_object,
    read_case,
)
from stemma.errors import InputError
from stemma.evidence.gather import list_parents
from stemma.evidence.seal import make_texts
from stemma.evidence.spans import find_misfits
from stemma.model import Dossier
from stemma.write.dossier import read_dossier

SHOWN = 20  # misfits that are named one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is wrong with a case, in sentences; how many articles it was sealed of, and the head of its chain."""

    faults: tuple[str, ...]
    articles: int = 0
    head: str = ""

    @property
    def is_intact(self) -> bool:
        """True where nothing is wrong."""
        return not self.faults


def verify(path: Path, head: str | None = None) -> Verdict:
    """Check a sealed case: its chain, every member, and whether its findings stand in its texts.

    Args:
        path: the case.
        head: the head hash that was noted when it was sealed; a case that was made anew has another.

    Raises:
        InputError: there is no such file, or it is no sealed case.
    """
    if not path.is_file():
        raise InputError(f"{path}: no such file. Give a case that stemma archive has sealed.")
    try:
        with CaseFile(path) as case:
            if MANIFEST not in case.names:
                raise InputError(f"{path}: not a sealed case, or its {MANIFEST} is gone. Give one of stemma archive.")
            return _verify(case, head)
    except BrokenCaseError as error:
        return Verdict(faults=(f"unreadable: {error}",))


def _verify(case: CaseFile, head: str | None) -> Verdict:
    lines, faults = _read_manifest(case)
    found = str(lines[-1].get("chain")) if lines else ""
    if head and head.strip().casefold() != found:
        faults.append(f"another head: {found or 'none'}, and {head} was noted")
    uris = _name_inputs(case)
    faults += _compare(case, lines, uris)
    articles, misfits = _check_dossier(case)
    faults += misfits
    return Verdict(faults=tuple(faults), articles=articles, head=found)


def _read_manifest(case: CaseFile) -> tuple[list[dict[str, Any]], list[str]]:
    """The lines of the manifest, and where its chain breaks."""
    lines: list[dict[str, Any]] = []
    faults: list[str] = []
    chain = CHAIN_START
    for number, row in enumerate(case.read(MANIFEST).splitlines(), 1):
        try:
            line = parse_object(row, MANIFEST)
            expected = make_line(str(line["path"]), str(line["sha256"]), int(line["bytes"]), chain)
        except (BrokenCaseError, KeyError, ValueError, TypeError):
            faults.append(f"broken chain: line {number} of {MANIFEST} is unreadable")
            break
        if line != expected:
            faults.append(
                f"broken chain: line {number} of {MANIFEST} ({line['path']}) does not follow from those above"
            )
            break
        lines.append(line)
        chain = str(line["chain"])
    return lines, faults


def _name_inputs(case: CaseFile) -> dict[str, str]:
    """What members of the case were called before, as far as `case.json` can still be read."""
    try:
        found = read_case(case)
        named = {f"{RAW}{item['sha256']}": str(item["uri"]) for item in found["inputs"]}
        return {**{str(item["content"]): str(item["uri"]) for item in found["documents"]}, **named}
    except (BrokenCaseError, KeyError, TypeError):
        return {}


def _compare(case: CaseFile, lines: list[dict[str, Any]], uris: dict[str, str]) -> Iterator[str]:
    sealed = {str(line["path"]): line for line in lines}
    present = Counter(info.filename for info in case.members)
    for name in sorted({*sealed, *present} - {MANIFEST}):
        shown = f"{name} ({uris[name]})" if name in uris else name
        if name not in present:
            yield f"missing: {shown}"
        elif name not in sealed:
            yield f"added: {shown}"
        elif (fault := _find_change(case, name, sealed[name])) is not None:
            yield f"changed: {shown}{fault}"
    yield from (f"added: {name} stands there {count} times" for name, count in sorted(present.items()) if count > 1)
    if case.has_hidden_bytes():
        yield "added: bytes of the file that belong to none of its members"


def _find_change(case: CaseFile, name: str, line: dict[str, Any]) -> str | None:
    """What is wrong with a member beyond its being changed; "" for nothing more, None where it is as sealed."""
    try:
        digest, size = case.digest(name)
    except BrokenCaseError as error:
        return f", {error}"
    if (digest, size) != (line["sha256"], line["bytes"]):
        return ""
    if name.startswith((RAW, DOCUMENTS)) and name.rpartition("/")[2] != digest:
        return ", its name is not its hash"
    return None


def _check_dossier(case: CaseFile) -> tuple[int, list[str]]:
    """How many articles the dossier has, and what of it stands no longer in the texts."""
    try:
        dossier = read_dossier(case.read(DOSSIER))
    except (BrokenCaseError, InputError) as error:
        return 0, [f"no dossier: {error}"]
    faults = [f"no longer fits: {misfit}" for misfit in find_misfits(dossier)]
    faults += _check_texts(case, dossier)
    more = [f"no longer fits: {len(faults) - SHOWN} findings more"] if len(faults) > SHOWN else []
    return len(dossier.articles), faults[:SHOWN] + more


def _check_texts(case: CaseFile, dossier: Dossier) -> Iterator[str]:
    """Every article of the dossier has its text and its document in the case."""
    for name, text in make_texts(dossier.articles).items():
        try:
            same = case.read(name) == text
        except BrokenCaseError:
            continue  # said already: missing or unreadable
        if not same:
            yield f"no longer fits: {name} is not the text that the dossier has"
    try:
        known = {(str(document["uri"]), str(document["sha256"])) for document in read_case(case)["documents"]}
    except (BrokenCaseError, KeyError, TypeError) as error:
        yield f"{CASE} cannot be used: {error}"
        return
    uris, hashes = {uri for uri, _ in known}, {sha256 for _, sha256 in known}
    for article in dossier.articles:
        is_part = any(parent in uris for parent in list_parents(article.uri))  # such as a post of a live blog
        if article.sha256 not in hashes and not is_part:
            yield f"no longer fits: no document was sealed for {article.uri}"

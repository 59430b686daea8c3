"""Sealing a case: inputs, documents, texts, dossier and report in one file whose every byte is accounted for."""

import hashlib
import json
import platform
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from stemma import __version__
from stemma.acquire import acquire
from stemma.casefile import CASE, CHAIN_START, DOSSIER, FORMAT, MANIFEST, REPORT, TEXT, make_line
from stemma.errors import InputError, UsageError
from stemma.evidence.gather import PIECE, Gathered, find_inputs, hash_file, list_parents
from stemma.evidence.wacz import WARC, Page, make_package, write_web_members
from stemma.model import Article, Dossier
from stemma.pipeline import investigate_documents
from stemma.settings import Settings
from stemma.write import write

SUFFIXES = (".zip", ".wacz", ".stemma")
SOFTWARE = f"stemma {__version__}"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file knows: the same case gives the same bytes
PACKED = (".gz", ".bz2", ".xz", ".zip", ".wacz")
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)

Progress = Callable[[str, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """What was sealed: the dossier, the file, how many inputs are in it, and the head of the chain."""

    dossier: Dossier
    path: Path
    inputs: int
    head: str


def seal(
    paths: Iterable[str | Path],
    out: Path,
    settings: Settings | None = None,
    *,
    full: bool = False,
    progress: Progress | None = None,
) -> Sealed:
    """Trace articles and seal everything into one file.

    Args:
        paths: files and folders, as for `investigate`.
        out: the file to make: .zip, .stemma, or .wacz where web pages with addresses are among them.
        settings: as for `investigate`.
        full: put whole articles into the report.
        progress: as for `investigate`.

    Raises:
        InputError: a path is missing, nothing usable was found, or a file changed while it was read.
        UsageError: a setting is wrong, or `out` exists or has another suffix.
    """
    settings, paths = settings or Settings(), list(paths)
    _check_out(out)
    with tempfile.TemporaryDirectory(prefix="stemma-") as folder:
        gathered = Gathered(inputs=find_inputs(paths), spool=Path(folder))
        dossier = investigate_documents(gathered.record(acquire(paths, settings)), settings, progress)
        members: dict[str, bytes | Path] = {
            **gathered.files,
            **make_texts(dossier.articles),
            DOSSIER: _encode(write(dossier, "json")),
            REPORT: _encode(write(dossier, "html", full=full)),
            CASE: make_case(gathered, settings),
        }
        pages = list(_find_pages(gathered, dossier))
        if out.suffix.casefold() == ".wacz" and not pages:
            raise UsageError(f"{out}: no web page with an address is among the articles. Name the file .zip.")
        if pages:
            target = Path(folder) / "pages.warc.gz"
            members |= write_web_members((_load(page, gathered) for page in pages), target, SOFTWARE)
            members[WARC] = target
            title = dossier.stories[0].title if dossier.stories else "A case"
            members |= make_package({name: _hash(member) for name, member in members.items()}, SOFTWARE, title)
        head = write_case(out, members, {item.uri: item.sha256 for item in gathered.inputs})
    return Sealed(dossier=dossier, path=out, inputs=len(gathered.inputs), head=head)


def _check_out(out: Path) -> None:
    if out.suffix.casefold() not in SUFFIXES:
        raise UsageError(f"{out}: not the name of a case. End it in {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}.")
    if out.exists():
        raise UsageError(f"{out}: exists already, and a sealed case is never overwritten. Name another file.")


def make_texts(articles: Iterable[Article]) -> dict[str, bytes | Path]:
    """The cleaned text of every article by the name of its member; the same id with another text gets a number."""
    texts: dict[str, bytes | Path] = {}
    for article in sorted(articles, key=lambda item: (item.id, item.uri)):
        name = name_text(article.id)
        data = article.text.encode("utf-8", "surrogatepass")
        number = 1
        while texts.get(name, data) != data:
            number += 1
            name = name_text(f"{article.id}-{number}")
        texts[name] = data
    return texts


def name_text(id: str) -> str:
    """The member with the text of an article."""
    return f"{TEXT}{id}.txt"


def make_case(gathered: Gathered, settings: Settings) -> bytes:
    """What `case.json` says: how inputs, documents and members belong together, and what made them."""
    case = {
        "format": FORMAT,  # first, so that the beginning of the file tells what it is
        "settings": {**asdict(settings), "meta": {file: settings.meta[file] for file in sorted(settings.meta)}},
        "versions": find_versions(),
        "inputs": [{"uri": item.uri, "sha256": item.sha256, "bytes": item.size} for item in gathered.inputs],
        "documents": sorted(gathered.documents, key=lambda document: (document["uri"], document["sha256"])),
        "skipped": [asdict(item) for item in sorted(gathered.skipped, key=lambda item: (item.uri, item.reason))],
    }
    return _encode(json.dumps(case, ensure_ascii=False, indent=1) + "\n")


def find_versions() -> dict[str, str]:
    """The versions of Stemma, of Python and of every library that Stemma asks for."""
    try:
        asked = requires("stemma-news") or []
    except PackageNotFoundError:
        asked = []
    found = {"stemma": __version__, "python": platform.python_version()}
    for requirement in asked:
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue  # an extra that is not installed had no part in it
    return dict(sorted(found.items()))


def _find_pages(gathered: Gathered, dossier: Dossier) -> Iterator[tuple[dict[str, Any], Article]]:
    articles = {parent: item for item in reversed(dossier.articles) for parent in list_parents(item.uri)}
    articles |= {article.uri: article for article in dossier.articles}  # a live blog goes by its first post
    for document in sorted(gathered.documents, key=lambda item: (item["uri"], item["sha256"])):
        article = articles.get(document["uri"])
        url = article.url if article and document["suffix"] in (".html", ".htm") else None
        if article and url and ADDRESS.fullmatch(url) and url.isprintable():
            yield document, article


def _load(page: tuple[dict[str, Any], Article], gathered: Gathered) -> Page:
    document, article = page
    return Page(
        url=article.url or "",
        moment=article.retrieved or article.published,
        title=article.title or article.uri,
        content=gathered.files[document["content"]].read_bytes(),
    )


def _encode(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")


def _hash(member: bytes | Path) -> tuple[str, int]:
    return hash_file(member) if isinstance(member, Path) else (hashlib.sha256(member).hexdigest(), len(member))


def write_case(out: Path, members: dict[str, bytes | Path], inputs: dict[str, str]) -> str:
    """Write the members and their manifest into a new file, whole or not at all.

    Args:
        out: the file.
        members: bytes, or files on disk, by name.
        inputs: SHA-256 of every input by its uri, as it was when it was read.

    Returns:
        The head of the chain.

    Raises:
        InputError: an input is no longer what was read.
        UsageError: nothing can be written there.
    """
    part = out.with_name(f".{out.name}.part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with ZipFile(part, "w") as target:
            lines = _write_members(target, members)
            _check_inputs(lines, inputs)
            manifest = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
            target.writestr(_make_info(MANIFEST), _encode(manifest), compresslevel=6)
        part.replace(out)
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror or error}). Name another file with -o.") from error
    finally:
        part.unlink(missing_ok=True)
    return str(lines[-1]["chain"])


def _write_members(target: ZipFile, members: dict[str, bytes | Path]) -> list[dict[str, str | int]]:
    lines: list[dict[str, str | int]] = []
    chain = CHAIN_START
    for name, member in sorted(members.items()):
        digest, size = hashlib.sha256(), 0
        with target.open(_make_info(name, member), "w", force_zip64=_is_large(member)) as stream:
            for piece in _read_pieces(member):
                stream.write(piece)
                digest.update(piece)
                size += len(piece)
        lines.append(make_line(name, digest.hexdigest(), size, chain))
        chain = str(lines[-1]["chain"])
    return lines


def _make_info(name: str, member: bytes | Path = b"") -> ZipInfo:
    info = ZipInfo(name, LONG_AGO)
    is_packed = name.endswith(PACKED) or (isinstance(member, Path) and member.name.endswith(PACKED))
    info.compress_type = ZIP_STORED if is_packed else ZIP_DEFLATED
    info.create_system, info.external_attr = 3, 0o644 << 16
    return info


def _is_large(member: bytes | Path) -> bool:
    return (member.stat().st_size if isinstance(member, Path) else len(member)) > 2_000_000_000


def _read_pieces(member: bytes | Path) -> Iterator[bytes]:
    if isinstance(member, bytes):
        yield member
        return
    with member.open("rb") as stream:
        while piece := stream.read(PIECE):
            yield piece


def _check_inputs(lines: Iterable[dict[str, str | int]], inputs: dict[str, str]) -> None:
    """A file that changed between reading and sealing would prove something that nobody read."""
    written = {line["sha256"] for line in lines}
    for uri, digest in sorted(inputs.items()):
        if digest not in written:
            raise InputError(f"{uri}: changed while it was being read. Run it again.")

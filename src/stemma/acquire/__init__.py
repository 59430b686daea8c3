"""Stage 1: paths → raw documents, and a reason for every one that could not be read."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from stemma.acquire.crawls.visits import Visits
from stemma.acquire.given import Given
from stemma.acquire.meta import META_NAME, Facts, check_settings, read_meta
from stemma.acquire.pages import SUFFIXES as PAGE_READERS
from stemma.acquire.plain import SUFFIXES, find_kinds, find_suffix
from stemma.acquire.reading import Tell, read_path, start_reading
from stemma.acquire.stdin import read_stdin
from stemma.acquire.walk import STDIN, Found, Root, find_root, name_files, spell
from stemma.errors import InputError
from stemma.model import RawDocument, Skipped
from stemma.registry import readers
from stemma.settings import Settings

__all__ = ["acquire", "count_documents"]

PLACES = {
    "stemma.acquire.plain:read_plain": SUFFIXES,
    "stemma.acquire.crawls.warc:read_web_archive": (".warc", ".warc.gz", ".arc", ".arc.gz", ".wet", ".wet.gz"),
    "stemma.acquire.archives.zips:read_zip": (".zip", ".wacz"),
    "stemma.acquire.archives.tars:read_tar": (
        ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz",
    ),
    "stemma.acquire.feeds.sniff:read_xml": (".xml", ".rss", ".atom", ".rdf", ".opml"),
    "stemma.acquire.feeds.sniff:read_json": (".json",),
    "stemma.acquire.tables.jsonl:read_json_lines": (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"),
    "stemma.acquire.tables.csv:read_csv": (".csv", ".tsv", ".csv.gz", ".tsv.gz"),
    "stemma.acquire.tables.parquet:read_parquet": (".parquet",),
}  # fmt: skip
for _place, _suffixes in PLACES.items():
    for _suffix in _suffixes:
        readers.register(_suffix, _place)
for _suffix, _place in PAGE_READERS.items():
    readers.register(_suffix, _place)


def acquire(
    paths: Iterable[str | Path], settings: Settings, tell: Tell | None = None
) -> Iterator[RawDocument | Skipped]:
    """Yield every document under the given paths in the order of their files, and a notice for whatever was left out.

    Args:
        paths: files and folders (searched in depth, hidden files apart); "-" is standard input.
        settings: `meta` wins over a folder's `meta.jsonl`.
        tell: called as tell(uri, line) with what a reader decided by itself, such as which column is the text.

    Raises:
        InputError: a path does not exist, or there is no article under any of them.
        UsageError: the settings name an unknown language, or facts that cannot be used.
    """
    given = Given(check_settings(settings))
    names = sorted({str(path) for path in paths})
    roots = [find_root(name) for name in names if name != STDIN]
    files = name_files(roots)
    kinds = find_kinds()
    given.check_files([found.uri for found in files], has_stdin=STDIN in names)
    if STDIN not in names and not any(find_suffix(found.path, kinds) for found in files):
        raise InputError(_say_nothing_found(names, len(files), kinds))
    tell = tell or (lambda _uri, _line: None)
    if STDIN in names:
        yield from given.take(read_stdin(settings, tell, kinds), STDIN)
    visits = Visits()
    facts, notices = _gather_facts(roots, files)
    yield from notices
    yield from _name_empty(roots, kinds)
    for found in files:
        reading = start_reading(found.path, settings, tell, kinds, visits)
        yield from given.take(read_path(found.path, found.uri, reading), found.uri, facts.get(str(found.path)))
    yield from visits.name_absent()
    given.check_all()


def count_documents(paths: Iterable[str | Path]) -> int | None:
    """How many documents are under the paths, if that can be told without reading any: where each is one file.

    Raises:
        InputError: a path does not exist.
    """
    names = {str(path) for path in paths}
    if STDIN in names:
        return None
    kinds, single = find_kinds(), (*SUFFIXES, ".pdf")
    found = [find_suffix(found.path, kinds) for found in name_files([find_root(name) for name in sorted(names)])]
    read = [suffix for suffix in found if suffix]
    return len(read) if all(suffix in single for suffix in read) else None


def _say_nothing_found(names: list[str], others: int, kinds: tuple[str, ...]) -> str:
    if len(names) == 1 and Path(names[0]).is_file():
        return f"{names[0]}: not a kind of file that is read. Save its text as one of these: {' '.join(kinds)}."
    what = ", ".join(names) or "nothing given"
    only = f" (only {others} of other kinds)" if others else ""
    return f"{what}: no articles there{only}. Give files, or a folder of files, of these kinds: {' '.join(kinds)}."


def _gather_facts(roots: list[Root], files: list[Found]) -> tuple[Facts, list[Skipped]]:
    """What the `meta.jsonl` of every folder says, by the full path of the file."""
    facts: Facts = {}
    notices: list[Skipped] = []
    uris = {str(found.path): found.uri for found in files}
    for folder in sorted({folder for root in roots for folder in root.folders}):
        described, skipped = read_meta(folder, _name_meta(folder, roots))
        notices += skipped
        paths = {str(folder / file): meta for file, meta in described.items()}
        facts.update({path: meta for path, meta in paths.items() if path in uris})
    return facts, notices


def _name_meta(folder: Path, roots: list[Root]) -> str:
    for root in roots:
        if folder != root.path and folder.is_relative_to(root.path):
            return spell(f"{folder.relative_to(root.path).as_posix()}/{META_NAME}")
    return META_NAME if len(roots) == 1 else spell(f"{folder.name}/{META_NAME}")


def _name_empty(roots: list[Root], kinds: tuple[str, ...]) -> Iterator[Skipped]:
    for root in roots:
        if root.path.is_dir() and not any(find_suffix(path, kinds) for path in root.files):
            yield Skipped(uri=spell(root.path.name), reason="no articles in this folder")

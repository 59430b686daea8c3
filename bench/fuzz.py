"""Feeds the readers with mutated files until one fails: python bench/fuzz.py READER [--minutes N]

READER is a suffix with or without its dot (warc, warc.gz, zip, xml, csv, …), or "all". Seeds are our own (seeds.py).
With atheris the mutations follow which code they reach; without it they are drawn at random. A reader fails by raising
anything, by giving something else than documents and reasons, or by taking longer than ten seconds. The input that
made it fail is kept, and its path printed.
"""

import argparse
import mmap
import os
import random
import struct
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from arguments import make_parser
from seeds import make_seeds

LIMITS = {"document": 200_000, "entries": 2000, "unpacked": 5_000_000}
LONGEST = 10.0  # seconds
WATCHED = ["stemma.acquire", "feedparser", "zipfile", "tarfile", "email"]  # whose code steers atheris
SLOW = 1.0  # seconds from which the slowest file is kept
BIGGEST = 300_000  # bytes of a mutated file
EDGES = (
    b"\x00",
    b"\xff",
    b"\n",
    b'"',
    b"<",
    b">",
    b"&",
    b"{",
    b"[",
    b"\x1f\x8b",
    b"PK\x03\x04",
    b"WARC/1.0\r\n",
    b"9" * 19,
)
COUNTS = struct.Struct("QQd")  # files, documents, seconds of the slowest


class FoundError(Exception):
    """A reader failed."""


@dataclass(slots=True)
class Trial:
    """One reader under test; its counts outlive the process that tries it, which atheris ends in its own way."""

    name: str  # of a file of its kind
    seeds: list[bytes]
    folder: Path
    shared: mmap.mmap
    kinds: tuple[str, ...] = ()

    def try_bytes(self, content: bytes) -> None:
        """Read the bytes; raises where the reader does what it must not."""
        files, documents, slowest = COUNTS.unpack(self.shared[: COUNTS.size])
        start = time.monotonic()
        try:
            found = self._read(content)
        except BaseException as error:
            print(f"{self.name}: {type(error).__name__}: {error}; kept as {self._keep(content, 'failed')}", flush=True)
            raise
        took = time.monotonic() - start
        self.shared[: COUNTS.size] = COUNTS.pack(files + 1, documents + found, max(slowest, took))
        if took > max(slowest, SLOW):
            self._keep(content, "slow")  # slow here, with atheris watching, may be quick in truth
        if took > LONGEST:
            raise FoundError(f"{self.name}: took {took:.0f} s; kept as {self._keep(content, 'failed')}")

    def _read(self, content: bytes) -> int:
        from stemma.acquire.reading import read_path, start_reading
        from stemma.model import RawDocument, Skipped
        from stemma.settings import Limits, Settings

        path = self.folder / self.name
        path.write_bytes(content)
        settings = Settings(limits=Limits(**LIMITS))
        reading = start_reading(path, settings, lambda _uri, _line: None, self.kinds)
        items = list(read_path(path, self.name, reading))
        odd = [item for item in items if not isinstance(item, RawDocument | Skipped)]
        if odd or not items:
            raise FoundError(f"gave {odd or 'nothing'}")
        return sum(isinstance(item, RawDocument) for item in items)

    def _keep(self, content: bytes, why: str) -> Path:
        kept = Path(tempfile.gettempdir()) / f"{why}-{self.name}"
        kept.write_bytes(content)
        return kept


def mutate(content: bytes, chance: random.Random) -> bytes:
    """The bytes with a few changes: flipped, cut, repeated, or with something that readers look for."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed) + 1)
        length = chance.choice((1, 1, 2, 8, 64, 1024))
        kind = chance.randrange(5)
        if kind == 0 and changed:
            changed[at % len(changed)] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del changed[at : at + length]
        elif kind == 2:
            changed[at:at] = changed[at : at + length] * chance.randint(1, 20)
        elif kind == 3:
            changed[at:at] = chance.choice(EDGES)
        else:
            changed[at : at + length] = chance.randbytes(length)
    return bytes(changed[:BIGGEST])


def load_readers(trial: Trial) -> None:
    """Import what the reader needs, by reading a file of its kind; until then the fuzzer may prepare for it."""
    import stemma.acquire  # noqa: F401  # registers the readers
    from stemma.acquire.plain import find_kinds

    trial.kinds = find_kinds()
    trial.try_bytes(trial.seeds[0])


def run_at_random(trial: Trial, seconds: float, start: int) -> None:
    """Try mutations until the time is over."""
    load_readers(trial)
    chance = random.Random(start)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        trial.try_bytes(mutate(chance.choice(trial.seeds), chance))


def run_atheris(trial: Trial, seconds: float, start: int) -> None:
    """Try mutations that atheris steers towards code that was not reached yet. It ends the process."""
    import atheris

    corpus = trial.folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(trial.seeds):
        (corpus / str(number)).write_bytes(seed)
    with atheris.instrument_imports(include=WATCHED):
        load_readers(trial)
    options = [f"-max_total_time={round(seconds)}", f"-seed={start}", "-max_len=65536", "-rss_limit_mb=4000"]
    atheris.Setup([sys.argv[0], *options, "-timeout=30", "-verbosity=0", str(corpus)], trial.try_bytes)
    atheris.Fuzz()


def find_names(reader: str, names: list[str]) -> Iterator[str]:
    """The seeds of that kind, by the name of their file."""
    found = [name for name in names if reader in ("all", name) or name.endswith(f".{reader.lstrip('.')}")]
    if not found:
        kinds = sorted({name.partition(".")[2] for name in names})
        raise SystemExit(f"{reader}: no such reader. Known: {', '.join(kinds)}.")
    yield from found


def has_atheris() -> bool:
    """True where atheris is installed."""
    try:
        import atheris  # noqa: F401
    except ImportError:
        return False
    return True


def try_reader(name: str, given: argparse.Namespace) -> bool:
    """Fuzz one reader in a process of its own, and print its counts; False where it failed."""
    suffix = name[name.index(".") :]
    seeds = [content for other, content in make_seeds().items() if other.endswith(suffix)]
    shared = mmap.mmap(-1, COUNTS.size)
    is_random = given.way == "random" or not has_atheris()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(name, seeds, Path(folder), shared)
        child = os.fork()
        if child == 0:
            try:
                (run_at_random if is_random else run_atheris)(trial, 60 * given.minutes, given.seed)
            except BaseException:
                os._exit(1)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
    files, documents, slowest = COUNTS.unpack(shared[: COUNTS.size])
    way = "random" if is_random else "atheris"
    verdict = "failed" if status else "no failure"
    counts = f"{files:,} files in {time.monotonic() - start:.0f} s, {documents:,} documents, slowest {slowest:.2f} s"
    print(f"{name} ({way}): {counts}, {verdict}", flush=True)
    return status == 0


def main() -> None:
    """Fuzz the readers that were asked for."""
    parser = make_parser(__doc__)
    parser.add_argument("reader")
    parser.add_argument("--minutes", type=float, default=10.0, help="for each file of that kind")
    parser.add_argument("--way", choices=("atheris", "random"), default="atheris")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    passed = [try_reader(name, given) for name in find_names(given.reader, list(make_seeds()))]
    raise SystemExit(0 if all(passed) else 1)


if __name__ == "__main__":
    main()

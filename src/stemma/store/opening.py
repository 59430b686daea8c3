"""Opening a store: one writer at a time, every fault in words, and nothing half written."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from stemma.errors import InputError, StemmaError
from stemma.store.schema import APPLICATION, MIGRATIONS, VERSION

MAGIC = b"SQLite format 3\x00"
WAIT = 30.0  # seconds that a reader waits for a writer to finish a moment's work
CACHE = 64_000  # kB of pages kept in memory
FULL = (sqlite3.SQLITE_FULL,)
BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
CLOSED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
PACKED = ("documents", "_extractions", "_profiles", "_matters")


@contextmanager
def open_file(path: Path, *, write: bool, new: bool = False) -> Iterator[sqlite3.Connection]:
    """Open a store, for reading or as its only writer.

    Args:
        path: the file.
        write: whether anything may be changed; then nobody else can write until this is closed.
        new: whether a missing file is made.

    Raises:
        InputError: there is no such store, or the file is something else, or damaged.
        StemmaError: somebody else is writing, or the disk is full or takes no files.
    """
    _check_file(path, new=new)
    path = path.resolve()  # by whatever name it is called, it has one lock
    lock = FileLock(f"{path}.lock") if write else None
    with say_faults(path):
        if lock:
            _take(lock, path)
        try:
            connection = _connect(path, write=write)
            try:
                _upgrade(connection, path, write=write)
                yield connection
            finally:
                connection.close()
        finally:
            if lock:
                lock.release()


def _check_file(path: Path, *, new: bool) -> None:
    if path.is_dir():
        raise InputError(f"{path}: a folder, not a store. Name a file, such as work.stemma.")
    if not path.exists() or not path.stat().st_size:
        if new:
            return
        raise InputError(f"{path}: no such store. Make one with stemma add PATH... --store {path}.")
    with path.open("rb") as stream:
        head = stream.read(len(MAGIC))
    if head != MAGIC:
        what = "a sealed case" if head[:2] == b"PK" else "another kind of file, or damaged"
        raise InputError(f"{path}: no store but {what}. Name a store that stemma add or trace --store has made.")


def _take(lock: FileLock, path: Path) -> None:
    Path(lock.lock_file).touch()  # where that fails, the lock would only seem to be taken
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise StemmaError(
            f"{path}: another stemma is writing to this store. Wait until it is done, or stop it; reading works."
        ) from None
    except NotImplementedError as error:
        raise StemmaError(f"{path}: its file system knows no locks. Keep the store on a local disk.") from error


def _connect(path: Path, *, write: bool) -> sqlite3.Connection:
    mode = "rwc" if write else "ro"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=WAIT)
    connection.isolation_level = None  # transactions begin and end where the code says so
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    connection.execute("PRAGMA temp_store = MEMORY")
    if write:
        connection.execute("PRAGMA cell_size_check = ON")  # damage is noticed before anything is written over it
    return connection


def _upgrade(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    """Bring an older store to this version, step by step, each whole or not at all."""
    version, application = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("user_version", "application_id")
    )
    if application != APPLICATION if version else not _is_empty(connection):
        raise InputError(f"{path}: a database, but no store of Stemma. Name a store that stemma add has made.")
    if version > VERSION:
        raise InputError(
            f"{path}: made by a newer Stemma (store version {version}; this one reads {VERSION}). Upgrade."
        )
    if version < VERSION and not write:
        raise InputError(f"{path}: made by an older Stemma. Run stemma add on it once, and it is brought up to date.")
    if write:  # only now: somebody else's database is left as it is
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # what was told to be kept survives a power cut too
    while version < VERSION:
        steps = MIGRATIONS[version]
        version += 1
        connection.executescript(
            f"BEGIN IMMEDIATE; {steps} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {version}; COMMIT;"
        )


def _is_empty(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT 1 FROM sqlite_master").fetchone()


@contextmanager
def transact(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside is kept together, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):  # a full disk has rolled back by itself
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def say_faults(path: Path) -> Iterator[None]:
    """Faults of the file in words for the user."""
    try:
        yield
    except StemmaError:
        raise
    except sqlite3.Error as error:
        raise _explain(error, path) from error
    except OSError as error:
        if error.filename and Path(error.filename) == Path(f"{path}.lock"):
            raise StemmaError(
                f"{path}: nothing can be written beside it ({error.strerror}). Use another folder."
            ) from error
        raise
    except Exception as error:
        if not _is_sound(path):
            raise _say_damaged(path, error) from error
        raise


def _is_sound(path: Path) -> bool:
    """True where the file, and all that is packed in it, can be read; that takes its time, after a fault only."""
    try:
        with closing(_connect(path, write=False)) as connection:
            if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                return False
            for table in PACKED:
                for (packed,) in connection.execute(f"SELECT packed FROM {table}"):
                    zlib.decompress(packed)
    except (sqlite3.Error, zlib.error, TypeError):
        return False
    return True


def _say_damaged(path: Path, error: Exception) -> InputError:
    return InputError(f"{path}: damaged ({error}). Take a copy of it from before, or try: sqlite3 {path.name} .recover")


def _explain(error: sqlite3.Error, path: Path) -> StemmaError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in FULL:
        return StemmaError(f"{path}: the disk is full. What was kept so far is safe: make room and run the same again.")
    is_known = code in (*FULL, *CLOSED, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_IOERR)
    if code in BROKEN or not (is_known or _is_sound(path)):
        return _say_damaged(path, error)
    if code in CLOSED:
        return StemmaError(f"{path}: it cannot be written or opened ({error}). Check its folder's permissions.")
    if code == sqlite3.SQLITE_BUSY:
        return StemmaError(f"{path}: another program is writing to it. Wait until it is done.")
    if code == sqlite3.SQLITE_IOERR:
        return StemmaError(f"{path}: the disk failed to read or write ({error}). What was kept so far is safe.")
    return StemmaError(f"{path}: {error}. Please report it.")

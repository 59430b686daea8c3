"""Parquet tables, with the extra "parquet" of this package."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from stemma.acquire.reading import Read, Reading, TooMuchError, open_regular, skip
from stemma.acquire.tables.columns import Row
from stemma.acquire.tables.rows import read_rows
from stemma.model import Skipped

BATCH = 256  # rows


def read_parquet(path: Path, uri: str, reading: Reading) -> Read:
    """Yield the articles of a Parquet file, some rows at a time."""
    if find_spec("pyarrow") is None:
        yield Skipped(uri=uri, reason='Parquet needs pyarrow: install stemma-news with the extra "parquet"')
        return
    from pyarrow import ArrowException

    try:
        with open_regular(path) as file:
            yield from read_rows(_list_rows(file, reading), uri, reading)
    except TooMuchError as error:
        yield Skipped(uri=uri, reason=str(error))
    except (ArrowException, OSError, ValueError, NotImplementedError) as error:
        yield skip(uri, error)


def _list_rows(file: Any, reading: Reading) -> Iterator[tuple[int, Row]]:
    from pyarrow.parquet import ParquetFile

    table = ParquetFile(file)
    number = 0
    for batch in table.iter_batches(batch_size=BATCH):
        reading.budget.spend(batch.nbytes)
        for row in batch.to_pylist():
            number += 1
            yield number, row

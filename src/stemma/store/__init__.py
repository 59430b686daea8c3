"""The SQLite file that keeps what was read and found, so that a pile can grow for years and be opened by other tools.

`open_file` opens it; the functions of `keeping` write, those of `finding` and `searching` read. All take the open
connection. docs/store.md shows the tables.
"""

from stemma.store.opening import open_file, transact

__all__ = ["open_file", "transact"]

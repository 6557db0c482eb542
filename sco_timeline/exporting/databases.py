"""Tables as one SQLite database, with the keys that the descriptor declares."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from sco_timeline.descriptor import Field, Package, Table
from sco_timeline.exporting.contents import caption, read_rows

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "TEXT"}


def write_sqlite(package: Package, tables: Sequence[Table], path: Path) -> None:
    """Write a database: days as ISO text, truth values as 0 and 1, foreign keys among the tables given."""
    present = {table.name for table in tables}
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA page_size = 4096")
        with connection:
            for table in tables:
                connection.execute(_create(table, present, caption(package)))
                slots = ", ".join("?" for _ in table.fields)
                rows = map(_row, read_rows(package, table))
                connection.executemany(f"INSERT INTO {_quote(table.name)} VALUES ({slots})", rows)


def _create(table: Table, present: Collection[str], note: str) -> str:
    """Return the statement that creates a table; a comment in it says which version of the data it holds."""
    parts = [_column(table, field) for field in table.fields]
    parts += [f"UNIQUE ({', '.join(map(_quote, key))})" for key in table.unique_keys if len(key) > 1]
    parts += [
        f"FOREIGN KEY ({_quote(key.field)}) REFERENCES {_quote(key.table)} ({_quote(key.key)})"
        for key in table.foreign_keys
        if key.table in present
    ]
    return f"CREATE TABLE {_quote(table.name)} ( -- {note}\n  " + ",\n  ".join(parts) + "\n)"


def _column(table: Table, field: Field) -> str:
    words = [_quote(field.name), _TYPES[field.type]]
    if field.required:
        words.append("NOT NULL")
    if field.name == table.key:
        words.append("PRIMARY KEY")
    elif field.unique or (field.name,) in table.unique_keys:
        words.append("UNIQUE")
    return " ".join(words)


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _row(values: Iterable[Any]) -> list[Any]:
    return [value.isoformat() if isinstance(value, date) else value for value in values]

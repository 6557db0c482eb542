"""Files of many articles, JSONL and Parquet: their rows one after another, never all at once."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from sco_timeline.errors import Problem

COLUMNS = ("id", "text", "published", "url", "title", "language")
"""The columns that are read of a file of articles; all but `text` may be absent."""

Row = dict[str, Any]


class Place(NamedTuple):
    """A row's number in its file, from 1 on, and how much of the file lies behind when it is read, from 0 to 1."""

    number: int
    share: float


_LONGEST_LINE = 400_000_000  # bytes: as long as the largest text, every character of it escaped, can make one
_AT_ONCE = 32  # rows of a Parquet file
_BUFFER = 1 << 20  # bytes of a column; without it the columns of a group of rows are kept whole


def read_jsonl(path: Path) -> Iterator[tuple[Place, Row | Problem]]:
    """Yield the place and the object of each line, or what is wrong with it; empty lines are passed over."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size or 1
        for number, line in enumerate(_lines(file), 1):
            place = Place(number, min(1, file.tell() / size))
            if line is None:
                yield place, Problem(str(path), number, "", f"has more than {_LONGEST_LINE:,} bytes", "split the text")
            elif line.strip():
                yield place, _row(line, str(path), number)


def _lines(file: IO[bytes]) -> Iterator[bytes | None]:
    """Yield the lines of a file, None for one that is too long to be kept."""
    while line := file.readline(_LONGEST_LINE):
        if len(line) < _LONGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(_LONGEST_LINE)
        yield None


def _row(line: bytes, file: str, number: int) -> Row | Problem:
    try:
        found = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        return Problem(file, number, "", f"byte {error.start} is no UTF-8", "save the file as UTF-8")
    except (ValueError, RecursionError):
        return Problem(file, number, "", "is no JSON", "write one object a line")
    if not isinstance(found, dict):
        return Problem(file, number, "", "is no JSON object", f"write one with the keys {', '.join(COLUMNS)}")
    return {name: found.get(name) for name in COLUMNS}


def read_parquet(path: Path) -> Iterator[tuple[Place, Row | Problem]]:
    """Yield the place and the values of each row, or what is wrong with it; a file that breaks off yields that last."""
    import pyarrow as pa

    place = Place(0, 0)
    with path.open("rb") as file:
        try:
            for place, row in _rows(file, str(path)):
                yield place, row
        except (pa.ArrowException, OSError) as error:
            reason, number = (str(error).splitlines() or [type(error).__name__])[0], place.number + 1
            problem = Problem(str(path), number, "", f"cannot be read as Parquet from here on: {reason}", "write the file anew")
            yield Place(number, 1), problem


def _rows(source: IO[bytes], name: str) -> Iterator[tuple[Place, Row | Problem]]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(source, pre_buffer=False, buffer_size=_BUFFER) as file:
        columns = [column for column in COLUMNS if column in file.schema_arrow.names]
        if "text" not in columns:
            yield Place(1, 1), Problem(name, 0, "text", "there is no such column", f"name columns {', '.join(COLUMNS)}")
            return
        number, rows = 0, file.metadata.num_rows
        for batch in file.iter_batches(batch_size=_AT_ONCE, columns=columns, use_threads=False):
            for row in range(batch.num_rows):
                number += 1
                yield Place(number, number / rows), _values(batch, row, name, number)


def _values(batch: Any, place: int, file: str, number: int) -> Row | Problem:
    row: Row = dict.fromkeys(COLUMNS)
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            row[name] = column[place].as_py()
        except UnicodeDecodeError as error:
            return Problem(file, number, name, f"byte {error.start} is no UTF-8", "write the text as UTF-8")
    return row


READERS: dict[str, Callable[[Path], Iterator[tuple[Place, Row | Problem]]]] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".parquet": read_parquet,
}
"""How files of many articles are read, by the end of their name."""

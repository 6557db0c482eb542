"""CSV files, with everything that is wrong with them, and Parquet files."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sco_timeline.descriptor import Field
from sco_timeline.errors import Problem
from sco_timeline.storing.cells import CellError, Row, parse_cell

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class RawRows:
    """The rows of one CSV file with the line on which each begins, and what is wrong with the file.

    `left_out` holds the first cells of the rows that have a problem; None where the file was not read to its end.
    """

    rows: Sequence[Row]
    lines: Sequence[int]
    problems: Sequence[Problem]
    left_out: frozenset[str] | None


def read_csv(path: Path, fields: Sequence[Field], shown_as: str) -> RawRows:
    """Read a CSV file whose columns must be `fields`, in any order of rows.

    Parameters
    ----------
    path : Path
        The file: UTF-8 without byte-order mark, comma, double quotes.
    fields : sequence of Field
        Its columns, in order.
    shown_as : str
        How problems name the file.

    Returns
    -------
    RawRows
        A row that has a problem is left out.
    """
    text, problems = _read_text(path, shown_as)
    if problems:
        return RawRows((), (), problems, None)
    return _parse_rows(text, fields, shown_as)


def _read_text(path: Path, shown_as: str) -> tuple[str, list[Problem]]:
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except OSError as error:
        return "", [Problem(shown_as, 0, "", f"cannot be read: {error.strerror}", "the table's raw file must be here")]
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [Problem(shown_as, line, "", "is not UTF-8", "save the file as UTF-8")]
    if text.startswith("\ufeff"):
        return "", [Problem(shown_as, 1, "", "begins with a byte-order mark", "save the file as UTF-8 without BOM")]
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        return "", [Problem(shown_as, line, "", "holds a NUL byte", "take it out")]
    return text.replace("\r\n", "\n"), []


def _parse_rows(text: str, fields: Sequence[Field], shown_as: str) -> RawRows:
    rows: list[Row] = []
    lines: list[int] = []
    problems: list[Problem] = []
    left_out: set[str] = set()
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    names = [field.name for field in fields]
    line = 1
    limit = csv.field_size_limit(len(text) + 1)
    try:
        header = next(reader, [])
        if header != names:
            return RawRows((), (), _header_problems(header, names, shown_as), None)
        line = reader.line_num + 1
        for cells in reader:
            row, wrong = _parse_row(cells, fields, shown_as, line)
            if wrong:
                problems += wrong
                left_out.update(cells[:1])
            else:
                rows.append(row)
                lines.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        remedy = "close each quote, and write a quote within a cell twice"
        problems.append(Problem(shown_as, line, "", f"is not readable as CSV: {error}", remedy))
        return RawRows(rows, lines, problems, None)
    finally:
        csv.field_size_limit(limit)
    return RawRows(rows, lines, problems, frozenset(left_out))


def _header_problems(header: Sequence[str], names: Sequence[str], shown_as: str) -> list[Problem]:
    remedy = "the header must be " + ",".join(names)
    missing = [Problem(shown_as, 1, name, "column is missing", remedy) for name in names if name not in header]
    extra = [Problem(shown_as, 1, name, "column is unknown", remedy) for name in header if name not in names]
    return missing + extra or [Problem(shown_as, 1, "", "columns are repeated or out of order", remedy)]


def _parse_row(cells: Sequence[str], fields: Sequence[Field], shown_as: str, line: int) -> tuple[Row, list[Problem]]:
    if len(cells) != len(fields):
        return {}, [_count_problem(cells, fields, shown_as, line)]
    row: Row = {}
    problems = []
    for field, cell in zip(fields, cells, strict=True):
        try:
            row[field.name] = parse_cell(field, cell)
        except CellError as error:
            problems.append(Problem(shown_as, line, field.name, error.message, error.remedy))
    return row, problems


def _count_problem(cells: Sequence[str], fields: Sequence[Field], shown_as: str, line: int) -> Problem:
    if not cells:
        return Problem(shown_as, line, "", "is an empty line", "delete it")
    remedy = "quote a cell that holds a comma" if len(cells) > len(fields) else "keep the commas of empty cells"
    return Problem(shown_as, line, "", f"has {len(cells)} cells, the header {len(fields)}", remedy)


def read_parquet(content: bytes) -> pa.Table:
    """Read the bytes of a Parquet file in this thread: tables are small, and a process that started no pool ends quietly."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    return pq.ParquetFile(pa.BufferReader(content), pre_buffer=False).read(use_threads=False)

"""Rows to and from CSV and Parquet, exactly as the descriptor says.

A row is a dict of typed values by column name: str, int, float, bool, `datetime.date`, or None for an empty cell.
A raw cell never fails alone: whatever is wrong with a file is collected as `Problem` and given back with its rows.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sco_timeline.descriptor import Field, Table
from sco_timeline.errors import InvalidDateError, Problem
from sco_timeline.model import parse_day, parse_edtf

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, Any]

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}", re.ASCII)
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class RawRows:
    """The rows of one CSV file with the line on which each begins, and what is wrong with the file.

    `left_out` holds the first cells of the rows that have a problem; None where the file was not read to its end.
    """

    rows: Sequence[Row]
    lines: Sequence[int]
    problems: Sequence[Problem]
    left_out: frozenset[str] | None


class CellError(ValueError):
    """A cell that does not fit its field: what is wrong, and what would be right."""

    def __init__(self, message: str, remedy: str) -> None:
        self.message, self.remedy = message, remedy
        super().__init__(f"{message}; {remedy}")


def parse_cell(field: Field, text: str) -> Any:
    """Turn the text of a cell into its value; empty text is None.

    Raises
    ------
    CellError
        Where the text is not of the field's type or breaks one of its constraints.
    """
    if text == "":
        if field.required:
            raise CellError("is empty", f"give {field.title.lower()}")
        return None
    value = _PARSERS[field.type](text)
    if field.is_edtf:
        _parse_or_refuse(parse_edtf, text)
    _check_constraints(field, value, text)
    return value


def _check_constraints(field: Field, value: Any, text: str) -> None:
    if field.enum and value not in field.enum:
        raise CellError(f"{_short(text)} is not allowed", f"one of {', '.join(map(str, field.enum))}")
    if field.pattern and not re.fullmatch(field.pattern, text):
        raise CellError(f"{_short(text)} does not fit", f"must match {field.pattern}")
    if field.minimum is not None and value < field.minimum:
        raise CellError(f"{text} is too small", f"at least {field.minimum}")
    if field.maximum is not None and value > field.maximum:
        raise CellError(f"{text} is too great", f"at most {field.maximum}")


def _parse_text(text: str) -> str:
    if text != text.strip():
        remedy = f"write {_short(text.strip())}" if text.strip() else "leave it empty"
        raise CellError(f"{_short(text)} begins or ends with a blank", remedy)
    if text.startswith(_FORMULA_START):
        raise CellError(f"{_short(text)} would run as a formula in a spreadsheet", "begin with a letter, digit or quote")
    if unicodedata.normalize("NFC", text) != text:
        raise CellError(f"{_short(text)} is not in Unicode form NFC", "write accents as single characters")
    if found := _INVISIBLE.search(text):
        raise CellError(f"holds a control or invisible character, U+{ord(found[0]):04X}", "take it out")
    return text


def _parse_integer(text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise CellError(f"{_short(text)} is no whole number", "digits only, such as 12")
    return int(text)


def _parse_number(text: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise CellError(f"{_short(text)} is no number", "digits with a point, such as 39.65")
    return float(text)


def _parse_boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise CellError(f"{_short(text)} is neither true nor false", "write true or false")
    return text == "true"


def _parse_date(text: str) -> Any:
    return _parse_or_refuse(parse_day, text, "a day as YYYY-MM-DD")


def _parse_or_refuse(parse: Callable[[str], Any], text: str, remedy: str = "") -> Any:
    try:
        return parse(text)
    except InvalidDateError as error:
        forms = str(error).rpartition("is no date; ")[2]
        raise CellError(f"{_short(text)} is no date", remedy or forms) from None


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:37] + "...")


_PARSERS: dict[str, Callable[[str], Any]] = {
    "string": _parse_text,
    "integer": _parse_integer,
    "number": _parse_number,
    "boolean": _parse_boolean,
    "date": _parse_date,
}


def format_cell(value: Any) -> str:
    """Write a value as the text of a cell; the inverse of `parse_cell`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


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


def csv_bytes(table: Table, rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Write rows as CSV: UTF-8, line feeds, quotes only where needed."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    names = [field.name for field in table.fields]
    writer.writerow(names)
    writer.writerows([format_cell(row[name]) for name in names] for row in rows)
    return out.getvalue().encode("utf-8")


def arrow_schema(table: Table) -> pa.Schema:
    """Return the Arrow schema that the descriptor asks for."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    categorical = pa.dictionary(pa.int8(), pa.string(), ordered=True)
    return pa.schema(pa.field(f.name, categorical if f.categories else types[f.type], not f.required) for f in table.fields)


def arrow_table(table: Table, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Return rows as an Arrow table; ordered categories become dictionaries that hold every category in order."""
    import pyarrow as pa

    schema = arrow_schema(table)
    arrays = [_array(field, [row[field.name] for row in rows], schema.field(field.name).type) for field in table.fields]
    return pa.Table.from_arrays(arrays, schema=schema)


def _array(field: Field, values: list[Any], type_: pa.DataType) -> pa.Array[Any]:
    import pyarrow as pa

    if not field.categories:
        return pa.array(values, type_)
    code = {category: number for number, category in enumerate(field.categories)}
    indices = pa.array([None if value is None else code[value] for value in values], pa.int8())
    return pa.DictionaryArray.from_arrays(indices, pa.array(field.categories, pa.string()), ordered=True)


def parquet_bytes(table: Table, rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Write rows as Parquet; the same bytes under the same pyarrow."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(arrow_table(table, rows), sink, compression="zstd")
    return sink.getvalue().to_pybytes()

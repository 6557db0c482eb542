"""Rows as the bytes of CSV and Parquet files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sco_timeline.descriptor import Field, Table
from sco_timeline.storing.cells import format_cell

if TYPE_CHECKING:
    import pyarrow as pa


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

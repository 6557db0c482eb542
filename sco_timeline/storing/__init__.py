"""Rows to and from CSV and Parquet, exactly as the descriptor says.

A row is a dict of typed values by column name: str, int, float, bool, `datetime.date`, or None for an empty cell.
A raw cell never fails alone: whatever is wrong with a file is collected as `Problem` and given back with its rows.
"""

from sco_timeline.storing.cells import CellError, Row, format_cell, parse_cell
from sco_timeline.storing.markdown import markdown_table
from sco_timeline.storing.reading import RawRows, read_csv, read_parquet
from sco_timeline.storing.writing import arrow_table, csv_bytes, parquet_bytes

__all__ = [
    "CellError",
    "RawRows",
    "Row",
    "arrow_table",
    "csv_bytes",
    "format_cell",
    "markdown_table",
    "parquet_bytes",
    "parse_cell",
    "read_csv",
    "read_parquet",
]

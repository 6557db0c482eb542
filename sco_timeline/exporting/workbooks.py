"""Tables as one Excel workbook in which text stays text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sco_timeline.descriptor import Package, Table
from sco_timeline.errors import BadArgumentError, MissingDependencyError
from sco_timeline.exporting.contents import caption, moment, read_rows

_LONGEST_TEXT = 32_767
_WIDTHS = (8, 60)


def write_xlsx(package: Package, tables: Sequence[Table], path: Path) -> None:
    """Write a workbook: a sheet a table, its header frozen, days as days; the same bytes every time.

    Raises
    ------
    MissingDependencyError
        If openpyxl is not installed.
    BadArgumentError
        If a text is longer than a cell of a workbook can hold.
    """
    openpyxl = _import_openpyxl()
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for table in tables:
        _fill(workbook.create_sheet(table.name), table, read_rows(package, table), openpyxl.styles.Font(bold=True))
    about = workbook.properties
    about.title, about.creator, about.created = caption(package), "sco_timeline", moment(package)
    buffer = io.BytesIO()
    workbook.save(buffer)
    about.modified = moment(package)
    core = openpyxl.xml.functions.tostring(about.to_tree())
    path.write_bytes(_with_fixed_times(buffer, {"docProps/core.xml": core}, moment(package)))


def _import_openpyxl() -> Any:
    try:
        return import_module("openpyxl")
    except ImportError:
        raise MissingDependencyError("openpyxl", "export to xlsx", "excel") from None


def _fill(sheet: Any, table: Table, rows: Sequence[Sequence[Any]], header_font: Any) -> None:
    names = [field.name for field in table.fields]
    for line, values in enumerate([names, *rows], start=1):
        for column, value in enumerate(values, start=1):
            if value is not None:
                _set(sheet.cell(line, column), value, table)
    for column, (cell, *values) in enumerate(zip(names, *rows, strict=True), start=1):
        sheet.cell(1, column).font = header_font
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = _width([cell, *values])
    sheet.freeze_panes = "A2"


def _set(cell: Any, value: Any, table: Table) -> None:
    """Set a cell; text that begins with an equals sign or reads as an error would change its type otherwise."""
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        column = table.fields[cell.column - 1].name
        raise BadArgumentError(
            f"{table.name}.{column}: a text of {len(value)} characters, and a cell of a workbook holds {_LONGEST_TEXT}; "
            "choose another format"
        )
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def _width(values: Iterable[Any]) -> int:
    """Return how wide a column must be to show its values, in characters and within reason."""
    least, most = _WIDTHS
    return min(most, max(least, *(len(str(value)) + 2 for value in values if value is not None)))


def _with_fixed_times(workbook: io.BytesIO, changed: dict[str, bytes], when: datetime) -> bytes:
    """Return the archive with `changed` entries replaced and one time for all of them."""
    out = io.BytesIO()
    with ZipFile(workbook) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, (when.year, when.month, when.day, 0, 0, 0))
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            target.writestr(entry, changed.get(name, source.read(name)))
    return out.getvalue()

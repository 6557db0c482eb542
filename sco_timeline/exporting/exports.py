"""What is exported, in which format, and where to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sco_timeline.descriptor import Package, Table, read_package
from sco_timeline.errors import BadArgumentError, UnknownChoiceError, UnknownNameError
from sco_timeline.exporting.databases import write_sqlite
from sco_timeline.exporting.published import write_csv, write_parquet
from sco_timeline.exporting.records import write_json
from sco_timeline.exporting.staging import deliver
from sco_timeline.exporting.stata import write_stata
from sco_timeline.exporting.workbooks import write_xlsx


@dataclass(frozen=True)
class _Format:
    """How a format is written: a file a table into a folder, or one file of all tables."""

    suffix: str
    one_file: bool
    write: Callable[[Package, Sequence[Table], Path], None]


_FORMATS = {
    "csv": _Format(".csv", False, write_csv),
    "parquet": _Format(".parquet", False, write_parquet),
    "json": _Format(".json", False, write_json),
    "sqlite": _Format(".sqlite", True, write_sqlite),
    "xlsx": _Format(".xlsx", True, write_xlsx),
    "stata": _Format(".dta", False, write_stata),
}


def export(out: str | os.PathLike[str], format: str = "csv", tables: str | Iterable[str] | None = None) -> list[Path]:
    """Write tables as files for other programs.

    Parameters
    ----------
    out : str or path
        Where to: a folder, made if missing. For ``"sqlite"`` and ``"xlsx"`` a path that ends in ``.sqlite``, ``.db`` or
        ``.xlsx`` is the file itself, any other the folder of ``sco_timeline.sqlite`` or ``sco_timeline.xlsx``.
    format : {"csv", "parquet", "json", "sqlite", "xlsx", "stata"}
        ``"parquet"`` and ``"csv"`` are the published files themselves, with a ``datapackage.json`` beside them when all
        tables are asked for. ``"json"`` is a list of records a table. ``"sqlite"`` is one database with primary and
        foreign keys, a foreign key only where its table is asked for too; days are ISO text, truth values 0 and 1.
        ``"xlsx"`` is one workbook, a sheet a table, all text kept as text. ``"stata"`` is one ``.dta`` of version 118 a
        table with variable and value labels; a column whose name is reserved gets an underscore behind (``end_``),
        and as Stata knows no missing text, missing text is empty.
    tables : str or iterable of str, optional
        One name or several of `sco_timeline.tables()`; None for all tables.

    Returns
    -------
    list of pathlib.Path
        The files written, sorted. They are put in place together once all are finished; files of the same names are
        replaced, others left alone. One version of the dataset gives the same bytes every time, with the same
        versions of the libraries that write.

    Raises
    ------
    UnknownChoiceError
        For another format.
    UnknownNameError
        If there is no such table; lists all unknown ones.
    BadArgumentError
        If a file stands or is named where a folder is needed, a folder stands where a file is needed, a text does not
        fit a cell of a workbook, or no table is asked for.
    MissingDependencyError
        If openpyxl, which ``"xlsx"`` needs, is not installed.
    PackageStateError
        If a published file is missing or is not the one that the descriptor names.

    Examples
    --------
    >>> import sco_timeline as sco, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in sco.export(folder, format="csv", tables=["memberships", "events"])]
    ['events.csv', 'memberships.csv']
    """
    return export_from(read_package(), out, format, tables)


def export_from(
    package: Package, out: str | os.PathLike[str], format: str = "csv", tables: str | Iterable[str] | None = None
) -> list[Path]:
    """Write tables of another package of the same kind; as `export` otherwise."""
    if format not in tuple(_FORMATS):
        raise UnknownChoiceError("format", format, tuple(_FORMATS))
    chosen = _FORMATS[format]
    wanted = _tables(package, tables)
    folder, name = _place(Path(out), format)
    return deliver(folder, lambda staging: chosen.write(package, wanted, staging / name))


def _tables(package: Package, tables: str | Iterable[str] | None) -> list[Table]:
    """Return the tables asked for, each once, in the order of the descriptor."""
    if tables is None:
        return list(package.tables.values())
    names = [tables] if isinstance(tables, str) else list(tables)
    if not names:
        raise BadArgumentError("tables is empty; give names of tables, or None for all")
    wanted: set[str] = set()
    near: dict[object, object] = {}
    unknown: list[object] = []
    for name in names:
        try:
            wanted.add(package.table(name).name)
        except UnknownNameError as error:
            unknown += error.names
            near |= error.near
    if unknown:
        raise UnknownNameError("table", unknown, near)
    return [table for table in package.tables.values() if table.name in wanted]


def _place(out: Path, format: str) -> tuple[Path, str]:
    """Return the folder to write into, and the file's name where a format is one file."""
    chosen = _FORMATS[format]
    others = {other.suffix for other in _FORMATS.values()} - {chosen.suffix}
    if chosen.one_file and out.suffix in others:
        raise BadArgumentError(f"{out} is named as another format; {format} files end in {chosen.suffix}")
    if chosen.one_file:
        is_file = out.suffix in (chosen.suffix, ".db") and not out.is_dir()
        return (out.parent, out.name) if is_file else (out, f"sco_timeline{chosen.suffix}")
    if out.suffix == chosen.suffix and not out.exists():
        raise BadArgumentError(f"{out} names a file, and {format} is a file a table; give a folder")
    return out, ""

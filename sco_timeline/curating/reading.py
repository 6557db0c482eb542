"""Reads every raw file, checks it against the descriptor and against the rules of the field."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sco_timeline.curating.references import key_problems, reference_problems
from sco_timeline.curating.rules import rule_problems
from sco_timeline.descriptor import Package, Table
from sco_timeline.errors import DataError, Problem
from sco_timeline.model import parse_edtf
from sco_timeline.storing import Row, format_cell, read_csv


@dataclass
class Curated:
    """Checked rows of tables, and where each stands in the files of a folder.

    Attributes
    ----------
    rows : dict of str to list of Row
        By table, sorted by key; derived bounds of dates and keys of claims are filled in.
    lines : dict of str to dict of str to int
        By table and key, the line of the file.
    folder : str
        Where the files lie, as problems name it.
    left_out : dict of str to frozenset of str or None
        By table, the keys of rows left out for a problem of their own; None where a file was not read to its end.
    """

    package: Package
    rows: dict[str, Sequence[Row]] = field(default_factory=dict)
    lines: dict[str, dict[str, int]] = field(default_factory=dict)
    folder: str = "data/raw"
    left_out: dict[str, frozenset[str] | None] = field(default_factory=dict)
    _indexes: dict[str, Mapping[str, Row]] = field(default_factory=dict)

    def problem(self, table: str, key: str, column: str, message: str, remedy: str = "") -> Problem:
        """Return a problem at the line of the row `key` of `table`."""
        return Problem(self.name_of(table), self.lines[table].get(key, 0), column, message, remedy)

    def name_of(self, table: str) -> str:
        """Return the file of a table as problems name it."""
        return f"{self.folder}/{table}.csv"

    def left_out_any(self, table: str) -> bool:
        """Say whether rows of a table are missing here because of a problem of their own."""
        return self.left_out.get(table, frozenset()) != frozenset()

    def lacks(self, table: str, key: str) -> bool:
        """Say whether no row of a table has that key, neither a checked one nor one left out."""
        left_out = self.left_out.get(table, frozenset())
        return left_out is not None and key not in left_out and key not in self.by_key(table)

    def by_key(self, table: str) -> Mapping[str, Row]:
        """Rows of a table by their key."""
        if table not in self._indexes:
            key = self.package.tables[table].key
            self._indexes[table] = {row[key]: row for row in self.rows[table]}
        return self._indexes[table]


def curate(package: Package) -> Curated:
    """Read and check everything under data/raw.

    Parameters
    ----------
    package : Package
        Says where the files are and what they must hold.

    Returns
    -------
    Curated

    Raises
    ------
    DataError
        With every problem of every file.
    """
    written = {name: table for name, table in package.tables.items() if not table.derived}
    curated = Curated(package)
    problems = _stray_files(package, written)
    for table in written.values():
        problems += _read_table(curated, table)
    problems += reference_problems(curated)
    problems += rule_problems(curated)
    if problems:
        raise DataError(problems)
    return curated


def _stray_files(package: Package, written: Mapping[str, Table]) -> list[Problem]:
    strays = (path for path in sorted(package.raw_folder.glob("*.csv")) if path.stem not in written)
    return [Problem(f"data/raw/{path.name}", 0, "", "no table is written here", f"one of {', '.join(written)}") for path in strays]


def _read_table(curated: Curated, table: Table) -> list[Problem]:
    shown_as = curated.name_of(table.name)
    raw = read_csv(curated.package.raw_folder / f"{table.name}.csv", table.raw_fields, shown_as)
    rows = [_complete(table, row) for row in raw.rows]
    problems = list(raw.problems) + key_problems(table, rows, raw.lines, shown_as)
    lines: dict[str, int] = {}
    first = [row for row, line in zip(rows, raw.lines, strict=True) if lines.setdefault(row[table.key], line) == line]
    curated.rows[table.name] = sorted(first, key=lambda row: row[table.key])
    curated.lines[table.name] = lines
    curated.left_out[table.name] = raw.left_out
    return problems


def _complete(table: Table, row: Row) -> Row:
    """Return the row in the order of the table's fields, derived bounds and claim keys filled in."""
    filled = dict.fromkeys(table.by_name) | row
    for name in table.bounded:
        if filled[name] is not None:
            value = parse_edtf(filled[name])
            filled[f"{name}_earliest"], filled[f"{name}_latest"] = value.earliest, value.latest
    if table.by_name[table.key].derived:
        cells = "\x1f".join(format_cell(row[field.name]) for field in table.raw_fields)
        filled[table.key] = hashlib.sha256(cells.encode()).hexdigest()[:16]
    return filled

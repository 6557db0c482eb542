"""The record as it stands in data/raw, with what follows from it: where candidates are looked up."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from sco_timeline.curating import Curated
from sco_timeline.deriving import fold_spells
from sco_timeline.descriptor import Package
from sco_timeline.errors import BadArgumentError, UnknownNameError
from sco_timeline.extracting.claims import Claim
from sco_timeline.model import EdtfDate, Spell, fold, parse_edtf
from sco_timeline.packaging import derive
from sco_timeline.storing import Row, format_cell


class Cell(NamedTuple):
    """A cell of which a claim speaks; without a field, the row itself. Written ``table.row.field``."""

    table: str
    row_id: str
    field: str | None

    def __str__(self) -> str:
        return ".".join(filter(None, self))


class Record:
    """Every row as a build would publish it, and spells."""

    def __init__(self, package: Package, rows: Mapping[str, Sequence[Row]]) -> None:
        self.package, self.rows = package, dict(rows)
        self._curated = self.claiming(self.rows["claims"])

    def claiming(self, claims: Sequence[Row]) -> Curated:
        """Return the rows with other claims in place of their own."""
        return Curated(self.package, {**self.rows, "claims": claims}, defaultdict(dict))

    def having(self, table: str, *rows: Row) -> Record:
        """Return the record with rows added, or put in place of those with their key."""
        key, bounded = self.package.tables[table].key, self.package.tables[table].bounded
        fresh = [row | _bounds(row, bounded) for row in rows]
        keys = {row[key] for row in fresh} - {None}
        kept = [row for row in self.rows[table] if row[key] not in keys] if keys else self.rows[table]
        return Record(self.package, {**self.rows, table: [*kept, *fresh]})

    def by_key(self, table: str) -> Mapping[str, Row]:
        """Rows of a table by their key."""
        return self._curated.by_key(table)

    def value(self, cell: Cell) -> str | None:
        """Return what the record has in a cell, as text: of the row itself its key; None where there is nothing."""
        if cell.table == "memberships":
            return None
        row = self.by_key(cell.table).get(cell.row_id)
        if row is None or cell.field is None:
            return cell.row_id if row else None
        return None if row[cell.field] is None else format_cell(row[cell.field])

    def source(self, source_id: str) -> Row:
        """Return the row of a source, or raise `UnknownNameError` with the nearest one."""
        sources = self.by_key("sources")
        if source_id not in sources:
            from difflib import get_close_matches

            near = get_close_matches(source_id, sources, 1)
            raise UnknownNameError("source", [source_id], {source_id: near[0]} if near else {})
        return sources[source_id]

    def told(self, claim: Claim) -> EdtfDate | None:
        """Return the days in which a claim was published, as far as the text or the source says."""
        when = claim["date_hint"] or self.source(claim["doc"])["published"]
        return parse_edtf(when) if when else None

    @cached_property
    def spells(self) -> list[Spell]:
        """Spells on both bases."""
        return fold_spells(self._curated)[0]

    @cached_property
    def derived(self) -> dict[str, Sequence[Row]]:
        """The derived tables, by name."""
        return {name: rows for name, rows in self.rows.items() if self.package.tables[name].derived}

    @cached_property
    def claims_of(self) -> Mapping[str, Sequence[Row]]:
        """Claims by source."""
        claims: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows["claims"]:
            claims[row["source_id"]].append(row)
        return claims

    @cached_property
    def rulings(self) -> Mapping[Cell, Row]:
        """Rulings by the cell that they settle."""
        return {Cell(row["table_name"], row["row_id"], row["field"]): row for row in self.rows["rulings"]}

    def is_ruled(self, cell: Cell, said: str) -> bool:
        """Say whether a ruling knows of a source that says so of a cell."""
        return cell in self.rulings and said in json.loads(self.rulings[cell]["expected"])

    @cached_property
    def _targets(self) -> Mapping[tuple[str, str], set[str]]:
        targets: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in self.rows["names"]:
            targets[row["kind"], fold(row["name"])].add(row["target_id"])
        for row in self.rows["people"]:
            targets["person", fold(row["name"])].add(row["person_id"])
        for row in self.rows["places"]:
            targets["place", fold(row["name"])].add(row["place_id"])
        return targets

    def person(self, name: str | None) -> str | None:
        """Return the one person of that name."""
        known = self._targets.get(("person", fold(name or "")), set())
        return next(iter(known)) if len(known) == 1 else None

    def places(self, name: str | None) -> set[str]:
        """Return the places of that name."""
        return self._targets.get(("place", fold(name or "")), set())


def read_record(package: Package) -> Record:
    """Read data/raw as it stands.

    Raises
    ------
    DataError
        If it does not build: candidates are reviewed beside a sound record.
    BadArgumentError
        If the package has no raw data, as an installed one.
    """
    if not package.raw_folder.is_dir():
        raise BadArgumentError(f"{package.root} has no data/raw to review for; give a clone: sco-timeline review --package FOLDER")
    return Record(package, derive(package).rows)


def _bounds(row: Row, columns: Sequence[str]) -> Row:
    dates = {name: parse_edtf(row[name]) for name in columns if row[name] is not None}
    return {f"{name}_{end}": getattr(date, end) for name, date in dates.items() for end in ("earliest", "latest")}


def days_apart(when: EdtfDate, first: date | None, last: date | None) -> int:
    """Return how many days lie between a date and the days from `first` to `last`; 0 if they share one."""
    own_first, own_last = when.earliest or date.min, when.latest or date.max
    first, last = first or date.min, last or date.max
    if own_last < first:
        return (first - own_last).days
    return max(0, (own_first - last).days)

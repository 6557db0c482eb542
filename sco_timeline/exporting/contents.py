"""What every format is made of: typed rows, and the lines and moment that say which version they are."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sco_timeline.descriptor import Package, Table
from sco_timeline.loading import read_published
from sco_timeline.storing import read_parquet


def read_rows(package: Package, table: Table) -> list[tuple[Any, ...]]:
    """Return the published rows of a table: str, int, float, bool, `datetime.date`, or None, in the order of its fields."""
    arrow = read_parquet(read_published(package, table.parquet))
    return list(zip(*(column.to_pylist() for column in arrow.columns), strict=True))


def caption(package: Package) -> str:
    """Return the line that names package, version and the day up to which the record was checked."""
    return f"sco_timeline {package.version}, record checked to {package.as_of}"


def moment(package: Package) -> datetime:
    """Return when this version of the data was made, as the descriptor says: the one time stamp in exported files."""
    return datetime.fromisoformat(package.raw["created"]).replace(tzinfo=None)

"""Every cell that takes evidence, and how many independent sources give its value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from sco_timeline.descriptor import Field, Table, read_package
from sco_timeline.loading import shared
from sco_timeline.storing import Row
from sco_timeline.weighing import support_of_cells

_NEEDED = ("sources", "claims")


def cells() -> pd.DataFrame:
    """Return every filled cell whose column takes evidence.

    Returns
    -------
    pandas.DataFrame
        A row per cell, by table as the descriptor orders them, then by row and column: ``table``, ``row_id``, ``field``,
        ``required`` (the build refuses it without a source), ``sources`` (number of independent ones that give the
        value), ``official`` (one of them is), ``publishers`` (joined by semicolons).

    Examples
    --------
    >>> from sco_timeline.covering import cells
    >>> found = cells()
    >>> bool(found.loc[found["required"], "sources"].min() > 0)
    True
    """
    package = read_package()
    names = [table.name for table in package.tables.values() if _fields(table) or table.name in _NEEDED]
    rows = [
        (cell.table, cell.row_id, cell.field, cell.required, len(cell.publishers), cell.official, ";".join(sorted(cell.publishers)))
        for cell in support_of_cells(package, {name: _rows(name) for name in names})
    ]
    return pd.DataFrame(rows, columns=["table", "row_id", "field", "required", "sources", "official", "publishers"])


def _fields(table: Table) -> list[Field]:
    """Return the columns that take evidence."""
    return [field for field in table.fields if field.evidence != "none"]


def _rows(table: str) -> Sequence[Row]:
    """Return the rows of a table with None for what is missing."""
    frame = shared(table).astype(object)
    records = frame.where(frame.notna(), None).itertuples(index=False, name=None)
    return [dict(zip(frame.columns, record, strict=True)) for record in records]


def coverage() -> pd.DataFrame:
    """Return how far each table is filled and sourced.

    Returns
    -------
    pandas.DataFrame
        A row per table, in order: ``table``, ``rows``, and for tables whose cells take evidence ``cells`` (filled ones),
        ``filled`` (their percentage of all such cells, to a tenth), ``unsourced``, ``once``, ``twice`` (two independent sources or more),
        ``official`` (cells with an official source), ``oldest_check`` (the earliest day on which a source behind the table was read).
    """
    package = read_package()
    found = cells()
    checked = _oldest_checks()
    counts: Mapping[str, int] = {resource["name"]: resource["sco:rows"] for resource in package.raw["resources"]}
    rows = [
        {"table": name, "rows": counts[name]} | _figures(table, counts[name], found[found["table"] == name], checked.get(name))
        for name, table in package.tables.items()
    ]
    columns = ["table", "rows", "cells", "filled", "unsourced", "once", "twice", "official", "oldest_check"]
    whole = dict.fromkeys(["rows", "cells", "unsourced", "once", "twice", "official"], "Int64")
    return pd.DataFrame(rows, columns=columns).astype(whole | {"filled": "Float64", "oldest_check": "datetime64[us]"})


def _figures(table: Table, rows: int, found: pd.DataFrame, oldest: object) -> dict[str, object]:
    fields = _fields(table)
    if not fields:
        return {}
    sources = found["sources"]
    return {
        "cells": len(found),
        "filled": round(100 * len(found) / (rows * len(fields)), 1) if rows else None,
        "unsourced": int((sources == 0).sum()),
        "once": int((sources == 1).sum()),
        "twice": int((sources > 1).sum()),
        "official": int(found["official"].sum()),
        "oldest_check": oldest,
    }


def _oldest_checks() -> Mapping[object, object]:
    """Return for each table the earliest day on which a source of any claim on it was read."""
    claims = shared("claims")[["table_name", "source_id"]].merge(shared("sources")[["source_id", "accessed"]], on="source_id")
    return dict(claims.groupby("table_name")["accessed"].min())


def thin_cells() -> pd.DataFrame:
    """Return the cells of `cells` that rest on fewer than two independent sources."""
    found = cells()
    return found[found["sources"] < 2].reset_index(drop=True)

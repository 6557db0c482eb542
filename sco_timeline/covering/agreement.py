"""How far two readers of the sources agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from sco_timeline.errors import UnknownChoiceError
from sco_timeline.loading import shared

BY = ("table", "drawn", "column")


def agreement(by: str = "table") -> pd.DataFrame:
    """Return how far second readings agree with what stood in the cells.

    Parameters
    ----------
    by : {"table", "drawn", "column"}
        What a row is: a table, a reason to read again, or a column of a table of which at least five values were found.

    Returns
    -------
    pandas.DataFrame
        Ordered by the first column, which is named `by`; by table, the last row is for all: ``drawn`` (cells read again;
        ``cells`` where the rows are reasons), ``found`` (those of which the second reader found a value), ``same``,
        ``compatible`` (a coarser or finer date), ``different``, ``percent`` (of those found, the same or compatible, to
        a tenth), ``alpha`` (Krippendorff's, nominal, to a thousandth, with a compatible date counted as the same; null
        where it has no meaning because every value is one).

    Raises
    ------
    UnknownChoiceError
        For another `by`.
    """
    if by not in BY:
        raise UnknownChoiceError("by", by, BY)
    readings = shared("readings")
    groups = {"table": readings["table_name"], "drawn": readings["drawn"], "column": readings["table_name"] + "." + readings["field"]}[by]
    rows = [(name, *_figures(readings[groups == name])) for name in sorted(set(groups))]
    if by == "table":
        rows.append(("all", *_figures(readings)))
    columns = [by, "cells" if by == "drawn" else "drawn", "found", "same", "compatible", "different", "percent", "alpha"]
    found = pd.DataFrame(rows, columns=columns).astype({"percent": "Float64", "alpha": "Float64"})
    found = found.assign(percent=found["percent"].round(1), alpha=found["alpha"].round(3))
    return found[found["found"] >= 5].reset_index(drop=True) if by == "column" else found


def _figures(readings: pd.DataFrame) -> tuple[object, ...]:
    counts = Counter(readings["agreement"])
    found = readings[readings["agreement"] != "not_found"]
    agreed = counts["same"] + counts["compatible"]
    percent = 100 * agreed / len(found) if len(found) else None
    return len(readings), len(found), counts["same"], counts["compatible"], counts["different"], percent, alpha(_pairs(found))


def _pairs(found: pd.DataFrame) -> list[tuple[str, str]]:
    """Return both values of each cell, of one column never the same as of another."""
    column = found["table_name"] + "." + found["field"] + "="
    first = column + found["first_value"]
    second = (column + found["second_value"]).where(found["agreement"] == "different", first)
    return list(zip(first, second, strict=True))


def alpha(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Krippendorff's alpha for two readers and nominal values.

    Parameters
    ----------
    pairs : sequence of pairs of str
        What either reader says of each unit.

    Returns
    -------
    float or None
        1 for full agreement, 0 for that of chance; None without any variation, when chance alone agrees fully.

    Examples
    --------
    >>> alpha([("a", "a"), ("b", "b"), ("b", "a"), ("a", "a")])
    0.5333333333333333
    """
    values = Counter(value for pair in pairs for value in pair)
    total = sum(values.values())
    by_chance = total * (total - 1) - sum(count * (count - 1) for count in values.values())
    if not by_chance:
        return None
    observed = sum(first != second for first, second in pairs) / len(pairs)
    return 1 - observed * total * (total - 1) / by_chance


def disagreements() -> pd.DataFrame:
    """Return each second reading that differs from the first: ``table``, ``row_id``, ``field``, both values, how it ended and why."""
    readings = shared("readings")
    columns = ["table_name", "row_id", "field", "first_value", "second_value", "ended", "reason"]
    return readings.loc[readings["agreement"] == "different", columns].rename(columns={"table_name": "table"}).reset_index(drop=True)

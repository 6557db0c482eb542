"""Which cells are to be read a second time."""

from __future__ import annotations

import hashlib

import pandas as pd

from sco_timeline.covering.cells import cells
from sco_timeline.errors import BadArgumentError
from sco_timeline.loading import shared

Cell = tuple[str, ...]
SEED = "sco_timeline second reading"


def draw(sample: int = 300, seed: str = SEED) -> pd.DataFrame:
    """Return the cells that a second reader is to read, without their values.

    Parameters
    ----------
    sample : int
        How many cells to draw beside the disputed ones and the dates of events that decide a spell.
    seed : str
        The draw takes the cells whose SHA-256, with the seed before table, row and column, is lowest; so the same
        record gives the same cells on any machine, and a record that grew gives mostly the same ones.

    Returns
    -------
    pandas.DataFrame
        A row per cell, by table, row and column: ``table``, ``row_id``, ``field``, ``drawn`` (``disputed``, ``spell`` or
        ``sample``), ``read`` (whether `readings` holds it already).

    Raises
    ------
    BadArgumentError
        For a negative sample.

    Examples
    --------
    >>> from sco_timeline.covering import draw
    >>> int((draw(10)["drawn"] == "sample").sum())
    10
    """
    if sample < 0:
        raise BadArgumentError(f"sample={sample} is no number of cells; write 0 or more")
    found = cells()[["table", "row_id", "field"]]
    keys: list[Cell] = list(found.itertuples(index=False, name=None))
    disputed = _cells_of("conflicts")
    spells = shared("memberships")
    deciding: set[Cell] = {("events", event, "date") for event in (*spells["start_event_id"], *spells["end_event_id"])}
    others = sorted((key for key in keys if key not in disputed | deciding), key=lambda key: _lot(seed, key))
    sampled = set(others[:sample])
    why = [_why(key, disputed, deciding, sampled) for key in keys]
    known = _cells_of("readings")
    drawn = found.assign(drawn=pd.Series(why, dtype="str"), read=[key in known for key in keys])
    return drawn[drawn["drawn"].notna()].sort_values(["table", "row_id", "field"]).reset_index(drop=True)


def _cells_of(table: str) -> set[Cell]:
    return set(shared(table)[["table_name", "row_id", "field"]].itertuples(index=False, name=None))


def _lot(seed: str, key: Cell) -> str:
    return hashlib.sha256("\x1f".join([seed, *key]).encode()).hexdigest()


def _why(key: Cell, disputed: set[Cell], deciding: set[Cell], sampled: set[Cell]) -> str | None:
    if key in disputed:
        return "disputed"
    if key in deciding:
        return "spell"
    return "sample" if key in sampled else None

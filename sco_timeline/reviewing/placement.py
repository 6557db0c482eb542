"""Where a claim belongs: its cells, the row of `events` that is proposed where there is none, or why there is no place."""

from __future__ import annotations

from typing import NamedTuple

from sco_timeline.reviewing.record import Cell
from sco_timeline.storing import Row


class Placement(NamedTuple):
    """Cells of which a claim speaks, none if it has no place in the record; and an event that is new."""

    cells: tuple[Cell, ...]
    remark: str = ""
    event: Row | None = None


def nowhere(remark: str) -> Placement:
    """Return the placement of a claim that has none, and why."""
    return Placement((), remark)

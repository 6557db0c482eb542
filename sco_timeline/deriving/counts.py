"""How many states stood in each status, on the days on which that changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from sco_timeline.deriving.calendar import Calendar
from sco_timeline.storing import Row


def membership_counts(calendars: Mapping[tuple[str, str], Calendar], states: Collection[str]) -> list[Row]:
    """Return the rows of `membership_counts`, in order of organization, basis, day and status.

    Parameters
    ----------
    calendars : mapping of (organization, basis) to Calendar
    states : collection of str
        Keys of the parties that count: states and territories, no organizations.
    """
    rows = []
    for (organization, basis), calendar in calendars.items():
        counted = np.array([party in states for party in calendar.parties], bool)
        changes = [row for status in calendar.statuses if status != "none" for row in _changes(calendar, counted, status)]
        for day, _, status, low, high in sorted(changes):
            rows.append(
                {
                    "membership_count_id": f"{organization}-{basis}-{day}-{status}",
                    "organization": organization,
                    "basis": basis,
                    "date": day.item(),
                    "status": status,
                    "count": low if low == high else None,
                    "count_min": low,
                    "count_max": high,
                }
            )
    return rows


def _changes(calendar: Calendar, counted: np.ndarray, status: str) -> list[tuple[np.datetime64, int, str, int, int]]:
    low = calendar.surely(status)[counted].sum(axis=0)
    high = calendar.possibly(status)[counted].sum(axis=0)
    changed = np.flatnonzero((np.diff(low, prepend=0) != 0) | (np.diff(high, prepend=0) != 0))
    order = calendar.statuses.index(status)
    return [(calendar.days[n], order, status, int(low[n]), int(high[n])) for n in changed]

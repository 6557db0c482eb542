"""The country-year form of spells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from sco_timeline.deriving.calendar import FIRST_DAY, Calendar
from sco_timeline.deriving.spells import BASES
from sco_timeline.storing import Row

SHARE_DIGITS = 6


def year_columns(calendar: Calendar, first: date, last: date) -> dict[str, list[Any]]:
    """Return, for each party of `calendar`, what its statuses were in the days from `first` to `last`, both included.

    Parameters
    ----------
    calendar : Calendar
    first, last : datetime.date
        A whole year, month or other stretch; cut at the last day of the calendar.

    Returns
    -------
    dict of str to list
        ``first``, ``last``: status on the first and last day, None where open or after the calendar; ``highest``: the
        closest status that can have been held; ``share_min``, ``share_max``: share of the stretch's days, up to the
        calendar's end, on which it surely or possibly was held, 0 where it is ``"none"``. Lists run along the parties.
    """
    low = (first - FIRST_DAY).days
    high = (min(last, calendar.last) - FIRST_DAY).days + 1
    early, late = calendar.earliest[:, low:high], calendar.latest[:, low:high]
    highest = np.maximum(early.max(axis=1), late.max(axis=1))
    held = highest > 0
    surely = (early == highest[:, None]) & (late == highest[:, None])
    possibly = (early == highest[:, None]) | (late == highest[:, None])
    finished = last <= calendar.last
    return {
        "first": _statuses_on(calendar, early[:, 0], late[:, 0]),
        "last": _statuses_on(calendar, early[:, -1], late[:, -1]) if finished else [None] * len(calendar.parties),
        "highest": [calendar.statuses[code] for code in highest],
        "share_min": _shares(surely.mean(axis=1) * held),
        "share_max": _shares(possibly.mean(axis=1) * held),
    }


def _statuses_on(calendar: Calendar, early: Any, late: Any) -> list[str | None]:
    return [calendar.statuses[a] if a == b else None for a, b in zip(early, late, strict=True)]


def _shares(values: Any) -> list[float]:
    return [round(float(value), SHARE_DIGITS) for value in values]


def membership_years(calendars: Mapping[tuple[str, str], Calendar], parties: Mapping[str, Row]) -> list[Row]:
    """Return the rows of `membership_years`, in order of organization, party and year: of states and territories alone.

    Parameters
    ----------
    calendars : mapping of (organization, basis) to Calendar
    parties : mapping of party key to Row
        For the codes of the Correlates of War and of Gleditsch and Ward.
    """
    return [row for organization in sorted({name for name, _ in calendars}) for row in _of_organization(organization, calendars, parties)]


def _of_organization(organization: str, calendars: Mapping[tuple[str, str], Calendar], parties: Mapping[str, Row]) -> Iterator[Row]:
    known = {party for basis in BASES for party in calendars[organization, basis].parties}
    everyone = sorted(party for party in known if parties[party]["kind"] != "organization")
    by_basis = {basis: calendars[organization, basis].of_parties(everyone) for basis in BASES}
    first, last = _lifetime(list(by_basis.values()))
    columns = {year: _columns(by_basis, year) for year in range(first, last + 1)}
    for number, party in enumerate(everyone):
        codes = {name: parties[party][name] for name in ("cow_code", "gw_code")}
        for year, values in columns.items():
            head = {"membership_year_id": f"{organization}-{party}-{year}", "organization": organization, "party_id": party}
            yield head | codes | {"year": year} | {name: column[number] for name, column in values.items()}


def _lifetime(calendars: Sequence[Calendar]) -> tuple[int, int]:
    """Return the first and last year in which any party held any status."""
    days = np.flatnonzero(sum((c.earliest.any(axis=0) | c.latest.any(axis=0)).astype(int) for c in calendars))
    years = calendars[0].days[days[[0, -1]]].astype("datetime64[Y]").astype(int) + 1970
    return int(years[0]), int(years[1])


def _columns(by_basis: Mapping[str, Calendar], year: int) -> dict[str, list[Any]]:
    names = {"first": "jan1", "last": "dec31"}
    return {
        f"{basis}_{names.get(name, name)}": values
        for basis, calendar in by_basis.items()
        for name, values in year_columns(calendar, date(year, 1, 1), date(year, 12, 31)).items()
    }

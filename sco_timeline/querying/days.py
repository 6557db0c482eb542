"""Arguments that most questions share: organization, basis, day; and the calendar that answers them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from sco_timeline.deriving import BASES, FIRST_DAY, Calendar, SpellDays
from sco_timeline.descriptor import Package, read_package
from sco_timeline.errors import AfterCoverageError, BadArgumentError, InvalidDateError, UnclearDateError, UnknownChoiceError
from sco_timeline.loading import shared
from sco_timeline.model import parse_day

WHEN_UNCLEAR = (None, "earliest", "latest", "null")


def choose(argument: str, value: object, choices: Sequence[object]) -> None:
    """Raise `UnknownChoiceError` unless `value` is one of `choices`."""
    if value not in choices:
        raise UnknownChoiceError(argument, value, [choice for choice in choices if choice is not None])


def calendar(organization: str, basis: str) -> Calendar:
    """Return the calendar of an organization on a basis, made of the published spells."""
    return _calendar(read_package(), organization, basis)


@lru_cache(maxsize=16)
def _calendar(package: Package, organization: str, basis: str) -> Calendar:
    fields = package.tables["membership_years"].by_name
    choose("organization", organization, fields["organization"].enum)
    choose("basis", basis, BASES)
    spells = shared("memberships")
    spells = spells[(spells["organization"] == organization) & (spells["basis"] == basis)]
    days = [[_date(stamp) for stamp in spells[name]] for name in SpellDays._fields[2:]]
    rows = map(SpellDays, spells["party_id"], spells["status"], *days)
    return Calendar.of(rows, fields["effective_jan1"].categories, package.as_of)


def _date(stamp: Any) -> date | None:
    return None if pd.isna(stamp) else stamp.date()


def formal_statuses(organization: str) -> list[str]:
    """Return the statuses that an organization gives, the closest last."""
    statuses = shared("statuses")
    formal = statuses[statuses["formal"] & (statuses["organization"] == organization)]
    return list(formal.sort_values("rank")["status"])


def as_day(on: object = None) -> date:
    """Return the day asked for, `as_of` by default.

    Raises
    ------
    AfterCoverageError
        If it is after `as_of`.
    InvalidDateError, BadArgumentError
        If it is no day.
    """
    as_of = read_package().as_of
    if on is None:
        return as_of
    day = to_day(on)
    if day > as_of:
        raise AfterCoverageError(day, as_of)
    return day


def to_day(on: object) -> date:
    """Read a day: a text ``YYYY-MM-DD``, a date, or the day of a datetime."""
    if isinstance(on, str):
        return parse_day(on)
    if isinstance(on, np.datetime64):
        on = pd.Timestamp(on)
    if on is pd.NaT:
        raise InvalidDateError("NaT", InvalidDateError.DAY)
    if isinstance(on, datetime):
        return on.date()
    if isinstance(on, date):
        return on
    raise BadArgumentError(f"{on!r} is no day; give a text such as '2017-06-09' or a date")


def codes_on(which: Calendar, day: date) -> list[tuple[str, int, int]]:
    """Return each party of a calendar with its status codes on a day, unclear dates taken as early and as late."""
    number = (day - FIRST_DAY).days
    if number < 0:
        return [(party, 0, 0) for party in which.parties]
    return list(zip(which.parties, which.earliest[:, number].tolist(), which.latest[:, number].tolist(), strict=True))


def settle(which: Calendar, party: str, day: date, codes: tuple[int, int], when_unclear: str | None) -> str | None:
    """Return the status word that two codes mean; None where they differ and `when_unclear` is ``"null"``.

    Raises
    ------
    UnclearDateError
        If they differ and `when_unclear` is None.
    """
    early, late = (which.statuses[code] for code in codes)
    if early == late or when_unclear == "earliest":
        return early
    if when_unclear is None:
        raise UnclearDateError(party, day, [early, late])
    return late if when_unclear == "latest" else None

"""A status column for the rows of any frame of parties and days."""

from __future__ import annotations

from datetime import date as date_
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sco_timeline.deriving import FIRST_DAY, Calendar
from sco_timeline.errors import BadArgumentError, InvalidDateError
from sco_timeline.querying.days import calendar, choose, to_day
from sco_timeline.querying.parties import party_keys

_UNCLEAR = ("earliest", "latest", "null")


def annotate(
    df: pd.DataFrame,
    party: str,
    date: str,
    *,
    column: str = "sco_status",
    ids: str | None = None,
    unknown: str = "raise",
    organization: str = "sco",
    basis: str = "effective",
    when_unclear: str = "null",
) -> pd.DataFrame:
    """Add to a frame the status that each row's party held on each row's day.

    Parameters
    ----------
    df : pandas.DataFrame
        Any frame; it is not changed.
    party : str
        Name of its column of parties: names in any listed language, ISO or M49 codes as text, integers as COW codes.
    date : str
        Name of its column of days: datetimes (the time of day is dropped), dates, or text ``YYYY-MM-DD``.
    column : str
        Name of the new column.
    ids : str, optional
        What the party column holds, as in `status`.
    unknown : {"raise", "null"}
        Whether a party that cannot be read is refused, all of them named, or gives null.
    organization, basis
        As in `members`.
    when_unclear : {"null", "earliest", "latest"}
        What a row gets on a day on which sources leave its status open.

    Returns
    -------
    pandas.DataFrame
        A copy of `df`, rows, order and index as they were, with two columns behind: `column`, an ordered category of
        statuses with ``"none"`` for no status and null for an unread party, a missing day, a day after `as_of` or an
        open one; and `column` + ``"_unclear"``, boolean, true where sources leave it open.

    Raises
    ------
    BadArgumentError
        If a column is missing, holds no days, or `column` stands in the frame already.
    UnknownNameError, AmbiguousNameError, UnknownChoiceError

    Examples
    --------
    >>> import pandas as pd, sco_timeline as sco
    >>> frame = pd.DataFrame({"state": ["India", "Japan"], "day": ["2018-01-01", "2018-01-01"]})
    >>> sco.annotate(frame, party="state", date="day")["sco_status"].tolist()
    ['member', 'none']
    """
    choose("when_unclear", when_unclear, _UNCLEAR)
    _check_columns(df, (party, date), (column, f"{column}_unclear"))
    which = calendar(organization, basis)
    rows = _party_rows(df[party], which, ids, unknown)
    days = _day_numbers(df[date], date)
    outside = (rows < 0) | (days == _MISSING) | (days >= which.earliest.shape[1])
    rows, days = np.where(outside, len(which.parties), rows), np.where(outside, -1, days)
    codes = _padded(which.latest if when_unclear == "latest" else which.earliest)[rows, days]
    unclear = _padded(which.unclear)[rows, days]
    missing = outside | (unclear if when_unclear == "null" else False)
    statuses = pd.Categorical.from_codes(np.where(missing, -1, codes), pd.Index(which.statuses), ordered=True)
    new: dict[str, Any] = {column: statuses, f"{column}_unclear": unclear}
    return df.assign(**new)


_MISSING = np.iinfo(np.int64).min


def _check_columns(df: pd.DataFrame, needed: tuple[str, ...], new: tuple[str, ...]) -> None:
    if not isinstance(df, pd.DataFrame):
        raise BadArgumentError(f"annotate takes a DataFrame, not a {type(df).__name__}")
    for name in needed:
        if list(df.columns).count(name) > 1:
            raise BadArgumentError(f"the frame has several columns {name!r}; rename all but one")
        if name not in df.columns:
            raise BadArgumentError(f"the frame has no column {name!r}; it has {', '.join(map(str, df.columns))}")
    if not isinstance(new[0], str):
        raise BadArgumentError(f"column={new[0]!r} is no text; name the new column")
    for name in new:
        if name in df.columns:
            raise BadArgumentError(f"the frame has a column {name!r} already; name another with column=")


def _padded(values: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
    """Add a row for parties that never had a status and a column, the last, for days before the calendar."""
    return np.pad(values, ((0, 1), (0, 1)))


def _party_rows(parties: pd.Series, which: Calendar, ids: str | None, unknown: str) -> npt.NDArray[np.int64]:
    """Return each row's party as a row of the calendar; beyond its end if it never had a status, -1 if it is null."""
    codes, uniques = pd.factorize(parties)
    number = {party: row for row, party in enumerate(which.parties)}
    keys = party_keys(list(uniques), ids, unknown)
    rows = np.array([-1 if key is None else number.get(key, len(number)) for key in keys] + [-1], np.int64)
    return rows[codes]


def _day_numbers(days: pd.Series, name: str) -> npt.NDArray[np.int64]:
    """Return days counted from 1 January 1996; -1 for any earlier day, `_MISSING` for none."""
    if pd.api.types.is_datetime64_any_dtype(days):
        stamps = days.dt.tz_localize(None) if getattr(days.dtype, "tz", None) is not None else days
        values = stamps.astype("datetime64[us]").to_numpy().astype("datetime64[D]")
    else:
        codes, uniques = pd.factorize(days)
        if len(uniques) and pd.api.types.is_numeric_dtype(days):
            raise BadArgumentError(f"column {name!r} holds numbers, not days; give datetimes, dates or text YYYY-MM-DD")
        read = [_read_day(day, name) for day in uniques]
        values = np.array([*read, None], "datetime64[D]")[codes]
    numbers = values.astype(np.int64) - np.datetime64(FIRST_DAY).astype(np.int64)
    return np.where(np.isnat(values), _MISSING, np.maximum(numbers, -1))


def _read_day(day: object, name: str) -> date_:
    try:
        return to_day(day)
    except (InvalidDateError, BadArgumentError):
        raise BadArgumentError(f"column {name!r} holds {day!r}, which is no day; give datetimes, dates or text YYYY-MM-DD") from None

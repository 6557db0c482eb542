"""Parties and periods side by side: the body of every panel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pandas as pd

from sco_timeline.deriving import FIRST_DAY, Calendar, year_columns
from sco_timeline.loading import shared
from sco_timeline.model import parse_edtf

_COLUMNS = {
    "last": "status",
    "first": "status_first",
    "highest": "status_highest",
    "share_min": "share_min",
    "share_max": "share_max",
}


def ever(organization: str) -> list[str]:
    """Return the parties that ever had a status in the organization, on either basis."""
    years = shared("membership_years")
    return sorted(years.loc[years["organization"] == organization, "party_id"].unique())


def first_year(organization: str) -> int:
    """Return the year of the organization's first status."""
    years = shared("membership_years")
    return int(years.loc[years["organization"] == organization, "year"].min())


def last_day(organization: str, which: Calendar) -> date:
    """Return the last day of the organization: `as_of`, or the end of the year in which its last status ended."""
    years = shared("membership_years")
    return min(date(int(years.loc[years["organization"] == organization, "year"].max()), 12, 31), which.last)


def stretches(freq: str, first: int, last: date) -> list[tuple[date, date]]:
    """Return the first and last day of each year or month from the year `first` to the one of the day `last`."""
    months = range(1, 13) if freq == "month" else (1,)
    starts = [date(year, month, 1) for year in range(first, last.year + 2) for month in months]
    return [(start, following - timedelta(days=1)) for start, following in pairwise(starts) if start <= last]


def by_stretch(which: Calendar, keys: Sequence[str], spans: Sequence[tuple[date, date]]) -> pd.DataFrame:
    """Return a row per party and stretch: ``party``, its place among `keys`, ``start``, statuses and shares."""
    chosen = which.of_parties(keys)
    by_span = [year_columns(chosen, first, last) for first, last in spans]
    starts = np.array([first for first, _ in spans], "datetime64[us]")
    frame = pd.DataFrame({"party": np.repeat(np.arange(len(keys)), len(spans)), "start": np.tile(starts, len(keys))})
    for name, column in _COLUMNS.items():
        values = [columns[name][row] for row in range(len(keys)) for columns in by_span]
        if name.startswith("share"):
            frame[column] = pd.array(values, "Float64")
        else:
            frame[column] = pd.Categorical(values, list(which.statuses), ordered=True)
    return frame


def by_day(which: Calendar, keys: Sequence[str], first: int, last: date) -> pd.DataFrame:
    """Return a row per party and day: ``party``, its place among `keys`, ``start``, ``status``, ``unclear``."""
    low, high = (date(first, 1, 1) - FIRST_DAY).days, (last - FIRST_DAY).days + 1
    chosen = which.of_parties(keys)
    unclear = chosen.unclear[:, low:high].ravel()
    codes = np.where(unclear, np.int8(-1), chosen.earliest[:, low:high].ravel())
    days = which.days[low:high].astype("datetime64[us]")
    return pd.DataFrame(
        {
            "party": np.repeat(np.arange(len(keys)), len(days)),
            "start": np.tile(days, len(keys)),
            "status": pd.Categorical.from_codes(codes, pd.Index(which.statuses), ordered=True),
            "unclear": unclear,
        }
    )


def existing(frame: pd.DataFrame, keys: Sequence[str], freq: str) -> pd.DataFrame:
    """Drop the periods before a party came into being or after it ceased to exist."""
    known = shared("parties").set_index("party_id").loc[list(keys)]
    if known["from"].isna().all() and known["to"].isna().all():
        return frame
    unit = {"year": "Y", "month": "M", "day": "D"}[freq]
    first = np.array([_edge(text, "earliest", unit) for text in known["from"]], "datetime64[D]")
    last = np.array([_edge(text, "latest", unit) for text in known["to"]], "datetime64[D]")
    start, party = frame["start"].to_numpy().astype("datetime64[D]"), frame["party"].to_numpy()
    kept: pd.DataFrame = frame.loc[~((start < first[party]) | (start > last[party]))]
    return kept


def _edge(text: object, side: str, unit: str) -> date | None:
    """Return the first day of the period in which a party came into being or ceased to exist; None if that is not known."""
    bound = getattr(parse_edtf(text), side) if isinstance(text, str) else None
    return bound and {"Y": bound.replace(month=1, day=1), "M": bound.replace(day=1), "D": bound}[unit]

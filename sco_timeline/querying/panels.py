"""Party-period panels: by year, month or day, or in the coding of the Correlates of War."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from numbers import Integral
from typing import Any

import numpy as np
import pandas as pd

from sco_timeline.deriving import FIRST_DAY, Calendar, year_columns
from sco_timeline.errors import BadArgumentError
from sco_timeline.loading import shared
from sco_timeline.model import parse_edtf
from sco_timeline.querying.days import calendar, choose, formal_statuses
from sco_timeline.querying.parties import ID_COLUMNS, party_keys

_COLUMNS = {
    "last": "status",
    "first": "status_first",
    "highest": "status_highest",
    "share_min": "share_min",
    "share_max": "share_max",
}
_NOT_IN_EXISTENCE, _MISSING = -1, -9


def panel(
    freq: str = "year",
    ids: str | Sequence[str] = ("iso3",),
    parties: str | Iterable[object] = "ever",
    *,
    since: int | None = None,
    coding: str | None = None,
    organization: str = "sco",
    basis: str = "effective",
) -> pd.DataFrame:
    """Return a panel of parties and periods, from the organization's first year to `as_of` or to its last year.

    Parameters
    ----------
    freq : {"year", "month", "day"}
    ids : str or sequence of str
        Which identifiers to give, at least one, a column each: ``"iso3"``, ``"iso2"``, ``"m49"``, ``"cow"``, ``"gw"``,
        ``"wikidata"``, ``"name"``.
    parties : {"ever", "all"} or iterable
        Those that ever had a status in the organization, all states and territories, or the ones named.
    since : int, optional
        First year, from 1996 on; by default that of the organization's first status.
    coding : {"cow"}, optional
        Return the state-year coding of the Correlates of War IGO data instead.
    organization, basis
        As in `members`.

    Returns
    -------
    pandas.DataFrame
        A row per party and period in which the party existed, unique, ordered by party key and time. Behind the
        identifiers stand ``year`` (Int64), ``month`` (its first day) or ``date``; then ``status``, on the last day of
        the period, null in an unfinished one and where sources leave it open. Years and months also have
        ``status_first`` (on the first day), ``status_highest`` (the closest that can have been held), ``share_min``
        and ``share_max`` (share of the days, up to `as_of`, on which that was surely or possibly held); days have
        ``unclear``. ``years_since_accession`` is the year less the year of becoming a member (of the Five, a
        participant): negative before; null for parties that never did, or whose year
        sources leave open. The yearly panel holds what `membership_years` does.

        With ``coding="cow"``: ``ccode``, ``year`` and a column named for the organization: 1 member, 2 associate (no
        status is coded so), 3 observer, 0 none, dialogue partner or partner; the closest status held on any day of the
        year; -1 where the organization did not exist, -9 where sources leave it open.

    Raises
    ------
    UnknownChoiceError, UnknownNameError, AmbiguousNameError, BadArgumentError

    Examples
    --------
    >>> import sco_timeline as sco
    >>> panel = sco.panel(freq="year", ids=["iso3", "cow"])
    >>> panel.loc[(panel["iso3"] == "IRN") & (panel["year"] == 2023), "status"].item()
    'member'
    """
    choose("freq", freq, ("year", "month", "day"))
    choose("coding", coding, (None, "cow"))
    if coding and freq != "year":
        raise BadArgumentError(f"coding={coding!r} goes by year, not by {freq}")
    which = calendar(organization, basis)
    keys = _keys(parties, organization)
    low = first_year(organization) if since is None else since
    high = last_day(organization, which)
    if not isinstance(low, Integral) or not FIRST_DAY.year <= low <= high.year:
        raise BadArgumentError(f"since={since!r} is no year from {FIRST_DAY.year} to {high.year}")
    if coding == "cow":
        _check_cow_codes(keys, parties)
        return _cow_coding(which, keys, organization, stretches("year", low, high))
    ids = [ids] if isinstance(ids, str) else list(ids)
    if not ids:
        raise BadArgumentError("ids is empty; name an identifier, or the rows cannot be told apart")
    for name in ids:
        choose("ids", name, tuple(ID_COLUMNS))
    frame = _days(which, keys, low, high) if freq == "day" else _periods(which, keys, stretches(freq, low, high))
    frame = _existing(frame, freq)
    return _with_ids(frame, ids, {"day": "date"}.get(freq, freq), organization)


def _keys(parties: str | Iterable[object], organization: str) -> list[str]:
    if isinstance(parties, str):
        choose("parties", parties, ("ever", "all"))
        if parties == "ever":
            return ever(organization)
        known = shared("parties")
        return sorted(known.loc[known["kind"] != "organization", "party_id"])
    keys = [key for key in party_keys(parties) if key is not None]
    if repeated := sorted({key for key in keys if keys.count(key) > 1}):
        raise BadArgumentError(f"parties names {', '.join(repeated)} more than once")
    return sorted(keys)


def ever(organization: str) -> list[str]:
    """Return the parties that ever had a status in the organization, on either basis."""
    years = shared("membership_years")
    return sorted(years.loc[years["organization"] == organization, "party_id"].unique())


def _check_cow_codes(keys: Sequence[str], parties: object) -> None:
    known = shared("parties").set_index("party_id")["cow_code"]
    lacking = [key for key in keys if pd.isna(known[key])]
    if lacking and not isinstance(parties, str):
        raise BadArgumentError(f"{', '.join(lacking)} has no Correlates of War code and so no row in that coding")


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


def _periods(which: Calendar, keys: Sequence[str], spans: Sequence[tuple[date, date]]) -> pd.DataFrame:
    chosen = which.of_parties(keys)
    by_span = [year_columns(chosen, first, last) for first, last in spans]
    starts = np.array([first for first, _ in spans], "datetime64[us]")
    frame = pd.DataFrame({"party_id": pd.Series(keys, dtype="str").repeat(len(spans)).array, "start": np.tile(starts, len(keys))})
    for name, column in _COLUMNS.items():
        values = [columns[name][row] for row in range(len(keys)) for columns in by_span]
        if name.startswith("share"):
            frame[column] = pd.array(values, "Float64")
        else:
            frame[column] = pd.Categorical(values, list(which.statuses), ordered=True)
    return frame


def _days(which: Calendar, keys: Sequence[str], first: int, last: date) -> pd.DataFrame:
    low, high = (date(first, 1, 1) - FIRST_DAY).days, (last - FIRST_DAY).days + 1
    chosen = which.of_parties(keys)
    unclear = chosen.unclear[:, low:high].ravel()
    codes = np.where(unclear, np.int8(-1), chosen.earliest[:, low:high].ravel())
    days = which.days[low:high].astype("datetime64[us]")
    return pd.DataFrame(
        {
            "party_id": pd.Series(keys, dtype="str").repeat(len(days)).array,
            "start": np.tile(days, len(keys)),
            "status": pd.Categorical.from_codes(codes, pd.Index(which.statuses), ordered=True),
            "unclear": unclear,
        }
    )


def _existing(frame: pd.DataFrame, freq: str) -> pd.DataFrame:
    """Drop the periods before a party came into being or after it ceased to exist."""
    known = shared("parties")
    for column, keeps in (("from", "after"), ("to", "before")):
        dated = known[known[column].notna() & known["party_id"].isin(frame["party_id"].unique())]
        for party, text in zip(dated["party_id"], dated[column], strict=True):
            value = parse_edtf(text)
            bound = value.earliest if keeps == "after" else value.latest
            if bound is None:
                continue
            edge = pd.Period(bound, {"year": "Y", "month": "M", "day": "D"}[freq]).start_time
            outside = frame["start"] < edge if keeps == "after" else frame["start"] > edge
            frame = frame[~(outside & (frame["party_id"] == party))]
    return frame


def _with_ids(frame: pd.DataFrame, ids: Sequence[str], period: str, organization: str) -> pd.DataFrame:
    parties = shared("parties").set_index("party_id", drop=False)
    codes, uniques = pd.factorize(frame["party_id"])
    known = parties.loc[uniques]
    columns: dict[str, Any] = {name: known[ID_COLUMNS[name]].array.take(codes) for name in ids}
    years = frame["start"].dt.year
    columns[period] = years.astype("Int64").array if period == "year" else frame["start"].array
    rest = frame.drop(columns=["party_id", "start"])
    columns |= {str(name): rest[name].array for name in rest}
    accessions = _accessions(organization)
    accession = pd.array([accessions.get(key) for key in uniques], "Int64")
    columns["years_since_accession"] = years.astype("Int64").array - accession.take(codes)
    return pd.DataFrame(columns)


def _accessions(organization: str) -> dict[str, int]:
    """Return the year in which each member (participant) acceded; those whose year sources leave open are left out."""
    spells = shared("memberships")
    full = formal_statuses(organization)[-1]
    spells = spells[(spells["organization"] == organization) & (spells["status"] == full) & (spells["basis"] == "effective")]
    clear = spells[spells["start_earliest"].dt.year == spells["start_latest"].dt.year]
    return dict(zip(clear["party_id"], clear["start_earliest"].dt.year, strict=True))


def _cow_coding(which: Calendar, keys: Sequence[str], organization: str, spans: Sequence[tuple[date, date]]) -> pd.DataFrame:
    frame = _existing(_periods(which, keys, spans), "year")
    statuses = shared("statuses")
    statuses = statuses[statuses["organization"] == organization]
    values = {"none": 0} | dict(zip(statuses["status"], statuses["cow_code"], strict=True))
    coded = frame["status_highest"].astype("str").map(values).astype("int64")
    is_open = (frame["share_min"] == 0) & (frame["share_max"] > 0)
    parties = shared("parties").set_index("party_id")
    frame = pd.DataFrame(
        {
            "ccode": frame["party_id"].map(parties["cow_code"]).astype("Int64"),
            "year": frame["start"].dt.year.astype("Int64"),
            organization: coded.where(~is_open, _MISSING)
            .where(frame["start"].dt.year >= first_year(organization), _NOT_IN_EXISTENCE)
            .astype("Int64"),
        }
    )
    frame = frame[frame["ccode"].notna()].sort_values(["ccode", "year"], kind="stable")
    return frame.drop_duplicates(["ccode", "year"]).reset_index(drop=True)

"""Pairs of states and what they shared."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from sco_timeline.deriving import FIRST_DAY
from sco_timeline.loading import shared
from sco_timeline.querying.days import calendar, choose, formal_statuses
from sco_timeline.querying.parties import ID_COLUMNS
from sco_timeline.querying.periods import ever, first_year, last_day, stretches


def dyads(freq: str = "year", *, ids: str = "iso3", organization: str = "sco", basis: str = "effective") -> pd.DataFrame:
    """Return each pair of parties that ever had a status, by period, and the membership that they shared.

    Parameters
    ----------
    freq : {"year", "month"}
    ids : {"iso3", "iso2", "m49", "cow", "gw", "wikidata", "name"}
        Which identifier to give.
    organization, basis
        As in `members`.

    Returns
    -------
    pandas.DataFrame
        A row per unordered pair and period, unique: the identifier of each side as ``party_a`` and ``party_b`` (in the
        order of their party keys), ``year`` or ``month`` (its first day), ``joint_member`` (boolean: both were members
        on some day of it; null where sources leave that open), ``joint_share_min``, ``joint_share_max`` (share of its
        days, of the unfinished period's up to `as_of`, on which both surely or possibly were), ``joint_any`` (both
        stood in some status on one and the same day; null where that is open). For the Shanghai Five, participants
        take the place of members. Ordered by party and time.

    Raises
    ------
    UnknownChoiceError

    Examples
    --------
    >>> import sco_timeline as sco
    >>> pairs = sco.dyads()
    >>> one = pairs[(pairs["party_a"] == "CHN") & (pairs["party_b"] == "IND") & (pairs["year"] == 2017)]
    >>> bool(one["joint_member"].item())
    True
    """
    choose("freq", freq, ("year", "month"))
    choose("ids", ids, tuple(ID_COLUMNS))
    which = calendar(organization, basis).of_parties(ever(organization))
    full = formal_statuses(organization)[-1]
    spans = stretches(freq, first_year(organization), last_day(organization, which))
    bounds = [((a - FIRST_DAY).days, (min(b, which.last) - FIRST_DAY).days + 1) for a, b in spans]
    sure, possible = which.surely(full), which.possibly(full)
    some, any_ = (which.earliest > 0) & (which.latest > 0), (which.earliest > 0) | (which.latest > 0)
    pairs = list(combinations(range(len(which.parties)), 2))
    columns = {
        name: _shares(values, pairs, bounds) for name, values in (("sure", sure), ("possible", possible), ("some", some), ("any", any_))
    }
    names = shared("parties").set_index("party_id")[ID_COLUMNS[ids]] if ids != "iso3" else None
    sides = [[which.parties[pair[side]] for pair in pairs] for side in (0, 1)]
    starts = pd.Series(np.array([a for a, _ in spans], "datetime64[us]"))
    period: Any = starts.dt.year.astype("Int64") if freq == "year" else starts
    frame = pd.DataFrame({name: _repeat(side, names, len(spans)) for name, side in zip(("party_a", "party_b"), sides, strict=True)})
    frame[freq] = pd.concat([period] * len(pairs), ignore_index=True)
    frame["joint_member"] = _held(columns["sure"], columns["possible"])
    frame["joint_share_min"] = pd.array(columns["sure"].round(6), "Float64")
    frame["joint_share_max"] = pd.array(columns["possible"].round(6), "Float64")
    frame["joint_any"] = _held(columns["some"], columns["any"])
    return frame


def _held(surely: Any, possibly: Any) -> Any:
    """Return where something was surely held for some share of the time; null where it only possibly was."""
    return pd.Series(surely > 0, dtype="boolean").mask((surely == 0) & (possibly > 0)).array


def _shares(held: Any, pairs: list[tuple[int, int]], bounds: list[tuple[int, int]]) -> Any:
    """Return, pair by pair and span by span, the share of the span's days on which both sides held it."""
    both = np.array([np.cumsum(np.concatenate(([False], held[a] & held[b]))) for a, b in pairs])
    low, high = np.array(bounds).T
    return ((both[:, high] - both[:, low]) / (high - low)).ravel()


def _repeat(side: list[str], names: pd.Series | None, times: int) -> Any:
    values = pd.Series(side, dtype="str") if names is None else names.loc[side].reset_index(drop=True)
    return values.repeat(times).array

"""What the picture of statuses shows, as small tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from sco_timeline.descriptor import read_package
from sco_timeline.plotting.reading import first_of_year, last_day, party_names, spells_of, steps_of
from sco_timeline.querying import growth

_BOUNDS = ["start_earliest", "start_latest", "end_earliest", "end_latest"]
_STAGES = ["decision", "memorandum"]


@dataclass(frozen=True)
class StatusesPicture:
    """Parties in the order of their rows, their bars, marks and gaps, and the days between which they are shown."""

    organization: str
    basis: str
    first: pd.Timestamp
    last: pd.Timestamp
    parties: pd.DataFrame
    bars: pd.DataFrame
    marks: pd.DataFrame
    gaps: pd.DataFrame


def prepare_statuses(organization: str, basis: str) -> StatusesPicture:
    """Return the picture of all parties' statuses in an organization on a basis."""
    last = last_day(growth(organization=organization, basis=basis), pd.Timestamp(read_package().as_of))
    spells = spells_of(organization, basis)
    events = steps_of(organization)
    acts = events[events["stage"].isin(_STAGES) & events["formal"]]
    days = [spells["start_earliest"], spells["start_latest"], acts["date_earliest"], acts["date_latest"]]
    first = first_of_year(pd.concat(days).min())
    parties = order_parties(spells, acts, party_names())
    rows = dict(zip(parties["party_id"], parties["row"], strict=True))
    events = events.assign(row=events["party_id"].map(rows)).dropna(subset=["row"]).astype({"row": int})
    bars = bound(spells, first, last).assign(row=spells["party_id"].map(rows))
    return StatusesPicture(organization, basis, first, last, parties, bars, marks(events, first, last), gaps(events, first, last))


def order_parties(spells: pd.DataFrame, acts: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Return who is shown, in order: closest present status first, then the longest in it, then the longest in any.

    A party that has left comes after those that stand in a status, one that has had only a decision or memorandum last.

    Returns
    -------
    pandas.DataFrame
        ``party_id``, ``name``, ``row`` (from 0).
    """
    spells = spells.assign(day=spells["start_earliest"].fillna(spells["start_latest"]), closeness=spells["status"].cat.codes)
    latest = spells.sort_values("day").drop_duplicates("party_id", keep="last")
    first = spells.groupby("party_id")["day"].min().to_dict()
    only_acts = acts[~acts["party_id"].isin(latest["party_id"])]
    acted = only_acts.assign(day=only_acts["date_earliest"].fillna(only_acts["date_latest"])).groupby("party_id")["day"].min()
    rows: list[tuple[Any, ...]] = [
        (int(pd.notna(end)), -closeness, day, first[party], names[party], party)
        for party, end, closeness, day in latest[["party_id", "end", "closeness", "day"]].itertuples(index=False)
    ]
    rows += [(2, 0, day, day, names[str(party)], str(party)) for party, day in acted.items()]
    rows.sort()
    return pd.DataFrame({"party_id": [row[5] for row in rows], "name": [row[4] for row in rows], "row": range(len(rows))})


def bound(spells: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Return spells with four known days: where sources give none, `first` or `last`.

    Returns
    -------
    pandas.DataFrame
        On the index of `spells`: ``party_id``, ``status``, ``start_earliest``, ``start_latest``, ``end_earliest``,
        ``end_latest``, ``open`` (still so on `last`). The status surely lasts from ``start_latest`` to
        ``end_earliest``.
    """
    still = spells["end"].isna()
    days = spells[_BOUNDS].copy()
    days["start_earliest"] = days["start_earliest"].fillna(first)
    days["end_latest"] = days["end_latest"].fillna(last)
    days["start_latest"] = days["start_latest"].fillna(days["end_latest"])
    days["end_earliest"] = days["end_earliest"].mask(still, last).fillna(days["start_latest"])
    return pd.concat([spells[["party_id", "status"]], days, still.rename("open")], axis=1)


def marks(events: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Return decisions and memoranda: ``row``, ``party_id``, ``status``, ``stage``, ``date``, ``day``, ``earliest``, ``latest``, ``exact``.

    A coarse date is marked at its middle, one without a lower or upper bound at the other bound.
    """
    acts = events[events["stage"].isin(_STAGES) & events["formal"]]
    low, high = acts["date_earliest"], acts["date_latest"]
    day = (low + (high - low) / 2).fillna(low).fillna(high)
    exact = (low == high).rename("exact")
    bounds = {"day": day, "earliest": low.fillna(first), "latest": high.fillna(last), "exact": exact}
    return acts[["row", "party_id", "status", "stage", "date"]].assign(**bounds).sort_values(["row", "day"]).reset_index(drop=True)


def gaps(events: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Return when parties did not take part in fact, each beginning joined with the first end after it; as `bound`, with ``row``."""
    rows = []
    for (row, party, status), group in events.groupby(["row", "party_id", "status"]):
        group = group.assign(day=group["date_latest"].fillna(group["date_earliest"])).sort_values("day", kind="stable")
        ends = group[group["stage"] == "gap_end"]
        for start in group[group["stage"] == "gap_start"].itertuples():
            end = ends[ends["day"] >= start.day].head(1)
            low, high = (end[name].iloc[0] if len(end) else pd.NaT for name in ("date_earliest", "date_latest"))
            rows.append((row, party, status, start.date_earliest, start.date_latest, end["date"].iloc[0] if len(end) else None, low, high))
    found = pd.DataFrame(rows, columns=["row", "party_id", "status", "start_earliest", "start_latest", "end", "end_earliest", "end_latest"])
    found = found.astype(dict.fromkeys(_BOUNDS, "datetime64[us]"))
    return bound(found, first, last).assign(row=found["row"])

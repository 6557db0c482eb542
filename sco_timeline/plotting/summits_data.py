"""What the picture of summits shows, as a small table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from sco_timeline.descriptor import read_package
from sco_timeline.loading import shared
from sco_timeline.plotting.reading import first_of_year, party_names

_HEADS_OF_STATE = ["shanghai_five", "chs", "chs_extraordinary"]


@dataclass(frozen=True)
class SummitsPicture:
    """Hosts in the order of their rows, summits, and the days between which they are shown."""

    first: pd.Timestamp
    last: pd.Timestamp
    hosts: list[str]
    summits: pd.DataFrame


def prepare_summits() -> SummitsPicture:
    """Return the picture of all meetings of heads of state."""
    summits = summit_marks(shared("summits"), party_names())
    last = max(pd.Timestamp(read_package().as_of), summits["day"].max())
    hosts = list(dict.fromkeys(summits.sort_values("row")["host"]))
    return SummitsPicture(first_of_year(summits["day"].min()), pd.Timestamp(last.year, 12, 31), hosts, summits)


def summit_marks(summits: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Return the meetings of heads of state by day.

    Returns
    -------
    pandas.DataFrame
        ``summit_id``, ``day`` (of the session, else the first), ``host`` (name), ``row`` (hosts by their first
        meeting), ``label`` (city and year), ``organization``, ``format``, ``extraordinary``, ``held``.
    """
    found = summits[summits["body"].isin(_HEADS_OF_STATE) & summits["start"].notna()]
    day = found["session_date"].fillna(found["start"])
    found = found.assign(day=day, host=found["host_party_id"].map(dict(names)), extraordinary=found["body"] == "chs_extraordinary")
    found = found.assign(organization=found["body"].mask(found["body"] != "shanghai_five", "sco"))
    found = found.assign(label=found["city"] + " " + found["day"].dt.year.astype("str"))
    found = found.sort_values(["day", "summit_id"]).reset_index(drop=True)
    rows = {host: row for row, host in enumerate(dict.fromkeys(found["host"]))}
    columns = ["summit_id", "day", "host", "row", "label", "organization", "format", "extraordinary", "held"]
    return found.assign(row=found["host"].map(rows))[columns]

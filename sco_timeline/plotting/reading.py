"""What several pictures read of the dataset."""

from __future__ import annotations

import pandas as pd

from sco_timeline.loading import shared


def spells_of(organization: str, basis: str) -> pd.DataFrame:
    """Return the published spells of states in an organization on a basis."""
    spells = shared("memberships")
    return _of_states(spells[(spells["organization"] == organization) & (spells["basis"] == basis)])


def steps_of(organization: str) -> pd.DataFrame:
    """Return the events of states that took place, with the word for the status that each concerns and whether it is formal."""
    statuses = shared("statuses")[["status_id", "organization", "status", "formal"]]
    events = shared("events").merge(statuses, on="status_id")
    return _of_states(events[(events["organization"] == organization) & events["held"]])


def _of_states(rows: pd.DataFrame) -> pd.DataFrame:
    parties = shared("parties")
    return rows[rows["party_id"].isin(set(parties.loc[parties["kind"] != "organization", "party_id"]))]


def party_names() -> dict[str, str]:
    """Return the usual English name of each party by its key."""
    parties = shared("parties")
    return dict(zip(parties["party_id"], parties["name"], strict=True))


def first_of_year(day: pd.Timestamp) -> pd.Timestamp:
    """Return 1 January of the day's year."""
    return pd.Timestamp(day.year, 1, 1)


def last_day(counts: pd.DataFrame, as_of: pd.Timestamp) -> pd.Timestamp:
    """Return the last day to show: `as_of`, or the end of the year in which the last party left its status.

    Parameters
    ----------
    counts : pandas.DataFrame
        As `growth` returns them.
    as_of : pandas.Timestamp
    """
    finals = counts.groupby("status", observed=True)["count_max"].last()
    if (finals > 0).any():
        return as_of
    return min(as_of, pd.Timestamp(counts["date"].max().year, 12, 31))

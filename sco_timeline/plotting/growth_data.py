"""What the picture of growth shows, as small tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from sco_timeline.descriptor import read_package
from sco_timeline.plotting.reading import first_of_year, last_day, party_names, spells_of
from sco_timeline.querying import growth


@dataclass(frozen=True)
class GrowthPicture:
    """Counts by status, accessions and the days between which they are shown."""

    organization: str
    basis: str
    first: pd.Timestamp
    last: pd.Timestamp
    steps: pd.DataFrame
    accessions: pd.DataFrame


def prepare_growth(organization: str, basis: str) -> GrowthPicture:
    """Return the picture of an organization's growth on a basis."""
    counts = growth(organization=organization, basis=basis)
    last = last_day(counts, pd.Timestamp(read_package().as_of))
    first = first_of_year(counts["date"].min())
    spells = spells_of(organization, basis)
    steps = step_points(counts, last)
    return GrowthPicture(organization, basis, first, last, steps, accessions(spells, party_names(), steps))


def step_points(counts: pd.DataFrame, last: pd.Timestamp) -> pd.DataFrame:
    """Return the corners of the steps: the rows of `growth()` by status, each status led on to the day `last`."""
    closing = counts.groupby("status", observed=True).tail(1).assign(date=last)
    return pd.concat([counts, closing]).sort_values(["status", "date"], kind="stable").reset_index(drop=True)


def accessions(spells: pd.DataFrame, names: Mapping[str, str], steps: pd.DataFrame) -> pd.DataFrame:
    """Return who reached the closest status when.

    Parameters
    ----------
    spells : pandas.DataFrame
        Rows of `memberships` of one organization on one basis.
    names : mapping of str to str
        Name by party key.
    steps : pandas.DataFrame
        As `step_points` returns them.

    Returns
    -------
    pandas.DataFrame
        A row per accession, in order of time: ``date``, ``status``, ``count`` (how many there were from then on, at
        most), ``label``.
    """
    closest = spells["status"].max()
    spells = spells[spells["status"] == closest]
    spells = spells.assign(name=spells["party_id"].map(dict(names)), day=spells["start_latest"].fillna(spells["start_earliest"]))
    reached = steps[steps["status"] == closest]
    rows = []
    for order, (_, group) in enumerate(spells.sort_values(["day", "name"]).groupby(["day", "start"])):
        day = group["day"].iloc[0]
        count = int(reached.loc[reached["date"] <= day, "count_max"].iloc[-1])
        who = _who(list(group["name"]), "founders" if order == 0 and closest == "member" else "states")
        rows.append((day, closest, count, f"{who} {_years(group.iloc[0])}"))
    return pd.DataFrame(rows, columns=["date", "status", "count", "label"])


def _who(names: list[str], word: str) -> str:
    return ", ".join(names) if len(names) <= 3 else f"{len(names)} {word}"


def _years(spell: pd.Series) -> str:
    earliest, latest = spell["start_earliest"], spell["start_latest"]
    if pd.isna(earliest):
        return f"by {latest.year}"
    if pd.isna(latest):
        return f"from {earliest.year}"
    return str(earliest.year) if earliest.year == latest.year else f"{earliest.year}–{latest.year}"

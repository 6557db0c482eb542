"""Who stands where on each day, as lists of changes that a page can look up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from sco_timeline.deriving import BASES, FIRST_DAY, Calendar
from sco_timeline.exploring.words import date_in_words
from sco_timeline.loading import shared
from sco_timeline.plotting.framing import records
from sco_timeline.querying.days import calendar

ORGANIZATIONS = ("shanghai_five", "sco")


def standings() -> dict[str, dict[str, dict[str, Any]]]:
    """Return, by organization and basis, how each party stands from which day on.

    Returns
    -------
    dict
        ``[organization][basis]`` with ``statuses``, the words that codes count into, and ``parties``: for each a list of
        ``[day, code, code]``, the codes of unclear dates taken as early and as late as can be; before the first day none.
    """
    return {organization: {basis: _standing(calendar(organization, basis)) for basis in BASES} for organization in ORGANIZATIONS}


def _standing(which: Calendar) -> dict[str, Any]:
    runs = {party: list(_runs(which, row)) for row, party in enumerate(which.parties)}
    return {"statuses": list(which.statuses), "parties": runs}


def _runs(which: Calendar, row: int) -> Iterator[list[Any]]:
    """Yield the days on which a party's codes change, and the codes from then on."""
    early, late = which.earliest[row], which.latest[row]
    changed = np.flatnonzero((np.diff(early, prepend=0) != 0) | (np.diff(late, prepend=0) != 0))
    for at in changed:
        yield [str(which.days[at]), int(early[at]), int(late[at])]


def since() -> dict[str, dict[str, dict[str, list[list[str]]]]]:
    """Return, by organization, basis and party, each status with the words for when it began and the first day that it may have."""
    spells = shared("memberships")
    found: dict[str, dict[str, dict[str, list[list[str]]]]] = {key: {basis: {} for basis in BASES} for key in ORGANIZATIONS}
    for row in records(spells):
        found[row.organization][row.basis].setdefault(row.party_id, []).append(
            [str(row.status), date_in_words(row.start), _iso(row.start_earliest)]
        )
    return found


def _iso(day: pd.Timestamp) -> str:
    return str(FIRST_DAY) if pd.isna(day) else day.strftime("%Y-%m-%d")


def changes() -> dict[str, dict[str, list[list[Any]]]]:
    """Return, by organization and basis, the steps that began or ended a status, in order.

    Returns
    -------
    dict
        ``[organization][basis]``: lists of first possible day, last possible day, date in words, sentence, party.
    """
    spells, lines = shared("memberships"), shared("timeline")
    lines = lines[(lines["table_name"] == "events") & lines["held"]]
    found: dict[str, dict[str, list[list[Any]]]] = {}
    for organization in ORGANIZATIONS:
        for basis in BASES:
            own = spells[(spells["organization"] == organization) & (spells["basis"] == basis)]
            deciding = set(own["start_event_id"].dropna()) | set(own["end_event_id"].dropna())
            found.setdefault(organization, {})[basis] = _as_lists(lines[lines["row_id"].isin(deciding)])
    return found


def _as_lists(lines: pd.DataFrame) -> list[list[Any]]:
    lines = lines.sort_values(["date_earliest", "date_latest", "timeline_id"], na_position="first")
    days = [lines[name].map(_iso) for name in ("date_earliest", "date_latest")]
    return [list(row) for row in zip(*days, lines["date"].map(date_in_words), lines["text"], lines["party_id"], strict=True)]


def last_changes() -> list[list[Any]]:
    """Return the steps of the last day on which a status in the SCO took effect or ended, as `changes`."""
    found = changes()["sco"]["effective"]
    return [one for one in found if one[1] == found[-1][1]]


def growth_days(basis: str) -> list[tuple[str, str, str, str]]:
    """Return the days on which states came into or left a status of the SCO.

    Returns
    -------
    list
        In order: first possible day, last possible day, the day in words, the sentences that say who did what.
    """
    parties = shared("parties")
    states = set(parties.loc[parties["kind"] != "organization", "party_id"])
    told: dict[tuple[str, str, str], list[str]] = {}
    for first, last, words, text, party in changes()["sco"][basis]:
        if party in states:
            told.setdefault((first, last, words), []).append(text)
    return [(*day, " ".join(texts)) for day, texts in told.items()]

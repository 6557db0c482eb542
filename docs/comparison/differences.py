"""What a peer says of the parties on its day, set beside the record: pure functions, no files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

Spells = Mapping[str, Sequence["Spell"]]


@dataclass(frozen=True)
class Spell:
    """A status that a party has in the record, `since` an EDTF date.

    `start` and `end` are the earliest possible days, `end` None while it lasts; `surely` is the latest possible first day.
    """

    status: str
    since: str
    start: date
    surely: date
    end: date | None


@dataclass(frozen=True)
class Edition:
    """One statement of a peer.

    `scope` is ``list`` where parties that it does not name have no status, ``parties`` where only those named were
    read. `holds` are the statuses that its form can write.
    """

    edition: str
    title: str
    on: date
    why_on: str
    scope: str
    holds: frozenset[str]


@dataclass(frozen=True)
class Finding:
    """What a peer and the record say of one party.

    `outcome` is ``agrees``, ``differs``, ``beyond`` (the peer names no status, and its form has no word for ours) or
    ``open`` (a coarse date leaves open what the record has on that day).
    `kind` says of a difference whether the peer names no status (``absent``), one that the record has before that day
    (``late``), after it (``early``) or not at all (``never``).
    """

    party: str
    said: str
    status: str
    since: str
    outcome: str
    kind: str


def standing(spells: Iterable[Spell], on: date) -> Spell | None:
    """Return the spell that holds on a day."""
    return next((spell for spell in spells if spell.start <= on and (spell.end is None or on < spell.end)), None)


def compare(edition: Edition, said: Mapping[str, str], record: Spells) -> list[Finding]:
    """Compare what an edition says, a status a party or ``none``, with the record; by party.

    Of an edition that is a list, all parties with a status on either side are compared; else those that it names.
    """
    held = {party: standing(spells, edition.on) for party, spells in record.items()}
    parties = set(said) | ({party for party, spell in held.items() if spell} if edition.scope == "list" else set())
    return [_finding(edition, party, said.get(party, "none"), held.get(party), record.get(party, ())) for party in sorted(parties)]


def _finding(edition: Edition, party: str, said: str, held: Spell | None, spells: Sequence[Spell]) -> Finding:
    status, since = (held.status, held.since) if held else ("none", "")
    if held and edition.on < held.surely:
        outcome, kind = "open", ""
    elif said == status:
        outcome, kind = "agrees", ""
    elif said == "none" and status not in edition.holds:
        outcome, kind = "beyond", ""
    else:
        outcome, kind = "differs", _kind(said, edition.on, spells)
    return Finding(party, said, status, since, outcome, kind)


def _kind(said: str, on: date, spells: Sequence[Spell]) -> str:
    if said == "none":
        return "absent"
    if any(spell.status == said and spell.start <= on for spell in spells):
        return "late"
    return "early" if any(spell.status == said for spell in spells) else "never"


def changed_since(parties: Iterable[str], on: date, record: Spells, as_of: date) -> list[tuple[str, Spell]]:
    """Return those of the parties whose status by `as_of` began after a day, with the spell they are in by then."""
    now = {party: standing(record.get(party, ()), as_of) for party in parties}
    return [(party, spell) for party, spell in now.items() if spell and spell.start > on]


def days_of_agreement(edition: Edition, said: Mapping[str, str], record: Spells, as_of: date) -> tuple[date, date | None] | None:
    """Return from when, and up to when, the record as far as the peer can write it was exactly what the peer says.

    The second day is the first on which that is over; None while it lasts. None if it never was. The first such time counts.
    """
    given = {party: status for party, status in said.items() if status != "none"}
    begun = None
    for day in sorted({day for spells in record.values() for spell in spells for day in (spell.start, spell.end) if day and day <= as_of}):
        held = {party: spell.status for party, spells in record.items() if (spell := standing(spells, day))}
        same = given == {party: status for party, status in held.items() if status in edition.holds}
        if begun and not same:
            return begun, day
        begun = begun or (day if same else None)
    return (begun, None) if begun else None


def state_years(panel: pd.DataFrame, codes: Mapping[str, int], last_year: int) -> pd.DataFrame:
    """Count what becomes of the state-years of the record in the Correlates of War form.

    Parameters
    ----------
    panel : pandas.DataFrame
        ``iso3``, ``year``, ``status`` (on 31 December), ``status_highest``, ``share_max``, ``share_min``, as
        `sco_timeline.panel` gives them.
    codes : mapping
        The code of each status.
    last_year : int
        The last year that the form covers.

    Returns
    -------
    pandas.DataFrame
        A row per question: ``what``, ``state_years``, ``parties`` (how many).
    """
    held = panel[panel["status_highest"] != "none"]
    highest = held["status_highest"].astype(str).map(codes)
    inside, coded = held["year"] <= last_year, highest > 0
    at_end = held["status"].astype(object).map(codes)
    counted = {
        f"with a status up to {last_year}, coded 1 or 3": inside & coded,
        f"with a status up to {last_year}, coded 0": inside & ~coded,
        f"coded 1 or 3 up to {last_year}, held for part of the year only": inside & coded & (held["share_max"] < 1),
        f"up to {last_year} coded otherwise if 31 December decided": inside & (at_end != highest),
        f"up to {last_year} left open by coarse dates, coded -9": inside & (held["share_min"] == 0) & (held["share_max"] > 0),
        f"with a status after {last_year}, of which there are no rows": ~inside,
    }
    rows = [(what, int(mask.sum()), held.loc[mask, "iso3"].nunique()) for what, mask in counted.items()]
    return pd.DataFrame(rows, columns=["what", "state_years", "parties"])

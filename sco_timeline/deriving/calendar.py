"""Spells laid out by day: which status each party held on each day, and where sources leave it open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int8]
Truths = npt.NDArray[np.bool_]
FIRST_DAY = date(1996, 1, 1)


class SpellDays(NamedTuple):
    """What a calendar needs of a spell; a bound of None reaches to the end of the calendar."""

    party_id: str
    status: str
    start_earliest: date | None
    start_latest: date | None
    end_earliest: date | None
    end_latest: date | None


@dataclass(frozen=True, eq=False)
class Calendar:
    """Status codes by party and day, from 1 January 1996 to `last`, both included.

    Attributes
    ----------
    parties : tuple of str
        Keys of the parties, in order; a row of the arrays each.
    statuses : tuple of str
        The words that codes count into: ``"none"`` first, closer statuses later.
    earliest, latest : ndarray of int8, shape (parties, days)
        Codes when each unclear date is taken as its first, or its last, possible day.
    """

    parties: tuple[str, ...]
    statuses: tuple[str, ...]
    last: date
    earliest: Codes
    latest: Codes

    @classmethod
    def of(cls, spells: Iterable[SpellDays], statuses: Sequence[str], last: date) -> Calendar:
        """Lay out `spells`, which must be disjoint for each party."""
        spells = list(spells)
        parties = tuple(sorted({spell.party_id for spell in spells}))
        row = {party: number for number, party in enumerate(parties)}
        code = {status: number for number, status in enumerate(statuses)}
        days = (last - FIRST_DAY).days + 1
        earliest, latest = (np.zeros((len(parties), days), np.int8) for _ in range(2))

        def offset(day: date | None, otherwise: int) -> int:
            return otherwise if day is None else min(max((day - FIRST_DAY).days, 0), days)

        for spell in spells:
            number = row[spell.party_id]
            open_ended = spell.end_earliest is None and spell.end_latest is None
            first_end = offset(spell.end_earliest, days if open_ended else 0)
            earliest[number, offset(spell.start_earliest, 0) : first_end] = code[spell.status]
            latest[number, offset(spell.start_latest, days) : offset(spell.end_latest, days)] = code[spell.status]
        return cls(parties, tuple(statuses), last, earliest, latest)

    def of_parties(self, parties: Sequence[str]) -> Calendar:
        """Return the calendar of these parties, in their order; those that never had a status have none."""
        number = {party: row for row, party in enumerate(self.parties)}
        rows = [number.get(party, -1) for party in parties]
        never = np.zeros((1, self.earliest.shape[1]), np.int8)
        earliest, latest = (np.concatenate([codes, never])[rows] for codes in (self.earliest, self.latest))
        return Calendar(tuple(parties), self.statuses, self.last, earliest, latest)

    @cached_property
    def days(self) -> npt.NDArray[np.datetime64]:
        """Every day of the calendar."""
        return np.arange(np.datetime64(FIRST_DAY), np.datetime64(self.last) + 1)

    @cached_property
    def unclear(self) -> Truths:
        """Where sources leave the status open."""
        return np.not_equal(self.earliest, self.latest)

    def surely(self, status: str) -> Truths:
        """Where the status was held without doubt."""
        held: Truths = (self.earliest == self.statuses.index(status)) & ~self.unclear
        return held

    def possibly(self, status: str) -> Truths:
        """Where the status was or can have been held."""
        code = self.statuses.index(status)
        held: Truths = (self.earliest == code) | (self.latest == code)
        return held

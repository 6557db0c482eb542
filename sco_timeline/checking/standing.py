"""On which days a party stood in a status, on each basis, surely or possibly; and those days in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import numpy.typing as npt

from sco_timeline.checking.recorded import rows_of
from sco_timeline.checking.times import first_day, in_words, last_day, span_in_words
from sco_timeline.deriving import BASES, FIRST_DAY, Calendar
from sco_timeline.model import EdtfDate, parse_edtf
from sco_timeline.querying.days import calendar

Days = npt.NDArray[np.bool_]

PARTNERS = ("partner", "dialogue_partner", "partner_organization")
"""What "partner" without a kind can mean; the first is the status of that very name."""


def statuses_meant(word: str, organization: str) -> tuple[str, ...]:
    """Return the statuses that a claim's word for one can mean."""
    if organization == "shanghai_five":
        return ("participant",)
    return PARTNERS if word == "partner" else (word,)


@dataclass(frozen=True, eq=False)
class Standing:
    """The days of one party, counted from the first day of its organization's record to the last.

    Attributes
    ----------
    organization, party : str
    first : datetime.date
        The first day counted.
    """

    organization: str
    party: str
    first: date

    @classmethod
    def of(cls, organization: str, party: str) -> Standing:
        """Lay out the days of a party, from the first on which anyone had a status."""
        starts = [row["start_earliest"] for row in rows_of("memberships") if row["organization"] == organization]
        return cls(organization, party, min(start.date() for start in starts if start is not None))

    def codes(self, basis: str) -> tuple[Calendar, npt.NDArray[np.int8]]:
        """Return a calendar and the party's status codes in it by day, unclear dates taken as early and as late."""
        which = calendar(self.organization, basis)
        offset = (self.first - FIRST_DAY).days
        if self.party not in which.parties:
            return which, np.zeros((2, which.earliest.shape[1] - offset), np.int8)
        row = which.parties.index(self.party)
        return which, np.stack([which.earliest[row, offset:], which.latest[row, offset:]])

    def held(self, statuses: Iterable[str], basis: str) -> tuple[Days, Days]:
        """Return on which days one of `statuses` was surely held, and on which possibly."""
        which, codes = self.codes(basis)
        wanted = np.isin(codes, [number for number, status in enumerate(which.statuses) if status in set(statuses)])
        return wanted[0] & wanted[1], wanted[0] | wanted[1]

    def true_days(self, statuses: Iterable[str], negated: bool) -> tuple[Days, Days]:
        """Return on which days the claim was surely true on one basis at least, and on which possibly."""
        found = [self.held(statuses, basis) for basis in BASES]
        if negated:
            found = [(~possible, ~sure) for sure, possible in found]
        return np.logical_or(found[0][0], found[1][0]), np.logical_or(found[0][1], found[1][1])

    def slice_of(self, time: EdtfDate) -> slice:
        """Return where the days of a time stand; those before the record count as its first day's eve, which is nothing."""
        start = max((first_day(time) - self.first).days, 0) if time.earliest else 0
        stop = (last_day(time) - self.first).days + 1 if time.latest else None
        return slice(start, stop if stop is None else max(stop, 0))

    def word(self, day: date, basis: str) -> str:
        """Return the party's status on a day, ``"none"`` for none, both words where sources leave it open."""
        which, codes = self.codes(basis)
        number = (day - self.first).days
        if not 0 <= number < codes.shape[1]:
            return "none"
        early, late = (which.statuses[code] for code in codes[:, number])
        return early if early == late else f"{early} or {late}"

    @cached_property
    def last(self) -> date:
        """The last day of the record."""
        return calendar(self.organization, BASES[0]).last

    def runs(self, days: Days) -> Iterator[tuple[date, date | None]]:
        """Yield the first and last day of each run of true days; None for the end of the record."""
        edges = np.flatnonzero(np.diff(np.concatenate([[False], days, [False]]).astype(np.int8)))
        for start, stop in edges.reshape(-1, 2).tolist():
            end = None if stop == len(days) else self.first + timedelta(days=stop - 1)
            yield self.first + timedelta(days=start), end

    def runs_in_words(self, days: Days) -> str:
        """Return the runs of true days in words."""
        return " and ".join(span_in_words(*run) for run in self.runs(days))

    def career(self, basis: str) -> str:
        """Return every status that the party held on a basis, with its bounds as precise as sources are, in order of time."""
        spells = [row for row in rows_of("memberships") if (row["organization"], row["party_id"]) == (self.organization, self.party)]
        spells = [row for row in spells if row["basis"] == basis]
        spells.sort(key=lambda row: row["start_latest"])
        return ", ".join(
            f"{shown(str(row['status']))} from {_bound(row['start'])} " + (f"until {_bound(row['end'])}" if row["end"] else "on")
            for row in spells
        )


def _bound(text: str) -> str:
    time = parse_edtf(text)
    return text if time.precision != "range" else f"some day {in_words(time)}"


def shown(status: str) -> str:
    """Return a status as people write it."""
    return "no status" if status == "none" else status.replace("_", " ")


def with_article(status: str) -> str:
    """Return a status as one says who was it: ``"an observer"``."""
    if status == "none":
        return "without status"
    return f"{'an' if status[0] in 'aeiou' else 'a'} {shown(status)}"

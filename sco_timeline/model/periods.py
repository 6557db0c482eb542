"""Half-open periods of days whose ends may be known only coarsely, and the spells of a status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sco_timeline.model.edtf import EdtfDate


@dataclass(frozen=True)
class Period:
    """Days from `start`, included, to `end`, excluded; an `end` of None is open.

    Each bound is an `EdtfDate`: a bound that may be one of several days makes the days between them unclear.
    """

    start: EdtfDate
    end: EdtfDate | None = None

    def holds(self, day: date) -> bool | None:
        """Say whether `day` lies in the period; None where the bounds leave it open.

        Examples
        --------
        >>> from sco_timeline.model import parse_edtf
        >>> Period(parse_edtf("2013-04")).holds(date(2013, 4, 10)) is None
        True
        """
        if day < (self.start.earliest or date.min) or (self.end and day >= (self.end.latest or date.max)):
            return False
        surely_begun = self.start.latest is not None and day >= self.start.latest
        surely_open = self.end is None or (self.end.earliest is not None and day < self.end.earliest)
        return True if surely_begun and surely_open else None


@dataclass(frozen=True)
class Spell:
    """A period in one status: who, where, on which basis, and the events that bound it."""

    organization: str
    party_id: str
    status: str
    basis: str
    period: Period
    start_event_id: str
    end_event_id: str | None = None

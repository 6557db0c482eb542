"""Candidates beside the record: what it has by now, and whether a claim agrees, contradicts, is new or a duplicate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sco_timeline.extracting.claims import Claim
from sco_timeline.model import parse_edtf
from sco_timeline.reviewing.placement import Placement
from sco_timeline.reviewing.placing import said_of
from sco_timeline.reviewing.record import Record
from sco_timeline.reviewing.saying import Said, same_value
from sco_timeline.storing import Row
from sco_timeline.weighing import take_stances

NEW, CONTRADICTS, AGREES, PLAN, DUPLICATE, UNPLACED = "new", "contradicts", "agrees", "plan", "duplicate", "unplaced"
_STRONGEST_FIRST = (CONTRADICTS, NEW, AGREES, PLAN, DUPLICATE)


class Verdict(NamedTuple):
    """One thing that a claim says beside what the record has there.

    `word` is duplicate (its source says so already), new (an event that is not there, an empty cell), agrees, contradicts or
    plan; `stance` says how it agrees: supports, coarser or finer. `ruled`: a ruling knows of this contradiction.
    """

    said: Said
    present: str | None
    word: str
    stance: str | None = None
    ruled: bool = False


class Beside(NamedTuple):
    """A claim, its placement, and the verdict on each thing that it says; `word` is the strongest of them."""

    claim: Claim
    placement: Placement
    verdicts: Sequence[Verdict]

    @property
    def word(self) -> str:
        words = {verdict.word for verdict in self.verdicts}
        return next((word for word in _STRONGEST_FIRST if word in words), UNPLACED)


def beside(record: Record, placed: Iterable[tuple[Claim, Placement]]) -> list[Beside]:
    """Put claims beside the record.

    Parameters
    ----------
    record : Record
    placed : iterable of pairs
        Claims with their placements.

    Returns
    -------
    list of Beside
        In the order given.
    """
    placed = list(placed)
    said = [said_of(claim, placement, record) for claim, placement in placed]
    stances = iter(_stances(record, [one.row(claim) for (claim, _), says in zip(placed, said, strict=True) for one in says]))
    return [
        Beside(claim, placement, [_verdict(record, claim, placement, one, next(stances)) for one in says])
        for (claim, placement), says in zip(placed, said, strict=True)
    ]


def _stances(record: Record, rows: Sequence[Row]) -> list[str | None]:
    """Return the stance that a build would give each claim; None for one on a row that is not there yet."""
    there = [row for row in rows if row["table_name"] == "memberships" or row["row_id"] in record.by_key(row["table_name"])]
    take_stances(record.claiming(there), record.derived, record.spells)
    return [row["stance"] for row in rows]


def _verdict(record: Record, claim: Claim, placement: Placement, said: Said, stance: str | None) -> Verdict:
    present = _status_then(record, claim, said) if said.cell.table == "memberships" else record.value(said.cell)
    if any(same_value(said, row) for row in record.claims_of.get(claim["doc"], ())):
        return Verdict(said, present, DUPLICATE, stance)
    if placement.event and placement.event["event_id"] == said.cell.row_id:
        return Verdict(said, None, NEW)
    if present is None and said.polarity == "asserted":
        return Verdict(said, None, NEW)
    if stance is None:
        return Verdict(said, present, PLAN)
    word = CONTRADICTS if stance == CONTRADICTS else AGREES
    return Verdict(said, present, word, stance, record.is_ruled(said.cell, said.words))


def _status_then(record: Record, claim: Claim, said: Said) -> str:
    """Return the status of a party at the end of the days that a claim or its source speaks of, else on the last day known."""
    told = parse_edtf(said.as_of) if said.as_of else record.told(claim)
    day = min(told.latest if told and told.latest else record.package.as_of, record.package.as_of)
    organization = "shanghai_five" if said.value == "participant" else "sco"
    for spell in record.spells:
        if (spell.organization, spell.party_id, spell.basis) == (organization, said.cell.row_id, "effective") and spell.period.holds(day):
            return spell.status
    return "none"

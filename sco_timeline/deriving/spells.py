"""A fold over events: on each basis, the spells that a party spent in each status of an organization."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sco_timeline.curating import Curated
from sco_timeline.errors import Problem
from sco_timeline.model import Period, Spell, parse_edtf
from sco_timeline.storing import Row

BASES = ("effective", "decision")


def fold_spells(curated: Curated) -> tuple[list[Spell], list[Problem]]:
    """Derive the spells of every party in every organization, on both bases.

    Parameters
    ----------
    curated : Curated
        Its `events` and `statuses` are read; plans and statuses that are not formal make no spells.

    Returns
    -------
    spells : list of Spell
        Ordered by organization, basis, party and time; those of one party, organization and basis are disjoint.
    problems : list of Problem
        Events that contradict each other: two statuses that begin on one day, an order that coarse dates leave
        open, a status begun twice, an end of a status that was not held.
    """
    statuses = {key: row for key, row in curated.by_key("statuses").items() if row["formal"]}
    steps: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for event in curated.rows["events"]:
        if event["held"] and event["status_id"] in statuses:
            steps[statuses[event["status_id"]]["organization"], event["party_id"]].append(event)
    spells: list[Spell] = []
    problems: list[Problem] = []
    for basis in BASES:
        for (organization, party), events in sorted(steps.items()):
            fold = _Fold(curated, organization, party, basis)
            for event in _bounding(events, statuses, basis):
                fold.step(event, statuses[event["status_id"]])
            spells += fold.finished()
            problems += fold.problems
    return sorted(spells, key=_order), problems


def _order(spell: Spell) -> tuple[str, int, str, date]:
    return spell.organization, BASES.index(spell.basis), spell.party_id, spell.period.start.earliest or date.min


def _bounding(events: Iterable[Row], statuses: Mapping[str, Row], basis: str) -> list[Row]:
    """Return the events that begin or end spells on `basis`, in order of time, an end before a beginning.

    On basis ``decision`` the effect of a status counts only where no decision on it came before.
    """
    bounding: list[Row] = []
    granted: set[str] = set()
    for event in sorted(events, key=_when):
        status, stage = event["status_id"], event["stage"]
        if stage == "end":
            granted.discard(status)
        elif basis == "decision" and stage == "decision":
            granted.add(status)
        elif stage != statuses[status]["effective_stage"] or status in granted:
            continue
        bounding.append(event)
    return bounding


def _when(event: Row) -> tuple[date, date, int]:
    order = {"end": 0, "decision": 1}
    return event["date_earliest"] or date.min, event["date_latest"] or date.max, order.get(event["stage"], 2)


class _Fold:
    """The state of one party on one basis while its events pass by."""

    def __init__(self, curated: Curated, organization: str, party: str, basis: str) -> None:
        self.curated, self.organization, self.party, self.basis = curated, organization, party, basis
        self.spells: list[Spell] = []
        self.problems: list[Problem] = []
        self.open: tuple[str, Row] | None = None
        self.last: Row | None = None

    def step(self, event: Row, kind: Row) -> None:
        """Take the next event: close what is open, and open the status of that kind unless it is an end or a renewal."""
        status = kind["status"]
        if event["stage"] == "end":
            if self.open is None or self.open[0] != status:
                self._refuse(
                    event,
                    "stage",
                    f"ends the status {status} that {self.party} does not hold",
                    "drop it, or add the event that began the status",
                )
                return
        elif self.open and self.open[0] == status:
            if not kind["renewable"]:
                message = f"{self.party} is {status} already, by {self.open[1]['event_id']}"
                self._refuse(event, "status_id", message, "one beginning a spell")
            return
        if self._in_order(event):
            self._close(event)
            self.open = None if event["stage"] == "end" else (status, event)
            self.last = event

    def finished(self) -> list[Spell]:
        """Return all spells, the open one with no end."""
        self._close(None)
        return self.spells

    def _close(self, event: Row | None) -> None:
        if self.open:
            status, begun = self.open
            period = Period(parse_edtf(begun["date"]), parse_edtf(event["date"]) if event else None)
            end_id = event["event_id"] if event else None
            self.spells.append(Spell(self.organization, self.party, status, self.basis, period, begun["event_id"], end_id))

    def _in_order(self, event: Row) -> bool:
        if self.last is None:
            return True
        before, after = self.last["date_latest"] or date.max, event["date_earliest"] or date.min
        if before < after or (before == after and self.last["stage"] == "end"):
            return True
        same = event["date"] == self.last["date"]
        what = "two statuses begin or end on" if same else "it is open which comes first:"
        days = event["date"] if same else f"{event['date']} or {self.last['date']} of {self.last['event_id']}"
        remedy = f"correct one of the two; the other is {self.last['event_id']}" if same else "date one of the two more closely"
        self._refuse(event, "date", f"{what} {days}, on basis {self.basis}", remedy)
        return False

    def _refuse(self, event: Row, column: str, message: str, remedy: str) -> None:
        self.problems.append(self.curated.problem("events", event["event_id"], column, message, remedy))


def membership_rows(spells: Sequence[Spell]) -> list[Row]:
    """Return the rows of `memberships`, in the order of `spells`."""
    seen: dict[str, int] = defaultdict(int)
    return [_membership_row(spell, seen) for spell in spells]


def _membership_row(spell: Spell, seen: dict[str, int]) -> Row:
    stem = f"{spell.organization}-{spell.basis}-{spell.party_id}-{spell.status}"
    seen[stem] += 1
    start, end = spell.period.start, spell.period.end
    return {
        "membership_id": stem if seen[stem] == 1 else f"{stem}-{seen[stem]}",
        "organization": spell.organization,
        "party_id": spell.party_id,
        "status": spell.status,
        "basis": spell.basis,
        "start": start.text,
        "start_earliest": start.earliest,
        "start_latest": start.latest,
        "end": end.text if end else None,
        "end_earliest": end.earliest if end else None,
        "end_latest": end.latest if end else None,
        "start_event_id": spell.start_event_id,
        "end_event_id": spell.end_event_id,
    }

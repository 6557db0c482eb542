"""What a claim says of a cell: the value and the polarity with which it would stand among the dataset's claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sco_timeline.extracting.claims import Claim
from sco_timeline.model import fold_text
from sco_timeline.reviewing.record import Cell, Record
from sco_timeline.storing import Row

TURNED_DOWN = ("objection", "refusal", "withdrawal", "gap_start", "end")
"""Stages whose rows say that a status was not given or is held no more: to deny the status asserts them."""


class Said(NamedTuple):
    """What a claim says of a cell."""

    cell: Cell
    value: str | None
    as_of: str | None
    polarity: str

    @property
    def words(self) -> str:
        """As rulings write what a source says."""
        return ("not " if self.polarity == "negated" else "") + (self.value or "happened")

    def row(self, claim: Claim) -> Row:
        """Return the row of `claims` that it makes, of the source and at the place of the candidate."""
        table, row_id, field = self.cell
        start, end = claim["evidence"]
        cells = {"table_name": table, "row_id": row_id, "field": field, "value": self.value, "as_of": self.as_of}
        where = {"polarity": self.polarity, "locator": f"char={start},{end}", "method": claim["rule"]}
        return {"source_id": claim["doc"], **cells, **where, "stance": None, "claim_id": None}


def say(claim: Claim, cell: Cell, record: Record) -> Said | None:
    """Return what a claim says of a cell; None if it says nothing of it."""
    if cell.field is None:
        value = None
        spoken = cell.table in _ROWS.get(claim["type"], ())
    else:
        speaker = _SPEAKERS.get((claim["type"], cell.table, cell.field))
        value = speaker(claim, cell, record) if speaker else None
        spoken = value is not None
    as_of = claim.get("as_of") if cell.table in ("memberships", "membership_counts") else None
    return Said(cell, value, as_of, _polarity(claim, cell, record)) if spoken else None


def _polarity(claim: Claim, cell: Cell, record: Record) -> str:
    polarity = str(claim["polarity"])
    if claim["type"] == "status_change" and polarity == "negated":
        row = record.by_key("events").get(cell.row_id)
        stage = row["stage"] if row else cell.row_id.partition("-")[2].partition("-")[2]
        return "asserted" if stage in TURNED_DOWN else polarity
    if claim["type"] == "attendance" and cell.field != "mode" and claim["present"] is False:
        return {"asserted": "negated", "negated": "asserted"}.get(polarity, polarity)
    return polarity


def same_value(one: Said, other: Row) -> bool:
    """Say whether a row of `claims` says what `one` says, of the same cell, or of a cell of the row that `one` is of."""
    if (one.cell.table, one.cell.row_id, one.polarity) != (other["table_name"], other["row_id"], other["polarity"]):
        return False
    if one.cell.field is None:
        return True
    values = fold_text(one.value or "") == fold_text(other["value"] or "")
    return one.cell.field == other["field"] and values and one.as_of in (None, other["as_of"])


def _text(key: str) -> Callable[[Claim, Cell, Record], str | None]:
    def speak(claim: Claim, cell: Cell, record: Record) -> str | None:
        return None if claim[key] is None else str(claim[key])

    return speak


def _mode(claim: Claim, cell: Cell, record: Record) -> str | None:
    """Return how a party came: a text that says that it took part leaves open whether on the spot, so the record decides."""
    if claim["present"] is None:
        return None
    if not claim["present"]:
        return "absent"
    row = record.by_key("attendance").get(cell.row_id)
    if row and row["mode"] != "absent":
        return str(row["mode"])
    summit = record.by_key("summits").get(row["summit_id"]) if row else None
    return "video" if summit and summit["format"] == "virtual" else "in_person"


def _person(claim: Claim, cell: Cell, record: Record) -> str | None:
    return record.person(claim["person"])


def _side(claim: Claim, cell: Cell, record: Record) -> str | None:
    party = cell.row_id.rpartition(".")[2]
    return party if party in (claim["parties"] or ()) else None


def _founders(claim: Claim, cell: Cell, record: Record) -> str | None:
    return ";".join(sorted(set(claim["parties"] or ()))) or None


def _last_day(claim: Claim, cell: Cell, record: Record) -> str | None:
    return _text("end")(claim, cell, record) or _text("start")(claim, cell, record)


_ROWS = {
    "status_change": ("events",),
    "summit": ("summits",),
    "attendance": ("attendance",),
    "document_adopted": ("documents",),
    "founding": ("milestones",),
    "bilateral_meeting": ("meetings", "meeting_parties"),
}
_SPEAKERS: Mapping[tuple[str, str, str], Callable[[Claim, Cell, Record], str | None]] = {
    ("status_change", "events", "date"): _text("date"),
    ("status_held", "memberships", "status"): _text("status"),
    ("status_held", "attendance", "capacity"): _text("status"),
    ("summit", "summits", "city"): _text("city"),
    ("summit", "summits", "host_party_id"): _text("country"),
    ("summit", "summits", "start"): _text("start"),
    ("summit", "summits", "end"): _last_day,
    ("summit", "summits", "session_date"): _last_day,
    ("summit", "summits", "ordinal"): _text("ordinal"),
    ("summit", "summits", "format"): _text("format"),
    ("attendance", "attendance", "mode"): _mode,
    ("attendance", "attendance", "person"): _person,
    ("chair", "summits", "chair_party_id"): _text("party"),
    ("chair", "terms", "party_id"): _text("party"),
    ("member_count", "membership_counts", "count"): _text("n"),
    ("document_adopted", "documents", "title"): _text("title"),
    ("document_adopted", "documents", "adopted"): _text("date"),
    ("founding", "milestones", "date"): _text("date"),
    ("founding", "milestones", "parties"): _founders,
    ("bilateral_meeting", "meeting_parties", "party_id"): _side,
}

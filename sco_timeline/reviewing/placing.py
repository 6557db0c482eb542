"""Where a claim belongs in the record: which table, row and columns; a pure function of the two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import SequenceMatcher

from sco_timeline.errors import BadArgumentError
from sco_timeline.extracting.claims import Claim
from sco_timeline.model import EdtfDate, fold_text, parse_edtf
from sco_timeline.reviewing.gatherings import place_attendance, place_chair, place_meeting, place_summit
from sco_timeline.reviewing.placement import Placement, nowhere
from sco_timeline.reviewing.record import Cell, Record, days_apart
from sco_timeline.reviewing.saying import Said, say
from sco_timeline.reviewing.steps import new_event, place_change
from sco_timeline.storing import Row

_ALIKE = 0.6  # share of two titles that must be the same for them to be those of one document
_FAR = 400  # days between a text and a document that it names without a date


def place(claim: Claim, record: Record) -> Placement:
    """Return the cells of which a claim speaks.

    Parameters
    ----------
    claim : dict
        A candidate; its ``doc`` is a source.
    record : Record

    Returns
    -------
    Placement
        Without cells if the claim has no place in the record; the remark says why, and what would help.
    """
    known = record.by_key("parties")
    if unknown := [party for party in (claim.get("party"), *(claim.get("parties") or ())) if party and party not in known]:
        return nowhere(f"no row of parties is {unknown[0]!r}; add its row first")
    return _PLACES[claim["type"]](claim, record)


def placed_at(claim: Claim, words: str, record: Record) -> Placement:
    """Return the placement that a person gives: cells ``table.row.field`` or rows ``table.row``, semicolons between them.

    Raises
    ------
    BadArgumentError
        If a cell is none, or the claim says nothing of it.
    """
    cells, event = [], None
    for text in filter(None, (part.strip() for part in words.split(";"))):
        cell = parse_place(text, record)
        if cell.table == "events" and cell.row_id not in record.by_key("events"):
            event = new_event(cell.row_id, claim, record) if claim["type"] == "status_change" else None
        _check(claim, cell, text, event, record)
        cells.append(cell)
    if not cells:
        raise BadArgumentError("--row is empty; write table.row.field")
    return Placement(tuple(cells), "", event)


def parse_place(text: str, record: Record) -> Cell:
    """Read ``table.row.field`` or ``table.row``: keys may hold points, so the last part is a field only if it is one."""
    name, _, rest = text.partition(".")
    table = record.package.tables.get(name)
    if table is None or not rest:
        raise BadArgumentError(f"{text!r} is no cell; write table.row.field, such as events.IND-sco.member-effective.date")
    row_id, _, field = rest.rpartition(".")
    is_field = bool(row_id) and field in table.by_name
    return Cell(name, row_id if is_field else rest, field if is_field else None)


def _check(claim: Claim, cell: Cell, text: str, event: Row | None, record: Record) -> None:
    named = "parties" if cell.table == "memberships" else cell.table
    if cell.row_id not in record.by_key(named) and not (event and event["event_id"] == cell.row_id):
        raise BadArgumentError(f"no row of {named} is {cell.row_id!r}; add its row first")
    if say(claim, cell, record) is None:
        raise BadArgumentError(f"the claim, a {claim['type']}, says nothing of {text}")


def said_of(claim: Claim, placement: Placement, record: Record) -> list[Said]:
    """Return what a claim says of the cells of its placement."""
    return [said for cell in placement.cells if (said := say(claim, cell, record))]


def _place_held(claim: Claim, record: Record) -> Placement:
    if claim["status"] == "partner":
        party = record.by_key("parties").get(claim["party"])
        if not party or party["kind"] != "organization":
            return nowhere("partner is a word for several statuses; say which event is meant, or reject")
        return nowhere("an organization's status is in events; say which with --row, or reject")
    return Placement((Cell("memberships", claim["party"], "status"),))


def _place_count(claim: Claim, record: Record) -> Placement:
    """Find the count of members in force on the day said or of the publication, one of that number if there are several."""
    when = parse_edtf(claim["as_of"]) if claim["as_of"] else record.told(claim)
    rows = [
        row
        for row in record.rows["membership_counts"]
        if (row["organization"], row["basis"], row["status"]) == ("sco", "effective", "member")
    ]
    rows.sort(key=lambda row: row["date"])
    if not rows or when is None:
        return nowhere("the text gives no day on which to count, nor has the source one")
    ends = [row["date"] for row in rows[1:]] + [None]
    around = [row for row, end in zip(rows, ends, strict=True) if days_apart(when, row["date"], end) == 0] or rows[-1:]
    if claim["polarity"] == "expected":
        around += [row for row in rows if row["date"] >= around[-1]["date"]][:2]
    chosen = next((row for row in around if row["count"] == claim["n"]), around[-1])
    return Placement((Cell("membership_counts", chosen["membership_count_id"], "count"),))


def _place_document(claim: Claim, record: Record) -> Placement:
    """Find the document of nearly that title, adopted on the day said, or near to the publication."""
    told = record.told(claim)
    when = parse_edtf(claim["date"]) if claim["date"] else told
    ranked = []
    for row in record.rows["documents"]:
        alike = _likeness(claim["title"], row["title"])
        away = days_apart(when, row["adopted_earliest"], row["adopted_latest"]) if when else 0
        if alike >= _ALIKE and away <= _FAR:
            ranked.append((away > 31, -alike, away, row["document_id"]))
    if not ranked:
        return nowhere("no document of that title is near; write its row first")
    return Placement((Cell("documents", min(ranked)[-1], "adopted" if claim["date"] else None),))


def _likeness(one: str, other: str) -> float:
    """Return how much of two titles is the same, from 0 to 1; the words of the shorter within the longer count in full."""
    ours, theirs = (set(fold_text(title).split()) - {"the", "of", "on", "a", "and", "sco"} for title in (one or "", other))
    if len(ours) > 1 and (ours <= theirs or theirs <= ours):
        return 0.95 if ours != theirs else 1.0
    return SequenceMatcher(None, fold_text(one or ""), fold_text(other)).ratio()


def _place_founding(claim: Claim, record: Record) -> Placement:
    """Find the milestone on the day on which membership was created, a founding if one is there."""
    status = record.by_key("statuses").get("s5.participant" if claim["body"] == "shanghai_five" else "sco.member")
    founded: EdtfDate | None = parse_edtf(status["created"]) if status and status["created"] else None
    rows = [row for row in record.rows["milestones"] if founded and days_apart(founded, row["date_earliest"], row["date_latest"]) == 0]
    if not rows:
        return nowhere("no milestone is on the day of the founding; write its row first")
    key = min(rows, key=lambda row: (row["kind"] != "founding", row["milestone_id"]))["milestone_id"]
    fields = [field for field in ("date", "parties") if claim[field]]
    return Placement(tuple(Cell("milestones", key, field) for field in fields or (None,)))


_PLACES: Mapping[str, Callable[[Claim, Record], Placement]] = {
    "status_change": place_change,
    "status_held": _place_held,
    "summit": place_summit,
    "attendance": place_attendance,
    "chair": place_chair,
    "member_count": _place_count,
    "document_adopted": _place_document,
    "founding": _place_founding,
    "bilateral_meeting": place_meeting,
}

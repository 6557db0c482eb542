"""Where claims of a change of status belong: the event nearest in date, or a new one with its key."""

from __future__ import annotations

import re

from sco_timeline.extracting.claims import Claim
from sco_timeline.model import EdtfDate, parse_edtf
from sco_timeline.reviewing.placement import Placement, nowhere
from sco_timeline.reviewing.record import Cell, Record, days_apart
from sco_timeline.reviewing.saying import TURNED_DOWN
from sco_timeline.storing import Row

_STAGES = {
    "application": ("application",),
    "decision": ("decision", "procedure"),
    "memorandum": ("memorandum",),
}
_SEVERAL_TIMES = ("application", "wish", "objection", "refusal", "withdrawal")
_SAME_ACT = 31  # days within which two dates of such a stage are those of one act
_KEY = re.compile(r"([A-Z][A-Z0-9]*)-((?:sco|s5)\.[a-z_]+)-([a-z_]+?)(-\d+)?", re.ASCII)


def place_change(claim: Claim, record: Record) -> Placement:
    """Find the event of party, status and stage nearest in date, or propose one where the date of a claim is that of none."""
    statuses = _statuses(claim, record)
    if not statuses:
        return nowhere(f"{claim['to']} is no one status of the record; say which with --row")
    when = parse_edtf(claim["date"]) if claim["date"] else record.told(claim)
    found = [row for row in _events(claim, statuses, record) if _is_meant(claim, row, when)]
    if found:
        event = min(found, key=lambda row: _order(row, claim, statuses, record, when))
        remark = "" if event["held"] or claim["polarity"] != "asserted" else "the record has it as a plan; set held where it is done"
        return Placement((Cell("events", event["event_id"], "date" if claim["date"] else None),), remark)
    return _new(claim, statuses[0], record)


def _statuses(claim: Claim, record: Record) -> list[str]:
    """Return the statuses meant: `partner` alone is a word for several, of which the day and the party decide."""
    known = record.by_key("statuses")
    if claim["to"] != "partner":
        return [name for name in (f"sco.{claim['to']}",) if name in known]
    party = record.by_key("parties").get(claim["party"])
    if party and party["kind"] == "organization":
        return [name for name in ("sco.partner_organization",) if name in known]
    created = known["sco.partner"]["created"] if "sco.partner" in known else None
    if created and claim["date"] and days_apart(parse_edtf(created), parse_edtf(claim["date"]).earliest, None) == 0:
        return ["sco.partner"]
    return []


def stages_of(claim: Claim, status: str, record: Record) -> tuple[str, ...]:
    """Return the stages of a row of `events` that a claim can speak of, the likeliest first."""
    own = record.by_key("statuses")[status]["effective_stage"]
    if claim["polarity"] == "negated" and claim["stage"] in ("decision", "effective"):
        return (
            "refusal",
            "objection",
            "withdrawal",
            *dict.fromkeys((claim["stage"] if own == "effective" else own, "effective", "decision")),
        )
    return _STAGES.get(claim["stage"]) or tuple(dict.fromkeys(filter(None, (own, "effective", "decision" if own != "effective" else None))))


def _events(claim: Claim, statuses: list[str], record: Record) -> list[Row]:
    return [
        row
        for row in record.rows["events"]
        if row["party_id"] == claim["party"] and row["status_id"] in statuses and row["stage"] in stages_of(claim, row["status_id"], record)
    ]


def _is_meant(claim: Claim, row: Row, when: EdtfDate | None) -> bool:
    """Say whether a claim can be of an event: acts that happen several times are told apart by their dates."""
    if not claim["date"] or row["stage"] not in _SEVERAL_TIMES:
        return True
    return when is None or days_apart(when, row["date_earliest"], row["date_latest"]) <= _SAME_ACT


def _order(row: Row, claim: Claim, statuses: list[str], record: Record, when: EdtfDate | None) -> tuple[bool, int, int, str]:
    """Rank an event: for a day said, one that it fits, then the likeliest stage, then the nearest."""
    away = days_apart(when, row["date_earliest"], row["date_latest"]) if when else 0
    stage = stages_of(claim, row["status_id"], record).index(row["stage"])
    return bool(claim["date"]) and away > 0, stage, away, row["event_id"]


def _new(claim: Claim, status: str, record: Record) -> Placement:
    stage = stages_of(claim, status, record)[0]
    if claim["polarity"] == "negated" and (claim["stage"] != "decision" or not claim["date"]):
        return nowhere("denies what the record has no row of")
    stem = f"{claim['party']}-{status}-{stage}"
    if not claim["date"]:
        return nowhere(f"no event is {stem}, and the text gives no date for a new one")
    event = new_event(free_key(stem, record), claim, record)
    return nowhere(f"no party is {claim['party']}") if event is None else Placement((Cell("events", event["event_id"], "date"),), "", event)


def free_key(stem: str, record: Record) -> str:
    """Return `stem`, or that with the first number behind it that no event bears."""
    events, number = record.by_key("events"), 2
    if stem not in events:
        return stem
    while f"{stem}-{number}" in events:
        number += 1
    return f"{stem}-{number}"


def new_event(key: str, claim: Claim, record: Record) -> Row | None:
    """Return the row of `events` with that key and the date of a claim; None if the key is that of no event."""
    named = _KEY.fullmatch(key)
    if not named or not claim.get("date"):
        return None
    party, status, stage, _ = named.groups()
    allowed = record.package.tables["events"].by_name["stage"].enum
    if party not in record.by_key("parties") or status not in record.by_key("statuses") or stage not in allowed:
        return None
    facts = {"event_id": key, "party_id": party, "status_id": status, "stage": stage, "date": claim["date"]}
    denied = claim["polarity"] == "negated" and stage not in TURNED_DOWN
    return None if denied else {**facts, "summit_id": None, "place": None, "held": claim["polarity"] != "expected", "note": None}

"""Where claims of summits, of who came, who presided and who met there belong."""

from __future__ import annotations

from collections.abc import Iterable

from sco_timeline.extracting.claims import Claim
from sco_timeline.model import EdtfDate, parse_edtf
from sco_timeline.reviewing.placement import Placement, nowhere
from sco_timeline.reviewing.record import Cell, Record, days_apart
from sco_timeline.storing import Row

_NEAR = 100  # days between a text and the summit that it speaks of without a year
_FAR = 400  # days between a text and a summit that it names by its place
_PREMIERS = 30  # days by which a text on "the summit" must be nearer to premiers than to heads of state


def place_summit(claim: Claim, record: Record) -> Placement:
    """Find the summit by body, dates, number, city and host; without dates, one that is near to the publication."""
    told = _told_dates(claim) or record.told(claim)
    scored = []
    for row in _dated(record):
        if (score := _score(claim, row, record)) > 0 and (away := _away(claim, row, told)) is not None:
            scored.append((-score, away, row["summit_id"], row))
    if not scored:
        return nowhere("no row of summits fits; write its row first")
    summit = min(scored)[-1]
    fields = [*_day_fields(claim, summit), "city" if claim["city"] else "", "host_party_id" if claim["country"] else ""]
    fields += [name for name in ("ordinal", "format") if claim[name] is not None]
    itself = () if claim["start"] or claim["end"] else (None,)
    remark = "" if summit["held"] or claim["polarity"] != "asserted" else "the record has it as a plan; set held where it is over"
    return Placement(tuple(Cell("summits", summit["summit_id"], field) for field in (*itself, *filter(None, fields))), remark)


def _told_dates(claim: Claim) -> EdtfDate | None:
    day = claim["start"] or claim["end"]
    return parse_edtf(day) if day else None


def _away(claim: Claim, row: Row, told: EdtfDate | None) -> int | None:
    """Return how many days a summit lies from those that a text gives or was published in; None if too many."""
    if told is None:
        return 0 if claim["ordinal"] else None
    away = days_apart(told, row["start"], row["end"])
    return away if away <= (31 if _told_dates(claim) else _FAR) or claim["ordinal"] == row["ordinal"] is not None else None


def _score(claim: Claim, row: Row, record: Record) -> int:
    """Count for and against what a text says of a summit; 0 if it speaks of another body."""
    body = claim["body"] or "unknown"
    if body != "unknown" and not row["body"].startswith(body):
        return 0
    told, score = _told_dates(claim), 0
    if told:
        score += 4 if days_apart(told, row["start"], row["end"]) == 0 else 1
    if claim["ordinal"] and (body != "unknown" or row["body"] != "chg"):
        score += 3 if claim["ordinal"] == row["ordinal"] else -1
    if claim["city"]:
        score += 2 if row["place_id"] in record.places(claim["city"]) else -2
    if claim["country"]:
        score += 1 if claim["country"] == row["host_party_id"] else -1
    only_named = not (told or claim["ordinal"] or claim["city"] or claim["country"])
    return 2 * score - (row["body"] == "chg" and body == "unknown") + 2 * only_named


def _day_fields(claim: Claim, row: Row) -> list[str]:
    """Return the date columns that a text speaks of: of a single day, the one that has it, the first day otherwise."""
    if claim["start"] and claim["end"] and claim["start"] != claim["end"]:
        return ["start", "end"]
    day = claim["start"] or claim["end"]
    if not day:
        return []
    if not claim["start"]:
        return ["end"]
    same = [name for name in ("start", "session_date", "end") if row[name] and str(row[name]) == day]
    return same[:1] or ["start"]


def place_attendance(claim: Claim, record: Record) -> Placement:
    """Find the row of a party at the summit of the year, or at that nearest to the publication."""
    summits = list(_summits_meant(claim, record))
    for summit in summits:
        for row in record.rows["attendance"]:
            if (row["summit_id"], row["party_id"]) == (summit["summit_id"], claim["party"]):
                return _attended(claim, row, record)
    at = f"of {claim['party']} at {summits[0]['summit_id']}; write its row first" if summits else "can be told: no summit is near"
    return nowhere(f"no row of attendance {at}")


def _attended(claim: Claim, row: Row, record: Record) -> Placement:
    person = record.person(claim["person"])
    key = row["attendance_id"]
    if claim["present"] is False and claim["person"] and row["mode"] != "absent":
        if person is None:
            return nowhere(f"{claim['person']} is nobody in people, and {claim['party']} was represented; write the row of people first")
        return Placement((Cell("attendance", key, "person"),), "another represented the party")
    fields = ["mode", *(["person"] if person else [])]
    remark = f"{claim['person']} is nobody in people" if claim["person"] and not person else ""
    return Placement(tuple(Cell("attendance", key, field) for field in fields), remark)


def place_meeting(claim: Claim, record: Record) -> Placement:
    """Find the meeting of just these sides at the summit of the year, or at that nearest to the publication."""
    sides = sorted(set(claim["parties"] or ()))
    summits = list(_summits_meant(claim, record))
    for summit in summits:
        for row in record.rows["meetings"]:
            key = row["meeting_id"]
            if row["summit_id"] == summit["summit_id"] and _sides(key, record) == sides:
                return Placement(tuple(Cell("meeting_parties", f"{key}.{side}", "party_id") for side in sides))
    near = f" at {summits[0]['summit_id']}" if summits else ""
    return nowhere(f"no meeting of {' and '.join(sides) or 'nobody'}{near} is in meetings; write its rows first")


def _sides(meeting: str, record: Record) -> list[str]:
    return sorted(row["party_id"] for row in record.rows["meeting_parties"] if row["meeting_id"] == meeting)


def place_chair(claim: Claim, record: Record) -> Placement:
    """Find who presided at a summit of those days, or else the term of the chair in the period said."""
    body = "chg" if claim["body"] == "chg" else "chs"
    period = _period(claim["year_or_period"])
    told = record.told(claim)
    if period is None and told:
        for summit in _dated(record):
            if summit["body"] == body and summit["chair_party_id"] and days_apart(told, summit["start"], summit["end"]) <= 31:
                return Placement((Cell("summits", summit["summit_id"], "chair_party_id"),))
    when = period or told
    terms = [row for row in record.rows["terms"] if row["office"] == f"{body}_chair" and when and _overlaps(row, when)]
    own = [row for row in terms if row["party_id"] == claim["party"]]
    if not terms:
        return nowhere("no row of terms is of that time; write its row first")
    return Placement((Cell("terms", (own or terms)[-1]["term_id"], "party_id"),))


def _period(text: str | None) -> EdtfDate | None:
    """Read a year, a day, or a period of two years such as 2023-2024 or 2023-24."""
    if not text:
        return None
    first, _, last = text.replace("–", "-").replace("/", "-").partition("-")
    if len(first) == 4 and first.isdigit() and last.isdigit() and (len(last) == 4 or int(last) > 12):
        text = f"[{first}..{first[: 4 - len(last)]}{last}]"
    try:
        return parse_edtf(text)
    except ValueError:
        return None


def _overlaps(term: Row, when: EdtfDate) -> bool:
    return days_apart(when, term["start_earliest"], term["end_latest"]) == 0


def _dated(record: Record) -> list[Row]:
    """Return the summits, but for those planned for no day yet."""
    return [row for row in record.by_key("summits").values() if row["start"] is not None]


def _summits_meant(claim: Claim, record: Record) -> Iterable[Row]:
    """Return the summits of the year that a text gives, or those near to its publication, the likeliest first."""
    year, told = claim["summit_year"], record.told(claim)
    ranked = []
    for row in _dated(record):
        away = days_apart(told, row["start"], row["end"]) if told else 0
        if row["start"].year == year if year else told and away <= _NEAR:
            ranked.append((away + _PREMIERS * (row["body"] == "chg"), row["summit_id"], row))
    return [row for _, _, row in sorted(ranked, key=lambda found: found[:2])]

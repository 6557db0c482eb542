"""Claims that someone came to a summit, or did not, and that leaders met on its margins."""

from __future__ import annotations

from typing import Any

from sco_timeline.checking.meetings import nearest
from sco_timeline.checking.recorded import Summit, is_same_person, listed, name_of, rows_of, sentence, summits
from sco_timeline.checking.times import first_day, in_words, is_near, last_day, read_time
from sco_timeline.checking.verdicts import (
    CONFIRMED,
    CONTRADICTED,
    IMPRECISE,
    NOT_COVERED,
    UNDATED,
    Claim,
    Judgement,
    Row,
    parties_of,
    polarity,
)
from sco_timeline.model import EdtfDate

_LEADERS = ("head_of_state", "head_of_government", "head_of_organization")


def judge_attendance(claim: Claim, said: EdtfDate | None) -> Judgement:
    """Judge by the record of who came to each summit of heads of state."""
    if not claim.get("party"):
        return Judgement(NOT_COVERED, "The text does not say for whom.")
    year, present = claim.get("summit_year"), _is_present(claim)
    met = _summits_meant(year, said)
    day = str(year) if year is not None else None
    rows = [
        row for row in rows_of("attendance") if row["party_id"] == claim["party"] and row["summit_id"] in {summit.key for summit in met}
    ]
    verdicts = [(_by_row(claim, row, present), row) for row in rows]
    one_summit = len(met) == 1
    if not one_summit:
        verdicts = [(verdict, row) for verdict, row in verdicts if verdict in (CONFIRMED, IMPRECISE)]
    if not verdicts:
        return _silent(claim, met, [] if claim.get("person") else rows, day)
    best = min(verdicts, key=lambda pair: (CONFIRMED, IMPRECISE, CONTRADICTED, NOT_COVERED).index(pair[0]))[0]
    told = [row for verdict, row in verdicts if verdict == best]
    found = tuple(Row("attendance", row["attendance_id"], "mode") for row in told)
    says = (
        listed(map(_in_words, told), 3)
        if one_summit
        else f"{_who(claim)} {'came' if present else 'did not come'} to {', '.join(_keys(told))}"
    )
    return Judgement(best if one_summit else UNDATED, f"{says}.", found, day)


def _silent(claim: Claim, met: list[Summit], rows: list[dict[str, Any]], day: str | None) -> Judgement:
    """Return that nothing tells of the claim, with what the record has on the party."""
    what = f"{met[0].key} in {met[0].city}" if len(met) == 1 else "such a summit"
    says = listed(map(_in_words, rows), 3) or f"The record does not say who came for {_who(claim)} to {what}"
    return Judgement(NOT_COVERED, f"{says}.", tuple(Row("attendance", row["attendance_id"], "mode") for row in rows), day)


def _keys(rows: list[dict[str, Any]]) -> list[str]:
    """Return the summits of rows in order of time."""
    found = {row["summit_id"] for row in rows}
    return [summit.key for summit in summits() if summit.key in found]


def _is_present(claim: Claim) -> bool:
    """Say whether a claim tells of coming, its polarity taken into account."""
    present = claim.get("present")
    return (present is None or bool(present)) != (polarity(claim) == "negated")


def _summits_meant(year: object, said: EdtfDate | None) -> list[Summit]:
    """Return the summits of heads of state of a year, or else the one about the day of the report, or else all.

    A report from about a meeting of heads of government means that one, of which the record has no attendance.
    """
    held = [summit for summit in summits() if summit.body != "chg"]
    if year is not None:
        held = [summit for summit in held if first_day(summit.time).year == int(str(year))]
    near = nearest(summits(), said) if said is not None else None
    if near is not None and (year is None or first_day(near.time).year == int(str(year))):
        return [near]
    return held


def _by_row(claim: Claim, row: dict[str, Any], present: bool) -> str:
    """Compare a claim with the row on its party at a summit."""
    person, came = claim.get("person"), row["mode"] != "absent"
    if person is None or (row["person"] is not None and is_same_person(person, row["person"])):
        if came and not present and row["mode"] == "video":
            return IMPRECISE
        return CONFIRMED if came == present else CONTRADICTED
    if not came:
        return CONTRADICTED if present else CONFIRMED
    if row["person"] is None or not _leads(claim["party"], person, row["summit_id"]):
        return NOT_COVERED  # the record names one delegate only, others may have come too
    return CONTRADICTED if present else CONFIRMED


def _leads(party: str, person: object, summit: str) -> bool:
    """Say whether the record knows a person as one who by then, coming, would have led the delegation."""
    led = [
        row["summit_id"]
        for row in rows_of("attendance")
        if row["party_id"] == party and row["level"] in _LEADERS and is_same_person(person, row["person"])
    ]
    days = {held.key: first_day(held.time) for held in summits()}
    return bool(led) and min(days[key] for key in led) <= days[summit] <= max(days[key] for key in led)


def _who(claim: Claim) -> str:
    party = name_of("parties", claim["party"])
    return f"{party} ({claim['person']})" if claim.get("person") else party


def _in_words(row: dict[str, Any]) -> str:
    party = name_of("parties", row["party_id"])
    who = f"{name_of('people', row['person'])} ({party})" if row["person"] else party
    how = {"absent": "did not come to", "video": "took part by video link in"}.get(row["mode"], "came to")
    summit = next(summit for summit in summits() if summit.key == row["summit_id"])
    return f"{who} {how} {summit.key} in {summit.city}, {in_words(summit.time)}"


def judge_bilateral_meeting(claim: Claim, said: EdtfDate | None) -> Judgement:
    """Judge by the meetings that sources report; the record is not exhaustive, so nothing follows from its silence."""
    year, sides = claim.get("summit_year"), parties_of(claim)
    met: dict[str, set[str]] = {}
    for row in rows_of("meeting_parties"):
        met.setdefault(row["meeting_id"], set()).add(row["party_id"])
    days = {row["meeting_id"]: read_time(row["date"]) for row in rows_of("meetings")}
    fits = [(key, days[key]) for key, parties in met.items() if sides and sides <= parties]
    if year is not None:
        fits = [(key, day) for key, day in fits if day is not None and int(str(year)) in (first_day(day).year, last_day(day).year)]
    elif said is not None:
        fits = [(key, day) for key, day in fits if day is not None and is_near(said, day)] or fits
    if not fits:
        return Judgement(NOT_COVERED, "The record has no such meeting, and is not exhaustive.", day=year and str(year))
    dated = year is not None or (said is not None and fits[0][1] is not None and is_near(said, fits[0][1]))
    verdict = (CONTRADICTED if polarity(claim) == "negated" else CONFIRMED) if dated or len(fits) == 1 else UNDATED
    says = listed((sentence("meetings", key) for key, _ in fits), 3)
    return Judgement(verdict, f"{says}.", tuple(Row("meetings", key) for key, _ in fits), year and str(year))

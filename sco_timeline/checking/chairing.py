"""Claims that a country held the chair of one of the two councils."""

from __future__ import annotations

from typing import Any

from sco_timeline.checking.recorded import listed, name_of, rows_of, summits
from sco_timeline.checking.times import first_day, in_words, is_covered, is_near, last_day, overlap, read_time
from sco_timeline.checking.verdicts import (
    CONFIRMED,
    CONTRADICTED,
    NOT_COVERED,
    TOO_EARLY,
    UNDATED,
    Claim,
    Judgement,
    Row,
    polarity,
)
from sco_timeline.descriptor import read_package
from sco_timeline.model import EdtfDate, parse_edtf

_FLIPPED = {CONFIRMED: CONTRADICTED, CONTRADICTED: CONFIRMED, TOO_EARLY: CONFIRMED}


def judge_chair(claim: Claim, said: EdtfDate | None) -> Judgement:
    """Judge by the terms of the chair; who presided over a summit had it too."""
    if not claim.get("party"):
        return Judgement(NOT_COVERED, "The text names no country.")
    body, time = ("chg" if claim.get("body") == "chg" else "chs"), read_time(claim.get("year_or_period"))
    terms = [row for row in rows_of("terms") if row["office"] == f"{body}_chair"]
    own = [row for row in terms if row["party_id"] == claim["party"]]
    if time is not None and not is_covered(time):
        return Judgement(NOT_COVERED, f"The record ends on {read_package().as_of}.", day=time.text)
    if time is not None:
        verdict, told = _at(claim["party"], body, time, terms, own)
    else:
        verdict, told = _at_no_time(claim, said, terms, own)
    if polarity(claim) == "negated":
        verdict = _FLIPPED.get(verdict, verdict)
    says = f"{listed(map(_in_words, told), 4)}." if told else "The record has no such chair."
    rows = tuple(Row("terms", row["term_id"], "party_id") for row in told)
    return Judgement(verdict, says, rows, None if time is None else time.text)


def _at(party: str, body: str, time: EdtfDate, terms: list[dict[str, Any]], own: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Judge a chair of a stated time; without a term of its own then, by who had it."""
    if held := [row for row in own if _surely_within(row, time)]:
        return CONFIRMED, held
    within = [row for row in terms if _possibly_within(row, time)]
    if _presided(party, body, time):
        return CONFIRMED, within
    if [row for row in own if _possibly_within(row, time)] or not within:
        return NOT_COVERED, within
    ahead = bool(own) and all(last_day(time) < _first(row) for row in own)
    return (TOO_EARLY if ahead else CONTRADICTED), within


def _at_no_time(
    claim: Claim, said: EdtfDate | None, terms: list[dict[str, Any]], own: list[dict[str, Any]]
) -> tuple[str, list[dict[str, Any]]]:
    """Judge a chair of no stated time by the day of the report: then, or about then; ever before; ever."""
    if not own:
        return CONTRADICTED, []
    if said is None:
        return UNDATED, own
    if polarity(claim) == "expected":
        later = [row for row in own if _last(row) >= first_day(said)]
        return (CONFIRMED, later[:1]) if later else (NOT_COVERED, own)
    near = [row for row in own if _possibly_within(row, said) or is_near(said, _end(row))]
    if near and polarity(claim) == "asserted":
        return CONFIRMED, near[:1]
    if all(_first(row) > last_day(said) for row in own):
        return (TOO_EARLY if any(_surely_within(row, said) for row in terms) else NOT_COVERED), own
    return UNDATED, own


def _presided(party: str, body: str, time: EdtfDate) -> bool:
    return any(summit.chair == party and summit.body == body and overlap(time, summit.time) for summit in summits())


def _first(row: dict[str, Any]) -> Any:
    return first_day(parse_edtf(row["start"]))


def _last(row: dict[str, Any]) -> Any:
    return last_day(parse_edtf(row["end"])) if row["end"] else read_package().as_of


def _end(row: dict[str, Any]) -> EdtfDate:
    return parse_edtf(row["end"] or read_package().as_of.isoformat())


def _possibly_within(row: dict[str, Any], time: EdtfDate) -> bool:
    """Say whether a term can share a day with a time; the day of handing over counts as both's."""
    return bool(_first(row) <= last_day(time) and first_day(time) <= _last(row))


def _surely_within(row: dict[str, Any], time: EdtfDate) -> bool:
    """Say whether a term shares a day with a time however its coarse bounds are read."""
    return last_day(parse_edtf(row["start"])) <= last_day(time) and first_day(time) <= first_day(_end(row))


def _in_words(row: dict[str, Any]) -> str:
    start, end = in_words(parse_edtf(row["start"])), row["end"] and in_words(parse_edtf(row["end"]))
    return f"{name_of('parties', row['party_id'])} took the chair {start}" + (f", handed it over {end}" if end else "")

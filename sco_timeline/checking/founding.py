"""Claims that the organization was founded: when, and by whom."""

from __future__ import annotations

from sco_timeline.checking.recorded import name_of, rows_of, sentence
from sco_timeline.checking.times import first_day, last_day, read_time
from sco_timeline.checking.verdicts import CONFIRMED, CONTRADICTED, IMPRECISE, TOO_EARLY, Claim, Judgement, Row, parties_of, polarity
from sco_timeline.model import EdtfDate, parse_edtf

_FLIPPED = {CONFIRMED: CONTRADICTED, IMPRECISE: CONTRADICTED, CONTRADICTED: CONFIRMED, TOO_EARLY: CONFIRMED}


def judge_founding(claim: Claim, said: EdtfDate | None) -> Judgement:
    """Judge by the first day on which the organization had members, and by who they were."""
    organization = "shanghai_five" if claim.get("body") == "shanghai_five" else "sco"
    founded, founders = _founding(organization)
    time, parties = read_time(claim.get("date")), parties_of(claim)
    verdict = _worse(_by_date(time, founded), _by_founders(parties, founders))
    if polarity(claim) == "negated":
        verdict = _FLIPPED[verdict]
    rows = _rows(founded)
    names = ", ".join(name_of("parties", party) for party in sorted(founders))
    told = sentence(rows[0].table, rows[0].key) if rows else f"Founded on {founded.text}"
    return Judgement(verdict, f"{told}; by {names}.", rows, None if time is None else time.text)


def _founding(organization: str) -> tuple[EdtfDate, frozenset[str]]:
    """Return the first day of an organization and those who had a status in it on that day."""
    spells = [row for row in rows_of("memberships") if row["organization"] == organization and row["basis"] == "effective"]
    first = min(row["start_latest"] for row in spells if row["start_latest"] is not None)
    return parse_edtf(first.date().isoformat()), frozenset(row["party_id"] for row in spells if row["start_latest"] == first)


def _rows(founded: EdtfDate) -> tuple[Row, ...]:
    """Return the milestones of the day, the founding itself first."""
    found = [row for row in rows_of("milestones") if row["date"] == founded.text]
    return tuple(Row("milestones", row["milestone_id"], "date") for row in sorted(found, key=lambda row: row["kind"] != "founding"))


def _by_date(time: EdtfDate | None, founded: EdtfDate) -> str:
    if time is None:
        return CONFIRMED
    relation = time.compare(founded)
    if relation == "contradicts":
        return TOO_EARLY if last_day(time) < first_day(founded) else CONTRADICTED
    return IMPRECISE if relation == "coarser" else CONFIRMED


def _by_founders(parties: frozenset[str], founders: frozenset[str]) -> str:
    """Judge the founders named: a text need not name all of them."""
    if parties - founders:
        return CONTRADICTED
    return IMPRECISE if parties and parties < founders else CONFIRMED


def _worse(one: str, other: str) -> str:
    return max(one, other, key=(CONFIRMED, IMPRECISE, TOO_EARLY, CONTRADICTED).index)

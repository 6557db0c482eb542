"""Claims that a party held a status, or did not."""

from __future__ import annotations

from datetime import timedelta

from sco_timeline.checking.recorded import name_of, rows_of
from sco_timeline.checking.standing import Days, Standing, statuses_meant, with_article
from sco_timeline.checking.times import first_day, is_covered, last_day, read_time
from sco_timeline.checking.verdicts import (
    CONFIRMED,
    CONTRADICTED,
    IMPRECISE,
    NOT_COVERED,
    TOO_EARLY,
    UNDATED,
    Claim,
    Judgement,
    Row,
    polarity,
)
from sco_timeline.model import EdtfDate


def judge_status_held(claim: Claim, said: EdtfDate | None) -> Judgement:
    """Judge by the days: the claim's own, else the day on which it was said, else all days of the record."""
    party, word = claim.get("party"), claim.get("status")
    if not party or not word:
        return Judgement(NOT_COVERED, "The text names no party or no status.")
    organization = claim.get("body") or "sco"
    standing = Standing.of(organization if organization == "shanghai_five" else "sco", party)
    statuses = statuses_meant(word, standing.organization)
    time = read_time(claim.get("as_of"))
    if polarity(claim) == "expected":
        return _expected(standing, word, statuses, time, said)
    negated = polarity(claim) == "negated"
    sure, possible = standing.true_days(statuses, negated)
    if time is not None and not is_covered(time):
        return Judgement(NOT_COVERED, f"The record ends on {standing.last}; until then: {_career(standing)}.", _rows(standing), time.text)
    when = time or (said if said is not None and is_covered(said) else None)
    if when is None:
        verdict = _at_no_time(sure, possible, past=said is not None)
        return Judgement(verdict, _says_at_no_time(standing, word, sure, possible, negated), _rows(standing))
    if negated and last_day(when) < standing.first:
        return _dated(CONFIRMED, standing, when)
    verdict = _at(standing, sure, possible, when)
    if word == "partner" and verdict == CONFIRMED and not negated and not _at_exactly(standing, when):
        verdict = IMPRECISE
    return _dated(verdict, standing, when)


def _at(standing: Standing, sure: Days, possible: Days, when: EdtfDate) -> str:
    """Return the verdict for a time: every day of it, some, none but later, none."""
    within = standing.slice_of(when)
    if sure[within].any() and first_day(when) >= standing.first:
        return CONFIRMED if sure[within].all() else IMPRECISE
    if sure[within].any():
        return IMPRECISE
    if possible[within].any():
        return NOT_COVERED
    eve = standing.slice_of(when).start - 1
    if when.is_day and eve >= 0 and sure[eve]:
        return IMPRECISE  # it ended on this very day
    return TOO_EARLY if sure[within.stop :].any() and not sure[: within.start].any() else CONTRADICTED


def _at_exactly(standing: Standing, when: EdtfDate) -> bool:
    """Say whether the status named partner, and no other that the word can mean, was held."""
    sure, _ = standing.true_days(("partner",), negated=False)
    return bool(sure[standing.slice_of(when)].all())


def _at_no_time(sure: Days, possible: Days, past: bool) -> str:
    """Return the verdict for no stated time; a text of after the record may tell of what the record cannot know."""
    if sure.all():
        return CONFIRMED
    if not possible.any():
        return NOT_COVERED if past else CONTRADICTED
    return UNDATED


def _dated(verdict: str, standing: Standing, when: EdtfDate) -> Judgement:
    day = min(last_day(when), standing.last)
    words = [standing.word(day, basis) for basis in ("effective", "decision")]
    name = name_of("parties", standing.party)
    held = [with_article(status) for status in words]
    says = f"On {day} {name} was " + (held[0] if held[0] == held[1] else f"{held[0]} by effect and {held[1]} by decision")
    career = _career(standing)
    return Judgement(verdict, f"{says}; in all: {career}." if career else f"{says}.", _rows(standing), when.text, *words)


def _says_at_no_time(standing: Standing, word: str, sure: Days, possible: Days, negated: bool) -> str:
    name = name_of("parties", standing.party)
    if sure.all():
        return f"{name} was {'never ' if negated else ''}{with_article(word)}{'' if negated else ' on every day'} up to {standing.last}."
    if not possible.any() and not negated:
        career = _career(standing) or "no status"
        return f"{name} was {with_article(word)} on no day up to {standing.last}; in all: {career}."
    held = f"{name} was {'not ' if negated else ''}{with_article(word)} {standing.runs_in_words(possible)}"
    return f"{held}; in all: {_career(standing) or 'no status'}."


def _career(standing: Standing) -> str:
    """Return the statuses held, on both bases where they differ."""
    effective, decision = standing.career("effective"), standing.career("decision")
    return effective if effective == decision else f"{effective or 'no status'} (by decision: {decision})"


def _rows(standing: Standing) -> tuple[Row, ...]:
    """Return the events that began the party's spells, the latest first."""
    spells = [row for row in rows_of("memberships") if row["party_id"] == standing.party and row["organization"] == standing.organization]
    begun = {row["start_event_id"]: row["start_latest"] or row["start_earliest"] for row in spells}
    return tuple(Row("events", key, "date") for key in sorted(begun, key=lambda key: (begun[key], key), reverse=True))


def _expected(standing: Standing, word: str, statuses: tuple[str, ...], time: EdtfDate | None, said: EdtfDate | None) -> Judgement:
    """Judge a plan to hold a status: whether it was held at the time planned, or at all after it was told."""
    sure, _ = standing.true_days(statuses, negated=False)
    name, told = name_of("parties", standing.party), time or said
    start, day = 0 if told is None else standing.slice_of(told).start, None if time is None else time.text
    within = sure[standing.slice_of(time)] if time else sure[start:]
    if within.any():
        since = standing.first + timedelta(days=start + int(within.argmax()))
        return Judgement(CONFIRMED, f"It came true: {name} was {with_article(word)} on {since}.", _rows(standing), day)
    says = f"{name} was {with_article(word)} on no such day up to {standing.last}; in all: {_career(standing) or 'no status'}."
    missed = time is not None and last_day(time) <= standing.last
    return Judgement(CONTRADICTED if missed else NOT_COVERED if time else TOO_EARLY, says, _rows(standing), day)

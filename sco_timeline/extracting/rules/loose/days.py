"""When a step of a loose rule was taken."""

from __future__ import annotations

import re

from sco_timeline.extracting.polarity import ASSERTED, EXPECTED
from sco_timeline.extracting.rules.loose.clauses import Clause

_NOT_ITS_DAY = re.compile(
    r"\b(?:since|until|till|before|prior to|as of|after|dat(?:es?|ing) (?:from|back to)|founded|formed|created|established|born|"
    r"set up|launched|began)(?: [a-zⒸ]+){0,3} (?:early |late |mid-)?$"
)
_SAID = re.compile(
    r"\b(?:said|says|told|tells|announced|stated|reported|declared|noted)\b"
)  # the day of what is said, not of what is hoped for
_LASTING = re.compile(r"\b(?:belong|sit|on board|aboard|inside)")  # what has been so since a day
_WHEN_THEN = re.compile(r"(?P<d>Ⓓ),? (?:when|as) [^.;,Ⓓ]{0,60}$")
_ANSWER = re.compile(
    r"[^?Ⓓ]{0,80}\? ?[–-]? ?(?:(?:in|on|at) )?(?:Ⓒ(?: \(Ⓟ\))?,? )?(?:(?:in|on) )?(?P<d>Ⓓ)"
)  # "When was it let in? - In 2017"


def _is_its_day(text: str, place: int, trigger: re.Match[str]) -> bool:
    if text.startswith("'s", place + 1):
        return False
    return _LASTING.search(trigger.group()) is not None or not _NOT_ITS_DAY.search(text, max(0, place - 50), place)


def _is_aside(clause: Clause, trigger: re.Match[str]) -> bool:
    """Say whether the day nearest to a trigger stands in a relative clause within the clause: "whose road began in 2010, is in"."""
    slot = clause.reading.date_slot(trigger.start(), trigger.end())
    place = clause.reading.masked.place(slot) if slot in clause.reading.masked.slots else -1
    return clause.start <= place < clause.end and clause.words[place] == " "


def day_of(clause: Clause, trigger: re.Match[str], polarity: str = ASSERTED, stage: str = "effective") -> str | None:
    """Return the day of a step: the nearest in its clause that does not belong to something else, else that of its sentence.

    What is decided beside another decision was decided on its day; what is hoped for has no day that is past.
    """
    text, reading = clause.reading.text, clause.reading
    future = polarity == EXPECTED
    days = [place for place in clause.places("Ⓓ") if _is_its_day(text, place, trigger)]
    if future:
        days = [place for place in days if not _SAID.search(text, trigger.end(), max(trigger.end(), place))]
    before = _WHEN_THEN.search(text, 0, trigger.start())
    answer = _ANSWER.match(text, trigger.end())
    day = None
    if days:
        nearest = min(days, key=lambda place: place - trigger.end() if place > trigger.start() else 10 + trigger.start() - place)
        day = reading.resolved(reading.masked.slot(nearest), future)[0]
    elif before:
        day = reading.resolved(reading.masked.slot(before.start("d")))[0]
    elif answer:
        day = reading.resolved(reading.masked.slot(answer.start("d")))[0]
    elif not clause.places("Ⓓ") and not future and not _is_aside(clause, trigger):
        day = reading.date(trigger)
    if future and day and (day < (reading.article.published or "")[: len(day)]):
        return None
    return _day_of_decision(clause) if day is None and stage == "decision" and polarity == ASSERTED else day


def _day_of_decision(clause: Clause) -> str | None:
    told = [claim for claim in clause.reading.changes_before(clause.trigger[0], 1) if claim["stage"] == "decision" and claim["date"]]
    return str(told[-1]["date"]) if told and told[-1]["polarity"] == ASSERTED else None

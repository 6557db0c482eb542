"""The day of a step that its own sentence does not give: that of the summit just told of, or of the step that it echoes."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from sco_timeline.extracting.polarity import ASSERTED

if TYPE_CHECKING:
    from sco_timeline.extracting.resolving import Reading

_SAME_DAY = re.compile(r"\b(?:the (?:very )?same|that(?: very| same)?) (?:day|date)\b")
_SAME_MEETING = re.compile(
    r"\b(?:there|(?:at|during|in the course of|on the (?:sidelines|margins) of) (?:the same|the|that|this|its|their) "
    r"(?:summit|meeting|session|gathering)|(?:on|in) (?:the same|this|that) (?:occasion|package))\b(?! (?:is|are|was|were|had|has|will)\b)"
)
_ECHO = re.compile(r"\b(?:same|similar|likewise|also|too|as well|along with|together with|at the time)\b")
_OTHER_TIME = re.compile(
    r"\b(?:had|already|earlier|previously|formerly|recently|ago|once|so far|since|later|before|until|now|currently|still|remains?|"
    r"anniversary|parliament|senate|law|cabinet|years?|months?|weeks?)\b"
)
_TOLD = re.compile(r"(?<= )(?:said|announced|added|noted|recalled|reported)\b[^.;]{0,60}\bhad\b")  # "said that it had been granted"
_NEAR = 4  # sentences between a summit and what it did
_REPORTED = 31  # days between a summit and a report of it


def told_day(reading: Reading, place: int, to: str) -> str | None:
    """Return the day that the context gives a step to a status, told at a place of a sentence that names none."""
    text = reading.text
    told = [change for change in reading.changes_before(place) if change["polarity"] == ASSERTED and change["to"] == to and change["date"]]
    if told and (_ECHO.search(text) or _SAME_DAY.search(text)):
        return str(told[-1]["date"])
    if _SAME_DAY.search(text):
        return _day_of_summit(reading, 3) or _last_day(reading, place)
    if any(slot.kind == "Ⓓ" and slot.value.until is None for slot in reading.masked.slots):
        return None
    if _SAME_MEETING.search(text):
        return _day_of_summit(reading, len(reading.article.sentences))
    day = None if _OTHER_TIME.search(_TOLD.sub(" ", text)) else _day_of_summit(reading, _NEAR)
    before = [str(change["date"]) for change in reading.changes_before(place) if change["date"]]
    return None if day and before and before[-1][:4] != day[:4] else day


def _last_day(reading: Reading, place: int) -> str | None:
    """Return the day last named in full before a place, in its sentence or in the two before."""
    first = reading.article.sentences[max(0, reading.number - 2)].start
    days = [found for found in reading.article.dates_within(first, reading.masked.origin(place)) if found.value and len(found.value) == 10]
    return (days[-1].until or days[-1].value) if days and days[-1].kind == "full" else None


def _day_of_summit(reading: Reading, reach: int) -> str | None:
    """Return the day of the summit last told of, at most so many sentences before, that fits the city named here."""
    cities = {slot.value for slot in reading.masked.slots if slot.kind == "Ⓒ" and slot.value}
    for number, summit in reversed(reading.article.memory.summits):
        if number < reading.number - reach:
            return None
        if (cities and summit["city"] not in cities) or (len(summit["end"]) < len("2001-06") and reach < len(reading.article.sentences)):
            continue
        return summit["end"] if _is_recent(summit["end"], reading.article.published) else None
    return None


def _is_recent(day: str, published: str | None) -> bool:
    """Say whether a report published on a day can be of a summit on another: any can, if it has no day."""
    if not published or len(day) < 10 or len(published) < 10:
        return not published or published.startswith(day)
    try:
        return abs((date.fromisoformat(published[:10]) - date.fromisoformat(day)).days) <= _REPORTED
    except ValueError:  # 31 June
        return False

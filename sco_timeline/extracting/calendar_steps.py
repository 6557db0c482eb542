"""Where a step of the calendar leads: yesterday, last Friday, next month, last June, seen from the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

RELATIVE = re.compile(
    r"\b(?:(?P<far>(?:the )?day before yesterday|(?:the )?day after tomorrow)|(?P<near>today|yesterday|tomorrow|tonight|"
    r"this (?:morning|afternoon|evening))|"
    r"(?P<which>this|last|past|next|coming) week(?!end|'s end)|(?P<step>this|last|next|the same|that|the previous|the "
    r"following|the current|of the) (?P<unit>year|month)(?!'s end)|"
    r"(?P<season>this|that(?: very)?|the same) (?:summer|spring|autumn|winter)|"
    r"(?:(?P<beside>last|past|next|coming)|in (?:the |early |late |mid-)?) ?(?P<part>summer|spring|"
    r"autumn)(?! (?:of |session)|'s| ?\d)|"
    r"(?P<prior>the year (?:before|after))(?=[.,;)]|$)|"
    r"(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"twenty|twenty-five|\d{1,2}|the) "
    r"(?P<later>years? (?:later|earlier|ago)))\b",
    re.IGNORECASE,
)
_WEEKS = {"last": -1, "past": -1, "this": 0}
_COUNTS = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "twenty": 20,
    "twenty-five": 25,
    "the": 1,
}


def step_of(match: re.Match[str]) -> str:
    """Return the step that words of the calendar speak of: "d-1" for yesterday, "s+2" for "two years later"."""
    if match["far"]:
        return "d-2" if "before" in match["far"].lower() else "d+2"
    if match["which"]:
        return f"k{_WEEKS.get(match['which'].lower(), 1):+d}"
    if match["near"]:
        return {"yesterday": "d-1", "tomorrow": "d+1"}.get(match["near"].lower(), "d+0")
    if match["season"]:
        return "y+0" if match["season"].lower() == "this" else "s"
    if match["part"]:
        side = {"last": "<", "past": "<", "next": ">", "coming": ">"}.get((match["beside"] or "").lower(), "")
        return f"h{match['part'].lower()}{side}"
    if match["prior"]:
        return "s-1" if match["prior"].lower().endswith("before") else "s+1"
    if match["unit"]:
        step = match["step"].lower()
        if step in ("that", "the same", "of the"):
            return "s"
        if step in ("the previous", "the following"):
            return "s-1" if step == "the previous" else "s+1"
        number = {"last": -1, "next": 1}.get(step, 0)
        return f"{match['unit'][0].lower()}{number:+d}"
    count = _COUNTS.get(match["count"].lower()) or int(match["count"])
    word = match["later"].split()[1].lower()
    return f"y-{count}" if word == "ago" else f"s{count if word in ('later', 'after') else -count:+d}"


def counted(value: str, published: str, future: bool) -> str | None:
    """Return the day that a step of the calendar leads to, seen from the day of publication: "d-1", "w4>", "m+1", "hsummer>"."""
    if value[0] == "y":
        return str(int(published[:4]) + int(value[1:]))
    if value[0] == "m":
        if len(published) < 7:
            return None
        months = int(published[:4]) * 12 + int(published[5:7]) - 1 + int(value[1:])
        return f"{months // 12}-{months % 12 + 1:02}"
    if value[0] in "<>":
        return _month_beside(value, published)
    if value[0] == "h":
        return _year_of_season(value, published, future)
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    if value[0] == "d":
        return (day + timedelta(days=int(value[1:]))).isoformat()
    if value[0] == "k":
        return _week(day - timedelta(days=day.weekday() - 7 * int(value[1:])))
    back = (day.weekday() - int(value[1])) % 7
    if value[2:]:
        future, back = value[2] == ">", back or (7 if value[2] == "<" else 0)
    return (day + timedelta(days=(7 - back) % 7) if future else day - timedelta(days=back)).isoformat()


def _week(monday: date) -> str | None:
    """Return what all days of a week have in common: their month, else their year."""
    first, last = monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    return next((first[:length] for length in (7, 4) if first[:length] == last[:length]), None)


def _month_beside(value: str, published: str) -> str | None:
    """Return "last June" or "next June", seen from the day of publication."""
    if len(published) < 7:
        return None
    year, month = int(published[:4]), value[1:]
    if value[0] == "<":
        return f"{year if month < published[5:7] else year - 1}-{month}"
    return f"{year if month > published[5:7] else year + 1}-{month}"


_FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9}


def _year_of_season(value: str, published: str, future: bool) -> str | None:
    """Return the year of "last summer", "next summer" or "in the summer", seen from the day of publication."""
    if len(published) < 7:
        return None
    year, month, first = int(published[:4]), int(published[5:7]), _FIRST_MONTH[value[1:].rstrip("<>")]
    if value[-1] == "<":
        return str(year if month > first + 2 else year - 1)
    if value[-1] == ">":
        return str(year if month < first else year + 1)
    if future:
        return str(year if month <= first + 2 else year + 1)
    return str(year if month >= first else year - 1)

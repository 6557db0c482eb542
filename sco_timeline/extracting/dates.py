"""Dates in a text, at the precision they are written with; relative ones against the day of publication."""

from __future__ import annotations

import re
from typing import NamedTuple

from sco_timeline.extracting.calendar_steps import RELATIVE, counted, step_of
from sco_timeline.extracting.finding import spans_of


class FoundDate(NamedTuple):
    """A date or range at its place: `value` and `until` are YYYY, YYYY-MM or YYYY-MM-DD; null where nobody can tell."""

    start: int
    end: int
    value: str | None
    until: str | None
    kind: str  # full: says its year; partial: needs one; relative: counted from another day


_MONTHS = {
    name: number for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_DAYS = {name: number for number, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}
_MONTH = (
    r"(?:Jan(?:uary|\b)|Feb(?:ruary|\b)|Mar(?:ch|\b)|Apr(?:il|\b)|May|June?|July?|Aug(?:ust|\b)|Sep(?:tember|"
    r"t?\b)|Oct(?:ober|\b)|Nov(?:ember|\b)|Dec(?:ember|\b)"
    r"|JAN(?:UARY|\b)|FEB(?:RUARY|\b)|MAR(?:CH|\b)|APR(?:IL|\b)|MAY|JUNE?|JULY?|AUG(?:UST|\b)|SEP(?:TEMBER|"
    r"T?\b)|OCT(?:OBER|\b)|NOV(?:EMBER|\b)|DEC(?:EMBER|\b))"
)
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_TO = r"(?: ?[-–—/\ufffd] ?| to | and | or | until | till | through )"
_YEAR = r"(?:19[4-9]\d|20[0-6]\d)"
_LAST = r"(?:,? (?:of )?(?:the year )?(?P<%s>" + _YEAR + r")(?!\d))?"
_DATE = re.compile(
    r"(?<![\w.])(?:"
    + rf"(?P<iso>{_YEAR}-[01]\d(?:-[0-3]\d)?)(?![\w-])"
    + rf"|(?P<dot>[0-3]?\d\.[01]?\d\.{_YEAR})(?!\d)"
    + rf"|(?P<d1>{_DAY})(?: (?:of )?(?P<ma>{_MONTH})\.?)?{_TO}(?:the )?(?P<d2>{_DAY}) (?:day )?(?:of )?(?P<m1>{_MONTH})\b\.?{_LAST % 'y1'}"
    + rf"|(?P<d3>{_DAY})(?: day)?[- ](?:of )?(?P<m2>{_MONTH})\b\.?{_LAST % 'y2'}"
    + rf"|(?P<m3>{_MONTH})\.? (?:the )?(?P<d4>{_DAY})\b(?!:|\.\d|%)(?:{_TO}(?:(?P<mb>{_MONTH})\.? )?(?:the "
    rf")?(?P<d5>{_DAY})\b(?!:))?{_LAST % 'y3'}"
    + rf"|(?P<m4>{_MONTH})\.?,? (?:of )?(?P<y4>{_YEAR})(?!\d)"
    + rf"|(?P<y5>{_YEAR})(?: ?[-–/] ?(?P<y6>{_YEAR}|\d\d)(?![\d-]))?(?![\d%]|s\b|,\d|\.\d| (?:km|people|troops|"
    rf"million|billion|tons?|soldiers)\b)"
    + rf"|(?P<m5>{_MONTH})\b(?<!May)(?<!March)(?<!Mar)(?<!MAY)(?<!MARCH)"
    + r"|(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    + r")"
)
_IN_MONTH = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Ll]ast|[Nn]ext|[Tt]his|of|[Ee]arly|[Ll]ate|until) (?P<m>May|March)(?! \d)\b")
_FIRST = re.compile(
    "[0-9JFMASONDTW](?:(?<=[0-9])|an|AN|eb|EB|ar|AR|pr|PR|ay|AY|un|UN|ul|UL|ug|UG|ep|EP|ct|CT|ov|OV|ec|EC|on|ue|ed|hu|ri|at)[0-9A-Za-z]*"
)  # figures, months, days of the week
_RELATIVE_WORDS = (
    *("summer", "spring", "autumn", "winter", "year", "month", "week", "morning", "afternoon", "evening"),
    *("today", "yesterday", "tomorrow", "tonight", "Today", "Yesterday", "Tomorrow"),
)
_JUST_PAST = 2  # months


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[FoundDate]:
    """Return the dates in a span of `text`, in order, years not filled in."""
    end = len(text) if end is None else end
    found: list[FoundDate] = []
    done = start
    for first in _FIRST.finditer(text, start, end):
        if first.start() >= done and (match := _DATE.match(text, first.start(), end)) and (read := _read(match)):
            found.append(read)
            done = match.end()
    for place, stop in spans_of(_RELATIVE_WORDS, text, start, end):
        for step in RELATIVE.finditer(text, max(start, place - 14), min(end, stop + 9)):
            if step.end() >= stop:
                found.append(FoundDate(step.start(), step.end(), step_of(step), None, "relative"))
                break
    for place, stop in spans_of(("May", "March"), text, start, end):
        if near := _IN_MONTH.search(text, max(start, place - 6), min(end, stop + 3)):
            side = {"last": "<", "next": ">"}.get(near.group()[:4].lower(), "")
            value, kind = (f"{side}{_month(near['m'])}", "relative") if side else (f"-{_month(near['m'])}", "partial")
            found.append(FoundDate(near.start("m"), near.end(), value, None, kind))
    return _with_years(text, sorted(set(found)))


def begins_with_date(text: str, start: int, end: int) -> bool:
    """Say whether a span of a text begins with a date that is not counted from another."""
    return _DATE.match(text, start, end) is not None


def _with_years(text: str, found: list[FoundDate]) -> list[FoundDate]:
    """Make one date of "4 July" and "last year", and of "2002" and "June 7", where the one follows the other."""
    if all(date.kind == "full" for date in found):
        return found
    joined: list[FoundDate] = []
    for date in found:
        before = joined[-1] if joined else None
        year = date.kind == "relative" and (date.value or "")[:1] in ("y", "s")
        if before and date.kind == "partial" and _is_year(before) and text[before.end : date.start] in (" ", ", "):
            until = f"{before.value}{date.until}" if date.until else None
            joined[-1] = FoundDate(before.start, date.end, f"{before.value}{date.value}", until, "full")
        elif before and year and before.kind == "partial" and text[before.end : date.start] in (" ", " of ", ", ", " the "):
            joined[-1] = FoundDate(before.start, date.end, f"{date.value}|{before.value}", before.until, "relative")
        else:
            joined.append(date)
    return joined


def _is_year(date: FoundDate) -> bool:
    return date.kind == "full" and date.until is None and len(date.value or "") == 4


def _read(match: re.Match[str]) -> FoundDate | None:
    value = until = None
    kind = "full"
    if match["iso"]:
        value, until = _month_or_season(match["iso"])
    elif match["dot"]:
        day, month, year = match["dot"].split(".")
        value = _written(year, f"{int(month):02}", day)
    elif match["y5"]:
        value = match["y5"]
        until = _second_year(match["y5"], match["y6"])
    elif match["weekday"]:
        value, kind = f"w{_DAYS[match['weekday'].lower()]}{_side(match)}", "relative"
    elif match["m5"]:
        value, kind = _month_alone(match, match["m5"])
    elif match["m4"]:
        value = f"{match['y4']}-{_month(match['m4'])}"
    else:
        value, until = _days(match)
        kind = "full" if value and value[0] != "-" else "partial"
    return FoundDate(match.start(), match.end(), value, until, kind) if _possible(value) else None


def _month_or_season(written: str) -> tuple[str, str | None]:
    """Read "2011-06" as a month, "2011-12" and "2016-17" as two years that follow each other."""
    year, _, rest = written.partition("-")
    next_year = str(int(year) + 1)
    return (year, next_year) if rest == next_year[2:] else (written, None)


_SIDE = re.compile(r"\b(?:(last|past|previous)|(next|coming)|this(?: coming)?) $", re.IGNORECASE)


def _side(match: re.Match[str]) -> str:
    """Return "<" for "last Friday", ">" for "next" and "this Friday", else nothing."""
    before = _SIDE.search(match.string, max(0, match.start() - 12), match.start())
    return "" if before is None else "<" if before[1] else ">"


def _month_alone(match: re.Match[str], month: str) -> tuple[str, str]:
    """Read "June" without a year, and "last June"."""
    side = _side(match)
    before = match.string[max(0, match.start() - 5) : match.start()].lower()
    return (f"{side}{_month(month)}", "relative") if side and before != "this " else (f"-{_month(month)}", "partial")


def _days(match: re.Match[str]) -> tuple[str, str | None]:
    """Read days of a month: one, a range within a month or over two, with or without a year."""
    year = match["y1"] or match["y2"] or match["y3"] or ""
    last_month = match["m1"] or match["m2"] or match["m3"] or ""
    if match["d1"]:
        if " or " in match.group():
            return f"{year}-{_month(last_month)}", None
        first_month = match["ma"] or last_month
        return _written(year, _month(first_month), match["d1"]), _written(year, _month(last_month), match["d2"] or "")
    if match["d3"]:
        return _written(year, _month(last_month), match["d3"]), None
    if match["d5"]:
        if " or " in match.group():
            return f"{year}-{_month(last_month)}", None
        return _written(year, _month(last_month), match["d4"] or ""), _written(year, _month(match["mb"] or last_month), match["d5"])
    return _written(year, _month(last_month), match["d4"] or ""), None


def _written(year: str, month: str, day: str) -> str:
    return f"{year}-{month}-{int(re.sub('[^0-9]', '', day)):02}"


def _month(name: str) -> str:
    return f"{_MONTHS[name[:3].lower()]:02}"


def _second_year(first: str, second: str | None) -> str | None:
    return None if second is None else second if len(second) == 4 else first[:2] + second


def _possible(value: str | None) -> bool:
    if value is None or value[0] in "w<>" or len(value) < 5:
        return value is not None
    parts = value.lstrip("-").split("-")
    month, day = parts[-2:] if len(parts) == 3 or (value[0] == "-" and len(parts) == 2) else (parts[-1], "1")
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def resolve(
    found: FoundDate, published: str | None, year_before: str | None, future: bool = False, same_sentence: bool = False
) -> tuple[str | None, str | None]:
    """Return first and last day of a found date; null where its year or day cannot be told.

    `year_before` is the year last mentioned before it, in its sentence or not, `published` the day of publication.
    """
    if found.kind == "full":
        return found.value, found.until
    value = found.value or ""
    if "|" in value:
        of_year, day = value.split("|")
        year = resolve(found._replace(value=of_year, until=None), published, year_before)[0]
        return (None, None) if year is None else (year + day, year + found.until if found.until else None)
    if found.kind == "partial":
        year = year_before if same_sentence else published[:4] if published else None
        if future and year and not same_sentence and published and _is_long_past(value, published):
            year = str(int(year) + 1)
        return (None, None) if year is None else (year + value, year + found.until if found.until else None)
    if value[0] == "s":
        if year_before is None or value == "s":
            return year_before, None
        return str(int(year_before) + int(value[1:])), None
    return (None, None) if not published else (counted(value, published, future), None)


def _is_long_past(value: str, published: str) -> bool:
    """Say whether a day of this year, "-03-14", is so far behind that who speaks of it as to come means the next one."""
    behind = int(published[5:7] or 1) - int(value[1:3])
    return published[4:] > value and behind > _JUST_PAST


_DATELINE = re.compile(
    rf"(?:[A-ZÀ-Þ][\w'. -]{{1,40}},|[A-ZÀ-Þ]{{3,}}(?: [A-ZÀ-Þ]{{2,}}){{0,2}},?|[(\[]?)[ ]?(?:(?P<m>{_MONTH})\.? "
    rf"(?P<d>{_DAY}),? (?P<y>{_YEAR})|(?P<d2>{_DAY}) (?P<m2>{_MONTH})\.?,? (?P<y2>{_YEAR})|"
    rf"(?P<iso>{_YEAR}-\d\d-\d\d))[)\]]?"
    r"(?= ?[.:/)(–—-]|,? ?\([A-Z]|\n|$)"
)


def dateline_of(text: str, start: int, end: int) -> str | None:
    """Return the day that a dateline at the head of a text gives, if it gives a whole day."""
    found = _DATELINE.match(text, start, min(end, start + 90))
    if not found:
        return None
    if found["iso"]:
        return found["iso"]
    return _written(found["y"] or found["y2"], _month(found["m"] or found["m2"]), found["d"] or found["d2"])

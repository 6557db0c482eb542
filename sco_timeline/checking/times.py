"""Times as claims and rows give them: read, compared and put into words."""

from __future__ import annotations

import re
from datetime import date

from sco_timeline.descriptor import read_package
from sco_timeline.errors import InvalidDateError
from sco_timeline.model import EdtfDate, parse_edtf
from sco_timeline.querying.days import to_day

_YEARS = re.compile(r"(\d{4})\s*[-/–]\s*(\d{2}|\d{4})", re.ASCII)
_NEAR = 31  # days on either side of a report in which what it reports will have happened


def read_time(text: object) -> EdtfDate | None:
    """Read a time of a claim: a year, month or day, or a span of years (``2023-2024``); None if it is none."""
    if text is None:
        return None
    words = str(text).strip()
    try:
        return parse_edtf(words)
    except InvalidDateError:
        years = _YEARS.fullmatch(words)
    if years is None:
        return None
    first, last = years[1], years[1][: 4 - len(years[2])] + years[2]
    return parse_edtf(f"[{first}..{last}]") if first <= last else None


def read_published(published: object) -> EdtfDate | None:
    """Read when a text was published: a day, a month or a year as text, or a date; anything else is refused."""
    if published is None:
        return None
    return parse_edtf(published) if isinstance(published, str) else parse_edtf(to_day(published).isoformat())


def first_day(time: EdtfDate) -> date:
    """Return the first day that a time can mean."""
    return time.earliest or date.min


def last_day(time: EdtfDate) -> date:
    """Return the last day that a time can mean."""
    return time.latest or date.max


def between(first: date, last: date) -> EdtfDate:
    """Return the time from one day to another, both included."""
    return parse_edtf(first.isoformat() if first == last else f"[{first}..{last}]")


def overlap(one: EdtfDate, other: EdtfDate) -> bool:
    """Say whether two times can share a day."""
    return one.compare(other) != "contradicts"


def is_before(one: EdtfDate, other: EdtfDate) -> bool:
    """Say whether the whole of one time lies before the other."""
    return last_day(one) < first_day(other)


def is_near(said: EdtfDate, time: EdtfDate) -> bool:
    """Say whether a report of `said` can be one of what happened at `time`, about to or just done."""
    first, last = first_day(said).toordinal() - _NEAR, last_day(said).toordinal() + _NEAR
    return first <= last_day(time).toordinal() and first_day(time).toordinal() <= last


def is_covered(time: EdtfDate) -> bool:
    """Say whether the record reaches as far as the beginning of a time."""
    return first_day(time) <= read_package().as_of


def in_words(time: EdtfDate) -> str:
    """Return a time with the words that go before it.

    Examples
    --------
    >>> in_words(parse_edtf("2017-06-09")), in_words(parse_edtf("2010-05")), in_words(parse_edtf("[..2015-02-10]"))
    ('on 2017-06-09', 'in 2010-05', 'by 2015-02-10')
    """
    if time.precision == "range":
        if time.earliest is None:
            return f"by {time.latest}"
        return f"between {time.earliest} and {time.latest}" if time.latest else f"from {time.earliest} on"
    digits = time.text.rstrip("~?%")
    about = "about " if time.qualifier else ""
    return f"{'on' if time.precision == 'day' else 'in'} {about}{digits}"


def span_in_words(first: date, last: date | None) -> str:
    """Return a span of days, both included, in words; a last day of None is the end of the record."""
    if last is None:
        return f"from {first} on"
    return f"on {first}" if first == last else f"from {first} to {last}"

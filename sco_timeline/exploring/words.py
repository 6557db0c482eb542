"""Dates and counts in words that nobody reads in two ways."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from sco_timeline.model import EdtfDate, parse_edtf

_QUALIFIERS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


def date_in_words(text: object) -> str:
    """Return an EDTF date, or a day, in words; empty for none.

    Examples
    --------
    >>> [date_in_words(text) for text in ("2017-06-09", "2009-04", "[..2013-11-29]", "[2015-12-14..2016-01-15]")]
    ['9 June 2017', 'April 2009', 'by 29 November 2013', 'between 14 December 2015 and 15 January 2016']
    """
    if isinstance(text, pd.Timestamp):
        return day_in_words(text.date())
    if not isinstance(text, str):
        return ""
    said = parse_edtf(text)
    return _QUALIFIERS.get(said.qualifier, "") + _span(said)


def _span(said: EdtfDate) -> str:
    first, last = said.earliest, said.latest
    if first is None or last is None:
        return f"from {day_in_words(first)} on" if first else f"by {day_in_words(last)}" if last else "at an unknown time"
    if said.precision == "range":
        return f"between {day_in_words(first)} and {day_in_words(last)}"
    return {"day": day_in_words(first), "month": f"{first:%B %Y}"}.get(said.precision, str(first.year))


def day_in_words(day: date) -> str:
    """Return a day with its month in letters."""
    return f"{day.day} {day:%B %Y}"


def days_in_words(start: Any, end: Any) -> str:
    """Return a span of days; one day where both are the same, empty for none.

    Examples
    --------
    >>> days_in_words(pd.Timestamp("2017-06-08"), pd.Timestamp("2017-06-09"))
    '8–9 June 2017'
    """
    if pd.isna(start):
        return ""
    first, last = pd.Timestamp(start).date(), pd.Timestamp(start if pd.isna(end) else end).date()
    if first == last:
        return day_in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_in_words(last)}"
    return f"{day_in_words(first)} – {day_in_words(last)}"


def in_words(code: object) -> str:
    """Return a word of the data without its underscores; empty for none."""
    return code.replace("_", " ") if isinstance(code, str) else ""


def count_in_words(row: Any) -> str:
    """Return a number of states, or between which numbers sources leave it open: a row with ``count_min`` and ``count_max``."""
    return str(row.count_min) if row.count_min == row.count_max else f"{row.count_min} to {row.count_max}"

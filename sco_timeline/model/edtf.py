"""Dates at the precision of their source: a subset of EDTF (ISO 8601-2), its days read off, never guessed.

Taken are a year, a month or a day; one of them with ``~`` (approximate), ``?`` (uncertain) or ``%`` (both) behind
it; and one of several, ``[a..b]``, ``[a..]``, ``[..b]``. All other EDTF is refused. A qualified date keeps the days
of its digits as bounds: how far "about" reaches, no source says, so no code does.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sco_timeline.errors import InvalidDateError

_PLAIN = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_SIMPLE = re.compile(rf"({_PLAIN})([~?%]?)", re.ASCII)
_ONE_OF = re.compile(rf"\[({_PLAIN})?\.\.({_PLAIN})?\]", re.ASCII)
_PRECISIONS = {4: "year", 7: "month", 10: "day"}


@dataclass(frozen=True)
class EdtfDate:
    """A date as its source gives it.

    Attributes
    ----------
    text : str
        The EDTF string.
    earliest, latest : datetime.date or None
        First and last day that the string can mean; None where it gives no such bound.
    precision : str
        ``"day"``, ``"month"``, ``"year"`` or ``"range"``.
    qualifier : str
        ``""``, ``"~"``, ``"?"`` or ``"%"``.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: str
    qualifier: str = ""

    @property
    def is_day(self) -> bool:
        """Whether it names one day."""
        return self.earliest is not None and self.earliest == self.latest

    def compare(self, other: EdtfDate) -> str:
        """Say how this date, a claim, stands to `other`, the value chosen.

        Returns
        -------
        str
            ``"supports"`` (same days), ``"finer"`` (these days lie within the other's), ``"coarser"`` (they include or
            overlap the other's) or ``"contradicts"`` (no day in common).
        """
        own, chosen = _ordered(self), _ordered(other)
        if own == chosen:
            return "supports"
        if own[1] < chosen[0] or chosen[1] < own[0]:
            return "contradicts"
        return "finer" if chosen[0] <= own[0] and own[1] <= chosen[1] else "coarser"


def _ordered(value: EdtfDate) -> tuple[date, date]:
    return value.earliest or date.min, value.latest or date.max


@lru_cache(maxsize=8192)
def parse_edtf(text: str) -> EdtfDate:
    """Read an EDTF string of the subset taken.

    Parameters
    ----------
    text : str
        For example ``"2013"``, ``"2013-04"``, ``"2013-04-26"``, ``"2023-03~"``, ``"[2022-09-14..2022-09-16]"``.

    Returns
    -------
    EdtfDate

    Raises
    ------
    InvalidDateError
        For everything else, impossible days included.

    Examples
    --------
    >>> parse_edtf("2013-04").latest
    datetime.date(2013, 4, 30)
    """
    if simple := _SIMPLE.fullmatch(text):
        digits, qualifier = simple.groups()
        return EdtfDate(text, _first(digits), _last(digits), _PRECISIONS[len(digits)], qualifier)
    if one_of := _ONE_OF.fullmatch(text):
        lower, upper = one_of.groups()
        earliest = _first(lower) if lower else None
        latest = _last(upper) if upper else None
        if (earliest or latest) and (earliest or date.min) <= (latest or date.max):
            return EdtfDate(text, earliest, latest, "range")
    raise InvalidDateError(text)


def parse_day(text: str) -> date:
    """Read a plain day ``YYYY-MM-DD``, zero-padded.

    Raises
    ------
    InvalidDateError
        For everything else.

    Examples
    --------
    >>> parse_day("2001-06-15")
    datetime.date(2001, 6, 15)
    """
    if len(text) != 10 or not _SIMPLE.fullmatch(text):
        raise InvalidDateError(text, InvalidDateError.DAY)
    return _first(text)


def _first(digits: str) -> date:
    return _day(digits, *(int(part) for part in digits.split("-")))


def _day(digits: str, year: int, month: int = 1, day: int = 1) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise InvalidDateError(digits) from None


def _last(digits: str) -> date:
    first = _first(digits)
    if len(digits) == 4:
        return date(first.year, 12, 31)
    if len(digits) == 7:
        return date(first.year, first.month, monthrange(first.year, first.month)[1])
    return first

"""Dates at the precision of their source.

``cases/dates.csv``: a text, the days that it can mean, its precision (`refused`: no date here) and its qualifier; and
what the library `edtf` makes of it: the `same` days, `takes` it in another way or where we do not, or `refuses` it.
"""

from __future__ import annotations

import csv
import warnings
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_timeline.errors import InvalidDateError
from sco_timeline.model import parse_day, parse_edtf

CASES_FILE = Path(__file__).resolve().parent.parent / "cases" / "dates.csv"
CASES = list(csv.DictReader(CASES_FILE.read_text(encoding="utf-8").splitlines()))
TAKEN = [case for case in CASES if case["precision"] != "refused"]
REFUSED = [case for case in CASES if case["precision"] == "refused"]


def text_of(case):
    return case["text"]


def day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("case", TAKEN, ids=text_of)
def test_text_means_days(case):
    value = parse_edtf(case["text"])
    assert (value.earliest, value.latest) == (day(case["earliest"]), day(case["latest"]))
    assert (value.text, value.precision, value.qualifier) == (case["text"], case["precision"], case["qualifier"])
    assert value.is_day == (value.earliest is not None and value.earliest == value.latest)


@pytest.mark.parametrize("case", REFUSED, ids=text_of)
def test_all_else_is_refused(case):
    with pytest.raises(InvalidDateError, match="is no date; write 2013, 2013-04, 2013-04-26"):
        parse_edtf(case["text"])


def test_empty_text_is_refused():
    with pytest.raises(InvalidDateError):
        parse_edtf("")


@pytest.mark.parametrize("case", CASES, ids=text_of)
def test_plain_day_is_a_day_and_nothing_else(case):
    if case["precision"] == "day" and not case["qualifier"]:
        assert parse_day(case["text"]) == day(case["earliest"])
    else:
        with pytest.raises(InvalidDateError):
            parse_day(case["text"])


@pytest.mark.parametrize("case", [case for case in CASES if case["edtf"] != "takes"], ids=text_of)
def test_second_opinion(case):
    expected = None if case["edtf"] == "refuses" else (case["earliest"], case["latest"])
    assert second_opinion(case["text"]) == expected


def second_opinion(text):
    """First and last day that the library `edtf` reads, as text, empty where open; None where it reads no date."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own dependencies
        from edtf import parse_edtf as read
        from edtf.parser.edtf_exceptions import EDTFParseException

        try:
            value = read(text)
        except EDTFParseException:
            return None
        return tuple(_as_text(bound) for bound in (value.lower_strict(), value.upper_strict()))


def _as_text(bound):
    return "" if isinstance(bound, float) else date(*tuple(bound)[:3]).isoformat()


DAYS = st.dates()
NEAR_DAYS = st.dates(date(2003, 1, 1), date(2005, 12, 31))


def at_some_precision(days):
    """Texts of a day, its month or its year, qualified or not."""
    digits = st.tuples(days.map(date.isoformat), st.sampled_from((4, 7, 10))).map(lambda pair: pair[0][: pair[1]])
    return st.tuples(digits, st.sampled_from(("", "~", "?", "%"))).map("".join)


def one_of_several(days):
    """Texts of a stretch of days, with one bound or both."""
    pairs = st.tuples(days, days).map(sorted)
    shapes = st.sampled_from(("[{0}..{1}]", "[{0}..]", "[..{1}]"))
    return st.tuples(shapes, pairs).map(lambda made: made[0].format(*made[1]))


def texts(days):
    return st.one_of(at_some_precision(days), one_of_several(days))


@given(DAYS)
def test_every_day_is_read_as_itself(day):
    value = parse_edtf(day.isoformat())
    assert (value.earliest, value.latest, value.precision, value.is_day) == (day, day, "day", True)
    assert parse_day(day.isoformat()) == day


@given(DAYS, st.sampled_from((4, 7)))
def test_month_and_year_are_all_their_days(day, length):
    value = parse_edtf(day.isoformat()[:length])
    assert value.earliest <= day <= value.latest
    assert {str(value.earliest)[:length], str(value.latest)[:length]} == {day.isoformat()[:length]}
    if value.earliest > date.min:
        assert str(value.earliest - timedelta(1))[:length] != day.isoformat()[:length]
    if value.latest < date.max:
        assert str(value.latest + timedelta(1))[:length] != day.isoformat()[:length]


@given(DAYS, DAYS)
def test_stretch_is_bounded_by_its_days(a, b):
    if a <= b:
        value = parse_edtf(f"[{a}..{b}]")
        assert (value.earliest, value.latest) == (a, b)
    else:
        with pytest.raises(InvalidDateError):
            parse_edtf(f"[{a}..{b}]")


@given(st.one_of(st.text(), st.text(alphabet="0123456789-~?%[]./ XTZ"), st.dates().map(lambda day: day.strftime("%d-%m-%Y"))))
def test_any_text_is_read_or_refused_and_never_fails_otherwise(text):
    try:
        value = parse_edtf(text)
    except InvalidDateError as error:
        assert error.text in text
    else:
        assert value.text == text
        assert (value.earliest or date.min) <= (value.latest or date.max)


@given(texts(DAYS))
def test_text_that_was_read_is_kept(text):
    assert parse_edtf(text).text == text


def possible(value):
    """Days that a date can mean, within the years that the tests draw from and one to either side."""
    first, last = value.earliest or date(2002, 1, 1), value.latest or date(2006, 12, 31)
    return set(range(first.toordinal(), last.toordinal() + 1))


@given(texts(NEAR_DAYS), texts(NEAR_DAYS))
def test_comparison_is_that_of_the_days_that_can_be_meant(claim, chosen):
    claim, chosen = parse_edtf(claim), parse_edtf(chosen)
    ours, theirs = possible(claim), possible(chosen)
    expected = (
        "supports"
        if ours == theirs
        else "contradicts"
        if not ours & theirs
        else "finer"
        if ours < theirs
        else "coarser"  # it includes the other's days, or overlaps them
    )
    assert claim.compare(chosen) == expected


CONVERSE = {
    "supports": {"supports"},
    "contradicts": {"contradicts"},
    "finer": {"coarser"},
    "coarser": {"finer", "coarser"},  # the latter when they overlap only
}


@given(texts(NEAR_DAYS), texts(NEAR_DAYS))
def test_comparison_turned_round_is_its_converse(a, b):
    a, b = parse_edtf(a), parse_edtf(b)
    assert b.compare(a) in CONVERSE[a.compare(b)]


@given(texts(NEAR_DAYS))
def test_every_date_supports_itself(text):
    assert parse_edtf(text).compare(parse_edtf(text)) == "supports"

"""Half-open periods whose bounds may be several days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sco_timeline.model import Period, parse_edtf

HOLDS = [
    # start, end, day, answer
    ("2005-07-05", "2017-06-09", "2005-07-04", False),
    ("2005-07-05", "2017-06-09", "2005-07-05", True),
    ("2005-07-05", "2017-06-09", "2017-06-08", True),
    ("2005-07-05", "2017-06-09", "2017-06-09", False),
    ("2005-07-05", None, "9999-12-31", True),
    ("2013-04", None, "2013-03-31", False),
    ("2013-04", None, "2013-04-01", None),
    ("2013-04", None, "2013-04-29", None),
    ("2013-04", None, "2013-04-30", True),
    ("2005", "2013-04", "2013-03-31", True),
    ("2005", "2013-04", "2013-04-01", None),
    ("2005", "2013-04", "2013-04-29", None),
    ("2005", "2013-04", "2013-04-30", False),
    ("[2005..]", None, "2004-12-31", False),
    ("[2005..]", None, "2050-01-01", None),
    ("[..2005]", None, "1990-01-01", None),
    ("[..2005]", None, "2005-12-31", True),
    ("2005", "[2013..]", "2012-12-31", True),
    ("2005", "[2013..]", "2050-01-01", None),
    ("2005", "[..2013]", "2006-01-01", None),
    ("2005", "[..2013]", "2013-12-31", False),
]


def period(start, end):
    return Period(parse_edtf(start), parse_edtf(end) if end else None)


@pytest.mark.parametrize(("start", "end", "day", "answer"), HOLDS)
def test_period_holds_a_day_or_not_or_it_is_open(start, end, day, answer):
    assert period(start, end).holds(date.fromisoformat(day)) is answer


DAYS = st.dates(date(2003, 1, 1), date(2006, 12, 31))


@given(st.lists(DAYS, min_size=4, max_size=4).map(sorted), DAYS)
def test_answer_is_certain_when_all_bounds_that_can_be_meant_agree(bounds, day):
    first_start, last_start, first_end, last_end = bounds
    assume(last_start < first_end)
    spell = period(f"[{first_start}..{last_start}]", f"[{first_end}..{last_end}]")
    answers = {start <= day < end for start in (first_start, last_start) for end in (first_end, last_end)}
    assert spell.holds(day) is (answers.pop() if len(answers) == 1 else None)


@given(DAYS, DAYS, DAYS)
def test_plain_bounds_leave_nothing_open(start, end, day):
    assume(start < end)
    assert period(str(start), str(end)).holds(day) is (start <= day < end)


@given(DAYS, DAYS)
def test_next_period_begins_where_the_last_one_ends(end, day):
    before, after = period("1996", str(end)), period(str(end), None)
    assert before.holds(day) is not after.holds(day)
    assert before.holds(end - timedelta(1)) and after.holds(end)

"""Dates are read at the precision they are written with."""

from __future__ import annotations

import pytest

from sco_timeline.extracting import claims_of
from sco_timeline.extracting.dates import dateline_of, find_dates, resolve

PUBLISHED, YEAR_BEFORE = "2022-09-17", "2001"
DATES = [
    ("on 4 July 2024.", "2024-07-04", None),
    ("on July 4, 2024", "2024-07-04", None),
    ("4th of July 2024", "2024-07-04", None),
    ("4th of July, 2024", "2024-07-04", None),
    ("04.07.2024", "2024-07-04", None),
    ("2024-07-04", "2024-07-04", None),
    ("June 15-16, 2023", "2023-06-15", "2023-06-16"),
    ("27-28 July 2022", "2022-07-27", "2022-07-28"),
    ("15th-16th September 2022", "2022-09-15", "2022-09-16"),
    ("31 August – 1 September 2025", "2025-08-31", "2025-09-01"),
    ("August 31 to September 1", "2022-08-31", "2022-09-01"),
    ("15 or 16 June 2009", "2009-06", None),
    ("May 2005", "2005-05", None),
    ("Sept. 16", "2022-09-16", None),
    ("in May", "2022-05", None),
    ("in 2017", "2017", None),
    ("2023-24", "2023", "2024"),
    ("2023–2024", "2023", "2024"),
    ("last month", "2022-08", None),
    ("next year", "2023", None),
    ("today", "2022-09-17", None),
    ("on Wednesday", "2022-09-14", None),
    ("that year", "2001", None),
    ("two years later", "2003", None),
    ("ten years ago", "2012", None),
    ("last week", "2022-09", None),
    ("next week", "2022-09", None),
    ("the day before yesterday", "2022-09-15", None),
    ("last Saturday", "2022-09-10", None),
    ("this Monday", "2022-09-19", None),
    ("last June", "2022-06", None),
    ("last October", "2021-10", None),
    ("next March", "2023-03", None),
    ("last May", "2022-05", None),
]
NO_DATES = ["it may march on", "2000 people", "1,999 tons", "99.5%", "no. 7", "45 May 1999 x" * 0, "they may meet"]


@pytest.mark.parametrize(("text", "value", "until"), DATES, ids=[text for text, *_ in DATES])
def test_a_date_keeps_its_precision(text, value, until):
    (found,) = find_dates(text)
    assert resolve(found, PUBLISHED, YEAR_BEFORE) == (value, until)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text):
    assert find_dates(text) == []


@pytest.mark.parametrize("text", ["on 4 July", "today", "on Monday", "last month", "next year"])
def test_without_a_day_of_publication_nothing_is_filled_in(text):
    (found,) = find_dates(text)
    assert resolve(found, None, None) == (None, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("New Delhi, 1 July 2005. India is going", "2005-07-01"),
        ("ASTANA, July 4, 2024 (BelTA) – The leaders", "2024-07-04"),
        ("TASHKENT, June 24. The leaders", None),
        ("On 4 July 2024 the leaders met", None),
    ],
)
def test_a_dateline_gives_the_day_of_publication(text, day):
    assert dateline_of(text, 0, len(text)) == day


def test_a_day_is_of_the_year_in_which_the_sentence_before_names_its_month():
    text = "14 June 2001. The five meet in Shanghai. On 15 June the leaders hold the first SCO summit in Shanghai."
    assert {claim["start"] for claim in claims_of(text, "2014-09-12") if claim["type"] == "summit"} == {"2001-06-15"}


def test_a_summit_of_this_week_is_the_one_that_closed_in_its_month():
    text = "The SCO leaders met in Tianjin this week. The SCO summit in Tianjin was held from August 31 to September 1."
    days = [(claim["start"], claim["end"]) for claim in claims_of(text, "2025-09-04") if claim["type"] == "summit"]
    assert days == [("2025-08-31", "2025-09-01")]

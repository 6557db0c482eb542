"""Corners of steps and labels of accessions, from small tables."""

import pandas as pd
import pytest

from sco_timeline.plotting.growth_data import accessions, step_points
from sco_timeline.plotting.reading import first_of_year, last_day

ORDER = ["participant", "dialogue_partner", "observer", "member"]
NAMES = {"AAA": "Aland", "BBB": "Beland", "CCC": "Celand", "DDD": "Deland", "EEE": "Eland"}


def day(text):
    return pd.Timestamp(text) if text else pd.NaT


def counts_of(*rows):
    frame = pd.DataFrame(rows, columns=["date", "status", "count", "count_min", "count_max"])
    frame["status"] = pd.Categorical(frame["status"], ORDER, ordered=True)
    return frame.assign(date=pd.to_datetime(frame["date"])).astype({"count": "Int64", "count_min": "Int64", "count_max": "Int64"})


COUNTS = counts_of(
    ("2001-06-15", "member", 3, 3, 3),
    ("2004-01-01", "observer", None, 0, 1),
    ("2004-02-01", "observer", 1, 1, 1),
    ("2010-06-01", "observer", 0, 0, 0),
    ("2010-06-01", "member", 4, 4, 4),
)


def spells_of(*rows):
    frame = pd.DataFrame(rows, columns=["party_id", "status", "start", "start_earliest", "start_latest"])
    frame["status"] = pd.Categorical(frame["status"], ORDER, ordered=True)
    return frame.assign(**{name: frame[name].map(day) for name in ("start_earliest", "start_latest")})


def test_each_status_is_led_on_to_the_last_day():
    points = step_points(COUNTS, day("2012-01-01"))
    assert list(zip(points["status"], points["date"].dt.year, points["count_max"], strict=True)) == [
        ("observer", 2004, 1),
        ("observer", 2004, 1),
        ("observer", 2010, 0),
        ("observer", 2012, 0),
        ("member", 2001, 3),
        ("member", 2010, 4),
        ("member", 2012, 4),
    ]


def test_an_open_count_stays_open():
    points = step_points(COUNTS, day("2012-01-01"))
    assert points["count"].isna().tolist() == [True, False, False, False, False, False, False]


@pytest.mark.parametrize(
    ("rows", "last"),
    [
        ([("2001-06-15", "member", 3, 3, 3)], "2026-09-01"),
        ([("1996-04-26", "participant", 5, 5, 5), ("2001-06-15", "participant", 0, 0, 0)], "2001-12-31"),
        ([("1996-04-26", "participant", 5, 5, 5), ("2001-06-15", "participant", None, 0, 1)], "2026-09-01"),
        ([("1996-04-26", "participant", 5, 5, 5), ("2026-08-01", "participant", 0, 0, 0)], "2026-09-01"),
    ],
)
def test_the_last_day_is_as_of_or_the_end_of_the_year_in_which_all_left(rows, last):
    assert last_day(counts_of(*rows), day("2026-09-01")) == day(last)


def test_the_first_of_a_year():
    assert first_of_year(day("2001-06-15")) == day("2001-01-01")


FOUNDERS = [(party, "member", "2001-06-15", "2001-06-15", "2001-06-15") for party in ("AAA", "BBB", "CCC", "EEE")]


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        (FOUNDERS, ["4 founders 2001"]),
        (FOUNDERS[:2], ["Aland, Beland 2001"]),
        ([*FOUNDERS, ("DDD", "member", "2010-06-01", "2010-06-01", "2010-06-01")], ["4 founders 2001", "Deland 2010"]),
        ([*FOUNDERS, ("DDD", "member", "2010", "2010-01-01", "2010-12-31")], ["4 founders 2001", "Deland 2010"]),
        ([*FOUNDERS, ("DDD", "member", "2009/2010", "2009-01-01", "2010-12-31")], ["4 founders 2001", "Deland 2009–2010"]),
        ([*FOUNDERS, ("DDD", "member", "[..2010-06-01]", "", "2010-06-01")], ["4 founders 2001", "Deland by 2010"]),
        ([*FOUNDERS, ("DDD", "member", "[2010-06-01..]", "2010-06-01", "")], ["4 founders 2001", "Deland from 2010"]),
        ([*FOUNDERS, ("DDD", "observer", "2004", "2004-01-01", "2004-12-31")], ["4 founders 2001"]),
        ([(party, "participant", *rest) for party, _, *rest in FOUNDERS], ["4 states 2001"]),
    ],
)
def test_accessions_say_who_and_when(rows, labels):
    status = rows[0][1]
    steps = step_points(counts_of(("2001-06-15", status, 4, 4, 4), ("2010-06-01", status, 5, 5, 5)), day("2012-01-01"))
    assert accessions(spells_of(*rows), NAMES, steps)["label"].tolist() == labels


def test_accessions_stand_at_the_new_count():
    spells = spells_of(*FOUNDERS, ("DDD", "member", "2010-06-01", "2010-06-01", "2010-06-01"))
    found = accessions(spells, NAMES, step_points(COUNTS, day("2012-01-01")))
    assert found[["date", "count"]].to_numpy().tolist() == [[day("2001-06-15"), 3], [day("2010-06-01"), 4]]

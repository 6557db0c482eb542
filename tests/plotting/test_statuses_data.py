"""Order of rows, bounds of bars, marks and gaps, from small tables."""

import pandas as pd
import pytest

from sco_timeline.plotting.statuses_data import bound, gaps, marks, order_parties

ORDER = ["dialogue_partner", "observer", "member"]
FIRST, LAST = pd.Timestamp("2001-01-01"), pd.Timestamp("2026-09-01")
NAMES = {"AAA": "Aland", "BBB": "Beland", "CCC": "Celand", "DDD": "Deland"}
BOUNDS = ["start_earliest", "start_latest", "end_earliest", "end_latest"]


def days(text):
    """Return the earliest and latest day of '2005-07-05', '2010-04-01..2010-04-30', '..2012-01-01' or ''."""
    low, _, high = text.partition("..") if ".." in text else (text, "", text)
    return [pd.Timestamp(day) if day else pd.NaT for day in (low, high)]


def spells_of(*rows):
    found = [(party, status, start, *days(start), end or None, *days(end)) for party, status, start, end in rows]
    columns = ["party_id", "status", "start", *BOUNDS[:2], "end", *BOUNDS[2:]]
    frame = pd.DataFrame(found, columns=columns).astype(dict.fromkeys(BOUNDS, "datetime64[us]"))
    return frame.assign(status=pd.Categorical(frame["status"], ORDER, ordered=True))


def events_of(*rows):
    found = [(0, party, status, stage, date, *days(date), True) for party, status, stage, date in rows]
    columns = ["row", "party_id", "status", "stage", "date", "date_earliest", "date_latest", "formal"]
    return pd.DataFrame(found, columns=columns).astype(dict.fromkeys(columns[5:7], "datetime64[us]"))


NONE = events_of()


@pytest.mark.parametrize(
    ("spells", "acts", "order"),
    [
        pytest.param(
            [("AAA", "observer", "2005-07-05", ""), ("BBB", "member", "2017-06-09", "")], NONE, "BBB AAA", id="closest status first"
        ),
        pytest.param(
            [("AAA", "member", "2017-06-09", ""), ("BBB", "member", "2001-06-15", "")], NONE, "BBB AAA", id="then the longest in it"
        ),
        pytest.param(
            [
                ("AAA", "member", "2017-06-09", ""),
                ("BBB", "observer", "2005-07-05", "2017-06-09"),
                ("BBB", "member", "2017-06-09", ""),
            ],
            NONE,
            "BBB AAA",
            id="then the longest in any",
        ),
        pytest.param([("BBB", "member", "2001-06-15", ""), ("AAA", "member", "2001-06-15", "")], NONE, "AAA BBB", id="then by name"),
        pytest.param(
            [("AAA", "member", "2001-06-15", "2010-01-01"), ("BBB", "observer", "2005-07-05", "")], NONE, "BBB AAA", id="who left follows"
        ),
        pytest.param(
            [("AAA", "observer", "2005-07-05", "2010-01-01")],
            events_of(("CCC", "observer", "decision", "2025-09-01"), ("BBB", "observer", "decision", "2024-01-01")),
            "AAA BBB CCC",
            id="who has only a decision comes last",
        ),
        pytest.param(
            [("AAA", "observer", "2005-07-05", "")],
            events_of(("AAA", "member", "decision", "2025-09-01")),
            "AAA",
            id="one row a party",
        ),
    ],
)
def test_the_order_of_rows(spells, acts, order):
    found = order_parties(spells_of(*spells), acts, NAMES)
    assert found["party_id"].tolist() == order.split()
    assert found["row"].tolist() == list(range(len(found)))
    assert found["name"].tolist() == [NAMES[party] for party in order.split()]


@pytest.mark.parametrize(
    ("start", "end", "bounds", "still"),
    [
        ("2005-07-05", "2017-06-09", "2005-07-05 2005-07-05 2017-06-09 2017-06-09", False),
        ("2005-07-05", "", "2005-07-05 2005-07-05 2026-09-01 2026-09-01", True),
        ("2010-04-01..2010-04-30", "", "2010-04-01 2010-04-30 2026-09-01 2026-09-01", True),
        ("..2010-04-30", "", "2001-01-01 2010-04-30 2026-09-01 2026-09-01", True),
        ("2010-04-01..", "", "2010-04-01 2026-09-01 2026-09-01 2026-09-01", True),
        ("2005-07-05", "2017-01-01..2017-12-31", "2005-07-05 2005-07-05 2017-01-01 2017-12-31", False),
        ("2005-07-05", "..2017-12-31", "2005-07-05 2005-07-05 2005-07-05 2017-12-31", False),
        ("2005-07-05", "2017-01-01..", "2005-07-05 2005-07-05 2017-01-01 2026-09-01", False),
    ],
)
def test_spells_get_four_days_and_nothing_is_surer_than_its_source(start, end, bounds, still):
    (found,) = bound(spells_of(("AAA", "observer", start, end)), FIRST, LAST).itertuples()
    assert " ".join(str(getattr(found, name).date()) for name in BOUNDS) == bounds
    assert found.open is still


@pytest.mark.parametrize(
    ("date", "day", "earliest", "latest", "exact"),
    [
        ("2010-04-28", "2010-04-28", "2010-04-28", "2010-04-28", True),
        ("2010-04-01..2010-04-29", "2010-04-15", "2010-04-01", "2010-04-29", False),
        ("..2010-04-29", "2010-04-29", "2001-01-01", "2010-04-29", False),
        ("2010-04-01..", "2010-04-01", "2010-04-01", "2026-09-01", False),
    ],
)
def test_marks_stand_on_their_day_or_in_its_middle(date, day, earliest, latest, exact):
    (found,) = marks(events_of(("AAA", "observer", "memorandum", date)), FIRST, LAST).itertuples()
    assert [str(value.date()) for value in (found.day, found.earliest, found.latest)] == [day, earliest, latest]
    assert found.exact is exact


def test_only_decisions_and_memoranda_of_formal_statuses_are_marked():
    events = events_of(*[("AAA", "observer", stage, "2010-04-28") for stage in ("application", "decision", "memorandum", "effective")])
    assert marks(events, FIRST, LAST)["stage"].tolist() == ["decision", "memorandum"]
    assert marks(events.assign(formal=False), FIRST, LAST).empty


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ([], []),
        ([("gap_start", "2021-09-01..2021-09-30")], ["2021-09-01 2021-09-30 2026-09-01 2026-09-01 True"]),
        ([("gap_start", "2021-09-01"), ("gap_end", "2023-01-01")], ["2021-09-01 2021-09-01 2023-01-01 2023-01-01 False"]),
        (
            [("gap_start", "2021-09-01"), ("gap_end", "2023-01-01"), ("gap_start", "2024-01-01")],
            ["2021-09-01 2021-09-01 2023-01-01 2023-01-01 False", "2024-01-01 2024-01-01 2026-09-01 2026-09-01 True"],
        ),
    ],
)
def test_gaps_last_to_the_first_end_after_them(steps, found):
    events = events_of(*[("AAA", "observer", stage, date) for stage, date in steps])
    rows = gaps(events, FIRST, LAST).itertuples()
    assert [" ".join([*(str(getattr(row, name).date()) for name in BOUNDS), str(row.open)]) for row in rows] == found

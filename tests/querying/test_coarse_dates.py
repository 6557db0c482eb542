"""Every question where dates are coarse, in a small record of its own: no improvement of the real one unmakes these cases.

China and Kazakhstan founded it on 2001-06-15; India observed from some day of July 2005 and joined on 2017-06-09; the Congo
observed from some day between March 2006 and October 2007, Namibia joined on some day of 2010, the other Congo around the
turn of 2012.
"""

import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
COARSE = {
    "COD-sco.observer-decision": "COD,sco.observer,decision,[2006-03-01..2007-10-31]",
    "COG-sco.member-effective": "COG,sco.member,effective,[2012-12-20..2013-01-10]",
    "NAM-sco.member-effective": "NAM,sco.member,effective,2010",
}
ASKING = """
import pickle, sys
from pathlib import Path
import pandas as pd
import sco_timeline as sco
from sco_timeline.packaging import build
root = Path(sys.argv[1])
build(root)
asked = {}
def ask(name, function, *arguments, **more):
    try:
        asked[name] = function(*arguments, **more)
    except sco.TimelineError as error:
        asked[name] = (type(error).__name__, str(error))
ask("growth", sco.growth)
for freq in ("year", "month", "day"):
    ask(freq, sco.panel, freq)
ask("years", sco.load, "membership_years")
ask("cow", sco.panel, coding="cow")
for freq in ("year", "month"):
    ask("dyads " + freq, sco.dyads, freq)
ask("history", sco.history, "NAM")
frame = pd.DataFrame({"p": ["COG"] * 4, "d": ["2012-12-19", "2012-12-20", "2013-01-09", "2013-01-10"]})
for which in ("null", "earliest", "latest"):
    ask("annotate " + which, sco.annotate, frame, "p", "d", when_unclear=which)
for which in (None, "earliest", "latest", "null"):
    for day in ("2009-12-31", "2010-01-01", "2010-12-30", "2010-12-31"):
        ask(f"status {day} {which}", sco.status, "NAM", day, when_unclear=which)
    for status in ("member", "observer", None):
        ask(f"members {status} {which}", sco.members, "2010-07-01", status, when_unclear=which)
(root / "asked.pickle").write_bytes(pickle.dumps(asked))
"""


def write_record(root):
    """The tiny package of the tests with three coarse events more."""
    shutil.copytree(REPOSITORY / "tests" / "cases" / "mini", root)
    shutil.copy(REPOSITORY / "datapackage.json", root)
    shutil.copytree(REPOSITORY / "sco_timeline", root / "sco_timeline", ignore=shutil.ignore_patterns("__pycache__"))
    events, claims = (root / "data" / "raw" / f"{table}.csv" for table in ("events", "claims"))
    lines = [line for line in claims.read_text("utf-8").splitlines() if ",membership_counts," not in line]
    for event_id, cells in COARSE.items():
        events.write_text(events.read_text("utf-8") + f"{event_id},{cells},,,true,\n", "utf-8", newline="\n")
        lines.append(f"secretariat-history,events,{event_id},date,{cells.split(',')[-1]},,asserted,paragraph 9,curated")
    claims.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """Answers of a process of its own, whose package is the small record."""
    root = tmp_path_factory.mktemp("coarse") / "package"
    write_record(root)
    environment = {**os.environ, "PYTHONPATH": str(root)}
    run = subprocess.run([sys.executable, "-c", ASKING, str(root)], env=environment, cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return pickle.loads((root / "asked.pickle").read_bytes())


def row(frame, **cells):
    for column, value in cells.items():
        frame = frame[frame[column] == value]
    assert len(frame) == 1
    return {column: None if pd.isna(value) else value for column, value in frame.iloc[0].items()}


STATUS = [
    ("2009-12-31", "none", "none", "none", "none"),
    ("2010-01-01", None, "member", "none", None),
    ("2010-12-30", None, "member", "none", None),
    ("2010-12-31", "member", "member", "member", "member"),
]


@pytest.mark.parametrize("case", STATUS, ids=lambda case: case[0])
def test_a_single_question(asked, case):
    day, plain, *chosen = case
    for which, answer in zip(("earliest", "latest", "null"), chosen, strict=True):
        assert asked[f"status {day} {which}"] == answer
    if plain is None:
        kind, message = asked[f"status {day} None"]
        assert kind == "UnclearDateError"
        assert all(part in message for part in ("NAM", day, "member", "none", "when_unclear"))
    else:
        assert asked[f"status {day} None"] == plain


def test_a_list_of_members(asked):
    assert asked["members member None"][0] == asked["members None None"][0] == "UnclearDateError"
    assert list(asked["members observer None"]["party_id"]) == ["IND", "COD"]
    assert list(asked["members member earliest"]["party_id"]) == ["CHN", "KAZ", "NAM"]
    assert list(asked["members member latest"]["party_id"]) == list(asked["members member null"]["party_id"]) == ["CHN", "KAZ"]
    assert list(asked["members None null"]["party_id"]) == ["CHN", "KAZ", "IND", "COD"]
    assert row(asked["members member earliest"], party_id="NAM")["since"] == "2010"


def test_counts_give_their_bounds(asked):
    members = asked["growth"][asked["growth"]["status"] == "member"]
    found = [
        (str(d.date()), None if pd.isna(c) else c, low, high) for d, c, low, high in members.drop(columns="status").itertuples(index=False)
    ]
    assert found == [
        ("2001-06-15", 2, 2, 2),
        ("2010-01-01", None, 2, 3),
        ("2010-12-31", 3, 3, 3),
        ("2012-12-20", None, 3, 4),
        ("2013-01-10", 4, 4, 4),
        ("2017-06-09", 5, 5, 5),
    ]


YEARS = [
    ("NAM", 2009, "none", "none", "none", 0, 0),
    ("NAM", 2010, None, "member", "member", 1 / 365, 1),
    ("NAM", 2011, "member", "member", "member", 1, 1),
    ("COG", 2012, "none", None, "member", 0, 12 / 366),
    ("COG", 2013, None, "member", "member", 356 / 365, 1),
    ("COD", 2006, "none", None, "observer", 0, 306 / 365),
    ("COD", 2007, None, "observer", "observer", 62 / 365, 1),
    ("IND", 2005, "none", "observer", "observer", 154 / 365, 184 / 365),
    ("IND", 2017, "observer", "member", "member", 206 / 365, 206 / 365),
]


@pytest.mark.parametrize("case", YEARS, ids=lambda case: f"{case[0]} {case[1]}")
def test_a_year_is_null_where_its_days_are_open_and_shares_have_bounds(asked, case):
    """The highest status is the closest that can have been held; its share says from nought whether it surely was."""
    party, year, first, last, highest, low, high = case
    found = row(asked["year"], iso3=party, year=year)
    assert (found["status_first"], found["status"], found["status_highest"]) == (first, last, highest)
    assert (found["share_min"], found["share_max"]) == (pytest.approx(low, abs=1e-6), pytest.approx(high, abs=1e-6))
    table = row(asked["years"], party_id=party, year=year)
    assert [table[f"effective_{name}"] for name in ("jan1", "dec31", "highest")] == [first, last, highest]
    assert (table["effective_share_min"], table["effective_share_max"]) == (found["share_min"], found["share_max"])


MONTHS = [
    ("COG", "2012-11-01", "none", "none", "none", 0, 0),
    ("COG", "2012-12-01", "none", None, "member", 0, 12 / 31),
    ("COG", "2013-01-01", None, "member", "member", 22 / 31, 1),
    ("NAM", "2010-06-01", None, None, "member", 0, 1),
    ("NAM", "2010-12-01", None, "member", "member", 1 / 31, 1),
]


@pytest.mark.parametrize("case", MONTHS, ids=lambda case: f"{case[0]} {case[1]}")
def test_a_month_likewise(asked, case):
    party, month, first, last, highest, low, high = case
    found = row(asked["month"], iso3=party, month=pd.Timestamp(month))
    assert (found["status_first"], found["status"], found["status_highest"]) == (first, last, highest)
    assert (found["share_min"], found["share_max"]) == (pytest.approx(low, abs=1e-6), pytest.approx(high, abs=1e-6))


def test_open_days_are_null_and_flagged(asked):
    days = asked["day"]
    assert (days["status"].isna() == days["unclear"]).all()
    stretches = days[days["unclear"]].groupby("iso3")["date"].agg(["min", "max", "count"])
    assert {party: (str(a.date()), str(b.date()), n) for party, a, b, n in stretches.itertuples()} == {
        "COD": ("2006-03-01", "2007-10-30", 609),
        "COG": ("2012-12-20", "2013-01-09", 21),
        "IND": ("2005-07-01", "2005-07-30", 30),
        "NAM": ("2010-01-01", "2010-12-30", 364),
    }


def test_years_since_an_accession_of_one_year_are_known_and_across_two_are_not(asked):
    years = asked["year"].set_index(["iso3", "year"])["years_since_accession"]
    assert list(years["NAM"].loc[2009:2011]) == [-1, 0, 1]
    assert years["COG"].isna().all()
    assert years["COD"].isna().all()


@pytest.mark.parametrize(
    ("ccode", "year", "value"),
    [
        (490, 2005, 0),
        (490, 2006, -9),
        (490, 2007, 3),
        (484, 2011, 0),
        (484, 2012, -9),
        (484, 2013, 1),
        (565, 2010, 1),
        (750, 2005, 3),
        (750, 2004, 0),
    ],
)
def test_the_coding_is_minus_nine_where_it_hangs_on_the_day(asked, ccode, year, value):
    assert row(asked["cow"], ccode=ccode, year=year)["sco"] == value


PAIRS = [
    ("CHN", "COG", 2011, False, 0, 0),
    ("CHN", "COG", 2012, None, 0, 12 / 366),
    ("CHN", "COG", 2013, True, 356 / 365, 1),
    ("CHN", "NAM", 2010, True, 1 / 365, 1),
    ("COG", "NAM", 2012, None, 0, 12 / 366),
    ("CHN", "IND", 2016, False, 0, 0),
]


@pytest.mark.parametrize("case", PAIRS, ids=lambda case: f"{case[0]}-{case[1]} {case[2]}")
def test_joint_membership_is_null_where_it_is_open(asked, case):
    a, b, year, joint, low, high = case
    found = row(asked["dyads year"], party_a=a, party_b=b, year=year)
    assert found["joint_member"] == joint
    assert (found["joint_share_min"], found["joint_share_max"]) == (pytest.approx(low, abs=1e-6), pytest.approx(high, abs=1e-6))


@pytest.mark.parametrize(
    ("a", "b", "year", "joint"),
    [
        ("CHN", "COD", 2005, False),
        ("CHN", "COD", 2006, None),
        ("CHN", "COD", 2007, True),
        ("CHN", "COG", 2011, False),
        ("CHN", "COG", 2012, None),
        ("CHN", "COG", 2013, True),
        ("CHN", "NAM", 2010, True),
    ],
)
def test_being_together_in_some_status_is_null_where_it_is_open(asked, a, b, year, joint):
    """False would say that they surely were not."""
    assert row(asked["dyads year"], party_a=a, party_b=b, year=year)["joint_any"] == joint


def test_pairs_by_month_are_null_where_they_are_open(asked):
    pairs = asked["dyads month"]
    pairs = pairs[(pairs["party_a"] == "CHN") & (pairs["party_b"] == "COG")].set_index("month").loc["2012-11":"2013-02"]
    assert [None if pd.isna(value) else value for value in pairs["joint_member"]] == [False, None, True, True]
    assert list(pairs["joint_share_max"].round(6)) == [0, pytest.approx(12 / 31, abs=1e-6), 1, 1]


ANNOTATED = {
    "null": ["none", None, None, "member"],
    "earliest": ["none", "member", "member", "member"],
    "latest": ["none", "none", "none", "member"],
}


@pytest.mark.parametrize("which", ANNOTATED)
def test_annotated_rows_are_as_chosen_and_flagged_all_the_same(asked, which):
    found = asked[f"annotate {which}"]
    assert [None if pd.isna(word) else word for word in found["sco_status"]] == ANNOTATED[which]
    assert list(found["sco_status_unclear"]) == [False, True, True, False]


def test_plans_stand_in_a_history_and_are_called_so(asked):
    found = asked["history"].set_index("event_id")
    assert list(found["held"]) == [True, False]
    assert found.loc["NAM-sco.observer-application", "date"] == "2099"
    assert found.loc["NAM-sco.observer-application", "text"].endswith("(planned).")

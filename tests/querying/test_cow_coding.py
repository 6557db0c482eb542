"""`panel(coding="cow")`: the state-year coding of the Correlates of War IGO data, by its documented rule."""

import json
from pathlib import Path

import pandas as pd
import pytest

import sco_timeline as sco

WHERE = [("sco", "effective"), ("sco", "decision"), ("shanghai_five", "effective"), ("shanghai_five", "decision")]
AS_OF = pd.Timestamp(json.loads((Path(__file__).parents[2] / "datapackage.json").read_text("utf-8"))["as_of"])
LIFE = {"sco": (2001, AS_OF.year), "shanghai_five": (1996, 2001)}


@pytest.mark.parametrize("organization", LIFE)
def test_it_has_three_columns_the_last_named_for_the_organization(organization):
    found = sco.panel(coding="cow", organization=organization)
    assert list(found.columns) == ["ccode", "year", organization]
    assert set(map(str, found.dtypes)) == {"Int64"}
    assert found.notna().all(axis=None)
    assert found.index.equals(pd.RangeIndex(len(found)))


def rule(spells, year, rank, code):
    """The closest status held on any day of the year, as a code; -9 where coarse dates leave the code open."""
    first, last = pd.Timestamp(year, 1, 1), min(pd.Timestamp(year, 12, 31), AS_OF)
    sure = [s.status for s in spells if s.start_latest <= last and (pd.isna(s.end_earliest) or s.end_earliest > first)]
    possible = [s.status for s in spells if s.start_earliest <= last and (pd.isna(s.end_latest) or s.end_latest > first)]
    codes = {code[max(some, key=rank.get)] if some else 0 for some in (sure, possible)}
    return codes.pop() if len(codes) == 1 else -9


@pytest.mark.parametrize(("organization", "basis"), WHERE)
def test_each_value_follows_the_rule(organization, basis):
    statuses = sco.load("statuses").query("organization == @organization").set_index("status")
    rank, code = statuses["rank"].to_dict(), statuses["cow_value"].to_dict()
    spells = sco.load("memberships").query("organization == @organization and basis == @basis")
    states = sco.load("parties").dropna(subset=["cow_code"]).set_index("cow_code")["party_id"]
    found = sco.panel(coding="cow", organization=organization, basis=basis)
    for ccode, rows in found.groupby("ccode"):
        own = list(spells[spells["party_id"] == states[ccode]].itertuples(index=False))
        for year, value in zip(rows["year"], rows[organization], strict=True):
            assert value == rule(own, year, rank, code), (ccode, year)


@pytest.mark.parametrize("basis", ["effective", "decision"])
def test_it_agrees_with_the_yearly_panel(basis):
    code = sco.load("statuses").query("organization == 'sco'").set_index("status")["cow_value"].to_dict() | {"none": 0}
    yearly = sco.panel("year", ids=["cow"], basis=basis)
    yearly = yearly[(yearly["share_min"] > 0) | (yearly["status_highest"] == "none")]
    expected = yearly.assign(sco=[code[status] for status in yearly["status_highest"]])
    found = sco.panel(coding="cow", basis=basis).merge(
        expected, left_on=["ccode", "year"], right_on=["cow", "year"], suffixes=("", "_expected")
    )
    assert len(found) == len(expected)
    assert (found["sco"] == found["sco_expected"]).all()


KNOWN = [
    (750, 2001, 0),
    (750, 2004, 0),
    (750, 2005, 3),
    (750, 2016, 3),
    (750, 2017, 1),
    (710, 2001, 1),
    (370, 2014, 0),  # dialogue partner
    (370, 2015, 3),
    (370, 2024, 1),
    (640, 2020, 0),  # dialogue partner
    (712, 2004, 3),
]


@pytest.mark.parametrize(("ccode", "year", "value"), KNOWN)
def test_known_states_and_years(ccode, year, value):
    found = sco.panel(coding="cow").set_index(["ccode", "year"])["sco"]
    assert found[ccode, year] == value


def test_before_the_organization_existed_it_is_minus_one():
    found = sco.panel(coding="cow", since=1996)
    assert (found["sco"] == -1).equals(found["year"] < 2001)


@pytest.mark.parametrize("parties", ["ever", "all"])
@pytest.mark.parametrize("organization", LIFE)
def test_a_code_and_a_year_make_one_row(parties, organization):
    """What a merge on ccode and year needs; two parties of one code (345) are one state of the COW system."""
    found = sco.panel(coding="cow", parties=parties, organization=organization)
    twice = found[found.duplicated(["ccode", "year"], keep=False)]
    assert twice.empty, twice


@pytest.mark.parametrize("organization", LIFE)
def test_it_covers_the_years_of_the_organization_and_every_state_with_a_code(organization):
    found = sco.panel(coding="cow", parties="all", organization=organization)
    assert (found["year"].min(), found["year"].max()) == LIFE[organization]
    parties = sco.load("parties")
    assert set(found["ccode"]) <= set(parties["cow_code"].dropna())
    if organization == "sco":
        assert set(found["ccode"]) == set(parties["cow_code"].dropna())
        assert set(found["sco"]) <= {-9, 0, 1, 3}


def test_it_is_ordered():
    found = sco.panel(coding="cow", parties="all").drop_duplicates(["ccode", "year"])
    keys = list(zip(found["ccode"], found["year"], strict=True))
    assert keys == sorted(keys)


@pytest.mark.parametrize("freq", ["month", "day"])
def test_it_is_yearly_and_says_so(freq):
    """A frame by year in answer to `freq="month"` would be merged wrongly."""
    with pytest.raises(sco.TimelineError) as caught:
        sco.panel(freq, coding="cow")
    assert isinstance(caught.value, ValueError)


def test_named_parties_are_coded_as_in_the_whole():
    whole = sco.panel(coding="cow")
    found = sco.panel(coding="cow", parties=["India", 710])
    pd.testing.assert_frame_equal(found, whole[whole["ccode"].isin([710, 750])].reset_index(drop=True))


def test_a_party_that_was_asked_for_and_has_no_code_is_not_dropped_in_silence():
    with pytest.raises(sco.TimelineError, match=r"HKG|Hong Kong"):
        sco.panel(coding="cow", parties=["India", "Hong Kong"])

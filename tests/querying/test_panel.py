"""`panel`: parties by year, month or day, each row once, and the same answers as every other door."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import sco_timeline as sco

WHERE = [("sco", "effective"), ("sco", "decision"), ("shanghai_five", "effective"), ("shanghai_five", "decision")]
TIMES = {"year": "year", "month": "month", "day": "date"}
COLUMNS = {
    "year": ["year", "status", "status_first", "status_highest", "share_min", "share_max", "years_since_accession"],
    "month": ["month", "status", "status_first", "status_highest", "share_min", "share_max", "years_since_accession"],
    "day": ["date", "status", "unclear", "years_since_accession"],
}
AS_OF = pd.Timestamp(json.loads((Path(__file__).parents[2] / "datapackage.json").read_text("utf-8"))["as_of"])


@pytest.fixture(scope="module")
def panels():
    """Every frequency for the SCO on both bases, asked once."""
    return {(freq, basis): sco.panel(freq, basis=basis) for freq in TIMES for basis in ("effective", "decision")}


@pytest.mark.parametrize("freq", TIMES)
def test_identifiers_stand_first_then_the_time_then_what_is_known(panels, freq):
    frame = panels[freq, "effective"]
    assert list(frame.columns) == ["iso3", *COLUMNS[freq]]
    assert frame.index.equals(pd.RangeIndex(len(frame)))


@pytest.mark.parametrize("freq", TIMES)
def test_columns_have_one_dtype_each(panels, freq):
    frame = panels[freq, "effective"]
    expected = {"year": "Int64", "month": "datetime64[us]", "date": "datetime64[us]", "years_since_accession": "Int64"}
    expected |= {"share_min": "Float64", "share_max": "Float64"}
    for column in set(expected) & set(frame.columns):
        assert frame[column].dtype == expected[column]
    for column in {"status", "status_first", "status_highest"} & set(frame.columns):
        assert frame[column].cat.ordered
        assert frame[column].cat.categories[0] == "none"
        assert list(frame[column].cat.categories)[-3:] == ["dialogue_partner", "observer", "member"]
    if freq == "day":
        assert pd.api.types.is_bool_dtype(frame["unclear"].dtype)


@pytest.mark.parametrize("freq", TIMES)
@pytest.mark.parametrize("basis", ["effective", "decision"])
def test_a_party_and_a_period_make_one_row_in_their_order(panels, freq, basis):
    keys = panels[freq, basis][["iso3", TIMES[freq]]]
    assert not keys.duplicated().any()
    pd.testing.assert_frame_equal(keys, keys.sort_values(["iso3", TIMES[freq]], ignore_index=True))


@pytest.mark.parametrize("freq", ["year", "month"])
def test_all_parties_make_one_row_a_period_too(freq):
    keys = sco.panel(freq, parties="all")[["iso3", TIMES[freq]]]
    assert not keys.duplicated().any()
    assert keys["iso3"].is_monotonic_increasing


@pytest.mark.parametrize("freq", TIMES)
def test_a_panel_runs_from_the_first_year_to_the_last_checked_day(panels, freq):
    time = panels[freq, "effective"][TIMES[freq]]
    first, last = {
        "year": (2001, AS_OF.year),
        "month": (pd.Timestamp("2001-01-01"), AS_OF.replace(day=1)),
        "day": (pd.Timestamp("2001-01-01"), AS_OF),
    }[freq]
    assert (time.min(), time.max()) == (first, last)


@pytest.mark.parametrize("freq", TIMES)
def test_a_panel_has_no_gaps(panels, freq):
    counts = panels[freq, "effective"].groupby("iso3")[TIMES[freq]].count()
    periods = {"year": AS_OF.year - 2000, "month": (AS_OF.year - 2001) * 12 + AS_OF.month, "day": (AS_OF - pd.Timestamp("2000-12-31")).days}
    assert set(counts) == {periods[freq]}


def test_the_shanghai_five_end_with_their_last_year():
    for freq, bounds in {"year": (1996, 2001), "month": (pd.Timestamp("1996-01-01"), pd.Timestamp("2001-12-01"))}.items():
        time = sco.panel(freq, organization="shanghai_five")[TIMES[freq]]
        assert (time.min(), time.max()) == bounds


@pytest.mark.parametrize(("organization", "basis"), WHERE)
def test_the_yearly_panel_is_the_published_table(organization, basis):
    panel = sco.panel("year", ids=["iso3", "cow", "gw"], organization=organization, basis=basis)
    table = sco.load("membership_years")
    table = table[table["organization"] == organization].sort_values(["party_id", "year"], ignore_index=True)
    pairs = {"iso3": "party_id", "cow": "cow_code", "gw": "gw_code", "year": "year", "status_first": f"{basis}_jan1"}
    pairs |= {"status": f"{basis}_dec31", "status_highest": f"{basis}_highest"}
    pairs |= {"share_min": f"{basis}_share_min", "share_max": f"{basis}_share_max"}
    assert set(panel.columns) - set(pairs) == {"years_since_accession"}
    for ours, theirs in pairs.items():
        pd.testing.assert_series_equal(panel[ours], table[theirs], check_names=False)


@pytest.mark.parametrize("basis", ["effective", "decision"])
def test_days_agree_with_single_questions(panels, basis):
    days = panels["day", basis].sample(250, random_state=5)
    for row in days.itertuples(index=False):
        answer = sco.status(row.iso3, row.date, basis=basis, when_unclear="null")
        assert row.unclear == (answer is None)
        assert (None if pd.isna(row.status) else row.status) == answer


@pytest.mark.parametrize("freq", ["year", "month"])
@pytest.mark.parametrize("basis", ["effective", "decision"])
def test_first_and_last_days_of_periods_agree_with_single_questions(panels, freq, basis):
    for row in panels[freq, basis].sample(200, random_state=6).itertuples(index=False):
        start = pd.Timestamp(row.month if freq == "month" else f"{row.year}-01-01")
        end = start + (pd.offsets.MonthEnd(1) if freq == "month" else pd.offsets.YearEnd(1))
        where = {"basis": basis, "when_unclear": "null"}
        assert (None if pd.isna(row.status_first) else row.status_first) == sco.status(row.iso3, start, **where)
        expected = sco.status(row.iso3, end, **where) if end <= AS_OF else None
        assert (None if pd.isna(row.status) else row.status) == expected


@pytest.mark.parametrize("freq", ["year", "month"])
@pytest.mark.parametrize("basis", ["effective", "decision"])
def test_periods_sum_up_their_days(panels, freq, basis):
    days = panels["day", basis]
    period = days["date"].dt.year if freq == "year" else days["date"].dt.to_period("M").dt.to_timestamp()
    sure = days.assign(period=period.to_numpy(), sure=days["status"].astype(object).where(~days["unclear"], None))
    highest = panels[freq, basis].set_index(["iso3", freq])
    sure = sure.join(highest["status_highest"].astype(object).rename("highest"), on=["iso3", "period"])
    is_none = sure["highest"] == "none"
    held = (sure["sure"] == sure["highest"]) & ~is_none
    by = [sure["iso3"], sure["period"]]
    share, unclear = held.groupby(by).mean(), sure["unclear"].groupby(by).mean()
    found = highest["share_min"].astype(float), highest["share_max"].astype(float)
    assert np.allclose(found[0].to_numpy(), share.to_numpy(), atol=1e-6)
    assert (found[1].to_numpy() <= (share + unclear).to_numpy() + 1e-6).all()
    assert (found[0].to_numpy() <= found[1].to_numpy()).all()
    top = sure.dropna(subset=["sure"]).assign(code=lambda f: pd.Categorical(f["sure"], days["status"].cat.categories, ordered=True).codes)
    top = top.groupby(["iso3", "period"])["code"].max()
    reached = highest["status_highest"].cat.codes.loc[top.index]
    assert (reached.to_numpy() >= top.to_numpy()).all()
    settled = unclear.loc[top.index].to_numpy() == 0
    assert (reached.to_numpy() == top.to_numpy())[settled].all()


def test_an_unfinished_period_has_no_last_day(panels):
    for freq, is_over in (("year", AS_OF.is_year_end), ("month", AS_OF.is_month_end)):
        frame = panels[freq, "effective"]
        last = frame[frame[freq] == frame[freq].max()]
        assert last["status"].notna().any() == is_over
        assert last["status_first"].notna().all()
        members = last[last["iso3"].isin(["CHN", "IND"])]
        assert set(members["status_highest"]) == {"member"}
        assert (members["share_min"] == 1).all()


@pytest.mark.parametrize("freq", TIMES)
def test_since_sets_the_first_year_and_changes_nothing_else(panels, freq):
    whole, later = panels[freq, "effective"], sco.panel(freq, parties=["IND", "LKA"], since=2010)
    whole = whole[whole["iso3"].isin(["IND", "LKA"])]
    year = whole[freq] if freq == "year" else whole[TIMES[freq]].dt.year
    pd.testing.assert_frame_equal(later, whole[(year >= 2010).to_numpy()].reset_index(drop=True))


def test_since_may_lie_before_the_foundation():
    found = sco.panel("year", since=1996)
    before = found[found["year"] < 2001]
    assert set(before["year"]) == set(range(1996, 2001))
    assert set(before["status"]) == {"none"}
    assert sco.panel("year", since=np.int64(1996)).equals(found)


@pytest.mark.parametrize("since", [1995, 0, -1, AS_OF.year + 1])
def test_since_outside_the_record_is_refused(since):
    with pytest.raises(sco.TimelineError, match="1996") as caught:
        sco.panel(since=since)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    "argument", [{"freq": "quarter"}, {"freq": None}, {"coding": "iso"}, {"organization": "x"}, {"basis": "x"}], ids=str
)
def test_an_unknown_choice_is_refused_and_the_known_ones_named(argument):
    with pytest.raises(sco.TimelineError) as caught:
        sco.panel(**argument)
    assert type(caught.value).__name__ == "UnknownChoiceError"
    assert caught.value.argument in argument


@pytest.mark.parametrize("freq", TIMES)
@pytest.mark.parametrize("basis", ["effective", "decision"])
def test_years_since_accession_count_from_the_year_of_membership(panels, freq, basis):
    spells = sco.load("memberships").query("organization == 'sco' and status == 'member' and basis == @basis")
    joined = spells.groupby("party_id")["start_earliest"].min().dt.year
    frame = panels[freq, basis].sample(400, random_state=2)
    year = frame["year"] if freq == "year" else frame[TIMES[freq]].dt.year
    for party, of, found in zip(frame["iso3"], year, frame["years_since_accession"], strict=True):
        assert pd.isna(found) if party not in joined else found == of - joined[party]


def test_in_the_shanghai_five_nobody_counts_years_to_the_sco():
    """Two organizations: 1996 is not the fifth year before accession to the Shanghai Five."""
    found = sco.panel("year", parties=["CHN"], organization="shanghai_five")["years_since_accession"]
    assert found.isna().all() or list(found) == [0, 1, 2, 3, 4, 5]


def test_the_first_rows_of_a_well_known_member():
    found = sco.panel("year", ids=["iso3", "cow"], parties=["Iran"]).set_index("year")
    assert (found["cow"] == 630).all()
    assert list(found.loc[[2004, 2005, 2022, 2023, 2024], "status"]) == ["none", "observer", "observer", "member", "member"]
    assert found.loc[2023, "status_first"] == "observer"
    assert found.loc[2023, "share_min"] == pytest.approx(181 / 365, abs=1e-6)
    assert list(found.loc[[2022, 2023, 2024], "years_since_accession"]) == [-1, 0, 1]


def test_what_one_caller_spoils_the_next_does_not_see():
    for freq, time in TIMES.items():
        before, spoiled = sco.panel(freq, parties=["IND"]), sco.panel(freq, parties=["IND"])
        spoiled["iso3"] = "spoiled"
        spoiled[time] = spoiled[time].iloc[0]
        spoiled.loc[:, "status"] = "none"
        pd.testing.assert_frame_equal(sco.panel(freq, parties=["IND"]), before)

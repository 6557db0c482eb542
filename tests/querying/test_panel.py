"""`panel`: parties by year, month or day, each row once, and the same answers as every other door."""

import json
import random
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import sco_timeline as sco

WHERE = [("sco", "effective"), ("sco", "decision"), ("shanghai_five", "effective"), ("shanghai_five", "decision")]
SYSTEMS = {"iso3": "party_id", "iso2": "iso2", "m49": "m49", "cow": "cow_code", "gw": "gw_code", "wikidata": "wikidata_id", "name": "name"}
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
        assert list(frame[column].cat.categories)[0] == "none"
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
    first, last = {"year": (2001, AS_OF.year), "month": (pd.Timestamp("2001-01-01"), AS_OF.replace(day=1)), "day": (pd.Timestamp("2001-01-01"), AS_OF)}[freq]
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


@pytest.mark.parametrize(("organization", "basis"), WHERE)
def test_ever_means_whoever_ever_had_a_status_in_the_organization(organization, basis):
    spells = sco.load("memberships")
    ever = sorted(set(spells.loc[spells["organization"] == organization, "party_id"]))
    assert list(sco.panel(organization=organization, basis=basis)["iso3"].unique()) == ever


def test_all_means_states_and_territories_and_contains_ever(panels):
    everyone = sco.panel("year", parties="all")
    parties = sco.load("parties").set_index("party_id")
    kinds = parties.loc[everyone["iso3"].unique(), "kind"]
    assert set(kinds) == {"state", "territory"}
    assert set(kinds.index) == set(parties.index[parties["kind"] != "organization"])
    ever = panels["year", "effective"]
    part = everyone[everyone["iso3"].isin(set(ever["iso3"]))].reset_index(drop=True)
    pd.testing.assert_frame_equal(part, ever)


WAYS_TO_NAME = {
    "list": ["IND", "CHN"],
    "tuple": ("India", "China"),
    "set": {"IND", "CHN"},
    "generator of names": None,
    "Series": pd.Series(["IND", "CHN"], index=[7, 7]),
    "array of COW codes": np.array([750, 710]),
    "Series of COW codes": pd.Series([750, 710], dtype="Int64"),
    "three languages and a code": ["Индия", "中国"],
    "a column of the parties": sco.load("parties").set_index("party_id").loc[["IND", "CHN"], "name"],
}


@pytest.mark.parametrize("parties", WAYS_TO_NAME.values(), ids=WAYS_TO_NAME)
def test_parties_can_be_named_in_any_usual_way_and_order(panels, parties):
    found = sco.panel("year", parties=parties if parties is not None else (name for name in ("India", "China")))
    ever = panels["year", "effective"]
    pd.testing.assert_frame_equal(found, ever[ever["iso3"].isin(["CHN", "IND"])].reset_index(drop=True))


def test_a_party_without_any_status_is_a_row_of_none():
    found = sco.panel("year", parties=["Japan", "UN", "Hong Kong"])
    assert set(found["iso3"]) == {"JPN", "UN", "HKG"}
    assert set(found["status_highest"]) == {"none"}
    assert (found["share_max"] == 0).all()
    assert found["years_since_accession"].isna().all()


def test_no_parties_make_an_empty_panel_of_the_same_form(panels):
    for freq in TIMES:
        empty = sco.panel(freq, parties=[])
        assert len(empty) == 0
        assert list(empty.dtypes) == list(panels[freq, "effective"].dtypes)


def test_parties_named_twice_are_named_in_the_refusal():
    """Whoever passes a column of a frame must learn which of its rows are one party."""
    with pytest.raises(sco.TimelineError) as caught:
        sco.panel(parties=["China", "India", "IND"])
    assert isinstance(caught.value, ValueError)
    assert "IND" in str(caught.value)


@pytest.mark.parametrize("parties", ["India", "everyone", ""], ids=repr)
def test_a_word_that_is_no_list_of_parties_is_refused(parties):
    with pytest.raises(sco.TimelineError, match="ever.*all"):
        sco.panel(parties=parties)


EXISTENCE = [
    ("SSD", "2011-07-09", None),
    ("SRB", "2006-06-05", None),
    ("SCG", None, "2006-06-04"),
    ("MNE", "2006-06-03", None),
    ("TLS", "2002-05-20", None),
    ("XKX", "2008-02-17", None),
    ("ANT", None, "2010-12-15"),
]


@pytest.mark.parametrize(("party", "first", "last"), EXISTENCE, ids=[case[0] for case in EXISTENCE])
def test_a_party_has_rows_only_while_it_existed(party, first, last):
    """A period in which it existed for a day counts; the days themselves are exact (but for the day of its end)."""
    first, last = pd.Timestamp(first or "2001-01-01"), pd.Timestamp(last or AS_OF)
    assert set(sco.panel("year", parties=[party])["year"].agg(["min", "max"])) == {first.year, last.year}
    assert set(sco.panel("month", parties=[party])["month"].agg(["min", "max"])) == {first.replace(day=1), last.replace(day=1)}
    days = sco.panel("day", parties=[party])["date"]
    assert days.min() == first
    assert abs(days.max() - last) <= pd.Timedelta(days=1)


def test_serbia_follows_its_union_without_a_day_of_both():
    days = sco.panel("day", parties=["SCG", "SRB"])["date"]
    assert not days.duplicated().any()


def test_any_identifiers_can_be_asked_for_in_any_order():
    found = sco.panel(ids=list(reversed(SYSTEMS)), parties="all")
    assert list(found.columns)[: len(SYSTEMS)] == list(reversed(SYSTEMS))
    parties = sco.load("parties").set_index("party_id", drop=False).loc[found["iso3"]]
    for system, column in SYSTEMS.items():
        pd.testing.assert_series_equal(found[system], parties[column], check_names=False, check_index=False)
    assert found.loc[found["iso3"] == "NAM", "iso2"].unique().tolist() == ["NA"]


@pytest.mark.parametrize("ids", [["bogus"], ["iso3", "ISO2"], [None], "iso"])
def test_an_unknown_identifier_is_refused_and_the_known_ones_named(ids):
    with pytest.raises(sco.TimelineError, match="iso3, iso2, m49, cow, gw, wikidata, name") as caught:
        sco.panel(ids=ids)
    assert caught.value.argument == "ids"


def test_one_identifier_need_not_be_put_into_a_list():
    """A text is a sequence of letters: "ids='i' is none of ..." would be the answer to `ids="iso3"`."""
    pd.testing.assert_frame_equal(sco.panel(ids="cow"), sco.panel(ids=["cow"]))


def test_a_panel_without_identifier_would_not_tell_its_rows_apart():
    with pytest.raises(sco.TimelineError):
        sco.panel(ids=[])


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


@pytest.mark.parametrize("argument", [{"freq": "quarter"}, {"freq": None}, {"coding": "iso"}, {"organization": "x"}, {"basis": "x"}], ids=str)
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
    for freq in TIMES:
        before, spoiled = sco.panel(freq, parties=["IND"]), sco.panel(freq, parties=["IND"])
        spoiled["iso3"] = "spoiled"
        spoiled[TIMES[freq]] = spoiled[TIMES[freq]].iloc[0]
        spoiled.loc[:, "status"] = "none"
        pd.testing.assert_frame_equal(sco.panel(freq, parties=["IND"]), before)


def test_parties_are_independent_of_each_other():
    random_ = random.Random(4)
    states = list(sco.load("parties").query("kind == 'state'")["party_id"])
    everyone = sco.panel("year", parties="all")
    for _ in range(4):
        some = random_.sample(states, 6)
        expected = everyone[everyone["iso3"].isin(some)].reset_index(drop=True)
        pd.testing.assert_frame_equal(sco.panel("year", parties=some), expected)

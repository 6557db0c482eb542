"""`dyads`: pairs of parties by period, and the membership that they shared."""

import itertools
import json
import random
from pathlib import Path

import pandas as pd
import pytest

import sco_timeline as sco

WHERE = [("sco", "effective"), ("sco", "decision"), ("shanghai_five", "effective")]
SYSTEMS = {"iso3": "party_id", "iso2": "iso2", "m49": "m49", "cow": "cow_code", "gw": "gw_code", "wikidata": "wikidata_id", "name": "name"}
AS_OF = pd.Timestamp(json.loads((Path(__file__).parents[2] / "datapackage.json").read_text("utf-8"))["as_of"])
FULL = {"sco": "member", "shanghai_five": "participant"}


@pytest.fixture(scope="module")
def yearly():
    return sco.dyads()


@pytest.mark.parametrize("freq", ["year", "month"])
def test_the_form(freq):
    found = sco.dyads(freq)
    assert list(found.columns) == ["party_a", "party_b", freq, "joint_member", "joint_share_min", "joint_share_max", "joint_any"]
    expected = {freq: "Int64" if freq == "year" else "datetime64[us]", "joint_member": "boolean", "joint_any": "boolean"}
    expected |= {"joint_share_min": "Float64", "joint_share_max": "Float64"}
    for column, dtype in expected.items():
        assert found[column].dtype == dtype
    assert found.index.equals(pd.RangeIndex(len(found)))


@pytest.mark.parametrize(("organization", "basis"), WHERE)
@pytest.mark.parametrize("freq", ["year", "month"])
def test_each_unordered_pair_and_period_stands_once_in_order(organization, basis, freq):
    """The pairs of those whom the panel of the same question lists, on either basis."""
    found = sco.dyads(freq, organization=organization, basis=basis)
    panel = sco.panel(freq, organization=organization, basis=basis)
    pairs, periods = list(itertools.combinations(panel["iso3"].unique(), 2)), panel[freq].unique()
    assert list(zip(found["party_a"], found["party_b"], strict=True))[:: len(periods)] == pairs
    assert len(found) == len(pairs) * len(periods)
    assert (found[freq].to_numpy().reshape(-1, len(periods)) == periods.to_numpy()).all()
    assert not found.duplicated(["party_a", "party_b", freq]).any()


def possible(party, day, where):
    """What a party can have been on a day."""
    sure = sco.status(party, day, when_unclear="null", **where)
    return {sure} if sure else {sco.status(party, day, when_unclear=which, **where) for which in ("earliest", "latest")}


def shared(both, full):
    """Surely or possibly both full members, surely or possibly both in some status: on one day, of two sets of statuses."""
    is_full = [full in one for one in both]
    is_any = [bool(one - {"none"}) for one in both]
    sure = [len(one) == 1 for one in both]
    return all(is_full) and all(sure), all(is_full), all(is_any) and all("none" not in one for one in both), all(is_any)


def three_valued(sure, possible_):
    return True if any(sure) else pd.NA if any(possible_) else False


@pytest.mark.parametrize(("organization", "basis"), WHERE)
@pytest.mark.parametrize(("freq", "count"), [("year", 20), ("month", 40)])
def test_a_pair_shares_what_its_two_sides_held_day_by_day(organization, basis, freq, count):
    where = {"organization": organization, "basis": basis}
    days = sco.panel("day", **where)
    period = days["date"].dt.year if freq == "year" else days["date"].dt.to_period("M").dt.to_timestamp()
    days = days.set_index([days["iso3"], period]).sort_index()
    for row in sco.dyads(freq, **where).sample(count, random_state=8).itertuples(index=False):
        sides = [days.loc[(party, getattr(row, freq))] for party in (row.party_a, row.party_b)]
        seen = []
        for a, b in zip(*(side.itertuples(index=False) for side in sides), strict=True):
            both = [possible(side.iso3, side.date, where) if side.unclear else {side.status} for side in (a, b)]
            seen.append(shared(both, FULL[organization]))
        full_sure, full_possible, any_sure, any_possible = zip(*seen, strict=True)
        assert row.joint_share_min == pytest.approx(sum(full_sure) / len(seen), abs=1e-6)
        assert row.joint_share_max == pytest.approx(sum(full_possible) / len(seen), abs=1e-6)
        for found, expected in (
            (row.joint_member, three_valued(full_sure, full_possible)),
            (row.joint_any, three_valued(any_sure, any_possible)),
        ):
            assert (pd.isna(found) and pd.isna(expected)) or found == expected, (row, expected)


KNOWN = [
    ("CHN", "IND", 2016, False, 0.0),
    ("CHN", "IND", 2017, True, 206 / 365),
    ("CHN", "IND", 2018, True, 1.0),
    ("IND", "PAK", 2017, True, 206 / 365),
    ("IND", "IRN", 2022, False, 0.0),
    ("IND", "IRN", 2023, True, 181 / 365),
    ("BLR", "IRN", 2024, True, 181 / 366),
    ("CHN", "RUS", 2001, True, 200 / 365),
    ("CHN", "MNG", 2020, False, 0.0),
]


@pytest.mark.parametrize(("a", "b", "year", "joint", "share"), KNOWN)
def test_known_pairs(yearly, a, b, year, joint, share):
    row = yearly[(yearly["party_a"] == a) & (yearly["party_b"] == b) & (yearly["year"] == year)]
    assert bool(row["joint_member"].item()) is joint
    assert row["joint_share_min"].item() == pytest.approx(share, abs=1e-6)
    assert row["joint_share_max"].item() == pytest.approx(share, abs=1e-6)


def test_observers_are_not_joint_members_but_are_joint_in_some_status(yearly):
    row = yearly[(yearly["party_a"] == "IND") & (yearly["party_b"] == "MNG") & (yearly["year"] == 2010)]
    assert row["joint_any"].item()
    assert not row["joint_member"].item()
    assert row["joint_share_max"].item() == 0


@pytest.mark.parametrize("freq", ["year", "month"])
def test_shares_and_answers_fit_each_other(freq):
    found = sco.dyads(freq)
    low, high = found["joint_share_min"], found["joint_share_max"]
    assert ((low >= 0) & (low <= high) & (high <= 1)).all()
    assert (found["joint_member"].fillna(False) == (low > 0)).all()
    assert (found["joint_member"].isna() == ((low == 0) & (high > 0))).all()
    assert found.loc[found["joint_member"].fillna(False), "joint_any"].all()


@pytest.mark.parametrize(("system", "column"), SYSTEMS.items())
def test_any_identifier_can_be_asked_for(yearly, system, column):
    found = sco.dyads(ids=system)
    code = sco.load("parties").set_index("party_id", drop=False)[column]
    for side in ("party_a", "party_b"):
        assert found[side].dtype == code.dtype
        assert list(found[side]) == list(code[yearly[side]])
    rest = list(yearly.columns[2:])
    pd.testing.assert_frame_equal(found[rest], yearly[rest])


@pytest.mark.parametrize(
    "argument", [{"freq": "day"}, {"freq": "decade"}, {"ids": "fips"}, {"ids": ["iso3"]}, {"organization": "x"}, {"basis": "x"}], ids=str
)
def test_an_unknown_choice_is_refused(argument):
    with pytest.raises(sco.TimelineError) as caught:
        sco.dyads(**argument)
    assert type(caught.value).__name__ == "UnknownChoiceError"
    assert caught.value.argument in argument


def test_the_unfinished_year_counts_its_days_so_far(yearly):
    last = yearly[(yearly["year"] == AS_OF.year) & (yearly["party_a"] == "CHN") & (yearly["party_b"] == "RUS")]
    assert last["joint_share_min"].item() == 1


def test_merging_both_ways_round_finds_each_pair(yearly):
    """A user's own dyads come in either order; sorted by key they meet these."""
    random_ = random.Random(9)
    pairs = [tuple(random_.sample(["CHN", "IND", "RUS", "KAZ"], 2)) for _ in range(10)]
    known = set(zip(yearly["party_a"], yearly["party_b"], strict=True))
    assert all(tuple(sorted(pair)) in known for pair in pairs)


def test_what_one_caller_spoils_the_next_does_not_see(yearly):
    spoiled = sco.dyads()
    spoiled["party_a"] = "spoiled"
    spoiled["joint_member"] = True
    pd.testing.assert_frame_equal(sco.dyads(), yearly)

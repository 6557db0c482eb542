"""`growth`: how many states stood in each status, on the days on which that changed."""

import json
import random
from pathlib import Path

import pandas as pd
import pytest

import sco_timeline as sco

WHERE = [("sco", "effective"), ("sco", "decision"), ("shanghai_five", "effective"), ("shanghai_five", "decision")]
AS_OF = pd.Timestamp(json.loads((Path(__file__).parents[2] / "datapackage.json").read_text("utf-8"))["as_of"])
DAY = pd.Timedelta(days=1)


@pytest.fixture(scope="module")
def organizations():
    parties = sco.load("parties")
    return set(parties.loc[parties["kind"] == "organization", "party_id"])


def count(day, status, where, organizations):
    """Fewest and most states in a status on a day, by asking who."""
    listed = {w: set(sco.members(day, status, when_unclear=w, **where)["party_id"]) - organizations for w in ("null", "earliest", "latest")}
    return len(listed["null"]), len(listed["earliest"] | listed["latest"])


@pytest.mark.parametrize(("organization", "basis"), WHERE)
def test_it_is_the_published_table(organization, basis):
    table = sco.load("membership_counts").query("organization == @organization and basis == @basis")
    columns = ["date", "status", "count", "count_min", "count_max"]
    pd.testing.assert_frame_equal(sco.growth(organization=organization, basis=basis), table[columns].reset_index(drop=True))


@pytest.mark.parametrize(("organization", "basis"), WHERE)
def test_each_change_is_what_counting_finds_on_the_day_and_on_the_day_before(organization, basis, organizations):
    where, now = {"organization": organization, "basis": basis}, {}
    for row in sco.growth(**where).itertuples(index=False):
        before = now.get(row.status, (0, 0))
        assert count(row.date - DAY, row.status, where, organizations) == before, row
        assert count(row.date, row.status, where, organizations) == (row.count_min, row.count_max), row
        assert (row.count_min, row.count_max) != before, row
        now[row.status] = (row.count_min, row.count_max)


@pytest.mark.parametrize(("organization", "basis"), WHERE)
def test_between_the_changes_nothing_changes(organization, basis, organizations):
    where, random_ = {"organization": organization, "basis": basis}, random.Random(12)
    found = sco.growth(**where)
    statuses = {"sco": ["member", "observer", "dialogue_partner", "partner"], "shanghai_five": ["participant"]}[organization]
    for _ in range(12):
        day, status = AS_OF - random_.randrange(11_000) * DAY, random_.choice(statuses)
        last = found[(found["status"] == status) & (found["date"] <= day)].tail(1)
        expected = (last["count_min"].item(), last["count_max"].item()) if len(last) else (0, 0)
        assert count(day, status, where, organizations) == expected, (day, status)


@pytest.mark.parametrize(("organization", "basis"), WHERE)
def test_a_count_is_given_where_the_bounds_agree(organization, basis):
    found = sco.growth(organization=organization, basis=basis)
    clear = found["count_min"] == found["count_max"]
    assert (found["count"].notna() == clear).all()
    assert (found.loc[clear, "count"] == found.loc[clear, "count_min"]).all()
    assert (found["count_min"] <= found["count_max"]).all()


@pytest.mark.parametrize(("organization", "basis"), WHERE)
def test_a_day_and_a_status_stand_once_in_order(organization, basis):
    found = sco.growth(organization=organization, basis=basis)
    assert not found.duplicated(["date", "status"]).any()
    assert found["date"].is_monotonic_increasing
    assert found["date"].max() <= AS_OF
    assert found["status"].cat.ordered


def test_the_growth_of_the_membership():
    found = sco.growth()
    members = found[found["status"] == "member"].set_index("date")["count"]
    assert members.to_dict() == {
        pd.Timestamp("2001-06-15"): 6,
        pd.Timestamp("2017-06-09"): 8,
        pd.Timestamp("2023-07-04"): 9,
        pd.Timestamp("2024-07-04"): 10,
    }


def test_a_wide_table_for_a_plot_is_one_step_away():
    wide = sco.growth(basis="decision").pivot(index="date", columns="status", values="count").ffill().fillna(0)
    assert wide.loc[wide.index[-1], "member"] == len(sco.members())


@pytest.mark.parametrize("argument", [{"organization": "x"}, {"basis": "x"}], ids=str)
def test_an_unknown_choice_is_refused(argument):
    with pytest.raises(sco.TimelineError) as caught:
        sco.growth(**argument)
    assert type(caught.value).__name__ == "UnknownChoiceError"
    assert caught.value.argument in argument


def test_what_one_caller_spoils_the_next_does_not_see():
    before, spoiled = sco.growth(), sco.growth()
    spoiled["count"] = 0
    pd.testing.assert_frame_equal(sco.growth(), before)

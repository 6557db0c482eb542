"""`members`: who stood in a status on a day."""

import json
import random
from pathlib import Path

import pandas as pd
import pytest

import sco_timeline as sco

WHERE = [("sco", "effective"), ("sco", "decision"), ("shanghai_five", "effective"), ("shanghai_five", "decision")]
COLUMNS = ["party_id", "name", "iso2", "cow_code", "gw_code", "status", "since", "event_id"]
DAY = pd.Timedelta(days=1)
AS_OF = pd.Timestamp(json.loads((Path(__file__).parents[2] / "datapackage.json").read_text("utf-8"))["as_of"])
FOUNDERS = ["CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB"]


def sample_days(seed, count):
    random_ = random.Random(seed)
    return [AS_OF - random_.randrange(11_000) * DAY for _ in range(count)]


def test_by_default_the_members_of_today():
    found = sco.members()
    assert list(found.columns) == COLUMNS
    assert found.index.equals(pd.RangeIndex(len(found)))
    assert set(found["status"]) == {"member"}
    pd.testing.assert_frame_equal(found, sco.members(on=AS_OF, status="member", organization="sco", basis="effective"))


def test_founders_stand_first_in_the_order_of_their_names():
    assert list(sco.members()["party_id"])[:6] == FOUNDERS
    assert list(sco.members("2017-06-09")["name"])[6:] == ["India", "Pakistan"]


@pytest.mark.parametrize(("organization", "basis"), WHERE)
def test_the_closest_status_comes_first_then_who_came_first_then_names(organization, basis):
    for day in sample_days(1, 20):
        found = sco.members(day, None, organization=organization, basis=basis, when_unclear="null")
        began = sco.load("memberships").query("organization == @organization and basis == @basis")
        began = began.set_index("start_event_id")["start_earliest"].reindex(found["event_id"])
        keys = list(zip(-found["status"].cat.codes.astype(int), began, found["name"], strict=True))
        assert keys == sorted(keys)


@pytest.mark.parametrize(("organization", "basis"), WHERE)
def test_whom_it_lists_status_knows_and_nobody_else(organization, basis):
    where = {"organization": organization, "basis": basis, "when_unclear": "null"}
    for day in sample_days(2, 12):
        found = sco.members(day, None, **where).set_index("party_id")["status"]
        assert found.index.is_unique
        for party in [*sco.load("memberships")["party_id"].unique(), "JPN"]:
            known = sco.status(party, day, **where)
            assert found.get(party) == (known if known != "none" else None)


def test_one_status_is_a_part_of_all():
    everyone = sco.members("2020-01-01", None)
    for status in ("member", "observer", "dialogue_partner", "partner"):
        part = everyone[everyone["status"] == status].reset_index(drop=True)
        pd.testing.assert_frame_equal(sco.members("2020-01-01", status), part)


@pytest.mark.parametrize("day", ["2010-01-01", "2018-01-01", None])
def test_each_row_bears_the_event_that_made_it_so_and_the_codes_of_the_party(day):
    found = sco.members(day, None)
    events = sco.load("events").set_index("event_id").loc[found["event_id"]]
    assert list(events["date"]) == list(found["since"])
    assert list(events["party_id"]) == list(found["party_id"])
    parties = sco.load("parties").set_index("party_id").loc[found["party_id"]]
    for column in ("name", "iso2", "cow_code", "gw_code"):
        assert list(parties[column]) == list(found[column])
    assert found["cow_code"].dtype == found["gw_code"].dtype == "Int64"


@pytest.mark.parametrize("day", ["1990-01-01", "2001-06-14"])
def test_before_the_foundation_the_frame_is_empty_and_typed(day):
    empty, full = sco.members(day), sco.members()
    assert len(empty) == 0
    assert list(empty.dtypes) == list(full.dtypes)


def test_a_day_after_the_record_is_refused():
    with pytest.raises(sco.TimelineError, match="is after") as caught:
        sco.members(AS_OF + DAY)
    assert type(caught.value).__name__ == "AfterCoverageError"


@pytest.mark.parametrize(
    "argument",
    [{"status": "members"}, {"status": "none"}, {"organization": "sco5"}, {"basis": "x"}, {"when_unclear": "raise"}],
    ids=lambda argument: next(iter(argument)),
)
def test_an_unknown_choice_is_refused_and_the_known_ones_named(argument):
    with pytest.raises(sco.TimelineError) as caught:
        sco.members("2020-01-01", **argument)
    assert type(caught.value).__name__ == "UnknownChoiceError"
    assert caught.value.argument in argument


@pytest.mark.parametrize(("organization", "status"), [("shanghai_five", "observer"), ("sco", "participant"), ("sco", "guest")])
def test_a_status_that_the_organization_cannot_give_is_no_empty_list(organization, status):
    """An empty frame says that nobody stood in it; here nobody could, or (guests) the record does not say."""
    with pytest.raises(sco.TimelineError) as caught:
        sco.members("2000-01-01", status, organization=organization)
    assert status not in caught.value.choices


def test_the_shanghai_five_have_participants_by_default():
    """As in `dyads`: for the Shanghai Five, participants take the place of members."""
    assert list(sco.members("2000-01-01", organization="shanghai_five")["party_id"]) == ["CHN", "KAZ", "KGZ", "RUS", "TJK"]


def test_the_shanghai_five_were_five_and_on_their_last_day_six():
    def ask(day):
        return list(sco.members(day, "participant", organization="shanghai_five")["party_id"])

    assert ask("1996-04-26") == ["CHN", "KAZ", "KGZ", "RUS", "TJK"]
    assert ask("2001-06-14") == ["CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB"]
    assert ask("2001-06-15") == []


@pytest.fixture(params=["effective"])
def unclear(request):
    """A coarse beginning in the record as it now is."""
    spells = sco.load("memberships").query("organization == 'sco'")
    mine = spells[(spells["basis"] == request.param) & (spells["start_earliest"] < spells["start_latest"])]
    if mine.empty:
        pytest.skip("no coarse date is left in the record")
    spell = mine.iloc[0]
    return spell["party_id"], spell["start_earliest"], spell["status"], request.param


def test_an_open_list_is_refused(unclear):
    party, day, status, basis = unclear
    for asked in (status, None):
        with pytest.raises(sco.TimelineError, match=f"{party}.*when_unclear") as caught:
            sco.members(day, asked, basis=basis)
        assert type(caught.value).__name__ == "UnclearDateError"
        assert isinstance(caught.value, ValueError)


def test_what_is_open_in_one_status_leaves_the_others_sure(unclear):
    _, day, status, basis = unclear
    other = next(s for s in ("member", "partner") if s != status)
    assert set(sco.members(day, other, basis=basis)["status"]) <= {other}


def test_an_open_list_can_be_chosen(unclear):
    party, day, status, basis = unclear
    listed = {w: set(sco.members(day, status, basis=basis, when_unclear=w)["party_id"]) for w in ("earliest", "latest", "null")}
    assert party in listed["earliest"]
    assert party not in listed["latest"] | listed["null"]
    assert listed["null"] <= listed["earliest"] & listed["latest"]


def test_what_one_caller_spoils_the_next_does_not_see():
    before, spoiled = sco.members(status=None), sco.members(status=None)
    spoiled["name"] = "spoiled"
    spoiled["more"] = 1
    pd.testing.assert_frame_equal(sco.members(status=None), before)

"""`status`: one party, one day; which days can be asked, and what is said when sources leave the answer open."""

import datetime as dt
import json
import random
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import sco_timeline as sco

WHERE = [("sco", "effective"), ("sco", "decision"), ("shanghai_five", "effective"), ("shanghai_five", "decision")]
DAY = pd.Timedelta(days=1)
AS_OF = pd.Timestamp(json.loads((Path(__file__).parents[2] / "datapackage.json").read_text("utf-8"))["as_of"])


@pytest.fixture(scope="module")
def spells():
    return sco.load("memberships")


def spells_of(spells, organization, basis):
    return spells[(spells["organization"] == organization) & (spells["basis"] == basis)]


FIRST_MEMBERS = "2001-06-15"
SAME_DAY = {
    "text": FIRST_MEMBERS,
    "date": dt.date(2001, 6, 15),
    "datetime": dt.datetime(2001, 6, 15, 23, 59),
    "timestamp": pd.Timestamp(FIRST_MEMBERS),
    "numpy day": np.datetime64(FIRST_MEMBERS),
    "numpy second": np.datetime64("2001-06-15T23:59:59"),
    "numpy nanosecond": np.datetime64(FIRST_MEMBERS, "ns"),
    "in a time zone": pd.Timestamp("2001-06-15 23:30", tz="America/New_York"),
    "in another": pd.Timestamp("2001-06-15 00:30", tz="Asia/Shanghai"),
    "aware datetime": dt.datetime(2001, 6, 15, 1, tzinfo=dt.UTC),
}


@pytest.mark.parametrize("day", SAME_DAY.values(), ids=SAME_DAY)
def test_a_day_can_be_written_in_any_usual_way(day):
    assert sco.status("China", day) == "member"


def test_the_time_of_day_is_dropped_and_never_rounded():
    assert sco.status("China", pd.Timestamp("2001-06-14 23:59:59.999999")) == "none"


@pytest.mark.parametrize(
    "day", ["", "today", "2022", "2022-09", "2022-13-01", "2022-02-30", "15/06/2001", "2001-06-15~", "[2001-06-15..2001-06-16]"]
)
def test_a_text_that_is_no_day_is_refused(day):
    with pytest.raises(sco.TimelineError) as caught:
        sco.status("China", day)
    assert isinstance(caught.value, ValueError)
    assert repr(day) in str(caught.value)


NO_DAYS = [20010615, 2001, 1.5, float("nan"), pd.NaT, True, [FIRST_MEMBERS], object()]


@pytest.mark.parametrize("day", NO_DAYS, ids=lambda day: type(day).__name__)
def test_what_is_no_day_at_all_is_refused(day):
    with pytest.raises(sco.TimelineError) as caught:
        sco.status("China", day)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("day", ["2022", "2022-09", "2001-06-15~"])
def test_who_asks_for_no_single_day_is_not_told_to_write_another(day):
    """The advice of curators (EDTF: 2013, 2013-04, ...) would lead to the same refusal."""
    with pytest.raises(sco.TimelineError) as caught:
        sco.status("China", day)
    assert "2013-04," not in str(caught.value)


def test_without_a_day_the_last_checked_one_is_meant():
    assert sco.status("India") == sco.status("India", AS_OF) == "member"


@pytest.mark.parametrize("day", [AS_OF + DAY, "2999-12-31"])
def test_a_day_after_the_record_is_refused(day):
    with pytest.raises(sco.TimelineError, match="is after") as caught:
        sco.status("India", day)
    assert type(caught.value).__name__ == "AfterCoverageError"
    assert isinstance(caught.value, ValueError)
    assert str(caught.value.as_of)[:10] == str(AS_OF.date())


@pytest.mark.parametrize(("organization", "basis"), WHERE)
@pytest.mark.parametrize("day", ["1996-04-25", "1990-01-01", "1949-10-01"])
def test_before_there_was_anything_nobody_had_a_status(day, organization, basis):
    assert sco.status("China", day, organization=organization, basis=basis) == "none"


@pytest.mark.parametrize(("organization", "basis"), WHERE)
def test_each_spell_begins_and_ends_on_its_days(spells, organization, basis):
    where = {"organization": organization, "basis": basis}
    for spell in spells_of(spells, organization, basis).itertuples(index=False):
        if spell.start_earliest == spell.start_latest:
            assert sco.status(spell.party_id, spell.start_earliest, **where) == spell.status
            assert sco.status(spell.party_id, spell.start_earliest - DAY, when_unclear="null", **where) != spell.status
        if spell.end_earliest == spell.end_latest:
            assert sco.status(spell.party_id, spell.end_earliest - DAY, when_unclear="latest", **where) == spell.status
            assert sco.status(spell.party_id, spell.end_earliest, **where) != spell.status
        if pd.isna(spell.end):
            assert sco.status(spell.party_id, **where) == spell.status


@pytest.mark.parametrize(("organization", "basis"), WHERE)
def test_a_status_is_that_of_the_spell_that_holds_the_day(spells, organization, basis):
    """The bounds of the spells, read afresh: open where a bound may lie on either side of the day."""
    random_ = random.Random(11)
    mine = list(spells_of(spells, organization, basis).itertuples(index=False))
    parties = [*sorted({spell.party_id for spell in mine}), "JPN", "HKG", "UN"]
    for _ in range(150):
        party, day = random_.choice(parties), AS_OF - random_.randrange(11_000) * DAY
        own = [spell for spell in mine if spell.party_id == party]
        bounds = [(s.start_earliest, s.start_latest) for s in own] + [(s.end_earliest, s.end_latest) for s in own]
        is_open = any(earliest <= day < latest for earliest, latest in bounds)
        holds = [s.status for s in own if s.start_latest <= day and not s.end_earliest <= day]
        expected = None if is_open else next(iter(holds), "none")
        assert sco.status(party, day, organization=organization, basis=basis, when_unclear="null") == expected, (party, day)


def test_the_answer_is_a_plain_word():
    assert type(sco.status("India", "2018-01-01")) is str
    assert type(sco.status("Japan", "2018-01-01")) is str


def test_the_shanghai_five_were_no_early_sco():
    assert sco.status("China", "2000-01-01") == "none"
    assert sco.status("China", "2000-01-01", organization="shanghai_five") == "participant"
    assert sco.status("China", "2002-01-01", organization="shanghai_five") == "none"


@pytest.mark.parametrize("territory", ["Hong Kong", "Macao", "GRL", "PRI"])
def test_a_territory_has_not_the_status_of_its_state(territory):
    assert sco.status(territory, "2024-08-01") == "none"


def test_the_bases_differ_where_a_grant_took_effect_later():
    assert sco.status("Turkey", "2012-12-31", basis="decision") == "dialogue_partner"
    assert sco.status("Turkey", "2012-12-31", basis="effective") == "none"


@pytest.mark.parametrize(
    "argument", [{"organization": "SCO"}, {"organization": "brics"}, {"basis": "legal"}, {"when_unclear": "guess"}, {"ids": "fips"}]
)
def test_an_unknown_choice_is_refused_and_the_known_ones_named(argument):
    with pytest.raises(sco.TimelineError) as caught:
        sco.status("China", "2010-01-01", **argument)
    assert type(caught.value).__name__ == "UnknownChoiceError"
    assert isinstance(caught.value, ValueError)
    assert caught.value.argument in argument
    assert len(caught.value.choices) >= 2


@pytest.fixture(params=WHERE[:1], ids=lambda where: where[1])
def unclear(request, spells):
    """A coarse beginning in the record as it now is: the spell, and what the party was before."""
    mine = spells_of(spells, *request.param)
    coarse = mine[
        (mine["start_earliest"] < mine["start_latest"]) & (mine["end_latest"].isna() | (mine["end_latest"] > mine["start_latest"]))
    ]
    if coarse.empty:
        pytest.skip("no coarse date is left in the record")
    spell = coarse.iloc[0]
    before = mine[(mine["party_id"] == spell["party_id"]) & (mine["end_event_id"] == spell["start_event_id"])]
    return spell, before["status"].item() if len(before) else "none", {"organization": request.param[0], "basis": request.param[1]}


def test_an_open_answer_is_refused_and_what_it_can_be_is_said(unclear):
    spell, before, where = unclear
    for day in (spell["start_earliest"], spell["start_latest"] - DAY):
        with pytest.raises(sco.TimelineError, match="when_unclear") as caught:
            sco.status(spell["party_id"], day, **where)
        assert type(caught.value).__name__ == "UnclearDateError"
        assert isinstance(caught.value, ValueError)
        assert caught.value.party == spell["party_id"]
        assert set(caught.value.possible) == {before, spell["status"]}


def test_an_open_answer_can_be_chosen(unclear):
    spell, before, where = unclear
    for day in (spell["start_earliest"], spell["start_latest"] - DAY):
        assert sco.status(spell["party_id"], day, when_unclear="earliest", **where) == spell["status"]
        assert sco.status(spell["party_id"], day, when_unclear="latest", **where) == before
        assert sco.status(spell["party_id"], day, when_unclear="null", **where) is None


@pytest.mark.parametrize("when_unclear", [None, "earliest", "latest", "null"])
def test_around_an_open_stretch_the_answer_is_sure(unclear, when_unclear):
    spell, before, where = unclear
    where = {**where, "when_unclear": when_unclear}
    assert sco.status(spell["party_id"], spell["start_earliest"] - DAY, **where) == before
    assert sco.status(spell["party_id"], spell["start_latest"], **where) == spell["status"]

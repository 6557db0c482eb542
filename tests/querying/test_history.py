"""`history`: every recorded step of one party."""

import pandas as pd
import pytest

import sco_timeline as sco

COLUMNS = ["date", "date_earliest", "date_latest", "status", "stage", "text", "place", "summit_id", "held", "note", "event_id"]
PREFIX = {"sco": "sco.", "shanghai_five": "s5."}


@pytest.fixture(scope="module")
def events():
    return sco.load("events").set_index("event_id")


@pytest.mark.parametrize("organization", ["sco", "shanghai_five"])
def test_a_history_is_all_events_of_the_party_and_no_other(events, organization):
    mine = events[events["status_id"].str.startswith(PREFIX[organization])]
    for party in sorted(set(events["party_id"])):
        found = sco.history(party, organization=organization)
        assert list(found.columns) == COLUMNS
        assert found["event_id"].is_unique
        assert set(found["event_id"]) == set(mine.index[mine["party_id"] == party])


@pytest.mark.parametrize("party", ["IND", "Iran", "土耳其", 370, "Афганистан"])
def test_each_step_is_told_as_its_event_tells_it(events, party):
    found = sco.history(party)
    source = events.loc[found["event_id"]]
    for column in ("date", "date_earliest", "date_latest", "stage", "place", "summit_id", "held", "note"):
        assert list(found[column].astype(object).where(found[column].notna(), None)) == list(
            source[column].astype(object).where(source[column].notna(), None)
        )
    assert list(found["status"]) == [status_id.partition(".")[2] for status_id in source["status_id"]]
    assert found["text"].str.fullmatch(r"[A-ZÇ].*\.").all()


def test_steps_stand_in_the_order_of_time():
    for party in ("IRN", "BLR", "TUR", "AFG", "PAK"):
        found = sco.history(party).dropna(subset=["date_earliest"])
        assert found["date_earliest"].is_monotonic_increasing, party


def test_on_one_day_the_grant_stands_before_its_effect():
    assert list(sco.history("IND")["stage"])[-2:] == ["decision", "effective"]


@pytest.mark.parametrize(("party", "organization"), [("JPN", "sco"), ("Hong Kong", "sco"), ("IND", "shanghai_five"), ("WTO", "sco")])
def test_who_never_took_a_step_has_an_empty_history_of_the_same_form(party, organization):
    empty = sco.history(party, organization=organization)
    assert len(empty) == 0
    assert list(empty.columns) == COLUMNS
    assert list(empty.dtypes) == list(sco.history("IND").dtypes)


def test_the_last_held_step_of_a_member_made_it_one():
    for party in sco.members()["party_id"]:
        found = sco.history(party)
        effects = found[(found["stage"] == "effective") & found["held"] & (found["status"] == "member")]
        assert len(effects) == 1, party


def test_the_shanghai_five_have_a_history_of_their_own():
    found = sco.history("Uzbekistan", organization="shanghai_five")
    assert set(found["status"]) == {"participant"}
    assert set(sco.history("Uzbekistan")["status"]) == {"member"}


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [({"party": "Indja"}, LookupError), ({"party": "Congo"}, LookupError), ({"party": "IND", "organization": "x"}, ValueError)],
)
def test_a_wrong_question_is_refused(arguments, kind):
    with pytest.raises(sco.TimelineError) as caught:
        sco.history(**arguments)
    assert isinstance(caught.value, kind)


def test_what_one_caller_spoils_the_next_does_not_see():
    before, spoiled = sco.history("IND"), sco.history("IND")
    spoiled["date"] = "spoiled"
    pd.testing.assert_frame_equal(sco.history("IND"), before)

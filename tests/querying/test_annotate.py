"""`annotate`: a status beside each row of a user's own frame, which otherwise stays as it was."""

import json
import random
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sco_timeline as sco

WHERE = [("sco", "effective"), ("sco", "decision"), ("shanghai_five", "effective"), ("shanghai_five", "decision")]
AS_OF = pd.Timestamp(json.loads((Path(__file__).parents[2] / "datapackage.json").read_text("utf-8"))["as_of"])
DAY = pd.Timedelta(days=1)


def words(found, column="sco_status"):
    return [None if pd.isna(word) else word for word in found[column]]


def party_days(seed, count):
    """Parties that ever had a status, and some that never did, on days from 1995 to the last checked one."""
    random_ = random.Random(seed)
    parties = [*sorted(set(sco.load("memberships")["party_id"])), "JPN", "HKG", "UN", "SSD"]
    rows = [(random_.choice(parties), AS_OF - random_.randrange(11_500) * DAY) for _ in range(count)]
    return pd.DataFrame(rows, columns=["iso3", "event_date"])


@pytest.fixture
def events():
    """A user's frame: unordered, with a column of its own and an index that tells rows apart only in part."""
    rows = [
        ("IND", "2018-01-01", 3.5),
        ("JPN", "2018-01-01", 1.0),
        ("IND", "2001-01-01", 2.5),
        ("TUR", "2014-01-01", 0.0),
        ("IRN", "2005-07-05", 9.0),
    ]
    frame = pd.DataFrame(rows, columns=["iso3", "event_date", "score"], index=pd.Index([9, 2, 9, 4, 4], name="row"))
    frame.attrs["origin"] = "mine"
    return frame


@pytest.mark.parametrize(("organization", "basis"), WHERE)
def test_each_row_gets_what_a_single_question_gets(organization, basis):
    where = {"organization": organization, "basis": basis}
    frame = party_days(21, 300)
    found = sco.annotate(frame, party="iso3", date="event_date", **where)
    for row in found.itertuples(index=False):
        answer = sco.status(row.iso3, row.event_date, when_unclear="null", **where)
        assert row.sco_status_unclear == (answer is None)
        assert (None if pd.isna(row.sco_status) else row.sco_status) == answer


@pytest.mark.parametrize("when_unclear", ["earliest", "latest", "null"])
def test_on_open_days_each_row_gets_what_was_chosen(when_unclear):
    spells = sco.load("memberships").query("start_earliest < start_latest")
    if spells.empty:
        pytest.skip("no coarse date is left in the record")
    for spell in spells.itertuples(index=False):
        where = {"organization": spell.organization, "basis": spell.basis, "when_unclear": when_unclear}
        days = pd.date_range(spell.start_earliest - DAY, spell.start_latest)
        frame = pd.DataFrame({"iso3": spell.party_id, "event_date": days})
        found = sco.annotate(frame, party="iso3", date="event_date", **where)
        assert words(found) == [sco.status(spell.party_id, day, **where) for day in days]
        assert list(found["sco_status_unclear"]) == [False] + [True] * (len(days) - 2) + [False]


def test_two_columns_stand_behind_the_others_and_nothing_else_changes(events):
    found = sco.annotate(events, party="iso3", date="event_date")
    assert list(found.columns) == ["iso3", "event_date", "score", "sco_status", "sco_status_unclear"]
    pd.testing.assert_frame_equal(found[list(events.columns)], events)
    assert words(found) == ["member", "none", "none", "dialogue_partner", "observer"]


def test_the_frame_given_is_not_changed(events):
    before = events.copy(deep=True)
    found = sco.annotate(events, party="iso3", date="event_date")
    found["score"] = -1.0
    found.loc[:, "iso3"] = "spoiled"
    pd.testing.assert_frame_equal(events, before)
    assert events.attrs == before.attrs


def test_the_status_is_an_ordered_category_with_none_below_all(events):
    status = sco.annotate(events, party="iso3", date="event_date")["sco_status"]
    assert status.cat.ordered
    assert status.cat.categories[0] == "none"
    assert list(status > "dialogue_partner") == [True, False, False, False, True]
    assert list(status == "none") == [False, True, True, False, False]


def test_the_flag_is_boolean_and_never_null(events):
    events.loc[9, "event_date"] = None
    flag = sco.annotate(events, party="iso3", date="event_date")["sco_status_unclear"]
    assert pd.api.types.is_bool_dtype(flag.dtype)
    assert flag.notna().all()
    assert not flag.any()


INDEXES = {
    "range": pd.RangeIndex(3),
    "duplicates": pd.Index([7, 7, 7]),
    "reversed": pd.RangeIndex(3, 0, -1),
    "text": pd.Index(["c", "a", "b"], name="id"),
    "days": pd.DatetimeIndex(["2020-01-01", "2019-01-01", "2019-01-01"]),
    "two levels": pd.MultiIndex.from_tuples([("b", 1), ("a", 2), ("a", 2)], names=["x", "y"]),
    "nulls": pd.Index([1.0, None, None]),
}


@pytest.mark.parametrize("index", INDEXES.values(), ids=INDEXES)
def test_any_index_is_kept(index):
    frame = pd.DataFrame({"p": ["IND", "CHN", "JPN"], "d": ["2010-01-01"] * 3}, index=index)
    found = sco.annotate(frame, party="p", date="d")
    pd.testing.assert_index_equal(found.index, index)
    assert words(found) == ["observer", "member", "none"]


@pytest.fixture(scope="module")
def large():
    frame = party_days(22, 120)
    return frame, sco.annotate(frame, party="iso3", date="event_date")


@settings(max_examples=20, deadline=None, derandomize=True, database=None)
@given(data=st.data())
def test_the_order_of_rows_never_matters(large, data):
    frame, expected = large
    order = data.draw(st.permutations(range(len(frame))))
    pd.testing.assert_frame_equal(sco.annotate(frame.iloc[order], party="iso3", date="event_date"), expected.iloc[order])


@settings(max_examples=15, deadline=None, derandomize=True, database=None)
@given(picked=st.lists(st.integers(0, 119), max_size=40))
def test_a_row_does_not_depend_on_the_rows_beside_it(large, picked):
    frame, expected = large
    pd.testing.assert_frame_equal(sco.annotate(frame.iloc[picked], party="iso3", date="event_date"), expected.iloc[picked])


def test_days_outside_the_record():
    """Before the organization nobody stood in it; after the last checked day the record says nothing."""
    days = ["1500-01-01", "1990-01-01", "2001-06-14", "2001-06-15", str(AS_OF.date()), str((AS_OF + DAY).date()), "2999-12-31"]
    frame = pd.DataFrame({"p": "CHN", "d": days})
    found = sco.annotate(frame, party="p", date="d")
    assert words(found) == ["none", "none", "none", "member", "member", None, None]
    assert not found["sco_status_unclear"].any()


def test_missing_parties_and_missing_days_are_null_and_raise_nothing():
    frame = pd.DataFrame({"p": ["CHN", None, "CHN", None], "d": ["2010-01-01", "2010-01-01", None, None]})
    for unknown in ("raise", "null"):
        found = sco.annotate(frame, party="p", date="d", unknown=unknown)
        assert words(found) == ["member", None, None, None]


def test_unread_parties_are_null_when_that_is_asked_for():
    frame = pd.DataFrame({"p": ["Khazakhstan", "IND", "Congo", "", "CHN"], "d": "2018-01-01"})
    found = sco.annotate(frame, party="p", date="d", unknown="null")
    assert words(found) == [None, "member", None, None, "member"]
    assert not found["sco_status_unclear"].any()


def test_unread_parties_are_refused_all_at_once_and_each_once():
    frame = pd.DataFrame({"p": ["Khazakhstan", "IND", "Indja"] * 100, "d": "2018-01-01"})
    with pytest.raises(sco.TimelineError, match="did you mean 'Kazakhstan'") as caught:
        sco.annotate(frame, party="p", date="d")
    assert isinstance(caught.value, LookupError)
    assert caught.value.names == ("Khazakhstan", "Indja")


EMPTY = {
    "of a selection": pd.DataFrame({"p": ["IND"], "d": ["2018-01-01"]}).iloc[:0],
    "of datetimes": pd.DataFrame({"p": pd.Series(dtype="str"), "d": pd.Series(dtype="datetime64[ns]")}),
    "of lists": pd.DataFrame({"p": [], "d": []}),
    "of column names": pd.DataFrame(columns=["p", "d"]),
    "of floats": pd.DataFrame({"p": pd.Series(dtype="float64"), "d": pd.Series(dtype="float64")}),
}


@pytest.mark.parametrize("frame", EMPTY.values(), ids=EMPTY)
def test_an_empty_frame_gets_its_columns(frame):
    found = sco.annotate(frame, party="p", date="d")
    assert list(found.columns) == ["p", "d", "sco_status", "sco_status_unclear"]
    assert len(found) == 0
    assert found["sco_status"].cat.ordered


@pytest.mark.parametrize("taken", ["sco_status", "sco_status_unclear"])
def test_a_column_that_stands_there_is_never_overwritten(events, taken):
    events[taken] = 1
    with pytest.raises(sco.TimelineError, match=f"'{taken}'.*column=") as caught:
        sco.annotate(events, party="iso3", date="event_date")
    assert isinstance(caught.value, ValueError)
    found = sco.annotate(events, party="iso3", date="event_date", column="sco")
    assert list(found.columns) == ["iso3", "event_date", "score", taken, "sco", "sco_unclear"]


def test_several_columns_can_be_added_one_after_another(events):
    found = events
    for organization, basis in WHERE:
        found = sco.annotate(
            found, party="iso3", date="event_date", column=f"{organization}_{basis}", organization=organization, basis=basis
        )
    assert list(found.columns[3::2]) == [f"{organization}_{basis}" for organization, basis in WHERE]
    assert len(found) == len(events)


@pytest.mark.parametrize("names", [("iso", "event_date"), ("iso3", "date"), ("row", "event_date")])
def test_a_missing_column_is_refused_and_those_there_are_named(events, names):
    with pytest.raises(sco.TimelineError, match="iso3") as caught:
        sco.annotate(events, party=names[0], date=names[1])
    assert isinstance(caught.value, ValueError)
    assert next(name for name in names if name not in events) in str(caught.value)


@pytest.mark.parametrize(
    "argument",
    [{"unknown": "ignore"}, {"when_unclear": "raise"}, {"when_unclear": None}, {"organization": "x"}, {"basis": "x"}, {"ids": "fips"}],
    ids=str,
)
def test_an_unknown_choice_is_refused_even_of_an_empty_frame(events, argument):
    for frame in (events, events.iloc[:0]):
        with pytest.raises(sco.TimelineError) as caught:
            sco.annotate(frame, party="iso3", date="event_date", **argument)
        assert type(caught.value).__name__ == "UnknownChoiceError"
        assert caught.value.argument in argument


@pytest.mark.parametrize("thing", [[("IND", "2018-01-01")], pd.Series(["IND"])], ids=lambda x: type(x).__name__)
def test_what_is_no_frame_is_refused(thing):
    with pytest.raises((sco.TimelineError, TypeError)):
        sco.annotate(thing, party="p", date="d")


def test_columns_need_not_be_named_by_text():
    found = sco.annotate(pd.DataFrame([["IND", "2018-01-01"]]), party=0, date=1)
    assert words(found) == ["member"]


def test_a_subclass_and_its_attributes_are_kept(events):
    class Mine(pd.DataFrame):
        @property
        def _constructor(self):
            return Mine

    found = sco.annotate(Mine(events), party="iso3", date="event_date")
    assert type(found) is Mine
    assert sco.annotate(events, party="iso3", date="event_date").attrs == {"origin": "mine"}


def test_a_panel_annotates_itself():
    """The yearly panel's last days, asked as a user's own frame."""
    panel = sco.panel("year")
    panel = panel[panel["year"] < AS_OF.year].assign(last=lambda f: f["year"].astype(str) + "-12-31")
    found = sco.annotate(panel, party="iso3", date="last")
    assert words(found) == words(panel, "status")

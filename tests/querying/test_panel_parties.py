"""Whom a `panel` lists, and by which identifiers."""

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
AS_OF = pd.Timestamp(json.loads((Path(__file__).parents[2] / "datapackage.json").read_text("utf-8"))["as_of"])


@pytest.fixture(scope="module")
def yearly():
    return sco.panel("year")


@pytest.fixture(scope="module")
def everyone():
    return sco.panel("year", parties="all")


@pytest.mark.parametrize(("organization", "basis"), WHERE)
def test_ever_means_whoever_ever_had_a_status_in_the_organization(organization, basis):
    """Of states and territories: organizations stand in `memberships` and make no country-years."""
    spells, parties = sco.load("memberships"), sco.load("parties")
    states = set(parties.loc[parties["kind"] != "organization", "party_id"])
    ever = sorted(states & set(spells.loc[spells["organization"] == organization, "party_id"]))
    assert list(sco.panel(organization=organization, basis=basis)["iso3"].unique()) == ever


def test_all_means_states_and_territories_and_contains_ever(yearly, everyone):
    parties = sco.load("parties").set_index("party_id")
    kinds = parties.loc[everyone["iso3"].unique(), "kind"]
    assert set(kinds) == {"state", "territory"}
    assert set(kinds.index) == set(parties.index[parties["kind"] != "organization"])
    part = everyone[everyone["iso3"].isin(set(yearly["iso3"]))].reset_index(drop=True)
    pd.testing.assert_frame_equal(part, yearly)


WAYS_TO_NAME = {
    "list": ["IND", "CHN"],
    "tuple": ("India", "China"),
    "set": {"IND", "CHN"},
    "generator of names": None,
    "Series": pd.Series(["IND", "CHN"], index=[7, 7]),
    "array of COW codes": np.array([750, 710]),
    "Series of COW codes": pd.Series([750, 710], dtype="Int64"),
    "three languages and a code": ["Индия", "中国"],
    "a column of a frame": pd.Series(["India", "China"], index=["IND", "CHN"], name="state"),
}


@pytest.mark.parametrize("parties", WAYS_TO_NAME.values(), ids=WAYS_TO_NAME)
def test_parties_can_be_named_in_any_usual_way_and_order(yearly, parties):
    found = sco.panel("year", parties=parties if parties is not None else (name for name in ("India", "China")))
    pd.testing.assert_frame_equal(found, yearly[yearly["iso3"].isin(["CHN", "IND"])].reset_index(drop=True))


def test_a_party_without_any_status_is_a_row_of_none():
    found = sco.panel("year", parties=["Japan", "World Trade Organization", "Hong Kong"])
    assert set(found["iso3"]) == {"JPN", "WTO", "HKG"}
    assert set(found["status_highest"]) == {"none"}
    assert (found["share_max"] == 0).all()
    assert found["years_since_accession"].isna().all()


def test_no_parties_make_an_empty_panel_of_the_same_form():
    for freq in TIMES:
        empty = sco.panel(freq, parties=[])
        assert len(empty) == 0
        assert list(empty.dtypes) == list(sco.panel(freq, parties=["IND"]).dtypes)


def test_parties_named_twice_are_named_in_the_refusal():
    """Whoever passes a column of a frame must learn which of its rows are one party."""
    with pytest.raises(sco.TimelineError) as caught:
        sco.panel(parties=["China", "India", "IND"])
    assert isinstance(caught.value, ValueError)
    assert "IND" in str(caught.value)


@pytest.mark.parametrize("parties", ["India", "everyone", ""], ids=repr)
def test_a_word_that_is_no_list_of_parties_is_refused(parties):
    with pytest.raises(sco.TimelineError, match=r"ever.*all"):
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


def test_parties_are_independent_of_each_other(everyone):
    random_ = random.Random(4)
    states = list(sco.load("parties").query("kind == 'state'")["party_id"])
    for _ in range(2):
        some = random_.sample(states, 6)
        expected = everyone[everyone["iso3"].isin(some)].reset_index(drop=True)
        pd.testing.assert_frame_equal(sco.panel("year", parties=some), expected)

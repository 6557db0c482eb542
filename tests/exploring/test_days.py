"""What the page looks days up in, beside what Python answers."""

from __future__ import annotations

import pytest

import sco_timeline as sco
from sco_timeline.exploring import charts, contents, days
from sco_timeline.exploring.words import count_in_words, date_in_words, days_in_words, in_words
from sco_timeline.loading import load
from sco_timeline.plotting.statuses_data import prepare_statuses

BASES = ("effective", "decision")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2017-06-09", "9 June 2017"),
        ("2013-04", "April 2013"),
        ("2013", "2013"),
        ("2023-03~", "about March 2023"),
        ("2023-03?", "perhaps March 2023"),
        ("[..2013-11-29]", "by 29 November 2013"),
        ("[2015-12-14..2016-01-15]", "between 14 December 2015 and 15 January 2016"),
        (None, ""),
    ],
)
def test_dates_in_words(text, words):
    assert date_in_words(text) == words


def test_spans_codes_and_counts_in_words():
    import pandas as pd

    first, last = pd.Timestamp("2017-06-30"), pd.Timestamp("2017-07-01")
    assert [days_in_words(first, last), days_in_words(first, first), days_in_words(pd.NaT, pd.NaT)] == [
        "30 June 2017 – 1 July 2017",
        "30 June 2017",
        "",
    ]
    assert [in_words("dialogue_partner"), in_words(None)] == ["dialogue partner", ""]
    rows = pd.DataFrame({"count_min": [1, 2], "count_max": [2, 2]}).itertuples()
    assert [count_in_words(row) for row in rows] == ["1 to 2", "2"]


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("day", ["2001-06-15", "2009-06-16", "2017-06-09", "2025-09-01", None])
def test_standing_on_a_day_is_that_of_python(basis, day):
    table = days.standings()["sco"][basis]
    known = str(day or load("memberships").attrs.get("as_of", "9999-12-31"))
    found = {}
    for party, runs in table["parties"].items():
        past = [run for run in runs if run[0] <= known]
        if past and past[-1][1] == past[-1][2] and past[-1][1]:
            found[party] = table["statuses"][past[-1][1]]
    asked = sco.members(on=day, status=None, basis=basis, when_unclear="null")
    told = {row.party_id: str(row.status) for row in asked.itertuples() if isinstance(row.status, str)}
    assert found == told


@pytest.mark.parametrize("basis", BASES)
def test_changes_are_in_order_and_each_bounds_a_spell(basis):
    found = days.changes()["sco"][basis]
    assert [one[0] for one in found] == sorted(one[0] for one in found)
    assert all(first <= last and text.endswith(".") for first, last, _, text, _ in found)


def test_growth_days_tell_of_states_only():
    text = " ".join(line for *_, line in days.growth_days("effective"))
    assert "Belarus became a member" in text
    assert "partner organization" not in text


def test_the_last_change_is_the_last():
    assert days.last_changes()[-1] == days.changes()["sco"]["effective"][-1]


@pytest.mark.parametrize("basis", BASES)
def test_the_table_of_statuses_has_a_row_a_spell_of_a_state(basis):
    picture = prepare_statuses("sco", basis)
    spells = load("memberships").query("organization == 'sco' and basis == @basis")
    states = set(load("parties").query("kind == 'state'")["party_id"])
    assert len(contents.spell_rows(picture)) == spells["party_id"].isin(states).sum()
    assert {row["stage"] for row in contents.act_rows(picture)} == {"decision", "memorandum"}


def test_every_party_and_every_summit_has_a_page():
    steps = set(load("events")["party_id"]) | set(load("attendance")["party_id"])
    assert {row["party_id"] for row in contents.parties()} == steps
    assert [row["summit_id"] for row in contents.summits()][-1] == "S5-1996"
    assert len(contents.summits()) == len(load("summits"))


def test_each_disputed_cell_says_what_stands_who_says_what_and_why():
    conflicts = load("conflicts").query("stance == 'contradicts'")
    cells = contents.disputes()
    assert sum(len(one) for one in cells.values()) == len(conflicts.groupby(["table_name", "row_id", "field"], dropna=False))
    assert all(cell["said"] and cell["chosen"] and cell["reason"] for found in cells.values() for cell in found)


def test_long_lists_of_publishers_are_cut():
    longest = max(
        (who for found in contents.disputes().values() for cell in found for who in cell["said"].values()), key=lambda who: who.count(",")
    )
    assert longest.count(", ") < 5


@pytest.mark.parametrize("basis", BASES)
def test_charts_know_no_colour_of_their_own(basis):
    for chart in (charts.growth_chart(basis), charts.statuses_chart(basis)):
        assert "#" not in "".join(str(layer["encoding"].get("color", "")) for layer in chart["layer"])
        assert chart["autosize"] == {"contains": "padding", "type": "fit"}

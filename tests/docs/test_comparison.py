"""docs/comparison.md is what its inputs and the record give; what differs from a peer, when it agreed, and how it is counted."""

import sys
from datetime import date
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "docs" / "comparison"))  # the scripts stand outside the package
page_of, differences, reading = (import_module(name) for name in ("compare", "differences", "reading"))

LAST = date(2020, 12, 31)


def spell(status, start, end=None, surely=None):
    first = date.fromisoformat(start)
    return differences.Spell(
        status, start, first, date.fromisoformat(surely) if surely else first, date.fromisoformat(end) if end else None
    )


RECORD = {
    "AAA": [spell("member", "2001-01-01")],
    "BBB": [spell("observer", "2005-01-01", "2010-01-01"), spell("member", "2010-01-01")],
    "CCC": [spell("dialogue_partner", "2012-05-01", surely="2012-05-31")],
}


def an_edition(on, scope="list", holds=("member", "observer", "dialogue_partner")):
    return differences.Edition("peer", "A peer", date.fromisoformat(on), "its day", scope, frozenset(holds))


def outcomes(found):
    return {one.party: (one.outcome, one.kind) for one in found}


def test_the_page_is_what_its_inputs_and_the_record_give():
    expected = page_of.page(*reading.read_inputs(), reading.read_record(), reading.last_day())
    assert page_of.PAGE.read_text("utf-8") == expected, "run: python docs/comparison/compare.py"


def test_each_edition_says_something_of_known_parties_in_words_that_it_has():
    _, tables = reading.read_inputs()
    editions, said = {row["edition"]: reading.edition(row) for row in tables["editions"]}, reading.published(tables["published"])
    assert set(said) == set(editions) - {page_of.COW}
    for name, given in said.items():
        assert set(given.values()) <= editions[name].holds | {"none"}
        assert set(given) <= set(reading.read_record())
    assert len({(row["edition"], row["party_id"]) for row in tables["published"]}) == len(tables["published"])
    assert all(row["url"].startswith("http") and row["locator"] and row["accessed"] for row in tables["published"])


@pytest.mark.parametrize(
    ("on", "party", "said", "expected"),
    [
        ("2011-01-01", "AAA", "member", ("agrees", "")),
        ("2011-01-01", "BBB", "observer", ("differs", "late")),
        ("2009-12-31", "BBB", "observer", ("agrees", "")),
        ("2010-01-01", "BBB", "observer", ("differs", "late")),  # the day of a change has the new status
        ("2009-12-31", "BBB", "member", ("differs", "early")),
        ("2011-01-01", "BBB", "none", ("differs", "absent")),
        ("2011-01-01", "AAA", "dialogue_partner", ("differs", "never")),
        ("2011-01-01", "CCC", "dialogue_partner", ("differs", "early")),
        ("2011-01-01", "CCC", "none", ("agrees", "")),
        ("2011-01-01", "ZZZ", "member", ("differs", "never")),
        ("2012-05-15", "CCC", "none", ("open", "")),  # the record knows the month only
        ("2012-05-31", "CCC", "dialogue_partner", ("agrees", "")),
    ],
)
def test_what_is_said_of_a_party_agrees_differs_or_stays_open(on, party, said, expected):
    found = differences.compare(an_edition(on, "parties"), {party: said}, RECORD)
    assert outcomes(found) == {party: expected}


def test_a_list_denies_a_status_to_whom_it_does_not_name():
    assert outcomes(differences.compare(an_edition("2013-01-01"), {"AAA": "member"}, RECORD)) == {
        "AAA": ("agrees", ""),
        "BBB": ("differs", "absent"),
        "CCC": ("differs", "absent"),
    }


def test_pages_read_one_by_one_say_nothing_of_the_others():
    assert set(outcomes(differences.compare(an_edition("2013-01-01", "parties"), {"AAA": "member"}, RECORD))) == {"AAA"}


def test_a_status_that_a_form_cannot_write_is_beyond_it():
    found = differences.compare(an_edition("2013-01-01", holds=["member"]), {"AAA": "member", "BBB": "member"}, RECORD)
    assert outcomes(found)["CCC"] == ("beyond", "")
    wrong = differences.compare(an_edition("2013-01-01", holds=["member"]), {"CCC": "member"}, RECORD)
    assert outcomes(wrong)["CCC"] == ("differs", "never")


def test_a_finding_says_since_when_the_record_has_what_it_has():
    (found,) = differences.compare(an_edition("2011-01-01", "parties"), {"BBB": "observer"}, RECORD)
    assert (found.said, found.status, found.since) == ("observer", "member", "2010-01-01")


@pytest.mark.parametrize(
    ("said", "holds", "expected"),
    [
        ({"AAA": "member"}, ["member", "observer"], (date(2001, 1, 1), date(2005, 1, 1))),
        ({"AAA": "member", "BBB": "observer"}, ["member", "observer"], (date(2005, 1, 1), date(2010, 1, 1))),
        ({"AAA": "member", "BBB": "member"}, ["member"], (date(2010, 1, 1), None)),
        ({"AAA": "member"}, ["member"], (date(2001, 1, 1), date(2010, 1, 1))),
        ({"BBB": "member"}, ["member"], None),
    ],
)
def test_the_days_on_which_the_record_was_what_a_list_says(said, holds, expected):
    assert differences.days_of_agreement(an_edition("2013-01-01", holds=holds), said, RECORD, LAST) == expected


def test_nothing_after_the_last_day_counts_as_agreement():
    assert differences.days_of_agreement(an_edition("2013-01-01"), {"AAA": "member"}, RECORD, date(2004, 1, 1)) == (date(2001, 1, 1), None)


def test_what_changed_since_the_day_of_an_edition():
    assert [(party, now.status) for party, now in differences.changed_since(RECORD, date(2009, 1, 1), RECORD, LAST)] == [
        ("BBB", "member"),
        ("CCC", "dialogue_partner"),
    ]
    assert differences.changed_since(RECORD, date(2013, 1, 1), RECORD, LAST) == []


def test_a_spell_holds_from_its_start_up_to_its_end():
    spells = RECORD["BBB"]
    assert differences.standing(spells, date(2004, 12, 31)) is None
    assert differences.standing(spells, date(2005, 1, 1)) is spells[0]
    assert differences.standing(spells, date(2010, 1, 1)) is spells[1]


def test_state_years_are_counted_by_what_becomes_of_them():
    columns = ["iso3", "year", "status", "status_highest", "share_min", "share_max"]
    rows = [
        ("AAA", 2013, "member", "member", 1.0, 1.0),
        ("AAA", 2014, "none", "member", 0.5, 0.5),  # out in the middle of the year
        ("BBB", 2013, "none", "none", 0.0, 0.0),
        ("BBB", 2014, "dialogue_partner", "dialogue_partner", 0.2, 0.2),
        ("CCC", 2014, "observer", "observer", 0.0, 0.9),  # the year of joining is not sure
        ("AAA", 2015, None, "member", 1.0, 1.0),  # not over yet
    ]
    counts = differences.state_years(
        pd.DataFrame(rows, columns=columns), {"member": 1, "observer": 3, "dialogue_partner": 0, "none": 0}, 2014
    )
    assert list(counts["state_years"]) == [3, 1, 2, 1, 1, 1]
    assert list(counts["parties"]) == [2, 1, 2, 1, 1, 1]


def test_the_reason_for_a_party_goes_before_that_for_the_kind():
    head = ("edition", "kind", "party_id", "why")
    reasons = [dict(zip(head, row, strict=True)) for row in [("peer", "late", "", "all are"), ("peer", "late", "BBB", "this one is")]]
    assert page_of.reason("peer", "late", "BBB", reasons) == "this one is"
    assert page_of.reason("peer", "late", "AAA", reasons) == "all are"


def test_a_difference_without_a_reason_stops_the_page():
    with pytest.raises(LookupError, match="no reason why peer differs on AAA"):
        page_of.reason("peer", "late", "AAA", [])


def test_every_reason_explains_something():
    peers, tables = reading.read_inputs()
    text = page_of.page(peers, tables, reading.read_record(), reading.last_day())
    assert [row["why"] for row in tables["reasons"] if row["why"] not in text] == []


def test_a_package_without_the_group_is_said_to_have_none():
    peers, tables = reading.read_inputs()
    text = page_of.page(peers, tables, reading.read_record(), reading.last_day())
    for package in peers["packages"]:
        line = next(line for line in text.splitlines() if line.startswith(f"| {package['package']} "))
        assert ("has no SCO" in line) is (not package["found"])

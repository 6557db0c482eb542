"""A dispute needs a ruling, a ruling a dispute, and a required cell a source."""

from __future__ import annotations

import json

import pytest

from sco_timeline.weighing import weigh

CELL = ("events", "the-event", "date")


@pytest.fixture
def verdict(world, made):
    """Weigh claims on the date of one event, chosen to be 9 June 2017, under a ruling or none."""

    def of(values, ruling=None, spells=(), cell=CELL):
        claims = [made.claim(*cell, value.removeprefix("not "), "negated" if value.startswith("not ") else "asserted") for value in values]
        rulings = []
        if ruling:
            chosen, expected = ruling
            table, row_id, field = cell
            rulings = [{"ruling_id": "R", "table_name": table, "row_id": row_id, "field": field, "chosen": chosen, "expected": expected}]
        curated = world(events=[{"event_id": "the-event", "date": "2017-06-09", "held": True}], claims=claims, rulings=rulings)
        return weigh(curated, {}, list(spells))

    return of


def places(weighed):
    return [(problem.file.removeprefix("data/raw/"), problem.line, problem.column) for problem in weighed.problems]


# Values that sources give, the ruling (chosen, expected), the place of the one problem, and pieces of message and remedy.
PROBLEMS = {
    "a dispute without a ruling": (
        ["2017-06-09", "2017-06-10"],
        None,
        ("claims.csv", 3, "value"),
        "2017-06-10 contradicts date of the-event in events",
        "add a ruling",
    ),
    "a denial without a ruling": (
        ["2017-06-09", "not 2017-06-09"],
        None,
        ("claims.csv", 3, "value"),
        "not 2017-06-09 contradicts date of the-event",
        "add a ruling",
    ),
    "a ruling without a dispute": (
        ["2017-06-09", "2017-06"],
        ("2017-06-09", ["2017-06-10"]),
        ("rulings.csv", 2, ""),
        "no source disputes this cell",
        "delete the ruling",
    ),
    "a ruling on values that no source gives any more": (
        ["2017-06-09", "2017-06-10"],
        ("2017-06-09", ["2017-06-10", "2018"]),
        ("rulings.csv", 2, "expected"),
        "sources by now say something else",
        '["2017-06-10"]',
    ),
    "a ruling that does not know of a value": (
        ["2017-06-09", "2017-06-10", "2018"],
        ("2017-06-09", ["2017-06-10"]),
        ("rulings.csv", 2, "expected"),
        "sources by now say something else",
        '["2017-06-10", "2018"]',
    ),
    "a ruling that does not know of a denial": (
        ["2017-06-09", "2017-06-10", "not 2017-06-09"],
        ("2017-06-09", ["2017-06-10"]),
        ("rulings.csv", 2, "expected"),
        "sources by now say something else",
        '["2017-06-10", "not 2017-06-09"]',
    ),
    "a ruling that chose otherwise": (
        ["2017-06-09", "2017-06-10"],
        ("2017-06-10", ["2017-06-10"]),
        ("rulings.csv", 2, "chosen"),
        "'2017-06-10' is not what stands",
        "write 2017-06-09",
    ),
    "a required cell without a source": (
        [],
        None,
        ("events.csv", 2, "date"),
        "no source gives this value",
        "add a claim",
    ),
    "a required cell of which sources say less": (
        ["2017-06"],
        None,
        ("events.csv", 2, "date"),
        "no source gives this value",
        "add a claim",
    ),
}


@pytest.mark.parametrize("case", PROBLEMS)
def test_problems(verdict, case):
    values, ruling, place, message, remedy = PROBLEMS[case]
    weighed = verdict(values, ruling and (ruling[0], json.dumps(ruling[1])))
    assert places(weighed) == [place]
    assert message in weighed.problems[0].message and remedy in weighed.problems[0].remedy


def test_a_dispute_that_was_ruled_is_kept_with_all_that_was_said(verdict):
    weighed = verdict(["2017-06-09", "2017-06-10", "2017-06", "not 2017-06-09"], ("2017-06-09", '["2017-06-10", "not 2017-06-09"]'))
    assert weighed.problems == []
    assert {row["chosen"] for row in weighed.conflicts} == {"2017-06-09"}
    assert [(row["value"], row["polarity"], row["stance"]) for row in weighed.conflicts] == [
        ("2017-06", "asserted", "coarser"),
        ("2017-06-10", "asserted", "contradicts"),
        ("2017-06-09", "negated", "contradicts"),
        ("2017-06-09", "asserted", "supports"),
    ]
    assert {row["ruling_id"] for row in weighed.conflicts} == {"R"}
    assert len({row["conflict_id"] for row in weighed.conflicts}) == 4


def test_agreement_is_no_conflict(verdict):
    weighed = verdict(["2017-06-09", "2017-06", "2017-06-09?"])
    assert (weighed.conflicts, weighed.problems) == ([], [])


@pytest.mark.parametrize(("chosen", "fits"), [("member", True), ("observer", True), ("none", True), ("dialogue_partner", False)])
def test_a_ruling_on_a_status_chooses_one_that_the_party_had(verdict, made, chosen, fits):
    spells = [made.spell("IND", "observer", "2005-07-05", "2017-06-09"), made.spell("IND", "member", "2017-06-09")]
    spells.append(made.spell("IND", "dialogue_partner", "2004-01-05", "2005-07-05", basis="decision"))
    weighed = verdict(["partner"], (chosen, '["partner"]'), spells, ("memberships", "IND", "status"))
    problems = [place for place in places(weighed) if place[0] == "rulings.csv"]
    assert problems == ([] if fits else [("rulings.csv", 2, "chosen")])
    assert [row["value"] for row in weighed.conflicts] == ["partner"]

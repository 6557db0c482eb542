"""A renewable status may be put into effect again while it is held, which changes nothing; another one may not."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sco_timeline.deriving import BASES, fold_spells, membership_rows

RENEWABLE = "sco.dialogue_partner"  # any status would do: the tables say which is renewable, not the code
lightly = settings(max_examples=40, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

# Events as date, status, stage; then the spells on each basis as status, start, end.
HISTORIES = {
    "a memorandum renewed": (
        [("2005-04-12", "memorandum"), ("2010-04-05", "memorandum")],
        {basis: ["dialogue_partner 2005-04-12 -"] for basis in BASES},
    ),
    "a memorandum renewed twice, once known to the year": (
        [("2005-04-12", "memorandum"), ("2010", "memorandum"), ("2020-11", "memorandum")],
        {basis: ["dialogue_partner 2005-04-12 -"] for basis in BASES},
    ),
    "a memorandum renewed after a grant": (
        [("2004", "decision"), ("2005-04-12", "memorandum"), ("2010-04-05", "memorandum")],
        {"effective": ["dialogue_partner 2005-04-12 -"], "decision": ["dialogue_partner 2004 -"]},
    ),
    "a memorandum renewed on the day on which it was signed": (
        [("2005-04-12", "memorandum"), ("2005-04-12", "memorandum")],
        {basis: ["dialogue_partner 2005-04-12 -"] for basis in BASES},
    ),
    "the end ends the spell that the first memorandum began": (
        [("2005-04-12", "memorandum"), ("2010-04-05", "memorandum"), ("2015-07-10", "end")],
        {basis: ["dialogue_partner 2005-04-12 2015-07-10"] for basis in BASES},
    ),
    "a memorandum after the end is none that renews": (
        [("2005-04-12", "memorandum"), ("2010-04-05", "end"), ("2015-07-10", "memorandum"), ("2020", "memorandum")],
        {basis: ["dialogue_partner 2005-04-12 2010-04-05", "dialogue_partner 2015-07-10 -"] for basis in BASES},
    ),
    "a status that follows ends it": (
        [("2005-04-12", "memorandum"), ("2010-04-05", "memorandum"), ("2015-07-10", "sco.observer decision")],
        {basis: ["dialogue_partner 2005-04-12 2015-07-10", "observer 2015-07-10 -"] for basis in BASES},
    ),
    "a memorandum after another status is none that renews": (
        [("2005-04-12", "memorandum"), ("2010-04-05", "sco.observer decision"), ("2015-07-10", "memorandum")],
        {
            basis: ["dialogue_partner 2005-04-12 2010-04-05", "observer 2010-04-05 2015-07-10", "dialogue_partner 2015-07-10 -"]
            for basis in BASES
        },
    ),
    "a renewal that is planned": (
        [("2005-04-12", "memorandum"), ("2099", "(memorandum)")],
        {basis: ["dialogue_partner 2005-04-12 -"] for basis in BASES},
    ),
}


def events_of(steps):
    words = ((when, stage if " " in stage else f"{RENEWABLE} {stage}") for when, stage in steps)
    return [("UN", *stage.split(), when) for when, stage in words]


@pytest.fixture
def folded(curated_of):
    """Fold a history, `RENEWABLE` being renewable or not."""

    def fold(events, renewable):
        curated = curated_of(events)
        curated.by_key("statuses")[RENEWABLE]["renewable"] = renewable
        return fold_spells(curated)

    return fold


def spelled(spells, basis):
    return [f"{row['status']} {row['start']} {row['end'] or '-'}" for row in membership_rows(spells) if row["basis"] == basis]


@pytest.mark.parametrize(("steps", "expected"), HISTORIES.values(), ids=HISTORIES)
def test_a_renewal_begins_no_second_spell(folded, steps, expected):
    spells, problems = folded(events_of(steps), renewable=True)
    assert problems == []
    assert {basis: spelled(spells, basis) for basis in BASES} == expected


def test_a_renewal_bounds_no_spell(folded):
    steps, _ = HISTORIES["the end ends the spell that the first memorandum began"]
    spells, _ = folded(events_of(steps), renewable=True)
    assert [(spell.start_event_id, spell.end_event_id) for spell in spells] == [("UN-1", "UN-3")] * 2


@pytest.mark.parametrize("steps", [HISTORIES[title][0] for title in HISTORIES if title.startswith("a memorandum renewed")])
def test_of_another_status_it_is_refused(folded, steps):
    _, problems = folded(events_of(steps), renewable=False)
    repeated = {f"data/raw/events.csv:{number}" for number, (_, stage) in enumerate(steps, start=2) if stage == "memorandum"}
    assert {f"{problem.file}:{problem.line}" for problem in problems} <= repeated
    assert {problem.column for problem in problems} == {"status_id"}
    assert all("UN is dialogue_partner already, by UN-" in problem.message for problem in problems)


def test_one_status_that_is_renewable_makes_no_other_so(folded):
    events = [("UN", "sco.observer", "decision", "2005-04-12"), ("UN", "sco.observer", "decision", "2010-04-05")]
    _, problems = folded(events, renewable=True)
    assert {(problem.line, problem.column) for problem in problems} == {(3, "status_id")}


@pytest.mark.parametrize("status", [RENEWABLE, "sco.observer"])
def test_an_end_is_not_renewed(folded, status):
    steps = [
        ("2005-04-12", f"{status} decision"),
        ("2005-05", f"{status} memorandum"),
        ("2010", f"{status} end"),
        ("2012", f"{status} end"),
    ]
    _, problems = folded(events_of(steps), renewable=True)
    assert {(problem.line, problem.column) for problem in problems} == {(5, "stage")}


@lightly
@given(
    years=st.lists(st.integers(2006, 2025), unique=True, max_size=6),
    renewals=st.lists(st.integers(2006, 2025), max_size=6),
    seed=st.randoms(use_true_random=False),
)
def test_renewals_change_no_spell_in_whatever_order_they_are_written(folded, years, renewals, seed):
    """Statuses follow on each other in some years; each renewal falls into a spell of the renewable one, or begins none."""
    turns = ["sco.observer decision", "memorandum"]
    steps = [("2005-04-12", "memorandum"), *((f"{year}-03-01", turns[n % 2]) for n, year in enumerate(sorted(years)))]
    held = [steps[max(n for n, (when, _) in enumerate(steps) if when < f"{year}-08")][1] for year in renewals]
    more = [(f"{year}-08", "memorandum") for year, stage in zip(renewals, held, strict=True) if stage == "memorandum"]
    shuffled = steps + more
    seed.shuffle(shuffled)
    spells, problems = folded(events_of(shuffled), renewable=True)
    plain, _ = folded(events_of(steps), renewable=True)
    assert problems == []
    assert [spelled(spells, basis) for basis in BASES] == [spelled(plain, basis) for basis in BASES]

"""From events to spells: `histories.txt` has the cases."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from sco_timeline.deriving import BASES, fold_spells, membership_rows


class History(NamedTuple):
    """One case: what happened, and what is to follow."""

    title: str
    events: list[tuple[str, str, str, str]]
    spells: dict[str, list[tuple[str, ...]]]
    refused: tuple[str, ...]


def parse(block: str) -> History:
    title, *lines = block.strip().splitlines()
    events, spells, refused = [], {}, ()
    for line in lines:
        if line.startswith("  "):
            when, status, stage = line.split()
            events.append(("IND", status, stage, when))
            continue
        head, _, said = line.partition(":")
        if head == "refused":
            refused = tuple(said.split(maxsplit=2))
        else:
            spells[head] = [] if said.strip() == "nothing" else [(*part.split(), "-")[:3] for part in said.split(",")]
    return History(title, events, spells, refused)


BLOCKS = (Path(__file__).parent / "histories.txt").read_text(encoding="utf-8").split("\n\n")
HISTORIES = [parse(block) for block in BLOCKS if not block.startswith("#")]


def cases(kind):
    """Run a test for every case that gives spells, or that is refused."""
    return pytest.mark.parametrize("history", [h for h in HISTORIES if getattr(h, kind)], ids=lambda history: history.title)


def spelled(rows, basis):
    """Spells as the cases write them."""
    own = sorted((row for row in rows if row["basis"] == basis), key=lambda row: row["organization"] != "shanghai_five")
    return [(row["status"], row["start"], row["end"] or "-") for row in own]


@cases("spells")
def test_spells_follow_from_events(curated_of, history):
    spells, problems = fold_spells(curated_of(history.events))
    assert problems == []
    rows = membership_rows(spells)
    assert {basis: spelled(rows, basis) for basis in BASES} == history.spells


@cases("spells")
def test_the_order_of_rows_does_not_matter(curated_of, history):
    forwards, backwards = (fold_spells(curated_of(events))[0] for events in (history.events, history.events[::-1]))
    assert [spell.period for spell in forwards] == [spell.period for spell in backwards]


@cases("refused")
def test_contradictions_are_refused_at_their_event(curated_of, history):
    _, problems = fold_spells(curated_of(history.events))
    number, column, words = history.refused
    assert {(problem.line - 1, problem.column) for problem in problems} == {(int(number), column)}
    assert all(words in problem.message and problem.remedy for problem in problems)


def test_the_cases_are_read():
    assert len(HISTORIES) >= 30
    assert all(history.events and (set(history.spells) == set(BASES)) != bool(history.refused) for history in HISTORIES)


def test_a_repeated_status_gets_a_number_behind_its_key(curated_of):
    events = [
        ("IND", "sco.observer", "decision", "2004-06-17"),
        ("IND", "sco.observer", "end", "2010-06-11"),
        ("IND", "sco.observer", "decision", "2015-07-10"),
        ("IND", "sco.member", "effective", "2017-06-09"),
        ("IND", "sco.observer", "decision", "2020-11-10"),
        ("PAK", "sco.observer", "decision", "2005-07-05"),
    ]
    keys = [row["membership_id"] for row in membership_rows(fold_spells(curated_of(events))[0])]
    assert keys[:5] == [
        "sco-effective-IND-observer",
        "sco-effective-IND-observer-2",
        "sco-effective-IND-member",
        "sco-effective-IND-observer-3",
        "sco-effective-PAK-observer",
    ]
    assert len(set(keys)) == len(keys) == 10


def test_spells_name_the_events_that_bound_them(curated_of):
    events = [("IND", "sco.observer", "decision", "2005-07-05"), ("IND", "sco.member", "effective", "2017-06-09")]
    bounds = [(row["start_event_id"], row["end_event_id"]) for row in membership_rows(fold_spells(curated_of(events))[0])]
    assert bounds == [("IND-1", "IND-2"), ("IND-2", None)] * 2


def test_spells_come_by_organization_basis_party_and_time(curated_of):
    events = [
        ("PAK", "sco.observer", "decision", "2005-07-05"),
        ("CHN", "sco.member", "effective", "2001-06-15"),
        ("CHN", "s5.participant", "effective", "1996-04-26"),
        ("PAK", "sco.member", "effective", "2017-06-09"),
    ]
    spells = fold_spells(curated_of(events))[0]
    order = [(spell.organization, spell.basis, spell.party_id, spell.status) for spell in spells]
    one_basis = [("CHN", "member"), ("PAK", "observer"), ("PAK", "member")]
    assert order == [("sco", basis, *pair) for basis in BASES for pair in one_basis] + [
        ("shanghai_five", basis, "CHN", "participant") for basis in BASES
    ]


def test_a_problem_stands_on_the_line_of_its_event(curated_of):
    _, problems = fold_spells(curated_of([("CHN", "sco.member", "effective", "2001-06-15"), ("IND", "sco.observer", "end", "2010-06-11")]))
    assert {(problem.file, problem.line) for problem in problems} == {("data/raw/events.csv", 3)}

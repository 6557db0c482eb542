"""Answers that were looked up without sight of the data: `cases/known_answers.csv` says where."""

import csv
from pathlib import Path

import pytest

import sco_timeline as sco

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "known_answers.csv").read_text("utf-8").splitlines()))


def answer(case):
    where = {"organization": case["organization"], "basis": case["basis"]}
    if case["ask"] == "status":
        return sco.status(case["party"], case["on"], **where)
    found = sco.members(case["on"], case["status"], **where)
    return str(len(found)) if case["ask"] == "count" else ";".join(sorted(found["party_id"]))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['ask']} {c['party'] or c['status']} {c['on']} {c['basis']}")
def test_known_answer(case):
    assert answer(case) == case["answer"], case["look_up"]


def test_there_are_many_and_each_says_where_to_look():
    assert len(CASES) >= 60
    assert all(case["look_up"] for case in CASES)

"""Answers that were looked up without sight of the data: `cases/known_answers.csv` says where.

`cases/peer_errors.csv` holds answers that other datasets get wrong, at least one of each kind.
"""

import csv
from pathlib import Path

import pytest

import sco_timeline as sco

FOLDER = Path(__file__).parents[1] / "cases"
CASES, PEER_ERRORS = (
    list(csv.DictReader((FOLDER / name).read_text("utf-8").splitlines())) for name in ("known_answers.csv", "peer_errors.csv")
)


def answer(case):
    where = {"organization": case["organization"], "basis": case["basis"]}
    if case["ask"] == "cow":
        coded = sco.panel(coding="cow", since=1996, parties=[case["party"]], **where)
        return str(coded.set_index("year").loc[int(case["on"]), "sco"])
    if case["ask"] == "status":
        return sco.status(case["party"], case["on"], **where)
    found = sco.members(case["on"], case["status"], **where)
    return str(len(found)) if case["ask"] == "count" else ";".join(sorted(found["party_id"]))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['ask']} {c['party'] or c['status']} {c['on']} {c['basis']}")
def test_known_answer(case):
    assert answer(case) == case["answer"], case["look_up"]


@pytest.mark.parametrize("case", PEER_ERRORS, ids=lambda c: f"{c['error']}: {c['party'] or c['status']} {c['on']} {c['basis']}")
def test_errors_of_peers_are_not_ours(case):
    assert answer(case) == case["answer"], case["look_up"]


def test_there_are_many_and_each_says_where_to_look():
    assert len(CASES) >= 100
    assert all(case["look_up"] for case in CASES + PEER_ERRORS)

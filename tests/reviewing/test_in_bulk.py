"""Decisions by a file: all of them or none, and as often as one likes."""

from __future__ import annotations

import pytest

from .conftest import CLAIMS, LATER, MEMBER, NEW, SOURCE

HEADER = "source_id,number,decision,reason,row"
DECISIONS = [
    f"{SOURCE},1,accept,,",
    f'{SOURCE},2,accept,"The Gazette, too, slips.",',
    f"{SOURCE},3,accept,,",
    f"{SOURCE},4,reject,a boast,",
    f"{SOURCE},5,defer,,",
]


def write(reviewed, *lines: str):
    path = reviewed.folder / "decisions.csv"
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def test_every_decision_is_taken_and_the_record_builds(reviewed):
    reviewed.add(*CLAIMS)
    assert reviewed("apply", write(reviewed, HEADER, *DECISIONS)) == (0, "5 decisions taken\n", "")
    decided = [(one["decision"], one["row"]) for one in reviewed.candidates()]
    assert decided == [
        ("accepted", "events.IND-sco.member-effective.date"),
        ("accepted", "events.IND-sco.member-effective.date"),
        ("accepted", "events.NAM-sco.observer-decision.date"),
        ("rejected", None),
        ("deferred", None),
    ]
    assert len(reviewed.rows("claims")) == 3
    reviewed.mini.build()


def test_a_file_can_be_applied_again(reviewed):
    reviewed.add(*CLAIMS)
    decisions = write(reviewed, HEADER, *DECISIONS)
    assert reviewed("apply", decisions).code == 0
    before = reviewed.raw()
    assert reviewed("apply", decisions).code == 0
    assert reviewed.raw() == before


def test_the_second_source_of_a_new_event_joins_the_first(reviewed):
    reviewed.add(NEW, NEW | {"evidence": [0, 20], "date": "2017-06"})
    assert reviewed("apply", write(reviewed, HEADER, f"{SOURCE},1,accept,,", f"{SOURCE},2,accept,,")).code == 0
    assert len(reviewed.rows("events", "NAM-sco.observer-decision")) == 1
    assert len(reviewed.rows("claims")) == 2
    reviewed.mini.build()


def test_an_empty_file_decides_nothing(reviewed):
    reviewed.add(MEMBER)
    before = reviewed.raw()
    assert reviewed("apply", write(reviewed, HEADER)) == (0, "0 decisions taken\n", "")
    assert reviewed.raw() == before


WRONG = [
    (["source,number"], "decisions.csv:1: columns are source, number; write source_id,number,decision,reason,row"),
    ([HEADER, *DECISIONS[:1], f"{SOURCE},2,accept,,"], "decisions.csv:3: 2017-06-12 contradicts 2017-06-09"),
    ([HEADER, *DECISIONS[:1], f"{SOURCE},4,reject,,"], "decisions.csv:3: candidate 4 of"),
    ([HEADER, *DECISIONS[:1], f"{SOURCE},4,agree,,"], "decisions.csv:3: decision='agree' is none of accept, reject, defer"),
    ([HEADER, *DECISIONS[:1], f"{SOURCE},four,accept,,"], "decisions.csv:3: 'four' is no number of a candidate"),
    ([HEADER, *DECISIONS[:1], f"{SOURCE},²,accept,,"], "decisions.csv:3: '²' is no number"),
    ([HEADER, *DECISIONS[:1], f"{SOURCE},4,accept"], "decisions.csv:3: has 3 cells, the header 5"),
    ([HEADER, *DECISIONS[:1], "nobody,1,accept,,"], "decisions.csv:3: no source is written 'nobody'"),
    ([HEADER, *DECISIONS[:1], f'{SOURCE},4,reject,"a quote'], "is not readable as CSV"),
    ([HEADER, *DECISIONS[:1], f"{SOURCE},1,reject,no,"], "decisions.csv:3: candidate 1 of"),
]


@pytest.mark.parametrize(("lines", "says"), WRONG, ids=[wrong[1][:50] for wrong in WRONG])
def test_one_wrong_decision_stops_all(reviewed, lines, says):
    reviewed.add(*CLAIMS)
    before = reviewed.raw()
    done = reviewed("apply", write(reviewed, *lines))
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert says in done.err
    assert reviewed.raw() == before


def test_all_wrong_decisions_are_named_at_once(reviewed):
    reviewed.add(MEMBER, LATER)
    done = reviewed("apply", write(reviewed, HEADER, f"{SOURCE},2,accept,,", f"{SOURCE},9,accept,,"))
    assert (done.code, done.err.count("\n")) == (1, 2)

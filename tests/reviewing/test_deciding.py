"""From candidates to claims: what a decision writes, what it refuses, and that the record builds afterwards."""

from __future__ import annotations

import csv
import io
import json

import pytest

from .conftest import CLAIMS, HELD, LATER, MEMBER, NEW, SHA256, SOURCE, TEXT, WISH, claim_on


def is_sorted(text: str) -> bool:
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
    return rows == sorted(rows)


def test_what_is_added_holds_claims_offsets_and_the_hash_but_no_text(reviewed):
    done = reviewed.add(*CLAIMS)
    assert done.out == f"5 candidates added to {SOURCE}\n"
    for claim, candidate in zip(CLAIMS, reviewed.candidates(), strict=True):
        undecided = dict.fromkeys(("decision", "reason", "decided_on", "row"))
        assert candidate == claim | {"doc": SOURCE, "text_sha256": SHA256} | undecided
    written = reviewed.file.read_text(encoding="utf-8")
    assert not any(TEXT[start : start + 12] in written for start in range(len(TEXT) - 12))


def test_adding_again_adds_only_what_is_not_there_and_keeps_numbers_and_decisions(reviewed):
    reviewed.add(MEMBER, HELD)
    assert reviewed("decide", SOURCE, 2, "reject", "--reason", "a boast").code == 0
    done = reviewed.add(NEW, HELD, MEMBER | {"rule": "another.rule"})
    assert done.out == f"1 candidates added to {SOURCE}, 2 were there\n"
    assert [(one["type"], one["decision"]) for one in reviewed.candidates()] == [
        ("status_change", None),
        ("status_held", "rejected"),
        ("status_change", None),
    ]


def test_candidates_do_not_disturb_the_build(reviewed):
    reviewed.mini.build()
    before = reviewed.mini.published()
    reviewed.add(*CLAIMS)
    reviewed.mini.build()
    assert reviewed.mini.published() == before


def test_the_list_puts_candidates_beside_the_record(reviewed):
    reviewed.add(*CLAIMS)
    rows = [json.loads(line) for line in reviewed("list", "--format", "jsonl").out.splitlines()]
    assert [(row["number"], row["row"], row["value"], row["verdict"]) for row in rows] == [
        (1, "events.IND-sco.member-effective.date", "2017-06-09", "agrees"),
        (2, "events.IND-sco.member-effective.date", "2017-06-09", "contradicts"),
        (3, "events.NAM-sco.observer-decision.date", None, "new"),
        (4, "memberships.KAZ.status", "member", "agrees"),
        (5, None, None, "unplaced"),
    ]
    assert [row["remark"] for row in rows[1:3]] == ["needs a reason, which becomes the ruling", "a new event NAM-sco.observer-decision"]


def test_an_agreeing_claim_becomes_a_claim(reviewed):
    reviewed.add(MEMBER)
    done = reviewed("decide", SOURCE, 1, "accept")
    assert done == (0, f"{SOURCE} 1: accepted as events.IND-sco.member-effective.date\n", "")
    start, end = MEMBER["evidence"]
    assert reviewed.rows("claims") == [
        f'{SOURCE},events,IND-sco.member-effective,date,2017-06-09,,asserted,"char={start},{end}",test.rule',
    ]
    assert is_sorted(reviewed.mini.read("claims"))
    (candidate,) = reviewed.candidates()
    assert (candidate["decision"], candidate["row"]) == ("accepted", "events.IND-sco.member-effective.date")
    built = reviewed.mini.build()
    assert [row["stance"] for row in built.rows["claims"] if row["source_id"] == SOURCE] == ["supports"]
    assert reviewed("list").out.count("\n") == 1, "nothing is open"


def test_what_is_new_becomes_an_event_with_its_claim(reviewed):
    reviewed.add(NEW)
    assert reviewed("decide", SOURCE, 1, "accept").code == 0
    assert reviewed.rows("events", "NAM-sco.observer-decision") == [
        "NAM-sco.observer-decision,NAM,sco.observer,decision,2017-06-12,,,true,"
    ]
    assert is_sorted(reviewed.mini.read("events"))
    built = reviewed.mini.build()
    assert [row["party_id"] for row in built.rows["memberships"] if row["start_event_id"] == "NAM-sco.observer-decision"] == ["NAM"] * 2


def test_a_plan_stays_a_plan(reviewed):
    reviewed.add(NEW | {"polarity": "expected", "date": "2099"})
    assert reviewed("decide", SOURCE, 1, "accept").code == 0
    assert reviewed.rows("events", "NAM-sco.observer-decision") == ["NAM-sco.observer-decision,NAM,sco.observer,decision,2099,,,false,"]
    assert ",2099,,expected," in reviewed.rows("claims")[0]
    assert not any(row["party_id"] == "NAM" for row in reviewed.mini.build().rows["memberships"])


def test_a_contradiction_needs_a_reason_which_joins_the_ruling(reviewed):
    reviewed.add(LATER)
    refused = reviewed("decide", SOURCE, 1, "accept")
    assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)
    assert refused.err.startswith("2017-06-12 contradicts 2017-06-09 in events.IND-sco.member-effective.date; give --reason")
    assert reviewed("decide", SOURCE, 1, "accept", "--reason", "The Gazette slips as well.").code == 0
    (ruling,) = reviewed.mini.build().rows["rulings"]
    assert json.loads(ruling["expected"]) == ["2017-06-10", "2017-06-12"]
    assert ruling["reason"] == "The digest is dated a day after the act. The Gazette slips as well."


def test_a_contradiction_of_an_undisputed_cell_makes_its_ruling(reviewed):
    reviewed.add(HELD | {"status": "observer"})
    assert reviewed("decide", SOURCE, 1, "accept", "--reason", "A slip.").code == 0
    assert reviewed.rows("rulings", "KAZ.status") == ['KAZ.status,memberships,KAZ,status,member,"[""observer""]",A slip.']
    reviewed.mini.build()


def test_a_contradiction_that_a_ruling_knows_needs_nothing_more(reviewed):
    reviewed.add(LATER | {"date": "2017-06-10"})
    before = reviewed.mini.read("rulings")
    assert reviewed("decide", SOURCE, 1, "accept").code == 0
    assert reviewed.mini.read("rulings") == before
    reviewed.mini.build()


def test_what_its_source_says_already_adds_nothing(reviewed):
    reviewed.add(MEMBER, claim_on("India has belonged", "status_change", party="IND", to="member", stage="effective"))
    assert reviewed("decide", SOURCE, 1, "accept").code == 0
    before = reviewed.mini.read("claims")
    assert json.loads(reviewed("list", "--format", "jsonl").out)["verdict"] == "duplicate"
    assert reviewed("decide", SOURCE, 2, "accept").code == 0
    assert reviewed.mini.read("claims") == before
    assert reviewed.candidates()[1]["row"] == "events.IND-sco.member-effective"


def test_an_empty_cell_is_filled_by_what_is_accepted(reviewed):
    reviewed.mini.replace("summits", "CHS-2017,chs,17,", "CHS-2017,chs,,")
    reviewed.add(claim_on("the council sat in Astana", "summit", body="chs", city="Astana", ordinal=17))
    assert "fills summits.CHS-2017.ordinal" in reviewed("list").out
    assert reviewed("decide", SOURCE, 1, "accept").code == 0
    assert reviewed.rows("summits", "CHS-2017,chs,17,")
    assert len(reviewed.rows("claims")) == 3
    reviewed.mini.build()


def test_one_claim_can_become_several_rows(reviewed):
    reviewed.add(claim_on("China met Kazakhstan", "bilateral_meeting", parties=["KAZ", "CHN"]))
    assert reviewed("decide", SOURCE, 1, "accept").code == 0
    row = "meeting_parties.CHS-2017-CHN-KAZ.CHN.party_id;meeting_parties.CHS-2017-CHN-KAZ.KAZ.party_id"
    assert reviewed.candidates()[0]["row"] == row
    assert len(reviewed.rows("claims")) == 2
    reviewed.mini.build()


def test_a_claim_is_accepted_as_another_row(reviewed):
    reviewed.add(NEW)
    assert reviewed("decide", SOURCE, 1, "accept", "--row", "events.NAM-sco.observer-application-2.date").code == 0
    assert reviewed.rows("events", "NAM-sco.observer-application-2,NAM,sco.observer,application,2017-06-12,")
    reviewed.mini.build()


def test_what_is_rejected_or_deferred_changes_no_table(reviewed):
    reviewed.add(MEMBER, NEW)
    before = reviewed.raw()
    assert reviewed("decide", SOURCE, 1, "reject", "--reason", "quotes a rival").code == 0
    assert reviewed("decide", SOURCE, 2, "defer").code == 0
    changed = {name for name, content in reviewed.raw().items() if before[name] != content}
    assert changed == {f"candidates/{SOURCE}.jsonl"}
    assert [(one["decision"], one["reason"], one["row"]) for one in reviewed.candidates()] == [
        ("rejected", "quotes a rival", None),
        ("deferred", None, None),
    ]
    assert [json.loads(line)["number"] for line in reviewed("list", "--format", "jsonl").out.splitlines()] == [2]
    assert reviewed("decide", SOURCE, 1, "accept").code == 0, "what was rejected can be accepted later"


MISTAKES = [
    (["decide", SOURCE, "6", "accept"], 2, f"{SOURCE} has no candidate 6; its candidates are 1 to 5"),
    (["decide", SOURCE, "0", "accept"], 2, "has no candidate 0"),
    (["decide", "gazette", "1", "accept"], 2, "no source is written 'gazette'"),
    (["decide", "secretariat-history", "1", "accept"], 2, "secretariat-history has no candidates"),
    (["decide", "../x", "1", "accept"], 2, "'../x' is no source_id"),
    (["decide", SOURCE, "1", "reject"], 2, "is rejected without a reason"),
    (["decide", SOURCE, "5", "accept"], 2, "has no place: no event is COG-sco.observer-decision"),
    (["decide", SOURCE, "1", "accept", "--row", "events.date"], 2, "no row of events is 'date'"),
    (["decide", SOURCE, "1", "defer", "--row", "memberships.IND.status"], 2, "--row is for what is accepted"),
    (["list", "gazette-20170612"], 2, f"did you mean '{SOURCE}'?"),
    (["list", "--source", "x"], 2, ""),
    (["apply", "nowhere.csv"], 1, "nowhere.csv: No such file or directory"),
    (["add", SOURCE, "nowhere.jsonl", "--text", "nowhere.txt"], 1, "nowhere.txt: No such file or directory"),
    (["--source", "nobody"], 2, "no source is written 'nobody'"),
    (["--package", "nowhere", "list"], 1, "nowhere/datapackage.json: No such file or directory"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "code", "says"), MISTAKES, ids=[" ".join(mistake[0]) for mistake in MISTAKES])
def test_a_mistake_costs_one_line_and_changes_nothing(reviewed, words, code, says):
    reviewed.add(*CLAIMS)
    before = reviewed.raw()
    found = reviewed(*words)
    assert (found.code, found.out) == (code, "")
    assert says in found.err.splitlines()[-1]
    assert says == "" or found.err.count("\n") == 1
    assert reviewed.raw() == before


def test_an_accepted_claim_is_not_taken_back_by_a_word(reviewed):
    reviewed.add(MEMBER)
    assert reviewed("decide", SOURCE, 1, "accept").code == 0
    before = reviewed.raw()
    assert reviewed("decide", SOURCE, 1, "accept").code == 0, "to accept it again changes nothing"
    refused = reviewed("decide", SOURCE, 1, "reject", "--reason", "no")
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "is accepted already: it became events.IND-sco.member-effective.date" in refused.err
    assert reviewed.raw() == before


def test_a_source_whose_text_changed_takes_no_more_claims(reviewed):
    reviewed.add(MEMBER)
    reviewed.mini.replace("sources", SHA256, "0" * 64)
    refused = reviewed("decide", SOURCE, 1, "accept")
    assert (refused.code, refused.err) == (2, f"text_sha256 of {SOURCE} in sources.csv is not that of its candidates; extract anew\n")


def test_what_the_build_refuses_is_not_accepted(reviewed):
    """An effective membership of Namibia at the day on which it became an observer."""
    reviewed.add(
        NEW, claim_on("Namibia was made an observer", "status_change", party="NAM", to="member", date="2017-06-12", stage="effective")
    )
    assert reviewed("decide", SOURCE, 1, "accept").code == 0
    before = reviewed.raw()
    refused = reviewed("decide", SOURCE, 2, "accept")
    assert refused.code == 1
    assert "data/raw/events.csv, as it would be:" in refused.err and "two statuses begin" in refused.err
    assert reviewed.raw() == before


def test_a_record_that_does_not_build_is_not_reviewed(reviewed):
    reviewed.add(WISH)
    reviewed.mini.replace("summits", "CHS-2017,chs,17,", "CHS-2017,chs,x,")
    found = reviewed("list")
    assert (found.code, found.out, found.err.count("\n")) == (1, "", 1)
    assert found.err.startswith("data/raw/summits.csv:3: ordinal: 'x' is no whole number")

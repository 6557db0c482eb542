"""Where claims belong: each claim, the cells that it is placed in, and the verdict on it beside the tiny record."""

from __future__ import annotations

import pytest

from sco_timeline.errors import BadArgumentError
from sco_timeline.extracting.claims import claim_of
from sco_timeline.reviewing.placing import place, placed_at
from sco_timeline.reviewing.verdicts import beside

from .conftest import SOURCE

CAME, MET = "attendance.CHS-2017-KAZ", "meeting_parties.CHS-2017-CHN-KAZ"
CASES = [
    # type, what it says, cells, verdict
    ("status_change", "party IND, to member, date 2017-06-09, stage effective", "events.IND-sco.member-effective.date", "agrees"),
    ("status_change", "party IND, to member, date 2017, stage effective", "events.IND-sco.member-effective.date", "agrees"),
    ("status_change", "party IND, to member, date 2017-06-12, stage effective", "events.IND-sco.member-effective.date", "contradicts"),
    ("status_change", "party IND, to member, stage effective", "events.IND-sco.member-effective", "agrees"),
    ("status_change", "party IND, to member, date 2017-06, stage decision", "events.IND-sco.member-decision.date", "agrees"),
    ("status_change", "party IND, to observer, date 2005, stage effective", "events.IND-sco.observer-decision.date", "agrees"),
    ("status_change", "party NAM, to observer, date 2018, stage effective", "events.NAM-sco.observer-decision.date", "new"),
    ("status_change", "party NAM, to observer, date 2017-03-01, stage application", "events.NAM-sco.observer-application-2.date", "new"),
    ("status_change", "party NAM, to observer, date 2099, stage application", "events.NAM-sco.observer-application.date", "agrees"),
    ("status_change", "party NAM, to observer, date 2018, stage decision, polarity negated", "events.NAM-sco.observer-refusal.date", "new"),
    ("status_change", "party IND, to member, stage effective, polarity negated", "events.IND-sco.member-effective", "contradicts"),
    ("status_change", "party NAM, to observer, stage effective", "", "unplaced"),
    ("status_change", "party NAM, to dialogue_partner, date 2018, stage effective", "", "unplaced"),
    ("status_change", "party NAM, to partner, date 2018, stage effective", "", "unplaced"),
    ("status_change", "party XYZ, to member, date 2018, stage effective", "", "unplaced"),
    ("status_held", "party KAZ, status member", "memberships.KAZ.status", "agrees"),
    ("status_held", "party IND, status observer", "memberships.IND.status", "contradicts"),
    ("status_held", "party IND, status observer, as_of 2010", "memberships.IND.status", "agrees"),
    ("status_held", "party NAM, status member, polarity negated", "memberships.NAM.status", "agrees"),
    ("status_held", "party NAM, status member, polarity expected", "memberships.NAM.status", "plan"),
    ("status_held", "party NAM, status partner", "", "unplaced"),
    ("summit", "body unknown, city Astana", "summits.CHS-2017;summits.CHS-2017.city", "agrees"),
    ("summit", "body chs, city Nur-Sultan, country KAZ", "summits.CHS-2017;summits.CHS-2017.city;summits.CHS-2017.host_party_id", "agrees"),
    ("summit", "body chs, start 2017-06-08, end 2017-06-09", "summits.CHS-2017.start;summits.CHS-2017.end", "agrees"),
    ("summit", "body chs, start 2017-06-09", "summits.CHS-2017.session_date", "agrees"),
    ("summit", "body chs, start 2017-06-10", "summits.CHS-2017.start", "contradicts"),
    ("summit", "body chs, ordinal 17", "summits.CHS-2017;summits.CHS-2017.ordinal", "agrees"),
    ("summit", "body chs, start 2001, format virtual", "summits.CHS-2001.start;summits.CHS-2001.format", "contradicts"),
    ("summit", "body chg, start 2017-06-09", "", "unplaced"),
    ("summit", "body chs, start 2012-06-07, city Beijing", "", "unplaced"),
    ("attendance", "party KAZ, person Nursultan Nazarbayev, present true", f"{CAME}.mode;{CAME}.person", "agrees"),
    ("attendance", "party KAZ, person Jiang Zemin, present false", "attendance.CHS-2017-KAZ.person", "agrees"),
    ("attendance", "party KAZ, present false, summit_year 2017", "attendance.CHS-2017-KAZ.mode", "contradicts"),
    ("attendance", "party KAZ, present true, summit_year 2009", "", "unplaced"),
    ("attendance", "party NAM, present true", "", "unplaced"),
    ("chair", "party KAZ", "summits.CHS-2017.chair_party_id", "agrees"),
    ("chair", "party IND", "summits.CHS-2017.chair_party_id", "contradicts"),
    ("chair", "party CHN, year_or_period 2018", "terms.chs_chair-2017.party_id", "agrees"),
    ("chair", "party KAZ, year_or_period 2016-2017", "terms.chs_chair-2016.party_id", "agrees"),
    ("chair", "party KAZ, year_or_period 2016, body chg", "", "unplaced"),
    ("member_count", "n 3", "membership_counts.sco-effective-2017-06-09-member.count", "agrees"),
    ("member_count", "n 4", "membership_counts.sco-effective-2017-06-09-member.count", "contradicts"),
    ("member_count", "n 2, as_of 2010", "membership_counts.sco-effective-2001-06-15-member.count", "agrees"),
    ("document_adopted", "title the Shanghai convention, date 2001-06-15", "documents.2001-convention.adopted", "agrees"),
    ("document_adopted", "title Shanghai Convention, date 2001-06-16", "documents.2001-convention.adopted", "contradicts"),
    ("document_adopted", "title Charter of the SCO, date 2002", "", "unplaced"),
    ("founding", "date 2001, parties KAZ;CHN", "milestones.2001-founding.date;milestones.2001-founding.parties", "agrees"),
    ("founding", "date 1996, parties", "milestones.2001-founding.date", "contradicts"),
    ("founding", "parties CHN", "milestones.2001-founding.parties", "contradicts"),
    ("founding", "date 1996, body shanghai_five", "", "unplaced"),
    ("bilateral_meeting", "parties KAZ;CHN", f"{MET}.CHN.party_id;{MET}.KAZ.party_id", "agrees"),
    ("bilateral_meeting", "parties KAZ;IND", "", "unplaced"),
]  # fmt: skip


def value_of(key: str, text: str) -> object:
    if key == "parties":
        return text.split(";") if text else []
    if key == "present":
        return text == "true"
    return int(text) if key in ("n", "ordinal", "summit_year") else text


def read(kind: str, says: str) -> dict:
    """A candidate that says so."""
    facts = {key: value_of(key, value) for key, _, value in (fact.partition(" ") for fact in says.split(", "))}
    claim = claim_of(kind, evidence=[0, 9], rule="test.rule", doc=SOURCE, **facts)
    return claim | dict.fromkeys(("text_sha256", "decision", "reason", "decided_on", "row"))


@pytest.mark.parametrize(("kind", "says", "cells", "verdict"), CASES, ids=[f"{case[0]} {case[1]}" for case in CASES])
def test_a_claim_is_placed(record, kind, says, cells, verdict):
    claim = read(kind, says)
    placement = place(claim, record)
    (found,) = beside(record, [(claim, placement)])
    assert (";".join(str(one.said.cell) for one in found.verdicts), found.word) == (cells, verdict)
    assert bool(placement.remark) or found.verdicts, "what has no place says why"


def test_placing_changes_nothing(record):
    before = {name: [dict(row) for row in rows] for name, rows in record.rows.items()}
    for kind, says, _, _ in CASES:
        claim = read(kind, says)
        assert place(claim, record) == place(claim, record)
        beside(record, [(claim, place(claim, record))])
    assert record.rows == before


def test_what_the_record_has_as_a_plan_is_said(record):
    done = "party NAM, to observer, date 2099, stage application"
    assert place(read("status_change", done), record).remark.startswith("the record has it as a plan")
    assert place(read("status_change", done + ", polarity expected"), record).remark == ""


def test_a_new_event_bears_what_the_text_says_and_no_more(record):
    says = "party NAM, to observer, date 2018-03, stage effective"
    event = place(read("status_change", says), record).event
    assert event == {
        "event_id": "NAM-sco.observer-decision",
        "party_id": "NAM",
        "status_id": "sco.observer",
        "stage": "decision",
        "date": "2018-03",
        "summit_id": None,
        "place": None,
        "held": True,
        "note": None,
    }
    assert place(read("status_change", says + ", polarity expected"), record).event["held"] is False


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("events", "is no cell"),
        ("event.IND.date", "is no cell"),
        (" ; ", "--row is empty"),
        ("events.IND-sco.member-efective.date", "no row of events is 'IND-sco.member-efective'"),
        ("events.IND-sco.member-effective.place", "says nothing of events.IND-sco.member-effective.place"),
        ("summits.CHS-2017.city", "a status_change, says nothing of summits.CHS-2017.city"),
        ("memberships.XYZ.status", "no row of parties is 'XYZ'"),
    ],
)
def test_a_place_given_by_hand_must_be_one_of_which_the_claim_speaks(record, row, says):
    claim = read("status_change", "party IND, to member, date 2017-06-09, stage effective")
    with pytest.raises(BadArgumentError, match=says.replace("(", "\\(")):
        placed_at(claim, row, record)


def test_a_place_given_by_hand_can_be_a_new_event_of_another_stage(record):
    claim = read("status_change", "party NAM, to observer, date 2018, stage application")
    placement = placed_at(claim, "events.NAM-sco.observer-wish.date", record)
    assert (placement.event["event_id"], placement.event["stage"]) == ("NAM-sco.observer-wish", "wish")

"""Every dated row becomes a sentence that a person can read, in the order of time."""

from __future__ import annotations

from datetime import date

import pytest

from sco_timeline.curating import Curated
from sco_timeline.deriving import timeline_rows

SENTENCES = {
    ("sco.member", "application"): "India applied to become a member of the SCO.",
    ("sco.member", "objection"): "An objection to India becoming a member of the SCO was reported.",
    ("sco.member", "refusal"): "India was refused as a member of the SCO.",
    ("sco.member", "withdrawal"): "India withdrew its application to become a member of the SCO.",
    ("sco.member", "procedure"): "The procedure to admit India as a member of the SCO was opened.",
    ("sco.member", "memorandum"): "The memorandum for India to become a member of the SCO was signed.",
    ("sco.member", "decision"): "It was decided that India become a member of the SCO.",
    ("sco.member", "effective"): "India became a member of the SCO.",
    ("sco.member", "end"): "India ceased to be a member of the SCO.",
    ("sco.observer", "gap_start"): "India, an observer of the SCO, ceased to take part in fact.",
    ("sco.observer", "gap_end"): "India, an observer of the SCO, took part again.",
    ("sco.dialogue_partner", "(memorandum)"): "The memorandum for India to become a dialogue partner of the SCO was signed (planned).",
    ("s5.participant", "effective"): "India became a participant of the Shanghai Five.",
}
SUMMITS = [
    (("shanghai_five", 1, "in_person"), "1st meeting of the heads of state of the Shanghai Five, Shanghai."),
    (("chs", 2, "in_person"), "2nd meeting of the Council of Heads of State of the SCO, Shanghai."),
    (("chs", 3, "virtual"), "3rd meeting of the Council of Heads of State of the SCO, Shanghai, by video link."),
    (("chs", 11, "in_person"), "11th meeting of the Council of Heads of State of the SCO, Shanghai."),
    (("chs", 12, "in_person"), "12th meeting of the Council of Heads of State of the SCO, Shanghai."),
    (("chs", 13, "in_person"), "13th meeting of the Council of Heads of State of the SCO, Shanghai."),
    (("chg", 21, "hybrid"), "21st meeting of the Council of Heads of Government of the SCO, Shanghai, partly by video link."),
    (("chg", 22, "in_person"), "22nd meeting of the Council of Heads of Government of the SCO, Shanghai."),
    (("chs", 111, "in_person"), "111th meeting of the Council of Heads of State of the SCO, Shanghai."),
    (("chs", None, "in_person"), "Meeting of the Council of Heads of State of the SCO, Shanghai."),
    (("chs_extraordinary", None, "virtual"), "Extraordinary meeting of the Council of Heads of State of the SCO, Shanghai, by video link."),
]


def with_tables(curated: Curated, **tables) -> Curated:
    named = {"parties": [{"party_id": "IND", "name": "India"}], "places": [{"place_id": "astana", "name": "Astana"}]}
    curated.rows |= {"summits": [], "milestones": [], **named, **tables}
    return curated


def summit(key, day, body="chs", ordinal=1, format="in_person", held=True):
    values = {"summit_id": key, "body": body, "ordinal": ordinal, "start": day, "end": day, "city": "Shanghai"}
    return values | {"format": format, "held": held}


def milestone(key, when, earliest, latest):
    values = {"milestone_id": key, "date": when, "date_earliest": earliest, "date_latest": latest, "title": "Charter signed"}
    return values | {"place": "astana", "summit_id": None}


@pytest.mark.parametrize(("status", "stage"), SENTENCES)
def test_sentences_of_events(curated_of, status, stage):
    (row,) = timeline_rows(with_tables(curated_of([("IND", status, stage, "2015-07")])))
    assert row["text"] == SENTENCES[status, stage]
    assert row["held"] == (not stage.startswith("("))
    assert (row["date"], row["date_earliest"], row["date_latest"]) == ("2015-07", date(2015, 7, 1), date(2015, 7, 31))
    assert (row["timeline_id"], row["party_id"]) == ("events.IND-1.date", "IND")


def test_there_is_a_sentence_for_every_status_and_stage_that_the_descriptor_allows(curated_of):
    package = curated_of([]).package
    stages = package.tables["events"].by_name["stage"].enum
    words = package.tables["statuses"].by_name["status"].enum
    for word in words:
        for stage in stages:
            curated = with_tables(curated_of([("IND", "sco.member", stage, "2015-07")]))
            curated.by_key("statuses")["sco.member"]["status"] = word
            (row,) = timeline_rows(curated)
            assert row["text"].endswith(".") and "{" not in row["text"] and row["text"][0].isupper()


@pytest.mark.parametrize(("made", "sentence"), SUMMITS, ids=[sentence for _, sentence in SUMMITS])
def test_sentences_of_summits(curated_of, made, sentence):
    (row,) = timeline_rows(with_tables(curated_of([]), summits=[summit("CHS-2010", date(2010, 6, 10), *made)]))
    assert row["text"] == sentence
    assert (row["date"], row["date_earliest"], row["date_latest"], row["summit_id"]) == (
        "2010-06-10",
        date(2010, 6, 10),
        date(2010, 6, 10),
        "CHS-2010",
    )


def test_a_summit_to_come_is_a_plan(curated_of):
    planned = summit("CHS-2027", date(2027, 7, 1), ordinal=27, held=False)
    (row,) = timeline_rows(with_tables(curated_of([]), summits=[planned]))
    assert row["text"] == "27th meeting of the Council of Heads of State of the SCO, Shanghai (planned)."
    assert row["held"] is False


def test_sentences_name_the_place(curated_of):
    curated = with_tables(curated_of([("IND", "sco.member", "effective", "2017-06-09")]))
    curated.rows["events"][0]["place"] = "astana"
    curated.rows["milestones"] = [milestone("2002-charter", "2002-06-07", date(2002, 6, 7), date(2002, 6, 7))]
    texts = [row["text"] for row in timeline_rows(curated)]
    assert texts == ["Charter signed, in Astana.", "India became a member of the SCO, in Astana."]


def test_rows_come_in_the_order_of_time(curated_of):
    """By first possible day, then by last, then by key; where no first day is known, its last stands for it."""
    events = [
        ("IND", "sco.member", "application", "2010"),
        ("IND", "sco.member", "procedure", "2010-06-10"),
        ("IND", "sco.member", "objection", "[..2012-01-05]"),
        ("IND", "sco.member", "refusal", "2010-01-05"),
        ("IND", "sco.member", "effective", "2009-12-31"),
    ]
    curated = with_tables(curated_of(events), summits=[summit("CHS-2010", date(2010, 6, 10))])
    curated.rows["milestones"] = [milestone("2010-charter", "2010-06-10", date(2010, 6, 10), date(2010, 6, 10))]
    assert [row["timeline_id"] for row in timeline_rows(curated)] == [
        "events.IND-5.date",
        "events.IND-1.date",
        "events.IND-4.date",
        "events.IND-2.date",
        "milestones.2010-charter.date",
        "summits.CHS-2010.start",
        "events.IND-3.date",
    ]


def test_milestones_are_facts_of_no_party(curated_of):
    (row,) = timeline_rows(
        with_tables(curated_of([]), milestones=[milestone("2002-charter", "2002", date(2002, 1, 1), date(2002, 12, 31))])
    )
    assert (row["held"], row["party_id"], row["table_name"], row["row_id"]) == (True, None, "milestones", "2002-charter")

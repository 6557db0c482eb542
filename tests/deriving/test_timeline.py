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
    empty = ("summits", "milestones", "documents", "terms", "people", "meetings", "meeting_parties")
    curated.rows |= {name: [] for name in empty} | named | tables
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


def dated(column, when, earliest=None, latest=None):
    return {column: when, f"{column}_earliest": earliest, f"{column}_latest": latest}


def test_documents_are_adopted_and_come_into_force(curated_of):
    when = dated("adopted", "2001-06-15", date(2001, 6, 15), date(2001, 6, 15)) | dated(
        "in_force", "2003", date(2003, 1, 1), date(2003, 12, 31)
    )
    row = {"document_id": "2001-convention", "title": "Shanghai Convention", "place": "astana", "summit_id": "CHS-2001"} | when
    found = timeline_rows(with_tables(curated_of([]), documents=[row]))
    assert [(entry["timeline_id"], entry["date"], entry["text"]) for entry in found] == [
        ("documents.2001-convention.adopted", "2001-06-15", "Adopted: Shanghai Convention, in Astana."),
        ("documents.2001-convention.in_force", "2003", "In force: Shanghai Convention."),
    ]


def test_offices_are_taken_and_handed_over(curated_of):
    people = [{"person_id": "singh-asha", "name": "Asha Singh"}]
    start, end = dated("start", "2016", date(2016, 1, 1), date(2016, 12, 31)), dated("end", None)
    held = {"term_id": "secretary_general-2016-IND", "office": "secretary_general", "party_id": "IND", "person": "singh-asha"} | start | end
    chair = {"term_id": "chs_chair-2016-IND", "office": "chs_chair", "party_id": "IND", "person": None} | start
    chair |= dated("end", "2017-06-09", date(2017, 6, 9), date(2017, 6, 9))
    texts = [row["text"] for row in timeline_rows(with_tables(curated_of([]), terms=[held, chair], people=people))]
    assert texts == [
        "India took the chair of the Council of Heads of State of the SCO.",
        "Asha Singh (India) took the post of Secretary-General of the SCO.",
        "India handed over the chair of the Council of Heads of State of the SCO.",
    ]


def test_there_is_a_sentence_for_every_office_that_the_descriptor_allows(curated_of):
    for office in curated_of([]).package.tables["terms"].by_name["office"].enum:
        term = {"term_id": "x", "office": office, "party_id": "IND", "person": None} | dated("start", "2016") | dated("end", None)
        (row,) = timeline_rows(with_tables(curated_of([]), terms=[term]))
        assert row["text"].startswith("India took the ") and " of the " in row["text"]


def test_meetings_name_their_sides(curated_of):
    people = [{"person_id": "singh-asha", "name": "Asha Singh"}]
    sides = [{"meeting_id": "m", "party_id": "KAZ", "person": None}, {"meeting_id": "m", "party_id": "IND", "person": "singh-asha"}]
    parties = [{"party_id": "IND", "name": "India"}, {"party_id": "KAZ", "name": "Kazakhstan"}]
    meeting = {"meeting_id": "m", "summit_id": "CHS-2017", "place": "astana"} | dated(
        "date", "2017-06-08", date(2017, 6, 8), date(2017, 6, 8)
    )
    named = {"people": people, "parties": parties, "summits": [summit("CHS-2017", date(2017, 6, 9), ordinal=17)]}
    row, _ = timeline_rows(with_tables(curated_of([]), meetings=[meeting], meeting_parties=sides, **named))
    where = "on the margins of the 17th meeting of the Council of Heads of State of the SCO, in Astana."
    assert row["text"] == f"Asha Singh (India) and Kazakhstan met {where}"

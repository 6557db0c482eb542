"""When a found claim says what an annotated one says, case by case: in key, strictly, or not at all."""

from __future__ import annotations

import pytest

from sco_timeline.evaluating.matching import CORE, MORE, agrees_in_key, agrees_strictly
from sco_timeline.extracting.claims import TYPES

CHANGE = {"type": "status_change", "party": "IND", "to": "member", "stage": "effective", "date": "2017-06", "polarity": "asserted"}
HELD = {"type": "status_held", "party": "MNG", "status": "observer", "as_of": None}
SUMMIT = {
    "type": "summit",
    "body": "chs",
    "city": "Astana",
    "country": "KAZ",
    "start": "2017-06-08",
    "end": None,
    "ordinal": 17,
    "format": None,
}
PLACE = {"type": "summit", "body": "unknown", "city": "Astana"}
BARE = {"type": "summit", "body": "unknown", "date_hint": "2017-06-09"}
FOUNDING = {"type": "founding", "date": "2001-06", "parties": ["CHN", "RUS"]}
PRESENT = {"type": "attendance", "party": "IND", "person": "A. B.", "summit_year": "2017", "present": True}
PAPER = {"type": "document_adopted", "title": "Declaration of the Heads of State on Water"}
MEETING = {"type": "bilateral_meeting", "parties": ["CHN", "IND"]}

NO, KEY, STRICT = "no", "key", "strict"

# What is annotated, what is found in other words, and how far they agree.
CASES = [
    # a date: at the annotated precision or finer
    (CHANGE, {}, STRICT),
    (CHANGE, {"date": "2017-06-09"}, STRICT),
    (CHANGE, {"date": "2017"}, KEY),
    (CHANGE, {"date": "2017-07"}, KEY),
    (CHANGE, {"date": None}, KEY),
    (CHANGE | {"date": None}, {"date": "2017"}, KEY),
    (CHANGE | {"date": None, "date_hint": "2017-06-09"}, {"date": "2017-06"}, STRICT),
    (CHANGE | {"date": None, "date_hint": "2017-06-09"}, {"date": "2018"}, KEY),
    (CHANGE | {"date": None, "date_hint": "2017-06-09"}, {}, STRICT),
    # who, what, stage, polarity
    (CHANGE, {"stage": "decision"}, KEY),
    (CHANGE, {"stage": None}, KEY),
    (CHANGE, {"party": "PAK"}, NO),
    (CHANGE, {"to": "observer"}, NO),
    (CHANGE, {"polarity": "expected"}, NO),
    (CHANGE, {"polarity": None}, STRICT),
    (CHANGE, {"type": "status_held"}, NO),
    (HELD, {}, STRICT),
    (HELD, {"polarity": "negated"}, NO),
    (HELD, {"status": "member"}, NO),
    (HELD, {"as_of": "2020"}, KEY),
    # a summit: something for it, nothing against it
    (SUMMIT, {}, STRICT),
    (SUMMIT, {"city": "ASTANA"}, STRICT),
    (SUMMIT, {"body": "unknown"}, STRICT),
    (SUMMIT, {"body": "chg"}, NO),
    (SUMMIT, {"city": None}, KEY),
    (SUMMIT, {"city": "Tashkent"}, NO),
    (SUMMIT, {"ordinal": "17"}, STRICT),
    (SUMMIT, {"ordinal": 16}, NO),
    (SUMMIT, {"ordinal": None}, KEY),
    (SUMMIT, {"start": "2017"}, KEY),
    (SUMMIT, {"start": "2016"}, NO),
    (SUMMIT, {"format": "virtual"}, STRICT),
    (SUMMIT | {"format": "virtual"}, {"format": None}, KEY),
    (SUMMIT, {"city": None, "country": None, "ordinal": None, "start": None}, NO),
    (PLACE, {"city": None, "country": "KAZ"}, NO),
    (PLACE | {"date_hint": "2017-06-09"}, {"city": None, "start": "2017"}, KEY),
    (PLACE | {"date_hint": "2017-06-09"}, {"city": None, "start": "2018"}, NO),
    (BARE, {"city": "Astana"}, STRICT),
    (BARE, {"start": "2018"}, KEY),
    # the others
    (FOUNDING, {}, STRICT),
    (FOUNDING, {"parties": ["RUS", "CHN"]}, STRICT),
    (FOUNDING, {"parties": []}, KEY),
    (FOUNDING, {"date": "2001"}, KEY),
    (FOUNDING, {"date": "2001-06-15"}, STRICT),
    (FOUNDING, {"date": None}, NO),
    (FOUNDING | {"date": None}, {"date": "2001"}, NO),
    (PRESENT, {}, STRICT),
    (PRESENT, {"person": None}, STRICT),
    (PRESENT, {"present": False}, NO),
    (PRESENT, {"summit_year": None}, KEY),
    (PRESENT | {"summit_year": None}, {"summit_year": "2017"}, STRICT),
    (PAPER, {"title": "the Declaration of Heads of State"}, STRICT),
    (PAPER, {"title": "Water Convention"}, NO),
    (PAPER, {"title": None}, NO),
    (MEETING, {"parties": ["IND", "CHN"]}, STRICT),
    (MEETING, {"parties": ["IND", "CHN", "RUS"]}, NO),
    ({"type": "member_count", "n": 8, "as_of": None}, {"as_of": "2018"}, STRICT),
    ({"type": "member_count", "n": 8}, {"n": 9}, NO),
    ({"type": "chair", "party": "KAZ", "year_or_period": "2024"}, {"year_or_period": None}, STRICT),
    ({"type": "chair", "party": "KAZ"}, {"party": "CHN"}, NO),
]


@pytest.mark.parametrize(("gold", "changes", "agreement"), CASES)
def test_agreement(gold, changes, agreement):
    found = {key: value for key, value in (gold | changes).items() if key != "date_hint"}
    assert (agrees_in_key(gold, found), agrees_strictly(gold, found)) == (agreement != NO, agreement == STRICT)


def test_every_type_is_scored_and_has_a_case():
    assert sorted((*CORE, *MORE)) == sorted(TYPES) == sorted({gold["type"] for gold, _, _ in CASES})


def test_a_type_that_is_not_scored_agrees_with_nothing():
    assert not agrees_in_key({"type": "rumour"}, {"type": "rumour"})

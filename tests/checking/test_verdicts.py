"""What is said of each type of claim: claims of every kind of rightness and wrongness, and the verdict on each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sco_timeline.checking import MEANINGS, judge
from sco_timeline.checking.judging import JUDGES
from sco_timeline.checking.times import read_time

AS_OF = json.loads((Path(__file__).parents[2] / "datapackage.json").read_text("utf-8"))["as_of"]
BEYOND = f"{int(AS_OF[:4]) + 3}-05-01"

CONFIRMED, CONTRADICTED, IMPRECISE = "confirmed", "contradicted", "imprecise"
TOO_EARLY, NOT_COVERED, UNDATED = "too early", "not covered", "undated"
FIVE = {"body": "shanghai_five"}
SIX = ["CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB"]


def verdict(kind, facts, said=None):
    return judge({"type": kind} | facts, read_time(said)).verdict


def held(party, status, as_of=None, polarity="asserted", **more):
    return {"party": party, "status": status, "as_of": as_of, "polarity": polarity} | more


STATUS_HELD = [
    # on a day
    (held("IND", "member", "2017-06-09"), None, CONFIRMED),
    (held("IND", "member", "2017-06-08"), None, TOO_EARLY),
    (held("IND", "observer", "2010-01-01"), None, CONFIRMED),
    (held("IND", "observer", "2020-01-01"), None, CONTRADICTED),
    (held("IND", "dialogue_partner", "2010-01-01"), None, CONTRADICTED),
    (held("JPN", "observer", "2010-01-01"), None, CONTRADICTED),
    (held("IND", "observer", "2017-06-09"), None, IMPRECISE),  # until that very day
    # on one basis only
    (held("TUR", "dialogue_partner", "2012-12-01"), None, CONFIRMED),
    (held("TUR", "dialogue_partner", "2012-01-01"), None, TOO_EARLY),
    (held("MNG", "observer", "2026-01-01"), None, CONFIRMED),
    (held("MNG", "partner", "2026-01-01"), None, CONFIRMED),
    # where sources leave it open
    (held("LKA", "dialogue_partner", "2009-06-15"), None, TOO_EARLY),
    # in a year or month
    (held("IND", "member", "2018"), None, CONFIRMED),
    (held("IND", "member", "2017"), None, IMPRECISE),
    (held("IND", "member", "2016"), None, TOO_EARLY),
    (held("CHN", "member", "2001"), None, IMPRECISE),
    # a word without its kind
    (held("TUR", "partner", "2020-01-01"), None, IMPRECISE),
    (held("TUR", "partner", "2001-07-01"), None, TOO_EARLY),
    (held("RUS", "partner", "2020-01-01"), None, CONTRADICTED),
    # the day of the report stands in for one that is not told
    (held("IND", "member"), "2018-01-01", CONFIRMED),
    (held("IND", "observer"), "2018-01-01", CONTRADICTED),
    (held("IND", "observer", "2010"), "2018-01-01", CONFIRMED),
    # at no time
    (held("CHN", "member"), None, CONFIRMED),
    (held("IND", "member"), None, UNDATED),
    (held("TUR", "observer"), None, CONTRADICTED),
    (held("JPN", "member"), None, CONTRADICTED),
    # after the record
    (held("IND", "member", BEYOND), None, NOT_COVERED),
    (held("CHN", "member"), BEYOND, CONFIRMED),
    (held("IND", "member"), BEYOND, UNDATED),
    (held("TUR", "member"), BEYOND, NOT_COVERED),
    # not
    (held("TUR", "member", None, "negated"), None, CONFIRMED),
    (held("CHN", "member", None, "negated"), None, CONTRADICTED),
    (held("IND", "member", None, "negated"), None, UNDATED),
    (held("IND", "member", "2016-01-01", "negated"), None, CONFIRMED),
    (held("IND", "member", "2018-01-01", "negated"), None, CONTRADICTED),
    (held("IND", "member", "1999", "negated"), None, CONFIRMED),
    # to come
    (held("IND", "member", "2018", "expected"), None, CONFIRMED),
    (held("IND", "member", "2016", "expected"), None, CONTRADICTED),
    (held("TUR", "member", None, "expected"), "2022-01-01", TOO_EARLY),
    # the Five are another organization
    (held("KAZ", "member", "1999", **FIVE), None, CONFIRMED),
    (held("KAZ", "member", "1999"), None, TOO_EARLY),
    (held("UZB", "member", "1999", **FIVE), None, TOO_EARLY),
    (held(None, "member"), None, NOT_COVERED),
]


def change(party, to, date=None, stage="effective", polarity="asserted", **more):
    return {"party": party, "to": to, "date": date, "stage": stage, "polarity": polarity} | more


STATUS_CHANGE = [
    # the day, a coarser date, another
    (change("IND", "member", "2017-06-09"), None, CONFIRMED),
    (change("IND", "member", "2017"), None, IMPRECISE),
    (change("IND", "member", "2018"), None, CONTRADICTED),
    (change("IND", "member", "2010"), None, TOO_EARLY),
    (change("UZB", "member", "1996"), None, TOO_EARLY),
    # a finer date than the record's
    (change("LKA", "dialogue_partner", "2010-05-06", "memorandum"), None, CONFIRMED),
    (change("NPL", "dialogue_partner", "2007-03-01", "application"), None, NOT_COVERED),
    # another stage
    (change("IND", "member", "2015-07-10", "decision"), None, CONFIRMED),
    (change("IND", "member", "2015-07-10"), None, IMPRECISE),
    (change("IND", "member", "2016-06-24", "decision"), None, IMPRECISE),
    (change("MDV", "dialogue_partner", "2022-09-16", "decision"), None, CONFIRMED),
    (change("MDV", "dialogue_partner", "2022-09-16"), None, IMPRECISE),
    (change("MDV", "dialogue_partner", "2023-05-05"), None, CONFIRMED),
    (change("IRN", "observer", "2005-07-05"), None, CONFIRMED),  # an observer is one by the decision
    (change("CHN", "member", "2001-06-15", "decision"), None, CONFIRMED),
    # about the day: within the summit that decided, or agreed by ministers before
    (change("MDV", "dialogue_partner", "2022-09-15", "decision"), None, IMPRECISE),
    (change("MDV", "dialogue_partner", "2022-07", "decision"), None, IMPRECISE),
    (change("MDV", "dialogue_partner", "2020-07", "decision"), None, TOO_EARLY),
    (change("BLR", "member", "2023-11-29", "memorandum"), None, NOT_COVERED),  # ratified at home
    # another status
    (change("TUR", "observer", "2012-06-07"), None, CONTRADICTED),
    (change("JPN", "observer"), None, CONTRADICTED),
    (change("IRN", "dialogue_partner", "2010", "memorandum"), None, NOT_COVERED),
    # a word without its kind
    (change("LAO", "partner", "2025-09-01", "decision"), None, IMPRECISE),
    (change("TUR", "partner", "2025-09-01", "decision"), None, CONFIRMED),
    # without a date
    (change("BLR", "member"), None, UNDATED),
    (change("BLR", "member"), "2024-07-05", CONFIRMED),
    (change("BLR", "member"), "2010-01-01", TOO_EARLY),
    (change("BLR", "member"), "2023-12-01", IMPRECISE),  # the memorandum only
    (change("BLR", "member", date_hint="2024-08"), "2010-01-01", CONFIRMED),
    (change("TUR", "observer"), BEYOND, NOT_COVERED),
    # applications are recorded as far as sources go
    (change("IND", "member", "2014-09-12", "application"), None, CONFIRMED),
    (change("IND", "member", "2012-02", "application"), None, NOT_COVERED),
    (change("TUR", "member", "2013-01-25", "application"), None, IMPRECISE),  # a wish
    (change("JPN", "member", "2013", "application"), None, NOT_COVERED),
    # not
    (change("IRN", "member", "2010-06-11", "decision", "negated"), None, CONFIRMED),
    (change("IRN", "member", None, "decision", "negated"), None, UNDATED),
    (change("IND", "member", "2018", "effective", "negated"), None, CONTRADICTED),
    (change("TUR", "member", None, "effective", "negated"), None, CONFIRMED),
    (change("IND", "member", "2016", "application", "negated"), None, CONTRADICTED),
    (change("JPN", "member", "2016", "application", "negated"), None, NOT_COVERED),
    (change("JPN", "member", BEYOND, "effective", "negated"), None, NOT_COVERED),
    # to come
    (change("BLR", "member", "2024", "effective", "expected"), "2023-11-29", CONFIRMED),
    (change("BLR", "member", "2023", "effective", "expected"), "2022-11-29", IMPRECISE),
    (change("BLR", "member", None, "effective", "expected"), "2022-11-29", CONFIRMED),
    (change("TUR", "member", None, "effective", "expected"), "2022-09-17", TOO_EARLY),
    (change("TUR", "member", "2023", "effective", "expected"), "2022-09-17", CONTRADICTED),
    (change("TUR", "member", BEYOND, "effective", "expected"), "2022-09-17", NOT_COVERED),
    # after the record, the Five, nobody
    (change("IND", "member", BEYOND), None, NOT_COVERED),
    (change("UZB", "member", "2001-06-14", **FIVE), None, CONFIRMED),
    (change(None, "member"), None, NOT_COVERED),
]


def summit(body="chs", **facts):
    return {"body": body} | facts


SUMMIT = [
    (summit(city="Samarkand"), None, CONFIRMED),
    (summit(city="Samarkand", country="UZB", start="2022-09-15", end="2022-09-16", ordinal=22, format="in_person"), None, CONFIRMED),
    (summit(city="Samarkand", start="2022-09-16"), None, CONFIRMED),
    (summit(city="Samarkand", start="2022"), None, CONFIRMED),
    (summit(city="Nur-Sultan", country="KAZ", start="2017"), None, CONFIRMED),  # another name of the place
    (summit(city="Tashkent", start="2022"), None, CONTRADICTED),
    (summit(city="Samarkand", country="KAZ"), None, CONTRADICTED),
    (summit(city="Samarkand", ordinal=21), None, CONTRADICTED),
    (summit(city="Samarkand", start="2022-10-15"), None, CONTRADICTED),
    (summit(start="2023", format="in_person"), None, CONTRADICTED),
    (summit(start="2021", format="virtual"), None, IMPRECISE),  # it was a hybrid one
    (summit(city="Astana"), None, UNDATED),
    (summit(city="Astana"), "2024-07-04", CONFIRMED),
    (summit(city="Astana", date_hint="2017-06-09"), None, CONFIRMED),
    (summit(city="Astana"), "2020-01-01", UNDATED),
    (summit("chg", city="Astana", start="2014"), None, CONFIRMED),
    (summit("chs", city="Islamabad", start="2024"), None, CONTRADICTED),
    (summit("unknown", city="Islamabad", start="2024"), None, CONFIRMED),
    (summit("unknown", city="Goa", start="2023-05"), None, NOT_COVERED),  # of ministers
    (summit("unknown", city="Paris"), None, NOT_COVERED),
    (summit("unknown", city="Paris", start="2022-09-16"), None, CONTRADICTED),
    (summit("shanghai_five", city="Dushanbe", start="2000-07"), None, CONFIRMED),
    (summit("shanghai_five", city="Shanghai", ordinal=6), None, CONFIRMED),
    (summit(city="Astana", start="2024", polarity="expected"), "2023-11-29", CONFIRMED),
    (summit(city="Tashkent", polarity="expected"), "2016-03-01", CONFIRMED),
    (summit(city="Paris", start="2020", polarity="expected"), None, CONTRADICTED),
    (summit(start="2022", polarity="negated"), None, CONTRADICTED),
    (summit(city="Paris", polarity="negated"), None, CONFIRMED),
    (summit(start=BEYOND), None, NOT_COVERED),
]

FOUNDING = [
    ({"date": "2001-06-15", "parties": SIX}, None, CONFIRMED),
    ({"date": "2001-06-15", "parties": ";".join(SIX)}, None, CONFIRMED),
    ({"date": None, "parties": SIX}, None, CONFIRMED),
    ({"date": "2001", "parties": []}, None, IMPRECISE),
    ({"date": "2001-06-15", "parties": ["CHN", "RUS"]}, None, IMPRECISE),
    ({"date": None, "parties": [*SIX, "IND"]}, None, CONTRADICTED),
    ({"date": "1996", "parties": []}, None, TOO_EARLY),
    ({"date": "2003", "parties": []}, None, CONTRADICTED),
    ({"date": "1996-04-26", "parties": ["CHN", "KAZ", "KGZ", "RUS", "TJK"]} | FIVE, None, CONFIRMED),
    ({"date": "1996-04-26", "parties": SIX} | FIVE, None, CONTRADICTED),
    ({"date": "1996", "parties": [], "polarity": "negated"}, None, CONFIRMED),
    ({"date": "2001-06-15", "parties": [], "polarity": "negated"}, None, CONTRADICTED),
]

MEMBER_COUNT = [
    ({"n": 8, "as_of": "2020-01-01"}, None, CONFIRMED),
    ({"n": 9, "as_of": "2020-01-01"}, None, TOO_EARLY),
    ({"n": 6, "as_of": "2020-01-01"}, None, CONTRADICTED),
    ({"n": 8, "as_of": "2017"}, None, IMPRECISE),
    ({"n": 8}, "2020-01-01", CONFIRMED),
    ({"n": 6}, "2020-01-01", CONTRADICTED),
    ({"n": 9}, "2024-07-10", IMPRECISE),  # until a few days before
    ({"n": 10}, None, UNDATED),
    ({"n": 7}, None, CONTRADICTED),
    ({"n": 27, "as_of": "2025-09-01"}, None, IMPRECISE),  # partners among them
    ({"n": 10, "polarity": "expected"}, "2023-11-29", CONFIRMED),
    ({"n": 12, "as_of": "2020", "polarity": "expected"}, None, CONTRADICTED),
    ({"n": 99, "polarity": "expected"}, None, TOO_EARLY),
    ({"n": 8, "as_of": "2020-01-01", "polarity": "negated"}, None, CONTRADICTED),
    ({"n": 8, "as_of": BEYOND}, None, NOT_COVERED),
    ({"n": None}, None, NOT_COVERED),
]

CHAIR = [
    ({"party": "KAZ", "year_or_period": "2024"}, None, CONFIRMED),
    ({"party": "KAZ", "year_or_period": "2023-2024"}, None, CONFIRMED),
    ({"party": "KAZ", "year_or_period": "2023/24"}, None, CONFIRMED),
    ({"party": "CHN", "year_or_period": "2024"}, None, CONFIRMED),
    ({"party": "RUS", "year_or_period": "2024"}, None, CONTRADICTED),
    ({"party": "RUS", "year_or_period": "2024", "body": "chg"}, None, CONFIRMED),
    ({"party": "PAK", "year_or_period": "2022"}, None, TOO_EARLY),
    ({"party": "KAZ"}, "2024-01-01", CONFIRMED),
    ({"party": "KAZ"}, "2024-07-10", CONFIRMED),  # just handed over
    ({"party": "KAZ"}, "2026-01-01", UNDATED),
    ({"party": "IND"}, "2010-01-01", TOO_EARLY),
    ({"party": "RUS"}, "2002-06-08", NOT_COVERED),  # before the first term that the record has
    ({"party": "KAZ"}, None, UNDATED),
    ({"party": "TUR"}, None, CONTRADICTED),
    ({"party": "IND", "year_or_period": "2023", "polarity": "expected"}, "2022-09-17", CONFIRMED),
    ({"party": "KAZ", "year_or_period": "2024", "polarity": "negated"}, None, CONTRADICTED),
    ({"party": "KAZ", "year_or_period": BEYOND[:4]}, None, NOT_COVERED),
    ({"party": None}, None, NOT_COVERED),
]


def came(party, person=None, year=None, present=True, **more):
    return {"party": party, "person": person, "summit_year": year, "present": present} | more


ATTENDANCE = [
    (came("RUS", "Vladimir Putin", 2022), None, CONFIRMED),
    (came("RUS", None, 2022), None, CONFIRMED),
    (came("RUS", "Putin", 2022), None, CONFIRMED),
    (came("RUS", "Sergey Lavrov", 2022), None, NOT_COVERED),  # the record names one delegate
    (came("IND", "Narendra Modi", 2024), None, CONTRADICTED),
    (came("IND", "Narendra Modi", 2024, False), None, CONFIRMED),
    (came("IND", "Narendra Modi", 2022, False), None, CONTRADICTED),
    (came("IND", "Narendra Modi", 2022, True, polarity="negated"), None, CONTRADICTED),
    (came("IND", None, 2024, False), None, CONTRADICTED),
    (came("RUS", "Vladimir Putin", 2023, False), None, IMPRECISE),  # by video link
    (came("AFG", None, 2022), None, CONTRADICTED),
    (came("AFG", None, 2022, False), None, CONFIRMED),
    (came("JPN", None, 2022), None, NOT_COVERED),
    (came("RUS", "Vladimir Putin"), None, UNDATED),
    (came("RUS", "Vladimir Putin"), "2022-09-17", CONFIRMED),
    (came("RUS", "Mikhail Mishustin"), "2024-10-16", NOT_COVERED),  # a meeting of heads of government
    (came("RUS", "Vladimir Putin", 2005, True, polarity="expected"), "2005-07-01", CONFIRMED),
    (came(None, "Someone", 2022), None, NOT_COVERED),
]


def talks(*parties, year=None, **more):
    return {"parties": list(parties), "summit_year": year} | more


BILATERAL_MEETING = [
    (talks("CHN", "RUS", year=2022), None, CONFIRMED),
    (talks("CHN", "RUS"), "2022-09-16", CONFIRMED),
    (talks("CHN", "RUS"), None, UNDATED),
    (talks("AZE", "PAK", "TUR"), None, CONFIRMED),  # the record has one such meeting only
    (talks("CHN", "RUS", year=2022, polarity="negated"), None, CONTRADICTED),
    (talks("CHN", "RUS", year=2022, polarity="expected"), "2022-09-15", CONFIRMED),
    (talks("JPN", "RUS", year=2022), None, NOT_COVERED),
    (talks("JPN", "RUS", year=2022, polarity="negated"), None, NOT_COVERED),
    (talks(), None, NOT_COVERED),
]


def adopted(title, date=None, **more):
    return {"title": title, "date": date} | more


DOCUMENT_ADOPTED = [
    (adopted("Samarkand Declaration", "2022-09-16"), None, CONFIRMED),
    (adopted("Samarkand Declaration", "2022-09-15"), None, IMPRECISE),  # within the summit
    (adopted("Samarkand Declaration", "2022"), None, IMPRECISE),
    (adopted("Samarkand Declaration", "2020"), None, TOO_EARLY),
    (adopted("Samarkand Declaration", "2024"), None, CONTRADICTED),
    (adopted("Samarkand Declaration"), None, CONFIRMED),
    (adopted("Charter of the Shanghai Cooperation Organisation", "2002-06-07"), None, CONFIRMED),
    (adopted("convention on combating terrorism, separatism and extremism", "2001-06-15"), None, CONFIRMED),
    (adopted("Astana Declaration"), None, UNDATED),
    (adopted("Astana Declaration"), "2017-06-09", CONFIRMED),
    (adopted("Astana Declaration"), "2002-01-01", TOO_EARLY),
    (adopted("Tianjin Declaration", polarity="expected"), "2025-08-30", CONFIRMED),
    (adopted("Treaty on the Moon", "2022"), None, NOT_COVERED),
    (adopted("Samarkand Declaration", "2022-09-16", polarity="negated"), None, CONTRADICTED),
    (adopted(None), None, NOT_COVERED),
    # in other words than the title's
    (adopted("rules for the admission of new members", "2010-06-11"), None, CONFIRMED),
    (adopted("convention against terrorism", "2001-06-15"), None, CONFIRMED),
    (adopted("founding declaration", "2001-06-15"), None, CONFIRMED),
    # any paper of a kind
    (adopted("joint communiqué", "2024-10-16"), None, CONFIRMED),
    (adopted("joint declaration", "2003-05"), None, IMPRECISE),
    (adopted("joint communique"), "2024-10-20", CONFIRMED),
    (adopted("joint communique"), "2024-03-01", NOT_COVERED),
    (adopted("joint communique", "2024-03-01"), None, NOT_COVERED),
]

CASES = {
    "status_held": STATUS_HELD,
    "status_change": STATUS_CHANGE,
    "summit": SUMMIT,
    "founding": FOUNDING,
    "member_count": MEMBER_COUNT,
    "chair": CHAIR,
    "attendance": ATTENDANCE,
    "bilateral_meeting": BILATERAL_MEETING,
    "document_adopted": DOCUMENT_ADOPTED,
}
ALL = [(kind, *case) for kind, cases in CASES.items() for case in cases]


def test_every_type_of_claim_has_a_judge_and_cases():
    assert set(CASES) == set(JUDGES)


@pytest.mark.parametrize(("kind", "facts", "said", "expected"), ALL, ids=lambda value: str(value) if isinstance(value, str) else None)
def test_verdict(kind, facts, said, expected):
    judgement = judge({"type": kind} | facts, read_time(said))
    assert judgement.verdict == expected, judgement.says


def test_every_verdict_is_reached():
    assert {expected for *_, expected in ALL} == set(MEANINGS)


@pytest.mark.parametrize(("kind", "facts", "said", "expected"), ALL)
def test_a_verdict_says_something_and_rests_on_rows(kind, facts, said, expected):
    judgement = judge({"type": kind} | facts, read_time(said))
    assert judgement.says.endswith(".") and "None" not in judgement.says
    if expected in (CONFIRMED, IMPRECISE, TOO_EARLY) and facts.get("polarity") not in ("negated", "expected"):
        assert judgement.rows, judgement.says


def test_a_claim_of_an_unknown_type_is_not_covered():
    assert verdict("rumour", {"party": "IND"}) == NOT_COVERED


def test_both_bases_are_told_where_they_differ():
    found = judge({"type": "status_held", "party": "TUR", "status": "dialogue_partner", "as_of": "2012-12-01"})
    assert (found.effective, found.decision) == ("none", "dialogue_partner")
    assert "without status by effect and a dialogue partner by decision" in found.says


def test_what_it_says_of_an_undated_status_are_the_days_on_which_it_was_true():
    says = judge({"type": "status_held", "party": "IRN", "status": "observer"}).says
    assert "from 2005-07-05 to 2023-07-03" in says


def test_sources_that_the_record_decided_against_are_named():
    says = judge({"type": "status_change", "party": "EGY", "to": "dialogue_partner", "stage": "decision", "date": "2022-09-16"}).says
    assert "2021-09-17" in says and "; otherwise: " in says


@pytest.mark.parametrize(
    ("title", "said", "document"),
    [
        ("Tashkent Declaration", "2004-07-01", "2004-tashkent-declaration"),
        ("Tashkent Declaration", "2016-06-25", "2016-tashkent-declaration"),  # whose full title has more words
        ("Treaty on Long-Term Good-Neighbourliness", "2023-01-01", "2007-good-neighbourliness-treaty"),  # not a plan to carry it out
    ],
)
def test_of_documents_of_one_name_the_last_before_the_report_is_meant(title, said, document):
    judgement = judge({"type": "document_adopted"} | adopted(title), read_time(said))
    assert [row.key for row in judgement.rows] == [document]


def test_a_plan_that_came_true_tells_when():
    says = judge({"type": "status_change", "party": "BLR", "to": "member", "stage": "effective", "polarity": "expected"}).says
    assert says.startswith("It came true") and "2024-07-04" in says

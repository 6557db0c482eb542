"""`check`: a text in, a frame of claims with verdicts out, of one shape whatever the text; nothing false of anything true."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sco_timeline as sco
from sco_timeline.checking import MEANINGS, check, judge, with_verdicts
from sco_timeline.checking.judging import ADDED, JUDGES
from sco_timeline.checking.sourcing import Source, best_sources
from sco_timeline.checking.times import read_published, read_time
from sco_timeline.checking.verdicts import Row
from sco_timeline.errors import BadArgumentError, InvalidDateError
from sco_timeline.extracting.claims import COLUMNS, claims_to_frame

ARTICLE = "Turkey is an observer of the SCO. India became a member of the SCO on 9 June 2017."


def test_each_claim_of_a_text_gets_its_verdict():
    found = check(ARTICLE).set_index("party")["verdict"]
    assert found.to_dict() == {"TUR": "contradicted", "IND": "confirmed"}


def test_the_day_of_publication_dates_what_the_text_does_not():
    text = "India is an observer of the SCO."
    assert check(text)["verdict"].tolist() == ["undated"]
    assert check(text, "2010-01-01")["verdict"].tolist() == ["confirmed"]
    assert check(text, pd.Timestamp("2020-01-01"))["verdict"].tolist() == ["contradicted"]


@pytest.mark.parametrize("text", ["", "Nothing is said here of any bloc.", ARTICLE])
def test_the_frame_has_one_shape(text):
    found = check(text)
    assert list(found.columns) == [*COLUMNS, *ADDED]
    assert all(found[name].dtype == check(ARTICLE)[name].dtype for name in ADDED)
    assert set(found["verdict"]) <= set(MEANINGS)


@pytest.mark.parametrize(("published", "error"), [("yesterday", InvalidDateError), (5, BadArgumentError)])
def test_a_publication_date_that_is_none_is_refused(published, error):
    with pytest.raises(error):
        check(ARTICLE, published)


def test_rows_exist_and_sources_have_publishers_and_addresses():
    found = check(ARTICLE).set_index("party").loc["IND"]
    assert found["row_ids"] == "events/IND-sco.member-effective"
    lines = found["sources"].splitlines()
    assert 1 <= len(lines) <= 3
    listed = sco.load("sources")
    assert all(Source.read(line).publisher in set(listed["publisher"]) for line in lines)
    assert any(Source.read(line).url.startswith("http") for line in lines)


def test_official_sources_come_first():
    found = best_sources([Row("events", "IND-sco.member-effective", "date")])
    kinds = sco.load("sources").groupby("publisher")["kind"].first()
    assert kinds[found[0].publisher] == "official"


def test_a_frame_keeps_its_rows_and_index():
    claims = claims_to_frame([{"type": "member_count", "n": 8, "as_of": "2020"}, {"type": "chair", "party": "KAZ"}])
    claims.index = pd.Index([7, 3])
    found = with_verdicts(claims)
    assert found.index.tolist() == [7, 3]
    assert found["verdict"].tolist() == ["confirmed", "undated"]


@pytest.mark.parametrize("basis", ["effective", "decision"])
def test_whatever_the_dataset_says_of_a_member_is_never_contradicted(basis):
    """Every spell, told on its first day and on its last, is confirmed; so is each event on its day."""
    spells = sco.load("memberships")
    spells = spells[(spells["organization"] == "sco") & (spells["basis"] == basis) & spells["start_latest"].notna()]
    for row in spells.itertuples():
        claim = {"type": "status_held", "party": row.party_id, "status": row.status, "as_of": str(row.start_latest.date())}
        assert judge(claim).verdict == "confirmed", claim


STAGES = {"decision": "decision", "procedure": "decision", "memorandum": "memorandum", "application": "application"}


def test_every_step_of_the_record_told_as_it_is_recorded_is_confirmed():
    for party in sco.load("events")["party_id"].unique():
        events = sco.history(party)
        for row in events[events["stage"].isin(STAGES)].itertuples():
            if len(row.date) <= 10 and row.status in ("member", "observer", "dialogue_partner"):
                claim = {"type": "status_change", "party": party, "to": row.status, "stage": STAGES[row.stage], "date": row.date}
                assert judge(claim).verdict == "confirmed", claim


def test_every_summit_attendance_meeting_and_document_of_the_record_is_confirmed():
    summits = sco.load("summits")
    for row in summits[summits["held"]].itertuples():
        claim = {"type": "summit", "body": row.body, "city": row.city, "country": row.host_party_id, "ordinal": row.ordinal}
        claim |= {"start": str(row.start.date()), "end": str(row.end.date()), "format": row.format}
        assert judge(claim).verdict == "confirmed", claim
    for row in sco.load("attendance").itertuples():
        claim = {"type": "attendance", "party": row.party_id, "person": None, "summit_year": int(row.summit_id[-4:])}
        assert judge(claim | {"present": row.mode != "absent"}).verdict == "confirmed", claim
    for row in sco.load("documents").itertuples():
        claim = {"type": "document_adopted", "title": row.title, "date": row.adopted}
        assert len(row.adopted) > 10 or judge(claim).verdict == "confirmed", claim


AGREES = ("supports", "coarser", "finer")
NEVER = {"contradicted", "too early"}


def test_no_source_that_the_record_agrees_with_is_called_false():
    claims = sco.load("claims")
    claims = claims[claims["stance"].isin(AGREES)]
    events = sco.load("events").merge(sco.load("statuses")[["status_id", "organization", "status"]], on="status_id").set_index("event_id")
    dates = claims[(claims["table_name"] == "events") & (claims["field"] == "date")]
    for row, event in zip(dates.itertuples(), events.loc[dates["row_id"]].itertuples(), strict=True):
        if event.stage in [*STAGES, "effective"] and event.organization == "sco" and event.status != "guest":
            claim = {"type": "status_change", "party": event.party_id, "to": event.status, "date": row.value}
            assert judge(claim | {"stage": STAGES.get(event.stage, event.stage)}).verdict not in NEVER, claim
    for row in claims[claims["table_name"] == "memberships"].itertuples():
        as_of = None if pd.isna(row.as_of) else row.as_of
        claim = {"type": "status_held", "party": row.row_id, "status": row.value, "as_of": as_of, "polarity": row.polarity}
        assert judge(claim).verdict not in NEVER, claim
    documents = sco.load("documents").set_index("document_id")["title"]
    for row in claims[(claims["table_name"] == "documents") & (claims["field"] == "adopted")].itertuples():
        claim = {"type": "document_adopted", "title": documents[row.row_id], "date": row.value}
        assert judge(claim).verdict not in NEVER, claim


TIMES = st.one_of(st.none(), st.dates().map(str), st.sampled_from(["2017", "2017-06", "2016-2017", "soon", "0000", "9999", "1996"]))
PARTIES = st.one_of(st.none(), st.sampled_from(["IND", "TUR", "LKA", "SAU", "UZB", "JPN", "UN", "XXX"]))
FACTS = {
    "party": PARTIES,
    "to": st.sampled_from([None, "member", "observer", "dialogue_partner", "partner", "emperor"]),
    "status": st.sampled_from([None, "member", "observer", "dialogue_partner", "partner", "emperor"]),
    "stage": st.sampled_from([None, "application", "decision", "memorandum", "effective"]),
    "polarity": st.sampled_from(["asserted", "negated", "expected"]),
    "body": st.sampled_from([None, "chs", "chg", "shanghai_five", "unknown"]),
    "city": st.sampled_from([None, "Astana", "Samarkand", "Nowhere", ""]),
    "country": PARTIES,
    "ordinal": st.one_of(st.none(), st.integers(-1, 40)),
    "format": st.sampled_from([None, "virtual", "hybrid", "in_person"]),
    "person": st.sampled_from([None, "Vladimir Putin", "X", ""]),
    "present": st.sampled_from([None, True, False]),
    "summit_year": st.one_of(st.none(), st.integers(1990, 2040)),
    "parties": st.one_of(st.none(), st.lists(st.sampled_from(["IND", "TUR", "CHN", "RUS"])), st.just("CHN;RUS")),
    "n": st.one_of(st.none(), st.integers(-1, 40)),
    "title": st.sampled_from([None, "", "Astana Declaration", "the of"]),
} | dict.fromkeys(("date", "as_of", "start", "end", "year_or_period", "date_hint"), TIMES)


@settings(max_examples=1500)
@given(kind=st.sampled_from(sorted(JUDGES)), facts=st.fixed_dictionaries(FACTS), said=TIMES)
def test_any_claim_gets_a_verdict(kind, facts, said):
    found = judge({"type": kind} | facts, read_time(said))
    assert found.verdict in MEANINGS
    assert found.says
    assert len(best_sources(found.rows)) <= 3


@settings(max_examples=300)
@given(
    party=st.sampled_from(["IND", "TUR", "LKA", "BLR", "CHN", "MNG", "LAO", "JPN"]),
    status=st.sampled_from(["member", "observer", "dialogue_partner"]),
    day=st.dates(pd.Timestamp("2001-06-15").date(), pd.Timestamp("2026-09-01").date()),
)
def test_verdicts_on_a_day_follow_the_status_of_that_day(party, status, day):
    claim = {"type": "status_held", "party": party, "status": status, "as_of": str(day)}
    held = {sco.status(party, day, basis=basis, when_unclear="null") for basis in ("effective", "decision")}
    verdict = judge(claim).verdict
    assert (verdict == "confirmed") == (status in held)
    assert (judge(claim | {"polarity": "negated"}).verdict == "confirmed") == bool(held - {status, None})


def test_a_date_of_publication_may_be_coarse():
    assert read_published("2024-07").text == "2024-07"

"""Figures: worked out by hand on a small case, and counted again in another way on random ones."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sco_timeline.evaluating import Gold, evaluate
from sco_timeline.evaluating.figures import rates
from sco_timeline.evaluating.matching import CORE, MORE, agrees_in_key, agrees_strictly


def change(party, stage="effective", date=None, at=0, polarity="asserted", **more):
    return {
        "type": "status_change", "party": party, "to": "member", "stage": stage, "date": date,
        "polarity": polarity, "evidence": [at, at + 10], **more,
    }  # fmt: skip


def held(party, status="observer", **more):
    return {"type": "status_held", "party": party, "status": status, "as_of": None, "evidence": [50, 60], **more}


def meeting(*parties):
    return {"type": "bilateral_meeting", "parties": list(parties), "evidence": [0, 5]}


TEXT = "India joined the SCO in 2017, they say here.\nMongolia was let in as an observer, too.\nMore is not known."
GOLDS = [
    Gold("one", [change("IND", date="2017"), held("MNG"), held("NPL", optional=True), meeting("CHN", "IND")], text=TEXT),
    Gold("two", [change("IRN", stage="decision", date="2021", polarity="expected")]),
    Gold("none", []),
]
FOUND = {
    "one": [
        change("IND", date="2016"),  # right in key, not strictly
        change("IND", date="2017-06-09", at=3),  # a repeat
        held("NPL"),  # optional: it does not count
        held("MNG", status="member", sentence=[0, 40]),  # a false alarm, and MNG's own is missed
    ],
    "two": [change("IRN", stage="effective", date="2021", polarity="expected")],  # another stage
    "none": [meeting("CHN", "RUS")],  # a false alarm
    "elsewhere": [held("MNG")],
}
FLAT = [{"doc": doc, **claim} for doc, claims in FOUND.items() for claim in claims]


@pytest.fixture(scope="module")
def evaluation():
    return evaluate(GOLDS, FLAT)


# Level, by, value, core or more: hits, false alarms and misses as counted by hand.
COUNTED = [
    ("key", "all", "all", "core", 2, 1, 1),
    ("key", "all", "all", "more", 0, 1, 1),
    ("key", "type", "status_change", "core", 2, 0, 0),
    ("key", "type", "status_held", "core", 0, 1, 1),
    ("key", "type", "bilateral_meeting", "more", 0, 1, 1),
    ("key", "type", "summit", "core", 0, 0, 0),
    ("key", "polarity", "asserted", "core", 1, 1, 1),
    ("key", "polarity", "expected", "core", 1, 0, 0),
    ("key", "document", "one", "core", 1, 1, 1),
    ("key", "document", "two", "core", 1, 0, 0),
    ("key", "document", "none", "more", 0, 1, 0),
    ("strict", "all", "all", "core", 1, 3, 2),
    ("strict", "type", "status_change", "core", 1, 2, 1),
    ("strict", "polarity", "expected", "core", 0, 1, 1),
    ("strict", "document", "two", "core", 0, 1, 1),
]


@pytest.mark.parametrize("expected", COUNTED, ids=lambda row: " ".join(row[:4]))
def test_counts(evaluation, expected):
    *what, tp, fp, fn = expected
    figures = evaluation.figures
    [row] = figures[(figures[["level", "by", "value", "types"]] == what).all(axis=1)].itertuples()
    assert (row.tp, row.fp, row.fn) == (tp, fp, fn)
    assert (row.precision, row.recall, row.f1) == rates(tp, fp, fn)


# Hits, false alarms, misses: precision, recall, F1.
RATES = [((0, 0, 0), (1, 1, 1)), ((3, 1, 0), (0.75, 1, 6 / 7)), ((1, 0, 3), (1, 0.25, 0.4)), ((0, 1, 0), (0, 1, 0)), ((0, 2, 2), (0, 0, 0))]


@pytest.mark.parametrize(("counts", "expected"), RATES)
def test_rates(counts, expected):
    assert rates(*counts) == pytest.approx(expected)


def test_the_mean_counts_documents_alike(evaluation):
    figures = evaluation.figures
    means = figures[(figures["by"] == "mean of documents") & (figures["level"] == "key")].set_index("types")
    assert means.loc["core", "precision"] == pytest.approx((0.5 + 1 + 1) / 3)
    assert means.loc["more", "precision"] == pytest.approx((1 + 1 + 0) / 3)


def test_stages_taken_for_each_other(evaluation):
    assert evaluation.stages.values.tolist() == [["decision", "effective", 1], ["effective", "effective", 1]]


def test_stages_that_agree_are_paired_first():
    """Nearer evidence does not make an application of a decision."""
    golds = [Gold("a", [change("IRN", "application", at=100), change("IRN", "decision", at=0), change("BLR", "memorandum")])]
    found = [change("IRN", "decision", at=100), change("IRN", "application", at=0), change("IND", "effective")]
    evaluation = evaluate(golds, [{"doc": "a", **claim} for claim in found])
    assert evaluation.stages.values.tolist() == [
        ["(false alarm)", "effective", 1],
        ["application", "application", 1],
        ["decision", "decision", 1],
        ["memorandum", "(missed)", 1],
    ]


def test_misses_have_their_sentence(evaluation):
    misses = evaluation.misses[["level", "what", "doc", "type", "sentence"]]
    observer = "Mongolia was let in as an observer, too."
    first = "India joined the SCO in 2017, they say here."
    assert misses.astype(object).where(misses.notna(), None).values.tolist() == [
        ["strict", "false alarm", "one", "status_change", first],
        ["key", "missed", "one", "bilateral_meeting", first],
        ["key", "missed", "one", "status_held", observer],
        ["key", "false alarm", "one", "status_held", observer],
        ["strict", "missed", "two", "status_change", None],
        ["strict", "false alarm", "two", "status_change", None],
        ["key", "false alarm", "none", "bilateral_meeting", None],
    ]


def test_misses_say_what_was_claimed(evaluation):
    assert "party IRN, to member, date 2021, stage decision, expected" in set(evaluation.misses["claim"])


def test_what_is_not_scored_is_counted(evaluation):
    assert evaluation.apart == {"of documents that are not annotated": 1}
    assert evaluate([Gold("a", [{"type": "rumour"}])], []).apart == {"of types that are not scored": 1}


def test_no_documents_at_all():
    evaluation = evaluate([], [])
    assert evaluation.documents == 0 and evaluation.misses.empty and evaluation.stages.empty
    assert set(evaluation.figures["f1"]) == {1.0}


# The same counts by another way: take claims off two lists until nothing fits any more.


def recount(golds, found, kinds, agrees):
    hits = alarms = misses = 0
    for gold in golds:
        for kind in kinds:
            left = [claim for claim in found if claim["doc"] == gold.doc and claim["type"] == kind]
            wanted = [claim for claim in gold.claims if claim["type"] == kind]
            for claim in [c for c in wanted if not c.get("optional")] + [c for c in wanted if c.get("optional")]:
                best, distance = None, None
                for candidate in left:
                    apart = abs(claim["evidence"][0] - candidate["evidence"][0])
                    if agrees(claim, candidate) and (distance is None or apart < distance):
                        best, distance = candidate, apart
                if best is not None:
                    left = [candidate for candidate in left if candidate is not best]
                if not claim.get("optional"):
                    hits, misses = hits + (best is not None), misses + (best is None)
            for candidate in left:
                alarms += not any(agrees(claim, candidate) for claim in wanted)
    return hits, alarms, misses


@st.composite
def claims(draw):
    claim = draw(
        st.one_of(
            st.builds(
                change,
                st.sampled_from(["IND", "IRN"]),
                st.sampled_from(["decision", "effective"]),
                st.sampled_from([None, "2017", "2017-06"]),
            ),
            st.builds(held, st.sampled_from(["MNG", "AFG"])),
            st.builds(
                lambda city, start: {"type": "summit", "city": city, "start": start},
                st.sampled_from([None, "Astana", "Bishkek"]),
                st.sampled_from([None, "2017"]),
            ),
            st.builds(meeting, st.sampled_from(["CHN", "RUS"]), st.just("IND")),
        )
    )
    polarity = draw(st.sampled_from(["asserted", "asserted", "expected"]))
    optional = {"optional": True} if draw(st.integers(0, 4)) == 0 else {}
    return claim | {"polarity": polarity, "evidence": [draw(st.integers(0, 99)), 200], "doc": draw(st.sampled_from("ab"))} | optional


@settings(max_examples=200)
@given(st.lists(claims(), max_size=12), st.lists(claims(), max_size=12))
def test_figures_are_those_of_another_count(annotated, found):
    golds = [Gold(doc, [claim for claim in annotated if claim["doc"] == doc]) for doc in "ab"]
    figures = evaluate(golds, found).figures
    for level, agrees in (("key", agrees_in_key), ("strict", agrees_strictly)):
        for group, kinds in (("core", CORE), ("more", MORE)):
            part = figures[(figures["level"] == level) & (figures["types"] == group)]
            counted = recount(golds, found, kinds, agrees)
            for by in ("all", "type", "polarity", "document"):
                assert tuple(part.loc[part["by"] == by, ["tp", "fp", "fn"]].sum()) == counted, by

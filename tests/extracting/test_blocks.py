"""Lists, tables, boxes, timelines and questions, written before the rules were tried on them, are read rightly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sco_timeline.extracting import claims_of
from sco_timeline.extracting.blocks.headings import heading_of
from sco_timeline.extracting.blocks.lines import lines_of
from sco_timeline.extracting.opening import open_article

BLOCKS = Path(__file__).parents[1] / "cases" / "extraction" / "seen" / "blocks.jsonl"
CASES = [json.loads(line) for line in BLOCKS.read_text("utf-8").splitlines()]
NOT_YET = {"blocks-22", "blocks-36"}
"""Cases of which something is missed: two notes of a timeline, and who stands in the caption of a photograph."""

PLAIN = ("party", "to", "status", "city", "country", "ordinal", "n", "present", "polarity")


def said(claims):
    """Claims by what makes them one: type, who, what, whether."""
    return {(claim["type"], *(claim.get(name) for name in PLAIN[:-1]), claim.get("polarity") or "asserted") for claim in claims}


@pytest.mark.parametrize("case", [case for case in CASES if case["doc"] not in NOT_YET], ids=lambda case: case["doc"])
def test_blocks_are_read_rightly(case):
    wanted = [claim for claim in case["claims"] if not claim.get("optional")]
    found = said(claims_of(case["text"], case["published"]))
    assert said(wanted) <= found
    assert found <= said(case["claims"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["doc"])
def test_evidence_lies_in_the_text(case):
    for claim in claims_of(case["text"], case["published"]):
        start, end = claim["evidence"]
        assert 0 <= claim["sentence"][0] <= start < end <= len(case["text"])


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Members of the SCO", "statuses"),
        ("SCO dialogue partners (14):", "statuses"),
        ("Pending applications to the SCO", "statuses"),
        ("Chairs of the SCO by year", "chairs"),
        ("Meetings of the SCO heads of state council", "summits"),
        ("Papers adopted at the SCO summit", "documents"),
        ("Not present", "absent"),
        ("Date of foundation", "founded"),
        ("Members of the delegation to the SCO", None),
        ("SCO foreign ministers' meetings", None),
        ("SCO members boost trade", None),
        ("Secretaries-General of the SCO", None),
    ],
)
def test_headings_are_made_of_the_words_of_headings(line, kind):
    heading = heading_of(lines_of(open_article(f"The SCO.\n{line}", None))[-1])
    assert (heading and heading.kind) == kind

"""Whatever a claim says, it has a place or a reason why not, and accepting it leaves a record that builds."""

from __future__ import annotations

import contextlib
import shutil

from hypothesis import given, settings
from hypothesis import strategies as st

from sco_timeline.descriptor import read_package
from sco_timeline.errors import TimelineError
from sco_timeline.extracting.claims import TYPES, claim_of
from sco_timeline.packaging import build
from sco_timeline.reviewing import Decision, Desk, read_record
from sco_timeline.reviewing.candidates import candidate_bytes, path_of, read_candidates
from sco_timeline.reviewing.placing import place
from sco_timeline.reviewing.verdicts import beside

from .conftest import SHA256, SOURCE

DATES = st.sampled_from(["2001", "2001-06-15", "2005-07", "2017-06-09", "2017-06-10", "2018", "2018-03-01", "2099"])
PARTIES = st.sampled_from(["CHN", "IND", "KAZ", "NAM", "COG", "SCO"])
STATUSES = st.sampled_from(["member", "observer", "dialogue_partner", "partner"])
VALUES = {
    "party": PARTIES,
    "to": STATUSES,
    "status": STATUSES,
    "stage": st.sampled_from(["application", "decision", "memorandum", "effective"]),
    "body": st.sampled_from(["chs", "chg", "shanghai_five", "unknown"]),
    "city": st.sampled_from(["Astana", "Nur-Sultan", "Shanghai", "Ufa", "=1+1", " blank"]),
    "country": PARTIES,
    "format": st.sampled_from(["in_person", "virtual", "hybrid"]),
    "person": st.sampled_from(["Jiang Zemin", "Nursultan Nazarbayev", "Nobody"]),
    "present": st.booleans(),
    "parties": st.lists(PARTIES, max_size=3, unique=True),
    "year_or_period": st.sampled_from(["2017", "2016-2017", "2023/24", "next year"]),
    "n": st.integers(0, 12),
    "ordinal": st.integers(0, 20),
    "summit_year": st.sampled_from([2001, 2017, 2030]),
    "title": st.sampled_from(["Shanghai Convention", "Charter", ""]).filter(bool),
} | dict.fromkeys(("date", "as_of", "start", "end"), DATES)
MAY_BE_UNSAID = {"date", "as_of", "start", "end", "city", "country", "format", "ordinal", "person", "summit_year", "year_or_period"}


@st.composite
def candidates(draw):
    kind = draw(st.sampled_from(sorted(TYPES)))
    facts = {key: draw(st.none() | VALUES[key] if key in MAY_BE_UNSAID else VALUES[key]) for key in TYPES[kind]}
    facts |= {"polarity": draw(st.sampled_from(["asserted", "negated", "expected"])), "evidence": draw(st.sampled_from([[0, 5], [3, 9]]))}
    claim = claim_of(kind, doc=SOURCE, rule="test.rule", **facts)
    return claim | dict.fromkeys(("decision", "reason", "decided_on", "row")) | {"text_sha256": SHA256}


@given(candidates())
def test_it_has_a_place_or_a_reason_why_not(record, claim):
    placement = place(claim, record)
    (found,) = beside(record, [(claim, placement)])
    assert len(found.verdicts) == len(placement.cells)
    assert found.verdicts or placement.remark


@settings(max_examples=10)
@given(st.lists(candidates(), min_size=1, max_size=4))
def test_what_can_be_accepted_builds(record, tmp_path_factory, claims):
    root = tmp_path_factory.mktemp("any") / "package"
    shutil.copytree(record.package.root, root)
    package = read_package(root)
    path = path_of(package.raw_folder, SOURCE)
    path.parent.mkdir()
    path.write_bytes(candidate_bytes(claims))
    now = read_record(package)
    for number in range(1, len(claims) + 1):
        desk = Desk(package, now)
        with contextlib.suppress(TimelineError):
            desk.decide(Decision(SOURCE, number, "accept", "because"))
            now = desk.keep()
    rebuilt = build(root).rows
    accepted = [claim for claim in read_candidates(package.raw_folder, SOURCE) if claim["decision"] == "accepted"]
    assert {name: list(rows) for name, rows in now.rows.items()} == {name: list(rows) for name, rows in rebuilt.items()}
    assert bool([row for row in rebuilt["claims"] if row["source_id"] == SOURCE]) == bool(accepted)

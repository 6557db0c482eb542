"""Files of claims and candidates that are refused, each with one clear line, and nothing written."""

from __future__ import annotations

import json

import pytest

from .conftest import MEMBER, NEW, SOURCE, TEXT

WRONG = [
    # what is changed in a claim, and a piece of the line that says so
    ({"type": "rumour"}, "claims.jsonl:1: type: 'rumour' is no type of claim"),
    ({"type": ["summit"]}, "type: ['summit'] is no type of claim"),
    ({"polarity": "maybe"}, "polarity: 'maybe' is not allowed; one of asserted, negated, expected"),
    ({"evidence": None}, "evidence: is empty"),
    ({"evidence": [5, 5]}, "evidence: [5, 5] does not fit; [START, END] with START below END"),
    ({"evidence": [-1, 5]}, "evidence: [-1, 5] does not fit"),
    ({"evidence": [True, 5]}, "evidence: [True, 5] does not fit"),
    ({"evidence": [0, len(TEXT) + 1]}, f"lies outside the text of {len(TEXT)} characters"),
    ({"sentence": [0, 10**9]}, "sentence: [0, 1000000000] lies outside the text"),
    ({"date": "June 2017"}, "date: 'June 2017' does not fit; write 2013"),
    ({"date": 2017}, "date: 2017 does not fit; a text of"),
    ({"rule": None}, "rule: is empty"),
    ({"city": "Astana"}, "city: a claim of type status_change has no such key"),
    ({"party": "x" * 501}, "does not fit; a text of 1 to 500 characters"),
    ({"text_sha256": "0" * 64}, "text_sha256: is not that of the text"),
]


@pytest.mark.parametrize(("change", "says"), WRONG, ids=[str(change)[:60] for change, _ in WRONG])
def test_a_claim_that_is_none_is_refused(reviewed, change, says):
    before = reviewed.raw()
    done = reviewed("add", SOURCE, reviewed.write_claims(MEMBER | change, NEW), "--text", reviewed.text)
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert says in done.err
    assert reviewed.raw() == before


@pytest.mark.parametrize("line", ["", "{", "[]", "null", "{}", '"claim"', "[" * 5000])
def test_a_line_that_is_no_object_is_refused(reviewed, line):
    claims = reviewed.write_claims(MEMBER)
    claims.write_text(claims.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    done = reviewed("add", SOURCE, claims, "--text", reviewed.text)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "claims.jsonl:2: " in done.err
    assert not reviewed.file.exists()


def test_no_claims_are_no_candidates(reviewed):
    done = reviewed("add", SOURCE, reviewed.write_claims(), "--text", reviewed.text)
    assert (done.code, done.out) == (0, f"0 candidates added to {SOURCE}\n")
    assert not reviewed.file.exists()


def test_claims_of_two_documents_are_refused(reviewed):
    done = reviewed("add", SOURCE, reviewed.write_claims(MEMBER, NEW | {"doc": "another"}), "--text", reviewed.text)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "holds claims of 2 documents, another, article; give those of one" in done.err


def test_a_text_that_is_not_that_of_the_source_is_refused(reviewed):
    reviewed.text.write_text(TEXT + "More.", encoding="utf-8")
    done = reviewed("add", SOURCE, reviewed.write_claims(MEMBER), "--text", reviewed.text)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert f"text_sha256 of {SOURCE} in data/raw/sources.csv is " in done.err
    assert not reviewed.file.exists()


def test_a_text_that_is_not_utf8_is_refused(reviewed):
    reviewed.text.write_bytes(b"\xff\xfe")
    done = reviewed("add", SOURCE, reviewed.write_claims(MEMBER), "--text", reviewed.text)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "is not UTF-8" in done.err


def test_an_unknown_source_is_told_the_hash_that_its_row_needs(reviewed):
    done = reviewed("add", "gazette-2018", reviewed.write_claims(MEMBER), "--text", reviewed.text)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "no row of data/raw/sources.csv is 'gazette-2018'; add its row first, with text_sha256 " in done.err


SPOILED = [
    ("doc", "another-source", "doc: 'another-source' is not the source that the file is named for"),
    ("decision", "maybe", "decision: 'maybe' is not allowed"),
    ("text_sha256", None, "text_sha256: is no SHA-256"),
    ("row", 7, "row: 7 does not fit"),
    ("decided_on", "yesterday", "decided_on: 'yesterday' does not fit"),
]


@pytest.mark.parametrize(("key", "value", "says"), SPOILED, ids=[key for key, _, _ in SPOILED])
def test_a_spoiled_file_of_candidates_is_named_with_its_line(reviewed, key, value, says):
    reviewed.add(MEMBER, NEW)
    first, second = reviewed.candidates()
    reviewed.file.write_text("".join(json.dumps(one) + "\n" for one in (first, second | {key: value})), encoding="utf-8")
    for words in (["list"], ["decide", SOURCE, 1, "accept"], []):
        found = reviewed(*words)
        assert (found.code, found.err.count("\n")) == (1, 1)
        assert f"data/raw/candidates/{SOURCE}.jsonl:2: {says}" in found.err


@pytest.mark.parametrize("key", ["decision", "text_sha256", "row", "reason", "decided_on"])
def test_a_candidate_without_a_key_is_named_with_its_line(reviewed, key):
    reviewed.add(MEMBER)
    (only,) = reviewed.candidates()
    reviewed.file.write_text(json.dumps({name: value for name, value in only.items() if name != key}) + "\n", encoding="utf-8")
    found = reviewed("list")
    assert (found.code, found.err.count("\n")) == (1, 1)
    assert f"jsonl:1: {key}: " in found.err

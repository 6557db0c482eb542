"""`sco-timeline evaluate` scores what is found in texts, or claims that are given, and says what is wrong with its files."""

from __future__ import annotations

import hashlib
import json

import pytest

TEXT = "Iran joined the Shanghai Cooperation Organisation in July 2023. Mongolia is an observer of the SCO.\n"
IRAN = {"type": "status_change", "party": "IRN", "to": "member", "date": "2023-07", "stage": "effective", "evidence": [0, 62]}
MONGOLIA = {"type": "status_held", "party": "MNG", "status": "observer", "as_of": None, "evidence": [64, 98]}
NEPAL = {"type": "status_held", "party": "NPL", "status": "observer", "as_of": None, "evidence": [64, 98]}


def write_lines(path, *lines):
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path):
    """One annotated document whose text stands in a folder, one with its own text and nothing about the SCO."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_bytes(TEXT.encode("utf-8"))
    sha256 = hashlib.sha256(TEXT.encode("utf-8")).hexdigest()
    first = {"doc": "a", "text_kind": "agency", "published": None, "text_sha256": sha256, "claims": [IRAN, MONGOLIA, NEPAL]}
    return write_lines(tmp_path / "gold.jsonl", first, {"doc": "b", "text_kind": "blog", "text": "Cats sleep.", "claims": []})


def figure(out, level="key", by="all", value="all", types="core"):
    [row] = [
        row for row in json.loads(out)["figures"] if (row["level"], row["by"], row["value"], row["types"]) == (level, by, value, types)
    ]
    return row["tp"], row["fp"], row["fn"]


def test_what_the_extractor_finds(command, gold, tmp_path):
    code, out, err = command("evaluate", gold, tmp_path / "texts", "--format", "json")
    assert (code, err) == (0, "")
    assert json.loads(out)["documents"] == 2
    assert figure(out) == (2, 0, 1)
    assert figure(out, by="document", value="a") == (2, 0, 1)
    assert "misses" not in json.loads(out)


def test_claims_that_are_given_need_no_texts(command, gold, tmp_path):
    given = write_lines(tmp_path / "claims.jsonl", {"doc": "a", **IRAN}, {"doc": "a", **NEPAL}, {"doc": "b", **IRAN})
    code, out, err = command("evaluate", gold, "--predicted", given, "--format", "json")
    assert (code, err, figure(out)) == (0, "", (2, 1, 1))


def test_misses(command, gold, tmp_path):
    out = command("evaluate", gold, tmp_path / "texts", "--format", "json", "--misses").out
    [miss] = json.loads(out)["misses"]
    assert (miss["what"], miss["claim"], miss["sentence"]) == ("missed", "party NPL, status observer", TEXT[64:].strip())


def test_the_table_has_every_figure(command, gold, tmp_path):
    code, out, err = command("evaluate", gold, tmp_path / "texts", "--misses")
    assert (code, err) == (0, "")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[0] == "documents: 2"
    assert lines.count("key P R F1 tp fp fn") == lines.count("strict P R F1 tp fp fn") == 1
    assert "core 1.000 0.667 0.800 2 0 1" in lines
    assert "status_held 1.000 0.500 0.667 1 0 1" in lines
    assert "effective effective 1" in lines
    assert "missed: a [64-98]: status_held: party NPL, status observer" in lines
    assert lines[-1] == TEXT[64:].strip()


def test_documents_of_some_kinds_only(command, gold, tmp_path):
    out = command("evaluate", gold, "--kinds", "blog", "--format", "json").out
    assert (json.loads(out)["documents"], figure(out)) == (1, (0, 0, 0))


def test_claims_that_are_not_scored_are_named(command, gold, tmp_path):
    given = write_lines(tmp_path / "claims.jsonl", {"doc": "c", **IRAN})
    code, _, err = command("evaluate", gold, "--predicted", given)
    assert (code, err) == (0, "not scored: 1 claim of documents that are not annotated\n")


# What stands in the file of annotated documents, and the piece of the line on standard error.
BAD_GOLD = [
    ("{", "gold.jsonl:1: is no JSON object in UTF-8; write one a line"),
    ("[]", "gold.jsonl:1: is no JSON object"),
    ('{"claims": []}', "gold.jsonl:1: doc: is missing"),
    ('{"doc": "a", "claims": {}}', "gold.jsonl:1: claims: is no list of claims"),
    ('{"doc": "a", "claims": [{}]}', "gold.jsonl:1: claims: is no list of claims"),
    ('{"doc": "a", "text": "x", "claims": []}\n{"doc": "a", "text": "x", "claims": []}', "gold.jsonl:2: doc: 'a' is there twice"),
    ('{"doc": "a", "text": 1, "claims": []}', "gold.jsonl:1: text: is no text"),
    ('{"doc": "a", "text": "x", "text_sha256": "0", "claims": []}', "gold.jsonl:1: text: that of 'a' is not the one that was annotated"),
    ('{"doc": "a", "text": "\\ud800", "claims": []}', "a: character 0 is half of one"),
    ('{"doc": "a", "claims": []}', "a: text: is missing; name the folder with the texts, or the claims to be scored"),
]


@pytest.mark.parametrize(("content", "words"), BAD_GOLD, ids=[words.partition(": ")[2] for _, words in BAD_GOLD])
def test_bad_gold_is_a_problem_with_its_line(command, tmp_path, content, words):
    (tmp_path / "gold.jsonl").write_text(content, encoding="utf-8")
    code, out, err = command("evaluate", tmp_path / "gold.jsonl")
    assert (code, out) == (1, "") and words in err


def test_a_text_that_is_not_in_the_folder_is_a_problem(command, tmp_path):
    gold = write_lines(tmp_path / "gold.jsonl", {"doc": "a", "claims": []})
    code, _, err = command("evaluate", gold, tmp_path)
    assert (code, err) == (1, f"{tmp_path / 'a.txt'}: cannot be read: No such file or directory\n")


def test_every_bad_claim_is_named(command, gold, tmp_path):
    given = write_lines(tmp_path / "claims.jsonl", {"doc": "a"}, {"type": "chair"}, 5)
    code, out, err = command("evaluate", gold, "--predicted", given)
    assert (code, out, err.count("\n")) == (1, "", 3)
    assert "claims.jsonl:1: type: is missing" in err and "claims.jsonl:2: doc: is missing" in err


@pytest.mark.parametrize("arguments", [[], ["gold.jsonl", "--format", "csv"], ["gold.jsonl", "texts", "more"]], ids=" ".join)
def test_wrong_usage(command, arguments):
    code, out, err = command("evaluate", *arguments)
    assert (code, out) == (2, "") and err.startswith("usage: sco-timeline")

"""`sco-timeline describe`: a table by its columns, or the whole package in the words of others; never half of each."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from sco_timeline.cataloguing import STYLES, citation_file, codebook, croissant, json_ld

PRINTED = {"markdown": codebook, "jsonld": json_ld, "croissant": croissant, "cff": citation_file}


@pytest.mark.parametrize("style", PRINTED)
def test_the_package_is_printed_as_the_function_returns_it(package, command, style):
    assert command("--format", style) == (0, PRINTED[style](), "")


def test_every_style_has_its_function():
    assert dict(STYLES) == PRINTED


@pytest.mark.parametrize("style", ["table", "csv", "json", "jsonl"])
def test_a_table_is_described_by_its_columns(tiny, command, style):
    code, out, err = command("events", "--format", style)
    assert (code, err) == (0, "")
    assert "event_id" in out


# What is typed, and a piece of the one line that answers
MISTAKES = [
    ([], "name a table, or one of --format markdown, jsonld, croissant, cff for the whole package"),
    (["--format", "csv"], "name a table, or one of --format markdown"),
    (["--format", "json"], "name a table, or one of --format markdown"),
    (["--format", "jsonl"], "name a table, or one of --format markdown"),
    (["--format", "table"], "name a table, or one of --format markdown"),
    (["events", "--format", "markdown"], "--format markdown describes the whole package; leave out events"),
    (["events", "--format", "jsonld"], "--format jsonld describes the whole package; leave out events"),
    (["events", "--format", "croissant"], "--format croissant describes the whole package; leave out events"),
    (["events", "--format", "cff"], "--format cff describes the whole package; leave out events"),
    (["event"], "no table is written 'event'; did you mean 'events'?"),
    (["event", "--format", "json"], "no table is written 'event'; did you mean 'events'?"),
    (["event", "--format", "cff"], "leave out event"),
]


@pytest.mark.parametrize(("arguments", "says"), MISTAKES, ids=[" ".join(words) or "nothing" for words, _ in MISTAKES])
def test_a_wrong_combination_costs_one_line(tiny, command, arguments, says):
    code, out, err = command(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err


@pytest.mark.parametrize("arguments", [["--format", "xml"], ["--format"], ["events", "names"], ["--style", "cff"]], ids=" ".join)
def test_wrong_usage(tiny, command, arguments):
    code, out, err = command(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: sco-timeline")


@pytest.mark.parametrize("style", PRINTED)
def test_a_file_gets_utf_8_and_line_feeds_whatever_the_machine_writes_otherwise(tmp_path, style):
    words = [sys.executable, "-m", "sco_timeline.cli", "describe", "--format", style]
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    with (tmp_path / "out").open("wb") as file:
        subprocess.run(words, stdout=file, check=True, cwd=tmp_path, env=environment)
    assert (tmp_path / "out").read_bytes().decode("utf-8") == PRINTED[style]()

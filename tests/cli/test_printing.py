"""What is printed is what the Python function returns, in each format."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pandas as pd
import pytest

import sco_timeline as sco

MEMBER = "IND-sco.member-effective"
ASKED = {
    "tables": (["tables"], lambda: sco.tables()),
    "describe": (["describe", "events"], lambda: sco.describe("events")),
    "members": (["members", "--on", "2017-06-09"], lambda: sco.members("2017-06-09")),
    "members of any status": (["members", "--on", "2017-06-09", "--status", "all"], lambda: sco.members("2017-06-09", None)),
    "members if it is unclear": (
        ["members", "--on", "2010-05-10", "--status", "dialogue_partner", "--when-unclear", "latest"],
        lambda: sco.members("2010-05-10", "dialogue_partner", when_unclear="latest"),
    ),
    "members by decision": (
        ["members", "--status", "partner", "--basis", "decision"],
        lambda: sco.members(status="partner", basis="decision"),
    ),
    "history": (["history", "Индия", "--all-columns"], lambda: sco.history("India")),
    "history of the Shanghai Five": (
        ["history", "710", "--ids", "cow", "--organization", "shanghai_five", "--all-columns"],
        lambda: sco.history(710, organization="shanghai_five"),
    ),
    "history of an outsider": (["history", "Japan", "--all-columns"], lambda: sco.history("Japan")),
    "panel": (["panel", "--ids", "iso3", "cow", "name", "--since", "2015"], lambda: sco.panel(ids=["iso3", "cow", "name"], since=2015)),
    "panel by month": (
        ["panel", "--freq", "month", "--parties", "India", "LKA"],
        lambda: sco.panel("month", parties=["India", "LKA"]),
    ),
    "panel by day": (
        ["panel", "--freq", "day", "--parties", "SAU", "--since", "2022"],
        lambda: sco.panel("day", parties=["SAU"], since=2022),
    ),
    "panel in the COW coding": (["panel", "--coding", "cow"], lambda: sco.panel(coding="cow")),
    "evidence": (["evidence", "events", MEMBER, "date", "--all-columns"], lambda: sco.evidence("events", MEMBER, "date")),
    "evidence on a party": (["evidence", "memberships", "SAU", "--all-columns"], lambda: sco.evidence("memberships", "SAU")),
}
each_question = pytest.mark.parametrize("question", ASKED)


def plain(value):
    """A cell as JSON has it: days as text, missing as null, numbers and truth values as themselves."""
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    return value.item() if hasattr(value, "item") else value


def records(frame):
    return [{name: plain(value) for name, value in zip(frame.columns, row, strict=True)} for row in frame.itertuples(index=False)]


def text(value):
    """A cell as the CSV files have it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


@each_question
def test_csv_reads_back_as_the_frame(command, question):
    arguments, ask = ASKED[question]
    code, out, _ = command(*arguments, "--format", "csv")
    assert code == 0
    header, *rows = csv.reader(io.StringIO(out, newline=""), strict=True)
    expected = records(ask())
    assert header == list(ask().columns)
    assert rows == [[text(value) for value in row.values()] for row in expected]


@each_question
def test_json_reads_back_as_the_frame(command, question):
    arguments, ask = ASKED[question]
    code, out, _ = command(*arguments, "--format", "json")
    assert code == 0 and out.endswith("\n")
    assert json.loads(out) == records(ask())


@each_question
def test_jsonl_is_a_record_a_line(command, question):
    arguments, ask = ASKED[question]
    code, out, _ = command(*arguments, "--format", "jsonl")
    assert code == 0
    assert [json.loads(line) for line in out.splitlines()] == records(ask())


@each_question
def test_table_has_a_line_a_row_and_every_value(command, monkeypatch, question):
    monkeypatch.setenv("COLUMNS", "4000")
    arguments, ask = ASKED[question]
    code, out, _ = command(*arguments, "--format", "table")
    assert code == 0 and "\x1b" not in out
    header, _, *lines = out.strip().splitlines()
    expected = records(ask())
    assert header.split() == list(ask().columns)
    assert len(lines) == len(expected)
    for line, row in zip(lines, expected, strict=True):
        assert all(" ".join(text(value).split()) in " ".join(line.split()) for value in row.values())


def test_a_pipe_gets_csv_and_a_terminal_a_table(command, monkeypatch):
    piped = command("members").out
    assert piped == command("members", "--format", "csv").out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    on_terminal = command("members").out
    assert on_terminal != piped and "party_id,name" not in on_terminal


def test_letters_of_other_scripts_are_printed_as_they_are(command):
    for style in ("csv", "json", "jsonl", "table"):
        assert "Türkiye" in command("members", "--status", "dialogue_partner", "--format", style).out


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_pipe_gets_utf_8_whatever_the_machine_writes_otherwise(apart, tmp_path, encoding):
    """As on Windows, where text that is redirected into a file is not UTF-8 by itself."""
    words = [sys.executable, "-m", "sco_timeline.cli", "members", "--status", "dialogue_partner", "--format", "json"]
    code, out, err = apart(words, tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (code, err) == (0, "")
    assert json.loads(out) == records(sco.members(status="dialogue_partner"))


def test_status_prints_a_word(command):
    assert command("status", "Turkey", "--on", "2022-09-15") == (0, "dialogue_partner\n", "")
    assert command("status", "JPN") == (0, "none\n", "")
    assert command("status", "LKA", "--on", "2010-04-30", "--basis", "decision") == (0, "dialogue_partner\n", "")


def test_status_says_unclear_where_sources_leave_it_open(command, coarse_start):
    party, status, day = coarse_start
    assert command("status", party, "--on", day, "--when-unclear", "null") == (0, "unclear\n", "")
    assert command("status", party, "--on", day, "--when-unclear", "earliest") == (0, f"{status}\n", "")
    assert command("status", party, "--on", day, "--when-unclear", "latest").out != f"{status}\n"


def test_evidence_tells_the_ruling_apart_from_the_rows(command):
    code, out, err = command("evidence", "events", "AFG-sco.observer-decision", "date")
    assert code == 0
    assert out.startswith("field,value,as_of,stance,polarity,publisher,published\n")
    assert err.startswith("ruling on date: ") and err.count("\n") == 1


def test_export_prints_the_paths_written(command, tmp_path):
    code, out, err = command("export", tmp_path, "--format", "csv", "--tables", "events", "statuses")
    assert (code, err) == (0, "")
    assert out.splitlines() == [str(tmp_path / "events.csv"), str(tmp_path / "statuses.csv")]


def test_plot_prints_the_path_written(command, tmp_path):
    path = tmp_path / "summits.pdf"
    assert command("plot", "summits", "--out", path) == (0, f"{path}\n", "")
    assert path.read_bytes().startswith(b"%PDF")


def test_a_reader_that_stops_reading_is_no_error(tmp_path):
    """As in `sco-timeline panel ... | head -1`."""
    words = [sys.executable, "-m", "sco_timeline.cli", "panel", "--freq", "month", "--parties", "all"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as run:
        assert run.stdout.readline().startswith(b"iso3,month,")
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 0

"""`sco-timeline coverage` prints what the functions return."""

from __future__ import annotations

import io
import json

import pandas as pd
import pytest

from sco_timeline.covering import agreement, coverage, draw, page, thin_cells

ASKED = {
    "all figures": ([], coverage),
    "thin cells": (["--thin"], thin_cells),
    "agreement": (["--agreement"], agreement),
    "a draw": (["--draw", "5"], lambda: draw(5)),
}
each_question = pytest.mark.parametrize(("arguments", "ask"), ASKED.values(), ids=ASKED)


def as_text(frame):
    """Cells as CSV has them."""
    frame = frame.assign(**{name: frame[name].dt.strftime("%Y-%m-%d") for name in frame.select_dtypes("datetime")})
    frame = frame.assign(**{name: frame[name].map({True: "true", False: "false"}) for name in frame.select_dtypes("bool")})
    return pd.read_csv(io.StringIO(frame.to_csv(index=False)), dtype=str, keep_default_na=False)


@each_question
def test_csv_reads_back_as_the_frame(tiny, command, arguments, ask):
    code, out, err = command(*arguments, "--format", "csv")
    assert (code, err) == (0, "")
    pd.testing.assert_frame_equal(pd.read_csv(io.StringIO(out), dtype=str, keep_default_na=False), as_text(ask()))


@each_question
def test_json_has_a_record_a_row(tiny, command, arguments, ask):
    found = json.loads(command(*arguments, "--format", "json").out)
    assert [list(record) for record in found] == [list(ask().columns)] * len(ask())
    assert [json.loads(line) for line in command(*arguments, "--format", "jsonl").out.splitlines()] == found


@each_question
def test_a_table_names_its_columns(tiny, command, monkeypatch, arguments, ask):
    monkeypatch.setenv("COLUMNS", "400")
    code, out, err = command(*arguments, "--format", "table")
    assert (code, err) == (0, "")
    assert out.strip().splitlines()[0].split() == list(ask().columns)


def test_markdown_is_the_page(tiny, command):
    assert command("--format", "markdown") == (0, page(), "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--thin", "--agreement"],
        ["--thin", "--draw", "5"],
        ["--draw"],
        ["--draw", "five"],
        ["--draw", "2.5"],
        ["--format", "text"],
        ["events"],
    ],
    ids=" ".join,
)
def test_wrong_usage(tiny, command, arguments):
    code, out, err = command(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: sco-timeline")


def test_a_draw_of_less_than_nothing_costs_one_line(tiny, command):
    code, out, err = command("--draw", "-5")
    assert (code, out) == (2, "")
    assert "-5" in err.splitlines()[-1]


@pytest.mark.parametrize("arguments", [["--thin"], ["--agreement"], ["--draw", "5"]], ids=" ".join)
def test_the_page_is_whole_or_not_asked_for(tiny, command, arguments):
    """A part of it in Markdown there is not; to print the whole page in its place would answer another question."""
    code, out, err = command(*arguments, "--format", "markdown")
    assert (code, out, err.count("\n")) == (2, "", 1)

"""docs/coverage.md: made, never written; every figure of it is one that a function returns."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from sco_timeline.covering import agreement, cells, coverage, disagreements, draw, page, thin_cells

REPOSITORY = Path(__file__).resolve().parents[2]


def test_the_page_in_docs_is_that_of_the_present_data():
    assert (REPOSITORY / "docs" / "coverage.md").read_text(encoding="utf-8") == page()


@pytest.fixture(scope="module")
def page_of_the_record():
    return page()


@pytest.fixture(params=["the tiny package", "the record itself"])
def text(request):
    if request.param == "the record itself":
        return request.getfixturevalue("page_of_the_record")
    request.getfixturevalue("tiny")
    return page()


def test_its_tables_have_as_many_columns_as_headers(text, tables_of):
    found = tables_of(text)
    assert len(found) >= 2
    for rows in found:
        assert {len(row) for row in rows} == {len(rows[0])}
        assert all(rows[0])


def columns():
    """The table by column, which a record with few readings has not."""
    return [agreement("column")] if len(agreement("column")) else []


def test_its_tables_are_those_of_the_functions(text, tables_of):
    found = tables_of(text)
    for frame, rows in zip(
        (coverage(), agreement("drawn"), agreement(), *columns(), *([disagreements()] if len(disagreements()) else [])), found, strict=True
    ):
        assert rows[0] == list(frame.columns)
        assert [row[0] for row in rows[1:]] == list(frame.iloc[:, 0])
        for name in frame.select_dtypes(["Int64", "int64"]).columns:
            column = rows[0].index(name)
            assert [row[column] for row in rows[1:]] == ["" if pd.isna(value) else str(value) for value in frame[name]]


def test_it_says_how_many_cells_have_how_many_sources(text):
    found, words = cells(), " ".join(text.split())
    one, none = (found["sources"] == 1).sum(), (found["sources"] == 0).sum()
    assert f"{len(found)} cells are filled: {(found['sources'] > 1).sum()} have two independent sources or more" in words
    assert f"{one} one source only, {none} none (" in words
    assert f"{draw()['read'].sum()} of the {len(draw())} cells that this draw names in the record of today have been read" in words


def test_it_names_every_thin_cell(text):
    lines = {line.partition("(")[0].strip("- `"): line for line in text.splitlines() if line.startswith("- `")}
    thin = thin_cells()
    assert set(lines) == set(thin["table"] + "." + thin["field"])
    for (table, field), part in thin.groupby(["table", "field"]):
        named = lines[f"{table}.{field}"].partition("): ")[2].split(", ")
        assert [name.removesuffix(" (no source)") for name in named] == list(part["row_id"])
        assert [name.endswith(" (no source)") for name in named] == list(part["sources"] == 0)
        assert f"({len(part)})" in lines[f"{table}.{field}"]


def test_it_ends_in_one_line_feed_and_holds_no_blank_at_the_end_of_a_line(text):
    assert text.endswith("\n") and not text.endswith("\n\n")
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_a_record_without_disagreement_says_none(tiny):
    tiny.write("readings", tiny.read("readings").splitlines()[0] + "\n")
    tiny.build()
    assert "### Every disagreement\n\nNone.\n" in page()


@pytest.mark.parametrize("reason", ["One | two | three.", "One.\nTwo."])
def test_a_reason_of_any_form_stays_in_its_cell(tiny, tables_of, reason):
    tiny.set_cell("readings", 5, "reason", reason)
    tiny.build()
    rows = tables_of(page())[-1]
    assert len(rows) == 2
    assert {len(row) for row in rows} == {7}

"""Every cell that takes evidence with the independent sources of its value, and what these add up to."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

import sco_timeline as sco
from sco_timeline.covering import cells, coverage, thin_cells
from sco_timeline.descriptor import read_package
from sco_timeline.packaging import derive

REPOSITORY = Path(__file__).resolve().parents[2]
COLUMNS = ["table", "row_id", "field", "required", "sources", "official", "publishers"]

# Some cells of the tiny package, and who independently gives their value
KNOWN = [
    (("summits", "CHS-2001", "start"), True, True, "SCO Secretariat"),
    (("summits", "CHS-2017", "city"), True, False, "Agency"),
    (("summits", "CHS-2017", "venue"), False, False, ""),
    (("events", "IND-sco.member-effective", "date"), True, True, "SCO Secretariat"),  # a reprint says less, a digest another day
    (("events", "IND-sco.observer-decision", "date"), True, True, "SCO Secretariat"),  # to the day, where the cell has the month
    (("events", "NAM-sco.observer-application", "date"), True, False, "Paper"),  # a plan, by one who expects it
    (("events", "IND-sco.member-effective", "place"), False, False, ""),
    (("statuses", "sco.guest", "created"), True, True, "SCO Secretariat"),
]


@pytest.fixture(params=["the tiny package", "the record itself"])
def package(request):
    """Either package, of which questions are asked."""
    return request.getfixturevalue("tiny").package() if request.param == "the tiny package" else read_package(REPOSITORY)


def rows_of(package):
    """Published rows, read without the functions asked."""
    rows = {}
    for table in package.tables.values():
        with (package.root / table.csv.path).open(encoding="utf-8", newline="") as file:
            rows[table.name] = list(csv.DictReader(file))
    return rows


def as_rows(found):
    return [
        (cell.table, cell.row_id, cell.field, cell.required, len(cell.publishers), cell.official, ";".join(sorted(cell.publishers)))
        for cell in found
    ]


def test_cells_are_those_of_the_build(package):
    built, found = derive(package), cells()
    assert list(found.columns) == COLUMNS
    assert list(found.itertuples(index=False, name=None)) == as_rows(built.support)


@pytest.mark.parametrize(("cell", "required", "official", "publishers"), KNOWN, ids=[".".join(cell) for cell, *_ in KNOWN])
def test_known_cells(tiny, cell, required, official, publishers):
    found = cells().set_index(["table", "row_id", "field"]).loc[cell]
    assert (found["required"], found["official"], found["publishers"]) == (required, official, publishers)
    assert found["sources"] == len([name for name in publishers.split(";") if name])


def test_a_second_source_counts(tiny):
    tiny.append("claims", "agency-20170609-astana,events,IND-sco.member-effective,date,2017-06-09,,asserted,headline,curated")
    tiny.build()
    found = cells().set_index(["table", "row_id", "field"]).loc[("events", "IND-sco.member-effective", "date")]
    assert (found["sources"], found["publishers"]) == (2, "Agency;SCO Secretariat")


def test_an_empty_cell_is_none(tiny):
    assert ("summits", "CHS-2001", "venue") not in set(cells()[["table", "row_id", "field"]].itertuples(index=False, name=None))


def test_thin_cells_are_those_with_fewer_than_two_sources(package):
    found = cells()
    expected = found[found["sources"] < 2]
    assert thin_cells().to_dict("records") == expected.to_dict("records")
    assert list(thin_cells().index) == list(range(len(expected)))


def test_coverage_has_a_row_a_table_and_counts_its_rows(package):
    found = coverage()
    assert list(found["table"]) == list(package.tables)
    assert list(found["rows"]) == [len(rows) for rows in rows_of(package).values()]
    assert list(found["rows"]) == [len(sco.load(table)) for table in found["table"]]


def test_coverage_adds_up(package):
    found, every = coverage(), cells()
    taking = found[found["cells"].notna()]
    assert (taking["unsourced"] + taking["once"] + taking["twice"] == taking["cells"]).all()
    assert taking["cells"].sum() == len(every)
    assert taking["official"].sum() == every["official"].sum()
    assert taking["unsourced"].sum() + taking["once"].sum() == len(thin_cells())
    assert (taking["official"] <= taking["once"] + taking["twice"]).all()
    for row in taking.itertuples(index=False):
        own = every[every["table"] == row.table]
        assert (row.cells, row.unsourced, row.twice) == (len(own), (own["sources"] == 0).sum(), (own["sources"] >= 2).sum())


def test_coverage_of_tables_without_evidence_is_null_not_nought(package):
    found = coverage().set_index("table")
    taking = {table.name for table in package.tables.values() if any(field.evidence != "none" for field in table.fields)}
    assert set(found.index[found["cells"].notna()]) == taking
    assert found.loc[[name for name in found.index if name not in taking]].drop(columns="rows").isna().all(axis=None)


def test_share_of_filled_cells(package):
    found = coverage().set_index("table")
    for name, rows in rows_of(package).items():
        fields = [field.name for field in package.tables[name].fields if field.evidence != "none"]
        if fields and rows:
            filled = [row[field] != "" for row in rows for field in fields]
            assert found.loc[name, "filled"] == pytest.approx(100 * sum(filled) / len(filled), abs=0.05)
        else:
            assert pd.isna(found.loc[name, "filled"])


def test_oldest_check_is_the_first_day_on_which_a_source_behind_the_table_was_read(tiny):
    tiny.set_cell("sources", 5, "accessed", "2023-05-04")
    tiny.build()
    found = coverage().set_index("table")["oldest_check"]
    assert found["statuses"] == pd.Timestamp("2023-05-04")
    assert found["summits"] == pd.Timestamp("2023-05-04")
    tiny.set_cell("sources", 5, "accessed", "2025-05-04")
    tiny.build()
    found = coverage().set_index("table")["oldest_check"]
    assert found["statuses"] == pd.Timestamp("2025-05-04")
    assert found["summits"] == pd.Timestamp("2024-01-02")


def test_no_required_cell_is_unsourced(package):
    found = cells()
    assert (found.loc[found["required"], "sources"] > 0).all()

"""One cell spoiled: the build names the file, the line and the column, says what is wrong, and writes nothing.

``cases/spoiled.csv``: `table`, `line` and `column` lead to the cell of the tiny package that `becomes` something
else. The build must refuse it with exactly the problems `at` lists as table:line:column (empty: at the cell itself),
the first of them that names the spoilt thing saying `says` and, behind the semicolon, `remedy`.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from sco_timeline.errors import DataError

CASES_FILE = Path(__file__).resolve().parent.parent / "cases" / "spoiled.csv"
CASES = list(csv.DictReader(CASES_FILE.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_spoiled_cell_is_refused_at_its_place(mini, case):
    mini.set_cell(case["table"], int(case["line"]), case["column"], case["becomes"])
    before = mini.published()
    with pytest.raises(DataError) as refusal:
        mini.build()
    problems = refusal.value.problems
    assert [(problem.file, problem.line, problem.column) for problem in problems] == places(case)
    assert any(case["says"] in problem.message and case["remedy"] in problem.remedy for problem in problems), str(refusal.value)
    assert mini.published() == before
    assert mini.unfinished() == []


def places(case):
    at = case["at"] or f"{case['table']}:{case['line']}:{case['column']}"
    parts = (place.split(":") for place in at.split(" "))
    return [(f"data/raw/{table}.csv", int(line), column) for table, line, column in parts]


def test_every_reference_has_its_case(mini):
    tables = mini.package().tables.values()
    references = {(table.name, key.field) for table in tables if not table.derived for key in table.foreign_keys}
    assert references <= {(case["table"], case["column"]) for case in CASES if case["says"].startswith("no row of")}

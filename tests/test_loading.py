"""What `load` promises: each published table as its descriptor says, equal to the CSV, and the caller's own."""

import json
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import sco_timeline as sco

REPOSITORY = Path(__file__).resolve().parents[1]
DESCRIPTOR = json.loads((REPOSITORY / "datapackage.json").read_text("utf-8"))
RESOURCES = {resource["name"]: resource for resource in DESCRIPTOR["resources"]}
COLUMNS = [(table, field["name"]) for table, resource in RESOURCES.items() for field in resource["schema"]["fields"]]
TEXT = pd.Series(["a"], dtype="str").dtype  # `str` on pandas 3, `object` before
DTYPES = {"string": TEXT, "integer": "Int64", "number": "Float64", "boolean": "boolean", "date": "datetime64[us]"}
TRUTH = {"true": True, "false": False}


def field_of(table, column):
    return next(field for field in RESOURCES[table]["schema"]["fields"] if field["name"] == column)


@pytest.fixture(scope="module")
def loaded():
    return {table: sco.load(table) for table in RESOURCES}


@pytest.fixture(scope="module")
def written():
    """Every CSV as text, empty cells and all."""
    return {t: pd.read_csv(REPOSITORY / r["path"], dtype=str, keep_default_na=False) for t, r in RESOURCES.items()}


@pytest.mark.parametrize("table", RESOURCES)
def test_a_table_has_the_columns_and_rows_that_the_descriptor_names_on_a_fresh_index(loaded, table):
    frame = loaded[table]
    assert list(frame.columns) == [field["name"] for field in RESOURCES[table]["schema"]["fields"]]
    assert len(frame) == RESOURCES[table]["sco:rows"]
    assert frame.index.equals(pd.RangeIndex(len(frame)))


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda x: x)
def test_a_column_has_the_dtype_of_its_field(loaded, table, column):
    field, found = field_of(table, column), loaded[table][column]
    if "categories" in field:
        assert isinstance(found.dtype, pd.CategoricalDtype)
        assert list(found.cat.categories) == field["categories"]
        assert found.cat.ordered is bool(field.get("categoriesOrdered"))
    else:
        assert found.dtype == DTYPES[field["type"]]


def as_values(texts, type_):
    """Cells of a CSV column as Python values, None where empty."""
    read = {"integer": int, "number": float, "boolean": TRUTH.__getitem__, "date": pd.Timestamp}.get(type_, str)
    return [None if text == "" else read(text) for text in texts]


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda x: x)
def test_a_column_equals_the_csv_cell_by_cell(loaded, written, table, column):
    found = [None if pd.isna(value) else value for value in loaded[table][column]]
    assert found == as_values(written[table][column], field_of(table, column)["type"])


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda x: x)
def test_a_column_keeps_its_constraints(loaded, table, column):
    rules, found = field_of(table, column).get("constraints", {}), loaded[table][column]
    if rules.get("required"):
        assert found.notna().all()
    if rules.get("unique"):
        assert found.dropna().is_unique
    if "enum" in rules:
        assert set(found.dropna()) <= set(rules["enum"])


@pytest.mark.parametrize("table", RESOURCES)
def test_a_foreign_key_finds_its_row(loaded, table):
    for key in RESOURCES[table]["schema"].get("foreignKeys", []):
        target = loaded[key["reference"].get("resource", table)][key["reference"]["fields"][0]]
        assert set(loaded[table][key["fields"][0]].dropna()) <= set(target)


def test_namibia_is_no_missing_value(loaded):
    parties = loaded["parties"].set_index("party_id")
    assert parties.loc["NAM", "iso2"] == "NA"


def test_codes_that_begin_with_a_nought_keep_it(loaded):
    m49 = loaded["parties"]["m49"].dropna()
    assert (m49.str.len() == 3).all()
    assert m49.str.startswith("0").any()


def test_closer_statuses_are_greater(loaded):
    spells = loaded["memberships"]
    assert set(spells.loc[spells["status"] > "dialogue_partner", "status"]) <= {"observer", "member"}
    assert spells["status"].max() == "member"


@pytest.mark.parametrize("table", ["parties", "memberships", "membership_years"])
def test_each_call_gives_a_frame_of_its_own(table):
    before = sco.load(table)
    spoiled = sco.load(table)
    spoiled.loc[:, spoiled.columns[0]] = "spoiled"
    spoiled["more"] = 1
    pd.testing.assert_frame_equal(sco.load(table), before)


@pytest.mark.parametrize(("asked", "near"), [("event", "events"), ("Memberships", "memberships"), ("membershps", "memberships")])
def test_an_unknown_table_is_refused_with_the_nearest(asked, near):
    with pytest.raises(sco.TimelineError, match=f"{asked}.*did you mean '{near}'") as caught:
        sco.load(asked)
    assert isinstance(caught.value, LookupError)
    assert caught.value.names == (asked,)


@pytest.mark.parametrize("asked", [None, 3, "", "no such table at all"])
def test_what_is_no_table_at_all_is_refused_too(asked):
    with pytest.raises(sco.TimelineError):
        sco.load(asked)


SPOILING = """
import pickle, sys
from pathlib import Path
import sco_timeline as sco
from sco_timeline.packaging import build
root = Path(sys.argv[1])
build(root)
files = {name: next((root / "data" / "processed").glob(name + ".parquet")) for name in ("people", "places", "names")}
files["people"].unlink()
files["places"].write_bytes(files["places"].read_bytes()[:-1] + b"x")
files["names"].write_bytes(files["names"].read_bytes() + b"x")
said = {}
for table in (*files, "parties"):
    try:
        said[table] = len(sco.load(table))
    except Exception as error:
        said[table] = ([c.__name__ for c in type(error).__mro__], str(error))
(root / "said.pickle").write_bytes(pickle.dumps(said))
"""


@pytest.fixture(scope="module")
def said_of_spoiled(tmp_path_factory):
    """What `load` says in a package of which one file is gone, one has another last byte and one a byte more."""
    root = tmp_path_factory.mktemp("spoiled") / "package"
    shutil.copytree(REPOSITORY / "tests" / "cases" / "mini", root)
    shutil.copy(REPOSITORY / "datapackage.json", root)
    shutil.copytree(REPOSITORY / "sco_timeline", root / "sco_timeline", ignore=shutil.ignore_patterns("__pycache__"))
    run = subprocess.run(
        [sys.executable, "-c", SPOILING, str(root)],
        env={**os.environ, "PYTHONPATH": str(root)},
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return pickle.loads((root / "said.pickle").read_bytes())


@pytest.mark.parametrize("table", ["people", "places", "names"])
def test_a_file_that_is_not_the_one_of_the_descriptor_is_refused(said_of_spoiled, table):
    kinds, message = said_of_spoiled[table]
    assert {"PackageStateError", "TimelineError", "RuntimeError"} <= set(kinds)
    assert f"{table}.parquet" in message
    assert "sco-timeline build" in message


def test_the_files_beside_a_spoiled_one_still_load(said_of_spoiled):
    assert isinstance(said_of_spoiled["parties"], int)

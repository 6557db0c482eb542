"""What `tables`, `describe` and `cite` promise: the descriptor, read aloud."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest

import sco_timeline as sco

DESCRIPTOR = json.loads((Path(__file__).resolve().parents[1] / "datapackage.json").read_text("utf-8"))
RESOURCES = {resource["name"]: resource for resource in DESCRIPTOR["resources"]}


def test_tables_lists_every_resource_in_order():
    found = sco.tables()
    assert list(found.columns) == ["table", "title", "rows", "columns", "key", "derived", "description"]
    assert list(found["table"]) == list(RESOURCES)
    assert list(found["title"]) == [resource["title"] for resource in RESOURCES.values()]


def test_tables_counts_what_load_gives():
    for row in sco.tables().itertuples(index=False):
        frame = sco.load(row.table)
        assert (row.rows, row.columns) == frame.shape, row.table
        assert row.key == frame.columns[0]
        assert frame[row.key].is_unique


def test_tables_tells_the_derived_from_the_written():
    found = sco.tables().set_index("table")["derived"]
    assert set(found[found].index) == {name for name, resource in RESOURCES.items() if resource.get("sco:derived")}
    assert not found["events"]
    assert found["memberships"]


@pytest.mark.parametrize("table", RESOURCES)
def test_describe_says_what_load_gives(table):
    found, frame = sco.describe(table), sco.load(table)
    assert list(found.columns) == ["column", "type", "dtype", "title", "description", "required", "values", "references", "derived"]
    assert list(found["column"]) == list(frame.columns)
    for row in found.itertuples(index=False):
        expected = "category" if isinstance(frame[row.column].dtype, pd.CategoricalDtype) else row.dtype
        assert row.dtype == expected
        assert frame[row.column].dtype == pd.Series([], dtype=row.dtype).dtype or row.dtype == "category"


@pytest.mark.parametrize("table", RESOURCES)
def test_describe_repeats_the_descriptor(table):
    for row, field in zip(sco.describe(table).itertuples(index=False), RESOURCES[table]["schema"]["fields"], strict=True):
        assert row.title == field["title"]
        assert row.description == field["description"]
        assert row.description
        assert row.required == field.get("constraints", {}).get("required", False)
        assert row.type == ("edtf" if field.get("sco:format") == "edtf" else field["type"])
        assert row.derived == field.get("sco:derived", False)
        assert row.values == ", ".join(map(str, field.get("constraints", {}).get("enum", [])))


@pytest.mark.parametrize(
    ("table", "column", "refers"),
    [
        ("events", "party_id", "parties.party_id"),
        ("events", "status_id", "statuses.status_id"),
        ("events", "date", ""),
        ("memberships", "start_event_id", "events.event_id"),
        ("sources", "same_text_as", "sources.source_id"),
    ],
)
def test_describe_says_where_a_key_leads(table, column, refers):
    assert sco.describe(table).set_index("column").loc[column, "references"] == refers


@pytest.mark.parametrize("ask", [sco.tables, lambda: sco.describe("events")])
def test_what_one_caller_spoils_the_next_does_not_see(ask):
    before = ask()
    spoiled = ask()
    spoiled.iloc[:, 0] = "spoiled"
    pd.testing.assert_frame_equal(ask(), before)


@pytest.mark.parametrize(("asked", "near"), [("event", "events"), ("Summits", "summits")])
def test_an_unknown_table_is_refused_with_the_nearest(asked, near):
    with pytest.raises(sco.TimelineError, match=f"did you mean '{near}'") as caught:
        sco.describe(asked)
    assert isinstance(caught.value, LookupError)


def test_a_citation_names_the_dataset_its_version_and_how_far_it_was_checked():
    text = sco.cite()
    for part in (DESCRIPTOR["title"], DESCRIPTOR["version"], DESCRIPTOR["as_of"], DESCRIPTOR["created"][:4]):
        assert part in text
    assert sco.__version__ == DESCRIPTOR["version"]
    assert "\n" not in text


def test_a_bibtex_entry_can_be_pasted():
    entry = sco.cite("bibtex")
    assert re.match(r"@misc\{sco_timeline,\n", entry)
    assert entry.count("{") == entry.count("}")
    for name in ("author", "title", "year", "version", "note"):
        assert re.search(rf"^  {name} = \{{.+\}},?$", entry, re.MULTILINE), name


@pytest.mark.parametrize("style", ["apa", "", None, "BibTeX"])
def test_another_style_is_refused_and_the_known_ones_named(style):
    with pytest.raises(sco.TimelineError, match=r"text.*bibtex") as caught:
        sco.cite(style)
    assert isinstance(caught.value, ValueError)
    assert caught.value.choices == ("text", "bibtex")

"""schema.org and Croissant: JSON that parses, names every table, file and column, and leads nowhere outside the package."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from pathlib import Path

import pytest

from sco_timeline.cataloguing import croissant, json_ld

REPOSITORY = Path(__file__).resolve().parents[2]
TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean", "date": "sc:Date"}
each_style = pytest.mark.parametrize("made", [json_ld, croissant])


def test_the_croissant_file_is_that_of_the_present_data():
    assert (REPOSITORY / "croissant.json").read_text(encoding="utf-8") == croissant()


def strings(value):
    """Every text of a JSON value, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from (key, *strings(part))
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


@each_style
def test_it_is_json_without_ascii_escapes_and_ends_in_a_line_feed(package, made):
    text = made()
    assert text.endswith("}\n")
    assert "\\u" not in text
    assert json.loads(text)


@each_style
def test_no_key_stands_twice(package, made):
    def once(pairs):
        assert len({key for key, _ in pairs}) == len(pairs), pairs
        return dict(pairs)

    json.loads(made(), object_pairs_hook=once)


@each_style
def test_no_path_leads_outside_the_package(package, made):
    found = json.loads(made())
    assert str(package.root) not in made()
    absolute = re.compile(r"/|~|\.\.|file:|[A-Za-z]:[\\/]")
    assert [text for text in strings(found) if absolute.match(text)] == []
    for entry in found["distribution"]:
        assert (package.root / entry["contentUrl"]).is_file()


@each_style
def test_sizes_and_hashes_are_those_of_the_files(package, made):
    for entry in json.loads(made())["distribution"]:
        content = (package.root / entry["contentUrl"]).read_bytes()
        assert entry["contentSize"] == f"{len(content)} B"
        assert entry["sha256"] == hashlib.sha256(content).hexdigest()


@each_style
def test_what_is_said_of_the_whole(package, made):
    found, raw = json.loads(made()), package.raw
    assert found["description"] == raw["description"]
    assert (found["version"], found["dateModified"]) == (raw["version"], raw["as_of"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", found["datePublished"])
    assert found["license"] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert [person["name"] for person in found["creator"]] == [person["title"] for person in raw["contributors"]]
    assert found["keywords"] == raw["keywords"]
    assert raw["title"] in (found["name"], found.get("alternateName")) or found["name"] == raw["name"]


@each_style
def test_a_doi_is_named_where_there_is_one(say, made):
    doi = "https://doi.org/10.5281/zenodo.123"
    say(id=doi)
    found = json.loads(made())
    assert (found["identifier"], found["url"]) == (doi, doi)
    say(id=None)
    assert "identifier" not in json.loads(made())
    assert "doi.org" not in made()


# schema.org


def test_schema_org_names_both_files_of_every_table(package):
    found = json.loads(json_ld())
    assert (found["@context"], found["@type"], found["name"]) == ("https://schema.org/", "Dataset", package.raw["title"])
    files = {entry["contentUrl"]: entry for entry in found["distribution"]}
    assert list(files) == [file.path for table in package.tables.values() for file in (table.csv, table.parquet)]
    for path, entry in files.items():
        assert (entry["@type"], entry["name"]) == ("DataDownload", Path(path).name)
        assert entry["encodingFormat"] == {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}[path.rpartition(".")[2]]


def test_search_engines_take_a_description_of_its_length():
    """Google asks for 50 to 5,000 characters."""
    assert 50 <= len(json.loads(json_ld())["description"]) <= 5000


# Croissant


@pytest.fixture
def found(package):
    return json.loads(croissant())


def test_croissant_says_which_version_it_follows(found, package):
    assert (found["@type"], found["conformsTo"]) == ("sc:Dataset", "http://mlcommons.org/croissant/1.0")
    assert re.fullmatch(r"[A-Za-z0-9._-]+", found["name"])
    assert found["citeAs"].startswith("@misc{")
    context = found["@context"]
    assert (context["@vocab"], context["sc"], context["cr"]) == (
        "https://schema.org/",
        "https://schema.org/",
        "http://mlcommons.org/croissant/",
    )
    assert context["conformsTo"] == "dct:conformsTo"


def test_every_word_of_croissant_stands_in_its_context(found):
    """Words of schema.org need none."""
    own = {"recordSet", "field", "dataType", "source", "fileObject", "extract", "column", "key", "citeAs", "conformsTo"}
    used = {text for text in strings({name: value for name, value in found.items() if name != "@context"}) if text in own}
    assert used == own <= set(found["@context"])


def test_croissant_has_a_file_and_a_record_set_a_table(found, package):
    assert [entry["@id"] for entry in found["distribution"]] == [f"{name}.csv" for name in package.tables]
    assert [entry["contentUrl"] for entry in found["distribution"]] == [table.csv.path for table in package.tables.values()]
    assert {(entry["@type"], entry["encodingFormat"]) for entry in found["distribution"]} == {("cr:FileObject", "text/csv")}
    assert [records["name"] for records in found["recordSet"]] == list(package.tables)
    assert [records["description"] for records in found["recordSet"]] == [table.description for table in package.tables.values()]
    assert {records["@type"] for records in found["recordSet"]} == {"cr:RecordSet"}


def test_croissant_has_a_field_a_column(found, package):
    for records, table in zip(found["recordSet"], package.tables.values(), strict=True):
        assert [field["name"] for field in records["field"]] == list(table.by_name)
        assert records["key"] == {"@id": f"{table.name}/{table.key}"}
        for entry, field in zip(records["field"], table.fields, strict=True):
            assert entry["@type"] == "cr:Field"
            assert (entry["description"], entry["dataType"]) == (field.description, TYPES[field.type])


def test_every_field_is_read_from_a_column_of_its_file(found, package):
    paths = {entry["@id"]: entry["contentUrl"] for entry in found["distribution"]}
    for records in found["recordSet"]:
        for field in records["field"]:
            with (package.root / paths[field["source"]["fileObject"]["@id"]]).open(encoding="utf-8", newline="") as file:
                header = next(csv.reader(file))
            assert field["source"]["extract"]["column"] in header


def test_names_of_things_are_unique(found):
    ids = [entry["@id"] for entry in (*found["distribution"], *found["recordSet"])]
    ids += [field["@id"] for records in found["recordSet"] for field in records["field"]]
    assert len(set(ids)) == len(ids)


def references(value):
    """Every `@id` that stands alone: it names a thing that is described elsewhere."""
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            yield value["@id"]
        for part in value.values():
            yield from references(part)
    elif isinstance(value, list):
        for part in value:
            yield from references(part)


def test_references_lead_to_things_that_there_are(found, package):
    fields = {field["@id"] for records in found["recordSet"] for field in records["field"]}
    files = {entry["@id"] for entry in found["distribution"]}
    named = set(references(found["recordSet"]))
    assert named == files | {f"{table.name}/{table.key}" for table in package.tables.values()}
    assert named - files <= fields


def test_tables_are_not_joined(found):
    """Foreign keys stay in the descriptor: a loader would join all tables to which they lead, row by row."""
    assert "references" not in {word for records in found["recordSet"] for field in records["field"] for word in field}

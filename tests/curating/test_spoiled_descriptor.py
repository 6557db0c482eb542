"""A descriptor spoiled: the build says what is wrong with it, and writes nothing, least of all outside the package."""

from __future__ import annotations

import pytest

from sco_timeline.errors import DescriptorError


def resource(content, name="people"):
    return next(resource for resource in content["resources"] if resource["name"] == name)


def field(content, table, name):
    return next(field for field in resource(content, table)["schema"]["fields"] if field["name"] == name)


BYTES = {
    "no file": (None, ""),
    "an empty file": (b"", "Expecting value"),
    "no JSON": (b"name: sco-timeline\n", "Expecting value"),
    "JSON broken off": (b'{"name": "sco-timeline", "resources": [', "Expecting value"),
    "a list": (b"[]", ""),
    "not UTF-8": (b'{"name": "Ta\xefwan"}', "utf-8"),
}


@pytest.mark.parametrize(("content", "says"), BYTES.values(), ids=BYTES)
def test_descriptor_that_is_none_is_refused(mini, content, says):
    if content is None:
        mini.descriptor.unlink()
    else:
        mini.descriptor.write_bytes(content)
    refused(mini, says)


PROPERTIES = {
    "version": lambda content: content,
    "as_of": lambda content: content,
    "title": lambda content: content,
    "resources": lambda content: content,
    "name": resource,
    "path": resource,
    "bytes": resource,
    "hash": resource,
    "schema": resource,
    "sco:alternates": resource,
    "fields": lambda content: resource(content)["schema"],
    "primaryKey": lambda content: resource(content)["schema"],
    "type": lambda content: field(content, "people", "name"),
    "description": lambda content: field(content, "people", "name"),
}


@pytest.mark.parametrize("name", PROPERTIES)
def test_descriptor_without_a_property_is_refused(mini, name):
    content = mini.read_descriptor()
    del PROPERTIES[name](content)[name]
    mini.write_descriptor(content)
    refused(mini, f"property '{name}' is missing")


OUTSIDE = [
    "../../x.csv",
    "/tmp/sco-timeline-x.csv",
    "data/processed/../../../x.csv",
    "data\\processed\\x.csv",
    "C:/x.csv",
    # inside the package, but not where published files are
    "",
    "x.csv",
    "datapackage.json",
    "data/raw/people.csv",
    "data/processed/deeper/x.csv",
]


@pytest.mark.parametrize("path", OUTSIDE)
@pytest.mark.parametrize("file", ["csv", "parquet"])
def test_path_that_leads_elsewhere_than_to_published_files_is_refused(mini, path, file):
    content = mini.read_descriptor()
    entry = resource(content)
    (entry if file == "csv" else entry["sco:alternates"][0])["path"] = path
    mini.write_descriptor(content)
    people = mini.read("people")
    refused(mini, repr(path))
    assert mini.read("people") == people


def misspelt_evidence(content):
    field(content, "events", "date")["sco:evidence"] = "requird"


def misspelt_own_word(content):
    field(content, "events", "date")["sco:evidense"] = "required"


def unknown_constraint(content):
    field(content, "people", "name")["constraints"]["minLength"] = 2


def unknown_type(content):
    field(content, "people", "name")["type"] = "datetime"


def unknown_day(content):
    content["as_of"] = "yesterday"


def compound_key(content):
    resource(content)["schema"]["primaryKey"] = ["person_id", "name"]


def other_key(content):
    resource(content)["schema"]["primaryKey"] = ["name"]


def reference_to_no_table(content):
    resource(content, "places")["schema"]["foreignKeys"][0]["reference"]["resource"] = "partys"


def reference_from_no_column(content):
    resource(content, "places")["schema"]["foreignKeys"][0]["fields"] = ["party"]


def pattern_that_is_none(content):
    field(content, "people", "person_id")["constraints"]["pattern"] = "["


def one_name_for_two_tables(content):
    resource(content, "places")["name"] = "people"


def one_file_for_two_tables(content):
    resource(content, "places")["path"] = "data/processed/people.csv"


def two_columns_of_one_name(content):
    resource(content)["schema"]["fields"].append(field(content, "people", "name"))


SPOILED = [
    (misspelt_evidence, "field date: sco:evidence is one of required, optional, none"),
    (misspelt_own_word, "field date: sco:evidense is unknown"),
    (unknown_constraint, "field name: minLength is unknown"),
    (unknown_type, "field name: type 'datetime' is none of string, integer"),
    (unknown_day, "yesterday"),
    (compound_key, "table people: primaryKey must be its first field alone"),
    (other_key, "table people: primaryKey must be its first field alone"),
    (reference_to_no_table, "'partys'"),
    (reference_from_no_column, "'party'"),
    (pattern_that_is_none, "person_id"),
    (one_name_for_two_tables, "people"),
    (one_file_for_two_tables, "data/processed/people.csv"),
    (two_columns_of_one_name, "name"),
]


@pytest.mark.parametrize(("spoil", "says"), SPOILED, ids=[spoil.__name__ for spoil, _ in SPOILED])
def test_descriptor_that_contradicts_itself_is_refused(mini, spoil, says):
    content = mini.read_descriptor()
    spoil(content)
    mini.write_descriptor(content)
    refused(mini, says)


def refused(mini, says):
    before = mini.published()
    around = sorted(mini.root.parent.rglob("*"))
    with pytest.raises(DescriptorError) as refusal:
        mini.build()
    assert str(mini.descriptor) in str(refusal.value)
    assert says in str(refusal.value)
    assert mini.published() == before
    assert mini.unfinished() == []
    assert sorted(mini.root.parent.rglob("*")) == around

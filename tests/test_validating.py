"""A sound package is valid; each single corruption of it is found and told in a sentence.

A published file is held by its size and hash, so most corruptions end there. The others are made behind the hash:
`seal` writes sizes and hashes anew, as someone would who edits published files by hand.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sco_timeline.descriptor import read_package
from sco_timeline.errors import DescriptorError
from sco_timeline.storing import parquet_bytes, read_csv
from sco_timeline.validating import validate

REPOSITORY = Path(__file__).resolve().parent.parent
HASH = "does not match the size and hash in datapackage.json"
TWINS = "differs from data/processed/{}.csv"


class Spoiler:
    """A built package, and the ways in which published files go wrong."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.descriptor = root / "datapackage.json"

    def csv(self, table: str) -> Path:
        return self.root / "data" / "processed" / f"{table}.csv"

    def parquet(self, table: str) -> Path:
        return self.root / "data" / "processed" / f"{table}.parquet"

    def replace(self, path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def edit_descriptor(self, edit) -> None:
        content = json.loads(self.descriptor.read_bytes())
        edit({resource["name"]: resource for resource in content["resources"]})
        self.descriptor.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    def seal(self, table: str, *, twin: bool = False) -> None:
        """Write sizes, hashes and count of rows of a table anew; with `twin`, its Parquet file too."""
        if twin:
            found = read_package(self.root).tables[table]
            rows = read_csv(self.csv(table), found.fields, table)
            assert not rows.problems
            self.parquet(table).write_bytes(parquet_bytes(found, rows.rows))
            self.edit_descriptor(lambda resources: resources[table].update({"sco:rows": len(rows.rows)}))

        def measure(resources) -> None:
            (alternate,) = resources[table]["sco:alternates"]
            for entry in (resources[table], alternate):
                content = (self.root / entry["path"]).read_bytes()
                entry |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}

        self.edit_descriptor(measure)

    def problems(self, **options) -> list[tuple[str, str, str]]:
        found = validate(self.root, frictionless=False, **options)
        assert all(str(problem) and problem.message for problem in found)
        return [(problem.file, problem.column, problem.message) for problem in found]


@pytest.fixture
def spoil(built_mini, tmp_path) -> Spoiler:
    shutil.copytree(built_mini, tmp_path / "package")
    return Spoiler(tmp_path / "package")


# Sound


def test_the_published_package_is_valid(tmp_path):
    shutil.copytree(REPOSITORY / "data", tmp_path / "data")
    shutil.copy(REPOSITORY / "datapackage.json", tmp_path)
    assert validate(tmp_path) == []


def test_it_is_valid_without_what_people_write(tmp_path):
    """As in an installed package, which has no data/raw."""
    shutil.copytree(REPOSITORY / "data" / "processed", tmp_path / "data" / "processed")
    shutil.copy(REPOSITORY / "datapackage.json", tmp_path)
    assert validate(tmp_path) == []


def test_each_step_is_announced(spoil):
    steps = []
    assert validate(spoil.root, progress=steps.append) == []
    assert steps == ["sizes, hashes, keys and references", "a rebuild in memory", "conformance, by frictionless"]


# Files


def test_a_byte_of_a_csv_changed(spoil):
    spoil.replace(spoil.csv("places"), "121.47", "121.48")
    assert spoil.problems() == [("data/processed/places.csv", "", HASH)]


def test_a_row_of_a_csv_lost(spoil):
    path = spoil.csv("events")
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    assert spoil.problems() == [("data/processed/events.csv", "", HASH)]


def test_a_parquet_file_swapped_for_another(spoil):
    shutil.copy(spoil.parquet("people"), spoil.parquet("places"))
    assert spoil.problems() == [("data/processed/places.parquet", "", HASH)]


def test_a_parquet_file_swapped_for_another_behind_the_hash(spoil):
    shutil.copy(spoil.parquet("people"), spoil.parquet("places"))
    spoil.seal("places")
    assert spoil.problems() == [("data/processed/places.parquet", "", TWINS.format("places"))]


def test_a_parquet_file_that_is_none_behind_the_hash(spoil):
    shutil.copy(spoil.csv("places"), spoil.parquet("places"))
    spoil.seal("places")
    ((file, _, _),) = spoil.problems()
    assert file == "data/processed/places.parquet"


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_a_file_missing(spoil, suffix):
    (spoil.root / "data" / "processed" / f"people.{suffix}").unlink()
    assert spoil.problems() == [(f"data/processed/people.{suffix}", "", "No such file or directory")]


@pytest.mark.parametrize("name", ["notes.txt", "members.csv", ".events.csv.swp"])
def test_a_stray_file(spoil, name):
    (spoil.root / "data" / "processed" / name).touch()
    assert spoil.problems() == [(f"data/processed/{name}", "", "no table publishes this file")]


def test_the_count_of_rows_changed(spoil):
    spoil.edit_descriptor(lambda resources: resources["people"].update({"sco:rows": 3}))
    assert spoil.problems() == [("datapackage.json", "sco:rows", "people has 2 rows")]


def test_a_build_interrupted_while_it_moved_its_files(spoil):
    (spoil.root / "data" / ".next").mkdir()
    assert {message for _, _, message in spoil.problems()} == {"a build was interrupted while it put its files in place"}


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"name": "sco-timeline"}'])
def test_a_descriptor_that_is_none(spoil, content):
    spoil.descriptor.unlink() if content is None else spoil.descriptor.write_text(content)
    with pytest.raises(DescriptorError, match=r"datapackage\.json: "):
        validate(spoil.root)


# Raw and published


def test_raw_data_changed_since_the_build(spoil):
    spoil.replace(spoil.root / "data" / "raw" / "people.csv", "Jiang Zemin", "Jiang  Zemin")
    assert spoil.problems() == [("data/processed/people.csv", "", "is not what data/raw gives by now")]


def test_raw_data_that_do_not_build_any_more(spoil):
    spoil.replace(spoil.root / "data" / "raw" / "places.csv", "121.47", "east")
    ((file, column, message),) = spoil.problems()
    assert (file, column, message) == ("data/raw/places.csv", "longitude", "'east' is no number")


def test_a_value_changed_in_both_published_files_behind_their_hashes(spoil):
    spoil.replace(spoil.csv("places"), "121.47", "121.48")
    spoil.seal("places", twin=True)
    assert spoil.problems() == [("data/processed/places.csv", "", "is not what data/raw gives by now")]


# Cells, behind the hash

# Table, what stands in its CSV, what it becomes, the column, and what is said of it.
CELLS = {
    "a day without its zero": ("summits", "2017-06-08,2017-06-09", "2017-6-8,2017-06-09", "start", "'2017-6-8' is no date"),
    "a day that never was": ("summits", "2017-06-08,2017-06-09", "2017-06-08,2017-06-31", "end", "'2017-06-31' is no date"),
    "a number that is none": ("places", "121.47", "121.47E", "longitude", "'121.47E' is no number"),
    "a number out of bounds": ("places", "121.47", "1210.47", "longitude", "1210.47 is too great"),
    "a truth value that is none": (
        "names",
        "2019-03-23,2022-09-17,false",
        "2019-03-23,2022-09-17,no",
        "ambiguous",
        "'no' is neither true nor false",
    ),
    "a word not allowed": ("summits", 'Great Hall",in_person', 'Great Hall",outdoors', "format", "'outdoors' is not allowed"),
    "a text that fits no pattern": ("parties", "IN,356", "In,356", "iso2", "'In' does not fit"),
    "an empty cell that must not be": ("people", "Jiang Zemin", "", "name", "is empty"),
    "a date that is no EDTF": ("names", "2019-03-23", "23.03.2019", "valid_from", "'23.03.2019' is no date"),
    "a status outside the categories": (
        "memberships",
        "sco-effective-IND-observer,sco,IND,observer",
        "sco-effective-IND-observer,sco,IND,friend",
        "status",
        "'friend' is not allowed",
    ),
}


@pytest.mark.parametrize("case", CELLS)
def test_a_cell_that_breaks_its_column(spoil, case):
    table, old, new, column, message = CELLS[case]
    spoil.replace(spoil.csv(table), old, new)
    spoil.seal(table)
    assert (f"data/processed/{table}.csv", column, message) in spoil.problems()


# Table, what stands in its CSV, what it becomes, the column, and what is said of it; the Parquet twin says the same.
REFERENCES = {
    "a foreign key": ("places", "KAZ,51.17", "KAS,51.17", "party_id", "no row of parties is 'KAS'"),
    "a foreign key to a derived row's maker": (
        "memberships",
        "IND-sco.member-effective,\n",
        "IND-sco.member-affective,\n",
        "start_event_id",
        "no row of events is 'IND-sco.member-affective'",
    ),
    "a foreign key to its own table": (
        "sources",
        "full,agency-20170609-astana",
        "full,agency-20170609-almaty",
        "same_text_as",
        "no row of sources is 'agency-20170609-almaty'",
    ),
    "the target of a name": ("names", "party,NAM", "party,NAMI", "target_id", "no row of parties is 'NAMI'"),
    "the row of a claim": (
        "claims",
        "events,NAM-sco.observer-application,date,2099",
        "events,NAM-sco.observer-aplication,date,2099",
        "row_id",
        "no row of events is 'NAM-sco.observer-aplication'",
    ),
    "the field of a claim": (
        "claims",
        "sco-effective-2017-06-09-member,count",
        "sco-effective-2017-06-09-member,counts",
        "field",
        "membership_counts has no cell 'counts'",
    ),
    "the value of a claim": ("claims", "CHS-2001,format,in_person", "CHS-2001,format,outdoors", "value", "'outdoors' is not allowed"),
    "the row of a ruling": (
        "rulings",
        "events,IND-sco.member-effective,date",
        "events,IND-sco.member-effected,date",
        "row_id",
        "no row of events is 'IND-sco.member-effected'",
    ),
}


@pytest.mark.parametrize("case", REFERENCES)
def test_a_reference_that_leads_nowhere(spoil, case):
    table, old, new, column, message = REFERENCES[case]
    spoil.replace(spoil.csv(table), old, new)
    spoil.seal(table, twin=True)
    ((file, where, what),) = spoil.problems()
    assert (file, where) == (f"data/processed/{table}.csv", column)
    assert what.startswith(message)


# Table, what stands in its CSV, and what it becomes so that two rows share a key.
KEYS = {
    "the key": ("people", "nazarbayev-nursultan,", "jiang-zemin,"),
    "a unique combination": ("statuses", "sco.observer,sco,observer", "sco.observer,sco,member"),
    "a unique combination of a derived table": (
        "membership_years",
        "sco-IND-2006,sco,IND,750,750,2006",
        "sco-IND-2006,sco,IND,750,750,2007",
    ),
}


@pytest.mark.parametrize("case", KEYS)
def test_a_key_that_stands_twice(spoil, case):
    table, old, new = KEYS[case]
    spoil.replace(spoil.csv(table), old, new)
    spoil.seal(table, twin=True)
    (said,) = (message for file, _, message in spoil.problems() if file == f"data/processed/{table}.csv")
    assert "repeats line " in said


def test_columns_out_of_order(spoil):
    path = spoil.csv("people")
    rows = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("".join(f"{name},{key}\n" for key, name in rows), encoding="utf-8")
    spoil.seal("people")
    assert ("data/processed/people.csv", "", "columns are repeated or out of order") in spoil.problems()


# Parquet, behind the hash


def rewrite_parquet(spoil: Spoiler, table: str, edit) -> None:
    pq.write_table(edit(pq.read_table(spoil.parquet(table))), spoil.parquet(table))
    spoil.seal(table)


def change_a_cell(table: pa.Table) -> pa.Table:
    names = table.column("name").to_pylist()
    return table.set_column(1, table.schema.field("name"), pa.array([*names[:-1], names[-1] + "?"]))


def reorder_categories(table: pa.Table) -> pa.Table:
    number = table.schema.get_field_index("status")
    column = table.column(number).combine_chunks()
    words = column.dictionary.to_pylist()[::-1]
    indices = pa.array([words.index(word) for word in column.to_pylist()], pa.int8())
    turned = pa.DictionaryArray.from_arrays(indices, pa.array(words), ordered=True)
    return table.set_column(number, table.schema.field(number), turned)


PARQUET = {
    "a cell": ("places", change_a_cell),
    "the order of rows": ("places", lambda table: table.take(list(range(len(table)))[::-1])),
    "a row": ("places", lambda table: table.slice(0, len(table) - 1)),
    "the order of columns": ("places", lambda table: table.select(table.column_names[::-1])),
    "the name of a column": ("people", lambda table: table.rename_columns(["person", "name"])),
    "the type of a column": ("places", lambda table: table.set_column(3, "latitude", table.column("latitude").cast(pa.float32()))),
    "the order of categories": ("memberships", reorder_categories),
    "words in place of categories": (
        "memberships",
        lambda table: table.set_column(3, "status", table.column("status").cast(pa.string())),
    ),
}


@pytest.mark.parametrize("case", PARQUET)
def test_a_parquet_file_that_differs_from_its_csv(spoil, case):
    table, edit = PARQUET[case]
    rewrite_parquet(spoil, table, edit)
    assert spoil.problems() == [(f"data/processed/{table}.parquet", "", TWINS.format(table))]


# Descriptor


@pytest.mark.parametrize(
    "spoil_categories", [lambda names: names.reverse(), lambda names: names.remove("observer")], ids=["order", "one less"]
)
def test_categories_that_are_not_those_of_the_enum(spoil, spoil_categories):
    def change(resources) -> None:
        (status,) = (field for field in resources["memberships"]["schema"]["fields"] if field["name"] == "status")
        spoil_categories(status["categories"])

    spoil.edit_descriptor(change)
    with pytest.raises(DescriptorError, match="field status: categories must be those of enum"):
        spoil.problems()


def test_frictionless_is_asked_last(spoil):
    """What our own checks do not look at, such as the licence, its profile does."""
    content = json.loads(spoil.descriptor.read_bytes())
    content["licenses"] = [{"title": "neither name nor path"}]
    spoil.descriptor.write_text(json.dumps(content), encoding="utf-8")
    assert validate(spoil.root, frictionless=False) == []
    found = validate(spoil.root)
    assert [problem.file for problem in found] == ["datapackage.json"] and "license" in found[0].message

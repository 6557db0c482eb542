"""Exported files hold what `load` returns, whole or not at all, and the same bytes every time."""

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from pandas.io.stata import StataReader

import sco_timeline as sco
from sco_timeline.descriptor import Package, read_package
from sco_timeline.errors import BadArgumentError, MissingDependencyError, PackageStateError, UnknownChoiceError, UnknownNameError
from sco_timeline.exporting import staging
from sco_timeline.exporting.exports import export_from
from sco_timeline.loading import load_from
from sco_timeline.storing import csv_bytes, parquet_bytes

FORMATS = ("csv", "parquet", "json", "sqlite", "xlsx", "stata")
SUFFIXES = {"csv": ".csv", "parquet": ".parquet", "json": ".json", "sqlite": ".sqlite", "xlsx": ".xlsx", "stata": ".dta"}

# Text that a spreadsheet, a database or a parser would take for something else.
HOSTILE = (
    "=1+1",
    '=HYPERLINK("https://example.org","click")',
    "=",
    "#N/A",
    "+1",
    "-1",
    "@SUM(A1)",
    "'=1",
    "TRUE",
    "NA",
    "007",
    "2013-04-26",
    "1e5",
    'a "quoted", word',
    "'; DROP TABLE things; --",
    "two\nlines",
    "Шанхай 上海 Şanghay",
)
HEAVY = "上" * 2000  # 6,000 bytes in fewer characters than a plain Stata string has bytes
FIELDS = [
    {"name": "thing_id", "type": "string", "constraints": {"required": True, "unique": True}},
    {"name": "text", "type": "string"},
    {"name": "end", "type": "string"},
    {"name": "str5", "type": "string", "title": "t" * 100},
    {"name": "kind", "type": "string", "constraints": {"enum": ["b", "a", "=c"]}},
    {"name": "grade", "type": "string", "constraints": {"enum": ["low", "high"]}, "categories": ["low", "high"]},
    {"name": "whole", "type": "integer"},
    {"name": "share", "type": "number"},
    {"name": "held", "type": "boolean"},
    {"name": "day", "type": "date"},
    {"name": "never", "type": "date"},
    {"name": "other_id", "type": "string"},
]
FULL = {"end": "2013?", "str5": HEAVY, "kind": "=c", "grade": "high", "whole": -3, "share": 0.1, "held": False, "day": date(1999, 2, 28)}
EMPTY = dict.fromkeys([field["name"] for field in FIELDS])
THINGS = [EMPTY | FULL | {"thing_id": f"t{number:02}", "text": text} for number, text in enumerate(HOSTILE)] + [EMPTY | {"thing_id": "t99"}]


def _resource(name, fields, rows, schema):
    fields = [{"title": field["name"], "description": "", **field} for field in fields]
    files = {suffix: {"path": f"data/processed/{name}.{suffix}", "bytes": 0, "hash": ""} for suffix in ("csv", "parquet")}
    schema = {"fields": fields, "primaryKey": [fields[0]["name"]], **schema}
    return {"name": name, "title": name, "description": "", **files["csv"], "schema": schema, "sco:alternates": [files["parquet"]]}


def make_package(root: Path, things) -> Package:
    """Publish a package of two tables: `things` and an empty one that they refer to."""
    keys = {"foreignKeys": [{"fields": ["other_id"], "reference": {"resource": "others", "fields": ["other_id"]}}]}
    keys["uniqueKeys"] = [["thing_id", "text"]]
    others = [{"name": "other_id", "type": "string", "constraints": {"required": True}}, {"name": "day", "type": "date"}]
    resources = [_resource("things", FIELDS, things, keys), _resource("others", others, [], {})]
    raw = {"title": "Test", "version": "9.9.9", "as_of": "2020-01-01", "created": "2021-02-03T04:05:06Z", "resources": resources}
    (root / "data" / "processed").mkdir(parents=True)
    (root / "datapackage.json").write_text(json.dumps(raw))
    package = read_package(root)
    for resource, rows in zip(resources, (things, []), strict=True):
        for entry, to_bytes in ((resource, csv_bytes), (resource["sco:alternates"][0], parquet_bytes)):
            content = to_bytes(package.tables[resource["name"]], rows)
            (root / entry["path"]).write_bytes(content)
            entry |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
    (root / "datapackage.json").write_text(json.dumps(raw))
    return read_package(root)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory) -> Package:
    return make_package(tmp_path_factory.mktemp("hostile") / "package", THINGS)


@pytest.fixture(scope="session")
def exported(tmp_path_factory) -> dict[str, list[Path]]:
    """Every format of all tables."""
    root = tmp_path_factory.mktemp("exported")
    return {format: sco.export(root / format, format) for format in FORMATS}


def plain(value):
    """A cell of a frame as a plain value."""
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, datetime) else getattr(value, "item", lambda: value)()


def loaded(package: Package, **as_) -> dict[str, list[tuple]]:
    """What `load` returns, by table; values of a type in `as_` as the format writes them."""

    def written(value):
        value = plain(value)
        return as_[type(value).__name__](value) if type(value).__name__ in as_ else value

    frames = {name: load_from(package, name) for name in package.tables}
    return {name: [tuple(map(written, row)) for row in frame.astype(object).itertuples(index=False)] for name, frame in frames.items()}


def with_types(tables):
    return {name: [[(type(value).__name__, value) for value in row] for row in rows] for name, rows in tables.items()}


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(params=["published", "hostile"])
def package(request, hostile) -> Package:
    return read_package() if request.param == "published" else hostile


class TestPublishedFiles:
    @pytest.mark.parametrize("format", ["csv", "parquet"])
    def test_are_copied_byte_by_byte(self, package, format, tmp_path):
        paths = export_from(package, tmp_path, format)
        for table in package.tables.values():
            assert (tmp_path / f"{table.name}.{format}").read_bytes() == (package.root / getattr(table, format).path).read_bytes()
        assert [path.name for path in paths] == sorted([*(f"{name}.{format}" for name in package.tables), "datapackage.json"])

    @pytest.mark.parametrize("format", ["csv", "parquet"])
    def test_descriptor_names_the_files_beside_it(self, exported, format):
        descriptor = next(path for path in exported[format] if path.name == "datapackage.json")
        content = json.loads(descriptor.read_bytes())
        for resource, published in zip(content["resources"], read_package().raw["resources"], strict=True):
            data = (descriptor.parent / resource["path"]).read_bytes()
            assert resource["path"] == f"{resource['name']}.{format}"
            assert resource["format"] == format
            assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
            assert resource.get("bytes", len(data)) == len(data)
            assert resource["schema"] == published["schema"]
            assert "sco:alternates" not in resource
        assert "data/processed" not in descriptor.read_text(encoding="utf-8")
        assert content["version"] == sco.__version__

    def test_csv_descriptor_is_a_valid_data_package(self, exported, tmp_path):
        code = "import frictionless, sys; report = frictionless.validate(sys.argv[1]); print(report.flatten()); sys.exit(not report.valid)"
        folder = exported["csv"][0].parent
        done = subprocess.run([sys.executable, "-c", code, "datapackage.json"], cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr

    @pytest.mark.parametrize("format", ["csv", "parquet"])
    def test_a_part_of_the_tables_comes_without_descriptor(self, format, tmp_path):
        assert [path.name for path in sco.export(tmp_path, format, ["people", "places"])] == [f"people.{format}", f"places.{format}"]


class TestJson:
    def test_holds_every_cell(self, package, tmp_path):
        export_from(package, tmp_path, "json")
        found = {name: json.loads((tmp_path / f"{name}.json").read_bytes()) for name in package.tables}
        rows = {name: [tuple(record.values()) for record in records] for name, records in found.items()}
        assert with_types(rows) == with_types(loaded(package, date=date.isoformat))
        for name, records in found.items():
            assert all(list(record) == list(package.tables[name].by_name) for record in records)

    def test_is_readable_utf8_with_a_record_a_line(self, hostile, tmp_path):
        export_from(hostile, tmp_path, "json")
        lines = (tmp_path / "things.json").read_bytes().decode("utf-8").splitlines()
        assert len(lines) == len(THINGS) + 2
        assert any("Шанхай 上海" in line for line in lines)


class TestSqlite:
    def test_holds_every_cell(self, package, tmp_path):
        (path,) = export_from(package, tmp_path / "all.sqlite", "sqlite")
        with closing(sqlite3.connect(path)) as connection:
            names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            found = {name: connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall() for name in names}
        assert with_types(found) == with_types(loaded(package, date=date.isoformat, bool=int))

    def test_is_sound(self, exported):
        with closing(sqlite3.connect(exported["sqlite"][0])) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []

    def test_declares_types_and_keys_of_the_descriptor(self, exported):
        types = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "TEXT"}
        with closing(sqlite3.connect(exported["sqlite"][0])) as connection:
            for table in read_package().tables.values():
                columns = connection.execute(f'PRAGMA table_info("{table.name}")').fetchall()
                expected = [(f.name, types[f.type], int(f.required), int(f.name == table.key)) for f in table.fields]
                assert [(name, type_, required, key) for _, name, type_, required, _, key in columns] == expected
                keys = {(row[3], row[2], row[4]) for row in connection.execute(f'PRAGMA foreign_key_list("{table.name}")')}
                assert keys == {(key.field, key.table, key.key) for key in table.foreign_keys}

    def test_refuses_a_second_row_of_the_same_unique_key(self, exported, tmp_path):
        with closing(sqlite3.connect(exported["sqlite"][0])) as connection:
            columns = ", ".join(name if name != "status_id" else "'other'" for name in read_package().tables["statuses"].by_name)
            with pytest.raises(sqlite3.IntegrityError, match=r"UNIQUE.*organization.*status"):
                connection.execute(f"INSERT INTO statuses SELECT {columns} FROM statuses LIMIT 1")

    def test_joins(self, exported):
        query = """
            SELECT parties.name FROM memberships JOIN parties USING (party_id)
            WHERE organization = 'sco' AND basis = 'effective' AND status = 'member' AND start_latest <= '2017-06-09'
            ORDER BY parties.name
        """
        with closing(sqlite3.connect(exported["sqlite"][0])) as connection:
            names = [name for (name,) in connection.execute(query)]
        assert names == sorted(sco.members(on="2017-06-09")["name"])

    def test_a_part_refers_to_no_table_left_out(self, tmp_path):
        (path,) = sco.export(tmp_path / "part.sqlite", "sqlite", ["memberships", "parties"])
        with closing(sqlite3.connect(path)) as connection:
            assert {row[2] for row in connection.execute("PRAGMA foreign_key_list(memberships)")} == {"parties"}
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []

    def test_says_its_version(self, exported):
        with closing(sqlite3.connect(exported["sqlite"][0])) as connection:
            (statement,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'people'").fetchone()
        assert f"sco_timeline {sco.__version__}, record checked to {read_package().as_of}" in statement


class TestXlsx:
    def test_holds_every_cell(self, package, tmp_path):
        (path,) = export_from(package, tmp_path / "all.xlsx", "xlsx")
        workbook = openpyxl.load_workbook(path)
        midnight, number = (lambda day: datetime(day.year, day.month, day.day)), (lambda value: int(value) if value.is_integer() else value)
        expected = loaded(package, date=midnight, float=number)
        assert workbook.sheetnames == list(package.tables)
        for sheet in workbook:
            header, *rows = sheet.iter_rows(values_only=True)
            assert list(header) == list(package.tables[sheet.title].by_name)
            assert with_types({sheet.title: rows}) == with_types({sheet.title: expected[sheet.title]})

    def test_no_text_is_a_formula_or_an_error(self, hostile, tmp_path):
        (path,) = export_from(hostile, tmp_path / "hostile.xlsx", "xlsx")
        sheet = openpyxl.load_workbook(path)["things"]
        cells = [row[1] for row in sheet.iter_rows(min_row=2, max_row=1 + len(HOSTILE))]
        assert [(cell.value, cell.data_type) for cell in cells] == [(text, "s") for text in HOSTILE]
        with zipfile.ZipFile(path) as archive:
            assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")

    def test_header_stays_in_sight_and_days_are_days(self, exported):
        sheet = openpyxl.load_workbook(exported["xlsx"][0])["memberships"]
        header = [cell.value for cell in sheet[1]]
        cell = sheet.cell(2, header.index("start_earliest") + 1)
        assert sheet.freeze_panes == "A2"
        assert (cell.is_date, cell.number_format) == (True, "yyyy-mm-dd")

    def test_a_text_too_long_for_a_cell_is_refused(self, tmp_path):
        package = make_package(tmp_path / "package", [EMPTY | {"thing_id": "t", "text": "x" * 32_768}])
        with pytest.raises(BadArgumentError, match=r"things\.text: a text of 32768 characters"):
            export_from(package, tmp_path / "out" / "long.xlsx", "xlsx")
        assert not (tmp_path / "out").exists()

    def test_without_openpyxl_the_command_to_install_it_is_named(self, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "openpyxl", None)
        with pytest.raises(MissingDependencyError) as caught:
            sco.export(tmp_path / "new" / "sco.xlsx", "xlsx")
        assert str(caught.value) == 'export to xlsx needs openpyxl: python -m pip install "sco-timeline[excel]"'
        assert list(tmp_path.iterdir()) == []


class TestStata:
    def test_holds_every_cell(self, package, tmp_path):
        paths = export_from(package, tmp_path, "stata")
        expected = loaded(package)
        for path in paths:
            frame = pd.read_stata(path)
            found = [tuple(plain(value) for value in row) for row in frame.astype(object).itertuples(index=False)]
            assert [tuple(None if value == "" else value for value in row) for row in found] == expected[path.stem]

    def test_version_and_labels(self, exported):
        path = exported["stata"][0].with_name("memberships.dta")
        assert path.read_bytes().startswith(b"<stata_dta><header><release>118</release>")
        statuses = read_package().tables["memberships"].by_name["status"].categories
        with StataReader(path) as reader:
            assert reader.variable_labels()["start_earliest"] == "Start: earliest day"
            assert reader.value_labels()["status"] == dict(enumerate(statuses))
            assert set(reader.value_labels()) == {"organization", "status", "basis"}
            assert reader.data_label == f"Memberships: sco_timeline {sco.__version__}, record checked to {read_package().as_of}"

    def test_listed_values_are_numbers_in_order(self, exported):
        path = exported["stata"][0].with_name("memberships.dta")
        status = pd.read_stata(path, convert_categoricals=False)["status"]
        assert status.tolist() == sco.load("memberships")["status"].cat.codes.tolist()

    def test_every_table_has_its_labels(self, exported):
        for path in exported["stata"]:
            fields = read_package().tables[path.stem].fields
            with StataReader(path) as reader:
                assert list(reader.variable_labels().values()) == [field.title for field in fields]
                listed = {field.name: list(field.enum) for field in fields if field.enum and field.type == "string"}
                assert {name: list(labels.values()) for name, labels in reader.value_labels().items()} == listed

    def test_reserved_names_long_labels_and_missing_values(self, hostile, tmp_path):
        export_from(hostile, tmp_path, "stata")
        frame = pd.read_stata(tmp_path / "things.dta")
        with StataReader(tmp_path / "things.dta") as reader:
            labels = reader.variable_labels()
        names = {"end": "end_", "str5": "str5_"}
        assert list(frame) == [names.get(field["name"], field["name"]) for field in FIELDS]
        assert labels["str5_"] == "t" * 80
        assert frame.loc[0, "str5_"] == HEAVY
        assert frame.iloc[-1][["whole", "share", "held", "day", "kind", "grade"]].isna().all()


@pytest.mark.parametrize("format", FORMATS)
class TestSameBytes:
    def test_in_another_process(self, exported, format, tmp_path):
        code = "import sys, sco_timeline as sco; sco.export(sys.argv[1], sys.argv[2])"
        paths = [str(Path(sco.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
        environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "PYTHONPATH": os.pathsep.join(filter(None, paths))}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / "out"), format], env=environment, check=True)
        assert tree(tmp_path / "out") == {path.name: path.read_bytes() for path in exported[format]}

    def test_over_an_earlier_export(self, exported, format, tmp_path):
        for _ in range(2):
            paths = sco.export(tmp_path, format)
        assert tree(tmp_path) == {path.name: path.read_bytes() for path in exported[format]}
        assert paths == sorted(paths)


def test_the_one_time_stamp_is_that_of_the_data(hostile, tmp_path):
    export_from(hostile, tmp_path, "stata")
    (path,) = export_from(hostile, tmp_path / "one.xlsx", "xlsx")
    with StataReader(tmp_path / "things.dta") as reader:
        assert reader.time_stamp == "03 Feb 2021 04:05"
    with zipfile.ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2021, 2, 3, 0, 0, 0)}
    about = openpyxl.load_workbook(path).properties
    assert (about.created, about.modified) == (datetime(2021, 2, 3, 4, 5, 6), datetime(2021, 2, 3, 4, 5, 6))


class TestWhere:
    @pytest.mark.parametrize(
        ("out", "format", "written"),
        [
            ("new/deep", "csv", "new/deep/people.csv"),
            ("new", "parquet", "new/people.parquet"),
            ("new", "json", "new/people.json"),
            ("new", "stata", "new/people.dta"),
            ("new", "sqlite", "new/sco_timeline.sqlite"),
            ("new/my.db", "sqlite", "new/my.db"),
            ("new", "xlsx", "new/sco_timeline.xlsx"),
            ("new/my.xlsx", "xlsx", "new/my.xlsx"),
            ("here", "csv", "here/people.csv"),
            ("v1.0", "csv", "v1.0/people.csv"),
            ("dotted.folder", "xlsx", "dotted.folder/sco_timeline.xlsx"),
        ],
    )
    def test_files_stand(self, tmp_path, out, format, written):
        (tmp_path / "here").mkdir()
        (tmp_path / "dotted.folder").mkdir()
        assert sco.export(str(tmp_path / out), format, "people") == [tmp_path / written]
        assert list(tree(tmp_path)) == [written]

    def test_relative_to_the_working_folder(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        assert sco.export("out", "csv", "people") == [Path("out/people.csv")]
        assert sco.export("people.sqlite", "sqlite", "people") == [Path("people.sqlite")]
        assert sorted(tree(tmp_path)) == ["out/people.csv", "people.sqlite"]

    def test_files_of_other_names_stay(self, tmp_path):
        (tmp_path / "mine.txt").write_text("mine")
        (tmp_path / "people.json").write_text("old")
        sco.export(tmp_path, "json", "people")
        assert (tmp_path / "mine.txt").read_text() == "mine"
        assert (tmp_path / "people.json").read_text(encoding="utf-8") != "old"

    @pytest.mark.parametrize(
        ("tables", "names"),
        [
            ("people", ["people"]),
            (["places", "people", "places"], ["people", "places"]),
            ((name for name in ("places",)), ["places"]),
            (pd.Series(["people"]), ["people"]),
            (None, [*read_package().tables]),
        ],
    )
    def test_tables_asked_for(self, tmp_path, tables, names):
        assert [path.stem for path in sco.export(tmp_path, "json", tables)] == sorted(names)


class TestRefusals:
    @pytest.mark.parametrize(
        ("arguments", "error", "message"),
        [
            ({"format": "excel"}, UnknownChoiceError, "format='excel' is none of csv, parquet, json, sqlite, xlsx, stata"),
            ({"format": ["csv"]}, UnknownChoiceError, r"format=\['csv'\] is none of"),
            ({"tables": "membership"}, UnknownNameError, "no table is written 'membership'; did you mean 'memberships'?"),
            ({"tables": ["x-x", "events", 5]}, UnknownNameError, "no table is written 'x-x'\nno table is written 5"),
            ({"tables": []}, BadArgumentError, "tables is empty"),
        ],
    )
    def test_of_choices(self, tmp_path, arguments, error, message):
        with pytest.raises(error, match=message):
            sco.export(tmp_path / "new", **arguments)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        ("out", "format", "message"),
        [
            ("plain", "csv", "plain is a file; give a folder"),
            ("plain", "sqlite", "plain is a file; give a folder"),
            ("plain/deep", "json", "plain is a file; give a folder"),
            ("plain/my.xlsx", "xlsx", "plain is a file; give a folder"),
            ("people.csv", "csv", r"people\.csv names a file, and csv is a file a table; give a folder"),
            ("taken", "csv", r"people\.csv is a folder; a file of that name is to be written"),
        ],
    )
    def test_of_places(self, tmp_path, out, format, message):
        (tmp_path / "plain").write_text("mine")
        (tmp_path / "taken" / "people.csv").mkdir(parents=True)
        with pytest.raises(BadArgumentError, match=message):
            sco.export(tmp_path / out, format, "people")
        assert tree(tmp_path) == {"plain": b"mine"}


class TestAllOrNothing:
    @pytest.mark.parametrize("format", FORMATS)
    @pytest.mark.parametrize("out", ["new/deep", "old"])
    def test_when_a_published_file_is_damaged(self, tmp_path, format, out):
        package = make_package(tmp_path / "package", THINGS)
        for suffix in ("csv", "parquet"):
            (package.root / "data" / "processed" / f"others.{suffix}").write_bytes(b"damaged")
        (tmp_path / "old").mkdir()
        (tmp_path / "old" / f"things{SUFFIXES[format]}").write_text("mine")
        before = tree(tmp_path)
        with pytest.raises(PackageStateError, match=r"others\.\w+: does not match"):
            export_from(package, tmp_path / out, format)
        assert tree(tmp_path) == before
        assert sorted(path.name for path in tmp_path.iterdir()) == ["old", "package"]

    @pytest.mark.parametrize("failing", [1, 2, 3])
    def test_when_a_file_cannot_be_moved(self, hostile, tmp_path, monkeypatch, failing):
        replace, calls = os.replace, []

        def replace_until(source, target):
            calls.append(target)
            if len(calls) == failing:
                raise PermissionError(13, "in use", str(target))
            replace(source, target)

        (tmp_path / "others.csv").write_text("mine")
        monkeypatch.setattr(staging.os, "replace", replace_until)
        with pytest.raises(PermissionError):
            export_from(hostile, tmp_path, "csv")
        assert tree(tmp_path) == {"others.csv": b"mine"}
        assert [path.name for path in tmp_path.iterdir()] == ["others.csv"]

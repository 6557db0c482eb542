"""The files beside the page are the published ones; the zip is a valid data package."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from frictionless import Package as Frictionless
from frictionless import system

from sco_timeline.descriptor import read_package
from sco_timeline.exploring.downloads import Download, downloads
from sco_timeline.exporting.exports import export_from


@pytest.fixture(params=["published", "hostile"])
def package(request, hostile_package):
    return read_package() if request.param == "published" else hostile_package.package()


def test_each_table_is_the_published_file_named_with_version_and_day(package):
    prefix = f"sco_timeline-{package.version}-{package.as_of}"
    found = {file.name: file.content for file in downloads(package)[1:]}
    expected = {}
    for table in package.tables.values():
        expected[f"{prefix}-{table.name}.csv"] = (package.root / table.csv.path).read_bytes()
        expected[f"{prefix}-{table.name}.parquet"] = (package.root / table.parquet.path).read_bytes()
    assert found == expected


def test_the_zip_holds_the_descriptor_and_every_file_at_its_path(package):
    archive = zipfile.ZipFile(io.BytesIO(downloads(package)[0].content))
    assert archive.testzip() is None
    paths = {file.path for table in package.tables.values() for file in (table.csv, table.parquet)}
    assert set(archive.namelist()) == paths | {"datapackage.json"}
    assert all(archive.read(name) == (package.root / name).read_bytes() for name in archive.namelist())
    assert downloads(package)[0].content == downloads(package)[0].content


def test_the_zip_is_a_valid_data_package(tmp_path, hostile_package):
    """The tiny package, whose tables are read in no time; `make release-check` validates the published one."""
    zipfile.ZipFile(io.BytesIO(downloads(hostile_package.package())[0].content)).extractall(tmp_path)
    with system.use_context(trusted=True):
        report = Frictionless(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "note"])


def test_a_workbook_of_hostile_texts_holds_no_formula(hostile_package, tmp_path):
    (path,) = export_from(hostile_package.package(), tmp_path / "hostile.xlsx", "xlsx")
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if isinstance(cell.value, str)} == {"s"}
    assert sum(str(cell.value).startswith(("=", "+", "@", "-")) for cell in cells) > 10


@pytest.mark.parametrize(("length", "said"), [(999, "999 bytes"), (1500, "1.5 kB"), (2_340_000, "2.3 MB")])
def test_size_in_words(length, said):
    assert Download("a", "a", b"x" * length).size == said

"""The same bytes every time, in any order of raw rows: the whole dataset, built in a copy."""

from __future__ import annotations

import csv
import io
import random
import shutil
from pathlib import Path

import pytest

from sco_timeline.packaging import build

REPOSITORY = Path(__file__).resolve().parent.parent.parent


def published(root):
    found = [root / "datapackage.json", *(root / "data" / "processed").iterdir()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def shuffle(path, chance):
    header, *rows = csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline=""))
    chance.shuffle(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The whole raw dataset in a folder of its own, built once."""
    root = tmp_path_factory.mktemp("whole")
    shutil.copytree(REPOSITORY / "data" / "raw", root / "data" / "raw")
    shutil.copy(REPOSITORY / "datapackage.json", root)
    build(root)
    return root


def test_second_build_changes_nothing(whole):
    before = published(whole)
    build(whole)
    assert published(whole) == before


@pytest.mark.parametrize("seed", [1, 2])
def test_order_of_raw_rows_changes_nothing(whole, seed):
    before = published(whole)
    chance = random.Random(seed)
    for path in sorted((whole / "data" / "raw").glob("*.csv")):
        shuffle(path, chance)
    build(whole)
    assert published(whole) == before


def test_build_publishes_both_files_of_every_table_and_nothing_else(whole):
    tables = {path.stem for path in (whole / "data" / "processed").iterdir()}
    assert set(published(whole)) == {
        "datapackage.json",
        *(f"data/processed/{table}.{kind}" for table in tables for kind in ("csv", "parquet")),
    }

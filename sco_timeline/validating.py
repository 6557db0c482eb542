"""Published files against the descriptor: what frictionless sees, and what it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from sco_timeline.curating import Curated
from sco_timeline.curating.references import key_problems, reference_problems
from sco_timeline.descriptor import FILE_NAME, Package, Table, read_package
from sco_timeline.errors import DataError, PackageStateError, Problem
from sco_timeline.loading import read_published
from sco_timeline.packaging import derive, published_files
from sco_timeline.storing import arrow_table, read_csv, read_parquet


def validate(root: Path | None = None, *, frictionless: bool = True, progress: Callable[[str], None] = lambda _: None) -> list[Problem]:
    """Check a published package.

    Parameters
    ----------
    root : Path, optional
        Folder of the package, by default this one's own data.
    frictionless : bool
        Whether to run the conformance check of frictionless too; it takes most of the time.
    progress : callable
        Is told what is being checked.

    Returns
    -------
    list of Problem
        Empty for a sound package. Checked are sizes, hashes and counts of rows; types, constraints, keys and
        references of every CSV; each Parquet file against its CSV, cell by cell; what claims and rulings point at;
        files that no table publishes; and, where data/raw is there, that a rebuild gives the same tables.

    Raises
    ------
    DescriptorError
        If there is no descriptor that can be read.
    """
    package = read_package(root)
    progress("sizes, hashes, keys and references")
    problems = [*_file_problems(package), *_stray_problems(package)]
    if not problems:
        problems += _table_problems(package)
    if not problems and package.raw_folder.is_dir():
        progress("a rebuild in memory")
        problems += _stale_problems(package)
    if not problems and frictionless:
        progress("conformance, by frictionless")
        problems += _frictionless_problems(package)
    return problems


def _file_problems(package: Package) -> Iterator[Problem]:
    for table in package.tables.values():
        for file in (table.csv, table.parquet):
            try:
                read_published(package, file)
            except PackageStateError as error:
                yield Problem(file.path, 0, "", error.reason, "run `sco-timeline build`")


def _stray_problems(package: Package) -> Iterator[Problem]:
    published = {file.path for table in package.tables.values() for file in (table.csv, table.parquet)}
    folders = {str(Path(path).parent) for path in published}
    for path in sorted(path for folder in folders for path in (package.root / folder).glob("*")):
        name = path.relative_to(package.root).as_posix()
        if name not in published and path.name != ".DS_Store":
            yield Problem(name, 0, "", "no table publishes this file", "delete it, or run `sco-timeline build`")


def _table_problems(package: Package) -> list[Problem]:
    published = Curated(package, folder="data/processed")
    problems: list[Problem] = []
    for resource, table in zip(package.raw["resources"], package.tables.values(), strict=True):
        found = read_csv(package.root / table.csv.path, table.fields, table.csv.path)
        published.rows[table.name] = found.rows
        published.lines[table.name] = {row[table.key]: line for row, line in zip(found.rows, found.lines, strict=True)}
        problems += [*found.problems, *key_problems(table, found.rows, found.lines, table.csv.path)]
        if len(found.rows) != resource["sco:rows"] and not found.problems:
            problems.append(Problem(FILE_NAME, 0, "sco:rows", f"{table.name} has {len(found.rows)} rows", "run `sco-timeline build`"))
        problems += _parquet_problems(package, table, found.rows)
    return problems + reference_problems(published)


def _parquet_problems(package: Package, table: Table, rows: Sequence[dict[str, Any]]) -> list[Problem]:
    expected = arrow_table(table, rows)
    try:
        found = read_parquet(read_published(package, table.parquet))
    except pa.ArrowException as error:
        return [Problem(table.parquet.path, 0, "", f"is no Parquet file: {error}", "run `sco-timeline build`")]
    if found.schema.equals(expected.schema) and found.equals(expected):
        return []
    return [Problem(table.parquet.path, 0, "", f"differs from {table.csv.path}", "run `sco-timeline build`")]


def _stale_problems(package: Package) -> list[Problem]:
    try:
        fresh = published_files(derive(package))
    except DataError as error:
        return list(error.problems)
    tables = package.tables.values()
    stale = [table.csv.path for table in tables if fresh[table.csv.path] != read_published(package, table.csv)]
    return [Problem(path, 0, "", "is not what data/raw gives by now", "run `sco-timeline build`") for path in stale]


def _frictionless_problems(package: Package) -> Iterator[Problem]:
    import frictionless

    report = frictionless.validate(str(package.root / FILE_NAME))
    for error in report.errors:
        yield Problem(FILE_NAME, 0, "", error.message)
    for task in report.tasks:
        for error in task.errors:
            line, column = getattr(error, "row_number", 0) or 0, getattr(error, "field_name", "") or ""
            yield Problem(task.place, line, column, error.message)

"""Raw files as texts, changed row by row, and the one moment at which a set of changed files counts.

Changed files are written into a folder of their own. Renaming it to ``.next`` is that moment: before it nothing has
happened, after it any later review completes the move. Bytes of rows that nobody decided on stay as they are.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sco_timeline.descriptor import FILE_NAME, Package, Table, read_package
from sco_timeline.errors import BadArgumentError, DataError
from sco_timeline.packaging import derive
from sco_timeline.reviewing.candidates import FOLDER
from sco_timeline.storing import Row, format_cell

_NEXT, _STAGING = ".next", ".staging-"


class RawTable:
    """The rows of a raw file as texts."""

    def __init__(self, package: Package, table: Table) -> None:
        self.table, self.name = table, f"{table.name}.csv"
        self.before = (package.raw_folder / self.name).read_bytes()
        text = self.before.decode("utf-8").replace("\r\n", "\n")
        self.header, *self._rows = csv.reader(io.StringIO(text, newline=""))

    def add(self, row: Row) -> None:
        """Add a row, if the file has none just like it."""
        cells = [format_cell(row[name]) for name in self.header]
        if cells not in self._rows:
            self._rows.append(cells)

    def put(self, key: str, column: str, value: str) -> None:
        """Write a cell of the row with that key."""
        at = self.header.index(column)
        for cells in self._rows:
            if cells[0] == key:
                cells[at] = value

    def content(self) -> bytes:
        """Return the file in the project's form: UTF-8, line feeds, sorted by all columns."""
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows([self.header, *sorted(self._rows)])
        return out.getvalue().encode("utf-8")


def try_out(package: Package, files: Mapping[str, bytes]) -> Mapping[str, list[Row]]:
    """Build in memory with changed raw files, and return every row.

    Raises
    ------
    DataError
        With what the build says against them.
    """
    with tempfile.TemporaryDirectory(prefix="sco_timeline-") as name:
        root = Path(name)
        shutil.copy(package.root / FILE_NAME, root)
        (root / "data" / "raw").mkdir(parents=True)
        for path in package.raw_folder.glob("*.csv"):
            (root / "data" / "raw" / path.name).write_bytes(files.get(path.name) or path.read_bytes())
        try:
            return {table: list(rows) for table, rows in derive(read_package(root)).rows.items()}
        except DataError as error:
            problems = [problem._replace(file=f"{problem.file}, as it would be") for problem in error.problems]
            raise DataError(problems) from None


def keep(raw_folder: Path, files: Mapping[str, bytes], before: Mapping[str, bytes | None]) -> None:
    """Put changed files in place, all or none.

    Parameters
    ----------
    raw_folder : Path
    files : mapping of str to bytes
        Content by path within `raw_folder`.
    before : mapping of str to bytes or None
        What stood there when it was read, None for no file: somebody else's changes are never written over.
    """
    complete(raw_folder)
    for name, content in before.items():
        path = raw_folder / name
        if (path.read_bytes() if path.exists() else None) != content:
            raise BadArgumentError(f"{path} was changed meanwhile; nothing is written, run the command again")
    home = raw_folder / FOLDER
    home.mkdir(exist_ok=True)
    for abandoned in home.glob(f"{_STAGING}*"):
        shutil.rmtree(abandoned, ignore_errors=True)
    staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=home))
    try:
        for name, content in files.items():
            (staging / name).parent.mkdir(parents=True, exist_ok=True)
            (staging / name).write_bytes(content)
        os.replace(staging, home / _NEXT)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    complete(raw_folder)


def complete(raw_folder: Path) -> bool:
    """Move into place what an interrupted review had decided; say whether there was anything."""
    ready = raw_folder / FOLDER / _NEXT
    if not ready.is_dir():
        return False
    for path in sorted(path for path in ready.rglob("*") if path.is_file()):
        try:
            os.replace(path, raw_folder / path.relative_to(ready))
        except FileNotFoundError:  # another process moved it
            continue
    shutil.rmtree(ready, ignore_errors=True)
    return True

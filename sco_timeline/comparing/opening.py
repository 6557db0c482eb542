"""Opens a published package wherever it lies: a folder, a zip, a descriptor, or a revision of a git repository."""

from __future__ import annotations

import csv
import io
import subprocess
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sco_timeline.descriptor import FILE_NAME, Package, read_package
from sco_timeline.errors import BadArgumentError, DescriptorError, PackageStateError
from sco_timeline.loading import read_published

TextRow = Mapping[str, str]


@dataclass(frozen=True)
class Opened:
    """A published package with the cells of its tables as text, by table and key."""

    package: Package
    rows: Mapping[str, Mapping[str, TextRow]]


@contextmanager
def opened(place: str) -> Iterator[Opened]:
    """Open a published package.

    Parameters
    ----------
    place : str
        A folder that holds a ``datapackage.json``, that file itself, a zip with one in it, or else a revision of the
        git repository that one stands in (``v0.1.0``, ``HEAD~1``). What exists as a file is never read as a revision.

    Yields
    ------
    Opened

    Raises
    ------
    BadArgumentError
        If there is no package at that place, or that in the zip or revision is not sound.
    DescriptorError, PackageStateError
        If that in a folder cannot be read, or its files are not those that its descriptor names.
    """
    path = Path(place)
    with tempfile.TemporaryDirectory() as scratch:
        if not place:
            raise BadArgumentError("an empty name is no package; name a folder, a zip, a datapackage.json or a git revision")
        if path.is_dir():
            root = path
        elif path.suffix.lower() == ".zip" and path.is_file():
            root = _unzipped(path, Path(scratch))
        elif path.is_file():
            root = path.parent
        else:
            root = _checked_out(place, Path(scratch))
        if not (root / FILE_NAME).is_file() or (path.is_file() and path.suffix.lower() != ".zip" and path.name != FILE_NAME):
            raise BadArgumentError(f"{place} holds no {FILE_NAME}; name a folder, a zip, that file or a git revision")
        try:
            found = _read(read_package(root))
        except (DescriptorError, PackageStateError) as error:
            if root in (path, path.parent):
                raise
            raise BadArgumentError(f"{place} is no sound package: {Path(error.path).name}: {error.reason}") from None
        yield found


def _unzipped(path: Path, scratch: Path) -> Path:
    """Unpack a zip and return the folder of the descriptor that lies least deep in it."""
    try:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(scratch)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):  # RuntimeError: encrypted
        raise BadArgumentError(f"{path} is no zip file that can be read") from None
    found = sorted(scratch.rglob(FILE_NAME), key=lambda file: (len(file.parts), file))
    return found[0].parent if found else scratch


def _checked_out(revision: str, scratch: Path) -> Path:
    """Write what a revision of the repository at hand publishes into `scratch`."""
    top = _git("rev-parse", "--show-toplevel")
    commit = None if revision.startswith("-") else _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if not top or not commit:
        raise BadArgumentError(f"{revision!r} is neither a folder, a zip, a {FILE_NAME} nor a git revision here")
    archive = _git("-C", top.decode().strip(), "archive", commit.decode().strip(), FILE_NAME, "data/processed")
    if archive:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(scratch, filter="data")
    return scratch


def _git(*arguments: str) -> bytes | None:
    try:
        run = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError:
        return None
    return run.stdout if run.returncode == 0 else None


def _read(package: Package) -> Opened:
    rows = {}
    for table in package.tables.values():
        content = read_published(package, table.csv)
        try:
            reader = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))
            rows[table.name] = {row[table.key]: row for row in reader}
        except (UnicodeDecodeError, KeyError, csv.Error):
            raise PackageStateError(table.csv.path, "is not the CSV that the descriptor describes") from None
    return Opened(package, rows)

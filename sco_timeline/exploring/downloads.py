"""The files that the site offers: every table as published, and all of them as one zip."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from sco_timeline.descriptor import FILE_NAME, Package
from sco_timeline.loading import read_published

_MADE = (1980, 1, 1, 0, 0, 0)  # the same bytes at every run


class Download(NamedTuple):
    """A file of the site, named with version and date."""

    name: str
    what: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Its SHA-256."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def size(self) -> str:
        """Its size in words.

        Examples
        --------
        >>> Download("a.csv", "a", b"x" * 1500).size
        '1.5 kB'
        """
        bytes_ = len(self.content)
        return f"{bytes_} bytes" if bytes_ < 1000 else f"{bytes_ / 1000:.1f} kB" if bytes_ < 1_000_000 else f"{bytes_ / 1_000_000:.1f} MB"


def downloads(package: Package) -> list[Download]:
    """Return every file: the zip first, then the tables in the order of the descriptor, each as CSV and as Parquet."""
    prefix = f"sco_timeline-{package.version}-{package.as_of}"
    files = list(_tables(package, prefix))
    return [Download(f"{prefix}.zip", "all tables and the descriptor", _zipped(package)), *files]


def _tables(package: Package, prefix: str) -> Iterator[Download]:
    for table in package.tables.values():
        for file in (table.csv, table.parquet):
            suffix = file.path.rpartition(".")[2]
            yield Download(f"{prefix}-{table.name}.{suffix}", table.name, read_published(package, file))


def _zipped(package: Package) -> bytes:
    """Return the data package as a zip: the descriptor and, at the paths it names, every file."""
    files = [file for table in package.tables.values() for file in (table.csv, table.parquet)]
    contents = {FILE_NAME: (package.root / FILE_NAME).read_bytes()} | {file.path: read_published(package, file) for file in files}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in contents.items():
            archive.writestr(zipfile.ZipInfo(path, _MADE), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()

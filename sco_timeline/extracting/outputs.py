"""The files made of a corpus, claims and errors of each of its files: in place when they are whole, and never before.

A file of claims states in its footer what it was made of, so that a later run knows what is left to do.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sco_timeline.extracting.batches import Found, claims_schema, errors_schema

if TYPE_CHECKING:
    import pyarrow as pa

ERRORS = "_errors"
"""The folder of the errors; what reads a folder of Parquet files as one table passes over names with this first sign."""

_FOOTER = b"sco_timeline"
_UNFINISHED = ".unfinished"
_TOGETHER = 5_000  # rows that are written at once
_PIECES = 50  # of which they may consist; each has a cost of its own


class Target(NamedTuple):
    """A file of a corpus, what it is called there, and the two files that are made of it."""

    source: Path
    name: str
    claims: Path
    errors: Path


@dataclass(frozen=True)
class Origin:
    """What claims were made of: when one of these differs they are made anew."""

    version: str
    published: str | None
    bytes: int
    modified: int

    @classmethod
    def of(cls, path: Path, version: str, published: str | None) -> Origin | None:
        """Return the origin of what is made of a file now; None if the file cannot be opened."""
        try:
            with path.open("rb") as file:
                stat = os.fstat(file.fileno())
        except OSError:
            return None
        return cls(version, published, stat.st_size, stat.st_mtime_ns)


@dataclass(frozen=True)
class Counts:
    """How many documents, claims and errors."""

    documents: int = 0
    claims: int = 0
    errors: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.documents + other.documents, self.claims + other.claims, self.errors + other.errors)


def counts_made(target: Target, origin: Origin | None) -> Counts | None:
    """Return what an earlier run made of the same file, None if that is to be made."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        footer = json.loads((pq.read_metadata(target.claims).metadata or {})[_FOOTER])
        counts = Counts(**footer["counts"])
    except (OSError, pa.ArrowException, KeyError, TypeError, ValueError):
        return None
    is_same = origin is not None and footer["origin"] == asdict(origin)
    return counts if is_same and (not counts.errors or target.errors.is_file()) else None


def remove_unfinished(out: Path) -> None:
    """Remove what runs that were killed have left."""
    for path in out.rglob(f".*{_UNFINISHED}"):
        path.unlink(missing_ok=True)


class Output:
    """The two files that are made of one; used with ``with``, and what is not finished by its end is gone."""

    def __init__(self, target: Target, origin: Origin | None) -> None:
        self._target, self._origin = target, origin
        self.counts = Counts()
        self._claims = _Table(target.claims, claims_schema())
        self._errors: _Table | None = None

    def __enter__(self) -> Output:
        return self

    def __exit__(self, *_: object) -> None:
        self._claims.discard()
        if self._errors is not None:
            self._errors.discard()

    def add(self, found: Found) -> None:
        """Write what was found in the next batch."""
        self.counts += Counts(found.documents, found.claims.num_rows, found.errors.num_rows)
        self._claims.add(found.claims)
        if found.errors.num_rows:
            self._errors = self._errors or _Table(self._target.errors, errors_schema())
            self._errors.add(found.errors)

    def finish(self) -> None:
        """Put the files in place; that of the claims last, because it says that all is there."""
        if self._errors is not None:
            self._errors.finish({})
        else:
            self._target.errors.unlink(missing_ok=True)
        origin = None if self._origin is None else asdict(self._origin)
        self._claims.finish({_FOOTER: json.dumps({"origin": origin, "counts": asdict(self.counts)})})


class _Table:
    """A Parquet file that grows beside its place."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        import pyarrow.parquet as pq

        self._path, self._beside = path, path.with_name(f".{path.name}{_UNFINISHED}")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._writer: Any = pq.ParquetWriter(self._beside, schema, compression="zstd")
        self._waiting = schema.empty_table()

    def add(self, table: pa.Table) -> None:
        import pyarrow as pa

        if table.num_rows:
            self._waiting = pa.concat_tables([self._waiting, table])
        if self._waiting.num_rows >= _TOGETHER:
            self._write()
        elif self._waiting.column(0).num_chunks >= _PIECES:
            self._waiting = self._waiting.combine_chunks()

    def _write(self) -> None:
        if self._waiting.num_rows:
            self._writer.write_table(self._waiting.combine_chunks())
        self._waiting = self._waiting.slice(0, 0)

    def finish(self, footer: dict[bytes, str]) -> None:
        self._write()
        if footer:
            self._writer.add_key_value_metadata(footer)
        self._writer.close()
        os.replace(self._beside, self._path)

    def discard(self) -> None:
        self._writer.close()
        self._beside.unlink(missing_ok=True)

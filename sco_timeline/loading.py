"""Published tables as DataFrames, typed by the descriptor."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import pandas as pd
import pyarrow as pa

from sco_timeline.descriptor import Package, PublishedFile, Table, read_package
from sco_timeline.errors import PackageStateError
from sco_timeline.storing import read_parquet

_NULLABLE = {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype(), pa.bool_(): pd.BooleanDtype()}


def load(name: str) -> pd.DataFrame:
    """Return a published table.

    Parameters
    ----------
    name : str
        One of `sco_timeline.tables()`.

    Returns
    -------
    pandas.DataFrame
        A row per row of the table, in its order, on a fresh range index; a column per field. Text is ``str``, whole
        numbers ``Int64``, other numbers ``Float64``, truth values ``boolean``, days ``datetime64[us]``; statuses in
        derived tables are ordered categories, closer statuses greater. `sco_timeline.describe` says what columns mean.

    Raises
    ------
    UnknownNameError
        If there is no such table.
    PackageStateError
        If the file is missing or is not the one that the descriptor names.

    Examples
    --------
    >>> import sco_timeline as sco
    >>> sco.load("statuses").loc[0, "status_id"]
    's5.participant'
    """
    return load_from(read_package(), name)


def load_from(package: Package, name: str) -> pd.DataFrame:
    """Return a table of another package of the same kind; as `load` otherwise."""
    table = package.table(name)
    return to_frame(table, read_parquet(read_published(package, table.parquet)))


def read_published(package: Package, file: PublishedFile) -> bytes:
    """Return the bytes of a published file after comparing size and hash with the descriptor."""
    path = package.root / file.path
    if (package.root / "data" / ".next").is_dir():
        raise PackageStateError(str(package.root), "a build was interrupted while it put its files in place")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PackageStateError(str(path), error.strerror or "cannot be read") from None
    if len(content) != file.bytes or hashlib.sha256(content).hexdigest() != file.sha256:
        raise PackageStateError(str(path), "does not match the size and hash in datapackage.json")
    return content


def to_frame(table: Table, arrow: pa.Table) -> pd.DataFrame:
    """Turn an Arrow table with the columns of `table` into a DataFrame with the descriptor's dtypes."""
    days = [number for number, field in enumerate(table.fields) if field.type == "date"]
    for number in days:
        column = arrow.column(number).cast(pa.timestamp("us"))
        arrow = arrow.set_column(number, table.fields[number].name, column)
    return arrow.to_pandas(types_mapper=_NULLABLE.get, use_threads=False)


def shared(name: str) -> pd.DataFrame:
    """Return a table of the own package, read once; for reading only, never handed out."""
    return _shared(read_package(), name)


@lru_cache(maxsize=64)
def _shared(package: Package, name: str) -> pd.DataFrame:
    return load_from(package, name)

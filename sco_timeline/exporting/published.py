"""The published CSV and Parquet files themselves, and a descriptor that fits them."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sco_timeline.descriptor import FILE_NAME, Package, Table
from sco_timeline.loading import read_published


def write_csv(package: Package, tables: Sequence[Table], folder: Path) -> None:
    """Write the published CSV files; with all tables, the package's descriptor too."""
    for table in tables:
        (folder / f"{table.name}.csv").write_bytes(read_published(package, table.csv))
    if len(tables) == len(package.tables):
        _write_descriptor(package, "csv", folder)


def write_parquet(package: Package, tables: Sequence[Table], folder: Path) -> None:
    """Write the published Parquet files; with all tables, the package's descriptor too."""
    for table in tables:
        (folder / f"{table.name}.parquet").write_bytes(read_published(package, table.parquet))
    if len(tables) == len(package.tables):
        _write_descriptor(package, "parquet", folder)


def _write_descriptor(package: Package, suffix: str, folder: Path) -> None:
    """Write the descriptor of a package whose resources are files of one format in one folder."""
    raw = copy.deepcopy(dict(package.raw))
    paths: dict[str, str] = {}
    for resource in raw["resources"]:
        published, path = resource["path"], f"{resource['name']}.{suffix}"
        (alternate,) = resource.pop("sco:alternates")
        if suffix == "parquet":
            _describe_as(resource, alternate)
        paths[published] = resource["path"] = path
    for source in raw.get("sources", ()):
        if source.get("path") in paths:
            source["path"] = paths[source["path"]]
    text = json.dumps(raw, indent=1, ensure_ascii=False) + "\n"
    (folder / FILE_NAME).write_bytes(text.encode("utf-8"))


def _describe_as(resource: dict[str, Any], alternate: dict[str, Any]) -> None:
    """Let a CSV resource describe its Parquet twin; without sizes, which frictionless cannot compare for Parquet and reports as wrong."""
    resource |= alternate
    for name in ("bytes", "encoding"):
        resource.pop(name, None)

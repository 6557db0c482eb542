"""Tables as JSON: a list of records, one to a line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sco_timeline.descriptor import Package, Table
from sco_timeline.exporting.contents import read_rows


def write_json(package: Package, tables: Sequence[Table], folder: Path) -> None:
    """Write a file a table: UTF-8, null for an empty cell, days as ISO text."""
    for table in tables:
        names = [field.name for field in table.fields]
        records = (dict(zip(names, row, strict=True)) for row in read_rows(package, table))
        lines = [json.dumps(record, ensure_ascii=False, allow_nan=False, default=date.isoformat) for record in records]
        text = "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"
        (folder / f"{table.name}.json").write_bytes(text.encode("utf-8"))

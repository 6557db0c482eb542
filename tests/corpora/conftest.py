"""What tests of corpora share: a small corpus of every kind of file, good and bad documents, and the files of a folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

IRAN = "Iran joined the Shanghai Cooperation Organisation in July 2023."
BELARUS = "Belarus joined the Shanghai Cooperation Organisation yesterday. Mongolia is an observer of the SCO."
CATS = "Cats sleep for most of the day."


def rows_of(texts: list[str | None], first: int = 1) -> list[dict]:
    """Rows of articles with ids in their order."""
    return [{"id": f"n{number}", "text": text, "published": "2024-07-05"} for number, text in enumerate(texts, first)]


def write_parquet(path: Path, rows: list[dict]) -> Path:
    """Write rows as Parquet, in one group."""
    path.parent.mkdir(parents=True, exist_ok=True)
    schema = pa.schema([("id", pa.string()), ("text", pa.string()), ("published", pa.string())])
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), path)
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of articles: two Parquet files, one of them below, JSONL with bad lines, plain text; 908 documents, 4 bad ones."""
    folder = tmp_path / "corpus"
    write_parquet(folder / "many.parquet", rows_of([IRAN, CATS, BELARUS] * 200))
    write_parquet(folder / "2024" / "more.parquet", rows_of([BELARUS, None, CATS] + [IRAN] * 297))
    lines = [json.dumps(row) for row in rows_of([IRAN, None, CATS, CATS])]
    (folder / "lines.jsonl").write_text(
        "\n".join([*lines, "no JSON", '{"text": "x", "id": "bad day", "published": "soon"}']), encoding="utf-8"
    )
    (folder / "plain.txt").write_text(IRAN, encoding="utf-8")
    (folder / "spoilt.txt").write_bytes(b"T\xfcrkiye")
    return folder


def files_within(folder: Path) -> dict[str, bytes]:
    """Content of all files of a folder by their path in it, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def content() -> Callable[[Path], dict[str, bytes]]:
    """Read all files of a folder."""
    return files_within

"""A corpus in batches: documents of a file, cut by what is in the file alone, and what is found in them.

A batch and what is found in it travel between processes and machines, so that neither needs a file that the other has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sco_timeline.errors import Problem
from sco_timeline.extracting.claims import Claim, claims_to_frame
from sco_timeline.extracting.documents import PAGES, Document, claims_or_problem, document_of_file, document_of_row, name_of_row
from sco_timeline.extracting.rows import READERS, Row

if TYPE_CHECKING:
    import pyarrow as pa

LONGEST = 5_000_000
"""Characters above which a text of a corpus is no article: it would keep one process busy for long and fill its memory."""

_DOCUMENTS, _CHARACTERS = 100, 200_000  # whichever is reached first makes a batch full
_BYTES = 4  # of UTF-8 that a character can have


class Item(NamedTuple):
    """A document as it is read: its row in the file, 0 for a file that is one; its id, if known; a row, a file's bytes or a problem."""

    row: int
    id: str | None
    content: Row | bytes | Problem


class Batch(NamedTuple):
    """Documents of one file; `share` of the file, from 0 to 1, lies behind after them, and `is_last` says that nothing follows."""

    file: str
    published: str | None
    items: tuple[Item, ...]
    share: float
    is_last: bool


class Found(NamedTuple):
    """What is found in a batch: how many documents, and tables with the schemas `claims_schema` and `errors_schema`."""

    documents: int
    claims: pa.Table
    errors: pa.Table


@cache
def claims_schema() -> pa.Schema:
    """Return the schema of a table of claims: the columns of `extract_frame`, and the hash of the text."""
    import pyarrow as pa

    types = {"Int64": pa.int64(), "boolean": pa.bool_()}
    fields = [pa.field(str(name), types.get(str(dtype), pa.string())) for name, dtype in claims_to_frame([]).dtypes.items()]
    return pa.schema([*fields, pa.field("text_sha256", pa.string())])


def errors_schema() -> pa.Schema:
    """Return the schema of a table of documents that cannot be read: id and row are null where they are not known."""
    import pyarrow as pa

    types = {"doc": pa.string(), "file": pa.string(), "row": pa.int64(), "problem": pa.string()}
    return pa.schema([pa.field(name, kind) for name, kind in types.items()])


def batches_of(path: Path, file: str, published: str | None = None) -> Iterator[Batch]:
    """Yield the documents of a file in batches, at least one; `file` is what the file is called in the corpus."""
    items: list[Item] = []
    characters = 0
    for share, item in _items(path):
        items.append(item)
        characters += _length(item.content)
        if len(items) >= _DOCUMENTS or characters >= _CHARACTERS:
            yield Batch(file, published, tuple(items), share, is_last=False)
            items, characters = [], 0
    yield Batch(file, published, tuple(items), 1, is_last=True)


def _items(path: Path) -> Iterator[tuple[float, Item]]:
    reader, row = READERS.get(path.suffix.lower()), 0
    try:
        if reader is None:
            yield 1, _whole(path)
            return
        for (row, share), content in reader(path):
            yield share, _item(path, row, content)
    except Exception as error:  # whatever a stranger's file does to the libraries that read it
        reason = (error.strerror if isinstance(error, OSError) else None) or f"{type(error).__name__}: {error}"
        from_here = " from here on" if row else ""
        yield 1, Item(row + 1 if row else 0, None, Problem("", 0, "", f"cannot be read{from_here}: {reason}"))


def _whole(path: Path) -> Item:
    most = LONGEST if path.suffix.lower() in PAGES else _BYTES * LONGEST  # of a page the text is a part
    return Item(0, path.stem, path.read_bytes() if path.stat().st_size <= most else _too_long())


def _item(path: Path, row: int, content: Row | Problem) -> Item:
    if isinstance(content, Problem):
        return Item(content.line, None, content)  # on line 0 what is wrong with the file
    return Item(row, name_of_row(content, path, row), content if _length(content) <= LONGEST else _too_long())


def _length(content: Row | bytes | Problem) -> int:
    text = content["text"] if isinstance(content, dict) else content
    return len(text) if isinstance(text, str | bytes) else 0


def _too_long() -> Problem:
    return Problem("", 0, "text", f"has more than {LONGEST:,} characters, too many for one article", "split it")


def extract_batch(batch: Batch) -> Found:
    """Return the claims of the documents of a batch, and an error for each that cannot be read; no document raises anything."""
    claims: list[Claim] = []
    errors: list[tuple[Item, Problem]] = []
    for item in batch.items:
        found = _claims_of(item, batch)
        if isinstance(found, Problem):
            errors.append((item, found))
        else:
            claims += found
    return Found(len(batch.items), _claims_table(claims), _errors_table(errors, batch.file))


def found_nothing(batch: Batch, reason: str) -> Found:
    """Return an error for each document of a batch of which nothing came back."""
    errors = [(item, Problem("", 0, "", reason)) for item in batch.items]
    return Found(len(errors), _claims_table([]), _errors_table(errors, batch.file))


def _claims_of(item: Item, batch: Batch) -> list[Claim] | Problem:
    try:
        document = _document(item, batch)
        if isinstance(document, Problem):
            return document
        return claims_or_problem(document) if len(document.text) <= LONGEST else _too_long()
    except Exception as error:  # one document must not cost the others
        return Problem("", 0, "", f"cannot be read: {type(error).__name__}: {error}")


def _document(item: Item, batch: Batch) -> Document | Problem:
    if isinstance(item.content, Problem):
        return item.content
    path = Path(batch.file)
    if isinstance(item.content, bytes):
        return document_of_file(item.content, path, batch.published)
    return document_of_row(item.content, path, item.row, batch.published)


def _claims_table(claims: list[Claim]) -> pa.Table:
    import pyarrow as pa

    return pa.Table.from_pylist([_flat(claim) for claim in claims], schema=claims_schema())


def _flat(claim: Claim) -> Claim:
    """Return a claim as `claims_to_frame` lays it out, without its detour by pandas, which costs more than a few texts."""
    flat = dict(claim)
    if flat.get("parties") is not None:
        flat["parties"] = ";".join(flat["parties"])
    for span in ("evidence", "sentence"):
        flat[f"{span}_start"], flat[f"{span}_end"] = flat.pop(span) or (None, None)
    return flat


def _errors_table(errors: Iterable[tuple[Item, Problem]], file: str) -> pa.Table:
    import pyarrow as pa

    rows = [{"doc": item.id, "file": file, "row": item.row or None, "problem": _in_words(problem)} for item, problem in errors]
    return pa.Table.from_pylist(rows, schema=errors_schema())


def _in_words(problem: Problem) -> str:
    """Return what is wrong on one line, without the place, which has columns of its own."""
    return " ".join(str(problem._replace(file="", line=0)).removeprefix(": ").split())

"""Articles from files: plain text, web pages, JSONL and Parquet. What cannot be read costs one `Problem`, never the run.

The text of a document is that of its file, character by character: line ends stay as they are, and so does a byte order
mark, so that the text's SHA-256 is that of the file's bytes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sco_timeline.errors import BadArgumentError, InvalidDateError, Problem
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.pages import read_page, require_page_reader
from sco_timeline.extracting.reading import claims_of
from sco_timeline.extracting.rows import READERS, Row
from sco_timeline.model import parse_edtf

LARGEST = 50_000_000
"""Bytes in UTF-8 from which on a text is too large to be one article."""

PAGES = (".html", ".htm", ".xhtml")
KINDS = (".txt", *PAGES, *READERS)
"""How the names of files end that are looked for in folders; a file that is named itself may end otherwise and is plain text."""

_MARK = "\ufeff"
_DAY = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ].*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Document:
    """An article: its text, and what its file says of it."""

    id: str
    text: str = field(repr=False)
    text_sha256: str
    published: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None


def files_of(paths: Iterable[Path]) -> Iterator[Path | Problem]:
    """Yield the files that are named, and in their order those anywhere in folders that are named; hidden ones are passed over."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = [file for file in path.rglob("*") if file.suffix.lower() in KINDS and file.is_file()]
        found = [file for file in found if not any(part.startswith(".") for part in file.relative_to(path).parts)]
        yield from sorted(found)
        if not found:
            yield Problem(str(path), 0, "", f"holds no file of the kinds {', '.join(KINDS)}")


def read_documents(path: Path, published: str | None = None) -> Iterator[Document | Problem]:
    """Yield the documents of a file, and a problem for each that cannot be read.

    Parameters
    ----------
    path : Path
        Plain text in UTF-8, HTML, JSONL or Parquet, told by the end of its name.
    published : str, optional
        When the documents were published; rows of JSONL and Parquet that say so themselves keep their own.

    Raises
    ------
    MissingDependencyError
        If the file is HTML and the library that reads it is not installed.
    """
    reader = READERS.get(path.suffix.lower())
    try:
        if reader is None:
            yield _single(path, published)
            return
        for place, row in reader(path):
            yield row if isinstance(row, Problem) else document_of_row(row, path, place.number, published)
    except OSError as error:
        yield Problem(str(path), 0, "", f"cannot be read: {error.strerror or error}")


def document_of(content: str | bytes, name: str, place: str, published: str | None = None) -> Document | Problem:
    """Return plain text, or its bytes, as a document with the id `name`; `place` is where it comes from."""
    return _document(Problem(place, 0, "", ""), name, content, published=published)


def claims_of_document(document: Document) -> list[Claim]:
    """Return the claims of a document, with its id in `doc` and the hash of its text in `text_sha256`."""
    text = document.text
    if text.startswith(_MARK):
        text = " " + text[1:]  # to rules a letter before the dateline; the places of all others stay
    found = claims_of(text, document.published)
    return [{**claim, "doc": document.id, "text_sha256": document.text_sha256} for claim in found]


def claims_or_problem(document: Document) -> list[Claim] | Problem:
    """Return the claims of a document, or what became of it: a rule that fails on one text must not cost the others."""
    try:
        return claims_of_document(document)
    except Exception as error:
        return Problem(document.id, 0, "", f"a rule failed on the text: {type(error).__name__}: {error}", "please report it")


def publication_day(value: object) -> str | None:
    """Return when something was published as YYYY-MM-DD, YYYY-MM or YYYY; None for nothing.

    Raises
    ------
    BadArgumentError
        If `value` is something else than a date, or a time in ISO 8601.

    Examples
    --------
    >>> publication_day("2024-07-05T12:00:00Z")
    '2024-07-05'
    """
    if value is None or value != value or not str(value).strip():  # not equal to itself: a missing number
        return None
    text = value.isoformat() if isinstance(value, date) else str(value).strip()
    found = _DAY.fullmatch(text)
    try:
        return parse_edtf(found[1] if found else "").text
    except InvalidDateError:
        raise BadArgumentError(f"{text!r:.60} is no day of publication; write YYYY-MM-DD, YYYY-MM or YYYY") from None


def require_readers(files: Iterable[Path | Problem]) -> None:
    """Raise `MissingDependencyError` before anything is read if a library is missing that one of the files needs."""
    if any(isinstance(file, Path) and file.suffix.lower() in PAGES for file in files):
        require_page_reader()


def _single(path: Path, published: str | None) -> Document | Problem:
    """Return the document of a file that holds one."""
    if path.stat().st_size >= LARGEST:
        return _too_large(Problem(str(path), 0, "", ""))
    return document_of_file(path.read_bytes(), path, published)


def document_of_file(content: bytes, path: Path, published: str | None = None) -> Document | Problem:
    """Return the content of a file that holds one article, a page or plain text by the end of its name, as a document."""
    place = Problem(str(path), 0, "", "")
    if path.suffix.lower() not in PAGES:
        return _document(place, path.stem, content, published=published)
    require_page_reader()
    try:
        page = read_page(content)
    except (UnicodeDecodeError, LookupError):
        return place._replace(message="is neither UTF-8 nor in the encoding that it declares", remedy="save the page as UTF-8")
    except Exception as error:  # whatever a page of a stranger does to a parser of strangers
        return place._replace(message=f"cannot be read as a web page: {type(error).__name__}")
    if page is None:
        return place._replace(message="holds no article", remedy="save its text as plain text")
    return _document(place, path.stem, page.text, published or page.published, page.url, page.title, page.language)


def document_of_row(row: Row, path: Path, number: int, published: str | None = None) -> Document | Problem:
    """Return a row of a file of many articles as a document."""
    place = Problem(str(path), number, "text", "")
    if row["text"] is None:
        return place._replace(message="is null")
    try:
        day = publication_day(row["published"]) or published
    except BadArgumentError as error:
        return place._replace(column="published", message=str(error))
    name = name_of_row(row, path, number)
    about = [None if row[key] is None else str(row[key]) for key in ("url", "title", "language")]
    return _document(place, name, row["text"], day, *about)


def name_of_row(row: Row, path: Path, number: int) -> str:
    """Return the id of a row, made of the file's name and its number where it states none."""
    return f"{path.stem}:{number}" if row["id"] is None else str(row["id"])


def _document(
    place: Problem,
    name: str,
    content: Any,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
    language: str | None = None,
) -> Document | Problem:
    """Return a document of a text or its bytes, or the problem at `place` that keeps it from being one."""
    if not isinstance(content, str | bytes):
        return place._replace(message=f"{content!r:.60} is no text")
    try:
        raw = content if isinstance(content, bytes) else content.encode("utf-8")
        if len(raw) >= LARGEST:
            return _too_large(place)
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return place._replace(message=f"byte {error.start} is no UTF-8", remedy="save the text as UTF-8")
    except UnicodeEncodeError as error:
        return place._replace(message=f"character {error.start} is half of one", remedy="write characters whole")
    return Document(name, text, hashlib.sha256(raw).hexdigest(), published, url, title, language)


def _too_large(place: Problem) -> Problem:
    return place._replace(message=f"has {LARGEST:,} bytes of text or more, too many for one article", remedy="split it")

"""Annotated documents, their texts, and the claims to be held against them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sco_timeline.errors import DataError, Problem
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.documents import Document, claims_of_document, document_of, read_documents


@dataclass(frozen=True, slots=True)
class Gold:
    """A document with the claims that a person found in it, and its text where there is one."""

    doc: str
    claims: list[Claim]
    published: str | None = None
    text: str | None = field(default=None, repr=False)


def read_gold(path: Path, texts: Path | None = None, kinds: Collection[str] = ()) -> list[Gold]:
    """Return annotated documents.

    Parameters
    ----------
    path : Path
        JSONL, a document a line: `doc` and `claims`, and where there are any `published`, `text`, `text_sha256`, `text_kind`.
    texts : Path, optional
        The folder with the texts of documents that do not hold their own, each named by its id and ``.txt``.
    kinds : collection of str
        The kinds of text that are wanted; none for all.

    Raises
    ------
    DataError
        With every line that is no annotated document, and every text that is not there or not the one that was annotated.
    """
    found: dict[str, Gold] = {}
    problems: list[Problem] = []
    for line, given in _objects(path, problems):
        if wrong := _wrong(given, found):
            problems.append(Problem(str(path), line, *wrong))
        elif not kinds or given.get("text_kind") in kinds:
            text = _text(given, texts, Problem(str(path), line, "text", ""))
            if isinstance(text, Problem):
                problems.append(text)
            else:
                found[given["doc"]] = Gold(given["doc"], given["claims"], given.get("published"), text)
    if problems:
        raise DataError(problems)
    return list(found.values())


def read_claims(path: Path) -> list[Claim]:
    """Return found claims of any number of documents, one a line.

    Raises
    ------
    DataError
        With every line that is none.
    """
    problems: list[Problem] = []
    found = []
    for line, claim in _objects(path, problems):
        missing = next((key for key in ("doc", "type") if not isinstance(claim.get(key), str)), None)
        if missing:
            problems.append(Problem(str(path), line, missing, "is missing", "one claim a line, as sco-timeline extract prints them"))
        found.append(claim)
    if problems:
        raise DataError(problems)
    return found


def find_claims(golds: Iterable[Gold]) -> list[Claim]:
    """Return what the extractor finds in the texts of annotated documents.

    Raises
    ------
    DataError
        With every document that has no text.
    """
    problems: list[Problem] = []
    found: list[Claim] = []
    for gold in golds:
        document = None if gold.text is None else document_of(gold.text, gold.doc, gold.doc, gold.published)
        if isinstance(document, Document):
            found += claims_of_document(document)
        else:
            remedy = "name the folder with the texts, or the claims to be scored"
            problems.append(document or Problem(gold.doc, 0, "text", "is missing", remedy))
    if problems:
        raise DataError(problems)
    return found


def _objects(path: Path, problems: list[Problem]) -> Iterator[tuple[int, Any]]:
    """Yield number and object of each line that holds one; of the others add a problem."""
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line.decode("utf-8"))
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict):
            yield number, found
        else:
            problems.append(Problem(str(path), number, "", "is no JSON object in UTF-8", "write one a line"))


def _wrong(given: dict[str, Any], before: Collection[str]) -> tuple[str, str, str] | None:
    """Return column, what is wrong and what would be right of an object that should be an annotated document."""
    doc, claims = given.get("doc"), given.get("claims")
    if not isinstance(doc, str) or not doc:
        return "doc", "is missing", "name the document"
    if doc in before:
        return "doc", f"{doc!r} is there twice", "put its claims on one line"
    if not isinstance(claims, list) or not all(isinstance(claim, dict) and isinstance(claim.get("type"), str) for claim in claims):
        return "claims", "is no list of claims", "write a list, empty where the text says nothing"
    return None


def _text(given: dict[str, Any], folder: Path | None, place: Problem) -> str | Problem | None:
    """Return the text of an annotated document, None if neither it nor a folder has one, or what is wrong with it."""
    text = given.get("text")
    if text is None:
        if folder is None:
            return None
        read = next(iter(read_documents(folder / f"{given['doc']}.txt")))
        if isinstance(read, Problem):
            return read
        text = read.text
    if not isinstance(text, str):
        return place._replace(message="is no text")
    annotated = given.get("text_sha256")
    if annotated and hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != annotated:
        return place._replace(
            message=f"that of {given['doc']!r} is not the one that was annotated", remedy="give the text with the SHA-256 of the line"
        )
    return text

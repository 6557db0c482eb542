"""Decisions from a CSV file, all or none of them; and the claims of an article, all or none of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from sco_timeline.descriptor import Package
from sco_timeline.errors import BadArgumentError, DataError, Problem, TimelineError
from sco_timeline.reviewing.candidates import FOLDER, candidate_bytes, new_candidates, path_of, read_candidates, read_claims
from sco_timeline.reviewing.deciding import Decision, Desk
from sco_timeline.reviewing.keeping import complete, keep
from sco_timeline.reviewing.record import Record
from sco_timeline.storing import read_csv

COLUMNS = Decision._fields


def add_candidates(package: Package, source_id: str, claims_file: Path, text_file: Path) -> tuple[int, int]:
    """Make the claims of an article candidates of its source.

    Parameters
    ----------
    package : Package
    source_id : str
        A row of data/raw/sources.csv whose ``text_sha256`` is that of the text.
    claims_file : Path
        Claims as `sco-timeline extract` prints them.
    text_file : Path
        The text that they were made of, as it is.

    Returns
    -------
    added, known : int
        How many claims are candidates now, and how many were before.

    Raises
    ------
    DataError, BadArgumentError, UnknownNameError
        If a claim is none, lies outside the text, or the source is unknown or of another text; nothing is written then.
    """
    complete(package.raw_folder)
    text = text_file.read_bytes()
    claims = read_claims(claims_file)
    known = read_candidates(package.raw_folder, source_id)
    fresh = new_candidates(claims, known, source_id, text, str(claims_file))
    _check_source(package, source_id, text)
    if known and fresh and known[0]["text_sha256"] != fresh[0]["text_sha256"]:
        raise BadArgumentError(f"the candidates of {source_id} are of another text; a second text is a source of its own")
    path = path_of(package.raw_folder, source_id)
    if fresh:
        before = path.read_bytes() if path.exists() else None
        name = f"{FOLDER}/{path.name}"
        keep(package.raw_folder, {name: candidate_bytes([*known, *fresh])}, {name: before})
    return len(fresh), len(claims) - len(fresh)


def _check_source(package: Package, source_id: str, text: bytes) -> None:
    import hashlib

    sha256 = hashlib.sha256(text).hexdigest()
    table = package.tables["sources"]
    read = read_csv(package.raw_folder / "sources.csv", table.raw_fields, "data/raw/sources.csv")
    if read.problems:
        raise DataError(read.problems)
    rows = {row["source_id"]: row for row in read.rows}
    if source_id not in rows:
        raise BadArgumentError(f"no row of data/raw/sources.csv is {source_id!r}; add its row first, with text_sha256 {sha256}")
    if rows[source_id]["text_sha256"] != sha256:
        stands = rows[source_id]["text_sha256"] or "empty"
        raise BadArgumentError(f"text_sha256 of {source_id} in data/raw/sources.csv is {stands}; that of the text is {sha256}")


def decide_all(package: Package, record: Record, path: Path) -> tuple[Record, int]:
    """Take every decision of a CSV file with the columns source_id, number, decision, reason, row.

    Returns
    -------
    record : Record
        As it is then.
    number : int
        How many decisions there were; those that stand already change nothing, so a file can be applied again.

    Raises
    ------
    DataError
        With every line that cannot be decided so, or what the build says against all of them; nothing is written then.
    """
    desk, problems, number = Desk(package, record), [], 0
    for line, cells in _lines(path):
        number += 1
        try:
            desk.decide(_decision(cells))
        except (TimelineError, ValueError) as error:
            problems.append(Problem(str(path), line, "", str(error)))
    if problems:
        raise DataError(problems)
    return (desk.keep() if number else record), number


def _decision(cells: Sequence[str]) -> Decision:
    if len(cells) != len(COLUMNS):
        raise BadArgumentError(f"has {len(cells)} cells, the header {len(COLUMNS)}")
    source_id, number, decision, reason, row = (cell.strip() for cell in cells)
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise BadArgumentError(f"{number!r} is no number of a candidate")
    return Decision(source_id, int(number), decision, reason or None, row or None)


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a file of decisions with the line on which each begins."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError([Problem(str(path), 0, "", "is not UTF-8", "save it as UTF-8")]) from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        if (header := next(reader, [])) != list(COLUMNS):
            raise DataError([Problem(str(path), 1, "", f"columns are {', '.join(header)}", f"write {','.join(COLUMNS)}")])
        line = reader.line_num + 1
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise DataError([Problem(str(path), reader.line_num, "", f"is not readable as CSV: {error}", "close each quote")]) from None

"""Candidates as rows of a frame and as lines for a person."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

import pandas as pd

from sco_timeline.descriptor import Package
from sco_timeline.errors import BadArgumentError
from sco_timeline.extracting.claims import TYPES, Claim
from sco_timeline.reviewing.candidates import read_candidates, sources_with_candidates
from sco_timeline.reviewing.placement import Placement, nowhere
from sco_timeline.reviewing.placing import place, placed_at
from sco_timeline.reviewing.record import Record
from sco_timeline.reviewing.verdicts import Beside, Verdict, beside

COLUMNS = ("source_id", "number", "type", "says", "row", "value", "verdict", "stance", "remark", "decision", "reason")
_AROUND = 160  # characters of the text shown on each side where the sentence is not known


def list_candidates(package: Package, record: Record, source_id: str | None = None, *, decided: bool = False) -> pd.DataFrame:
    """Return candidates beside the record.

    Parameters
    ----------
    package : Package
    record : Record
    source_id : str, optional
        One source only.
    decided : bool
        Whether to list those that are accepted or rejected too.

    Returns
    -------
    pandas.DataFrame
        A row per candidate, by source and number: what it ``says``, the cells where it belongs (``row``, semicolons between
        them), the ``value`` that the record has there, the ``verdict`` (contradicts, new, agrees, plan, duplicate, unplaced),
        the ``stance`` that a build would give each claim, a ``remark`` and what was decided.

    Raises
    ------
    UnknownNameError
        If there is no such source.
    """
    if source_id is not None:
        record.source(source_id)
    numbered = [
        (number, claim)
        for source in ([source_id] if source_id else sources_with_candidates(package.raw_folder))
        for number, claim in enumerate(read_candidates(package.raw_folder, source), 1)
        if decided or claim["decision"] not in ("accepted", "rejected")
    ]
    found = beside_all(record, [claim for _, claim in numbered])
    rows = [_row(number, one) for (number, _), one in zip(numbered, found, strict=True)]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"number": "Int64"})


def beside_all(record: Record, claims: Iterable[Claim]) -> list[Beside]:
    """Put candidates where they were accepted to, or else where they belong, beside the record."""
    return beside(record, [(claim, _placement(record, claim)) for claim in claims])


def _placement(record: Record, claim: Claim) -> Placement:
    if claim["doc"] not in record.by_key("sources"):
        return nowhere(f"no row of sources is {claim['doc']!r}; add its row first")
    try:
        return placed_at(claim, claim["row"], record) if claim["row"] else place(claim, record)
    except BadArgumentError as error:  # a row that somebody took out of the record since
        return nowhere(str(error))


def _row(number: int, found: Beside) -> tuple[object, ...]:
    claim = found.claim
    cells = ";".join(str(verdict.said.cell) for verdict in found.verdicts)
    values = ";".join(verdict.present or "" for verdict in found.verdicts)
    stances = ";".join(verdict.stance or "" for verdict in found.verdicts).strip(";")
    place = (cells or None, values or None, found.word, stances or None, remark_on(found) or None)
    return (claim["doc"], number, claim["type"], says(claim), *place, claim["decision"], claim["reason"])


def says(claim: Claim) -> str:
    """Return what a claim says, as a line.

    Examples
    --------
    >>> says({"type": "member_count", "polarity": "expected", "n": 9, "as_of": None})
    'expected: n 9'
    """
    facts = [f"{key} {_plain(claim[key])}" for key in TYPES[claim["type"]] if claim[key] is not None]
    polarity = "" if claim["polarity"] == "asserted" else f"{claim['polarity']}: "
    return polarity + (", ".join(facts) or "nothing more")


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ";".join(map(str, value))
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def remark_on(found: Beside) -> str:
    """Return what a person should know before deciding."""
    remarks = [found.placement.remark]
    if found.placement.event:
        held = "" if found.placement.event["held"] else ", a plan"
        remarks.append(f"a new event {found.placement.event['event_id']}{held}")
    else:
        remarks += [f"fills {one.said.cell}" for one in found.verdicts if one.word == "new"]
    unruled = any(one.word == "contradicts" and not one.ruled for one in found.verdicts)
    remarks.append("needs a reason, which becomes the ruling" if unruled else "")
    return "; ".join(filter(None, remarks))


def lines_of(found: Beside, text: str | None, mark: Sequence[str] = (">>", "<<")) -> list[str]:
    """Return a candidate as lines: what it says, the words of the text if there is one, and each cell beside the record."""
    claim = found.claim
    lines = [f"{claim['type']}: {says(claim)}"]
    if text is not None:
        lines += ["", f"  {_evidence(claim, text, mark)}", ""]
    lines += [
        f"  {found.word:<12}{_line(verdict)}" if number == 0 else f"  {'':<12}{_line(verdict)}"
        for number, verdict in enumerate(found.verdicts)
    ]
    if not found.verdicts:
        lines.append(f"  {found.word}")
    if remark := remark_on(found):
        lines.append(f"  {remark}")
    return lines


def _line(verdict: Verdict) -> str:
    said, word = verdict.said, verdict.stance if verdict.word == "agrees" else verdict.word
    present = "nothing" if verdict.present is None else verdict.present
    return f"{said.cell}: {said.words if said.value or said.polarity == 'negated' else 'the row itself'} | record: {present} | {word}" + (
        ", ruled already" if verdict.ruled else ""
    )


def _evidence(claim: Claim, text: str, mark: Sequence[str]) -> str:
    """Return the sentence with its evidence marked, fit for a terminal: on one line, no control characters."""
    start, end = claim["evidence"]
    first, last = claim["sentence"] or (max(0, start - _AROUND), min(len(text), end + _AROUND))
    first, last = min(first, start), max(last, end)
    pieces = (text[first:start], mark[0], text[start:end], mark[1], text[end:last])
    shown = (piece if piece in mark else "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in piece) for piece in pieces)
    return "".join(shown)

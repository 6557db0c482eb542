"""What a claim is: its keys in one fixed order, as rows of a frame and as objects of a JSONL file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

Claim = dict[str, Any]

_FIELDS = (
    "doc",
    "type",
    "polarity",
    "party",
    "to",
    "status",
    "stage",
    "date",
    "as_of",
    "date_hint",
    "body",
    "city",
    "country",
    "start",
    "end",
    "ordinal",
    "format",
    "person",
    "present",
    "summit_year",
    "parties",
    "year_or_period",
    "n",
    "title",
    "rule",
)
_SPANS = ("evidence", "sentence")
COLUMNS = (*_FIELDS, *(f"{span}_{end}" for span in _SPANS for end in ("start", "end")))
"""The columns of a frame of claims, in their order."""

_WHOLE = ("ordinal", "summit_year", "n", "evidence_start", "evidence_end", "sentence_start", "sentence_end")

TYPES = {
    "status_change": ("party", "to", "date", "stage"),
    "status_held": ("party", "status", "as_of"),
    "summit": ("body", "city", "country", "start", "end", "ordinal", "format"),
    "attendance": ("party", "person", "summit_year", "present"),
    "chair": ("party", "year_or_period", "body"),
    "member_count": ("n", "as_of"),
    "document_adopted": ("title", "date"),
    "founding": ("date", "parties", "body"),
    "bilateral_meeting": ("parties", "summit_year"),
}
"""What each type of claim says, beside the keys that all types share."""

SHARED = ("polarity", "evidence", "sentence", "rule", "date_hint")
"""The keys that every claim has after its document and type."""


_EMPTY = {
    kind: {"doc": None, "type": kind, "polarity": "asserted", **dict.fromkeys((*names, *SHARED[1:]))} for kind, names in TYPES.items()
}


def claim_of(kind: str, **facts: Any) -> Claim:
    """Return a claim with every key of its type, null where nothing is said."""
    claim: Claim = {**_EMPTY[kind], **facts}
    if len(claim) > len(_EMPTY[kind]):
        raise KeyError(f"a claim of type {kind} has no {', '.join(sorted(claim.keys() - _EMPTY[kind].keys()))}")
    return claim


def claims_to_frame(claims: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return a frame with a row a claim and the columns `COLUMNS`, whatever the number of claims."""
    rows = [_row(claim) for claim in claims]
    columns = {name: [row.get(name) for row in rows] for name in COLUMNS}
    return pd.DataFrame({name: _column(name, values) for name, values in columns.items()}, columns=list(COLUMNS))


def claims_to_records(frame: pd.DataFrame) -> list[Claim]:
    """Return the claims of a frame as dictionaries with the keys of their type, spans as lists: what JSONL files hold."""
    return [_record(dict(zip(COLUMNS, row, strict=True))) for row in frame[list(COLUMNS)].itertuples(index=False, name=None)]


def _row(claim: Mapping[str, Any]) -> Claim:
    row = {name: claim.get(name) for name in _FIELDS}
    if row["parties"] is not None:
        row["parties"] = ";".join(row["parties"])
    for span in _SPANS:
        row[f"{span}_start"], row[f"{span}_end"] = claim.get(span) or (None, None)
    return row


def _column(name: str, values: list[Any]) -> pd.Series:
    if name in _WHOLE:
        return pd.Series(values, dtype="Int64")
    return pd.Series(values, dtype="boolean" if name == "present" else "object")


def _record(row: Claim) -> Claim:
    plain = {name: None if pd.isna(value) else value for name, value in row.items()}
    claim: Claim = {"doc": plain["doc"], "type": plain["type"], "polarity": plain["polarity"]}
    claim.update({name: _typed(name, plain[name]) for name in (*TYPES[plain["type"]], "date_hint", "rule")})
    claim.update({span: _span(plain[f"{span}_start"], plain[f"{span}_end"]) for span in _SPANS})
    return claim


def _typed(name: str, value: Any) -> Any:
    if name == "parties":
        return value.split(";") if value else []
    if value is None:
        return None
    if name == "present":
        return bool(value)
    return int(value) if name in _WHOLE else value


def _span(start: Any, end: Any) -> list[int] | None:
    return None if start is None or end is None else [int(start), int(end)]

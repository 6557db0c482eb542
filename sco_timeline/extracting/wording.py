"""What a claim says, on one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sco_timeline.extracting.claims import TYPES


def in_short(claim: Mapping[str, Any]) -> str:
    """Return what a claim says beside its type: the values that are there, under their names, and a polarity that is not asserted.

    Examples
    --------
    >>> in_short({"type": "status_change", "polarity": "expected", "party": "IRN", "to": "member", "stage": "effective", "date": None})
    'party IRN, to member, stage effective, expected'
    """
    names = TYPES.get(str(claim.get("type")), ())
    said = [f"{name} {_written(claim[name])}" for name in names if claim.get(name) is not None]
    polarity = claim.get("polarity") or "asserted"
    return ", ".join(said if polarity == "asserted" else [*said, str(polarity)])


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "+".join(map(str, value)) or "none named"
    return " ".join(str(value).split())

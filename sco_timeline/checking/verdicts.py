"""What can be said of a claim, and what goes with it: the record's own words, its rows, its days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

CONFIRMED = "confirmed"
CONTRADICTED = "contradicted"
IMPRECISE = "imprecise"
TOO_EARLY = "too early"
NOT_COVERED = "not covered"
UNDATED = "undated"

MEANINGS = {
    CONFIRMED: "the record says the same",
    CONTRADICTED: "the record says otherwise: another status, another day, or the opposite",
    IMPRECISE: "right as far as it goes: a coarser date or word, another stage of the same procedure, a part of the whole",
    TOO_EARLY: "said of a day before it was so",
    NOT_COVERED: "the record has nothing to compare it with, or ends before",
    UNDATED: "true at some times and not at others, and the text does not say when",
}
"""Every verdict and what it means."""

Claim = Mapping[str, Any]
"""A claim as one record: the keys of the annotation guide, None where the text is silent."""


class Row(NamedTuple):
    """A row of the dataset that a verdict rests on, and the column whose sources matter."""

    table: str
    key: str
    field: str | None = None


@dataclass(frozen=True)
class Judgement:
    """A verdict on one claim.

    Attributes
    ----------
    verdict : str
        One of `MEANINGS`.
    says : str
        What the dataset says, in a sentence.
    rows : tuple of Row
        On which rows that rests.
    day : str or None
        The time for which the claim was judged; None if the text leaves it open.
    effective, decision : str or None
        What held then on each basis: a status, or a number of members.
    """

    verdict: str
    says: str
    rows: tuple[Row, ...] = ()
    day: str | None = None
    effective: str | None = None
    decision: str | None = None


def polarity(claim: Claim) -> str:
    """Return whether a claim is ``"asserted"``, ``"negated"`` or ``"expected"``."""
    return str(claim.get("polarity") or "asserted")


def parties_of(claim: Claim) -> frozenset[str]:
    """Return the parties of a claim, be they a list or one text."""
    parties = claim.get("parties") or ()
    return frozenset(filter(None, parties.split(";") if isinstance(parties, str) else parties))

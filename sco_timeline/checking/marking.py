"""Where in a text the claims stand, and how a claim and the verdicts on all of them are put into words."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pandas as pd

from sco_timeline.checking.recorded import name_of
from sco_timeline.checking.verdicts import CONFIRMED, CONTRADICTED, IMPRECISE, NOT_COVERED, TOO_EARLY, UNDATED, Claim, parties_of, polarity

GRAVEST_FIRST = (CONTRADICTED, TOO_EARLY, IMPRECISE, UNDATED, NOT_COVERED, CONFIRMED)
"""The verdicts in the order in which a reader wants to see them."""

_SAID = ("to", "status", "stage", "body", "city", "country", "start", "end", "date", "as_of", "ordinal", "format", "n", "title")
_WHO = ("person", "year_or_period", "summit_year")


class Piece(NamedTuple):
    """A piece of a text: a sentence with claims, their numbers and the gravest verdict on them, or what lies between."""

    text: str
    numbers: tuple[int, ...] = ()
    verdict: str | None = None


def pieces_of(text: str, checked: pd.DataFrame) -> list[Piece]:
    """Cut a text at the sentences with claims; claims are numbered from 1 in the order of the frame."""
    sentences: dict[tuple[int, int], list[int]] = {}
    spans = zip(checked["sentence_start"], checked["sentence_end"], strict=True)
    for number, (start, end) in enumerate(spans, 1):
        if not pd.isna(start) and not pd.isna(end):
            sentences.setdefault((int(start), int(end)), []).append(number)
    verdicts = checked["verdict"].tolist()
    found, reached = [], 0
    for (start, end), numbers in sorted(sentences.items()):
        if end <= reached:
            continue
        if start > reached:
            found.append(Piece(text[reached:start]))
        gravest = min((verdicts[number - 1] for number in numbers), key=GRAVEST_FIRST.index)
        found.append(Piece(text[max(start, reached) : end], tuple(numbers), gravest))
        reached = end
    return [*found, Piece(text[reached:])] if reached < len(text) else found


def sentence_of(text: str, claim: Claim) -> str:
    """Return the sentence of a claim on one line; an empty text if it has none."""
    start, end = claim["sentence_start"], claim["sentence_end"]
    return "" if start is None or end is None else " ".join(text[int(start) : int(end)].split())


def claim_in_words(claim: Claim) -> str:
    """Return in short what a claim says.

    Examples
    --------
    >>> claim_in_words({"type": "status_held", "party": "TUR", "status": "observer", "polarity": "negated"})
    'status held: Türkiye, observer (negated)'
    """
    parties = [str(claim["party"])] if claim.get("party") else sorted(parties_of(claim))
    words = [name_of("parties", party) for party in parties]
    said = [claim.get(name) for name in (*_WHO, *_SAID)]
    words += [str(value).replace("_", " ") for value in said if value is not None and value != "unknown"]
    if claim.get("present") is not None and not claim["present"]:
        words.append("absent")
    stance = "" if polarity(claim) == "asserted" else f" ({polarity(claim)})"
    return f"{str(claim['type']).replace('_', ' ')}: {', '.join(words)}{stance}"


def summary(checked: pd.DataFrame) -> str:
    """Return how many claims there are of each verdict, the gravest first."""
    counts = Counter(checked["verdict"])
    total = f"{len(checked)} claim{'' if len(checked) == 1 else 's'}"
    each = ", ".join(f"{counts[verdict]} {verdict}" for verdict in GRAVEST_FIRST if counts[verdict])
    return f"{total}: {each}" if each else "no claims about the SCO"

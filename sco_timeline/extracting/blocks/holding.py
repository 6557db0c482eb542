"""What a line holds: only certain words and slots, and the first slot of a kind."""

from __future__ import annotations

import re

from sco_timeline.extracting.blocks.lines import Line
from sco_timeline.extracting.slots import KINDS, Slot

_WORD = re.compile(r"[a-z][a-z'-]*")


def only(text: str, words: frozenset[str], kinds: str) -> bool:
    """Say whether a masked text holds no words and no slots but these."""
    return words.issuperset(_WORD.findall(text)) and not any(letter in KINDS and letter not in kinds for letter in text)


def day_in(slot: Slot | None) -> str | None:
    """Return the day or year of a date that is written in full."""
    return slot.value.value if slot is not None and slot.value.kind == "full" else None


def first_slot(line: Line, kinds: str) -> Slot | None:
    """Return the first slot of one of the kinds."""
    return next((slot for slot in line.masked.slots if slot.kind in kinds), None)

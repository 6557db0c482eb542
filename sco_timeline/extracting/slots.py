"""A sentence with its names, statuses, dates and numbers masked: one letter a slot, the rest in small letters.

Ⓟ parties, Ⓐ adjectives of countries, Ⓗ leaders, Ⓒ cities, Ⓞ the SCO, Ⓥ the Shanghai Five, Ⓑ its councils, Ⓧ anything else that has
members, Ⓢ who holds a status, Ⓣ the status itself, Ⓓ dates, Ⓝ numbers, Ⓠ ordinals, Ⓡ "the country", "the three", Ⓘ "it", "they".
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

KINDS = "ⓅⒶⒽⒸⓄⓋⒷⓍⓈⓉⒹⓃⓆⓇⒾ"


STATUS, ANAPHOR, NUMBER, FEW_OR_HEAD, TITLE, TOWN = (1 << bit for bit in range(6))
ALL_WORDS = (1 << 6) - 1


@dataclass(slots=True)
class Slot:
    """What stands behind one letter of a masked sentence, and where it is in the text."""

    kind: str
    start: int
    end: int
    parties: tuple[str, ...] = ()
    value: Any = None
    names: tuple[str | None, ...] = ()
    own: bool = False  # of a status: it says that it is one of the SCO
    states: Slot | None = None  # of leaders: the word for what their states are


@dataclass(slots=True)
class Masked:
    """A masked sentence: its text, the slot at each letter that stands for one, and of what kinds its words may be, in bits."""

    text: str
    cased: str
    start: int
    at: list[int] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    words: int = ALL_WORDS

    def slot(self, position: int) -> Slot:
        """Return the slot whose letter stands at a position of the masked text."""
        return self.slots[bisect_right(self.at, position) - 1]

    def place(self, slot: Slot) -> int:
        """Return where the letter of a slot stands in the masked text."""
        return self.at[self.slots.index(slot)]

    def between(self, start: int, end: int) -> list[Slot]:
        """Return the slots in a span of the masked text."""
        return self.slots[bisect_right(self.at, start - 1) : bisect_right(self.at, end - 1)]

    def origin(self, position: int) -> int:
        """Return where a position of the masked text is in the document."""
        number = bisect_right(self.at, position) - 1
        if number < 0:
            return self.start + position
        slot = self.slots[number]
        behind = position - self.at[number]
        return slot.start if behind == 0 else slot.end + behind - 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the document behind a span of the masked text."""
        last = self.text[end - 1 : end]
        return self.origin(start), self.slot(end - 1).end if last in KINDS and last else self.origin(end)

    def prefix(self, slot: Slot) -> None:
        """Put a slot before the sentence that no word of it stands for."""
        self.text, self.cased = f"{slot.kind} {self.text}", f"{slot.kind} {self.cased}"
        self.at, self.slots = [0, *(place + 2 for place in self.at)], [slot, *self.slots]

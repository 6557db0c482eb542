"""The words of a masked sentence, and those that stand around one of them, as features."""

from __future__ import annotations

import re

from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.slots import KINDS

MOST = 100  # questions about a sentence; one that raises more is none that people write
_WORD = re.compile(rf"[{KINDS}]|[a-z]+(?:'[a-z]+)?|\d+|[^\sa-z\d]")
EDGE = "^"  # what stands before the first word and behind the last


class Words:
    """The words, slots and marks of a sentence in their order."""

    def __init__(self, reading: Reading) -> None:
        found = reading.found(_WORD)
        self.all = [word.group() for word in found]
        self._numbers = {word.start(): number for number, word in enumerate(found)}

    def number(self, place: int) -> int:
        """Return the number of the word at a place of the sentence."""
        return self._numbers[place]

    def at(self, number: int) -> str:
        """Return a word by its number."""
        return self.all[number] if 0 <= number < len(self.all) else EDGE

    def around(self, name: str, number: int, reach: int) -> list[str]:
        """Return the words next to one, each with its distance, and those on either side in pairs."""
        before = [self.at(number - step) for step in range(1, reach + 1)]
        behind = [self.at(number + step) for step in range(1, reach + 1)]
        return [
            *[f"{name}-{step} {word}" for step, word in enumerate(before, 1)],
            *[f"{name}+{step} {word}" for step, word in enumerate(behind, 1)],
            f"{name}-- {before[1]} {before[0]}",
            f"{name}++ {behind[0]} {behind[1]}",
            f"{name}-+ {before[0]} {behind[0]}",
        ]

    def near(self, name: str, start: int, stop: int) -> list[str]:
        """Return the words in a span of numbers, each once."""
        return [f"{name} {word}" for word in set(self.all[max(0, start) : max(0, stop)])]


def bucket(count: int, *limits: int) -> int:
    """Return the greatest limit that a count reaches, or 0."""
    return max((limit for limit in limits if limit <= count), default=0)

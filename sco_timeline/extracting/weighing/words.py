"""The words of a masked sentence, and those that stand around one of them, as features."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.slots import KINDS

MOST = 100  # questions about a sentence; one that raises more is none that people write
_WORD = re.compile(rf"[{KINDS}]|[a-z]+(?:'[a-z]+)?|\d+|[^\sa-z\d]")
_SIDE = 12  # words on either side of a slot that are looked at
_MEETING = re.compile("summit|meeting|session|plenary|leaders|heads")
_TOLD_BEFORE = re.compile("summit|leaders|attend|meeting|took part|arriv|told|said|Ⓗ")
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

    def around(self, name: str, number: int, reach: int) -> Iterator[str]:
        """Yield the words next to one, each with its distance, and those on either side in pairs."""
        for step in range(1, reach + 1):
            yield f"{name}-{step} {self.at(number - step)}"
            yield f"{name}+{step} {self.at(number + step)}"
        yield f"{name}-- {self.at(number - 2)} {self.at(number - 1)}"
        yield f"{name}++ {self.at(number + 1)} {self.at(number + 2)}"
        yield f"{name}-+ {self.at(number - 1)} {self.at(number + 1)}"

    def near(self, name: str, start: int, stop: int) -> Iterator[str]:
        """Yield the words in a span of numbers, each once."""
        return (f"{name} {word}" for word in set(self.all[max(0, start) : max(0, stop)]))


def features_of(reading: Reading, words: Words, place: int, count: int) -> Iterator[str]:
    """Yield what stands around one slot of a report of a summit, that of so many parties, and what the sentence before tells of."""
    number, kind = words.number(place), reading.text[place]
    yield from (f"kind {kind}", f"many {kind}{bucket(count, 2, 3)}", f"first {kind}{number == 0}")
    yield f"leaders {kind}{bucket(words.all.count('Ⓗ'), 1, 2, 3)}"
    yield f"meeting {_MEETING.search(reading.text) is not None}"
    yield from words.around(kind, number, 4)
    yield f"{kind}+++ {words.at(number + 1)} {words.at(number + 2)} {words.at(number + 3)}"
    yield from words.near("before", number - _SIDE, number)
    yield from words.near("behind", number + 1, number + 1 + _SIDE)
    if reading.number:
        yield from {f"told {word}" for word in _TOLD_BEFORE.findall(reading.article.masked(reading.number - 1).text)}


def pairs_of(name: str, words: Sequence[str]) -> Iterator[str]:
    """Yield the pairs of neighbours among words."""
    return (f"{name} {first} {second}" for first, second in pairwise(words))


def bucket(count: int, *limits: int) -> int:
    """Return the greatest limit that a count reaches, or 0."""
    return max((limit for limit in limits if limit <= count), default=0)

"""Steps that merge several slots of a masked sentence into one: "Russia, China and India", "President Xi Jinping"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from sco_timeline.extracting.slots import Masked, Slot

Merge = Callable[[Masked, re.Match[str], Sequence[Slot]], Slot | None]


@dataclass(frozen=True, slots=True)
class Step:
    """A pattern, and what makes one slot of a match of it, whose span is that of the match, or none.

    `needs` are texts one of which every match holds, `beside` others one of which it holds as well, `look` is a pattern that is
    found wherever the step's is, so that most sentences are passed over quickly. A step `with_case` looks at capitals.
    """

    pattern: re.Pattern[str]
    into: Merge
    needs: tuple[str, ...]
    beside: tuple[str, ...] = ()
    with_case: bool = False
    look: re.Pattern[str] | None = None


def made_of(kind: str, parties: tuple[str, ...] = (), value: str | None = None, names: tuple[str | None, ...] = ()) -> Slot:
    """Return a new slot that a step makes of others, and whose span is not yet known."""
    return Slot(kind, 0, 0, parties, value, names)


def take(masked: Masked, steps: Iterable[Step]) -> None:
    """Take steps one after the other."""
    for step in steps:
        if holds(masked.text, step.needs) and (not step.beside or holds(masked.text, step.beside)):
            _merge(masked, step)


def holds(text: str, needs: tuple[str, ...]) -> bool:
    """Say whether one of several texts stands in a text."""
    return any(map(text.__contains__, needs))


def _merge(masked: Masked, step: Step) -> None:
    """Replace each match by the one slot that is made of it, if one is."""
    read = masked.cased if step.with_case else masked.text
    if step.look is not None and not step.look.search(read):
        return
    text, cased, at, slots = [], [], [], []
    done = taken = shift = 0
    for match in step.pattern.finditer(read):
        made = step.into(masked, match, masked.between(*match.span()))
        if made is None:
            continue
        start, end = masked.span(*match.span())  # what its letter stands for, so that places behind it are found again
        first = bisect_right(masked.at, match.start() - 1)
        at += [place + shift for place in masked.at[taken:first]] + [match.start() + shift]
        slots += [*masked.slots[taken:first], replace(made, start=start, end=end)]
        text += [masked.text[done : match.start()], made.kind]
        cased += [masked.cased[done : match.start()], made.kind]
        taken, done = bisect_right(masked.at, match.end() - 1), match.end()
        shift += 1 - len(match.group())
    if done:
        masked.text = "".join([*text, masked.text[done:]])
        masked.cased = "".join([*cased, masked.cased[done:]])
        masked.at = at + [place + shift for place in masked.at[taken:]]
        masked.slots = slots + masked.slots[taken:]

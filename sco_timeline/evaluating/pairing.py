"""Annotated and found claims of one document and type, paired; and what that makes of each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sco_timeline.evaluating.matching import Agrees, Said, agrees_in_key, agrees_strictly

HIT, MISSED, FALSE_ALARM = "hit", "missed", "false alarm"


class Pairs(NamedTuple):
    """Pairs of an annotated and a found claim by their numbers, and what was left over and counts."""

    paired: dict[int, int]
    missed: list[int]
    false_alarms: list[int]


def pair(golds: Sequence[Said], found: Sequence[Said], agrees: Agrees) -> Pairs:
    """Pair claims one to one, those that must be found first, each with the one whose evidence begins nearest.

    Annotated claims that are optional are not missed. A found claim that repeats what is annotated is no false alarm.
    """
    paired: dict[int, int] = {}
    _extend(paired, golds, found, agrees)
    return _rest(paired, golds, found, agrees)


def pair_stages(golds: Sequence[Said], found: Sequence[Said]) -> Pairs:
    """Pair changes of status whatever their stages, those first that agree in stage and date too."""
    paired: dict[int, int] = {}
    for agrees in (agrees_strictly, agrees_in_key):
        _extend(paired, golds, found, agrees)
    return _rest(paired, golds, found, agrees_in_key)


def judged(golds: Sequence[Said], found: Sequence[Said], agrees: Agrees) -> Iterator[tuple[str, Said]]:
    """Yield each claim that counts with what became of it: hit, missed or false alarm."""
    pairs = pair(golds, found, agrees)
    yield from ((HIT, golds[i]) for i in sorted(pairs.paired) if not golds[i].get("optional"))
    yield from ((MISSED, golds[i]) for i in pairs.missed)
    yield from ((FALSE_ALARM, found[j]) for j in pairs.false_alarms)


def _extend(paired: dict[int, int], golds: Sequence[Said], found: Sequence[Said], agrees: Agrees) -> None:
    free = [j for j in range(len(found)) if j not in paired.values()]
    for i in sorted(range(len(golds)), key=lambda i: bool(golds[i].get("optional"))):
        fitting = [j for j in free if agrees(golds[i], found[j])] if i not in paired else []
        if fitting:
            paired[i] = min(fitting, key=lambda j: abs(_begin(golds[i]) - _begin(found[j])))
            free.remove(paired[i])


def _begin(claim: Said) -> int:
    return int((claim.get("evidence") or (0, 0))[0])


def _rest(paired: dict[int, int], golds: Sequence[Said], found: Sequence[Said], agrees: Agrees) -> Pairs:
    missed = [i for i, gold in enumerate(golds) if i not in paired and not gold.get("optional")]
    used = set(paired.values())
    false_alarms = [j for j, claim in enumerate(found) if j not in used and not any(agrees(gold, claim) for gold in golds)]
    return Pairs(paired, missed, false_alarms)

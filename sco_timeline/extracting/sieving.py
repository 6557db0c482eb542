"""Which rules can find something in a masked sentence: those of which all that `needs.json` says that they need is there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache, reduce
from operator import or_
from pathlib import Path
from typing import NamedTuple

from sco_timeline.extracting.rules import RULES
from sco_timeline.extracting.rules.forms import Rule

FILE = Path(__file__).with_name("needs.json")
"""Of each rule the fingerprint of its pattern, lists of texts that stand within one word, and lists of longer ones: a match holds
one of each list. `needing` derives it."""

MOST_LISTS = 6  # of either kind that a rule may have
_START = 3  # letters of a text by which it is looked up
_WORDS = 1 << 14  # of a language that are kept with what they hold


class _Sieve(NamedTuple):
    """What rules need. Each rule has a bit in each of `MOST_LISTS` blocks, one for each of its lists of texts within words."""

    free: int  # the bits of lists that rules do not have
    bits: dict[str, list[tuple[int, dict[str, int]]]]  # by how texts start, then by their length
    phrases: list[list[list[str]]]  # of each rule


def _sieve() -> _Sieve:
    known = json.loads(FILE.read_text(encoding="utf-8"))
    sieve, bits = _Sieve((1 << len(RULES) * MOST_LISTS) - 1, {}, []), dict[str, int]()
    free = sieve.free
    for number, rule in enumerate(RULES):
        made_for, words, phrases = known.get(rule.id, (None, [], []))
        is_current = made_for == rule.fingerprint
        sieve.phrases.append(phrases if is_current else [])
        for place, texts in enumerate(words if is_current else []):
            bit = 1 << number + place * len(RULES)
            free &= ~bit
            for text in texts:
                bits[text] = bits.get(text, 0) | bit
    for text in sorted(bits, key=len):
        lengths = sieve.bits.setdefault(text[:_START], [])
        if not lengths or lengths[-1][0] != len(text):
            lengths.append((len(text), {}))
        lengths[-1][1][text] = bits[text]
    return sieve._replace(free=free)


_SIEVE = _sieve()
_LENGTHS = sorted({len(start) for start in _SIEVE.bits})
_ALL = (1 << len(RULES)) - 1


@lru_cache(maxsize=_WORDS)
def _bits_of(word: str) -> int:
    """Return the bits of what a word holds."""
    padded = f" {word} "
    held = 0
    for at in range(len(padded)):
        for start in _LENGTHS:
            for length, bits in _SIEVE.bits.get(padded[at : at + start], ()):
                held |= bits.get(padded[at : at + length], 0)
    return held


def rules_for(text: str) -> list[Rule]:
    """Return the rules that can find something in a masked sentence, in their order."""
    met = reduce(or_, map(_bits_of, text.split(" ")), _SIEVE.free)
    left = met & _ALL
    for place in range(1, MOST_LISTS):
        left &= met >> len(RULES) * place
    chosen = []
    while left:
        number = (left & -left).bit_length() - 1
        left &= left - 1
        phrases = _SIEVE.phrases[number]
        if not phrases or _has_phrases(text, phrases):
            chosen.append(RULES[number])
    return chosen


def _has_phrases(text: str, lists: Sequence[Sequence[str]]) -> bool:
    return all(any(map(text.__contains__, phrases)) for phrases in lists)

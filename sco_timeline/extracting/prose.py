"""Running prose: every rule on every sentence that can hold something."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sco_timeline.extracting.articles import Article
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules import RULES
from sco_timeline.extracting.rules.forms import Rule

_OWN_WORDS = re.compile(
    "member|observer|partner|summit|leaders|meeting|countries|states|declaration|statement|communiqu|charter|"
    "sidelines|margins|talks|premiers|presidents|the two"
)
_START = 3  # letters of what a rule needs by which it is looked up
_WORDS = 1 << 14  # of a language that are kept with what they mean for rules


class _Need(NamedTuple):
    """A text that rules need, the longest part of it that stands within one word, and the rules, as bits."""

    text: str
    part: str
    first: int  # rules of whose needs it is
    second: int  # rules that need it beside


def _index() -> dict[str, list[_Need]]:
    """Return what rules need, by how the part within one word starts."""
    bits: dict[str, list[int]] = {}
    for number, rule in enumerate(RULES):
        for place, needs in enumerate((rule.needs, rule.beside)):
            for need in needs:
                bits.setdefault(need, [0, 0])[place] |= 1 << number
    index: dict[str, list[_Need]] = {}
    for text, (first, second) in bits.items():
        part = text if " " not in text.strip() else max(text.split(" "), key=len)
        index.setdefault(part[:_START], []).append(_Need(text, part, first, second))
    return index


_NEEDS = _index()
_LENGTHS = sorted({len(start) for start in _NEEDS})
_ALONE = sum(1 << number for number, rule in enumerate(RULES) if not rule.beside)


@lru_cache(maxsize=_WORDS)
def _met_by(word: str) -> tuple[int, int, tuple[_Need, ...]]:
    """Return the rules of whose needs a word holds one, and those of what it may hold together with its neighbours."""
    padded = f" {word} "
    starts = {padded[at : at + length] for at in range(len(padded)) for length in _LENGTHS}
    met = [need for start in starts for need in _NEEDS.get(start, ()) if need.part in padded]
    whole = [need for need in met if " " not in need.text]
    first = second = 0
    for need in whole:
        first |= need.first
        second |= need.second
    return first, second, tuple(need for need in met if " " in need.text)


def rules_for(text: str) -> list[Rule]:
    """Return the rules that can find something in a masked sentence, in their order: those of which something they need is there."""
    first, second = 0, _ALONE
    for word in text.split(" "):
        one, other, parted = _met_by(word)
        first |= one
        second |= other
        for need in parted:
            if need.text in text:
                first |= need.first
                second |= need.second
    found = first & second
    chosen = []
    while found:
        lowest = found & -found
        chosen.append(RULES[lowest.bit_length() - 1])
        found ^= lowest
    return chosen


def claims_of_prose(article: Article, covered: Sequence[tuple[int, int]] = ()) -> list[Claim]:
    """Return the claims of an article's sentences, but for those within spans that have been read already."""
    spans = sorted(covered)
    found: list[Claim] = []
    for number, (start, end, *_) in enumerate(article.sentences):
        if spans and _within(spans, start, end):
            continue
        if article.names_within(start, end) or article.dates_within(start, end) or _OWN_WORDS.search(article.low, start, end):
            found += _claims_of_sentence(Reading(article, number, article.masked(number)))
    return found


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Say whether the middle of a sentence lies in one of the spans: a sentence keeps the bullet that a line has lost."""
    middle = (start + end) // 2
    last = bisect_right(spans, (middle, len(spans) and middle + 1)) - 1
    return last >= 0 and spans[last][0] <= middle < spans[last][1]


def _claims_of_sentence(reading: Reading) -> list[Claim]:
    text = reading.text
    found: list[Claim] = []
    for rule in rules_for(text):
        for match in rule.pattern.finditer(text):
            for claim in rule.make(reading, match):
                claim["rule"] = rule.id
                found.append(claim)
    return found

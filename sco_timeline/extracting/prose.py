"""Running prose: every rule on every sentence that can hold something."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sco_timeline.extracting.articles import Article
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.sieving import rules_for

_OWN_WORDS = re.compile(
    "member|observer|partner|summit|leaders|meeting|countries|states|declaration|statement|communiqu|charter|"
    "sidelines|margins|talks|premiers|presidents|the two"
)


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

"""Running prose: every rule on every sentence that can hold something."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sco_timeline.extracting.articles import Article
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.sieving import rules_for

_OWN_WORDS = re.compile(
    "member|observer|partner|summit|leaders|meeting|countries|states|declaration|statement|communiqu|charter|"
    "sidelines|margins|talks|premiers|presidents|the two|virtual|video|heads of|treaty|convention|agreement|chair|session|"
    "plenary|signed|adopted|attended|memorand|\\bmous?\\b|applicat|applied|request|procedure|process|admi(?:t|ss)|accession|join|"
    "turned down|eligible|"
    "the same|green light|decision|veto|\\b(?:has|had|have|did|was|is|would|will) ?n(?:o|')t\\b"
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
    for rule in rules_for(reading.text):
        for match in rule.pattern.finditer(reading.text):
            for claim in rule.make(reading, match):
                if not (rule.loose and _is_told(claim, reading.told)):
                    claim["rule"] = rule.id
                    reading.keep(claim)
    return reading.told


def _is_told(claim: Claim, told: list[Claim]) -> bool:
    """Say whether other claims of a sentence speak of the same: of the same party and status, of a summit, of the founding."""
    what = _what(claim)
    return any(_what(other) == what or _is_paper_of(claim, other) for other in told)


def _is_paper_of(claim: Claim, paper: Claim) -> bool:
    """Say whether another claim takes the same words for a paper: "wrote that it would like to be", "the memorandum that makes it"."""
    return (
        claim["type"] == paper["type"] == "status_change"
        and (claim["party"], claim["to"]) == (paper["party"], paper["to"])
        and (paper["stage"] == "memorandum" or (claim["polarity"], paper["stage"]) == (EXPECTED, "application"))
        and claim["evidence"][0] < paper["evidence"][1]
        and paper["evidence"][0] < claim["evidence"][1]
        and not (claim["date"] and paper["date"] and claim["date"] != paper["date"])
    )


def _what(claim: Claim) -> tuple[object, ...]:
    kind = "status" if claim["type"] in ("status_change", "status_held") else claim["type"]
    sides: object = tuple(claim["parties"]) if kind == "bilateral_meeting" else claim.get("title") or claim.get("present")
    if kind == "status":
        stage = claim.get("stage")
        sides = stage if stage in ("application", "memorandum") else None, claim["polarity"] == NEGATED
    return kind, claim.get("party"), claim.get("to") or claim.get("status"), claim.get("n"), sides

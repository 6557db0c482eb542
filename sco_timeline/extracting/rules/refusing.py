"""Rules for refusals: a country is kept out, its way is blocked, nobody agrees on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import changes
from sco_timeline.extracting.rules.forms import Rule, pattern


def _shut(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if reading.ours(match.start()):
        yield from changes(reading, match, match.start("p"), "member", "decision", polarity=NEGATED)


def _neither(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    told = [claim for claim in reading.changes_before(match.start(), 1) if claim["polarity"] != NEGATED]
    if told and reading.stays_with_us(match.start()):
        for claim in told:
            if claim["evidence"] == told[-1]["evidence"] and (claim["stage"] == "application" or claim["polarity"] == EXPECTED):
                yield reading.claim("status_change", match, party=claim["party"], to=claim["to"], stage="effective", polarity=NEGATED)


RULES = (
    Rule(
        id="apply.shut",
        purpose="The SCO shuts its door on a country.",
        pattern=pattern(
            r"(?P<verb>(?:shuts?|clos(?:es?|ed)|slam(?:s|med)|keeps?|kept)) (?:the |its |their "
            r")?doors?(?: (?:shut|closed))? (?:on|to|for|against|in the face of) (?:the )?(?P<p>Ⓟ)"
        ),
        make=_shut,
        examples=(("SCO shuts its door on Iran.", ("IRN member decision negated",)),),
        counter_examples=("NATO shuts its door on Ukraine, the SCO notes.",),
    ),
    Rule(
        id="apply.neither",
        purpose="Several asked, and none was let in.",
        pattern=pattern(
            r"\b(?:neither|none)(?: of (?:them|the two|Ⓡ))? (?:has|have|had|was|were)(?: yet| so far)*(?: been)?(?: yet| so "
            r"far)* "
            r"(?:accepted|"
            r"admitted|approved|let in|taken in|successful)"
        ),
        make=_neither,
        examples=(
            (
                "Armenia and Azerbaijan applied for membership of the SCO and neither has been accepted.",
                (
                    "ARM member application",
                    "ARM member effective negated",
                    "AZE member application",
                    "AZE member effective negated",
                ),
            ),
        ),
    ),
)

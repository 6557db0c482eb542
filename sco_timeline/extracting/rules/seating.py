"""Rules for a country's arrival in few words: "Iran in", "Iran would be the ninth"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import changes
from sco_timeline.extracting.rules.forms import Rule, pattern

_LONGEST_HEADLINE = 110


def _in(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Iran in", "Iran is in" in a headline or a short sentence."""
    told = reading.changes_before(match.start("p"), 1)
    if len(reading.text) < _LONGEST_HEADLINE and "Ⓧ" not in reading.text and reading.stays_with_us(match.start()) and not told:
        yield from changes(reading, match, match.start("p"), "member", "effective", match.end(), ASSERTED)


RULES = (
    Rule(
        id="rise.in",
        purpose="A country is in, is on board.",
        pattern=pattern(
            r"^(?:with )?(?:[a-z]+: )?(?P<p>Ⓟ)(?: (?:is|are|now|finally|officially|at last|both))* (?:in|on board|aboard)(?= "
            r"?[:;,.!–]|$)"
        ),
        make=_in,
        examples=(
            ("Pakistan and India in: SCO grows", ("IND member effective", "PAK member effective")),
            ("With Iran on board, the SCO looks south.", ("IRN member effective",)),
        ),
        counter_examples=("Finland in: NATO grows, SCO watches",),
    ),
)

"""Rules for meetings of two at a summit that did not come about, and for those whom somebody still has on his list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.sides import at_its_margins, meetings_of, side_at


def _on_his_list(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield whom the one whose meetings are told is still to see."""
    first = next((slot for slot in reading.masked.between(0, match.start()) if slot.kind == "Ⓗ"), None)
    told = reading.article.memory.get("met")
    one = first.parties[:1] if first else (str(told),) if told else ()
    if one and at_its_margins(reading, match):
        others = [party for party in side_at(reading, match.start("p")) if party != one[0]]
        yield from meetings_of(reading, match, [{one[0], party} for party in others], EXPECTED)


RULES = (
    Rule(
        id="meeting.on_his_list",
        purpose="Somebody is on the list of those whom a leader is to see.",
        pattern=pattern(
            r"(?P<p>Ⓗ) (?:is|are) (?:also |likewise )?(?:on|down for|down on) (?:his|her) (?:list|agenda|programme|schedule|"
            r"diary|calendar)\b"
        ),
        make=_on_his_list,
        examples=(
            (
                "At the SCO summit Modi will see Putin; Mirziyoyev and Raisi are on his list as well.",
                ("IND,RUS expected", "IND,UZB expected", "IND,IRN expected"),
            ),
        ),
    ),
)

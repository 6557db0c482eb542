"""Rules for statuses asked about and for statuses wrongly ascribed: "Is Turkey a member? No", "it is wrong to call it one"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import settled
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import held, mine


def _miscalled(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if mine(reading, match, "s") and (match.group()[:4] != "lump" or settled(reading, match, ASSERTED) == NEGATED):
        yield from held(reading, match, "p", reading.status(match.start("s")), NEGATED)


RULES = (
    Rule(
        id="held.call",
        purpose="It is wrong to call a country an observer.",
        pattern=pattern(
            r"(?:(?:wrong|incorrect|mistake|not|n't|inaccurate|error|misleading|wrongly|never|mistakenly|falsely|erroneously)(?: "
            r"[a-z]+){0,4} "
            r"(?:call(?:ed|ing|s)?|describ(?:es?|ed|ing)|refer(?:s|red|ring)? to|label(?:l?ed|l?ing|s)?|consider(?:ed|ing|s)?)|"
            r"lump(?:ed|ing|s)?) (?P<p>Ⓟ) (?:as |to be |(?:together )?with |among )?(?:an? |the )?(?P<s>Ⓢ)"
        ),
        make=lambda reading, match: _miscalled(reading, match),
        examples=(("It is wrong to call Turkey an observer of the SCO.", ("TUR observer negated",)),),
        counter_examples=("It is wrong to call Turkey a member of the EU, the SCO says.",),
    ),
)

"""Rules for a status that several share: "along with Pakistan", "joining Mongolia", "still is not one", "the latter a partner"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import ADJECTIVES, GRANTED, held, mine


def _joined(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the status for those who hold it beside the one spoken of."""
    status, party = ("s", "p") if match["s"] else ("t", "q")
    if mine(reading, match, status) and not (match["s"] and GRANTED.search(match.group())):
        yield from held(reading, match, party, reading.status(match.start(status)))


RULES = (
    Rule(
        id="held.along",
        purpose='Others who hold the same: "a member of the SCO along with Pakistan", "an observer like Iran".',
        pattern=pattern(
            rf"(?:is|are|remains?|,|being|was|were|as|has|have|holds?|enjoys?) (?:also |still |now )?(?:an? |the |one of (?:the )?(?:Ⓝ )?"
            rf")?{ADJECTIVES}(?P<s>[ⓈⓉ]),? "
            r"(?:along with|together with|alongside|like|just like|as well as) (?P<p>Ⓟ)"
            r"|\b(?:one of (?:the )?Ⓝ|belongs? to the) (?P<t>Ⓢ), with (?P<q>Ⓟ)(?! (?:as|an?|being)\b)"
        ),
        make=lambda reading, match: _joined(reading, match),
        examples=(("India is a member of the SCO along with Pakistan and China.", ("IND member", "PAK member", "CHN member")),),
        counter_examples=(
            "Turkey is a member of NATO along with France, the SCO noted.",
            "Nepal was granted dialogue partner status in the SCO together with Armenia.",
        ),
    ),
)

"""Rules for who belongs to the SCO: "belongs to it", "the six that make up the SCO", "among the states of which it consists"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import held


def _belongs(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    polarity = polarity_of(clause_before(reading.text, match.start(), 40) + match.group())
    if polarity != EXPECTED and (match.group()[-1] != "Ⓘ" or reading.ours(match.start())):
        yield from held(reading, match, "p", "member", NEGATED if polarity == NEGATED else ASSERTED)


RULES = (
    Rule(
        id="held.belong",
        purpose="Countries form, make up, belong to the SCO.",
        pattern=pattern(
            r"(?P<p>[ⓅⓇⒾ])(?:, which [^,;ⓅⓄ]{3,70},)? (?:together |currently |now |also |does |do |did |are |is |still |not |"
            r"don't |already |all "
            r"){0,3}(?:form(?:ed)?|make up|makes up|constitute[sd]?|comprise[sd]?|belong(?:s|ed)? to|(?:are|is|was|"
            r"were|being)(?: not| also| now)* (?:a )?part of|(?:are|is) in(?= [ⓄⒾ](?: too| as well| now|[.,;]|$))) "
            r"(?:the (?:core|backbone) of )?[ⓄⓋⒾ](?! (?:summit|"
            r"delegation|meeting|effort|cooperation|agenda))"
        ),
        make=_belongs,
        examples=(
            ("China and Russia form the SCO.", ("CHN member", "RUS member")),
            ("Turkey does not belong to the SCO.", ("TUR member negated",)),
        ),
        counter_examples=("Turkey belongs to NATO, the SCO's rival.",),
    ),
)

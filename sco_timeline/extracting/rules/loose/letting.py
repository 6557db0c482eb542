"""Loose rules for being let in: by whom does not matter, nor what words stand between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.loose.steps import (
    ASKS_TO,
    as_told,
    has_applied,
    ours,
    stage_and_polarity,
    subjects,
    target,
    tell,
)

_HAS_BE = re.compile(r"\b(?:was|were|been|be|is|are|being|gets?|got|getting)(?: [a-z]+| Ⓓ,?| Ⓠ| both){0,3} $|, (?:[a-z]+ ){0,2}$|^$")
_SAYS = re.compile(r", (?:the|its|an?|his|her) (?:[a-z]+ ){1,3}$")  # "..., the minister added."
_VISITORS = re.compile(r"Ⓢ:? (?:the )?$")  # "the observers India and Iran are let in": to a meeting
_OTHER_PLACE = re.compile(
    r"^ (?:(?:to|into|in|of|at|by|for) )?(?:(?:the|an?|its|their) )?(?:Ⓧ|[a-z]+ (?:war|talks|market|agreement|deal|area|exercise)\b)"
)


def _let_in(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Ⓟ were at last let in" of the one before the verb."""
    clause = clause_at(reading, *match.span("verb"))
    places = subjects(clause)
    if (
        not places
        or not _HAS_BE.search(clause.before[-40:])
        or ASKS_TO.search(clause.before)
        or clause.is_idle()
        or not ours(clause)
        or _OTHER_PLACE.match(clause.behind)
        or (match["verb"] == "added" and _SAYS.search(clause.before))
    ):
        return
    stage, polarity = stage_and_polarity(clause)
    to = as_told(clause, places, target(clause, match))
    if _VISITORS.search(reading.text, max(0, places[0] - 8), places[0]) and not clause.status() > match.end():
        return
    if to and (("partner" in to and polarity == ASSERTED) or (polarity == NEGATED and has_applied(clause, places))):
        stage = "decision"
    yield from tell(clause, match, places, to, stage, polarity, day_of(clause, match, polarity, stage))


RULES = (
    Rule(
        id="change.loose_let_in",
        purpose="A country is let in, taken in, received, whatever stands between.",
        pattern=pattern(
            r"\b(?P<verb>(?:let|taken|brought|waved|ushered|voted) (?:in|into|inside|aboard|on board)\b(?! (?:account|"
            r"the (?:talks|air|war)|touch|line))|"
            r"waved through|taken (?:up|on)(?= as)|(?:admitted|inducted|incorporated|co-opted|enrolled)(?! that)|"
            r"made (?:a |an (?:equal |integral )?)?part of (?=Ⓞ|the [a-z]+)|added(?=[.,;]| (?:in|on)? ?Ⓓ|$| to (?:Ⓞ|its|"
            r"the (?:[a-z]+ )?(?:list|circle|ranks|number|family|club|group|bench|roster)))|"
            r"(?:received|welcomed|accepted|embraced)(?=[.,;]|$| as (?:an? |the |full |new |Ⓠ |equal |another |"
            r"further )*(?:Ⓢ|member|one\b)| "
            r"into Ⓞ| in Ⓓ| among))"
        ),
        make=_let_in,
        examples=(
            (
                "In 2017 the two South Asian rivals, India and Pakistan, were with much ado let in by the SCO.",
                ("IND member effective 2017", "PAK member effective 2017"),
            ),
        ),
        counter_examples=(
            "Modi was warmly received at the SCO summit.",
            "India was admitted into the talks of the OPEC, not of the SCO.",
            "Iran looks forward to the visit of the SCO observers, its envoy added.",
        ),
    ),
)

"""A loose rule for papers of the SCO: a declaration that bears the name of a summit's city."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.adopting import adoptions, is_ours
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.papers import papers_in
from sco_timeline.extracting.slots import Slot

_NOT_IT = re.compile(r"\b(?:draft|drafting|negotiat\w+|refus\w+|reject\w+|Ⓧ|lahore|bilateral)\b|Ⓧ")

_NOT_DONE = re.compile(r"\b(?:not|never|without|refus\w+|declin\w+|reject\w+|oppos\w+)\b")
_PLAN = re.compile(r"\b(?:will|would|should|may|(?:is|are) (?:to|due|expected)|to be)\b")


_READY = re.compile(
    r"\b(?:ready (?:for sign|to be|to sign)|(?:papers|documents|texts) (?:are|is) ready|a?waits?(?: for)? (?:signature|adoption)|to sign\b)"
)


def _named_after_city(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield "the Bishkek Declaration", whatever is said to have been done with it."""
    clause = clause_at(reading, *match.span())
    slot: Slot = reading.masked.slot(match.start())
    if clause.is_idle() or _NOT_IT.search(clause.words) or not is_ours(reading, match):
        return
    lead = clause.before[-60:]
    said = EXPECTED if _READY.search(reading.text) or _PLAN.search(lead + clause.behind[:25]) else ASSERTED
    if not _NOT_DONE.search(lead):
        papers = papers_in(reading.article.flat, slot.start, reading.masked.span(0, len(reading.text))[1])
        yield from adoptions(reading, match, papers[:1], said)


RULES = (
    Rule(
        id="document.loose",
        purpose="A declaration, convention or joint statement with the name of a city.",
        pattern=pattern(
            r"Ⓒ (?:declaration|convention|joint statement|communiqu[eé]|political declaration)\b(?! (?:between|of (?:the )?Ⓟ))"
        ),
        make=_named_after_city,
        examples=(("Out now from the SCO summit: the Bishkek Declaration.", ("Bishkek Declaration",)),),
        counter_examples=("The Lahore Declaration of India and Pakistan is older than their place in the SCO.",),
    ),
)

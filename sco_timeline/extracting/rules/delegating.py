"""Rules for statuses told by who came for whom: "the leaders of the observer states: President of Iran"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import elsewhere
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import held


def _leaders_within(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield what the word says that stands between leaders and their states: "the presidents of observer states Iran and Mongolia"."""
    slot = reading.masked.slot(match.start("p"))
    if slot.states and (slot.states.own or reading.ours(match.start())) and not elsewhere(reading, match, match.start("p")):
        yield from held(reading, match, "p", slot.states.value)


RULES = (
    Rule(
        id="held.leaders_within",
        purpose="The leaders of observer states Iran and Mongolia.",
        pattern=pattern(r"(?P<p>Ⓗ)"),
        make=_leaders_within,
        examples=(
            ("The SCO summit was attended by the presidents of observer states Iran and Mongolia.", ("IRN observer", "MNG observer")),
        ),
        counter_examples=("The presidents of observer states Iran and Mongolia came to the OSCE, the SCO noted.",),
    ),
)

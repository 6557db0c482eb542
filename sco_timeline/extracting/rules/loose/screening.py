"""A loose rule for summits told by their form alone: "had to make do with a screen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.leaders import day_in, leaders_in, names_leaders
from sco_timeline.extracting.rules.summit_facts import described
from sco_timeline.extracting.rules.summit_words import of_ministers

_OF_A_GUEST = re.compile(
    r"\b(?:address\w*|told|t[eo]ld|join\w*|brief\w*|greet\w*|attend\w*|part(?:ake|icipat\w*| in)|sp[eo]\w+|call\w*|"
    r"phone\w*|appear\w*|"
    r"remarks|message)\b|Ⓗ"
)
_GOVERNMENTS = re.compile(r"governments?\b|premiers|prime ministers")


def _on_screen(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read a clause whose leaders do something on a screen as a virtual summit, unless somebody joins or addresses them so."""
    if not names_leaders(reading) or of_ministers(reading):
        return
    clause = clause_at(reading, *match.span())
    leaders = leaders_in(clause)
    if not leaders or leaders.start() > match.start() or clause.is_idle() or not clause.is_ours() or _OF_A_GUEST.search(clause.before):
        return
    council = reading.masked.slot(leaders.start()).value if leaders.group() == "Ⓑ" else None
    body = council or ("chg" if _GOVERNMENTS.search(leaders.group()) else "chs")
    for claim in described(reading, match, body=body, when=day_in(clause)):
        if claim["polarity"] == ASSERTED and clause.polarity() == EXPECTED:
            claim["polarity"] = EXPECTED
        yield {**claim, "format": "virtual"}


RULES = (
    Rule(
        id="summit.loose_screen",
        purpose="The council had to make do with a videoconference; the leaders, linked by screen, let Iran in.",
        pattern=pattern(
            r"\b(?:video[- ]?conferenc(?:e|ing)|video[- ]?link|video call|online|virtually|(?:by|on|via|over) "
            r"screens?)\b"
        ),
        make=_on_screen,
        examples=(
            (
                "On 10 November 2020 the SCO Council of Heads of State had to make do with a videoconference.",
                ("chs None None 2020-11-10 2020-11-10 None virtual",),
            ),
        ),
        counter_examples=(
            "Imran Khan addressed the SCO leaders online on 17 September 2021.",
            "On 13 May 2020 the SCO foreign ministers had to make do with a videoconference.",
        ),
    ),
)

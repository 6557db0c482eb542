"""Loose rules for what a noun takes for granted: a goal, a decision in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.steps import ours, subjects


def _goal(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "its president said that Ⓣ was the goal"."""
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or not ours(clause):
        return
    owned = _WHOSE_GOAL.search(reading.text, 0, match.start())
    if match["i"] or (owned and not subjects(clause, "ⓅⓇⒽ")):
        place, word = (match.start("i"), match["i"]) if match["i"] else (owned.start("i"), owned["i"]) if owned else (0, "")
        parties = reading.owners(place, word)
    else:
        parties = reading.parties(match.start("p")) if match["p"] else clause.who(subjects(clause, "ⓅⓇⒽ"))
    polarity = NEGATED if re.search(r"\b(?:not|no longer|never)\b|n't", match.group()) else EXPECTED
    for party in parties:
        yield reading.claim("status_change", match, party=party, to=reading.status(match.start("t")), stage="effective", polarity=polarity)


_WHOSE_GOAL = re.compile(
    r"\b(?P<i>its|their) (?:president|prime minister|premier|foreign minister|government|leaders?|diplomats|minister)\b"
)


RULES = (
    Rule(
        id="change.loose_goal",
        purpose="A status is said to be the goal.",
        pattern=pattern(
            r"(?P<t>Ⓣ)(?: of Ⓞ)? (?:is|was|remains|remained|would be|has been)(?: still| not| no longer|n't)? (?:<ITS>|"
            r"(?P<p>[ⓅⓇ])'s|the|an?) "
            r"(?:[a-z-]+ ){0,2}(?:goal|aim|objective|target|dream|ambition|priority)\b"
        ),
        make=_goal,
        examples=(("Turkey spoke to the SCO. Its president said that full membership was the goal.", ("TUR member effective expected",)),),
        counter_examples=("NATO membership was the goal of Ukraine, the SCO heard.",),
    ),
)

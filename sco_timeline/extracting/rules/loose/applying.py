"""Loose rules for asking and wishing: the requests of some countries, a status said to be the goal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.loose.steps import ours, subjects, tell

_NONE = re.compile(r"\bno (?:[a-z]+ )?$")
_ANOTHER_GOAL = re.compile(
    r"^ (?:for|to|to be|to become|in) (?!(?:[a-z]+ ){0,5}"
    r"(?:Ⓢ|Ⓣ|Ⓞ|join|admitted|let in|accession|admission|entry|seat|upgrade|more|better|be\b|taken in))[a-zⒶⓅⓍ]|^ ?(?:[a-z]+ )?as an? Ⓧ"
)


def _requests_of(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the requests of Ⓟ for admission", "bids by Ⓟ, all of whom would like to be Ⓢ"."""
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or not ours(clause) or _ANOTHER_GOAL.match(reading.text, match.end()):
        return
    later = re.search(r"^[^.;Ⓟ]{0,40}(?P<s>[ⓈⓉ])", reading.text[match.end() :])
    said = NEGATED if _NONE.search(clause.before) else polarity_of(clause.before[-40:])
    if later or re.search(r"\b(?:join|admi|accession|entry|seat|let in|taken in|enter)", clause.behind):
        to = reading.status(match.end() + later.start("s")) if later else "member"
        yield from tell(clause, match, [match.start("p")], to, "application", said, day_of(clause, match, said))


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
        id="change.loose_requests_of",
        purpose="The applications of some countries for a status.",
        pattern=pattern(
            r"(?<!at the )\b(?:applications?|requests?|bids?|candidac(?:y|ies)) (?:submitted |handed in |lodged |filed )?(?:of|from|by) "
            r"(?:the )?(?P<p>[ⓅⓇ])(?!')"
        ),
        make=_requests_of,
        examples=(
            (
                "On the desk of the SCO lie the requests of Armenia and Nepal, both of whom would like to be observers.",
                ("ARM observer application", "NPL observer application"),
            ),
        ),
        counter_examples=("At the request of China the SCO admitted observers to its talks.",),
    ),
    Rule(
        id="change.loose_goal",
        purpose="A status is said to be the goal.",
        pattern=pattern(
            r"(?P<t>Ⓣ)(?: of Ⓞ)? (?:is|was|remains|remained|would be|has been)(?: still| not| no longer|n't)? "
            r"(?:<ITS>|(?P<p>[ⓅⓇ])'s|the|an?) (?:[a-z-]+ ){0,2}(?:goal|aim|objective|target|dream|ambition|priority)\b"
        ),
        make=_goal,
        examples=(("Turkey spoke to the SCO. Its president said that full membership was the goal.", ("TUR member effective expected",)),),
        counter_examples=("NATO membership was the goal of Ukraine, the SCO heard.",),
    ),
)

"""Loose rules for summits told by their form alone, "had to make do with a screen", and for those of which the verb is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.leaders import day_in, leaders_in, names_leaders
from sco_timeline.extracting.rules.summit_claims import held
from sco_timeline.extracting.rules.summit_facts import described
from sco_timeline.extracting.rules.summit_words import MINISTERS, RANKS, of_ministers

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


def _without_verb(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "BRICS leaders met on July 8, the SCO heads of state on July 9" as a summit of the SCO on the day behind its name."""
    if MINISTERS.search(reading.text) or not (match["who"] or re.search(rf"summits?\b|{RANKS}", match.group())):
        return
    day = next((match.start(name) for name in "de" if match[name]), None)
    city = next((match.start(name) for name in "ck" if match[name]), None)
    span = (match.start("us"), match.end())
    where, when = (reading.masked.slot(place) if place is not None else None for place in (city, day))
    claim = held(reading, match, span, where, when, match["who"] or "")
    if claim["polarity"] == ASSERTED and re.match(r"(?:will|is|are) ", match["verb"]):
        claim["polarity"] = EXPECTED
    yield claim


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
    Rule(
        id="summit.loose_gapped",
        purpose="BRICS leaders met on July 8, the SCO heads of state on July 9.",
        pattern=pattern(
            r"\b(?P<verb>(?:(?:will|is to|are to) )?(?:met|meet|meets|gather|gathered|convene|convened|(?:was|were) held|"
            r"took place|take place))\b"
            r"[^.;ⒽⓄ]{0,70}?(?:,|;| and)(?: and| while| but)? (?P<us>(?:the |those of (?:the )?|that of (?:the )?)?"
            rf"Ⓞ)(?:'s)?(?: (?P<who>{RANKS}|summit|ones?))?,? (?:(?:in|at) (?P<c>Ⓒ)(?:,? (?:on |in )?(?P<d>Ⓓ))?|"
            r"(?:on |in |from )?(?P<e>Ⓓ)(?:,? (?:in|at) (?P<k>Ⓒ))?)(?=[.,;]|$| and)"
        ),
        make=_without_verb,
        examples=(
            (
                "The BRICS leaders met on July 8, 2015, the SCO heads of state on July 9, 2015.",
                ("chs None None 2015-07-09 2015-07-09 None None",),
            ),
        ),
        counter_examples=("The CIS foreign ministers met in Minsk in 2023, those of the SCO in Goa in May 2023.",),
    ),
)

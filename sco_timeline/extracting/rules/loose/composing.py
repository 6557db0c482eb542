"""Loose rules for what the SCO is made of: who belongs to it, sits in it, makes up the circle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import listed_on
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.holding import calm, tell


def _belong(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield membership for those who are said to belong, before or behind the verb."""
    clause = clause_at(reading, *match.span("verb"))
    party = clause.subject("ⓅⓇ")
    party = match.start("p") if match["p"] and (party < 0 or match["are"]) else party
    if party < 0 or clause.is_idle() or not calm(_WITHIN.sub(" ", clause.words[clause.start : match.end()])):
        return
    others = any(reading.masked.slot(place).value != "member" for place in clause.places("ⓈⓉ"))
    if others or _WHERE.search(match.group()) or clause.places("Ⓧ") or _AWAY.match(clause.behind):
        return
    if "Ⓞ" in clause.words or "Ⓘ" in match.group() or reading.text[max(0, clause.start - 30) : clause.start].count("Ⓞ"):
        yield from tell(clause, match, [party, *listed_on(reading, party + 1)], "member")


_WITHIN = re.compile(r", [^,ⓅⓈⓉ]{3,40},")
_WHERE = re.compile(r"\b(?:region|west|east|world|family of|camp|past)\b")
_AWAY = re.compile(r" (?:effort|agenda|plan|project|initiative|delegation|neighbou?rhood|territory|space|area|region|zone)")


RULES = (
    Rule(
        id="held.loose_belong",
        purpose="Countries that belong to the SCO, sit in it, are in it, run it.",
        pattern=pattern(
            r"(?P<verb>\b(?:belongs?(?: there| fully| also)*(?: to (?:[ⓄⒾ]|both)|(?=[:,]? Ⓟ))|(?:are|is) (?:all |already |also |"
            r"now |fully |both )*"
            r"(?:inside|in|part of|the (?:heavyweights|giants|pillars|core|backbone|leading powers) (?:of|in)) (?:Ⓞ|Ⓘ)|"
            r"sits? side by side|are the (?:heavyweights|giants|pillars|leading powers)|(?:make|form|makes) up (?:Ⓞ|Ⓘ|the circle)))"
            r"(?![- ](?:summit|meeting|charter)|'s)(?:[:,]? (?P<are>are )?(?:namely )?(?P<p>Ⓟ))?"
        ),
        make=_belong,
        examples=(
            ("To the SCO, with us for years, belong China, Russia and India.", ("CHN member", "RUS member", "IND member")),
            ("The countries that make up the SCO are China, our rival; and Iran, our friend.", ("CHN member", "IRN member")),
            ("Everybody spoke of the SCO, where Beijing and Moscow are the heavyweights.", ("CHN member", "RUS member")),
        ),
        counter_examples=("Turkey and Hungary belong to NATO, not to the SCO.", "Nepal would like to belong to the SCO."),
    ),
)

"""A rule for a country's own president or minister, who came to a summit or stayed away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.attending import VERBS
from sco_timeline.extracting.rules.coming import APPOSED, AUX, has_being, is_denied, is_planned
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.venues import at_summit, year_of

_TO_SUMMITS = re.compile(r"\b(?:has|have) [^.;,]*\bsummits\b")  # "its presidents have come to summits of the bloc": to which?
_OF_ALL = re.compile(r"\b(?:all|most|many|several|other) (?:of )?(?:the |its |Ⓞ )*Ⓢ [^.;ⓅⓇⒾ]*$")


def _its_leader(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not at_summit(reading, match.end("verb")) or (match["there"] and not has_being(match["aux"])):
        return
    if _TO_SUMMITS.search(match.group() + reading.text[match.end() : match.end() + 40]):
        return
    planned, present = is_planned(match["aux"], match["verb"]), is_denied(reading, match, match["aux"]) == bool(match["away"])
    place = reading.masked.origin(match.start())
    if match.group().startswith("their"):
        if _OF_ALL.search(reading.text, 0, match.start()):
            return
        parties = reading.article.group_before(place, reading.number, None)
    else:
        parties = reading.article.parties_before(place, reading.number, person=match.group()[0] == "h")
    for party in parties:
        year = year_of(reading, match.start())
        polarity = "expected" if planned else "asserted"
        yield reading.claim("attendance", match, party=party, person=None, summit_year=year, present=present, polarity=polarity)


RULES = (
    Rule(
        id="attend.its_leader",
        purpose="A country's own president or minister attends or stays away.",
        pattern=pattern(
            r"\b(?:its|whose|her|his|their) (?:own |new |then )?(?:vice[- ]|deputy |foreign |prime |first deputy "
            rf"){{0,2}}(?:president|"
            rf"minister|premier|king|emir|"
            rf"leader)s?\b(?!'){APPOSED}{AUX},? ?{VERBS}"
        ),
        make=_its_leader,
        examples=(("Turkmenistan is neutral, but its president was a guest of honour at the SCO summit.", ("TKM None None present",)),),
        counter_examples=(
            "Turkmenistan is neutral. Its leaders have often come to summits of the SCO.",
            "Russia and China founded the SCO. All its members said that their presidents would come to the summit.",
        ),
    ),
)

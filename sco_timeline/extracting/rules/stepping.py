"""Rules for steps told in other ways: "has been one since 2005", years in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.subjects import with_companions


def _one_since(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not reading.ours(match.start()):
        return
    place, of_day = (match.start("p"), match.start("d")) if match["p"] else (match.start("q"), match.start("e"))
    before = reading.article.masked(reading.number - 1) if reading.number else None
    slots = [
        slot
        for masked in (before, reading.masked)
        if masked
        for slot in masked.slots
        if slot.kind == "Ⓢ" and slot.value and slot.start < reading.masked.origin(match.end() - 1)
        if not reading.article.low.endswith((" not an ", " not a "), 0, slot.start)
    ]
    if slots:
        day = reading.resolved(reading.masked.slot(of_day))[0]
        for party in with_companions(reading, match, place):
            yield reading.claim("status_change", match, party=party, to=str(slots[-1].value), date=day, stage="effective")


RULES = (
    Rule(
        id="rise.one_since",
        purpose="It has been one since 2005.",
        pattern=pattern(
            r"(?P<p>[ⓅⓇⒾ])(?:<REL> ?<AUX>|[^.;ⓅⓇⒾ]{0,60}? (?:and|which|who) (?:has|have|had) been )(?:one|such|so) "
            r"(?:since|from) (?P<d>Ⓓ)"
            r"|(?P<q>[ⓅⓇⒾ]) (?:had |has |only |later |formally |officially )*(?:became|become) one (?:only )?(?:in|on) (?P<e>Ⓓ)"
        ),
        make=_one_since,
        examples=(
            ("Iran is an SCO observer. It has been one since 2005.", ("IRN observer effective 2005",)),
            ("Qatar is a dialogue partner of the SCO. It became one in 2023.", ("QAT dialogue_partner effective 2023",)),
        ),
        counter_examples=("Finland is a member of NATO. It became one in 2023, the SCO noted.",),
    ),
)

"""Rules for refusals: a country is kept out, its way is blocked, several asked in vain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import changes
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.wishing import goal_of, is_ours

_ASKED = re.compile(r"application|\bbid|request|candidacy")


def _refusal(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    group = next(name for name in "pqr" if match[name])
    if not is_ours(reading, match) or _ASKED.search(reading.text, match.start(), match.end() + 13):
        return
    stage = "decision" if group == "p" else "effective"
    yield from changes(reading, match, match.start(group), goal_of(reading, match, match.start()), stage, polarity=NEGATED)


RULES = (
    Rule(
        id="apply.refused",
        purpose="A country is refused, barred, kept out; no entry for it.",
        pattern=pattern(
            r"no (?:entry|admission|Ⓣ|place|room|seat|accession) (?:yet )?for (?P<p>Ⓟ)|(?:Ⓞ|leaders|members|[ⓈⓅⒸ]|rules?|"
            r"sanctions|Ⓘ|they|which|who|objections?|opposition|veto(?:es)?|resistance|disputes?|quarrels?|tensions?) "
            r"(?:[a-z]+ ){0,3}?(?:refuse[sd]?|denie[sd]|reject(?:s|"
            r"ed)|barr?(?:s|ed)?|block(?:s|ed)|prevent(?:s|ed)?|"
            r"stop(?:s|ped)|kept|keeps?|turn(?:s|ed) down) "
            r"(?:from )?(?P<q>Ⓟ)(?:'s?)?(?: from)? (?:(?:from )?(?:joining|entering|becoming|gaining|obtaining)|entry|admission|"
            r"Ⓣ|accession|application|bid|request|out of Ⓞ)(?: <ART>[ⓈⓉ])?|(?P<r>[ⓅⓇⒾ])<REL> "
            r"?<AUX>(?:refused|denied|barred from|blocked from|"
            r"rejected|turned (?:down|away)|excluded from|kept out of|prevented from|shut out "
            r"of|left out of|rebuffed|not welcome|stopped from)"
            r"(?: (?:for|from|entry|entry to|entry into|even|by|Ⓞ|in its bid|when it asked|"
            r"admission|admission to|new|full|joining|becoming|an?|the|gaining|obtaining|as|to)){0,4} ?(?:Ⓣ|Ⓢ|Ⓞ)"
        ),
        make=_refusal,
        examples=(("Iran was denied full membership of the SCO in 2010.", ("IRN member effective negated 2010",)),),
        counter_examples=("Ukraine was denied NATO membership, the SCO recalled.",),
    ),
)

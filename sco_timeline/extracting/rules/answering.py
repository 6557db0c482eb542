"""Rule for what became of an application: "the application was approved in June 2012", "Iran's request of 2008 was rejected"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern

_DID_SO = re.compile(r"(?P<p>Ⓟ) (?:(?:has|had|have|later|also) )*(?:did|done|followed) (?:the same|so|likewise|suit)\b[^.;ⓅⓇ]{0,60}$")
_NO = re.compile("reject|refus|denied|declin|dismiss|turned|block|veto|said no|stopped|thwart|halted")
_THOSE_OF = re.compile(
    r"[^.;ⓅⒽ]{0,90}?(?:,| and)? (?:together|along|as well as|like|so (?:were|was)) (?:with )?(?:those|that|the (?:application|"
    r"request|bid)s?) "
    r"(?:of|from|by|made by) (?:the )?(?P<p>Ⓟ)"
)


def _untold(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Iran's request of 2008 was rejected", where nothing was told of the request before."""
    asked = reading.resolved(reading.masked.slot(match.start("d")))[0] if match["d"] else reading.date(match)
    polarity = NEGATED if _NO.search(match.group()) else reading.polarity(match, match.end())
    day = None if match["d"] else asked
    for party in reading.parties(match.start("p")):
        yield reading.claim("status_change", match, party=party, to="member", date=asked, stage="application")
        yield reading.claim("status_change", match, party=party, to="member", date=day, stage="decision", polarity=polarity)


def _answered(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read what became of the application told before: "the application was approved in June 2012"."""
    told = [
        claim for claim in reading.changes_before(match.start(), 2) if claim["stage"] == "application" and claim["polarity"] == ASSERTED
    ]
    if match["p"]:
        told = [claim for claim in told if claim["party"] in reading.parties(match.start("p"))]
    if match["p"] and not told and reading.ours(match.start()):
        yield from _untold(reading, match)
    if not told or not reading.ours(match.start()):
        return
    last = [claim for claim in told if claim["evidence"] == told[-1]["evidence"]]
    polarity = NEGATED if _NO.search(match.group()) else reading.polarity(match, match.end())
    day = reading.date(match, future=polarity == EXPECTED, reach=90)
    also = _THOSE_OF.match(reading.text, match.end())
    others = reading.parties(also.start("p")) if also else ()
    same = _DID_SO.search(reading.text, 0, match.start()) if match.group().startswith("its ") else None
    whose = reading.parties(same.start("p")) if same else tuple(claim["party"] for claim in last)
    for party in dict.fromkeys([*whose, *others]):
        yield reading.claim("status_change", match, party=party, to=last[0]["to"], date=day, stage="decision", polarity=polarity)


RULES = (
    Rule(
        id="apply.answered",
        purpose="The application told before was approved, was turned down.",
        pattern=pattern(
            r"(?:\b(?:the|this|that|its|their|these|both|Ⓝ)|(?P<p>Ⓟ)(?:'s?|s')?) (?:application|"
            r"candidacy|request|bid)s?(?:,? (?:(?:of|from|made|in|submitted|filed|dated) ){1,2}(?P<d>Ⓓ),?)? <AUX>(?:approved|accepted|"
            r"granted|endorsed|rejected|turned down|refused|denied|blocked|vetoed|stopped|thwarted|halted|taken up|heeded)"
            r"|\b(?:approved|accepted|granted|rejected|agreed to|blocked|vetoed|turned down|declined|refused|dismissed) (?:Ⓘ|them|"
            r"the (?:request|application|"
            r"bid)s?)(?=[.,;]| (?:in|at|on|unanimously|Ⓓ))|\bsaid (?:yes|no)\b"
        ),
        make=_answered,
        examples=(
            (
                "Turkey applied for the status of SCO dialogue partner in 2011. The application was approved in June 2012.",
                ("TUR dialogue_partner application 2011", "TUR dialogue_partner decision 2012-06"),
            ),
        ),
        counter_examples=("The SCO heard Iran. The request was rejected.",),
    ),
)

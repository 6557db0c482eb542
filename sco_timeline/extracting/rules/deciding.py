"""Rules for decisions and applications told apart from what they are on, and for doors and procedures that open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern

_NO = re.compile(r"block|veto|reject|turn|refus|oppos|den(?:y|ied)|thwart|stop|stall|wall|obstruct|resist|fail|nothing|shelv")
_UNREAL = re.compile(r"\b(?:will|would|may|might|could|if|whether|not|n't|never|consider\w*|should|decide)\b")


def _taken(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the decision to grant it was taken in July" of what was told just before."""
    told = reading.changes_before(match.start(), 1)
    told = [claim for claim in told if claim["polarity"] == ASSERTED and claim["stage"] != "application"]
    if not told or not reading.ours(match.start()):
        return
    day = reading.date(match, reach=90)
    for claim in told:
        if claim["evidence"] == told[-1]["evidence"]:
            yield reading.claim("status_change", match, party=claim["party"], to=claim["to"], date=day, stage="decision", polarity=ASSERTED)


def _verdict(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "blocked Tehran's application", "approval of Iran's bid", "Baku's bid ran into a veto": an application and its answer."""
    groups = match.groupdict()
    if not ("Ⓞ" in match.group() or reading.says_ours(match) or reading.stays_with_us(match.start())):
        return
    to, words = _asked_for(reading, match), f"{clause_before(reading.text, match.start(), 25)} {match['verb']}"
    polarity = NEGATED if _NO.search(match["verb"]) else ASSERTED
    parties = reading.owners(match.start("i"), match["i"]) if groups["i"] else reading.parties(match.start("p"))
    day = reading.date(match)
    for party in parties:
        if re.search(_BID, match.group()):
            yield reading.claim("status_change", match, party=party, to=to, stage="application")
        if not _UNREAL.search(words):
            yield reading.claim("status_change", match, party=party, to=to, date=day, stage="decision", polarity=polarity)


def _asked_for(reading: Reading, match: re.Match[str]) -> str:
    """Return what a bid without a word of it is for: what its sentence or the changes told before speak of."""
    named = [slot for slot in reading.masked.between(*match.span()) if slot.kind in "ⓈⓉ"]
    if named:
        return reading.status(reading.masked.place(named[-1])) or "member"
    told = [claim for claim in reading.changes_before(match.start(), 3) if claim["stage"] in ("application", "effective")]
    wanted = [claim for claim in told if claim["stage"] == "application" or claim["polarity"] == EXPECTED]
    return str(wanted[-1]["to"]) if wanted else "member"


_BID = (
    r"(?:own |latest |formal |official |renewed |repeated |second )?(?:accession |admission |entry )?"
    r"(?:application|bid|candidacy|candidature|request)s?"
)
_OWNER = r"(?:(?P<p>[ⓅⒸ])(?:'s?|s')?|<ITS>)"

RULES = (
    Rule(
        id="apply.taken",
        purpose="The decision on what was told before was taken on a day.",
        pattern=pattern(
            r"\b(?:(?:the|this|a) (?:corresponding |relevant |final |respective |formal )?(?:decision|approval)(?: to (?:grant|give|"
            r"award|confer|"
            r"accept|admit|take|let) (?:Ⓘ|them|this|Ⓣ)(?: in)?| (?:on|for|to) (?:Ⓘ|this|the matter))? (?:had |has |was |were |been "
            r")+(?:initially "
            r"|first |formally )?(?:taken|adopted|reached|made|given|come)|(?:this|Ⓘ) (?:was|had been|has been) (?:decided|agreed)(?: "
            r"upon| on)?)"
            r"(?= (?:at|in|on|by|already|earlier|back)\b)"
        ),
        make=_taken,
        examples=(
            (
                "Nepal signed the memorandum on SCO dialogue partner status in March 2016. The decision to grant it had been "
                "taken at the "
                "summit in Ufa in July 2015.",
                ("NPL dialogue_partner memorandum 2016-03", "NPL dialogue_partner decision 2015-07"),
            ),
        ),
        counter_examples=("The SCO met in Ufa. The decision was taken at the summit in July 2015.",),
    ),
    Rule(
        id="apply.verdict",
        purpose="A country's application, without a word of what for, and what became of it.",
        pattern=pattern(
            r"(?:\b(?P<verb>(?:gave|gives|given)(?= [^.;]{0,40}(?:green light|nod|approval|consent|blessing))|(?:(?:has|have|"
            r"had) )?(?:blocks|blocked|block|blocking|vetoe[sd]|veto|rejects|rejected|turned down|opposes|"
            r"opposed|"
            r"thwarted|stopped|stalled|approves|approved|accepted|endorsed|approval of|rejection of|veto on|veto of|acceptance of)) "
            r"(?:the )?"
            rf"{_OWNER} {_BID}(?! (?:for|to|by|of|as)\b))"
        ),
        make=_verdict,
        examples=(
            (
                "Tajikistan, chair of the SCO, blocked Iran's application in 2016.",
                ("IRN member application", "IRN member decision negated 2016"),
            ),
        ),
        counter_examples=(
            "Hungary blocked Ukraine's application to NATO, the SCO noted.",
            "NATO met. Turkey blocked Sweden's bid, the SCO noted.",
        ),
    ),
)

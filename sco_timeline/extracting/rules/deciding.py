"""Rules for what became of an application: decisions on it, the answer it got, countries refused and kept out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import changes, told_last
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.wishing import goal_of, is_ours

_BLOCKED = re.compile("block|veto|reject|turn|oppos|thwart|stop|stall")
_UNREAL = re.compile(r"\b(?:will|would|may|might|could|if|whether|not|n't|never|consider\w*|should|decide)\b")


def _taken(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the decision to grant it was taken in July" of what was told just before."""
    told = reading.changes_before(match.start(), 1)
    told = [claim for claim in told if claim["polarity"] == ASSERTED and claim["stage"] != "application"]
    if not told or not reading.ours(match.start()):
        return
    day = reading.date(match, reach=90)
    for claim in told_last(told):
        yield reading.claim("status_change", match, party=claim["party"], to=claim["to"], date=day, stage="decision", polarity=ASSERTED)


def _verdict(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "blocked Tehran's application", "approval of Iran's bid": an application and its answer."""
    if not ("Ⓞ" in match.group() or reading.says_ours(match) or reading.stays_with_us(match.start())):
        return
    to, unreal = _asked_for(reading, match), _UNREAL.search(clause_before(reading.text, match.start(), 25))
    polarity = NEGATED if _BLOCKED.search(match["verb"]) else ASSERTED
    parties = reading.owners(match.start("i"), match["i"]) if match["i"] else reading.parties(match.start("p"))
    day = reading.date(match)
    for party in parties:
        yield reading.claim("status_change", match, party=party, to=to, stage="application")
        if not unreal:
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
_NAMES_A_BID = re.compile(r"application|\bbid|request|candidacy")


def _refusal(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    group = next(name for name in "pqr" if match[name])
    if not is_ours(reading, match) or _NAMES_A_BID.search(reading.text, match.start(), match.end() + 13):
        return
    stage = "decision" if group == "p" else "effective"
    yield from changes(reading, match, match.start(group), goal_of(reading, match, match.start()), stage, polarity=NEGATED)


_DID_SO = re.compile(r"(?P<p>Ⓟ) (?:(?:has|had|have|later|also) )*(?:did|done|followed) (?:the same|so|likewise|suit)\b[^.;ⓅⓇ]{0,60}$")
_TURNED_DOWN = re.compile("reject|refus|denied|declin|dismiss|turned|block|veto|said no|stopped|thwart|halted")
_THOSE_OF = re.compile(
    r"[^.;ⓅⒽ]{0,90}?(?:,| and)? (?:together|along|as well as|like|so (?:were|was)) (?:with )?"
    r"(?:those|that|the (?:application|request|bid)s?) (?:of|from|by|made by) (?:the )?(?P<p>Ⓟ)"
)


def _untold(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Iran's request of 2008 was rejected", where nothing was told of the request before."""
    asked = reading.resolved(reading.masked.slot(match.start("d")))[0] if match["d"] else reading.date(match)
    polarity = NEGATED if _TURNED_DOWN.search(match.group()) else reading.polarity(match, match.end())
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
    if not reading.ours(match.start()):
        return
    if not told:
        yield from _untold(reading, match) if match["p"] else ()
        return
    last = told_last(told)
    polarity = NEGATED if _TURNED_DOWN.search(match.group()) else reading.polarity(match, match.end())
    day = reading.date(match, future=polarity == EXPECTED, reach=90)
    also = _THOSE_OF.match(reading.text, match.end())
    others = reading.parties(also.start("p")) if also else ()
    same = _DID_SO.search(reading.text, 0, match.start()) if match.group().startswith("its ") else None
    whose = reading.parties(same.start("p")) if same else tuple(claim["party"] for claim in last)
    for party in dict.fromkeys([*whose, *others]):
        yield reading.claim("status_change", match, party=party, to=last[0]["to"], date=day, stage="decision", polarity=polarity)


RULES = (
    Rule(
        id="apply.taken",
        purpose="The decision on what was told before was taken on a day.",
        pattern=pattern(
            r"\b(?:(?:the|this|a) (?:corresponding |relevant |final |respective |formal )?(?:decision|approval)"
            r"(?: to (?:grant|give|award|confer|accept|admit|take|let) (?:Ⓘ|them|this|Ⓣ)(?: in)?| (?:on|for|to) (?:Ⓘ|this|the matter))?"
            r" (?:had |has |was |were |been )+(?:initially |first |formally )?(?:taken|adopted|reached|made|given|come)|"
            r"(?:this|Ⓘ) (?:was|had been|has been) (?:decided|agreed)(?: upon| on)?)(?= (?:at|in|on|by|already|earlier|back)\b)"
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
            r"(?:\b(?P<verb>(?:gave|gives|given)(?= [^.;]{0,40}(?:green light|nod|approval|consent|blessing))|"
            r"(?:(?:has|have|had) )?(?:blocks|blocked|block|blocking|vetoe[sd]|veto|rejects|rejected|turned down|opposes|opposed|thwarted|"
            r"stopped|stalled|approves|approved|accepted|endorsed|approval of|rejection of|veto on|veto of|acceptance of)) (?:the )?"
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
    Rule(
        id="apply.refused",
        purpose="A country is refused, barred, kept out; no entry for it.",
        pattern=pattern(
            r"no (?:entry|admission|Ⓣ|place|room|seat|accession) (?:yet )?for (?P<p>Ⓟ)|"
            r"(?:Ⓞ|leaders|members|[ⓈⓅⒸ]|rules?|sanctions|Ⓘ|they|which|who|objections?|opposition|veto(?:es)?|resistance|disputes?|"
            r"quarrels?|tensions?) (?:[a-z]+ ){0,3}?(?:refuse[sd]?|denie[sd]|reject(?:s|ed)|barr?(?:s|ed)?|block(?:s|ed)|prevent(?:s|ed)?|"
            r"stop(?:s|ped)|kept|keeps?|turn(?:s|ed) down) (?:from )?(?P<q>Ⓟ)(?:'s?)?(?: from)? (?:(?:from )?"
            r"(?:joining|entering|becoming|gaining|obtaining)|entry|admission|Ⓣ|accession|application|bid|request|out of Ⓞ)(?: <ART>[ⓈⓉ])?|"
            r"(?P<r>[ⓅⓇⒾ])<REL> ?<AUX>(?:refused|denied|barred from|blocked from|rejected|turned (?:down|away)|excluded from|kept out of|"
            r"prevented from|shut out of|left out of|rebuffed|not welcome|stopped from)(?: (?:for|from|entry|entry to|entry into|even|by|Ⓞ|"
            r"in its bid|when it asked|admission|admission to|new|full|joining|becoming|an?|the|gaining|obtaining|as|to)){0,4} ?(?:Ⓣ|Ⓢ|Ⓞ)"
        ),
        make=_refusal,
        examples=(("Iran was denied full membership of the SCO in 2010.", ("IRN member effective negated 2010",)),),
        counter_examples=("Ukraine was denied NATO membership, the SCO recalled.",),
    ),
    Rule(
        id="apply.answered",
        purpose="The application told before was approved, was turned down.",
        pattern=pattern(
            r"(?:\b(?:the|this|that|its|their|these|both|Ⓝ)|(?P<p>Ⓟ)(?:'s?|s')?) (?:application|candidacy|request|bid)s?"
            r"(?:,? (?:(?:of|from|made|in|submitted|filed|dated) ){1,2}(?P<d>Ⓓ),?)? <AUX>(?:approved|accepted|granted|"
            r"endorsed|rejected|turned down|refused|denied|blocked|vetoed|stopped|thwarted|halted|taken up|heeded)|"
            r"\b(?:approved|accepted|granted|rejected|agreed to|blocked|vetoed|turned down|declined|refused|dismissed) "
            r"(?:Ⓘ|them|the (?:request|application|bid)s?)(?=[.,;]| (?:in|at|on|unanimously|Ⓓ))|\bsaid (?:yes|no)\b"
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

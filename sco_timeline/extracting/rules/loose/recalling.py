"""Loose rules for steps told by a noun alone, whose country and status were told before: "the decision fell in 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import Clause, clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.loose.steps import ours

_NEXT = 2  # in which the country is, where "the decision" may be on anything else
BACK = 4  # sentences in which the country and the status are looked for
_REFUSED = re.compile(
    r"\b(?:reject\w*|turned down|refus\w*|den(?:ied|y)\b|veto\w*|block\w*|declin\w*|unanswered|ignored|shelved|put off|"
    r"postponed)\b"
)
OF_OTHERS = re.compile(
    r"^ (?:of|on|by|from|for|about|over|to)\b(?! (?:Ⓓ|Ⓞ|Ⓣ|accession|admission|membership|it\b|Ⓘ|join|becom|the status|principle))"
)


def _stage_of(noun: str) -> str:
    if re.match(r"memo|mous?\b", noun):
        return "memorandum"
    return "application" if re.match(r"(?:appl|request|bid|letter|candid|petition|papers)", noun) else "decision"


def _parties(clause: Clause, match: re.Match[str], stage: str) -> tuple[str, ...]:
    """Return whose step it is: the owner's, those for whom it is, else theirs of whom the last change was told."""
    reading = clause.reading
    if match["i"]:
        return owners(reading, match)
    if match["p"]:
        return reading.parties(match.start("p"))
    if clause.places("ⓅⓇ"):
        whose = [found.start("p") for found in _WHOSE.finditer(clause.words, clause.start, clause.end)]
        return clause.who(whose[:1])
    told = reading.changes_before(match.start(), BACK if stage == "memorandum" else _NEXT)
    parties = tuple(dict.fromkeys(str(claim["party"]) for claim in told if claim["evidence"] == told[-1]["evidence"]))
    return parties if len(parties) == 1 or stage != "application" or match["noun"].endswith("s") else ()


def owners(reading: Reading, match: re.Match[str]) -> tuple[str, ...]:
    """Return whom "its" stands for: the one of whom a change was told in the sentence before, else whoever was named."""
    told = reading.changes_before(match.start(), 1)
    last = tuple(dict.fromkeys(str(claim["party"]) for claim in told if claim["evidence"] == told[-1]["evidence"]))
    named = any(slot.kind in "ⓅⒽⓇⒸ" for slot in reading.masked.between(0, match.start("i")))
    if len(last) == 1 and not named and match["i"].startswith("its"):
        return last
    return reading.owners(match.start("i"), match["i"])


_WHOSE = re.compile(r"\b(?:with|for|from|by) (?:the )?(?P<p>[ⓅⓇ])(?!')")
_OF_STATUS = re.compile(r"[^.;,()ⓅⓄ]{0,25}\b(?:for|of|as|on|giving|granting) (?:an? |the )?(?P<s>[ⓈⓉ])")


def _is_held(match: re.Match[str], claim: Claim) -> bool:
    """Say whether a change told before left a rank that a request turned down cannot have been for: "an observer since 2005"."""
    return bool(_REFUSED.search(match["verb"])) and claim["stage"] == "effective" and "since" in claim["rule"]


def _status(clause: Clause, match: re.Match[str], parties: tuple[str, ...], stage: str) -> str | None:
    """Return the status that the sentence names, else the one last told of those whose step it is."""
    reading = clause.reading
    named = _OF_STATUS.match(clause.words, match.end())
    if named:
        return reading.status(named.start("s"))
    before = [slot.value for slot in reading.masked.between(0, match.start()) if slot.kind == "Ⓣ" and slot.value]
    changes = reading.changes_before(match.start(), BACK)
    theirs = [claim for claim in changes if claim["party"] in parties]
    told = [claim["to"] for claim in theirs if not _is_held(match, claim)]
    if theirs and not told and not before:
        return "member"
    if not told and match["p"] and stage == "application" and changes and changes[-1]["stage"] != "application":
        return "member"
    told = told or [claim["to"] for claim in changes[-1:]]
    both = [str(to) for to in [*told, *before] if stage != "memorandum" or not match["noun"].startswith("mou") or "partner" in str(to)]
    return both[-1] if both else None


_SINCE = re.compile(r"(?: (?:back to|from)|[^.;,Ⓓ]{0,40}? since) (?:early |late |mid-)?(?P<d>Ⓓ)")  # "dates from 2008"


_AND = re.compile(
    r"(?:,|;) (?:and|but|while) "
)  # behind which another step is told: "Iran will be the ninth, and for Belarus the process has begun"


_AWAITED = re.compile(r"(?:expected|likely|awaited|anticipated|possible|due|scheduled)$")


def _step(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the decision fell in Ⓒ on Ⓓ", "its Ⓠ request dates from Ⓓ", "no application has been submitted"."""
    clause = clause_at(reading, *match.span())
    stage = _stage_of(match["noun"])
    if clause.is_idle() or not ours(clause) or OF_OTHERS.match(reading.text[match.end("noun") :]):
        return
    parties = _parties(clause, match, stage)
    to = _status(clause, match, parties, stage)
    if not parties or to is None:
        return
    if _AWAITED.search(match["verb"]) and not any(
        claim["party"] in parties and (claim["stage"] == "application" or claim["polarity"] == EXPECTED)
        for claim in reading.changes_before(match.start(), BACK)
    ):
        return
    refused = _REFUSED.search(match["verb"])
    polarity = NEGATED if refused or match["no"] else polarity_of(f"{_AND.split(clause.before)[-1][-40:]} {match['verb']}")
    since = _SINCE.match(reading.text, match.end())
    day = reading.resolved(reading.masked.slot(since.start("d")))[0] if since else day_of(clause, match, polarity, stage)
    for party in parties:
        if refused and stage == "application":
            yield reading.claim("status_change", match, party=party, to=to, stage=stage)
        yield reading.claim("status_change", match, party=party, to=to, date=day, stage="decision" if refused else stage, polarity=polarity)


_NOUNS = (
    r"(?:applications?|requests?|bids?|letter of application|candidacy|candidature|memorand(?:um|a|ums)|mous?|"
    r"decisions?|approval|green light|go-ahead|nod|(?:admission |accession |entry )?procedures?|(?:(?:admission|accession|"
    r"entry) )?process)"
)
_WAS = (
    r"(?:(?:is|are|was|were|has|have|had|been|be|being|will|would|could|may|should|to|expected|due|set|isn't|wasn't|hasn't|"
    r"not|n't|even|yet|"
    r"also|still|already|only|first|finally|then|formally|officially|so far|n|never|long|simply|there|Ⓓ) )*"
)
_HAPPENED = (
    r"(?:dates?|dated|fell|falls|(?:came|comes)(?= (?:in\b|on|at|from|through|Ⓓ|quickly|a (?:year|month) )|[.,;])|went|goes|"
    r"(?:followed|follows)(?= (?:in|on|at|only|a|Ⓓ)\b|[.,;])|arrived|made|made out|filed|handed in|handed over|submitted|lodged|"
    r"sent(?: in| off)?|"
    r"tabled|presented|received|registered|put in|taken|adopted|given|reached|signed|concluded|sealed|ratified|initialled|"
    r"opened|launched|started|begun|began|begins|starts|initiated|set in motion|set going|under way|underway|running|"
    r"turned down|rejected|refused|denied|"
    r"(?:lain|lying|lies|lay|with|pending|on the table|on (?:its|the|his) desk)(?=[^.;,]{0,40} since Ⓓ)|"
    r"vetoed|blocked|put off|postponed|shelved|(?:simply )?(?:never )?answered|ignored|"
    r"(?:expected|likely|awaited|anticipated|possible|due|scheduled)(?= (?:in|on|at|by|next|this|during|later|soon|before|"
    r"within|Ⓓ)\b|[.,;]|$))"
)


RULES = (
    Rule(
        id="change.loose_step",
        purpose="A step told by a noun alone, of the country and the status told before.",
        pattern=pattern(
            rf"(?:<ITS> |(?P<p>[ⓅⒸ])'s? |(?P<no>\bno )|\b(?:the|a|an|this|that|another) )(?:(?:Ⓠ|formal|official|own|"
            rf"corresponding|relevant|"
            rf"respective|final|written|new|such|formal|full|same|similar|positive|favourable|Ⓓ|Ⓞ) )*(?P<noun>{_NOUNS})(?: "
            rf"(?:of|in|on|from) Ⓓ)?(?: in principle)?,? "
            rf"(?P<verb>{_WAS}{_HAPPENED})\b(?! (?:by|up|into|through|against)\b)"
        ),
        make=_step,
        examples=(
            (
                "Iran has applied for membership of the SCO. Its first request dates from 2008.",
                ("IRN member application 2008",),
            ),
            (
                "Cuba has been an observer of the SCO since 2005. Its request of 2008 was blocked.",
                ("CUB observer effective 2005", "CUB member application", "CUB member decision negated 2008"),
            ),
            (
                "Nepal has asked for SCO membership. The talks were long. Tea was served. All went home. The decision was taken.",
                ("NPL member application",),
            ),
            (
                "Nepal applied for SCO observer status in 2018; a decision is likely at the summit.",
                ("NPL observer application 2018", "NPL observer decision expected"),
            ),
        ),
        counter_examples=("The SCO summit heard a report. The decision on gas was taken in 2015.",),
    ),
)

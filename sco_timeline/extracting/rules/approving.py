"""Rules for yeses: the joining its own state approves, the nod a country gets, the decision to admit it, what it will be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, clause_behind, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import changes, in_scope, named_last
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.wishing import goal_of, is_ours

_DECIDED_BEHIND = re.compile(
    r",? (?:it|Ⓘ|as) (?:was|has been|had been) (?:decided|agreed|resolved)|,? the (?:leaders|summit|members) (?:decided|agreed)"
)
_IN_FORCE = re.compile(r"[^;]{0,110}?\b(?:as of|from|with effect from|since) (?:the (?:day|date|moment|time) of [a-z ]{0,40}|Ⓓ)")


IN_THIS = r"in (?:this|that|the same|such an?) (?:capacity|rank|role|status|category|quality)"
_IN_THIS_BEHIND = re.compile(rf"[^.;,]{{0,3}} ?{IN_THIS}")


def _nod(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "gets the nod for": a decision, unless it is only hoped for."""
    if not is_ours(reading, match):
        return
    stage = "effective" if "final" in match.group() else "decision"
    if match["p"]:
        verb = match.start("verb")
        yield from changes(reading, match, match.start("p"), goal_of(reading, match, verb), stage, verb)
    else:
        yield from changes(reading, match, match.start("q"), goal_of(reading, match, match.end("q")), stage, match.start())


def _decision(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the decision to admit India", "agreed to let them join"; "them" are those spoken of last."""
    if not is_ours(reading, match):
        return
    words = match.group()[: match.start("verb") - match.start()]
    lead = clause_before(reading.text, match.start(), 40)
    said = polarity_of(f"{lead} {re.sub(r'agree[a-z]* to|decid[a-z]* to|in principle', '', words)}")
    behind = clause_behind(reading.text, match.end())
    if re.search(r"\b(?:expected|will be|would be|may be|could be|to be) ", behind) or re.search(r"\b(?:no|yet to|pending)\b", lead):
        said = NEGATED if re.search(r"\bno\b", lead) else EXPECTED
    to = goal_of(reading, match, match.start("verb"))
    if match["p"]:
        asked = {claim["party"]: claim["to"] for claim in reading.changes_before(match.start(), 4) if "partner" in str(claim["to"])}
        if _IN_THIS_BEHIND.match(reading.text, match.end() - 3):
            to = named_last(reading, "ⓈⓉ", reading.masked.origin(match.start()))
        elif "Ⓞ" not in match.group() and not re.search("[ⓈⓉ]", match.group()):
            to = next((asked[party] for party in reading.parties(match.start("p")) if party in asked), to)
        yield from changes(reading, match, match.start("p"), to, "decision", polarity=said)
        return
    for party in reading.owners(match.start("them"), "their"):
        yield reading.claim("status_change", match, party=party, to=to, date=reading.date(match), stage="decision", polarity=said)


def _will_be(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "will be partners": a plan, a decision if it was decided, a fact if it holds from a day on."""
    said = polarity_of(match["aux"] or "")
    if said == ASSERTED or "still" in match["aux"] or "remain" in match["aux"] or not in_scope(reading, match, "s"):
        return
    stage, polarity = "effective", said
    if "shall" in match["aux"] and _IN_FORCE.match(reading.text, match.end()):
        polarity = ASSERTED if said != NEGATED else NEGATED
        dates = [slot for slot in reading.masked.between(match.end(), len(reading.text)) if slot.kind == "Ⓓ"]
        for party in reading.parties(match.start("p")):
            day = reading.resolved(dates[0])[0] if dates else None
            yield reading.claim(
                "status_change", match, party=party, to=reading.status(match.start("s")), date=day, stage=stage, polarity=polarity
            )
        return
    if _DECIDED_BEHIND.match(reading.text, match.end()) and said != NEGATED:
        stage, polarity = "decision", ASSERTED
    yield from changes(reading, match, match.start("p"), reading.status(match.start("s")), stage, polarity=polarity)


def _approved_own(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Ⓟ's parliament approves joining Ⓞ"; who approves of another's joining takes no step."""
    owner = match.group().rfind("Ⓟ's ")
    if owner > 0 and set(reading.parties(match.start() + owner)) != set(reading.parties(match.start("p"))):
        return
    stage = "memorandum" if re.search("ratif|memorand|bill|law|decision to", match.group()) else "decision"
    yield from changes(reading, match, match.start("p"), reading.status_within(match), stage)


_NOD = r"(?:nod|green light|go-ahead|approval|blessing|consent|all-clear|thumbs up|yes)"
_TAKE = (
    r"(?:admit(?:ting)?|accept(?:ing)?|tak(?:e|ing)(?: in)?|let(?:ting)?(?: in)?|includ(?:e|ing)|induct(?:ing)?|bring(?:ing)?|"
    r"receiv(?:e|ing)|upgrad(?:e|ing)|elevat(?:e|ing)|welcom(?:e|ing)|invit(?:e|ing))"
)

RULES = (
    Rule(
        id="apply.approves",
        purpose="A country's own government approves its joining.",
        pattern=pattern(
            r"(?P<p>[ⓅⓇⒾⒽ]|Ⓒ(?='s (?:parliament|government|cabinet))|Ⓐ(?= (?:cabinet|parliament|government|king|senate|lawmakers|council|"
            r"majlis|legislature)))(?:'s)?(?: (?:cabinet|parliament|government|council of ministers|king|senate|lawmakers|legislature|"
            r"majlis))? <AUX>(?P<verb>approve[sd]?|agree[sd]? (?:to|on)|decide[sd]? (?:to|on)|endorse[sd]?|ratif(?:y|ies|ied)|"
            r"signed off on|back(?:s|ed)|clear(?:s|ed))(?:,? on Ⓓ,?|,? Ⓓ,?){0,2} (?:(?:its|the|an?) (?:country's |kingdom's |draft )?"
            r"(?:plan|decision|bill|law|memorandum|motion|proposal) (?:to|on|for) )?(?:its |Ⓡ's |the (?:country's |kingdom's )?|Ⓟ's )?"
            r"(?:full )?(?:join(?:ing)?|accession to|entry (?:to|into)|(?:membership|Ⓣ) (?:of|in)) Ⓞ(?: as <ART>Ⓢ)?"
        ),
        make=_approved_own,
        examples=(
            ("Saudi Arabia approves joining the SCO as dialogue partner.", ("SAU dialogue_partner decision",)),
            ("Iran's parliament ratified the bill on joining the SCO in 2022.", ("IRN member memorandum 2022",)),
        ),
        counter_examples=("Hungary approves Sweden's joining NATO, the SCO noted.",),
    ),
    Rule(
        id="apply.nod",
        purpose="A country gets the nod, the green light, for a status.",
        pattern=pattern(
            r"<P><REL> ?<AUX>(?P<verb>(?:g[eo]ts?|gotten|receiv(?:es?|ed)|w[io]ns?|given|secur(?:es?|ed)|has|have|obtain(?:s|ed)|"
            rf"earn(?:s|ed)|granted) (?:(?:the|a|an|its|final|formal|Ⓞ's?|Ⓞ|official|initial|unanimous) ){{0,3}}{_NOD}"
            r"(?: (?:from|of|by) [^.;Ⓟ]{0,40}?)?(?: (?:to|for|on|as))*|(?:cleared|green-?lit|green-?lighted|approved) (?:for|to)) <GOAL>|"
            rf"(?:g[ia]ves?|giving|given|grants?|granted) (?:(?:the|a|an|its|their|final|formal|official) ){{0,3}}{_NOD} (?:to|for) "
            r"(?:the )?(?P<q>Ⓟ)(?:'s?)? (?:to |for |as )?<GOAL>"
        ),
        make=_nod,
        examples=(
            ("Iran gets nod for full SCO membership", ("IRN member decision",)),
            ("India and Iran cleared for SCO membership", ("IND member decision", "IRN member decision")),
            ("Kuwait got the green light to become a dialogue partner of the SCO.", ("KWT dialogue_partner decision",)),
            ("SCO gives green light to Iran's membership", ("IRN member decision",)),
        ),
        counter_examples=("Finland gets the nod for NATO membership, the SCO notes.",),
    ),
    Rule(
        id="apply.decision",
        purpose="The decision to admit a country, to make it a partner.",
        pattern=pattern(
            r"\b(?:decisions?|decided|agreed|resolved|resolution|voted|agree|decide|agreement)(?: unanimously| in principle| Ⓓ| in Ⓓ| at Ⓒ|"
            r" by consensus)*(?: (?:to|on|about|of|upon|(?:made |taken |reached )?(?:was|is) (?:made |taken )?to))?"
            rf"(?: begin| start| launch)? (?P<verb>{_TAKE}) (?:the )?(?:(?P<p>[ⓅⓇⒾ])|(?P<them>them|both))(?! (?:Ⓣ|observer|a|as a)\b)"
            r"(?: in| on board)?(?: (?:as|to|into) (?:<ART>[ⓈⓉ]|Ⓞ(?: as <ART>[ⓈⓉ])?)|"
            r" join(?: Ⓞ)?)?(?![a-z' ]*(?:summit|meeting|proposal|initiative|offer|invitation|aid|help|loan))"
        ),
        make=_decision,
        examples=(
            ("The leaders of the SCO took the decision to admit India and Pakistan.", ("IND member decision", "PAK member decision")),
            (
                "India and Pakistan were guests of the SCO. The leaders had just taken the decision to admit them.",
                ("IND member decision", "PAK member decision"),
            ),
        ),
        counter_examples=("The SCO noted NATO's decision to admit Finland.", "The SCO agreed to give Iran aid."),
    ),
    Rule(
        id="change.will_be",
        purpose="A country will be, shall be, could be a member.",
        pattern=pattern(
            r"<P><REL> ?<AUX>(?P<verb>(?<=be )|have |take |hold )<ART>(?:in |equal )?"
            r"(?P<s>[ⓈⓉ])(?! (?:from|of [^Ⓞ]|at the summit|who|leader|head)\b)"
        ),
        make=_will_be,
        examples=(
            ("Turkey could one day be a full member of the SCO.", ("TUR member effective expected",)),
            (
                "Egypt and Qatar will be dialogue partners of the SCO, it was decided.",
                ("EGY dialogue_partner decision", "QAT dialogue_partner decision"),
            ),
            ("Belarus shall be a member of the SCO as of the date of this Decision, 4 July 2024.", ("BLR member effective 2024-07-04",)),
        ),
        counter_examples=("Finland will be a member of NATO, the SCO noted.", "Why should Nepal not be a full member of the SCO?"),
    ),
)

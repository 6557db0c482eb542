"""Loose rules for what a noun takes for granted: a goal, an application of one's own, a decision in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.recalling import BACK, OF_OTHERS, owners
from sco_timeline.extracting.rules.loose.steps import ours, subjects


def _goal(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "its president said that Ⓣ was the goal"."""
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or not ours(clause):
        return
    owned = _WHOSE_GOAL.search(reading.text, 0, match.start())
    if match["i"] or (owned and not subjects(clause, "ⓅⓇⒽ")):
        place, word = (match.start("i"), match["i"]) if match["i"] else (owned.start("i"), owned["i"]) if owned else (0, "")
        parties = reading.owners(place, word)
    else:
        parties = reading.parties(match.start("p")) if match["p"] else clause.who(subjects(clause, "ⓅⓇⒽ"))
    polarity = NEGATED if re.search(r"\b(?:not|no longer|never)\b|n't", match.group()) else EXPECTED
    for party in parties:
        yield reading.claim("status_change", match, party=party, to=reading.status(match.start("t")), stage="effective", polarity=polarity)


_WHOSE_GOAL = re.compile(
    r"\b(?P<i>its|their) (?:president|prime minister|premier|foreign minister|government|leaders?|diplomats|minister)\b"
)


def _own_bid(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "hoped that its own application would move ahead", "voted against Ⓟ's application": that there is one."""
    clause = clause_at(reading, *match.span())
    if (
        clause.is_idle()
        or not ours(clause)
        or OF_OTHERS.match(reading.text, match.end())
        or _UNMADE.match(reading.text, match.end())
        or _NO_BID.search(reading.text, 0, match.start())
    ):
        return
    if match["i"]:
        parties = owners(reading, match)
    else:
        parties = reading.parties(match.start() - 3 if match["w"] else match.start("p" if match["p"] else "q"))
    told = [
        claim["to"] for claim in reading.changes_before(match.start(), BACK) if claim["party"] in parties and claim["polarity"] != NEGATED
    ]
    told = [to for to in told if to != "dialogue_partner" or match["q"]] or told
    if not told and match["of"] == "request":
        return
    for party in parties:
        yield reading.claim("status_change", match, party=party, to=told[-1] if told else "member", stage="application")


_MET = (
    r"(?:(?:was|were|is|are|has|have|had|been|being|not|never|also|still|then|formally|officially|first|both|again) )+(?:conveyed|"
    r"submitted|"
    r"received|forwarded|filed|lodged|presented|handed (?:in|over)|sent|tabled|registered|made|discussed|considered|examined|"
    r"reviewed|"
    r"studied|pending|on the table|under (?:consideration|review|discussion))"
)
_UNMADE = re.compile(r",? (?:were|should|if|when|once|whenever) (?:Ⓘ|(?:ever|made|filed|submitted|lodged|one|there)\b)")
_NO_BID = re.compile(
    r"\b(?:no|not|never|without|will|would|if|whether|may|might|submit|file|lodge|plans?|prepar\w+|withdr\w+)\b[^.;,]{0,30}$"
)


def _decision_on(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Ⓟ: decision on Ⓣ" in a list."""
    if reading.ours(match.start("p")):
        for party in reading.parties(match.start("p")):
            yield reading.claim(
                "status_change", match, party=party, to=reading.status(match.start("s")), date=reading.date(match), stage="decision"
            )


RULES = (
    Rule(
        id="change.loose_goal",
        purpose="A status is said to be the goal.",
        pattern=pattern(
            r"(?P<t>Ⓣ)(?: of Ⓞ)? (?:is|was|remains|remained|would be|has been)(?: still| not| no longer|n't)? (?:<ITS>|"
            r"(?P<p>[ⓅⓇ])'s|the|an?) "
            r"(?:[a-z-]+ ){0,2}(?:goal|aim|objective|target|dream|ambition|priority)\b"
        ),
        make=_goal,
        examples=(("Turkey spoke to the SCO. Its president said that full membership was the goal.", ("TUR member effective expected",)),),
        counter_examples=("NATO membership was the goal of Ukraine, the SCO heard.",),
    ),
    Rule(
        id="change.loose_own_bid",
        purpose="A country's application, without a word of what for.",
        pattern=pattern(
            rf"(?:<ITS>|(?P<p>[ⓅⒸ])'s?|(?<=Ⓟ, )(?P<w>whose)) (?:(?:own|formal|official|Ⓠ|pending|long-standing|old) "
            rf")*(?:application|applications(?= {_MET})|candidac(?:y|ies)|"
            rf"candidatures?|(?:bids?|requests?)(?= {_MET}))\b(?! (?:for|to(?! Ⓞ)|form|fee|of|process|procedure)\b)|"
            rf"\b(?:the|an?) (?:formal |official )?(?P<of>application|bid|request)s? (?:of|from|by) (?:the )?(?P<q>[ⓅⓇ]) {_MET}"
        ),
        make=_own_bid,
        examples=(
            (
                "Iran, an observer of the SCO, had hoped that its own application would move ahead.",
                ("IRN member application",),
            ),
        ),
        counter_examples=(
            "Ukraine told NATO that its own application should move ahead, the SCO noted.",
            "Turkey's application, were it ever filed, would need the consent of all members of the SCO.",
        ),
    ),
    Rule(
        id="change.loose_decision_on",
        purpose="A list of countries and the decision on them.",
        pattern=pattern(
            r"(?P<p>Ⓟ) ?(?::|–|-) (?:the )?(?:decision|consent|approval|procedure) (?:in principle )?(?:on|to|for|of) (?:the |"
            r"granting |giving |their |its )*(?P<s>[ⓈⓉ])"
        ),
        make=_decision_on,
        examples=(("SCO summit in Ufa. Nepal: decision on observer status.", ("NPL observer decision",)),),
        counter_examples=("NATO summit in Madrid. Finland: decision on membership of NATO. The SCO waits.",),
    ),
)

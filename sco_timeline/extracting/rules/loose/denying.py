"""Loose rules for what is denied in short: "it hadn't", "Tehran would not", "not eligible", "no decision on India was taken"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.loose.steps import ours, subjects, target, tell, wanted


def _ineligible(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "his country is therefore not eligible", "membership is not on the table" for the one spoken of."""
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or not ours(clause):
        return
    places = [match.start("p")] if match["p"] else subjects(clause)
    to = reading.status(match.start("s")) if match["s"] else target(clause, match, None) or wanted(clause, places, False)
    yield from tell(clause, match, places, to, "effective", NEGATED)


def _undecided(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "put off a decision on Ⓟ", "could not agree to start the procedure" of the one told before."""
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or not ours(clause):
        return
    named = next((name for name in "pqr" if match[name]), None)
    if named:
        places = [match.start(named)]
        yield from tell(
            clause, match, places, target(clause, match, None) or wanted(clause, places), "decision", NEGATED, day_of(clause, match)
        )
        return
    told = [claim for claim in reading.changes_before(match.start(), 3) if claim["stage"] == "application" or claim["polarity"] == EXPECTED]
    for claim in told:
        if claim["evidence"] == told[-1]["evidence"]:
            yield reading.claim(
                "status_change", match, party=claim["party"], to=claim["to"], date=day_of(clause, match), stage="decision", polarity=NEGATED
            )


_MATTER = (
    r"(?:decision|question|matter|issue|application|applications|bid|bids|request|requests|admission|entry|accession|"
    r"membership|file|case)"
)

RULES = (
    Rule(
        id="change.loose_ineligible",
        purpose="A country is not eligible, its membership is out of the question.",
        pattern=pattern(
            r"(?<!\w)(?:(?:not|never|no longer|n't) (?:yet |now )?eligible|ineligible|disqualified|"
            r"(?:becoming |being )(?:an? )?(?:full )?(?P<s>[ⓈⓉ])(?: of Ⓞ)? (?:is|was|remains) (?:not on|off) the table|"
            r"(?:Ⓣ|accession|admission|entry) (?:for (?:the )?(?P<p>[ⓅⓇ]) )?(?:is|was|remains) (?:not on the table|"
            r"off the table|out of the question)|"
            r"(?:cannot|can't|could not) (?:yet |therefore |now )?(?:be (?:admitted|accepted|let in|taken in|received|"
            r"considered)|join|enter|come in)"
            r"(?=[.,;]|$| (?:while|because|as long|until|before|for as|under|at all|so long|there|since|due)\b)|"
            r"(?:stays?|remains?|stayed|remained) (?:firmly )?outside(?=[.,;]|$| (?:until|for|Ⓞ)))"
        ),
        make=_ineligible,
        examples=(
            (
                "Iran is an observer of the SCO. The country is under sanctions and therefore not eligible.",
                ("IRN member effective negated",),
            ),
        ),
        counter_examples=("Iran is not eligible for loans of the World Bank, the SCO noted.",),
    ),
    Rule(
        id="change.loose_undecided",
        purpose="A decision on a country is put off, the members cannot agree on it.",
        pattern=pattern(
            r"(?:\b(?:put(?:s|ting)? off|postpon(?:es?|ed|ing)|shelv(?:es?|ed|ing)|defer(?:s|red|ring)?|delay(?:s|ed|"
            r"ing)?)(?:, [^.;,ⓅⓇ]{3,25},)? "
            rf"(?:the |an? |any |its |their |all )*(?:final )?{_MATTER}s? (?:on|of|about|for|over|to admit|"
            rf"concerning) (?:admitting |the (?:admission|entry) of )?"
            r"(?:the )?(?P<p>[ⓅⓇ])|"
            r"\b(?:could not|cannot|did not|unable to|failed to|were not able to) (?:yet )?agree (?:on (?:it|Ⓘ|this|the "
            r"matter|the "
            r"(?:application|bid|request))|to (?:start|begin|open|launch) (?:the |its )?(?:procedure|process|talks)|to (?:it|"
            r"Ⓘ)\b)|"
            rf"\bput(?:s|ting)? (?P<r>[ⓅⒸ])'s (?:(?:Ⓣ|{_MATTER}) ?)+ on (?:hold|ice|the back burner)|"
            rf"(?P<q>[ⓅⒸ])'s (?:own |latest )?(?:{_MATTER}|(?:way|path|road|route) (?:in)?to [ⓉⓄ]),? (?:[^.;,Ⓟ]{{3,40}}, "
            rf")?(?:still )?(?:remains?|remained|stays?|stayed|"
            rf"is|was|has been|lies|lay) "
            r"(?:still |once more |again )?(?:blocked|closed|shelved|frozen|stalled|on hold|on ice|put off|postponed)\b)"
        ),
        make=_undecided,
        examples=(
            (
                "At their summit the leaders of the SCO put off, once again, a decision on India and Pakistan.",
                ("IND member decision negated", "PAK member decision negated"),
            ),
        ),
        counter_examples=("The summit of the SCO put off a decision on a development bank.",),
    ),
)

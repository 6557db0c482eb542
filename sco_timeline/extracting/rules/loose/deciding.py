"""Loose rules for the nouns of an accession: what was set in motion, sealed, promised, signed, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.loose.steps import ours, polarity_here, target, tell


def _way(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "opened its doors to Ⓟ", "gave Ⓟ the green light": let in, as members if nothing else is said."""
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or not ours(clause):
        return
    polarity = polarity_of(clause.before[-90:])
    place = match.start("p") if match["p"] else match.start("p2")
    yield from tell(clause, match, [place], target(clause, match), "decision", polarity, day_of(clause, match, polarity, "decision"))


def _answer(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Ⓞ said no", "the answer was yes" of what was asked or hoped for just before."""
    clause = clause_at(reading, *match.span())
    told = [claim for claim in reading.changes_before(match.start(), 2) if claim["stage"] == "application" or claim["polarity"] == EXPECTED]
    if not told or clause.is_idle() or not ours(clause) or polarity_here(clause) == EXPECTED:
        return
    last = [claim for claim in told if claim["evidence"] == told[-1]["evidence"]]
    polarity = ASSERTED if "yes" in match.group() else NEGATED
    day = day_of(clause, match)
    for party, to in dict.fromkeys((claim["party"], claim["to"]) for claim in last):
        yield reading.claim("status_change", match, party=party, to=to, date=day, stage="decision", polarity=polarity)


RULES = (
    Rule(
        id="change.loose_way",
        purpose="The door is opened, the green light given, the way cleared for a country.",
        pattern=pattern(
            r"\b(?:(?:open(?:s|ed|ing)?|threw open|thrown open|flung open) (?:up )?(?:its|the|their) (?:doors?|gates?) "
            r"(?:to|for)|"
            r"(?:doors?|gates?) (?:stands? |stood |is |are |was |were |now |wide |thrown )*open(?:ed)? (?:to|for)|"
            r"(?:g[ia]v(?:e|es|en|ing)) (?:the |its |their |a )?(?:final |formal |official )?(?:green light|go-ahead|"
            r"nod|blessing|yes) (?:to|for)|"
            r"(?:clear|pav|smooth|open)(?:s|es|e|ed|ing) the (?:way|path|road) (?:to (?:full )?(?:Ⓣ|accession|admission|"
            r"entry) )?(?:to|for)|said yes to|open(?:s|ed|ing)? (?:up )?(?:itself|Ⓞ|the (?:club|circle|group)) to|"
            r"(?:launch|start|open|initiat|beg[aiu]n|trigger)[a-z]* (?:the |an? |its )?(?:[a-z]+ )?(?:procedures?|"
            r"process|formalities)(?: (?:of|for|to)(?: [a-z]+ing)?)?|"
            r"(?:ball|wheels?|machinery|process|procedure) (?:rolling|turning|moving|in motion|going)(?: [a-z]+){0,3} "
            r"(?:for|of|on)|(?:start|beginning) (?:was |is )?(?:made )?(?:on|with) (?:admitting|taking in|the admission "
            r"of)) "
            r"(?:the )?(?P<p>[ⓅⓇ](?!')|[ⓅⓇⒸ](?='s? (?:[a-z]+ )?(?:entry|admission|accession|Ⓣ|bid|application)))|"
            r"\b(?:g[ia]v(?:e|es|en|ing)) (?:the )?(?P<p2>[ⓅⓇ]) (?:the |its |their |a )?(?:final |formal |official "
            r")?(?:green light|go-ahead|nod|blessing)\b"
        ),
        make=_way,
        examples=(("In Samarkand the leaders of the SCO threw open its doors to Belarus.", ("BLR member decision",)),),
        counter_examples=("The summit of the SCO opened the door to Iran's oil.",),
    ),
    Rule(
        id="change.loose_answer",
        purpose="The SCO or a member says yes or no to what was asked for.",
        pattern=pattern(
            r"\b(?:(?:said|say|says|answered|replied) (?:yes|no)|(?:answer|reply|response|verdict|reaction|word) "
            r"(?:from [a-zⒸⓅ]+ )?(?:was|is|came|remained)"
            r"(?: [a-z]+){0,2} (?:yes|no))\b(?! (?:to|word|more|one|problem|different)\b)"
        ),
        make=_answer,
        examples=(
            (
                "Iran applied for SCO membership in 2008. In Dushanbe the answer was no.",
                ("IRN member application 2008", "IRN member decision negated"),
            ),
        ),
        counter_examples=("Iran said no to a ceasefire, the SCO noted.",),
    ),
)

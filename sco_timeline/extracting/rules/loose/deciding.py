"""Loose rules for decisions: an accession that is set in motion, agreed or sealed; a yes or no to what was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import told_last
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.loose.steps import as_told, ours, polarity_here, subjects, target, tell
from sco_timeline.extracting.rules.procedures import WANTS_IT

_BEGUN = re.compile(
    r"\b(?:launch\w*|start\w*|beg[aiu]n\w*|set (?:in motion|going|rolling|off)|initiat\w*|open\w*|mov(?:ed|ing)|running|under ?way|"
    r"in motion|turning|roll(?:ing|ed)|trigger\w*|kick\w* off|agree\w*|decid\w*|approv\w*|endors\w*|resolv\w*|vot(?:e|ed)|clear\w*|"
    r"hammered out|worked out|mapped out|laid out|green light|nod|blessing|go-ahead|said yes|accepted|adopted|on track|set the wheels)\b"
)
_DONE = re.compile(
    r"\b(?:seal\w*|formali[sz]\w*|complet\w*|finali[sz]\w*|conclud\w*|took effect|takes? effect|came (?:in|on|with|about)|went through|"
    r"took place|happen\w*|becam\w+ (?:official|effective|formal)|official|crown\w*|celebrat\w*|confirm\w*|perfect\w*|consummat\w*)\b"
)
_HOPED = re.compile(
    r"\b(?:support\w*|back(?:s|ed)|discuss\w*|talk\w*|debat\w*|consider\w*|propos\w*|issue|question|prospect|idea|"
    r"(?:not|n't|cannot|unable to|failed to) agree\w*|disagree\w*|hop\w+|possib\w+|favou?r\w*|call\w*|wants?)\b"
)


_UPON = re.compile(r"\b(?:with|since|after|following|upon|through|by) the $")


_TO_MEMBERS = re.compile(r"accession|membership|Ⓣ")  # no partner's
_ROAD_TO = r"(?:road|path|way|journey) (?:to|into|towards)"
_ROAD = re.compile(rf"\b{_ROAD_TO}\b")
_LAID = re.compile(r"\b(?:mapped|laid|open(?:ed|s)?|clear\w*|pav\w*|smooth\w*|approv\w*|agree\w*)\b")


def _nominal(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the admission of Ⓟ will be sealed", "the wheels of accession turn for Ⓟ" by the verb that stands in the clause."""
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or not ours(clause) or _HOPED.search(clause.words) or WANTS_IT.search(reading.text, 0, match.start()):
        return
    came = _UPON.search(clause.before) and clause.places("Ⓓ")
    stage = "effective" if came else "decision" if _BEGUN.search(clause.words) else "effective" if _DONE.search(clause.words) else None
    named = max(match.start(name) for name in ("p", "p2", "p3"))
    places = [named] if named >= 0 else clause.parties("of")[:1] or subjects(clause)
    if stage == "decision" and _ROAD.search(match.group()) and not _LAID.search(clause.words):
        return
    if stage is None or not places:
        return
    polarity = polarity_of(f"{clause.before} {clause.behind}".replace("set in motion", "begun").replace("set going", "begun"))
    to = target(clause, match)
    to = to if _TO_MEMBERS.search(match.group()) else as_told(clause, places, to)
    yield from tell(clause, match, places, to, stage, polarity, day_of(clause, match, polarity, stage))


def _answer(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Ⓞ said no", "the answer was yes" of what was asked or hoped for just before."""
    clause = clause_at(reading, *match.span())
    told = [claim for claim in reading.changes_before(match.start(), 2) if claim["stage"] == "application" or claim["polarity"] == EXPECTED]
    if not told or clause.is_idle() or not ours(clause) or polarity_here(clause) == EXPECTED:
        return
    polarity = ASSERTED if "yes" in match.group() else NEGATED
    day = day_of(clause, match)
    for party, to in dict.fromkeys((claim["party"], claim["to"]) for claim in told_last(told)):
        yield reading.claim("status_change", match, party=party, to=to, date=day, stage="decision", polarity=polarity)


_ENTRY = r"(?:accession|admission|entry|entrance|inclusion|admittance|induction|incorporation|enlistment|membership)"
_WHEELS = r"(?:machinery|procedures?|process|wheels|mechanics|mechanism|path|road|formalities|paperwork|terms|steps)"

RULES = (
    Rule(
        id="change.loose_nominal",
        purpose="A country's admission is begun, agreed, sealed.",
        pattern=pattern(
            rf"(?:\b{_WHEELS} (?:of|for) (?:the )?(?:full )?{_ENTRY}|\b{_ENTRY} (?:{_WHEELS}|of (?:the )?(?P<p>[ⓅⓇ]))|"
            rf"(?P<p3>[ⓅⓇⒸ])'s? (?:full |eventual )?(?:{_ENTRY}|{_ROAD_TO} (?:full )?(?:Ⓣ|Ⓞ|{_ENTRY}))|"
            r"\b(?:arrival|coming) of (?:the )?(?P<p2>[ⓅⓇ]))(?! fee)"
        ),
        make=_nominal,
        examples=(("For Belarus the machinery of accession to the SCO is running already.", ("BLR member decision",)),),
        counter_examples=("The terms of entry for Serbia were hammered out by the EU, the SCO noted.",),
    ),
    Rule(
        id="change.loose_answer",
        purpose="The SCO or a member says yes or no to what was asked for.",
        pattern=pattern(
            r"\b(?:(?:said|say|says|answered|replied) (?:yes|no)|"
            r"(?:answer|reply|response|verdict|reaction|word) (?:from [a-zⒸⓅ]+ )?(?:was|is|came|remained)(?: [a-z]+){0,2} (?:yes|no))"
            r"\b(?! (?:to|word|more|one|problem|different)\b)"
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

"""Loose rules for the founding of the SCO: by whatever words it came to be, a day of 2001 or a list of founders in the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import NO_STATES
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import Clause, clause_at

_QUIZ = re.compile(r"(?:^|/| )\W?[a-d]\) |[?].*\bor\b")
_FIRST, _LAST = "1996", "2003"
_THING = re.compile(
    r"\b(?:structure|secretariat|fund|bank|council|centre|center|committee|rats|university|programme|program|project|treaty|convention|"
    r"declaration of|relations|dialogue|partnership|strategy|mechanism|working group|forum|company|party|network|zone|base|ministry|"
    r"contact group|website|office|regiment|war|talks|alliance between|agreement|accord|pact between)\b"
)
_MAYBE = re.compile(r"\b(?:would|could|may|might|should|will|not|never|whether|if|propos|plan(?:s|ned)? to)\b")


def _days(clause: Clause) -> list[int]:
    """Return where days of the years in question stand in a clause, those behind the trigger first."""
    reading = clause.reading
    days = [place for place in clause.places("Ⓓ") if _FIRST <= (reading.resolved(reading.masked.slot(place))[0] or "")[:4] <= _LAST]
    return sorted(days, key=lambda place: (place < clause.trigger[0], abs(place - clause.trigger[1])))


def _is_it(clause: Clause) -> bool:
    """Say whether what came to be is the SCO: named in the clause or before "which", "it", or left out in a line of notes."""
    reading, words = clause.reading, clause.words
    near = words[max(clause.start, clause.trigger[0] - 90) : clause.trigger[1] + 60]
    if any(kind in near for kind in "ⓋⓍ") or _THING.search(words[max(clause.start, clause.trigger[0] - 40) : clause.trigger[1] + 25]):
        return False
    head = reading.text[max(0, clause.start - 40) : clause.start]
    named = _IT.search(f" {near} ") or _IT_BEFORE.search(head)
    return bool(named or not clause.before.strip(" *-–•")) and clause.is_ours()


_BODY = r"body|organi[sz]ation|institution|alliance|club|bloc|group(?:ing)?|association"
_IT = re.compile(rf"[ⓄⒾ]|\b(?:its|{_BODY}|circle|family)\b")
_IT_BEFORE = re.compile(rf"\b(?:{_BODY}),? ?$|[ⓄⓈⓉ],? ?(?:to|in|of|from|with)? ?$")


def _born(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    clause = clause_at(reading, *match.span())
    days = _days(clause)
    if not days or NO_STATES.search(reading.text) or _QUIZ.search(reading.text) or not _is_it(clause) or _MAYBE.search(clause.before[-30:]):
        return
    if reading.text.endswith("?") or reading.text[max(0, days[0] - 14) : days[0]].endswith(("until ", "up to ", "before ")):
        return
    date = reading.resolved(reading.masked.slot(days[0]))[0]
    yield reading.claim("founding", match, date=date, parties=_founders(clause), body=None, polarity=ASSERTED)


_BY = re.compile(r"\bby (?:[a-zⓇⓃ:'-]+,? ){0,6}?(?P<p>[ⓅⒽ])")


_NO_FOUNDER = re.compile(
    r"\b(?:enlarg|expand|follow|join|chair|host|attend|led|widen|swell|swoll)[a-z]* $"
)  # "afterwards enlarged by India"


def _founders(clause: Clause) -> list[str]:
    """Return who founded: behind "by" or as the subject of an active verb, if they are several."""
    led = _BY.search(clause.words, clause.trigger[1])
    led = None if led and _NO_FOUNDER.search(clause.words, clause.trigger[1], led.start()) else led
    by = [led.start("p")] if led else [place for place in clause.parties("subject", kinds="ⓅⓇⒽ") if place < clause.trigger[0]]
    parties = clause.who(by[-1:])
    return sorted(parties) if len(parties) > 1 else []


def _parents(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    clause = clause_at(reading, match.start(), match.start("p"))
    parties = sorted(reading.parties(match.start("p")))
    if len(parties) < 2 or not clause.is_ours() or reading.text.endswith("?") or _QUIZ.search(reading.text):
        return
    days = _days(clause)
    date = reading.resolved(reading.masked.slot(days[0]))[0] if days else None
    yield reading.claim("founding", match, date=date, parties=parties, body=None, polarity=ASSERTED)


_BORN = (
    r"(?:born|(?:brought|called|sprang|came|comes?|stepped) (?:[ⒾⓄ] )?(?:in)?to (?:the )?(?:being|life|existence|world)|"
    r"(?:gave|given|giving) (?:birth|life)|dat(?:es|ed|ing) (?:back )?(?:from|to)|go(?:es|ing) back to|reach(?:es)? back to|"
    r"(?:has |have |had )?(?:existed|been around|been with us|been in existence|been at work|operated) (?:only )?(?:since|from)|"
    r"with us since|around since|in (?:existence|business|operation) since|"
    r"Ⓞ's (?:birth(?:day)?|date of birth|founding|creation|foundation)|brought forth|(?:first )?saw the light|"
    r"take its (?:start|beginning|rise)|took (?:its )?(?:shape|rise|start|beginning)|"
    r"was (?:founded|established|set up|created|formed|launched|inaugurated|constituted|proclaimed)|"
    r"(?:founded|established|set up|created|formed|launched|inaugurated|instituted) (?=Ⓞ|Ⓘ|[^Ⓞ]{0,30}Ⓓ)|an affair of|"
    r"its (?:birth|creation|founding|foundation|establishment|formation|inception|start|beginnings?|launch|origin)|"
    r"(?:birth(?:day|date)?|creation|founding|foundation|establishment|formation|inception|launch|origins?) of Ⓞ|child of|"
    r"product of|(?:history|story) of Ⓞ (?:starts|begins|began|started|goes)|"
    r"its (?:history|story) (?:starts|begins|began|started|goes)|"
    r"(?:make|made) its (?:appearance|entrance))"
)

RULES = (
    Rule(
        id="founding.loose_born",
        purpose="The SCO came into the world, goes back to, has been around since a day of 2001, whatever stands between.",
        pattern=pattern(rf"(?=[a-ilmopr-twⓄ])\b{_BORN}"),
        make=_born,
        examples=(
            ("The SCO, young as it looks, came into the world in June 2001.", ("2001-06",)),
            ("The club, to which Shanghai gave birth in 2001, is large; the SCO has ten members.", ("2001",)),
            ("Leaders of China, Russia and Kazakhstan called the SCO into life in 2001.", ("2001 CHN,KAZ,RUS",)),
        ),
        counter_examples=(
            "The anti-terrorist structure of the SCO came into being in 2003.",
            "NATO, unlike the SCO, goes back to 1949.",
            "When did the SCO come into being, in 2001 or in 2002?",
        ),
    ),
    Rule(
        id="founding.loose_parents",
        purpose="Its fathers, parents, founders were these states.",
        pattern=pattern(
            r"\b(?:(?:founding )?fathers|(?:god)?parents|(?:co-)?founders|initiators|creators|founding (?:states|countries|nations|powers|"
            r"Ⓢ))(?![^.;Ⓟ]{0,40}(?:\bjoined\b|Ⓘ are))[^.;?ⓅⓍⓋ]{0,40}?(?:were|are|:| –|,)? (?:the )?(?P<p>[ⓅⒽ])(?! (?:and|or) [a-z])"
        ),
        make=_parents,
        examples=(("The SCO, whose parents in 2001 were China, Russia and Kazakhstan, is large.", ("2001 CHN,KAZ,RUS",)),),
        counter_examples=(
            "The founding fathers of NATO were France and Belgium, the SCO noted.",
            "The SCO has eight members. Besides the founding states they are India and Pakistan.",
        ),
    ),
)

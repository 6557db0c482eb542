"""A loose rule for two sides who met on a summit's margins: a word of meeting, and the two whom its clause names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED
from sco_timeline.extracting.protagonists import home_leader
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import Clause, clause_at
from sco_timeline.extracting.rules.sides import OCCASION, at_its_margins, meetings_of
from sco_timeline.extracting.rules.venues import ministers_meet

_LATER = re.compile(
    r"on the cards|on (?:his|her|the) (?:programme|agenda|schedule|diary)|(?:meetings?|talks) (?:planned|scheduled)|fills? "
    r"(?:his|her)|in store|pencilled|"
    r"to go until|going to"
)
_NO = re.compile(r"\b(?:no|not|without|neither|never) (?:[a-z-]+ ){0,3}$")
_NOT_THESE = re.compile(
    r"\b(?:since|last (?:met|year|month)|years? (?:ago|earlier)|telephone|phone|by letter|council|foreign ministers|"
    r"weeks? (?:ago|earlier|after)|"
    r"whether|\bif\b|no (?:word|confirmation)|not (?:known|clear)|unclear|(?:would|could|might|should) have|possib|speculat|"
    r"offer|propos|congratulat|(?:gratitude|thank\w*)\b.{1,50} for (?:the|his) invitation|airport|minister of foreign|skip\w*|absent|"
    r"miss(?:ed|es)?|mention|take place|three-way|trilateral|tripartite|avoid\w*|met (?:with )?(?:[a-z-]+ ){1,3}leaders|"
    r"(?:part in|join(?:ed|ing|s)?|attend(?:ed|ing|s)?) (?:the|this) (?:[a-z]+ )?(?:talks|meeting))\b|Ⓝ-(?:way|sided)|à trois"
)
_PLAN = re.compile(
    r"\b(?:will|would|may|might|should|(?:is|are) (?:also )?(?:to|due|expected|set|scheduled|likely)|hopes?|plans?|wants?|"
    r"to) (?:[a-z-]+ ){0,4}$|\b(?:will|would) (?:head|lead) [^.;,]{0,60}$"
)
_WITH = re.compile(r"\b(?:with|between|to|and) (?:the |his |her |its )?(?:[a-z-]+ ){0,3}$")
_AND_MORE = re.compile(
    r",? and (?:Ⓝ|(?:their|other|several|the other|some|all|the (?:[a-z]+ ){0,2}(?:states|republics|countries|nations))\b)"
)  # "the leaders of China, Russia and four more states"
_BEFORE_IT = re.compile(  # "after talks in Beijing he will travel to Qingdao for the summit"
    r"(?:talks|meeting|met)\b[^.;Ⓒ]{0,60} in Ⓒ[^.;Ⓒ]{0,40}\b(?:travel\w*|fly|flew|flies|going|went|goes|head\w*|leav\w*|"
    r"left|proceed\w*) (?:on )?(?:to|for) Ⓒ"
)
_HE_FIRST = re.compile(r"(?:the (?:[a-z]+ )?(?:prime minister|president|premier|leader)|Ⓘ)(?!'| of) ")
_ENVOY = re.compile(r"\b(?:ambassadors?|envoys?)\b")
_OCCASION = re.compile(OCCASION)
_REACH = 90
_TEXT = 2000  # characters before in which a text names its own leader
_UNNAMED = re.compile(
    r"\bprime minister (?:will|would|is|was|has|had|attended|arrived|left|also|leaves|and)\b"
)  # a text's own, who needs no name


def _people(clause: Clause, first: int, last: int) -> list[str]:
    """Return the parties of the leaders who stand in a part of a clause."""
    text = clause.reading.text
    slots = [
        clause.reading.masked.slot(place) for place in clause.places("Ⓗ") if first <= place < last and not _AND_MORE.match(text, place + 1)
    ]
    return list(dict.fromkeys(party for slot in slots for party in slot.parties if slot.value != "minister"))


def _sides(clause: Clause) -> list[set[str]]:
    """Return who met whom: the nearest before the word with each behind it, else the two before or behind."""
    here, end = clause.trigger
    before = _people(clause, max(clause.start, here - _REACH), here)
    behind = _people(clause, end, end + _REACH)
    if len(before) == 1 and 0 < len(behind) < 4:
        return [{before[0], other} for other in behind if other != before[0]]
    if len(before) == 2 and not behind:
        return [set(before)]
    if not before and len(behind) == 2 and re.match(r"s? (?:[a-z-]+ ){0,3}(?:between|by|of) (?:the )?(?=Ⓗ)", clause.behind):
        return [set(behind)]
    if not before and 0 < len(behind) < 4 and _WITH.search(clause.words, end, clause.words.index("Ⓗ", end)):
        one = _elided(clause)
        return [{one[0], other} for other in behind if one and other != one[0]]
    return []


def _elided(clause: Clause) -> tuple[str, ...]:
    """Return who met where a clause does not say: the first of its sentence, the leader of whom the text tells, or who was named last."""
    reading, here = clause.reading, clause.trigger[0]
    first = next((slot for slot in reading.masked.between(0, here) if slot.kind == "Ⓗ"), None)
    if first is not None and not _HE_FIRST.match(reading.text):
        return first.parties[:1]
    place, article = reading.masked.origin(here), reading.article
    own = home_leader(article.low, article.names, place)
    if own or _UNNAMED.search(article.low, max(0, place - _TEXT), place):
        return own
    return article.parties_before(place, reading.number, person=True)


def _polarity(clause: Clause) -> str:
    if _NO.search(clause.before):
        return NEGATED
    return EXPECTED if _PLAN.search(_OCCASION.sub(" ", clause.before)) or _LATER.search(clause.reading.text) else ASSERTED


def _met(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if "Ⓗ" not in reading.text:
        return
    sentence = reading.article.sentences[reading.number]
    if _ENVOY.search(reading.article.low, sentence.start, sentence.end) or _BEFORE_IT.search(reading.text):
        return
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or _NOT_THESE.search(clause.words) or ministers_meet(reading) or not at_its_margins(reading, match):
        return
    yield from meetings_of(reading, match, _sides(clause), _polarity(clause))


RULES = (
    Rule(
        id="meeting.loose",
        purpose="Two leaders see each other, sit down, talk, confer at a summit, in any order of words.",
        pattern=pattern(
            r"\b(?:t[êe]te-[àa]-t[êe]te|one-(?:on|to)-one(?: talks| meetings?)?|talks\b|conferr?(?:s|ed)\b|s[ai]ts? down\b|"
            r"s[ae][ew] each other|(?:sitting|sat|sits?|seated) (?:opposite|facing) each other|face to face\b|seeing\b|"
            r"(?:gave|give|giving) each other|(?:met|meets?|(?<!the )(?<!their )(?<!Ⓞ )(?<!Ⓧ )meeting)\b(?! of (?:the "
            r")?(?:council|heads|"
            r"leaders|Ⓑ|Ⓞ))|encounter\b|"
            r"conversation\b|discuss(?:es|ed|ing)\b|bilateral\b(?! visit))"
        ),
        make=_met,
        examples=(
            ("At the SCO summit in Tianjin Nikol Pashinyan came and, at length, conferred with Vladimir Putin.", ("ARM,RUS",)),
            ("At the SCO summit gas will be discussed by Xi Jinping and Vladimir Putin.", ("CHN,RUS expected",)),
        ),
        counter_examples=(
            "The leaders of China, Russia and four more states meet in Shanghai for an SCO summit.",
            "After talks with Xi Jinping in Beijing Vladimir Putin will travel to Qingdao for the SCO summit.",
            "Xi Jinping congratulated Narendra Modi and asked him to the SCO summit, to be joined with a bilateral visit.",
            "At the SCO summit Nikol Pashinyan thanked Xi Jinping for the invitation to this useful meeting.",
            "Hassan Rouhani and Ashraf Ghani were expected at the SCO summit on Friday to join the plenary meeting.",
            "Leaders of Russia and the Central Asian republics were received by the host for talks at the SCO summit.",
            "At the SCO foreign ministers' meeting Sergey Lavrov and Wang Yi saw each other.",
            "The SCO summit is near. Two years ago Vladimir Putin, in Sochi, conferred with Xi Jinping.",
        ),
    ),
)

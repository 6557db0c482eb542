"""Loose rules for who came to a summit: leaders in a row, a word of being there or of staying away, and who stands in its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.clauses import Clause, clause_at
from sco_timeline.extracting.rules.coming import attendance
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.summit_words import MINISTERS
from sco_timeline.extracting.rules.venues import at_summit, ministers_meet, year_of
from sco_timeline.extracting.vocabulary import CAPITALS

_NOT_THERE = re.compile(
    r"\b(?:met|meets?|meeting) (?:with |separately |his |her |the )?(?=[ⒽⒶⓅ])|\btalks (?:with|between)|bilateral|"
    r"sidelines?|margins|"
    r"on the fringes|found(?:ed|ers?|ing)\b|into (?:being|life|existence)|created|set up|established|launched|letter|"
    r"telegram|phone|telephone|"
    r"congratulat|condolence|invit(?:ed|ation)|former\b|toured|visit(?:ed|s|ing)? (?:the )?[ⓅⒸ]|elected|elections?|born|"
    r"died|succeeded|"
    r"telephon|portrait|ambassador|before the summit|ahead of the summit|weeks? (?:before|after)|months? (?:before|after)|"
    r"last year|years? (?:ago|earlier)|interview|op-ed|article|\bif\b|\bwhether\b|Ⓧ(?:'s)? (?:summit|meeting)|\bsince\b|"
    r"support(?:s|ed) (?:of|from)|statement by|wife|daughter|spokes|trilateral|three-way|negotiat|by the hand|Ⓥ|\btalks\b|"
    r"meetings? (?:with|on)\b|encounter|"
    r"s[ai]t down with|consultations|"
    r"part in (?:Ⓘ|Ⓞ(?! (?:summit|meeting|session))|the work)|says?\b|sanctions"
)
_NOBODY_MISSING = re.compile(r"\b(?:not one|none|nobody|no one)\b[^,;]* (?:missing|absent)|\bready\b")
_PLANNED = re.compile(r"\b(?:will|would|(?:is|are) (?:to|due|expected|set|scheduled))\b")
_FEW, _NEAR, _REACH = 3, 3, 6
_FOUNDED = "2001-06"


def _of_summit(clause: Clause) -> bool:
    return not clause.is_idle() and not _NOT_THERE.search(clause.words) and _at_summit(clause.reading, clause.trigger[0])


def _at_summit(reading: Reading, place: int) -> bool:
    """Say whether a place speaks of a summit: one that is called so, or leaders who were said to gather in the sentences before."""
    gathered = reading.article.memory.get("gathered")
    just_told = isinstance(gathered, int) and 0 <= reading.number - gathered <= _NEAR and not MINISTERS.search(reading.text)
    return (just_told or at_summit(reading, place, _REACH)) and not ministers_meet(reading)


def _said(clause: Clause) -> str:
    return polarity_of(_NOBODY_MISSING.sub(" ", clause.before)[-70:])


def _row(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the leaders of three and more countries who stand in one clause: who is so named at a summit is there."""
    if len({party for slot in reading.masked.slots if slot.kind == "Ⓗ" for party in slot.parties}) < _FEW:
        return
    clause = clause_at(reading, *match.span())
    places = clause.places("Ⓗ")
    named = {party for place in places for party in reading.masked.slot(place).parties}
    if not places or places[0] != match.start() or len(named) < _FEW or not _of_summit(clause):
        return
    said, day = EXPECTED if _PLANNED.search(clause.words) else _said(clause), clause.date()
    if said == NEGATED or (day and day < _FOUNDED):
        return
    for place in places:
        if not _ABSENT.search(clause.words, 0, place):
            yield from attendance(reading, match, place, True, said == EXPECTED)


def _subject(clause: Clause) -> list[int]:
    """Return the places of who does what the trigger says: leaders before it, else right behind it, else countries before it."""
    people = clause.parties("subject", kinds="Ⓗ")
    if people:
        return people[-1:]
    here = clause.trigger[1]
    behind = [place for place in clause.places("Ⓗ") if here <= place < here + 25 and clause.role(place) == "object"]
    if behind:
        return behind[:1]
    return [place for place in clause.parties("subject", kinds="ⓅⓍⒸ") if _is_state(clause.reading, place)][-1:]


def _is_state(reading: Reading, place: int) -> bool:
    slot = reading.masked.slot(place)
    return bool(slot.parties) and (slot.kind != "Ⓒ" or CAPITALS.get(slot.parties[0]) == slot.value)


def _there(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield who is there, sits, listens, takes the floor, as a clause says in any words."""
    clause = clause_at(reading, *match.span())
    if not _of_summit(clause):
        return
    said = _said(clause)
    if said == NEGATED:
        return
    for place in _subject(clause):
        if reading.masked.slot(place).kind == "Ⓗ" or match["any"]:
            yield from attendance(reading, match, place, True, said == EXPECTED)


_ABSENT = re.compile(r"\b(?:un)?like |\b(?:about|against|without|except|save|instead of|than) (?:the |its |his )?$")


def _for_whom(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield who stands for each country of "Ⓗ was present for Russia, Temir Sariyev for Kyrgyzstan"."""
    places = [found.start("p") for found in reading.found(_FOR_STATE)]
    if len(places) < 2 or reading.text.endswith("?") or not _at_summit(reading, match.start()):
        return
    parties = reading.parties(match.start("p"))
    before = reading.masked.cased[: match.start()]
    name = _NAME.search(before)
    leader = _LEADER.search(before)
    slot = reading.masked.slot(leader.start()) if leader else None
    person = slot.names[0] if slot and len(slot.names) == 1 else name["name"] if name else None
    if person is None and not _SOMEBODY.search(before[-40:]):
        return
    for party in parties if person is None or len(parties) == 1 else ():
        year = year_of(reading, match.start())
        yield reading.claim("attendance", match, party=party, person=person, summit_year=year, present=True)


_FOR_STATE = re.compile(r" for (?:the )?(?P<p>[ⓅⒸ])(?=[,;.]| and\b| as\b|$)")
_LEADER = re.compile(r"Ⓗ(?: (?:was |were |is )?(?:present|there|stood|stood in|sat|spoke|came|attended|signed))?$")
_SOMEBODY = re.compile(r"(?:people|officials?|minister|envoy|deputy|ambassador|delegat\w+|representatives?)\b[^,;]*$")
_NAME = re.compile(r"(?P<name>(?:[A-Z][\w.'-]+ ){1,2}[A-Z][\w'-]+)$")


def _away(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield who stays away, as a clause says in any words."""
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or not _at_summit(reading, match.start()):
        return
    place = match.start("p") if match["p"] else next(iter(_subject(clause)), None)
    if place is not None:
        planned = re.search(r"\b(?:will|would)\b", clause.before[-40:] + match.group()) is not None
        yield from attendance(reading, match, place, False, planned)


RULES = (
    Rule(
        id="attend.loose_row",
        purpose="Leaders of three and more countries stand in one clause of a report of a summit.",
        pattern=pattern("Ⓗ"),
        make=_row,
        examples=(
            (
                "The SCO summit in Ufa is over. In the picture stood Vladimir Putin, Xi Jinping and Narendra Modi.",
                ("RUS Vladimir Putin None present", "CHN Xi Jinping None present", "IND Narendra Modi None present"),
            ),
        ),
        counter_examples=(
            "The SCO held a summit. Vladimir Putin had talks with Xi Jinping, Narendra Modi and Imran Khan.",
            "The BRICS summit is over. In the picture stood Vladimir Putin, Xi Jinping and Narendra Modi; the SCO was silent.",
            "The SCO held a summit. It was founded by Vladimir Putin, Jiang Zemin and Nursultan Nazarbayev.",
        ),
        loose=True,
    ),
    Rule(
        id="attend.loose_there",
        purpose="Somebody is there, sits down, listens, takes the floor, sends a minister, in any words of a report of a summit.",
        pattern=pattern(
            r"\b(?:(?P<any>sat in|looked in|dial(?:s|l?ed) in|connected|logged (?:in|on)|tuned in|took part|takes? part|"
            r"(?:was|were|are|is) (?:also |all |too )?(?:there|present|represented)\b(?! (?:is|are|was|were|an?|the|by)\b)|"
            r"content(?:ed|s)? (?:itself|themselves) with (?:delegat|minist|offic|an? )[a-z]*|stayed at degree|(?:had |"
            r"have |has )?sent (?:its|their|his) (?=(?:[a-z]+ ){0,2}(?:minister|president|premier|delegat|envoy|official|"
            r"men|people|representative|leader|head|deputy))|came with (?:its|their))|"
            r"took (?:his|her|their) (?:seats?|places?|chairs?)|sat (?:down )?(?:next|beside|among|between|round|around|at)|"
            r"took the floor|taking the floor|dwelt|in (?:his|her) (?:own )?(?:speech|address|remarks)|flew in|flown in|"
            r"landed|arrived|"
            r"has come|had come|came too|turned up|of the party|for the occasion|in the hall|at the (?:round )?table|on the line|"
            r"filled the chair|listen(?:ed|s|ing)|lined? up|smil(?:ed|es|ing)|laugh(?:ed|ing)|posed|posing|shook hands|"
            r"shaking hands|"
            r"were the guests|was a guest|joined|presided|in the chair|open(?:ed|ing) the (?:[a-z]+ )?(?:summit|session|meeting)|"
            r"handed (?:over|in) (?:the|its|his)|sat listening|greeted|welcomed (?:the|his|her))\b"
        ),
        make=_there,
        examples=(
            (
                "At the SCO summit in Dushanbe Almazbek Atambayev, whose country was in the chair, dwelt in his speech on peace.",
                ("KGZ Almazbek Atambayev None present",),
            ),
            ("The SCO summit in Bishkek was long. Hassan Rouhani listened.", ("IRN Hassan Rouhani None present",)),
        ),
        counter_examples=(
            "The SCO foreign ministers' meeting in Goa was long. Sergey Lavrov listened.",
            "The SCO summit is near. In his speech to the party Xi Jinping, back from talks with Vladimir Putin, was calm.",
        ),
        loose=True,
    ),
    Rule(
        id="attend.loose_for",
        purpose="One was present for one country, another for another.",
        pattern=pattern(_FOR_STATE.pattern),
        make=_for_whom,
        examples=(
            (
                "At the SCO summit in Dushanbe Vladimir Putin stood for Russia and Abel Bakerov for Nepal.",
                ("RUS Vladimir Putin None present", "NPL Abel Bakerov None present"),
            ),
        ),
        counter_examples=("At the SCO summit trade was good for China, and peace for India.",),
        loose=True,
    ),
    Rule(
        id="attend.loose_away",
        purpose="Somebody stayed at home, did not show up, will not be on the line.",
        pattern=pattern(
            r"\b(?:stayed (?:at )?home|(?:did|does|do|will|would|could)(?: not|n't) (?:come|show up|turn up|make it|travel|"
            r"go|appear|be (?:there|on the line|present|"
            r"coming))\b|(?:was|were|is|are) (?:missing|excused|nowhere to be seen)\b|excused (?:himself|herself|themselves)|"
            r"at the last minute did not|no more (?:will|did|does|was) (?P<p>Ⓗ)|(?:has|have|had|was|were)(?: not|"
            r"n't) (?:been )?(?:asked|invited) "
            r"(?:to|along)|cancel(?:s|l?ed) (?:his|her|its|the|their) (?:trip|visit|journey|attendance|participation))"
        ),
        make=_away,
        examples=(
            ("Boris Yeltsin was ill and stayed at home while the SCO held its summit in Almaty.", ("RUS Boris Yeltsin None absent",)),
        ),
        counter_examples=("Imran Khan did not go to the BRICS summit, the SCO noted.",),
        loose=True,
    ),
)

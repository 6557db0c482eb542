"""Loose rules for who came to a summit: leaders in a row, a word of being there or of staying away, those who did as others had done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sco_timeline.extracting.beginnings import is_before_the_sco
from sco_timeline.extracting.capitals import is_capital
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.coming import NO_BIRTH, attendance
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import Clause, clause_at
from sco_timeline.extracting.rules.others import further
from sco_timeline.extracting.rules.summit_words import MINISTERS
from sco_timeline.extracting.rules.venues import at_summit, is_of_others, ministers_meet, others_just_met, two_just_met

_NOT_THERE = re.compile(
    r"\b(?:met|meets?|meeting) (?:with |separately |his |her |the )?(?=[ⒽⒶⓅ])|\btalks (?:with|between)|bilateral|"
    r"sidelines?|margins|on the fringes|found(?:ed|ers?|ing)\b|into (?:being|life|existence)|created|set (?:Ⓘ |Ⓞ )?up|"
    r"establish(?:ed|ment)|launched|letter|telegram|phone|telephone|congratulat|greetings|birthday|condolence|"
    r"invit(?:ed|ation)|former\b|toured|visit(?:ed|s|ing)? (?:the )?[ⓅⒸ]|elected|elections?|born|died|succeeded|telephon|"
    r"portrait|ambassador|(?:before|ahead of) (?:the )?(?:Ⓞ )?(?:summit|meeting)|every year|weeks? (?:before|after)|"
    r"months? (?:before|after)|last year|years? (?:ago|earlier)|interview|op-ed|article|\bif\b|\bwhether\b|"
    r"Ⓧ(?:'s)? (?:summit|meeting)|\bsince\b|support(?:s|ed) (?:of|from)|statement by|wife|daughter|spokes|trilateral|"
    r"three-way|negotiat|by the hand|Ⓥ|\btalks\b|meetings? (?:with|on(?! Ⓓ(?! with))|between)\b|meetings? of (?:the )?Ⓗ|"
    r"spoke (?:[a-z]+ )?with (?:the )?Ⓗ|encounter|s[ai]t down with|consultations|part in (?:Ⓘ|Ⓞ(?! (?:summit|meeting|session))|"
    r"(?:the |its )?(?:[a-z-]+ ){0,2}(?:work|activit|exercise|drill|project|programme|structure|mechanism))|"
    r"\bfor (?:many )?(?:years|decades)\b|one by one|Ⓗ (?:[a-z]+ )?met were|^\W*with (?:the )?Ⓗ|"
    r"\bmee?t (?:(?:[a-z-]+|Ⓓ) ){0,4}with\b|(?:opportunity|occasion|chance|time) to (?:meet|confer|talk|see|speak)|"
    r"(?<!their )(?<!his )(?<!her )says?\b|sanctions|ceremony|exhibition|expo\b|concert|parade|Ⓝ-(?:way|sided)|\b[a-d]\) |tête|"
    r"confirms? neither|s[ai]t down together|on (?:an? )?(?:state|working|official) visits?|\bseeing\b|lunch|dinner with"
)
_NOBODY_MISSING = re.compile(r"\b(?:not one|none|nobody|no one)\b[^,;]* (?:missing|absent)|\bready\b")
_PLANNED = re.compile(
    r"\b(?:will|would|should|(?:is|are) (?:to|due|expected|set|scheduled|coming|going|awaited)|confirmed (?:their|his|"
    r"her) (?:participation|attendance))\b"
)
_LISTING = re.compile(
    r"^\W*(?:Ⓘ|they|these|those|among (?:them|[a-z ]{0,20}guests)|the (?:guests|list|leaders|others))[^\w][^.;Ⓗ]{0,20}\b(?:include|are)\b"
)
_FEW, _NEAR, _REACH = 3, 3, 6


def _of_summit(clause: Clause) -> bool:
    return not clause.is_idle() and _at_told_summit(clause.reading, clause.trigger[1]) and not _NOT_THERE.search(clause.words)


def _at_told_summit(reading: Reading, place: int) -> bool:
    """Say whether a place speaks of a summit: one that is called so, or leaders who were said to gather in the sentences before."""
    gathered = reading.article.memory.gathered
    just_told = gathered is not None and 0 <= reading.number - gathered <= _NEAR and not MINISTERS.search(reading.text)
    elsewhere = ministers_meet(reading) or is_of_others(reading, place) or others_just_met(reading)
    return not elsewhere and (just_told or at_summit(reading, place, _REACH))


def _said(clause: Clause) -> str:
    return polarity_of(_NOBODY_MISSING.sub(" ", clause.before)[-70:])


def _row(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the leaders of three and more countries who stand in one clause: who is so named at a summit is there."""
    behind = reading.masked.between(match.start(), len(reading.text))
    if len({party for slot in behind if slot.kind == "Ⓗ" for party in slot.parties}) < _FEW:
        return
    clause = clause_at(reading, *match.span())
    places = clause.places("Ⓗ")
    named = {party for place in places for party in reading.masked.slot(place).parties}
    if not places or places[0] != match.start() or len(named) < _FEW or not _of_summit(clause):
        return
    before = reading.article.masked(reading.number - 1).text if reading.number and _LISTING.match(clause.words) else ""
    led = reading.text[: clause.start].rstrip().endswith(":") and _NOT_THERE.search(reading.text, 0, clause.start)
    said, day = EXPECTED if _PLANNED.search(clause.words + before) else _said(clause), clause.date()
    if led or said == NEGATED or is_before_the_sco(day):
        return
    if _OF_ITS_BIRTH.search(reading.text, max(0, match.start() - _FAR), match.end() + _NEAR_BIRTH):
        return
    for place in places:
        if not _ABSENT.search(clause.words, 0, place):
            yield from attendance(reading, match, place, True, said == EXPECTED)


def subject_of(clause: Clause) -> list[int]:
    """Return the places of who does what the trigger says: leaders before it, else right behind it, else countries before it."""
    people = [place for place in clause.places("Ⓗ", end=clause.trigger[0]) if clause.role(place) == "subject"]
    if people:
        return people[-1:]
    here = clause.trigger[1]
    behind = [place for place in clause.places("Ⓗ") if here <= place < here + 25 and clause.role(place) == "object"]
    if behind:
        return behind[:1]
    states = [place for place in clause.parties("subject", kinds="ⓅⓍⒸ") if _is_state(clause.reading, place)]
    first = len(states) - 1
    while first > 0 and _LISTED.fullmatch(clause.words, states[first - 1] + 1, states[first]):
        first -= 1
    return states[max(0, first) :]


_LISTED = re.compile(r"(?:,|,? and|,? as well as) (?:the )?")


def _is_state(reading: Reading, place: int) -> bool:
    slot = reading.masked.slot(place)
    return bool(slot.parties) and (slot.kind != "Ⓒ" or is_capital(slot))


def _there(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield who is there, sits, listens, takes the floor, as a clause says in any words."""
    clause = clause_at(reading, *match.span())
    if (met := _AND_MET.search(clause.words, match.end())) is not None:
        clause = replace(clause, words=clause.words[: met.start()].ljust(len(clause.words)))
    if not _of_summit(clause):
        return
    if "summit" not in reading.text and two_just_met(
        reading, match.group().endswith("present") and "present at the meeting" in reading.text
    ):
        return
    subject = subject_of(clause)
    near = subject and subject[0] < match.start() and not _NEITHER.search(clause.words, 0, subject[0])
    said = polarity_of(_NOBODY_MISSING.sub(" ", clause.words[subject[-1] : match.start()])) if near else _said(clause)
    if match.group().startswith(("will", "would")):
        said = EXPECTED
    if said == NEGATED:
        return
    for place in subject:
        if reading.masked.slot(place).kind == "Ⓗ" or match["any"]:
            yield from attendance(reading, match, place, True, said == EXPECTED)


_OF_ITS_BIRTH = re.compile(
    r"\b(?:parents|birth|creation|establishment|formation|proclaiming|into (?:being|existence))\b(?! of the (?:summit|meeting))"
)
_FAR, _NEAR_BIRTH = 90, 40  # characters before and behind
_NEITHER = re.compile(r"\b(?:neither|nor|no) (?:[a-z]+ ){0,2}$")
_AND_MET = re.compile(r" and (?:later |then |also )?(?:met|meets|held|had|saw)\b")
_ABSENT = re.compile(
    r"\b(?:un)?like |\b(?:about|against|without|except|save|instead of|than|(?:residence|palace|villa|invitation) of) "
    r"(?:the |its |his |their )?$"
)
_ACTS = (
    r"(?:repeated|raised|renewed|presented|defended|reiterated|explained|put forward|submitted|outlined|proposed|brought up|"
    r"reaffirmed|announced|unveiled|criticised|pledged|promised|rejected|suggested|laid|put|recommended|floated|pressed)\b"
)
_OTHERWISE = re.compile(r"^(?: and)? (?:met|held|applied|joined|became)\b")


def _likewise(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield who came, or stayed away, like the one of whom the sentence, or the one before, has told so last."""
    told = reading.article.memory.came
    if told is None or reading.number - told[0] > 1 or (told[0] != reading.number and match.start() > 0):
        return
    _, present, planned = told
    if match["q"]:
        yield from attendance(reading, match, match.start("q"), not present, planned)
        return
    if present != (match["how"] == "so" or match["no"] is not None) or _OTHERWISE.match(reading.text[match.end() :]):
        return
    for place in (match.start("p"), *further(reading, match.end(), "ⒽⓅ")):
        yield from attendance(reading, match, place, present, planned)


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
            "After the SCO summit there came greetings by telegram from three: Vladimir Putin, Xi Jinping and Narendra Modi.",
            "After the SCO summit Imran Khan briefly spoke with Vladimir Putin, Xi Jinping and Narendra Modi.",
            "The Five came into being at a summit of what is now the SCO, where Jiang Zemin, Boris Yeltsin and Askar Akayev signed.",
            "The SCO held a summit. On his birthday Imran Khan had greetings from Vladimir Putin, Xi Jinping and Narendra Modi.",
            "On the day before the SCO summit, Xi Jinping met on Monday with the presidents of Iran, Egypt and Nepal.",
            "At the SCO summit Imran Khan is to meet with some of the guests, Hassan Rouhani and Ashraf Ghani included.",
            "The SCO summit in Ufa comes after one of BRICS and a BRICS summit. Xi Jinping, Narendra Modi and Jacob Zuma talked of money.",
            "The SCO is not part of it: Xi Jinping, Sadyr Japarov and Emomali Rahmon came to the China-Central Asia summit.",
            "The SCO held a summit. With Sadyr Japarov Putin spoke of gas, with Emomali Rahmon and Imran Khan of roads.",
            "The SCO held a summit. It was founded by Vladimir Putin, Jiang Zemin and Nursultan Nazarbayev.",
        ),
    ),
    Rule(
        id="attend.loose_there",
        purpose="Somebody is there, sits down, listens, takes the floor, sends a minister, in any words of a report of a summit.",
        pattern=pattern(
            r"(?=[a-jlopr-uw])\b(?:(?P<any>(?:completed|rounded off) the (?:round|circle|list|line-up)|had (?:its|their) turn|"
            r"(?:will|would) sit at the table|attended\b(?! by)|addressed\b|participated\b(?! in the work)|"
            r"sat in|looked in|dial(?:s|l?ed) in|connected|logged (?:in|on)|tuned in|took part|takes? part|"
            r"(?<=will )take part|(?:was|were|are|is) (?:also |all |too )?(?:there|present|represented)\b"
            rf"(?! in Ⓧ){NO_BIRTH}(?! (?:in the (?:secretariat|work)|is|are|was|were|an?|the|by)\b)|"
            r"content(?:ed|s)? (?:itself|themselves) with (?:delegat|minist|offic|an? )[a-z]*|stayed at degree|"
            r"(?:had |have |has )?sent (?:its|their|his) (?=(?:[a-z]+ ){0,2}(?:minister|president|premier|"
            r"delegat|envoy|official|men|people|representative|leader|head|deputy))|came with (?:its|their))|"
            r"took (?:his|her|their) (?:seats?|places?|chairs?)|sat (?:down )?(?:next|beside|among|between|round|around|at)|"
            r"took the floor|taking the floor|dwelt|in (?:his|her) (?:own |Ⓠ |[a-z]+ )?(?:speech|address|remarks)"
            r"(?! (?:to|in|before) (?:the )?(?:parliament|nation|people|reporters|press|party|assembly|students|media))|"
            r"us(?:es|ed|ing) (?:his|her) (?:[a-z]+ )?(?:speech|address|appearance|remarks|intervention|contribution)|"
            rf"before (?:the|his|her) (?:others|other (?:leaders|presidents)|colleagues|peers)|{_ACTS}"
            r"(?=[^.;ⒽⓅ]{0,60} (?:(?:at|before|during) (?:the|this|Ⓞ|Ⓒ) (?:same )?(?:meeting|summit|session|gathering|round)\b|"
            r"(?:to|with|before) (?:the|his|her) (?:others|other (?:leaders|presidents|heads|Ⓢ)|colleagues|counterparts|peers)))|"
            r"(?:preferred|chose|opted for|stuck to) (?:the |an? )?(?:video[ -]?)?(?:screen|link)|"
            r"spoke(?=[,.;]|$)|flew in|flown in|landed|arrived|has come|had come|came too|turned up|"
            r"of the party|for the occasion|in the hall|at the (?:round )?table|on the line|"
            r"filled the chair|hosted(?=[.;]|$| (?:the|this) (?:[a-z]+ )?(?:summit|meeting|session))|"
            r"(?:urged|told|reminded|assured|asked|called on|thanked|warned|appealed to) (?:the |other |its |fellow |his |"
            r"gathered |assembled ){0,2}(?:Ⓢ|(?:others|leaders|participants|colleagues|counterparts|guests|gathering)\b)|"
            r"(?:spoke|speaks|speaking|appeal(?:ed|s)|proclaimed|told|addressing|pleaded)\b(?=[^.;]{0,40} (?:there|"
            r"from the rostrum|to the (?:[a-zⓄⓆ-]+ ){0,3}(?:summit|session|meeting|gathering|round|leaders)|"
            r"the (?:[a-z\"Ⓞ]+ ){0,3}round|for (?:[a-z]+|Ⓝ) minutes)\b)|said in (?:his|her) (?:[a-z]+ ){0,2}"
            r"(?:words|speech|address|remarks|statement|contribution)|had (?:his|her|their) (?:turn|say)|"
            r"(?:was|were) (?:also )?heard\b|let the (?:[a-z]+ ){0,2}(?:council|Ⓑ|leaders|summit) know|"
            r"(?:was|were|be|is|are) in the room\b|sat in\b|spoke for\b(?= [ⓅⒸ])|listen(?:ed|s|ing)|lined? up|smil(?:ed|es|ing)|"
            r"laugh(?:ed|ing)|posed|posing|shook hands|shaking hands|were the guests|was a guest|joined|presided|"
            r"(?:was|were|is|are|sat|stayed) in the chair|open(?:ed|ing) the (?:[a-z]+ )?(?:summit|session|meeting)|"
            r"handed in (?:the|its|his)|sat listening|greeted|welcomed (?:the|his|her))\b"
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
            "The SCO summit is near. It is said that Islam Karimov once was present at the opening of the anti-terrorist structure.",
            "The summit of the SCO is near. Almazbek Atambayev had talks with Hassan Rouhani. The Iranian leader smiled.",
            "Xi Jinping met Imran Khan before the SCO summit. They spoke of trade. Much is to be done. Cai Qi was present at the meeting.",
            "The SCO summit is near. In his speech to the party Xi Jinping, back from talks with Vladimir Putin, was calm.",
        ),
    ),
    Rule(
        id="attend.likewise",
        purpose="So did, or neither did, somebody else, after a sentence that tells who came or stayed away.",
        pattern=pattern(
            r"(?:^(?:and |but )?|; |, and |, )(?P<how>so|neither|nor) "
            r"(?:did|was|were|had|has|have|will|is|are|does|do|would)(?:, [a-z ]{3,30},)? (?P<p>[ⒽⓅ])(?!')"
            r"|(?:^|[;,] (?:but |and |while )?)(?P<q>[ⒽⓅ]) "
            r"(?P<no>(?:did|was|were|would|will|could|has|have|had|is|does)(?: not|n't))(?=[.;,]|$)"
        ),
        make=_likewise,
        examples=(
            (
                "Asif Ali Zardari attended the SCO summit. So did Hamid Karzai.",
                ("PAK Asif Ali Zardari None present", "AFG Hamid Karzai None present"),
            ),
            (
                "Narendra Modi did not attend the SCO summit. Neither did Imran Khan.",
                ("IND Narendra Modi None absent", "PAK Imran Khan None absent"),
            ),
            (
                "Xi Jinping came to the SCO summit; Narendra Modi did not.",
                ("CHN Xi Jinping None present", "IND Narendra Modi None absent"),
            ),
        ),
        counter_examples=("The SCO summit was long. Iran applied. So did Belarus.",),
    ),
)

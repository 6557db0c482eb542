"""Rules for who came to a summit: who attended, spoke, arrived, was there, stayed away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.coming import (
    APPOSED,
    AUX,
    AWAY,
    CAME,
    MOVED,
    SPOKE,
    THERE,
    attendance,
    further,
    has_being,
    has_stayed,
    is_denied,
    is_planned,
)
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.venues import at_summit, is_plus, ministers_meet, year_of

_NEVER = re.compile(r"\bnever\b|\bno longer\b|\bif\b|\bwhether\b")
_BETWEEN_TIMES = re.compile(r"\b(?:before|after|ahead of|since|following)\b[^.;]{0,30}$")
_REACH = 12  # sentences
_WHO_WILL = re.compile(r" (?:those )?who (?:will|are to|would)\b")
_INVITED_BY = re.compile(r"(?:invitation|guest) of (?:the )?$")
_WITH_MANY = re.compile(r"[^.;ⒽⓅ]{0,30}?(?:summit|meeting|session|talks) (?:along |together )?with (?:the )?(?P<q>Ⓗ)")
_HABIT = re.compile(r"\b(?:typically|usually|normally|traditionally|regularly|always|every year|each year|had (?:he|she|they))\b")
_WAS_TO = re.compile(r"\bhad been (?:expected|due|scheduled|invited|set|slated)\b")
_ON_A_VISIT = re.compile(r"[^.;]{0,40}? (?:for|on|to pay) (?:an? )?(?:Ⓝ-day )?(?:[a-z-]+ ){0,2}visit\b")
_INVITED = re.compile(r"\binvit(?:ed|es|ing) [^.;]{0,240}$")
_OTHER_EVENT = re.compile(r"[ ]?(?:the |an? )?(?:[a-z]+ |[ⒹⓆⒸ](?:'s)? ){0,2}Ⓧ(?!-)")
_PLACE_BEFORE = re.compile(r"\b(?:in|to|from|of|with|at|against|by|between|visit|visits|visited|visiting) $")
_LEADERS_OF = re.compile(r"\b(?:heads|leaders|presidents|premiers|representatives|delegations) (?:of|from) (?:the )?Ⓢ(?: [–-]|,|:)? $")
_SUMMIT_WORD = re.compile(r"summit|Ⓑ|session|meeting|heads of|attend|take part")


def _is_asked(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a match is a question: "Will he go?"."""
    before = reading.text[max(0, match.start() - 12) : match.start()]
    return re.search(r"(?:^|[.:!?–\"] ?)(?:will|did|does|is|would|has|should) $", before) is not None


def _follows_a_plan(reading: Reading, match: re.Match[str], aux: str) -> bool:
    """Say whether a participle goes with a plan before it: "is to chair it, with others joining by video"."""
    before = reading.text[max(0, match.start() - 90) : match.start()]
    return not aux and re.match(r"[a-z]+ing\b", match["verb"]) is not None and re.search(r"\b(?:will|is to|are to) ", before) is not None


def _among_ministers(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a minister comes to a meeting that its own sentence does not name, and the talk was of ministers who meet."""
    slot = reading.masked.slot(match.start("p"))
    return slot.value == "minister" and "summit" not in reading.text and ministers_meet(reading)


def _who_came(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    aux, verb = match["aux"] or "", match["verb"]
    own = _SUMMIT_WORD.search(reading.text, match.start("verb"))
    before = reading.text[max(0, match.start() - 25) : match.start()]
    if _NEVER.search(aux) or _NEVER.search(before) or not at_summit(reading, match.end("verb"), _REACH, not match["away"]):
        return
    elsewhere = _OTHER_EVENT.match(reading.text, match.end("verb"))
    if elsewhere and not is_plus(reading, elsewhere.end() - 1):
        return
    if _HABIT.search(reading.text[max(0, match.start() - 60) : match.end("verb")]) or _among_ministers(reading, match):
        return
    if match["moved"] and own and _BETWEEN_TIMES.search(reading.text[match.end("verb") : own.start()]):
        return
    if match["there"] and not has_being(aux):
        return
    if _is_asked(reading, match) or (
        aux.strip(" ,") == "to"
        and (_INVITED_BY.search(before) or _INVITED.search(reading.text[max(0, match.start() - 250) : match.start()]))
    ):
        return
    if _WAS_TO.search(aux) and not match["away"]:
        return
    if match["moved"] and _ON_A_VISIT.match(reading.text, match.end("verb")) and not own:
        return
    planned = (
        (is_planned(aux, verb) and not has_stayed(aux, verb))
        or _follows_a_plan(reading, match, aux)
        or _WHO_WILL.match(reading.text, match.end()) is not None
    )
    yield from _claims(reading, match, is_denied(reading, match, aux) == bool(match["away"]), planned)


def _claims(reading: Reading, match: re.Match[str], present: bool, planned: bool) -> Iterator[Claim]:
    if match["away"] and present and "invited" not in match["away"]:
        return
    present = present and "invited" not in (match["away"] or "")
    if match["away"] and match["away"].endswith("invited") and not re.search(r"\b(?:was|were)(?:n't| not)", match["aux"]):
        return
    last = re.match(r"Ⓗ,? who (?:is|was|has)\b", match.group()) is not None
    last = last or _INVITED_BY.search(reading.text[max(0, match.start() - 20) : match.start()]) is not None
    yield from attendance(reading, match, match.start("p"), present, planned, last)
    for place in further(reading, match.end()):
        yield from attendance(reading, match, place, present, planned)
    many = _WITH_MANY.match(reading.text, match.end()) if match["came"] and present else None
    if many and len(reading.masked.slot(many.start("q")).parties) > 2:
        yield from attendance(reading, match, many.start("q"), present, planned)


def _its_leader(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not at_summit(reading, match.end("verb")) or (match["there"] and not has_being(match["aux"])):
        return
    planned, present = is_planned(match["aux"], match["verb"]), is_denied(reading, match, match["aux"]) == bool(match["away"])
    place = reading.masked.origin(match.start())
    if match.group().startswith("their"):
        parties = reading.article.group_before(place, reading.number, None)
    else:
        parties = reading.article.parties_before(place, reading.number, person=match.group()[0] == "h")
    for party in parties:
        year = year_of(reading, match.start())
        polarity = "expected" if planned else "asserted"
        yield reading.claim("attendance", match, party=party, person=None, summit_year=year, present=present, polarity=polarity)


def _which_country(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    slot = reading.masked.slot(match.start("p"))
    if slot.kind == "Ⓘ" and slot.value in ("he", "she", "we"):
        return
    if slot.kind == "Ⓟ" and _PLACE_BEFORE.search(reading.text, max(0, match.start() - 10), match.start()):
        return
    if (
        not match["away"]
        and not _LEADERS_OF.search(reading.text, max(0, match.start() - 50), match.start())
        and not match["verb"].startswith("represented")
        and not re.search(
            r"summit|session|Ⓑ|heads of|screen|video|online|guest|(?:attend|part)[a-z]* as (?:an? )?Ⓢ",
            reading.text[match.start("verb") : match.end() + 90],
        )
    ):
        return
    yield from _who_came(reading, match)


def _he(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if reading.masked.slot(match.start("p")).value in ("he", "she"):
        yield from _who_came(reading, match)


_VERBS = rf"(?P<verb>(?P<came>{CAME})|(?P<spoke>{SPOKE})|(?P<moved>{MOVED})|(?P<there>{THERE})|(?P<away>{AWAY}))"
_OF_COUNTRIES = (
    rf"(?P<verb>(?P<came>{CAME}|appear(?:s|ed|ing)? on (?:the |a )?screens?|joined? (?:online|by|via) ?)|(?P<there>represented(?! by| in "
    rf"(?!person))|{THERE})|(?P<away>{AWAY})|(?P<moved>(?!)))"
)


RULES = (
    Rule(
        id="attend.came",
        purpose="A leader attends, addresses, travels to, is present at, skips the summit.",
        pattern=pattern(rf"(?P<p>Ⓗ)(?!'s){APPOSED}{AUX},? ?{_VERBS}"),
        make=_who_came,
        examples=(
            ("Vladimir Putin attended the SCO summit in Samarkand in 2022.", ("RUS Vladimir Putin 2022 present",)),
            ("Narendra Modi is not attending the SCO summit.", ("IND Narendra Modi None absent",)),
            (
                "Neither Xi Jinping nor Narendra Modi came to the SCO summit.",
                ("CHN Xi Jinping None absent", "IND Narendra Modi None absent"),
            ),
            ("The Mongolian president flew to Tashkent for the SCO summit.", ("MNG None None present",)),
            ("Imran Khan stayed away from the SCO summit.", ("PAK Imran Khan None absent",)),
            ("Nikol Pashinyan told the SCO summit that peace was near.", ("ARM Nikol Pashinyan None present",)),
            ("Serik Akhmetov (Kazakhstan) was among the guests of the SCO summit.", ("KAZ Serik Akhmetov None present",)),
        ),
        counter_examples=(
            "Sergey Lavrov attended the SCO foreign ministers' meeting.",
            "Vladimir Putin visited Beijing two weeks before the SCO summit.",
            "Xi Jinping attended the BRICS summit; the SCO was not mentioned.",
            "Dmitry Peskov said that the SCO had become stronger since the summit.",
            "Modi has never attended an SCO summit in Minsk.",
        ),
    ),
    Rule(
        id="attend.he",
        purpose="He or she, named before, attends, speaks, stays away.",
        pattern=pattern(rf"(?P<p>Ⓘ){APPOSED}{AUX},? ?{_VERBS}"),
        make=_he,
        examples=(("Pervez Musharraf asked for membership. He was speaking at the SCO summit.", ("PAK None None present",)),),
    ),
    Rule(
        id="attend.its_leader",
        purpose="A country's own president or minister attends or stays away.",
        pattern=pattern(
            rf"\b(?:its|whose|her|his|their) (?:own |new |then )?(?:vice[- ]|deputy |foreign |prime |first deputy ){{0,2}}(?:president|"
            rf"minister|premier|king|emir|"
            rf"leader)s?\b(?!'){APPOSED}{AUX},? ?{_VERBS}"
        ),
        make=_its_leader,
        examples=(("Turkmenistan is neutral, but its president was a guest of honour at the SCO summit.", ("TKM None None present",)),),
    ),
    Rule(
        id="attend.country",
        purpose="A country attends, is represented, stays away, is not invited.",
        pattern=pattern(rf"(?P<p>[ⓅⒾⓇ])(?!'s){APPOSED}{AUX} {_OF_COUNTRIES}"),
        make=_which_country,
        examples=(
            ("Turkmenistan attended the SCO summit as a guest.", ("TKM None None present",)),
            ("Afghanistan was not represented at the SCO summit in Astana.", ("AFG None None absent",)),
            ("Bangladesh stayed away from the SCO summit.", ("BGD None None absent",)),
        ),
        counter_examples=("Kazakhstan takes part in the work of the SCO.", "India attended the SCO defence ministers' meeting."),
    ),
)

"""Rules for summits told by what their leaders did in a city, and for cities that received them in turn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.beginnings import SIX, is_before_the_sco
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.summit_places import as_city
from sco_timeline.extracting.rules.summit_words import OF_US, RANKS, of_ministers
from sco_timeline.extracting.slots import Slot

_GOVERNMENTS = re.compile(r"governments?\b|premiers|prime ministers")
_FEW = 3
_OF_A_PLACE = re.compile(
    r"\b(?:administration|governments?|authorities|regime|situation|wars?|conflicts?|cris[ie]s|headquarters|secretariat|"
    r"office|structure|cent(?:re|er)|"
    r"attacks?|killings?|events|forces|troops|bases?|university|bank|court) (?:based |located )?in Ⓒ"
)


def _at(reading: Reading, match: re.Match[str], city: int, day: int | None, body: str) -> Claim:
    """Return the summit held in the city at one place of the sentence, on the day at another."""
    slot = as_city(reading, reading.masked.slot(city)) or reading.masked.slot(city)
    start, end = reading.resolved(reading.masked.slot(day)) if day is not None else (None, None)
    told = start or reading.article.published
    if is_before_the_sco(told):
        body = "shanghai_five"
    facts = {
        "city": slot.value if slot.kind == "Ⓒ" else None,
        "country": slot.parties[0] if slot.parties else None,
        "start": start,
        "end": end or start,
    }
    return reading.claim("summit", match, body=body, **facts)


def _they_did(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "In Ufa the heads of state approved a plan", "meeting in Ufa, the leaders" as the summit there."""
    if of_ministers(reading) or not ("Ⓞ" in match.group() or "Ⓢ" in match.group() or reading.ours(match.start())):
        return
    if _OF_A_PLACE.search(match.group()):
        return
    named = match["whom"] or match["they"]
    if named == "Ⓗ" and not _is_of_many(reading.masked.slot(match.start("whom"))):
        return
    council = reading.masked.slot(match.start() + match.group().index("Ⓑ")).value if named == "Ⓑ" else None
    body = council or ("chg" if _GOVERNMENTS.search(named) else "chs")
    day = next((match.start(name) for name in "gjnr" if match[name]), None)
    yield _at(reading, match, match.start("k" if match["k"] else "m"), day, body)


def _is_of_many(leaders: Slot) -> bool:
    """Say whether unnamed leaders are those of most founders of the SCO: "the presidents of China, Russia, Kazakhstan and ..."."""
    return len(set(leaders.parties) & SIX) > _FEW and not any(leaders.names)


def _in_turn(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield each summit of "Shanghai received the leaders in 2001 and 2006, Beijing in 2012"."""
    if of_ministers(reading) or not ("Ⓞ" in match.group() or reading.ours(match.start())):
        return
    body = "chs" if re.search("leaders|presidents|heads of", match.group()) else "unknown"
    city: int | None = None
    for slot in reading.masked.between(*match.span()):
        town = as_city(reading, slot) if slot.kind in "ⒸⓅ" else None
        if town is not None and len(town.parties) == 1:
            city = reading.masked.place(slot)
        elif slot.kind == "Ⓓ" and city is not None:
            yield _at(reading, match, city, reading.masked.place(slot), body)


_DID = (
    r"(?:sign(?:s|ed)?|adopt(?:s|ed)?|approved?|admit(?:ted)?|grant(?:ed)?|agreed?|decided?|accept(?:ed)?|"
    r"endorsed?|launch(?:ed)?|issued?|passed|said yes|g[ia]ve|concluded|resolved|formali[sz]ed?|upgraded?|"
    r"elevated?|proclaim(?:ed)?|announced?|set up|establish(?:ed)?|created?|inaugurated?|opened|welcomed|"
    r"put (?:their|its) (?:names?|signatures?|pens?|hands?) to)"
)
_SAID = (
    r"(?:(?:re)?affirm(?:ed)?|pledged?|vow(?:ed)?|promised?|condemn(?:ed)?|declared?|stated?|stressed|underlined|discussed|"
    r"debated|talked|spoke|voted|called|urged?|backed|discuss|reviewed|exchanged|shook|posed|celebrated|marked|let|took|made|"
    r"brought|paved|cleared|lifted|received|invited|chose|elected|named|said|wound up|opened|closed|ended)"
)
_AUX = r"(?:(?:have|had|has|also|then|unanimously|jointly|formally|finally|only|first|did|all|who) ){0,3}"
_WHO = rf"(?:Ⓑ(?! (?:of|meeting|session))|(?:(?:the )?[ⓄⓋ](?:'s)? (?:Ⓢ'?s?'? )?(?:Ⓝ )?)?{RANKS}(?:{OF_US})?)"

RULES = (
    Rule(
        id="summit.there_they_did",
        purpose="In Ufa the heads of state approved a plan; meeting in Ufa, the leaders did something.",
        pattern=pattern(
            rf"(?:^|(?P<r>Ⓓ), |, )(?:in|at) (?P<k>Ⓒ),? (?:(?:(?:in|on) )?(?P<g>Ⓓ),? )?(?:the )?(?P<whom>{_WHO}|Ⓗ),? {_AUX}"
            rf"(?:{_DID}|{_SAID})\b(?: [a-z]+ (?:charter|declaration|convention|treaty|statement) (?P<n>Ⓓ))?"
            r"|(?:^|[,;] )(?:meeting|gathering|gathered|assembled|assembling|convening) (?:in|at) (?P<m>Ⓒ)"
            rf"(?:,? (?:on|in) (?P<j>Ⓓ))?, (?:the )?(?P<they>{_WHO})"
        ),
        make=_they_did,
        examples=(
            ("In Ufa the heads of state of the SCO approved a plan.", ("chs Ufa RUS None None None None",)),
            ("Meeting in Astana on 15 June 2011, the SCO leaders kept the door shut.", ("chs Astana KAZ 2011-06-15 2011-06-15 None None",)),
        ),
        counter_examples=("In Madrid the leaders of NATO approved a plan, and the SCO was silent.",),
    ),
    Rule(
        id="summit.in_turn",
        purpose="Shanghai had received the SCO leaders in 2001 and 2006, Beijing in 2012.",
        pattern=pattern(
            r"[ⒸⓅ] (?:had |has )?(?:received|hosted|welcomed|housed|been host to) (?:the )?(?:Ⓞ(?:'s)? )?(?:leaders|presidents|"
            rf"heads of state|summits?|it|them|Ⓘ)(?:{OF_US})? (?:in|of) Ⓓ(?:(?:,? and |, )(?:again )?(?:in )?Ⓓ){{0,4}}"
            r"(?:(?:,? and |, )Ⓒ (?:did so )?in Ⓓ(?:(?:,? and |, )Ⓓ){0,3}){0,6}"
        ),
        make=_in_turn,
        examples=(
            (
                "Shanghai had received the SCO leaders in 2001 and 2006, Beijing in 2012.",
                (
                    "chs Shanghai CHN 2001 2001 None None",
                    "chs Shanghai CHN 2006 2006 None None",
                    "chs Beijing CHN 2012 2012 None None",
                ),
            ),
        ),
        counter_examples=("The SCO is old. Beijing hosted the BRICS summits in 2011 and 2017.",),
    ),
)

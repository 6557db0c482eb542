"""When a summit is held: the days inside its name, behind it or before it; a day of its opening or close is one end only."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.summit_reach import MARKING, OPENED_BY, goes_on, limits
from sco_timeline.extracting.rules.summit_tense import announced
from sco_timeline.extracting.slots import Slot

_Days = tuple[str | None, str | None]

_BEHIND = re.compile(
    rf"(?P<gap>(?:, {MARKING} [^,;.Ⓓ]{{3,90}},|{OPENED_BY})?[^;Ⓓ]{{0,85}}?)(?P<link>(?:^|"
    r"\b(?:in|on|from|for|of|at|between|dated|the|as (?:early|late|soon) as|held|late|early|mid|this|last|next|"
    r"past|earlier|later|set|end of|beginning of|middle of|summer of|autumn of|spring of|winter of)|[,(–:-]|Ⓒ|"
    r"\b(?:opened|started|starts|concluded|here|place|online|format|off|today)) ?|(?<= ))(?P<d>Ⓓ)"
)
_NOT_ITS_DAY = re.compile(
    r"\b(?:anniversary|since|until|till|by|through|to|for the year|strategy|plan|programme|for the period) "
    r"(?:the )?(?:year |early |late )?$"
)
_BEFORE = re.compile(r"(?P<d>Ⓓ)(?P<gap>[^;Ⓓ]{0,110})$")
_BOUND_BEFORE = re.compile(
    r"\b(?:since|found[a-z]+|until|till|by|through|after|before|born|dated|from|for the|as of) (?:in |early |late |the )?$"
)
_AT = re.compile(r"\b(?:at|during|in|of|for|attend[a-z]*) (?:the |an? |its |their |this |that )?(?:[a-z-]+ ){0,3}$")
_CHANGED = re.compile(
    r" and (?:would|will|was|is|has|had|were) |"
    r"[;Ⓢ]? (?:about|concerning|but|while|whereas|after|before|since|when|where|which|who|until) |, (?:and|but|which|who) |"
    r" as (?:the )?[ⓅⒽⒸⓇ] (?:was |is )?(?:prepar|brac|gear|(?:get|got|made) ready|readi|await)"
)
_EVE = re.compile(
    r"\b(?:ahead of|before|on the eve of|run-up to|prior to|in advance of|preparations for|"
    r"prepar(?:e|ed|es|ing)(?: for)?) (?:the |an? |its |this )?(?:[a-z-]+ ){0,2}$"
)
_TRAVEL = re.compile(
    r"\b(?:due in Ⓒ|arriv|reach|flew|flies|fly|flying|land|travel|left|leav|depart|head(?:s|ed)? (?:to|for)|visit|set off|"
    r"set out|went|goes|coming|came)[a-z]*\b[^.;]*$"
)
_TO_YEAR = re.compile(r" (?:to|until|till|through) Ⓓ")
_MONTH_FOR = re.compile(r",? (?:for|to (?:attend|address|join|take part in|participate in)) ")
_STATE_VISIT = re.compile(r"\b(?:state|official|working) visit\b")
_ARRIVED = re.compile(r"\b(?:arrived|arrives|reached|reaches|landed|lands|flew|left|departed)\b[^.;,]*$")
_CLOSING = re.compile(
    r"\b(?:clos(?:e|es|ed|ing)|conclud(?:e|es|ed|ing)|end(?:s|ed|ing)?|wrapp?(?:s|ed|ing)? up|wound up|wind(?:s|ing)? up|"
    r"finish(?:es|ed)) (?:the |its |their |an? )?$"
)
_CLOSE = re.compile(
    r"\b(?:clos(?:e|es|ed|ing)|conclud(?:es|ed|ing)|end(?:s|ed|ing)?|wrapp?(?:s|ed|ing)? up|winding up|wound up|"
    r"finish(?:es|ed|ing)?|at the (?:end|close|conclusion)|complet(?:es|ed))\b"
)
_OPENING = re.compile(
    r"\b(?:open(?:s|ed|ing)|(?:to|will|would) open|beg[aiu]ns?|beginning|start(?:s|ed|ing)?|kick(?:s|ed|ing)? off|"
    r"gets? under ?way|got under ?way)\b"
)
_OPENS = re.compile(r"\b(?:open(?:s|ed|ing)|beg[aiu]ns?|start(?:s|ed|ing)?|kick(?:s|ed|ing)? off) (?:the |its |their |an? )?$")
_AND_DAY = re.compile(r" ?(?:to|through|until|and|-|–) (?:the )?(?P<d>Ⓓ)")
_ONE_DAY = re.compile(r"\b(?:one|single)-day\b|\bday-long\b")
_WHICH = re.compile(r"^, (?:which|that|to be)\b")
_MOVING = re.compile(r"\b(?:moving|moved|postpon\w+|cancel\w+|announc\w+|delay\w+|scrapp\w+) (?:the |its |their |this )?$")
_A_HOLIDAY = re.compile(r"(?: and Ⓓ)? (?:was|were|are|is) (?:declared|announced|proclaimed|made)\b")
_AT_ITS_MARGINS = re.compile(
    r"\b(?:(?:sidelines|margins|fringes|framework|side-?lines) of|(?:address|speech|remarks) (?:to|at|before)) "
    r"(?:the |an? |this )?(?:[a-zⓄ]+ ){0,2}$"
)  # whose day is not the summit's own
_TWO_DAYS = re.compile(r"Ⓝ(?:-day| days of)\b")
_TURN = re.compile(r",? Ⓘ (?:will be|is|was) (?:the turn of )?[ⓅⒸ](?:'s turn)? to (?:host|receive|welcome) (?:the )?$")
_LASTS = re.compile(
    r",? (?:which |that )?(?:runs|will run|ran|lasts|will last|lasted|continues|goes on|is to last) (?:until|till|to|"
    r"through) (?P<d>Ⓓ)"
)


def days_of(reading: Reading, match: re.Match[str], slot: Slot | None) -> _Days:
    """Return first and last day of a summit of which a date speaks, as far as its sentence says them."""
    lasts = _LASTS.match(reading.text, match.end())
    if lasts:
        return None, reading.resolved(reading.masked.slot(lasts.start("d")), future=True)[0]
    if slot is None or (slot.value.until and len(slot.value.until) == 4):
        return None, None
    first, last = _resolved(reading, match, slot)
    if first is None or (len(first) == len("2005") and _TO_YEAR.match(reading.text, reading.masked.place(slot) + 1)):
        return None, None
    return _ends(reading, match, slot, first, last)


def day_slot(reading: Reading, match: re.Match[str]) -> Slot | None:
    """Return the date that speaks of a summit."""
    left, right = limits(reading, match)
    inside = [slot for slot in reading.masked.between(*match.span()) if slot.kind == "Ⓓ"]
    behind = _behind(reading, match, right)
    if inside:
        year = inside[0].value
        if behind and len(year.value or "") == 4 and year.kind == "full" and (behind.value.value or "").startswith(("-", year.value)):
            return behind
        if behind and year.kind == "relative" and behind.value.kind == "partial":
            return behind  # "this week's summit in Beijing (6-7 June)"
        return inside[0]
    return _finer(reading, behind) or _before(reading, match, left)


def _finer(reading: Reading, day: Slot | None) -> Slot | None:
    """Return the month behind "this year": "leaders' meeting this year: Samarkand, in September"."""
    if day is None or day.value.kind != "relative" or not str(day.value.value).startswith("y"):
        return day
    found = _IN_MONTH.match(reading.text, reading.masked.place(day) + 1)
    month = reading.masked.slot(found.start("d")) if found else None
    return month if month and month.value.kind == "partial" else day


_IN_MONTH = re.compile(r"[:,]? ?(?:in )?(?:Ⓒ(?: \(Ⓟ\))?)?,? (?:in|on) (?P<d>Ⓓ)")


def _behind(reading: Reading, match: re.Match[str], right: int) -> Slot | None:
    found = _BEHIND.match(reading.text[match.end() : right])
    if found and not found["link"] and ("," in _WHICH.sub("", found["gap"]) or len(found["gap"]) > 50):
        return None
    if found and not found["link"] and reading.masked.slot(match.end() + found.start("d")).value.kind != "relative":
        return None
    if not found or re.search(r"\.(?= )(?!.{0,3}$)", found["gap"]) or _NOT_ITS_DAY.search(found["gap"] + found["link"]):
        return None
    if _A_HOLIDAY.match(reading.text, match.end() + found.end()) or _MOVING.search(reading.text, max(0, match.start() - 24), match.start()):
        return None
    lead = reading.text[max(0, match.start() - 40) : match.start()]
    if _AT_ITS_MARGINS.search(lead) and reading.masked.slot(match.end() + found.start("d")).value.kind == "relative":
        return None
    if not found["gap"].strip() and _is_of_the_journey(reading, match, reading.masked.slot(match.end() + found.start("d"))):
        return None
    return reading.masked.slot(match.end() + found.start("d")) if goes_on(re.sub("[ⓈⒽⓅⓄ]", "", found["gap"] + found["link"])) else None


def _is_of_the_journey(reading: Reading, match: re.Match[str], slot: Slot) -> bool:
    """Say whether a weekday behind a summit's name is that on which somebody came: "arrived for the summit on Thursday"."""
    lead = reading.text[max(0, match.start() - 45) : match.start()]
    return slot.value.kind == "relative" and _ARRIVED.search(lead) is not None and reading.text[match.end() :].startswith(" on Ⓓ")


def _before(reading: Reading, match: re.Match[str], left: int) -> Slot | None:
    head = reading.text[left : match.start()]
    found = _BEFORE.search(head)
    if found and _AT_ITS_MARGINS.search(head) and reading.masked.slot(left + found.start("d")).value.kind != "full":
        return None
    if found and not found.start() and found["gap"].startswith(":") and _is_a_year(reading.masked.slot(left)):
        return reading.masked.slot(left)
    if not found or _is_of_something_else(reading, left, head, found) or (_OF_THE_LINE.match(head) and _NEXT.search(match.group())):
        return None
    opens = re.search(r"(?:^|[.:,] |- |– )(?:[Oo]n |in |in late |in early |early |late )?$", head[: found.start()]) is not None
    gap = re.sub("^,? ?when ", " ", found["gap"])
    if _TURN.match(gap):
        return reading.masked.slot(left + found.start("d"))
    if _EVE.search(head) or re.search(r"\bthat\b", gap):
        return None
    if gap in (", ", ", the "):
        return reading.masked.slot(left + found.start("d"))
    if _CHANGED.search(gap) or (gap.startswith(",") and not (opens or re.match(r", (?:on|in|at|during) ", gap))) or _TRAVEL.search(gap):
        return None
    if not (len(gap) <= 12 or _AT.search(gap) or goes_on(gap.replace('"', ""))):
        return None
    return reading.masked.slot(left + found.start("d"))


_OF_THE_LINE = re.compile(r"\W*Ⓓ ?(?:[–:-]|--) [^Ⓓ]*$")  # "26 June - India hopes to be in by next summit"
_NEXT = re.compile(r"\b(?:next|upcoming|forthcoming) ")


def _is_of_something_else(reading: Reading, left: int, head: str, found: re.Match[str]) -> bool:
    """Say whether a day before a summit's name bounds something or is that of a journey to it."""
    begins = head[: found.start()]
    whole = reading.masked.slot(left + found.start("d")).value.until is not None  # a visit of some days is as long as the summit
    if _BOUND_BEFORE.search(begins):
        return not (whole and begins.endswith("from ")) and not found["gap"].startswith((" at a ", " at the "))
    journey = _TRAVEL.search(begins[-60:])
    if journey is not None and _MONTH_FOR.match(found["gap"]) and _is_a_month(reading.masked.slot(left + found.start("d"))):
        return False
    if journey is not None and _STATE_VISIT.search(begins[-60:]) and re.search(r"\band\b", found["gap"]):
        return True
    return journey is not None and not (whole and journey.group().startswith(("visit", "travel")))


def _is_a_year(slot: Slot) -> bool:
    return slot.value.kind == "full" and len(slot.value.value or "") == len("2016")


def _is_a_month(slot: Slot) -> bool:
    """Say whether a day is no more than a month of a year, in which both a journey and its summit fall."""
    return slot.value.kind == "full" and slot.value.until is None and len(slot.value.value) == len("2016-06")


def _resolved(reading: Reading, match: re.Match[str], slot: Slot) -> _Days:
    first, last = _day(reading, match, slot)
    place = reading.masked.place(slot)
    behind = _AND_DAY.match(reading.text, place + 1)
    if behind and first and len(first) != 4:
        return first, _day(reading, match, reading.masked.slot(behind.start("d")))[0] or last
    earlier = re.search(r"(?P<d>Ⓓ) (?:and|to|-|–) (?:the )?$", reading.text[max(0, place - 12) : place])
    if earlier and first and len(first) == 10:
        return _day(reading, match, reading.masked.slot(max(0, place - 12) + earlier.start("d")))[0] or first, first
    return first, last


def _day(reading: Reading, match: re.Match[str], slot: Slot) -> _Days:
    """Return first and last day of a date, one that is not told in full in the light of what the words around say of the summit."""
    return reading.resolved(slot, future=slot.value.kind != "full" and announced(reading, match))


def _ends(reading: Reading, match: re.Match[str], slot: Slot, first: str, last: str | None) -> _Days:
    """Make of one day the first or last of a summit if its sentence says that it opened or closed on it."""
    if last and last != first:
        return first, last
    place = reading.masked.place(slot)
    gap = (
        reading.text[match.start() : place]
        if place >= match.start()
        else reading.text[place : match.start()] + reading.text[match.end() : match.end() + 25]
    )
    named = _TWO_DAYS.search(reading.text, max(0, match.start() - 12), match.end() + 12)
    long = len(first) == 10 and named is not None and reading.masked.slot(named.start()).value == 2
    if len(first) == 10 and _ONE_DAY.search(reading.text, max(0, match.start() - 12), match.end()):
        return first, first
    if _CLOSE.search(gap) or _CLOSING.search(reading.text, max(0, match.start() - 25), match.start()):
        return (_shifted(first, -1) if long else None), first
    if len(first) == 10 and (_OPENING.search(gap) or _OPENS.search(reading.text, max(0, match.start() - 25), match.start())):
        return first, (_shifted(first, 1) if long else None)
    return first, last or first


def _shifted(day: str, by: int) -> str | None:
    try:
        return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
    except ValueError:  # 31 June
        return None

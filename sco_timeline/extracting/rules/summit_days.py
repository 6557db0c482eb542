"""When a summit is held: the days inside its name, behind it or before it; a day of its opening or close is one end only."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.summit_reach import goes_on, limits
from sco_timeline.extracting.rules.summit_tense import announced
from sco_timeline.extracting.slots import Slot

Days = tuple[str | None, str | None]

_BEHIND = re.compile(
    r"(?P<gap>[^;Ⓓ]{0,85}?)(?P<link>(?:^|\b(?:in|on|from|for|of|at|between|dated|the|held|late|early|mid|this|last|next|past|earlier|"
    r"later|set|end of|"
    r"beginning of|middle of|summer of|autumn of|spring of|winter of)|[,(–:-]|Ⓒ|\b(?:opened|started|starts|concluded|here|place|online|"
    r"format|off|"
    r"today)) ?|(?<= ))(?P<d>Ⓓ)"
)
_NOT_ITS_DAY = re.compile(
    r"\b(?:anniversary|since|until|till|by|through|to|for the year|strategy|plan|programme|for the period) (?:the )?(?:year |early |late "
    r")?$"
)
_BEFORE = re.compile(r"(?P<d>Ⓓ)(?P<gap>[^;Ⓓ]{0,110})$")
_BOUND_BEFORE = re.compile(
    r"\b(?:since|found[a-z]+|until|till|by|through|after|before|born|dated|from|for the|as of) (?:in |early |late |the )?$"
)
_AT = re.compile(r"\b(?:at|during|in|of|for|attend[a-z]*) (?:the |an? |its |their |this |that )?(?:[a-z-]+ ){0,3}$")
_CHANGED = re.compile(
    r" and (?:would|will|was|is|has|had|were) |[;Ⓢ]? (?:but|while|whereas|after|before|since|when|where|which|who|until) |, (?:and|but|"
    r"which|who) "
)
_EVE = re.compile(
    r"\b(?:ahead of|before|on the eve of|run-up to|prior to|in advance of|preparations for|prepare for) (?:the |an? |its |this )"
    r"?(?:[a-z-]+ ){0,2}$"
)
_TRAVEL = re.compile(
    r"\b(?:arriv|reach|flew|flies|fly|flying|land|travel|left|leav|depart|head(?:s|ed)? (?:to|for)|visit|set off|set out|went|"
    r"goes|coming|came)"
    r"[a-z]*\b[^.;]*$"
)
_ARRIVED = re.compile(r"\b(?:arrived|arrives|reached|reaches|landed|lands|flew|left|departed)\b[^.;,]*$")
_CLOSING = re.compile(
    r"\b(?:clos(?:e|es|ed|ing)|conclud(?:e|es|ed|ing)|end(?:s|ed|ing)?|wrapp?(?:s|ed|ing)? up|wound up|wind(?:s|ing)? up|"
    r"finish(?:es|ed)) "
    r"(?:the |its |their |an? )?$"
)
_CLOSE = re.compile(
    r"\b(?:clos(?:e|es|ed|ing)|conclud(?:es|ed|ing)|end(?:s|ed|ing)?|wrapp?(?:s|ed|ing)? up|winding up|wound up|finish(?:es|ed|ing)?|at "
    r"the (?:end|close|conclusion)|"
    r"complet(?:es|ed))\b"
)
_OPENING = re.compile(
    r"\b(?:open(?:s|ed|ing)?|beg[aiu]ns?|beginning|start(?:s|ed|ing)?|kick(?:s|ed|ing)? off|gets? under ?way|got under ?way)\b"
)
_AND_DAY = re.compile(r" ?(?:to|through|until|and|-|–) (?:the )?(?P<d>Ⓓ)")
_ONE_DAY = re.compile(r"\b(?:one|single)-day\b|\bday-long\b")
_WHICH = re.compile(r"^, (?:which|that|to be)\b")
_MOVING = re.compile(r"\b(?:moving|moved|postpon\w+|cancel\w+|announc\w+|delay\w+|scrapp\w+) (?:the |its |their |this )?$")
_A_HOLIDAY = re.compile(r"(?: and Ⓓ)? (?:was|were|are|is) (?:declared|announced|proclaimed|made)\b")
_AT_ITS_MARGINS = re.compile(r"\b(?:sidelines|margins|fringes|framework|side-?lines) of (?:the |an? |this )?(?:[a-zⓄ]+ ){0,2}$")
_TWO_DAYS = re.compile(r"Ⓝ-day")


def days_of(reading: Reading, match: re.Match[str], slot: Slot | None) -> Days:
    """Return first and last day of a summit of which a date speaks, as far as its sentence says them."""
    if slot is None or (slot.value.until and len(slot.value.until) == 4):
        return None, None
    first, last = _resolved(reading, match, slot)
    if first is None:
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
        return inside[0]
    return behind or _before(reading, match, left)


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
    if not found or _is_of_something_else(reading, left, head, found):
        return None
    opens = re.search(r"(?:^|[.:,] |- |– )(?:[Oo]n |in |in late |in early |early |late )?$", head[: found.start()]) is not None
    gap = re.sub("^,? ?when ", " ", found["gap"])
    if _EVE.search(head) or re.search(r"\bthat\b", gap):
        return None
    if gap in (", ", ", the "):
        return reading.masked.slot(left + found.start("d"))
    if _CHANGED.search(gap) or (gap.startswith(",") and not (opens or re.match(r", (?:on|in|at|during) ", gap))) or _TRAVEL.search(gap):
        return None
    if not (len(gap) <= 12 or _AT.search(gap) or goes_on(gap.replace('"', ""))):
        return None
    return reading.masked.slot(left + found.start("d"))


def _is_of_something_else(reading: Reading, left: int, head: str, found: re.Match[str]) -> bool:
    """Say whether a day before a summit's name bounds something or is that of a journey to it."""
    begins = head[: found.start()]
    whole = reading.masked.slot(left + found.start("d")).value.until is not None  # a visit of some days is as long as the summit
    if _BOUND_BEFORE.search(begins):
        return not (whole and begins.endswith("from ")) and not found["gap"].startswith((" at a ", " at the "))
    journey = _TRAVEL.search(begins[-60:])
    return journey is not None and not (whole and journey.group().startswith(("visit", "travel")))


def _resolved(reading: Reading, match: re.Match[str], slot: Slot) -> Days:
    future = announced(reading, match)
    first, last = reading.resolved(slot, future)
    place = reading.masked.place(slot)
    behind = _AND_DAY.match(reading.text, place + 1)
    if behind and first and len(first) != 4:
        return first, reading.resolved(reading.masked.slot(behind.start("d")), future)[0] or last
    earlier = re.search(r"(?P<d>Ⓓ) (?:and|to|-|–) (?:the )?$", reading.text[max(0, place - 12) : place])
    if earlier and first and len(first) == 10:
        begun = reading.resolved(reading.masked.slot(max(0, place - 12) + earlier.start("d")))[0]
        return begun or first, first
    return first, last


def _ends(reading: Reading, match: re.Match[str], slot: Slot, first: str, last: str | None) -> Days:
    """Make of one day the first or last of a summit if its sentence says that it opened or closed on it."""
    if last and last != first:
        return first, last
    place = reading.masked.place(slot)
    gap = (
        reading.text[match.start() : place]
        if place >= match.end()
        else reading.text[place : match.start()] + reading.text[match.end() : match.end() + 25]
    )
    named = _TWO_DAYS.search(reading.text, max(0, match.start() - 12), match.end() + 12)
    long = len(first) == 10 and named is not None and reading.masked.slot(named.start()).value == 2
    if len(first) == 10 and _ONE_DAY.search(reading.text, max(0, match.start() - 12), match.end()):
        return first, first
    if _CLOSE.search(gap) or _CLOSING.search(reading.text, max(0, match.start() - 25), match.start()):
        return (_shifted(first, -1) if long else None), first
    if _OPENING.search(gap) and len(first) == 10:
        return first, (_shifted(first, 1) if long else None)
    return first, last or first


def _shifted(day: str, by: int) -> str | None:
    try:
        return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
    except ValueError:  # 31 June
        return None

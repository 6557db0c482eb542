"""Which gathering a sentence speaks of, a summit of the SCO or something else, and in which year."""

from __future__ import annotations

import re

from sco_timeline.extracting.articles import Article
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.slots import Masked

_GATHERING = r"(?:summits?|meetings?|meet|sessions?|gatherings?|get-together|conclaves?|sittings?|talks|jubilee|opening|do|event)"
_VENUE = re.compile(
    r"(?P<other>Ⓧ(?:'s?)? (?:[a-z]+ ){0,2}(?:summit|leaders'|meeting|session|forum|gathering)|summit of (?:the )?Ⓧ|"
    r"(?:peace|climate|business|nuclear|bilateral|ministerial|people's|digital|media|women's|youth) summit|ministerial|"
    r"(?:foreign|defen[cs]e|culture|trade|health|interior|finance|energy|justice|education|economy|transport|"
    r"agriculture) ministers\b(?! Ⓗ)|Ⓧ of (?:the )?Ⓞ|"
    r"meeting of (?:the )?(?:[a-z]+ )?(?:foreign|defen[cs]e|culture|trade|health|interior|finance|energy) ministers|"
    r"meeting of (?:the )?(?:security council secretaries|speakers|chief justices|prosecutors)|security council secretar|"
    r"council of (?:the )?(?:foreign )?ministers|business forum|state visit|official visit|telephone|phone (?:call|talk)|"
    r"trip to [ⓅⒸ] last (?:week|month)|parade)"
    r"|(?P<ours>summit|Ⓑ|council of (?:the )?heads|heads of (?:member )?(?:state|government)|(?:leaders'|premiers'|prime ministers') "
    rf"(?:council|{_GATHERING})|{_GATHERING} of (?:the )?(?:Ⓞ(?:'s)? |Ⓝ )?(?:leaders|premiers|prime ministers|presidents)|"
    rf"Ⓞ(?:'s)? (?:(?:Ⓒ|Ⓓ|Ⓠ|[a-z]+) ){{0,2}}{_GATHERING}\b|(?:Ⓒ|Ⓧ plus) (?:session|meeting|gathering|meet|do)\b|"
    rf"(?:Ⓠ|annual|yearly|regular|enlarged|extended) {_GATHERING} of (?:the )?[^.;,]{{0,30}}Ⓞ|"
    rf"{_GATHERING} of (?:the )?Ⓞ(?!'?s? (?:[a-z]+ )?(?:foreign|defen|culture|trade|health|interior|security|supreme|"
    rf"prosecutor|expert|national|"
    r"minister|coordinator|youth|business|justice|energy|finance))|premiers of Ⓞ|presidents of (?:the )?(?:Ⓝ )?Ⓞ|"
    r"(?:leaders|presidents|premiers) of (?:the )?(?:Ⓝ )?(?:Ⓞ |member |Ⓢ ?){1,2})"
)
_ANY = re.compile(
    r"[Ss]ummit|SUMMIT|eeting of|residents of|eaders|ession|[Cc]ouncil of (?:the )?[Hh]eads|[Hh]eads of (?:member )"
    r"?(?:state|government)|eaders' meeting|inist|[Pp]remiers"
)
_NO_DAY_BEFORE = re.compile(r"(?:since|until|by|before|after|founded in|till|from) (?:[^.;,]{0,40} )?(?:early |late |last )?$")
_REACH = 12  # sentences


def at_summit(reading: Reading, place: int | None = None, reach: int = _REACH, elsewhere: bool = True) -> bool:
    """Say whether the talk at a place is of a summit of the SCO: in the sentence, else in those just before it."""
    own = _nearest(reading, place)
    if own is not None:
        return own and ("Ⓞ" in reading.text or "Ⓑ" in reading.text or reading.article.is_about_us)
    if not reading.article.is_about_us or (elsewhere and _is_elsewhere(reading, place or 0)):
        return False
    return _before(reading.article, reading.number, reach) or False


_MINISTERS_MEET = re.compile(
    r"(?:foreign|defen[cs]e|culture|trade|interior|energy|health|finance)[ -]ministers'? (?:meeting|council|session|talks)|"
    r"(?:meeting|council|session|talks) of (?:the )?(?:sco )?(?:foreign|defen[cs]e|culture|trade|interior|energy|health|finance) ministers"
)


def ministers_meet(reading: Reading) -> bool:
    """Say whether a meeting of ministers is spoken of in a sentence or in the three before it."""
    article = reading.article
    own = article.sentences[reading.number].start
    return _MINISTERS_MEET.search(article.low, article.sentences[max(0, reading.number - 3)].start, own + 600) is not None


def _is_elsewhere(reading: Reading, place: int) -> bool:
    """Say whether a sentence that names no gathering names a city, and not one of those where summits of the text are."""
    cities = {
        slot.value
        for at, slot in zip(reading.masked.at, reading.masked.slots, strict=True)
        if slot.kind == "Ⓒ" and abs(at - place) < 45 and reading.text.endswith(("in ", "to ", "at "), 0, at)
    }
    if not cities:
        return False
    article = reading.article
    known: set[object] = set()
    for number in range(max(0, reading.number - _REACH), min(len(article.sentences), reading.number + 3)):
        if number != reading.number and (_said(article, number) or article.sentences[number].kind == "headline"):
            known |= {slot.value for slot in article.masked(number).slots if slot.kind == "Ⓒ"}
    return bool(known) and known.isdisjoint(cities)


def _nearest(reading: Reading, place: int | None) -> bool | None:
    """Return whether the gathering named nearest to a place of the sentence is ours; none where none is named."""
    found = reading.found(_VENUE)
    if not found:
        return None
    if place is None:
        return any(one["ours"] for one in found) and not any(one["other"] for one in found)
    found = [one for one in found if one["ours"] or not _is_plus(reading.article, reading.masked, one)] or found
    nearest = min(found, key=lambda one: 0 if one.start() <= place < one.end() else min(abs(one.start() - place), abs(one.end() - place)))
    return bool(nearest["ours"]) or _is_plus(reading.article, reading.masked, nearest)


def is_plus(reading: Reading, place: int) -> bool:
    """Say whether a body named at a place is "SCO Plus"."""
    slot = reading.masked.slot(place)
    return reading.article.low[slot.start : slot.end].rstrip("\"'").endswith(("plus", "+"))


def _is_plus(article: Article, masked: Masked, found: re.Match[str]) -> bool:
    """Say whether a gathering is a session of a summit in the format "SCO Plus", whose name is masked as a body of its own."""
    if found.group()[0] != "Ⓧ":
        return False
    slot = masked.slot(found.start())
    return article.low[slot.start : slot.end].rstrip("\"'").endswith(("plus", "+"))


def _before(article: Article, number: int, reach: int) -> bool | None:
    for earlier in range(number - 1, max(-1, number - 1 - reach), -1):
        said = _said(article, earlier)
        if said is not None:
            return said
    if any(_said(article, first) for first in range(min(3, number))):
        return True
    if number < 4:
        for later in range(number + 1, min(len(article.sentences), number + 3)):
            said = _said(article, later)
            if said is not None:
                return said
    return None


def _said(article: Article, number: int) -> bool | None:
    """Return whether a sentence names a summit of ours (true), only other gatherings (false), or none; remembered."""
    known = article.memory.setdefault("venues", {})
    assert isinstance(known, dict)
    if number not in known:
        start, end = article.sentences[number][:2]
        kinds = set()
        if _ANY.search(article.flat, start, end):
            masked = article.masked(number)
            kinds = {bool(one["ours"]) or _is_plus(article, masked, one) for one in article.found(_VENUE, number)}
        known[number] = None if not kinds else True in kinds
    value = known[number]
    return bool(value) if value is not None else None


def year_of(reading: Reading, place: int = 0) -> int | None:
    """Return the year of the summit spoken of: the day nearest to a place of the sentence, else the year of publication."""
    days = []
    for at, slot in zip(reading.masked.at, reading.masked.slots, strict=True):
        if slot.kind == "Ⓓ" and not _NO_DAY_BEFORE.search(reading.text[max(0, at - 20) : at]):
            day = reading.resolved(slot)[0]
            if day:
                days.append((abs(at - place), int(day[:4])))
    if days:
        return min(days)[1]
    published = reading.article.published
    told = reading.article.memory.get("summit_days")
    if not published and isinstance(told, list) and told:
        return int(told[-1][:4])
    return int(published[:4]) if published else None

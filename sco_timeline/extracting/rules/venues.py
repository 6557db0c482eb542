"""Which gathering a sentence speaks of, a summit of the SCO or something else, and in which year."""

from __future__ import annotations

import re

from sco_timeline.extracting.articles import Article
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.slots import Masked, Slot
from sco_timeline.extracting.steps import holds

_GATHERING = r"(?:summits?|meetings?|meet|sessions?|gatherings?|get-together|conclaves?|sittings?|talks|jubilee|opening|do|event)"
VENUE = re.compile(
    r"(?P<other>Ⓧ(?:'s?)? (?:[a-z]+ ){0,2}(?:summit|leaders'|meeting|session|forum|gathering)|summit of (?:the )?Ⓧ|"
    r"summit between (?:the )?(?:[ⓃⓅⓇⒽ]|two|both)|swearing-in|inauguration of (?:the )?[ⒽⓅⒶ]|(?:peace|climate|business|nuclear|"
    r"bilateral|ministerial|people's|digital|media|women's|youth|central asian?) summit|ministerial(?! level)|(?:foreign|"
    r"defen[cs]e|culture|trade|health|interior|finance|energy|justice|education|economy|transport|agriculture) ministers\b(?! Ⓗ)|"
    r"Ⓧ of (?:the )?Ⓞ|meeting of (?:the )?(?:[a-z]+ )?(?:foreign|defen[cs]e|culture|trade|health|interior|finance|"
    r"energy) ministers|meeting of (?:the )?(?:security council secretaries|speakers|chief justices|prosecutors)|"
    r"security council secretar|council of (?:the )?(?:foreign )?ministers|\bforum\b|(?:state|official) "
    r"visit(?! and (?:to |for )?(?:attend|the |an? |take))|telephone|phone (?:call|talk)|trip to [ⓅⒸ] last (?:week|month)|parade)"
    r"|(?P<ours>summit|Ⓑ|council of (?:the )?heads|heads of (?:member )?(?:state|government)|"
    rf"(?:leaders'|premiers'|prime ministers') (?:council|{_GATHERING})|"
    rf"{_GATHERING} of (?:the )?(?:Ⓞ(?:'s)? |Ⓝ )?(?:leaders|premiers|prime ministers|presidents)|"
    rf"Ⓞ(?:'s)? (?!(?:(?!prime)[a-z-]+ ){{0,2}}minist)(?:(?:Ⓒ|Ⓓ|Ⓠ|[a-z]+) ){{0,2}}{_GATHERING}\b|"
    rf"(?:Ⓒ|Ⓧ plus) (?:session|meeting|gathering|meet|do)\b|(?:Ⓠ|annual|yearly|regular|enlarged|extended) {_GATHERING} of "
    rf"(?:the )?[^.;,]{{0,30}}Ⓞ|{_GATHERING} of (?:the )?Ⓞ(?!'?s? (?:[a-z]+ )?(?:foreign|defen|culture|trade|health|interior|"
    r"security|supreme|prosecutor|expert|national|minister|coordinator|youth|business|justice|energy|finance))|premiers of Ⓞ|"
    r"presidents of (?:the )?(?:Ⓝ )?Ⓞ|(?:leaders|presidents|premiers) of (?:the )?(?:Ⓝ )?(?:Ⓞ |member |Ⓢ ?){1,2})"
)
WORDS_OF_VENUES = (
    *("summit", "Ⓑ", "Ⓧ", "head", "leader", "premier", "minist", "president", "meet", "session", "gather", "get-together"),
    *("conclave", "sitting", "talk", "jubilee", "opening", "do", "event", "forum", "visit", "phone", "secretar", "trip"),
    *("parade", "swearing", "inauguration", "speakers", "justices", "prosecutors"),
)  # one of which stands wherever a venue does
_ANY = re.compile(
    r"[Ss]ummit|SUMMIT|eeting of|residents of|eaders|ession|[Cc]ouncil of (?:the )?[Hh]eads|"
    r"[Hh]eads of (?:member )?(?:state|government)|eaders' meeting|inist|[Pp]remiers|[Ff]orum"
)
_AHEAD = re.compile(  # what ministers do "to prepare for the summit" is no talk of the summit
    r"\b(?:prepar\w+(?: for)?|ahead of|run-up to|before|prior to|agenda (?:of|for)|ground(?:work)? for|way for|in advance of|"
    r"leading up to) (?:(?:[a-z'-]+|[ⓄⒸⒹⓆ](?:'s?)?) ){0,4}$"
)
_OFFERED = re.compile(r"\b(?:offer(?:s|ed|ing)?|propos(?:es|ed|ing)) to (?:host|hold|organi[sz]e|convene) (?:the |an? )?(?:[a-z]+ )?$")
_NO_DAY_BEFORE = re.compile(
    r"\b(?:set up|created|founded|established|launched|formed|born) in [a-zⒸ]+ (?:on |in )?$|"
    r"(?:since|until|by|before|after|founded in|till|from) (?:[^.;,]{0,40} )?(?:early |late |last )?$|"
    r"\b(?:joined|acceded|admitted|applied|[ⓈⓉ])(?: (?:to )?Ⓞ)? (?:in|on) $"
)
_REACH = 12  # sentences
_HEAD, _NEAR = 4, 45  # characters in which a city says where all that a sentence tells of takes place


def at_summit(reading: Reading, place: int | None = None, reach: int = _REACH, elsewhere: bool = True) -> bool:
    """Say whether the talk at a place is of a summit of the SCO: in the sentence, else in those just before it."""
    own = _nearest(reading, place)
    if own is not None:
        return own and ("Ⓞ" in reading.text or "Ⓑ" in reading.text or reading.article.is_about_us)
    if not reading.article.is_about_us:
        return _was_just_ours(reading)
    if elsewhere and _is_elsewhere(reading, place or 0):
        return False
    said = _before(reading.article, reading.number, reach)
    return "Ⓗ" in reading.text and _tells_of_leaders(reading.article) if said is None else said


_LEADERS = re.compile(
    r"summit|\b(?:plenary|session|gathering|leaders|presidents|heads of (?:state|government)|premiers|"
    r"prime ministers)\b"
)
_OTHERS = re.compile(
    r"\b(?:foreign|defen[cs]e|culture|trade|interior|energy|health|finance|transport|economy)[ -]ministers\b|\bministerial|"
    r"council of ministers|security council secretar|\byouth|\bforum|\bprosecutors|\bjudges|\bspeakers of|\bdrills?\b|"
    r"\bexercises?\b"
)


def _tells_of_leaders(article: Article) -> bool:
    """Say whether a text that names no summit near a place tells of leaders of the SCO, and of no other event; remembered."""
    if article.memory.tells_of_leaders is None:
        article.memory.tells_of_leaders = _LEADERS.search(article.low) is not None and _OTHERS.search(article.low) is None
    return article.memory.tells_of_leaders


def _was_just_ours(reading: Reading) -> bool:
    """Say whether a text about other things has just named a summit of the SCO, and nothing else."""
    if not reading.number or "Ⓧ" in reading.text:
        return False
    before = reading.article.masked(reading.number - 1).text
    return "Ⓧ" not in before and ("Ⓞ" in before or "Ⓑ" in before) and bool(_said(reading.article, reading.number - 1))


_MINISTERS_MEET = re.compile(
    r"(?:foreign|defen[cs]e|culture|trade|interior|energy|health|finance)[ -]ministers'? (?:meeting|council|session|talks)|"
    r"(?:meeting|council|session|talks) of (?:the )?(?:sco )?(?:foreign|defen[cs]e|culture|trade|interior|energy|health|"
    r"finance) ministers"
)


def ministers_meet(reading: Reading) -> bool:
    """Say whether a meeting of ministers is spoken of in a sentence or in the three before it; remembered."""
    article = reading.article
    known = article.memory.ministers
    if known is None or known[0] != reading.number:
        first, own = article.sentences[max(0, reading.number - 3)].start, article.sentences[reading.number].start
        may = article.low.find("ministers", first, own + 600) >= 0
        known = article.memory.ministers = reading.number, may and _MINISTERS_MEET.search(article.low, first, own + 600) is not None
    return known[1]


def _is_elsewhere(reading: Reading, place: int) -> bool:
    """Say whether a sentence that names no gathering names a city, and not one of those where summits of the text are."""
    cities = {
        slot.value
        for at, slot in zip(reading.masked.at, reading.masked.slots, strict=True)
        if slot.kind == "Ⓒ"
        and abs(at - place) < _NEAR
        and ";" not in reading.text[min(at, place) : max(at, place)]
        and (at < _HEAD or "," not in reading.text[at:place])
        and reading.text.endswith(("in ", "to ", "at "), 0, at)
    }
    if not cities:
        return False
    article = reading.article
    known: set[object] = set()
    for number in {0, *range(max(0, reading.number - _REACH), min(len(article.sentences), reading.number + 3))}:
        title = article.sentences[number].kind == "headline" or (number == 0 and not article.masked(0).text.endswith("."))
        if number != reading.number and (_said(article, number) or title):
            known |= {slot.value for slot in article.masked(number).slots if slot.kind == "Ⓒ"}
    return bool(known) and known.isdisjoint(cities)


def _nearest(reading: Reading, place: int | None) -> bool | None:
    """Return whether the gathering named nearest to a place of the sentence is ours; none where none is named."""
    found = reading.found(VENUE) if holds(reading.text, WORDS_OF_VENUES) else []
    if not found:
        return None
    if place is None:
        return any(one["ours"] for one in found) and not any(one["other"] for one in found)
    found = [one for one in found if one["ours"] or not _is_plus(reading.article, reading.masked, one)] or found
    nearest = min(found, key=lambda one: 0 if one.start() <= place < one.end() else min(abs(one.start() - place), abs(one.end() - place)))
    return bool(nearest["ours"]) or _is_plus(reading.article, reading.masked, nearest)


def is_of_others(reading: Reading, place: int) -> bool:
    """Say whether the gathering named nearest to a place of the sentence is not ours."""
    return _nearest(reading, place) is False


def others_just_met(reading: Reading) -> bool:
    """Say whether a sentence names no gathering and the one before named another's last: "It follows the BRICS summit"."""
    if not reading.number or _nearest(reading, None) is not None:
        return False
    before = reading.article.found(VENUE, reading.number - 1)
    last = before[-1] if before and before[-1]["other"] and "Ⓧ" in before[-1].group() else None
    return last is not None and not _is_plus(reading.article, reading.article.masked(reading.number - 1), last)


_TWO_MET = re.compile(  # the sentence before is of a meeting of two, or of some other event, of which more is told
    r"Ⓗ[^.;]{0,60}\b(?:met|received|spoke|talked|talks|s[ai]t down|held)\b[^.;]{0,60}Ⓗ|\b(?:ceremony|exhibition|concert|parade)\b"
)


def two_just_met(reading: Reading, first: bool = False) -> bool:
    """Say whether the sentence before, or one of the first two, tells of a meeting of two: readouts end with who was present."""
    told = {0, 1, reading.number - 1} if first else {reading.number - 1}
    return any(_TWO_MET.search(reading.article.masked(one).text) for one in told if 0 <= one < reading.number)


def is_plus(reading: Reading, place: int) -> bool:
    """Say whether a body named at a place is "SCO Plus"."""
    return _is_named_plus(reading.article, reading.masked.slot(place))


def is_of_plus(reading: Reading, place: int) -> bool:
    """Say whether the body named last before a place is "SCO Plus": "the SCO Plus round of the leaders' summit"."""
    last = reading.text.rfind("Ⓧ", 0, place)
    return last >= 0 and is_plus(reading, last)


def _is_plus(article: Article, masked: Masked, found: re.Match[str]) -> bool:
    """Say whether a gathering is a session of a summit in the format "SCO Plus", whose name is masked as a body of its own."""
    return found.group()[0] == "Ⓧ" and _is_named_plus(article, masked.slot(found.start()))


def _is_named_plus(article: Article, slot: Slot) -> bool:
    return article.low[slot.start : slot.end].rstrip("\"'").endswith(("plus", "+"))


def _before(article: Article, number: int, reach: int) -> bool | None:
    """Return what the sentences before one, else the first or the next, say of the gathering; remembered for the sentence read last."""
    known = article.memory.venue_before
    if known is None or known[:2] != (number, reach):
        known = article.memory.venue_before = number, reach, _told_before(article, number, reach)
    return known[2]


def _told_before(article: Article, number: int, reach: int) -> bool | None:
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
    known = article.memory.venues
    if number not in known:
        start, end = article.sentences[number][:2]
        kinds = set()
        if _ANY.search(article.flat, start, end):
            masked = article.masked(number)
            found = article.found(VENUE, number)
            found = [one for one in found if not _OFFERED.search(masked.text, 0, one.start())]
            kinds = {bool(one["ours"]) or _is_plus(article, masked, one) for one in found}
            if len(kinds) > 1:
                kinds = {kind for one in found if (kind := bool(one["ours"])) is False or not _AHEAD.search(masked.text, 0, one.start())}
        known[number] = None if not kinds else True in kinds
    return known[number]


def year_of(reading: Reading, place: int) -> int | None:
    """Return the year of the summit spoken of: the day nearest to a place of the sentence, else the year of publication."""
    days = []
    for at, slot in zip(reading.masked.at, reading.masked.slots, strict=True):
        if slot.kind == "Ⓓ" and not _NO_DAY_BEFORE.search(reading.text[max(0, at - 40) : at]):
            day = reading.resolved(slot)[0]
            if day:
                days.append((abs(at - place), int(day[:4])))
    if days:
        return min(days)[1]
    published = reading.article.published
    told = reading.article.memory.summit_days
    if not published and told:
        return int(told[-1][:4])
    return int(published[:4]) if published else None


_SOON = re.compile(
    r"\btomorrow\b|\b(?:this(?: coming)?|next) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend)\b|\bnext (?:week|month)\b"
)
_PREVIEW = re.compile(r"what to expect|\bahead of\b|\btomorrow\b|\bon the eve of\b|\bpreview\b")
_WHOLE_DAY = len("2001-06-15")


def lies_ahead(reading: Reading) -> bool:
    """Say whether the summit of a sentence comes after the day of publication, so that "he flies to it" is a plan."""
    published, low = reading.article.published, reading.article.low
    first, *_ = reading.article.sentences
    own = reading.article.sentences[reading.number]
    if _SOON.search(low, own.start, own.end) or (first.kind == "headline" and _PREVIEW.search(low, 0, first.end)):
        return True
    if not published or len(published) < _WHOLE_DAY:
        return False
    here = (reading.resolved(slot)[0] for slot in reading.masked.slots if slot.kind == "Ⓓ")
    days = [str(day) for day in (*here, *reading.article.memory.summit_days[-1:]) if day]
    return any(len(day) >= _WHOLE_DAY and day > published for day in days)

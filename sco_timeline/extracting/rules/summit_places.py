"""Where a summit is held: the city or country before its name, behind it, or named as its host."""

from __future__ import annotations

import re
from collections import deque

from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.summit_reach import MARKING, OPENED_BY, goes_on, limits, says_when
from sco_timeline.extracting.rules.summit_words import head
from sco_timeline.extracting.slots import Slot
from sco_timeline.extracting.vocabulary import CAPITALS

_BEHIND = re.compile(
    rf"(?P<gap>(?:, {MARKING} [^,;.ⒸⒽ]{{3,90}},|{OPENED_BY})?(?:[^.;ⒸⓅⓍⒽ]|\.(?! )){{0,75}}?)"
    r"(?:(?:\b(?:in|at|to|of|for|inside|within|outside|near|hosted by|organi[sz]ed by|host city|city of)|[,(–:-]|"
    r"^) ?(?:the )?(?:[ⓅⒶ](?:'s?)? )?(?:[a-zⓆ-]+ ){0,3}?(?P<c>Ⓒ)(?! (?:declar|conven|charter|statement|communiq|agree|process|"
    r"spirit|init|protoc))|\b(?:in|of|by|inside|on) (?:the )?(?P<p>Ⓟ(?!')(?<!on Ⓟ)|Ⓐ(?= (?:soil|ground|territory)\b)))"
)
_ON_SCREEN = re.compile(r"\b(?:video|online|virtual(?:ly)?|remotely)\b")  # "by video from Beijing" says where a guest was
_WHERE_HOSTED = re.compile(
    r"^,? ?(?:which |that )?(?P<c>[ⒸⓅ]) (?:will |is to |would |is going to |had |has |is |was )?(?:be )?(?:host|hold|"
    r"held|organi[sz]|stag)"
)
_BEFORE = re.compile(
    r"(?:\b(?:in|at|to|for|into|(?:city|port|town|resort|metropolis|capital) of|host|hosts|hosted|hosting|entered|"
    r"reached|reaching|visited|toured|visiting|visits?|around)|\(|^\W?(?!Ⓒ (?!Ⓞ|[ⓆⒹ(–-]|summit|session|meeting|gathering|"
    r"hosted|(?:will |is |was |has |had |to )*(?:host|hold|held|receiv|welcom|organi|prepar|gear|brac|ready|set|await|"
    r"the (?:venue|site|scene|place|setting|host)|saw|see|stag|be|been))\w*)) ?(?:the )?(?!(?:represent|persuade|convince|urge|"
    r"press|thank|warn|ask|defend|support|criticise|criticize) )(?:[a-z-]+ ){0,2}?(?P<c>Ⓒ)"
)
_HOSTS = re.compile(
    r"\b(?:(?:host|hold|organi[sz]|conven|welcom|stag|receiv|invit)(?:e?s|ed|d|ing|e)?|(?:is to|will|would) see)\b[^.;Ⓧ]{0,40}$"
)
_HOST = re.compile(r"(?<!from )(?<!with )(?<!to )(?<!of )(?<!by )(?<!in )(?<!from the )(?P<h>[ⒸⓅⓇ])(?!'(?!s turn to ))")
_WHICH_HOSTS = re.compile(r"(?P<h>[ⒸⓅ]), (?:which|who) (?:[a-z]+ ){0,4}(?=host|hold|organi[sz]|conven|welcom|stag|receiv|invit)")
_ASIDE = re.compile(r", (?:which|who|whose|to whom|to which|where|the) [^,;]*,(?= (?!and (?:the )?[ⒸⓅ]))")
_NOT_HELD = re.compile(
    r"\b(?:hold|held|holds) (?:the |its |a )?(?:[a-z]+ )?(?:chair|presiden|talks|meeting|status|rank|seat|office|"
    r"referend|election)"
)
_AT = re.compile(
    r"(?:\b(?:on|in|at) (?:the )?(?:sidelines?|margins?|fringes?|framework|course|eve|occasion|run-up|opening|close|end|fields?)"
    r"(?: day)? (?:of|to) (?:the |an? |this |its )?|\b(?:for|to attend|attending|to take part in|to participate in|"
    r"participating in|to join|to address|for (?:an? |his |her )?(?:[a-z-]+ |Ⓝ-day ){0,2}visit and(?: for| to attend)?|at|during|"
    r"ahead of|before|part in) (?:the |an? |this |its )?(?:[a-z-]+ ){0,2})$"
)
_RIGHT_AT = re.compile(r"^(?:,? (?:on )?Ⓓ)?,? (?:at|during|for|to attend) (?:the |an? |its )?(?:[a-z]+ ){0,2}$")
_SPEAKING = re.compile(
    r"\b(?:told|reporters|journalists|press|spokes[a-z]+|interview|embassy|(?<!prime )minist[a-z]+|office|based|born|"
    r"bilateral visit|said|announced)\b"
)
_CHANGED = re.compile(
    r"[;]|\b(?:but|while|whereas|since then|joined|became|admitted|found[a-z]*|establish[a-z]*|creat[a-z]+|left|leaving|later|"
    r"afterwards)\b"
)
_VENUE = re.compile(r"host|\b(?:venue|site|scene|setting|place|stage) (?:of|for)\b")
_VISITOR = re.compile(
    r"^:[^.;ⒸⓅ]{1,40}? (?:visits?|arrives? in|lands? in|heads? (?:to|for)|leaves? for|departs? for|travels? to|reaches) (?P<c>Ⓒ)"
)
_VISITED = re.compile(
    r"\b(?:visit(?:s|ed|ing)?(?: to)?|travel(?:s|led|ling)? to|trip to|fl(?:y|ies|ew) to|"
    r"arriv(?:es?|ed|ing) in|leav(?:es?|ing) for|left for) (?P<p>Ⓟ)(?!')[^.;ⒸⓅ]{0,90}?(?:for|"
    r"to attend|to take part in|to participate in|attended|took part(?: as [a-z ]{3,30})? in|"
    r"where (?:Ⓘ|Ⓗ) (?:took part in|attended|addressed|will attend|will take part in)) (?:the |an? |its )?(?:[a-z-]+ ){0,3}$"
)
_WHERE = re.compile(
    r"(?:(?P<k>Ⓒ)(?:,| in) )?(?P<c>[ⒸⓅ])(?: (?:on |in )?Ⓓ)?,?(?: [a-zⒾ]+ (?:said|says),)?(?: (?:is|was|will be))? where "
    r"(?:the |its |their |Ⓞ |Ⓑ )?(?:(?:[a-z]+|Ⓞ(?:'s)?|Ⓢ) ){0,6}$"
)
_DATELINE = re.compile(
    r",? (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+\.? \d{1,2})(?:,? \d{4})? ?(?:\.|[–—:-]|\()| "
    r"(?:\([^()]{2,30}\) )?[–—] "
)
_HERE = re.compile(r"^(?:[^.;ⒸⓅ]{0,40}?) ?\b(?:here|in this (?:[a-z-]+ ){0,4}(?:city|capital|port|resort|town|metropolis))\b")
_THERE = re.compile(
    r"^(?:[^.;ⒸⓅ]{0,25}?) ?\b(?:there|in the (?:same )?(?:city|capital|country))\b(?! (?:is|are|was|"
    r"were)\b)|^, where"
)


def place_of(reading: Reading, match: re.Match[str]) -> Slot | None:
    """Return the place of a summit; a capital that stands for its country, "Astana received them", is a city here."""
    return as_city(reading, _place_of(reading, match))


def as_city(reading: Reading, slot: Slot | None) -> Slot | None:
    """Return the city where a slot reads a capital as its country, else the slot itself."""
    if slot and slot.kind == "Ⓟ" and len(slot.parties) == 1:
        capital = CAPITALS.get(slot.parties[0])
        if reading.article.flat[slot.start : slot.end] == capital:
            return Slot("Ⓒ", slot.start, slot.end, slot.parties, capital)
    return slot


def _place_of(reading: Reading, match: re.Match[str]) -> Slot | None:
    """Look for a place inside a summit's name, behind it, before it, in its host, else in what "here" and "there" stand for."""
    inside = [slot for slot in reading.masked.between(*match.span()) if slot.kind in "ⒸⓅ"]
    if inside:
        return next((slot for slot in inside if slot.kind == "Ⓒ"), inside[0])
    left, right = limits(reading, match)
    where = _WHERE.search(reading.text, left, match.start())
    if where:
        return reading.masked.slot(where.start("k" if where["k"] else "c"))
    return (
        _behind(reading, match, right)
        or _before(reading, match, left)
        or _host(reading, match, left)
        or _pointed_at(reading, match, right)
        or _visited(reading, match, left)
    )


def _behind(reading: Reading, match: re.Match[str], right: int) -> Slot | None:
    tail = reading.text[match.end() : right]
    hosted = _WHERE_HOSTED.match(tail)
    if hosted:
        return reading.masked.slot(match.end() + hosted.start("c"))
    headed = _VISITOR.match(tail)  # "SCO summit: Modi to visit Tianjin"
    if headed:
        return reading.masked.slot(match.end() + headed.start("c"))
    found = _BEHIND.match(tail)
    if not found or not goes_on(found.group()[:-1]) or _ON_SCREEN.search(found["gap"]):
        return None
    if found["p"] and ("attended" in found["gap"] or not (found["gap"].endswith("chairmanship ") or says_when(found["gap"]))):
        return None
    return reading.masked.slot(match.end() + (found.start("c") if found["c"] else found.start("p")))


def _before(reading: Reading, match: re.Match[str], left: int) -> Slot | None:
    text = reading.text[left : match.start()]
    found = deque(_BEFORE.finditer(text), maxlen=1)
    if not found:
        return None
    return _place_at(reading, match, left, found.pop())


def _place_at(reading: Reading, match: re.Match[str], left: int, found: re.Match[str]) -> Slot | None:
    text = reading.text[left : match.start()]
    if left == 0 and _OF_THE_REPORTER.match(text) and found.start("c") < _HEAD and _in_capitals(reading, found.start("c")):
        return None
    if _ON_SCREEN.search(text, max(0, found.start() - 20), found.start() + 3):
        return None
    gap = text[found.end() :]
    if _GOING.search(text, 0, found.start("c")) and _AFTERWARDS.search(gap):
        return None
    at = _AT.search(gap) or _AT.search(reading.text[max(0, match.start() - 30) : match.start()])
    if _RIGHT_AT.match(gap):
        return reading.masked.slot(left + found.start("c"))
    if len(gap) > (140 if at else 60) or _CHANGED.search(gap) or _SPEAKING.search(text[max(0, found.start() - 40) :]):
        return None
    if not at and " host" not in found.group()[:5] and not _VENUE.search(found.group() + gap) and not goes_on(gap):
        return None
    return reading.masked.slot(left + found.start("c"))


_GOING = re.compile(r"\b(?:to|for|into|home|back in|(?:arriv|land|return)[a-z]+ in|reached) (?:the )?$")
_AFTERWARDS = re.compile(
    r"\bafter (?:tak|attend|participat|address|speak|join|hold|host)[a-z]+ "
)  # "left for Minsk after attending the summit"
_HEAD = 4  # characters in which a dateline begins
_OF_THE_REPORTER = re.compile(r"Ⓒ(?: ?/ ?Ⓒ)? ?[–—-]+ |Ⓒ ?/ ?Ⓒ ")  # "TEHRAN/BEIJING -": the summit may be elsewhere


def _in_capitals(reading: Reading, place: int) -> bool:
    slot = reading.masked.slot(place)
    return reading.article.flat[slot.start : slot.end].isupper()


def _host(reading: Reading, match: re.Match[str], left: int) -> Slot | None:
    text = reading.text[max(left, head(match) - 140) : head(match)]
    text = _ASIDE.sub(lambda aside: " " * len(aside.group()), text)
    hosts = _HOSTS.search(text)
    if not hosts or _NOT_HELD.search(hosts.group()):
        return None
    found = list(_WHICH_HOSTS.finditer(text, 0, hosts.end())) or list(_HOST.finditer(text[: hosts.start()]))[-1:]
    if not found or re.search("[.;Ⓗ]", text[found[0].end() : hosts.start()]):
        return None
    return _party_or_city(reading, head(match) - len(text) + found[0].start("h"))


def _party_or_city(reading: Reading, place: int) -> Slot | None:
    slot = reading.masked.slot(place)
    if slot.kind in "ⓇⒾ":
        parties = reading.parties(place)
        return Slot("Ⓟ", slot.start, slot.end, parties) if len(parties) == 1 else None
    return slot if len(slot.parties) == 1 else None


def _pointed_at(reading: Reading, match: re.Match[str], right: int) -> Slot | None:
    tail = reading.text[match.end() : right]
    if _HERE.match(tail):
        return _city_of_dateline(reading)
    if _THERE.match(tail):
        start = reading.article.sentences[max(0, reading.number - 1)].start
        cities = [
            name
            for name in reading.article.names_within(start, reading.masked.origin(match.start()))
            if name.meaning.kind == "Ⓒ" and _LED.search(reading.article.low, max(start, name.start - 12), name.start)
        ]
        if cities:
            meaning = cities[-1].meaning
            return Slot("Ⓒ", *reading.masked.span(*match.span()), (str(meaning.party),), meaning.name)
    return None


_LED = re.compile(r"\b(?:in|at|to|into|for|from|of|reached|visit(?:s|ed|ing)?|toured) (?:the )?$")


def _visited(reading: Reading, match: re.Match[str], left: int) -> Slot | None:
    """Return the country to which somebody goes "for the summit"."""
    found = _VISITED.search(reading.text, max(left, match.start() - 160), match.start())
    return _party_or_city(reading, found.start("p")) if found else None


def _city_of_dateline(reading: Reading) -> Slot | None:
    """Return the city that a dateline in capitals names: what "here" means."""
    article = reading.article
    for sentence in article.sentences[:4]:
        for name in article.names_within(sentence.start, sentence.start + 3):
            if name.meaning.kind == "Ⓒ" and (article.flat[name.start : name.end].isupper() or _DATELINE.match(article.flat, name.end)):
                return Slot("Ⓒ", *reading.masked.span(0, 1), (str(name.meaning.party),), name.meaning.name)
    return None

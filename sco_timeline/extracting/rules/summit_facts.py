"""What the words around a summit's name say of it: place, days, number, form, and whether it is still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.beginnings import SCO_BEGAN, is_before_the_sco
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.summit_days import day_slot, days_of
from sco_timeline.extracting.rules.summit_places import place_of
from sco_timeline.extracting.rules.summit_reach import limits
from sco_timeline.extracting.rules.summit_tense import FELL_THROUGH, ahead, announced, steps_of
from sco_timeline.extracting.slots import Slot

_HEADS = re.compile(
    r"heads? of (?:the )?(?:member )?states?(?! (?:and|or) governments?)|\bleaders\b|presidents\b|"
    r"council of heads of (?:member )?states|state heads|heads of (?:the )?(?:Ⓝ )?(?:Ⓢ|Ⓞ (?:Ⓢ|states|countries))|"
    r"council of (?:the )?heads of (?:the )?Ⓢ|heads of (?:the )?(?:member )?states|leaders'|head of state"
)
_GOVERNMENTS = re.compile(
    r"heads? of (?:the )?(?:member )?(?:state )?governments?|(?:^|Ⓞ(?:'s)? |the |of |Ⓝ )(?:prime ministers|premiers)|"
    r"head of government|prime[- ]minister(?:s'|ial)|premiers'|government leaders?|government heads"
)
_STATES_OF_GOVERNMENT = re.compile(r"heads of states? (?:and|or|and of|&) (?:of )?governments?")
_FORMS = (
    ("hybrid", re.compile(r"\bhybrid\b|\bmixed (?:in its )?format\b|\bmixed in\b|\bmixed offline")),
    (
        "virtual",
        re.compile(
            r"\b(?:virtual(?:ly)?|online|on-?line|video[- ]?conferenc\w+|video[- ]?link|via video|by video|over video|"
            r"through video|remote(?:ly)?|tele-?conferenc\w+|on screen|screen summit|vtc|zoom|video (?:format|summit|call))\b"
        ),
    ),
)


def described(
    reading: Reading, match: re.Match[str], body: str | None = None, where: Slot | None = None, when: Slot | None = None
) -> Iterator[Claim]:
    """Yield the summit that a match names, with what the words around say of it, or else a place and a day known to be its own."""
    place, day = place_of(reading, match) or where, day_slot(reading, match)
    start, end = days_of(reading, match, day)
    if when is not None and not (start or end or _is_a_term(when)):
        start, end = reading.resolved(when, future=announced(reading, match))
        end = end or start
    ordinal, form = _ordinal(reading, match), _form(reading, match)
    if told := start or end:
        reading.article.memory.summit_days.append(told)
    named_form = form and any(words.search(match.group()) for _, words in _FORMS)
    if not (place or start or end or ordinal or named_form or (day and day.value.kind == "partial")):
        return
    body = "shanghai_five" if is_before_the_sco(start) else body or _body(reading, match, start)
    polarity = _polarity(reading, match, day, start or end)
    claim = reading.claim("summit", match, body=body, start=start, end=end, ordinal=ordinal, format=form, polarity=polarity)
    if place is not None:
        claim["city"] = place.value if place.kind == "Ⓒ" else None
        claim["country"] = place.parties[0] if len(place.parties) == 1 else None
    claim["evidence"] = _evidence(claim["evidence"], claim["sentence"], place)
    yield claim


def _is_a_term(when: Slot) -> bool:
    """Say whether a date is that of a term of office rather than of a meeting: 2024-2025."""
    return len(when.value.until or "") == len("2025")


def _evidence(evidence: list[int], sentence: list[int], place: Slot | None) -> list[int]:
    if (
        place is None
        or place.start < sentence[0]
        or place.end > sentence[1]
        or place.end - evidence[1] > 120
        or evidence[0] - place.start > 120
    ):
        return evidence
    return [min(evidence[0], place.start), max(evidence[1], place.end)]


_ORDINAL_BEFORE = re.compile(
    r"(?P<q>Ⓠ)(?: edition of (?:the )?)? ?(?:(?:annual|regular|jubilee|ordinary|Ⓞ(?:'s)?|leaders'?|Ⓒ|edition of the|"
    r"meeting of the) ){0,3}$"
)
_FOR_THE_NTH_TIME = re.compile(
    r"(?:leaders|heads of|presidents|premiers|ministers|Ⓑ)[^;ⒽⓍ]{0,90}?(?:met|meet|gather|assembl|conven|came|"
    r"come)[^;ⒽⓍ]{0,50}?\bfor the (?P<q>Ⓠ) time\b(?! (?:since|in (?!Ⓒ|Ⓓ)|with|after|as))"
)
_OF_THE_LEADERS = re.compile(
    r"(?:leaders|heads of|premiers|prime ministers|(?<!the )presidents|Ⓑ)[^;,ⒽⓅ]{0,40} "
    r"(?:hold|held|holds|holding|gathered|meet|met|had|convened)(?: (?:in|for|at|on|Ⓒ|Ⓓ))* their $"
)
_NEAR_BEHIND = 60
_ORDINAL_BEHIND = re.compile(
    r"(?:,? (?:in|at) (?:Ⓒ|Ⓓ)| on Ⓓ){0,2},? (?:(?:which is |which was )?(?:now )?in its (?P<q>Ⓠ) (?:edition|year)\b|(?:the|its) "
    r"(?P<n>Ⓠ)(?: (?:so far|in all|of its kind|such meeting|(?:that )?(?:Ⓘ|Ⓞ) (?:has|had) (?:ever )?held))?(?=[.,;]|$))"
)
_NO_ORDINAL_BEHIND = re.compile(
    r"(?:[^.;,]{0,25}?) ?\b(?:since(?! its| the (?:birth|found))|to be|to include|to feature|to which|that [ⓅⒽ]|after|"
    r"hosted by|under|with|he|she|as)\b"
)
_NO_ORDINAL_BEFORE = re.compile(r"(?:\b(?:his|her|my|our|whose|their|be|been|was|is)|Ⓗ's|Ⓐ|Ⓟ's) (?:the )?$")


def _ordinal(reading: Reading, match: re.Match[str]) -> int | None:
    """Return the number of a summit; "his first summit", "the first since 2017", "fifth-anniversary" count something else."""
    places = [reading.masked.place(slot) for slot in reading.masked.between(*match.span()) if slot.kind == "Ⓠ"]
    before = _ORDINAL_BEFORE.search(reading.text[: match.start()])
    times = _FOR_THE_NTH_TIME.search(reading.text, match.start(), match.end() + _NEAR_BEHIND)
    if times and not places and not before:
        return int(reading.masked.slot(times.start("q")).value)
    places = [place for place in places if not re.match(r"Ⓠ[- ]anniversary", reading.text[place:])] or (
        [before.start("q")] if before else []
    )
    if not places:
        behind = _ORDINAL_BEHIND.match(reading.text, match.end())
        return int(reading.masked.slot(behind.start("q" if behind["q"] else "n")).value) if behind else None
    number = int(reading.masked.slot(places[0]).value)
    lead = reading.text[max(0, places[0] - 12) : places[0]]
    if number < 4 and (
        (_NO_ORDINAL_BEFORE.search(lead) and not _OF_THE_LEADERS.search(reading.text[: places[0]]))
        or _NO_ORDINAL_BEHIND.match(reading.text, match.end())
    ):
        return None
    return number


_GUEST_ON_SCREEN = re.compile(
    r"\b(?:t[ao]\w+ part|join\w*|participat\w*|appear\w*|sp[eo]\w+|remarks|address)[^.;]{0,20}(?:by|via|over|"
    r"through) video\S*(?: ?link| conference)? "
    r"(?:in|at|to) "
)  # it says how a guest came, not in what form all met


_GUEST_SPEAKS = re.compile(
    r"[ⒽⒾ][^.;,Ⓗ]{0,40}\b(?:address\w*|sp[eo]\w+ (?:at|to)|attend\w*|join\w*|part in|participat\w+ in|remarks (?:at|to)|speech (?:at|to)) "
    r"(?:the |an? )?(?:[a-z]+ (?:session |meeting )?of (?:the )?)?$"
)
_BY_VIDEO = re.compile(r"\b(?:via|by|over|through) (?:a )?video\S*(?: ?link| conferenc\w+)?|\bvirtually\b|\bremotely\b")


def _form(reading: Reading, match: re.Match[str]) -> str | None:
    left, right = limits(reading, match)
    around = reading.text[max(left, match.start() - 40) : min(right, match.end() + 70)]
    around = (
        re.split(r"; | (?:but|while|unlike|whereas|instead of) ", around[max(0, around.find(match.group())) :])[0]
        if ";" in around
        else around
    )
    around = _GUEST_ON_SCREEN.sub(" ", around)
    if _GUEST_SPEAKS.search(reading.text, max(0, match.start() - 90), match.start()):
        around = _BY_VIDEO.sub(" ", around)
    return next((name for name, words in _FORMS if words.search(around)), None)


_KNOWN_AS = re.compile(r"Ⓞ,? (?:known as|called|named|dubbed) (?:the )?\"?Ⓥ")  # "the group known as the Shanghai Five"


def _body(reading: Reading, match: re.Match[str], start: str | None) -> str:
    left, right = limits(reading, match)
    low, high = max(left, match.start() - 60), min(max(right, match.end()), match.end() + 60)
    around = reading.text[low:high]
    councils = {slot.value for slot in reading.masked.between(low, high) if slot.kind == "Ⓑ"}
    told = start or reading.article.published
    own_five = (
        "Ⓥ" in reading.text[: match.start()] and "Ⓞ" not in _KNOWN_AS.sub("Ⓥ", reading.text) and (start or "3") < f"{SCO_BEGAN}-06-16"
    )
    if own_five or "Ⓥ" in match.group() or (told and told[: len("2001-06")] < "2001-06"[: len(told)]):
        return "shanghai_five"
    own = _STATES_OF_GOVERNMENT.sub(" ", match.group())
    for words, named in ((own, {slot.value for slot in reading.masked.between(*match.span()) if slot.kind == "Ⓑ"}), (around, councils)):
        states, governments = bool("chs" in named or _HEADS.search(words)), bool("chg" in named or _GOVERNMENTS.search(words))
        if states != governments:
            return "chs" if states else "chg"
    return "unknown"


_CAME = re.compile(r"\b(?:gathered|met|came|flew|assembled|convened|held|arrived)\b[^.;]*$")

_TO_COME = re.compile(
    r"\b(?:will|is (?:due )?to|are (?:due )?to) (?:also )?(?:attend|take part in|participate in|join|address) [^.;,]{0,60}$"
)
_LATER_TODAY = re.compile(r"\b(?:will|is to|are to) (?:be held|take place|meet|gather|open|begin|start|convene)\b")


def _polarity(reading: Reading, match: re.Match[str], slot: Slot | None, day: str | None) -> str:
    if FELL_THROUGH.match(reading.text, match.end()):
        return NEGATED
    published = reading.article.published
    if published and day == published:
        later = _LATER_TODAY.search(reading.text, max(0, match.start() - 30), match.end() + 70)
        return EXPECTED if later or _TO_COME.search(reading.text, max(0, match.start() - 70), match.start()) else ASSERTED
    if published and day and not (day.startswith(published) or published.startswith(day)):
        return EXPECTED if day > published else ASSERTED
    step = steps_of(slot.value.value or "") if slot and slot.value.kind == "relative" else 0
    if step and not (step > 0 and published is None and _CAME.search(reading.text[: match.start()])):
        return EXPECTED if step > 0 else ASSERTED
    return EXPECTED if ahead(reading, match) else ASSERTED

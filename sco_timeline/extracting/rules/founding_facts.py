"""What the rules for the founding of the SCO share: its words, its day, who founded it, and whether it is so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.beginnings import SCO_BEGAN
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import NO_STATES, settled

FOUNDED = (
    r"(?:(?:co-?)?founded|(?:re-?)?established|set up|created|formed|launched|proclaimed|inaugurated|born|instituted|constituted|conceived|"
    r"(?:brought|called) into (?:being|existence|life)|brought to life|initiated|started|formali[sz]ed|announced|unveiled)"
)
FOUNDING = r"(?:founding|foundation|establishment|creation|inception|formation|birth|inauguration)"
_QUIZ = re.compile(r"\b[a-d]\)|[?].*\bor\b")
_AS_FIVE = re.compile(r",? (?:in Ⓒ )?(?:(?:in|on) Ⓓ )?(?:as|under the name(?: of)?) (?:the )?[\"']?Ⓥ")
_BY = re.compile(
    r"[^;.]{0,70}?\b(?P<by>by|between|with|(?:at|during) (?:a|the) (?:joint )?(?:meeting|summit|gathering) of)"
    r" (?:the |its |Ⓡ |heads of state |heads of government |their |leaders |presidents |heads |of |states? |government |countr(?:y|ies) ?|"
    r"nations ?|republics |Ⓝ,? |founding |initial |original |founder |founders |participants |members? |Ⓢ |Ⓢ|,|:|–|\(| |- |namely |"
    r"such as |following |former |soviet |central asian |neighbours |powers ){0,12}(?P<p>[ⓅⒽⓇ])"
)


def founding(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the founding that a match speaks of, with the day and the founders that its clause names."""
    groups = match.groupdict()
    slot = reading.masked.slot(match.start("o")) if groups.get("o") else None
    if (
        _QUIZ.search(reading.text)
        or NO_STATES.search(reading.text)
        or ((slot is None or slot.kind not in "ⓄⓋ") and not reading.ours(match.end() - 1))
    ):
        return
    five = (slot is not None and slot.kind == "Ⓥ") or _AS_FIVE.match(reading.text, match.end()) is not None
    polarity = settled(reading, match, _polarity(reading, match))
    place = match.start("d") if groups.get("d") else None
    future = polarity == EXPECTED
    date = reading.resolved(reading.masked.slot(place), future)[0] if place is not None else _day(reading, match, future)
    parties = sorted(reading.parties(match.start("p"))) if groups.get("p") else _founders(reading, match)
    beside = _TOGETHER.match(reading.text, match.end()) if groups.get("p") else None
    if beside:
        parties = sorted({*parties, *reading.parties(beside.start("p"))})
    if groups.get("p") and reading.text[: match.start("p")].endswith(("Ⓡ and ", "Ⓡ, ", "Ⓘ and ")):
        others = reading.parties(max(reading.text.rfind(kind, 0, match.start("p")) for kind in "ⓇⒾ"))
        parties = sorted({*parties, *others}) if others else []
    if slot is not None and date and not "1996" <= date[:4] <= "2003" and not _NAMED.search(reading.article.low, slot.start, slot.end):
        return
    if future and date and date < (reading.article.published or "2002") and _WAS.search(match.group()):
        polarity = ASSERTED  # "will be taken in, the first since it was founded in 2001"
    if (not date and _JUBILEE.search(match.group())) or (slot is not None and _ITS_WORK.search(reading.text, 0, match.end())):
        return
    if not date and polarity == ASSERTED and not five:
        date = (None if parties else _told_behind(reading)) or _told_before(reading)
    yield from founded(reading, match, date, parties, polarity, five)


def _day(reading: Reading, match: re.Match[str], future: bool) -> str | None:
    """Return the day of a founding; a later one at the head of the sentence is of something else."""
    slot = reading.date_slot(match.start(), match.end(), 90)
    others = _AND_OTHERS.match(reading.text, match.end()) if slot is None else None
    slot = reading.masked.slot(others.start("d")) if others else slot
    day = reading.resolved(slot, future)[0] if slot else reading.date(match, future, reach=90)
    before = slot is None or slot.start < reading.masked.origin(match.start())
    return None if day and before and day[:4] > _LATEST else day


def _told_behind(reading: Reading) -> str | None:
    """Return the day that the next sentence adds: "when it was founded. That was in June 2001"."""
    number = reading.number + 1
    found = _THAT_WAS.match(reading.article.masked(number).text) if number < len(reading.article.sentences) else None
    slot = reading.article.masked(number).slot(found.start("d")) if found else None
    return slot.value.value if slot and slot.value.kind == "full" and slot.value.value.startswith("2001") else None


_THAT_WAS = re.compile(r"(?:that|this) (?:was|happened) (?:back )?(?:in|on) (?P<d>Ⓓ)")


def _told_before(reading: Reading) -> str | None:
    """Return the day of 2001 last told, alone, in the three sentences before: "On 15 June they gathered. The SCO was thus set up."."""
    for sentence in reversed(reading.article.sentences[max(0, reading.number - 3) : reading.number]):
        days = {day.value for day in reading.article.dates_within(sentence.start, sentence.end) if day.kind == "full" and day.value}
        if days:
            return str(min(days)) if len(days) == 1 and str(min(days)).startswith("2001") else None
    return None


_TOGETHER = re.compile(r"(?:, Ⓞ,)?,? (?:together|along|jointly|alongside)(?: with)? (?:the )?(?P<p>Ⓟ)")
_AND_OTHERS = re.compile(r" by [ⓅⒽ],? (?:and|with) (?:the |its |their |other )*(?:[a-z]+ ){0,3}[a-z]+ (?:in|on) (?P<d>Ⓓ)")
_LATEST = "2002"
_WAS = re.compile(r"\b(?:was|were)\b")
_NEAR = 60  # characters before a verb, in which words that deny it stand
_NAMED = re.compile("sco|shanghai|shos")  # "the group" founded in another year is another group
_ITS_WORK = re.compile(
    r"\b(?:conventions?|structure|fund|bank|council|centre|center|committee|secretariat|university|programme|strategy|forum|charter|treaty|"
    r"organs?|bod(?:y|ies)|arm|office|regulations|network|club) of (?:the )?Ⓞ (?:was|were|is|are|has been|came|comes|dates|goes)[a-zⒹ ]*$|"
    r"\b(?:unlike|like|than) Ⓞ, [a-zⒹ ]+$|\b(?:with|in|by|within|for|from|between) (?:the )?Ⓞ(?:'s [a-z]+)? "
    r"(?:has |have |had )?(?:started|began|begun|appeared|emerged|launched|initiated|existed|exists|took shape|got started|announced)$|"
    r"(?:\b(?:entry|accession|admission|application|participation)|[ⓈⓉ])(?: of [ⓅⒽⒾ])? (?:of|in|to|into) (?:the )?Ⓞ "
    r"(?:was|were|is|has been)(?: [a-z]+)?$"
)  # "its engagement with the bloc started in 2010"
_JUBILEE = re.compile(r"\b(?:since|after|anniversary of|years of) (?:the )?[a-z]+ of (?:the )?[ⓄⓋ]$")


def founded(
    reading: Reading, match: re.Match[str], date: str | None, parties: list[str], polarity: str | None = ASSERTED, five: bool = False
) -> Iterator[Claim]:
    """Yield a founding, unless the text leaves open whether, when and by whom it was."""
    if polarity is None or (date is None and not parties) or (polarity == EXPECTED and not (date and int(date[:4]) <= SCO_BEGAN)):
        return
    if polarity == NEGATED and not date:
        return
    if (five and not (date and "1995" < date[:4] < "1998")) or (date and date[:4] > "2012"):
        return
    yield reading.claim("founding", match, date=date, parties=parties, body="shanghai_five" if five else None, polarity=polarity)


def _polarity(reading: Reading, match: re.Match[str]) -> str:
    """Return the polarity of a founding; "not until 2001" is no negation."""
    lead = clause_before(reading.text, match.start(), 40)
    words = lead + match.group() if len(match.group()) < _NEAR else match.group()[-_NEAR:]
    if re.search(r"\bnot\b[^.;]{0,40}\b(?:until|only|before)\b", words + reading.text[match.end() : match.end() + 12]):
        return ASSERTED
    return polarity_of(words.replace("set up", "founded"))


def _founders(reading: Reading, match: re.Match[str]) -> list[str]:
    """Return the parties behind "by" in the clause that follows."""
    by = _BY.match(reading.text, match.end())
    if by:
        parties = sorted(reading.parties(by.start("p")))
        if by["by"] == "by" or (len(parties) > 1 and not _PURPOSE.search(by.group())):
            return parties
    duo = re.search(r"\bby the (?:duo|pair|two)\b", reading.text[match.start() : match.end() + 20])
    if duo:
        return sorted(reading.article.group_before(reading.masked.origin(match.start()), reading.number, 2))
    return []


_PURPOSE = re.compile(r"\b(?:to|for) [a-z]")

"""The words for the chair of the SCO, and the claim that a match of them makes, shared by the rules for chairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.capitals import is_capital
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading

NOUN = (
    r"(?:chairmanship|chairpersonship|chairship|presidency|chair|(?:stewardship|leadership|headship)(?= (?:of|over|in) "
    r"(?:the )?Ⓞ))"
)
MODS = (
    r"(?:(?:Ⓞ(?:'s?|-)?|annual|one-year|Ⓝ-year|year-long|yearlong|current|rotating|rotational|revolving|yearly|bloc's|Ⓓ|Ⓓ's|Ⓠ|"
    r"Ⓠ-ever|next|temporary|coveted|full|new|successful|fruitful|productive|effective|active|upcoming|forthcoming|ongoing|past|"
    r"present|group's|country's|organi[sz]ation's|Ⓟ's|Ⓝ-nation|Ⓝ-member|Ⓝ-Ⓢ|regional|bloc's|Ⓑ(?:'s?)?) ){0,5}"
)
OF_US = (
    r"(?: (?:of|in|over|at|within) (?:the )?(?:Ⓝ-(?:member|nation|Ⓢ) )?(?:Ⓞ|Ⓑ|council|organi[sz]ation|group(?:ing)?|"
    r"bloc|alliance)(?: \(Ⓞ\))?)"
)
SUMMIT = (
    r"(?:the |an? |this |that |its |their )?(?:(?:Ⓠ|Ⓞ(?:'s)?|Ⓒ|annual|virtual|online|Ⓝ-day|regular|Ⓓ|plenary|wider|narrow|"
    r"expanded|anniversary|Ⓓ's|jubilee|same|whole|leaders'?|premiers'|prime ministers'|heads of (?:state|government)) ){0,4}"
    r"(?:summit|meeting|session|sitting|circle|gathering|talks|conference|proceedings|council|Ⓑ)"
)
_OTHER_BODY = re.compile(
    r"(?:'s)?(?: of| in| at| for)? (?:the )?(?:Ⓞ(?:'s)? )?(?:Ⓧ|business|forum|committee|foreign|defen[cs]e|expert|working|"
    r"(?:meeting|council|session) of (?:the )?(?:Ⓞ )?(?:foreign|defen|minist|security|business|national|trade)|security|"
    r"ministers|minist|parliament|youth|commission|delegation|republic|state duma|university|interbank|rats)"
)
_PRESENT = re.compile(r"(?:takes?|takes over|assumes|chairs|pass(?:es)?|goes|moves|receives?|gets|inherits|falls)\b")
_THEN = re.compile(
    r"[^.;Ⓓ]{0,60}?,? and (?:(?:it |[ⓅⒸⒾ] )?(?:will|is to|is due to|plans to|would) (?:also |then |in turn )?(?:host|hold|"
    r"receive|organi[sz]e|convene|invite|"
    r"welcome)|the next (?:[a-z]+ )?(?:summit|meeting|session))\b"
)
_NEXT_WILL = re.compile(
    r"\bnext (?:(?:regular|annual|Ⓞ) )*(?:meeting|summit|session)\b[^.;]{0,70}\b(?:will|is to|is due|is planned|is scheduled)\b"
)
_NOT_LATER = re.compile(r"\b(?:today|now|from now on|hereby)\b")
_UP_TO = re.compile(r"\b(?:has been up|was up|fell|fallen|was left|were left) to (?:the )?$")
_WILL = re.compile(r"\b(?:will|would|is to|are to|due to|expected to|set to|wants? to|hopes? to) (?:[a-z]+ ){0,3}$")
_AFTER = re.compile(r"(?: (?:of|in) Ⓞ)?(?: from Ⓟ)?,? (?:after|at the end of|when|as soon as|once|following|until|at the close)\b")
_TO_BE_HELD = re.compile(r"\b(?:will|would|is to|are to) (?:be held|take place)\b[^.;]{0,40}\bunder (?:the )?$")
_GOVERNMENT = re.compile(r"heads? of (?:the )?governments?|prime ministers|premiers|\bchg\b|government heads")
_LIST_GOES_ON = re.compile(
    r"(?:,? and|,|;)(?: then| later)? (?P<p>Ⓟ)"
    r"(?: held it| chaired it| did so| followed)? ?(?:in|for|from|\(|during)? ?(?P<d>Ⓓ)\)?"
)


def held_by(
    reading: Reading, match: re.Match[str], group: str = "p", polarity: str | None = None, at: int | None = None
) -> Iterator[Claim]:
    """Yield the claim that a party, or the country of who presides, holds the chair of the SCO; and those that a list adds to it."""
    if _OTHER_BODY.match(reading.text, match.end()) or not is_ours(reading, match) or _of_a_part(reading, match):
        return
    party = _party(reading, _nearest(reading, match, match.start(group) if at is None else at))
    if party is None:
        return
    polarity = polarity or polarity_of_chair(reading, match)
    body, period = _body(reading, match), _period(reading, match)
    published = reading.article.published
    first = (period or "").partition("/")[0]
    if published and first[:4] > published[:4] and polarity == ASSERTED:
        polarity = EXPECTED
    yield reading.claim("chair", match, party=party, year_or_period=period, body=body, polarity=polarity)
    place = match.end()
    if (dated := re.match(r"(?:,? ?(?:in|for|from|during)| \()? ?Ⓓ\)?", reading.text[place:])) is not None:
        place += dated.end()
        for year in _more_years(reading, place):
            yield reading.claim("chair", match, party=party, year_or_period=year, body=body, polarity=polarity)
    for _ in range(10):
        found = _LIST_GOES_ON.match(reading.text, place)
        if not found:
            return
        slot = reading.masked.slot(found.start("p"))
        if len(slot.parties) == 1:
            theirs = _period_at(reading, found.start("d"))
            yield reading.claim("chair", found, party=slot.parties[0], year_or_period=theirs, body=body, polarity=polarity)
        place = found.end()


_ANOTHER_YEAR = re.compile(r"(?:, and |,| and)(?: again)?(?: in| for)? (?P<d>Ⓓ)(?! [ⓅⒽ])")


def _more_years(reading: Reading, place: int) -> Iterator[str]:
    """Yield the further years of "chaired it in 2003-2004, 2009-2010 and 2015-2016"."""
    while (found := _ANOTHER_YEAR.match(reading.text, place)) is not None:
        year = _period_at(reading, found.start("d"))
        if year:
            yield year
        place = found.end()


_BODY = re.compile(r"Ⓧ(?: council)?\b|Ⓧ|\brats\b|committee|forum|business|youth|interbank|club\b")
_PART = re.compile(_BODY.pattern + r"|\bexperts|(?<!prime )ministers")
_OF_A_STATE = re.compile(r"[ⓅⒶ](?:'s?)? [^.;,]{0,40}\b(?:chairmanship|presidency|chairpersonship)$")


def _of_a_part(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether the sentence speaks of a meeting of a part of the SCO before a match that does not name the SCO itself."""
    before = reading.text[max(0, match.start() - 110) : match.start()]
    part = None
    for part in (_BODY if _OF_A_STATE.match(match.group()) else _PART).finditer(before):  # noqa: B007
        pass
    return (
        part is not None
        and "Ⓞ" not in match.group()
        and re.search("summit|Ⓑ|heads of", before[part.end() :]) is None
        and "Ⓧ" not in part.group()[2:]
    )


_BOTH = re.compile(r"Ⓧ,? (?:and|as well as|along with|and also) (?:the )?Ⓞ")  # "chairs BRICS and the SCO"


def is_ours(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a match speaks of the SCO rather than of another organization."""
    named = match.group()
    if "Ⓧ" in named:
        return _BOTH.search(named) is not None
    return "Ⓞ" in named or "Ⓑ" in named or reading.ours(match.start())


def _has_verb_group(match: re.Match[str]) -> bool:
    return "aux" in match.re.groupindex and match["aux"] is not None


def polarity_of_chair(reading: Reading, match: re.Match[str]) -> str:
    """Return the polarity of a match, from its verb group where it has one; who chairs "next" is still to do so."""
    grouped = _has_verb_group(match)
    said_from = match.start("aux") if grouped else match.start()
    said = polarity_of(reading.text[said_from : match.end()])
    if said == NEGATED:
        return NEGATED if re.search(r"\b(?:not|never|no longer|cannot)\b|n't\b|refus|declin", match.group()) else ASSERTED
    around = reading.text[max(0, match.start() - 10) : match.end()] + re.split("[;.,]", reading.text[match.end() : match.end() + 12])[0]
    if _TO_BE_HELD.search(reading.text[max(0, match.start() - 70) : match.start()]):
        return EXPECTED
    bare_to = grouped and match["aux"].endswith("to ") and not _UP_TO.search(reading.text[max(0, match.start() - 20) : match.start()])
    later = grouped and _PRESENT.match(reading.text, match.end("aux")) and _is_later(reading, match)
    done = grouped and _HAS_BEEN.search(match["aux"])
    if bare_to or later or (not done and _NEXT.search(around)) or _WILL.search(reading.text[max(0, match.start() - 40) : match.start()]):
        return EXPECTED
    return ASSERTED if grouped and match["aux"].endswith("to ") and not bare_to else said


_NEXT = re.compile(r"\b(?:next|incoming|upcoming|forthcoming|future)\b(?! to (?!chair|lead|head|preside|take))")
_HAS_BEEN = re.compile(r"\b(?:has|have|was|were) (?:been )?(?:[a-z]+ly )?$")


def _is_later(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a present tense tells a plan: "takes the chair after the summit", "takes it and will host the next summit"."""
    if _AFTER.search(match.group() + reading.text[match.end() :][:90]):
        return True
    if "Ⓓ" in match.group() or _NOT_LATER.search(match.group() + reading.text[match.end() : match.end() + 20]):
        return False
    if _THEN.match(reading.text, match.end()):
        return True
    return reading.number > 0 and _NEXT_WILL.search(reading.article.masked(reading.number - 1).text) is not None


_WHICH = re.compile(r"(?P<p>[ⓅⒽⒸ])(?: \([^()]{1,20}\))?,? (?:which|who) $")


def _nearest(reading: Reading, match: re.Match[str], place: int) -> int:
    """Return where the one stands of whom a relative clause speaks: "Iran joins in India, which holds the chair"."""
    if not _has_verb_group(match) or place > match.start("aux"):
        return place
    found = _WHICH.search(reading.text, place, match.start("aux"))
    return found.start("p") if found else place


_DEPUTY = re.compile(r"(?:the )?(?:[a-z']+ )?(?:first |acting )?(?:vice[- ]president|vice[- ]premier|deputy prime minister)")


def _party(reading: Reading, place: int) -> str | None:
    slot = reading.masked.slot(place)
    if slot.kind == "Ⓒ" and not is_capital(slot):
        return None
    if slot.kind == "Ⓗ" and slot.value == "minister" and not _DEPUTY.match(reading.article.low, slot.start):
        return None
    parties = slot.parties if slot.kind in "ⒶⒽⒸ" else reading.parties(place)
    return parties[0] if len(set(parties)) == 1 else None


def _body(reading: Reading, match: re.Match[str]) -> str | None:
    near = reading.masked.between(max(0, match.start() - 90), match.end() + 60)
    councils = {slot.value for slot in near if slot.kind == "Ⓑ"}
    around = reading.text[max(0, match.start() - 90) : match.end() + 60]
    return "chg" if councils == {"chg"} or (_GOVERNMENT.search(around) and "chs" not in councils) else None


_ANOTHER_CLAUSE = re.compile(
    r"(?:,| and) with (?:Ⓘ|that)\b|(?:, and|,| and|;)(?: (?:[ⒸⓅⒾ]|(?:the|its) [^.;,]{1,24}))? (?:will|is to|is due)\b"
)


def _period(reading: Reading, match: re.Match[str]) -> str | None:
    slot = reading.date_slot(match.start(), match.end(), 50)
    if slot is None or _ANOTHER_CLAUSE.search(reading.text[match.end() : max(match.end(), reading.masked.place(slot))]):
        return None
    return _period_at(reading, reading.masked.place(slot))


def _period_at(reading: Reading, place: int) -> str | None:
    """Return the year or years of a date."""
    first, last = reading.resolved(reading.masked.slot(place))
    return f"{first}/{last}" if first and last and last != first and len(first) == 4 else first

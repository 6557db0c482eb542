"""Whether a paper is one of the SCO, on which day it was adopted, and the claims that rules make of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sco_timeline.extracting.beginnings import is_before_the_sco
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.papers import Paper

_OTHERS = re.compile(
    r"\b(?:bilateral|trilateral|on the (?:sidelines|margins|fringes)|ministerial conference|three-way|"
    r"intergovernmental agreement between|two (?:countries|sides)|both (?:sides|countries|leaders)|contract)\b|"
    r"with (?:the )?[ⒶⓅ](?:'s)? side\b|Ⓝ-way|(?P<n>Ⓝ) (?:leaders|sides|presidents|countries)\b|Ⓧ (?:charter|declaration)\b"
)
_OWN = re.compile(
    r"[ⓄⒷ]|leaders|heads of|Ⓢ|summit|council|participants|parties|presidents|they|session|Ⓘ|meeting|Ⓗ and|gathering|"
    r"leader ones|premiers"
)
_SINGLE = re.compile(
    r"(?P<who>[ⓅⒽⓍ])(?:,? (?:has|have|had|also|then|will|on Ⓓ|in Ⓒ|to|is|was|would|jointly|both|and|the|its|which|who),?)*,? ?$"
)
_TOGETHER = re.compile(r"[ⓇⓈ] (?:and|together with) (?:the )?[ⓅⒽ]|other (?:heads|leaders|presidents)|fellow|colleagues")
_NO_DAY = re.compile(r"(?:until|till|through|since|before|after|by|up to|to|for|ahead of) (?:the year |the |late |early )?$")
_OF_LEADERS = re.compile("[ⓄⒷ]|summit|leaders|heads of|presidents|premiers")
_OF_MINISTERS = re.compile(
    r"\b(?:foreign|defen[cs]e|culture|trade|interior|energy|health|finance|transport|economy|justice)[ -]ministers\b(?! Ⓗ)|"
    r"\bministerial\b"
)
_OF_PRESIDENTS = re.compile("Ⓑ|summit|leaders|heads of|presidents|premiers")
_FAR_BACK = 5  # sentences


def is_of_two(reading: Reading) -> bool:
    """Say whether a sentence speaks of papers of two sides."""
    return any(found["n"] is None or reading.masked.slot(found.start("n")).value == 2 for found in _OTHERS.finditer(reading.text))


def _by_a_part(reading: Reading) -> bool:
    """Say whether a sentence that names no summit comes after one about a body of the SCO or another organization."""
    reach = 2 if any(_OF_LEADERS.search(reading.article.masked(number).text) for number in range(min(4, reading.number))) else _FAR_BACK
    behind = reading.article.masked(min(reading.number + 1, len(reading.article.sentences) - 1)).text
    if _OF_LEADERS.search(behind) and "Ⓧ" not in reading.text + behind:
        return False
    for number in range(reading.number, max(-1, reading.number - reach), -1):
        text = reading.article.masked(number).text
        if _OF_LEADERS.search(text):
            return False
        if "Ⓧ" in text and number < reading.number:
            return True
    return False


def _by_ministers(reading: Reading) -> bool:
    """Say whether a sentence that names no leaders goes on about a meeting of ministers."""
    if _OF_PRESIDENTS.search(reading.text):
        return False
    for number in range(reading.number - 1, max(-1, reading.number - _FAR_BACK), -1):
        text = reading.article.masked(number).text
        if _OF_PRESIDENTS.search(text):
            return False
        if _OF_MINISTERS.search(text):
            return True
    return False


def is_ours(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a match speaks of papers of the SCO."""
    if is_of_two(reading) or not reading.article.is_about_us or _by_a_part(reading) or _by_ministers(reading):
        return False
    return _OWN.search(reading.text) is not None or reading.ours(match.start())


def acts_alone(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether one or two parties sign, and not all: "Russia and China signed"."""
    subject = _SINGLE.search(reading.text[max(0, match.start() - 60) : match.start()])
    if subject is None or _TOGETHER.search(reading.text):
        return False
    slot = reading.masked.slot(max(0, match.start() - 60) + subject.start("who"))
    return len(slot.parties) < 3


def adoptions(reading: Reading, match: re.Match[str], papers: Iterable[Paper], polarity: str) -> Iterator[Claim]:
    """Yield a claim for each paper, with its day; none for what was refused or is older than the SCO."""
    papers = list(papers)
    for paper in papers:
        day = _day(reading, match, paper, papers)
        if polarity != NEGATED and not is_before_the_sco(day):
            claim = reading.claim("document_adopted", match, title=paper.title, date=day, polarity=polarity)
            yield {**claim, "evidence": [paper.start, paper.end]}


OWN_DAY = re.compile(
    r"(?:,? (?:of|(?:is |was )?dated|dates from|dates back to|dating (?:from|back to)|signed|adopted|approved)"
    r"(?: in [A-Z][\w. ]{2,20}?)?(?: on| in)?| \() ?(?:the )?$"
)


def _day(reading: Reading, match: re.Match[str], paper: Paper, papers: list[Paper]) -> str | None:
    """Return a paper's own day, "(2001)" or "of 2002", else the day of the sentence that is nearest to the verb."""
    flat, verb = reading.article.flat, reading.masked.origin(match.start("verb" if match.groupdict().get("verb") else 0))
    days = []
    for slot in reading.masked.slots:
        if (
            slot.kind != "Ⓓ"
            or any(one.start <= slot.start < one.end for one in papers)
            or _NO_DAY.search(flat[max(0, slot.start - 20) : slot.start])
        ):
            continue
        if 0 <= slot.start - paper.end < 45 and OWN_DAY.fullmatch(flat[paper.end : slot.start]):
            return reading.resolved(slot)[0]
        days.append((abs(slot.start - verb), slot))
    if not days:
        return None
    return reading.resolved(min(days, key=lambda day: day[0])[1])[0]

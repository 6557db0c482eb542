"""Whether a text takes back what it says: "is wrongly called", "This is a mistake", a question and its answer."""

from __future__ import annotations

import re

from sco_timeline.extracting.polarity import ASSERTED, NEGATED
from sco_timeline.extracting.resolving import Reading

NO_STATES = re.compile(r"\b(?:quintet|quartet|sextet|jazz|pop group|rock band|choir|orchestra|restaurants?|football|fashion)\b")
"""Words of groups that are called like one of states and are none."""

_WRONGLY = re.compile(
    r"\b(?:(?:do not|don't|never|must not|should not) (?:write|say|claim|assume|think|believe|repeat|suppose)|wrongly|mistakenly|"
    r"erroneously|falsely|incorrectly|inaccurately|myth|misconception|"
    r"(?:mistaken|wrong|false|erroneous|incorrect) (?:account|claim|belief|idea|view|report|statement|assertion|date)s?)\b"
)
_IS_WRONG = (
    r"(?:is|was|are|would be) (?:simply |just |of course |plainly |however |also |quite )?(?:an? )?"
    r"(?:mistake|wrong|not so|not true|not the case|not correct|not quite right|false|incorrect|error|inaccurate|untrue|nonsense|myth)"
    r"\b(?!(?:, [^.;,]{2,30},)? to (?:say|speak|call|think|describe|claim|assume|see|treat|regard|consider|believe|write|suppose)\b)"
)
_TAKEN_BACK = re.compile(rf"[^.;]{{0,30}}?,? (?:but |and )?(?:this|that|which|Ⓘ) {_IS_WRONG}")
_NEXT_TAKES_BACK = re.compile(
    rf"\W{{0,4}}(?:(?:but |yet )?(?:this|that|Ⓘ) {_IS_WRONG}|"
    r"(?:wrong|not so|not true|false|untrue|nonsense)[.!,]|"
    r"(?:Ⓘ|they) (?:(?:is|are|has|have|had|did|does|was|were) not|(?:is|are|has|have|had|did|does|was|were)n't)[.!,])"
)
_QUESTION = re.compile(
    r"^\W{0,4}(?:q(?:uestion)?[:.] ?|\d{1,2}[.)] ?)?(?:so |but |and )?"
    r"(?:is|are|was|were|does|do|did|has|have|can|could|would|will|should|might)\b"
)
_ASKED = re.compile(r"[^.?!;]{0,60}\?[\"' –-]*")
_ANSWER = re.compile(
    r"^\W{0,6}(?:a(?:nswer)?[:.] ?)?\W{0,2}(?:(?P<yes>yes|indeed|it is|correct|true)|(?P<no>no|not|never|wrong|false|neither))\b"
)


WHY_NOT = re.compile(r"\W{0,2}(?:and |but |so )?why (?:should|would|could|can|might)\b")  # "Why should it not be one?" denies nothing


def settled(reading: Reading, match: re.Match[str], polarity: str) -> str | None:
    """Return the polarity of what a match says once the words around it are heard; None where the text leaves it open."""
    asked = _ASKED.match(reading.text, match.end() - 1)
    if asked and _QUESTION.match(reading.text):
        answer = _ANSWER.match(reading.text[asked.end() :] or _next(reading))
        return None if answer is None else ASSERTED if answer["yes"] else NEGATED
    if polarity != ASSERTED:
        return None if polarity == NEGATED and WHY_NOT.match(reading.text) else polarity
    lead = reading.text[max(0, match.start() - 60) : match.end()]
    wrong = _WRONGLY.search(lead.rpartition("; ")[2]) or _TAKEN_BACK.match(reading.text, match.end())
    if wrong or _NEXT_TAKES_BACK.match(_next(reading)):
        return NEGATED
    return polarity


def taken_back(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether what is reported in a match is taken back straight behind it: "some wrote that it had joined. It hadn't"."""
    said = _REPORTED.search(reading.text, max(0, match.start() - 60), match.end())
    return said is not None and bool(_TAKEN_BACK.match(reading.text, match.end()) or _NEXT_TAKES_BACK.match(_next(reading)))


_REPORTED = re.compile(
    r"\b(?:wrote|written|writes?|said|says?|claim(?:s|ed)?|report(?:s|ed)?|belie(?:f|ved?)|think|thought|assumed?|rumou?rs?|told)"
    r"\b[^.;Ⓟ]{0,20} (?:that\b|Ⓡ)"
)


def _next(reading: Reading) -> str:
    number = reading.number + 1
    return reading.article.masked(number).text if number < len(reading.article.sentences) else ""


def elsewhere(reading: Reading, match: re.Match[str], place: int) -> bool:
    """Say whether who came as an observer came to something else: elections, drills, a meeting of a body of the SCO."""
    if reading.masked.slot(place).own or not _CAME.search(match.group()):
        return False
    if _speaks_of_the_five(reading):
        return True
    number = reading.number
    before = reading.article.masked(number - 1).text if number else ""
    return bool(_OTHER_EVENT.search(reading.text) or (_OTHER_EVENT.search(before) and not _SUMMIT.search(reading.text)))


def _speaks_of_the_five(reading: Reading) -> bool:
    """Say whether a sentence of somebody's presence that names no organization follows one about the Shanghai Five."""
    article, number = reading.article, reading.number
    if any(slot.kind in "ⓄⒷⓋⓍ" or slot.own for slot in reading.masked.slots) or not number:
        return False
    start, end = article.sentences[number - 1][:2]
    named = [name.meaning.kind for name in article.names_within(start, end) if name.meaning.kind in "ⓄⒷⓋ"]
    return bool(named) and named[-1] == "Ⓥ"


_CAME = re.compile(r"\b(?:attend|participat|t[ao]k(?:es|en|ing)? part|took part|present|came|c[oa]me|sat|sits|joined|sent)")
_OTHER_EVENT = re.compile(
    r"\b(?:elections?|referendum|polls?|vote|exercises?|drills?|war games?|manoeuv\w+|rats|anti-terror\w*|(?:foreign|defen[cs]e|trade|"
    r"interior|health|culture|education|transport|finance|energy|justice|agriculture) ministers|ministerial|prosecutors|"
    r"security council secretaries|national coordinators|business council|working group|(?:meeting|session) of (?:the )?Ⓧ)\b|Ⓧ council"
)
_SUMMIT = re.compile(r"\bsummit|Ⓑ|heads of state")

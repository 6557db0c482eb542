"""Who a verb belongs to: its subject, those told beside it, and whether a question is answered."""

from __future__ import annotations

import re

from sco_timeline.extracting.polarity import NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import WHY_NOT

_COMPANION_BEFORE = re.compile(
    r"(?P<p>Ⓟ)(?:, (?:which|who|an?|then|now|already|long|another|itself|the (?:only|first|other)|[ⓈⓉ])[^;.Ⓟ]{2,90}"
    r", (?:and|as well as|together with|along with) (?:the |also )?$|"
    r"(?:(?<=with Ⓟ)|(?<=alongside Ⓟ)), (?:the )?$)"
)
_HEAD_OF_LIST = re.compile(r"(?P<p>Ⓟ), (?:an?|the|its) [ⓈⓉ](?: since Ⓓ)?, (?:the )?$")  # "India, an observer since 2005, Iran and Mongolia"
_COMPANION_BEHIND = re.compile(
    r",? (?:and (?:also )?to|(?<!un)like|just like|as well as|along with|together with|alongside|in common with) (?:the )?(?P<p>Ⓟ),? "
)
_COMPANION_LATER = re.compile(
    r"(?:,? (?:in|on|at|by) (?:Ⓓ|Ⓒ(?: summit| meeting| session)?|the (?:[a-zⒸⒹⓆⓄ]+ ){0,3}(?:summit|meeting|session)))*,? "
    r"(?:together|jointly|simultaneously|along|at the same time|in tandem|alongside|(?:and )?so did|(?:just )?like(?= (?:the )?Ⓟ(?! in Ⓓ))|"
    r"as did|as (?:was|were)|as well as|(?:and )?so (?:was|were))(?: (?:with|as))?(?: (?:its|his) [a-z]+)? (?:the )?"
    r"(?P<p>[ⓅⒸ])(?!'s| (?:has|is|was|will|supports?|[a-z]+ed the)\b)"
)
_OF_WHOM = re.compile(r"(?P<p>[ⓅⓇ]), (?:all|both|each) of $")  # "Ⓟ, all of which want to join"
_SUBJECT = re.compile(r"[^ⓅⓇⒾⒽ;]{0,70}?(?P<p>[ⓅⓇⒾⒽ])")
_SOMEBODY = re.compile("[ⓅⓇⒾⒽⓄⓍⒷ]")
_NEW_SUBJECT = re.compile(r"(?:,|;|\band|\bbut|\bwhile|\bthat|\bas|\bwhere) (?:the )?[ⓅⓇⒽ](?:'s [a-z]+)? (?!and\b)[a-z]|\"")
_NO_SUBJECT = re.compile(r"\b(?:with|in|to|from|against|between|by|than|about|for|on|at|like|unlike) (?:the )?$")


def subject_before(reading: Reading, place: int) -> int:
    """Return the place of the country that a verb without a subject of its own belongs to, or -1: "Iran attended and hopes to join"."""
    text = reading.text
    of_whom = _OF_WHOM.search(text, max(0, place - 16), place)
    if of_whom:
        return of_whom.start("p")
    begin = text.rfind(";", 0, max(0, place - 1)) + 1
    found = _SUBJECT.match(text, begin, place)
    while found is None and begin and not _SOMEBODY.search(text, begin, place):
        begin = text.rfind(";", 0, begin - 1) + 1
        found = _SUBJECT.match(text, begin, place)
    if found is None or _NO_SUBJECT.search(text[begin : found.start("p")]) or _NEW_SUBJECT.search(text, found.end(), place):
        return -1
    return found.start("p")


_WHETHER = re.compile(
    r"\b(?:whether|asked if) (?:or not )?(?:the )?$|\b(?:request|application|bid|wish|proposal|question) (?:of|by|from) (?:the )?$"
)
_YES_OR_NO = re.compile(
    r"(?:[^?:]{0,30}: )?(?:(?:sir|madam|minister|ambassador|mr [a-z]+|excellency), )?(?:\"|and |so |but |then )?"
    r"(?:is|are|was|were|will|has|have|had|did|does|do|can|could|would|should|may|might)\b"
)
_ANSWER = re.compile(
    r"(?:[^.:?]{0,30}: ?)?\"?(?:(?P<yes>yes|indeed|certainly|it (?:has|did|will)|they (?:have|did|will))|"
    r"(?P<no>no|not yet|never|it (?:has|did|will) not|they (?:have|did|will) not))\b"
)
_LIKE = re.compile(r"\b(?:like|unlike|besides|except|beside|than) (?:the )?$")
_SET_OFF = re.compile(r",(?! (?:all|both|each) of which)")
_OTHER_SUBJECT = re.compile(
    r"(?:,|\bor|\band|\bbut|\bwhile|\bwhereas|\bfrom|\bunlike) (?:the )?Ⓟ(?:'s [a-z]+)?,? "
    r"(?:which|who|has|have|is|was|had|will|also|are|were)\b(?! Ⓢ,)"
)


def is_another_subject(reading: Reading, match: re.Match[str], party: int) -> bool:
    """Say whether between a country and the verb another one has begun to act: "India, which waits, or Iran, which applied"."""
    verb = verb_start(match)
    if _LIKE.search(reading.text, max(0, party - 16), party) and _SET_OFF.match(reading.text, party + 1):
        return True
    return verb > party >= match.start() and _OTHER_SUBJECT.search(reading.text, party + 1, verb) is not None


def answered(reading: Reading, match: re.Match[str], polarity: str) -> str | None:
    """Return the polarity, none for "whether" and for questions to be answered yes or no that nobody answers."""
    text = reading.text
    if _WHETHER.search(text, max(0, match.start() - 30), match.start()) or (polarity == NEGATED and WHY_NOT.match(text)):
        return None
    if not text.endswith("?") or not _YES_OR_NO.match(text):
        return polarity
    behind = reading.number + 1
    if behind >= len(reading.article.sentences):
        return None
    found = _ANSWER.match(reading.article.masked(behind).text.replace("Ⓘ", "it"))
    return None if found is None else polarity if found["yes"] else NEGATED


def with_companions(reading: Reading, match: re.Match[str], place: int) -> tuple[str, ...]:
    """Return the parties of a slot, with those told beside them: "like Iran", "with Iran", "India, an observer, and Pakistan"."""
    parties = reading.parties(place)
    if reading.masked.slot(place).kind not in "ⓅⒾ":
        return parties
    text = reading.text
    beside = [
        _COMPANION_BEFORE.search(text, max(0, place - 150), place),
        _HEAD_OF_LIST.search(text, max(0, place - 40), place) if reading.masked.slot(place).value == "list" else None,
        _COMPANION_BEHIND.match(text, place + 1),
        _COMPANION_LATER.match(text, match.end()),
    ]
    others = [one for found in beside if found for one in reading.parties(found.start("p"))]
    return tuple(dict.fromkeys([*parties, *others]))


def verb_start(match: re.Match[str]) -> int:
    """Return where the verb begins: days before it, as in "which had been one since 2005", speak of something else."""
    groups = match.groupdict()
    return match.start("verb") if groups.get("verb") else match.start("wish") if groups.get("wish") else match.start()


_AGENT = re.compile(r"\b(?:welcomed|invited|asked|urged|supported|backed|proposed|encouraged|offered|suggested|told) by (?:the )?$")
_OBLIGED = re.compile(r"\b(?:obligations|commitments) (?:of|undertaken by|by) (?:the )?$")
_IS_ONE = re.compile(r"[^.;ⓅⓇ]{0,30} (?:was|is|were|are|will be) (?:the )?Ⓟ")  # "the latest country to join was Belarus"
_HAD_IT = re.compile(r"(?:^|[;,:] |\b(?:and|but|even) )had (?:the )?$")  # "Had Iran joined in 2008, things would be different"
_SOURCE = re.compile(r"\baccording to (?:the )?$")


def is_no_step(reading: Reading, match: re.Match[str], party: int) -> bool:
    """Say whether a match takes for a step what is none: who invites, what is obliged, who was the first."""
    text = reading.text
    if _SOURCE.search(text, max(0, party - 20), party) or (
        _AGENT.search(text, max(0, party - 30), party) and not match.groupdict().get("aux")
    ):
        return True
    if _HAD_IT.search(text, max(0, party - 12), party) and "would" in text[match.end() :]:
        return True
    if match.group().startswith("Ⓡ to ") and _IS_ONE.match(text, match.end()):
        return True
    return _OBLIGED.search(text, max(0, match.start() - 40), match.start()) is not None

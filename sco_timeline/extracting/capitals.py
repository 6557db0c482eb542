"""Where a capital stands for its country, and a people for its state: "Minsk entered", "Kabul and Minsk look on", "the Chinese"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sco_timeline.extracting.slots import Masked, Slot
from sco_timeline.extracting.steps import made_of
from sco_timeline.extracting.vocabulary import CAPITALS

_PLACE_BEFORE = re.compile(
    r"(?:\b(?:in|at|to|from|near|of|outside|via|through|for|into|the|a|visit|city|host|hosts|hosted|leaving|"
    r"left|Ⓠ|Ⓓ|annual|recent|upcoming)|\() ?$"
)
_PLACES_BEFORE = re.compile(
    r"\b(?:(?:in|at|to|from|near|outside|via|through|into|between|visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|cities|leaving|left|"
    r"places?|venues?|hosts?|hosted by|towns|travel(?:l?ed)?)(?: of| like| such as|:)? (?:the )?|"
    r"(?:summits?|meetings?|sessions?|gatherings?|declarations?|talks|conferences?|Ⓓ|offices?|embass(?:y|ies)|airports?)[ ,:]*"
    r"(?:of |in |at |held in )?)$"
)
_ACTS = re.compile(
    r"(?: and Ⓒ)?(?:'s? (?:eventual |full |formal |own )?(?:bid|membership|accession|application|entry|"
    r"obligations|admission|status|chairmanship|presidency|request|wish|ambition|position|desire|participation|"
    r"stance|candidacy|promotion|upgrade|elevation|rise|rank|Ⓣ|hopes?|goal|aim|interest|efforts?|"
    r"(?=(?:was|were|has been|is) (?:stopped|blocked|vetoed|rejected|refused|turned)))|, (?:too|however|meanwhile|"
    r"for its part|in turn|by contrast|also), (?:has|hopes|wants|seeks|would|will|wishes|is|joined|applied|became)|"
    r",(?: at present| currently| now| itself| still| already)? (?:an? |the )(?:[a-z-]+ ){0,2}[ⓈⓉ]|,? (?:has|had|is not|was not|"
    r"will|would|wants?|observes?|watche[sd]|looks? on|followed|follows (?!the meeting)|belongs?|presses|asked|insists?|ought|"
    r"hangs|knocks|stays|sits|longs|pleads|must|might|can|hopes?|joined|became|becomes|entered|applied|moved|says?|said|saw|"
    r"obtained|received|signed|seeks?|sought|acceded|remains|holds|could|may|should|which (?:has|joined|is)|also|then|took over|"
    r"takes over|handed|submitted|is (?:a|an|content|satisfied|happy|still|no|neither|among|one|only|outside|now|seeking|set|to|"
    r"due|expected|likely)|was (?:a|an|admitted|granted|accepted|given|refused|denied|once)|never|formally|officially|finally|"
    r"first|got|gets|expressed|enjoys?|declined|chairs|chaired|supports?|became|never|being|does|did|cannot|ceased|withdrew|"
    r"inked|sent|filed|lodged|asked|requested|tabled|still (?:hopes?|wants?|awaits?|waits|seeks?)|hoped|declared|announced|"
    r"went (?:home|away|from|up)|stayed|p(?:ut|uts) (?:its|itself|in|forward)|made (?:its|a|an)|came (?:in|on board|forward)|"
    r"lobbied|pushed for|wished|dreams|regards|counts on|considers|aims?|looks forward|was (?:turned|let|made|upgraded|"
    r"promoted|taken|offered|one|not|raised|named)|is (?:on|in line|next|one|to (?:be|have|become|join|get|receive)))\b|"
    r", (?:Ⓘ|Ⓗ) [a-z ]{3,20}, (?:would|will|has|is|was|wants))"
)
_TOLD = re.compile(
    r"\b(?:tell|told|telling|assured?|inform(?:ed)?|warn(?:ed)?|promised|grant|granted|granting|"
    r"giv(?:e|en|ing)|offered|admit|accept|include|welcome|induct|(?:procedure|process) for(?: Ⓒ and)?) $"
)
_FOUNDERS = re.compile(r"\b(?:founded|established|created|set up|formed|launched) by (?:the )?(?:[ⒸⓅ](?:,| and|, and) )*$")
_IN_A_ROW = re.compile(r"\b(?:in|at|to|from|near|via|through|between) (?:Ⓒ(?:, (?:and )?| and ))+$")  # "in Kabul and Minsk"
_HOSTS = re.compile(r" (?:will |is to |is set to |would |has )?(?:also )?host")
ROW = re.compile(
    r"(?=[^Ⓒ;.]{0,160}Ⓒ)(?:the )?[ⒸⓅ](?:(?:, (?:and )?| and | as well as | & )(?:the )?[ⒸⓅ])+"
    r"(?!'s [a-z]+ summit| (?:summit|meeting|session|declaration)|[ ,]*Ⓓ)"
)
PEOPLES = re.compile(
    r"(?:Ⓟ(?:,? and |, ))*the Ⓐ(?:(?:,? and |, )(?:Ⓟ|the Ⓐ))+(?=[,.;:)]|$| (?:were|are|have|had|will|would|to|in|as|at|on|by|came|joined|"
    r"followed|became|who|set|met|dominate|lead|run|want|say|see|hold|agreed|signed|founded|created|launched)\b)|the Ⓐ(?= (?:were|"
    r"are|have|had|want|hope|joined|came|followed|became|themselves|too)\b)"
)


def is_capital(slot: Slot) -> bool:
    """Say whether a slot names the capital of its country."""
    return bool(slot.parties) and CAPITALS.get(slot.parties[0]) == slot.value


def _governs(slot: Slot) -> bool:
    """Say whether a city may stand for its country in a row: a capital, any Kazakh one, one of a country of no known capital."""
    return bool(slot.value and slot.parties) and CAPITALS.get(slot.parties[0], slot.value) in (slot.value, "Astana")


def acting_capital(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot | None:
    """Read a capital as its country where it acts: "Minsk entered", "Ankara's bid"; "should be let in" after "that"."""
    slot = inside[0]
    if not slot.value or not is_capital(slot):
        return None
    before = sentence.text[max(0, match.start() - 12) : match.start()]
    if _IN_A_ROW.search(sentence.text, max(0, match.start() - 40), match.start()):
        return None
    if _HOSTS.match(sentence.text, match.end()):
        return None
    is_placed = _PLACE_BEFORE.search(before) and not before.endswith("that ")
    if (
        _TOLD.search(before)
        or _FOUNDERS.search(sentence.text, max(0, match.start() - 40), match.start())
        or (not is_placed and _ACTS.match(sentence.text, match.end()))
    ):
        return replace(slot, kind="Ⓟ", value=slot.parties[0])
    return None


def row_of_capitals(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot | None:
    """Read capitals in a row as their countries, unless something is done in them or between them."""
    cities = [slot for slot in inside if slot.kind == "Ⓒ"]
    parties = tuple(dict.fromkeys(party for slot in inside for party in slot.parties))
    alone = len(cities) == 1 and " and " not in match.group()
    if alone or not all(map(_governs, cities)) or len(parties) < sum(len(slot.parties) for slot in inside):
        return None
    if not cities or _PLACES_BEFORE.search(sentence.text, max(0, match.start() - 40), match.start()):
        return None
    return made_of("Ⓟ", parties, "list")


def peoples(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot:
    """Read "the Chinese", "the Kazakhs and the Kyrgyz" as states."""
    parties = tuple(dict.fromkeys(party for slot in inside for party in slot.parties))
    return made_of("Ⓟ", parties, "list" if len(parties) > 1 else parties[0])

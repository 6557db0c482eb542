"""How far the words about one summit go in its sentence: to the next summit, and not across a change of subject."""

from __future__ import annotations

import re

from sco_timeline.extracting.resolving import Reading

MARKING = r"(?:dedicated|devoted|timed|marking|coinciding)"
OPENED_BY = r",? which Ⓗ (?:has |had )?(?:opened|hosted|chaired|closed|is hosting)"
_ANOTHER = re.compile(
    r"\bsummits?\b|Ⓑ|\b(?:leaders|presidents|premiers|prime ministers|heads of (?:state|government)s?)"
    r"(?: of (?:the )?Ⓞ)? (?:met|meet|gathered)\b"
    r"|(?:Ⓧ|\bminist[a-z]+|\bg-?\d+)(?:'s?)? (?:meeting|session|conference|talks|forum)\b"
)
_HELD = re.compile(
    r"(?:(?:which|that),? )?(?:(?:also|just|officially|finally|originally|originally been|again|formally|Ⓓ) )?(?:(?:is|are|was|"
    r"were|has|have|had|will|would|should|to|being) )?(?:to )?(?:(?:be|been|being) )?(?:now |just |later |also |officially |"
    r"finally |due to |expected to |set to |scheduled to |planned to |going to |supposed to )?(?:be )?(?:held|organi[sz]ed|"
    r"conducted|scheduled|planned|slated|due|set|hosted|convened?|staged|postponed|underway|under way|tak(?:e|es|ing) place|"
    r"took place|taken place|happen(?:s|ed|ing)?|open(?:s|ed|ing)?|clos(?:e|es|ed|ing)|conclud(?:e|es|ed|ing)|end(?:s|ed|ing)?|"
    r"beg[aiu]ns?|beginning|start(?:s|ed|ing)?|kick(?:s|ed|ing)? off|finish(?:es|ed|ing)?(?: its work)?|wrapp?(?:s|ed|ing) up|"
    r"complet(?:es|ed)(?: its work)?|passed|passes|ran|runs|lasted|falls|fell|come|comes|attended)\b"
)
_ASIDE = re.compile(
    r", (?:dedicated|devoted|timed|marking|coinciding|attended|chaired|organi[sz]ed|which (?:marked|coincided|"
    r"was attended))\b[^,;]{3,90},"
)
_HOSTED = re.compile(
    r"which Ⓗ? ?(?:has |had )?(?:opened|hosted|chaired|closed|is hosting)(?= in| on| here| Ⓓ)"
    r"|(?:which|that)(?: the)?(?: [ⒸⓅ])? {1,2}"
    r"(?:had |has |will |is to |is |was )?(?:host(?:s|ed|ing)?|h[eo]lds?|holding|staging|organi[sz](?:ed|ing))\b"
    r"|(?:for|to) which (?:the |its |all )*(?:leaders|presidents|heads of state|premiers) (?:are|were|will) "
    r"(?:expected|due|come|gather|be|meet)\b"
)
_AWAY = re.compile(
    r"[;ⒾⓇ\"]|, (?:and|as|with) |\b(?:and|but|while|whereas|when|whenever|after|before|since|because|although|though|than|if|"
    r"unless|until|where|who|whom|met|which|whose|that|said|says|saying|told|reporters|journalists|spokes[a-z]+|interview|"
    r"embassy|office|based|bilateral|ambassadors?|envoys?|ministry|parade|visit[a-z]*|trips?|tours?|travel[a-z]*|flew|fly|flies|"
    r"arriv[a-z]+|depart[a-z]+|later|afterwards|joined|became|admitted|found[a-z]*|establish[a-z]*|creat[a-z]+|born|according|"
    r"against|ministerial|ministers|forum|declaration of|agreement|treaty|anniversary of)\b"
)


_TO_PREPARE = re.compile(r"\bas part of (?:the |its )?preparations? for (?:the |an? |its )?$")


def limits(reading: Reading, match: re.Match[str]) -> tuple[int, int]:
    """Return where the words that may speak of a match begin and end: between the summits named before and behind it."""
    left, right = 0, len(reading.text)
    for other in reading.found(_ANOTHER):
        if other.end() <= match.start():
            left = other.end()
        elif other.start() >= match.end():
            right = other.start()
            break
    if _TO_PREPARE.search(reading.text, max(0, match.start() - 40), match.start()) and (comma := reading.text.find(",", match.end())) > 0:
        right = min(right, comma)
    return left, right


def goes_on(gap: str) -> bool:
    """Say whether the words between a summit and a place or day still speak of the summit."""
    return not _AWAY.search(_rest_of(gap))


_OF_ITS_TIME = re.compile(
    r"[ⒹⓆⓄⓃ](?:'s|-day)?|again|ago|and|at|back|by|capital|chaired|chairmanship|city|days|down|early|earlier|first|for|format|from|held|"
    r"here|in|just|last|late|later|led|mid|months?|next|of|on|once|online|or|over|past|presided|run|set|that|the|there|this|time|"
    r"together|under|up|via|video|videoconference|virtually|week|weekend|weeks|which|years?"
)


def says_when(gap: str) -> bool:
    """Say whether the words between a summit and a country say only that it is held, when and how: not "discussed the war in"."""
    return all(_OF_ITS_TIME.fullmatch(word) for word in re.split(r"[ ,(–]+", _rest_of(gap)) if word)


def _rest_of(gap: str) -> str:
    """Return the words between a summit and a place without those that tell that it is held."""
    return _HELD.sub(" ", _HOSTED.sub(" ", _ASIDE.sub(" ", gap.replace("Ⓡ of Ⓞ", "Ⓞ"))))

"""Whether a summit lies ahead, as the words around its name say."""

from __future__ import annotations

import re

from sco_timeline.extracting.resolving import Reading

_UPCOMING = re.compile(
    r"\b(?:upcoming|forthcoming|coming|planned|scheduled|future|next(?! day)|following year's|this coming)\b(?! to | out )"
)
_CLAUSE_ENDS = re.compile(
    r"[.;:](?= |$)|\"|, (?!which (?:will|is|are|was|were|has|had|took|takes|opened|closed|starts|opens|begins)|"
    r"to be|due|scheduled|planned|set|slated|in |on |opens |starts |begins |will be |Ⓓ|hosted|expected)"
    r"| (?:and|but|where|when|who|after|because|while|whose|as) "
)
_LEADS_UP = re.compile(
    r"[.;:](?= )|[\"–]|, (?:and|but|which|who|while|where|after|according to) | (?:because|although|though|since|after) "
)
_BEHIND = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:to|due|scheduled|expected|planned|set|slated|being planned|being prepared|awaited|going to|"
    r"yet to|supposed to|still|just Ⓝ)|to be|due|scheduled|slated|planned|would be held|(?:starts|begins|opens|kicks off)"
    r"(?= (?:in Ⓒ )?(?:on )?(?:the )?[ⒹⓆ])|to take place|later this (?:week|month|year)|next (?:year|month|week)|hopefully)\b"
)
_OVER = re.compile(
    r"\b(?:was|were|did|took place|has|have|had|concluded|ended|closed|kicked off|opened|began|started|wrapped up|adopted|hosted|"
    r"ran|met|gathered|convened|finished|is underway|is under way|is being|is taking place|passed|upgraded|approved|brought|saw|"
    r"marked|granted|gave|decided|resolved|drew|ends|closes|concludes)\b"
)
_LONE_PLAN = re.compile(r"\b(?:was|were|had been) (?:due|scheduled|expected|planned|set|to be|supposed)\b")
_BEFORE = re.compile(
    r"\b(?:will|shall|would|(?:is|are|be) (?:also |now |still |being |not |reportedly |widely )*(?:to|due|set|expected|scheduled|"
    r"preparing|going to|likely|planning|gearing up|planned|possible|awaited|poised|slated|invited|ready|getting ready|"
    r"considering|hoping)|plans? to|preparations? (?:for|are)|prepar(?:es?|ed|ing) (?:for|to)|invitation to|invited to|hopes?|"
    r"hoping|wants? to|due in|possibly|gears? up|gearing up|looks? forward|looking forward|in the run-up to|yet to|intends? to|"
    r"counting down|countdown|days before|weeks before|days ahead of|weeks ahead of|may|could|should|must|can|tomorrow)\b"
)
_BARE_TO = re.compile(
    r"(?<!Ⓗ in Ⓒ )(?<!Ⓗ is in Ⓒ )(?<!Ⓗ are in Ⓒ )\bto (?:host|skip|attend|join|miss|visit|address|represent|chair|meet|discuss|"
    r"sign|hold|take part|participate|give|get|become|seek|raise|push|decide)\b"
)
FELL_THROUGH = re.compile(
    r"[^.;]{0,60}? (?:did not|didn't) take place|[^.;]{0,40}? (?:was|were|has been) (?:cancelled|canceled|called off)\b"
)
_TO_MEET = re.compile(r"\b(?:will|(?:is|are) (?:due |set |expected |scheduled )?to)\b")
_AT_IT = re.compile(r"(?:^|[,;] )(?:at|during|in) (?:the |this |its )?(?:[a-z-]+ ){0,2}$")
_THEY_WILL = re.compile(
    r"[^.;,]{0,30}(?:, which [^,;.]{3,50})?, (?:the )?(?:Ⓝ )?(?:[ⒽⓅⓄⒷⓈⒾ]|leaders|heads of (?:state|government)|"
    r"presidents|premiers|participants|parties|sides)"
    r"(?: of (?:the )?Ⓞ)? (?:will|(?:is|are) (?:due |set |expected |scheduled |likely |going )?to)\b"
)
_HAD_BEEN = re.compile(r"\bhad been (?:invited|expected|due|scheduled|planned|set) to\b")
_HAD_BEEN_DUE = re.compile(r" had (?:first |initially |originally )?been (?:due|scheduled|expected|planned|set)\b")
_ENDS_ON = re.compile(r",? (?:which |that )?(?:ends|closes|concludes|wraps up|winds up) (?:in Ⓒ )?on Ⓓ")
_TO_VISIT = re.compile(r": [ⒽⓅ] (?:to|will) (?:visit|attend|travel|arrive|join|skip|address|leave|fly)\b")
_NOT_YET = re.compile(r"\b(?:before|until|by the time|once|when) (?:the |its )?$")
_PRESENT = re.compile(r"(?:meet|gather|convene|assemble|come together|get together)s?$")
_ANNOUNCED = re.compile(r"\b(?:hosts|starts|begins|opens|kicks off|gathers?|meets?|convenes?|takes place|holds?)\b")
_PAST_VERB = re.compile(
    r"\b(?:was|were|had|has|have|did|[a-z]{3,}(?<!ne)(?<!nee)ed|flew|came|went|left|saw|took|met|made|gave|got|became|held|said|"
    r"told|won|is|are|were|ran|put|told|spoke|sat|thanked)\b"
)


def ahead(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether the words of a summit's sentence put it into the future."""
    text = reading.text
    if FELL_THROUGH.match(text, match.end()):
        return False
    if (
        _TO_MEET.search(match.group())
        or _TO_VISIT.match(text, match.end())
        or (_AT_IT.search(text, 0, match.start()) and _THEY_WILL.match(text, match.end()))
    ):
        return True
    tail = _cut(text[match.end() : match.end() + 90], _CLAUSE_ENDS)
    said_behind = _BEHIND.search(tail)
    over = _OVER.search(_LONE_PLAN.sub(" ", tail))
    if over and not (said_behind and said_behind.start() < over.start()):
        return False
    if said_behind or _UPCOMING.search(text[max(0, match.start() - 10) : match.end()]):
        return True
    head = text[max(0, match.start() - 110) : match.start()]
    for end in list(_LEADS_UP.finditer(head))[-1:]:
        head = head[end.end() :]
    return _planned_before(head) or (_NOT_YET.search(head) is not None and _PRESENT.search(match.group()) is not None)


def announced(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a weekday near a summit's name lies ahead: "China hosts the summit on Thursday"."""
    if FELL_THROUGH.match(reading.text, match.end()) or _HAD_BEEN_DUE.match(reading.text, match.end()):
        return False
    around = reading.text[max(0, match.start() - 25) : match.end() + 50]
    return (
        ahead(reading, match)
        or _ENDS_ON.match(reading.text, match.end()) is not None
        or (_ANNOUNCED.search(around) is not None and not _OVER.search(reading.text[match.start() : match.end() + 50]))
    )


_KNOWN = re.compile(r"\b(?:know|read|learn|hear|news|everything|all) (?:[a-z]+ ){0,3}(?:about|of|on) (?:the )?$")
_SETTLED = re.compile(
    r"\b(?:should|would|could|may|might|must|to) [a-z]+(?: [a-z]+){0,3} (?:was|were) [a-z]+ed\b[^.;,]*$"
)  # "that it should grow was settled"
_DONE_THERE = re.compile(r" (?:which|that|who) (?P<told>[^.;,]*)$")


_AGREED_AT = re.compile(
    r"\b(?:said|told|stated|taken|reached|adopted|signed|made|agreed|approved|outlined) (?:at|during|in) (?:the )?(?:[a-zⒸⓄ]+ ){0,2}$"
)


def _planned_before(head: str) -> bool:
    if _AGREED_AT.search(head):
        return False
    head = _HAD_BEEN.sub(" ", head)
    done = _DONE_THERE.search(head)
    if _KNOWN.search(head) or _SETTLED.search(head) or (done and _PAST_VERB.search(done["told"]) and not _BEFORE.search(done["told"])):
        return False
    if _BEFORE.search(head) and not re.search(r"\bafter (?:the |an? |its |this )?(?:[a-z-]+ )?$", head):
        return True
    bare = _BARE_TO.search(head)
    return bare is not None and not (_PAST_VERB.search(head[: bare.start()]) or _NTH_TO.search(head[: bare.start()]))


_NTH_TO = re.compile(r"Ⓠ (?:Ⓗ|[a-zⒶ -]{3,40}) $")  # "becomes the first president to attend a summit"


def _cut(text: str, ends: re.Pattern[str]) -> str:
    end = ends.search(text)
    return text[: end.start()] if end else text


def steps_of(value: str) -> int:
    """Return whether a relative date looks back (-1) or ahead (1), else 0: "last week", "tomorrow"."""
    value = value.partition("|")[0]
    if value[:1] in "<>" and value:
        return -1 if value[0] == "<" else 1
    if value.endswith(("<", ">")):
        return -1 if value[-1] == "<" else 1
    if value[:1] in ("d", "k", "m", "y") and value[1:2] in ("+", "-"):
        return 0 if value[2:] == "0" else -1 if value[1] == "-" else 1
    return 0

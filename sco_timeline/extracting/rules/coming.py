"""The words for coming to a summit and staying away from it, and the claims of attendance that rules make with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.venues import lies_ahead, year_of

AS_GUEST = r"as (?:an? |the )?(?:special )?(?:guest|observer|Ⓢ)"
AUX = (
    r"(?P<aux>(?:,? (?:will|would|could|should|may|might|must|can|cannot|is|are|was|were|be|been|being|has|have|had|do|"
    r"does|did|not|(?:did|wo|is|was|were|does|could|ca|would|had|has|are|do)n't|no|to|due|set|expected|scheduled|likely|"
    r"unlikely|going|planning|plans?|planned|ready|slated|invited|able|unable|failed|fails?|declined|declines?|refused|"
    r"refuses?|chose|opted|decided|confirmed|agreed|hopes?|hoping|intends?|wants?|means?|reportedly|tipped|poised|also|"
    r"both|all|then|there|now|too|either|still|later|today|yesterday|earlier|again|himself|herself|personally|in person|"
    r"in turn|for (?:his|her|its|their) part|only|duly|even|first|finally|as well|alone|instead|virtually|remotely|"
    r"online|already|jointly|together|just|never|[a-z]{3,14}ly|nevertheless|however|notably|conspicuously|once more|"
    r"currently|separately|meanwhile|(?:by|via|through|over) (?:a )?video(?:[ -]?(?:link|conference|conferencing|call))?|"
    r"for the Ⓠ time|at the last minute|Ⓓ|on Ⓓ|in Ⓓ|in Ⓒ|at Ⓒ|"
    r"as (?:an? |the )?(?:special )?(?:Ⓢ|guests?|observer)(?: of hono[u]?r| country| state| nation)?|the (?:only|last|Ⓠ) "
    r"(?:(?:[a-z]+ ){0,2}?(?:leader|president|premier|minister|head of (?:state|government)|guest|one) )?(?:to|who))(?!\w)){0,8})"
)
APPOSED = (
    r"(?: \([^()]{1,50}\))?(?:, (?!who\b|and )[^,;ⒽⓅ]{1,80},| [–-] [^–;Ⓗ]{1,80} [–-]| [–-])?(?:,? (?:who|which|that))?"
    r"(?:, (?:which|who) (?:has|is|had|was) [^,;]{1,80},)?,?"
)
_AT = r"(?:summit|session|meeting|gathering|council|conclave|sitting|plenary|jubilee|talks|opening)"
SUMMIT = (
    rf"(?:the |a |an |this |that |its |Ⓞ(?:'s)? |Ⓑ|[Ⓠ'\"] ?|Ⓒ(?:'s)? |Ⓓ |Ⓐ |Ⓧ |Ⓢ |"
    rf"(?!(?:news|press|reporters|journalists|after|before|ahead|following)\b)[a-z'-]+ ){{0,6}}?(?:{_AT}|Ⓑ|heads of)"
)
_MOVED = (
    r"(?:came|comes?|coming|go|goes|going|gone|went|flew|fl(?:y|ies|ying)|travel(?:s|l?ed|l?ing)?|journey(?:s|ed)|"
    r"arriv(?:e[sd]?|ing)|reach(?:es|ed|ing)?(?= Ⓒ)|return(?:s|ed|ing)? [^.;Ⓗ]{0,50}?after (?:attending|taking part)|"
    r"land(?:s|ed|ing)|head(?:s|ed|ing)(?= (?:to|for))|jet(?:s|ted)|touch(?:es|ed) down|"
    r"turn(?:s|ed|ing)? up|show(?:s|ed|ing)? up|ma(?:k|d)es? (?:it|Ⓘ|the (?:trip|journey))|sets? off|"
    r"left(?: Ⓒ)?(?: (?:on )?Ⓓ)? for|(?:leaves?|departs?|departed) for|visit(?:s|ed|ing)?|enter(?:s|ed)|set foot|"
    r"in(?= [ⒸⓅ],? (?:for|to attend)))(?! (?:to power|under|out|ahead|back|(?<!come )on to|from|away|with|over|through|down|"
    r"after|amid|into (?:force|effect)|through|up(?! to))\b)"
)
_FOR_IT = rf"(?= [^.;]{{0,90}}?(?:summit|Ⓑ|heads of|Ⓞ|attend|take part|participate|{_AT} of))"
_BARE = (
    r"(?=(?: (?:to|in|at|for) (?:the )?[ⒸⓅ]|(?<=for) Ⓒ(?=[,.;]| on\b| Ⓓ|$)| in person| in as\b|"
    rf" {AS_GUEST}| too\b| in place of\b| instead\b| on behalf of\b| again\b| here\b|"
    r" there\b| as well| (?:him|her)self\b| themselves\b| for the Ⓠ time| on Ⓓ| Ⓓ|[,.;:]|$))"
)
MOVED = rf"(?:{_MOVED}(?:{_FOR_IT}|{_BARE}))"
_NOT_EVENT = (
    r"(?! (?:an? |the )(?:[a-z]+ )?(?:funeral|banquet|dinner|reception|concert|parade|forum|wedding|school|university|exhibition|"
    r"exercise|expo|bilateral))"
)
CAME = (
    rf"(?:attend(?:s|ed|ing)?\b{_NOT_EVENT}|(?:took|takes?|taking) (?:an active )?part|participat(?:e[sd]?|ing)|"
    r"join(?:s|ed|ing)?(?: in)? (?:the |a |this |other |Ⓞ(?:'s)? |Ⓒ |Ⓠ |Ⓓ |(?!as |in |on |at |to |with )[a-z-]+ ){1,4}"
    rf"(?:{_AT}|leaders)|join(?:s|ed|ing)? (?:them|Ⓘ)(?= as (?:an? |the )?(?:special )?guests?\b)|"
    r"join(?:s|ed|ing)? (?:other leaders|fellow|the (?:other )?leaders)|"
    r"join(?:s|ed|ing)? (?:in )?(?:online|by |via |virtually|remotely|from |through )|"
    r"(?:chair(?:s|ed|ing)|(?<=will )chair|(?<=to )chair) (?=(?:(?! and )[^.;,]){0,40}(?:summit|session|meeting|Ⓑ|talks))|"
    r"presid(?:e[sd]?|ing)(?= over\b| at\b|[.;,]|$| in (?:his|her) )|(?:led|leads?|leading|steer(?:s|ed)|guid(?:es|ed)) "
    r"(?:the |its )(?:[a-z]+ )?(?:session|meeting|summit|plenary|talks|debate|discussions?|proceedings|sitting)\b|"
    r"open(?:s|ed) (?=[^.;,]{0,30}(?:summit|session of|meeting of))|combin(?:es?|ed|ing) the (?:summit|meeting)|"
    r"met (?=(?:[a-z-]+ ){1,3}leaders [^.;ⒽⓅ]{0,40}\bfor (?:an?|the) (?:[a-zⓄⓃ-]+ ){0,3}summit)|"
    r"(?:stood|stands?|standing|fill(?:s|ed|ing)?) in\b|deputi[sz](?:e[sd]?|ing)|(?:took|takes?) (?:his|her) (?:place|seat)|"
    r"(?:head|led|lead|leads|heads|headed|leading|heading) (?:(?:the |his |her |its |an? )(?:Ⓟ's |Ⓐ |[a-z'-]+ ){0,4}delegation|"
    r"Ⓗ(?= (?:at|to|in|for|as|while|after|and)\b|[,.;]|$))|represent(?:s|ed|ing)? (?=(?:the |his |her )?(?:Ⓐ |own )?(?:country|"
    r"nation|side|people|observers|president|prime minister|premier|government|[ⓅⒸⓇⓈⒾ]))|"
    r"confirm(?:s|ed)? (?:his|her|their|its) (?:participation|attendance)|(?:lined|lines|lining) up\b|"
    r"pos(?:e[sd]?|ing) (?:for [^.;]{3,30}?)?(?=at |before |with |in Ⓒ)|s(?:at|its|itting) "
    r"(?:down )?(?:at|in|beside|next to|through) (?:the |a |an )?(?:Ⓝ-[a-z]+ |[a-z-]+ )?(?:table|summit|session|meeting))"
)
SAID = (
    r"(?:sa(?:id|ys)|stress(?:ed|es)|not(?:ed|es)|urg(?:ed|es)|propos(?:ed|es)|stat(?:ed|es)|emphasi[sz](?:ed|es)|pointed out|"
    r"warn(?:ed|s)|announce[sd]|underlined?|underscore[ds]|reiterate[ds]|declare[ds]|outline[ds]|call(?:ed|s)|t(?:old|ells)|"
    r"raise[ds]|complain(?:ed|s)|argue[ds]|thank(?:ed|s)|welcome[ds]|express(?:ed|es)|spoke|criticise[ds]|denounce[ds]|"
    r"condemn(?:ed|s)|pledge[ds]|unveil(?:ed|s)|advocate[ds]|suggest(?:ed|s)|hail(?:ed|s)|praise[ds]|add(?:ed|s)|present(?:ed|s)|"
    r"highlight(?:ed|s)|remark(?:ed|s))"
)
SPOKE = (
    r"(?:sp(?:oke|eaks?|eaking) as (?:an? |the )?(?:special |hono(?:u)?red )?guests?\b|"
    r"(?:address(?:es|ed|ing)?) (?=[^.;,]{0,80}?(?:summit|session|meeting|council|leaders|heads|gathering|delegates|"
    r"participants|plenary|event|counterparts|colleagues|Ⓑ|Ⓘ|Ⓞ))|(?:sp(?:oke|eaks|eaking)) (?:(?:last|next|Ⓠ|too)(?! to|\w)|"
    r"(?:on|for) (?![^.;]{0,25}behind closed|the phone|the telephone|condition|behalf|[ⓅⒽⒹⒸ]))|(?:sp(?:eaks?|oke|eaking|oken)) "
    r"(?:(?:first |last |briefly |also |virtually )?(?:at(?! the time)|before|during|via video|by video|from|online|there|here|"
    rf"virtually|in Ⓒ|through video|over video|remotely|by remote)|to {SUMMIT})|(?:deliver(?:s|ed|ing)?|ma(?:de|kes?|king)|"
    r"gave|gives?|giving|read) (?:an? |the |his |her |its )?(?:[a-z-]+ ){0,4}?(?:speech(?:es)?|video message|address|remarks|"
    r"statements?|keynote|presentation|proposals?)\b(?! to (?:reporters|the press|journalists))|t(?:ook|akes?) the floor|"
    rf"(?:told|tells?|telling) {SUMMIT}|(?:told|tells?) (?:(?:his|her|the|fellow|other|assembled) ){{1,2}}"
    r"(?:fellow |other )?(?:leaders|colleagues|counterparts|heads)|appear(?:ed)?(?=[.,;]|$)|"
    r"appear(?:s|ed|ing)? (?:on|via|by|at|before|for|in person|online|remotely|virtually)|stole the show|spent the weekend|"
    rf"{SAID}(?: for)?(?: [a-z]+(?: [a-z]+)?)??(?: (?:the )?[ⓈⒽⓅⓄ])?(?:,? (?:on Ⓓ|in Ⓒ|Ⓓ|here|there)){{0,2}},? (?:at|during|"
    r"in (?:his|her|an?|the) (?:[a-z]+ ){0,2}(?:address|speech|remarks|statement) (?:to|at|before|during)|addressing|"
    rf"while (?:addressing|attending)) {SUMMIT})"
)
NO_BIRTH = r"(?! at the (?:opening|launch|birth|creation) of (?!the (?:Ⓞ |Ⓠ )?(?:summit|session|meeting)))"
THERE = (
    r"(?:in the chair\b|(?:among|one of|part of) [^.;ⒽⓅ]{0,28}?(?:participants|guests|attendees|leaders|delegates|dignitaries|"
    r"those|speakers|invitees|presidents|heads)(?! (?:who|that|which) (?:founded|created|set up|established|launched))|"
    r"in the (?:same |main )?(?:room|hall)\b|here\b(?= as\b| too\b|[.,;]|$)|present\b(?! (?:an?|the|his|her|their|its|day)\b)"
    rf"{NO_BIRTH}|in attendance|on hand|at the table|seated|(?:an? |the )?(?:(?:special|honou?red) )?guests?(?: of hono[u]?r)?\b"
    r"(?! (?:houses?|list|speaker at (?:an?|the) (?!summit)))|(?:here|there|in Ⓒ) (?:for|to attend)|"
    r"(?:seen|spotted|photographed|greeted|welcomed) at|there\b(?! (?:is|are|was|were)\b)|"
    r"at (?:the |Ⓞ |(?=Ⓒ ))(?=(?:[ⓄⒸⓆ]|[a-z]+)? ?(?:'s )?(?:summit|table|meeting of (?:the )?leaders))|"
    r"on (?:the )?(?:line|screens?|video)|in Ⓒ(?=[,.;]| (?:this|next|too|as|on)\b|$))"
)
AWAY = (
    r"(?:skip(?:s|ped|ping)?\b(?! (?:the |an? |his )?(?:[a-z]+ )?(?:dinner|lunch|banquet|reception|photo|press|parade|briefing))|"
    r"miss(?:es|ed|ing)?(?= (?:the |this |that |an? |Ⓞ|out on )+[^.;,]{0,30}?(?:summit|meeting|session|gathering|it))|"
    r"stay(?:s|ed|ing)? (?:away|home|at home|behind|put|in Ⓒ)|ke(?:pt|eps?) away|"
    r"boycott(?:s|ed|ing)?|snub(?:s|bed|bing)?|(?:an? |the )?(?:[a-z]+ )?absentees?|absent|"
    r"(?:an? |the )?no-show|g(?:ave|ives?|iving) (?:(?:the )?(?:[a-zⓄⒸ]+ )?summit|it|Ⓘ) a miss|"
    r"(?:cancel(?:s|l?ed|l?ing)?|call(?:s|ed|ing)? off|scrap(?:s|ped)|dropp?e?d?s?) (?:(?:his|her|its|the|an?) )?(?:[a-z]+ ){0,2}"
    r"(?:trip|visit|attendance|participation|journey|travel|plans?)|(?:pull|back|bow|drop)(?:s|ped|ed|ing)? out|"
    r"(?:turn(?:s|ed)? down|reject(?:s|ed)?|declin(?:es|ed)) (?:the |an |its |his )?invitation|"
    r"sent (?:his|her|their) (?:apologies|regrets)|opt(?:s|ed) out|duck(?:s|ed)|(?:kept|stay(?:s|ed)|ke(?:pt|eps)) "
    r"(?:well )?clear|(?:thought|thinks) better of it|had other (?:plans|business|engagements)|"
    r"(?:got|received|has had|had) no invitation|(?:was|were) on (?:his|her|their) way to Ⓧ|"
    r"decided against (?:attending|going|coming|travell?ing|taking part|the trip)|left out(?= of )|"
    r"withdrew from (?:the |Ⓞ )*summit|missing(?= (?:again|from (?:the |this )?(?:summit|meeting|table|session|round))|[.,;]|$)|"
    r"invited [^.;]{0,60}? but (?:did not|could not|declined to) (?:come|attend|go|travel|take part)|"
    r"(?<=not )(?:been )?(?:invited|asked (?:along|to (?:come|attend|join|Ⓒ|the (?:summit|meeting|table|session)))))"
)
_NOT = re.compile(r"\b(?:not|no|cannot|unable|fail(?:ed|s)?|declin(?:ed|es)|refuse[sd]?)\b|n't\b")
_MOTION_TO_COME = re.compile(
    r"\bconfirm(?:s|ed)? (?:his|her|their|its) |\b(?:leaves?|departs?) for$|\bsets? off$|\b(?:is|are|'s)\b[^.]*\b(?:coming|"
    r"going|travell?ing|heading|flying|arriving|visiting)$"
)
_PLANS = re.compile(
    r"\b(?:will|would|should|shall|may|might|must|due|set|expected|scheduled|likely|unlikely|going|plan(?:s|ning|ned)?|ready|"
    r"slated|decided|confirmed|agreed|hop(?:es?|ing)|intends?|wants|means?|tipped|poised|wo|to)\b|wouldn't|won't|can(?!not)\b|"
    r"could(?! not|n't)\b"
)
_NO_PLAN = re.compile(
    r"\b(?:unable|able|failed|fails?|declined|declines?|refused|refuses?|chose|opted|was going|"
    r"decided not|chose not|(?:is|are|was|were) (?:here|there|in Ⓒ),?(?: on)?(?: Ⓓ)?) to\b|\bthe (?:only|last|Ⓠ) [a-z ]{0,40}to\b"
)
_SEVERAL = re.compile(r"[^.;,]{0,40}\bsummits\b")
_NEITHER_BEFORE = re.compile(r"\b(?:neither|nor (?:did|does|has|is|was)|no) (?:of )?$")
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b|isn't|wasn't|weren't|aren't")


def is_planned(aux: str, verb: str) -> bool:
    """Say whether helping words and verb speak of what is still to come."""
    return _PLANS.search(_NO_PLAN.sub(" ", aux)) is not None or _MOTION_TO_COME.search(f"{aux} {verb}") is not None


_STAYED = re.compile(
    r"(?:skipped|stayed|kept|boycotted|snubbed|gave|cancell?ed|called|scrapped|dropped|pulled|bowed|sent|declined|opted)\b"
)
_MODAL = re.compile(r"\b(?:will|would|may|might|could|should|to)\b[^.;]{0,20}$")


def has_stayed(aux: str, verb: str) -> bool:
    """Say whether a verb tells that somebody has stayed away, whatever was expected: "who had been expected, cancelled his trip"."""
    return _STAYED.match(verb) is not None and _MODAL.search(aux) is None


def is_denied(reading: Reading, match: re.Match[str], aux: str) -> bool:
    """Say whether what a match says is denied: "did not attend", "neither came"."""
    before = reading.text[max(0, match.start() - 14) : match.start()]
    return _NOT.search(aux) is not None or _NEITHER_BEFORE.search(before) is not None


def has_being(aux: str) -> bool:
    """Say whether helping words hold a form of "to be"."""
    return _BE.search(aux) is not None


def people_at(reading: Reading, place: int) -> list[tuple[str, str | None]]:
    """Return the parties behind a slot and who comes for each."""
    slot = reading.masked.slot(place)
    if slot.kind == "Ⓗ":
        return [(party, name) for party, name in zip(slot.parties, slot.names or (None,) * len(slot.parties), strict=False)]
    return [(party, None) for party in reading.parties(place)]


_SOON = 2  # sentences in which what is told in the present tense goes on with a plan
_NOW = re.compile(r"(?!arrives|lands|was|his|confirms)[a-z]+s\b")


def _goes_on(reading: Reading) -> bool:
    """Say whether somebody's coming was told as a plan just before: "He will travel to it. He goes there as a guest"."""
    came = reading.article.memory.came
    return came is not None and came[2] and 0 < reading.number - came[0] <= _SOON


def attendance(
    reading: Reading, match: re.Match[str], place: int, present: bool = True, planned: bool = False, last: bool = False
) -> Iterator[Claim]:
    """Yield a claim for each party behind a slot of a match, or for the last one alone."""
    span = (min(match.start(), place), max(match.end(), place + 1))
    words = match.groupdict()
    now = words.get("away") or _NOW.match(words.get("verb") or "")
    planned = planned or (now is not None and (lies_ahead(reading) or (not words.get("away") and _goes_on(reading))))
    year = None if _SEVERAL.match(reading.text, match.end()) else year_of(reading, place)
    reading.article.memory.came = (reading.number, present, planned)
    for party, person in people_at(reading, place)[-1 if last else 0 :]:
        yield reading.claim(
            "attendance",
            match,
            span=span,
            party=party,
            person=person,
            summit_year=year,
            present=present,
            polarity=EXPECTED if planned else "asserted",
        )

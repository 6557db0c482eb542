"""A rule for statuses that are held: "India, Pakistan and Iran are observers"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import elsewhere, settled
from sco_timeline.extracting.rules.forms import Rule, pattern

_SINCE = re.compile(r"\bsince (?:early |late |mid-)?Ⓓ,? $")
_SINCE_BEHIND = re.compile(
    r"(?:(?: (?:in|of|with) Ⓞ)?, (?:which|that) [^.;ⓈⓉ]{3,70},)?(?:,| -)? ?(?:since|from) "
    r"(?:early |late |mid-|last |the summer of |the spring of |the autumn of )?Ⓓ"
)
_FOUNDER = re.compile(r"\b(?:founding|founder|original|initial|first|Ⓠ) (?:[a-z]+ )?$")
_OWNS_MANY = re.compile(
    r"\b(?:has|have|had|counts?)\b"
    r"(?:[^.;Ⓣ]{0,20}Ⓝ (?:[a-z-]+ )?| (?:also |now |currently |several |many |other |some |various |the |their |its )*)Ⓢ$"
)  # "it has four members", "it also has observers"
_OF_THE_FIVE = re.compile(r" (?:of|in|to) (?:the )?[\"']?Ⓥ")
GRANTED = re.compile(r"\b(?:accepted|admitted|granted|given|accorded|received|upgraded|promoted|elevated|approved|welcomed)\b")
_AS_OF = re.compile(r"\b(?:as (?:of|at|on)|up to) (?:early |late |mid-)?$")


def held(reading: Reading, match: re.Match[str], party: str, status: str | None, polarity: str = ASSERTED) -> Iterator[Claim]:
    """Yield a status held for each party of the slots in a group."""
    if not status:
        return
    day = as_of(reading)
    for place in range(*match.span(party)):
        if reading.text[place] not in "ⓅⓇⒾⒽ":
            continue
        for one in reading.parties(place):
            yield reading.claim("status_held", match, party=one, status=status, as_of=day, polarity=polarity)


_SO_ON = re.compile(
    r",[^;.ⓈⓉ]{1,90}; (?:and )?(?:(?:Ⓡ|the(?: [a-zⓃ-]+){1,6}) of )?(?P<p>Ⓟ)(?! (?:is|are|was|were|has|have|had|will|joined)\b)"
)


def listed_on(reading: Reading, end: int) -> list[int]:
    """Return where a list goes on behind what it says of one: "Ⓟ, our neighbour; and the Ⓝ states of Ⓟ"."""
    places = []
    while more := _SO_ON.match(reading.text, end):
        places.append(more.start("p"))
        end = more.end()
    return places


def as_of(reading: Reading) -> str | None:
    """Return the day that anchors a status: "As of 3 August 2026"."""
    for place, slot in zip(reading.masked.at, reading.masked.slots, strict=True):
        if slot.kind == "Ⓓ" and _AS_OF.search(reading.text[max(0, place - 14) : place]):
            return reading.resolved(slot)[0]
    return _as_of_paragraph(reading) if "Ⓓ" not in reading.text else None


def _as_of_paragraph(reading: Reading) -> str | None:
    """Return the day that anchors what a paragraph goes on to say: "As of 2020 it has eight members. Four countries are observers"."""
    article = reading.article
    for number in range(reading.number - 1, max(-1, reading.number - 4), -1):
        if "\n" in article.text[article.sentences[number].end - 1 : article.sentences[number + 1].start]:
            return None
        before = article.masked(number)
        head = _AS_OF_HEAD.match(before.text)
        if head:
            return str(before.slot(head.start("d")).value.value) if before.slot(head.start("d")).value.kind == "full" else None
        if "Ⓓ" in before.text:
            return None
    return None


_AS_OF_HEAD = re.compile(r"as (?:of|at|on) (?:early |late |mid-)?(?P<d>Ⓓ)")


def mine(reading: Reading, match: re.Match[str], group: str) -> bool:
    """Say whether the status in a group is one of the SCO."""
    place = match.start(group)
    if _OF_THE_FIVE.match(reading.text, place + 1):
        return False
    return reading.masked.slot(place).own or reading.ours(place)


_OR = re.compile(
    r"(?: of Ⓞ)?(?:, (?=[^.;]{0,40}\b(?:or|nor) )|,? (?:or|nor|and)(?: even| indeed)? |/| (?:let alone|much less) )"
    r"(?:(?:is|are|was|were|does|do|did|has|have) Ⓘ (?:hold |have |enjoy )?)?(?:as )?(?:an? |the |its |any |of )?(?P<s>[ⓈⓉ])"
)
_BUT = re.compile(r"(?: of Ⓞ)?,? (?:but )?(?:rather |now |only |instead |merely |just |is |remains ){0,2}(?:an? |the |its )?(?P<s>[ⓈⓉ])")
_NOT = re.compile(r"(?:,| -|:| and| but){1,2} (?:not |never )(?:yet |even |as )?(?:an? |the )?(?P<s>[ⓈⓉ])")


def coordinated(reading: Reading, match: re.Match[str], polarity: str) -> Iterator[tuple[str | None, str]]:
    """Yield the status that a match ends with and those that stand beside it: "not a member, observer or partner"."""
    yield reading.status(match.start("s")), polarity
    place = match.end("s")
    also = _OR.match(reading.text, place) if polarity == NEGATED else None
    while also:
        yield reading.status(also.start("s")), NEGATED
        place = also.end()
        also = _OR.match(reading.text, place)
    other = (_BUT if polarity == NEGATED else _NOT).match(reading.text, place)
    if other:
        yield reading.status(other.start("s")), ASSERTED if polarity == NEGATED else NEGATED


_RELATIVE = re.compile(r"[ⓅⓇⒾ],? (?:which|who|that) ")
_UNLIKE = re.compile(r"\bunlike (?P<u>Ⓟ)")


def holds(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield what a sentence says of the holder and the status in a match: that he holds it, or that he does not."""
    before = reading.text[: match.start()]
    slot = reading.masked.slot(match.start("s"))
    if slot.value == "partner" and not slot.own and not _is_a_status(reading, match):
        return
    if elsewhere(reading, match, match.start("s")) or (_PAST.search(match.group()) and _UNTIL.match(reading.text, match.end())):
        return
    between = reading.text[match.end("p") : match.end("s")]
    if _OWNS_MANY.search(between) or _TO_BE.search(between) or _OTHERS_ARE.search(between) or _OBTAINED.match(reading.text, match.end()):
        return
    if not mine(reading, match, "s") or _SINCE_BEHIND.match(reading.text, match.end()) or _SINCE.search(before):
        return
    own = _RELATIVE.match(match.group()) or before.endswith((" as ", " as the "))  # "need not come, as India is"
    lead = "" if own else clause_before(reading.text, match.start(), 40)
    said = polarity_of(lead + reading.text[match.start() : match.end("s")])
    if said == EXPECTED:
        return
    polarity = settled(reading, match, said)
    if polarity is None:
        return
    if polarity == NEGATED and _FOUNDER.search(reading.text[match.end("p") : match.start("s")]):
        return
    for status, how in coordinated(reading, match, polarity):
        yield from held(reading, match, "p", status, how)
    unlike = _UNLIKE.search(reading.text, max(0, match.start() - 12), match.end())
    if unlike and unlike.start("u") != match.start("p"):
        yield from held(reading, unlike, "u", reading.status(match.start("s")), NEGATED if polarity == ASSERTED else ASSERTED)


_TO_BE = re.compile(
    r"(?<!said )(?<!known )(?<!happens )(?<!happen )(?<!continues )(?<!continue )(?<!has )(?<!have )(?<!had )\b"
    r"(?:to|will|would|won't|wouldn't|could|might|should)(?: (?:not|never|also|then|soon|only|one day)){0,2} be\b|"
    r"\b(?:not|no longer|never) (?:content|satisfied|happy|comfortable) with"
)
_OBTAINED = re.compile(
    r"(?: of Ⓞ)?, (?:a|the|which) (?:status|rank|position|place|title)(?: that| which)? (?:Ⓘ|the country) (?:had |has )?"
    r"(?:obtain|receiv|gain|got|acquir|was (?:given|granted))"
)  # told as a change
_OTHERS_ARE = re.compile(
    r",? (?:and|while|but) (?:as many|many|others|the (?:others|rest)|Ⓝ(?: others| more)?) (?:are|is|were|have|hold)\b"
)
_PAST = re.compile(r"\b(?:was|were|had|held|enjoyed|been)\b")
_UNTIL = re.compile(r"[^.;ⓈⓉⓅ]{0,30}?,? (?:until|till|up to Ⓓ|before (?:Ⓘ|joining|becoming|being|its|Ⓓ)|from Ⓓ to Ⓓ|between Ⓓ and Ⓓ)\b")


def _is_a_status(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether the word "partner" is meant as a status: "partner state", or beside the word for another one."""
    slot = reading.masked.slot(match.start("s"))
    words = reading.article.low[slot.start : slot.end]
    return slot.kind == "Ⓣ" or " " in words or any(other.value != "partner" for other in reading.masked.slots if other.kind in "ⓈⓉ")


_STOP = (
    r"(?!(?:to|of|in|at|for|with|by|on|from|into|and|or|nor|but|than|that|which|who|as|not|no|candidate|potential|possible|prospective|"
    r"aspiring|future|would-be|next|acceding|incoming|upcoming|latter|trading|country|state|leader|head)\b)"
)
ADJECTIVES = rf"(?:{_STOP}[a-z-]+,? ){{0,3}}?"
_MODS = (
    r"(?:an? |full-fledged |fully fledged |(?:form|nomin|technic)ally |no longer |not yet |the |its |their |one of |in |among |amongst |"
    r"still |currently |only |such |[a-z]+ other |major |leading |main |dominant |also |both |all |now |merely |still only |already |yet |"
    r"Ⓝ |Ⓝ of |founding |core |original |full |permanent |current |present |official |active |important |key |regular |so-called |bloc's |"
    r"two |even |neither |either |no |no more than |little more than |nothing but |thus |therefore |hence |"
    r"what (?:they|Ⓘ) (?:is|are|was|were)[,:]? |then |at present |at that time |for now |so far |to date |counted |of |that of |"
    r"classified |considered |regarded |listed |recogni[sz]ed |ranked |as |\"|new |newest |latest |Ⓠ |former |Ⓐ |most powerful |largest |"
    rf"Ⓞ's |long-standing |permanent and |ordinary |close ){{0,6}}(?:(?:(?<=\ba )|(?<=\ban )|(?<=\bthe )|(?<=\bits )){ADJECTIVES})?"
)
_BE = (
    r"(?:is|are|was|were|am|be|being|remains?|remained|stays?|stayed|sits? in|(?<!'s )ranks?|ranked|serves?|served|acts?|acted|attends?|"
    r"attended|participates?|participated|features?|figures?|stands?|works?|come|comes|has been|have been|had been|(?:has|have|had) "
    r"(?:never|until now|so far|up to now|to date|always|long) been|(?:was|were|is|are) never|(?:number|rank|figure)(?=s? among)|"
    r"(?:go(?:es)?|carr(?:y|ies)) on(?= as )|continue to be|continues to be|constitute|form|make up|isn't|aren't|wasn't|weren't|holds?|"
    r"held|has|have|had|enjoys?|enjoyed|retains?|retained|possess(?:es)?|counts?|listed|listing|describe|described|keeps?|kept|maintains?|"
    r"maintained|occupies|(?:is |was |are |remains )?(?:content|satisfied|happy|comfortable) with|remain|join the summit|take part|"
    r"takes part|took part|functions?|called)"
)

RULES = (
    Rule(
        id="held.is",
        purpose="Somebody is, or is not, a member, an observer, a partner; holds that status.",
        pattern=pattern(
            r"(?P<p>[ⓅⓇⒾ])(?:, too,|<REL>|(?:,? [a-z]+){0,3}?)(?: –|,|\))?(?:'s)? ?(?:currently |now |also |both |all |still |today |"
            rf"presently |already |only |officially |formally |never |not |then |Ⓓ ){{0,3}}\b{_BE}(?: not|n't)? {_MODS}(?P<s>[ⓈⓉ])"
        ),
        make=holds,
        examples=(
            ("India, Pakistan and Iran are observers of the SCO.", ("IND observer", "PAK observer", "IRN observer")),
            ("Turkey is not yet a member of the SCO.", ("TUR member negated",)),
            ("Sri Lanka and Turkey rank as dialogue partners of the SCO.", ("LKA dialogue_partner", "TUR dialogue_partner")),
            ("Georgia is neither a member nor an observer of the SCO.", ("GEO member negated", "GEO observer negated")),
            ("Modi need not come to the SCO summit as India is an observer.", ("IND observer",)),
            ("Unlike Pakistan, Bangladesh is not a member of the SCO.", ("BGD member negated", "PAK member")),
            ("Cuba is sometimes described as an observer of the SCO. This is a mistake.", ("CUB observer negated",)),
        ),
        counter_examples=(
            "Turkey is a member of NATO, not what the SCO expects.",
            "India is a member of BRICS and attended the SCO summit.",
            "Is Serbia a member of the SCO?",
            "Nepal has held observer status in the SCO, which it calls a family, since 2012.",
            '"Why should Nepal not be a member of the SCO?" he asked.',
        ),
    ),
)

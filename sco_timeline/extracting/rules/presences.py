"""Rules for lists of who was at a summit, for its having been attended by or held without somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.coming import attendance, people_at
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.others import further
from sco_timeline.extracting.rules.venues import at_summit, year_of

_TO_BE_ATTENDED = re.compile(r"\b(?:will|would|to be|expected|due|planned|(?:participation|attendance) (?:is|was|has been) confirmed)\b")
_TO_BE_THERE = re.compile(r"\b(?:will|would|expected|planned|possible|likely|upcoming)\b")


def _attended_by(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    lead = reading.text[max(0, match.start() - 40) : match.start("p")]
    if not at_summit(reading, match.start()):
        return
    planned = _TO_BE_ATTENDED.search(lead)
    present = re.search(r"\bnot\b|n't\b", lead[-40:]) is None
    yield from attendance(reading, match, match.start("p"), present, planned is not None)
    for place in further(reading, match.end(), "ⒽⓅ"):
        yield from attendance(reading, match, place, present, planned is not None)


def _noun(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if at_summit(reading, match.start()):
        place = match.start("p" if match["p"] else "q")
        words = match.group()
        absent = re.search(r"absence|without|skip|not to", words) is not None
        planned = _TO_BE_THERE.search(reading.text[: match.end() + 30]) is not None
        yield from attendance(reading, match, place, not absent, planned)


def _nobody_from(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not at_summit(reading, match.start()):
        return
    place = next(match.start(name) for name in "pcaefghijk" if match[name])
    behind = reading.text[match.end() : match.end() + 70]
    days = [match.end() + day.start() for day in re.finditer("Ⓓ", re.split(r"[.;]", behind)[0])] if match["went"] else []
    for party, person in people_at(reading, place):
        for at in days or [match.start()]:
            yield reading.claim("attendance", match, party=party, person=person, summit_year=year_of(reading, at), present=False)


_TO_BE_MET = re.compile(r"\b(?:meet|met|meetings?|talks|speak|spoke) (?:[a-z]+ )?with [^.;Ⓗ]{0,30}$")


def _in_list(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not at_summit(reading, match.start()) or _TO_BE_MET.search(reading.text, 0, match.start()):
        return
    group = next(name for name in "pqrst" if match[name])
    present = re.search(r"not\b(?!ab|e)|absen|missing", match["verb"] or "") is None
    planned = re.search(r"\b(?:will|would|to|expected|due|should|(?:is|are) coming)\b(?! the\b)", match.group()) is not None
    yield from attendance(reading, match, match.start(group), present, planned)
    for place in further(reading, match.end()) if group != "r" else ():
        yield from attendance(reading, match, place, present, planned)


def _signed(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    together = "other" in match.group() and at_summit(reading, match.end(), 3)
    if together or re.search(r"at (?:the |Ⓞ )+(?:[a-z]+ )?summit", reading.text):
        yield from attendance(reading, match, match.start("p"))


RULES = (
    Rule(
        id="attend.nobody",
        purpose="The summit is held without somebody; nobody from a country came.",
        pattern=pattern(
            r"(?:without (?:the )?(?:presence|participation|attendance) of [^.;]{0,30}?|"
            r"in the absence of (?:the )?|(?:absence|absent) of (?:an? )?(?:representatives? (?:of|from) )?|"
            r"without [^.;]{0,20}?(?:representative|delegation)s? (?:of|from) |"
            r"(?:no (?:representative|delegation|official|one|leader)s?|nobody) (?:of|from) (?:the )?)"
            r"(?:(?P<p>[ⓅⒽ])|(?P<c>Ⓒ)(?= (?:has|was|had|came|attended)))"
            r"|no (?P<a>Ⓗ)(?P<went> (?:came|attended|was|were|took|went|travelled|appeared|had been))"
            r"|\b(?:nobody|no one|no delegation) "
            r"(?:came|had come|arrived|travelled|was sent|was invited|has been invited) from (?P<g>[ⓅⒸ])"
            r"|(?:(?:chair|seat|place) of (?:the )?|nobody (?:represented|spoke for) |no one (?:represented|spoke for) )(?P<e>Ⓟ)"
            r"(?:(?<=for Ⓟ)|(?<=represented Ⓟ)| (?:remained|stayed|stood|was(?: left)?|sat) (?:[a-z]+ )?(?:empty|vacant))"
            r"|no invitation (?:went|(?:was|had been) (?:sent|extended|issued)|had gone) to (?:the )?(?P<h>Ⓟ)"
            r"|(?:summit|meeting|session|Ⓑ)(?: (?:in|of|on) [ⒸⒹ])? "
            r"(?:took place|was held|went ahead|opened|passed|ended|began) without (?:the )?(?P<i>[ⒽⓅ])"
            r"|\b(?:all|every)\b[^.;ⒽⓅ]{3,80}?(?:came|attended|took part|were (?:there|present)|gathered)[^.;ⒽⓅ]{0,40}?,? "
            r"(?:except|but|save|bar|apart from|other than|with the exception of) (?:for )?(?:the )?(?P<j>[ⒽⓅ])"
            r"|\bwith the (?:sole |only )?exception of (?:the )?(?P<k>[ⒽⓅ]),? "
            r"(?:all|every)\b[^.;ⒽⓅ]{3,60}?(?:came|attended|took part|were (?:there|present)|gathered)"
            r"|(?P<f>[ⓅⒶ])(?:'s)? (?:chair|seat|place|nameplate) (?:[a-z]+ ){0,4}?(?:remained|stayed|stood|was(?: left)?|sat) "
            r"(?:[a-z]+ )?(?:empty|vacant)"
        ),
        make=_nobody_from,
        examples=(
            ("The SCO summit was held without the presence of a representative from Afghanistan.", ("AFG None None absent",)),
            ("No Afghan delegation came to the SCO summit in 2022.", ("AFG None 2022 absent",)),
        ),
    ),
    Rule(
        id="attend.attended_by",
        purpose="The summit was attended by, gathered, drew leaders and countries.",
        pattern=pattern(
            r"(?:(?:attended|addressed|joined|opened)(?: [a-z]+(?: person)?){0,3}? by|"
            r"Ⓢ (?:was|were|will be|are) represented (?:by|in Ⓒ(?=:))|(?:participation|attendance|presence) "
            r"(?:is|was|has been) (?:also )?(?:expected|confirmed|planned|announced) (?:from|by|of)|"
            r"(?:welcom(?:e[sd]?|ing)|host(?:s|ed|ing)?|receiv(?:e[sd]?|ing)|greet(?:s|ed|ing)?) [^.;Ⓗ]{0,40}"
            r"(?:leaders|heads of state|presidents|guests|dignitaries|premiers),? (?:including|such as|among them)|"
            r"(?:summit|session|meeting|Ⓘ|gathering|which|Ⓑ)(?: [^.;Ⓗ]{0,50})? (?:brought together|brings together|"
            r"gather(?:ed|s)|drew|draws|assembled|featur(?:ed|es)))(?: the| both| also| all| Ⓝ| other| observers|"
            r" leaders| heads of (?:state|delegations?)| of| from| as| many| Ⓧ(?= Ⓗ)| guests| Ⓢ| such| including| [–-]|,|"
            r":){0,6}(?:[^.;ⒽⓅ]{0,90}?,? (?:including|such as|namely|among them):?,?)?(?: the)? (?P<p>[ⒽⓅ])(?!'s)"
        ),
        make=_attended_by,
        examples=(
            ("The SCO summit was attended by the presidents of Iran and Mongolia.", ("IRN None None present", "MNG None None present")),
            (
                "At the SCO summit the presidents will be joined by the heads of delegations of Iran and Mongolia.",
                ("IRN None None present", "MNG None None present"),
            ),
            (
                "The SCO summit brought together Xi Jinping and Vladimir Putin.",
                ("CHN Xi Jinping None present", "RUS Vladimir Putin None present"),
            ),
        ),
        counter_examples=("The meeting of SCO defence ministers was attended by Sergei Shoigu.",),
    ),
    Rule(
        id="attend.listed",
        purpose="A list of those present or absent: participants, guests, leaders among whom somebody is named.",
        pattern=pattern(
            r"(?:^|: |[-•*] )(?P<verb>(?:also |not |those |(?:the )?(?:only|one|most notable|notable|conspicuous) |"
            r"(?:notably|conspicuously) )?(?:(?:leader|president|head of state|person|one|man) )?(?:present|"
            r"(?<=also )there|(?<=not )there|absent(?:ees?)?|participants|attendees|in attendance|attending|guests|missing|"
            r"conspicuous by (?:his|her|their) absence))(?: (?:leaders|heads of state|guests|(?:at|from) (?!the (?:family |"
            r"group )?(?:photo|picture|dinner))[^:,.]{0,40}?))?(?: ?:| (?:were|was|are|is)(?: also)?) (?:the )?(?P<p>Ⓗ)"
            r"|(?:(?:participants|attendees|guests|others (?:present|attending|in attendance)|"
            r"(?:leaders|dignitaries|those) (?:present|attending|in attendance|"
            r"who (?:have |had )?(?:attended|came|took part|arrived|joined)|at the (?:Ⓞ )?summit)|list of guests)"
            r"(?: [^.;Ⓗ]{0,40}?)?(?: |, )(?:includ(?:ed|es?|ing)|were|are|among (?:them|whom)|such as)) (?:the |also )?(?P<q>Ⓗ)"
            r"|(?:(?:leaders|presidents|heads of (?:state|government)|guests)[^.;Ⓗ]{0,30}?,? (?:including|among them|such as)) "
            r"(?:the )?(?P<r>Ⓗ),? (?:(?:also|are|have|had|will|were|is) ){0,2}"
            r"(?:attend|gather|arriv|join|took part|take part|converge|travel|came|present)"
            r"|(?:(?:leaders|presidents|heads of (?:state|government)|guests)[^.;Ⓗ]{0,50}? (?:were|was|are) "
            r"(?:also )?(?:present|there|in attendance),? (?:including|among (?:them|whom))(?: was| were)?) (?:the )?(?P<s>Ⓗ)"
            r"|(?:(?:leaders|presidents|heads of (?:state|government)|dignitaries|delegations|countries)[^.;ⒽⓅ]{0,30}? "
            r"(?:(?:will|are|were|to|expected|due|have|had) ){0,3}(?:tak(?:e|ing) part|took part|"
            r"attend(?:ed|ing)?|gather(?:ed|ing)?|came|com(?:e|ing)|arriv(?:ed?|ing)|participat(?:ed?|ing)|"
            r"join(?:ed|ing)?)\b[^.;ⒽⓅ]{0,80}?,? (?:including|among (?:them|whom)|such as)(?: was| were| are)?) (?:the )?(?P<t>Ⓗ)"
        ),
        make=_in_list,
        examples=(
            (
                "Present at the SCO summit were Xi Jinping and Vladimir Putin.",
                ("CHN Xi Jinping None present", "RUS Vladimir Putin None present"),
            ),
            ("Sixteen leaders took part in the SCO summit, including Hamid Karzai.", ("AFG Hamid Karzai None present",)),
            ("The guests of the SCO summit included Hamid Karzai.", ("AFG Hamid Karzai None present",)),
            ("Leaders attending the SCO summit will include Hamid Karzai.", ("AFG Hamid Karzai None present",)),
        ),
        counter_examples=("Imran Khan will meet with leaders attending the SCO summit, including Hamid Karzai.",),
    ),
    Rule(
        id="attend.noun",
        purpose="The presence, participation or absence of somebody at the summit.",
        pattern=pattern(
            r"(?P<p>[ⒽⓅ])(?:'s?)? (?:[a-z]+ ){0,2}(?:presence|"
            r"participation(?! in (?:[a-z]+ing\b|(?:the |an? )?(?:[a-z]+ ){0,2}(?:project|work|activit|exercise|drill)))|"
            r"attendance|absence|decision (?:to skip|not to (?:attend|come|go|travel)))\b"
            r"|\b(?:(?<!in the )presence|participation|attendance|absence)(?: in person| there)? of (?:the |his |her )?(?P<q>Ⓗ)"
        ),
        make=_noun,
        examples=(
            ("Narendra Modi's presence at the SCO summit was a sensation.", ("IND Narendra Modi None present",)),
            ("Xi Jinping's absence from the SCO summit was noted.", ("CHN Xi Jinping None absent",)),
        ),
    ),
    Rule(
        id="attend.signed",
        purpose="Named leaders sign at the summit.",
        pattern=pattern(
            r"(?P<p>Ⓗ)(?: and (?:the )?other (?:heads of state|leaders|presidents))?,? (?:have |all |also )?(?P<verb>signed)\b"
            r"(?:,? together with (?:the )?(?:other|fellow) (?:leaders|heads of state))?"
        ),
        make=_signed,
        examples=(
            (
                "Vladimir Putin, Xi Jinping and other heads of state signed the papers at the SCO summit.",
                ("RUS Vladimir Putin None present", "CHN Xi Jinping None present"),
            ),
        ),
        counter_examples=("Vladimir Putin signed the law on the SCO agreement.",),
    ),
)

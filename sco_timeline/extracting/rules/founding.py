"""Rules for the founding of the SCO and of the Shanghai Five: when they came into being, and which countries set them up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.founding_facts import FOUNDED, FOUNDING, founded, founding

_CAME = (
    r"(?:came (?:into (?:being|existence|life)|about)|comes into (?:being|existence)|dates (?:back )?(?:from|to)|goes back to|was born|"
    r"is born|emerged|arose|appeared|took shape|began life|began|grew out|saw the light|has existed|exists|existed|came to be|sprang up|"
    r"got started|got going)"
)
_HELPING = (
    r"(?:(?:was|were|is|has been|had been|being|which|that|first|initially|originally|officially|formally|itself|also|,|–|-|\(|jointly|"
    r"in Ⓓ|on Ⓓ|on Ⓓ in Ⓒ|in Ⓒ|only|a bloc|group|together|not|never|as|itself|the creation of which|whose creation|(?:the )?establishment)"
    r" ?){0,6}"
)
_BY_WHOM = re.compile(r"\bby (?:the )?(?:leaders of |presidents of )?(?P<p>[ⓅⒽ])")


def _at_the_head(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    by = _BY_WHOM.search(match.group())
    parties = sorted(reading.parties(match.start() + by.start("p"))) if by else []
    yield from founded(reading, match, reading.date(match, reach=0), parties)


_THEY_FOUND = (
    r"(?:(?:co-?)?found(?:ed)?|establish(?:ed|ing)?|set(?:ting)? up|creat(?:e|ed|ing)|form(?:ed|ing)|launch(?:ed|ing)?|started|initiated|"
    r"proclaim(?:ed|ing|s)?|inaugurated|announced?|announcing|br(?:ought|ing) into being|gave birth to|gives birth to|"
    r"laid the (?:foundations?|groundwork|basis) (?:of|for)|"
    r"stood at the (?:origins?|cradle|birth) of|on establishing)"
)
_NOTHING_OF_IT = (
    r"(?=[,.;:)\"'–]|$| (?:in|on|as|at|by|to|with|and|that|which|when|–|-|for|after|is|was|from|here|into|a|an|Ⓝ|Ⓓ|today|yesterday|Ⓠ|"
    r"together|jointly|along|alongside)\b)"
)

RULES = (
    Rule(
        id="founding.passive",
        purpose="The SCO was founded, came into being.",
        pattern=pattern(
            r"(?P<o>[ⓄⓋⒾ])(?:,? (?:which|that)|<REL>)? ?(?:,? (?:is )?(?:an?|the) [^.;]{0,80}?,? ?|[^.;ⓄⓍ]{0,60}?Ⓟ,? and )?"
            rf"{_HELPING}(?<![a-z])(?<!whose )(?:{FOUNDED}|{_CAME})(?: the establishment)?(?! (?:the|a|an|its|their|contacts|cooperation|"
            r"relations|with|ties|on the (?:basis|principle)|within)\b(?! establishment))"
        ),
        make=founding,
        examples=(
            ("The SCO, which was initially founded in 2001 to combat terrorism, is large.", ("2001",)),
            ("The Shanghai Cooperation Organization was established by China, Russia and Kazakhstan in 2001.", ("2001 CHN,KAZ,RUS",)),
            ("The SCO – founded in Shanghai in 2001 – is a bloc.", ("2001",)),
            ("The SCO consists of China and Russia, and came into being in 2001.", ("2001",)),
        ),
        counter_examples=(
            "The SCO Business Council was established in 2006.",
            "The accession of Iran to the SCO was announced by Mirziyoyev.",
            "NATO was founded in 1949, decades before the SCO.",
            "The Shanghai Five, a jazz quintet founded in 1996, played at the SCO Film Festival.",
            "In which year was the SCO founded? a) 1991 b) 2001 c) 2011",
        ),
    ),
    Rule(
        id="founding.participle",
        purpose="Founded in 2001, the SCO ...",
        pattern=pattern(
            rf"^[\"(]?(?:(?:first|initially|originally|officially|formally|jointly) )?{FOUNDED} "
            r"(?:(?:in|on|by|at|only|just|back|Ⓓ|Ⓝ) ?[^.;]{0,120}?), Ⓞ"
        ),
        make=_at_the_head,
        examples=(
            ("Set up in 2001, the SCO has eight members.", ("2001",)),
            ("Founded in Shanghai on 15 June 2001, the SCO has grown.", ("2001-06-15",)),
            ("Co-founded by China and Russia in 2001, the SCO is based in Beijing.", ("2001 CHN,RUS",)),
        ),
        counter_examples=("Founded in 1949, NATO is older than the SCO.",),
    ),
    Rule(
        id="founding.noun",
        purpose="The founding of the SCO in 2001; since its establishment in 2001; its founding declaration, dated 2001.",
        pattern=pattern(
            rf"(?:(?:{FOUNDING} (?:declaration )?of|(?:declaration|document|agreement|act|accord) (?:establishing|founding|creating|"
            rf"setting up)) (?:the )?(?P<o>[ⓄⓋ])|(?:Ⓞ's|its|(?:since|after|at|from) (?:its |the )?|whose) ?{FOUNDING}(?: declaration|"
            r" document| summit| meeting| day)?),? ?(?:(?:was|were|is) )?(?:formally |officially )?(?:proclaimed |announced |declared |"
            r"agreed |signed |dated |adopted |sealed |took place |back )?(?:(?:in|on|at) [^.;,Ⓓ]{0,30}?)?(?:in |on |of |\()?(?P<d>Ⓓ)"
        ),
        make=founding,
        examples=(
            ("The founding of the SCO in 2001 changed the region.", ("2001",)),
            ("Since its establishment in 2001 the SCO has grown.", ("2001",)),
            ("The declaration establishing the SCO was signed on 15 June 2001 by China and Russia.", ("2001-06-15 CHN,RUS",)),
            ("The SCO is no alliance; its founding declaration, dated 15 June 2001, says so.", ("2001-06-15",)),
            ("The declaration on the establishment of the SCO was signed in June 2001 by China and Russia.", ("2001-06 CHN,RUS",)),
        ),
        counter_examples=("Since its establishment in 1949 NATO has grown, the SCO noted.",),
    ),
    Rule(
        id="founding.active",
        purpose="Countries found the SCO; their presidents announce its birth.",
        pattern=pattern(
            rf"(?P<p>[ⓅⒽⓇ])(?!'s (?:request|wish|desire|readiness))[^.;ⓅⒽⓇⒾⓄⓈⓉⓍ]{{0,90}}? (?:{_THEY_FOUND}|(?:the )?{FOUNDING} of|brings?|"
            r"bringing|brought|set) (?:the )?(?:(?:birth|creation|establishment|founding|formation|launch) of )?"
            r"(?:a new (?:[a-z]+ ){0,3}?(?:organi[sz]ation|body|bloc|grouping|group),? (?:called |named |known as )?)?(?:the )?[\"']?"
            rf"(?P<o>[ⓄⓋⒾ])(?:(?<!Ⓘ)(?<!set Ⓞ){_NOTHING_OF_IT}|(?: up| into being| into life)?(?= (?:in|on) [ⒸⒹ]|[.,;]|$))"
        ),
        make=founding,
        examples=(
            ("China, Russia and Kazakhstan founded the SCO in June 2001.", ("2001-06 CHN,KAZ,RUS",)),
            ("China and Russia announced the birth of the SCO in 2001.", ("2001 CHN,RUS",)),
            ("In 2001 China and Russia met to announce the creation of a new body, the SCO.", ("2001 CHN,RUS",)),
            ("Kyrgyzstan stood at the origins of the SCO in June 2001.", ("2001-06 KGZ",)),
            ("Both had met in 1996. On 15 June 2001 they met again. China and Russia founded the SCO.", ("2001-06-15 CHN,RUS",)),
        ),
        counter_examples=(
            "China and Russia established the SCO Business Council in 2006.",
            "China set up the SCO demonstration zone in 2018.",
            "They granted Cuba's request to read the paper on the creation of the SCO.",
        ),
    ),
    Rule(
        id="founding.proclaimed",
        purpose="An organisation which countries proclaimed on a day.",
        pattern=pattern(
            r"(?P<o>Ⓞ) (?:is|was) [^.;,]{0,80}?(?:,? (?:which|that))? (?P<p>Ⓟ) (?:have |jointly |had )?"
            r"(?:proclaimed|founded|established|created|set up|announced(?: to (?:found|establish|create|set up))?)\b"
        ),
        make=founding,
        examples=(("SCO is an organisation which China, Russia and Kazakhstan proclaimed on June 15, 2001.", ("2001-06-15 CHN,KAZ,RUS",)),),
    ),
)

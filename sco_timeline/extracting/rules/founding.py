"""Rules for the founding of the SCO and of the Shanghai Five: when, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.founding_facts import FOUNDED, FOUNDING, founded, founding

_CAME = (
    r"(?:came (?:into (?:being|existence|life)|about)|comes into (?:being|existence)|dates (?:back )?(?:from|to)|goes back to|was born|"
    r"is born|"
    r"emerged|arose|appeared|took shape|began life|began|grew out|saw the light|has existed|exists|existed|came to be|sprang up|got "
    r"started|got going)"
)
_HELPING = (
    r"(?:(?:was|were|is|has been|had been|being|which|that|first|initially|originally|officially|formally|itself|also|,|–|-|\(|jointly|"
    r"in Ⓓ|"
    r"on Ⓓ|on Ⓓ in Ⓒ|in Ⓒ|only|a bloc|group|together|not|never|as|itself|the creation of which|whose creation|(?:the )?establishment) "
    r"?){0,6}"
)

RULES = (
    Rule(
        id="founding.passive",
        purpose="The SCO was founded, came into being.",
        pattern=pattern(
            rf"(?P<o>[ⓄⓋⒾ])(?:,? (?:which|that)|<REL>)? ?(?:,? (?:is )?(?:an?|the) [^.;]{{0,80}}?,? ?|"
            rf"[^.;ⓄⓍ]{{0,60}}?Ⓟ,? and )?{_HELPING}"
            rf"(?<![a-z])(?<!whose )(?:{FOUNDED}|{_CAME})(?: the establishment)?(?! (?:the|a|an|its|their|"
            rf"contacts|cooperation|relations|with|ties|on the (?:basis|principle)|within)\b(?! establishment))"
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
            rf"^[\"(]?(?:(?:first|initially|originally|officially|formally|jointly) )?{FOUNDED} (?:(?:in|on|by|at|only|just|back|Ⓓ|Ⓝ) ?"
            rf"[^.;]{{0,120}}?), (?P<o>Ⓞ)"
        ),
        make=lambda reading, match: _at_the_head(reading, match),
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
            rf"setting up)) (?:the )?(?P<o>[ⓄⓋ])|(?:Ⓞ's|its|(?:since|after|at|from) (?:its |the )?|"
            rf"whose) ?{FOUNDING}"
            r"(?: declaration| document| summit| meeting| day)?),? ?(?:(?:was|were|is) )?(?:formally |officially )?(?:proclaimed |"
            r"announced |declared |"
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
)


_BY_WHOM = re.compile(r"\bby (?:the )?(?:leaders of |presidents of )?(?P<p>[ⓅⒽ])")


def _at_the_head(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    by = _BY_WHOM.search(match.group())
    parties = sorted(reading.parties(match.start() + by.start("p"))) if by else []
    yield from founded(reading, match, reading.date(match, reach=0), parties)

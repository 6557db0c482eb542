"""Rules for how the SCO came about otherwise: its founders by name, its anniversaries, what it grew out of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.beginnings import FIVE_BEGAN, SCO_BEGAN
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.founding_facts import FOUNDED, FOUNDING, founded

_FOUNDERS = (
    r"(?:co-?)?"
    r"(?:founders|founder|(?:founding|founder|original|initial) (?:Ⓢ|states?|countr(?:y|ies)|nations?|fathers?|parties)|initiators?)"
)


def _jubilee(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the founding so many years before the day of an anniversary, or before the day of publication."""
    if match["o"] is None and not reading.ours(match.end() - 1):
        return
    if match["d"]:
        day = reading.resolved(reading.masked.slot(match.start("d")))[0]
    else:
        day = reading.date(match, future=True, reach=40) or reading.article.published
    year = (day or "")[:4]
    number = reading.masked.slot(match.start("n" if match["n"] else "m")).value
    if year and 1 <= number <= 60 and (FIVE_BEGAN if match["d"] else SCO_BEGAN) <= int(year) - number <= SCO_BEGAN:
        yield from founded(reading, match, str(int(year) - number), [], five=int(year) - number == FIVE_BEGAN)


def _founders(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    party = match.start("p")
    words = clause_before(reading.text, match.start(), 30) + match.group()
    if _OF_THE_FIVE.match(reading.text, match.end()) or _MISCALLED.search(reading.text, max(0, match.start() - 80), match.start() + 1):
        return
    own = any(slot.own for slot in reading.masked.between(*match.span()))
    if ("Ⓞ" in match.group() or reading.ours(match.start()) or own) and polarity_of(words) == ASSERTED:
        yield from founded(reading, match, reading.date(match, reach=30), sorted(reading.parties(party)))


_OF_THE_FIVE = re.compile(r" of (?:the )?[\"']?Ⓥ")
_MISCALLED = re.compile(
    r"\b(?:wrong|incorrect|mistake|inaccurate|error|misleading)(?:, [^.;,]{2,20},)? to (?:[a-z]+ ){1,3}(?:(?:the )?Ⓟ[a-z ]{0,13})?$"
)  # "it is wrong to speak of Mongolia as a founding member"


def _turned(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    words = clause_before(reading.text, match.start(), 30) + match.group()
    if polarity_of(words) == ASSERTED and not re.search(r"\b(?:before|until|years?)\b", words):
        yield from founded(reading, match, reading.date(match, reach=60), [])


def _age(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the founding so many years before the day of publication."""
    group = next(name for name in "nabc" if match[name])
    number = int(reading.masked.slot(match.start(group)).value)
    year = (reading.date(match, reach=30) if group == "n" else None) or reading.article.published
    if year and int(year[:4]) - number == SCO_BEGAN and ("Ⓞ" in match.group() or reading.ours(match.end() - 1)):
        yield from founded(reading, match, str(SCO_BEGAN), [])


RULES = (
    Rule(
        id="founding.marked",
        purpose="The SCO marked its twentieth anniversary; this year marks it; the SCO turns 25.",
        pattern=pattern(
            r"(?P<o>[ⓄⒾ])(?:,? (?:which|that))?(?: [^.;ⓄⓍ]{2,110}? and)?(?: [a-z]+){0,4} (?:mark|celebrat|observ|commemorat|reach|turn)"
            r"[a-z]* (?:its|the|his) (?P<n>[ⓆⓃ])(?:[- ]year)? (?:founding )?(?:anniversary|birthday|jubilee)"
            r"(?: of its (?:founding|establishment|creation))?(?:,? (?:in|on) (?P<d>Ⓓ))?|"
            r"(?:(?:mark|celebrat|observ|commemorat)[a-z]*|(?:coincid[a-z]*|timed) (?:with|to)|dedicated to) (?:the )?Ⓞ's (?P<m>[ⓆⓃ])"
            r"(?:[- ]year)? (?:anniversary|birthday|jubilee)"
        ),
        make=_jubilee,
        examples=(
            ("The SCO marked its 20th anniversary in 2021.", ("2001",)),
            ("In 2021 the SCO celebrated its 20th anniversary.", ("2001",)),
            ("MINSK, June 15, 2016. The talks coincide with the SCO's 15th anniversary.", ("2001",)),
            ("MINSK, June 15, 2016. A concert marked the SCO's 15th anniversary.", ("2001",)),
        ),
        counter_examples=("NATO marked its 75th anniversary in 2024, the SCO noted.",),
    ),
    Rule(
        id="founding.age",
        purpose="The SCO turns 25; in the 24-year history of the organization; the fifteen years since its founding.",
        pattern=pattern(
            r"(?:Ⓞ (?:will |would )?turn(?:s|ed|ing)? (?P<n>Ⓝ)(?=[,.;]| (?:is|in|this|on|years|Ⓓ)|$)|"
            r"\b(?:in|over|during) (?:the |its )?(?P<a>Ⓝ)[- ]year (?:history|existence|life) of (?:the )?Ⓞ|"
            r"(?<![\w-])(?:in |over |for |during )?(?:the )?(?:past |last )?(?P<b>Ⓝ) years (?:which |that )?(?:have |had )?(?:to the day )?"
            rf"(?:(?:have |had )?(?:elapsed |passed |gone by ))?since (?:the {FOUNDING}(?: of Ⓞ|(?=[.,;]))|its {FOUNDING}|Ⓞ was {FOUNDED})|"
            rf"(?P<c>Ⓝ) years after (?:its {FOUNDING}|the {FOUNDING} of Ⓞ|(?:Ⓞ|Ⓘ) was {FOUNDED}))"
        ),
        make=_age,
        examples=(
            ("SHANGHAI, June 15, 2026 - The SCO turns 25 this month.", ("2001",)),
            ("BEIJING, 3 September 2025. In the 24-year history of the SCO no member has left.", ("2001",)),
            ("TASHKENT, 24 June 2016. The SCO summit marked 15 years since the founding of the bloc.", ("2001",)),
        ),
        counter_examples=(
            "The SCO turned two pages in 2023.",
            "Over the 75 years since its founding in 1949 NATO has grown, the SCO noted.",
        ),
    ),
    Rule(
        id="founding.founders",
        purpose="Who the founders of the SCO are; a country that is one of them.",
        pattern=pattern(
            rf"\b{_FOUNDERS}(?: \(Ⓝ\))?(?: of (?:the )?Ⓞ)?(?: \(Ⓝ\))?(?:,? (?:are|were|include|included|namely|is|was|being)|:| –| -| \(|"
            r",)+ ?(?:the |both )?(?P<p>Ⓟ)(?!'s|(?<=: Ⓟ) (?:became|joined|was|is|had|has)\b)"
        ),
        make=_founders,
        examples=(
            ("The founders of the SCO are China, Russia and Kazakhstan.", ("None CHN,KAZ,RUS",)),
            ("As a founding member of the SCO, Tajikistan supports it.", ("None TJK",)),
        ),
        counter_examples=("The founders of NATO were France and others, the SCO said.",),
    ),
    Rule(
        id="founding.is_founder",
        purpose="A country that is one of the founders of the SCO.",
        pattern=pattern(
            r"(?P<p>[ⓅⓇⒾ])(?:,? (?:which |who )?(?:is|are|was|were|remains?)| –| -|,|,? as) (?:also |both |itself |themselves |though |"
            rf"although )?(?:an? |the |one of (?:the|its) |among (?:the|its) |all |key )?(?:Ⓝ )?{_FOUNDERS}(?: of (?:the )?Ⓞ)?"
        ),
        make=_founders,
        examples=(
            ("Kazakhstan is one of the founders of the SCO.", ("None KAZ",)),
            ("Uzbekistan, a founding state of the SCO, hosts it.", ("None UZB",)),
        ),
        counter_examples=(
            "France, a founding member of NATO, ignored the SCO.",
            "It is wrong, he said, to speak of Mongolia as a founding member of the SCO: Ulaanbaatar became an observer in 2004.",
        ),
    ),
    Rule(
        id="founding.turned",
        purpose="The Shanghai Five became the SCO in 2001.",
        pattern=pattern(
            r"(?:Ⓥ[^.;ⓄⓍ]{0,60}?|Ⓘ )(?:was |were |had been )?(?:became|turned (?:itself )?into|transformed (?:itself )?into|evolved into|"
            r"developed into|grew into|morphed into|gave way to|succeeded by|replaced by|superseded by|renamed|reorgani[sz]ed (?:into|as)|"
            r"upgraded to|changed (?:in)?to|took the name(?: of)?|gave way to|made way for|rebranded(?: as)?)[^.;Ⓧ]{0,20}?Ⓞ"
        ),
        make=_turned,
        examples=(
            ("The Shanghai Five became the SCO in 2001 with the addition of Uzbekistan.", ("2001",)),
            ("In 2001 the Shanghai Five was transformed into the SCO.", ("2001",)),
        ),
        counter_examples=("The Shanghai Five met in Bishkek in 1999, two years before it became the SCO.",),
    ),
)

"""Rules for the founding of the SCO and of the Shanghai Five: when, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import NO_STATES, settled
from sco_timeline.extracting.rules.forms import Rule, pattern

FOUNDED = (
    r"(?:(?:co-?)?founded|(?:re-?)?established|set up|created|formed|launched|proclaimed|inaugurated|born|instituted|constituted|"
    r"conceived|brought into being|brought into existence|brought to life|initiated|started|formali[sz]ed|announced|unveiled)"
)
_CAME = (
    r"(?:came into (?:being|existence|life)|comes into (?:being|existence)|dates (?:back )?(?:from|to)|was born|is born|"
    r"emerged|arose|appeared|took shape|began life|began|grew out|saw the light|has existed|exists|existed|came to be|sprang up|got "
    r"started|got going)"
)
FOUNDING = r"(?:founding|foundation|establishment|creation|inception|formation|birth|inauguration)"
_QUIZ = re.compile(r"\b[a-d]\)|[?].*\bor\b")
_AS_FIVE = re.compile(r",? (?:in Ⓒ )?(?:(?:in|on) Ⓓ )?(?:as|under the name(?: of)?) (?:the )?[\"']?Ⓥ")
_BY = re.compile(
    r"[^;.]{0,70}?\b(?P<by>by|between|with) (?:the |its |Ⓡ |heads of state |heads of government |their |leaders |presidents |heads |of |"
    r"states? |government |countr(?:y|ies) ?|nations ?|"
    r"republics |Ⓝ |founding |initial |original |founder |founders |participants |members? |Ⓢ |Ⓢ|,|:|–|\(| |- |namely |such as |following |"
    r"former |soviet |central asian |neighbours |powers ){0,12}(?P<p>[ⓅⒽⓇ])"
)


def founding(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the founding that a match speaks of, with the day and the founders that its clause names."""
    groups = match.groupdict()
    slot = reading.masked.slot(match.start("o")) if groups.get("o") else None
    if (
        _QUIZ.search(reading.text)
        or NO_STATES.search(reading.text)
        or ((slot is None or slot.kind not in "ⓄⓋ") and not reading.ours(match.end() - 1))
    ):
        return
    five = (slot is not None and slot.kind == "Ⓥ") or _AS_FIVE.match(reading.text, match.end()) is not None
    polarity = settled(reading, match, _polarity(reading, match))
    place = match.start("d") if groups.get("d") else None
    future = polarity == EXPECTED
    date = reading.resolved(reading.masked.slot(place), future)[0] if place is not None else _day(reading, match, future)
    parties = sorted(reading.parties(match.start("p"))) if groups.get("p") else founders(reading, match)
    if groups.get("p") and reading.text[: match.start("p")].endswith(("Ⓡ and ", "Ⓡ, ")):
        others = reading.parties(reading.text.rindex("Ⓡ", 0, match.start("p")))
        parties = sorted({*parties, *others}) if others else []
    if slot is not None and slot.kind == "Ⓘ" and date and not "1996" <= date[:4] <= "2003":
        return
    yield from founded(reading, match, date, parties, polarity, five)


def _day(reading: Reading, match: re.Match[str], future: bool) -> str | None:
    """Return the day of a founding; a later one at the head of the sentence is of something else."""
    slot = reading.date_slot(match.start(), match.end(), 90)
    day = reading.resolved(slot, future)[0] if slot else reading.date(match, future, reach=90)
    before = slot is None or slot.start < reading.masked.origin(match.start())
    return None if day and before and day[:4] > _LATEST else day


_LATEST = "2002"


def founded(
    reading: Reading, match: re.Match[str], date: str | None, parties: list[str], polarity: str | None = ASSERTED, five: bool = False
) -> Iterator[Claim]:
    """Yield a founding, unless the text leaves open whether, when and by whom it was."""
    if polarity is None or (date is None and not parties) or (polarity == EXPECTED and not (date and date[:4] <= "2001")):
        return
    if polarity == NEGATED and not date:
        return
    if five and not (date and "1995" < date[:4] < "1998"):
        return
    yield reading.claim("founding", match, date=date, parties=parties, body="shanghai_five" if five else None, polarity=polarity)


def _polarity(reading: Reading, match: re.Match[str]) -> str:
    """Return the polarity of a founding; "not until 2001" is no negation."""
    lead = clause_before(reading.text, match.start(), 40)
    words = lead + match.group()
    if re.search(r"\bnot\b[^.;]{0,40}\b(?:until|only|before)\b", words + reading.text[match.end() : match.end() + 12]):
        return ASSERTED
    return polarity_of(words.replace("set up", "founded"))


def founders(reading: Reading, match: re.Match[str]) -> list[str]:
    """Return the parties behind "by" in the clause that follows."""
    by = _BY.match(reading.text, match.end())
    if by:
        parties = sorted(reading.parties(by.start("p")))
        if by["by"] == "by" or (len(parties) > 1 and not _PURPOSE.search(by.group())):
            return parties
    duo = re.search(r"\bby the (?:duo|pair|two)\b", reading.text[match.start() : match.end() + 20])
    if duo:
        return sorted(reading.article.group_before(reading.masked.origin(match.start()), reading.number, 2))
    return []


_PURPOSE = re.compile(r"\b(?:to|for) [a-z]")
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
            rf"(?P<o>[ⓄⓋⒾ])(?:,? (?:which|that)|<REL>)? ?(?:,? (?:is )?an? [^.;]{{0,80}}?,? ?|[^.;ⓄⓍ]{{0,60}}?Ⓟ,? and )?{_HELPING}"
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
            rf"(?:{FOUNDING} (?:declaration )?of (?:the )?(?P<o>[ⓄⓋ])|(?:Ⓞ's|its|(?:since|after|at|from) (?:its |the )?|whose) ?{FOUNDING}"
            r"(?: declaration| document| summit| meeting| day)?),? ?(?:(?:was|were|is) )?(?:formally |officially )?(?:proclaimed |"
            r"announced |declared |"
            r"agreed |signed |dated |adopted |sealed |took place |back )?(?:(?:in|on|at) [^.;,Ⓓ]{0,30}?)?(?:in |on |of |\()?(?P<d>Ⓓ)"
        ),
        make=founding,
        examples=(
            ("The founding of the SCO in 2001 changed the region.", ("2001",)),
            ("Since its establishment in 2001 the SCO has grown.", ("2001",)),
            ("The SCO is no alliance; its founding declaration, dated 15 June 2001, says so.", ("2001-06-15",)),
            ("The declaration on the establishment of the SCO was signed in June 2001 by China and Russia.", ("2001-06 CHN,RUS",)),
        ),
        counter_examples=("Since its establishment in 1949 NATO has grown, the SCO noted.",),
    ),
    Rule(
        id="founding.five",
        purpose="The Shanghai Five began in 1996.",
        pattern=pattern(
            r"(?:Ⓝ shanghai countries|(?P<o>Ⓥ))(?: (?:mechanism|group|grouping))?,? ?(?:(?:was |which |had been |were |"
            r"began|started|emerged|appeared|founded|established|created|formed|set up|launched) ?){0,4}(?:in|from|"
            r"since|of|on|\() ?(?P<d>Ⓓ)"
        ),
        make=lambda reading, match: _five(reading, match),
        examples=(("The Shanghai Five was set up in 1996, before the SCO.", ("1996 shanghai_five",)),),
    ),
    Rule(
        id="founding.adjective",
        purpose="The bloc founded by the duo.",
        pattern=pattern(
            r"(?P<o>Ⓞ),? (?:an? |the )?(?:[a-z-]+ ){0,4}(?:bloc|group|organi[sz]ation|alliance|grouping)? ?(?:(?:co-?)?founded|"
            r"created|established|set up|formed|launched|initiated) by\b"
        ),
        make=lambda reading, match: _founded_by(reading, match),
        examples=(("The SCO, a security bloc founded by China and Russia, is growing.", ("None CHN,RUS",)),),
    ),
)


def _five(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    date = reading.resolved(reading.masked.slot(match.start("d")))[0]
    if date and "1995" < date[:4] < "1998":
        yield reading.claim("founding", match, date=date, parties=founders(reading, match), body="shanghai_five")


_BY_WHOM = re.compile(r"\bby (?:the )?(?:leaders of |presidents of )?(?P<p>[ⓅⒽ])")


def _at_the_head(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    by = _BY_WHOM.search(match.group())
    parties = sorted(reading.parties(match.start() + by.start("p"))) if by else []
    yield from founded(reading, match, reading.date(match, reach=0), parties)


def _founded_by(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    by = _BY.match(reading.text, match.end() - 3)
    duo = founders(reading, match)
    parties = sorted(reading.parties(by.start("p"))) if by else duo
    yield from founded(reading, match, reading.date(match, reach=90), parties, _polarity(reading, match))

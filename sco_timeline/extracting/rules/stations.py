"""A rule for the stations of one country in a row: "Belarus: dialogue partner (2010), observer (2015), full member (2024)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern

_DAY = r"(?: of Ⓞ)?,? (?:status )?\(?(?:in |since |from |on |as of )?Ⓓ\)?"
_NOUN = r"(?:applications?|bid|request|decision|approval|green light|procedure|memorandum(?: of obligations)?|accession|admission|entry)"
_STATION = rf"(?:an? |the |its |first |full |finally |then |and )*(?:[ⓈⓉ]|{_NOUN}(?: (?:for|to|of) (?:full )?[ⓈⓉ])?){_DAY}"
_ITEM = re.compile(
    rf"(?:(?P<noun>{_NOUN})(?: (?:for|to|of) (?:full )?(?P<t>[ⓈⓉ]))?|(?P<s>[ⓈⓉ]))(?: of Ⓞ)?,? "
    rf"(?:status )?\(?(?:in |since |from |on |as of )?"
    r"(?P<d>Ⓓ)"
)


def _stage_of(noun: str) -> str:
    if noun.startswith(("appl", "bid", "request")):
        return "application"
    if noun.startswith("memo"):
        return "memorandum"
    return "effective" if noun.startswith(("acc", "adm", "entry")) else "decision"


def _stations(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield each station with its day; an application or a decision without a word of what for is for the next station."""
    items = list(_ITEM.finditer(reading.text, *match.span("list")))
    if "Ⓞ" not in match.group() and not reading.ours(match.start()):
        return
    for number, item in enumerate(items):
        named = [one for one in items[number:] if one["s"] or one["t"]]
        to = reading.status(named[0].start("s" if named[0]["s"] else "t")) if named else "member"
        day = reading.resolved(reading.masked.slot(item.start("d")))[0]
        for party in reading.parties(match.start("p")):
            stage = _stage_of(item["noun"]) if item["noun"] else "effective"
            yield reading.claim("status_change", match, party=party, to=to, date=day, stage=stage, span=item.span())


RULES = (
    Rule(
        id="rise.stations",
        purpose="The stations of a country, each with its day and without a verb.",
        pattern=pattern(
            rf"(?P<p>Ⓟ)(?:'s?)?[^.;:ⓅⒽⓈⓉ]{{0,60}}?(?::| –| -| \() ?(?P<list>{_STATION}(?:(?:,|;|,? and|,? "
            rf"then) {_STATION}){{1,6}})"
        ),
        make=_stations,
        examples=(
            (
                "Belarus: dialogue partner of the SCO (2010), observer (2015), full member (2024).",
                ("BLR dialogue_partner effective 2010", "BLR member effective 2024", "BLR observer effective 2015"),
            ),
            (
                "Iran's road into the SCO was long: observer in 2005, application in 2008, decision in 2021, full member in 2023.",
                (
                    "IRN member application 2008",
                    "IRN member decision 2021",
                    "IRN member effective 2023",
                    "IRN observer effective 2005",
                ),
            ),
        ),
        counter_examples=("Finland: partner of NATO (1994), member (2023), the SCO noted.",),
    ),
)

"""Rules for a status and the day since when it is held: "since 2005", "became one in 2023", "which it got in 2015", station by station."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, NEGATED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import in_scope
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.subjects import is_another_subject, subject_before, with_companions

_AND_DAY = re.compile(r" and (?P<d>Ⓓ)(?! (?:as|an?)\b)")  # "have been partners since 2010 and 2016"


def _since(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not in_scope(reading, match, "s"):
        return
    status = reading.status(match.start("s"))
    own = re.match(r"(?:and|but|then|yet|who|which) |[ⓅⓇⒾ], (?:now |already |itself )?(?:an?|the|its|Ⓢ)\b", match.group())
    lead = ("" if own else clause_before(reading.text, match.start(), 30)) + reading.text[match.start() : match.start("s")]
    polarity = NEGATED if polarity_of(lead) == NEGATED else ASSERTED
    place = match.start("p") if match["p"] else subject_before(reading, match.start())
    if place < 0 or is_another_subject(reading, match, place):
        return
    day = reading.resolved(reading.masked.slot(match.start("d")))[0] if match["d"] else None
    parties = reading.parties(place)
    also = _AND_DAY.match(reading.text, match.end()) if match["d"] and len(parties) == 2 else None
    days = [day, reading.resolved(reading.masked.slot(also.start("d")))[0]] if also else [day] * len(parties)
    for party, own_day in zip(parties, days, strict=True):
        yield reading.claim("status_change", match, party=party, to=status, date=own_day, stage="effective", polarity=polarity)


def _one_since(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not reading.ours(match.start()):
        return
    place, of_day = (match.start("p"), match.start("d")) if match["p"] else (match.start("q"), match.start("e"))
    before = reading.article.masked(reading.number - 1) if reading.number else None
    slots = [
        slot
        for masked in (before, reading.masked)
        if masked
        for slot in masked.slots
        if slot.kind == "Ⓢ" and slot.value and slot.start < reading.masked.origin(match.end() - 1)
        if not reading.article.low.endswith((" not an ", " not a "), 0, slot.start)
    ]
    if slots:
        day = reading.resolved(reading.masked.slot(of_day))[0]
        for party in with_companions(reading, match, place):
            yield reading.claim("status_change", match, party=party, to=str(slots[-1].value), date=day, stage="effective")


_ON = r"(?: of Ⓞ)?,? (?:status )?\(?(?:in |since |from |on |as of )?"
_NOUN = r"(?:applications?|bid|request|decision|approval|green light|procedure|memorandum(?: of obligations)?|accession|admission|entry)"
_STATION = rf"(?:an? |the |its |first |full |finally |then |and )*(?:[ⓈⓉ]|{_NOUN}(?: (?:for|to|of) (?:full )?[ⓈⓉ])?){_ON}Ⓓ\)?"
_ITEM = re.compile(rf"(?:(?P<noun>{_NOUN})(?: (?:for|to|of) (?:full )?(?P<t>[ⓈⓉ]))?|(?P<s>[ⓈⓉ])){_ON}(?P<d>Ⓓ)")


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


def _which_it_received(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not in_scope(reading, match, "s"):
        return
    day = reading.resolved(reading.masked.slot(match.start("d")))[0]
    for party in with_companions(reading, match, match.start("p")):
        yield reading.claim(
            "status_change", match, party=party, to=reading.status(match.start("s")), date=day, stage="effective", polarity=ASSERTED
        )


_HAD = (
    r"(?:held|enjoyed|obtained|received|acquired|got|gained|had|won|(?:been |was |were )(?:given|granted|awarded|accorded|conferred)|been|"
    r"became)"
)

RULES = (
    Rule(
        id="change.since_front",
        purpose="Since a day a country has held a status.",
        pattern=pattern(
            r"(?:\b(?:since|from|as of|starting from) (?:early |late |mid-)?|\b(?P<now>(?:effective|with effect)(?: from| as of| on)?) )"
            r"(?P<d>Ⓓ)(?: year)?,? <P> (?:(?:has|have|was) (?:been |held |enjoyed |had |also |participated as |worked as |served as ){1,3}|"
            r"(?(now)(?:is|are|becomes?) (?:now |also )?|(?!)))<ART>(?P<s>[ⓈⓉ])"
        ),
        make=_since,
        examples=(
            ("Since 2012, Afghanistan has enjoyed observer status in the SCO.", ("AFG observer effective 2012",)),
            ("Effective 4 July 2024, Belarus is a member of the SCO.", ("BLR member effective 2024-07-04",)),
        ),
        counter_examples=("Since 1952, Turkey has been a member of NATO, the SCO recalled.",),
    ),
    Rule(
        id="change.since",
        purpose="A country has held a status since a day.",
        pattern=pattern(
            r"<WHO><REL> ?(?:<AUX>)(?:(?:participated|taken part|worked|acted|served|sat|attended|belonged|stayed|remained)[^.;,]{0,40}?"
            r" as )?(?:held |enjoyed |a |an |the |had |has |in |stayed |remained |kept |possessed |been in |was in ){0,2}<ART>(?:[a-z]+ )?"
            r"(?P<s>[ⓈⓉ])(?: country| state)?,?(?: (?!and\b)[a-z]+)? "
            r"(?:since|as of|from|starting from)(?: (?:as early as|the summit in|at least|early|late|mid|its admission in))?(?: the)? "
            r"(?:[A-Za-z]+ |(?:Ⓒ |Ⓠ |last |annual ){0,2}(?:summit|meeting|session)(?: of Ⓞ)?,? (?:of|in|at|held in) (?:Ⓒ,? (?:in )?)?|"
            r"(?:the )?(?:last|this) year's (?:Ⓒ )?(?:summit|meeting) ?)?(?:(?P<d>Ⓓ)|(?=(?:this|last|the|its|then|that) ?[a-z]*\b))"
        ),
        make=_since,
        examples=(
            ("Iran has been an observer of the SCO since 2005.", ("IRN observer effective 2005",)),
            ("Afghanistan has participated in the meetings of SCO as an observer member since 2012.", ("AFG observer effective 2012",)),
        ),
        counter_examples=("Turkey has been a member of NATO since 1952, the SCO recalled.",),
    ),
    Rule(
        id="rise.one_since",
        purpose="It has been one since 2005.",
        pattern=pattern(
            r"(?P<p>[ⓅⓇⒾ])(?:<REL> ?<AUX>|[^.;ⓅⓇⒾ]{0,60}? (?:and|which|who) (?:has|have|had) been )(?:one|such|so) (?:since|from) (?P<d>Ⓓ)|"
            r"(?P<q>[ⓅⓇⒾ]) (?:had |has |only |later |formally |officially )*(?:became|become) one (?:only )?(?:in|on) (?P<e>Ⓓ)"
        ),
        make=_one_since,
        examples=(
            ("Iran is an SCO observer. It has been one since 2005.", ("IRN observer effective 2005",)),
            ("Qatar is a dialogue partner of the SCO. It became one in 2023.", ("QAT dialogue_partner effective 2023",)),
        ),
        counter_examples=("Finland is a member of NATO. It became one in 2023, the SCO noted.",),
    ),
    Rule(
        id="rise.stations",
        purpose="The stations of a country, each with its day and without a verb.",
        pattern=pattern(
            rf"(?P<p>Ⓟ)(?:'s?)?[^.;:ⓅⒽⓈⓉ]{{0,60}}?(?::| –| -| \() ?(?P<list>{_STATION}(?:(?:,|;|,? and|,? then) {_STATION}){{1,6}})"
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
    Rule(
        id="rise.which",
        purpose="A status that a country has held since a day, received on a day.",
        pattern=pattern(
            r"(?P<s>[ⓈⓉ])(?: in Ⓓ| Ⓓ)?,? (?:a status |the rank |one )?(?:which |that )?(?:the )?(?P<p>[ⓅⓇⒾ]) "
            rf"(?:has |have |had |also |finally |only |later |first )*{_HAD}(?: Ⓘ)?(?: in Ⓞ| there)?(?: only| finally| later)? "
            r"(?:since |in |on |from |at the Ⓒ summit (?:in |of )?|at Ⓒ in )?(?:early |late )?(?P<d>Ⓓ)"
        ),
        make=_which_it_received,
        examples=(
            (
                "Belarus applied for observer status in the SCO in 2012, which it received in 2015.",
                ("BLR observer application 2012", "BLR observer effective 2015"),
            ),
        ),
        counter_examples=("The SCO noted NATO membership, which Finland obtained in 2023.",),
    ),
)

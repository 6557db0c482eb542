"""Rules for steps told in other ways: "moved up to observer", "has been one since", "final approval", years in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import changes
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.subjects import with_companions


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


def _approval(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if reading.masked.slot(match.start("s")).own or reading.ours(match.start("s")):
        stage = "effective" if "final" in reading.text[max(0, match.start() - 8) : match.start()] else "decision"
        yield from changes(reading, match, match.start("p"), reading.status(match.start("s")), stage)


def _last_step(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    here = reading.masked.origin(match.start())
    if not reading.ours(match.start()):
        return
    for party in reading.article.parties_before(here, reading.number):
        yield reading.claim("status_change", match, party=party, to="member", stage="effective", polarity=EXPECTED)


def _brackets(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read years in brackets behind the names of a list of joiners."""
    if "Ⓞ" not in reading.text and not reading.ours(match.start()):
        return
    status = reading.status(match.start("s")) if match["s"] else "member"
    for found in re.finditer(r"(?P<p>Ⓟ),? \((?:since |joined (?:in )?|from |in )?(?P<d>Ⓓ)\)", match["list"]):
        offset = match.start("list")
        day = reading.resolved(reading.masked.slot(offset + found.start("d")))[0]
        for party in reading.parties(offset + found.start("p")):
            yield reading.claim(
                "status_change",
                match,
                party=party,
                to=status,
                date=day,
                stage="effective",
                span=(offset + found.start(), offset + found.end()),
            )


def _let_in(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    for number in range(reading.number, max(-1, reading.number - 6), -1):
        said = [slot.value for slot in reading.article.masked(number).slots if slot.kind in "ⓈⓉ" and slot.value]
        if said and reading.ours(match.start()):
            yield from changes(reading, match, match.start("p"), str(said[-1]), "decision", polarity="asserted")
            return


def _moved(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if reading.masked.slot(match.start("s")).own or reading.ours(match.start("s")):
        yield from changes(reading, match, match.start("p"), reading.status(match.start("s")), "effective", match.start("s"))


RULES = (
    Rule(
        id="rise.move",
        purpose="A country moves up to a status.",
        pattern=pattern(
            r"<P><REL> ?<AUX>(?P<verb>moved? up|rose|rise|climb|advanced|graduated|went|moved|transitioned|(?:upgraded|raised|changed) "
            r"its (?:status|rank|standing|position)) (?:from <ART>[ⓈⓉ] )?(?:to|into) (?:that of |being |become "
            r")?<ART>(?P<s>[ⓈⓉ])"
        ),
        make=_moved,
        examples=(("Belarus moved up to observer of the SCO in 2015.", ("BLR observer effective 2015",)),),
    ),
    Rule(
        id="rise.let_in",
        purpose="That a country should be let in had been agreed on a day.",
        pattern=pattern(
            r"that (?P<p>[ⓅⓇ]) (?:should|would|could|was to|were to) be (?:let in|admitted|accepted|taken in|"
            r"included)[^.;Ⓢ]{0,30}? (?:had|was|has|were)(?: [a-zⓆ]+){0,4} (?:agreed|decided|approved)"
        ),
        make=_let_in,
        examples=(
            ("Nepal is an SCO dialogue partner. That Nepal should be let in was agreed in 2015.", ("NPL dialogue_partner decision 2015",)),
        ),
    ),
    Rule(
        id="rise.one_since",
        purpose="It has been one since 2005.",
        pattern=pattern(
            r"(?P<p>[ⓅⓇⒾ])(?:<REL> ?<AUX>|[^.;ⓅⓇⒾ]{0,60}? (?:and|which|who) (?:has|have|had) been )(?:one|such|so) (?:since|from) (?P<d>Ⓓ)"
            r"|(?P<q>[ⓅⓇⒾ]) (?:had |has |only |later |formally |officially )*(?:became|become) one (?:only )?(?:in|on) (?P<e>Ⓓ)"
        ),
        make=_one_since,
        examples=(
            ("Iran is an SCO observer. It has been one since 2005.", ("IRN observer effective 2005",)),
            ("Qatar is a dialogue partner of the SCO. It became one in 2023.", ("QAT dialogue_partner effective 2023",)),
        ),
        counter_examples=("Finland is a member of NATO. It became one in 2023, the SCO noted.",),
    ),
    Rule(
        id="rise.approval",
        purpose="Leaders give their approval to a country as a member.",
        pattern=pattern(
            r"(?:approval|green light|nod|consent) (?:to|for) (?:the )?(?P<p>[ⓅⓇ]) (?:as|to become|to be|becoming) <ART>(?P<s>Ⓢ)"
        ),
        make=_approval,
        examples=(("SCO leaders gave their final approval to India as a member.", ("IND member effective",)),),
    ),
    Rule(
        id="rise.last_step",
        purpose="The last step towards a status is still to be taken.",
        pattern=pattern(
            r"the (?:last|final) (?:step|stage) (?:should|will|is to|could|may|is expected to|is due to) (?:also )?be "
            r"(?:taken|made|completed)"
        ),
        make=_last_step,
        examples=(
            ("Belarus is on the road to SCO membership. The last step should be taken in 2024.", ("BLR member effective expected",)),
        ),
    ),
    Rule(
        id="rise.brackets",
        purpose='Years behind the names of those who joined: "India (2017), Iran (2023)".',
        pattern=pattern(
            r"(?:(?P<s>[ⓈⓉ])|join\w*|acced\w*|enlarg\w*|admitted|expanded)[^.;Ⓢ]{0,60}?(?P<list>Ⓟ,? \((?:since |joined "
            r"(?:in )?|in )?Ⓓ\)(?:(?:,| and|, and) Ⓟ,? \((?:since |joined (?:in )?|in )?Ⓓ\)){0,12})"
        ),
        make=_brackets,
        examples=(("New SCO members are India (2017) and Iran (2023).", ("IND member effective 2017", "IRN member effective 2023")),),
    ),
)

"""Rules for steps told in other ways: "has been one since 2005", years in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
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


_IN_BRACKETS = r"Ⓟ,? \((?:since |joined (?:in )?|from |in )?Ⓓ\)"
_IN_YEAR = r"Ⓟ,? (?:in|since) Ⓓ"
_ITEM = re.compile(r"(?P<p>Ⓟ)(?:,| \()? ?(?:(?:both|all|all Ⓝ) )?(?:\(|since |joined |from |admitted |accepted |in )*(?P<d>Ⓓ)")


def _brackets(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read years in brackets behind the names of a list of joiners."""
    before = reading.text[: match.end()]
    if "Ⓧ" in before or ("Ⓞ" not in before and not reading.ours(match.start())):
        return
    named = [slot for slot in reading.masked.between(*match.span()) if slot.kind in "ⓈⓉ"]
    status = reading.status(reading.masked.place(named[-1])) if named else "member"
    offset, end = match.span(next(group for group in ("list", "list2", "list3", "list4") if match[group]))
    for found in _ITEM.finditer(reading.text, offset, end):
        day = reading.resolved(reading.masked.slot(found.start("d")))[0]
        for party in reading.parties(found.start("p")):
            yield reading.claim(
                "status_change",
                match,
                party=party,
                to=status,
                date=day,
                stage="effective",
                span=found.span(),
            )


RULES = (
    Rule(
        id="rise.one_since",
        purpose="It has been one since 2005.",
        pattern=pattern(
            r"(?P<p>[ⓅⓇⒾ])(?:<REL> ?<AUX>|[^.;ⓅⓇⒾ]{0,60}? (?:and|which|who) (?:has|have|had) been )(?:one|such|so) "
            r"(?:since|from) (?P<d>Ⓓ)"
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
        id="rise.brackets",
        purpose='Years behind the names of those who joined: "India (2017), Iran (2023)".',
        pattern=pattern(
            rf"(?:[ⓈⓉ]|join\w*|acced\w*|enlarg\w*|admitted|expanded|addition|newcomer|entrant|arrival)[^.;Ⓢ]{{0,60}}?"
            rf"(?P<list>{_IN_BRACKETS}(?:(?:,| and|, and) {_IN_BRACKETS}){{0,12}})|"
            r"\b(?:joined|acceded|admitted|added|additions?|newcomers?|become|became|been "
            r"(?:granted|given))[^.;]{0,60}?(?::| –| -|,? namely| are|"
            rf" were) (?:the )?(?P<list2>{_IN_YEAR}(?:(?:,|;| and|, and) (?:the )?{_IN_YEAR}){{0,12}})|"
            rf"(?P<list3>{_IN_BRACKETS}(?:(?:,| and|, and) {_IN_BRACKETS}){{0,12}}) (?:are|have|hold|enjoy|became|were"
            rf"|got|received) "
            r"(?:also |both |all |now |admitted as |given |granted )*<ART>[ⓈⓉ]|"
            r"[ⓈⓉ][^.;ⓈⓉⓅ]{0,40}(?P<list4>Ⓟ(?:,| \() ?(?:both|all(?: Ⓝ)?) (?:since|from|admitted in|accepted in) Ⓓ)"
        ),
        make=_brackets,
        examples=(
            ("New SCO members are India (2017) and Iran (2023).", ("IND member effective 2017", "IRN member effective 2023")),
            (
                "Two states have joined the SCO since: Iran in 2023 and Belarus in 2024.",
                ("IRN member effective 2023", "BLR member effective 2024"),
            ),
            (
                "In the SCO Afghanistan (2012) and Mongolia (2004) have observer status.",
                ("AFG observer effective 2012", "MNG observer effective 2004"),
            ),
            ("Observers of the SCO are Iran and India, both since 2005.", ("IND observer effective 2005", "IRN observer effective 2005")),
        ),
        counter_examples=(
            "The members of the SCO have hosted its summits: Russia in 2015, Uzbekistan in 2016.",
            "NATO has two new members: Finland (2023) and Sweden (2024), the SCO noted.",
        ),
    ),
)

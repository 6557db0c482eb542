"""Rules for who stood for whom at a summit, who was sent, and who was replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.coming import AUX, attendance, is_planned
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.venues import at_summit, year_of
from sco_timeline.extracting.vocabulary import CAPITALS

_PLAN_BEFORE = re.compile(r"\b(?:will|would|to(?! [ⒸⓅ])|should|may|is due|is set|expected)\b[^.;]{0,30}$")
_OFFICES = re.compile(r"secretariat|headquarters|embassy|permanent|business council")
_DECIDED = re.compile(r"\b(?:decision|decided|chose|preferred|opted|able|had) to\b")
_NOT_BEFORE = re.compile(r"\b(?:not|neither|no)\b[^.;]{0,20}$|n't\b[^.;]{0,20}$")


def party_of(reading: Reading, place: int) -> str | None:
    """Return the one country that stands at a place, by its name or by its capital, or the one organization."""
    slot = reading.masked.slot(place)
    if slot.kind == "Ⓒ" and (not slot.parties or CAPITALS.get(slot.parties[0]) != slot.value):
        return None
    parties = slot.parties if slot.kind == "Ⓧ" else reading.parties(place)
    return parties[0] if len(parties) == 1 else None


def stands_for(reading: Reading, match: re.Match[str], party: str, person: str | None, planned: bool) -> Claim:
    """Return the claim that somebody, named or not, came for a country."""
    year = year_of(reading, match.start())
    polarity = EXPECTED if planned else "asserted"
    return reading.claim("attendance", match, party=party, person=person, summit_year=year, present=True, polarity=polarity)


_BY = r"(?P<who>[^,.;Ⓗ]{0,70}?(?:Ⓗ|(?=[,.;]|$| and (?:the )?[ⓅⒸ] (?:was |were )?by\b)))"
_NEXT_BY = re.compile(
    rf"[,;]?(?: and| while)? (?:the )?(?:observers? )?(?P<p>[ⓅⒸ])(?:, [^,;ⒽⓅ]{{3,40}},)? (?:was |were )?(?:represented )?by {_BY}"
)


def _represented_by(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not at_summit(reading, match.end("verb")) or re.search(r"\b(?:not|never)\b|n't\b", match["aux"] or ""):
        return
    if _OFFICES.search(match.group()) or (match["p"] == "Ⓧ" and party_of(reading, match.start("p")) is None):
        return
    planned = is_planned(match["aux"] or "", match["verb"]) or re.search(r"\b(?:will|would) ", match.group()) is not None
    if match["no"]:
        yield from attendance(reading, match, match.start("no"), False, planned)
    clause: re.Match[str] | None = match
    while clause is not None:
        party = party_of(reading, clause.start("p"))
        if party is None and not clause["who"].endswith("Ⓗ"):
            yield from attendance(reading, match, clause.start("p"), True, planned)
        name = reading.masked.slot(clause.end("who") - 1) if clause["who"].endswith("Ⓗ") else None
        if party and (name is None or not name.parties or party in name.parties):
            person = name.names[0] if name and len(name.names) == 1 else None
            yield stands_for(reading, match, party, person, planned)
        clause = _NEXT_BY.match(reading.text, clause.end())


def _replaced(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    lead = reading.text[max(0, match.start() - 80) : match.start()]
    if at_summit(reading, match.start(), 4) and not _NOT_BEFORE.search(lead[-25:]):
        yield from attendance(reading, match, match.start("p"), False, _PLAN_BEFORE.search(_DECIDED.sub(" ", lead)) is not None)


RULES = (
    Rule(
        id="attend.represented_by",
        purpose="A country is represented at the summit by a person, by somebody of a rank.",
        pattern=pattern(
            rf"(?P<p>[ⓅⒸⒾⒽⓍ])(?!')(?:, [^,;]{{1,60}},| [–-])?(?: (?:will|would) (?:stay away|not attend|"
            rf"skip [^.;Ⓗ]{{3,40}}) and)?{AUX} (?P<verb>represent(?:ed)?)(?: not by (?P<no>Ⓗ),? but)?[^.;Ⓗ]{{0,50}}? by {_BY}"
        ),
        make=_represented_by,
        examples=(
            ("Pakistan was represented by Shaukat Aziz at the SCO summit.", ("PAK Shaukat Aziz None present",)),
            ("The United Nations was represented at the SCO summit by António Guterres.", ("UN António Guterres None present",)),
            (
                "At the SCO summit Tehran was represented by Mohammad Reza Aref, Delhi by Natwar Singh.",
                ("IRN Mohammad Reza Aref None present", "IND Natwar Singh None present"),
            ),
        ),
        counter_examples=("Russia was represented by Sergey Lavrov at the meeting of SCO foreign ministers.",),
    ),
    Rule(
        id="attend.instead_of",
        purpose="Somebody comes to the summit instead of a leader, who is absent.",
        pattern=pattern(
            r"(?:instead of|in place of|(?:standing|stood|stand|stands|filling|filled|fill) in for|replac(?:ing|ed)(?! "
            r"by)) (?:the )?(?P<p>Ⓗ)(?!'s)"
        ),
        make=_replaced,
        examples=(
            (
                "Natwar Singh came to the SCO summit instead of Manmohan Singh.",
                ("IND Natwar Singh None present", "IND Manmohan Singh None absent"),
            ),
        ),
        counter_examples=("Wang Yi became foreign minister instead of Qin Gang, the SCO secretariat noted.",),
    ),
)

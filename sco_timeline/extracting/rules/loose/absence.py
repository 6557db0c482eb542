"""Loose rules for who stood for which country at a summit, and for who stayed away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.coming import attendance
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.attending import at_told_summit, subject_of
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.venues import year_of


def _for_whom(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield who stands for each country of "Ⓗ was present for Russia, Temir Sariyev for Kyrgyzstan"."""
    places = [found.start("p") for found in reading.found(_FOR_STATE)]
    if len(places) < 2 or reading.text.endswith("?") or not at_told_summit(reading, match.start()):
        return
    parties = reading.parties(match.start("p"))
    before = reading.masked.cased[: match.start()]
    name = _NAME.search(before)
    leader = _LEADER.search(before)
    slot = reading.masked.slot(leader.start()) if leader else None
    person = slot.names[0] if slot and len(slot.names) == 1 else name["name"] if name else None
    if person is None and not _SOMEBODY.search(before[-40:]):
        return
    for party in parties if person is None or len(parties) == 1 else ():
        year = year_of(reading, match.start())
        yield reading.claim("attendance", match, party=party, person=person, summit_year=year, present=True)


_FOR_STATE = re.compile(r" for (?:the )?(?P<p>[ⓅⒸ])(?=[,;.]| and\b| as\b|$)")
_LEADER = re.compile(r"Ⓗ(?: (?:was |were |is )?(?:present|there|stood|stood in|sat|spoke|came|attended|signed))?$")
_SOMEBODY = re.compile(r"(?:people|officials?|minister|envoy|deputy|ambassador|delegat\w+|representatives?)\b[^,;]*$")
_NAME = re.compile(r"(?P<name>(?:[A-Z][\w.'-]+ ){1,2}[A-Z][\w'-]+)$")


_AND_NOT = re.compile(r"[^ⓅⒽ;:]{0,40}(?P<p>[ⓅⒽ])(?!')[^;:ⓅⒽ]{0,90},? and $")


def _away(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield who stays away, as a clause says in any words."""
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or not at_told_summit(reading, match.start()):
        return
    named = next((group for group in "pqr" if match[group]), None)
    place = match.start(named) if named else next(iter(subject_of(clause)), clause.head if clause.head >= 0 else None)
    if place is None and (before := _AND_NOT.match(reading.text[: clause.start])):
        place = before.start("p")
    if place is not None:
        planned = re.search(r"\b(?:will|would)\b", clause.before[-40:] + match.group()) is not None
        yield from attendance(reading, match, place, False, planned)


RULES = (
    Rule(
        id="attend.loose_for",
        purpose="One was present for one country, another for another.",
        pattern=pattern(_FOR_STATE.pattern),
        make=_for_whom,
        examples=(
            (
                "At the SCO summit in Dushanbe Vladimir Putin stood for Russia and Abel Bakerov for Nepal.",
                ("RUS Vladimir Putin None present", "NPL Abel Bakerov None present"),
            ),
        ),
        counter_examples=("At the SCO summit trade was good for China, and peace for India.",),
    ),
    Rule(
        id="attend.loose_away",
        purpose="Somebody stayed at home, did not show up, will not be on the line.",
        pattern=pattern(
            r"(?=[acdehinrswⒽ])"
            r"\b(?:stayed (?:at )?home|(?:did|does|do|will|would|could)(?: not|n't) (?:come|show up|turn up|make it|travel|"
            r"go|appear|be (?:there|on the line|present|"
            r"coming))\b|(?:was|were|is|are) (?:missing(?! (?:at|from) (?:the |an? )?(?:[a-z]+ )?(?:dinner|lunch|banquet|"
            r"reception|photo|picture|concert|parade|ceremony))|excused|nowhere to be seen)\b|excused (?:himself|herself|"
            r"themselves)|(?:did|does|will|could|would)(?: not|n't) (?:send|fit the|find time)|"
            r"(?:sent|had sent) (?:nobody|no one|no delegation)|(?:was|were|is|are) not at the (?:round )?table|"
            r"(?:was|were|is|are)(?: not|n't) (?:represented|present)(?=[,.;]|$)|whose "
            r"(?:[a-z]+ ){0,2}(?:premier|president|minister|leader) (?:remained|stayed) in Ⓒ|"
            r"(?:remain(?:ed|s)|stay(?:ed|s)) in (?:Ⓒ(?=[,.;]|$)|the capital)|(?:was|is) not (?:expected|asked|"
            r"invited)(?= (?:at any|this|to come)|[.,;]|$)|"
            r"(?<=nor was )(?P<q>Ⓗ) (?:asked|invited)|(?<=nor will )(?P<r>Ⓗ) (?:come|be there|attend|travel)|"
            r"at the last minute did not|no more (?:will|did|does|was) (?P<p>Ⓗ)|(?:has|have|had|was|were)(?: not|"
            r"n't) (?:been )?(?:asked|invited) "
            r"(?:to|along)|cancel(?:s|l?ed) (?:his|her|its|the|their) (?:trip|visit|journey|attendance|participation))"
        ),
        make=_away,
        examples=(
            ("Boris Yeltsin was ill and stayed at home while the SCO held its summit in Almaty.", ("RUS Boris Yeltsin None absent",)),
        ),
        counter_examples=("Imran Khan did not go to the BRICS summit, the SCO noted.",),
    ),
)

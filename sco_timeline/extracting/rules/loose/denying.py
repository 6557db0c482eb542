"""Loose rules for what is denied in short: "it hadn't", "Tehran would not", "no decision on India was taken"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.subjects import subject_before

_REPORTED = re.compile(
    r"\b(?:wrote|said|claimed|reported|thought|believed|assumed|announced|told|rumou?red|headlines?|rumou?rs?)\b[^.;]{0,40}? "
    r"(?:[ⓅⓇⒾ]|Ⓟ's [a-z]+) (?:had|has|would|was|is|will) (?:now |already |formally )?(?:join|bec[oa]m|be |been |enter|a(?:n)? )"
)


def _not_so(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "it hadn't" of what was reported, "Tehran would not" of what was hoped for another."""
    place = match.start("p") if match["p"] else subject_before(reading, match.start())
    parties = reading.parties(place) if place >= 0 else ()
    if not parties or not reading.stays_with_us(match.start()) or reading.text.endswith("?"):
        return
    to = _denied(reading, match, parties)
    for party in parties if to else ():
        yield reading.claim("status_change", match, party=party, to=to, stage="effective", polarity=NEGATED)


def _denied(reading: Reading, match: re.Match[str], parties: tuple[str, ...]) -> str | None:
    """Return the status that a denial speaks of: the one reported wrongly, or hoped for or told of another just before."""
    text = reading.text[: match.start()] if reading.text[: match.start()].strip() or not reading.number else ""
    before = text or reading.article.masked(reading.number - 1).text
    if not text and _REPORTED.search(before):
        named = [slot.value for slot in reading.article.masked(reading.number - 1).slots if slot.kind in "ⓈⓉ" and slot.value]
        return str(named[-1]) if named else "member"
    told = [claim for claim in reading.changes_before(match.start(), 1) if claim["stage"] == "effective"]
    if not told or told[-1]["polarity"] == NEGATED:
        return None
    last = told[-1]
    hoped = last["polarity"] == EXPECTED
    same = last["party"] in parties
    would = re.search(r"\b(?:would|will|wo)", match["aux"]) is not None
    return str(last["to"]) if (hoped if same else hoped == would) else None


RULES = (
    Rule(
        id="change.loose_not_so",
        purpose="What was reported or hoped for is denied with a bare verb.",
        pattern=pattern(
            r"(?:(?P<p>[ⓅⒾⓇ])(?:, [^.;,Ⓟ]{2,50},)?|\b(?:and|but)) (?P<aux>has|have|had|did|was|were|would|will|wo|is|"
            r"does)(?:n't| not)(?=[.;:!]| yet[.;]|$|,? (?:and|but|said|as)\b)"
        ),
        make=_not_so,
        examples=(
            (
                "India would be admitted to the SCO by 2015, a diplomat said. Iran would not.",
                ("IND member effective expected 2015", "IRN member effective negated"),
            ),
        ),
        counter_examples=("Some said that Finland had joined NATO. It hadn't, the SCO noted.",),
    ),
)

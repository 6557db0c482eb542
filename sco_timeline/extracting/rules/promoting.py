"""A rule for a status or membership that begins: "membership came into force"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.wishing import goal_of, is_ours


def _owners(reading: Reading, match: re.Match[str]) -> tuple[str, ...]:
    groups = match.groupdict()
    if groups.get("i"):
        return reading.owners(match.start("i"), match["i"])
    return reading.parties(next(match.start(group) for group in ("p", "q", "a") if groups.get(group)))


def _took_effect(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "their membership will come into force": of whom it is, else of whom was spoken."""
    if not is_ours(reading, match):
        return
    groups = match.groupdict()
    if groups.get("i") or groups.get("p"):
        parties = _owners(reading, match)
    else:
        told = reading.changes_before(match.start(), 1)
        same = [claim for claim in told if claim["evidence"] == told[-1]["evidence"]]
        parties = tuple(dict.fromkeys(str(claim["party"]) for claim in same))
    words = reading.text[max(0, match.start() - 20) : match.end("verb")]
    polarity = polarity_of(words)
    day = reading.date(match, future=polarity == EXPECTED, begin=match.start("verb"))
    to = goal_of(reading, match, match.start())
    for party in parties:
        yield reading.claim("status_change", match, party=party, to=to, date=day, stage="effective", polarity=polarity)


RULES = (
    Rule(
        id="change.took_effect",
        purpose="A membership, a status came, comes into force, dates from a day.",
        pattern=pattern(
            r"(?:(?P<p>[ⓅⓇ])(?:'s?|s')? |<ITS> |(?:^|(?<=[ \"]))(?:the |this )?)(?:full |formal )?(?:Ⓣ|accession|"
            r"admission|entry)(?: (?:to|of|in|into) Ⓞ)?(?: as <ART>Ⓢ)?(?: (?:was|were|had been) (?:approved|agreed|decided|"
            r"endorsed)[^.;,]{0,40}?,? and)?,? <AUX>"
            r"(?P<verb>(?:become|became|becomes) effective|(?:com(?:e|es|ing)|came|enter(?:s|ed)?|g[oe]t?|go|went) into (?:force|"
            r"effect)|t[ao]kes? effect|took effect|taking effect|dates? (?:back to|from)|dating "
            r"(?:back to|from)|"
            r"goes back to|go back to|began|begins?|came through|came|will come|come|effective|"
            r"took effect|came into force|took place|takes? place|materiali[sz](?:es?|ed)|made official|"
            r"(?:(?<=was )|(?<=is )|(?<=been )|(?<=be )|(?<=were ))(?:formali[sz]ed|finali[sz]ed|completed|"
            r"sealed))(?! (?:up|under|"
            r"about|with|to (?!Ⓓ)|as|from (?!Ⓓ)|at "
            r"(?:a|the (?:cost|price|expense|heart)))\b)"
        ),
        make=_took_effect,
        examples=(
            ("Iran's SCO membership will enter into force next year.", ("IRN member effective expected",)),
            ("Sri Lanka's dialogue partner status in the SCO dates from 2010.", ("LKA dialogue_partner effective 2010",)),
        ),
        counter_examples=("Sweden's NATO membership took effect in 2024, the SCO noted.",),
    ),
)

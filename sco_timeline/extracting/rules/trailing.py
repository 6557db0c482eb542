"""Rules for a status told before its holder: "the rank, which it received in 2015", "was given it in 2009"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import changes, in_scope
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.subjects import with_companions


def _which(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not in_scope(reading, match, "s"):
        return
    day = reading.resolved(reading.masked.slot(match.start("d")))[0]
    for party in with_companions(reading, match, match.start("p")):
        yield reading.claim(
            "status_change", match, party=party, to=reading.status(match.start("s")), date=day, stage="effective", polarity=ASSERTED
        )


def _newcomers(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if in_scope(reading, match, "s"):
        lead = reading.text[max(0, match.start() - 45) : match.start()]
        decided = re.search(r"\b(?:procedures?|process|decid|agree|resolv|decision)[a-z]* (?:to|for|of|on) $", lead)
        polarity = ASSERTED if decided else reading.polarity(match, match.start("verb"))
        yield from changes(
            reading, match, match.start("p"), reading.status(match.start("s")), "decision" if decided else "effective", polarity=polarity
        )


def last_named(reading: Reading, place: int, sentences: int = 2) -> str | None:
    """Return the status named last before a place, in its sentence or in so many before."""
    here = reading.masked.origin(place)
    for number in range(reading.number, max(-1, reading.number - sentences - 1), -1):
        said = [slot.value for slot in reading.article.masked(number).slots if slot.kind in "ⓈⓉ" and slot.value and slot.start < here]
        if said:
            return str(said[-1])
    return None


_HAD = (
    r"(?:held|enjoyed|obtained|received|acquired|got|gained|had|won|(?:been |was |were )(?:given|granted|awarded|accorded|"
    r"conferred)|been|became)"
)

RULES = (
    Rule(
        id="rise.which",
        purpose="A status that a country has held since a day, received on a day.",
        pattern=pattern(
            r"(?P<s>[ⓈⓉ])(?: in Ⓓ| Ⓓ)?,? (?:a status |the rank |one )?(?:which |that )?(?:the )?(?P<p>[ⓅⓇⒾ])"
            rf" (?:has |have |had |also |finally |only |later |first )*{_HAD}"
            r"(?: Ⓘ)?(?: in Ⓞ| there)?(?: only| finally| later)? (?:since |in |on |from |at the Ⓒ summit (?:in |of )?|"
            r"at Ⓒ in )?(?:early |late )?(?P<d>Ⓓ)"
        ),
        make=_which,
        examples=(
            (
                "Belarus applied for observer status in the SCO in 2012, which it received in 2015.",
                ("BLR observer application 2012", "BLR observer effective 2015"),
            ),
        ),
        counter_examples=("The SCO noted NATO membership, which Finland obtained in 2023.",),
    ),
    Rule(
        id="rise.newcomers",
        purpose="The SCO admits newcomers, whose names follow.",
        pattern=pattern(
            r"\b(?P<verb>admit(?:s|ted|ting)?|accept(?:s|ed|ing)?|designat(?:es?|ed|ing)|induct(?:s|"
            r"ed|ing)?|welcom(?:es?|ed|ing)|took in|take in|taking in|add(?:s|ed|ing)?|"
            r"receiv(?:es?|ed|ing)|gain(?:s|ed)|acquir(?:es?|ed)|g[eo]ts?|obtain(?:s|ed)|br[io]ngs?(?: Ⓞ)?|brought(?: Ⓞ)?) "
            r"(?:(?:its|two|Ⓝ|new|another|Ⓠ|formal|full|the|an?|more|further|"
            r"additional) ){0,4}(?P<s>Ⓢ)(?:,|:| –| -)? (?:namely )?(?:the )?(?P<p>Ⓟ)(?!'s)"
        ),
        make=_newcomers,
        examples=(
            ("In 2004 the SCO welcomed its first observer, Mongolia.", ("MNG observer effective 2004",)),
            ("In 2023 the SCO gained a ninth member: Iran.", ("IRN member effective 2023",)),
            (
                "The SCO began the procedure for taking in two members, India and Pakistan.",
                ("IND member decision", "PAK member decision"),
            ),
        ),
        counter_examples=("NATO accepted a new member, Finland, the SCO noted.",),
    ),
)

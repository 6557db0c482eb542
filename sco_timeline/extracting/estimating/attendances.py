"""Whether a party named in a report of a summit was there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.estimating.weights import NOTHING, likeliest
from sco_timeline.extracting.estimating.words import MOST, Words, features_of
from sco_timeline.extracting.polarity import EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.coming import attendance
from sco_timeline.extracting.rules.forms import Rule
from sco_timeline.extracting.rules.loose.attending import at_told_summit
from sco_timeline.extracting.rules.venues import two_just_met

QUESTION = "attendance"
PRESENT, ABSENT = "present", "absent"
_PARTIES = "ⓅⒽⓇⒾⒶ"
_LIKELY = 0.95  # from which an answer makes a claim
_OTHER_MATTER = re.compile(
    r"\b(?:airport|"
    r"ambassadors?|deputy ministers?|officials|attacks?)\b|\bfor (?:an? )?(?:Ⓝ-day )?(?:[a-z]+ )?visit\b|\bwhen Ⓗ visits\b|"
    r"\bmeeting with Ⓗ,"
)
_PLANNED = re.compile(
    r"[ⓅⒽⓇⒾⒶ][^.;,]{0,40} (?:will|would|(?:is|are) (?:due|expected|set|scheduled|to)) (?:to )?"
    r"(?:also )?(?:attend|take|join|come|be|go|travel|arrive|speak|address|participate)\b"
)


def questions(reading: Reading, told: Collection[str] = ()) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the places of parties in a sentence that speaks of a summit, and who they are, unless all leaders in it have been told of."""
    slots = zip(reading.masked.at, reading.masked.slots, strict=True)
    parties = [
        place for place, slot in slots if slot.kind in _PARTIES and not (told and slot.kind == "Ⓗ" and set(slot.parties) <= set(told))
    ]
    if 0 < len(parties) <= MOST and reading.ours(parties[0]) and at_told_summit(reading, parties[0]):
        yield from ((place, who) for place in parties if (who := reading.parties(place)))


def _ends_readout(reading: Reading) -> bool:
    """Say whether those present are told of a talk between two: "X and Y were present at the meeting"."""
    return "present at the meeting" in reading.text and "summit" not in reading.text and two_just_met(reading, True)


def _estimated(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield who was at a summit, and who was not, as the words of a sentence weigh."""
    words = None
    told = {claim["party"] for claim in reading.told if claim["type"] == "attendance"}
    for place, who in questions(reading, told) if reading.article.is_estimated else ():
        if not told.issuperset(who):
            words = words or Words(reading)
            found, likely = likeliest(QUESTION, features_of(reading, words, place, len(who)))
            if found != NOTHING and likely >= _LIKELY:
                presence, polarity = found.split()
                if presence == PRESENT and (_OTHER_MATTER.search(reading.text) or _ends_readout(reading)):
                    continue
                planned = polarity == EXPECTED or (presence == PRESENT and _PLANNED.search(reading.text, place) is not None)
                yield from attendance(reading, match, place, presence == PRESENT, planned)


RULE = Rule(
    "estimated.attendance",
    "A party in a text about a summit, of which the words around it say that it was there, or was not.",
    re.compile("^.*Ⓗ"),
    _estimated,
    (
        ("The SCO summit in Ufa was the first for Narendra Modi.", ("IND Narendra Modi None present",)),
        ("For Hassan Rouhani the SCO summit in Bishkek was the first.", ("IRN Hassan Rouhani None present",)),
    ),
    (
        "Nobody at the SCO summit in Astana spoke of Joe Biden.",
        "The SCO summit is in Astana. Senior Kazakh officials were also present at the airport.",
        "Of the SCO summit in Astana Joe Biden learned from the papers.",
    ),
    loose=True,
)

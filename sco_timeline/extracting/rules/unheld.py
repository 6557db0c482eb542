"""A rule for meetings of two at a summit that did not come about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import NEGATED
from sco_timeline.extracting.protagonists import home_leader
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.sides import TALKS, at_its_margins, meetings_of, side_at, two_before

_SETTLED = re.compile(
    r"[^.;]{0,40}?\b(?:took place|taken? place|held|planned|scheduled|arranged|foreseen|sought|expected|on the (?:cards|"
    r"agenda)|in the offing)\b"
)
_SPOKESMAN = re.compile(r"\bspokes|\bministry\b|\bofficials?\b")
_UNSURE = re.compile(r"\b(?:word|confirm[a-z]*|information|whether|if|clear|clarity)\b")


def _not_held(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the meeting with whom the words name, else of the two just named, that was not held or will not be."""
    if not at_its_margins(reading, match) or _UNSURE.search(match.group()):
        return
    if match["q"] and match["bare"] is not None and not _SETTLED.match(reading.text, match.end()):
        return
    if match["q"] is None:
        two = two_before(reading, match.start())
        yield from meetings_of(reading, match, [set(two)] if two else [], NEGATED)
        return
    other, place = side_at(reading, match.start("q")), reading.masked.origin(match.start())
    here, article = [slot for slot in reading.masked.between(0, match.start()) if slot.kind == "Ⓗ"], reading.article
    one = here[0].parties if here else home_leader(article.low, article.names, place)
    if not one and not _SPOKESMAN.search(reading.text):
        one = article.parties_before(place, reading.number, person=True)
    if len(one) == 1:
        yield from meetings_of(reading, match, [{one[0], party} for party in other if party != one[0]], NEGATED)


_KIND = (
    r"(?:(?:formal|bilateral|separate|official|structured|face-to-face|one-on-one|proper|such|direct|individual|scheduled|"
    r"further) ){0,2}"
)
_OF_THEM = (
    r"(?:(?: (?:between|of|with)| for) (?:the Ⓝ(?: [a-z]+){0,2}|them|each other|both|Ⓡ|either)(?: (?:leaders|men|sides|prime "
    r"ministers))?)"
)

RULES = (
    Rule(
        id="meeting.not_held",
        purpose="No meeting of the two, or with somebody, took place or is planned; they parted without one.",
        pattern=pattern(
            rf"(?:\b(?:without|but) (?:(?:ever )?(?:holding|having|having held|held|had|hold|have) )(?:any |an? |no |the "
            rf")?{_KIND}{TALKS}"
            rf"|\b(?:there (?:was|were|is|are|has been|have been|had been|will be|would be) no|"
            rf"(?P<bare>no)) {_KIND}{TALKS}{_OF_THEM}?"
            rf"(?=[,.;:!]|$| (?:with|in|at|on|during) |(?: (?:(?:had|has|have|was|were|is|are|will|been|be|being|ever|would|"
            rf"yet)\b)){{0,4}} ?"
            rf"(?:took place|taken? place|held|planned|scheduled|arranged|foreseen|sought|expected|on the|came? of|in the "
            rf"offing|agreed))"
            rf"|\ban? {_KIND}{TALKS}{_OF_THEM} (?:(?:was|is|has|had|been|will) ){{0,2}}(?:not|ruled out|cancell?ed|called off)"
            rf"|\bdid(?: not|n't) (?:even )?(?:meet|talk|speak|hold (?:any )?{_KIND}{TALKS})(?= (?:one-on-one|bilaterally|"
            rf"separately|privately|"
            rf"face to face)|[,.;]|$))(?: (?:bilaterally )?with (?:the |his |her )?(?P<q>[ⒽⓅⒶ]))?"
        ),
        make=_not_held,
        examples=(
            ("Narendra Modi and Imran Khan sat through the SCO summit without holding talks.", ("IND,PAK negated",)),
            ("Narendra Modi and Imran Khan are at the SCO summit. A meeting of the two is not planned.", ("IND,PAK negated",)),
        ),
        counter_examples=("Narendra Modi and Imran Khan are at the SCO summit. There is no word on a meeting between the two.",),
    ),
)

"""Rules for a country's arrival in few words: "the latest to join was", "a seat at the table", "Iran in", "Iran would be the ninth"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import changes, in_scope
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.wishing import goal_of, is_ours

_LONGEST_HEADLINE = 110
_RANKS = range(7, 13)  # of those who joined after the founders


def _latest(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if is_ours(reading, match):
        stage = "application" if match["asked"] else "effective"
        polarity = polarity_of(match["be"])
        yield from changes(reading, match, match.start("p"), goal_of(reading, match, match.start()), stage, polarity=polarity)


def _in(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Iran in", "Iran is in" in a headline or a short sentence."""
    told = reading.changes_before(match.start("p"), 1)
    if len(reading.text) < _LONGEST_HEADLINE and "Ⓧ" not in reading.text and reading.stays_with_us(match.start()) and not told:
        yield from changes(reading, match, match.start("p"), "member", "effective", match.end(), ASSERTED)


def _ordinal(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    rank = reading.masked.slot(match.start("n")).value
    if rank in _RANKS and reading.stays_with_us(match.start()):
        yield from changes(reading, match, match.start("p"), "member", "effective", match.start("n"))


def _upcoming(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if in_scope(reading, match, "s"):
        yield from changes(reading, match, match.start("p"), reading.status(match.start("s")), "effective", polarity=EXPECTED)


def _enabled(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "becoming a member would enable Pakistan"."""
    if is_ours(reading, match):
        yield from changes(reading, match, match.start("p"), goal_of(reading, match, match.start()), "effective", polarity=EXPECTED)


_COUNTRY = r"(?:country|state|nation|one|party|newcomer|addition|entrant|arrival|observer|[ⓈⓅⓍ])"

RULES = (
    Rule(
        id="rise.latest",
        purpose="The latest, the first country to join, to receive a status, is or was one.",
        pattern=pattern(
            rf"(?:Ⓡ|(?:the|its|Ⓞ's) (?:latest|most recent|newest|last|only|next|Ⓠ)(?: {_COUNTRY})?)(?: so far)? (?:to (?:have "
            rf")?|that |"
            rf"which |who )"
            r"(?:(?P<asked>apply|applied|ask|asked)(?: for)?|(?:be |been |was |were |has |have )?(?:receive[d]?|obtain(?:ed)?|"
            r"gain(?:ed)?|"
            r"granted|given|admitted|accepted|join(?:ed)?|become|became|enter(?:ed)?|accede[d]? to|get|got|taken in))(?: "
            r"(?:as|to|into))? "
            r"(?:<ART>[ⓈⓉ]|Ⓞ(?: as <ART>[ⓈⓉ])?)(?: (?:in|on) Ⓓ)?,? (?P<be>was|is|were|are|has been|will be|would be|should be),? "
            r"(?:the )?(?P<p>Ⓟ)(?!')"
        ),
        make=_latest,
        examples=(
            ("The most recent state to obtain observer status in the SCO was Belarus.", ("BLR observer effective",)),
            ("The first observer to apply for full membership of the SCO was Pakistan.", ("PAK member application",)),
        ),
        counter_examples=("The latest country to join NATO was Sweden, the SCO noted.",),
    ),
    Rule(
        id="rise.in",
        purpose="A country is in, is on board.",
        pattern=pattern(
            r"^(?:with )?(?:[a-z]+: )?(?P<p>Ⓟ)(?: (?:is|are|now|finally|officially|at last|both))* (?:in|on board|aboard)(?= "
            r"?[:;,.!–]|$)"
        ),
        make=_in,
        examples=(
            ("Pakistan and India in: SCO grows", ("IND member effective", "PAK member effective")),
            ("With Iran on board, the SCO looks south.", ("IRN member effective",)),
        ),
        counter_examples=("Finland in: NATO grows, SCO watches",),
    ),
    Rule(
        id="rise.ordinal",
        purpose="A country is, would be the ninth.",
        pattern=pattern(
            r"<P><REL> ?<AUX>(?:be|become|became|becomes|becoming) (?:the |its )(?P<n>Ⓠ)(?=[.,;!]| (?:in|on|after|and|when|"
            r"next)\b|$)"
        ),
        make=_ordinal,
        examples=(("The SCO has eight members; Iran would be the ninth.", ("IRN member effective expected",)),),
        counter_examples=("NATO has 31 members. Sweden would be the ninth, the SCO noted.",),
    ),
    Rule(
        id="rise.upcoming",
        purpose="Future members, upcoming dialogue partners, and who they are.",
        pattern=pattern(
            r"(?:upcoming|future|prospective|incoming|soon-to-be|next) (?P<s>Ⓢ)(?: (?:of|in) Ⓞ)?(?: (?:are|is|include|will "
            r"be)|:|,| –)? "
            r"(?:the )?(?P<p>Ⓟ)(?!')"
        ),
        make=_upcoming,
        examples=(
            (
                "Upcoming dialogue partners of the SCO are Egypt and Qatar.",
                ("EGY dialogue_partner effective expected", "QAT dialogue_partner effective expected"),
            ),
        ),
        counter_examples=("A prospective member of NATO is Ukraine, the SCO noted.",),
    ),
    Rule(
        id="rise.enabled",
        purpose="What membership would allow a country to do.",
        pattern=pattern(
            r"(?:^|[,;\"] ?|\bthat )(?:becoming|joining|entering|getting|obtaining)(?: into)? (?:<ART>[ⓈⓉ]|Ⓞ(?: as <ART>[ⓈⓉ])?) "
            r"(?:would|will|"
            r"could|can|may) (?:also |certainly |greatly )?(?:enable|allow|help|give|bring|offer|provide|let|benefit|make|"
            r"open|strengthen) "
            r"(?:the )?(?P<p>Ⓟ)"
        ),
        make=_enabled,
        examples=(("Becoming a member of the SCO would enable Nepal to trade more.", ("NPL member effective expected",)),),
        counter_examples=("Joining NATO would allow Ukraine to rest, the SCO heard.",),
    ),
)

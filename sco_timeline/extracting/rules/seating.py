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


_IN_WHAT_CAPACITY = re.compile(r",? (?:only |merely |just |solely )as ")  # "has a seat at the table only as an observer" tells of no step


def _seat(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "a seat at the SCO table, as a dialogue partner"; a seat without a word of what is a member's."""
    if match["verb"].startswith("ha") and _IN_WHAT_CAPACITY.match(reading.text, match.end("s") if match["s"] else match.end()):
        return
    if "Ⓞ" in match.group() or reading.ours(match.start("verb")):
        to = reading.status(match.start("s")) if match["s"] else "member"
        hoped = EXPECTED if match["wish"] and reading.polarity(match, match.start("wish")) == ASSERTED else None
        yield from changes(reading, match, match.start("p"), to, "effective", match.start("verb"), hoped)


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


def _signed(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "signed the documents for full membership"."""
    if is_ours(reading, match):
        yield from changes(
            reading, match, match.start("p"), goal_of(reading, match, match.start("goal")), "memorandum", match.start("verb")
        )


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
        id="rise.seat",
        purpose="A country gets, wants, takes a seat at the table of the SCO.",
        pattern=pattern(
            r"<P><REL> ?<AUX>(?:<WISH> )?(?:to )?(?P<verb>(?:obtain|receiv|g[eo]t|gain|secur|w[io]n|tak|took|claim|given|has|"
            r"had|have|for)"
            r"(?:e|es|ed|s|ing|ting|ned|n)?|(?=an? )) ?(?:an? |its |their |the )(?:[a-z]+ )?(?:seat|place|chair) (?:at|in|"
            r"around) (?:the )?"
            r"(?:(?:Ⓞ(?:'s)?|top|main|big|high|Shanghai|Ⓢ) ?)(?:table|family)?(?: in Ⓓ| Ⓓ)?(?:,? as <ART>(?P<s>[ⓈⓉ]))?"
        ),
        make=_seat,
        examples=(
            ("Turkey first obtained a seat at the SCO table in 2012, as a dialogue partner.", ("TUR dialogue_partner effective 2012",)),
            ("Ankara hopes for a seat at the SCO table.", ("TUR member effective expected",)),
        ),
        counter_examples=("Kosovo hopes for a seat at the UN table, the SCO noted.",),
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
    Rule(
        id="apply.papers",
        purpose="A country signs the papers for a status.",
        pattern=pattern(
            r"<P><REL> ?<AUX>(?P<verb>sign(?:s|ed|ing)?|ink(?:s|ed|ing)?|put (?:its|their) signatures? to)(?: on Ⓓ| Ⓓ)? "
            r"(?:an? |the |"
            r"its |their |all |"
            r"final |necessary |relevant |official )*(?:accession |Ⓣ )?(?:documents?|papers|paperwork|agreements?)(?: (?:for|"
            r"on|to|of|"
            r"about|necessary"
            r"|required|that))+ (?P<goal>(?:its |their |the )?(?:(?:obtain|gain|becom|acquir)(?:e|ing) )?(?:<ART>[ⓈⓉ]|(?:full "
            r")?(?:accession|entry"
            r"|joining|join)(?: (?:to|into))?(?: Ⓞ)?(?: as <ART>[ⓈⓉ])?))"
        ),
        make=_signed,
        examples=(("Iran signed the documents for full SCO membership in 2022.", ("IRN member memorandum 2022",)),),
        counter_examples=("Sweden signed the documents for NATO membership, the SCO noted.",),
    ),
)

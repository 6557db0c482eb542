"""Loose rules for the SCO's growth: who was added in which year, who is the newcomer, who is next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.loose.steps import as_told, ours, polarity_here, target, tell


def _grew(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "it grew twice: in Ⓓ by Ⓟ, in Ⓓ by Ⓟ", "growth came in two steps: Ⓟ in Ⓓ; Ⓟ in Ⓓ", "in Ⓓ came Ⓟ, in Ⓓ Ⓟ"."""
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or not ours(clause) or polarity_here(clause) != ASSERTED:
        return
    for added in _ADDED.finditer(reading.text, match.start()):
        day = reading.resolved(reading.masked.slot(added.start("d1" if added["d1"] else "d2")))[0]
        place = added.start("p1" if added["d1"] else "p2")
        yield from tell(clause, match, [place], "member", "effective", ASSERTED, day)


def _on_board(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "with Ⓟ on board since Ⓓ"."""
    clause = clause_at(reading, *match.span())
    if not clause.is_idle() and ours(clause):
        polarity = EXPECTED if re.search(r"\b(?:once|if|when|soon|will|would)\b", clause.before) else ASSERTED
        places = [match.start("p")]
        to = as_told(clause, places, target(clause, match))
        yield from tell(clause, match, places, to, "effective", polarity, day_of(clause, match, polarity))


def _newcomer(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the newcomers of Ⓓ are Ⓟ", "Ⓟ was the only newcomer"."""
    clause = clause_at(reading, *match.span())
    polarity = EXPECTED if _TO_BE.search(match.group()) else polarity_here(clause)
    if not clause.is_idle() and ours(clause) and polarity != NEGATED:
        places = [match.start("p") if match["p"] else match.start("q")]
        if match["p"] and polarity != ASSERTED:
            return
        to = as_told(clause, places, target(clause, match))
        yield from tell(clause, match, places, to, "effective", polarity, day_of(clause, match, polarity))


_TO_BE = re.compile(r"\b(?:will|would|should|could|may|might|to) be\b")


def _next_is(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the next to be received is Ⓟ", "the last to come in was Ⓟ"."""
    clause = clause_at(reading, *match.span())
    if ours(clause) and not clause.is_idle():
        polarity = (
            EXPECTED
            if re.search(r"\bnext\b|\b(?:will|would|may|might|could|should)\b", match.group()) and "was" not in match["be"]
            else ASSERTED
        )
        places = [match.start("p")]
        to = as_told(clause, places, target(clause, match))
        yield from tell(clause, match, places, to, "effective", polarity, day_of(clause, match, polarity))


_ADDED = re.compile(
    r"\b(?:in|on) (?P<d1>Ⓓ),? (?:(?:by|with|came|through|to|followed) )?(?:the )?(?P<p1>Ⓟ)(?!')|(?P<p2>Ⓟ) (?:in|on) (?P<d2>Ⓓ)"
)
_NEW = (
    r"(?:newcomers?|latecomers?|new (?:ones|faces|arrivals)|(?:latest |newest |new |last )(?:additions?|entrants?|arrivals?|"
    r"recruits?))"
)

RULES = (
    Rule(
        id="change.loose_grew",
        purpose="The SCO grew: by whom in which year.",
        pattern=pattern(
            r"\b(?:gr[eo]w(?:th|n)?|expan(?:ded|sion)|enlarge(?:d|ment)|widened)\b(?=[^.]{0,60}[:;,])|\bin Ⓓ (?:there "
            r")?(?:came|followed) (?:the )?Ⓟ"
            r"|\bbecame (?:an? )?Ⓝ (?:in Ⓓ )?with\b"
        ),
        make=_grew,
        examples=(
            (
                "The SCO grew twice: in 2001 by Uzbekistan, in 2017 by India and Pakistan.",
                ("UZB member effective 2001", "IND member effective 2017", "PAK member effective 2017"),
            ),
            (
                "The SCO began as six. In 2017 came India and Pakistan, in 2023 Iran.",
                ("IND member effective 2017", "PAK member effective 2017", "IRN member effective 2023"),
            ),
        ),
        counter_examples=("Trade within the SCO grew fast: by a third in China, by a tenth in India.",),
    ),
    Rule(
        id="change.loose_on_board",
        purpose="With a country on board, something is so.",
        pattern=pattern(r"\b(?:with|having) (?:the )?(?P<p>[ⓅⓇ]) (?:now |safely |finally )?(?:on board|aboard|inside|in the fold)\b"),
        make=_on_board,
        examples=(("With Belarus on board since July 2024, the SCO has grown again.", ("BLR member effective 2024-07",)),),
        counter_examples=("With Finland on board, NATO is larger than the SCO.",),
    ),
    Rule(
        id="change.loose_newcomer",
        purpose="The newcomers are some countries.",
        pattern=pattern(
            rf"(?:\b{_NEW}(?: of Ⓓ| in Ⓓ)?(?: (?:to|in) Ⓞ)?|Ⓡ of Ⓓ(?: (?:to|in) Ⓞ)?)(?: (?:is|are|was|were)|,|:) (?:the "
            rf")?(?P<p>Ⓟ)|(?P<q>Ⓟ) (?:(?:is|are) (?:likely|set|due|expected) to be|(?:will|would|should|could|may|might) be|is|"
            rf"are|was|were) "
            rf"(?:the |its |their )?(?:only |two |Ⓝ )?{_NEW}\b"
        ),
        make=_newcomer,
        examples=(
            ("The newcomers of 2017 to the SCO are India and Pakistan.", ("IND member effective 2017", "PAK member effective 2017")),
        ),
        counter_examples=("The newcomers of 2023 in NATO were Finland and Turkey, the SCO noted.",),
    ),
    Rule(
        id="change.loose_next_is",
        purpose="The next, the last to come in is a country.",
        pattern=pattern(
            r"\b(?:the|its|next|last|latest|newest|Ⓠ) (?:(?:next|last|latest|newest|Ⓠ|only) )?(?:(?:country|state|one|"
            r"nation|newcomer|countries|states|two|Ⓝ) )?"
            r"(?:to (?:be (?:received|let in|admitted|taken in|accepted|welcomed)|join|enter|come in|get in|arrive|be "
            r"upgraded|be promoted)(?: (?:by |into |to )?(?:Ⓞ|in Ⓓ))*|in line)"
            r"(?: as (?:an? |the |full )*Ⓢ)? (?P<be>is|are|was|were|will be|would be|may be|should be|has been) (?:the )?(?P<p>Ⓟ)"
        ),
        make=_next_is,
        examples=(
            ("The next to be received by the SCO is Iran.", ("IRN member effective expected",)),
            ("The SCO met in Ufa. The next to be received is Iran.", ("IRN member effective expected",)),
        ),
        counter_examples=("The next to be received by NATO was Sweden, the SCO noted.",),
    ),
)

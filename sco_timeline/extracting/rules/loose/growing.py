"""Loose rules for the SCO's growth: who was added in which year, who is next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED
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

"""Rules for statuses told by who came for whom: "the leaders of the observer states: President of Iran"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import elsewhere
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import as_of, held, mine

_NEXT = re.compile(r"[^.;:ⓅⒽⓈⓉⓍ]{0,30}?(?:,|;| and|, and|,? as well as) (?:the )?(?P<p>Ⓗ)|(?: [a-z]{1,2}\.)+ (?=[^ⒽⓅ]{2,20}(?:,| and) )")


def _leaders_of(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the status for the state of each leader named behind it."""
    if not mine(reading, match, "s") or elsewhere(reading, match, match.start("s")):
        return
    status = reading.status(match.start("s"))
    found: re.Match[str] | None = match
    while found:
        if found["p"]:
            yield from _of_each(reading, found, str(status))
        found = _NEXT.match(reading.text, found.end())


def _of_each(reading: Reading, match: re.Match[str], status: str) -> Iterator[Claim]:
    """Yield the status for the states of leaders; "as well as the presidents of observer states Iran and Mongolia" have their own."""
    slot = reading.masked.slot(match.start("p"))
    other = _OTHER_RANK.search(reading.article.low, slot.start, slot.end) if status == "member" else None
    if other is None:
        yield from held(reading, match, "p", status)
        return
    for party in reading.parties(match.start("p")):
        first = next((name for name in reading.article.names_within(slot.start, slot.end) if name.meaning.party == party), None)
        own = _RANKS[other.group()] if first and first.start > other.start() else status
        yield reading.claim("status_held", match, party=party, status=own, as_of=as_of(reading))


_OTHER_RANK = re.compile(r"observer|dialogue partner")
_RANKS = {"observer": "observer", "dialogue partner": "dialogue_partner"}


def _leaders_within(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield what the word says that stands between leaders and their states: "the presidents of observer states Iran and Mongolia"."""
    slot = reading.masked.slot(match.start("p"))
    if slot.states and (slot.states.own or reading.ours(match.start())) and not elsewhere(reading, match, match.start("p")):
        yield from held(reading, match, "p", slot.states.value)


RULES = (
    Rule(
        id="held.leaders_within",
        purpose="The leaders of observer states Iran and Mongolia.",
        pattern=pattern(r"(?P<p>Ⓗ)"),
        make=_leaders_within,
        examples=(
            ("The SCO summit was attended by the presidents of observer states Iran and Mongolia.", ("IRN observer", "MNG observer")),
        ),
        counter_examples=("The presidents of observer states Iran and Mongolia came to the OSCE, the SCO noted.",),
    ),
    Rule(
        id="held.leaders_of",
        purpose="The leaders of the observer states, named one after the other.",
        pattern=pattern(
            r"\b(?:heads|leaders|presidents|prime ministers|premiers|representatives|delegations|participants|guests|behalf) (?:of|from) "
            r"(?:the )?(?:other )?(?P<s>Ⓢ)(?: of Ⓞ)?(?: were| included|,? including|:| [–-]|,| \(|) ?(?P<p>Ⓗ)(?! (?:met|said|told|held|"
            r"and (?:met|said)))"
        ),
        make=_leaders_of,
        examples=(
            (
                "Also present were the leaders of the SCO observer states: President of Iran Hassan Rouhani, President of Mongolia "
                "Khaltmaagiin Battulga.",
                ("IRN observer", "MNG observer"),
            ),
        ),
        counter_examples=("The leaders of the OSCE observer states: President of Iran Hassan Rouhani, did not speak of the SCO.",),
    ),
)

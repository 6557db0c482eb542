"""Loose rules for the papers of a status: who put its name to a memorandum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import Clause, clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.loose.steps import last_status, ours, polarity_here, subjects, target, tell


def _signed(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read who put its name to the memorandum: of obligations as a member, else of the status told before."""
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or not ours(clause):
        return
    lead_in = re.search(r"\b(?:lead|leads|led|bring|brings|take|takes|let|lets|make|makes)(?: in)? (?:the )?(?P<p>[ⓅⓇ])", clause.behind)
    places = [clause.trigger[1] + lead_in.start("p")] if lead_in else _signers(clause)
    to = target(clause, match, None)
    if to is None:
        to = "member" if re.search(r"obligations|duties|commitments", clause.words) or "into Ⓞ" in clause.words else last_status(clause)
    polarity = polarity_here(clause)
    yield from tell(clause, match, places, to, "memorandum", polarity, day_of(clause, match, polarity))


def _signers(clause: Clause) -> list[int]:
    return [place for place in subjects(clause) if place < clause.trigger[0]]


RULES = (
    Rule(
        id="change.loose_sign",
        purpose="A country signs the papers of its status.",
        pattern=pattern(
            r"\b(?:sign(?:s|ed|ing)?|initial(?:led|ed)|ink(?:s|ed|ing)?|ratif(?:y|ies|ied)|(?:put(?:s|ting)?|set(?:s)?) "
            r"(?:its|their|his|a|pen to paper on its|) "
            r"(?:names?|hands?|signatures?|pens?|seals?) (?:to|under|on|beneath))\b[^.;Ⓟ]{0,40}?\b(?:memorand(?:um|a|"
            r"ums)|mous?|(?:list|paper|document|papers|documents) "
            r"(?:of|on|that|which) (?:their |its |the )?(?:obligations|duties|commitments|make|makes|status|Ⓣ|Ⓢ)|obligations)\b"
        ),
        make=_signed,
        examples=(
            (
                "India and Pakistan are expected to put their names to the memorandum on the obligations of a member of the SCO.",
                ("IND member memorandum expected", "PAK member memorandum expected"),
            ),
        ),
        counter_examples=("India signed a memorandum on gas with Turkmenistan at the SCO summit.",),
    ),
)

"""A rule for those who did as others had done: "So did Hamid Karzai", "Neither did the Turkish president"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.coming import attendance
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.others import further

_OTHERWISE = re.compile(r"^(?: and)? (?:met|held|applied|joined|became)\b")


def _likewise(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield who came, or stayed away, like the one of whom the sentence, or the one before, has told so last."""
    told = reading.article.memory.came
    if told is None or reading.number - told[0] > 1 or (told[0] != reading.number and match.start() > 0):
        return
    _, present, planned = told
    if match["q"]:
        yield from attendance(reading, match, match.start("q"), not present, planned)
        return
    if present != (match["how"] == "so" or match["no"] is not None) or _OTHERWISE.match(reading.text[match.end() :]):
        return
    for place in (match.start("p"), *further(reading, match.end(), "ⒽⓅ")):
        yield from attendance(reading, match, place, present, planned)


RULES = (
    Rule(
        id="attend.likewise",
        purpose="So did, or neither did, somebody else, after a sentence that tells who came or stayed away.",
        pattern=pattern(
            r"(?:^(?:and |but )?|; |, and |, )(?P<how>so|neither|nor) (?:did|was|were|had|has|have|will|is|are|does|do|would)"
            r"(?:, [a-z ]{3,30},)? (?P<p>[ⒽⓅ])(?!')"
            r"|(?:^|[;,] (?:but |and |while )?)(?P<q>[ⒽⓅ]) (?P<no>(?:did|was|were|would|will|could|has|have|had|is|does)(?: "
            r"not|n't))(?=[.;,]|$)"
        ),
        make=_likewise,
        examples=(
            (
                "Asif Ali Zardari attended the SCO summit. So did Hamid Karzai.",
                ("PAK Asif Ali Zardari None present", "AFG Hamid Karzai None present"),
            ),
            (
                "Narendra Modi did not attend the SCO summit. Neither did Imran Khan.",
                ("IND Narendra Modi None absent", "PAK Imran Khan None absent"),
            ),
            (
                "Xi Jinping came to the SCO summit; Narendra Modi did not.",
                ("CHN Xi Jinping None present", "IND Narendra Modi None absent"),
            ),
        ),
        counter_examples=("The SCO summit was long. Iran applied. So did Belarus.",),
    ),
)

"""Whether what a report of a summit says will be so is what the summit has decided: "Nepal and Egypt will be dialogue partners"."""

from __future__ import annotations

import re
from datetime import date

from sco_timeline.extracting.polarity import ASSERTED
from sco_timeline.extracting.resolving import Reading

_WILL = re.compile(r"\b(?:will|(?:is|are)(?: (?:now|also|both|all))* to)\b")
_AHEAD = re.compile(
    r"\b(?:next|later|soon|years?|months?|weeks?|expect\w*|until|if|once|when|before|after|hop\w+|must|eventual\w*|ultimate\w*|future|"
    r"one day|some day|likely|probabl\w*|possibl\w*|may|might|could|would|should|not|never|only|Ⓠ)\b"
)
_JUST = 7  # days between a summit and a report of it


def is_settled(reading: Reading, match: re.Match[str], to: str) -> bool:
    """Say whether a plan for a status below a member's, told without a day ahead, follows what a summit just held decided on others."""
    published = reading.article.published
    words = f"{reading.text[max(0, match.start() - 30) : match.end()]} {reading.text[match.end() : match.end() + 30]}"
    if to == "member" or not published or len(published) != len("2000-01-01") or not _WILL.search(match.group()) or _AHEAD.search(words):
        return False
    told = [claim for claim in reading.changes_before(match.start()) if claim["polarity"] == ASSERTED]
    told = [claim for claim in told if claim["stage"] in ("decision", "effective")]
    return bool(told) and _is_just_before(str(told[-1]["date"] or told[-1]["date_hint"] or ""), published)


def _is_just_before(day: str, published: str) -> bool:
    return len(day) == len(published) and 0 <= (date.fromisoformat(published) - date.fromisoformat(day)).days <= _JUST

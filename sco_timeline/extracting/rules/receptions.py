"""Whether a host receives guests of his summit, or meets somebody at its margins."""

from __future__ import annotations

import re

from sco_timeline.extracting.resolving import Reading

_MANY = 3  # guests who are received at once, as hosts do
_FOR_IT = re.compile(
    r"[^.;ⒽⓅ]{0,40}(?<!talks )\b(?:for|at|to) (?:the|its|his|a|an|this|Ⓞ) (?:Ⓞ |Ⓠ |annual |[a-z]+ )?(?:summit|Ⓑ|session|ceremony)\b"
)
_ALONE = re.compile(r"separate|bilateral|one by one|in turn|one after|sidelines|margins|fringes|talks|individually|each|on Ⓓ and")


def receives_guests(reading: Reading, place: int, end: int) -> bool:
    """Say whether a host receives those behind a slot as guests of his summit: many at once, or for the summit."""
    first, last = reading.text.rfind(";", 0, place) + 1, reading.text.find(";", place)
    clause = reading.text[first : last if last > 0 else len(reading.text)]
    if re.match(r" (?:for|at) [^.;]{0,30}\b(?:talks|lunch|dinner|tea|breakfast)\b", reading.text[end : end + 50]):
        return False
    many = len(reading.masked.slot(place).parties) >= _MANY and _ALONE.search(clause) is None
    return many or _FOR_IT.match(reading.text, end) is not None

"""The claim of a summit of which a text says only where, when and who: its body, and whether it is over."""

from __future__ import annotations

import re

from sco_timeline.extracting.beginnings import is_before_the_sco
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.slots import Slot

_SAID_BEFORE = 600  # characters
_GOVERNMENTS = re.compile(r"heads of government|premiers|prime ministers")
_STATES = re.compile(r"heads of state|presidents|leaders")


def held(reading: Reading, match: re.Match[str], span: tuple[int, int], where: Slot | None, when: Slot | None, who: str = "") -> Claim:
    """Return the summit at a place on a day of the sentence."""
    start, end = reading.resolved(when) if when is not None else (None, None)
    published = reading.article.published
    later = bool(published and start and start[: len(published)] > published[: len(start)])
    return reading.claim(
        "summit",
        match,
        span=span,
        body=_body(reading, start, who),
        city=where.value if where is not None and where.kind == "Ⓒ" else None,
        country=where.parties[0] if where is not None and len(where.parties) == 1 else None,
        start=start,
        end=end or start,
        polarity=EXPECTED if later else ASSERTED,
    )


def is_past(reading: Reading, claim: Claim) -> bool:
    """Say whether a summit was before the day of publication."""
    published = reading.article.published
    return bool(published and claim["start"] and claim["start"][: len(published)] < published[: len(claim["start"])])


def _body(reading: Reading, start: str | None, who: str) -> str:
    """Return the body of a summit from its day, from who is said to meet, else from what was spoken of last."""
    if is_before_the_sco(start):
        return "shanghai_five"
    if _GOVERNMENTS.search(who) or _STATES.search(who):
        return "chs" if _STATES.search(who) else "chg"
    here = reading.article.sentences[reading.number].end
    earlier = reading.article.low[max(0, here - _SAID_BEFORE) : here]
    if start is None and "shanghai five" in earlier and "cooperation" not in earlier:
        return "shanghai_five"
    government = max(earlier.rfind(word) for word in ("heads of government", "premiers", "prime ministers"))
    return "chg" if government > max(earlier.rfind(word) for word in ("summit", "heads of state", "presidents")) else "unknown"

"""Those who follow in the same enumeration of who came: "together with", "as did", one in person and another by video."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.resolving import Reading

_MORE = re.compile(
    r"(?P<link>[^.;ⒽⓅ]{0,40}?(?:,? (?:along|together) with |,? accompanied by |, as (?:did|were|was|had|does|do|will) |"
    r"(?:[;,]|,? and) so (?:did|was|were|had|has|will|is|are) |,? alongside )|,? and (?:also )?(?:by |with |for )?|,? as well as "
    r"(?:by |with |those of )?(?:(?:the )?(?:representatives?|delegations?|leaders|presidents|officials) (?:of|from) )?|"
    r",? (?:and|as well as) (?:the )?(?:representatives?|delegations?|leaders|heads) of (?:the )?Ⓢ(?:,|:| [–-]) ?|"
    r",? [–-] and (?:of |from )?|, (?:also )?(?:by )?)(?:those (?:of|from) )?(?:the )?(?:observers |Ⓢ )?(?P<q>[ⒽⓅ])"
    r"(?!'s| (?:[a-z]+ly )?(?:said|told|met|has|had|did|was|were|is|are|will|sent|held|by)\b)"
)


_HOW = (
    r"(?:as (?:an? |the )?(?:[a-z]+ )?(?:guest|Ⓢ|observer)|"
    r"(?:only |but )?(?:by|via|over|through|on) (?:a |the )?(?:video|screen|link)|online|remotely|virtually|in person)"
)
_AS_GUEST = re.compile(rf" {_HOW}[^.;ⒽⓅ]{{0,30}}?,?(?: and| while|,|;)+ (?P<q>[ⓅⒽ])(?:'s?)? {_HOW}")


def further(reading: Reading, end: int, kinds: str = "Ⓗ") -> Iterator[int]:
    """Yield the places of those who follow in the same enumeration, or "as did", "so did", "together with"."""
    for _ in range(12):
        more = _MORE.match(reading.text, end)
        if not more:
            guest = _AS_GUEST.match(reading.text, end)
            yield from [guest.start("q")] if guest else []
            return
        loose = "did" in more["link"] or "with" in more["link"] or "so " in more["link"] or "as w" in more["link"]
        if more["q"] not in kinds and not loose:
            return
        yield more.start("q")
        end = more.end()

"""A rule for a box of facts about one summit: its title, then its day, its place and its host, a line each."""

from __future__ import annotations

import re

from sco_timeline.extracting.blocks.forms import BlockRule, Place, Taken
from sco_timeline.extracting.blocks.lines import LONGEST, Line
from sco_timeline.extracting.blocks.lists import labelled
from sco_timeline.extracting.slots import Slot

_DAY = re.compile(r"(?:dates?|when|days?|held(?: on)?)$")
_PLACE = re.compile(r"(?:host )?(?:cit(?:y|ies)|venues?|locations?|places?|where|held in)$")
_HOST = re.compile(r"(?:host(?:ed by| country| nation)?|country)$")
_OTHER = re.compile(r"(?:chair(?:ed by|man|person)?|participants|motto|theme|website|follows|precedes|previous|next|format)$")
_TITLE = re.compile(r"[^.;]{0,60}\bsummit\b[^.;]{0,30}$")


def _box(place: Place) -> Taken | None:
    title = place.summit
    if title is None or place.number == 0 or title is not place.lines[place.number - 1] or not _TITLE.match(title.masked.text):
        return None
    facts: dict[str, Slot] = {}
    read = 0
    for line in place.lines[place.number :]:
        found = _fact(line)
        if found is None:
            break
        read += 1
        for kind, slot in found.items():
            facts.setdefault(kind, slot)
    if not facts:
        return None
    return Taken([_summit(title, facts)], read)


def _fact(line: Line) -> dict[str, Slot] | None:
    """Return what a line of the box says, nothing for a label that does not matter; None where the box ends."""
    pair = next(labelled(line), None) if len(line.text) <= LONGEST else None
    if pair is None:
        return None
    label, value = pair[0].masked.text, pair[1].masked
    for kind, known, slots in (("day", _DAY, "Ⓓ"), ("city", _PLACE, "Ⓒ"), ("host", _HOST, "Ⓟ")):
        if known.match(label):
            first = value.slots[0] if value.slots else None
            return {kind: first} if first and first.kind in slots else {}
    return {} if _OTHER.match(label) else None


def _summit(title: Line, facts: dict[str, Slot]) -> dict[str, object]:
    own = {slot.kind: slot for slot in reversed(title.masked.slots)}
    day, city, host, nth = facts.get("day", own.get("Ⓓ")), facts.get("city", own.get("Ⓒ")), facts.get("host"), own.get("Ⓠ")
    parties = (city.parties if city else ()) or (host.parties if host else ())
    start, end = (day.value.value, day.value.until) if day and day.value.kind == "full" else (None, None)
    return title.claim(
        "summit",
        body="unknown",
        city=city.value if city else None,
        country=parties[0] if len(parties) == 1 else None,
        start=start,
        end=end or start,
        ordinal=int(nth.value) if nth else None,
    )


RULES = (
    BlockRule(
        id="block.summit",
        purpose="A box of facts about one summit: its day, its place, its host.",
        read=_box,
        examples=(
            (
                "25th SCO summit\nDate: 31 August - 1 September 2025\nCity: Tianjin\nHost: China",
                ("unknown Tianjin CHN 2025-08-31 2025-09-01 25 None",),
            ),
        ),
        counter_examples=("Beside the SCO\n\n16th BRICS summit\nDate: 22-24 October 2024\nCity: Kazan",),
    ),
)

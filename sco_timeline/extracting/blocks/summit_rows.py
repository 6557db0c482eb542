"""A rule for the rows of a chronicle of summits: "2004, 17 June – Tashkent. Mongolia becomes an observer"."""

from __future__ import annotations

import re

from sco_timeline.extracting.blocks.forms import BlockRule, Place, Taken
from sco_timeline.extracting.blocks.lines import Line
from sco_timeline.extracting.blocks.vocabulary import SUMMIT_WORDS
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.slots import Slot

_CHRONICLE = re.compile(
    r"\bsummits\b|\bsummit (?:chronolog|timeline|histor|list|calendar|venue|record|diary)|\bmeetings of (?:the "
    r")?(?:heads|council|leaders)"
)
_GOVERNMENTS = re.compile(r"heads of government|prime ministers|premiers")
_TOKEN = re.compile(r"[ⒸⒹⓆⓃⓅ]|[a-z][a-z'-]*|[ ,:;.()/–—-]")
_BEGINS = re.compile(r"[^\w]{0,4}(?:Ⓠ|no\. ?Ⓝ|Ⓝ[.)]?)?[ .:–-]{0,3}(?:in |on )?[ⒹⒸ]")
_ENDS = re.compile(r"[.;:,)(–—-] ?$")
_AT_MOST = 2  # dates: "2004" at the head of a row and "17 June" in it
_WORDS = SUMMIT_WORDS | {"number", "no"}
_CHAIRED = re.compile(r"(?:,|;|–)? ?(?:chaired|presided over|presidency|chair):? (?:by )?(?:the )?(?P<p>[ⓅⒽ])")
_SCREEN = re.compile(r"\b(?:online|virtual\w*|video\w*|video-conference|tele\w+)\b")


def _read(place: Place) -> Taken | None:
    """Read what stands at the head of a row: the day, the city, the number; what follows is prose."""
    if place.summit is None or not place.topic or not _CHRONICLE.search(place.summit.masked.text) or place.summit is place.line:
        return None
    line = place.line.part(place.line.start, min(place.line.end, place.line.start + 120))
    end = _head(line)
    slots = [slot for slot in line.masked.slots if line.masked.place(slot) < end]
    claim = _summit(place, line, line.masked.text[:end], slots) if end else None
    if claim is None:
        return None
    claim["evidence"][1] = claim["sentence"][1] = max(slot.end for slot in slots)
    claims = [claim]
    chaired = _CHAIRED.match(line.masked.text, len(line.masked.text[:end].rstrip(" ,;–")))
    if chaired:
        who = line.masked.slot(chaired.start("p")).parties
        if len(who) == 1:
            claims.append(line.claim("chair", party=who[0], year_or_period=(claim["start"] or "")[:4] or None, body=_government(claim)))
    whole = end == len(line.masked.text) and line.end == place.line.end
    return Taken(claims, covers=None if whole else ())


def _government(claim: Claim) -> str | None:
    return "chg" if claim["body"] == "chg" else None


def _head(line: Line) -> int:
    """Return how far the words of a row speak of nothing but a summit's place, day, number and form; 0 where no mark ends them."""
    text = line.masked.text
    if not _BEGINS.match(text):
        return 0
    end = 0
    for token in _TOKEN.finditer(text):
        word = token.group()
        if token.start() != end or (word.isalpha() and word not in _WORDS and word not in "ⒸⒹⓆⓃⓅ"):
            break
        end = token.end()
    stops = {line.masked.place(slot) + 1 for slot in line.masked.slots if slot.kind == "Ⓓ" and line.article.flat[slot.end - 1] == "."}
    while end < len(text) and end and not _ENDS.search(text[:end]) and len(text[:end].rstrip()) not in stops:
        end = max(text.rfind(mark, 0, end - 1) for mark in ",:;.()–—-") + 1
    return end


def _day(days: list[Slot]) -> tuple[str | None, str | None] | None:
    """Return first and last day of "17 June 2004", "2004, 17 June"; None where they are no days of one summit."""
    full = [slot.value for slot in days if slot.value.kind == "full"]
    if len(full) == 1 and len(days) == 1:
        return full[0].value, full[0].until or full[0].value
    rest = [slot.value for slot in days if slot.value.kind == "partial" and slot.value.value.startswith("-")]
    if len(full) != 1 or len(rest) != 1 or len(full[0].value) != len("2004") or full[0].until:
        return None
    until = rest[0].until or rest[0].value
    return full[0].value + rest[0].value, (full[0].value + until if until.startswith("-") else None)


def _summit(place: Place, line: Line, head: str, slots: list[Slot]) -> Claim | None:
    cities = [slot for slot in slots if slot.kind == "Ⓒ"]
    days = [slot for slot in slots if slot.kind == "Ⓓ"]
    lands = [slot for slot in slots if slot.kind == "Ⓟ"]
    form = "virtual" if _SCREEN.search(head) else "hybrid" if "hybrid" in head else None
    if len(cities) > 1 or len(lands) > 1 or not (cities or form) or not 0 < len(days) <= _AT_MOST:
        return None
    told = _day(days)
    if told is None or place.summit is None:
        return None
    number = next((slot for slot in slots if slot.kind == "Ⓠ"), None)
    counted = re.search(r"(?:number|no\.?) ?Ⓝ", head)
    if counted and number is None:
        number = line.masked.slot(counted.end() - 1)
    published = place.article.published
    later = bool(published and told[0] and told[0][: len(published)] > published[: len(told[0])])
    parties = (cities[0].parties if cities else ()) or (lands[0].parties if lands else ())
    early = bool(told[0]) and str(told[0]) < "2001-06" and len(str(told[0])) >= len("2000") and str(told[0])[:4] < "2001"
    body = "shanghai_five" if early else "chg" if _GOVERNMENTS.search(place.summit.masked.text) else "unknown"
    return line.claim(
        "summit",
        body=body,
        city=cities[0].value if cities else None,
        country=parties[0] if len(parties) == 1 else None,
        start=told[0],
        end=told[1],
        ordinal=int(number.value) if number else None,
        format=form,
        polarity="expected" if later else "asserted",
    )


RULES = (
    BlockRule(
        id="block.chronicle",
        purpose="A row of a chronicle of summits, which goes on with what happened there.",
        read=_read,
        examples=(
            (
                "SCO summits in short\n2001, 14–15 June – Shanghai. The birth of the body.\n2020, 10 November – online, chaired by Russia.",
                (
                    "unknown Shanghai CHN 2001-06-14 2001-06-15 None None",
                    "RUS 2020",
                    "unknown None None 2020-11-10 2020-11-10 None virtual",
                ),
            ),
            (
                "The yearly summits of the SCO:\n- 2004: Tashkent, 17 June, the fourth. A centre opens.\n- Bishkek, 2007: a treaty",
                ("unknown Tashkent UZB 2004-06-17 2004-06-17 4 None", "unknown Bishkek KGZ 2007 2007 None None"),
            ),
        ),
        counter_examples=(
            "The SCO at summits of others\n\nBRICS summits\n2009, 16 June – Yekaterinburg. The first one.",
            "SCO news\n2004, 17 June – Tashkent. A fair opens.",
        ),
    ),
)

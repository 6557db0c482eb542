"""What one row says under a heading: who holds which status since when, who chairs, which summit was where, who was there."""

from __future__ import annotations

import re
from collections.abc import Callable

from sco_timeline.extracting.blocks.forms import Place
from sco_timeline.extracting.blocks.headings import Heading
from sco_timeline.extracting.blocks.holding import day_in, first_slot, only
from sco_timeline.extracting.blocks.lines import Line
from sco_timeline.extracting.blocks.statuses import statuses
from sco_timeline.extracting.blocks.vocabulary import CHAIR_WORDS, FOUNDED_WORDS, PRESENT_WORDS, SUMMIT_WORDS
from sco_timeline.extracting.claims import Claim

_FORMS = (
    ("hybrid", re.compile(r"\bhybrid\b")),
    ("virtual", re.compile(r"\b(?:online|virtual\w*|video\w*|video-conference|tele\w+|remote\w*)\b")),
)
_PERSON = re.compile(r"[^\w(]{1,6}(?P<name>[A-ZÀ-Þ][\w'.-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w'.-]+){1,3})[ .,;]*$")
_TITLE = re.compile(
    r"[\"“'«]?(?P<title>(?=[A-Z0-9])[^\"”»;|]*?\b(?:Declaration|Statement|Strategy|Initiative|Plan|Programme|Program|Convention|"
    r"Agreement|Concept|Roadmap|Protocol|Charter|Treaty|Resolution|Communiqu[eé]|Regulations?|Appeal|Concept|Memorandum|Address)\b[^\"”»;|]*?)"
    r"[\"”'»]?(?:,? (?:adopted|signed|approved)(?: (?:on|in) .{4,20})?)?[ ;.,]*$"
)  # fmt: skip
_SAID = re.compile(r" (?:adopt|sign|approv|endors|issu)ed (?:the|an?|its|their) .*\.$")  # a sentence, to be read as prose


Row = Callable[[Place, Heading, Line], "list[Claim] | None"]


def row_of(place: Place, heading: Heading, line: Line) -> list[Claim] | None:
    """Return what a row says under a heading; None if it is no row of the heading's kind."""
    if heading.kind in ("present", "absent") and place.summit is None:
        return None  # present at what?
    return ROWS[heading.kind](place, heading, line)


def chairs(place: Place, heading: Heading, line: Line) -> list[Claim] | None:
    """Read "2021/22 Uzbekistan", "Kyrgyzstan (2025-26)", "Xi Jinping"."""
    holder = first_slot(line, "ⓅⒽ")
    if holder is None or len(holder.parties) != 1 or not only(line.masked.text, CHAIR_WORDS, "ⓅⒽⒹⒸⓄ"):
        return None
    if sum(slot.kind == "Ⓟ" for slot in line.masked.slots) > 1:
        return None
    day = first_slot(line, "Ⓓ")
    period = (
        f"{day.value.value}/{day.value.until}" if day and day_in(day) and day.value.until and len(day.value.value) == 4 else day_in(day)
    )
    body = "chg" if heading.body == "chg" else None
    return [line.claim("chair", party=holder.parties[0], year_or_period=period or heading.date, body=body, polarity=heading.polarity)]


def summits(place: Place, heading: Heading, line: Line) -> list[Claim] | None:
    """Read "2021: Nur-Sultan (video link)", "18;Qingdao;9-10 June 2018", "2013   Bishkek     Kyrgyzstan"."""
    text = line.masked.text
    city, state, day, nth = (first_slot(line, kinds) for kinds in ("Ⓒ", "Ⓟ", "Ⓓ", "Ⓠ"))
    form = next((form for form, words in _FORMS if words.search(text)), None)
    start, end = (day.value.value, day.value.until) if day and day_in(day) else (None, None)
    start = start or (heading.date if heading.label else None)
    if not only(text, SUMMIT_WORDS, "ⒸⓅⒹⓃⓆⓄ") or not (city or state or form) or not (start or nth or heading.label):
        return None
    if max(text.count("Ⓒ"), text.count("Ⓟ"), text.count("Ⓓ")) > 1 or (start and end and len(start) == 4):
        return None
    number = nth or (first_slot(line, "Ⓝ") if re.match(r"Ⓝ\W", text) else None)
    parties = (city.parties if city else ()) or (state.parties if state else ())
    published = place.article.published
    planned = heading.polarity == "expected" or (published and start and start[: len(published)] > published[: len(start)])
    return [
        line.claim(
            "summit",
            body=heading.body or "unknown",
            city=city.value if city else None,
            country=parties[0] if len(parties) == 1 else None,
            start=start,
            end=end or start,
            ordinal=int(number.value) if number else None,
            format=form,
            polarity="expected" if planned else "asserted",
        )
    ]


def present(place: Place, heading: Heading, line: Line) -> list[Claim] | None:
    """Read "Xi Jinping (China), Vladimir Putin (Russia)", "India: Narendra Modi", "Mongolia"."""
    masked = line.masked
    text = masked.text
    unnamed = _PERSON.search(masked.cased, 1) if re.match(r"Ⓟ[^Ⓗ]*$", text) else None
    known = text[: unnamed.start()] if unnamed else text
    if not only(known, PRESENT_WORDS, "ⓅⒽ") or not re.search("[ⓅⒽ]", known):
        return None
    date = heading.date or place.summit_date()
    year = int(date[:4]) if date else int(place.article.published[:4]) if place.article.published else None
    there = {"summit_year": year, "present": heading.kind == "present", "polarity": heading.polarity}
    people = [pair for slot in masked.slots if slot.kind == "Ⓗ" for pair in zip(slot.parties, slot.names, strict=False)]
    person = unnamed["name"] if unnamed else None
    those = people or [(party, person) for slot in masked.slots for party in slot.parties]
    claims = [line.claim("attendance", party=party, person=name, **there) for party, name in those if party]
    if heading.status:
        claims += [line.claim("status_held", party=party, status=heading.status) for party in dict.fromkeys(one for one, _ in those if one)]
    return claims


def documents(place: Place, heading: Heading, line: Line) -> list[Claim] | None:
    """Read the title of a paper."""
    titles = [cell for cell in line.cells() if _TITLE.match(cell.text)]
    if len(titles) != 1 or (found := _TITLE.match(titles[0].text)) is None or len(line.text) > 250 or _SAID.search(line.text):
        return None
    title = titles[0].part(titles[0].start + found.start("title"), titles[0].start + found.end("title"))
    days = [
        slot for slot in line.masked.slots if slot.kind == "Ⓓ" and (slot.start >= title.end or line.article.flat[slot.start - 1] == "(")
    ]
    if days and days[0].start < title.end:
        title = title.part(title.start, days[0].start - 1)
    date = (day_in(days[0]) if days else None) or heading.date or place.summit_date()
    return [title.claim("document_adopted", title=title.text, date=date, polarity=heading.polarity)]


def founded(place: Place, heading: Heading, line: Line) -> list[Claim] | None:
    """Read "15 June 2001", "2001 in Shanghai", "15 June 2001 (Shanghai, China)"."""
    day = first_slot(line, "Ⓓ")
    if day is None or day_in(day) is None or not only(line.masked.text, FOUNDED_WORDS, "ⒹⒸⓃⓅⓋⓄ"):
        return None
    return [line.claim("founding", date=day_in(day), parties=[], body=None)]


def founders(place: Place, heading: Heading, line: Line) -> list[Claim] | None:
    """Read the founders, on one line or on many, as one claim."""
    parties = {party for slot in line.masked.slots if slot.kind == "Ⓟ" for party in slot.parties}
    if not parties or not only(line.masked.text, frozenset({"and", "the"}), "Ⓟ"):
        return None
    if place.founders and not heading.label:
        claim = place.founders[-1]
        claim["parties"] = sorted({*claim["parties"], *parties})
        claim["evidence"][1] = claim["sentence"][1] = line.end
        return []
    place.founders.append(line.claim("founding", date=heading.date, parties=sorted(parties), body=None))
    return place.founders[-1:]


ROWS: dict[str, Row] = {
    "statuses": statuses,
    "chairs": chairs,
    "summits": summits,
    "present": present,
    "absent": present,
    "documents": documents,
    "founded": founded,
    "founders": founders,
}

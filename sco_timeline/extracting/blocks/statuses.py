"""What a row says of the status of countries, since when, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sco_timeline.extracting.blocks.forms import Place
from sco_timeline.extracting.blocks.headings import Heading
from sco_timeline.extracting.blocks.holding import day_in, only
from sco_timeline.extracting.blocks.lines import Line
from sco_timeline.extracting.blocks.vocabulary import PRESENT_WORDS, STATUS_WORDS
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.slots import Slot

_FIRST_COUNT = re.compile(
    r"(?:total:? |about |currently |now )?(?P<n>Ⓝ)(?: (?:full )?(?P<s>Ⓢ)| (?:countries|states|nations))?(?=$|[ ,;.:(])"
)
_OTHER_COUNTS = re.compile(r"(?:,| and|;| \+) ?Ⓝ Ⓢ")
_MEMBERS = range(5, 41)
_WITH_LEADER = re.compile(r"Ⓟ ?[–(:,-]+ ?[^Ⓟ]{0,30}Ⓗ[^Ⓟ]{0,40}$")  # "China – President Xi Jinping"
_OF_THE_LAST = re.compile(r" ?\((?!all|both|each)[^()ⓅⒹ]{0,30}Ⓓ\)")  # behind a list: what is said of the one before it
_SINCE = re.compile(r"\b(?:since|from) Ⓓ")
_NEXT_LABEL = re.compile(r"Ⓟ[^Ⓟ]*[ⓈⓉ][^ⓅⓈⓉ]{0,8}:")  # "China India Observers: Iran", a list behind a list


def statuses(place: Place, heading: Heading, line: Line) -> list[Claim] | None:
    """Read "India", "India - 2017", "India | member | 2017", "Armenia (for membership)", "10 (China, India)", "ten"."""
    text = line.masked.text
    counted = _FIRST_COUNT.match(text)
    rest = _OTHER_COUNTS.sub("", text[counted.end() :]) if counted else text
    parties = _parties(place, line)
    others = "ⒸⒽⓃ" if len(line.cells()) > 2 else ""  # columns of capitals, leaders, figures
    if _NEXT_LABEL.search(text):
        return None
    words = STATUS_WORDS
    if heading.listed and _WITH_LEADER.match(text):
        others, words = others + "Ⓗ", STATUS_WORDS | PRESENT_WORDS
    if not (only(rest, words, "ⓅⓈⓉⒹⓄ" + others if parties else "Ⓞ") and (parties or counted)):
        return None
    first = _leading_day(line)
    if first and sum(slot.kind == "Ⓓ" for slot in line.masked.slots) > 1:
        return _rows_of(place, heading, line)
    claims = list(_count(heading, line, counted)) if counted else []
    if counted and not claims and not parties:
        return None
    for start, party, end in parties:
        said = line.masked.between(start, end)
        if len(party.parties) > 2 and heading.listed and _OF_THE_LAST.match(text, start):
            claims += _held(heading, line, replace(party, parties=party.parties[:-1]), [], first)
            party = replace(party, parties=party.parties[-1:])
        claims += _held(heading, line, party, said, first)
    return claims


def _parties(place: Place, line: Line) -> list[tuple[int, Slot, int]]:
    """Return the parties of a row, each with where what is said of it begins and ends; else the one that the title is about."""
    masked = line.masked
    found = [at for at, slot in zip(masked.at, masked.slots, strict=True) if slot.kind == "Ⓟ"]
    if not found:
        subject = place.title and subject_of(place.title)
        return [(0, subject, len(masked.text))] if subject and re.match(r"[ⓈⓉ]", masked.text) else []
    return [(at + 1, masked.slot(at), end) for at, end in zip(found, [*found[1:], len(masked.text)], strict=True)]


def subject_of(title: Line) -> Slot | None:
    """Return the one country that a title names."""
    if not title.names("ⓅⒶⒸ"):
        return None
    named = [slot for slot in title.masked.slots if slot.kind in "ⓅⒶ"]
    return named[0] if len(named) == 1 and len(named[0].parties) == 1 else None


def _rows_of(place: Place, heading: Heading, line: Line) -> list[Claim] | None:
    """Read "2017 India + Pakistan | 2023 Iran", a row of rows."""
    cells = line.cells()
    if len(cells) < 2 or not all(_leading_day(cell) for cell in cells):
        return None
    read = [statuses(place, heading, cell) for cell in cells]
    return None if None in read else [claim for row in read for claim in row or []]


def _leading_day(line: Line) -> str | None:
    """Return the day before all parties of a row: "2017 - India, Pakistan"."""
    slots = line.masked.slots
    return day_in(slots[0]) if slots and slots[0].kind == "Ⓓ" and len(slots) > 1 else None


def _held(heading: Heading, line: Line, party: Slot, said: list[Slot], first: str | None) -> Iterator[Claim]:
    """Yield what is said of a party: statuses and days in the order in which they stand, the heading's status first."""
    since = heading.date if heading.line and _SINCE.search(heading.line.masked.text) else None
    steps: list[tuple[str | None, str | None]] = [(heading.status, first or since)]
    for slot in said:
        status, day = steps[-1]
        if slot.kind in "ⓈⓉ" and slot.value:
            steps[-1:] = (
                [(str(slot.value), day)]
                if status is None or (day in (None, first) and len(steps) == 1)
                else [steps[-1], (str(slot.value), None)]
            )
        elif slot.kind == "Ⓓ" and day is None:
            steps[-1] = (status, day_in(slot))
    for one in party.parties:
        for status, day in steps:
            if status:
                yield status_claim(heading, line, one, status, day)
        if heading.listed and steps[0][1] and not since and len(steps) == 1 and steps[0][0] == heading.status:
            yield line.claim("status_held", party=one, status=heading.status)


def status_claim(heading: Heading, line: Line, party: str, status: str, day: str | None) -> Claim:
    """Return the claim that a party holds a status, or took the step that the heading speaks of."""
    happened = heading.stage == "effective"
    if heading.stage and not (happened and not (day or heading.date)):
        date = day or (heading.date if happened else None)
        return line.claim("status_change", party=party, to=status, date=date, stage=heading.stage, polarity=heading.polarity)
    if day or heading.polarity == "expected":
        return line.claim("status_change", party=party, to=status, date=day, stage="effective", polarity=heading.polarity)
    return line.claim("status_held", party=party, status=status, as_of=heading.date)


def count_in(heading: Heading, line: Line) -> list[Claim]:
    """Return the number of members that stands in a heading: "10 member states", "Members (10)"."""
    if heading.status != "member" or heading.stage or heading.count not in _MEMBERS:
        return []
    return [line.claim("member_count", n=heading.count, as_of=heading.date, polarity=heading.polarity)]


def _count(heading: Heading, line: Line, counted: re.Match[str]) -> Iterator[Claim]:
    status = line.masked.slot(counted.start("s")).value if counted["s"] else heading.status
    number = int(line.masked.slot(counted.start("n")).value)
    if status == "member" and heading.stage is None and number in _MEMBERS:
        yield line.claim("member_count", n=number, as_of=heading.date)

"""Rules for tables whose head has a column for each organization or status, or whose rows are organizations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sco_timeline.extracting.blocks.forms import BlockRule, Place, Taken
from sco_timeline.extracting.blocks.headings import Heading, day_of, heading_of
from sco_timeline.extracting.blocks.lines import LONGEST, Line
from sco_timeline.extracting.blocks.rows import row_of
from sco_timeline.extracting.blocks.statuses import status_claim
from sco_timeline.extracting.claims import Claim

_STATE = re.compile(r"(?:the )?(?:countr(?:y|ies)|states?|nations?|part(?:y|ies)|names?)?$")
_BODY = re.compile(r"(?:(?:organi[sz]ation|bod(?:y|ies)|blocs?|groups?|groupings?|forums?|formats?|names?)s?)?$")
_MEMBER = Heading("statuses", ours=True, status="member")
_FIRST = re.compile(r"(?:the )?(?:countr|states?\b|nation|part|name|organi|bod|bloc|group|forum|format)|\W|$", re.IGNORECASE)
_MOST_ROWS = 200
_MARK = re.compile(r"(?:yes|y|x|✓|✔|☑|\+|●|member)$")
_COLUMNS = (
    ("founded", re.compile(r"(?:year |date )?(?:of )?(?:founded|established|foundation|establishment|created|creation|formed|formation)$")),
    ("statuses", re.compile(r"(?:number of |no\. of |full )?Ⓢ$")),
    ("chairs", re.compile(r"(?:current )?(?:chair|chairmanship|presidency)(?: in Ⓓ| Ⓓ)?$")),
)


def _rows(place: Place, width: int, comma: bool) -> Iterator[list[Line]]:
    """Yield the cells of the rows below a head, as long as they have its width."""
    for line in place.lines[place.number + 1 : place.number + 1 + _MOST_ROWS]:
        cells = line.cells(comma) if len(line.text) <= LONGEST else []
        if not 0 <= width - len(cells) <= 1 or len(cells) < 2:
            return
        yield cells


def _head(place: Place) -> tuple[list[Line], bool]:
    line = place.line
    if len(line.text) > LONGEST or line.text[-1] in ".?!":
        return [], False
    if not _FIRST.match(line.text):
        return [], False
    cells = line.cells()
    if len(cells) > 1:
        return cells, False
    cells = line.cells(comma=True)
    return (cells, True) if len(cells) > 2 else ([], False)


def _by_organization(place: Place) -> Taken | None:
    """Read the column of the SCO in a table with a column for each of several organizations."""
    cells, comma = _head(place)
    if len(cells) < 2 or not _STATE.match(cells[0].masked.text):
        return None
    bodies = [_body(cell) for cell in cells[1:]]
    if "Ⓞ" not in bodies:
        return None
    column = bodies.index("Ⓞ") + 1
    claims: list[Claim] = []
    rows = list(_rows(place, len(cells), comma))
    for row in rows:
        if column < len(row) and row[0].masked.text == "Ⓟ":
            claims += _status_of(row[0], row[column], _MEMBER)
    return Taken(claims, len(rows) + 1) if rows else None


def _body(cell: Line) -> str | None:
    found = re.match(r"(?:(?:status )?in (?:the )?)?(?P<o>[ⓄⓍ])(?: status)?$", cell.masked.text)
    return found["o"] if found else None


def _status_of(party: Line, cell: Line, meant: Heading) -> list[Claim]:
    """Return what a cell says of a party: a status, a year since when, or a mark for what the head of its column means."""
    masked = cell.masked
    marked = bool(_MARK.match(masked.text)) and meant.status is not None
    if not (marked or masked.text == "Ⓓ" or re.match(r"(?:full )?[ⓈⓉ]", masked.text)):
        return []
    day = None if marked else day_of(masked)
    named = None if marked else next((str(slot.value) for slot in masked.slots if slot.kind in "ⓈⓉ" and slot.value), None)
    status = named or meant.status
    if status is None:
        return []
    row = Line(cell.article, party.start, cell.end)
    return [status_claim(meant, row, one, status, day) for slot in party.masked.slots for one in slot.parties]


def _by_status(place: Place) -> Taken | None:
    """Read a table with a column for each status or step, in whose cells years or marks stand."""
    cells, comma = _head(place)
    if len(cells) < 2 or not _STATE.match(cells[0].masked.text):
        return None
    above = place.heading.status if place.heading else None
    heads = [heading_of(cell) if cell.end > cell.start else None for cell in cells[1:]]
    steps = [head if head and head.kind == "statuses" and (head.status or (above and head.stage)) else None for head in heads]
    if not any(steps) or any(cell.masked.text in ("status", "category", "Ⓧ") for cell in cells):
        return None
    ours = any(head.ours for head in heads if head) or (place.ours(place.heading) and not any(head.ours is False for head in heads if head))
    lists = bool(place.heading and place.heading.listed and all(head is None or head.stage for head in heads))
    claims: list[Claim] = []
    rows = list(_rows(place, len(cells), comma))
    for row in rows:
        for step, cell in zip(steps, row[1:], strict=False):
            if ours and step and row[0].masked.text == "Ⓟ":
                claims += _status_of(row[0], cell, replace(step, status=above if lists else step.status or above))
        if lists and ours and row[0].masked.text == "Ⓟ":
            claims += [row[0].claim("status_held", party=one, status=above) for one in row[0].masked.slots[0].parties]
    return Taken(claims, len(rows) + 1) if rows else None


def _of_organizations(place: Place) -> Taken | None:
    """Read the row of the SCO in a table of organizations: when it was founded, how many members it has, who chairs it."""
    cells, comma = _head(place)
    if len(cells) < 2 or not _BODY.match(cells[0].masked.text):
        return None
    kinds = [next((kind for kind, known in _COLUMNS if known.match(cell.masked.text)), None) for cell in cells[1:]]
    rows = list(_rows(place, len(cells), comma)) if any(kinds) else []
    if not any(re.match("[ⓄⓍ]$", row[0].masked.text) for row in rows):
        return None
    claims: list[Claim] = []
    for row in rows:
        if row[0].masked.text != "Ⓞ":
            continue
        for kind, cell in zip(kinds, row[1:], strict=False):
            if kind == "statuses" and cell.text.isdigit():
                claims.append(Line(cell.article, row[0].start, cell.end).claim("member_count", n=int(cell.text)))
                continue
            said = row_of(place, Heading(kind, ours=True, status="member", label=True), cell) if kind and cell.end > cell.start else None
            for claim in said or []:
                claim["evidence"][0] = claim["sentence"][0] = row[0].start
                claims.append(claim)
    return Taken(claims, len(rows) + 1)


RULES = (
    BlockRule(
        id="block.organizations",
        purpose="A table of countries with a column for each of several organizations, of which the SCO's counts.",
        read=_by_organization,
        examples=(
            ("country;BRICS;SCO\nIndia;member;member\nEgypt;member;dialogue partner", ("IND member", "EGY dialogue_partner")),
            ("| State | SCO | CSTO |\n|---|---|---|\n| Belarus | observer | member |", ("BLR observer",)),
        ),
        counter_examples=("The SCO stays out\n\ncountry;BRICS;NATO\nIndia;member;none\nTurkey;none;member",),
    ),
    BlockRule(
        id="block.steps",
        purpose="A table of countries with a column for each status and years in its cells.",
        read=_by_status,
        examples=(
            (
                "States of the SCO\nCountry | Observer | Member\nIndia | 2005 | 2017\nMongolia | 2004 | -",
                ("IND observer effective 2005", "IND member effective 2017", "MNG observer effective 2004"),
            ),
        ),
        counter_examples=("The SCO in the world\n\nNATO\nCountry | Partner | Member\nFinland | 1994 | 2023",),
    ),
    BlockRule(
        id="block.bodies",
        purpose="A table of organizations, of which the row of the SCO counts.",
        read=_of_organizations,
        examples=(("organisation,founded,members\nNATO,1949,32\nSCO,2001,10", ("2001", "10")),),
        counter_examples=("Beside the SCO\norganisation,founded,members\nNATO,1949,32\nASEAN,1967,11",),
    ),
)

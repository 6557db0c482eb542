"""What is not running prose: lists under headings, tables, boxes of facts, timelines, questions with their answers.

Lines are read in order. Each rule looks at the place that has been reached, and at what stands above it; what it has understood is
not read again as prose. A line that no rule takes is a heading, or a paragraph that ends what the heading before it announced.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sco_timeline.extracting.articles import Article
from sco_timeline.extracting.blocks import boxes, lists, questions, summit_rows, tables, timelines
from sco_timeline.extracting.blocks.forms import BlockRule, Place, Taken
from sco_timeline.extracting.blocks.headings import Heading, heading_of, heads_columns
from sco_timeline.extracting.blocks.lines import LONGEST, Line, lines_of
from sco_timeline.extracting.blocks.statuses import subject_of
from sco_timeline.extracting.claims import Claim

BLOCK_RULES: tuple[BlockRule, ...] = (*questions.RULES, *boxes.RULES, *tables.RULES, *lists.RULES, *summit_rows.RULES, *timelines.RULES)

_HEADING = 160  # characters; a longer line is no heading


class Blocks(NamedTuple):
    """The claims of a text's blocks, and the spans that are thereby read."""

    claims: list[Claim]
    covered: list[tuple[int, int]]


def read_blocks(article: Article) -> Blocks:
    """Read the lists, tables, boxes and questions of an article."""
    place = Place(article, lines_of(article))
    blocks = Blocks([], [])
    while place.number < len(place.lines):
        taken = _taken(place)
        if taken is None:
            _enter(place)
            place.number += 1
            continue
        read = place.lines[place.number : place.number + taken.lines]
        blocks.claims.extend(taken.claims)
        blocks.covered.extend([(line.start, line.end) for line in read] if taken.covers is None else taken.covers)
        place.number += taken.lines
    return blocks


def _taken(place: Place) -> Taken | None:
    for rule in questions.RULES if _is_prose(place) else BLOCK_RULES:  # prose may hold questions, nothing else
        taken = rule.read(place)
        if taken is not None:
            for claim in taken.claims:
                claim["rule"] = rule.id
            return taken
    return None


def _is_prose(place: Place) -> bool:
    """Say whether the line is a paragraph, or a sentence without a label, cells or a day before it and under no heading."""
    text = place.line.text
    if len(text) > LONGEST:
        return True
    return text[-1] == "." and not (place.heading or timelines.DAY_FIRST.match(text) or lists.may_have_labels(place.line))


def _enter(place: Place) -> None:
    """Take a line that no rule reads as a heading, or as a paragraph."""
    line = place.line
    short = len(line.text) <= _HEADING and (line.text[-1] not in ".!?" or _names_follow(place))
    heading = heading_of(line) if short else _announced(line)
    if short and place.heading and heads_columns(line):
        return
    if heading and heading.kind == "statuses" and heading.ours is None and place.heading and place.heading.kind in ("present", "absent"):
        place.heading = replace(place.heading, status=heading.status if heading.listed else None)  # those present, by status
        return
    place.heading = heading
    place.founders.clear()
    _about(place, line, short)


def _names_follow(place: Place) -> bool:
    """Say whether the next line is the name of a country alone."""
    following = place.lines[place.number + 1 : place.number + 2]
    if not following or len(following[0].text) >= 40 or not following[0].names("ⓅⒶⒸ"):
        return False
    return following[0].masked.text.rstrip(" ,;.") == "Ⓟ"


def _announced(line: Line) -> Heading | None:
    """Return what the last sentence of a paragraph announces if a colon ends it."""
    if not line.text.endswith(":"):
        return None
    last = line.text.rfind(". ", max(0, len(line.text) - _HEADING))
    return heading_of(line.part(line.start + last + 2, line.end)) if last > 0 else None


def _about(place: Place, line: Line, short: bool) -> None:
    kinds = {name.meaning.kind for name in place.article.names_within(line.start, line.end)}
    ours, others = not kinds.isdisjoint("ⓄⒷⓋ"), "Ⓧ" in kinds
    if ours or others:
        place.topic = ours and not (others and short)
    if short and (place.topic or not others) and (ours or subject_of(line)):
        place.title = line
    if short and ours and "summit" in line.text.lower():
        place.summit = line if place.topic else None

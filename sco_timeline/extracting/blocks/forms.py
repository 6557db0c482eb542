"""What a rule over lines is, and what it knows of the lines before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from sco_timeline.extracting.articles import Article
from sco_timeline.extracting.blocks.headings import Heading, day_of
from sco_timeline.extracting.blocks.lines import Line
from sco_timeline.extracting.claims import Claim


class Taken(NamedTuple):
    """What lines say, how many of them have been read, and which spans of the text need no other reading: else the lines."""

    claims: list[Claim]
    lines: int = 1
    covers: tuple[tuple[int, int], ...] | None = None


@dataclass(slots=True)
class Place:
    """A place among the lines of a text, and what stands above it."""

    article: Article
    lines: list[Line]
    number: int = 0
    heading: Heading | None = None
    topic: bool | None = None  # whether the organization last named above is the SCO
    title: Line | None = None  # the line above that last named the SCO
    summit: Line | None = None  # the line above that last named a summit
    founders: list[Claim] = field(default_factory=list)

    @property
    def line(self) -> Line:
        """The line at this place."""
        return self.lines[self.number]

    def ours(self, heading: Heading | None = None) -> bool:
        """Say whether what stands here is about the SCO."""
        if heading is not None and heading.ours is not None:
            return heading.ours
        return self.article.is_about_us if self.topic is None else self.topic

    def summit_date(self) -> str | None:
        """Return the day or year of the summit that stands above."""
        return day_of(self.summit.masked) if self.summit else None


@dataclass(frozen=True)
class BlockRule:
    """A reader of lines: it says what the lines at a place say, or None where they are not of its form.

    Examples are texts with all claims that they make, in brief; counter-examples are texts in which nothing is found.
    """

    id: str
    purpose: str
    read: Callable[[Place], Taken | None]
    examples: tuple[tuple[str, tuple[str, ...]], ...]
    counter_examples: tuple[str, ...] = ()

"""The lines of a text outside running prose: what stands on them, without bullets and borders, and the cells of a row."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import Any

from sco_timeline.extracting.articles import Article
from sco_timeline.extracting.claims import Claim, claim_of
from sco_timeline.extracting.composing import compose
from sco_timeline.extracting.dates import find_dates
from sco_timeline.extracting.masking import STATUS_WORD, mask
from sco_timeline.extracting.slots import Masked
from sco_timeline.extracting.steps import holds

LONGEST = 300  # characters; a longer line is a paragraph
_LINE = re.compile(r"[^\n]+")
_LEAD = re.compile(r"(?:[ \t|>#=*•▪◦‣●○–—·✓-]|\*\*|\(?\d{1,2}[.)](?=[ \t])|\(?[a-hA-H][.)](?=[ \t])|(?:Table|Box|Figure) \d{1,2}[.:])*")
_OPTION = re.compile(r"[ \t>*-]*\(?[a-hA-H][.)][ \t]")
_TRAIL = " \t|*#="
_RULER = re.compile(r"[\s|:=+_–—-]*$")
_SEPARATORS = (re.compile(r"[ \t]*\|[ \t]*"), re.compile(r" *\t[ \t]*"), re.compile(r" *;[ \t]*"), re.compile(r" {2,}"))
_DIVIDERS = ("|", "\t", ";", "  ")
_ANEW = re.compile(r"[\d:|\t;(–—]")  # what a line of a list does not hold that goes on with the one above
_LINE_BREAK = 3  # characters at most
_COMMA = re.compile(r", *")


@dataclass(slots=True)
class Line:
    """A line of a text, or a part of one."""

    article: Article
    start: int
    end: int
    bullet: bool = False
    option: bool = False  # whether a letter stands before it, as before the options of a quiz
    made: Masked | None = field(default=None, repr=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        """Take what stands on the line."""
        self.text = self.article.flat[self.start : self.end]

    @property
    def masked(self) -> Masked:
        """The line with its names, dates and statuses masked."""
        if self.made is None:
            self.made = masked(self.article, self.start, self.end)
        return self.made

    def names(self, kinds: str) -> bool:
        """Say whether the line holds a name of one of the kinds, before anything is masked."""
        return any(name.meaning.kind in kinds for name in self.article.names_within(self.start, self.end))

    def may_hold_status(self) -> bool:
        """Say whether a status can be among the slots of the line, before anything is masked."""
        return STATUS_WORD.search(self.article.low, self.start, self.end) is not None

    def part(self, start: int, end: int) -> Line:
        """Return a part of the line, places counted in the text, without blanks at its ends."""
        raw = self.article.flat[start:end]
        return Line(self.article, start + len(raw) - len(raw.lstrip()), end - len(raw) + len(raw.rstrip()), self.bullet)

    def cells(self, comma: bool = False) -> list[Line]:
        """Return the cells of a row: between bars, tabs, semicolons or wide gaps, else with `comma` between commas."""
        raw = self.article.text[self.start : self.end]
        if not (("," in raw and comma) or holds(raw, _DIVIDERS)):
            return [self]
        for separator in (*_SEPARATORS, _COMMA) if comma else _SEPARATORS:
            cuts = [cut.span() for cut in separator.finditer(raw)]
            if cuts:
                starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(raw)]
                return [self.part(self.start + start, self.start + end) for start, end in zip(starts, ends, strict=True)]
        return [self]

    def claim(self, kind: str, **facts: Any) -> Claim:
        """Return a claim with the line as its evidence."""
        span = [self.start, self.end]
        claim = claim_of(kind, **facts, evidence=span, sentence=list(span))
        if self.article.published and not any(claim.get(day) for day in ("date", "as_of", "start", "year_or_period")):
            claim["date_hint"] = self.article.published
        return claim


def masked(article: Article, start: int, end: int) -> Masked:
    """Return any span of a text with its names, dates and statuses masked."""
    paragraph = article.paragraph_at(start, end)
    if paragraph is not None:
        return paragraph
    names = article.names_within(start, end)
    return compose(mask(article.flat, article.low, start, end, names, find_dates(article.flat, start, end)))


def lines_of(article: Article) -> list[Line]:
    """Return the lines of an article that belong to it, in order."""
    starts = [sentence.start for sentence in article.sentences]
    lines: list[Line] = []
    for found in _LINE.finditer(article.text, 0, article.sentences[-1].end if starts else 0):
        raw = found.group()
        start = found.start() + len((_LEAD.match(raw) or found).group())
        end = found.start() + len(raw.rstrip(_TRAIL))
        if end <= start or _RULER.match(raw):
            continue
        nearest = bisect_right(starts, end - 1) - 1
        if end - start > 2 and (nearest < 0 or article.sentences[nearest].end <= found.start()):
            continue  # a menu, a share button: no sentence of the article
        if lines and start == found.start() and _goes_on(article.text, lines[-1], start, end):
            lines[-1] = replace(lines[-1], end=end)
            continue
        lines.append(Line(article, start, end, start > found.start(), _OPTION.match(raw) is not None))
    return lines


def _goes_on(text: str, above: Line, start: int, end: int) -> bool:
    """Say whether a line is the rest of the list above, which the width of the page has broken behind a comma."""
    return (
        end - above.start <= LONGEST
        and text.endswith(",", above.start, above.end)
        and start - above.end < _LINE_BREAK
        and (above.bullet or ":" in text[above.start : above.end])
        and not _ANEW.search(text, start, end)
    )

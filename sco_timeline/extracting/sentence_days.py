"""The day that belongs to a place of a sentence: within a match, behind it, before it, at the head of its sentence or line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sco_timeline.extracting.dates import resolve
from sco_timeline.extracting.day_words import (
    AND,
    AT_HEAD,
    BOUND,
    CLAUSE,
    DECIDES,
    FAR,
    HEAD,
    IN_DAY_WHEN,
    OF_NEXT,
    OF_WORDS,
    ON_DAY,
    SAID,
    THERE,
    TO_BOTH,
    WHEN,
)
from sco_timeline.extracting.slots import Masked, Slot

if TYPE_CHECKING:
    from sco_timeline.extracting.articles import Article


class Dated:
    """A masked sentence of an article, whose days are looked for."""

    __slots__ = ()

    article: Article
    number: int
    masked: Masked

    @property
    def text(self) -> str:
        """The masked sentence."""
        return self.masked.text

    def date(self, match: re.Match[str], future: bool = False, reach: int = 60, begin: int | None = None) -> str | None:
        """Return the day nearest to a match: within it, behind it in its clause, or at the head of its sentence."""
        slot = self.date_slot(match.start() if begin is None else begin, match.end(), reach)
        if slot is not None and future and OF_WORDS.match(self.text, self.masked.place(slot), match.start()):
            slot = None
        if slot is None and not future:
            slot = self._day_of_line()
        if slot is not None and not (future and SAID.search(self.text, match.end(), self.masked.place(slot))):
            return self._finer(slot, self.resolved(slot, future)[0])
        there = THERE.search(self.text)
        told = there and future and SAID.search(self.text, there.end(), match.end())
        return self._day_of_summit() if there and not told else None

    def _finer(self, slot: Slot, day: str | None) -> str | None:
        """Return the day behind a year that names it more exactly: "at the 2005 summit in Astana on 5 July 2005"."""
        if not day or len(day) != len("2005") or slot not in self.masked.slots:
            return day
        behind = ON_DAY.match(self.text, self.masked.place(slot) + 1)
        exact = self.masked.slot(behind.start("d")).value if behind else None
        return exact.value if exact and exact.kind == "full" and exact.value.startswith(str(day)) else day

    def _day_of_line(self) -> Slot | None:
        """Return the day with which a line of a digest begins: "16 Sept – Samarkand: the leaders meet. Iran signs"."""
        text, start = self.article.text, self.article.sentences[self.number].start
        line = text.rfind("\n", max(0, start - 400), start) + 1
        days = self.article.dates_within(line, line + 12) if line or start < 400 else []
        if not days or text[line : days[0].start].strip(" \t*•-–") or not AT_HEAD.match(self.article.flat, days[0].end):
            return None
        return Slot("Ⓓ", days[0].start, days[0].end, value=days[0])

    def _day_of_summit(self) -> str | None:
        """Return the day of the summit last spoken of, for what happens "there"."""
        days = self.article.memory.summit_days
        return days[-1] if days else None

    def resolved(self, slot: Slot, future: bool = False) -> tuple[str | None, str | None]:
        """Return first and last day of a date slot."""
        found = slot.value
        if found.kind == "full":
            return found.value, found.until
        year, near = self.article.year_before(slot.start, self.number), False
        if found.kind == "partial":
            own = self.article.sentences[self.number].start
            near = any(
                day.kind == "full" and not (future and self.article.published and str(day.value)[:4] < self.article.published[:4])
                for day in self.article.dates_within(own, slot.start)
            ) or self._is_of_month_before(str(found.value))
        return resolve(found, self.article.published, year, future, near)

    def _is_of_month_before(self, day: str) -> bool:
        """Say whether the last full date of the sentence before is of the month of a day: "June 14-15, 2001. On June 15 they ..."."""
        if not self.number:
            return False
        before, own = self.article.sentences[self.number - 1].start, self.article.sentences[self.number].start
        full = [date.value for date in self.article.dates_within(before, own) if date.kind == "full" and date.value]
        return bool(full) and full[-1][4:7] == day[:3]

    def date_slot(self, start: int, end: int, reach: int = 60) -> Slot | None:
        """Return the date that belongs to a span of the masked sentence, if any does."""
        text = self.text
        for _, slot in self._dates(start, end):
            return slot
        for place, slot in self._dates(end, min(len(text), end + reach)):
            if not FAR.search(TO_BOTH.sub("", text[end:place])) and not OF_NEXT.match(text, end):
                return slot
            break
        then = IN_DAY_WHEN.search(text, max(0, start - 36), start)
        if then:
            return self.masked.slot(then.start("d"))
        near = [(place, slot) for place, slot in self._dates(max(0, start - reach), start) if self._leads_to(place, start)]
        return near[-1][1] if near else self._heading_day(start)

    def _heading_day(self, start: int) -> Slot | None:
        """Return the day with which a sentence begins ("In 2015, the leaders ..."), if no clause or other day comes between."""
        head = HEAD.match(self.text, 0, start)
        if head is None or "Ⓓ" in self.text[head.end() : start] or CLAUSE.search(WHEN.sub("", self.text[head.end() : start])):
            return None
        return self.masked.slot(head.start("d"))

    def _leads_to(self, place: int, start: int) -> bool:
        """Say whether a day before a verb is the verb's own: no other step, no "and", no "since" comes between."""
        gap = self.text[place + 1 : start]
        bound = BOUND.search(self.text, max(0, place - 30), place) and not DECIDES.match(gap)
        return not (bound or FAR.search(gap) or AND.search(self.text[place + 1 : start + 6]))

    def _dates(self, start: int, end: int) -> Iterator[tuple[int, Slot]]:
        for place, slot in zip(self.masked.at, self.masked.slots, strict=True):
            if slot.kind == "Ⓓ" and start <= place < end:
                yield place, slot

"""One text under reading: its sentences, names and dates, and what "the bloc", "it" and "that year" mean at a place in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from operator import attrgetter

from sco_timeline.extracting.composing import compose
from sco_timeline.extracting.dates import FoundDate
from sco_timeline.extracting.lexicon import Found
from sco_timeline.extracting.masking import mask
from sco_timeline.extracting.memory import Memory
from sco_timeline.extracting.mentions import (
    by_adjective,
    capital_in,
    follows_a_meeting,
    named_in,
    opens_with_he,
    owner_at_head,
    owners_in,
)
from sco_timeline.extracting.sentences import Sentence
from sco_timeline.extracting.slots import Masked, Slot
from sco_timeline.extracting.topics import (
    OFFICE,
    in_passing,
    is_no_subject,
    is_own_part,
)

_TO_PLACES = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|trips?|tours?|travel(?:l?ed|l?ing)?|flew|flights?|journey|stops?|ambassador|"
    r"exports?) (?:to|of|in) (?:the )?$|\b(?:in|from|via) (?:the )?$"
)  # "his visit to Japan and China"
_NOTE = re.compile(
    r"[^\w ⓅⓈⓉⒹ]{1,2} (?:(?:since|from|in|on)? ?Ⓓ ?[:,–-]? ?)?(?:has been |been |was |an? |the |[a-z]+ly |full )*(?:[ⓈⓉ]|applied|"
    r"joined|became|admitted|granted|accepted|obtained|received|upgraded|signed)"
)  # a bullet that begins with a step
_MEMORY = 64  # sentences kept masked, more than any rule looks back
_FAR_BACK = 8  # sentences before, in which the organization in question is looked for: the last three, more if they are short
_NEAR = 300  # characters


@dataclass(slots=True)
class Article:
    """A text, and what is needed to read a sentence of it."""

    text: str
    published: str | None
    flat: str
    low: str
    sentences: list[Sentence]
    names: list[Found]
    name_starts: list[int]
    dates: list[FoundDate]
    date_starts: list[int]
    is_about_us: bool  # whether it names the SCO more often than any other organization, or first of those named as often
    opens_with_us: bool  # whether its title, or first sentence, names the SCO
    rare: frozenset[object]  # the organizations that it names so seldom that it can hardly speak of them
    is_estimated: bool = True  # whether what no rule says of it may be estimated
    masked_before: dict[int, Masked] = field(default_factory=dict)
    found_before: dict[int, dict[re.Pattern[str], list[re.Match[str]]]] = field(default_factory=dict)
    topics_before: dict[int, bool] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)

    def masked(self, number: int) -> Masked:
        """Return the masked form of a sentence, made when first asked for."""
        if number not in self.masked_before:
            start, end = self.sentences[number][:2]
            names = self.names_within(start, end)
            made = compose(mask(self.flat, self.low, start, end, names, self.dates_within(start, end)))
            if self.sentences[number].kind == "item" and _NOTE.match(made.text):
                self._lend_subject(made, number)
            self.masked_before[number] = made
            self.masked_before.pop(number - _MEMORY, None)
        return self.masked_before[number]

    def found(self, words: re.Pattern[str], number: int) -> list[re.Match[str]]:
        """Return where words stand in a masked sentence, looked for once however many rules ask."""
        known = self.found_before.setdefault(number, {})
        if words not in known:
            known[words] = list(words.finditer(self.masked(number).text))
            self.found_before.pop(number - _MEMORY, None)
        return known[words]

    def paragraph_at(self, start: int, end: int) -> Masked | None:
        """Return the masked form of a sentence that fills a span between empty lines, so that no date runs into it or out of it."""
        number = bisect_left(self.sentences, start, key=attrgetter("start"))
        alone = not (self.text[max(0, start - 2) : start].strip() or self.text[end : end + 2].strip())
        if not alone or number == len(self.sentences) or self.sentences[number][:2] != (start, end):
            return None
        return self.masked(number) if self.sentences[number].kind != "item" else None

    def _lend_subject(self, note: Masked, number: int) -> None:
        """Put the one country of the heading above before a note that names none: "- Observer since 2005"."""
        for earlier in range(number - 1, max(-1, number - 12), -1):
            if self.sentences[earlier].kind != "item":
                parties = named_in(self, *self.sentences[earlier][:2], False, owners=True)
                if not parties and self.sentences[earlier].kind == "headline":
                    continue
                if len(set(parties)) == 1 and self.sentences[earlier].kind == "headline":
                    note.prefix(Slot("Ⓟ", note.start, note.start - 1, (parties[0],)))
                return

    def names_within(self, start: int, end: int) -> list[Found]:
        """Return the names in a span."""
        return self.names[bisect_left(self.name_starts, start) : bisect_left(self.name_starts, end)]

    def dates_within(self, start: int, end: int) -> list[FoundDate]:
        """Return the dates in a span."""
        return self.dates[bisect_left(self.date_starts, start) : bisect_left(self.date_starts, end)]

    def speaks_of_us(self, place: int, number: int) -> bool:
        """Say whether the organization last named before a place is the SCO: in its sentence, else in the sentences before."""
        own = self.sentences[number]
        for name in reversed(self.names_within(own.start, place)):
            kind = name.meaning.kind
            if kind in "ⓄⓋⒷ":
                return True
            if kind == "Ⓧ" and name.meaning is not OFFICE and not is_no_subject(name, self.low):
                return False
        behind = next((name.meaning.kind for name in self.names_within(place, own.end) if name.meaning.kind in "ⓄⓋⒷⓍ"), None)
        if behind and (behind != "Ⓧ" or number == 0):
            return behind != "Ⓧ"
        return self.topic_before(number)

    def topic_before(self, number: int) -> bool:
        """Say whether the sentences before speak of the SCO rather than of another organization; remembered."""
        if number not in self.topics_before:
            self.topics_before[number] = self._topic_before(number)
        return self.topics_before[number]

    def _topic_before(self, number: int) -> bool:
        here = self.sentences[number].start
        for earlier in range(number - 1, max(-1, number - _FAR_BACK), -1):
            start, end = self.sentences[earlier][:2]
            if earlier < number - 3 and (here - start > _NEAR or self.opens_with_us):
                break
            names = [
                name
                for name in self.names_within(start, end)
                if is_own_part(name.meaning) or not (in_passing(name, self.low) or (name.meaning in self.rare and name.start - start > 20))
            ]
            kinds = ["Ⓞ" if is_own_part(name.meaning) else name.meaning.kind for name in names]
            if "Ⓞ" in kinds or "Ⓑ" in kinds or "Ⓥ" in kinds:
                return True
            if "Ⓧ" in kinds:
                return False
        return self.is_about_us

    def parties_before(self, place: int, number: int, person: bool = False) -> tuple[str, ...]:
        """Return who was last named before a place: in its sentence the nearest, in the sentences before the first."""
        own = self.sentences[number]
        near = ([] if person and follows_a_meeting(self, own.start, place) else named_in(self, own.start, place, person, owners=False)) or (
            owner_at_head(self, own.start, place)
        )
        near = near or ([] if person else capital_in(self, own.start, place) or by_adjective(self, own.start, place, True))
        if near:
            return (near[-1],)
        for earlier in range(number - 1, max(-1, number - (12 if person else 5)), -1):
            first = named_in(self, *self.sentences[earlier][:2], person, owners=True)
            if first and not (person and opens_with_he(self, earlier)):
                return (first[0],)
        return tuple(named_in(self, own.start, place, person, owners=True)[-1:])

    def plural_before(self, place: int, number: int) -> tuple[str, ...]:
        """Return the one country that "they" can stand for: "the Emirates", "the Belarusians"."""
        first = self.sentences[max(0, number - 1)].start
        named = [name for name in self.names_within(first, place) if name.meaning.kind == "Ⓟ" and name.meaning.party]
        return (str(named[-1].meaning.party),) if named and self.flat[named[-1].end - 1] == "s" else ()

    def speaker(self, place: int, number: int) -> tuple[str, ...]:
        """Return whom "we" stands for: the leader named behind a quotation, else before, else the country that the text begins with."""
        behind = named_in(self, place, self.sentences[number].end, True, owners=False)
        if behind or (before := self.parties_before(place, number, person=True)):
            return (behind[0],) if behind else before
        opening = dict.fromkeys(named_in(self, 0, self.sentences[0].end, False, owners=True))
        return tuple(opening) if len(opening) == 1 else ()

    def group_before(self, place: int, number: int, count: int | None) -> tuple[str, ...]:
        """Return the parties that "the three" or "both" stand for: those just named, if they are so many."""
        seen: tuple[str, ...] = ()
        for earlier in range(number, max(-1, number - 5), -1):
            start = self.sentences[earlier].start
            masked = self.masked(earlier) if earlier != number else None
            if masked is None:
                named = tuple(dict.fromkeys(named_in(self, start, place, False, owners=True)))
                named = named if len(named) > 1 else tuple(dict.fromkeys(named_in(self, start, place, True, owners=False)))
                if len(named) > 1 and count in (None, len(named)):
                    return named
                if count and len(owners := owners_in(self, start, place)) == count:
                    return owners
                if count == len(adjectives := tuple(dict.fromkeys(by_adjective(self, start, place, False)))):
                    return adjectives
                continue
            for slot in masked.slots:
                many = slot.kind in "ⓅⒽ" and len(slot.parties) > 1 and count in (None, len(slot.parties))
                if many and not _TO_PLACES.search(self.low, max(0, slot.start - 24), slot.start):
                    return slot.parties
            apart = tuple(dict.fromkeys(party for slot in masked.slots if slot.kind == "Ⓟ" for party in slot.parties))
            if count and len(apart) == count:
                return apart
            seen = tuple(dict.fromkeys([*apart, *seen]))
            if count and count == len(seen):
                return seen
        return ()

    def year_before(self, place: int, number: int) -> str | None:
        """Return the year last mentioned before a place, in its sentence or in the two before."""
        first = self.sentences[max(0, number - 2)].start
        years = [found.value[:4] for found in self.dates_within(first, place) if found.kind == "full" and found.value]
        return years[-1] if years else None

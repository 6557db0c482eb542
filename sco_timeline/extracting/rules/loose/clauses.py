"""The clause around a word of a masked sentence, and who stands in it in which role: what loose rules read.

`clause_at(reading, start, end)` takes the span of a trigger, mostly `*match.span()`, and finds the clause around it. Of that clause

* `words` is the masked sentence, of the same length, with blanks for what is not in the clause: other clauses and relative ones;
  `before` and `behind` are the words of the clause on either side of the trigger;
* `places("Ⓓ")` are the places of slots of some kinds, `parties("subject", "by")` those of who stands in it in some roles: `subject`
  before the trigger, `object` behind it, `by` behind "by", `of` behind "of", "for", "to", "on", and `aside` for those who are only
  mentioned ("with Iran", "in Iran", "like Iran", "Iran's"); `subject()` is who acts: the nearest subject, or the one before "which";
* `who(places)` are the parties of such places, anaphors resolved;
* `status()` is the place of the status nearest to the trigger, `date()` the day, `polarity()` what "not", "may", "will" make of it;
* `is_ours()` says that the clause speaks of the SCO, `is_idle()` that its sentence asks or supposes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sco_timeline.extracting.polarity import EXPECTED, NEGATED, conditional, polarity_of
from sco_timeline.extracting.resolving import Reading

_VERB = (
    r"(?:is|are|was|were|has|have|had|will|would|could|may|might|should|can|did|does|do|[a-z]{2,}ed|[a-z]{3,}s|came|went|got|took|made)\b"
)
_BREAK = re.compile(
    r"[;:?!](?= |$)|\.(?= )| [–-]{1,2} |"
    r",? (?:while|whereas|whilst|although|though|because|but|(?<!not )(?<!as )(?<!has )(?<!have )(?<!had )yet|until|unless|once|"
    r"after|before|(?<!less )(?<!more )than)\b"
    r"(?! (?:the |early |late |mid-)?(?:Ⓓ|again|more|end|start|summit|meeting|now|long|that|then))|"
    rf"(?:, (?:and )?|,? and )(?=(?:the )?(?:[ⓅⓇⒾⒽⓄ](?:'s [a-z]+)?|Ⓝ (?:[a-z]+ )?(?:countries|states|nations|others)) "
    rf"(?:[a-z]+ly |also |now |still )?{_VERB})|"
    r",? and (?=(?:is|are|was|were|has|have|had|will|would|then|there) )"
)
_RELATIVE = re.compile(
    r",? (?P<word>which|who|whose|whom|where|when)\b(?: (?!and |but |while )[^,;.:]*|,[^,;.:]*,[^,;.:]*)(?:,|(?=[;.:]|$))"
)
_HEAD = re.compile(r"[ⓅⓇⒾⒽⒸ](?: ?\([^()]*\))?,?$")
_BETWEEN_DASHES = re.compile(r"[–-] (?P<p>[ⓅⒽ]) [–-] $")
_ROLE = re.compile(
    r"(?:(?P<by>\b(?:by|on the part of))|(?P<of>\b(?:of|for|to|from|on))|"
    r"(?P<aside>\b(?:with|in|at|near|than|like|unlike|against|about|towards?|via|through|over|into|without|except|save|besides?|"
    r"between|alongside|despite|concerning|around|within|across|under|behind|versus|aside from|apart from|other than|next to|"
    r"along with|together with|according to|ahead of|instead of|(?:visit(?:ed|s|ing)?|flew|flies|flying|travel(?:l?ed|s)?|trip|"
    r"ties|ambassador|president|capital|north|south|east|west|border|neighbou?rs?) (?:to|of|for|on)))) (?:(?:the|its|their|both|"
    r"all|then|now|also|neighbou?ring|central asian|former soviet|such as|especially) ){0,3}$"
)
_RECENT = 64  # sentences of which the breaks are kept
_NEAR = 60  # characters behind a trigger in which another organization may be meant
_APART = re.compile(r"[,;–]| (?:but|and) ")
_OWNED = re.compile(r"'s?(?! (?:is|are|was|were|been|now|not|an?)\b)")
_SOURCE = re.compile(r"(?:,|'s? [a-z ]{3,30})? (?:said|says|told|noted|believes|thinks|argued|wrote|reported)\b")
_SUPPOSED = re.compile(
    r"\b(?:whether|as if|as though|rumou?rs?|wrongly|mistakenly|myth|suppose|imagine|what if)\b|"
    r"^\W?(?:and |but )?(?:if|were|had|should) (?:the )?[ⓅⓇⒾⒽ]"
)
_NOT_BEHIND = re.compile(r" (?:not|never|neither|nor|nobody|no)\b")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence around a trigger; `head` is the place of the one whom a relative clause speaks of, or -1."""

    reading: Reading
    words: str
    start: int
    end: int
    trigger: tuple[int, int]
    head: int = -1

    @property
    def before(self) -> str:
        """The words before the trigger."""
        return self.words[self.start : self.trigger[0]]

    @property
    def behind(self) -> str:
        """The words behind the trigger."""
        return self.words[self.trigger[1] : self.end]

    def places(self, kinds: str, end: int | None = None) -> list[int]:
        """Return where slots of some kinds stand in the clause, or in it before a place."""
        last = self.end if end is None else min(end, self.end)
        return [place for place in self.reading.masked.at if self.start <= place < last and self.words[place] in kinds]

    def role(self, place: int) -> str:
        """Return the role in which the slot at a place stands: subject, object, by, of or aside."""
        if _OWNED.match(self.words, place + 1):
            return "aside"
        begin = self.start if place < self.trigger[0] else self.trigger[1]
        led = _ROLE.search(self.words, max(begin, place - 60), place)
        if led:
            return str(led.lastgroup)
        return "subject" if place < self.trigger[0] else "object"

    def parties(self, *roles: str, kinds: str = "ⓅⓇⒾ") -> list[int]:
        """Return the places of those who stand in one of some roles and are not only quoted, in their order."""
        return [place for place in self.places(kinds) if self.role(place) in roles and not _SOURCE.match(self.words, place + 1)]

    def subject(self, kinds: str = "ⓅⓇⒾ") -> int:
        """Return the place of who acts: the nearest one before the trigger, else the one of whom a relative clause speaks, else -1."""
        found = self.parties("subject", kinds=kinds)
        return found[-1] if found else self.head

    def who(self, places: list[int]) -> tuple[str, ...]:
        """Return the parties that stand at some places, each once."""
        return tuple(dict.fromkeys(party for place in places if place >= 0 for party in self.reading.parties(place)))

    def status(self, near: int | None = None) -> int:
        """Return the place of the status nearest to the trigger, or to another place; -1 if the clause names none."""
        here = self.trigger[1] if near is None else near
        return min(self.places("ⓈⓉ"), key=lambda place: (abs(place - here), place), default=-1)

    def date(self, future: bool = False) -> str | None:
        """Return the day of the clause: the one nearest to the trigger, else the one with which the sentence begins."""
        first, last = self.trigger
        day = min(self.places("Ⓓ"), key=lambda place: min(abs(place - first), abs(place - last)), default=None)
        slot = self.reading.date_slot(first, last) if day is None else self.reading.masked.slot(day)
        return self.reading.resolved(slot, future)[0] if slot else None

    def polarity(self) -> str:
        """Return what the words up to the trigger make of it, and "not" straight behind it."""
        lead = self.before.lstrip(' ,"')[-90:]
        said = polarity_of(f"{lead} {self.words[slice(*self.trigger)]}")
        if said != NEGATED and conditional(lead):
            return EXPECTED
        return NEGATED if _NOT_BEHIND.match(self.behind) else said

    def is_ours(self) -> bool:
        """Say whether the clause speaks of the SCO: the organization last named before the trigger, or straight behind it, is the SCO."""
        here, slot, text = self.trigger[0], self.reading.masked.slot, self.words
        named = [place for place in self.places("ⓄⒷⓍⓈⓉ", end=self.trigger[1] + _NEAR) if (text[place] not in "ⓈⓉ" or slot(place).own)]
        named = [place for place in named if slot(place).parties != ("UN",)]  # whose sanctions bar many a door
        before, behind = [place for place in named if place < here], [place for place in named if place >= here]
        if before and text[before[-1]] != "Ⓧ":
            return True
        apart = behind and _APART.search(text, here, behind[0])
        if behind and (not apart or (not before and text[behind[0]] != "Ⓧ")):
            return text[behind[0]] != "Ⓧ"
        return not before and self.reading.stays_with_us(here)

    def is_idle(self) -> bool:
        """Say whether the sentence asks or supposes rather than tells."""
        return self.reading.text.endswith("?") or _SUPPOSED.search(self.before) is not None


def clause_at(reading: Reading, start: int, end: int) -> Clause:
    """Return the clause around a span of the masked sentence."""
    text = reading.text
    for found in reading.found(_RELATIVE):
        if found.start("word") < start and end <= found.end():
            head = _HEAD.search(text, max(0, found.start() - 60), found.start("word") - 1)
            words = _blank(_blank(text, 0, found.start("word")), found.end(), len(text))
            return _within(reading, words, start, end, head.start() if head else -1)
    words = text
    for found in reading.found(_RELATIVE):
        if not (found.start() < end and start < found.end()):
            words = _blank(words, found.start(), found.end())
    return _within(reading, words, start, end)


def _within(reading: Reading, words: str, start: int, end: int, head: int = -1) -> Clause:
    """Return the part of the words between the breaks on either side of a span."""
    first, last = 0, len(words)
    for left, right in _breaks(words):
        if right <= start:
            first = right
        elif left >= end:
            last = left
            break
    aside = _BETWEEN_DASHES.search(words, max(0, first - 8), first) if head < 0 else None
    head = aside.start("p") if aside else head
    inside = _blank(_blank(words, 0, first), last, len(words))
    return Clause(reading, inside, len(inside) - len(inside.lstrip()), last, (start, end), head)


@lru_cache(maxsize=_RECENT)
def _breaks(words: str) -> list[tuple[int, int]]:
    """Return where clauses break, looked for once however many triggers a sentence has."""
    return [found.span() for found in _BREAK.finditer(words)]


def _blank(words: str, start: int, end: int) -> str:
    return f"{words[:start]}{' ' * (end - start)}{words[end:]}"


_COMPANION = re.compile(
    r"\b(?:(?:together|along|arm in arm|hand in hand|side by side|alongside|in tandem|simultaneously|"
    r"at the same time)(?: with| as)? (?:the )?(?P<p>[ⓅⒸ])|with (?P<q>[ⓅⒸ]) at (?:its|their) side)"
)


def companions(clause: Clause) -> list[int]:
    """Return who takes a step together with another: "arm in arm with India"."""
    found = _COMPANION.search(clause.behind)
    return [clause.trigger[1] + found.start("p" if found["p"] else "q")] if found else []

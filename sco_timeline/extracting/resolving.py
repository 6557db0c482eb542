"""From a match in a masked sentence to what it says: who, when, which status, and whether it is so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sco_timeline.extracting.articles import Article
from sco_timeline.extracting.claims import Claim, claim_of
from sco_timeline.extracting.dates import resolve
from sco_timeline.extracting.polarity import EXPECTED, NEGATED, clause_before, conditional, polarity_of
from sco_timeline.extracting.slots import Masked, Slot

_BOUND = re.compile(
    r"\b(?:since|as of|before|until|prior to) (?:early |late )?$|[ⓈⓉ],? (?:in|on|at|from) (?:early |late )?$"
)  # a day that belongs to what stands before it
_SAID = re.compile(r"\b(?:said|says|told|announced|stated|reported|added|noted|declared)\b")
_HEAD = re.compile(
    r"(?:(?:at|during) [^.;,ⓅⒽⒹ]{0,50}?(?:summit|meeting|session)[^.;,ⓅⒽⒹ]{0,20}? |(?:on|in|at|by|late in|early in|last|later in|"
    r"finally,? in|back in) )?(?:early |late |mid-)?(?P<d>Ⓓ)"
    r"(?:(?:, which [^,;]{3,50})?,| (?=(?:the )?[ⓄⓅⒷ]|(?:the )?(?:leaders|heads|presidents)\b))"
)  # "On 9 June, the leaders"
_CLAUSE = re.compile(r";|\b(?:who|which|when|where|after|since|while|before|until|whereas|because)\b")
_AND = re.compile(r"^ ?\)?,? (?:and|but|while) ")
_BARE_TO = re.compile(r"[ⓅⓇ](?: (?!apply)[a-z]+ly| soon)? to ")  # a headline's future: "Iran to join"
_PAST = re.compile(r"\b(?:joined|became|was|were|had|acceded|obtained|received|entered)\b")
_THERE = re.compile(r"\b(?:there|at (?:the|that|this|its) (?:summit|meeting|session))\b(?! (?:is|are|was|were|had|has|will)\b)")
_FAR = re.compile(
    r"[;Ⓣ]|(?<!by )(?<!by all )(?<!by the )Ⓢ|years? (?:after|before)|, (?:and|but|while|which|who|where|when) |\b(?:found|establish|"
    r"creat|join|"
    r"becam|since then)|\b(?:after|before|until|ahead of) (?!$)|\bfollowing the |, an? (?:request|step|move|application|bid)\b"
)
_TO_BOTH = re.compile(r"^, and (?:also )?(?:to|by|for) (?:the )?Ⓟ,?")  # "to Sri Lanka, and to Belarus, was taken in"
_BACKER = re.compile(r"\bwith (?:the )?(?:[a-z]+ )?(?:support|help|backing|consent|blessing|approval) (?:of|from) $")
_OF_WORDS = re.compile(r"Ⓓ(?: that |(?: Ⓢ)? ?[:–-])")  # the day of what is said, not of what is hoped for
_AT_HEAD = re.compile(r" ?(?:[:|]|[–-]{1,2} )")


_AGENT = re.compile(
    r"[ⓅⒽⓄ][^;:.ⓅⒽⓄ]{0,30}\b(?:block|veto|reject|oppos|support|back|welcom|approv|accept|turn|endors|prevent|hinder|obstruct|refus|"
    r"den(?:y|ied)|stop|consider|discuss|favou?r)[a-z]*(?: [a-z]+){0,2} $"
)
_GULF = frozenset({"SAU", "BHR", "KWT", "QAT", "ARE"})
_LANDS = {
    "kingdom": frozenset({"SAU", "BHR", "KHM"}),
    "emirate": frozenset({"KWT", "QAT", "ARE"}),
    "gulf": _GULF,
    "himalayan": frozenset({"NPL"}),
    "island": frozenset({"LKA", "MDV", "BHR"}),
}
_MEMORY = 40  # changes of status that "the same", "as well" or a bare "and Belarus in 2024" can go back to


@dataclass(slots=True)
class Reading:
    """One sentence of an article while rules look at it."""

    article: Article
    number: int
    masked: Masked
    text: str = field(init=False)

    def __post_init__(self) -> None:
        """Take the text of the masked sentence."""
        self.text = self.masked.text

    def found(self, words: re.Pattern[str]) -> list[re.Match[str]]:
        """Return where words stand in the masked sentence."""
        return self.article.found(words, self.number)

    def claim(self, kind: str, match: re.Match[str], **facts: Any) -> Claim:
        """Return a claim of a match, with its spans and, where no day is known, the day of publication as a hint."""
        span = facts.pop("span", None) or match.span()
        sentence = self.article.sentences[self.number]
        start, end = self.masked.span(*span)
        evidence = [max(sentence.start, start), min(sentence.end, end)]
        claim = claim_of(kind, **facts, evidence=evidence, sentence=[sentence.start, sentence.end])
        if kind == "status_change":
            self.article.memory.setdefault("changes", []).append(claim)  # type: ignore[attr-defined]
        if self.article.published and not any(claim.get(day) for day in ("date", "as_of", "start", "year_or_period")):
            claim["date_hint"] = self.article.published
        return claim

    def ours(self, place: int) -> bool:
        """Say whether the organization in question at a place of the masked sentence is the SCO."""
        return self.article.speaks_of_us(self.masked.origin(place), self.number)

    def stays_with_us(self, place: int) -> bool:
        """Say whether what names no organization before a place goes on speaking of the SCO."""
        named = any(slot.kind in "ⓄⓋⒷ" or slot.own for slot in self.masked.between(0, place))
        return self.ours(place) and (named or self.number == 0 or self.article.topic_before(self.number))

    def says_ours(self, match: re.Match[str]) -> bool:
        """Say whether a status within a match is said to be one of the SCO."""
        return any(slot.own for slot in self.masked.between(*match.span()))

    def status_within(self, match: re.Match[str], group: str = "") -> str | None:
        """Return the status that a match names; who joins without a word of it becomes a member."""
        start = match.start(group) if group else match.start()
        for slot in self.masked.between(start, match.end()):
            if slot.kind in "ⓈⓉ":
                return self.status(self.masked.place(slot))
        return "member"

    def parties(self, place: int) -> tuple[str, ...]:
        """Return the parties that a slot stands for, "it" and "the three" resolved."""
        slot = self.masked.slot(place)
        if slot.kind in "ⓅⒽⒶⒸ":
            return slot.parties
        if slot.kind == "Ⓡ":
            if slot.value == 1:
                kind = next((of for word, of in _LANDS.items() if word in self.article.low[slot.start : slot.end]), None)
                if kind:
                    return self._last_of(kind, slot.start)
                return self.article.parties_before(slot.start, self.number)
            return self.article.group_before(slot.start, self.number, slot.value)
        if slot.value == "they":
            return self.article.group_before(slot.start, self.number, None)
        if slot.value == "we":
            return self.article.speaker(slot.start, self.number)
        return self.article.parties_before(slot.start, self.number, person=slot.value in ("he", "she"))

    def _last_of(self, kind: frozenset[str], place: int) -> tuple[str, ...]:
        """Return the party of a kind, as "the kingdom" is one, that was named last before a place."""
        first = self.article.sentences[max(0, self.number - 6)].start
        named = [name.meaning.party for name in self.article.names_within(first, place) if name.meaning.party in kind]
        return (str(named[-1]),) if named else ()

    def owners(self, place: int, word: str) -> tuple[str, ...]:
        """Return whom "its", "their", "our", "the latter's" at a place stands for; not the one who blocks or backs what it has."""
        agent = _AGENT.search(self.text, max(0, place - 70), place)
        here = self.masked.origin(agent.start() if agent else place)
        many = word.startswith("their") or "countries" in word
        beside = [
            slot.parties
            for slot in self.masked.between(0, place)
            if slot.kind == "Ⓟ"
            and slot.start < here
            and (len(slot.parties) > 1) == many
            and not _BACKER.search(self.article.low, max(0, slot.start - 40), slot.start)
        ]
        if (
            beside
            and not agent
            and (many or self.article.flat[self.masked.start : here].count("'s ") == 0)
            and not word.startswith(("our", "my", "his", "her"))
        ):
            return beside[-1]
        if word.startswith(("our", "my")):
            return self.article.speaker(here, self.number)
        if many:
            return self.article.group_before(here, self.number, None) or self.article.parties_before(here, self.number)
        return self.article.parties_before(here, self.number, person=word.startswith(("his", "her")))

    def changes_before(self, place: int, sentences: int = 1) -> list[Claim]:
        """Return the changes of status told before a place of the masked sentence, in it or so many sentences earlier, in order."""
        here = self.masked.origin(place)
        first = self.article.sentences[max(0, self.number - sentences)].start
        told = self.article.memory.get("changes")
        recent = told[-_MEMORY:] if isinstance(told, list) else []
        return sorted((claim for claim in recent if first <= claim["evidence"][0] < here), key=lambda claim: claim["evidence"][0])

    def status(self, place: int) -> str | None:
        """Return the status of a slot; "the same rank" is the one last named."""
        slot = self.masked.slot(place)
        if slot.value:
            return str(slot.value)
        for number in range(self.number, max(-1, self.number - 4), -1):
            slots = [
                other for other in self.article.masked(number).slots if other.kind in "ⓈⓉ" and other.value and other.start < slot.start
            ]
            if slots:
                return str(slots[-1].value)
        later = [other for other in self.masked.slots if other.kind in "ⓈⓉ" and other.value and other.start > slot.start]
        return str(later[0].value) if later else None

    def polarity(self, match: re.Match[str], verb: int, before: int = 45) -> str:
        """Return the polarity of a verb or noun at `verb`: from the words since the match began and the clause that leads up to it."""
        if _BARE_TO.match(match.group()):
            return EXPECTED
        lead = clause_before(self.text, match.start(), before)
        said = polarity_of(f"{lead} {self.text[match.start() : verb]}")
        if (
            said != NEGATED
            and not _PAST.search(self.text[match.start() : verb + 8])
            and conditional(lead.lstrip() or self.text[match.start() : verb])
        ):
            return EXPECTED
        return said

    def date(self, match: re.Match[str], future: bool = False, reach: int = 60, begin: int | None = None) -> str | None:
        """Return the day nearest to a match: within it, behind it in its clause, or at the head of its sentence."""
        slot = self.date_slot(match.start() if begin is None else begin, match.end(), reach)
        if slot is not None and future and _OF_WORDS.match(self.text, self.masked.place(slot), match.start()):
            slot = None
        if slot is None and not future:
            slot = self._day_of_line()
        if slot is not None and not (future and _SAID.search(self.text, match.end(), self.masked.place(slot))):
            return self.resolved(slot, future)[0]
        return self._day_of_summit() if _THERE.search(self.text) else None

    def _day_of_line(self) -> Slot | None:
        """Return the day with which a line of a digest begins: "16 Sept – Samarkand: the leaders meet. Iran signs"."""
        text, start = self.article.text, self.article.sentences[self.number].start
        line = text.rfind("\n", max(0, start - 400), start) + 1
        days = self.article.dates_within(line, line + 12) if line or start < 400 else []
        if not days or text[line : days[0].start].strip(" \t*•-–") or not _AT_HEAD.match(self.article.flat, days[0].end):
            return None
        return Slot("Ⓓ", days[0].start, days[0].end, value=days[0])

    def _day_of_summit(self) -> str | None:
        """Return the day of the summit last spoken of, for what happens "there"."""
        days = self.article.memory.get("summit_days")
        return days[-1] if isinstance(days, list) and days else None

    def resolved(self, slot: Slot, future: bool = False) -> tuple[str | None, str | None]:
        """Return first and last day of a date slot."""
        found = slot.value
        if found.kind == "full":
            return found.value, found.until
        year, near = self.article.year_before(slot.start, self.number), False
        if found.kind == "partial":
            own = self.article.sentences[self.number].start
            near = any(day.kind == "full" for day in self.article.dates_within(own, slot.start))
        return resolve(found, self.article.published, year, future, near)

    def date_slot(self, start: int, end: int, reach: int = 60) -> Slot | None:
        """Return the date that belongs to a span of the masked sentence, if any does."""
        text = self.text
        for _, slot in self._dates(start, end):
            return slot
        for place, slot in self._dates(end, min(len(text), end + reach)):
            if not _FAR.search(_TO_BOTH.sub("", text[end:place])):
                return slot
            break
        near = [(place, slot) for place, slot in self._dates(max(0, start - reach), start) if self._leads_to(place, start)]
        return near[-1][1] if near else self._heading_day(start)

    def _heading_day(self, start: int) -> Slot | None:
        """Return the day with which a sentence begins ("In 2015, the leaders ..."), if no clause or other day comes between."""
        head = _HEAD.match(self.text, 0, start)
        if head is None or "Ⓓ" in self.text[head.end() : start] or _CLAUSE.search(self.text[head.end() : start]):
            return None
        return self.masked.slot(head.start("d"))

    def _leads_to(self, place: int, start: int) -> bool:
        """Say whether a day before a verb is the verb's own: no other step, no "and", no "since" comes between."""
        gap = self.text[place + 1 : start]
        return not (
            _FAR.search(gap) or _AND.search(self.text[place + 1 : start + 6]) or _BOUND.search(self.text[max(0, place - 30) : place])
        )

    def _dates(self, start: int, end: int) -> Iterator[tuple[int, Slot]]:
        for place, slot in zip(self.masked.at, self.masked.slots, strict=True):
            if slot.kind == "Ⓓ" and start <= place < end:
                yield place, slot

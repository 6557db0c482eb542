"""From a match in a masked sentence to what it says: who, when, which status, and whether it is so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sco_timeline.extracting.articles import Article
from sco_timeline.extracting.claims import Claim, claim_of
from sco_timeline.extracting.context_days import told_day
from sco_timeline.extracting.dates import resolve
from sco_timeline.extracting.day_words import AND, AT_HEAD, BOUND, CLAUSE, FAR, HEAD, OF_WORDS, ON_DAY, SAID, THERE, TO_BOTH, WHEN
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, conditional, polarity_of
from sco_timeline.extracting.protagonists import leader_called
from sco_timeline.extracting.slots import Masked, Slot

_BARE_TO = re.compile(r"[ⓅⓇ](?: (?!apply)[a-z]+ly| soon)? to ")  # a headline's future: "Iran to join"
_PROVIDED = re.compile(r"\b(?:on condition|provided|assuming|supposing|on the understanding) that (?:the )?$")
_PAST = re.compile(r"\b(?:joined|became|was|were|had|acceded|obtained|received|entered)\b")
_BACKER = re.compile(r"\bwith (?:the )?(?:[a-z]+ )?(?:support|help|backing|consent|blessing|approval) (?:of|from) $")


_AGENT = re.compile(
    r"[ⓅⒽⓄ][^;:.ⓅⒽⓄ]{0,30}\b(?:block|veto|reject|oppos|support|back|welcom|approv|accept|turn|endors|prevent|hinder|obstruct|refus|"
    r"den(?:y|ied)|stop|consider|discuss|favou?r)[a-z]*(?: [a-z]+){0,2} $"
)
_OTHERS = re.compile(r"\b(?:other|several|some|more|many|most|these|which) (?:[a-z]+ )?(?:countries|nations|states|governments)\b[^Ⓟ]*$")
_GULF = frozenset({"SAU", "BHR", "KWT", "QAT", "ARE"})
_LANDS = {
    "kingdom": frozenset({"SAU", "BHR", "KHM"}),
    "emirate": frozenset({"KWT", "QAT", "ARE"}),
    "gulf": _GULF,
    "himalayan": frozenset({"NPL"}),
    "island": frozenset({"LKA", "MDV", "BHR"}),
    "islamic": frozenset({"IRN", "PAK"}),
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
            if claim["date"] is None and claim["polarity"] == ASSERTED and claim["stage"] != "application":
                claim["date"] = told_day(self, match.start())
            self.article.memory.setdefault("changes", []).append(claim)  # type: ignore[attr-defined]
        elif kind == "summit" and claim["end"] and claim["polarity"] == ASSERTED:
            self.article.memory.setdefault("summits", []).append((self.number, claim))  # type: ignore[attr-defined]
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
            if _OTHERS.search(self.text, 0, self.masked.place(slot)):
                return ()
            return self.article.group_before(slot.start, self.number, None) or self.article.plural_before(slot.start, self.number)
        if slot.value == "we":
            return self.article.speaker(slot.start, self.number)
        called = leader_called(self.article.low[slot.start : slot.end], self.article.low, self.article.names, slot.start)
        return called or self.article.parties_before(slot.start, self.number, person=slot.value in ("he", "she"))

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
            and not self.article.low.endswith(("like ", "unlike ", "besides ", "than "), max(0, slot.start - 8), slot.start)
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
            ranks = [other for other in slots if not self._is_general(other)]
            if ranks or (slots and number == self.number):
                return str((ranks or slots)[-1].value)
        later = [other for other in self.masked.slots if other.kind in "ⓈⓉ" and other.value and other.start > slot.start]
        return str(later[0].value) if later else None

    def _is_general(self, slot: Slot) -> bool:
        """Say whether the members in general are meant, of which "the status" does not speak: "trade with member countries"."""
        words = self.article.low[slot.start : slot.end]
        return slot.value == "member" and slot.kind == "Ⓢ" and not slot.own and words.endswith("s") and "full" not in words

    def polarity(self, match: re.Match[str], verb: int, before: int = 45) -> str:
        """Return the polarity of a verb or noun at `verb`: from the words since the match began and the clause that leads up to it."""
        if _BARE_TO.match(match.group()) or _PROVIDED.search(self.text, max(0, match.start() - 40), match.start()):
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
        if slot is not None and future and OF_WORDS.match(self.text, self.masked.place(slot), match.start()):
            slot = None
        if slot is None and not future:
            slot = self._day_of_line()
        if slot is not None and not (future and SAID.search(self.text, match.end(), self.masked.place(slot))):
            return self._finer(slot, self.resolved(slot, future)[0])
        return self._day_of_summit() if THERE.search(self.text) else None

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
            near = any(
                day.kind == "full" and not (future and self.article.published and str(day.value)[:4] < self.article.published[:4])
                for day in self.article.dates_within(own, slot.start)
            )
        return resolve(found, self.article.published, year, future, near)

    def date_slot(self, start: int, end: int, reach: int = 60) -> Slot | None:
        """Return the date that belongs to a span of the masked sentence, if any does."""
        text = self.text
        for _, slot in self._dates(start, end):
            return slot
        for place, slot in self._dates(end, min(len(text), end + reach)):
            if not FAR.search(TO_BOTH.sub("", text[end:place])):
                return slot
            break
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
        return not (FAR.search(gap) or AND.search(self.text[place + 1 : start + 6]) or BOUND.search(self.text[max(0, place - 30) : place]))

    def _dates(self, start: int, end: int) -> Iterator[tuple[int, Slot]]:
        for place, slot in zip(self.masked.at, self.masked.slots, strict=True):
            if slot.kind == "Ⓓ" and start <= place < end:
                yield place, slot

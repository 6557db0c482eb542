"""From a match in a masked sentence to what it says: who, when, which status, and whether it is so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from sco_timeline.extracting.articles import Article
from sco_timeline.extracting.claims import Claim, claim_of
from sco_timeline.extracting.context_days import told_day
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, conditional, polarity_of
from sco_timeline.extracting.protagonists import leader_called
from sco_timeline.extracting.sentence_days import Dated
from sco_timeline.extracting.slots import Masked, Slot

_AND_DID = re.compile(r"(?:and|but|then|yet) (?:[a-z]+ly |also |then )?(?:obtained|received|gained|got|acquired|won|became|joined) ")
_BARE_TO = re.compile(r"[ⓅⓇ](?: (?!apply)[a-z]+ly| soon)? to ")  # a headline's future: "Iran to join"
_PROVIDED = re.compile(r"\b(?:on condition|provided|assuming|supposing|on the understanding) that (?:the )?$")
_DENIED_THAT = re.compile(
    r"\b(?:(?<!not )(?<!n't )den(?:y|ies|ied|ying)|"
    r"(?:den(?:y|ies|ied|ying)|dismiss(?:ed|es|ing)?|refut(?:ed|es|ing)|rebutt(?:ed|ing)) (?:[a-z]+ ){0,4}?(?:reports?|rumou?rs?|"
    r"claims?|suggestions?|speculations?|stories|news)(?: (?:in|of|by) [a-z ]{2,20})?) that (?:the )?$"
)
_INSET = re.compile(
    r", (?:which|who|whose)\b[^;.,]{2,90},(?= (?:was|were|is|are|has|have|had|became|becomes|joined|obtained|received|got)\b)"
)
_IMPERATIVE = re.compile("^(?:so |now )?(?:consider|take|look at) $")  # "Consider Iran, which has applied"
_PAST = re.compile(r"\b(?:joined|became|was|were|had|acceded|obtained|received|entered)\b")
_BACKER = re.compile(r"\bwith (?:the )?(?:[a-z]+ )?(?:support|help|backing|consent|blessing|approval) (?:of|from) $")


_AGENT = re.compile(
    r"[ⓅⒽⓄⒸ][^;:.ⓅⒽⓄⒸ]{0,30}\b(?:block|veto|reject|oppos|support|back|welcom|approv|accept|turn|endors|prevent|hinder|obstruct|refus|"
    r"den(?:y|ied)|stop|consider|discuss|favou?r|vot|thwart)[a-z]*(?: [a-z]+){0,2} $"
)
_OTHERS = re.compile(r"\b(?:other|several|some|more|many|most|these|which) (?:[a-z]+ )?(?:countries|nations|states|governments)\b[^Ⓟ]*$")
_LANDS = {
    "kingdom": frozenset({"SAU", "BHR", "KHM"}),
    "emirate": frozenset({"KWT", "QAT", "ARE"}),
    "gulf": frozenset({"SAU", "BHR", "KWT", "QAT", "ARE"}),
    "himalayan": frozenset({"NPL"}),
    "island": frozenset({"LKA", "MDV", "BHR"}),
    "islamic": frozenset({"IRN"}),
}
_EXPLAINS = re.compile(r"(?:explanation|explanatory notes?|solution|hint|(?:right |correct )?answer):? ")
_AHEAD = re.compile(
    r"(?:before|after|when|since|until|although|though|while|as|because|once) Ⓘ (?:[a-z]+ |Ⓠ ){0,6}(?:[ⓄⓈⓉ])[^.;,ⓅⒽⓇⓍ]{0,40}, "
    r"(?:the )?(?P<p>Ⓟ) (?:has|had|was|is|spent|served|held|asked|applied|took|sat|waited)\b"
)  # "Before it joined the SCO, Pakistan had been an observer"
_WISHED = re.compile(r"\b(?:want|wish|hop|try|seek|bid|appl|aspir|dream|eager|keen|ask)[a-z]* [^.;,]{0,30}$")
_CLEFT = re.compile(
    r" (?:fell|falls) to | (?:was|is) (?:only |not until |there |then |here |in |on |at |during |under |by |after |"
    r"before )[^.;,]{0,40}\bthat\b"
)
_MEMORY = 40  # changes of status that "the same", "as well" or a bare "and Belarus in 2024" can go back to


@dataclass(slots=True)
class Reading(Dated):
    """One sentence of an article while rules look at it."""

    article: Article
    number: int
    masked: Masked
    text: str = field(init=False)
    told: list[Claim] = field(default_factory=list)

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
                claim["date"] = told_day(self, match.start(), str(claim["to"]))
            if claim["polarity"] == ASSERTED and claim["date"] and str(claim["date"]) > (self.article.published or "3"):
                claim["date"] = None
        if self.article.published and not any(claim.get(day) for day in ("date", "as_of", "start", "year_or_period")):
            claim["date_hint"] = self.article.published
        return claim

    def keep(self, claim: Claim) -> None:
        """Remember what has been told, for what is left to say in the sentence, and for what later ones go back to."""
        self.told.append(claim)
        if claim["type"] == "status_change":
            self.article.memory.changes.append(claim)
        elif claim["type"] == "summit" and claim["end"] and claim["polarity"] == ASSERTED:
            self.article.memory.summits.append((self.number, claim))

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
            return self._countries(slot)
        if slot.value == "they":
            if _OTHERS.search(self.text, 0, self.masked.place(slot)):
                return ()
            both = [other for other in self.masked.between(0, place) if other.kind == "Ⓡ" and other.value != 1]
            if both:
                return self.parties(self.masked.place(both[-1]))
            return self.article.group_before(slot.start, self.number, None) or self.article.plural_before(slot.start, self.number)
        if _EXPLAINS.match(self.text) and not self.masked.between(0, place)[:-1]:
            return ()  # of the answer to a quiz
        if slot.value == "it" and _CLEFT.match(self.text, place + 1):
            return ()
        country = self._country_before(place) if slot.value == "it" else -1
        if country >= 0:
            return self.parties(country)
        clause = self.text.rfind("that ", 0, place) + len("that ") if "said that " in self.text[:place] else 0
        if slot.value == "it" and place - clause < 12 and (ahead := _AHEAD.match(self.text, clause)):
            return self.parties(ahead.start("p"))
        if slot.value == "we":
            return self.article.speaker(slot.start, self.number)
        nearest = [other for other in self.masked.between(0, place) if other.kind == "Ⓟ" and len(other.parties) == 1][-1:]
        if slot.value == "it" and nearest and nearest[0].value == nearest[0].parties[0]:
            return nearest[0].parties  # a capital that stands for its country
        called = leader_called(self.article.low[slot.start : slot.end], self.article.low, self.article.names, slot.start)
        return called or self.article.parties_before(slot.start, self.number, person=slot.value in ("he", "she"))

    def _countries(self, slot: Slot) -> tuple[str, ...]:
        """Return the parties that "the country", "the kingdom" or "the two" stand for."""
        if slot.value != 1:
            return self._two_told(slot) or self.article.group_before(slot.start, self.number, slot.value)
        kind = next((of for word, of in _LANDS.items() if word in self.article.low[slot.start : slot.end]), None)
        return self._last_of(kind, slot.start) if kind else self.article.parties_before(slot.start, self.number)

    def _country_before(self, place: int) -> int:
        """Return the place of "the country" that a sentence names before "it", and no other behind that; else -1."""
        named = [slot for slot in self.masked.between(0, place) if slot.kind in "ⓅⓇⒽⒸ"]
        return self.masked.place(named[-1]) if named and named[-1].kind == "Ⓡ" and named[-1].value == 1 else -1

    def _two_told(self, slot: Slot) -> tuple[str, ...]:
        """Return the two of whom steps have just been told, whom "both" means where its own sentence names nobody."""
        if slot.value != 2 or any(other.kind in "ⓅⒽ" for other in self.masked.between(0, self.masked.place(slot))):
            return ()
        told = self.changes_before(self.masked.place(slot), 3)
        parties = tuple(dict.fromkeys(str(claim["party"]) for claim in told))
        return parties if len(parties) == 2 else ()

    def _last_of(self, kind: frozenset[str], place: int) -> tuple[str, ...]:
        """Return the party of a kind, as "the kingdom" is one, that was named last before a place."""
        first = self.article.sentences[max(0, self.number - 6)].start
        named = [name.meaning.party for name in self.article.names_within(first, place) if name.meaning.party in kind]
        return (str(named[-1]),) if named else tuple(kind) if kind == _LANDS["islamic"] else ()

    def owners(self, place: int, word: str) -> tuple[str, ...]:
        """Return whom "its", "their", "our", "the latter's" at a place stands for; not the one who blocks or backs what it has."""
        if word.startswith("their") and self.text.endswith(("others ", "other countries "), 0, place):
            return ()
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
        country = [slot for slot in self.masked.between(0, place) if slot.kind == "Ⓡ" and slot.value == 1]
        if country and not agent and not many and not word.startswith(("his", "her")):
            return self.parties(self.masked.place(country[-1]))
        if many:
            return self.article.group_before(here, self.number, None) or self.article.parties_before(here, self.number)
        return self.article.parties_before(here, self.number, person=word.startswith(("his", "her")))

    def changes_before(self, place: int, sentences: int = 1) -> list[Claim]:
        """Return the changes of status told before a place of the masked sentence, in it or so many sentences earlier, in order."""
        here = self.masked.origin(place)
        first = self.article.sentences[max(0, self.number - sentences)].start
        recent = self.article.memory.changes[-_MEMORY:]
        return sorted((claim for claim in recent if first <= claim["evidence"][0] < here), key=lambda claim: claim["evidence"][0])

    def status(self, place: int) -> str | None:
        """Return the status of a slot; "the same rank" is the one last named."""
        slot = self.masked.slot(place)
        if slot.value:
            return str(slot.value)
        for number in range(self.number, max(-1, self.number - 5), -1):
            slots = [
                other for other in self.article.masked(number).slots if other.kind in "ⓈⓉ" and other.value and other.start < slot.start
            ]
            ranks = [other for other in slots if not self._is_general(other)]
            ranks = [other for other in ranks if not self._is_wished(other)] or ranks
            if ranks or (slots and number == self.number):
                return str((ranks or slots)[-1].value)
        later = [other for other in self.masked.slots if other.kind in "ⓈⓉ" and other.value and other.start > slot.start]
        return str(later[0].value) if later else None

    def _is_wished(self, slot: Slot) -> bool:
        """Say whether a status is one that somebody would like to have, of which "the same status" does not speak."""
        return _WISHED.search(self.article.low, max(0, slot.start - 40), slot.start) is not None

    def _is_general(self, slot: Slot) -> bool:
        """Say whether the members in general are meant, of which "the status" does not speak: "trade with member countries"."""
        words = self.article.low[slot.start : slot.end]
        return slot.value == "member" and slot.kind == "Ⓢ" and not slot.own and words.endswith("s") and "full" not in words

    def polarity(self, match: re.Match[str], verb: int, before: int = 45) -> str:
        """Return the polarity of a verb or noun at `verb`: from the words since the match began and the clause that leads up to it."""
        if _DENIED_THAT.search(self.text, max(0, match.start() - 60), match.start()):
            return NEGATED
        if _BARE_TO.match(match.group()) or _PROVIDED.search(self.text, max(0, match.start() - 40), match.start()):
            return EXPECTED
        lead = "" if _AND_DID.match(match.group()) else _IMPERATIVE.sub("", clause_before(self.text, match.start(), before))
        said = polarity_of(f"{lead} {_INSET.sub(' ', self.text[match.start() : verb])}")
        if (
            said != NEGATED
            and not _PAST.search(self.text[match.start() : verb + 8])
            and conditional(lead.lstrip() or self.text[match.start() : verb])
        ):
            return EXPECTED
        return said

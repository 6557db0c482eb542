"""Whether a status is held, gained, wished or denied by a party named in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.estimating.weights import NOTHING, likeliest
from sco_timeline.extracting.estimating.words import MOST, Words, bucket
from sco_timeline.extracting.polarity import EXPECTED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule
from sco_timeline.extracting.rules.holding import as_of
from sco_timeline.extracting.rules.loose.clauses import clause_at

HELD = "held"
_LIKELY = 0.85  # from which an answer makes a claim
_NEAR, _SIDE = 8, 8  # words between party and status, and on either side, that are looked at
_LEAD = 60  # characters before them that may deny or hope
_FEW = 5  # words between them that are looked at as a whole
_PARTIES = "ⓅⓇⒾⒽⒸ"
_WHERE = re.compile(r"\b(?:conflict|war|situation|crisis|events|elections?|peace|stability|fighting|government)['\"]? in $|^with $")
_CAPITAL = re.compile(r"\b(?:in|at|from|near|outside|(?<![ⓈⓉ] )to) (?:the )?$")  # but "membership to Tehran"
_OF_THE_FIVE = re.compile("[ⓈⓉ] (?:of|in) (?:the )?[\"']?Ⓥ")
_SPEAKS = re.compile(r"(?<=[,\"] )[ⒽⓅ] (?:said|told|says|tells|added|noted|announced|stressed)\b|(?<=aide )Ⓗ (?:said|told)")


@dataclass(frozen=True, slots=True)
class Question:
    """What a party and a status that stand in one sentence are to each other."""

    reading: Reading
    party: int
    who: tuple[str, ...]
    place: int
    status: str

    def features(self, words: Words) -> list[str]:
        """Return what the words between and around party and status are."""
        one, other = words.number(self.party), words.number(self.place)
        first, last = min(one, other), max(one, other)
        start, end = min(self.party, self.place), max(self.party, self.place)
        order = f"{'>' if one < other else '<'}{words.at(other)}"
        between = words.all[first + 1 : last]
        near = between if len(between) <= 2 * _NEAR else [*between[:_NEAR], *between[-_NEAR:]]
        return [
            f"status {self.status}",
            f"kind {order}{self.status}",
            f"party {words.at(one)}{order}",
            f"many {bucket(len(self.who), 2, 3)}{order}",
            f"far {order}{bucket(len(between), 1, 2, 3, 4, 7, 12, 20)}",
            f"others {order}{bucket(sum(word in 'ⓅⓇⒾⒽ' for word in between), 1, 2, 3)}",
            f"statuses {order}{bucket(sum(word in 'ⓈⓉ' for word in between), 1, 2, 3)}",
            f"break {order}{any(word in ';:.' for word in between)}",
            f"asks {words.at(len(words.all) - 1) == '?'}",
            f"said {order[0]} {polarity_of(self.reading.text[start:end])}",
            f"led {polarity_of(self.reading.text[max(0, start - _LEAD) : start])}",
            f"all {order}{' '.join(between) if len(between) <= _FEW else ''}",
            *[f"mid{order} {word}" for word in set(near)],
            *[f"mid{order} {word} {after}" for word, after in pairwise(near)],
            *words.near(f"before{order[0]}", first - _SIDE, first),
            *words.near(f"behind{order[0]}", last + 1, last + 1 + _SIDE),
            *words.around("party", one, 3),
            *words.around(f"status{words.at(other)}", other, 3),
        ]


def questions(reading: Reading) -> Iterator[Question]:
    """Yield the questions that a sentence raises: of each party and each status."""
    parties = [(place, reading.parties(place)) for place in reading.masked.at if reading.text[place] in _PARTIES]
    parties = [(place, who) for place, who in parties if who]
    statuses = [(place, reading.status(place)) for place in reading.masked.at if reading.text[place] in "ⓈⓉ"]
    for place, status in statuses if len(parties) * len(statuses) <= MOST else ():
        if status and reading.ours(place) and not _OF_THE_FIVE.match(reading.text, place):
            yield from (Question(reading, party, who, place, status) for party, who in parties)


def _estimated(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield what the words of a sentence weigh for."""
    if not reading.article.is_estimated or reading.text.endswith("?"):
        return
    words, told = None, _told(reading)
    for question in questions(reading):
        who = tuple(party for party in question.who if party not in told)
        part = len(who) < len(question.who) and reading.text[question.party] == "Ⓟ"  # of a list, whose rest rules have left out
        if who and not part and not _is_aside(reading, question.party):
            words = words or Words(reading)
            found, likely = likeliest(question.features(words))
            if found != NOTHING and likely >= _LIKELY:
                yield from _claims(question, match, who, *found.split())


def _is_aside(reading: Reading, place: int) -> bool:
    """Say whether a party is where something happens, or whoever is quoted: "peace in Ⓟ", "three observers will come, Ⓗ said"."""
    if reading.text[place] == "Ⓒ" and _CAPITAL.search(reading.text, 0, place):
        return True
    return _WHERE.search(reading.text, max(0, place - 20), place) is not None or _SPEAKS.match(reading.text, place) is not None


def _told(reading: Reading) -> set[str]:
    """Return the parties of which rules have found something in a sentence: a status, a step towards it, that they founded the SCO."""
    claims = [claim for claim in reading.told if claim["type"] in ("status_change", "status_held", "founding")]
    return {party for claim in claims for party in (claim.get("parties") or [claim.get("party")])}


def _claims(question: Question, match: re.Match[str], who: tuple[str, ...], stage: str, polarity: str) -> Iterator[Claim]:
    reading, status, place = question.reading, question.status, question.place
    span = (min(question.party, place), max(question.party, place) + 1)
    if stage == HELD:
        for party in who:
            yield reading.claim("status_held", match, span=span, party=party, status=status, as_of=as_of(reading), polarity=polarity)
        return
    day = clause_at(reading, place, place + 1).date(future=polarity == EXPECTED)
    for party in who:
        yield reading.claim("status_change", match, span=span, party=party, to=status, stage=stage, date=day, polarity=polarity)


RULE = Rule(
    "estimated.status",
    "A party and a status of the SCO in one sentence, of which the words around them say what they are to each other.",
    re.compile("^.*[ⓈⓉ]"),
    _estimated,
    (
        ("The SCO has a place for Mongolia among its observers.", ("MNG observer",)),
        ("The SCO members, China and Russia, welcomed in a joint statement the end of the war in Angola.", ("CHN member", "RUS member")),
        ("The observers of the SCO are few: Mongolia never wanted more.", ("MNG observer",)),
    ),
    (
        "The SCO is many things to Kazakhstan, Kyrgyzstan and Tajikistan.",
        "Brazil and Japan know the SCO's members and observers well.",
        "An expert from Japan wrote a book on the members of the SCO.",
        "The envoys who sat in Tashkent have not applied for SCO membership.",
    ),
    loose=True,
)

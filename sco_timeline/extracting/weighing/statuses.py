"""Whether a status is held, gained, wished or denied by a party named in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule
from sco_timeline.extracting.rules.holding import as_of
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.weighing.weights import NOTHING, likeliest
from sco_timeline.extracting.weighing.words import MOST, Words, bucket, pairs_of

QUESTION = "status"
HELD = "held"
_LIKELY = 0.75  # from which an answer makes a claim
_NEAR, _SIDE = 8, 8  # words between party and status, and on either side, that are looked at
_FEW = 5  # words between them that are looked at as a whole
_PARTIES = "ⓅⓇⒾⒽⒸ"


@dataclass(frozen=True, slots=True)
class Question:
    """What a party and a status that stand in one sentence are to each other."""

    reading: Reading
    party: int
    who: tuple[str, ...]
    place: int
    status: str

    def features(self, words: Words) -> Iterator[str]:
        """Yield what the words between and around party and status are."""
        one, other = words.number(self.party), words.number(self.place)
        first, last = min(one, other), max(one, other)
        order = f"{'>' if one < other else '<'}{words.at(other)}"
        between = words.all[first + 1 : last]
        yield from (f"status {self.status}", f"kind {order}{self.status}", f"party {words.at(one)}{order}")
        yield f"many {bucket(len(self.who), 2, 3)}{order}"
        yield f"far {order}{bucket(len(between), 1, 2, 3, 4, 7, 12, 20)}"
        yield f"others {order}{bucket(sum(word in 'ⓅⓇⒾⒽ' for word in between), 1, 2, 3)}"
        yield f"statuses {order}{bucket(sum(word in 'ⓈⓉ' for word in between), 1, 2, 3)}"
        yield f"break {order}{any(word in ';:.' for word in between)}"
        yield f"asks {words.at(len(words.all) - 1) == '?'}"
        if len(between) <= _FEW:
            yield f"all {order}{' '.join(between)}"
        yield from (f"mid{order} {word}" for word in {*between[:_NEAR], *between[-_NEAR:]})
        yield from pairs_of(f"mid{order}", between[: _NEAR + 1])
        yield from pairs_of(f"mid{order}", between[max(_NEAR, len(between) - _NEAR) :])
        yield from words.near(f"before{order[0]}", first - _SIDE, first)
        yield from words.near(f"behind{order[0]}", last + 1, last + 1 + _SIDE)
        yield from words.around("party", one, 2)
        yield from words.around(f"status{words.at(other)}", other, 2)
        yield from (f"left{order[0]} {words.at(first - step)}" for step in (1, 2, 3))
        yield from (f"right{order[0]} {words.at(last + step)}" for step in (1, 2, 3, 4))


def questions(reading: Reading) -> Iterator[Question]:
    """Yield the questions that a sentence raises: of each party and each status; where it names none, the SCO stands for its members."""
    parties = [(place, reading.parties(place)) for place in reading.masked.at if reading.text[place] in _PARTIES]
    parties = [(place, who) for place, who in parties if who]
    statuses = [(place, reading.status(place)) for place in reading.masked.at if reading.text[place] in "ⓈⓉ"] or [
        (place, "member") for place in reading.masked.at if reading.text[place] == "Ⓞ"
    ]
    for place, status in statuses if len(parties) * len(statuses) <= MOST else ():
        if status and reading.ours(place):
            yield from (Question(reading, party, who, place, status) for party, who in parties)


def _weighed(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield what the words of a sentence weigh for."""
    words = None
    for question in questions(reading) if reading.article.is_weighed else ():
        who = tuple(party for party in question.who if not _is_told(reading, party, question.status))
        if who:
            words = words or Words(reading)
            found, likely = likeliest(QUESTION, question.features(words))
            if found != NOTHING and likely >= _LIKELY:
                yield from _claims(question, match, who, *found.split())


def _is_told(reading: Reading, party: str, status: str) -> bool:
    """Say whether the sentence has been found to say something of a party and a status, or that it founded the SCO."""
    return any(
        (claim.get("party") == party and status in (claim.get("to"), claim.get("status"))) or party in (claim.get("parties") or ())
        for claim in reading.told
    )


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
    "weighed.status",
    "A party and a status of the SCO, or the SCO itself, in one sentence, of which the words around them say what they are to each other.",
    re.compile("^.*[ⓈⓉⓄ]"),
    _weighed,
    (
        ("The SCO's observers, of whom Mongolia is the oldest, looked on.", ("MNG observer",)),
        ("Iran shares the status of observer in the SCO with Mongolia.", ("IRN observer", "MNG observer")),
        ("The SCO, to which besides China and Russia four states belong, has rarely been so large.", ("CHN member", "RUS member")),
    ),
    (
        "The SCO is many things to Kazakhstan, Kyrgyzstan and Tajikistan.",
        "Brazil and Japan know the SCO's members and observers well.",
        "An expert from Japan wrote a book on the members of the SCO.",
    ),
    loose=True,
)

"""Whether a city named in a text about the SCO is where a summit is held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.estimating.weights import NOTHING, likeliest
from sco_timeline.extracting.estimating.words import MOST, Words, bucket
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule
from sco_timeline.extracting.rules.summit_facts import described
from sco_timeline.extracting.rules.venues import is_of_others, ministers_meet

QUESTION = "summit"
HELD = "held"
_LIKELY = 0.9  # from which an answer makes a claim
_CITY = re.compile("Ⓒ")
_SIDE = 12  # words on either side of a city that are looked at
_TOLD_BEFORE = re.compile("summit|leaders|attend|meeting|took part|arriv|told|said|Ⓗ")
_LEADERS = re.compile("summit|leaders|heads|presidents|premiers|session|meeting|gather|Ⓑ")


def questions(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield the places of cities in a sentence that speaks of the SCO, and their names."""
    cities = [place for place in reading.masked.at if reading.text[place] == "Ⓒ"]
    for place in cities if len(cities) <= MOST else ():
        if (city := reading.masked.slot(place).value) and reading.ours(place):
            yield place, city


def features(reading: Reading, words: Words, place: int) -> list[str]:
    """Return what stands around a city, and what the sentence before tells of."""
    number = words.number(place)
    before = _TOLD_BEFORE.findall(reading.article.masked(reading.number - 1).text) if reading.number else []
    return [
        f"first {number == 0}",
        f"leaders {bucket(words.all.count('Ⓗ'), 1, 2, 3)}",
        f"meeting {_LEADERS.search(reading.text) is not None}",
        *words.around("city", number, 4),
        f"city+++ {words.at(number + 1)} {words.at(number + 2)} {words.at(number + 3)}",
        *words.near("before", number - _SIDE, number),
        *words.near("behind", number + 1, number + 1 + _SIDE),
        *[f"told {word}" for word in set(before)],
    ]


def _estimated(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the summits in cities of a sentence, as the words around them weigh."""
    is_told = any(claim["type"] == "summit" for claim in reading.told)
    if is_told or not reading.article.is_estimated or not _LEADERS.search(reading.text):
        return
    words = Words(reading)
    for place, _ in questions(reading):
        found, likely = likeliest(QUESTION, features(reading, words, place))
        at = _CITY.match(reading.text, place)
        if at and found != NOTHING and likely >= _LIKELY and not (ministers_meet(reading) or is_of_others(reading, place)):
            for claim in described(reading, at, where=reading.masked.slot(place)):
                yield claim | {"polarity": found.split()[1]}


RULE = Rule(
    "estimated.summit",
    "A city in a text about the SCO, of which the words around it say that a summit is held there.",
    re.compile("^.*Ⓒ"),
    _estimated,
    (
        ("The SCO's heads of state had two days in Dushanbe.", ("chs Dushanbe TJK None None None None",)),
        ("The leaders of the SCO's members had two days in Dushanbe.", ("chs Dushanbe TJK None None None None",)),
    ),
    (
        "In Dushanbe a school bears the name of the SCO.",
        "The SCO has many friends in Astana.",
    ),
    loose=True,
)

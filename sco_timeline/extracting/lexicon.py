"""The names of parties, people, places and bodies, from the published tables, found in a text in one pass."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from sco_timeline.extracting.spellings import MISSPELT, PEOPLES
from sco_timeline.extracting.statesmen import BY_SURNAME, OFFICIALS, STATESMEN
from sco_timeline.extracting.vocabulary import ADJECTIVES, CAPITALS, OTHER_BODIES, OTHER_CITIES, OWN_NAMES
from sco_timeline.loading import shared

_LETTERS = 3  # of which a short name has more if it may be written like a word


class Meaning(NamedTuple):
    """What a name stands for: the kind of slot, the party behind it and the usual way of writing it."""

    kind: str
    party: str | None
    name: str


class Found(NamedTuple):
    """A name at its place in a text."""

    start: int
    end: int
    meaning: Meaning


PARTY, ADJECTIVE, HUMAN, CITY, SCO, FIVE, COUNCIL, OTHER = "ⓅⒶⒽⒸⓄⓋⒷⓍ"
_BODIES = {"sco": SCO, "shanghai_five": FIVE, "chs": COUNCIL, "chg": COUNCIL, "cfm": OTHER, "rats": OTHER, "sco_secretariat": OTHER}
_NOT_NAMES = frozenset(
    [
        "SCO summit",
        "Secretariat",
        "CFM",
        "HGC",
        "HSC",
        "S5",
        "RF",
        "Male",
        "Hu",
        "Wen",
        "Jiang",
        "Oyun",
        "DR",
        "AU",
        "ROC",
        "Krishna",
        "RATS",
        "US",
        "Congo",
        "El",
        "Aref",
        "FR",
        "IR",
        "PR",
        "N.",
        "PM Shehbaz",
        "S.",
    ]
)
_PLAIN_SURNAMES = {
    "Li",
    "Khan",
    "Singh",
    "Aziz",
    "Zhang",
    "Sharif",
    "Khurshid",
    "Minh",
    "Hourn",
    "Rhee",
    "Gong",
    "Hun",
    "Battulga",
    "Mohammed",
    "Hussain",
    "Ibrahim",
}
_AS_WRITTEN = ("St. Petersburg", "St Petersburg", "Nur-Sultan")  # names that claims give as the text has them
_WORD = re.compile(r"[A-ZÀ-ÞĀİŞ](?<!\w.)[\w+]*")


class Lexicon:
    """All names by their first word, longest first."""

    def __init__(self, names: Iterable[tuple[str, Meaning]]) -> None:
        first: dict[str, dict[str, Meaning]] = {}
        for name, meaning in names:
            word = _WORD.match(name)
            if word:
                first.setdefault(word.group(), {}).setdefault(name, meaning)
        self._by_first = {word: sorted(of.items(), key=lambda item: -len(item[0])) for word, of in first.items()}

    def find(self, text: str) -> Iterator[Found]:
        """Yield the names in `text`, leftmost and longest, none within another."""
        end = 0
        by_first = self._by_first
        for word in _WORD.finditer(text):
            names = by_first.get(word.group())
            if names is None or word.start() < end:
                continue
            start = word.start()
            for name, meaning in names:
                stop = start + len(name)
                if text.startswith(name, start) and not (text[stop : stop + 1].isalnum() and name[-1].isalnum()):
                    yield Found(start, stop, meaning)
                    end = stop
                    break


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the names of the published tables, read once."""
    return Lexicon([*_own_words(), *_published_names(), *_other_leaders()])


def _published_names() -> Iterator[tuple[str, Meaning]]:
    places = shared("places").set_index("place_id")
    people = shared("people").set_index("person_id")["name"]
    party_of = _parties_of_people()
    names = shared("names")
    parties = shared("parties")
    organizations = set(parties.loc[parties["kind"] == "organization", "party_id"])
    english = names[(names["language"] == "en") & ~names["name"].isin(_NOT_NAMES)]
    for name, kind, target in zip(english["name"], english["kind"], english["target_id"], strict=True):
        if kind == "party":
            meaning = Meaning(OTHER if target in organizations else PARTY, target, target)
        elif kind == "place":
            usual = name if name in _AS_WRITTEN else str(places.at[target, "name"])
            meaning = Meaning(CITY, str(places.at[target, "party_id"]), usual)
        elif kind == "person":
            meaning = Meaning(HUMAN, party_of.get(target), people[target])
        else:
            meaning = Meaning(_BODIES.get(target, OTHER), None, target)
        yield from _written(name, meaning)
    for person, name in zip(people.index.astype(str), people, strict=True):
        yield from _written(name, Meaning(HUMAN, party_of.get(person), name))
        surname = name.split()[0 if person.startswith(name.split()[0].lower()) else -1]
        if surname not in _PLAIN_SURNAMES and len(surname) > 1 and surname not in _NOT_NAMES:
            yield from _written(surname, Meaning(HUMAN, party_of.get(person), name))


def _parties_of_people() -> dict[str, str]:
    party_of: dict[str, str] = {}
    for table in ("meeting_parties", "terms", "attendance"):
        frame = shared(table).dropna(subset=["person"])
        party_of.update(zip(frame["person"], frame["party_id"], strict=True))
    people = shared("people")
    known = {name: party for name, _, party in _statesmen()}
    officials = set(OFFICIALS.split(";"))
    for person, name in zip(people["person_id"], people["name"], strict=True):
        if name in officials:
            party_of.pop(person, None)
        elif name in known:
            party_of.setdefault(person, known[name])
    return party_of


def _own_words() -> Iterator[tuple[str, Meaning]]:
    for party, words in ADJECTIVES.items():
        for word in words.split():
            yield from _written(word.replace("-", " "), Meaning(ADJECTIVE, party, party))
    known = set(shared("places")["name"])
    for party, city in (*CAPITALS.items(), *OTHER_CITIES):
        if city not in known:
            yield from _written(city, Meaning(CITY, party, city))
    table = shared("names")
    keys = dict(zip(table["name"], table["target_id"], strict=True)) | {"United Nations Organization": "UN", "U.N.": "UN"}
    for name in OTHER_BODIES:
        yield from _written(name, Meaning(OTHER, keys.get(name), name))
        if name.isalpha() and name.isupper() and len(name) > _LETTERS:  # "Asean", "Nato", as many papers write them
            yield name.title(), Meaning(OTHER, keys.get(name), name)
    for name in (
        "Russia-India-China",
        "South China Sea",
        "Indian Ocean",
        "New Delhi Television",
        "Georgia Tech",
        "Goa Chronicle",
        "Beijing Olympics",
        "Moscow State",
    ):
        yield name, Meaning("", None, name)
    yield from _written("UAE", Meaning(PARTY, "ARE", "ARE"))
    for name, party in (pair.split("=") for pair in f"{MISSPELT};{PEOPLES}".split(";")):
        yield from _written(name, Meaning(PARTY, party, party))
    for name in ("Shanghai five", "Shanghai-five"):
        yield name, Meaning(FIVE, None, "shanghai_five")
    for name in ("US", "U.S."):
        yield name, Meaning(PARTY, "USA", "USA")
    yield from _written("Burma", Meaning(PARTY, "MMR", "MMR"))
    yield from _written("Kazakstan", Meaning(PARTY, "KAZ", "KAZ"))
    for name in OWN_NAMES.split(";"):
        yield from _written(name, Meaning(SCO, None, "sco"))


_SURNAMES = {surname: party for party, surnames in BY_SURNAME.items() for surname in surnames.split(";")}
_SURNAME = re.compile("(?:" + "|".join(_SURNAMES) + r")(?![\w-]| [A-Z])")
_JOINED = re.compile(r"(?:[\w-]|\w ')$")
_TITLE_BEFORE = re.compile(r"(?:[Pp]resident|[Pp]remier|[Mm]inister|\b[Pp][Mm]|\b(?:Mr|Dr|Gen)\.?|[Gg]eneral) $")
_NAME_BEFORE = re.compile(r"[A-Z][\w.'-]* $")
_LISTED = re.compile(r", | and ")


def with_surnames(text: str, names: list[Found]) -> list[Found]:
    """Add surnames that stand for many: behind a title, or alone once the text has given the whole name."""
    met = {name.meaning.name.split()[place]: name.meaning for name in names if name.meaning.kind == HUMAN for place in (0, -1)}
    starts, found = [name.start for name in names], []
    for match in _SURNAME.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()]
        nearest = bisect_right(starts, match.start())
        last = names[nearest - 1] if nearest else None
        if _JOINED.search(before) or (last and last.end > match.start()):
            continue
        known = met.get(match.group())
        listed = last and last.meaning.kind == HUMAN and _LISTED.fullmatch(text, last.end, match.start())
        if not (listed or _TITLE_BEFORE.search(before) or (known and not _NAME_BEFORE.search(before))):
            continue
        found.append(Found(*match.span(), known or Meaning(HUMAN, _SURNAMES[match.group()], match.group())))
    return sorted([*names, *found]) if found else names


def _statesmen() -> Iterator[tuple[str, str, str]]:
    """Yield every way of writing a name with the usual one and the party."""
    for party, people in STATESMEN.items():
        for person in people.split(";"):
            usual, *others = person.split("=")
            for name in (usual, *others):
                yield name, usual, party


def _other_leaders() -> Iterator[tuple[str, Meaning]]:
    for name, usual, party in _statesmen():
        yield from _written(name, Meaning(HUMAN, party, usual))


def _written(name: str, meaning: Meaning) -> Iterator[tuple[str, Meaning]]:
    """Yield the ways of writing a name: as it is, without marks, in capitals; typographic apostrophes are straight by then."""
    name = name.replace("’", "'")
    if name.lower().startswith("the ") or "," in name or "(" in name:
        return
    yield name, meaning
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char)).replace("ı", "i")
    if plain != name:
        yield plain, meaning
    if len(name) > 4 and meaning.kind in (PARTY, CITY, SCO, ADJECTIVE, HUMAN) and name.upper() != name:
        yield name.upper(), meaning

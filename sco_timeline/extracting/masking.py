"""From a sentence to its masked form: names, dates, statuses, anaphors and numbers become slots, the rest small letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache, reduce
from operator import attrgetter, or_
from typing import Any

from sco_timeline.extracting.dates import FoundDate
from sco_timeline.extracting.lexicon import Found
from sco_timeline.extracting.slots import ANAPHOR, FEW_OR_HEAD, NUMBER, STATUS, TITLE, TOWN, Masked, Slot
from sco_timeline.extracting.vocabulary import TITLE_WORDS

_MEMBER = r"member(?:[- ](?:states?|countr(?:y|ies)|nations?)|s)?"
_STATUS = re.compile(
    r"(?<![A-Za-z])(?<!non-)(?<!inter-)(?:(?P<dialogue>(?:dialog(?:ue)?|discussion)[- ]"
    r"(?:partners?|companions?|members?(?!ship))(?: (?:states?|countr(?:y|ies)|nations?))?|partners? "
    r"(?:in|for|of|on|by|to) (?:the )?(?:sco )?dialog(?:ue)?(?!s)|partner[- ]dialogue)"
    r"|(?P<observer>(?:(?:country|state)-observers?|observer[- ](?:states?|countr(?:y|ies)|nations?|members?)|observers?(?! mission)|"
    r"observing (?:members?|states?|countr(?:y|ies)|nations?)))"
    r"|(?P<member>(?:(?:full|fully)[- ]fledged |full[- ]|permanent |fully )?" + _MEMBER + r")"
    r"|(?P<membership>(?:(?:full|fully)[- ]fledged |full[- ]|permanent |fully )?memberships?)"
    r"|(?P<observership>observership)|(?P<dialogueship>dialog(?:ue)?[- ](?:partnership|membership))"
    r"|(?P<same>(?:the same|the|that|this|such(?: an?)?|said) (?:status|rank|format|standing|"
    r"(?<=same )title|(?<=that )title|(?<=given the same )place)(?! quo| of| as| for))"
    r"|(?P<partner>(?<!dialogue )(?<!dialog )partner(?:[- ](?:states?|countr(?:y|ies)|nations?)|s)?))(?![\w])"
)
_OF_WHAT = {
    "dialogue": ("Ⓢ", "dialogue_partner"),
    "observer": ("Ⓢ", "observer"),
    "member": ("Ⓢ", "member"),
    "membership": ("Ⓣ", "member"),
    "observership": ("Ⓣ", "observer"),
    "dialogueship": ("Ⓣ", "dialogue_partner"),
    "same": ("Ⓣ", None),
    "partner": ("Ⓢ", "partner"),
}
_OTHER_BEFORE = re.compile(
    r"(?<![a-z])(?:family|crew|board|cabinet|committee|council|parliament|party|team|staff|military|political|election|"
    r"independent|some|many|most|several|diplomatic|foreign|"
    r"international|western|outside|senate|gang|group|union|audience|delegation|trading|trade|strategic|"
    r"business|economic|security|coalition|development|"
    r"negotiating|reliable|important|natural|junior|equal|close|closest|key|long-term|sparring|cooperation|key|"
    r"alliance|community|associate|iron|club)[ -]$"
)
_OBSERVERS_SAY = re.compile(
    r" (?:say|said|believe|note|noted|think|see|argue|point|expect|agree|fear|warn|suggest|have (?:noted|said|"
    r"pointed)|were quick|in the (?:region|west))\b"
)
_NUMBERS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_COUNTS = {word: number for number, word in enumerate(_NUMBERS, 2)} | {
    f"twenty-{word}": 19 + n for n, word in enumerate(["one", *_NUMBERS[:8]], 2)
}
_RANKS = {word: number for number, word in enumerate(_ORDINALS, 1)}
_RANKS |= {f"twenty-{word}": 20 + number for number, word in enumerate(_ORDINALS[:9], 1)} | {"thirtieth": 30}
_NUMBER = re.compile(
    r"(?<![\w.,$€£-])(?:(?P<nth>\d{1,2})-?(?:st|nd|rd|th)|(?P<digits>\d{1,2})(?![\w%]|[.,:]\d)|(?P<rank>(?:twenty[- ])?(?:"
    + "|".join(_ORDINALS)
    + r")|thirtieth)|(?P<word>(?:twenty-)?(?:one(?<=-one)|"
    + "|".join(sorted(_NUMBERS, key=len, reverse=True))
    + r")))(?!\w)"
)
_ANAPHOR = re.compile(
    r"\b(?:(?P<one>(?:the|this|that) (?:(?:(?!host|presiding|chairing|whole|only|" + "|".join(_ORDINALS) + r"|member|"
    r"observer|other|each|his|her|its|our|my|their|makes?|made|any|no|chair)[a-z]+(?:-[a-z]+)? ){0,2})"
    r"(?:country|nation|republic|kingdom|emirate|archipelago|newcomer|applicant)|the (?:island|sultanate)(?= (?:has|had|is|"
    r"was|will|would|became|becomes|joined|applied|wants|hopes|wishes|seeks|asked|signed|obtained|received|got)\b))"
    r"|(?P<many>(?:the|these|those|both|all) (?:(?P<count>" + "|".join(_NUMBERS) + r"|\d) )?(?:of them|"
    r"(?:(?!first|only|last|other|member|observer|partner|asian|central|western|same)[a-z]+ ){0,2}"
    r"(?:countries|nations|republics|newcomers|applicants|neighbou?rs|candidates|rivals|archrivals|powers|giants|pair|duo|trio))|"
    r"(?P<none>(?<=neither )(?:of (?:them|the (?:two|pair))|country|state|nation|side)(?= (?:was|were|is|has|had|have|got|"
    r"became|will|would|obtained|received)\b))|"
    r"(?:the|these|those) (?P<bare>two|three|four|five|six)(?= (?:in|as|have|had|were|are|will|would|also|become|became|joined|"
    r"should|could|to|signed|put|came|got|took|applied)\b)|their (?:(?P<theirs>two|three|four) )?(?:countries|nations|"
    r"states)(?= (?:are|have|had|hold|were|remain|joined|became|applied|will|would|both)\b)|both(?= "
    r"(?:have|had|were|are|will|would|became|joined|asked|applied|sought|signed|got|obtained|received|want|hope|wish|seek|"
    r"remain|came|entered|handed|filed|lodged|submitted|put|made|wanted|hoped|need|needed|hold|held|belong|stayed|remained|get|"
    r"took|must|stay|did|do)\b))"
    r"|(?P<my>(?:my|our) (?:own )?(?:country|nation|republic))|(?P<his>(?:his|her) (?:own )?(?:country|nation|republic))"
    r"|(?P<it>it|they|he|she|we|the (?:president|prime minister|premier|head of state)(?= (?:also|held|met|had|"
    r"has|will|took|attended|is|was|arrived|would)\b)))\b(?!'(?!s (?:been|an?|the|not|now|still|also)\b))"
)


STATUS_WORD = re.compile("member|observ|partner|status|rank|format|standing|title")
_ANAPHOR_WORD = re.compile(
    r"\b(?:it|they|he|she|we|pair|duo|trio)\b|countr|nation|republic|kingdom|emirate|archipelago|island|sultanate|newcomer|"
    r"applicant|neighb|candidate|rival|powers|giants|neither"
)
_FEW_OR_HEAD = re.compile(r"\b(?:both|them|two|three|four|five|six)\b|president|minister|premier|head")
_THE_FEW_OR_HEAD = re.compile(
    "(?:the|these|those) (?:two|three|four|five|six) |the (?:president|prime minister|premier|head of state) |both|of them"
)  # without which few and heads are none that have been named
_TITLE_WORD = re.compile("|".join(TITLE_WORDS))
_TOWN_WORD = re.compile("capital|city")
_KINDS_OF_WORDS = (
    (STATUS, STATUS_WORD),
    (ANAPHOR, _ANAPHOR_WORD),
    (NUMBER, _NUMBER),
    (FEW_OR_HEAD, _FEW_OR_HEAD),
    (TITLE, _TITLE_WORD),
    (TOWN, _TOWN_WORD),
)
_WORDS = 1 << 14  # of a language that are kept with what they may be


@lru_cache(maxsize=_WORDS)
def _may_be(word: str) -> int:
    """Say what a word may be part of, in bits: a status, an anaphor, a number, "the three" or "the president", a title, a town."""
    return reduce(or_, (bit for bit, known in _KINDS_OF_WORDS if known.search(word)), 0)


def mask(flat: str, low: str, start: int, end: int, names: Iterable[Found], dates: Iterable[FoundDate]) -> Masked:
    """Mask a sentence of a text with straight apostrophes and no line breaks; `low` is the text in small letters."""
    taken = _Taken(start)
    for name in names:
        if name.end <= end:
            _add_name(taken, flat, start, name)
    for date in dates:
        taken.add("Ⓓ", date.start, date.end, value=date)
    there = reduce(or_, map(_may_be, low[start:end].split(" ")))
    if there & FEW_OR_HEAD and not there & ANAPHOR and _THE_FEW_OR_HEAD.search(low, start, end):
        there |= ANAPHOR
    for bit, words, add in _ADDED:
        if there & bit:
            for match in words.finditer(low, start, end):
                add(taken, low, match)
    return _assemble(flat, low, start, end, sorted(taken.slots, key=attrgetter("start")), there)


class _Taken:
    """Slots that do not overlap; who comes first stays."""

    def __init__(self, start: int) -> None:
        self.slots: list[Slot] = []
        self._start = start
        self._places = 0  # a bit for each place that a slot has taken

    def add(
        self, kind: str, start: int, end: int, parties: tuple[str, ...] = (), value: Any = None, names: tuple[str | None, ...] = ()
    ) -> None:
        """Add a slot, unless another has one of its places."""
        places = (1 << end - start) - 1 << start - self._start
        if not places & self._places:
            self._places |= places
            self.slots.append(Slot(kind, start, end, parties, value, names))


def _add_name(taken: _Taken, flat: str, sentence_start: int, name: Found) -> None:
    start, end, (kind, party, value) = name
    if kind != "Ⓐ" and flat.startswith(("the ", "The "), start - 4) and start - 4 >= sentence_start:
        start -= 4
    taken.add(kind, start, end, (party,) if party else (), value, (value,) if kind == "Ⓗ" else ())


def _add_status(taken: _Taken, low: str, match: re.Match[str]) -> None:
    group = match.lastgroup or ""
    before = low[max(0, match.start() - 16) : match.start()]
    if group == "partner" and before.endswith(" our "):
        return
    other = _OTHER_BEFORE.search(before)
    if (other and not (group == "dialogue" and other.group()[:-1] in ("some", "many", "most", "several"))) or (
        group == "observer" and _OBSERVERS_SAY.match(low, match.end())
    ):
        return
    kind, status = _OF_WHAT[group]
    taken.add(kind, *match.span(), value=status)


def _add_anaphor(taken: _Taken, low: str, match: re.Match[str]) -> None:
    group, word = match.lastgroup, match.group()
    if group == "many":
        two = match["none"] or word.startswith("both") or word.endswith(("pair", "duo"))
        count = match["count"] or match["bare"] or match["theirs"]
        taken.add("Ⓡ", *match.span(), value=_COUNTS.get(count or "", 2 if two else None))
    elif group == "one":
        taken.add("Ⓡ", *match.span(), value=1)
    elif group == "it":
        taken.add("Ⓘ", *match.span(), value="he" if " " in word else word)
    else:
        taken.add("Ⓘ", *match.span(), value="we" if group == "my" else "he")


def _add_number(taken: _Taken, low: str, match: re.Match[str]) -> None:
    found, word = match.lastgroup, match.group(match.lastgroup or 0)
    if found == "nth" or found == "rank":
        taken.add("Ⓠ", *match.span(), value=int(word) if found == "nth" else _RANKS[word.replace(" ", "-")])
    else:
        taken.add("Ⓝ", *match.span(), value=int(word) if found == "digits" else _COUNTS.get(word, 1))


_ADDED = ((STATUS, _STATUS, _add_status), (ANAPHOR, _ANAPHOR, _add_anaphor), (NUMBER, _NUMBER, _add_number))


def _assemble(flat: str, low: str, start: int, end: int, slots: list[Slot], words: int) -> Masked:
    cased: list[str] = []
    text: list[str] = []
    at, done, length = [], start, 0
    for slot in slots:
        kind, place = slot.kind, slot.start
        cased += (flat[done:place], kind)
        text += (low[done:place], kind)
        length += place - done
        at.append(length)
        length += 1
        done = slot.end
    return Masked("".join([*text, low[done:end]]), "".join([*cased, flat[done:end]]), start, at, slots, words)

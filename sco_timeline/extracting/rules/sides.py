"""The sides of a meeting on a summit's margins, and the words for meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.capitals import is_capital
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.summit_tense import steps_of
from sco_timeline.extracting.rules.venues import at_summit, year_of

_AFTERWARDS = re.compile(
    r"\b(?:after|following) (?:the |Ⓞ |Ⓒ |this |that )*summit|"
    r"\b(?:weeks?|months?|days|years?) (?:before|ahead of|after|earlier|ago)\b|last met|first met|\binformal (?:summit|meet)|"
    r"\btimes\b|(?:previous|earlier) (?:meeting|talks) (?:in|on) (?!the side)|last (?:month|year)"
)
_VISITED = re.compile(
    r"\bvisit[a-z]* (?:to )?[ⓅⒸ][^.;]{0,40}?,? where $|\bparade\b|"
    r"\b(?:travels?|fl(?:ies|y)|goes|leaves?|heads?) (?:now |on )?(?:to|for) [a-zⓅ ]{1,30},? where $"
)
TOGETHER = re.compile(
    r"trilateral|three-way|(?:all )?(?:the )?Ⓝ of them|Ⓡ (?:in|at|around) one |Ⓝ-way|Ⓝ-sided|tripartite|three-cornered|"
    r"à trois|three leaders|three presidents|Ⓝ (?:leaders|presidents|sides)"
)
_TOOK_OCCASION = (
    r"(?:(?:used|took|seized|found|had) (?:the |this |an? |his )?(?:[a-z]+ )?(?:occasion|opportunity|chance|time|summit|stay)"
    r"(?: (?:also|there|too))? to|managed to)"
)
WILL = (
    r"(?:will|would|could|may|might|should|is|are|was|were|be|been|has|had|have|do|does|did|not|(?:did|wo|does|is|are|was)n't|"
    r"never|due|set|expected|scheduled|slated|planned|plans?|planning|going|likely|unlikely|ready|refused|declined|failed|hopes?|"
    r"also|already|then|later|separately|today|tomorrow|yesterday|earlier|both|there|briefly|jointly|first|finally|again|in turn|"
    r"to|on Ⓓ|Ⓓ|in Ⓒ|in Ⓓ|likewise|" + _TOOK_OCCASION + r"|[a-z]{3,12}ly|there|personally|reportedly|held|on the (?:sidelines|margins|"
    r"fringes)(?: "
    r"of (?:the )?(?:Ⓞ )?summit)?)"
)
TALKS = (
    r"(?:talks?|meetings?|negotiations|conversations?|consultations|discussions|"
    r"(?:bi|tri)laterals?(?! (?:[a-z]+al )?(?:relation|tie|trade|co-?op|issue|link))|encounters?|tête-à-têtes?|chats?|"
    r"get-togethers?|word(?! (?:on|about|of|from|that))|one-on-ones?|dialogue)"
)
HOLD = (
    r"(?:held|holds?|holding|had|have|has|having|conducted|conducts?|convened|began|begun|opened|wrapped up|finished|"
    rf"concluded|sealed) (?:an? |the |no |their |his |her |its |own |several |a series of )?(?:[a-zⓃⓆ-]+,? ){{0,4}}?{TALKS}"
    r"|(?:t(?:ook|ake) part in|attend(?:ed)?|participated? in) "
    rf"(?:an? |the )?(?:Ⓝ-way|trilateral|bilateral|separate|tripartite) {TALKS}"
    rf"|(?:has )?had (?:on (?:the )?(?:fields|margins|sidelines) [^.;Ⓗ]{{0,30}}){TALKS}"
)
MEET = (
    rf"(?:met(?: up)?(?: again)?|c[ao]me together(?= with)|"
    rf"meets?|meeting|sat down|sits? down|{HOLD}|saw|spoke|engaged|confer(?:red)?|interacted|"
    rf"discussed [a-z ]{{3,40}}|talked|spoken|(?:had|have|shared|ate|took) (?:lunch|dinner|breakfast|tea)|dined|lunched|"
    r"see(?:ing)?(?= (?:the |his |her )?Ⓗ)|speak|talk(?= (?:to|with))|exchanged views|discussed|"
    r"received|receives?|host(?:s|ed)(?= (?:the |his |her )?Ⓗ (?:for|at|to) [^.;]{0,30}(?:talks|lunch|dinner|tea|breakfast))|"
    r"(?:been )?received by|chatted|huddled|called on|caught up|negotiated|hold)"
)
WITH = (
    r"(?: (?:there|here|in Ⓒ))?(?: (?:about|on|in|at|during|after|for|also|separately|"
    r"bilaterally|face-to-face|one-on-one|today|Ⓓ|tête-à-tête|briefly|behind closed|"
    r"(?:by|over) )[^.;ⒽⓅ]{0,60}?(?= (?:with|between|and with|including)|,))? ?(?:,? (?:as well as |and )?(?:with|"
    r"between))?(?: [^.;ⒽⓅ]{3,60}?,? (?:including|among them|notably|such as))? ?(?:his |her |the |their |both |its |[a-z]+ )?"
)
APART = r"(?:'s (?:president|leader))?(?: \([^()]{1,40}\))?(?:, [^,;ⒽⓅ]{1,60},)?(?:,? who)?,?"


def at_its_margins(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a match speaks of a meeting at a summit of the SCO, not before or after it."""
    text = reading.text
    if _VISITED.search(text, max(0, match.start() - 90), match.start()) and "summit" not in text:
        return False
    if _NO_MARGINS.search(text) or ("summit" not in text and _GUEST_OF_A_LAND.search(text, match.end())) or _by_phone(reading, match):
        return False
    if (land := _IN_A_LAND.match(text, match.end())) and _is_no_host(reading, land.start("p")):
        return False
    return at_summit(reading, match.start()) and not (_AFTERWARDS.search(text) or _long_ago(reading, match))


_NO_MARGINS = re.compile(r"\b(?:tele)?phone\b|Ⓠ regular meeting (?:with|between)|sp(?:oke|eaks?) at [^.;]{0,40}together with")
_GUEST_OF_A_LAND = re.compile(r"\b(?:when|as|while) Ⓗ(?: [a-z]+)? visits (?:the country\b|[ⓅⓇ])")
_TALKED = re.compile(r"\b(?:conversations?|sp(?:oke|eaks?)|talk(?:ed|s)?|discuss(?:ed|es))\b")
_CALLS, _CALLED = re.compile(r"\b(?:telephone|phone) (?:call|conversation|talk)s?\b|\bphoned\b"), 6  # sentences before
_IN_A_LAND = re.compile(r"[^.;,Ⓟ]{0,30}\bin (?P<p>Ⓟ)(?!')")


def _by_phone(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a match tells of a talk for which no place is named, just after telephone calls were told of."""
    if not _TALKED.search(match.group()) or re.search("margin|sideline|fringe|summit in|Ⓒ", reading.text):
        return False
    article, number = reading.article, reading.number
    return _CALLS.search(article.low, article.sentences[max(0, number - _CALLED)].start, article.sentences[number].start) is not None


_AROUND = 6  # sentences before and behind


def _is_no_host(reading: Reading, place: int) -> bool:
    """Say whether none of the cities named around a sentence lies in the country where its meeting was."""
    first, last = max(0, reading.number - _AROUND), min(len(reading.article.sentences), reading.number + _AROUND)
    cities = [slot.parties for number in range(first, last) for slot in reading.article.masked(number).slots if slot.kind == "Ⓒ"]
    return bool(cities) and not any(set(reading.parties(place)) & set(parties) for parties in cities)


def _long_ago(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a match, or what stands next to it, is told of last month or last year: "had last month met"."""
    near = reading.masked.between(max(0, match.start() - 15), match.end() + 12)
    return any(
        slot.kind == "Ⓓ"
        and slot.value.kind == "relative"
        and steps_of(slot.value.value or "") < 0
        and (slot.value.value or "")[:1] in "my<"
        for slot in near
    )


_SOON = 2  # sentences in which "he also met" goes on with the one whose meetings are told


def side_at(reading: Reading, place: int) -> tuple[str, ...]:
    """Return the parties behind a slot, each once."""
    if reading.text.startswith("the president", place):
        return reading.article.parties_before(reading.masked.origin(place), reading.number, person=True)
    slot = reading.masked.slot(place)
    if slot.kind == "Ⓒ" and not is_capital(slot):
        return ()
    met = reading.article.memory.met
    if slot.kind == "Ⓘ" and slot.value in ("he", "she") and met and reading.number - met[0] <= _SOON:
        return met[1:]
    parties = slot.parties if slot.kind in "ⒽⓅⒶⓍⒸ" else reading.parties(place)
    return tuple(dict.fromkeys(parties))


def two_before(reading: Reading, stop: int) -> dict[str, str | None]:
    """Return the two leaders, by party, whom a sentence up to a place, or the one before, names and nobody else; else none."""
    for number in (reading.number, reading.number - 1):
        masked = reading.article.masked(number) if number >= 0 else reading.masked
        last = stop if number == reading.number else len(masked.text)
        named = {
            party: name
            for one in masked.between(0, last)
            if one.kind == "Ⓗ"
            for party, name in zip(one.parties, one.names or (None,) * len(one.parties), strict=False)
        }
        if named:
            return named if len(named) == _TWO else {}
    return {}


_TWO = 2


def meetings_of(reading: Reading, match: re.Match[str], groups: list[set[str]], polarity: str) -> Iterator[Claim]:
    """Yield a claim for each group of two or three sides."""
    for parties in groups:
        if 1 < len(parties) < 4:
            year = year_of(reading, match.start())
            yield reading.claim("bilateral_meeting", match, parties=sorted(parties), summit_year=year, polarity=polarity)


_OCCASION = re.compile(_TOOK_OCCASION)
_CALLED_OFF = re.compile(
    r"\b(?:it|which|that|the (?:meeting|talks)),? (?:had|has|was|were|have)(?: later)? (?:been |to be )?(?:cancell?ed|"
    r"called off|scrapped|dropped)\b"
)


def polarity_at(reading: Reading, match: re.Match[str]) -> str:
    """Return whether a meeting took place, did not, or is expected."""
    verb = match.start("verb")
    if _CALLED_OFF.search(reading.text, match.end()):
        return NEGATED
    if re.match(r"[ⒽⓅ] (?:[a-z]+ly )?to (?:meet|hold|have|sit|confer)", match.group()):
        return EXPECTED
    lead = _OCCASION.sub(" ", reading.text[match.start("p") : verb])
    said = polarity_of(clause_before(reading.text, match.start(), 40) + lead)
    if said == ASSERTED and re.search(r"\b(?:hold|holding|have|having) no\b|\bheld no\b|\bhad no\b|\bhas no\b", match.group()):
        return NEGATED
    return said


def pairs_of(reading: Reading, match: re.Match[str], one: tuple[str, ...], other: tuple[str, ...]) -> list[set[str]]:
    """Return the meetings: of all together if three sides meet, else of one side with each of the others."""
    together = {*one, *other}
    if TOGETHER.search(reading.text, match.start(), match.end() + _NEAR_BEHIND) and len(together) == 3:
        return [together]
    if len(one) == 1:
        more = sides_behind(reading, match.end())
        return [{one[0], party} for party in dict.fromkeys((*other, *more)) if party != one[0]]
    return [together] if len(one) == 2 and len(other) == 1 and len(together) == 3 else []


_NEAR_BEHIND = 50
_FURTHER = re.compile(
    r"(?:,? (?:and |as well as |then )?(?:also |later |separately |then )?(?:with )?|, |"
    r",? and,? (?:in [a-z ]{3,25}|[a-z ]{3,20}), (?:with )?)(?:the (?:presidents|leaders) of Ⓟ, )?(?:the |his |her )?(?P<h>Ⓗ)"
    r"(?!'s| (?:also )?(?:said|met|had|held|told|has|was|is|will)\b)"
)


def sides_behind(reading: Reading, place: int) -> list[str]:
    """Return the sides that follow in the same enumeration: ", the prime minister of Pakistan, and with the leaders of ..."."""
    more: list[str] = []
    for _ in range(12):
        further = _FURTHER.match(reading.text, place)
        if not further:
            break
        more += side_at(reading, further.start("h"))
        place = further.end()
    return more

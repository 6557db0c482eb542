"""Of which organization a text speaks: parts of the SCO that are not the SCO, and what "the bloc" or "the latter" stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from sco_timeline.extracting.finding import spans_of
from sco_timeline.extracting.lexicon import Found, Meaning
from sco_timeline.extracting.vocabulary import CLUBS, SUB_BODIES

_OF_A_STATE = (
    " state",
    " member",
    " ally",
    " power",
    " countr",
    "-member",
    " sanction",
    " troops",
    " forces",
)  # "Turkey, a NATO state," is no talk of NATO
_COMPARED = (
    "asian ",
    "eastern ",
    "anti-",
    "oriental ",
    "eurasian ",
    "counter-",
    "another ",
    "new ",
    "neither ",
    " nor ",
    "outside ",
    "outside the ",
)  # "an Asian NATO" is not NATO
_EXAMPLE = re.compile(
    r"(?:bodies|organi[sz]ations|institutions|alliances|blocs|groups),? (?:like|such as|including) [^.;]{0,40}$|"
    r"\b(?:on (?:his|her|its|their) way (?:to|from)|together with|bound for|back from|straight from) (?:the |an? )?$|"
    r"\bas (?:do|did|does|are|were|have) (?:the )?[a-z ,]{0,40}$"
)
_UN_ORGANS = ("UN Security Council", "Security Council", "UN General Assembly", "General Assembly")
_BLOC = re.compile(
    r"(?:organi[sz]ation|bloc|block|grouping|group of (?:states|countries|nations)|group|alliance|association|"
    r"club|pact|body|union|forum|structure)(?!\w| (?:of|for(?! the (?:coming|next|following))|chaired|photo|picture|portrait|"
    r"working|leader of))"
)
_BLOC_STEMS = (
    *("organisation", "organization", "bloc", "group", "alliance", "association", "club", "pact", "body", "union", "forum"),
    "structure",
)
_BLOC_BEFORE = re.compile(
    r"\b(?:the|this|that|our|your|its) (?:(?!(?:the|this|that|its|of|in|to|for|by|from|with|at|on|and|or|is|was|as|"
    r"an?)\b)[a-z]+(?:-[a-z]+)* ){0,3}$"
)
_COUNTED = re.compile(r"-(?:member|nation|country|state|strong|party)\b")  # "the ten-member bloc": the number is read by itself
_NOT_BLOC = re.compile(
    r"working|terror|militant|rebel|media|research|human rights|business|(?<!this )international|regional org|youth|"
    r"expert|consult|non-gov|ethnic|contact|any|new forum|health|legislative|governing|news|criminal|"
    r"opposition|summit|world|banned|focus|pop|governmental"
)
_SUB = re.compile(rf"(?:'s)?(?: \((?:the )?SCO\))?(?: |-|(?=\+))(?:(?P<club>{CLUBS})|{SUB_BODIES})")
_CLUB_OF = re.compile(rf"\b(?:{CLUBS})s?(?: [A-Za-z]+){{0,2}} of (?:the )?$", re.IGNORECASE)
_PART, OFFICE = Meaning("Ⓧ", None, "part of the SCO"), Meaning("Ⓧ", None, "office of the SCO")
_CLUB = Meaning("Ⓧ", None, "club of the SCO")
_OWN_PARTS = (_PART, OFFICE, _CLUB)
_SELDOM = 3  # times the SCO is named for each time another organization is
_OPENING = 20  # characters at the head of a sentence, in which its subject stands
_NEVER = {"NATO": ("group", "grouping", "club", "forum", "association"), "EU": ("group", "grouping", "alliance", "pact", "forum")}
_SCO = Meaning("Ⓞ", None, "sco")
_OWN_BODIES = ("cfm", "rats", "sco_secretariat")


def without_other_sco(flat: str, names: list[Found]) -> list[Found]:
    """Mark "SCO Secretariat" and the like as bodies that have no members of their own."""
    return [_own_part(flat, name) or name for name in names if not (name.meaning.kind == "Ⓥ" and _FIVE_OF_TIME.match(flat, name.end))]


_FIVE_OF_TIME = re.compile(r" (?:years?|months?|weeks?|days?|decades?|times)\b")  # "founded in Shanghai five years ago"


def _own_part(flat: str, name: Found) -> Found | None:
    """Return what a name is part of: "SCO University", "the youth council of the SCO"; a secretariat asked for a status is the SCO."""
    end = _SUB.match(flat, name.end) if name.meaning.kind == "Ⓞ" else None
    stop = end.end() if end else name.end
    is_office = "Secretar" in end.group() if end else name.meaning.name == "sco_secretariat"
    if is_office and (_ASKED_OF.search(flat, max(0, name.start - _ASKED_NEAR), name.start) or _HAS_RECEIVED.match(flat, stop)):
        return Found(name.start, stop, _SCO)
    if end:
        return Found(name.start, stop, OFFICE if is_office else _CLUB if end["club"] else _PART)
    is_club = name.meaning.kind == "Ⓞ" and _CLUB_OF.search(flat, max(0, name.start - 50), name.start)
    return Found(name.start, name.end, _CLUB) if is_club else None


_ASKED_NEAR = 100  # characters before the secretariat, in which what it is sent is told
_ASKED_OF = re.compile(
    r"\b(?:appl(?:y|ied|ies|ying|ications?)|requests?|bids?|candidacy|membership)\b[^.;]{0,70}\b(?:to|with|by|from|before|"
    r"at)(?: the)? $"
)
_HAS_RECEIVED = re.compile(
    r" (?:(?:has|have|had|also|already) )*(?:received|registered|got|holds|is studying|is considering) [^.;]{0,30}\b(?:appl|"
    r"request|bid)"
)


def names_only_clubs(names: list[Found]) -> bool:
    """Say whether a text names the SCO in names of its clubs alone."""
    ours = [name.meaning for name in names if name.meaning.kind in "ⓄⒷⓋ" or is_own_part(name.meaning)]
    return bool(ours) and all(meaning is _CLUB for meaning in ours)


def with_blocs(flat: str, low: str, names: list[Found], stop: int) -> list[Found]:
    """Add "the bloc", "this organization" as names of the organization last named before them."""
    organizations = [name for name in names if name.meaning.kind in "ⓄⓋⓍⒷ" and not in_passing(name, low)]
    if not organizations:
        return names
    main = _most_named(organizations)
    rare = rarely_named(organizations)
    organizations = [name for name in organizations if name.meaning not in rare or _opens_a_sentence(name, flat)] or organizations
    starts = [name.start for name in organizations]
    blocs = []
    for start, end in _blocs_in(low, names, stop):
        last = bisect_right(starts, start) - 1
        while last > 0 and low[start:end].endswith(_NEVER.get(organizations[last].meaning.name, ())):
            last -= 1
        meaning = organizations[last].meaning if last >= 0 else organizations[0].meaning
        if meaning.kind in "ⓄⒷ" or meaning in _OWN_PARTS or meaning.name in _OWN_BODIES or meaning.kind == "Ⓥ":
            meaning = _SCO
        if (
            last >= 0
            and (meaning.kind == "Ⓧ") == (main is _SCO)
            and flat.count(". ", max(organizations[last].start, start - 600), start) > 1
        ):
            meaning = main
        blocs.append(Found(start, end, meaning))
    if "the former" in low or "the latter" in low:
        blocs += _former_and_latter(low, organizations, starts, stop)
    return sorted([*names, *blocs]) if blocs else names


def is_own_part(meaning: Meaning) -> bool:
    """Say whether a body is a part of the SCO: who speaks of it speaks of the SCO."""
    return meaning in _OWN_PARTS or meaning.name in _OWN_BODIES


def _most_named(names: list[Found]) -> Meaning:
    """Return the organization that a text names most often; of those named as often, the one that it names first."""
    counts = Counter(
        name.meaning if name.meaning.kind == "Ⓧ" and name.meaning not in _OWN_PARTS else _SCO
        for name in names
        if name.meaning.kind in ("Ⓞ", "Ⓑ", "Ⓧ")
    )
    return counts.most_common(1)[0][0] if counts else _SCO


def rarely_named(names: list[Found]) -> frozenset[Meaning]:
    """Return the organizations that a text that begins with the SCO names so seldom that it can hardly speak of them."""
    named = [name.meaning if name.meaning.kind == "Ⓧ" else _SCO for name in names if name.meaning.kind in ("Ⓞ", "Ⓧ")]
    if not named or named[0] is not _SCO:
        return frozenset()
    counts = Counter(named)
    return frozenset(one for one, count in counts.items() if one is not _SCO and count * _SELDOM <= counts[_SCO])


def _opens_a_sentence(name: Found, flat: str) -> bool:
    return flat.rfind(". ", max(0, name.start - _OPENING), name.start) >= 0 or name.start < _OPENING


def is_mostly_ours(names: list[Found]) -> bool:
    """Say whether a text names the SCO at least as often as any other organization."""
    return _most_named(names) is _SCO


def _blocs_in(low: str, names: list[Found], stop: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of "the bloc", "this organization" in a text."""
    for place, _ in spans_of(_BLOC_STEMS, low, 0, stop):
        before = _BLOC_BEFORE.search(low, max(0, place - 40), place)
        found = _BLOC.match(low, place, stop) if before else None
        if before is None or found is None or _NOT_BLOC.search(low[before.start() : found.end()]):
            continue
        if not _named_within(names, before.start(), found.end()):
            yield place if _COUNTED.search(low, before.start(), place) else before.start(), found.end()


_OF_TWO = re.compile(
    r"(?:members?|observers?|partners?|membership|status|part) (?:of|in|to|with) (?P<which>the (?P<former>former|latter))"
    r"(?! [a-z]+ (?:soviet|president))"
)


def in_passing(name: Found, low: str) -> bool:
    """Say whether a name is of another organization that "the bloc" does not mean: the UN, one named in "NATO troops"."""
    return name.meaning.kind == "Ⓧ" and (name.meaning.party == "UN" or name.meaning.name in _UN_ORGANS or is_no_subject(name, low))


def is_no_subject(name: Found, low: str) -> bool:
    """Say whether an organization is named only to tell of another: "a NATO state", "an Asian NATO", "bodies like NATO"."""
    near = low[max(0, name.start - 70) : name.start]
    return low.startswith(_OF_A_STATE, name.end) or near.endswith(_COMPARED) or _EXAMPLE.search(near) is not None


def _former_and_latter(low: str, organizations: list[Found], starts: list[int], stop: int) -> list[Found]:
    """Name the organization that "a member of the former" or "of the latter" means: one of the two last named."""
    found = []
    for match in _OF_TWO.finditer(low, 0, stop):
        last = bisect_right(starts, match.start())
        named = list(dict.fromkeys(name.meaning for name in organizations[max(0, last - 4) : last] if name.start > match.start() - 400))
        if len(named) == 2:
            found.append(Found(*match.span("which"), named[0 if match["former"] == "former" else 1]))
    return found


def _named_within(names: list[Found], start: int, end: int) -> bool:
    place = bisect_left(names, (start,))
    return (place < len(names) and names[place].start < end) or (place > 0 and names[place - 1].end > start)

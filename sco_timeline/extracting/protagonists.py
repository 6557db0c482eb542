"""Whom a text means by "the prime minister": its own one, named with the title and without a country, else the one named most often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sco_timeline.extracting.lexicon import Found

_PRESIDENT = re.compile(r"(?<!vice )(?<!vice-)\bpresident(?: of (?:the )?[a-z]{3,20},?)? (?:[a-z.]+ ){0,2}$")
_PREMIER = re.compile(r"(?<!deputy )\b(?:prime minister|pm|premier)(?: of (?:the )?[a-z]{3,20},?)? (?:[a-z.]+ ){0,2}$")
_TITLES = {"the president": _PRESIDENT, "the prime minister": _PREMIER, "the premier": _PREMIER}
_REACH = 45  # characters before a name in which its title stands
_MOST = 300  # names of a text that are looked at


def leader_called(title: str, low: str, names: Sequence[Found], stop: int) -> tuple[str, ...]:
    """Return the party of the leader who has a title before a place; one whose country is not said is the text's own."""
    words = _TITLES.get(title)
    own, others = _titled(words, low, names, stop) if words else (Counter[str](), Counter[str]())
    told = (own or others).most_common(2)
    if not told or (not own and len(told) > 1 and told[0][1] == told[1][1]):
        return ()
    return (told[0][0],)


def home_leader(low: str, names: Sequence[Found], stop: int) -> tuple[str, ...]:
    """Return the party of the one leader whose country a text need not say, before a place."""
    found = {party for words in (_PRESIDENT, _PREMIER) for party in _titled(words, low, names, stop)[0]}
    return tuple(found) if len(found) == 1 else ()


def _titled(words: re.Pattern[str], low: str, names: Sequence[Found], stop: int) -> tuple[Counter[str], Counter[str]]:
    """Count the parties of those who are named with a title: without a country, and with one."""
    own: Counter[str] = Counter()
    others: Counter[str] = Counter()
    before: Found | None = None
    for name in names[:_MOST]:
        if name.start >= stop:
            break
        found = words.search(low, max(0, name.start - _REACH), name.start) if name.meaning.kind == "Ⓗ" and name.meaning.party else None
        if found:
            owned = before is not None and before.meaning.kind in "ⓅⒶ" and low[before.end : found.start()].strip("'s ,") == ""
            (others if owned or " of " in found.group() else own)[str(name.meaning.party)] += 1
        before = name
    return own, others

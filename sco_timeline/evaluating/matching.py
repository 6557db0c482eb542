"""When a found claim says what an annotated one says: in key (who, what, polarity), and strictly (date and stage too)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Said = Mapping[str, Any]
Agrees = Callable[[Said, Said], bool]

CORE = ("status_change", "status_held", "summit", "founding", "member_count", "chair")
MORE = ("attendance", "bilateral_meeting", "document_adopted")

_SMALL_WORDS = {"the", "of", "on", "a", "and", "sco"}
_SAME_TITLE = 0.4  # share of the words of both titles that must stand in both


def polarity(claim: Said) -> str:
    """Return the polarity of a claim; one that names none is asserted."""
    return claim.get("polarity") or "asserted"


def agrees_in_key(gold: Said, found: Said) -> bool:
    """Say whether two claims are of one type and polarity, about the same parties, with the same value."""
    agree = _KEYS.get(gold["type"])
    return agree is not None and gold["type"] == found["type"] and polarity(gold) == polarity(found) and agree(gold, found)


def agrees_strictly(gold: Said, found: Said) -> bool:
    """Say whether two claims agree in key, and in date, stage and the like at the precision of the annotated one."""
    return agrees_in_key(gold, found) and _STRICT.get(gold["type"], _always)(gold, found)


def _always(gold: Said, found: Said) -> bool:
    return True


def _equal(*names: str) -> Agrees:
    return lambda gold, found: all(gold.get(name) == found.get(name) for name in names)


def _written_alike(one: Any, other: Any) -> bool:
    return str(one).lower() == str(other).lower()


def _can_be_one(one: Any, other: Any) -> bool:
    """Say whether two dates can be the same: one is the beginning of the other, or one is not given."""
    return not one or not other or str(one).startswith(str(other)) or str(other).startswith(str(one))


def _dated_alike(gold: Said, found: Said, name: str) -> bool:
    """Say whether a date is found at the annotated precision or finer; without one, whether none is found but perhaps the hint."""
    if gold.get(name):
        return bool(found.get(name)) and str(found[name]).startswith(str(gold[name]))
    if found.get(name) and gold.get("date_hint"):
        return _can_be_one(found[name], gold["date_hint"])
    return not found.get(name)


def _same_summit(gold: Said, found: Said) -> bool:
    """Say whether nothing speaks against one summit and something for it; an annotation without any detail is any summit."""
    agreements = [_written_alike(gold[name], found[name]) for name in ("city", "country", "ordinal") if _both(gold, found, name)]
    agreements += [_can_be_one(gold[name], found[name]) for name in ("start", "end") if gold.get(name) and found.get(name)]
    bodies = gold.get("body", "unknown"), found.get("body", "unknown")
    if not all(agreements) or ("unknown" not in bodies and bodies[0] != bodies[1]):
        return False
    if agreements or not any(gold.get(name) for name in ("city", "country", "ordinal", "start", "end")):
        return True
    return bool(gold.get("date_hint") and found.get("start")) and _can_be_one(gold["date_hint"], found["start"])


def _both(gold: Said, found: Said, name: str) -> bool:
    return gold.get(name) is not None and found.get(name) is not None


def _same_attendance(gold: Said, found: Said) -> bool:
    return gold.get("party") == found.get("party") and gold.get("present", True) == found.get("present", True)


def _same_title(gold: Said, found: Said) -> bool:
    one, other = _words(gold.get("title")), _words(found.get("title"))
    return bool(one & other) and len(one & other) / len(one | other) >= _SAME_TITLE


def _words(title: str | None) -> set[str]:
    return set(re.findall(r"[a-z]+", (title or "").lower())) - _SMALL_WORDS


def _same_founding(gold: Said, found: Said) -> bool:
    return bool(gold.get("date")) == bool(found.get("date")) and _can_be_one(gold.get("date"), found.get("date"))


def _same_parties(gold: Said, found: Said) -> bool:
    return set(gold.get("parties") or ()) == set(found.get("parties") or ())


def _strictly_one_summit(gold: Said, found: Said) -> bool:
    said = [name for name in ("city", "ordinal", "format") if gold.get(name) is not None]
    return _dated_alike(gold, found, "start") and all(_written_alike(gold[name], found.get(name)) for name in said)


_KEYS: dict[str, Agrees] = {
    "status_change": _equal("party", "to"),
    "status_held": _equal("party", "status"),
    "summit": _same_summit,
    "founding": _same_founding,
    "member_count": _equal("n"),
    "chair": _equal("party"),
    "attendance": _same_attendance,
    "bilateral_meeting": _same_parties,
    "document_adopted": _same_title,
}
_STRICT: dict[str, Agrees] = {
    "status_change": lambda gold, found: gold.get("stage") == found.get("stage") and _dated_alike(gold, found, "date"),
    "status_held": lambda gold, found: _dated_alike(gold, found, "as_of"),
    "summit": _strictly_one_summit,
    "founding": lambda gold, found: _same_parties(gold, found) and _dated_alike(gold, found, "date"),
    "attendance": lambda gold, found: not gold.get("summit_year") or gold["summit_year"] == found.get("summit_year"),
}

"""One claim for each distinct content: the first clear mention stays, more exact repeats lend it their day."""

from __future__ import annotations

from sco_timeline.extracting.claims import Claim

_CONTENT = {
    "status_change": ("party", "to", "polarity", "stage"),
    "status_held": ("party", "status", "polarity"),
    "attendance": ("party", "present", "polarity"),
    "chair": ("party", "body", "polarity"),
    "member_count": ("n", "polarity"),
    "document_adopted": ("title",),
    "founding": ("body",),
    "bilateral_meeting": ("parties", "polarity"),
}
_MEMORY = 50  # claims of one content that a new one is compared with; a text that holds more is no article
_DAY = {
    "status_change": "date",
    "status_held": "as_of",
    "chair": "year_or_period",
    "member_count": "as_of",
    "document_adopted": "date",
    "founding": "date",
    "attendance": "summit_year",
    "bilateral_meeting": "summit_year",
}


def distinct(claims: list[Claim]) -> list[Claim]:
    """Return the claims without repeats, ordered by evidence."""
    kept: list[Claim] = []
    summits: list[Claim] = []
    by_content: dict[tuple[object, ...], list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim["evidence"], claim["type"])):
        if claim["type"] == "summit":
            if not _same_summit(summits[-_MEMORY:], claim):
                summits.append(claim)
                kept.append(claim)
            continue
        content = (claim["type"], *(_plain(claim.get(name)) for name in _CONTENT[claim["type"]]))
        if not _absorbed(by_content.setdefault(content, []), claim):
            by_content[content].append(claim)
            kept.append(claim)
    return [claim for claim in kept if claim["type"] != "summit" or _says_something(claim)]


_FACTS = ("city", "country", "start", "ordinal", "format")


def _same_summit(earlier: list[Claim], claim: Claim) -> bool:
    """Say whether a summit was spoken of before; the earlier claim takes over what the later one adds."""
    for other in reversed(earlier):
        if any(_clash(name, other[name], claim[name]) for name in _FACTS) or {other["body"], claim["body"]} >= {"chs", "chg"}:
            continue
        shared = [name for name in ("city", "start", "ordinal") if other[name] and claim[name]]
        alone = claim["city"] is None and claim["country"] is None
        if not (shared or (alone and other is earlier[-1]) or (other["country"] and other["country"] == claim["country"])):
            continue
        if not shared and alone and _of_another_year(other, claim):
            continue
        if other["polarity"] != claim["polarity"] and claim["start"] and other["start"] and not shared:
            continue
        _take_over(other, claim)
        return True
    return False


def _of_another_year(other: Claim, claim: Claim) -> bool:
    """Say whether a summit of a stated year cannot be the one just reported, which has no day but that of publication."""
    year, hint = str(claim["start"] or "")[:4], str(other["date_hint"] or "")[:4]
    return bool(year and hint) and other["start"] is None and year != hint


def _clash(name: str, first: object, second: object) -> bool:
    if first is None or second is None:
        return False
    if name == "start":
        return not (str(first).startswith(str(second)) or str(second).startswith(str(first)))
    return first != second


def _take_over(other: Claim, claim: Claim) -> None:
    for name in ("city", "country", "ordinal", "format"):
        other[name] = other[name] if other[name] is not None else claim[name]
    if len(str(claim["start"] or "")) > len(str(other["start"] or "")):
        other["start"], other["end"], other["date_hint"] = claim["start"], claim["end"], None
    if other["body"] == "unknown":
        other["body"] = claim["body"]


def _says_something(claim: Claim) -> bool:
    return any(claim[name] is not None for name in _FACTS) or claim["polarity"] == "expected"


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _absorbed(same: list[Claim], claim: Claim) -> bool:
    """Say whether an earlier claim holds what this one says; it takes over a day that is more exact."""
    day = _DAY.get(claim["type"])
    for earlier in same[-_MEMORY:]:
        if claim["type"] == "attendance" and earlier["person"] and claim["person"] and earlier["person"] != claim["person"]:
            continue
        first, second = (earlier.get(day), claim.get(day)) if day else (None, None)
        if first is None or second is None or str(first).startswith(str(second)) or str(second).startswith(str(first)):
            if day and second and len(str(second)) > len(str(first or "")):
                earlier[day], earlier["date_hint"] = second, None
            if claim["type"] == "founding" and not earlier["parties"]:
                earlier["parties"] = claim["parties"]
            if claim["type"] == "attendance" and not earlier["person"]:
                earlier["person"] = claim["person"]
            return True
    return False

"""One claim for each distinct content: the first clear mention stays, more exact repeats lend it their day."""

from __future__ import annotations

from datetime import date

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.estimating import ESTIMATED
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED

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


def distinct(claims: list[Claim], published: str | None = None) -> list[Claim]:
    """Return the claims without repeats, ordered by evidence."""
    kept: list[Claim] = []
    summits: list[Claim] = []
    claims = _without_echoes(claims)
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
    apart = _of_one_place(summits)
    if published:
        apart += _of_the_report([claim for claim in summits if not any(claim is one for one in apart)], published)
    chairs = [claim for claim in kept if claim["type"] == "chair" and claim["polarity"] == ASSERTED]
    came = [claim for claim in kept if claim["type"] == "attendance" and claim["polarity"] == ASSERTED]
    return [
        claim
        for claim in kept
        if not (claim["rule"] in _NOUNS and any(_is_to_come(claim, other) for other in kept))
        and not (claim["rule"] in _TO_PRESIDE and any(_is_in_the_chair(claim, other) for other in chairs))
        and not (claim["type"] == "attendance" and any(_has_come(claim, other) for other in came))
        and (claim["type"] != "summit" or (_says_something(claim) and not any(claim is one for one in apart)))
    ]


_SAID = ("type", "party", "to", "status", "present", "city", "polarity")


def _without_echoes(claims: list[Claim]) -> list[Claim]:
    """Leave out what was only estimated and a rule has found elsewhere in the text."""
    surely = {_said(claim) for claim in claims if not claim["rule"].startswith(ESTIMATED)}
    return [claim for claim in claims if not (claim["rule"].startswith(ESTIMATED) and _said(claim) in surely)]


def _said(claim: Claim) -> tuple[object, ...]:
    return tuple(claim.get(name) for name in _SAID)


_NOUNS = ("chair.noun", "chair.noun_of")


def _is_to_come(chair: Claim, plan: Claim) -> bool:
    """Say whether a chairmanship that is named without a year is one that is told to begin."""
    return (
        plan["type"] == "chair"
        and (chair["polarity"], chair["year_or_period"], plan["polarity"]) == (ASSERTED, None, EXPECTED)
        and chair["party"] == plan["party"]
    )


_TO_PRESIDE = ("chair.presides", "chair.loose_presiding")


def _is_in_the_chair(plan: Claim, chair: Claim) -> bool:
    """Say whether who is to preside over a meeting is told to be in the chair already."""
    return (
        plan["polarity"] == EXPECTED
        and plan["party"] == chair["party"]
        and plan["body"] in (None, chair["body"])
        and not _clash("start", plan["year_or_period"], chair["year_or_period"])
    )


def _has_come(plan: Claim, other: Claim) -> bool:
    """Say whether who is to come to a summit is told to have come: "leaves for it", "spoke at it"."""
    return (
        plan["polarity"] == EXPECTED
        and (plan["party"], plan["present"]) == (other["party"], other["present"])
        and not _clash("person", plan["person"], other["person"])
        and plan["summit_year"] == other["summit_year"]
    )


_FACTS = ("city", "country", "start", "ordinal", "format")


def _same_summit(earlier: list[Claim], claim: Claim) -> bool:
    """Say whether a summit was spoken of before; the earlier claim takes over what the later one adds."""
    for other in reversed(earlier):
        if any(_clash(name, other[name], claim[name]) for name in _FACTS if not (name == "start" and _is_a_day_of(other, claim))):
            continue
        if {other["body"], claim["body"]} >= {"chs", "chg"}:
            continue
        shared = [name for name in ("city", "start", "ordinal") if other[name] and claim[name]]
        alone = claim["city"] is None and claim["country"] is None
        if not (shared or (alone and other is earlier[-1]) or (other["country"] and other["country"] == claim["country"])):
            continue
        if not shared and alone and (_of_another_year(other, claim) or _is_online_elsewhere(other, claim)):
            continue
        if other["polarity"] != claim["polarity"] and other["start"] and not shared and (claim["start"] or claim["polarity"] == EXPECTED):
            continue
        _take_over(other, claim)
        return True
    return False


def _is_a_day_of(other: Claim, claim: Claim) -> bool:
    """Say whether the day on which one summit opened, as told, is one of the days of another, or the other closed in its month."""
    whole = all(len(str(day or "")) == len("2001-06-15") for day in (other["start"], other["end"], claim["start"]))
    if whole:
        return bool(other["start"] <= claim["start"] <= other["end"])
    pairs = ((str(one["start"]), str(two["end"])) for one, two in ((other, claim), (claim, other)))
    return any(len(month) == len("2001-06") and end.startswith(month) for month, end in pairs)


_PAIR = 2
_NEAR = 31  # days between a summit and a report of it


def _of_one_place(summits: list[Claim]) -> list[Claim]:
    """Return the summits without a place that another takes over: the day of the report's own summit, whose city stands elsewhere."""
    placed = [claim for claim in summits if claim["city"] and not claim["start"] and claim["date_hint"]]
    if len(placed) != 1 or len({claim["city"] for claim in summits if claim["city"]}) != 1:
        return []
    known = placed[0]
    dated = [
        claim
        for claim in summits
        if claim is not known
        and claim["city"] is None
        and _is_near(claim["start"], known["date_hint"])
        and not any(_clash(name, claim[name], known[name]) for name in ("country", "ordinal", "format"))
        and {claim["body"], known["body"]} != {"chs", "chg"}
    ]
    if len(dated) != 1:
        return []
    _take_over(known, dated[0])
    return dated


def _of_the_report(summits: list[Claim], published: str) -> list[Claim]:
    """Return the summits that another takes over: all that a report says of its own, if it tells of one city and one time only."""
    dropped: list[Claim] = []
    for polarity in (ASSERTED, EXPECTED):
        own = [claim for claim in summits if claim["polarity"] == polarity and _is_recent(claim, published)]
        if len(own) < _PAIR or any(_differ(name, own) for name in _FACTS) or {"chs", "chg"} <= {claim["body"] for claim in own}:
            continue
        if any(claim["city"] for claim in own):
            for claim in own[1:]:
                _take_over(own[0], claim)
            dropped += own[1:]
    return dropped


def _is_recent(claim: Claim, published: str) -> bool:
    """Say whether a summit is told of without a day, or was held close to that of publication."""
    day = claim["start"] or claim["end"]
    return day is None or _is_near(day, published)


def _differ(name: str, claims: list[Claim]) -> bool:
    values = [claim[name] for claim in claims if claim[name] is not None]
    return any(_clash(name, first, second) for first in values for second in values)


def _is_near(day: str | None, published: str) -> bool:
    """Say whether a whole day, or a month, is that of a report or close to it."""
    if not day or len(day) < len("2001-06") or len(published) < len("2001-06-15"):
        return False
    if len(day) < len(published):
        return published.startswith(day)
    try:
        return abs((date.fromisoformat(day) - date.fromisoformat(published[:10])).days) <= _NEAR
    except ValueError:  # 31 June
        return False


def _of_another_year(other: Claim, claim: Claim) -> bool:
    """Say whether a summit of a stated year cannot be the one just reported, which has no day but that of publication."""
    year, hint = str(claim["start"] or "")[:4], str(other["date_hint"] or "")[:4]
    return bool(year and hint) and other["start"] is None and year != hint


def _is_online_elsewhere(other: Claim, claim: Claim) -> bool:
    """Say whether a summit held online on a day of its own is told after one of a city, of which no form is told."""
    return claim["format"] == "virtual" and claim["start"] is not None and other["city"] is not None and other["format"] is None


def _clash(name: str, first: object, second: object) -> bool:
    if first is None or second is None:
        return False
    if name == "start":
        return not (str(first).startswith(str(second)) or str(second).startswith(str(first)))
    return first != second


def _take_over(other: Claim, claim: Claim) -> None:
    for name in ("city", "country", "ordinal", "format"):
        other[name] = other[name] if other[name] is not None else claim[name]
    if len(str(claim["start"] or "")) > len(str(other["start"] or "")) and (other["start"] or not other["end"]):
        if (other["start"] is None or len(other["start"]) == len("2001")) and claim["polarity"] != NEGATED:
            other["polarity"] = claim["polarity"]
        other["start"], other["end"], other["date_hint"] = claim["start"], claim["end"], None
    if other["polarity"] == ASSERTED and claim["polarity"] == EXPECTED and other["start"] == claim["start"] and claim["start"]:
        other["polarity"] = EXPECTED  # a heading has no verb
    if other["body"] == "unknown" or (other["body"] == "shanghai_five" and str(claim["start"] or "")[:7] > "2001-06"):
        other["body"] = claim["body"]


def _says_something(claim: Claim) -> bool:
    return any(claim[name] is not None for name in (*_FACTS, "end")) or claim["polarity"] == EXPECTED


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _absorbed(same: list[Claim], claim: Claim) -> bool:
    """Say whether an earlier claim holds what this one says; it takes over a day that is more exact."""
    day = _DAY[claim["type"]]
    for earlier in same[-_MEMORY:]:
        if claim["type"] == "attendance" and earlier["person"] and claim["person"] and earlier["person"] != claim["person"]:
            continue
        first, second = earlier[day], claim[day]
        if first is None or second is None or str(first).startswith(str(second)) or str(second).startswith(str(first)):
            if second and len(str(second)) > len(str(first or "")):
                earlier[day], earlier["date_hint"] = second, None
            if claim["type"] == "founding" and not earlier["parties"]:
                earlier["parties"] = claim["parties"]
            if claim["type"] == "attendance" and not earlier["person"]:
                earlier["person"] = claim["person"]
            return True
    return False

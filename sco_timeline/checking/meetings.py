"""Claims that a summit was, or will be, held: whose, where, when, the how-manieth, in what form."""

from __future__ import annotations

from collections.abc import Iterable

from sco_timeline.checking.recorded import Summit, listed, name_of, read_names, sentence, summits
from sco_timeline.checking.times import between, first_day, in_words, is_before, is_covered, is_near, last_day, overlap, read_time
from sco_timeline.checking.verdicts import CONFIRMED, CONTRADICTED, IMPRECISE, NOT_COVERED, UNDATED, Claim, Judgement, Row, polarity
from sco_timeline.descriptor import read_package
from sco_timeline.model import EdtfDate, fold

_BODIES = {"chs": ("chs", "chs_extraordinary"), "chg": ("chg",), "shanghai_five": ("shanghai_five",)}
_MOST = 6  # summits told of in one verdict


def judge_summit(claim: Claim, said: EdtfDate | None) -> Judgement:
    """Judge by the summits that agree with all that is said; of several, by the one nearest to the report."""
    time = _time_of(claim)
    if time is not None and not is_covered(time):
        return Judgement(NOT_COVERED, f"The record ends on {read_package().as_of}.", day=time.text)
    known = _summits_of(claim.get("body"))
    fits = [summit for summit in known if not _clashes(claim, time, summit)]
    fits.sort(key=lambda summit: summit.body == "chg")  # unless it is named, that council is rarely meant
    judge = {"expected": _expected, "negated": _negated}.get(polarity(claim), _asserted)
    if not fits:
        return _unlike_all(claim, time, known)
    return judge(claim, time, said, fits)


def _summits_of(body: object) -> list[Summit]:
    """Return the summits of a body, all for one not named; the last of the Five is the meeting that made them the SCO."""
    if body not in _BODIES:
        return list(summits())
    found = [summit for summit in summits() if summit.body in _BODIES[str(body)]]
    if body == "shanghai_five" and found:
        later = [summit for summit in summits() if summit.body == "chs" and is_before(found[-1].time, summit.time)]
        found += [summit._replace(ordinal=len(found) + 1) for summit in later[:1]]
    return found


def _asserted(claim: Claim, time: EdtfDate | None, said: EdtfDate | None, fits: list[Summit]) -> Judgement:
    if time is None and said is not None and (near := nearest(fits, said)):
        fits = [near]
    if len(fits) == 1 or (time is not None and claim.get("body") in (None, "unknown")):
        return _told(_precision(claim, fits[0]), fits[:1], time)
    return _told(UNDATED, fits, time)


def _expected(claim: Claim, time: EdtfDate | None, said: EdtfDate | None, fits: list[Summit]) -> Judgement:
    """Judge a plan: the next summit after it was told that is as planned."""
    later = [summit for summit in fits if said is None or last_day(summit.time) >= first_day(said)]
    if not later:
        return _told(NOT_COVERED, (), time)
    if len(later) == 1 or said is not None or time is not None:
        return _told(_precision(claim, later[0]), later[:1], time, "It was held: ")
    return _told(UNDATED, later, time)


def _negated(claim: Claim, time: EdtfDate | None, said: EdtfDate | None, fits: list[Summit]) -> Judgement:
    return _told(CONTRADICTED if time is not None else UNDATED, fits, time)


def _unlike_all(claim: Claim, time: EdtfDate | None, known: list[Summit]) -> Judgement:
    """Judge a summit that agrees with none of the record: false only if the claim says which one it means.

    The record has every summit of its bodies. A meeting of a body that the text does not name may be one of ministers,
    unless its days or its number are those of a summit.
    """
    if polarity(claim) == "negated":
        return _told(CONFIRMED, (), time)
    meant = [summit for summit in known if _is_meant(claim, time, summit)]
    if claim.get("body") in _BODIES:
        in_year = [summit for summit in known if time is not None and last_day(time).year == last_day(summit.time).year]
        return _told(CONTRADICTED, meant or in_year, time)
    pinned = time is None or time.precision != "year"
    return _told(CONTRADICTED if meant and pinned else NOT_COVERED, meant, time)


def _is_meant(claim: Claim, time: EdtfDate | None, summit: Summit) -> bool:
    """Say whether a claim's days, or else its number, pick out a summit, whatever more it says of it."""
    if time is not None:
        return overlap(time, summit.time)
    return claim.get("ordinal") is not None and int(claim["ordinal"]) == summit.ordinal


def _time_of(claim: Claim) -> EdtfDate | None:
    start, end = read_time(claim.get("start")), read_time(claim.get("end"))
    if start is None or end is None or is_before(end, start):
        return start or end
    return start if start == end else between(first_day(start), last_day(end))


def _clashes(claim: Claim, time: EdtfDate | None, summit: Summit) -> bool:
    """Say whether a claim says of a summit what the record contradicts."""
    ordinal, format_ = claim.get("ordinal"), claim.get("format")
    return (
        (time is not None and not overlap(time, summit.time))
        or not _is_there(claim, summit)
        or (ordinal is not None and int(ordinal) != summit.ordinal)
        or (format_ is not None and format_ != summit.format and "hybrid" not in (format_, summit.format))
    )


def _is_there(claim: Claim, summit: Summit) -> bool:
    city, country = claim.get("city"), claim.get("country")
    if city is not None and summit.place not in (read_names("place", city) or {fold(str(city))}) and fold(str(city)) != fold(summit.city):
        return False
    return country is None or country == summit.country


def _precision(claim: Claim, summit: Summit) -> str:
    format_ = claim.get("format")
    return IMPRECISE if format_ is not None and format_ != summit.format else CONFIRMED


def nearest(found: Iterable[Summit], said: EdtfDate) -> Summit | None:
    """Return the summit that a report of `said` can be one of, the nearest one; None if there is none about then."""
    near = [summit for summit in found if is_near(said, summit.time)]
    return min(near, key=lambda summit: abs((first_day(summit.time) - first_day(said)).days), default=None)


def _told(verdict: str, found: Iterable[Summit], time: EdtfDate | None, before: str = "") -> Judgement:
    found = list(found)
    told = sentence("summits", found[0].key) if len(found) == 1 else listed(map(_in_short, found), _MOST)
    says = f"{before}{told}." if found else f"The record has no such summit up to {read_package().as_of}."
    return Judgement(verdict, says, tuple(Row("summits", summit.key) for summit in found[:_MOST]), None if time is None else time.text)


def _in_short(summit: Summit) -> str:
    return f"{summit.key} in {summit.city}, {name_of('parties', summit.country)}, {in_words(summit.time)}"

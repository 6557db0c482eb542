"""Claims of how many members there were."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from sco_timeline.checking.recorded import rows_of
from sco_timeline.checking.times import first_day, is_covered, last_day, read_time, span_in_words
from sco_timeline.checking.verdicts import (
    CONFIRMED,
    CONTRADICTED,
    IMPRECISE,
    NOT_COVERED,
    TOO_EARLY,
    UNDATED,
    Claim,
    Judgement,
    Row,
    polarity,
)
from sco_timeline.deriving import BASES
from sco_timeline.descriptor import read_package
from sco_timeline.model import EdtfDate

_WEEKS = 31  # days in which a text may still tell of the number before

Days = npt.NDArray[np.bool_]


class _Counts:
    """The least and greatest number of states in given statuses on each day, from the first count on, by basis."""

    def __init__(self, statuses: tuple[str, ...] | None = None) -> None:
        self.rows = [
            row for row in rows_of("membership_counts") if row["organization"] == "sco" and (not statuses or row["status"] in statuses)
        ]
        self.first = min(row["date"].date() for row in self.rows)
        self.last = read_package().as_of
        self.by_basis = {basis: self._laid_out(basis) for basis in BASES}

    def _laid_out(self, basis: str) -> npt.NDArray[np.int64]:
        days = np.zeros((2, (self.last - self.first).days + 1), np.int64)
        for status in {str(row["status"]) for row in self.rows}:
            own = np.zeros_like(days)
            for row in self.rows:
                if row["basis"] == basis and row["status"] == status:
                    own[:, (row["date"].date() - self.first).days :] = [[row["count_min"]], [row["count_max"]]]
            days += own
        return days

    def true_days(self, number: int) -> Days:
        """Return on which days a number can be right on one basis at least."""
        found: list[Days] = [(least <= number) & (number <= most) for least, most in self.by_basis.values()]
        return np.logical_or(found[0], found[1])

    def slice_of(self, time: EdtfDate) -> slice:
        return slice(max((first_day(time) - self.first).days, 0), max((min(last_day(time), self.last) - self.first).days + 1, 0))

    def word(self, day: date, basis: str) -> str:
        """Return the number on a day, a range where sources leave it open."""
        number = (day - self.first).days
        least, most = self.by_basis[basis][:, number].tolist() if number >= 0 else (0, 0)
        return str(least) if least == most else f"{least} to {most}"

    def spans(self) -> Iterator[tuple[str, date, date | None]]:
        """Yield each number of members in force, counted from effect, with its first and last day."""
        rows = [row for row in self.rows if row["basis"] == "effective"]
        for row, after in zip(rows, [*rows[1:], None], strict=True):
            last = None if after is None else after["date"].date() - timedelta(days=1)
            yield str(row["count_min"]), row["date"].date(), last


def judge_member_count(claim: Claim, said: EdtfDate | None) -> Judgement:
    """Judge by the number on the day, on either basis; partners counted in are a number told imprecisely."""
    if claim.get("n") is None:
        return Judgement(NOT_COVERED, "The text gives no number.")
    number, counts = int(claim["n"]), _Counts(("member",))
    time = read_time(claim.get("as_of"))
    if time is not None and not is_covered(time):
        return Judgement(NOT_COVERED, f"The record ends on {counts.last}.", day=time.text)
    if polarity(claim) == "expected":
        verdict, when = _expected(counts.true_days(number), counts, time, said), time
    else:
        when = time or (said if said is not None and is_covered(said) else None)
        negated = polarity(claim) == "negated"
        verdict = _verdict(number, counts, when, negated)
        if not negated and when is not None and time is None and verdict in (CONTRADICTED, TOO_EARLY) and _lately(number, counts, when):
            verdict = IMPRECISE
    return _told(verdict, counts, when)


def _verdict(number: int, counts: _Counts, when: EdtfDate | None, negated: bool) -> str:
    true = counts.true_days(number) != negated
    within = slice(0, None) if when is None else counts.slice_of(when)
    if true[within].any():
        return CONFIRMED if true[within].all() else UNDATED if when is None else IMPRECISE
    ever = max(int(most.max()) for _, most in counts.by_basis.values())
    if not negated and number > ever and _Counts().true_days(number)[within].any():
        return IMPRECISE  # members and partners together
    later = when is not None and bool(true[within.stop :].any()) and not true[: within.start].any()
    return TOO_EARLY if later else CONTRADICTED


def _lately(number: int, counts: _Counts, said: EdtfDate) -> bool:
    """Say whether a number was right in the weeks before a report, or is on the morrow: "from nine to ten" names both."""
    within = counts.slice_of(said)
    return bool(counts.true_days(number)[max(within.start - _WEEKS, 0) : within.stop + 1].any())


def _expected(true: Days, counts: _Counts, time: EdtfDate | None, said: EdtfDate | None) -> str:
    """Judge a number that was to be reached."""
    told = time or said
    start = 0 if told is None else counts.slice_of(told).start
    if true[start:].any():
        reached = start + int(true[start:].argmax())
        return CONFIRMED if time is None or reached < counts.slice_of(time).stop else IMPRECISE
    return CONTRADICTED if time is not None and last_day(time) <= counts.last else TOO_EARLY


def _told(verdict: str, counts: _Counts, when: EdtfDate | None) -> Judgement:
    made_so = {row["start_latest"].date(): row["start_event_id"] for row in rows_of("memberships") if _is_accession(row)}
    rows = tuple(Row("events", made_so[first], "date") for _, first, _ in counts.spans() if first in made_so)[::-1]
    says = f"Members: {', '.join(f'{number} {span_in_words(first, last)}' for number, first, last in counts.spans())}."
    if when is None:
        return Judgement(verdict, says, rows)
    day = min(last_day(when), counts.last)
    words, everyone = ([counted.word(day, basis) for basis in BASES] for counted in (counts, _Counts()))
    return Judgement(verdict, f"On {day}: {_both(words)}, with observers and partners {_both(everyone)}. {says}", rows, when.text, *words)


def _both(words: list[str]) -> str:
    """Return what is said on both bases, once where they agree."""
    return words[0] if words[0] == words[1] else f"{words[0]} by effect and {words[1]} by decision"


def _is_accession(row: dict[str, object]) -> bool:
    return row["organization"] == "sco" and row["status"] == "member" and row["basis"] == "effective" and row["start_latest"] is not None

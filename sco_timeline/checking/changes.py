"""Claims that a party took a step towards a status: applied, was granted it, signed, became; did not; or will."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sco_timeline.checking.recorded import Step, listed, name_of, sentence, steps_of, summit_time
from sco_timeline.checking.sourcing import publishers_of_date
from sco_timeline.checking.standing import Standing, shown, statuses_meant
from sco_timeline.checking.times import first_day, in_words, is_before, is_covered, last_day, overlap, read_time
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
from sco_timeline.descriptor import read_package
from sco_timeline.model import EdtfDate

_GRANTED = ("procedure", "memorandum", "decision", "effective")  # the stages of one procedure
_COMPLETE = ("decision", "effective")  # stages of which the record keeps every one
_REFUSED = ("refusal", "objection", "withdrawal")


class _Path:
    """The steps of one party towards the status that a claim means, by what they are to the stage that it names."""

    def __init__(self, claim: Claim) -> None:
        self.party, self.word = str(claim["party"]), str(claim["to"])
        self.stage = str(claim.get("stage") or "effective")
        self.organization = "shanghai_five" if claim.get("body") == "shanghai_five" else "sco"
        self.all = steps_of(self.party, self.organization)
        meant = statuses_meant(self.word, self.organization)
        self.steps = [step for step in self.all if step.status in meant]
        self.exact = [step for step in self.steps if _is_stage(step, self.stage)]
        if self.stage == "decision" and not self.exact:
            self.exact = [step for step in self.steps if step.makes_effective]
        near = ("wish",) if self.stage == "application" else _GRANTED
        self.other = [step for step in self.steps if step.stage in near and step not in self.exact]

    @property
    def name(self) -> str:
        return name_of("parties", self.party)

    def verdict_on(self, step: Step) -> str:
        """Return the verdict for a step that fits: imprecise if the claim's word is coarser than its status."""
        return IMPRECISE if self.word == "partner" and step.status not in ("partner", "participant") else CONFIRMED

    def judgement(self, verdict: str, steps: Sequence[Step], time: EdtfDate | None, before: str = "") -> Judgement:
        """Return a verdict with the sentences of the steps it rests on."""
        told = listed((sentence("events", step.key) for step in steps), 3) or self.nothing()
        rows = tuple(Row("events", step.key, "date") for step in steps)
        day = None if time is None else time.text
        if time is None or not is_covered(time) or not time.is_day:
            return Judgement(verdict, f"{before}{told}.", rows, day)
        standing = Standing.of(self.organization, self.party)
        words = [standing.word(first_day(time), basis) for basis in ("effective", "decision")]
        return Judgement(verdict, f"{before}{told}.", rows, day, *words)

    def nothing(self) -> str:
        """Say that the record has no such step, and what it has."""
        as_of = read_package().as_of
        if not self.all:
            return f"The record has no step of {self.name} towards any status up to {as_of}"
        steps = "; ".join(sentence("events", step.key) for step in self.all if step.stage in _GRANTED)
        return (
            f"The record has no such step of {self.name} towards {shown(self.word)} up to {as_of}; it has: {steps or 'applications only'}"
        )


def _is_stage(step: Step, stage: str) -> bool:
    """Say whether a step is what a claim's stage names: the guide's decision is procedure and decision both."""
    if stage == "effective":
        return step.makes_effective
    return step.stage in (("decision", "procedure") if stage == "decision" else (stage,))


def judge_status_change(claim: Claim, said: EdtfDate | None) -> Judgement:
    """Judge by party, status, stage and date; without a date by what had happened when it was said."""
    if not claim.get("party") or not claim.get("to"):
        return Judgement(NOT_COVERED, "The text names no party or no status.")
    path, time = _Path(claim), read_time(claim.get("date"))
    if polarity(claim) == "negated":
        return _negated(path, time or said)
    if polarity(claim) == "expected":
        return _expected(path, time, said)
    if time is not None:
        return _dated(path, time)
    return _reported(path, said) if said is not None else _undated(path)


def _dated(path: _Path, time: EdtfDate) -> Judgement:
    """Judge a step with a date."""
    if not is_covered(time):
        return path.judgement(NOT_COVERED, path.exact or path.other, time, f"The record ends on {read_package().as_of}: ")
    for relation, judged in (("supports", CONFIRMED), ("finer", CONFIRMED), ("coarser", IMPRECISE)):
        for step in path.exact:
            if time.compare(step.time) == relation:
                fits = judged if relation != "finer" or _is_narrow(step.time) else NOT_COVERED
                return path.judgement(path.verdict_on(step) if fits == CONFIRMED else fits, [step], time)
    if other := [step for step in path.other if overlap(time, step.time) and (_is_narrow(step.time) or time.compare(step.time) != "finer")]:
        return path.judgement(IMPRECISE, _and_exact(path, other), time)
    if met := [step for step in path.exact if (days := summit_time(step.summit)) and overlap(time, days)]:
        return path.judgement(IMPRECISE, met, time)
    return _with_dissent(path.judgement(_elsewhen(path, time), path.exact or path.other, time), time)


def _with_dissent(judgement: Judgement, time: EdtfDate) -> Judgement:
    """Add to what is said who gives the claim's date all the same: sources that a ruling of the record went against."""
    found = publishers_of_date([row.key for row in judgement.rows], time)
    if judgement.verdict not in (CONTRADICTED, TOO_EARLY) or not found:
        return judgement
    return replace(judgement, says=f"{judgement.says.removesuffix('.')}; otherwise: {listed(found, 3)}.")


def _is_narrow(time: EdtfDate) -> bool:
    """Say whether an open date of the record is close enough to a day for a day within it to agree with it."""
    return time.earliest is not None and time.latest is not None and (time.latest - time.earliest).days <= 31


def _and_exact(path: _Path, steps: list[Step]) -> list[Step]:
    """Add the step that was meant to those of other stages that were told as it."""
    return [*steps, *path.exact[:1]][:3]


def _elsewhen(path: _Path, time: EdtfDate) -> str:
    """Return the verdict for a date on which no step of the path was taken."""
    ahead = bool(path.steps) and all(is_before(time, step.time) for step in path.exact or path.other or path.steps)
    if path.stage == "application":
        return NOT_COVERED  # applications are recorded as far as sources go, and may be repeated
    if not path.exact:
        return NOT_COVERED if path.other and not ahead else TOO_EARLY if path.other else _never(path)
    if path.stage == "decision" and ahead and last_day(time).year == min(last_day(step.time) for step in path.exact).year:
        return IMPRECISE  # ministers agree before heads of state decide
    if path.stage == "memorandum" and not ahead:
        return NOT_COVERED  # it was ratified at home later
    return TOO_EARLY if ahead else CONTRADICTED


def _never(path: _Path) -> str:
    return CONTRADICTED if path.stage in _COMPLETE else NOT_COVERED


def _reported(path: _Path, said: EdtfDate) -> Judgement:
    """Judge a step without a date by what had happened when it was told."""
    if done := [step for step in path.exact if not is_before(said, step.time)]:
        return path.judgement(max(map(path.verdict_on, done), key=(IMPRECISE, CONFIRMED).index), done[-1:], None)
    if other := [step for step in path.other if not is_before(said, step.time)]:
        return path.judgement(IMPRECISE, _and_exact(path, other[-2:]), None)
    if path.exact or (path.other and path.stage != "application"):
        return path.judgement(TOO_EARLY if path.stage != "application" else NOT_COVERED, path.exact or path.other, None)
    return path.judgement(_never(path) if is_covered(said) else NOT_COVERED, (), None)


def _undated(path: _Path) -> Judgement:
    """Judge a step of which nobody knows when it was told."""
    if path.exact:
        return path.judgement(UNDATED, path.exact, None)
    return path.judgement(IMPRECISE if path.other else _never(path), path.other, None)


def _negated(path: _Path, time: EdtfDate | None) -> Judgement:
    """Judge that a step was not taken, up to a time."""
    taken = path.exact if time is None else [step for step in path.exact if last_day(step.time) <= last_day(time)]
    refused = [step for step in path.steps if step.stage in _REFUSED and (time is None or overlap(time, step.time))]
    if path.stage == "application":
        return path.judgement(CONTRADICTED if taken and time else UNDATED if taken else NOT_COVERED, taken, time)
    if time is not None and not is_covered(time) and not taken:
        return path.judgement(NOT_COVERED, path.exact, time)
    if taken:
        return path.judgement(UNDATED if time is None else CONTRADICTED, [*refused[:2], *taken[:1]], time)
    open_still = time is not None and any(overlap(time, step.time) for step in path.exact)
    return path.judgement(NOT_COVERED if open_still else CONFIRMED, refused or path.exact or path.other, time)


def _expected(path: _Path, time: EdtfDate | None, said: EdtfDate | None) -> Judgement:
    """Judge a plan: whether it came true, and when."""
    done = [step for step in path.exact if said is None or last_day(step.time) >= first_day(said)] or path.exact
    if time is not None and (met := [step for step in done if overlap(time, step.time)]):
        return path.judgement(path.verdict_on(met[0]), met[:1], time, "It came true: ")
    if done:
        told = "It came true: " if time is None else f"It came true another day than {in_words(time)}: "
        return path.judgement(path.verdict_on(done[0]) if time is None else IMPRECISE, done[:1], time, told)
    if time is not None and last_day(time) <= read_package().as_of and path.stage in _COMPLETE:
        return path.judgement(CONTRADICTED, path.other, time, "It did not come true: ")
    missing = NOT_COVERED if path.stage not in _COMPLETE or time is not None else TOO_EARLY
    so_far = path.other or [step for step in path.steps if step.stage in ("wish", "application")]
    return path.judgement(missing, so_far[-2:], time, f"Not so up to {read_package().as_of}: ")

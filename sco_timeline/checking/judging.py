"""Which judge a claim comes before, and the frame of verdicts on many claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from sco_timeline.checking.adopting import judge_document_adopted
from sco_timeline.checking.chairing import judge_chair
from sco_timeline.checking.changes import judge_status_change
from sco_timeline.checking.counting import judge_member_count
from sco_timeline.checking.founding import judge_founding
from sco_timeline.checking.holding import judge_status_held
from sco_timeline.checking.meetings import judge_summit
from sco_timeline.checking.recorded import records_of
from sco_timeline.checking.sourcing import best_sources
from sco_timeline.checking.taking_part import judge_attendance, judge_bilateral_meeting
from sco_timeline.checking.times import read_time
from sco_timeline.checking.verdicts import NOT_COVERED, Claim, Judgement
from sco_timeline.model import EdtfDate

JUDGES: Mapping[str, Callable[[Claim, EdtfDate | None], Judgement]] = {
    "status_change": judge_status_change,
    "status_held": judge_status_held,
    "summit": judge_summit,
    "founding": judge_founding,
    "member_count": judge_member_count,
    "chair": judge_chair,
    "attendance": judge_attendance,
    "bilateral_meeting": judge_bilateral_meeting,
    "document_adopted": judge_document_adopted,
}
"""The judge of each type of claim."""

ADDED = ("verdict", "says", "day", "effective", "decision", "row_ids", "sources")
"""The columns that a verdict adds to a claim."""


def judge(claim: Mapping[str, Any], said: EdtfDate | None = None) -> Judgement:
    """Judge one claim against the record.

    Parameters
    ----------
    claim : mapping
        A claim with the keys of the annotation guide; what is missing or null, the text does not say.
    said : EdtfDate, optional
        When the text was published; the claim's own `date_hint` comes before it.

    Returns
    -------
    Judgement

    Examples
    --------
    >>> judge({"type": "status_held", "party": "TUR", "status": "member", "as_of": "2022"}).verdict
    'contradicted'
    """
    judge_of = JUDGES.get(str(claim.get("type")))
    if judge_of is None:
        return Judgement(NOT_COVERED, "Claims of this type are not judged.")
    return judge_of(claim, read_time(claim.get("date_hint")) or said)


def with_verdicts(claims: pd.DataFrame, said: EdtfDate | None = None) -> pd.DataFrame:
    """Return a frame of claims with the verdict on each behind it, in the columns `ADDED`."""
    judged = [judge(claim, said) for claim in records_of(claims)]
    added = pd.DataFrame([_cells(judgement) for judgement in judged], columns=list(ADDED), dtype="str", index=claims.index)
    return pd.concat([claims, added], axis=1)


def _cells(judgement: Judgement) -> Iterable[str | None]:
    rows = ";".join(f"{row.table}/{row.key}" for row in judgement.rows)
    sources = "\n".join(map(str, best_sources(judgement.rows)))
    return judgement.verdict, judgement.says, judgement.day, judgement.effective, judgement.decision, rows, sources

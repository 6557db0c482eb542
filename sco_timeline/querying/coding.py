"""The state-year coding of the Correlates of War."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from sco_timeline.deriving import Calendar
from sco_timeline.errors import BadArgumentError
from sco_timeline.loading import shared
from sco_timeline.querying.periods import by_stretch, existing, first_year, last_day, stretches

_NOT_IN_EXISTENCE, _MISSING = -1, -9


def check_cow_codes(keys: Sequence[str], parties: object) -> None:
    """Refuse parties asked for by name that the state system of the Correlates of War does not hold."""
    known = shared("parties").set_index("party_id")["cow_code"]
    lacking = [key for key in keys if pd.isna(known[key])]
    if lacking and not isinstance(parties, str):
        raise BadArgumentError(f"{', '.join(lacking)} has no Correlates of War code and so no row in that coding")


def cow_coding(which: Calendar, keys: Sequence[str], organization: str, since: int) -> pd.DataFrame:
    """Return ``ccode``, ``year`` and a column of codes named for the organization, one row a code and year.

    Of two parties that bore one code in turn within a year, the greater code gives the row.
    """
    spans = stretches("year", since, last_day(organization, which))
    frame = existing(by_stretch(which, keys, spans), keys, "year")
    statuses = shared("statuses")
    statuses = statuses[statuses["organization"] == organization]
    values = {"none": 0} | dict(zip(statuses["status"], statuses["cow_value"], strict=True))
    coded = frame["status_highest"].astype("str").map(values).astype("int64")
    is_open = (frame["share_min"] == 0) & (frame["share_max"] > 0)
    codes = shared("parties").set_index("party_id").loc[list(keys), "cow_code"].array
    frame = pd.DataFrame(
        {
            "ccode": codes.take(frame["party"].to_numpy()),
            "year": frame["start"].dt.year.astype("Int64"),
            organization: coded.where(~is_open, _MISSING)
            .where(frame["start"].dt.year >= first_year(organization), _NOT_IN_EXISTENCE)
            .astype("Int64"),
        }
    )
    frame = frame[frame["ccode"].notna()].sort_values(["ccode", "year", organization], ascending=[True, True, False])
    return frame.drop_duplicates(["ccode", "year"]).reset_index(drop=True)

"""Party-period panels: by year, month or day, or in the coding of the Correlates of War."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from numbers import Integral
from typing import Any

import pandas as pd

from sco_timeline.deriving import FIRST_DAY
from sco_timeline.errors import BadArgumentError
from sco_timeline.loading import shared
from sco_timeline.querying.coding import check_cow_codes, cow_coding
from sco_timeline.querying.days import calendar, choose, formal_statuses
from sco_timeline.querying.parties import ID_COLUMNS, party_keys
from sco_timeline.querying.periods import by_day, by_stretch, ever, existing, first_year, last_day, stretches


def panel(
    freq: str = "year",
    ids: str | Sequence[str] = ("iso3",),
    parties: str | Iterable[object] = "ever",
    *,
    since: int | None = None,
    coding: str | None = None,
    organization: str = "sco",
    basis: str = "effective",
) -> pd.DataFrame:
    """Return a panel of parties and periods, from the organization's first year to `as_of` or to its last year.

    Parameters
    ----------
    freq : {"year", "month", "day"}
    ids : str or sequence of str
        Which identifiers to give, at least one, a column each: ``"iso3"``, ``"iso2"``, ``"m49"``, ``"cow"``, ``"gw"``,
        ``"wikidata"``, ``"name"``.
    parties : {"ever", "all"} or iterable
        Those that ever had a status in the organization, all states and territories, or the ones named.
    since : int, optional
        First year, from 1996 on; by default that of the organization's first status.
    coding : {"cow"}, optional
        Return the state-year coding of the Correlates of War IGO data instead.
    organization, basis
        As in `members`.

    Returns
    -------
    pandas.DataFrame
        A row per party and period in which the party existed, unique, ordered by party key and time (by COW code it is
        not for 345 in 2006, which two states bore in turn). Behind the
        identifiers stand ``year`` (Int64), ``month`` (its first day) or ``date``; then ``status``, on the last day of
        the period, null in an unfinished one and where sources leave it open. Years and months also have
        ``status_first`` (on the first day), ``status_highest`` (the closest that can have been held), ``share_min``
        and ``share_max`` (share of the days, up to `as_of`, on which that was surely or possibly held); days have
        ``unclear``. ``years_since_accession`` is the year less the year of becoming a member (of the Five, a
        participant): negative before; null for parties that never did, or whose year sources leave open. The yearly
        panel holds what `membership_years` does.

        With ``coding="cow"``: ``ccode``, ``year`` and a column named for the organization: 1 member, 2 associate (no
        status is coded so), 3 observer, 0 none, dialogue partner or partner; the closest status held on any day of the
        year, in the unfinished one up to `as_of`; -1 where the organization did not exist, -9 where sources leave it
        open; one row a code and year.

    Raises
    ------
    UnknownChoiceError, UnknownNameError, AmbiguousNameError, BadArgumentError

    Examples
    --------
    >>> import sco_timeline as sco
    >>> panel = sco.panel(freq="year", ids=["iso3", "cow"])
    >>> panel.loc[(panel["iso3"] == "IRN") & (panel["year"] == 2023), "status"].item()
    'member'
    """
    choose("freq", freq, ("year", "month", "day"))
    choose("coding", coding, (None, "cow"))
    if coding and (freq != "year" or tuple(ids) != ("iso3",)):
        raise BadArgumentError(f"coding={coding!r} is by year and by Correlates of War code; leave out freq and ids")
    which = calendar(organization, basis)
    keys = _keys(parties, organization)
    low = first_year(organization) if since is None else since
    high = last_day(organization, which)
    if not isinstance(low, Integral) or not FIRST_DAY.year <= low <= high.year:
        raise BadArgumentError(f"since={since!r} is no year from {FIRST_DAY.year} to {high.year}")
    if coding == "cow":
        check_cow_codes(keys, parties)
        return cow_coding(which, keys, organization, low)
    wanted = _identifiers(ids)
    frame = by_day(which, keys, low, high) if freq == "day" else by_stretch(which, keys, stretches(freq, low, high))
    return _with_ids(existing(frame, keys, freq), keys, wanted, {"day": "date"}.get(freq, freq), organization)


def _identifiers(ids: str | Sequence[str]) -> list[str]:
    wanted = [ids] if isinstance(ids, str) else list(ids)
    if not wanted:
        raise BadArgumentError("ids is empty; name an identifier, or the rows cannot be told apart")
    for name in wanted:
        choose("ids", name, tuple(ID_COLUMNS))
    return wanted


def _keys(parties: str | Iterable[object], organization: str) -> list[str]:
    if isinstance(parties, str):
        choose("parties", parties, ("ever", "all"))
        if parties == "ever":
            return ever(organization)
        known = shared("parties")
        return sorted(known.loc[known["kind"] != "organization", "party_id"])
    keys = [key for key in party_keys(parties) if key is not None]
    if repeated := sorted({key for key in keys if keys.count(key) > 1}):
        raise BadArgumentError(f"parties names {', '.join(repeated)} more than once")
    return sorted(keys)


def _with_ids(frame: pd.DataFrame, keys: Sequence[str], ids: Sequence[str], period: str, organization: str) -> pd.DataFrame:
    codes = frame["party"].to_numpy()
    known = shared("parties").set_index("party_id", drop=False).loc[list(keys)]
    columns: dict[str, Any] = {name: known[ID_COLUMNS[name]].array.take(codes) for name in ids}
    years = frame["start"].dt.year
    columns[period] = years.astype("Int64").array if period == "year" else frame["start"].array
    rest = frame.drop(columns=["party", "start"])
    columns |= {str(name): rest[name].array for name in rest}
    accessions = _accessions(organization)
    accession = pd.array([accessions.get(key) for key in keys], "Int64")
    columns["years_since_accession"] = years.astype("Int64").array - accession.take(codes)
    return pd.DataFrame(columns)


def _accessions(organization: str) -> dict[str, int]:
    """Return the year in which each member (participant) acceded; those whose year sources leave open are left out."""
    spells = shared("memberships")
    full = formal_statuses(organization)[-1]
    spells = spells[(spells["organization"] == organization) & (spells["status"] == full) & (spells["basis"] == "effective")]
    clear = spells[spells["start_earliest"].dt.year == spells["start_latest"].dt.year]
    return dict(zip(clear["party_id"], clear["start_earliest"].dt.year, strict=True))

"""Who stood where: members on a day, the status of one party, its history, the growth of all."""

from __future__ import annotations

from datetime import date

import pandas as pd

from sco_timeline.loading import load, shared
from sco_timeline.querying.days import WHEN_UNCLEAR, as_day, calendar, choose, codes_on, formal_statuses, settle
from sco_timeline.querying.parties import party_key

_WHO = ["party_id", "name", "iso2", "cow_code", "gw_code"]


def members(
    on: object = None,
    status: str | None = "member",
    *,
    organization: str = "sco",
    basis: str = "effective",
    when_unclear: str | None = None,
) -> pd.DataFrame:
    """Return who stood in a status on a day.

    Parameters
    ----------
    on : str or date-like, optional
        The day, by default `as_of`.
    status : str or None
        ``"member"``, ``"observer"``, ``"dialogue_partner"``, ``"partner"`` ...; None for all. The Shanghai Five had
        participants only, and ``"member"`` means them.
    organization : {"sco", "shanghai_five"}
    basis : {"effective", "decision"}
        Whether a status counts from its effect or from the decision that granted it.
    when_unclear : {"earliest", "latest", "null"}, optional
        Where sources leave open whether the status had begun or ended: take the first or the last possible day, or
        leave the party out. By default the question is refused.

    Returns
    -------
    pandas.DataFrame
        A row per party, closest status first, then by accession and name: ``party_id``, ``name``, ``iso2``,
        ``cow_code``, ``gw_code``, ``status``, ``since`` (EDTF), ``event_id`` of the event that made it so. Read from
        `memberships`.

    Raises
    ------
    AfterCoverageError
        If the day is after `as_of`.
    UnclearDateError
        If the answer is open and `when_unclear` is not given.
    InvalidDateError, BadArgumentError
        If it is no day.
    UnknownChoiceError

    Examples
    --------
    >>> import sco_timeline as sco
    >>> len(sco.members(on="2017-06-08")), len(sco.members(on="2017-06-09"))
    (6, 8)
    """
    which = calendar(organization, basis)
    given = formal_statuses(organization)
    status = given[-1] if status == "member" else status
    choose("status", status, (None, *given))
    choose("when_unclear", when_unclear, WHEN_UNCLEAR)
    day = as_day(on)
    wanted = {status} if status else set(given)
    held = {}
    for party, *codes in codes_on(which, day):
        if wanted & {which.statuses[code] for code in codes}:
            held[party] = settle(which, party, day, (codes[0], codes[1]), when_unclear)
    return _with_spells({party: word for party, word in held.items() if word in wanted}, organization, basis, day)


def _with_spells(held: dict[str, str | None], organization: str, basis: str, day: date) -> pd.DataFrame:
    """Return the parties of `held` with the spell that each is in."""
    spells = shared("memberships")
    spells = spells[(spells["organization"] == organization) & (spells["basis"] == basis)]
    spells = spells[spells["start_earliest"].isna() | (spells["start_earliest"] <= pd.Timestamp(day))]
    spells = spells[spells["party_id"].map(held).astype(object) == spells["status"].astype(object)]
    spells = spells.drop_duplicates("party_id", keep="last")
    spells = spells.rename(columns={"start": "since", "start_event_id": "event_id"})
    frame = spells.merge(shared("parties")[_WHO], on="party_id")
    frame = frame.assign(closeness=-frame["status"].cat.codes).sort_values(["closeness", "start_earliest", "name"])
    return frame[[*_WHO, "status", "since", "event_id"]].reset_index(drop=True)


def status(
    party: object,
    on: object = None,
    *,
    ids: str | None = None,
    organization: str = "sco",
    basis: str = "effective",
    when_unclear: str | None = None,
) -> str | None:
    """Return the status of one party on a day.

    Parameters
    ----------
    party : str or int
        A name in any listed language or a code; an integer is a COW code.
    on : str or date-like, optional
        The day, by default `as_of`.
    ids : str, optional
        What `party` is: ``"iso3"``, ``"iso2"``, ``"m49"``, ``"cow"``, ``"gw"``, ``"wikidata"``, ``"name"``.
    organization, basis, when_unclear
        As in `members`.

    Returns
    -------
    str or None
        The word for the status, ``"none"`` for no status at all; None only with ``when_unclear="null"``.

    Raises
    ------
    UnknownNameError, AmbiguousNameError
        If the party cannot be read.
    AfterCoverageError, UnclearDateError, InvalidDateError, BadArgumentError, UnknownChoiceError
        As in `members`.

    Examples
    --------
    >>> import sco_timeline as sco
    >>> sco.status("Turkey", on="2022-09-15")
    'dialogue_partner'
    """
    key, day, which = party_key(party, ids), as_day(on), calendar(organization, basis)
    choose("when_unclear", when_unclear, WHEN_UNCLEAR)
    codes = {party: (early, late) for party, early, late in codes_on(which, day)}
    return settle(which, key, day, codes.get(key, (0, 0)), when_unclear)


def history(party: object, *, ids: str | None = None, organization: str = "sco") -> pd.DataFrame:
    """Return every recorded step of one party, in order.

    Parameters
    ----------
    party : str or int
        A name in any listed language or a code; an integer is a COW code.
    ids : str, optional
        What `party` is, as in `status`.
    organization : {"sco", "shanghai_five"}

    Returns
    -------
    pandas.DataFrame
        A row per step, in order of time: ``date`` (EDTF), ``date_earliest``, ``date_latest``, ``status``, ``stage``,
        ``text`` (a sentence), ``place``, ``summit_id``, ``held`` (False for plans), ``note``, ``event_id``. Empty for
        a party that never took a step. Read from `events` and `timeline`.

    Raises
    ------
    UnknownNameError, AmbiguousNameError, UnknownChoiceError

    Examples
    --------
    >>> import sco_timeline as sco
    >>> sco.history("IND")["status"].iloc[-1]
    'member'
    """
    choose("organization", organization, ("sco", "shanghai_five"))
    events = shared("events").merge(shared("statuses")[["status_id", "organization", "status"]], on="status_id")
    events = events[(events["party_id"] == party_key(party, ids)) & (events["organization"] == organization)]
    lines = shared("timeline")
    lines = lines[lines["table_name"] == "events"][["row_id", "text"]].rename(columns={"row_id": "event_id"})
    lines = lines.assign(order=range(len(lines)))
    events = events.merge(lines, on="event_id").sort_values("order")
    columns = ["date", "date_earliest", "date_latest", "status", "stage", "text", "place", "summit_id", "held", "note", "event_id"]
    return events[columns].reset_index(drop=True)


def growth(*, organization: str = "sco", basis: str = "effective") -> pd.DataFrame:
    """Return how many states stood in each status, on the days on which that changed.

    Parameters
    ----------
    organization : {"sco", "shanghai_five"}
    basis : {"effective", "decision"}

    Returns
    -------
    pandas.DataFrame
        A row per day and status whose count changed, in order: ``date``, ``status``, ``count`` (states and territories
        from this day on; null where coarse dates leave it open), ``count_min``, ``count_max``. The rows of
        `membership_counts`.

    Raises
    ------
    UnknownChoiceError

    Examples
    --------
    >>> import sco_timeline as sco
    >>> growth = sco.growth()
    >>> int(growth[growth["status"] == "member"]["count"].iloc[-1])
    10
    """
    calendar(organization, basis)
    counts = load("membership_counts")
    counts = counts[(counts["organization"] == organization) & (counts["basis"] == basis)]
    return counts[["date", "status", "count", "count_min", "count_max"]].reset_index(drop=True)

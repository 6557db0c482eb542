"""Who says so, and who says otherwise."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sco_timeline.descriptor import read_package
from sco_timeline.errors import UnknownNameError
from sco_timeline.loading import load, shared
from sco_timeline.querying.days import choose
from sco_timeline.storing import format_cell

_CLAIM = ["field", "value", "as_of", "polarity", "stance", "source_id", "locator", "method", "claim_id"]
_SOURCE = ["source_id", "kind", "publisher", "title", "language", "published", "url", "read", "same_text_as"]


def evidence(table: str, row_id: str, field: str | None = None) -> pd.DataFrame:
    """Return what sources say of a row: each value, who gives it, and how it compares with the value chosen.

    Parameters
    ----------
    table : str
        One whose cells take evidence, as ``"events"``, ``"summits"`` or ``"documents"``; ``"memberships"`` for what is said of a status
        held at some time, with a spell or the party as row (claims are kept by party); ``"membership_counts"`` for a number of members.
    row_id : str
        Key of the row.
    field : str, optional
        One column only.

    Returns
    -------
    pandas.DataFrame
        A row per claim, ordered by field, stance, kind of source and publisher: ``field`` (null for the row itself),
        ``chosen`` (the value that stands), ``value``, ``as_of``, ``polarity``, ``stance``, ``source_id``, ``kind``,
        ``publisher``, ``title``, ``language``, ``published``, ``url``, ``read``, ``same_text_as``, ``locator``,
        ``method``, ``ruling`` (why the chosen value stands, where it is disputed), ``claim_id``.

    Raises
    ------
    UnknownNameError
        If there is no such table, row or column.
    UnknownChoiceError
        If the table takes no claims.

    Examples
    --------
    >>> import sco_timeline as sco
    >>> found = sco.evidence("events", "IND-sco.member-effective")
    >>> "supports" in set(found["stance"])
    True
    """
    if table == "memberships":
        row_id = _party_of(row_id)
    _check(table, row_id, field)
    claims = shared("claims")
    claims = claims[(claims["table_name"] == table) & (claims["row_id"] == row_id)]
    if field is not None:
        claims = claims[claims["field"] == field]
    rulings = shared("rulings")
    rulings = rulings[(rulings["table_name"] == table) & (rulings["row_id"] == row_id)]
    found = claims[_CLAIM].merge(shared("sources")[_SOURCE], on="source_id", how="left")
    reasons = dict(zip(rulings["field"].fillna(""), rulings["reason"], strict=True))
    found["ruling"] = pd.Series([reasons.get(name) for name in found["field"].fillna("")], dtype="str")
    found["chosen"] = _ruled(rulings, found["field"]) if table == "memberships" else _chosen(table, row_id, found["field"])
    order = ["supports", "finer", "coarser", "contradicts"]
    found["rank"] = found["stance"].map({stance: number for number, stance in enumerate(order)}).fillna(len(order))
    found["weight"] = found["kind"].map({kind: number for number, kind in enumerate(_kinds())})
    found = found.sort_values(["field", "rank", "weight", "publisher", "claim_id"], na_position="first", kind="stable")
    columns = ["field", "chosen", *_CLAIM[1:5], *_SOURCE, "locator", "method", "ruling", "claim_id"]
    return found[columns].reset_index(drop=True)


def _kinds() -> tuple[object, ...]:
    return read_package().tables["sources"].by_name["kind"].enum


def _party_of(row_id: str) -> str:
    """Return the party of a spell; claims of a status held are kept by party."""
    spells = shared("memberships").set_index("membership_id")["party_id"]
    return str(spells.get(row_id, row_id))


def _check(table: str, row_id: str, field: str | None) -> None:
    package = read_package()
    found = package.table(table)
    choose("table", table, package.tables["claims"].by_name["table_name"].enum)
    known = shared("parties" if table == "memberships" else table)
    key = "party_id" if table == "memberships" else found.key
    from difflib import get_close_matches

    if row_id not in set(known[key]):
        near = get_close_matches(row_id, known[key].tolist(), 1)
        raise UnknownNameError(f"row of {table}", [row_id], {row_id: near[0]} if near else {})
    if field is not None and field not in found.by_name:
        near = get_close_matches(field, found.by_name, 1)
        raise UnknownNameError(f"column of {table}", [field], {field: near[0]} if near else {})


def _chosen(table: str, row_id: str, fields: pd.Series) -> pd.Series:
    """Return the chosen value of each field as the CSV writes it; null for the row itself."""
    row = load(table).set_index(read_package().table(table).key).loc[row_id]
    texts = {name: _text(value) for name, value in row.items()}
    return pd.Series([None if pd.isna(name) else texts.get(name) for name in fields], dtype="str")


def _ruled(rulings: pd.DataFrame, fields: pd.Series) -> pd.Series:
    """Return what a ruling on a status held at some time chose; null where none was needed."""
    chosen = dict(zip(rulings["field"], rulings["chosen"], strict=True))
    return pd.Series([chosen.get(name) for name in fields], dtype="str")


def _text(value: Any) -> str | None:
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        value = value.date()
    return format_cell(value.item() if hasattr(value, "item") else value)

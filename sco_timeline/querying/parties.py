"""From any way of writing a party to its key."""

from __future__ import annotations

import numbers
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from sco_timeline.descriptor import Package, read_package
from sco_timeline.errors import AmbiguousNameError, UnknownChoiceError, UnknownNameError
from sco_timeline.loading import shared
from sco_timeline.model import fold

ID_COLUMNS = {
    "iso3": "party_id",
    "iso2": "iso2",
    "m49": "m49",
    "cow": "cow_code",
    "gw": "gw_code",
    "wikidata": "wikidata_id",
    "name": "name",
}
_AMBIGUOUS = object()


@dataclass(frozen=True)
class _Readings:
    """Every reading of every code and name: by kind of identifier, and all together."""

    by_kind: dict[str, dict[object, str]]
    names: dict[str, set[str]]
    written: dict[str, str]


def _readings() -> _Readings:
    return _readings_of(read_package())


@lru_cache(maxsize=1)
def _readings_of(package: Package) -> _Readings:
    parties = shared("parties").sort_values("to", na_position="last", kind="stable")
    by_kind: dict[str, dict[object, str]] = {}
    for kind, column in ID_COLUMNS.items():
        pairs = zip(parties[column], parties["party_id"], strict=True)
        by_kind[kind] = {_plain(code): party for code, party in pairs if not pd.isna(code)}
    names: dict[str, set[str]] = {}
    written: dict[str, str] = {}
    listed = shared("names")
    listed = listed[listed["kind"] == "party"]
    for name, party in [*zip(listed["name"], listed["target_id"], strict=True), *zip(parties["name"], parties["party_id"], strict=True)]:
        names.setdefault(fold(name), set()).add(party)
        written.setdefault(fold(name), name)
    return _Readings(by_kind, names, written)


def _plain(code: object) -> object:
    return int(code) if isinstance(code, numbers.Integral) else code


def party_key(party: object, ids: str | None = None) -> str:
    """Return the key of a party written in any way.

    Parameters
    ----------
    party : str or int
        A name in any listed language, an ISO 3166-1 or M49 code, a Wikidata item; an integer is a COW code.
    ids : {"iso3", "iso2", "m49", "cow", "gw", "wikidata", "name"}, optional
        What `party` is, where it must not be read in any other way.

    Raises
    ------
    UnknownNameError, AmbiguousNameError, UnknownChoiceError
    """
    found = _read(party, ids)
    if found is _AMBIGUOUS:
        raise AmbiguousNameError(party, sorted(_readings().names[fold(str(party))]))
    if found is None:
        raise _unknown([party])
    return str(found)


def party_keys(parties: Iterable[object], ids: str | None = None, unknown: str = "raise") -> list[str | None]:
    """Return the key of each party; with ``unknown="null"`` None for those that cannot be read, else raise for all."""
    if unknown not in ("raise", "null"):
        raise UnknownChoiceError("unknown", unknown, ("raise", "null"))
    parties = list(parties)
    found = [None if _is_missing(party) else _read(party, ids) for party in parties]
    unread = [p for p, key in zip(parties, found, strict=True) if key is None or key is _AMBIGUOUS]
    if unknown == "raise" and unread:
        if all(_read(party, ids) is _AMBIGUOUS for party in unread):
            raise AmbiguousNameError(unread[0], sorted(_readings().names[fold(str(unread[0]))]))
        raise _unknown(unread)
    return [key if isinstance(key, str) else None for key in found]


def _is_missing(party: object) -> bool:
    return party is None or party is pd.NA or (isinstance(party, float) and party != party)


def _read(party: Any, ids: str | None) -> object:
    readings = _readings()
    if isinstance(party, bool) or _is_missing(party):
        return None
    if isinstance(party, numbers.Real):
        number = float(party)
        party = int(number) if number.is_integer() else party
    if ids is not None:
        if ids not in ID_COLUMNS:
            raise UnknownChoiceError("ids", ids, tuple(ID_COLUMNS))
        if ids != "name":
            text = party.strip() if isinstance(party, str) else party
            return readings.by_kind[ids].get(int(text) if ids in ("cow", "gw") and str(text).isdigit() else text)
    elif isinstance(party, int):
        return readings.by_kind["cow"].get(party)
    if not isinstance(party, str):
        return None
    code = None if ids else _read_code(party.strip())
    return code or _read_name(party)


def _read_code(text: str) -> str | None:
    kinds = ("iso3", "iso2", "m49", "wikidata")
    return next((_readings().by_kind[kind][text] for kind in kinds if text in _readings().by_kind[kind]), None)


def _read_name(text: str) -> object:
    targets = _readings().names.get(fold(text), set())
    if len(targets) > 1:
        return _AMBIGUOUS
    return next(iter(targets), None)


def _unknown(parties: Iterable[object]) -> UnknownNameError:
    from difflib import get_close_matches

    written = _readings().written
    near: dict[object, str] = {}
    unread = list(dict.fromkeys(parties))
    for party in unread:
        if isinstance(party, str) and (close := get_close_matches(fold(party), written, 1)):
            near[party] = written[close[0]]
    return UnknownNameError("party", unread, near)

"""From any way of writing a party to its key."""

from __future__ import annotations

import math
import numbers
import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
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


_SUGGESTIONS = 10  # names for which the nearest one is looked up; it takes milliseconds each


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
    (key,) = party_keys([party], ids)
    assert key is not None
    return key


def party_keys(parties: Iterable[object], ids: str | None = None, unknown: str = "raise") -> list[str | None]:
    """Return the key of each party; with ``unknown="null"`` None for those that cannot be read, else raise for all."""
    if unknown not in ("raise", "null"):
        raise UnknownChoiceError("unknown", unknown, ("raise", "null"))
    if ids is not None and ids not in ID_COLUMNS:
        raise UnknownChoiceError("ids", ids, tuple(ID_COLUMNS))
    parties = list(parties)
    readings = [_read(party, ids) for party in parties]
    if unknown == "raise" and any(len(targets) != 1 for targets in readings):
        raise _refusal(parties, readings, ids)
    return [targets[0] if len(targets) == 1 else None for targets in readings]


def _read(party: Any, ids: str | None) -> Sequence[str]:
    """Return every party that can be meant."""
    party = _plain(party)
    if isinstance(party, int):
        return _read_number(party, ids or "cow")
    if not isinstance(party, str):
        return ()
    text = party.strip()
    if ids is None:
        return _read_code(text, ("iso3", "iso2", "m49", "wikidata")) or _read_name(text)
    if ids == "name":
        return _read_name(text)
    return _read_number(int(text), ids) if re.fullmatch("[0-9]{1,4}", text) else _read_code(text, (ids,))


def _plain(party: object) -> object:
    """Turn any whole number but a truth value into an int; leave the rest as it is."""
    if isinstance(party, bool | np.bool_) or not isinstance(party, numbers.Real):
        return None if isinstance(party, bool | np.bool_) else party
    number = float(party)
    return int(number) if math.isfinite(number) and number.is_integer() else None


def _read_number(number: int, ids: str) -> Sequence[str]:
    """Read a number as a code; M49 codes may have lost their noughts."""
    code: object = f"{number:03d}" if ids == "m49" else number
    found = _readings().by_kind[ids].get(code)
    return (found,) if found else ()


def _read_code(text: str, kinds: Iterable[str]) -> Sequence[str]:
    found = (_readings().by_kind[kind].get(text) for kind in kinds)
    return tuple(party for party in found if party)[:1]


def _read_name(text: str) -> Sequence[str]:
    return sorted(_readings().names.get(fold(text), ()))


def _refusal(parties: Sequence[object], readings: Sequence[Sequence[str]], ids: str | None) -> UnknownNameError | AmbiguousNameError:
    """Return the error that names everything that cannot be read, each once."""
    shown = {repr(party): (party, targets) for party, targets in zip(parties, readings, strict=True) if len(targets) != 1}
    unknown = [party for party, targets in shown.values() if not targets]
    several = {party: targets for party, targets in shown.values() if targets and isinstance(party, Hashable)}
    ambiguous = AmbiguousNameError(several) if several else None
    if ambiguous and not unknown:
        return ambiguous
    near = {party: _nearest(party, ids) for party in [text for text in unknown if isinstance(text, str)][:_SUGGESTIONS]}
    return UnknownNameError("party", unknown, {party: close for party, close in near.items() if close}, ambiguous)


def _nearest(writing: str, ids: str | None) -> str | None:
    """Return what was probably meant, written in the system asked for."""
    from difflib import get_close_matches

    readings = _readings()
    if ids is not None and (meant := _read(writing, None) or _read_code(writing.strip().upper(), (ids,))):
        return _code_of(meant[0], ids)
    if ids is None or ids == "name":
        close = get_close_matches(fold(writing), readings.written, 1)
        return readings.written[close[0]] if close else None
    close = get_close_matches(writing, [str(code) for code in readings.by_kind[ids]], 1)
    return close[0] if close else None


def _code_of(party: str, ids: str) -> str | None:
    return next((str(code) for code, key in _readings().by_kind[ids].items() if key == party), None)

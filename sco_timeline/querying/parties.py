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


@dataclass(frozen=True, eq=False)
class _Readings:
    """Every reading of every code and name: by kind of identifier, and all names together."""

    by_kind: dict[str, dict[object, str]]
    names: dict[str, set[str]]
    written: dict[str, str]

    def read(self, party: Any, ids: str | None) -> Sequence[str]:
        """Return every party that can be meant."""
        party = _plain(party)
        if isinstance(party, int):
            return self._number(party, ids or "cow")
        if not isinstance(party, str):
            return ()
        text = party.strip()
        if ids is None:
            return self._code(text, ("iso3", "iso2", "m49", "wikidata")) or self._name(text)
        if ids == "name":
            return self._name(text)
        return self._number(int(text), ids) if re.fullmatch("[0-9]{1,4}", text) else self._code(text, (ids,))

    def nearest(self, writing: str, ids: str | None) -> str | None:
        """Return what was probably meant, written in the system asked for."""
        from difflib import get_close_matches

        if ids is not None and (meant := self.read(writing, None) or self._code(writing.strip().upper(), (ids,))):
            return next((str(code) for code, key in self.by_kind[ids].items() if key == meant[0]), None)
        if ids is None or ids == "name":
            close = get_close_matches(fold(writing), self.written, 1)
            return self.written[close[0]] if close else None
        close = get_close_matches(writing, [str(code) for code in self.by_kind[ids]], 1)
        return close[0] if close else None

    def _number(self, number: int, ids: str) -> Sequence[str]:
        """Read a number as a code; M49 codes may have lost their noughts."""
        found = self.by_kind[ids].get(f"{number:03d}" if ids == "m49" else number)
        return (found,) if found else ()

    def _code(self, text: str, kinds: Iterable[str]) -> Sequence[str]:
        found = (self.by_kind[kind].get(text) for kind in kinds)
        return tuple(party for party in found if party)[:1]

    def _name(self, text: str) -> Sequence[str]:
        return sorted(self.names.get(fold(text), ()))


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
    readings = _readings_of(read_package())
    meant = [readings.read(party, ids) for party in parties]
    if unknown == "raise" and any(len(targets) != 1 for targets in meant):
        raise _refusal(readings, parties, meant, ids)
    return [targets[0] if len(targets) == 1 else None for targets in meant]


def _plain(party: object) -> object:
    """Turn any whole number but a truth value into an int; leave the rest as it is."""
    if isinstance(party, bool | np.bool_) or not isinstance(party, numbers.Real):
        return None if isinstance(party, bool | np.bool_) else party
    number = float(party)
    return int(number) if math.isfinite(number) and number.is_integer() else None


def _refusal(
    readings: _Readings, parties: Sequence[object], meant: Sequence[Sequence[str]], ids: str | None
) -> UnknownNameError | AmbiguousNameError:
    """Return the error that names everything that cannot be read, each once."""
    shown = {repr(party): (party, targets) for party, targets in zip(parties, meant, strict=True) if len(targets) != 1}
    unknown = [party for party, targets in shown.values() if not targets]
    several = {party: targets for party, targets in shown.values() if targets and isinstance(party, Hashable)}
    ambiguous = AmbiguousNameError(several) if several else None
    if ambiguous and not unknown:
        return ambiguous
    texts = [party for party in unknown if isinstance(party, str)][:_SUGGESTIONS]
    near: dict[object, object] = {text: close for text in texts if (close := readings.nearest(text, ids))}
    return UnknownNameError("party", unknown, near, ambiguous)

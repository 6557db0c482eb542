"""The rows that claims are compared with, read once: steps of parties, summits, and the sentences that tell of rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from sco_timeline.checking.times import between, in_words
from sco_timeline.descriptor import Package, read_package
from sco_timeline.loading import shared
from sco_timeline.model import EdtfDate, fold, fold_text, parse_edtf


class Step(NamedTuple):
    """One dated step of a party towards a status or away from it."""

    key: str
    party: str
    organization: str
    status: str
    stage: str
    makes_effective: bool
    time: EdtfDate
    summit: str | None


class Summit(NamedTuple):
    """One summit: which body's, when, where and in what form."""

    key: str
    body: str
    ordinal: int | None
    time: EdtfDate
    place: str
    city: str
    country: str
    format: str
    chair: str | None


def rows_of(name: str) -> list[dict[str, Any]]:
    """Return a published table as records, None where a cell is empty."""
    return _rows_of(read_package(), name)


@lru_cache(maxsize=32)
def _rows_of(package: Package, name: str) -> list[dict[str, Any]]:
    return records_of(shared(name))


def records_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a frame as records, None where a cell is empty."""
    names = [str(name) for name in frame.columns]
    columns = [frame[name].astype(object).where(frame[name].notna(), None) for name in frame.columns]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def steps_of(party: str, organization: str) -> tuple[Step, ...]:
    """Return every step of a party that was really taken, in order of time."""
    return tuple(step for step in _steps(read_package()).get(party, ()) if step.organization == organization)


@lru_cache(maxsize=4)
def _steps(package: Package) -> dict[str, list[Step]]:
    statuses = {row["status_id"]: row for row in rows_of("statuses")}
    found: dict[str, list[Step]] = defaultdict(list)
    for row in rows_of("events"):
        status = statuses[row["status_id"]]
        makes = row["stage"] in (status["effective_stage"], "effective")
        what = (status["organization"], status["status"], row["stage"], makes)
        if row["held"]:
            found[row["party_id"]].append(Step(row["event_id"], row["party_id"], *what, parse_edtf(row["date"]), row["summit_id"]))
    for steps in found.values():
        steps.sort(key=lambda step: (step.time.latest or step.time.earliest, step.key))
    return found


def summits() -> tuple[Summit, ...]:
    """Return every summit that was held, in order of time."""
    return _summits(read_package())


@lru_cache(maxsize=4)
def _summits(package: Package) -> tuple[Summit, ...]:
    found = [
        Summit(
            row["summit_id"],
            row["body"],
            row["ordinal"],
            between(row["start"].date(), row["end"].date()),
            row["place_id"],
            row["city"],
            row["host_party_id"],
            row["format"],
            row["chair_party_id"],
        )
        for row in rows_of("summits")
        if row["start"] is not None  # planned for no day yet
        if row["held"]
    ]
    return tuple(sorted(found, key=lambda summit: (summit.time.earliest, summit.key)))


def summit_time(key: str | None) -> EdtfDate | None:
    """Return the days of a summit; None for no summit."""
    return next((summit.time for summit in summits() if summit.key == key), None)


def sentence(table: str, key: str) -> str:
    """Return the record's own sentence on a row, with its day behind it.

    Examples
    --------
    >>> sentence("events", "IND-sco.member-effective")
    'India became a member of the SCO, in Astana (on 2017-06-09)'
    """
    return _sentences(read_package())[table, key]


@lru_cache(maxsize=4)
def _sentences(package: Package) -> dict[tuple[str, str], str]:
    days = {row["summit_id"]: f"{row['start'].date()}/{row['end'].date()}" for row in rows_of("summits") if row["start"] is not None}
    lines: dict[tuple[str, str], str] = {}
    for row in rows_of("timeline"):
        words = days[row["row_id"]] if row["table_name"] == "summits" else in_words(parse_edtf(row["date"]))
        lines.setdefault((row["table_name"], row["row_id"]), f"{row['text'].rstrip('.')} ({words})")
    return lines


def name_of(table: str, key: str) -> str:
    """Return the name of a party, person or place; the key itself where none is known."""
    return _names(read_package(), table).get(key, key)


@lru_cache(maxsize=12)
def _names(package: Package, table: str) -> dict[str, str]:
    key = package.table(table).key
    return {row[key]: row["name"] for row in rows_of(table)}


def read_names(kind: str, written: object) -> frozenset[str]:
    """Return every person or place that a way of writing can mean."""
    return _readings(read_package(), kind).get(fold(str(written)), frozenset())


@lru_cache(maxsize=8)
def _readings(package: Package, kind: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows_of("names"):
        if row["kind"] == kind:
            found[fold(row["name"])].add(row["target_id"])
    for key, name in {"person": "people", "place": "places"}.items():
        for row in rows_of(name) if key == kind else ():
            found[fold(row["name"])].add(row[f"{kind}_id"])
    return {name: frozenset(keys) for name, keys in found.items()}


def is_same_person(written: object, person: str | None) -> bool:
    """Say whether a name in a text can be that of a person of the record, whose family name is enough."""
    if person is None:
        return False
    if found := read_names("person", written):
        return person in found
    return bool(_long_words(str(written)) & _long_words(name_of("people", person)))


def _long_words(name: str) -> set[str]:
    return {word for word in fold_text(name).split() if len(word) > 3}


def listed(items: Iterable[str], most: int = 4) -> str:
    """Join words by semicolons, the rest beyond `most` as a number."""
    words = list(items)
    more = len(words) - most
    return "; ".join(words[:most]) + (f"; and {more} more" if more > 0 else "")

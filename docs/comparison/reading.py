"""Reads what the comparison is made from: the record, and the files of this folder."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
from differences import Edition, Spell, Spells

import sco_timeline as sco

FOLDER = Path(__file__).resolve().parent
Row = dict[str, str]


def read_record() -> Spells:
    """Return the spells of the states in the SCO on basis effective, by party; a first day unknown may be any."""
    parties, spells = sco.load("parties"), sco.load("memberships")
    states = set(parties.loc[parties["kind"] != "organization", "party_id"])
    spells = spells[(spells["organization"] == "sco") & (spells["basis"] == "effective") & spells["party_id"].isin(states)]
    record: dict[str, list[Spell]] = {}
    for row in spells.sort_values("start_earliest", na_position="first").to_dict("records"):
        start, surely, end = (None if pd.isna(row[day]) else row[day].date() for day in ("start_earliest", "start_latest", "end_earliest"))
        spell = Spell(row["status"], row["start"], start or date.min, surely or date.max, end)
        record.setdefault(row["party_id"], []).append(spell)
    return record


def read_inputs() -> tuple[dict[str, Any], dict[str, list[Row]]]:
    """Return peers.json and the tables beside it."""
    tables = {}
    for name in ("editions", "published", "rules", "reasons"):
        with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            tables[name] = list(csv.DictReader(lines))
    return json.loads((FOLDER / "peers.json").read_text("utf-8")), tables


def edition(row: Row) -> Edition:
    """Return a row of editions.csv as an edition."""
    holds = frozenset(row["holds"].split(";"))
    return Edition(row["edition"], row["title"], date.fromisoformat(row["on"]), row["why_on"], row["scope"], holds)


def published(rows: Iterable[Row]) -> dict[str, dict[str, str]]:
    """Return what each edition says of each party."""
    said: dict[str, dict[str, str]] = {}
    for row in rows:
        said.setdefault(row["edition"], {})[row["party_id"]] = row["value"]
    return said


def last_day() -> date:
    """Return the last day of the record."""
    return date.fromisoformat(json.loads((FOLDER.parents[1] / "datapackage.json").read_text("utf-8"))["as_of"])

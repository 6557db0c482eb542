"""What rows about meetings, their documents and the offices must obey beyond the descriptor."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from sco_timeline.errors import Problem
from sco_timeline.model import parse_edtf
from sco_timeline.storing import Row

if TYPE_CHECKING:
    from sco_timeline.curating.reading import Curated


def is_named(stem: str, key: str) -> bool:
    """Say whether a key is `stem`, or that with a number behind it."""
    return bool(re.fullmatch(re.escape(stem) + r"(-\d+)?", key))


def summit_day_problems(curated: Curated, table: str, row: Row, column: str = "date") -> Iterable[Problem]:
    """Return a problem if a row done at a summit is dated on no day of it."""
    summit = curated.by_key("summits").get(row["summit_id"] or "")
    if not summit or not summit["start"] or not summit["end"] or summit["end"] < summit["start"]:
        return
    earliest, latest = row[f"{column}_earliest"], row[f"{column}_latest"]
    if (earliest and earliest > summit["end"]) or (latest and latest < summit["start"]):
        key = row[curated.package.tables[table].key]
        message = f"{row[column]} is no day of {row['summit_id']}, {summit['start']} to {summit['end']}"
        yield curated.problem(table, key, column, message, "correct the date or leave the summit empty")


def year_problems(curated: Curated, table: str, row: Row, column: str = "date") -> Iterable[Problem]:
    """Return a problem if a key that begins with a year begins with another than that of its row."""
    key_column = curated.package.tables[table].key
    key, first = row[key_column], row[f"{column}_earliest"]
    if first and not key.startswith(f"{first.year}-"):
        yield curated.problem(table, key, key_column, f"{key!r} does not begin with its year", f"{first.year}-...")


def document_problems(curated: Curated) -> Iterable[Problem]:
    """Check that documents are named by their year, adopted on a day of their summit, and in force not before."""
    for row in curated.rows["documents"]:
        yield from year_problems(curated, "documents", row, "adopted")
        yield from summit_day_problems(curated, "documents", row, "adopted")
        yield from order_problems(curated, "documents", row, "adopted", "in_force")


def order_problems(curated: Curated, table: str, row: Row, start: str, end: str) -> Iterable[Problem]:
    """Return a problem if the column `end` of a row surely lies before its column `start`."""
    if row[start] and row[end]:
        first, last = parse_edtf(row[start]).earliest, parse_edtf(row[end]).latest
        if first and last and last < first:
            key = row[curated.package.tables[table].key]
            yield curated.problem(table, key, end, f"{row[end]} is before {row[start]}", "the later day last")


def coverage_problems(curated: Curated) -> Iterable[Problem]:
    """Check that nothing is dated after the day up to which the record was checked, in tables that hold no plans."""
    as_of = curated.package.as_of
    dated = {"milestones": ["date"], "documents": ["adopted", "in_force"], "terms": ["start", "end"], "meetings": ["date"]}
    for table, columns in dated.items():
        key = curated.package.tables[table].key
        for row in curated.rows[table]:
            for column in columns:
                first = row[f"{column}_earliest"]
                if first and first > as_of:
                    message = f"{row[column]} is after {as_of}, up to which the record was checked"
                    yield curated.problem(table, row[key], column, message, "leave plans out, or check the record up to a later day")


def term_problems(curated: Curated) -> Iterable[Problem]:
    """Check that terms are named by office and year, and that nobody takes an office before it is handed over."""
    offices: dict[str, list[Row]] = defaultdict(list)
    for row in curated.rows["terms"]:
        yield from order_problems(curated, "terms", row, "start", "end")
        yield from _term_key_problems(curated, row)
        if row["start_earliest"]:
            offices[row["office"]].append(row)
    for held in offices.values():
        for before, after in pairwise(sorted(held, key=lambda row: (row["start_earliest"], row["term_id"]))):
            if before["end"] is None:
                remedy = f"give the end of {before['term_id']}"
                yield curated.problem("terms", before["term_id"], "end", f"is empty, and {after['term_id']} follows", remedy)
            elif before["end_earliest"] and after["start_latest"] and after["start_latest"] < before["end_earliest"]:
                message = f"{after['start']} is before {before['term_id']} ends, {before['end']}"
                yield curated.problem("terms", after["term_id"], "start", message, "one holder at a time")


def _term_key_problems(curated: Curated, row: Row) -> Iterable[Problem]:
    key, years = row["term_id"], [day and day.year for day in (row["start_earliest"], row["start_latest"])]
    named = re.fullmatch(re.escape(row["office"]) + r"-(\d{4})(-\d)?", key)
    if not named or not (years[0] or 0) <= int(named[1]) <= (years[1] or 9999):
        remedy = f"write {row['office']}-{years[0] or years[1]}"
        yield curated.problem("terms", key, "term_id", f"{key!r} does not name its office and a year of its start", remedy)


def attendance_problems(curated: Curated) -> Iterable[Problem]:
    """Check that rows are named by summit and party, and that capacities fit the organization that met."""
    for row in curated.rows["attendance"]:
        key, summit = row["attendance_id"], row["summit_id"]
        stem = f"{summit}-{row['party_id']}"
        if not is_named(stem, key):
            yield curated.problem("attendance", key, "attendance_id", f"{key!r} does not name its summit and party", f"write {stem}")
        misfit = "member" if summit.startswith("S5-") else "participant"
        if row["capacity"] == misfit:
            remedy = "participant at the Shanghai Five, member at the SCO"
            yield curated.problem("attendance", key, "capacity", f"no party is {row['capacity']} at {summit}", remedy)
        party = curated.by_key("parties").get(row["party_id"])
        if party and row["capacity"] == "organization" and party["kind"] != "organization":
            message = f"{row['party_id']} is a {party['kind']} and came as {row['capacity']}"
            yield curated.problem("attendance", key, "capacity", message, "organization for organizations alone")


def meeting_problems(curated: Curated) -> Iterable[Problem]:
    """Check that every meeting has just the sides that its key names."""
    sides: dict[str, list[str]] = defaultdict(list)
    for row in curated.rows["meeting_parties"]:
        sides[row["meeting_id"]].append(row["party_id"])
        if row["meeting_party_id"] != (name := f"{row['meeting_id']}.{row['party_id']}"):
            message = f"{row['meeting_party_id']!r} does not name its meeting and party"
            yield curated.problem("meeting_parties", row["meeting_party_id"], "meeting_party_id", message, f"write {name}")
    for row in curated.rows["meetings"]:
        key = row["meeting_id"]
        named = "-".join([row["summit_id"], *sorted(sides[key])])
        if len(sides[key]) < 2 or not is_named(named, key):
            message = f"{key!r} does not fit its sides in meeting_parties.csv, {', '.join(sorted(sides[key])) or 'none'}"
            yield curated.problem("meetings", key, "meeting_id", message, f"write {named}" if len(sides[key]) > 1 else "add its sides")

"""What rows must obey beyond the descriptor: order of dates, plans marked as plans, one reading of each name."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from sco_timeline.curating.proceedings import (
    attendance_problems,
    coverage_problems,
    document_problems,
    is_named,
    meeting_problems,
    order_problems,
    summit_day_problems,
    term_problems,
    year_problems,
)
from sco_timeline.curating.references import nearest
from sco_timeline.errors import Problem
from sco_timeline.model import fold, parse_edtf
from sco_timeline.storing import Row

if TYPE_CHECKING:
    from sco_timeline.curating.reading import Curated

_CHARACTERS = re.compile(r"char=(\d+),(\d+)", re.ASCII)
_SUMMIT_PREFIX = {"shanghai_five": "S5", "chs": "CHS", "chg": "CHG", "chs_extraordinary": "CHSX"}


def rule_problems(curated: Curated) -> list[Problem]:
    """Return every breach of the rules of the field."""
    return [problem for check in _CHECKS for problem in check(curated)]


def _statuses(curated: Curated) -> Iterable[Problem]:
    spelled = curated.package.tables["memberships"].by_name["status"].enum
    for row in curated.rows["statuses"]:
        key = row["status_id"]
        if row["formal"] and not row["effective_stage"]:
            remedy = "name the stage that puts it into effect"
            yield curated.problem("statuses", key, "effective_stage", "is empty, and the status formal", remedy)
        if row["formal"] and row["status"] not in spelled:
            yield curated.problem("statuses", key, "formal", f"no spell can be that of a {row['status']}", "false")


def _ranks(curated: Curated) -> Iterable[Problem]:
    """Check that ranks order the statuses of each organization as the categories of `memberships` do."""
    order = curated.package.tables["memberships"].by_name["status"].categories
    for organization in sorted({row["organization"] for row in curated.rows["statuses"]}):
        own = {row["status"]: row for row in curated.rows["statuses"] if row["organization"] == organization}
        for lower, closer in pairwise(own[status] for status in order if status in own):
            if closer["rank"] <= lower["rank"]:
                message = f"{closer['rank']} is not above that of {lower['status_id']}, {lower['rank']}"
                yield curated.problem("statuses", closer["status_id"], "rank", message, f"closer is greater: {', '.join(order)}")


def _sources(curated: Curated) -> Iterable[Problem]:
    sources = curated.by_key("sources")
    for key, row in sources.items():
        passed: set[str] = set()
        while (original := row["same_text_as"]) in sources and original not in passed:
            passed.add(original)
            row = sources[original]
        if key in passed:
            yield curated.problem("sources", key, "same_text_as", f"{key} reprints itself", "empty for the first printing")
    for key, row in sources.items():
        published = parse_edtf(row["published"]).earliest if row["published"] else None
        if published and published > row["accessed"]:
            yield curated.problem("sources", key, "published", f"{row['published']} is after it was read, {row['accessed']}", "correct one")


def _summits(curated: Curated) -> Iterable[Problem]:
    seen: dict[tuple[str, int], str] = {}
    for row in curated.rows["summits"]:
        key, start, end, session = row["summit_id"], row["start"], row["end"], row["session_date"]
        stem, _, day = key.partition("-")
        if stem != _SUMMIT_PREFIX[row["body"]] or (start and not start.strftime("%Y%m%d").startswith(day)):
            yield curated.problem("summits", key, "summit_id", f"{key!r} does not fit body {row['body']} and {start}", "body and year")
        missing = [name for name in ("start", "end", "format") if row[name] is None]
        for name in missing if row["held"] else ():
            yield curated.problem("summits", key, name, "is empty", f"give {name}; a planned meeting alone may have none")
        if not start or not end:
            continue
        if end < start:
            yield curated.problem("summits", key, "end", f"{end} is before the first day, {start}", "the last day, itself included")
        elif session and not start <= session <= end:
            yield curated.problem("summits", key, "session_date", f"{session} is outside {start} to {end}", "a day of the meeting")
        if row["ordinal"] and seen.setdefault((row["body"], row["ordinal"]), key) != key:
            yield curated.problem(
                "summits", key, "ordinal", f"{row['ordinal']} is that of {seen[row['body'], row['ordinal']]}", "count anew"
            )
        yield from _plan_problems(curated, "summits", row, start)


def _cities(curated: Curated) -> Iterable[Problem]:
    """Check that each city is written as one of the names of its place."""
    written = [row["name"] for row in curated.rows["names"] if row["kind"] == "place"]
    places: dict[str, set[str]] = defaultdict(set)
    for row in curated.rows["names"]:
        if row["kind"] == "place":
            places[fold(row["name"])].add(row["target_id"])
    for row in curated.rows["summits"] if not curated.left_out_any("names") else ():
        named = places.get(fold(row["city"]))
        if not named:
            remedy = nearest(row["city"], written, "add it to names.csv")
            yield curated.problem("summits", row["summit_id"], "city", f"no place is written {row['city']!r}", remedy)
        elif row["place_id"] not in named and row["place_id"] in curated.by_key("places"):
            message = f"{row['city']!r} is a name of {' and '.join(sorted(named))}"
            yield curated.problem("summits", row["summit_id"], "city", message, f"write a name of {row['place_id']}")


def _events(curated: Curated) -> Iterable[Problem]:
    statuses = curated.by_key("statuses")
    for row in curated.rows["events"]:
        key = row["event_id"]
        stem = f"{row['party_id']}-{row['status_id']}-{row['stage']}"
        if not is_named(stem, key):
            yield curated.problem("events", key, "event_id", f"{key!r} does not name its party, status and stage", f"write {stem}")
        yield from _plan_problems(curated, "events", row, row["date_earliest"])
        yield from summit_day_problems(curated, "events", row)
        status = statuses.get(row["status_id"])
        created = parse_edtf(status["created"]).earliest if status and status["created"] else None
        if created and row["stage"] in ("decision", "effective", "memorandum") and row["date_latest"] and row["date_latest"] < created:
            message = f"{row['date']} is before the status was created, {status['created']}" if status else ""
            yield curated.problem("events", key, "date", message, "correct the date, or `created` in statuses.csv")


def _milestones(curated: Curated) -> Iterable[Problem]:
    parties = curated.by_key("parties")
    for row in curated.rows["milestones"]:
        key = row["milestone_id"]
        yield from summit_day_problems(curated, "milestones", row)
        yield from year_problems(curated, "milestones", row)
        named = row["parties"].split(";") if row["parties"] else []
        for party in named:
            if curated.lacks("parties", party):
                yield curated.problem("milestones", key, "parties", f"no row of parties is {party!r}", nearest(party, parties))
        if named != sorted(set(named)):
            yield curated.problem("milestones", key, "parties", "are repeated or out of order", ";".join(sorted(set(named))))


def _plan_problems(curated: Curated, table: str, row: Row, day: object) -> Iterable[Problem]:
    as_of = curated.package.as_of
    if row["held"] and day and day > as_of:  # type: ignore[operator]
        key = row[curated.package.tables[table].key]
        yield curated.problem(table, key, "held", f"{day} is after {as_of}, up to which the record was checked", "false, for a plan")


def _names(curated: Curated) -> Iterable[Problem]:
    readings: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in curated.rows["names"]:
        readings[row["kind"], fold(row["name"])].append(row)
    for rows in readings.values():
        targets = sorted({row["target_id"] for row in rows})
        several = len(targets) > 1
        for row in rows if several or not curated.left_out_any("names") else ():
            if row["ambiguous"] != several:
                message = f"{row['name']!r} is a name of {' and '.join(targets)}" + ("" if several else " alone")
                yield curated.problem("names", row["name_id"], "ambiguous", message, "true" if several else "false")


def _claims(curated: Curated) -> Iterable[Problem]:
    sources = curated.by_key("sources")
    for row in curated.rows["claims"]:
        span = _CHARACTERS.fullmatch(row["locator"])
        if row["locator"].startswith("char=") and not (span and int(span[1]) < int(span[2])):
            yield curated.problem(
                "claims", row["claim_id"], "locator", f"{row['locator']!r} is no span", "char=START,END with START below END"
            )
        source = sources.get(row["source_id"])
        if span and source and not source["text_sha256"]:
            remedy = f"give text_sha256 of {row['source_id']} in sources.csv"
            yield curated.problem("claims", row["claim_id"], "locator", "characters of a text whose hash is not known", remedy)


def _rulings(curated: Curated) -> Iterable[Problem]:
    for row in curated.rows["rulings"]:
        try:
            values = json.loads(row["expected"])
        except (ValueError, RecursionError):
            values = None
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values) or values != sorted(set(values)):
            yield curated.problem(
                "rulings", row["ruling_id"], "expected", "is no ordered JSON array of texts", '["2022-09-14", "2022-09-15"]'
            )


def _readings(curated: Curated) -> Iterable[Problem]:
    for row in curated.rows["readings"]:
        key, stem = row["reading_id"], f"{row['table_name']}.{row['row_id']}.{row['field']}"
        if key != stem:
            yield curated.problem("readings", key, "reading_id", f"{key!r} does not name its table, row and field", f"write {stem}")
        if bool(row["ended"]) != bool(row["reason"]):
            yield curated.problem("readings", key, "reason", "how a difference ended and why stand together", "give both or neither")


def _periods(curated: Curated) -> Iterable[Problem]:
    for table, start, end in (("names", "valid_from", "valid_to"), ("parties", "from", "to")):
        for row in curated.rows[table]:
            yield from order_problems(curated, table, row, start, end)


_CHECKS = (
    _statuses,
    _ranks,
    _sources,
    _summits,
    _cities,
    _events,
    _milestones,
    document_problems,
    term_problems,
    attendance_problems,
    meeting_problems,
    coverage_problems,
    _names,
    _claims,
    _rulings,
    _readings,
    _periods,
)

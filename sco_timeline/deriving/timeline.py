"""Every dated row in the order of time, with a sentence that a person can read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sco_timeline.curating import Curated
from sco_timeline.storing import Row

_ORGANIZATIONS = {"sco": "the SCO", "shanghai_five": "the Shanghai Five"}
_STEPS = {
    "wish": "{party} declared the wish to become {status} of {organization}",
    "application": "{party} applied to become {status} of {organization}",
    "objection": "An objection to {party} becoming {status} of {organization} was reported",
    "refusal": "{party} was refused as {status} of {organization}",
    "withdrawal": "{party} withdrew its application to become {status} of {organization}",
    "procedure": "The procedure to admit {party} as {status} of {organization} was opened",
    "memorandum": "The memorandum for {party} to become {status} of {organization} was signed",
    "decision": "It was decided that {party} become {status} of {organization}",
    "effective": "{party} became {status} of {organization}",
    "further": "A further act confirmed {party} as {status} of {organization}",
    "end": "{party} ceased to be {status} of {organization}",
    "gap_start": "{party}, {status} of {organization}, ceased to take part in fact",
    "gap_end": "{party}, {status} of {organization}, took part again",
}
_BODIES = {
    "shanghai_five": "heads of state of the Shanghai Five",
    "chs": "Council of Heads of State of the SCO",
    "chs_extraordinary": "Council of Heads of State of the SCO",
    "chg": "Council of Heads of Government of the SCO",
}
_OFFICES = {
    "chs_chair": "the chair of the Council of Heads of State of the SCO",
    "chg_chair": "the chair of the Council of Heads of Government of the SCO",
    "secretary_general": "the post of Secretary-General of the SCO",
    "rats_director": "the post of Director of the Executive Committee of the Regional Anti-Terrorist Structure",
}
_FORMATS = {"in_person": "", "virtual": ", by video link", "hybrid": ", partly by video link"}


def timeline_rows(curated: Curated) -> list[Row]:
    """Return the rows of `timeline`, ordered by first possible day (by the last, where no first is known), then by table and key."""
    kinds = (_events, _summits, _milestones, _documents, _terms, _meetings)
    return sorted((entry for kind in kinds for entry in kind(curated)), key=_when)


def _when(row: Row) -> tuple[date, date, str]:
    """Order by first possible day, or by the last one where no first is known."""
    earliest, latest = row["date_earliest"], row["date_latest"]
    return earliest or latest or date.min, latest or date.max, row["timeline_id"]


def _entry(table: str, key: str, column: str, row: Mapping[str, Any], text: str) -> Row:
    day = row[column]
    return {
        "timeline_id": f"{table}.{key}.{column}",
        "date": str(day),
        "date_earliest": row.get(f"{column}_earliest", day),
        "date_latest": row.get(f"{column}_latest", day),
        "table_name": table,
        "row_id": key,
        "party_id": row.get("party_id"),
        "summit_id": row.get("summit_id"),
        "held": row.get("held", True),
        "text": text + ("." if row.get("held", True) else " (planned)."),
    }


def _events(curated: Curated) -> Iterator[Row]:
    statuses, parties = curated.by_key("statuses"), curated.by_key("parties")
    for row in curated.rows["events"]:
        status = statuses[row["status_id"]]
        further = row["stage"] == "effective" and status["effective_stage"] not in ("effective", None)
        text = _STEPS["further" if further else row["stage"]].format(
            party=parties[row["party_id"]]["name"],
            status=_with_article(status["status"]),
            organization=_ORGANIZATIONS[status["organization"]],
        )
        yield _entry("events", row["event_id"], "date", row, text + _where(curated, row))


def _with_article(status: str) -> str:
    return f"{'an' if status[0] in 'aeiou' else 'a'} {status.replace('_', ' ')}"


def _where(curated: Curated, row: Row) -> str:
    return f", in {curated.by_key('places')[row['place']]['name']}" if row["place"] else ""


def _summits(curated: Curated) -> Iterator[Row]:
    for row in curated.rows["summits"]:
        if row["start"] is None:  # planned for no day yet
            continue
        meeting = _meeting(row)
        text = f"{meeting[0].upper()}{meeting[1:]}, {row['city']}{_FORMATS.get(row['format'], '')}"
        yield _entry("summits", row["summit_id"], "start", row, text)


def _meeting(summit: Row) -> str:
    """Return what a summit is called: by its number, if it is known."""
    kind = "extraordinary" if summit["body"] == "chs_extraordinary" else _ordinal(summit["ordinal"])
    return f"{kind} meeting of the {_BODIES[summit['body']]}".strip()


def _ordinal(number: int | None) -> str:
    if number is None:
        return ""
    teen = 10 < number % 100 < 14
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _milestones(curated: Curated) -> Iterator[Row]:
    for row in curated.rows["milestones"]:
        yield _entry("milestones", row["milestone_id"], "date", row, row["title"] + _where(curated, row))


def _documents(curated: Curated) -> Iterator[Row]:
    for row in curated.rows["documents"]:
        yield _entry("documents", row["document_id"], "adopted", row, f"Adopted: {row['title']}{_where(curated, row)}")
        if row["in_force"]:
            yield _entry("documents", row["document_id"], "in_force", row, f"In force: {row['title']}")


def _terms(curated: Curated) -> Iterator[Row]:
    for row in curated.rows["terms"]:
        holder = _holder(curated, row)
        yield _entry("terms", row["term_id"], "start", row, f"{holder} took {_OFFICES[row['office']]}")
        if row["end"]:
            yield _entry("terms", row["term_id"], "end", row, f"{holder} handed over {_OFFICES[row['office']]}")


def _holder(curated: Curated, row: Row) -> str:
    """Return the name of the state, or that of the person with the state's behind it, if it is known."""
    state = str(curated.by_key("parties")[row["party_id"]]["name"]) if row["party_id"] else ""
    person = str(curated.by_key("people")[row["person"]]["name"]) if row["person"] else ""
    return f"{person} ({state})" if person and state else person or state


def _meetings(curated: Curated) -> Iterator[Row]:
    sides: dict[str, list[str]] = defaultdict(list)
    for row in curated.rows["meeting_parties"]:
        sides[row["meeting_id"]].append(_holder(curated, row))
    for row in curated.rows["meetings"]:
        *others, last = sorted(sides[row["meeting_id"]])
        summit = _meeting(curated.by_key("summits")[row["summit_id"]])
        text = f"{', '.join(others)} and {last} met on the margins of the {summit}{_where(curated, row)}"
        yield _entry("meetings", row["meeting_id"], "date", row, text)

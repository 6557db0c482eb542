"""What the page says, read from the published tables: summits, parties, steps, disputed values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from sco_timeline.deriving import BASES
from sco_timeline.descriptor import Package, read_package
from sco_timeline.exploring.words import count_in_words, date_in_words, days_in_words, in_words
from sco_timeline.loading import shared
from sco_timeline.plotting.framing import records
from sco_timeline.plotting.statuses_data import StatusesPicture
from sco_timeline.plotting.tiles import prepare_tiles
from sco_timeline.querying import growth, members

BODIES = {
    "shanghai_five": "Shanghai Five",
    "chs": "Council of Heads of State",
    "chs_extraordinary": "Council of Heads of State, extraordinary",
    "chg": "Council of Heads of Government",
}
_DATES = ("date", "start", "end", "session_date", "adopted", "in_force")
Record = dict[str, Any]


def rows_of(name: str) -> list[Record]:
    """Return a published table as records, None where a cell is empty."""
    frame = shared(name)
    return [{str(key): value for key, value in row.items()} for row in frame.astype(object).where(frame.notna(), None).to_dict("records")]


def names() -> Mapping[str, str]:
    """Return the usual name of every party and person, and the word for every status."""
    return _names(read_package())


@lru_cache(maxsize=2)
def _names(_: Package) -> Mapping[str, str]:
    named = {row[f"{kind}_id"]: row["name"] for kind, table in (("party", "parties"), ("person", "people")) for row in rows_of(table)}
    return named | {row["status_id"]: in_words(row["status"]) for row in rows_of("statuses")}


def standing_now() -> dict[str, list[tuple[str, list[Record]]]]:
    """Return, by basis, each status and who stood in it when the record ends, the closest first."""
    return {basis: _by_status(members(status=None, basis=basis, when_unclear="null")) for basis in BASES}


def _by_status(found: pd.DataFrame) -> list[tuple[str, list[Record]]]:
    groups: dict[str, list[Record]] = {}
    for row in found.itertuples():
        groups.setdefault(str(row.status), []).append({"party": row.party_id, "name": row.name, "since": date_in_words(row.since)})
    return list(groups.items())


def tiles() -> tuple[list[Record], int]:
    """Return the tiles of the map when the record ends, and how many columns they need."""
    picture = prepare_tiles(None, "sco", "effective")
    return [row._asdict() for row in records(picture.tiles)], int(picture.tiles["column"].max()) + 1


def growth_rows(basis: str) -> list[Record]:
    """Return the text twin of the growth chart: the days on which numbers changed, with the numbers from then on."""
    counts = growth(basis=basis)
    wide = (
        counts.assign(words=[count_in_words(row) for row in records(counts)]).pivot(index="date", columns="status", values="words").ffill()
    )
    order = [status for status in reversed(list(counts["status"].cat.categories)) if status in wide.columns]
    return [
        {"day": day.strftime("%Y-%m-%d"), "words": date_in_words(day), "counts": {status: _text(row[status]) for status in order}}
        for day, row in zip(pd.DatetimeIndex(wide.index), wide.to_dict("records"), strict=True)
    ]


def _text(value: object) -> str:
    return value if isinstance(value, str) else "0"


def spell_rows(picture: StatusesPicture) -> list[Record]:
    """Return the bars of the chart of statuses in words, in its order."""
    spells, known = shared("memberships"), names()
    return [
        {
            "party": bar.party_id,
            "name": known[bar.party_id],
            "status": in_words(bar.status),
            "start": date_in_words(spells.at[bar.Index, "start"]),
            "end": "still so" if bar.open else date_in_words(spells.at[bar.Index, "end"]),
        }
        for bar in records(picture.bars.sort_values(["row", "start_earliest"]))
    ]


def act_rows(picture: StatusesPicture) -> list[Record]:
    """Return the marks of the chart of statuses in words, in its order."""
    known = names()
    return [
        {
            "party": mark.party_id,
            "name": known[mark.party_id],
            "stage": mark.stage,
            "status": in_words(mark.status),
            "when": date_in_words(mark.date),
        }
        for mark in records(picture.marks)
    ]


def summits() -> list[Record]:
    """Return every meeting, the latest first, with what its page shows."""
    known = names()
    attendance, documents, steps, meetings = (_by_summit(rows_of(name)) for name in ("attendance", "documents", "events", "meetings"))
    sides = _by(rows_of("meeting_parties"), "meeting_id")
    disputed = disputes()
    found = []
    for row in rows_of("summits"):
        key = row["summit_id"]
        found.append(
            row
            | {
                "body_words": BODIES[row["body"]],
                "days": days_in_words(row["start"], row["end"]) or "no day set",
                "host": known.get(row["host_party_id"], ""),
                "chair": known.get(row["chair_party_id"], ""),
                "chair_name": known.get(row["chair_person"], ""),
                "attendance": [_present(one, known) for one in attendance[key]],
                "documents": [one | {"when": date_in_words(one["adopted"])} for one in documents[key]],
                "steps": [one["event_id"] for one in steps[key]],
                "meetings": [_meeting(one, sides[one["meeting_id"]], known) for one in meetings[key]],
                "disputes": disputed["summits", key],
            }
        )
    return sorted(found, key=lambda row: (str(row["start"] or "9999"), row["summit_id"]), reverse=True)


def _present(row: Record, known: Mapping[str, str]) -> Record:
    return row | {"name": known[row["party_id"]], "who": known.get(row["person"], "")}


def _meeting(row: Record, sides: Iterable[Record], known: Mapping[str, str]) -> Record:
    who = [f"{known[side['party_id']]} ({known[side['person']]})" if side["person"] else known[side["party_id"]] for side in sides]
    return row | {"who": ", ".join(who), "when": date_in_words(row["date"])}


def parties() -> list[Record]:
    """Return every party that took a step or came to a summit, by name, with what its page shows."""
    steps, spells = _by(_steps(), "party_id"), _by(_spells(), "party_id")
    present = _by(rows_of("attendance"), "party_id")
    sessions = {row["summit_id"]: row for row in rows_of("summits")}
    shown = [row for row in rows_of("parties") if steps[row["party_id"]] or present[row["party_id"]]]
    known = names()
    for row in shown:
        came = [one | {"summit": sessions[one["summit_id"]], "who": known.get(one["person"], "")} for one in present[row["party_id"]]]
        came.sort(key=lambda one: one["summit_id"][-4:])
        row |= {"steps": steps[row["party_id"]], "spells": spells[row["party_id"]], "attendance": came}
    return sorted(shown, key=lambda row: str(row["name"]))


def _steps() -> Iterator[Record]:
    """Yield every step of a party in the order of the timeline, with its sentence and what is disputed of it."""
    events = {row["event_id"]: row for row in rows_of("events")}
    statuses = {row["status_id"]: row for row in rows_of("statuses")}
    disputed = disputes()
    for line in rows_of("timeline"):
        if line["table_name"] == "events":
            row = events[line["row_id"]]
            status = statuses[row["status_id"]]
            told = {"text": line["text"], "when": date_in_words(row["date"]), "disputes": disputed["events", row["event_id"]]}
            yield row | told | {"organization": status["organization"], "status": in_words(status["status"])}


def _spells() -> Iterator[Record]:
    for row in rows_of("memberships"):
        until = date_in_words(row["end"]) or "still so"
        yield row | {"status_words": in_words(row["status"]), "since": date_in_words(row["start"]), "until": until}


def disputes() -> dict[tuple[str, str], list[Record]]:
    """Return the cells on which sources contradict the value chosen, by table and row: who says what else, and the ruling."""
    reasons = {row["ruling_id"]: row["reason"] for row in rows_of("rulings")}
    publishers = {row["source_id"]: row["publisher"] for row in rows_of("sources")}
    cells: dict[tuple[str, str, str], Record] = {}
    for row in rows_of("conflicts"):
        if row["stance"] == "contradicts":
            place = (row["table_name"], row["row_id"], row["field"] or "")
            start = {
                "field": in_words(row["field"]) or "the row itself",
                "chosen": _value(row),
                "reason": reasons.get(row["ruling_id"], ""),
                "said": {},
            }
            who = cells.setdefault(place, start)["said"].setdefault(_value(row, "value"), {})
            who[publishers[row["source_id"]]] = None
    found: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for (table, key, _), cell in cells.items():
        found[table, key].append(cell | {"said": {value: _few(list(who)) for value, who in cell["said"].items()}})
    return found


def _few(publishers: list[str]) -> str:
    """Return publishers as a list that stays readable; all of them are in the evidence."""
    return ", ".join(publishers) if len(publishers) < 5 else f"{', '.join(publishers[:3])} and {len(publishers) - 3} more"


def _value(row: Record, column: str = "chosen") -> str:
    """Return a value in words: a date, the name of a party or person, or the text as it stands."""
    value = row[column]
    if value is None:
        return "no value" if column == "chosen" else str(row["polarity"])
    told = date_in_words(value) if row["field"] in _DATES else names().get(value, in_words(value))
    return f"not {told}" if column == "value" and row["polarity"] == "negated" else told


def _by(rows: Iterable[Record], column: str) -> dict[str, list[Record]]:
    groups: dict[str, list[Record]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return groups


def _by_summit(rows: Iterable[Record]) -> dict[str, list[Record]]:
    return _by(rows, "summit_id")

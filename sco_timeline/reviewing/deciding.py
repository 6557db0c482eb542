"""What a decision changes: the candidate, and if it is accepted, claims, events, rulings and empty cells of the record."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sco_timeline.descriptor import Package
from sco_timeline.errors import BadArgumentError, UnknownChoiceError
from sco_timeline.extracting.claims import Claim
from sco_timeline.reviewing.candidates import DECISIONS, candidate_bytes, path_of, read_candidates
from sco_timeline.reviewing.keeping import RawTable, keep, try_out
from sco_timeline.reviewing.placing import place, placed_at
from sco_timeline.reviewing.record import Cell, Record
from sco_timeline.reviewing.verdicts import CONTRADICTS, DUPLICATE, NEW, Beside, Verdict, beside
from sco_timeline.storing import Row


class Decision(NamedTuple):
    """What is decided on a candidate: accept, reject or defer; why; and the cells that it becomes, if others than proposed."""

    source_id: str
    number: int
    decision: str
    reason: str | None = None
    row: str | None = None


class Desk:
    """Takes decisions in memory, then keeps all of them or none."""

    def __init__(self, package: Package, record: Record) -> None:
        self.package, self.record = package, record
        self._candidates: dict[str, list[Claim]] = {}
        self._before: dict[str, bytes | None] = {}
        self._tables: dict[str, RawTable] = {}

    def candidates(self, source_id: str) -> list[Claim]:
        """Return the candidates of a source as decided so far."""
        if source_id not in self._candidates:
            path = path_of(self.package.raw_folder, source_id)
            self._before[f"{path.parent.name}/{path.name}"] = path.read_bytes() if path.exists() else None
            self._candidates[source_id] = read_candidates(self.package.raw_folder, source_id)
        return self._candidates[source_id]

    def decide(self, taken: Decision) -> Claim:
        """Take a decision and return the candidate as it then is.

        Raises
        ------
        BadArgumentError, UnknownChoiceError
            If it cannot be taken; nothing has changed then.
        """
        candidate = self._candidate(taken)
        _check(taken, candidate)
        if candidate["decision"] == "accepted":
            return candidate
        row = None
        if taken.decision == "accept":
            row = self._accept(candidate, taken)
        changed = {"decision": DECISIONS[taken.decision], "reason": taken.reason, "decided_on": date.today().isoformat(), "row": row}
        if any(candidate[key] != value for key, value in changed.items() if key != "decided_on"):
            candidate.update(changed)
        return candidate

    def keep(self) -> Record:
        """Put what was decided in place and return the record as it is then.

        Raises
        ------
        DataError
            If the record would not build with it; nothing is written then.
        """
        files = {table.name: table.content() for table in self._tables.values()}
        before = self._before | {table.name: table.before for table in self._tables.values()}
        record = Record(self.package, try_out(self.package, files)) if files else self.record
        for source_id, candidates in self._candidates.items():
            path = path_of(self.package.raw_folder, source_id)
            files[f"{path.parent.name}/{path.name}"] = candidate_bytes(candidates)
        keep(self.package.raw_folder, files, before)
        return record

    def _candidate(self, taken: Decision) -> Claim:
        candidates = self.candidates(taken.source_id)
        if not candidates:
            self.record.source(taken.source_id)
            raise BadArgumentError(f"{taken.source_id} has no candidates; sco-timeline review add {taken.source_id} CLAIMS --text FILE")
        if not 1 <= taken.number <= len(candidates):
            raise BadArgumentError(f"{taken.source_id} has no candidate {taken.number}; its candidates are 1 to {len(candidates)}")
        return candidates[taken.number - 1]

    def _accept(self, candidate: Claim, taken: Decision) -> str:
        source = self.record.source(candidate["doc"])
        if source["text_sha256"] != candidate["text_sha256"]:
            raise BadArgumentError(f"text_sha256 of {source['source_id']} in sources.csv is not that of its candidates; extract anew")
        placement = placed_at(candidate, taken.row, self.record) if taken.row else place(candidate, self.record)
        (found,) = beside(self.record, [(candidate, placement)])
        if not found.verdicts:
            raise BadArgumentError(f"candidate {taken.number} of {taken.source_id} has no place: {placement.remark}; or give --row")
        rulings = [ruling for verdict in found.verdicts if (ruling := self._ruling(verdict, taken))]
        self._write(found, rulings)
        return ";".join(str(verdict.said.cell) for verdict in found.verdicts)

    def _write(self, found: Beside, rulings: Iterable[Row]) -> None:
        """Write an accepted claim into the record and its files."""
        if found.placement.event:
            self._add("events", found.placement.event)
        for ruling in rulings:
            self._add("rulings", ruling)
        for verdict in found.verdicts:
            if verdict.word == NEW and not found.placement.event:
                self._fill(verdict)
            if verdict.word != DUPLICATE:
                self._add("claims", verdict.said.row(found.claim))

    def _add(self, name: str, row: Row) -> None:
        raw, key = self._raw(name), self.package.tables[name].key
        if name == "rulings" and row[key] in self.record.by_key(name):
            for column in ("expected", "reason"):
                raw.put(row[key], column, row[column])
        else:
            raw.add(row)
        self.record = self.record.having(name, row)

    def _fill(self, verdict: Verdict) -> None:
        """Write the value of a claim into the empty cell that it is of."""
        table, row_id, field = verdict.said.cell
        if field is None or verdict.said.value is None:
            return
        self._raw(table).put(row_id, field, verdict.said.value)
        self.record = self.record.having(table, {**self.record.by_key(table)[row_id], field: verdict.said.value})

    def _raw(self, name: str) -> RawTable:
        if name not in self._tables:
            self._tables[name] = RawTable(self.package, self.package.tables[name])
        return self._tables[name]

    def _ruling(self, verdict: Verdict, taken: Decision) -> Row | None:
        """Return the ruling that a contradiction needs: a new one, or that of its cell with what the source says added."""
        if verdict.word != CONTRADICTS or verdict.ruled:
            return None
        said, cell = verdict.said, verdict.said.cell
        if not taken.reason:
            remedy = "give --reason, which becomes its ruling, or correct the record first"
            raise BadArgumentError(f"{said.words} contradicts {verdict.present} in {cell}; {remedy}")
        known = self.record.rulings.get(cell)
        if known:
            expected = sorted({*json.loads(known["expected"]), said.words})
            return known | {"expected": json.dumps(expected, ensure_ascii=False), "reason": f"{known['reason']} {taken.reason}"}
        return _new_ruling(cell, verdict, taken.reason, self.record)


def _new_ruling(cell: Cell, verdict: Verdict, reason: str, record: Record) -> Row:
    key = ".".join(filter(None, (cell.row_id, cell.field)))
    if key in record.by_key("rulings"):
        key = str(cell)
    place = {"table_name": cell.table, "row_id": cell.row_id, "field": cell.field}
    expected = json.dumps([verdict.said.words], ensure_ascii=False)
    return {"ruling_id": key, **place, "chosen": verdict.present, "expected": expected, "reason": reason}


def _check(taken: Decision, candidate: Claim) -> None:
    """Refuse a decision that is none, that lacks its reason, or that would take an accepted claim back."""
    if taken.decision not in DECISIONS:
        raise UnknownChoiceError("decision", taken.decision, tuple(DECISIONS))
    if taken.decision == "reject" and not taken.reason:
        raise BadArgumentError(f"candidate {taken.number} of {taken.source_id} is rejected without a reason; give --reason")
    if taken.row and taken.decision != "accept":
        raise BadArgumentError(f"--row is for what is accepted, not for what is {DECISIONS[taken.decision]}")
    again = taken.decision == "accept" and taken.row in (None, candidate["row"])
    if candidate["decision"] == "accepted" and not again:
        where = f"it became {candidate['row']}; take its rows out of data/raw/claims.csv and the decision out of its line first"
        raise BadArgumentError(f"candidate {taken.number} of {taken.source_id} is accepted already: {where}")

"""Disputes and their rulings: none without the other, and no cell without a source."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sco_timeline.curating import Curated
from sco_timeline.errors import Problem
from sco_timeline.model import Spell
from sco_timeline.storing import Row, format_cell
from sco_timeline.weighing.evidence import Support, support_of_cells
from sco_timeline.weighing.readings import compare_readings
from sco_timeline.weighing.stances import CONTRADICTS, take_stances

Cell = tuple[str, str, str | None]
# How a second reading may end; one that says more or less of a date may have changed the cell.
_ENDS = {"different": ("kept", "changed"), "compatible": (None, "changed"), "same": (None,), "not_found": (None,)}


@dataclass(frozen=True)
class Weighed:
    """The rows of `conflicts`, and the support of every cell that takes evidence."""

    conflicts: Sequence[Row]
    support: Sequence[Support]
    problems: Sequence[Problem]


def weigh(curated: Curated, derived: Mapping[str, Sequence[Row]], spells: Sequence[Spell]) -> Weighed:
    """Weigh every claim, and match disputes with rulings.

    Parameters
    ----------
    curated : Curated
        Gets the stance of each claim filled in.
    derived : mapping of str to rows
        Derived tables that claims may point at.
    spells : sequence of Spell

    Returns
    -------
    Weighed
        Its problems: claims on missing derived rows, contradictions without a ruling, rulings that nothing disputes,
        that know other values than sources give by now or that choose another value than stands, cells without
        a source that need one.
    """
    problems = take_stances(curated, derived, spells)
    by_cell: dict[Cell, list[Row]] = defaultdict(list)
    for claim in curated.rows["claims"]:
        by_cell[claim["table_name"], claim["row_id"], claim["field"]].append(claim)
    disputed = {cell: claims for cell, claims in by_cell.items() if any(claim["stance"] == CONTRADICTS for claim in claims)}
    rulings = {(row["table_name"], row["row_id"], row["field"]): row for row in curated.rows["rulings"]}
    problems += _unruled(curated, disputed, rulings)
    problems += _unfit_rulings(curated, derived, spells, disputed, rulings)
    compare_readings(curated)
    support = list(support_of_cells(curated.package, curated.rows))
    problems += [*_unsupported(curated, support), *_unended(curated), *_stale(curated)]
    return Weighed(_conflicts(disputed, rulings), support, problems)


def _unruled(curated: Curated, disputed: Mapping[Cell, Sequence[Row]], rulings: Mapping[Cell, Row]) -> Iterator[Problem]:
    for cell, claims in disputed.items():
        if cell not in rulings:
            for claim in claims:
                if claim["stance"] == CONTRADICTS:
                    table, row_id, field = cell
                    message = f"{_said(claim)} contradicts {field or 'the row'} of {row_id} in {table}"
                    yield curated.problem("claims", claim["claim_id"], "value", message, "correct one of the two, or add a ruling")


def _said(claim: Row) -> str:
    return ("not " if claim["polarity"] == "negated" else "") + (claim["value"] or "happened")


def _unfit_rulings(
    curated: Curated,
    derived: Mapping[str, Sequence[Row]],
    spells: Sequence[Spell],
    disputed: Mapping[Cell, Sequence[Row]],
    rulings: Mapping[Cell, Row],
) -> Iterator[Problem]:
    for cell, ruling in rulings.items():
        said = sorted({_said(claim) for claim in disputed.get(cell, ()) if claim["stance"] == CONTRADICTS})
        if not said:
            yield curated.problem("rulings", ruling["ruling_id"], "", "no source disputes this cell", "delete the ruling")
        elif said != json.loads(ruling["expected"]):
            remedy = f"weigh anew and write {json.dumps(said, ensure_ascii=False)}"
            yield curated.problem("rulings", ruling["ruling_id"], "expected", "sources by now say something else", remedy)
        values = _standing(curated, derived, spells, cell)
        if ruling["chosen"] not in values:
            remedy = f"write {' or '.join(sorted(values)) or 'nothing: the cell is empty'}"
            yield curated.problem("rulings", ruling["ruling_id"], "chosen", f"{ruling['chosen']!r} is not what stands", remedy)


def _standing(curated: Curated, derived: Mapping[str, Sequence[Row]], spells: Sequence[Spell], cell: Cell) -> set[str]:
    """Return what a ruling on the cell can choose: its value, or for a status each that the party ever had."""
    table, row_id, field = cell
    if table == "memberships":
        return {"none"} | {spell.status for spell in spells if spell.party_id == row_id and spell.basis == "effective"}
    if field is None:
        return {row_id}
    key = curated.package.tables[table].key
    rows = derived[table] if table in derived else curated.rows[table]
    return {format_cell(row[field]) for row in rows if row[key] == row_id and row[field] is not None}


def _unsupported(curated: Curated, support: Sequence[Support]) -> Iterator[Problem]:
    for cell in support:
        if cell.required and not cell.publishers:
            remedy = "add a claim to claims.csv that gives this value"
            yield curated.problem(cell.table, cell.row_id, cell.field, "no source gives this value", remedy)


def _unended(curated: Curated) -> Iterator[Problem]:
    """Return a problem for each second reading that differs from the first without a word on how that ended, or the reverse."""
    for row in curated.rows["readings"]:
        message = f"{row['second_value'] or 'nothing'} against {row['first_value']} is {row['agreement']}"
        if row["agreement"] == "different" and row["ended"] is None:
            remedy = "say whether the first value was kept or the cell changed"
            yield curated.problem("readings", row["reading_id"], "ended", message, remedy)
        elif row["ended"] not in _ENDS[row["agreement"]]:
            yield curated.problem("readings", row["reading_id"], "ended", message, "leave empty what did not differ")


def _stale(curated: Curated) -> Iterator[Problem]:
    """Return a problem for each second reading whose first value no longer stands though none says so, or the reverse."""
    for row in curated.rows["readings"]:
        stands = curated.by_key(row["table_name"])[row["row_id"]][row["field"]]
        if (format_cell(stands) == row["first_value"]) == (row["ended"] == "changed"):
            message = f"{row['first_value']} stood there, {format_cell(stands) or 'nothing'} stands there"
            remedy = "changed, if the reading changed the cell; else read it again or delete the reading"
            yield curated.problem("readings", row["reading_id"], "ended", message, remedy)


def _conflicts(disputed: Mapping[Cell, Sequence[Row]], rulings: Mapping[Cell, Row]) -> list[Row]:
    rows = [_conflict(claim, rulings[cell]) for cell, claims in disputed.items() if cell in rulings for claim in claims]
    return sorted(rows, key=lambda row: (row["table_name"], row["row_id"], row["field"] or "", row["stance"] or "", row["conflict_id"]))


def _conflict(claim: Row, ruling: Row) -> Row:
    same = ("table_name", "row_id", "field", "value", "polarity", "stance", "source_id", "claim_id")
    head = {"conflict_id": f"{ruling['ruling_id']}.{claim['claim_id']}", "chosen": ruling["chosen"], "ruling_id": ruling["ruling_id"]}
    return head | {name: claim[name] for name in same}

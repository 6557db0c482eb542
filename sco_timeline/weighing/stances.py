"""How each claim stands to the value chosen: it supports, contradicts, or says less or more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sco_timeline.curating import Curated, nearest
from sco_timeline.deriving import FIRST_DAY
from sco_timeline.descriptor import Field
from sco_timeline.errors import Problem
from sco_timeline.model import EdtfDate, Spell, fold, fold_text, parse_edtf
from sco_timeline.storing import Row, format_cell

SUPPORTS, CONTRADICTS, COARSER = "supports", "contradicts", "coarser"


def take_stances(curated: Curated, derived: Mapping[str, Sequence[Row]], spells: Sequence[Spell]) -> list[Problem]:
    """Fill in the stance of every claim.

    Parameters
    ----------
    curated : Curated
        Its `claims` rows get their ``stance``.
    derived : mapping of str to rows
        Derived tables that claims may point at, by name.
    spells : sequence of Spell
        What claims of a status held are compared with, on basis ``effective``.

    Returns
    -------
    list of Problem
        Claims that point at a derived row that does not exist.
    """
    judge = _Judge(curated, derived, spells)
    problems = []
    for claim in curated.rows["claims"]:
        if judge.misses(claim):
            message = f"no row of {claim['table_name']} is {claim['row_id']!r}"
            remedy = nearest(claim["row_id"], judge.derived[claim["table_name"]], "point at a row that the build derives")
            problems.append(curated.problem("claims", claim["claim_id"], "row_id", message, remedy))
        else:
            claim["stance"] = judge.stance(claim)
    return problems


class Values:
    """Compares what two readers of sources say of one cell."""

    def __init__(self, curated: Curated) -> None:
        self.targets: dict[tuple[str, str], set[str]] = {}
        for name in curated.rows["names"]:
            self.targets.setdefault((name["kind"], fold(name["name"])), set()).add(name["target_id"])

    def compare(self, field: Field, claimed: str, chosen: str, denied: bool = False) -> str:
        """Return the stance of a claimed value, or of its denial, towards the one chosen."""
        if field.is_edtf or field.type == "date":
            return _compare_dates(parse_edtf(claimed), parse_edtf(chosen), denied)
        return SUPPORTS if self._same(field, claimed, chosen) != denied else CONTRADICTS

    def _same(self, field: Field, claimed: str, chosen: str) -> bool:
        if claimed == chosen or (field.type == "string" and fold_text(claimed) == fold_text(chosen)):
            return True
        meant = self.targets.get((field.names or "", fold(claimed)), set())
        return bool(meant & self.targets.get((field.names or "", fold(chosen)), set()))


class _Judge:
    def __init__(self, curated: Curated, derived: Mapping[str, Sequence[Row]], spells: Sequence[Spell]) -> None:
        self.curated = curated
        self.tables = curated.package.tables
        self.derived = {name: {row[self.tables[name].key]: row for row in rows} for name, rows in derived.items()}
        self.spells = [spell for spell in spells if spell.basis == "effective"]
        self.organizations = {row["status"]: row["organization"] for row in curated.rows.get("statuses", ())}
        self.values = Values(curated)

    def row(self, claim: Row) -> Row | None:
        table = claim["table_name"]
        rows = self.derived[table] if table in self.derived else self.curated.by_key(table)
        return rows.get(claim["row_id"])

    def misses(self, claim: Row) -> bool:
        return claim["table_name"] != "memberships" and self.row(claim) is None

    def stance(self, claim: Row) -> str | None:
        if claim["table_name"] == "memberships":
            return None if claim["polarity"] == "expected" else self._status_stance(claim)
        row = self.row(claim)
        assert row is not None
        if claim["polarity"] == "expected" and (row.get("held", True) or (claim["field"] and row[claim["field"]] is None)):
            return None
        denied = claim["polarity"] == "negated"
        if claim["field"] is None:
            return CONTRADICTS if denied else SUPPORTS
        field = self.tables[claim["table_name"]].by_name[claim["field"]]
        if row[field.name] is None:
            return SUPPORTS if denied else CONTRADICTS
        return self.values.compare(field, claim["value"], format_cell(row[field.name]), denied)

    def _status_stance(self, claim: Row) -> str:
        """Compare a status said to be held with the spells, in the days that the claim or its source speaks of."""
        when = claim["as_of"] or self.curated.by_key("sources")[claim["source_id"]]["published"]
        organization = self.organizations.get(claim["value"], "sco")
        spells = [spell for spell in self.spells if spell.organization == organization]
        held = _held_throughout(spells, claim["row_id"], claim["value"], when and parse_edtf(when), self.curated.package.as_of)
        if claim["polarity"] == "negated":
            held = {SUPPORTS: CONTRADICTS, CONTRADICTS: SUPPORTS}.get(held, held)
        return held


def _compare_dates(claimed: EdtfDate, chosen: EdtfDate, denied: bool) -> str:
    """Compare two dates; to deny some of the days that the chosen one can mean still allows the others."""
    if not denied:
        return claimed.compare(chosen)
    return {SUPPORTS: CONTRADICTS, "finer": CONTRADICTS, CONTRADICTS: SUPPORTS}.get(chosen.compare(claimed), COARSER)


def _held_throughout(spells: Sequence[Spell], party: str, status: str, when: EdtfDate | None, as_of: date) -> str:
    """Say whether a status was held on all (supports), some (coarser) or none (contradicts) of the days meant."""
    first = when.earliest if when and when.earliest else FIRST_DAY
    last = min(when.latest, as_of) if when and when.latest else as_of
    own = [spell for spell in spells if spell.party_id == party]
    changes = {bound for spell in own for bound in _bounds(spell) if first <= bound <= last}
    answers = [_on(own, status, day) for day in sorted({first, last, *changes})]
    if all(answer is True for answer in answers):
        return SUPPORTS
    return CONTRADICTS if all(answer is False for answer in answers) else COARSER


def _bounds(spell: Spell) -> list[date]:
    ends = (spell.period.start, spell.period.end)
    return [day for end in ends if end for day in (end.earliest, end.latest) if day]


def _on(own: Sequence[Spell], status: str, day: date) -> bool | None:
    """Say whether `status` was held on `day`; the word ``none`` means no status at all."""
    holding: list[Any] = [spell.period.holds(day) for spell in own if status in ("none", spell.status)]
    held = True if True in holding else None if None in holding else False
    if status == "none":
        return None if held is None else not held
    return held

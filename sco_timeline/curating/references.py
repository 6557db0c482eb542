"""Keys are unique, references lead to rows, claims and rulings to cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from sco_timeline.descriptor import Field, Table
from sco_timeline.errors import Problem
from sco_timeline.storing import CellError, Row, format_cell, parse_cell

if TYPE_CHECKING:
    from sco_timeline.curating.reading import Curated


def key_problems(table: Table, rows: Sequence[Row], lines: Sequence[int], shown_as: str) -> list[Problem]:
    """Return a problem for each row whose key, unique field or unique combination stands twice."""
    single = [(field.name,) for field in table.fields if field.unique and (field.name == table.key or not field.derived)]
    problems = []
    for names in (*single, *table.unique_keys):
        seen: dict[tuple[Any, ...], int] = {}
        for row, line in zip(rows, lines, strict=True):
            values = tuple(row[name] for name in names)
            if values == (None,):
                continue
            first = seen.setdefault(values, line)
            if first != line:
                problems.append(_repeated(table, names, values, Problem(shown_as, line, "", f"repeats line {first}", "give each row once")))
    return problems


def _repeated(table: Table, names: Sequence[str], values: Sequence[Any], repeated: Problem) -> Problem:
    """Name the columns and the values that stand twice, unless they are a derived key, which no raw file shows."""
    if any(table.by_name[name].derived for name in names):
        return repeated
    shown = ", ".join(map(format_cell, values))
    return repeated._replace(column=", ".join(names), message=f"{shown!r} {repeated.message}")


def reference_problems(curated: Curated) -> list[Problem]:
    """Return a problem for each reference that leads nowhere, in foreign keys, names, claims, rulings and readings."""
    return [
        *_foreign_key_problems(curated),
        *_name_target_problems(curated),
        *_cell_problems(curated, "claims", "value"),
        *_cell_problems(curated, "rulings", "chosen"),
        *_cell_problems(curated, "readings", "first_value"),
        *_cell_problems(curated, "readings", "second_value"),
    ]


def nearest(name: str, known: Iterable[str], otherwise: str = "add its row first") -> str:
    """Return a remedy that names the nearest of the known, or else says `otherwise`."""
    near = get_close_matches(name, list(known), 1)
    return f"did you mean {near[0]!r}?" if near else otherwise


def _foreign_key_problems(curated: Curated) -> Iterable[Problem]:
    for name, rows in curated.rows.items():
        table = curated.package.tables[name]
        for foreign in table.foreign_keys:
            for row in rows:
                value = row[foreign.field]
                if value is not None and curated.lacks(foreign.table, value):
                    yield _dangling(curated, name, row[table.key], foreign.field, foreign.table, value)


def _dangling(curated: Curated, table: str, key: str, column: str, target: str, value: str) -> Problem:
    """Return the problem of a cell that names a row of `target` that there is not."""
    return curated.problem(table, key, column, f"no row of {target} is {value!r}", nearest(value, curated.by_key(target)))


def _name_target_problems(curated: Curated) -> Iterable[Problem]:
    tables = {"party": "parties", "person": "people", "place": "places"}
    for row in curated.rows["names"]:
        table = tables.get(row["kind"])
        if table and curated.lacks(table, row["target_id"]):
            yield _dangling(curated, "names", row["name_id"], "target_id", table, row["target_id"])


def _cell_problems(curated: Curated, of: str, value_column: str) -> Iterable[Problem]:
    """Check that each row of `of` points at a cell that exists and gives a value that the cell could hold."""
    key = curated.package.tables[of].key
    for row in curated.rows[of]:

        def wrong(column: str, message: str, remedy: str, row_key: str = row[key]) -> Problem:
            return curated.problem(of, row_key, column, message, remedy)

        target = curated.package.tables[row["table_name"]]
        named = "parties" if target.name == "memberships" else target.name
        if named in curated.rows and curated.lacks(named, row["row_id"]):
            yield _dangling(curated, of, row[key], "row_id", named, row["row_id"])
        yield from _value_problems(target, row, value_column, wrong)


def _value_problems(target: Table, row: Mapping[str, Any], column: str, wrong: Callable[..., Problem]) -> Iterable[Problem]:
    name, value = row["field"], row[column]
    if target.name == "memberships" and name != "status":
        yield wrong("field", "memberships is claimed by status alone", "write status")
    elif name is None:
        if column == "value" and value is not None:
            yield wrong(column, "a value without a field", "name the column, or leave both empty for the row itself")
    elif name not in (cells := _cells(target)):
        yield wrong("field", f"{target.name} has no cell {name!r} to claim", nearest(name, cells, f"one of {', '.join(cells)}"))
    elif value is None:
        if column != "second_value":  # a second reader may find nothing
            yield wrong(column, "is empty", f"give the {name} that the source gives")
    elif not (target.name == "memberships" and value == "none"):
        try:
            parse_cell(_as_claimed(target.by_name[name]), value)
        except CellError as error:
            yield wrong(column, error.message, error.remedy)


def _cells(target: Table) -> list[str]:
    """Return the columns of which a claim can speak: not the key, nor what the build adds to written rows."""
    return [field.name for field in target.fields if field.name != target.key and (target.derived or not field.derived)]


def _as_claimed(field: Field) -> Field:
    """Return the field as claims may give it: a day at the precision of their source."""
    return replace(field, type="string", is_edtf=True) if field.type == "date" else field

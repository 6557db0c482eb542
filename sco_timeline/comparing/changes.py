"""What differs between two packages: tables, columns, rows and cells, one row a difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sco_timeline.comparing.opening import Opened, TextRow
from sco_timeline.descriptor import Field, Table

if TYPE_CHECKING:
    import pandas as pd


class Change(NamedTuple):
    """One difference: where, of which kind (a key of `steps.STEPS`), what stood and what stands."""

    table: str
    row_id: str
    column: str
    change: str
    old: str
    new: str


def compare(old: Opened, new: Opened) -> list[Change]:
    """Return every difference from `old` to `new`.

    Parameters
    ----------
    old, new : Opened

    Returns
    -------
    list of Change
        First those of the package as a whole, then by table as the new package orders them (tables that are gone come
        last): the schema, then rows by key and cells by column. An added or removed row is one difference, not one a cell.
    """
    before, after = old.package.tables, new.package.tables
    found = list(_package_changes(old, new))
    for name in chain(after, (name for name in before if name not in after)):
        if name not in before:
            found.append(Change(name, "", "", "table added", "", after[name].title))
        elif name not in after:
            found.append(Change(name, "", "", "table removed", before[name].title, ""))
        else:
            found += _schema_changes(before[name], after[name])
        found += _row_changes(name, old.rows.get(name, {}), new.rows.get(name, {}))
    return found


def _package_changes(old: Opened, new: Opened) -> Iterator[Change]:
    """Return what changed of the package as a whole, on no table."""
    kinds = {
        "as_of": "record extended",
        "licenses": "licence changed",
        "title": "description changed",
        "description": "description changed",
    }
    for name, kind in kinds.items():
        stood, stands = (str(opened.package.raw.get(name, "")) for opened in (old, new))
        if stood != stands:
            yield Change("", "", name, kind, stood, stands)


def _schema_changes(old: Table, new: Table) -> Iterator[Change]:
    for name in (name for name in new.by_name if name not in old.by_name):
        yield Change(new.name, "", name, "column added", "", new.by_name[name].type)
    for name in (name for name in old.by_name if name not in new.by_name):
        yield Change(new.name, "", name, "column removed", old.by_name[name].type, "")
    if old.key != new.key:
        yield Change(new.name, "", new.key, "column changed", f"key {old.key}", f"key {new.key}")
    for name, field in new.by_name.items():
        if name in old.by_name:
            yield from _field_changes(new.name, old.by_name[name], field)
    stood, stands = _keys(old), _keys(new)
    for column, demand in sorted(stood ^ stands):
        texts = (demand if (column, demand) in keys else "" for keys in (stood, stands))
        yield Change(new.name, "", column, "column changed", *texts)
    yield from _texts_changed(new.name, "", old, new)


def _keys(table: Table) -> set[tuple[str, str]]:
    """Return what a table's keys demand beyond its columns: the first column concerned, and the demand in words."""
    foreign = {(key.field, f"key of {key.table}") for key in table.foreign_keys}
    return foreign | {(key[0], f"unique with {', '.join(key[1:])}") for key in table.unique_keys}


def _texts_changed(table: str, column: str, old: Table | Field, new: Table | Field) -> Iterator[Change]:
    for stood, stands in ((old.title, new.title), (old.description, new.description)):
        if stood != stands:
            yield Change(table, "", column, "description changed", stood, stands)


def _field_changes(table: str, old: Field, new: Field) -> Iterator[Change]:
    for value in (value for value in new.enum if value not in old.enum):
        yield Change(table, "", new.name, "value allowed", "", str(value))
    for value in (value for value in old.enum if value not in new.enum):
        yield Change(table, "", new.name, "value no longer allowed", str(value), "")
    common = [[value for value in one.categories if value in other.categories] for one, other in ((old, new), (new, old))]
    if common[0] != common[1]:
        yield Change(table, "", new.name, "column changed", f"order {', '.join(common[0])}", f"order {', '.join(common[1])}")
    if old.evidence != new.evidence:
        yield Change(table, "", new.name, "description changed", f"evidence {old.evidence}", f"evidence {new.evidence}")
    for word in ("type", "is_edtf", "required", "unique", "pattern", "minimum", "maximum"):
        stood, stands = getattr(old, word), getattr(new, word)
        if stood != stands:
            yield Change(table, "", new.name, "column changed", f"{word} {stood}", f"{word} {stands}")
    yield from _texts_changed(table, new.name, old, new)


def _row_changes(table: str, old: Mapping[str, TextRow], new: Mapping[str, TextRow]) -> Iterator[Change]:
    for key in sorted(old.keys() | new.keys()):
        if key not in old:
            yield Change(table, key, "", "row added", "", "")
        elif key not in new:
            yield Change(table, key, "", "row removed", "", "")
        else:
            yield from _cell_changes(table, key, old[key], new[key])


def _cell_changes(table: str, key: str, old: TextRow, new: TextRow) -> Iterator[Change]:
    for column in (column for column in new if column in old and old[column] != new[column]):
        kind = "cell changed" if old[column] and new[column] else "cell filled" if new[column] else "cell emptied"
        yield Change(table, key, column, kind, old[column], new[column])


def frame_of(changes: Sequence[Change]) -> pd.DataFrame:
    """Return differences as a frame with the columns of `Change`, all text."""
    import pandas as pd

    return pd.DataFrame(changes, columns=list(Change._fields)).astype("str")

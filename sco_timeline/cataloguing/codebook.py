"""The codebook: every table, column and value, and how each status compares with other codings."""

from __future__ import annotations

from collections.abc import Iterator

from sco_timeline.descriptor import Field, Table, read_package
from sco_timeline.loading import load
from sco_timeline.storing import markdown_table

_COW = {0: "0 none", 1: "1 full member", 2: "2 associate member", 3: "3 observer"}
_EVIDENCE = {"required": "a source is required", "optional": "counted in coverage"}
_COW_DIFFERENCES = """Known differences to version 3.0 of those data: they end in 2014; they know states and years, no days, so a year of
change needs a rule (`panel(coding="cow")` takes the closest status held on any day); they have no value for dialogue partners
and partners, who are coded 0 like states without any tie; a decision, a memorandum and an admission are one. The Shanghai Five
is an organization of its own here. [Comparison](comparison.md) shows it party by party, [coding rules](coding-rules.md) give
the form.
"""
_TITLE = """# Codebook

Made from `datapackage.json` by `sco-timeline describe --format markdown`. Version {version}, record checked to {as_of}.
The rules behind the columns stand in [coding rules](coding-rules.md), how well each is sourced in [coverage](coverage.md).
Dates marked EDTF are strings of ISO 8601-2 at the precision of their sources; *derived* columns are computed by the build.
"""


def codebook() -> str:
    """Return the codebook as Markdown: statuses first, with their value in the Correlates of War coding, then table after table.

    Examples
    --------
    >>> from sco_timeline.cataloguing import codebook
    >>> codebook().startswith("# Codebook")
    True
    """
    package = read_package()
    parts = [_TITLE.format(version=package.version, as_of=package.as_of), *_statuses()]
    for table in package.tables.values():
        parts += _table(table)
    return "\n".join(parts).rstrip() + "\n"


def _statuses() -> Iterator[str]:
    yield "## Statuses, and their value in the Correlates of War coding\n"
    statuses = load("statuses")
    statuses["effective_stage"] = statuses["effective_stage"].fillna("makes no spells")
    statuses["cow_value"] = statuses["cow_value"].map(_COW)
    shown = statuses[["status", "organization", "effective_stage", "cow_value", "definition"]]
    shown = shown.assign(status="`" + shown["status"] + "`", organization="`" + shown["organization"] + "`")
    header = ("status", "organization", "stage that starts it", "COW IGO", "definition")
    yield markdown_table(header, shown.itertuples(index=False, name=None))
    yield _COW_DIFFERENCES


def _table(table: Table) -> Iterator[str]:
    kind = " Derived." if table.derived else ""
    yield f"## {table.title}: `{table.name}`\n\n{table.description}{kind} Key: `{table.key}`.\n"
    references = {key.field: f"`{key.table}.{key.key}`" for key in table.foreign_keys}
    rows = (
        (f"`{field.name}`", _type(field), _description(field), _values(field, references.get(field.name, ""))) for field in table.fields
    )
    yield markdown_table(("column", "type", "description", "values"), rows)


def _type(field: Field) -> str:
    return ("EDTF" if field.is_edtf else field.type) + (", required" if field.required else "")


def _description(field: Field) -> str:
    notes = [*(["*derived*"] if field.derived else []), *([_EVIDENCE[field.evidence]] if field.evidence in _EVIDENCE else [])]
    return field.description + (f" ({'; '.join(notes)})" if notes else "")


def _values(field: Field, reference: str) -> str:
    if field.enum:
        return ", ".join(f"`{value}`" for value in field.enum)
    limits = [f"{word} {value}" for word, value in (("from", field.minimum), ("to", field.maximum)) if value is not None]
    return reference or " ".join(limits) or (f"`{field.pattern}`" if field.pattern else "")

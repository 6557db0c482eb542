"""Differences between two packages for people: on a terminal, and as a section of a change log."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from sco_timeline.comparing.changes import Change
from sco_timeline.comparing.opening import Opened
from sco_timeline.comparing.steps import NONE, lowest_version, step_asked, version_of
from sco_timeline.storing import markdown_table

_COUNTED = ("row added", "row removed", "cell filled", "cell emptied", "cell changed")
_ONLY_COUNTED = ("claims", "sources", "names", "rulings", "readings")  # never listed one by one
_MOST_KEYS = 100  # of added rows on one line
_TITLE = "# Changes of the data\n\nMade by `sco-timeline diff`, newest version first.\n"


def as_text(old: Opened, new: Opened, changes: Sequence[Change]) -> str:
    """Return the differences for a terminal: counts by table, changes of the schema, what stood in written cells and stands now."""
    width = max([len("table"), *(len(change.table) for change in changes)])
    lines = [f"{_name(old)} -> {_name(new)}", ""]
    lines += [f"{table:<{width}}  {counts}" for table, counts in _counts(changes)] or ["nothing differs"]
    lines += ["", *listed] if (listed := list(_listed(new, changes))) else []
    return "\n".join([*lines, "", _verdict(old, new, changes)]) + "\n"


def as_markdown(old: Opened, new: Opened, changes: Sequence[Change]) -> str:
    """Return the differences as a section of a change log, headed by the new version."""
    counts = [(f"`{table}`", counts) for table, counts in _counts(changes)]
    table = [markdown_table(("table", "changes"), counts) if counts else "Nothing differs.\n"]
    listed = [f"- {line}" for line in _listed(new, changes)]
    head = f"## {new.package.version}, checked to {new.package.as_of}\n\nAgainst {_name(old)}. {_verdict(old, new, changes)}\n"
    return "\n".join([head, *table, *listed]).rstrip() + "\n"


def record(path: Path, new: Opened, section: str) -> None:
    """Put a section on top of a change log, in place of one of the same version; the file is written beside and renamed."""
    text = path.read_text(encoding="utf-8") if path.exists() else _TITLE
    title, *earlier = re.split(r"(?m)^(?=## )", text)
    kept = [other for other in earlier if not other.startswith(f"## {new.package.version},")]
    beside = path.with_name(path.name + ".new")
    beside.write_text("\n".join(part.rstrip() + "\n" for part in (title, section, *kept)), encoding="utf-8")
    os.replace(beside, path)


def _name(opened: Opened) -> str:
    return f"{opened.package.version} (checked to {opened.package.as_of})"


def _counts(changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """Return for each table that differs how many rows and cells do, in words."""
    for table in dict.fromkeys(change.table for change in changes):
        kinds = Counter(change.change for change in changes if change.table == table)
        counted = [f"{kinds[kind]} {_plural(kind, kinds[kind])}" for kind in _COUNTED if kinds[kind]]
        schema = [kind for kind in kinds if kind not in _COUNTED]
        yield table or "(package)", ", ".join(schema + counted)


def _plural(kind: str, number: int) -> str:
    noun, _, verb = kind.partition(" ")
    return f"{noun}{'s' if number > 1 else ''} {verb}"


def _listed(new: Opened, changes: Sequence[Change]) -> Iterator[str]:
    """Return a line for each change of the schema, for each written row removed or cell changed that states a fact, and for rows added."""
    yield from _added(new, changes)
    for change in changes:
        table = new.package.tables.get(change.table)
        if not change.row_id:
            yield f"{change.table or '(package)'}{_dotted(change.column)}: {change.change}{_values(change) if change.column else ''}"
        elif table and not table.derived and change.table not in _ONLY_COUNTED:
            if change.change == "row removed":
                yield f"{change.table} {change.row_id}: removed"
            elif change.change.startswith("cell") and not table.by_name[change.column].derived:
                yield f"{change.table} {change.row_id}{_dotted(change.column)}:{_values(change)}"


def _added(new: Opened, changes: Sequence[Change]) -> Iterator[str]:
    """Return a line with the keys of the rows added to each written table that states facts, if they are not too many."""
    for name, table in new.package.tables.items():
        keys = [change.row_id for change in changes if change.table == name and change.change == "row added"]
        if 0 < len(keys) <= _MOST_KEYS and not table.derived and name not in _ONLY_COUNTED:
            yield f"{name}: added {', '.join(keys)}"


def _dotted(column: str) -> str:
    return f".{column}" if column else ""


def _values(change: Change) -> str:
    if change.change == "description changed":
        return ""
    old, new = (" ".join(value.split()) or "(empty)" for value in (change.old, change.new))
    return f" {old} -> {new}"


def _verdict(old: Opened, new: Opened, changes: Sequence[Change]) -> str:
    step = step_asked(old, new, changes)
    lowest = ".".join(map(str, lowest_version(version_of(old), step)))
    return "This asks for no new version." if step == NONE else f"This asks for a {step} step: {lowest} or later."

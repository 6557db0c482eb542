"""Which version step a change asks for: semantic versioning for data, as one table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sco_timeline.comparing.changes import Change
from sco_timeline.comparing.opening import Opened
from sco_timeline.errors import BadArgumentError

NONE, PATCH, MINOR, MAJOR = "no", "patch", "minor", "major"
_ORDER = (NONE, PATCH, MINOR, MAJOR)

# What breaks the work of a reader is major, what adds to it minor, what corrects it patch.
STEPS = {
    "table removed": MAJOR,
    "column removed": MAJOR,
    "column changed": MAJOR,
    "value no longer allowed": MAJOR,
    "table added": MINOR,
    "column added": MINOR,
    "value allowed": MINOR,
    "row added": MINOR,
    "row removed": MINOR,
    "cell filled": MINOR,
    "cell emptied": PATCH,
    "cell changed": PATCH,
    "description changed": PATCH,
    "licence changed": MAJOR,
    "record extended": MINOR,
}
_UNCITED = {"rulings"}  # tables whose keys nobody cites; `conflicts` alone repeats them


def step_asked(old: Opened, new: Opened, changes: Sequence[Change]) -> str:
    """Return the greatest step that any change asks for: ``no``, ``patch``, ``minor`` or ``major``.

    Rows and cells that the build derives follow from others and ask for no more than a patch of their own. A removed row to
    whose key other tables refer is major, for readers refer to it too.
    """
    steps = [NONE, *(_step(old, new, change) for change in changes)]
    return max(steps, key=_ORDER.index)


def _step(old: Opened, new: Opened, change: Change) -> str:
    table = new.package.tables.get(change.table) or old.package.tables.get(change.table)
    if table is None:  # a change of the package as a whole
        return STEPS[change.change]
    derived = table.derived or (change.column in table.by_name and table.by_name[change.column].derived)
    if derived and change.row_id:
        return PATCH
    if change.change == "row removed" and change.table in _referred_to(new):
        return MAJOR
    return STEPS[change.change]


def _referred_to(opened: Opened) -> set[str]:
    """Return tables whose keys people write and other tables bear."""
    tables = opened.package.tables
    borne = {key.table for table in tables.values() for key in table.foreign_keys} - _UNCITED
    return {name for name in borne & tables.keys() if not tables[name].by_name[tables[name].key].derived}


def version_of(opened: Opened) -> tuple[int, int, int]:
    """Return the version of a package as three numbers, or raise `BadArgumentError`."""
    parts = str(opened.package.version).split(".")
    if len(parts) != 3 or not all(re.fullmatch("[0-9]+", part) for part in parts):
        raise BadArgumentError(f"version {opened.package.version!r} of {opened.package.root} is not of the form 1.2.3")
    major, minor, patch = map(int, parts)
    return major, minor, patch


def lowest_version(version: tuple[int, int, int], step: str) -> tuple[int, int, int]:
    """Return the lowest version that makes `step` from `version`; before 1.0.0 a major step raises the second number."""
    major, minor, patch = version
    if step == MAJOR and major:
        return major + 1, 0, 0
    if step in (MAJOR, MINOR):
        return major, minor + 1, 0
    return (major, minor, patch + 1) if step == PATCH else version

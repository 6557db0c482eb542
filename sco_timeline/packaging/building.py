"""From data/raw to data/processed."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sco_timeline.curating import curate
from sco_timeline.deriving import (
    BASES,
    Calendar,
    SpellDays,
    fold_spells,
    membership_counts,
    membership_rows,
    membership_years,
    timeline_rows,
)
from sco_timeline.descriptor import FILE_NAME, Package, Table, read_package
from sco_timeline.errors import BadArgumentError, DataError
from sco_timeline.model import Spell
from sco_timeline.packaging.swapping import recover, swap_in
from sco_timeline.storing import Row, csv_bytes, parquet_bytes
from sco_timeline.weighing import Support, weigh


@dataclass(frozen=True)
class Built:
    """What a build made: every table's rows, and the support of every cell that takes evidence."""

    package: Package
    rows: Mapping[str, Sequence[Row]]
    support: Sequence[Support]


def build(root: Path | None = None) -> Built:
    """Rebuild data/processed and the sizes, hashes and counts in the descriptor.

    Parameters
    ----------
    root : Path, optional
        Folder of the package; by default the repository that this code stands in.

    Returns
    -------
    Built

    Raises
    ------
    DataError
        With every problem found; nothing is written then.
    BadArgumentError
        If the package has no raw data, as an installed one.
    """
    package = read_package(root)
    if not package.raw_folder.is_dir():
        raise BadArgumentError(
            f"{package.root} has no data/raw to build from; install it again, or build a clone: sco-timeline build FOLDER"
        )
    if recover(package.root):
        package = read_package(package.root)
    built = derive(package)
    swap_in(package.root, published_files(built))
    return built


def derive(package: Package) -> Built:
    """Read, check, derive and weigh, without writing anything."""
    curated = curate(package)
    spells, problems = fold_spells(curated)
    if problems:
        raise DataError(problems)
    calendars = _calendars(package, spells)
    states = {row["party_id"] for row in curated.rows["parties"] if row["kind"] != "organization"}
    derived: dict[str, Sequence[Row]] = {
        "memberships": membership_rows(spells),
        "membership_years": membership_years(calendars, curated.by_key("parties")),
        "membership_counts": membership_counts(calendars, states),
        "timeline": timeline_rows(curated),
    }
    weighed = weigh(curated, derived, spells)
    if weighed.problems:
        raise DataError(weighed.problems)
    rows = {**curated.rows, **derived, "conflicts": weighed.conflicts}
    return Built(package, {name: rows[name] for name in package.tables}, weighed.support)


def _calendars(package: Package, spells: Sequence[Spell]) -> dict[tuple[str, str], Calendar]:
    statuses = package.tables["membership_years"].by_name["effective_jan1"].categories
    organizations = sorted({spell.organization for spell in spells})
    return {
        (organization, basis): Calendar.of(map(_days, _of(spells, organization, basis)), statuses, package.as_of)
        for organization in organizations
        for basis in BASES
    }


def _of(spells: Sequence[Spell], organization: str, basis: str) -> list[Spell]:
    return [spell for spell in spells if (spell.organization, spell.basis) == (organization, basis)]


def _days(spell: Spell) -> SpellDays:
    start, end = spell.period.start, spell.period.end
    ends = (end.earliest, end.latest) if end else (None, None)
    return SpellDays(spell.party_id, spell.status, start.earliest, start.latest, *ends)


def published_files(built: Built) -> dict[str, bytes]:
    """Return the content of every file that a build publishes, the descriptor included, by path."""
    files: dict[str, bytes] = {}
    raw = copy.deepcopy(dict(built.package.raw))
    for resource in raw["resources"]:
        table = built.package.tables[resource["name"]]
        files |= _publish(table, built.rows[table.name], resource)
    files[FILE_NAME] = (json.dumps(raw, indent=1, ensure_ascii=False) + "\n").encode("utf-8")
    return files


def _publish(table: Table, rows: Sequence[Row], resource: dict[str, Any]) -> dict[str, bytes]:
    """Return both files of a table, and write their sizes, hashes and the count of rows into `resource`."""
    (alternate,) = resource["sco:alternates"]
    contents = {resource["path"]: csv_bytes(table, rows), alternate["path"]: parquet_bytes(table, rows)}
    for entry in (resource, alternate):
        content = contents[entry["path"]]
        entry["bytes"] = len(content)
        entry["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    resource["sco:rows"] = len(rows)
    return contents

"""What tests of the weighing floor share: a small world of checked rows, made by hand, without files."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sco_timeline.curating import Curated
from sco_timeline.descriptor import Package, read_package
from sco_timeline.model import Period, Spell, parse_edtf

REPOSITORY = Path(__file__).resolve().parents[2]
NAMES = [
    ("place", "astana", "Astana"),
    ("place", "astana", "Астана"),
    ("place", "astana", "阿斯塔纳"),
    ("place", "astana", "Nur-Sultan"),
    ("place", "shanghai", "Shanghai"),
    ("place", "shanghai", "Шанхай"),
    ("place", "kuwait-city", "Kuwait City"),
    ("place", "kuwait-city", "Эль-Кувейт"),
    ("party", "KWT", "Kuwait"),
    ("party", "KWT", "Kuwait City"),  # never so written; shows that a place is looked up among places only
]


@pytest.fixture(scope="session")
def package() -> Package:
    """The descriptor, as of a day that tests can count on."""
    return dataclasses.replace(read_package(REPOSITORY), as_of=date(2026, 9, 1))


@pytest.fixture(scope="session")
def world(package: Package) -> Callable[..., Curated]:
    """Make checked rows from tables of partial rows; what is not given is empty."""

    def make(**tables: list[dict[str, Any]]) -> Curated:
        names = [{"name_id": str(number), "kind": k, "target_id": t, "name": n} for number, (k, t, n) in enumerate(NAMES)]
        given = {"names": names, "sources": [source("paper")], "claims": [], "rulings": [], "readings": [], **tables}
        rows = {name: [dict.fromkeys(package.tables[name].by_name) | row for row in found] for name, found in given.items()}
        for number, claim in enumerate(rows["claims"]):
            claim["claim_id"] = claim["claim_id"] or f"claim-{number}"
        lines = {name: {row[package.tables[name].key]: line for line, row in enumerate(found, start=2)} for name, found in rows.items()}
        return Curated(package, rows, lines)

    return make


def source(key: str, publisher: str | None = None, same_text_as: str | None = None, kind: str = "press", published: str | None = None):
    return {
        "source_id": key,
        "publisher": publisher or key.title(),
        "same_text_as": same_text_as,
        "kind": kind,
        "published": published,
    }


def claim(table: str, row: str, field: str | None, value: str | None, polarity: str = "asserted", source: str = "paper", **more):
    values = {"table_name": table, "row_id": row, "field": field, "value": value, "polarity": polarity, "source_id": source}
    return values | more


def spell(party: str, status: str, start: str, end: str | None = None, basis: str = "effective", organization: str = "sco") -> Spell:
    period = Period(parse_edtf(start), parse_edtf(end) if end else None)
    return Spell(organization, party, status, basis, period, "an-event")


@pytest.fixture(scope="session")
def made() -> SimpleNamespace:
    """Makers of sources, claims and spells."""
    return SimpleNamespace(source=source, claim=claim, spell=spell)

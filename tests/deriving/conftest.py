"""What tests of the deriving floor share: checked rows made by hand, without files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from sco_timeline.curating import Curated
from sco_timeline.descriptor import read_package
from sco_timeline.model import parse_edtf

REPOSITORY = Path(__file__).resolve().parents[2]

# Status, whether it is formal, and the stage that puts it into effect.
STATUSES = {
    "sco.member": (True, "effective"),
    "sco.observer": (True, "decision"),
    "sco.dialogue_partner": (True, "memorandum"),
    "sco.partner": (True, "effective"),
    "sco.guest": (False, None),
    "s5.participant": (True, "effective"),
}
ORGANIZATIONS = {"sco": "sco", "s5": "shanghai_five"}


def _status(key: str) -> dict[str, Any]:
    stem, _, status = key.partition(".")
    formal, stage = STATUSES[key]
    return {
        "status_id": key,
        "organization": ORGANIZATIONS[stem],
        "status": status,
        "formal": formal,
        "effective_stage": stage,
        "renewable": False,
    }


def _event(key: str, party: str, status: str, stage: str, when: str, held: bool) -> dict[str, Any]:
    day = parse_edtf(when)
    return {
        "event_id": key,
        "party_id": party,
        "status_id": status,
        "stage": stage,
        "date": when,
        "date_earliest": day.earliest,
        "date_latest": day.latest,
        "held": held,
        "summit_id": None,
        "place": None,
    }


@pytest.fixture(scope="session")
def curated_of() -> Callable[[Iterable[tuple[str, str, str, str]]], Curated]:
    """Make checked rows of events, each a party, status, stage and date; a stage in brackets is a plan."""
    package = read_package(REPOSITORY)

    def make(events: Iterable[tuple[str, str, str, str]]) -> Curated:
        rows = []
        for number, (party, status, stage, when) in enumerate(events, start=1):
            rows.append(_event(f"{party}-{number}", party, status, stage.strip("()"), when, not stage.startswith("(")))
        tables = {"events": rows, "statuses": [_status(key) for key in STATUSES]}
        return Curated(package, tables, {"events": {row["event_id"]: number for number, row in enumerate(rows, start=2)}})

    return make

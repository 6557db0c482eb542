"""A review that is killed at any moment leaves the record as it was before a decision or as it is after it."""

from __future__ import annotations

import os
from importlib import import_module

import pytest

from .conftest import LATER, NEW, SOURCE


class Killed(BaseException):
    """What no code catches."""


def decide(reviewed):
    return reviewed("decide", SOURCE, 2, "accept")


@pytest.fixture
def outcomes(reviewed) -> tuple[dict, dict]:
    """Everything under data/raw before and after a decision that changes several files."""
    reviewed.add(LATER, NEW)
    before = reviewed.raw()
    assert decide(reviewed).code == 0
    after = reviewed.raw()
    for name in after:
        (reviewed.mini.root / "data" / "raw" / name).write_bytes(before[name])
    return before, after


@pytest.mark.parametrize("step", range(5))
def test_killed_at_each_move(reviewed, outcomes, monkeypatch, step):
    before, after = outcomes
    moves = iter(range(99))
    move = os.replace

    def stop(source, target):
        if next(moves) == step:
            raise Killed
        move(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", stop)
        if step < 4:  # the folder, then claims, events and candidates
            with pytest.raises(Killed):
                decide(reviewed)
        else:
            assert decide(reviewed).code == 0
    expected = before if step == 0 else after
    reviewed("list")
    assert reviewed.raw() == expected
    reviewed.mini.build()


def test_killed_while_files_are_written(reviewed, outcomes, monkeypatch):
    before, _ = outcomes
    keeping = import_module("sco_timeline.reviewing.keeping")

    def stop(*_):
        raise Killed

    monkeypatch.setattr(keeping.tempfile, "mkdtemp", stop)
    with pytest.raises(Killed):
        decide(reviewed)
    assert reviewed.raw() == before


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(reviewed, outcomes, monkeypatch):
    deciding = import_module("sco_timeline.reviewing.deciding")
    try_out = deciding.try_out

    def meanwhile(package, files):
        reviewed.mini.append("claims", "secretariat-history,events,KAZ-sco.member-effective,,,,asserted,paragraph 9,curated")
        return try_out(package, files)

    monkeypatch.setattr(deciding, "try_out", meanwhile)
    refused = decide(reviewed)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "claims.csv was changed meanwhile; nothing is written, run the command again" in refused.err
    assert reviewed.rows("claims", "paragraph 9")
    assert not reviewed.rows("events", "NAM-sco.observer-decision")

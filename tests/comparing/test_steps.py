"""Which version is high enough: semantic versioning, with 0.x as a time in which a major step raises the second number."""

from __future__ import annotations

import dataclasses

import pytest

from sco_timeline.comparing import Change, Opened, lowest_version, step_asked, version_of
from sco_timeline.errors import BadArgumentError

# The old version, the step asked for, the lowest new one that makes it
LOWEST = [
    ((1, 4, 2), "no", (1, 4, 2)),
    ((1, 4, 2), "patch", (1, 4, 3)),
    ((1, 4, 2), "minor", (1, 5, 0)),
    ((1, 4, 2), "major", (2, 0, 0)),
    ((10, 0, 0), "major", (11, 0, 0)),
    # before 1.0.0
    ((0, 1, 0), "no", (0, 1, 0)),
    ((0, 1, 0), "patch", (0, 1, 1)),
    ((0, 1, 9), "minor", (0, 2, 0)),
    ((0, 1, 9), "major", (0, 2, 0)),
    ((0, 0, 1), "major", (0, 1, 0)),
    ((0, 9, 0), "major", (0, 10, 0)),
]


@pytest.mark.parametrize(("version", "step", "lowest"), LOWEST)
def test_lowest_version_that_makes_a_step(version, step, lowest):
    assert lowest_version(version, step) == lowest


@pytest.fixture(scope="module")
def of_version(built_mini, made):
    """The tiny package under another version."""
    found = made.read(built_mini)
    return lambda version: Opened(dataclasses.replace(found.package, version=version), found.rows)


@pytest.mark.parametrize(("text", "numbers"), [("0.1.0", (0, 1, 0)), ("1.2.3", (1, 2, 3)), ("12.0.345", (12, 0, 345))])
def test_a_version_is_three_numbers(of_version, text, numbers):
    assert version_of(of_version(text)) == numbers


@pytest.mark.parametrize(
    "text", ["", "1", "1.0", "1.0.0.0", "v1.0.0", "1.0.0-rc1", "1.0.0+2026", "1..0", "1.0.-1", "1.0. 1", "latest", "1.0.²"]
)
def test_other_versions_are_refused_and_named(of_version, text):
    with pytest.raises(BadArgumentError) as refusal:
        version_of(of_version(text))
    assert repr(text) in str(refusal.value) and "1.2.3" in str(refusal.value)


SMALL, GREAT = ("people", "x", "name", "cell changed", "a", "b"), ("people", "", "born", "column removed", "integer", "")
GREATEST = [
    ([], "no"),
    ([SMALL], "patch"),
    ([SMALL, ("people", "x", "", "row added", "", "")], "minor"),
    ([GREAT, SMALL], "major"),
    ([SMALL, GREAT], "major"),
    ([("memberships", "x", "status", "cell changed", "a", "b")], "patch"),
    ([("memberships", "x", "", "row removed", "", "")], "patch"),
    ([("events", "x", "date_latest", "cell filled", "", "b")], "patch"),
    ([("", "", "as_of", "record extended", "a", "b")], "minor"),
    ([("", "", "licenses", "licence changed", "a", "b")], "major"),
    ([("", "", "title", "description changed", "a", "b")], "patch"),
    ([("events", "x", "", "row removed", "", "")], "major"),
    ([("rulings", "x", "", "row removed", "", "")], "minor"),
    ([("claims", "x", "", "row removed", "", "")], "minor"),
    ([("claims", "x", "stance", "cell changed", "finer", "supports"), SMALL], "patch"),
]


@pytest.mark.parametrize(("changes", "step"), GREATEST)
def test_the_greatest_step_counts(of_version, changes, step):
    package = of_version("0.1.0")
    assert step_asked(package, package, [Change(*change) for change in changes]) == step

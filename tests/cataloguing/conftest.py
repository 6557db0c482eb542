"""What tests of cataloguing share: either package to be described, one that has a DOI, the command, tables of a Markdown page."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from sco_timeline.descriptor import Package, read_package

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(params=["the tiny package", "the record itself"])
def package(request: pytest.FixtureRequest) -> Package:
    """The package that is described."""
    if request.param == "the tiny package":
        return request.getfixturevalue("tiny").package()
    return read_package(REPOSITORY)


@pytest.fixture
def say(tiny) -> Callable[..., None]:
    """Write properties into the descriptor that is described; None takes one out."""

    def write(**properties: object) -> None:
        content = tiny.read_descriptor() | properties
        tiny.write_descriptor({name: value for name, value in content.items() if value is not None})

    return write


@pytest.fixture
def command(command: Callable[..., object]) -> Callable[..., object]:
    """Run `sco-timeline describe` in this process."""
    return partial(command, "describe")


@pytest.fixture(scope="session")
def cells_of() -> Callable[[str], list[str]]:
    """Read the cells of a line of a Markdown table."""
    return lambda line: [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]

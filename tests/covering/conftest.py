"""What tests of covering share: the tiny package in place of the package's own data, the command, tables of a Markdown page."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest


@pytest.fixture
def command(command: Callable[..., object]) -> Callable[..., object]:
    """Run `sco-timeline coverage` in this process."""
    return partial(command, "coverage")


@pytest.fixture(scope="session")
def tables_of() -> Callable[[str], list[list[list[str]]]]:
    """Read the tables of a Markdown text: rows of cells, the header first and no ruler."""

    def read(text: str) -> list[list[list[str]]]:
        blocks = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
        found = [[re.split(r"(?<!\\)\|", line)[1:-1] for line in block.splitlines()] for block in blocks]
        assert all(set(rows[1]) == {" --- "} for rows in found)
        return [[[cell.strip() for cell in row] for row in (rows[0], *rows[2:])] for rows in found]

    return read

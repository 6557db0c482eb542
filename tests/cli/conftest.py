"""What tests of the command share: running it in this process, in its own, and on a copy of the whole package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

import sco_timeline

HOME = Path(sco_timeline.__file__).resolve().parent
REPOSITORY = Path(__file__).resolve().parents[2]


class Run(NamedTuple):
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class PackageCopy:
    """Code and data in a folder of the test's own, as one that works on the repository has them."""

    root: Path

    def run(self, *arguments: str) -> Run:
        """Run the copy's command."""
        return run_apart([sys.executable, "-m", "sco_timeline.cli", *arguments], self.root.parent, self.root)

    def run_python(self, code: str) -> Run:
        """Run a line of Python that imports the copy."""
        return run_apart([sys.executable, "-c", code], self.root.parent, self.root)

    @property
    def descriptor(self) -> Path:
        return self.root / "datapackage.json"


def run_apart(words: Sequence[str] | str, folder: Path, code: Path | None = None, **variables: str) -> Run:
    """Run a program, or a line of shell, in a process of its own, under more environment variables."""
    environment = os.environ | {"MPLBACKEND": "Agg", "COLUMNS": "200"} | variables
    if code is not None:
        environment["PYTHONPATH"] = str(code)
    done = subprocess.run(
        words, capture_output=True, text=True, encoding="utf-8", cwd=folder, env=environment, shell=isinstance(words, str)
    )
    return Run(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def apart() -> Callable[..., Run]:
    """Run a program, or a line of shell, in a process of its own."""
    return run_apart


@pytest.fixture
def coarse_start() -> tuple[str, str, str]:
    """A party, a status and a day on which sources leave open whether it had begun."""
    spells = sco_timeline.load("memberships")
    spells = spells[(spells["organization"] == "sco") & (spells["basis"] == "effective")]
    coarse = spells[spells["start_earliest"] < spells["start_latest"]]
    if coarse.empty:
        pytest.skip("every spell of the dataset begins on a known day")
    first = coarse.iloc[0]
    return first["party_id"], str(first["status"]), str(first["start_earliest"].date())


@pytest.fixture
def copied(tmp_path: Path) -> PackageCopy:
    """The whole package in a temporary folder."""
    root = tmp_path / "copy"
    shutil.copytree(HOME, root / "sco_timeline", ignore=shutil.ignore_patterns("__pycache__", "_package"))
    shutil.copytree(REPOSITORY / "data", root / "data")
    shutil.copy(REPOSITORY / "datapackage.json", root)
    return PackageCopy(root)

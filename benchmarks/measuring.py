"""Two sides measured in turns: new processes, medians of both, the ratio between them. Standard library only.

This module stays light on purpose: a child process counts the memory of the process that started it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_KIB_PER_UNIT = 1 / 1024 if sys.platform == "darwin" else 1  # of ru_maxrss


@dataclass(frozen=True)
class Side:
    """What one side took: seconds by round, and the peak memory of a process that did nothing else, in MiB."""

    seconds: Sequence[float]
    peak: float


@dataclass(frozen=True)
class Result:
    """Two sides measured in turns, and the figure that the project wants to stay below.

    `rows` are those handled by each side, for figures per row; `in_ms` asks for the difference of medians instead of
    their ratio.
    """

    what: str
    target: float
    ours: Side
    baseline: Side
    rows: tuple[int, int] = (1, 1)
    in_ms: bool = False

    @property
    def figure(self) -> float:
        """Ratio of the medians, or their difference in milliseconds."""
        return self._compare(median(self.ours.seconds), median(self.baseline.seconds))

    @property
    def middle_half(self) -> tuple[float, float]:
        """First and third quartile of the figures of single rounds: how noisy it was."""
        single = [self._compare(a, b) for a, b in zip(self.ours.seconds, self.baseline.seconds, strict=True)]
        if len(single) < 2:
            return single[0], single[0]
        low, _, high = quantiles(single, n=4, method="inclusive")
        return low, high

    @property
    def is_met(self) -> bool:
        """Whether the figure is within its target."""
        return self.figure <= self.target

    def _compare(self, ours: float, baseline: float) -> float:
        if self.in_ms:
            return (ours - baseline) * 1000
        return (ours / self.rows[0]) / (baseline / self.rows[1])


def run_process(command: Sequence[str | Path], cwd: Path) -> tuple[float, float]:
    """Run a command to its end and return the seconds it took and its peak memory in MiB; fail if it fails."""
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], cwd=cwd, env=_environment(), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return seconds, to_mib(used.ru_maxrss)


def to_mib(maxrss: float) -> float:
    """Return the peak that `getrusage` gives in MiB, whatever the system counts in."""
    return maxrss * _KIB_PER_UNIT / 1024


def in_turns(ours: Callable[[], Any], baseline: Callable[[], Any], rounds: int) -> tuple[list[Any], list[Any]]:
    """Call both sides `rounds` times, in turns, and return what each call returned."""
    pairs = [(ours(), baseline()) for _ in range(rounds)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def compare_commands(ours: Sequence[str | Path], baseline: Sequence[str | Path], cwd: Path, rounds: int) -> tuple[Side, Side]:
    """Run two commands in turns, each time in a new process, after one unmeasured run of each."""
    runs: list[Callable[[], tuple[float, float]]] = [lambda c=command: run_process(c, cwd) for command in (ours, baseline)]
    in_turns(*runs, rounds=1)
    ours_runs, baseline_runs = in_turns(*runs, rounds=rounds)
    return _side(ours_runs), _side(baseline_runs)


def compare_warm(pair: str, cwd: Path, rounds: int, processes: int) -> tuple[Side, Side]:
    """Time the two sides of a pair in turns within a process, in several processes; take memory in one more a side."""
    timed = [_ask(cwd, pair, "time", str(rounds)) for _ in range(processes)]
    sides = ("ours", "baseline")
    peaks = {side: _ask(cwd, pair, "peak", side) for side in sides}
    ours, baseline = (Side([second for one in timed for second in one[side]], peaks[side]) for side in sides)
    return ours, baseline


def _side(runs: Sequence[tuple[float, float]]) -> Side:
    return Side([seconds for seconds, _ in runs], median(peak for _, peak in runs))


def _ask(cwd: Path, *arguments: str) -> Any:
    """Run pairs.py with these arguments and return what it prints."""
    command = [sys.executable, str(Path(__file__).with_name("pairs.py")), *arguments]
    found = subprocess.run(command, cwd=cwd, env=_environment(), stdout=subprocess.PIPE, check=True)
    return json.loads(found.stdout)


def _environment() -> dict[str, str]:
    """Return an environment in which the package beside this folder is the one imported."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}

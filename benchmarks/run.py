"""Measures the targets of speed, each as a ratio to a named baseline, and prints a table; see README.md.

python benchmarks/run.py                     all parts, some three minutes
python benchmarks/run.py import panel        these parts
python benchmarks/run.py --json figures.json
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copy, copytree
from statistics import median
from subprocess import CalledProcessError
from typing import Any

from asking import describe_machine, parse
from measuring import ROOT, Result, compare_commands, compare_warm

LIBRARIES = ("pandas", "numpy", "pyarrow", "frictionless")


@dataclass(frozen=True)
class Settings:
    """Where processes run, and by what the usual number of rounds is multiplied."""

    folder: Path
    effort: float

    def rounds(self, usual: int) -> int:
        """Return the number of rounds to run where `usual` are usual."""
        return max(1, round(usual * self.effort))


def measure_import(settings: Settings) -> Iterator[Result]:
    sides = (_python("import sco_timeline"), _python("pass"))
    compared = compare_commands(*sides, settings.folder, settings.rounds(60))
    yield Result("import sco_timeline, over a bare interpreter", 20, *compared, in_ms=True)


def measure_first_table(settings: Settings) -> Iterator[Result]:
    csv = ROOT / "data" / "processed" / "memberships.csv"
    ours = _python("import sco_timeline as sco; sco.load('memberships')")
    baseline = _python(f"import pandas; pandas.read_csv({str(csv)!r})")
    yield Result("new process to one table", 1.1, *compare_commands(ours, baseline, settings.folder, settings.rounds(40)))


def measure_load(settings: Settings) -> Iterator[Result]:
    yield Result("load of all tables, warm", 1, *compare_warm("load", settings.folder, settings.rounds(20), 3))


def measure_annotate(settings: Settings) -> Iterator[Result]:
    for order in ("sorted", "unsorted"):
        for party, shown in (("iso3", "ISO codes"), ("name", "names")):
            compared = compare_warm(f"annotate-{party}-{order}", settings.folder, settings.rounds(9), 3)
            yield Result(f"annotate a million rows, {shown}, {order}", 1.5, *compared)


def measure_growth(settings: Settings) -> Iterator[Result]:
    steps = {"1M-10k": ("annotate, a row of 1 M to one of 10 k", 1_000_000, 10_000)}
    steps["10M-100k"] = ("annotate, a row of 10 M to one of 100 k", 10_000_000, 100_000)
    for name, (what, more, fewer) in steps.items():
        compared = compare_warm(f"growth-{name}", settings.folder, settings.rounds(7), 3)
        yield Result(what, 1.5, *compared, rows=(more, fewer))


def measure_panel(settings: Settings) -> Iterator[Result]:
    yield Result("daily panel since 1996", 5, *compare_warm("panel", settings.folder, settings.rounds(15), 3))


def measure_rebuild(settings: Settings) -> Iterator[Result]:
    package = settings.folder / "package"
    copytree(ROOT / "data", package / "data")
    copy(ROOT / "datapackage.json", package)
    yield Result("rebuild, warm", 1.5, *compare_warm("rebuild", package, settings.rounds(5), 2))
    ours = [sys.executable, "-m", "sco_timeline.cli", "build", package]
    baseline = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    yield Result("rebuild, as a command", 1.5, *compare_commands(ours, baseline, package, settings.rounds(9)))


PARTS: dict[str, Callable[[Settings], Iterator[Result]]] = {
    "import": measure_import,
    "first-table": measure_first_table,
    "load": measure_load,
    "annotate": measure_annotate,
    "growth": measure_growth,
    "panel": measure_panel,
    "rebuild": measure_rebuild,
}

COLUMNS = "{:<44} {:>8} {:>7} {:<6} {:>14} {:>17} {:>10} {:>6}"


def print_row(result: Result) -> None:
    low, high = result.middle_half
    unit = " ms" if result.in_ms else ""
    medians = " / ".join(f"{median(side.seconds) * 1000:.1f}" for side in (result.ours, result.baseline))
    peaks = f"{result.ours.peak:.0f} / {result.baseline.peak:.0f}"
    cells = (f"{result.figure:.2f}{unit}", f"{result.target:g}{unit}", "met" if result.is_met else "MISSED", f"{low:.2f} to {high:.2f}")
    print(COLUMNS.format(result.what, *cells, medians, peaks, len(result.ours.seconds)), flush=True)


def as_json(result: Result) -> dict[str, Any]:
    low, high = result.middle_half
    sides = {"ours": result.ours, "baseline": result.baseline}
    return {
        "what": result.what,
        "unit": "ms more" if result.in_ms else "ratio",
        "figure": result.figure,
        "target": result.target,
        "met": result.is_met,
        "middle_half": [low, high],
        "repetitions": len(result.ours.seconds),
        **{name: {"median_seconds": median(side.seconds), "peak_mib": side.peak} for name, side in sides.items()},
    }


def measure(parts: Iterable[str], effort: float) -> tuple[list[Result], bool]:
    """Measure the parts, print each result as it comes, and say whether a process failed; its part ends there."""
    results, failed = [], False
    with tempfile.TemporaryDirectory() as folder:
        for part in parts:
            try:
                for result in PARTS[part](Settings(Path(folder), effort)):
                    print_row(result)
                    results.append(result)
            except CalledProcessError as error:
                print(f"{part}: {error}", flush=True)
                failed = True
    return results, failed


def main(argv: list[str] | None = None) -> int:
    args = parse(argv, "benchmarks/run.py", "Measure the targets of speed", PARTS)
    machine = describe_machine(LIBRARIES)
    print(", ".join(f"{name} {value}" for name, value in machine.items()) + "\n")
    heads = ("ours / baseline", "ratio", "target", "", "middle half", "medians, ms", "peak, MiB", "rounds")
    print(COLUMNS.format(*heads))
    results, failed = measure(args.parts or PARTS, args.effort)
    met = sum(result.is_met for result in results)
    print(f"\n{met} of {len(results)} targets met; load {os.getloadavg()[0]:.1f} at the end")
    if args.json:
        figures = {"machine": machine, "figures": [as_json(result) for result in results]}
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 1 if failed else 0


def _python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


if __name__ == "__main__":
    sys.exit(main())

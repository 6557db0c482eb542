"""What the commands of the benchmarks share: their arguments, and the machine on which they ran."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Collection, Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any


def describe_machine(libraries: Iterable[str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "python": platform.python_version(),
        "system": platform.system(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
    }
    for library in libraries:
        try:
            found[library] = version(library)
        except PackageNotFoundError:
            found[library] = None
    return found


def parse(argv: list[str] | None, prog: str, description: str, parts: Collection[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=prog, description=f"{description}; see benchmarks/README.md.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"what to measure, by default all of: {', '.join(parts)}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file too")
    parser.add_argument("--effort", type=float, default=1, metavar="FACTOR", help="multiply the number of rounds (default: 1)")
    args = parser.parse_args(argv)
    if unknown := [part for part in args.parts if part not in parts]:
        parser.error(f"no part is called {', '.join(unknown)}; there are {', '.join(parts)}")
    return args

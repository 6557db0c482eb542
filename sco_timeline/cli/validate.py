"""Check a published package: files, hashes, types, keys, references, claims, Parquet against CSV."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sco_timeline.cli.printing import announced

EXAMPLE = "sco-timeline validate"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("folder", nargs="?", type=Path, help="the package (default: the one this command belongs to)")
    parser.add_argument("--no-frictionless", action="store_true", help="leave out the conformance check by frictionless")


def run(args: argparse.Namespace) -> int:
    """Validate, print every problem, and return 1 if there is any."""
    from sco_timeline.validating import validate

    with announced() as announce:
        problems = validate(args.folder, frictionless=not args.no_frictionless, progress=announce)
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        print("valid")
    return int(bool(problems))

"""Rebuild data/processed from data/raw, or say everything that stands against it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from sco_timeline.cli.printing import announced

if TYPE_CHECKING:
    from sco_timeline.packaging import Built

EXAMPLE = "sco-timeline build"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("folder", nargs="?", type=Path, help="the package (default: the one this command belongs to)")


def run(args: argparse.Namespace) -> int:
    """Build and print what was made."""
    from sco_timeline.packaging import build

    with announced() as announce:
        announce("reading, checking and deriving")
        built = build(args.folder)
    _print_summary(built)
    return 0


def _print_summary(built: Built) -> None:
    rows = sum(len(rows) for rows in built.rows.values())
    print(f"built {len(built.rows)} tables with {rows} rows, version {built.package.version}, checked to {built.package.as_of}")
    twice = sum(len(cell.publishers) > 1 for cell in built.support)
    official = sum(cell.official for cell in built.support)
    thin = len(built.support) - twice
    print(f"{len(built.support)} cells take evidence: {twice} have two independent sources or more, {official} an official one")
    if thin:
        print(f"{thin} rest on fewer than two; `sco-timeline coverage --thin` lists them")

"""Write one table or all as csv, parquet, json, sqlite, xlsx or stata."""

from __future__ import annotations

import argparse
from pathlib import Path

EXAMPLE = "sco-timeline export out/ --format stata --tables memberships membership_years"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("out", type=Path, help="a folder; for sqlite and xlsx a file will do")
    parser.add_argument("--format", choices=("csv", "parquet", "json", "sqlite", "xlsx", "stata"), default="csv", help="(default: csv)")
    parser.add_argument("--tables", nargs="+", metavar="TABLE", help="which tables (default: all)")


def run(args: argparse.Namespace) -> int:
    """Export and print the paths written."""
    import sco_timeline as sco

    for path in sco.export(args.out, args.format, args.tables):
        print(path)
    return 0

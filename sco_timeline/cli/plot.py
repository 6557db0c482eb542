"""Draw growth, statuses, summits or a map into a png, svg or pdf."""

from __future__ import annotations

import argparse
from pathlib import Path

from sco_timeline.cli.asking import add_basis

EXAMPLE = "sco-timeline plot growth --out growth.svg"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("plot", choices=("growth", "map", "statuses", "summits"), help="which picture")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to: .png, .svg or .pdf")
    parser.add_argument("--on", metavar="DAY", help="the day of a map, YYYY-MM-DD (default: the day the record was checked to)")
    add_basis(parser)


def run(args: argparse.Namespace) -> int:
    """Draw and print the path written."""
    from sco_timeline.plotting import draw

    print(draw(args.plot, args.out, organization=args.organization, basis=args.basis, on=args.on))
    return 0

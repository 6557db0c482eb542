"""Write the explorer: a site that answers who stood where, who says so, and gives the files, from a file and without a network."""

from __future__ import annotations

import argparse
from pathlib import Path

EXAMPLE = "sco-timeline explore --out site"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where to; made if missing")


def run(args: argparse.Namespace) -> int:
    """Write the site and print where the page is."""
    from sco_timeline.exploring import explore

    print(explore(args.out)[0])
    return 0

"""Say what the columns of a table are."""

from __future__ import annotations

import argparse

from sco_timeline.cli.asking import add_format
from sco_timeline.cli.printing import print_frame

EXAMPLE = "sco-timeline describe events"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("table", help="one of `sco-timeline tables`")
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the columns."""
    import sco_timeline as sco

    print_frame(sco.describe(args.table), args.format)
    return 0

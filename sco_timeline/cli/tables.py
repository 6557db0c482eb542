"""List the tables."""

from __future__ import annotations

import argparse

from sco_timeline.cli.asking import add_format
from sco_timeline.cli.printing import print_frame

EXAMPLE = "sco-timeline tables"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the tables."""
    import sco_timeline as sco

    print_frame(sco.tables(), args.format)
    return 0

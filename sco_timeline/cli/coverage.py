"""Print row counts and how well cells are sourced by table; with --format markdown thin cells and the agreement of two readers too."""

from __future__ import annotations

import argparse
import sys

from sco_timeline.cli.printing import print_frame
from sco_timeline.errors import BadArgumentError

EXAMPLE = "sco-timeline coverage --thin"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--thin", action="store_true", help="only the cells with fewer than two independent sources, one a row")
    what.add_argument("--agreement", action="store_true", help="only how far second readings agree, by table")
    what.add_argument("--draw", type=int, metavar="N", help="only the cells to be read a second time, N of them sampled")
    styles = ["table", "csv", "json", "jsonl", "markdown"]
    parser.add_argument("--format", choices=styles, help="default: table on a terminal, else csv; markdown: the whole page")


def run(args: argparse.Namespace) -> int:
    """Print the figures asked for; those of the tables without a word more."""
    from sco_timeline import covering

    parts = {"thin": covering.thin_cells, "agreement": covering.agreement}
    chosen = [name for name in parts if getattr(args, name)]
    if args.format == "markdown" and (chosen or args.draw is not None):
        raise BadArgumentError("--format markdown writes the whole page; leave out --thin, --agreement and --draw")
    if args.format == "markdown":
        sys.stdout.write(covering.page())
    elif args.draw is not None:
        print_frame(covering.draw(args.draw), args.format)
    elif chosen:
        print_frame(parts[chosen[0]](), args.format)
    else:
        print_frame(covering.coverage(), args.format)
    return 0

"""List who stood in a status on a day."""

from __future__ import annotations

import argparse

from sco_timeline.cli.asking import add_basis, add_day, add_format
from sco_timeline.cli.printing import print_frame

EXAMPLE = "sco-timeline members --on 2017-06-09 --status observer"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    add_day(parser)
    parser.add_argument("--status", default="member", help="member, observer, dialogue_partner ..., or all (default: member)")
    add_basis(parser)
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the parties."""
    import sco_timeline as sco

    status = None if args.status == "all" else args.status
    found = sco.members(args.on, status, organization=args.organization, basis=args.basis, when_unclear=args.when_unclear)
    print_frame(found, args.format)
    return 0

"""List every recorded step of a party, in order."""

from __future__ import annotations

import argparse

from sco_timeline.cli.asking import add_format, add_organization, add_party, party_asked
from sco_timeline.cli.printing import print_frame

EXAMPLE = "sco-timeline history India"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    add_party(parser)
    add_organization(parser)
    parser.add_argument("--all-columns", action="store_true", help="all columns, not only date and sentence")
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the steps."""
    import sco_timeline as sco

    found = sco.history(party_asked(args), ids=args.ids, organization=args.organization)
    print_frame(found if args.all_columns else found[["date", "text", "event_id"]], args.format)
    return 0

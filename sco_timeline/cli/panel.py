"""Print a panel of parties and years, months or days."""

from __future__ import annotations

import argparse

from sco_timeline.cli.asking import add_basis, add_format
from sco_timeline.cli.printing import print_frame

EXAMPLE = "sco-timeline panel --ids iso3 cow --format csv > panel.csv"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("--freq", choices=("year", "month", "day"), default="year", help="the period of a row (default: year)")
    parser.add_argument("--ids", nargs="+", default=["iso3"], help="identifiers: iso3, iso2, m49, cow, gw, wikidata, name (default: iso3)")
    parser.add_argument("--parties", nargs="+", default=["ever"], help="ever (had a status), all, or names and codes (default: ever)")
    parser.add_argument("--since", type=int, metavar="YEAR", help="first year (default: that of the organization)")
    parser.add_argument("--coding", choices=("cow",), help="the state-year coding of the Correlates of War")
    add_basis(parser)
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the panel."""
    import sco_timeline as sco

    parties = args.parties[0] if args.parties in (["ever"], ["all"]) else args.parties
    found = sco.panel(args.freq, args.ids, parties, since=args.since, coding=args.coding, organization=args.organization, basis=args.basis)
    print_frame(found, args.format)
    return 0

"""List what sources say of a row, for and against."""

from __future__ import annotations

import argparse
import sys

from sco_timeline.cli.asking import add_format
from sco_timeline.cli.printing import print_frame

EXAMPLE = "sco-timeline evidence events IND-sco.member-effective date"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    parser.add_argument(
        "table", help="a table whose cells take evidence (events, summits, documents ...), or memberships for a status held at some time"
    )
    parser.add_argument("row", help="key of the row; in memberships the party's key")
    parser.add_argument("field", nargs="?", help="one column only")
    parser.add_argument("--all-columns", action="store_true", help="all columns, not only the main ones")
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the claims."""
    import sco_timeline as sco

    found = sco.evidence(args.table, args.row, args.field)
    main = ["field", "value", "as_of", "stance", "polarity", "publisher", "published"]
    print_frame(found if args.all_columns else found[main], args.format)
    for field, ruling in found[["field", "ruling"]].dropna().drop_duplicates().itertuples(index=False):
        print(f"ruling on {field}: {ruling}", file=sys.stderr)
    return 0

"""Print the rows of a table, or of those that concern one row of another."""

from __future__ import annotations

import argparse

from sco_timeline.cli.asking import add_format
from sco_timeline.cli.printing import print_frame

EXAMPLE = "sco-timeline show attendance summit_id=CHS-2018"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("table", help="one of `sco-timeline tables`")
    parser.add_argument("where", nargs="*", metavar="COLUMN=VALUE", help="only rows in which the column holds this value")
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the rows."""
    import sco_timeline as sco
    from sco_timeline.errors import BadArgumentError

    found = sco.load(args.table)
    for condition in args.where:
        column, equals, value = condition.partition("=")
        if not equals or column not in found:
            raise BadArgumentError(f"{condition!r} is no COLUMN=VALUE of {args.table}; columns are {', '.join(map(str, found))}")
        found = found[found[column].astype("str") == value]
    print_frame(found, args.format)
    return 0

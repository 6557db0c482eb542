"""Say what the columns of a table are, or describe the whole package for people, catalogues and citations."""

from __future__ import annotations

import argparse
import sys

from sco_timeline.cli.printing import print_frame
from sco_timeline.errors import BadArgumentError

EXAMPLE = "sco-timeline describe events"
_FRAMES = ("table", "csv", "json", "jsonl")
_PAGES = ("markdown", "jsonld", "croissant", "cff")


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("table", nargs="?", help="one of `sco-timeline tables`; leave it out to describe the package")
    parser.add_argument(
        "--format",
        choices=[*_FRAMES, *_PAGES],
        help="of a table: table, csv, json or jsonl; of the package: markdown (the codebook), jsonld (schema.org), croissant or cff",
    )


def run(args: argparse.Namespace) -> int:
    """Print the columns, or the package in one of the forms of others."""
    import sco_timeline as sco

    if args.format in _PAGES:
        if args.table:
            raise BadArgumentError(f"--format {args.format} describes the whole package; leave out {args.table}")
        from sco_timeline.cataloguing import STYLES

        sys.stdout.write(STYLES[args.format]())
    elif args.table:
        print_frame(sco.describe(args.table), args.format)
    else:
        raise BadArgumentError(f"name a table, or one of --format {', '.join(_PAGES)} for the whole package")
    return 0

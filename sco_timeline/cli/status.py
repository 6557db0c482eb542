"""Say which status a party held on a day."""

from __future__ import annotations

import argparse

from sco_timeline.cli.asking import add_basis, add_day, add_party, party_asked

EXAMPLE = "sco-timeline status Turkey --on 2022-09-15"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    add_party(parser)
    add_day(parser)
    add_basis(parser)


def run(args: argparse.Namespace) -> int:
    """Print the word for the status."""
    import sco_timeline as sco

    where = {"organization": args.organization, "basis": args.basis}
    found = sco.status(party_asked(args), args.on, ids=args.ids, when_unclear=args.when_unclear, **where)
    print(found if found is not None else "unclear")
    return 0

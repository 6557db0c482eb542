"""Arguments that several verbs share."""

from __future__ import annotations

import argparse

from sco_timeline.errors import BadArgumentError

FORMATS = ("table", "csv", "json", "jsonl")


def add_format(parser: argparse.ArgumentParser) -> None:
    """Add ``--format``."""
    parser.add_argument("--format", choices=FORMATS, help="how rows are printed (a table on a terminal, else csv)")


def add_organization(parser: argparse.ArgumentParser) -> None:
    """Add ``--organization``."""
    parser.add_argument("--organization", choices=("sco", "shanghai_five"), default="sco", help="of which organization (default: sco)")


def add_basis(parser: argparse.ArgumentParser) -> None:
    """Add ``--organization`` and ``--basis``."""
    add_organization(parser)
    parser.add_argument(
        "--basis", choices=("effective", "decision"), default="effective", help="count a status from its effect or from its grant"
    )


def add_day(parser: argparse.ArgumentParser) -> None:
    """Add ``--on`` and ``--when-unclear``."""
    parser.add_argument("--on", metavar="DAY", help="the day, YYYY-MM-DD (default: the day the record was checked to)")
    parser.add_argument(
        "--when-unclear", choices=("earliest", "latest", "null"), help="what to take where sources leave the day of a change open"
    )


def add_party(parser: argparse.ArgumentParser) -> None:
    """Add the party and ``--ids``."""
    parser.add_argument("party", help="a name in English, Russian or Chinese, or a code; digits need --ids")
    parser.add_argument("--ids", choices=("iso3", "iso2", "m49", "cow", "gw", "wikidata", "name"), help="what PARTY is")


def party_asked(args: argparse.Namespace) -> str:
    """Return the party; digits alone mean another state in each system of codes."""
    party = str(args.party)
    if party.isdigit() and args.ids is None:
        raise BadArgumentError(f"{party} can be a code of several systems; say --ids cow, gw or m49")
    return party

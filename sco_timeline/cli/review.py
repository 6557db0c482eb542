"""Accept or reject what was found in articles: candidates beside the record, one by one, or in bulk by a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sco_timeline.cli.asking import add_format
from sco_timeline.cli.printing import announced, print_frame

if TYPE_CHECKING:
    from sco_timeline.descriptor import Package
    from sco_timeline.reviewing import Record

EXAMPLE = "sco-timeline review --text article.txt"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb and of what it can do."""
    parser.add_argument("--package", type=Path, metavar="FOLDER", help="the package (default: the one this command belongs to)")
    parser.add_argument("--source", metavar="SOURCE_ID", help="candidates of this source only")
    text = "the text of an article, to show the evidence in; told by its hash, may be given several times"
    parser.add_argument("--text", type=Path, metavar="FILE", action="append", default=[], help=text)
    verbs = parser.add_subparsers(
        dest="step", metavar="STEP", title="steps", help="what to do (default: ask of one candidate after another)"
    )
    _register_steps(verbs)


def _register_steps(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    add = verbs.add_parser("add", help="make the claims of an article candidates")
    add.add_argument("source_id", help="a row of sources.csv with the SHA-256 of the text")
    add.add_argument("claims", type=Path, help="what sco-timeline extract printed of the text")
    add.add_argument("--text", dest="of", type=Path, metavar="FILE", required=True, help="the text")
    listed = verbs.add_parser("list", help="list candidates beside the record")
    listed.add_argument("source_id", nargs="?", help="those of one source")
    listed.add_argument("--all", action="store_true", help="those accepted and rejected too")
    add_format(listed)
    decide = verbs.add_parser("decide", help="decide on one candidate")
    decide.add_argument("source_id", help="the source of the article")
    decide.add_argument("number", type=int, help="which of its candidates, as list numbers them")
    decide.add_argument("decision", choices=("accept", "reject", "defer"), help="what becomes of it")
    decide.add_argument("--reason", help="why; needed to reject, and to accept what contradicts the record (it becomes the ruling)")
    decide.add_argument("--row", metavar="TABLE.ROW.FIELD", help="where it belongs, if elsewhere; several with semicolons between")
    apply = verbs.add_parser("apply", help="decide on many by a file, on all of them or none")
    apply.add_argument("decisions", type=Path, help="CSV with the columns source_id,number,decision,reason,row")


def run(args: argparse.Namespace) -> int:
    """Do the step asked for, or ask of one candidate after another."""
    from sco_timeline import reviewing
    from sco_timeline.descriptor import read_package

    package = read_package(args.package)
    reviewing.complete(package.raw_folder)
    if args.step == "add":
        added, known = reviewing.add_candidates(package, args.source_id, args.claims, args.of)
        print(f"{added} candidates added to {args.source_id}" + (f", {known} were there" if known else ""))
        return 0
    with announced() as announce:
        announce("reading the record")
        record = reviewing.read_record(package)
    if args.step == "list":
        print_frame(reviewing.list_candidates(package, record, args.source_id, decided=args.all), args.format)
    elif args.step == "decide":
        _decide(package, record, args)
    elif args.step == "apply":
        _, number = reviewing.decide_all(package, record, args.decisions)
        print(f"{number} decisions taken")
    else:
        _ask(package, record, args)
    return 0


def _decide(package: Package, record: Record, args: argparse.Namespace) -> None:
    from sco_timeline.reviewing import Decision, Desk

    desk = Desk(package, record)
    candidate = desk.decide(Decision(args.source_id, args.number, args.decision, args.reason, args.row))
    desk.keep()
    print(f"{args.source_id} {args.number}: {candidate['decision']}" + (f" as {candidate['row']}" if candidate["row"] else ""))


def _ask(package: Package, record: Record, args: argparse.Namespace) -> None:
    from sco_timeline.reviewing import Session, read_texts

    if args.source:
        record.source(args.source)
    session = Session(package, record, read_texts(args.text), input, print)
    decided = session.run(args.source)
    print(f"{decided} decided; run sco-timeline build when done" if decided else "nothing decided", file=sys.stderr)

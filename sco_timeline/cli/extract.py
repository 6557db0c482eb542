"""Print what articles claim about the SCO, with the rule and the place of each claim."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sco_timeline.cli.printing import print_frame
from sco_timeline.errors import BadArgumentError

if TYPE_CHECKING:
    from sco_timeline.errors import Problem
    from sco_timeline.extracting import Progress
    from sco_timeline.extracting.documents import Document

EXAMPLE = "sco-timeline extract article.txt --published 2024-07-05 > claims.jsonl"

_STANDARD_INPUT = "stdin"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    files = "plain text in UTF-8, HTML, JSONL or Parquet (columns id, text, published, url, title, language), or a folder of such"
    parser.add_argument("files", nargs="+", metavar="FILE", help=f"{files}; - for text on standard input")
    published = "when they were published: YYYY-MM-DD, YYYY-MM or YYYY; rows of JSONL and Parquet that say so themselves keep their own"
    parser.add_argument("--published", metavar="DATE", help=published)
    parser.add_argument("--format", choices=("jsonl", "table", "csv"), help="how claims are printed (default: jsonl)")
    corpus = parser.add_argument_group("for a corpus")
    out = "write a Parquet file of claims for each FILE into this folder, in parallel; documents that cannot be read go to _errors in it"
    kept = "files that are there already, made of the same input by the same version, are kept: start a run that was stopped again"
    corpus.add_argument("--out", type=Path, metavar="FOLDER", help=f"{out}; {kept}")
    corpus.add_argument("--workers", type=int, metavar="N", help="number of processes (default: one a core)")
    cluster = corpus.add_mutually_exclusive_group()
    cluster.add_argument("--dask", action="store_true", help="work on a Dask cluster of N processes on this machine; needs the extra scale")
    cluster.add_argument("--scheduler", metavar="ADDRESS", help="work on the Dask cluster of this scheduler, as tcp://host:8786")
    corpus.add_argument("--quiet", action="store_true", help="show no progress and no summary; progress is shown on a terminal only")


def run(args: argparse.Namespace) -> int:
    """Print the claims of every document that can be read, or write them to a folder; 1 if there was one that cannot."""
    if args.out is not None:
        return _write_corpus(args)
    for name in ("workers", "dask", "scheduler", "quiet"):
        if getattr(args, name):
            raise BadArgumentError(f"--{name} is for a corpus; say with --out where its claims belong")
    return _print_claims(args.files, args.published, args.format or "jsonl")


def _print_claims(files: list[str], published: str | None, style: str) -> int:
    import json

    from sco_timeline.errors import Problem
    from sco_timeline.extracting.documents import claims_or_problem

    failed = False
    kept: list[dict[str, Any]] = []
    for document in _documents(files, published):
        found = document if isinstance(document, Problem) else claims_or_problem(document)
        if isinstance(found, Problem):
            failed = True
            print(" ".join(str(found).splitlines()), file=sys.stderr)
        elif style == "jsonl":
            sys.stdout.writelines(json.dumps(claim, ensure_ascii=False) + "\n" for claim in found)
        else:
            kept += found
    if style != "jsonl":
        _print_frame(kept, style)
    return int(failed)


def _documents(names: list[str], published: str | None) -> Iterator[Document | Problem]:
    """Yield the documents of all files, having made sure that what is needed to read them is there."""
    from sco_timeline.extracting import documents

    day = documents.publication_day(published)
    files = [[name] if name == "-" else list(documents.files_of([Path(name)])) for name in names]
    documents.require_readers(file for file in chain.from_iterable(files) if not isinstance(file, str))
    for file in chain.from_iterable(files):
        if isinstance(file, str):
            content = sys.stdin.buffer.read(documents.LARGEST)
            yield documents.document_of(content, _STANDARD_INPUT, "standard input", day)
        elif isinstance(file, Path):
            yield from documents.read_documents(file, day)
        else:
            yield file


def _print_frame(claims: list[dict[str, Any]], style: str) -> None:
    import pandas as pd

    from sco_timeline.extracting import claims_to_frame
    from sco_timeline.extracting.wording import in_short

    if style == "csv":
        print_frame(claims_to_frame(claims).assign(text_sha256=[claim["text_sha256"] for claim in claims]), style)
        return
    rows = [(claim["doc"], claim["type"], in_short(claim), "-".join(map(str, claim["evidence"])), claim["rule"]) for claim in claims]
    print_frame(pd.DataFrame(rows, columns=["doc", "type", "says", "evidence", "rule"]), style)


def _write_corpus(args: argparse.Namespace) -> int:
    from sco_timeline.extracting import extract_corpus

    if "-" in args.files or args.format:
        raise BadArgumentError("--out writes Parquet files of files: leave out - and --format")
    scheduler = "local" if args.dask else args.scheduler
    with _shown(args.quiet) as progress:
        done = extract_corpus(args.files, args.out, args.published, args.workers, scheduler, progress)
    if not args.quiet:
        kept = f", {done.kept} of them from before" if done.kept else ""
        print(f"{done.out}: {done.files:,} files{kept}; {done.documents:,} documents, {done.claims:,} claims")
    if done.errors:
        print(f"{done.errors:,} documents could not be read; {done.out / '_errors'} says why", file=sys.stderr)
    return int(bool(done.errors))


@contextmanager
def _shown(quiet: bool) -> Iterator[Callable[[Progress], None]]:
    """Give a function that shows how far a run has come, on a terminal only."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Display

    with Display(BarColumn(), TextColumn("{task.description}"), console=Console(stderr=True)) as display:
        task = display.add_task("starting", total=1)
        yield lambda progress: display.update(task, completed=progress.share, description=_in_words(progress))


def _in_words(progress: Progress) -> str:
    from datetime import timedelta

    left = progress.seconds_left
    errors = f", {progress.counts.errors:,} errors" if progress.counts.errors else ""
    time_left = "" if left is None else f", {timedelta(seconds=round(left))} left"
    return f"{progress.counts.documents:,} documents{errors}, {progress.rate:,.0f} a second{time_left}"

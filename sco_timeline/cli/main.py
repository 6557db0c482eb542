"""Parses the command line, calls the verb, and turns every expected failure into one clear line."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence

from sco_timeline.cli import (
    build,
    check,
    coverage,
    describe,
    diff,
    evaluate,
    evidence,
    explore,
    export,
    extract,
    history,
    members,
    panel,
    plot,
    review,
    show,
    status,
    tables,
    validate,
)
from sco_timeline.descriptor import locate
from sco_timeline.errors import DataError, DescriptorError, PackageStateError, TimelineError, UnclearDateError

DONE, PROBLEMS, WRONG_USAGE = 0, 1, 2
VERBS = (
    build,
    validate,
    tables,
    describe,
    show,
    members,
    status,
    history,
    panel,
    evidence,
    export,
    plot,
    coverage,
    diff,
    extract,
    check,
    review,
    evaluate,
    explore,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` and return its exit code: 0 done, 1 problems found, 2 wrong usage."""
    parser = _parser()
    args = parser.parse_args(argv)
    _write_utf8()
    if args.verb is None and not args.version:
        parser.print_help(sys.stderr)
        return WRONG_USAGE
    try:
        if args.version:
            return _print_version()
        _complete_interrupted_build()
        code = int(args.run(args))
        sys.stdout.flush()
        return code
    except UnclearDateError as error:
        return _fail(error, WRONG_USAGE, "choose --when-unclear earliest, latest or null")
    except (DataError, DescriptorError, PackageStateError) as error:
        return _fail(error, PROBLEMS)
    except TimelineError as error:
        return _fail(error, WRONG_USAGE)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return DONE
        return _fail(error, PROBLEMS)
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sco-timeline",
        description="The reference dataset of the Shanghai Cooperation Organisation: ask it, check it, export it, draw it.",
    )
    parser.add_argument("--version", action="store_true", help="print the version of the dataset and the day it was checked to")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    for verb in VERBS:
        name = verb.__name__.rpartition(".")[2]
        summary = (verb.__doc__ or "").strip()
        sub = verbs.add_parser(
            name,
            help=summary[0].lower() + summary[1:].rstrip("."),
            description=summary,
            epilog=f"example: {verb.EXAMPLE}",
        )
        verb.register(sub)
        sub.set_defaults(run=verb.run)
    return parser


def _write_utf8() -> None:
    """Write UTF-8 into pipes and files, and to a terminal whatever it can show, on every machine."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _print_version() -> int:
    from sco_timeline.descriptor import read_package

    package = read_package()
    print(f"sco-timeline {package.version}, record checked to {package.as_of}")
    return DONE


def _complete_interrupted_build() -> None:
    """Move the files of a build that was killed after its last moment of choice into place."""
    root = locate()
    if (root / "data" / ".next").is_dir():
        from sco_timeline.packaging import recover

        recover(root)


def _fail(error: Exception, code: int, remedy: str | None = None) -> int:
    """Print an error, with the remedy that fits a command line where that is another."""
    text = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) and error.strerror else str(error)
    text = f"{text.partition('; ')[0]}; {remedy}" if remedy else text
    for line in text.splitlines():
        print(line, file=sys.stderr)
    return code

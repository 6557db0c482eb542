"""Compare two packages: rows and cells added, removed, changed, and the version step that asks for."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sco_timeline.cli.printing import print_frame

if TYPE_CHECKING:
    from sco_timeline.comparing import Change, Opened

EXAMPLE = "sco-timeline diff v0.1.0 ."


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    places = "folder, zip, datapackage.json, or a revision of the git repository here"
    parser.add_argument("old", help=places)
    parser.add_argument("new", help=places)
    parser.add_argument("--format", choices=["text", "markdown", "csv", "json", "jsonl"], default="text", help="default: text, a summary")
    parser.add_argument("--check", action="store_true", help="exit 1 if the new version is lower than the change asks for")
    parser.add_argument(
        "--changelog", type=Path, metavar="FILE", help="put the summary on top of this Markdown file, under the new version"
    )


def run(args: argparse.Namespace) -> int:
    """Print what differs; with --check, 1 if the version step is too small."""
    from sco_timeline import comparing

    with comparing.opened(args.old) as old, comparing.opened(args.new) as new:
        changes = comparing.compare(old, new)
        if args.format == "text":
            print(comparing.as_text(old, new, changes), end="")
        elif args.format == "markdown":
            print(comparing.as_markdown(old, new, changes), end="")
        else:
            print_frame(comparing.frame_of(changes), args.format)
        if args.changelog:
            comparing.record(args.changelog, new, comparing.as_markdown(old, new, changes))
        return _check(old, new, changes) if args.check else 0


def _check(old: Opened, new: Opened, changes: list[Change]) -> int:
    from sco_timeline import comparing

    lowest = comparing.lowest_version(comparing.version_of(old), comparing.step_asked(old, new, changes))
    if comparing.version_of(new) >= lowest:
        return 0
    print(f"version {new.package.version} is too low; write {'.'.join(map(str, lowest))} or later", file=sys.stderr)
    return 1

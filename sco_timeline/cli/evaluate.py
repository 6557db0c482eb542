"""Score claims found in texts against those that a person annotated."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from sco_timeline.evaluating import Evaluation

EXAMPLE = "sco-timeline evaluate gold.jsonl texts --misses"

_RATES = ("precision", "recall", "f1")
_COUNTS = ("tp", "fp", "fn")


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("gold", type=Path, metavar="GOLD", help="annotated documents: JSONL with doc, published, claims and perhaps text")
    parser.add_argument(
        "docs", type=Path, nargs="?", metavar="DOCS", help="the folder with the other texts, each named by its doc and .txt"
    )
    parser.add_argument("--predicted", type=Path, metavar="FILE", help="score these claims (JSONL) in place of what the extractor finds")
    parser.add_argument("--kinds", metavar="KIND", nargs="+", default=[], help="only documents of these kinds (text_kind)")
    parser.add_argument("--misses", action="store_true", help="list every miss and false alarm with its sentence")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="how figures are printed (default: table)")


def run(args: argparse.Namespace) -> int:
    """Print the figures, whatever they are."""
    import json

    from sco_timeline import evaluating

    golds = evaluating.read_gold(args.gold, args.docs, args.kinds)
    found = evaluating.read_claims(args.predicted) if args.predicted else evaluating.find_claims(golds)
    evaluation = evaluating.evaluate(golds, found)
    for reason, number in evaluation.apart.items():
        print(f"not scored: {number} claim{'s' if number > 1 else ''} {reason}", file=sys.stderr)
    if args.format == "json":
        print(json.dumps(_as_objects(evaluation, misses=args.misses), ensure_ascii=False, indent=1))
    else:
        _print_tables(evaluation, misses=args.misses)
    return 0


def _as_objects(evaluation: Evaluation, *, misses: bool) -> dict[str, Any]:
    frames = {"figures": evaluation.figures, "stages": evaluation.stages} | ({"misses": evaluation.misses} if misses else {})
    return {"documents": evaluation.documents} | {name: _records(frame) for name, frame in frames.items()}


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    cells = frame.astype(object).where(frame.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in cells.to_dict("records")]


def _print_tables(evaluation: Evaluation, *, misses: bool) -> None:
    figures = evaluation.figures
    print(f"documents: {evaluation.documents}")
    for level in ("key", "strict"):
        _print_level(level, figures[figures["level"] == level])
    if len(evaluation.stages):
        print("\nstages: annotated, found, claims")
        _print_aligned([tuple(map(str, row)) for row in evaluation.stages.itertuples(index=False)])
    if misses:
        _print_misses(evaluation.misses)


def _print_level(level: str, figures: pd.DataFrame) -> None:
    """Print a level: all, by type and polarity, the mean of documents, and the documents with a mistake, the worst first."""
    rows: list[tuple[str, ...]] = [(level, "P", "R", "F1", *_COUNTS)]
    for group, part in figures.groupby("types", sort=False):
        documents = part[part["by"] == "document"].assign(mistakes=lambda frame: frame["fp"] + frame["fn"])
        worst = documents[documents["mistakes"] > 0].sort_values("mistakes", ascending=False, kind="stable")
        rows += [_line(row, str(group)) for row in [*_records(part[part["by"] != "document"]), *_records(worst)]]
    print()
    _print_aligned(rows)


def _line(row: dict[str, Any], group: str) -> tuple[str, ...]:
    name = {"all": group, "mean of documents": "  mean of documents"}.get(row["by"], f"  {row['value']}")
    counts = ("" if row[key] is None else str(row[key]) for key in _COUNTS)
    return name, *(f"{row[key]:.3f}" for key in _RATES), *counts


def _print_aligned(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
        print("  ".join(cells).rstrip())


def _print_misses(misses: pd.DataFrame) -> None:
    for row in _records(misses):
        place = "" if row["start"] is None else f" [{row['start']}-{row['end']}]"
        only = " (strictly)" if row["level"] == "strict" else ""
        print(f"\n{row['what']}{only}: {row['doc']}{place}: {row['type']}: {row['claim']}")
        if row["sentence"]:
            print(f"   {row['sentence']}")

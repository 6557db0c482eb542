"""Frames on standard output, and signs of life on a terminal."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import pandas as pd

_PATIENCE = 0.7  # seconds before a step is announced
_WRAPPED = 28  # characters from which a column's cells may break into lines


class Announce(Protocol):
    """Says on the terminal what is being done."""

    def __call__(self, step: str, /) -> None:
        """Announce `step`."""


def print_frame(frame: pd.DataFrame, style: str | None) -> None:
    """Print a frame as ``table``, ``csv``, ``json`` or ``jsonl``; by default a table on a terminal, else csv."""
    style = style or ("table" if sys.stdout.isatty() else "csv")
    if style == "table":
        _print_table(frame)
    elif style == "csv":
        sys.stdout.write(_plain(frame).to_csv(index=False, lineterminator="\n"))
    else:
        lines = style == "jsonl"
        text = _with_days(frame).to_json(orient="records", lines=lines, force_ascii=False, indent=None if lines else 1)
        sys.stdout.write(text.strip("\n") + "\n" if len(frame) or not lines else "")


def _with_days(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with days as ISO text."""
    return frame.assign(**{name: frame[name].dt.strftime("%Y-%m-%d") for name in frame.select_dtypes("datetime").columns})


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with days and truth values as the CSV files write them."""
    truths = frame.select_dtypes(["bool", "boolean"]).columns
    frame = _with_days(frame)
    return frame.assign(**{name: frame[name].map({True: "true", False: "false"}) for name in truths})


def _print_table(frame: pd.DataFrame) -> None:
    """Print a table whose short cells never break, or record by record where the terminal is too narrow for that."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    console = Console(markup=False, highlight=False)
    rows = _plain(frame).astype(object).where(frame.notna(), "").astype(str)
    widths = {name: max([len(str(name)), *map(len, rows[name])]) for name in rows}
    needed = sum(min(width, _WRAPPED) + 2 for width in widths.values())
    if needed > console.width:
        for _, row in rows.iterrows():
            console.print("\n".join(f"{name}: {cell}" for name, cell in row.items()), end="\n\n")
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name, width in widths.items():
        table.add_column(str(name), no_wrap=width <= _WRAPPED, min_width=min(width, _WRAPPED))
    for _, row in rows.iterrows():
        table.add_row(*row)
    console.print(table)
    if rows.empty:
        print("no rows", file=sys.stderr)


@contextmanager
def announced() -> Iterator[Announce]:
    """Give a function that says what is being done, on a terminal only and only of a step that lasts."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console

    status = Console(stderr=True).status("")
    timer = threading.Timer(_PATIENCE, status.start)
    timer.start()
    try:
        yield lambda step: status.update(step)
    finally:
        timer.cancel()
        timer.join()
        status.stop()

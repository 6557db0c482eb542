"""Rows as a Markdown table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def markdown_table(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    r"""Return a table whose cells stay in their cells, whatever they hold; each line ends with a line feed.

    Examples
    --------
    >>> print(markdown_table(["a", "b"], [["x|y", 1]]), end="")
    | a | b |
    | --- | --- |
    | x\|y | 1 |
    """
    names = list(header)
    lines = [_line(names), _line("---" for _ in names), *map(_line, rows)]
    return "".join(f"{line}\n" for line in lines)


def _line(cells: Iterable[object]) -> str:
    return f"| {' | '.join(_cells(cells))} |"


def _cells(cells: Iterable[object]) -> Iterator[str]:
    return (" ".join(str(cell).split()).replace("|", "\\|") for cell in cells)

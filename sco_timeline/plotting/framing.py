"""What all pictures share: the axes to draw on, title, axis of years, source line, measures in points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.dates import DateFormatter, YearLocator, date2num
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from sco_timeline.describing import source_line
from sco_timeline.plotting import style
from sco_timeline.plotting.placing import Box

Canvas = Callable[[tuple[float, float]], Axes]
"""Gives axes to draw on; takes the width and height in inches that the picture would like."""

BASES = {"effective": "Counted from the day a status took effect", "decision": "Counted from the decision that granted a status"}


def canvas_for(ax: Axes | None) -> Canvas:
    """Return what gives the axes `ax`, or axes on a new pyplot figure where it is None."""
    return _on_pyplot if ax is None else lambda size: ax


def _on_pyplot(size: tuple[float, float]) -> Axes:
    from matplotlib import pyplot

    return pyplot.figure(figsize=size, dpi=style.DPI * 2 / 3, facecolor=style.PAPER, layout="constrained").add_subplot()


def number(day: Any) -> float:
    """Return a day as matplotlib counts days."""
    return float(date2num(pd.Timestamp(day).to_pydatetime()))  # type: ignore[no-untyped-call]


def records(frame: pd.DataFrame) -> Iterator[Any]:
    """Yield the rows of a table, columns as attributes."""
    yield from frame.itertuples()


def plural(status: str, count: int) -> str:
    """Return the word for `count` parties of a status.

    Examples
    --------
    >>> from sco_timeline.plotting.framing import plural
    >>> plural("dialogue_partner", 14)
    'dialogue partners'
    """
    return status.replace("_", " ") + ("" if count == 1 else "s")


def draw_frame(ax: Axes, first: pd.Timestamp, last: pd.Timestamp) -> None:
    """Set up an axis of years from `first` to `last`, light lines for years, and the source line under it."""
    ax.xaxis_date()
    ax.set_xlim(number(first), number(last))
    step = next(step for step in (1, 2, 5, 10, 20, 50) if (last.year - first.year) / step <= 7)
    ax.xaxis.set_major_locator(YearLocator(step))  # type: ignore[no-untyped-call]
    ax.xaxis.set_major_formatter(DateFormatter("%Y"))  # type: ignore[no-untyped-call]
    ax.xaxis.set_minor_locator(YearLocator(1))  # type: ignore[no-untyped-call]
    ax.tick_params(labelsize=style.TEXT, colors=style.INK, width=0.6, length=3)
    ax.tick_params(axis="x", which="minor", width=0.4, length=1.5, colors=style.INK)
    ax.grid(axis="x", color=style.FAINT, linewidth=0.5)
    ax.set_axisbelow(True)
    for side, spine in ax.spines.items():
        spine.set_visible(side == "bottom")
        spine.set(color=style.INK, linewidth=0.6)
    ax.set_xlabel(source_line(), loc="left", fontsize=style.SMALL, color=style.INK)


def draw_head(ax: Axes, title: str, subtitle: str, above: float = 0.0) -> None:
    """Write title and subtitle, `above` points over the axes."""
    ax.set_title(title, loc="left", fontsize=style.TITLE, fontweight="bold", color=style.INK, pad=above + 13.0)
    ax.annotate(
        subtitle,
        (0, 1),
        (0, above + 4.0),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=style.TEXT,
        color=style.INK,
        annotation_clip=False,
    )


def draw_legend(ax: Axes, rows: Sequence[Sequence[Artist]]) -> float:
    """Draw a legend of such rows over the axes, short ones as one, and return its height in points."""
    if sum(map(len, rows)) <= 5:
        rows = [[entry for row in rows for entry in row]]
    columns = max(map(len, rows))
    blank = Line2D([], [], linestyle="none", label=" ")
    legend = ax.legend(
        handles=[row[column] if column < len(row) else blank for column in range(columns) for row in rows],
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncols=columns,
        frameon=False,
        fontsize=style.TEXT,
        labelcolor=style.INK,
        borderaxespad=0.2,
        borderpad=0.2,
        handlelength=1.6,
        columnspacing=1.4,
    )
    settle(ax)
    return float(legend.get_window_extent().height) * points_per_pixel(ax)


def draw_rows(ax: Axes, names: Sequence[str]) -> None:
    """Set up an axis with a row for each name, the first on top, and a light line along each."""
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.set_yticks(range(len(names)), names)
    ax.tick_params(axis="y", length=0)
    ax.hlines(range(len(names)), *ax.get_xlim(), color=style.FAINT, linewidth=0.5, zorder=0.5)


def settle(ax: Axes) -> None:
    """Let the figure lay itself out, so that places on it can be measured."""
    figure: Any = ax.figure
    while not isinstance(figure, Figure):
        figure = figure.figure
    figure.draw_without_rendering()


def points_per_pixel(ax: Axes) -> float:
    """Return how many points a pixel of the figure measures."""
    return 72.0 / float(ax.figure.dpi)


def text_size(ax: Axes, text: str, fontsize: float) -> tuple[float, float]:
    """Return width and height of a text in points."""
    trial: Text = ax.text(0, 0, text, fontsize=fontsize, transform=None)
    extent = trial.get_window_extent()
    trial.remove()
    scale = points_per_pixel(ax)
    return extent.width * scale, extent.height * scale


def in_points(ax: Axes, x: float, y: float) -> tuple[float, float]:
    """Return where a point in units of the data lies, in points."""
    scale = points_per_pixel(ax)
    across, up = ax.transData.transform((x, y))
    return float(across) * scale, float(up) * scale


def bounds_in_points(ax: Axes) -> Box:
    """Return the box of the axes in points."""
    scale = points_per_pixel(ax)
    box = ax.get_window_extent()
    return Box(box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale)

"""The picture of growth: how many states stood in each status."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from sco_timeline.plotting import framing, style
from sco_timeline.plotting.growth_data import GrowthPicture, prepare_growth
from sco_timeline.plotting.placing import Box, Spot, best_spot, spread

_SIZE = (style.SINGLE_COLUMN, 2.9)
_TITLES = {"sco": "States in each status of the SCO", "shanghai_five": "States in the Shanghai Five"}


def plot_growth(ax: Axes | None = None, *, organization: str = "sco", basis: str = "effective") -> Axes:
    """Draw how many states stood in each status over time.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new pyplot figure of the width of a paper's column. The words at the ends of the
        lines stand right of the axes and need about an inch there, which a figure with ``layout="constrained"`` gives.
    organization : {"sco", "shanghai_five"}
    basis : {"effective", "decision"}
        Whether a status counts from its effect or from the decision that granted it.

    Returns
    -------
    matplotlib.axes.Axes
        With a line of steps per status, its corners the rows of `growth`, up to `as_of`. Where coarse dates leave a
        count open, the line is broken and a band spans the least and the greatest count.

    Raises
    ------
    UnknownChoiceError

    Examples
    --------
    >>> import sco_timeline as sco
    >>> from matplotlib.figure import Figure
    >>> ax = sco.plot_growth(Figure().add_subplot())
    >>> ax.get_title(loc="left")
    'States in each status of the SCO'
    """
    return draw_growth(framing.canvas_for(ax), organization, basis)


def draw_growth(canvas: framing.Canvas, organization: str, basis: str) -> Axes:
    """Draw growth on the axes that `canvas` gives."""
    picture = prepare_growth(organization, basis)
    ax = canvas(_SIZE)
    framing.draw_frame(ax, picture.first, picture.last)
    ax.set_ylim(0, float(picture.steps["count_max"].max()) + 1)
    ax.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=8, steps=[1, 2, 5, 10]))
    for status, points in picture.steps.groupby("status", observed=True, sort=False):
        _draw_steps(ax, str(status), points)
    framing.draw_head(ax, _TITLES[organization], framing.BASES[basis])
    framing.settle(ax)
    _label_ends(ax, picture)
    framing.settle(ax)
    _label_accessions(ax, picture)
    return ax


def _draw_steps(ax: Axes, status: str, points: pd.DataFrame) -> None:
    days = points["date"].map(framing.number).to_numpy(float)
    counts = points["count"].to_numpy(float, na_value=float("nan"))
    low, high = points["count_min"].to_numpy(float), points["count_max"].to_numpy(float)
    look: dict[str, Any] = {"color": style.colour(status), "zorder": 3.0 - style.line_width(status) / 10}
    ax.plot(days, counts, drawstyle="steps-post", linewidth=style.line_width(status), label=status, solid_capstyle="butt", **look)
    if (low < high).any():
        ax.fill_between(
            days, low, high, where=low < high, step="post", alpha=0.5, linewidth=0.5, label=f"{status} (least to greatest)", **look
        )


def _label_ends(ax: Axes, picture: GrowthPicture) -> None:
    """Write count and status behind the end of each line, moved apart where lines end close together."""
    ends = picture.steps.groupby("status", observed=True, sort=False).tail(1)
    levels = [(low + high) / 2 for low, high in zip(ends["count_min"], ends["count_max"], strict=True)]
    heights = [framing.in_points(ax, 0, level)[1] for level in levels]
    moved = spread(heights, framing.text_size(ax, "0", style.TEXT)[1] * 1.25)
    for end, level, height, place in zip(framing.records(ends), levels, heights, moved, strict=True):
        ax.annotate(
            _end_label(end),
            (framing.number(picture.last), level),
            (4.0, place - height),
            textcoords="offset points",
            va="center",
            fontsize=style.TEXT,
            color=style.INK,
            annotation_clip=False,
        )


def _end_label(end: Any) -> str:
    number = str(end.count_max) if end.count_min == end.count_max else f"{end.count_min}–{end.count_max}"
    return f"{number} {framing.plural(end.status, end.count_max)}"


def _label_accessions(ax: Axes, picture: GrowthPicture) -> None:
    """Write who acceded at each step up of the closest status, where no line runs."""
    lines = list(_line_boxes(ax, picture.steps))
    bounds = framing.bounds_in_points(ax)
    texts: list[Box] = []
    for row in framing.records(picture.accessions):
        at = framing.number(row.date), float(row.count)
        point = framing.in_points(ax, *at)
        spot = best_spot(_spots(point, framing.text_size(ax, row.label, style.SMALL)), lines, texts, bounds)
        texts.append(spot.box)
        _draw_label(ax, row.label, at, spot)
        ax.plot(*at, marker="o", markersize=3.2, color=style.PAPER, markeredgecolor=style.colour(row.status), markeredgewidth=0.9, zorder=4)


def _spots(point: tuple[float, float], size: tuple[float, float]) -> Iterator[Spot]:
    """Yield boxes left of, over, right of and under a point, at growing distances."""
    width, height = size[0] + 2, size[1] + 1
    for far in range(4, 60, 2):
        for up in range(-40, 60, 2):
            right, left = point[0] - far, point[0] + far
            middle = point[1] + up
            yield Spot(Box(right - width, middle - height / 2, right, middle + height / 2), (right, middle), point)
            yield Spot(Box(left, middle - height / 2, left + width, middle + height / 2), (left, middle), point)


def _draw_label(ax: Axes, label: str, at: tuple[float, float], spot: Spot) -> None:
    middle = (spot.box.bottom + spot.box.top) / 2
    offset = (spot.box.left + 1 - spot.point[0], middle - spot.point[1])
    ax.annotate(label, at, offset, textcoords="offset points", va="center", fontsize=style.SMALL, color=style.INK)
    tail = (spot.tail[0] - spot.point[0], spot.tail[1] - spot.point[1])
    leader = {"arrowstyle": "-", "linewidth": 0.5, "color": style.INK, "shrinkA": 0, "shrinkB": 1.6}
    ax.annotate("", at, tail, textcoords="offset points", arrowprops=leader, zorder=3.5)


def _line_boxes(ax: Axes, steps: pd.DataFrame) -> Iterator[Box]:
    """Yield the boxes, in points, that the level and the upright pieces of all lines take."""
    for status, points in steps.groupby("status", observed=True, sort=False):
        margin = style.line_width(str(status)) / 2 + 0.5
        corners = [
            (framing.in_points(ax, framing.number(row.date), row.count_min), framing.in_points(ax, framing.number(row.date), row.count_max))
            for row in framing.records(points)
        ]
        for (low, high), (next_low, next_high) in pairwise(corners):
            yield Box(low[0], low[1], next_low[0], high[1]).grown(margin)
            yield Box(next_low[0], min(low[1], next_low[1]), next_low[0], max(high[1], next_high[1])).grown(margin)

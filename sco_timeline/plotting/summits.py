"""The picture of summits: when and where the heads of state met, a row per host."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from sco_timeline.plotting import framing, style
from sco_timeline.plotting.placing import Box, Spot, best_spot
from sco_timeline.plotting.summits_data import prepare_summits

_ORGANIZATIONS = {"shanghai_five": "Shanghai Five", "sco": "SCO"}
_ROW = 0.44
_MARK = 6.0


def plot_summits(ax: Axes | None = None) -> Axes:
    """Draw when and where the heads of state of the Shanghai Five and the SCO met.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new pyplot figure as wide as a page of two columns. Other axes should be about
        0.5 inches high per host.

    Returns
    -------
    matplotlib.axes.Axes
        With a row per host state, in order of their first summit, and a mark per summit on the day of its session:
        its shape says how the heads met, its colour which organization; extraordinary and planned ones are hollow.

    Examples
    --------
    >>> import sco_timeline as sco
    >>> from matplotlib.figure import Figure
    >>> ax = sco.plot_summits(Figure().add_subplot())
    >>> ax.get_yticklabels()[0].get_text()
    'China'
    """
    return draw_summits(framing.canvas_for(ax))


def draw_summits(canvas: framing.Canvas) -> Axes:
    """Draw summits on the axes that `canvas` gives."""
    picture = prepare_summits()
    ax = canvas((style.DOUBLE_COLUMN, 1.05 + _ROW * len(picture.hosts)))
    framing.draw_frame(ax, picture.first, picture.last)
    framing.draw_rows(ax, picture.hosts)
    for summit in framing.records(picture.summits):
        at = framing.number(summit.day)
        ax.plot(at, summit.row, label=summit.summit_id, zorder=3, **_look(summit))
    years = f"{picture.first.year}–{picture.summits['day'].max().year}"
    above = framing.draw_legend(ax, [list(_legend_entries(picture.summits))])
    framing.draw_head(ax, f"Summits of the Shanghai Five and the SCO by host, {years}", "Meetings of heads of state", above)
    framing.settle(ax)
    _label(ax, picture.summits)
    return ax


def _look(summit: Any) -> dict[str, Any]:
    colour = style.ORGANIZATIONS[summit.organization]
    hollow = summit.extraordinary or not summit.held
    return _mark_look(summit.format, style.PAPER if hollow else colour, colour)


def _mark_look(format_: str, face: str, edge: str) -> dict[str, Any]:
    size = _MARK - 1.0 * (format_ == "hybrid")
    mark = {"linestyle": "none", "marker": style.FORMAT_MARKS[format_], "markersize": size}
    return {**mark, "color": face, "markeredgecolor": edge, "markeredgewidth": 1.0}


def _label(ax: Axes, summits: pd.DataFrame) -> None:
    """Write city and year over each mark, or under it or aside where that is taken."""
    at = {summit.summit_id: framing.in_points(ax, framing.number(summit.day), summit.row) for summit in framing.records(summits)}
    marks = [Box(*point, *point).grown(_MARK / 2 + 0.5) for point in at.values()]
    texts: list[Box] = []
    for summit in framing.records(summits):
        point = at[summit.summit_id]
        spot = best_spot(_spots(point, framing.text_size(ax, summit.label, style.SMALL)), marks, texts, framing.bounds_in_points(ax))
        texts.append(spot.box)
        offset = ((spot.box.left + spot.box.right) / 2 - point[0], (spot.box.bottom + spot.box.top) / 2 - point[1])
        ax.annotate(
            summit.label,
            (framing.number(summit.day), summit.row),
            offset,
            textcoords="offset points",
            ha="center",
            va="center",
            fontsize=style.SMALL,
            color=style.INK,
        )


def _spots(point: tuple[float, float], size: tuple[float, float]) -> Iterator[Spot]:
    """Yield boxes over and under a point, centred first, then shifted to either side."""
    width, height = size[0] + 2, size[1]
    for away in (0.0, height):
        for shift in (0.0, width / 4, -width / 4, width / 2, -width / 2):
            for up in (1, -1):
                middle = point[0] + shift, point[1] + up * (_MARK / 2 + 1 + height / 2 + away)
                box = Box(middle[0] - width / 2, middle[1] - height / 2, middle[0] + width / 2, middle[1] + height / 2)
                yield Spot(box, middle, middle)


def _legend_entries(summits: pd.DataFrame) -> Iterator[Artist]:
    """Yield an entry for each thing that the picture shows."""
    for organization, colour in style.ORGANIZATIONS.items():
        if (summits["organization"] == organization).any():
            yield Patch(color=colour, linewidth=0, label=_ORGANIZATIONS[organization])
    for format_ in style.FORMAT_MARKS:
        if (summits["format"] == format_).any():
            yield Line2D([], [], label=format_.replace("_", " "), **_mark_look(format_, style.INK, style.INK))
    hollow = [word for word, shown in (("extraordinary", summits["extraordinary"]), ("planned", ~summits["held"])) if shown.any()]
    if hollow:
        yield Line2D([], [], label=" or ".join(hollow), **_mark_look("in_person", style.PAPER, style.INK))

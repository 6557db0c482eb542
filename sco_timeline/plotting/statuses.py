"""The picture of statuses: who stood in which, a bar per party."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.markers import CARETRIGHTBASE
from matplotlib.patches import Patch

from sco_timeline.plotting import framing, style
from sco_timeline.plotting.statuses_data import StatusesPicture, prepare_statuses

_ROW = 0.185
_BAR = 0.6
_SLICES = 12
_THIN = 1 / 200
_TITLES = {"sco": "Who stood in which status to the SCO", "shanghai_five": "Who took part in the Shanghai Five"}
_HATCH = "/////"


def plot_statuses(ax: Axes | None = None, *, organization: str = "sco", basis: str = "effective") -> Axes:
    """Draw who stood in which status over time.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new pyplot figure as wide as a page of two columns. Other axes should be about
        0.2 inches high per party.
    organization : {"sco", "shanghai_five"}
    basis : {"effective", "decision"}
        Whether a status counts from its effect or from the decision that granted it.

    Returns
    -------
    matplotlib.axes.Axes
        With a row per party that ever had a status, or a decision or memorandum towards one; the closest present
        status first, then the longest in it. Bars are the spells of `memberships`: they fade where a start or end is
        known only coarsely, and lead out of the picture where a status still held on `as_of`.

    Raises
    ------
    UnknownChoiceError

    Examples
    --------
    >>> import sco_timeline as sco
    >>> from matplotlib.figure import Figure
    >>> ax = sco.plot_statuses(Figure().add_subplot(), organization="shanghai_five")
    >>> len(ax.get_yticklabels())
    6
    """
    return draw_statuses(framing.canvas_for(ax), organization, basis)


def draw_statuses(canvas: framing.Canvas, organization: str, basis: str) -> Axes:
    """Draw statuses on the axes that `canvas` gives."""
    picture = prepare_statuses(organization, basis)
    ax = canvas((style.DOUBLE_COLUMN, 1.35 + _ROW * len(picture.parties)))
    framing.draw_frame(ax, picture.first, picture.last)
    framing.draw_rows(ax, picture.parties["name"].tolist())
    for bar in framing.records(picture.bars):
        tint = style.colour(bar.status)
        _draw_span(ax, bar, f"bar {bar.party_id} {bar.status}", facecolor=tint, edgecolor=tint, zorder=2)
        if bar.open:
            _draw_open_end(ax, picture.last, bar)
    for gap in framing.records(picture.gaps):
        _draw_span(ax, gap, f"gap {gap.party_id} {gap.status}", facecolor="none", edgecolor=style.PAPER, hatch=_HATCH, zorder=2.2)
    for mark in framing.records(picture.marks):
        _draw_mark(ax, mark)
    above = framing.draw_legend(ax, list(_legend_rows(picture)))
    framing.draw_head(ax, _TITLES[organization], framing.BASES[basis], above)
    return ax


def _draw_span(ax: Axes, span: Any, label: str, **look: Any) -> None:
    """Draw a sure stretch as one rectangle, never too thin to see, and its unsure ends as slices that fade away from it."""
    left, right = ax.get_xlim()
    for start, end, opacity in shades(span):
        hair = 0.8 if opacity == 1 and end - start < _THIN * (right - left) else 0.0
        name = label if opacity == 1 else f"_{label}"
        ax.barh(span.row, end - start, _BAR, start, alpha=opacity, linewidth=hair, antialiased=opacity == 1, label=name, **look)


def shades(span: Any) -> Iterator[tuple[float, float, float]]:
    """Yield start, end and opacity of the pieces that a span is drawn of, in matplotlib's days."""
    names = ("start_earliest", "start_latest", "end_earliest", "end_latest")
    start, sure_from, sure_to, end = (framing.number(getattr(span, name)) for name in names)
    if sure_from < sure_to:
        yield sure_from, sure_to, 1.0
    for piece in range(_SLICES):
        low, high, opacity = piece / _SLICES, (piece + 1) / _SLICES, (piece + 0.5) / _SLICES
        if start < sure_from:
            yield start + low * (sure_from - start), start + high * (sure_from - start), opacity
        if sure_to < end:
            yield end - high * (end - sure_to), end - low * (end - sure_to), opacity


def _draw_open_end(ax: Axes, last: pd.Timestamp, bar: Any) -> None:
    look = _open_look(style.colour(bar.status))
    ax.plot(framing.number(last), bar.row, clip_on=False, label=f"open {bar.party_id} {bar.status}", **look)


def _open_look(colour: str) -> dict[str, Any]:
    return {"linestyle": "none", "marker": CARETRIGHTBASE, "markersize": 5, "color": colour, "markeredgewidth": 0}


def _draw_mark(ax: Axes, mark: Any) -> None:
    """Draw a decision or memorandum in the colour of the status it is about, hollow and with a whisker if its day is not known."""
    at, look = framing.number(mark.day), _mark_look(mark.stage, style.colour(mark.status), mark.exact)
    if not mark.exact:
        ax.hlines(mark.row, framing.number(mark.earliest), framing.number(mark.latest), color=style.INK, linewidth=0.7, zorder=3)
    ax.plot(at, mark.row, label=f"{mark.stage} {mark.party_id} {mark.status}", zorder=4, **look)


def _mark_look(stage: str, colour: str, exact: bool) -> dict[str, Any]:
    face, edge = (colour, style.outline(colour)) if exact else (style.PAPER, style.INK)
    mark = {"linestyle": "none", "marker": style.STAGE_MARKS[stage], "markersize": style.STAGE_SIZES[stage]}
    return {**mark, "color": face, "markeredgecolor": edge, "markeredgewidth": 0.8}


def _legend_rows(picture: StatusesPicture) -> Iterator[list[Artist]]:
    """Yield a row of entries for the statuses that the picture shows, and one for all else that it does."""
    shown = {*picture.bars["status"], *picture.marks["status"]}
    statuses = [status for status in reversed(picture.bars["status"].cat.categories) if status in shown]
    yield [Patch(color=style.colour(status), linewidth=0, label=framing.plural(status, 1)) for status in statuses]
    marks = picture.marks
    stages = [stage for stage in style.STAGE_MARKS if (marks["stage"] == stage).any()]
    entries: list[Artist] = [Line2D([], [], label=stage, **_mark_look(stage, style.INK, True)) for stage in stages]
    if not marks["exact"].all():
        entries.append(Line2D([], [], label="day uncertain", **_mark_look("memorandum", style.INK, False)))
    if len(picture.gaps):
        entries.append(Patch(facecolor=style.INK, edgecolor=style.PAPER, hatch=_HATCH, linewidth=0, label="takes no part"))
    if picture.bars["open"].any():
        entries.append(Line2D([], [], label="continues", **_open_look(style.INK)))
    yield entries

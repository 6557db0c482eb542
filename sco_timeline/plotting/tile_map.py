"""The map of tiles: one tile a party in rough geographic order, coloured by its status on a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from sco_timeline.describing import source_line
from sco_timeline.plotting import framing, style
from sco_timeline.plotting.tiles import TilesPicture, prepare_tiles

_TILE = 0.6
_GAP = 0.06
_HATCH = "/////"
_TITLES = {"sco": "Status to the SCO on {}", "shanghai_five": "The Shanghai Five on {}"}


def plot_map(ax: Axes | None = None, *, on: object = None, organization: str = "sco", basis: str = "effective") -> Axes:
    """Draw who stood in which status on a day, one tile a party in rough geographic order.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new pyplot figure as wide as a page of two columns. Other axes should be about
        twice as wide as high.
    on : str or date-like, optional
        The day, by default `as_of`.
    organization : {"sco", "shanghai_five"}
    basis : {"effective", "decision"}
        Whether a status counts from its effect or from the decision that granted it.

    Returns
    -------
    matplotlib.axes.Axes
        With a tile, labelled by its ISO code, for each state that ever took a step towards a status: coloured by
        status, empty for none, hatched where sources leave the day's status open. Tiles are no borders: they say nothing
        of size, shape or neighbours.

    Raises
    ------
    AfterCoverageError
        If the day is after `as_of`.
    InvalidDateError, BadArgumentError
        If it is no day.
    UnknownChoiceError

    Examples
    --------
    >>> import sco_timeline as sco
    >>> from matplotlib.figure import Figure
    >>> ax = sco.plot_map(Figure().add_subplot(), on="2017-06-09")
    >>> sum(tile.get_label() == "PAK member" for tile in ax.patches)
    1
    """
    return draw_map(framing.canvas_for(ax), on, organization, basis)


def draw_map(canvas: framing.Canvas, on: object, organization: str, basis: str) -> Axes:
    """Draw a map of tiles on the axes that `canvas` gives."""
    picture = prepare_tiles(on, organization, basis)
    columns, rows = picture.tiles["column"].max() + 1, picture.tiles["row"].max() + 1
    ax = canvas((style.DOUBLE_COLUMN, 0.9 + _TILE * rows))
    ax.set(xlim=(-_GAP, columns), ylim=(rows, -_GAP), aspect="equal", xticks=[], yticks=[])
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.set_xlabel(source_line(), loc="left", fontsize=style.SMALL, color=style.INK)
    for tile in framing.records(picture.tiles):
        _draw_tile(ax, tile.column, tile.row, tile.party_id, tile.status)
    above = framing.draw_legend(ax, [list(_legend_entries(picture))])
    day = f"{picture.day.day} {picture.day:%B %Y}"
    framing.draw_head(ax, _TITLES[organization].format(day), framing.BASES[basis], above)
    return ax


def _draw_tile(ax: Axes, column: int, row: int, party: str, status: object) -> None:
    label, look, ink = f"{party} {status if isinstance(status, str) else 'open'}", _look(status), _ink(status)
    ax.add_patch(Rectangle((column, row), 1 - _GAP, 1 - _GAP, linewidth=0.8, label=label, **look))
    box = {"facecolor": style.PAPER, "edgecolor": "none", "pad": 1.0} if "hatch" in look else None
    at = (column + (1 - _GAP) / 2, row + (1 - _GAP) / 2)
    ax.text(*at, party, ha="center", va="center", fontsize=style.TEXT, color=ink, bbox=box)


def _look(status: object) -> dict[str, Any]:
    """Return how the tile of a status is filled and edged; one that sources leave open is hatched."""
    if not isinstance(status, str):
        return {"facecolor": style.PAPER, "edgecolor": style.INK, "hatch": _HATCH}
    if status == "none":
        return {"facecolor": style.PAPER, "edgecolor": style.FAINT}
    return {"facecolor": style.colour(status), "edgecolor": style.colour(status)}


def _ink(status: object) -> str:
    if not isinstance(status, str):
        return style.INK
    return style.MUTED if status == "none" else style.outline(style.colour(status))


def _legend_entries(picture: TilesPicture) -> Iterator[Artist]:
    """Yield an entry for each status that a tile shows, with the number of its parties."""
    shown = picture.tiles["status"]
    for status in picture.statuses:
        if count := int((shown == status).sum()):
            yield Patch(color=style.colour(status), linewidth=0, label=f"{count} {framing.plural(status, count)}")
    if none := int((shown == "none").sum()):
        yield Patch(facecolor=style.PAPER, edgecolor=style.MUTED, linewidth=0.6, label=f"{none} without status")
    if unclear := int(shown.isna().sum()):
        yield Patch(facecolor=style.PAPER, edgecolor=style.INK, hatch=_HATCH, linewidth=0.6, label=f"{unclear} open")

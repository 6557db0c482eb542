"""A picture as a file: without pyplot, and with the same bytes at every run."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from sco_timeline.describing import source_line
from sco_timeline.errors import BadArgumentError, UnknownChoiceError
from sco_timeline.plotting import style
from sco_timeline.plotting.framing import Canvas
from sco_timeline.plotting.growth import draw_growth
from sco_timeline.plotting.statuses import draw_statuses
from sco_timeline.plotting.summits import draw_summits
from sco_timeline.plotting.tile_map import draw_map

PICTURES: dict[str, Callable[[Canvas, str, str, object], Axes]] = {
    "growth": lambda canvas, organization, basis, on: draw_growth(canvas, organization, basis),
    "map": lambda canvas, organization, basis, on: draw_map(canvas, on, organization, basis),
    "statuses": lambda canvas, organization, basis, on: draw_statuses(canvas, organization, basis),
    "summits": lambda canvas, organization, basis, on: draw_summits(canvas),
}
_METADATA: dict[str, dict[str, str | None]] = {
    "png": {},
    "svg": {"Date": None},
    "pdf": {"CreationDate": None},
}
_SETTINGS: dict[Any, Any] = {
    "font.family": ["DejaVu Sans"],
    "svg.hashsalt": "sco_timeline",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "timezone": "UTC",
}


def draw(name: str, out: Path | str, *, organization: str = "sco", basis: str = "effective", on: object = None) -> Path:
    """Draw a picture into a file.

    The same bytes at every run, whatever the user's matplotlib settings, under one version of matplotlib (for pdf of
    fontTools, for png of Pillow too). The file is written beside its place and renamed into it.

    Parameters
    ----------
    name : {"growth", "map", "statuses", "summits"}
    out : Path or str
        The file; its suffix, ``.png``, ``.svg`` or ``.pdf``, says which kind.
    organization : {"sco", "shanghai_five"}
    basis : {"effective", "decision"}
        As in `plot_growth`. Summits are those of both organizations and know no basis.
    on : str or date-like, optional
        The day of a map, by default `as_of`.

    Returns
    -------
    Path
        `out`.

    Raises
    ------
    UnknownChoiceError
        For another name or suffix, organization or basis.
    BadArgumentError
        If the summits are asked for by organization or basis, or anything but a map on a day; if `on` is no day.
    InvalidDateError, AfterCoverageError
        If `on` is no day of the record.
    OSError
        If the file cannot be written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     draw("growth", Path(folder) / "growth.svg").stat().st_size > 10_000
    True
    """
    out = Path(out)
    kind = out.suffix.lower().removeprefix(".")
    if name not in PICTURES:
        raise UnknownChoiceError("picture", name, tuple(PICTURES))
    if kind not in _METADATA:
        raise UnknownChoiceError("suffix", out.suffix, tuple(f".{kind}" for kind in _METADATA))
    if name == "summits" and (organization, basis) != ("sco", "effective"):
        raise BadArgumentError("the summits of both organizations are one picture; leave out organization and basis")
    if name != "map" and on is not None:
        raise BadArgumentError(f"only a map is drawn on a day; {name} shows all of them")
    out.parent.stat()  # a missing folder is named as the caller wrote it
    _write(out, render(name, kind, organization, basis, on))
    return out


def render(name: str, kind: str, organization: str, basis: str, on: object = None) -> bytes:
    """Return the bytes of a picture as png, svg or pdf."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS)
        figures: list[Figure] = []
        ax = PICTURES[name](lambda size: _paper(size, figures), organization, basis, on)
        (figure,) = figures
        figure.draw_without_rendering()
        figure.set_layout_engine("none")
        content = io.BytesIO()
        metadata: dict[str, Any] = {"Title": ax.get_title(loc="left"), "Source": source_line(), **_METADATA[kind]}
        if kind == "pdf":
            metadata["Subject"] = metadata.pop("Source")
        figure.savefig(content, format=kind, metadata=metadata)
        return content.getvalue()


def _paper(size: tuple[float, float], figures: list[Figure]) -> Axes:
    figure = Figure(figsize=size, dpi=style.DPI, facecolor=style.PAPER, layout="constrained")
    FigureCanvasAgg(figure)
    figures.append(figure)
    return figure.add_subplot()


def _write(out: Path, content: bytes) -> None:
    beside = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        os.replace(beside, out)
    finally:
        beside.unlink(missing_ok=True)

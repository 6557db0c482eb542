"""No text of any picture lies on another, on a line that it does not belong to, or outside the figure."""

from itertools import combinations

import pytest
from matplotlib.cbook import pts_to_poststep
from matplotlib.path import Path
from matplotlib.text import Text

import sco_timeline as sco
from sco_timeline.plotting.growth import draw_growth
from sco_timeline.plotting.statuses import draw_statuses
from sco_timeline.plotting.summits import draw_summits


def labels_outside(axis):
    """Return the labels of ticks beyond the axis, which are not drawn."""
    low, high = sorted(axis.get_view_interval())
    return [label for tick in axis.get_major_ticks() if not low <= tick.get_loc() <= high for label in (tick.label1, tick.label2)]


def texts_of(figure):
    """Return each text that is drawn with its box in pixels."""
    figure.draw_without_rendering()
    renderer = figure.canvas.get_renderer()
    outside = {label for ax in figure.axes for axis in (ax.xaxis, ax.yaxis) for label in labels_outside(axis)}
    found = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip() and text not in outside]
    return [(text.get_text(), Text.get_window_extent(text, renderer)) for text in found]


def check(figure):
    texts = texts_of(figure)
    assert len(texts) > 8
    overlapping = [(one[0], other[0]) for one, other in combinations(texts, 2) if one[1].overlaps(other[1])]
    assert not overlapping
    cut = [text for text, box in texts if box.x0 < 0 or box.y0 < 0 or box.x1 > figure.bbox.x1 or box.y1 > figure.bbox.y1]
    assert not cut


DRAW = {
    "growth": draw_growth,
    "statuses": draw_statuses,
    "summits": lambda canvas, organization, basis: draw_summits(canvas),
}


@pytest.mark.parametrize("picture", DRAW)
def test_texts_are_disjoint_and_inside_on_paper(paper, standing, picture):
    check(DRAW[picture](lambda size: paper(*size), **standing).figure)


@pytest.mark.parametrize("picture", ["growth", "statuses"])
def test_texts_are_disjoint_and_inside_on_screen(standing, picture):
    check(getattr(sco, f"plot_{picture}")(**standing).figure)


def test_texts_of_summits_are_disjoint_and_inside_on_screen():
    check(sco.plot_summits().figure)


@pytest.mark.parametrize("size", [(3.3, 2.6), (3.5, 2.9), (5.0, 3.0), (7.0, 4.0)])
def test_growth_stays_readable_in_other_sizes(paper, standing, size):
    check(sco.plot_growth(paper(*size), **standing).figure)


def test_no_label_of_growth_lies_on_a_line(paper, standing):
    ax = draw_growth(lambda size: paper(*size), **standing)
    ax.figure.draw_without_rendering()
    steps = [line for line in ax.lines if line.get_drawstyle() == "steps-post"]
    paths = [Path(ax.transData.transform(pts_to_poststep(*line.get_data()).T)) for line in steps]
    labels = [text for text in ax.texts if text.get_text()]
    covering = [text.get_text() for text in labels for path in paths if path.intersects_bbox(text.get_window_extent(), filled=False)]
    assert not covering

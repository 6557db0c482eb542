"""Where labels go: plain geometry of boxes in points, without a figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot, inf
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle with its sides along the axes."""

    left: float
    bottom: float
    right: float
    top: float

    def moved(self, dx: float, dy: float) -> Box:
        """Return the box shifted."""
        return Box(self.left + dx, self.bottom + dy, self.right + dx, self.top + dy)

    def grown(self, margin: float) -> Box:
        """Return the box with a margin on every side."""
        return Box(self.left - margin, self.bottom - margin, self.right + margin, self.top + margin)

    def overlaps(self, other: Box) -> bool:
        """Say whether the two share more than an edge."""
        return self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top

    def holds(self, other: Box) -> bool:
        """Say whether the other lies inside."""
        return self.left <= other.left and other.right <= self.right and self.bottom <= other.bottom and other.top <= self.top

    def crossed_by(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        """Say whether the straight line between two points meets the box."""
        enter, leave = 0.0, 1.0
        for at, to, low, high in ((start[0], end[0], self.left, self.right), (start[1], end[1], self.bottom, self.top)):
            if at == to:
                if not low <= at <= high:
                    return False
                continue
            near, far = sorted(((low - at) / (to - at), (high - at) / (to - at)))
            enter, leave = max(enter, near), min(leave, far)
        return enter <= leave


class Spot(NamedTuple):
    """A box that a label could take, and the line that would lead from it to its point."""

    box: Box
    tail: tuple[float, float]
    point: tuple[float, float]

    @property
    def length(self) -> float:
        """Length of that line."""
        return hypot(self.tail[0] - self.point[0], self.tail[1] - self.point[1])


_CROSSING, _COVERING = 12.0, 1e4


def best_spot(spots: Iterable[Spot], lines: Sequence[Box], texts: Sequence[Box], bounds: Box) -> Spot:
    """Return the spot nearest to its point that covers nothing.

    Parameters
    ----------
    spots : iterable of Spot
        In order of preference.
    lines, texts : sequence of Box
        What is drawn already. A label may cover neither; the line that leads to it may cross lines, at a price.
    bounds : Box
        What the label should stay in.

    Returns
    -------
    Spot
        Where every spot covers something, the one that covers least.
    """
    best, *others = sorted(spots, key=lambda spot: spot.length)
    lowest = _price(best, lines, texts, bounds, inf)
    for spot in others:
        if spot.length >= lowest:
            break
        if (price := _price(spot, lines, texts, bounds, lowest)) < lowest:
            best, lowest = spot, price
    return best


def _price(spot: Spot, lines: Sequence[Box], texts: Sequence[Box], bounds: Box, lowest: float) -> float:
    """Return what a spot costs; where it covers too much to be better than `lowest`, no crossings are counted."""
    covered = sum(spot.box.overlaps(other) for other in [*lines, *texts]) + (not bounds.holds(spot.box))
    covered += sum(other.crossed_by(spot.tail, spot.point) for other in texts)
    price = spot.length + _COVERING * covered
    if price >= lowest:
        return price
    return price + _CROSSING * sum(other.crossed_by(spot.tail, spot.point) for other in lines)


def spread(centres: Sequence[float], distance: float) -> list[float]:
    """Move values apart until neighbours differ by `distance` or more, keeping their order and moving as little as needed.

    Examples
    --------
    >>> from sco_timeline.plotting.placing import spread
    >>> spread([0.0, 1.0, 10.0], 3.0)
    [-1.0, 2.0, 10.0]
    """
    order = sorted(range(len(centres)), key=lambda number: centres[number])
    blocks: list[list[float]] = []
    for place, number in enumerate(order):
        blocks.append([centres[number] - place * distance])
        while len(blocks) > 1 and _mean(blocks[-2]) > _mean(blocks[-1]):
            last = blocks.pop()
            blocks[-1] += last
    level = [_mean(block) for block in blocks for _ in block]
    moved = [0.0] * len(centres)
    for place, number in enumerate(order):
        moved[number] = level[place] + place * distance
    return moved


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)

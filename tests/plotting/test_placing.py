"""Boxes, spots and spreading."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_timeline.plotting.placing import Box, Spot, best_spot, spread

UNIT = Box(0, 0, 1, 1)


@pytest.mark.parametrize(
    ("other", "overlaps"),
    [
        (Box(0.5, 0.5, 2, 2), True),
        (Box(0.2, 0.2, 0.8, 0.8), True),
        (Box(1, 0, 2, 1), False),  # a common side
        (Box(0, 1.1, 1, 2), False),
        (Box(-1, -1, -0.1, 2), False),
    ],
)
def test_boxes_overlap_where_they_share_more_than_a_side(other, overlaps):
    assert UNIT.overlaps(other) is overlaps
    assert other.overlaps(UNIT) is overlaps


@pytest.mark.parametrize(
    ("start", "end", "crossed"),
    [
        ((-1, 0.5), (2, 0.5), True),
        ((0.5, -1), (0.5, 2), True),
        ((-1, -1), (2, 2), True),
        ((0.4, 0.4), (0.6, 0.6), True),  # wholly inside
        ((-1, 0.5), (-0.5, 0.5), False),  # ends before it
        ((-1, 2), (2, 2), False),
        ((-1, 1), (1, 3), False),  # passes the corner
    ],
)
def test_lines_cross_boxes(start, end, crossed):
    assert UNIT.crossed_by(start, end) is crossed


def test_boxes_move_grow_and_hold():
    assert UNIT.moved(2, 3) == Box(2, 3, 3, 4)
    assert UNIT.grown(1) == Box(-1, -1, 2, 2)
    assert UNIT.grown(1).holds(UNIT)
    assert not UNIT.holds(UNIT.moved(0.5, 0))


def spot_at(left, bottom, point=(0.0, 0.0)):
    return Spot(Box(left, bottom, left + 1, bottom + 1), (left, bottom), point)


EVERYWHERE = Box(-100, -100, 100, 100)


@pytest.mark.parametrize(
    ("spots", "lines", "texts", "chosen"),
    [
        ([spot_at(5, 0), spot_at(2, 0)], [], [], 1),  # the nearest
        ([spot_at(2, 0), spot_at(5, 0)], [Box(2, 0, 3, 1)], [], 1),  # not on a line
        ([spot_at(2, 0), spot_at(0, 5)], [], [Box(2, 0, 3, 1)], 1),  # not on a text
        ([spot_at(5, 0), spot_at(0, 9)], [], [Box(1, -1, 2, 1)], 1),  # not led to over a text
        ([spot_at(5, 0), spot_at(0, 9)], [Box(1, -1, 2, 1)], [], 1),  # rather farther than over a line
        ([spot_at(5, 0), spot_at(0, 30)], [Box(1, -1, 2, 1)], [], 0),  # but not much farther
        ([spot_at(2, 0), spot_at(0, 2)], [], [], 0),  # the first of two as good
    ],
)
def test_the_best_spot(spots, lines, texts, chosen):
    assert best_spot(spots, lines, texts, EVERYWHERE) is spots[chosen]


def test_a_spot_in_bounds_is_better_than_a_near_one():
    assert best_spot([spot_at(2, 0), spot_at(-20, 0)], [], [], Box(-50, -50, 0, 50)).box.left == -20


def test_where_all_spots_cover_something_the_least_covered_wins():
    spots = [spot_at(2, 0), spot_at(5, 0)]
    lines = [Box(2, 0, 6, 1), Box(2, 0, 3, 1)]
    assert best_spot(spots, lines, [], EVERYWHERE) is spots[1]


@given(st.lists(st.integers(-50, 50).map(float), min_size=1, max_size=8), st.integers(1, 10).map(float))
def test_spread_values_keep_order_distance_and_mean(values, distance):
    moved = spread(values, distance)
    by_value = [place for _, place in sorted(zip(values, moved, strict=True))]
    assert all(after - before >= distance - 1e-9 for before, after in pairwise(by_value))
    assert sum(moved) == pytest.approx(sum(values))


@pytest.mark.parametrize("values", [[0.0, 3.0, 6.0], [6.0, 0.0], [1.5], []])
def test_values_far_enough_apart_stay(values):
    assert spread(values, 3.0) == values

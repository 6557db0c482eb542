"""Colours that every reader can tell apart, measured."""

import re
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest

import sco_timeline.plotting
from sco_timeline.descriptor import read_package
from sco_timeline.plotting import style

TOGETHER = ("member", "observer", "dialogue_partner", "partner")

# Linear RGB as seen with full protanopia, deuteranopia, tritanopia: Machado, Oliveira and Fernandes (2009).
VISION = {
    "usual": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TO_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])
WHITE = np.array([0.95047, 1.0, 1.08883])


def lab(colour, vision="usual"):
    """Return CIE L*, a*, b* of a colour as seen with a kind of vision."""
    rgb = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    xyz = TO_XYZ @ np.clip(np.array(VISION[vision]) @ linear, 0, 1) / WHITE
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize(("pair", "vision"), list(product(combinations(TOGETHER, 2), VISION)))
def test_statuses_shown_together_differ_for_any_colour_vision(pair, vision):
    one, other = (lab(style.colour(status), vision) for status in pair)
    assert np.linalg.norm(one - other) > 25


@pytest.mark.parametrize("pair", list(combinations(TOGETHER, 2)), ids=" and ".join)
def test_statuses_shown_together_differ_in_grey(pair):
    one, other = (lab(style.colour(status))[0] for status in pair)
    assert abs(one - other) > 10


@pytest.mark.parametrize("vision", VISION)
def test_the_two_organizations_differ(vision):
    one, other = (lab(colour, vision) for colour in style.ORGANIZATIONS.values())
    assert np.linalg.norm(one - other) > 25
    assert abs(one[0] - other[0]) > 20


def test_every_status_that_can_be_shown_has_a_colour_of_its_own():
    statuses = read_package().tables["memberships"].by_name["status"].enum
    assert len({style.colour(status) for status in statuses}) == len(statuses)


def test_marks_know_every_format():
    assert set(style.FORMAT_MARKS) == set(read_package().tables["summits"].by_name["format"].enum)


def test_an_unknown_status_is_grey():
    assert lab(style.colour("partner_in_waiting"))[1:] == pytest.approx(0, abs=0.1)


def test_closer_statuses_have_wider_lines_and_those_together_differ():
    assert style.line_width("member") > style.line_width("observer") > style.line_width("dialogue_partner")


def test_no_other_file_knows_a_colour():
    folder = Path(sco_timeline.plotting.__file__).parent
    known = re.compile(r"#[0-9A-Fa-f]{3,8}\b|\"(black|white|gr[ae]y|red|green|blue|C\d|tab:\w+)\"")
    assert [path.name for path in folder.glob("*.py") if known.search(path.read_text(encoding="utf-8"))] == ["style.py"]

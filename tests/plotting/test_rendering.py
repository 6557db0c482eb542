"""Pictures as files: the same bytes, no pyplot, nothing half written."""

import os
from pathlib import Path

import matplotlib
import pytest
from matplotlib import font_manager

import sco_timeline as sco
from sco_timeline.errors import TimelineError, UnknownChoiceError
from sco_timeline.plotting import draw
from sco_timeline.plotting.rendering import PICTURES, render

KINDS = ("png", "svg", "pdf")
STARTS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}

DRAW_ALL = """
import sys
from pathlib import Path
from sco_timeline.plotting import draw
for name in ("growth", "map", "statuses", "summits"):
    for kind in ("png", "svg", "pdf"):
        draw(name, Path(sys.argv[1] if len(sys.argv) > 1 else {folder!r}) / f"{{name}}.{{kind}}")
assert "matplotlib.pyplot" not in sys.modules
"""

ON_GIVEN_AXES = """
import sys
import sco_timeline as sco
from matplotlib.figure import Figure
for plot in (sco.plot_growth, sco.plot_map, sco.plot_statuses, sco.plot_summits):
    ax = Figure().add_subplot()
    assert plot(ax) is ax
print("matplotlib.pyplot" in sys.modules)
"""


def test_two_processes_write_the_same_bytes_whatever_the_settings(in_python, tmp_path):
    one, other, settings = (tmp_path / name for name in ("one", "other", "settings"))
    for folder in (one, other, settings):
        folder.mkdir()
    wild = "font.family: serif\nfont.size: 20\ntext.color: red\nsavefig.dpi: 50\nsvg.fonttype: none\ntimezone: Asia/Tokyo\n"
    (settings / "matplotlibrc").write_text(wild, encoding="utf-8")
    in_python(DRAW_ALL.format(folder=str(one)), PYTHONHASHSEED="1")
    in_python(DRAW_ALL.format(folder=str(other)), PYTHONHASHSEED="2", TZ="Asia/Tokyo", MATPLOTLIBRC=str(settings), SOURCE_DATE_EPOCH="1")
    names = sorted(path.name for path in one.iterdir())
    assert names == sorted(f"{name}.{kind}" for name in PICTURES for kind in KINDS)
    assert [name for name in names if (one / name).read_bytes() != (other / name).read_bytes()] == []


def test_pyplot_is_not_imported_where_axes_are_given(in_python):
    assert in_python(ON_GIVEN_AXES).strip() == "False"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", PICTURES)
def test_the_suffix_says_which_kind_of_file(tmp_path, name, kind):
    out = tmp_path / f"{name}.{kind}"
    assert draw(name, out) == out
    assert out.read_bytes().startswith(STARTS[kind])


def test_a_suffix_in_capitals_and_a_path_as_text_will_do(tmp_path):
    assert draw("growth", str(tmp_path / "growth.SVG")) == tmp_path / "growth.SVG"


def test_organization_and_basis_change_the_picture():
    pictures = [render("growth", "svg", organization, basis) for organization, basis in (("sco", "effective"), ("sco", "decision"))]
    assert pictures[0] != pictures[1]


@pytest.mark.parametrize("name", ["growth.gif", "growth", "growth.svg.gz"])
def test_an_unknown_suffix_is_refused_with_those_that_there_are(tmp_path, name):
    with pytest.raises(UnknownChoiceError, match=r"png, \.svg, \.pdf") as caught:
        draw("growth", tmp_path / name)
    assert isinstance(caught.value, TimelineError)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "more"), [("shrinkage", {}), ("growth", {"organization": "nato"}), ("statuses", {"basis": "rumour"})])
def test_an_unknown_picture_organization_or_basis_is_refused(tmp_path, name, more):
    with pytest.raises(UnknownChoiceError):
        draw(name, tmp_path / "out.svg", **more)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_stands_there_is_replaced_and_nothing_left_beside_it(tmp_path):
    out = tmp_path / "growth.svg"
    out.write_text("old", encoding="utf-8")
    draw("growth", out)
    assert [path.name for path in tmp_path.iterdir()] == ["growth.svg"]
    assert out.stat().st_size > 1000


def test_what_cannot_be_put_in_place_leaves_the_old_file(tmp_path, monkeypatch):
    out = tmp_path / "growth.svg"
    out.write_text("old", encoding="utf-8")

    def refuse(*_):
        raise OSError("no")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="no"):
        draw("growth", out)
    assert [path.name for path in tmp_path.iterdir()] == ["growth.svg"]
    assert out.read_text(encoding="utf-8") == "old"


def test_a_missing_folder_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        draw("growth", tmp_path / "none" / "growth.svg")


@pytest.mark.parametrize("kind", KINDS)
def test_files_bear_their_title_and_source_and_no_date(kind):
    content = render("growth", kind, "sco", "effective")
    assert not any(word in content for word in (b"<dc:date>", b"CreationDate", b"ModDate"))
    if kind != "pdf":  # where texts are encoded
        assert b"States in each status of the SCO" in content
    assert b"record checked to" in content


@pytest.mark.parametrize("weight", ["normal", "bold"])
def test_the_font_is_the_one_shipped_with_matplotlib(weight):
    found = font_manager.findfont(font_manager.FontProperties(family="DejaVu Sans", weight=weight))
    assert Path(found).is_relative_to(matplotlib.get_data_path())


def test_the_settings_of_the_user_stay_as_they_were(tmp_path):
    with matplotlib.rc_context({"font.size": 23.0, "svg.hashsalt": "own"}):
        before = dict(matplotlib.rcParams)
        draw("growth", tmp_path / "growth.svg")
        assert dict(matplotlib.rcParams) == before


@pytest.mark.parametrize("name", ["plot_growth", "plot_map", "plot_statuses", "plot_summits"])
def test_the_package_offers_every_plot(name):
    assert getattr(sco, name).__name__ == name

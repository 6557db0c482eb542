"""The picture of growth, asked for what it drew."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.collections import PolyCollection
from matplotlib.dates import date2num

import sco_timeline as sco
from sco_timeline.descriptor import read_package
from sco_timeline.errors import UnknownChoiceError

AS_OF = pd.Timestamp(read_package().as_of)


def steps(ax):
    return {line.get_label(): line for line in ax.lines if line.get_drawstyle() == "steps-post"}


def words(ax):
    return {text.get_text() for text in ax.texts}


def test_the_corners_of_the_steps_are_the_rows_of_growth(paper, standing):
    lines, counts = steps(sco.plot_growth(paper(), **standing)), sco.growth(**standing)
    assert set(lines) == set(counts["status"])
    for status, rows in counts.groupby("status", observed=True):
        days, levels = lines[status].get_data()
        assert days[:-1].tolist() == date2num(rows["date"]).tolist()
        np.testing.assert_array_equal(levels[:-1], rows["count"].to_numpy(float, na_value=np.nan))
        np.testing.assert_array_equal(levels[-1], levels[-2])


def test_lines_end_where_the_axis_does(paper, standing):
    ax = sco.plot_growth(paper(), **standing)
    assert {line.get_xdata()[-1] for line in steps(ax).values()} == {ax.get_xlim()[1]}


@pytest.mark.parametrize("basis", ["effective", "decision"])
def test_the_axis_ends_on_as_of(paper, basis):
    assert sco.plot_growth(paper(), basis=basis).get_xlim()[1] == date2num(AS_OF)


def test_the_axis_of_an_organization_that_ended_ends_with_that_year(paper):
    assert sco.plot_growth(paper(), organization="shanghai_five").get_xlim()[1] == date2num(pd.Timestamp("2001-12-31"))


def test_an_open_count_is_a_band_from_least_to_greatest_and_no_line(paper, standing):
    ax, counts = sco.plot_growth(paper(), **standing), sco.growth(**standing)
    bands = {band.get_label().split()[0]: band for band in ax.collections if isinstance(band, PolyCollection)}
    open_ = counts[counts["count"].isna()]
    assert set(bands) == set(open_["status"])
    for row in open_.itertuples():
        corners = np.concatenate([path.vertices for path in bands[row.status].get_paths()])
        heights = corners[corners[:, 0] == date2num(row.date), 1]
        assert {row.count_min, row.count_max} <= set(heights)


@pytest.mark.parametrize("basis", ["effective", "decision"])
def test_accessions_to_the_sco_are_labelled(paper, basis):
    labels = {"6 founders 2001", "India, Pakistan 2017", "Iran 2023", "Belarus 2024"}
    assert labels <= words(sco.plot_growth(paper(), basis=basis))


def test_accessions_to_the_shanghai_five_are_labelled(paper):
    assert {"5 states 1996", "Uzbekistan 2001"} <= words(sco.plot_growth(paper(), organization="shanghai_five"))


def test_lines_are_labelled_at_their_ends(paper, standing):
    ax, counts = sco.plot_growth(paper(), **standing), sco.growth(**standing)
    for status, rows in counts.groupby("status", observed=True):
        number = rows["count_max"].iloc[-1]
        assert f"{number} {status.replace('_', ' ')}{'' if number == 1 else 's'}" in words(ax)


def test_lines_that_lie_on_each_other_all_show(paper):
    lines = sorted(steps(sco.plot_growth(paper())).values(), key=lambda line: line.get_zorder())
    widths = [line.get_linewidth() for line in lines]
    assert widths == sorted(set(widths), reverse=True)


def test_title_basis_and_source_are_in_words(paper, standing):
    ax = sco.plot_growth(paper(), **standing)
    assert {"sco": "SCO", "shanghai_five": "Shanghai Five"}[standing["organization"]] in ax.get_title(loc="left")
    word = {"effective": "took effect", "decision": "decision"}[standing["basis"]]
    assert any(word in text for text in words(ax))
    assert read_package().version in ax.get_xlabel()
    assert str(read_package().as_of) in ax.get_xlabel()


def test_an_unfinished_count_at_the_end_is_labelled_as_a_range(paper, monkeypatch):
    from sco_timeline.plotting import growth_data

    counts = sco.growth()
    last = counts.index[counts["status"] == "member"][-1]
    counts.loc[last, ["count", "count_min"]] = [pd.NA, 9]
    monkeypatch.setattr(growth_data, "growth", lambda **_: counts)
    assert "9–10 members" in words(sco.plot_growth(paper()))


def test_without_axes_it_draws_on_a_new_figure():
    from matplotlib import pyplot

    ax = sco.plot_growth()
    assert pyplot.get_fignums() == [ax.figure.number]
    assert ax.figure.get_figwidth() == 3.5


@pytest.mark.parametrize("wrong", [{"organization": "nato"}, {"basis": "rumour"}])
def test_unknown_choices_raise_before_a_figure_is_made(wrong):
    from matplotlib import pyplot

    with pytest.raises(UnknownChoiceError):
        sco.plot_growth(**wrong)
    assert not pyplot.get_fignums()

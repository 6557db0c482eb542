"""The picture of summits, asked for what it drew."""

import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.dates import date2num

import sco_timeline as sco
from sco_timeline.plotting import style, summits, summits_data
from sco_timeline.plotting.summits_data import summit_marks

NAMES = {"CHN": "China", "RUS": "Russia"}


def table(*rows):
    columns = ["summit_id", "body", "start", "session_date", "city", "host_party_id", "format", "held"]
    frame = pd.DataFrame(rows, columns=columns).astype({"held": "boolean"})
    return frame.assign(**{name: pd.to_datetime(frame[name]) for name in ("start", "session_date")})


SUMMITS = table(
    ("CHS-2002", "chs", "2002-06-07", "2002-06-07", "Saint Petersburg", "RUS", "in_person", True),
    ("CHS-2001", "chs", "2001-06-14", "2001-06-15", "Shanghai", "CHN", "in_person", True),
    ("S5-1997", "shanghai_five", "1997-04-24", None, "Moscow", "RUS", "hybrid", True),
    ("CHG-2003", "chg", "2003-09-23", "2003-09-23", "Beijing", "CHN", "in_person", True),
    ("CHSX-20030101", "chs_extraordinary", "2003-01-01", "2003-01-01", "Moscow", "RUS", "virtual", True),
    ("CHS-2004", "chs", "2004-06-17", None, "Beijing", "CHN", "in_person", False),
)


def marks(ax):
    return {line.get_label(): line for line in ax.lines}


def test_marks_are_meetings_of_heads_of_state_in_order_of_time():
    found = summit_marks(SUMMITS, NAMES)
    assert found["summit_id"].tolist() == ["S5-1997", "CHS-2001", "CHS-2002", "CHSX-20030101", "CHS-2004"]


@pytest.mark.parametrize(
    ("summit_id", "day", "row", "label", "organization", "extraordinary"),
    [
        ("S5-1997", "1997-04-24", 0, "Moscow 1997", "shanghai_five", False),  # no session known: its first day
        ("CHS-2001", "2001-06-15", 1, "Shanghai 2001", "sco", False),  # the day of the session
        ("CHSX-20030101", "2003-01-01", 0, "Moscow 2003", "sco", True),
    ],
)
def test_what_a_mark_says(summit_id, day, row, label, organization, extraordinary):
    found = summit_marks(SUMMITS, NAMES).set_index("summit_id").loc[summit_id]
    assert found["day"] == pd.Timestamp(day)
    assert (found["row"], found["label"], found["organization"], found["extraordinary"]) == (row, label, organization, extraordinary)


@pytest.fixture
def imagined(paper, monkeypatch):
    monkeypatch.setattr(summits_data, "shared", {"summits": SUMMITS, "parties": sco.load("parties")}.__getitem__)
    monkeypatch.setattr(summits_data, "party_names", lambda: NAMES)
    return sco.plot_summits(paper())


@pytest.mark.parametrize(
    ("summit_id", "shape", "organization", "hollow"),
    [
        ("S5-1997", "hybrid", "shanghai_five", False),
        ("CHS-2001", "in_person", "sco", False),
        ("CHSX-20030101", "virtual", "sco", True),
        ("CHS-2004", "in_person", "sco", True),
    ],
)
def test_shape_colour_and_filling(imagined, summit_id, shape, organization, hollow):
    mark = marks(imagined)[summit_id]
    assert mark.get_marker() == style.FORMAT_MARKS[shape]
    assert to_hex(mark.get_markeredgecolor()) == style.ORGANIZATIONS[organization].lower()
    face = style.PAPER if hollow else style.ORGANIZATIONS[organization]
    assert to_hex(mark.get_markerfacecolor()) == face.lower()


def test_the_legend_says_what_is_shown(imagined):
    words = [text.get_text() for text in imagined.get_legend().get_texts() if text.get_text().strip()]
    assert words == ["Shanghai Five", "SCO", "in person", "hybrid", "virtual", "extraordinary or planned"]


def test_formats_differ_in_shape():
    assert len(set(style.FORMAT_MARKS.values())) == len(style.FORMAT_MARKS)


def test_every_summit_stands_on_its_day_in_the_row_of_its_host(paper):
    ax = sco.plot_summits(paper())
    hosts = {place: label.get_text() for place, label in zip(ax.get_yticks(), ax.get_yticklabels(), strict=True)}
    held = sco.load("summits").merge(sco.load("parties"), left_on="host_party_id", right_on="party_id")
    held = held[held["body"] != "chg"]
    assert set(marks(ax)) == set(held["summit_id"])
    for summit in held.itertuples():
        mark = marks(ax)[summit.summit_id]
        assert mark.get_xdata()[0] == date2num(summit.session_date)
        assert hosts[mark.get_ydata()[0]] == summit.name


def test_every_summit_is_labelled_with_city_and_year(paper):
    ax = sco.plot_summits(paper())
    expected = [f"{summit.city} {summit.start.year}" for summit in sco.load("summits").itertuples() if summit.body != "chg"]
    assert sorted(expected) == sorted(text.get_text() for text in ax.texts if text.get_text()[-4:].isdecimal())


def test_labels_cover_no_mark(paper):
    ax = summits.draw_summits(lambda size: paper(*size))
    for line in ax.lines:
        x, y = ax.transData.transform((line.get_xdata()[0], line.get_ydata()[0]))
        covering = [text.get_text() for text in ax.texts if text.get_window_extent().contains(x, y)]
        assert not covering


def test_without_axes_it_draws_on_a_new_figure():
    from matplotlib import pyplot

    ax = sco.plot_summits()
    assert pyplot.get_fignums() == [ax.figure.number]

"""The map of tiles, asked for what it drew."""

from collections import Counter

import pytest
from matplotlib.colors import to_hex

import sco_timeline as sco
from sco_timeline.errors import AfterCoverageError, InvalidDateError, UnclearDateError
from sco_timeline.plotting import style
from sco_timeline.plotting.tiles import tile_places

DAYS = ["1996-04-26", "2001-06-14", "2001-06-15", "2012-06-07", "2017-06-08", "2017-06-09", "2023-07-04", "2025-09-01", "2026-09-01"]


def tiles(ax):
    return {tile.get_label().split()[0]: tile for tile in ax.patches}


def statuses(ax):
    return dict(tile.get_label().split() for tile in ax.patches)


@pytest.mark.parametrize("day", DAYS)
def test_every_tile_is_the_status_of_its_party_on_the_day(paper, standing, day):
    for party, status in statuses(sco.plot_map(paper(), on=day, **standing)).items():
        try:
            assert status == sco.status(party, on=day, **standing)
        except UnclearDateError:
            assert status == "open"


def test_tiles_are_those_of_all_states_that_took_a_step(paper):
    events = sco.load("events").merge(sco.load("statuses")[["status_id", "organization"]], on="status_id")
    states = sco.load("parties").query("kind != 'organization'")["party_id"]
    ever = set(events.loc[events["held"] & (events["organization"] == "sco"), "party_id"]) & set(states)
    assert set(tiles(sco.plot_map(paper()))) == ever


def test_tiles_have_the_colour_of_their_status_and_a_label_each(paper):
    ax = sco.plot_map(paper(), on="2017-06-09")
    shown = tiles(ax)
    assert to_hex(shown["IND"].get_facecolor()).upper() == style.colour("member")
    assert to_hex(shown["MNG"].get_facecolor()).upper() == style.colour("observer")
    assert to_hex(shown["EGY"].get_facecolor()).upper() == style.PAPER
    assert {text.get_text() for text in ax.texts} >= set(shown)


def test_what_is_open_is_hatched(paper):
    spells = sco.load("memberships").query("organization == 'sco' and basis == 'effective'")
    states = sco.load("parties").query("kind == 'state'")["party_id"]
    coarse = spells[(spells["start_earliest"] < spells["start_latest"]) & spells["party_id"].isin(states)].iloc[0]
    ax = sco.plot_map(paper(), on=coarse["start_earliest"])
    assert tiles(ax)[coarse["party_id"]].get_hatch()
    assert any(entry.get_text().endswith(" open") for entry in ax.get_legend().get_texts())


@pytest.mark.parametrize("day", DAYS)
def test_the_legend_counts_what_is_shown(paper, day):
    ax = sco.plot_map(paper(), on=day)
    counts = Counter(statuses(ax).values())
    told = {entry.get_text().split(" ", 1)[1]: int(entry.get_text().split()[0]) for entry in ax.get_legend().get_texts()}
    assert sorted(told.values()) == sorted(counts.values())
    assert told.get("without status", 0) == counts["none"]


def test_no_two_tiles_lie_on_each_other():
    every = sco.load("parties")["party_id"].tolist()
    places = tile_places(every)
    assert len(set(places.values())) == len(every)


@pytest.mark.parametrize(("day", "error"), [("2099-01-01", AfterCoverageError), ("2017-06", InvalidDateError)])
def test_a_day_that_is_none_of_the_record_is_refused(paper, day, error):
    with pytest.raises(error):
        sco.plot_map(paper(), on=day)


def test_the_day_is_in_the_title(paper):
    assert sco.plot_map(paper(), on="2017-06-09").get_title(loc="left").endswith("9 June 2017")

"""The picture of statuses, asked for what it drew."""

import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.dates import date2num

import sco_timeline as sco
from sco_timeline.descriptor import read_package
from sco_timeline.errors import UnknownChoiceError
from sco_timeline.plotting import statuses, statuses_data, style

AS_OF = pd.Timestamp(read_package().as_of)


def number(day):
    return float(date2num(day))


def spells(organization="sco", basis="effective"):
    found = sco.load("memberships")
    found = found[found["status"] != "partner_organization"]  # the picture shows states
    return found[(found["organization"] == organization) & (found["basis"] == basis)]


def rectangles(ax, word):
    """Return start, end, height over the rows, opacity and patch of each rectangle whose label begins with a word."""
    return [
        (bar.get_x(), bar.get_x() + bar.get_width(), bar.get_y() + bar.get_height() / 2, bar.get_alpha(), bar)
        for container in ax.containers
        if container.get_label().startswith(word)
        for bar in container
    ]


def rows(ax):
    return {label.get_text(): place for place, label in zip(ax.get_yticks(), ax.get_yticklabels(), strict=True)}


def points(ax, word):
    return {line.get_label().removeprefix(word + " "): line for line in ax.lines if line.get_label().startswith(word + " ")}


def names():
    parties = sco.load("parties")
    return dict(zip(parties["party_id"], parties["name"], strict=True))


def test_sure_bars_span_the_spells(paper, standing):
    ax = sco.plot_statuses(paper(), **standing)
    place, name = rows(ax), names()
    drawn = sorted((row, start, end) for start, end, row, _, _ in rectangles(ax, "bar "))
    expected = sorted(
        (place[name[spell.party_id]], number(spell.start_latest), number(AS_OF if pd.isna(spell.end) else spell.end_earliest))
        for spell in spells(**standing).itertuples()
    )
    assert len(drawn) == len(expected)
    for one, other in zip(drawn, expected, strict=True):
        assert one == pytest.approx(other)


def test_bars_have_the_colours_of_their_statuses(paper, standing):
    ax = sco.plot_statuses(paper(), **standing)
    for *_, bar in rectangles(ax, "bar "):
        (label,) = {container.get_label() for container in ax.containers if bar in container}
        assert to_hex(bar.get_facecolor()) == style.colour(label.split()[-1]).lower()


def test_unsure_starts_fade_in_from_the_earliest_to_the_latest_day(paper, standing):
    ax = sco.plot_statuses(paper(), **standing)
    for spell in spells(**standing).itertuples():
        fading = sorted(rectangles(ax, f"_bar {spell.party_id} {spell.status}"), key=lambda piece: piece[0])
        unsure = [piece for piece in fading if piece[1] <= number(spell.start_latest) + 1e-6]
        assert bool(unsure) is (spell.start_earliest != spell.start_latest)
        if unsure:
            assert unsure[0][0] == pytest.approx(number(spell.start_earliest))
            assert unsure[-1][1] == pytest.approx(number(spell.start_latest))
            opacities = [piece[3] for piece in unsure]
            assert opacities == sorted(opacities)
            assert opacities[0] < 0.1
            assert {piece[4].get_linewidth() for piece in unsure} == {0}


SPAN = pd.Series(
    {
        "start_earliest": pd.Timestamp("2010-01-01"),
        "start_latest": pd.Timestamp("2010-12-31"),
        "end_earliest": pd.Timestamp("2015-01-01"),
        "end_latest": pd.Timestamp("2016-01-01"),
    }
)


def test_shades_rise_to_the_sure_stretch_and_fall_behind_it():
    pieces = sorted(statuses.shades(SPAN))
    opacities = [opacity for *_, opacity in pieces]
    peak = opacities.index(1.0)
    assert opacities[: peak + 1] == sorted(opacities[: peak + 1])
    assert opacities[peak:] == sorted(opacities[peak:], reverse=True)
    assert [(end) for _, end, _ in pieces[:-1]] == pytest.approx([start for start, _, _ in pieces[1:]])
    assert (pieces[0][0], pieces[-1][1]) == (number(SPAN["start_earliest"]), number(SPAN["end_latest"]))


def test_a_span_that_is_never_sure_has_no_sure_stretch():
    span = SPAN.copy()
    span["end_earliest"] = span["start_latest"]
    assert max(opacity for *_, opacity in statuses.shades(span)) < 1


def test_bars_open_on_as_of_lead_out_of_the_picture(paper, standing):
    ax = sco.plot_statuses(paper(), **standing)
    found = spells(**standing)
    still = found[found["end"].isna()]
    arrows = points(ax, "open")
    assert set(arrows) == {f"{spell.party_id} {spell.status}" for spell in still.itertuples()}
    assert all(arrow.get_xdata()[0] == ax.get_xlim()[1] and not arrow.get_clip_on() for arrow in arrows.values())


def test_decisions_and_memoranda_are_marked_on_their_days(paper, standing):
    ax = sco.plot_statuses(paper(), **standing)
    events = sco.load("events").merge(sco.load("statuses"), on="status_id")
    events = events[(events["organization"] == standing["organization"]) & events["formal"] & events["held"]]
    events = events[events["status"] != "partner_organization"]  # the picture shows states
    place, name = rows(ax), names()
    for stage in ("decision", "memorandum"):
        acts = events[events["stage"] == stage]
        drawn = points(ax, stage)
        assert set(drawn) == {f"{act.party_id} {act.status}" for act in acts.itertuples()}
        for act in acts.itertuples():
            mark = drawn[f"{act.party_id} {act.status}"]
            assert mark.get_ydata()[0] == place[name[act.party_id]]
            assert mark.get_marker() == style.STAGE_MARKS[stage]
            assert number(act.date_earliest) <= mark.get_xdata()[0] <= number(act.date_latest)
            hollow = mark.get_markerfacecolor() == style.PAPER
            assert hollow is (act.date_earliest != act.date_latest)


def test_decisions_and_memoranda_have_marks_of_different_shape():
    assert len(set(style.STAGE_MARKS.values())) == 2


def test_a_party_with_only_a_decision_has_a_mark_and_no_bar(paper):
    ax = sco.plot_statuses(paper())
    assert sco.status("LAO") == "none"
    assert "LAO dialogue_partner" in points(ax, "decision")
    assert not rectangles(ax, "bar LAO")
    assert rows(ax)["Laos"] == max(rows(ax).values())


def test_gaps_are_hatched_to_as_of(paper):
    ax = sco.plot_statuses(paper())
    ((start, end, row, _, patch),) = rectangles(ax, "gap AFG")
    events = sco.load("events").set_index("event_id")
    assert (start, end) == (number(events.loc["AFG-sco.observer-gap_start", "date_latest"]), number(AS_OF))
    assert row == pytest.approx(rows(ax)["Afghanistan"])
    assert patch.get_hatch()


def test_rows_are_ordered_by_closest_status_now_then_by_time(paper):
    labels = list(rows(sco.plot_statuses(paper())))
    now = sco.members(status=None, when_unclear="latest").query("status != 'partner_organization'")["name"].tolist()
    assert labels[: len(now)] == now


def test_all_who_ever_had_a_status_have_a_row(paper, standing):
    name = names()
    assert {name[party] for party in spells(**standing)["party_id"]} <= set(rows(sco.plot_statuses(paper(), **standing)))


def test_the_legend_says_what_is_shown_and_stands_outside_the_data(paper, standing):
    ax = sco.plot_statuses(paper(), **standing)
    legend = ax.get_legend()
    entries = [text.get_text() for text in legend.get_texts() if text.get_text().strip()]
    assert {status.replace("_", " ") for status in spells(**standing)["status"]} <= set(entries)
    assert ("takes no part" in entries) is (standing["organization"] == "sco")
    assert legend.get_window_extent().y0 >= ax.get_window_extent().y1


def test_a_spell_of_one_day_can_be_seen(paper):
    ((*_, bar),) = rectangles(sco.plot_statuses(paper(), organization="shanghai_five"), "bar UZB")
    assert bar.get_width() == 1
    assert bar.get_linewidth() > 0


def test_plans_are_not_marked(paper, monkeypatch):
    planned = statuses_data.steps_of("sco")
    planned = planned[planned["party_id"] != "LAO"]
    monkeypatch.setattr(statuses_data, "steps_of", lambda organization: planned)
    assert "Laos" not in rows(sco.plot_statuses(paper()))


def test_without_axes_it_draws_on_a_new_figure_tall_enough_for_its_rows():
    sco_ax, five_ax = sco.plot_statuses(), sco.plot_statuses(organization="shanghai_five")
    assert sco_ax.figure.get_figwidth() == 7
    per_row = (sco_ax.figure.get_figheight() - five_ax.figure.get_figheight()) / (len(rows(sco_ax)) - len(rows(five_ax)))
    assert per_row == pytest.approx(0.185)


@pytest.mark.parametrize("wrong", [{"organization": "nato"}, {"basis": "rumour"}])
def test_unknown_choices_raise(wrong):
    with pytest.raises(UnknownChoiceError):
        sco.plot_statuses(**wrong)

"""The charts of the page as Vega-Lite specifications; colours are names of the style sheet, which alone knows light and dark."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import altair as alt
import pandas as pd

from sco_timeline.exploring.days import growth_days
from sco_timeline.exploring.words import count_in_words, date_in_words, in_words
from sco_timeline.loading import shared
from sco_timeline.plotting.framing import records
from sco_timeline.plotting.growth_data import prepare_growth
from sco_timeline.plotting.statuses_data import StatusesPicture, prepare_statuses

_FONT = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif'  # measured before the page draws it
_INK, _GRID = "var(--ink)", "var(--line)"
_ROW = 19
_SIGNED = 1000 * 86400 * 1000  # a bar of fewer days has no room for a letter
GROWTH_HEIGHT = 400
SIGNS = {"member": "M", "observer": "O", "partner": "P", "dialogue_partner": "D"}
"""A letter for each status beside its colour; the style sheet gives the same."""


def growth_chart(basis: str) -> dict[str, Any]:
    """Return how many states stood in each status, as steps, with the accessions labelled and each line signed at its end.

    The parameter `day`, in milliseconds, moves a rule over the chart.
    """
    picture = prepare_growth("sco", basis)
    steps = picture.steps.rename(columns={"count": "states"})
    steps = steps.assign(
        status=steps["status"].astype("str"), words=_singular(steps["status"]) + "s", states=steps["states"].fillna(steps["count_max"])
    )
    steps = steps.assign(
        what=steps["date"].dt.strftime("%Y-%m-%d").map(_what(basis)).fillna(""),
        sign=steps["status"].map(SIGNS),
        on=steps["date"].map(date_in_words),
        counted=[count_in_words(row) for row in records(steps)],
    )
    at = _time("date:T")
    base = alt.Chart(_rows(steps)).encode(
        x=at,
        y=alt.Y("states:Q", title=None, axis=alt.Axis(tickMinStep=2)),
        color=_colours(steps["status"].unique()),
        tooltip=[
            alt.Tooltip("on:N"),
            alt.Tooltip("words:N", title="status"),
            alt.Tooltip("counted:N", title="states from then on"),
            alt.Tooltip("what:N", title="what happened"),
        ],
    )
    lines = base.mark_line(interpolate="step-after", strokeWidth=2.5)
    points, aims = base.mark_point(filled=True, size=36, opacity=1), base.mark_point(filled=True, size=400, opacity=0)
    signs = base.transform_filter(f"datum.date >= {_milliseconds(picture.last)}").mark_text(
        align="left", dx=6, fontWeight="bold", fontSize=13
    )
    day = alt.param(name="day", value=_milliseconds(picture.last))
    rule = (
        alt.Chart(_rows(pd.DataFrame({"date": [picture.last]})))
        .transform_calculate(date="day")
        .mark_rule(color=_INK, strokeDash=[4, 3])
        .encode(x=at)
    )
    layers = [lines, points, *_accessions(picture.accessions, at), signs.encode(text="sign:N"), rule, aims]
    return _finished(alt.layer(*layers).add_params(day), GROWTH_HEIGHT)


def _what(basis: str) -> dict[str, str]:
    """Return what happened by day, for a date that sources leave open on its first and on its last possible day."""
    told: dict[str, str] = {}
    for first, last, words, text in growth_days(basis):
        for day in {first, last}:
            told[day] = f"{told.get(day, '')} {words}: {text}".strip()
    return told


def _accessions(accessions: pd.DataFrame, at: alt.X) -> list[alt.Chart]:
    """Return the labels of accessions, each on a halo that keeps lines off its letters."""
    joined = alt.Chart(_rows(accessions)).encode(x=at, y="count:Q", text="label:N")
    first = accessions["count"].min()
    looks: tuple[dict[str, Any], ...] = (
        {"color": "var(--paper)", "stroke": "var(--paper)", "strokeWidth": 5, "strokeJoin": "round"},
        {"color": _INK},
    )
    sides: tuple[tuple[str, Literal["left", "right"], int], ...] = (("==", "left", 4), ("!=", "right", -7))
    return [
        joined.transform_filter(f"datum.count {which} {first}").mark_text(align=side, dx=shift, dy=-9, fontSize=12, **look)
        for look in looks
        for which, side, shift in sides
    ]


def statuses_chart(basis: str) -> dict[str, Any]:
    """Return a bar a party through its statuses, uncertain ends faint, with decisions and memoranda as marks."""
    picture = prepare_statuses("sco", basis)
    names = dict(zip(picture.parties["row"], picture.parties["name"], strict=True))
    party = alt.Y("party:N", title=None, sort=list(names.values()), axis=alt.Axis(grid=True, ticks=False, domain=False, labelLimit=150))
    bars = alt.Chart(_rows(_pieces(picture, names))).encode(
        y=party,
        x=_time("from:T", orient="top"),
        tooltip=[alt.Tooltip("party:N"), alt.Tooltip("words:N", title="status"), alt.Tooltip("since:N"), alt.Tooltip("until:N")],
    )
    shapes = bars.mark_bar(height=12).encode(
        x2="to:T", color=_colours(picture.bars["status"].cat.categories), opacity=alt.Opacity("sure:Q", scale=None, legend=None)
    )
    signs = bars.transform_filter(f"datum.sure == 1 && datum.to - datum.from > {_SIGNED}").mark_text(
        align="left", dx=7, fontSize=9, fontWeight="bold"
    )
    marks = picture.marks.assign(
        party=picture.marks["row"].map(names), words=_singular(picture.marks["status"]), when=picture.marks["date"].map(date_in_words)
    )
    acts = (
        alt.Chart(_rows(marks.drop(columns="date")))
        .mark_point(size=44, strokeWidth=1.5, stroke=_INK)
        .encode(
            y=party,
            x=_time("day:T", orient="top"),
            shape=alt.Shape("stage:N", scale=alt.Scale(domain=["decision", "memorandum"], range=["diamond", "circle"]), legend=None),
            fill=alt.condition("datum.exact", alt.value("var(--paper)"), alt.value("transparent")),
            opacity=alt.condition("datum.exact", alt.value(1), alt.value(0.55)),
            tooltip=[alt.Tooltip("party:N"), alt.Tooltip("stage:N"), alt.Tooltip("words:N", title="of status"), alt.Tooltip("when:N")],
        )
    )
    signs = signs.encode(text="sign:N", color=alt.Color("ink:N", scale=None))
    return _finished(alt.layer(shapes, signs, acts), statuses_height(picture))


def statuses_height(picture: StatusesPicture) -> int:
    """Return how many pixels high the chart of statuses is."""
    return _ROW * len(picture.parties) + 40


def statuses_shown(picture: StatusesPicture) -> list[str]:
    """Return the statuses that the chart has bars of, the closest first."""
    shown = set(picture.bars["status"])
    return [str(status) for status in reversed(list(picture.bars["status"].cat.categories)) if status in shown]


def _pieces(picture: StatusesPicture, names: dict[int, str]) -> pd.DataFrame:
    """Return the bars in up to three pieces each: perhaps, surely, perhaps."""
    spells, rows = shared("memberships"), []
    for bar in records(picture.bars):
        status = str(bar.status)
        look = (SIGNS.get(status, ""), f"var(--on-{status})")
        told = [date_in_words(spells.at[bar.Index, name]) for name in ("start", "end")]
        days = (bar.start_earliest, bar.start_latest, bar.end_earliest, bar.end_latest)
        for start, end, sure in zip(days, days[1:], (0.35, 1.0, 0.35), strict=False):
            if start < end:
                rows.append((names[bar.row], status, in_words(status), *look, told[0], told[1] or "still so", start, end, sure))
    return pd.DataFrame(rows, columns=["party", "status", "words", "sign", "ink", "since", "until", "from", "to", "sure"])


def _singular(statuses: pd.Series) -> pd.Series:
    return statuses.astype("str").str.replace("_", " ")


def _colours(statuses: Iterable[str]) -> alt.Color:
    """Return the colour of statuses, the closest first, by the names that the style sheet gives them."""
    domain = [str(status) for status in reversed(list(statuses))]
    shades = alt.Scale(domain=domain, range=[f"var(--{status})" for status in domain])
    return alt.Color("status:N", scale=shades, legend=None)


def _time(column: str, orient: Literal["bottom", "top"] = "bottom") -> alt.X:
    """Return an axis of years."""
    axis = alt.Axis(format="%Y", grid=True, tickCount="year", labelOverlap="greedy", labelSeparation=8, orient=orient)
    return alt.X(column, title=None, axis=axis, scale=alt.Scale(type="utc", nice=False))


def _milliseconds(day: pd.Timestamp) -> int:
    return int(day.timestamp() * 1000)


def _rows(frame: pd.DataFrame) -> alt.Data:
    """Return a table as rows, days as ISO text, which a browser reads as days in UTC."""
    plain = frame.copy()
    for name in plain.columns[plain.dtypes.map(pd.api.types.is_datetime64_any_dtype)]:
        plain[name] = plain[name].dt.strftime("%Y-%m-%dT00:00:00Z")
    return alt.Data(values=plain.astype(object).where(plain.notna(), None).to_dict("records"))  # type: ignore[no-untyped-call]


def _finished(chart: Any, height: int) -> dict[str, Any]:
    """Return a chart as wide as its place and, axes included, as high as `height`."""
    look = {
        "background": "transparent",
        "font": _FONT,
        "view": {"stroke": None},
        "axis": {"labelColor": _INK, "titleColor": _INK, "tickColor": _GRID, "gridColor": _GRID, "domainColor": _GRID, "labelFontSize": 12},
        "scale": {"zero": True},
    }
    chart = chart.properties(width="container", height=height, autosize=alt.AutoSizeParams(type="fit", contains="padding"))
    return dict(chart.configure(**look).to_dict())

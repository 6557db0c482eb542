"""Charts: what hover and keys tell, and that their tables say the same."""

from __future__ import annotations

import pandas as pd
import pytest

import sco_timeline as sco
from sco_timeline.descriptor import read_package
from sco_timeline.exploring.words import count_in_words, date_in_words

BASES = ("effective", "decision")


def rows(page, selector: str) -> list[list[str]]:
    """Text of the cells of a table that is shown, without its head."""
    return page.locator(f"{selector} tbody tr").evaluate_all("(rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))")


def drawn(page, selector: str, *names: str) -> set[tuple[str, ...]]:
    """What the marks of a chart tell under some names."""
    labels = page.locator(f"{selector}[aria-label]").evaluate_all("(marks) => marks.map((mark) => mark.getAttribute('aria-label'))")
    told = [dict(part.partition(": ")[::2] for part in label.split("; ")) for label in labels]
    return {tuple(one[name].replace("_", " ") for name in names) for one in told}


@pytest.mark.parametrize("basis", BASES)
def test_growth_and_its_table_show_the_numbers_of_python(open_page, settled, basis):
    page = open_page(f"#/growth?basis={basis}")
    settled(page)
    counts = sco.growth(basis=basis)
    expected = {(date_in_words(row.date), str(row.status).replace("_", " "), count_in_words(row)) for row in counts.itertuples()}
    shown = drawn(page, "#chart-growth svg .mark-symbol path", "on", "status", "states from then on")
    assert expected <= shown
    assert {day for day, *_ in shown - expected} == {date_in_words(pd.Timestamp(read_package().as_of))}  # where lines end
    counts = counts.assign(words=[count_in_words(row) for row in counts.itertuples()])
    wide = counts.pivot(index="date", columns="status", values="words").ffill().fillna("0")
    statuses = page.locator(f"#view-growth details[data-basis={basis}] thead th").all_inner_texts()[1:]
    wide.columns = [f"{status.replace('_', ' ')}s" for status in wide.columns]
    found = [[date_in_words(day), *row] for day, row in zip(wide.index, wide[statuses].itertuples(index=False), strict=True)]
    assert rows(page, f"#view-growth details[data-basis={basis}]") == found


@pytest.mark.parametrize("basis", BASES)
def test_bars_and_marks_and_their_tables_show_the_same(open_page, settled, basis):
    page = open_page(f"#/statuses?basis={basis}")
    settled(page)
    told = rows(page, f"#view-statuses details[data-basis={basis}] .scroll:first-of-type")
    assert {tuple(row) for row in told} == drawn(page, "#chart-statuses svg .mark-rect path", "party", "status", "since", "until")
    assert not {"ASEAN", "United Nations"} & {row[0] for row in told}
    acts = rows(page, f"#view-statuses details[data-basis={basis}] .scroll + .scroll")
    assert {tuple(row) for row in acts} == drawn(page, "#chart-statuses svg .mark-symbol path", "party", "stage", "of status", "when")


def test_hover_on_growth_tells_date_party_and_event(open_page, settled):
    page = open_page("#/growth")
    settled(page)
    points = page.locator("#chart-growth svg .mark-symbol path[aria-label*='on: 9 June 2017']")
    assert points.count() > 0
    points.last.hover(force=True)
    told = page.locator("#vg-tooltip-element").inner_text()
    assert "9 June 2017" in told
    assert "India became a member" in told


def test_keys_on_growth_tell_date_party_and_event_and_the_address_keeps_them(open_page, settled):
    page = open_page("#/growth")
    settled(page)
    page.locator("#growth-days button").first.focus()
    assert "China became a member" in page.locator("#growth-told").inner_text()
    while "9 June 2017" not in page.locator("#growth-days button:focus").inner_text():
        page.keyboard.press("Tab")
    told = page.locator("#growth-told").inner_text()
    assert told.startswith("9 June 2017: ")
    assert "Pakistan became a member" in told
    assert page.evaluate("location.hash") == "#/growth/2017-06-09"


def test_hover_on_a_bar_tells_party_status_and_days(open_page, settled):
    page = open_page("#/statuses")
    settled(page)
    page.locator("#chart-statuses svg .mark-rect path[aria-label*='Iran']").first.hover()
    told = page.locator("#vg-tooltip-element").inner_text()
    assert [word in told for word in ("Iran", "observer", "5 July 2005")] == [True, True, True]


@pytest.mark.parametrize("basis", BASES)
def test_the_legend_names_what_is_drawn(open_page, settled, basis):
    page = open_page(f"#/statuses?basis={basis}")
    settled(page)
    assert ("partner" in page.locator("#view-statuses .legend li:visible").all_inner_texts()) == (basis == "decision")

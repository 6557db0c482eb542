"""Data that hold markup, scripts, quotes, formulas, marks of direction and length are shown as text, whatever view."""

from __future__ import annotations

import pytest

VIEWS = ["#/day", "#/growth/2017-06-09", "#/statuses", "#/summits", "#/summit/CHS-2017", "#/parties", "#/party/IND", "#/downloads"]
TABLES = ["parties", "sources", "rulings", "events", "summits", "timeline"]


@pytest.mark.parametrize("address", [*VIEWS, *(f"#/tables/{name}" for name in TABLES)])
def test_is_text(open_page, settled, hostile_site, address):
    page = open_page(address, 360, site=hostile_site)
    settled(page)
    for summary in page.locator(".view.shown details.evidence summary").all():
        summary.click()
    assert page.evaluate("typeof window.owned") == "undefined"
    assert page.locator("body img, body svg[onload], body [onerror]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.title().endswith("– SCO timeline")


def test_is_shown_whole(open_page, hostile_package, hostile_site):
    names = {row["party_id"]: row["name"] for row in hostile_package.rows("parties")}
    page = open_page("#/party/IND", site=hostile_site)
    assert page.locator("#title-party-IND").evaluate("(one) => one.textContent") == names["IND"]


def test_hover_shows_it_as_text(open_page, settled, hostile_site):
    page = open_page("#/statuses", site=hostile_site)
    settled(page)
    bars = page.locator("#chart-statuses svg .mark-rect path[aria-label]")
    for bar in bars.all():
        bar.hover(force=True)
        assert page.locator("#vg-tooltip-element img, #vg-tooltip-element svg").count() == 0
    assert page.evaluate("typeof window.owned") == "undefined"

"""Rules of WCAG 2.2 A and AA, by axe-core, on every view, light and dark, wide and narrow."""

from __future__ import annotations

import pytest

VIEWS = [
    "#/day/2015-09-01",
    "#/growth/2017-06-09",
    "#/statuses",
    "#/summits",
    "#/summit/CHS-2017",
    "#/parties",
    "#/party/IRN",
    "#/tables/events",
    "#/downloads",
    "#/nonsense",
]
SIGNS = """
[...document.querySelectorAll('.tiles a')].map((tile) =>
    [tile.dataset.status, getComputedStyle(tile, '::after').content.split(' / ')[0].replaceAll('"', '')])
"""
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}


@pytest.mark.parametrize("address", VIEWS)
def test_no_rule_is_broken(open_page, settled, address):
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(address, 360, color_scheme="light")
    settled(page)
    for summary in page.locator(".view.shown details.evidence summary").all()[:2]:
        summary.click()
    page.evaluate("document.querySelectorAll('.view:not(.shown)').forEach((view) => view.remove())")  # not displayed; axe would walk it
    for scheme, width in (("light", 360), ("dark", 1440)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, options=RULES)
        assert found.response["violations"] == [], f"{scheme}: {found.generate_report()}"


def test_reduced_motion_is_respected(open_page):
    page = open_page("#/day", reduced_motion="reduce")
    moving = (
        "[...document.querySelectorAll('.view.shown *')].filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"
    )
    assert page.evaluate(moving) == 0


def test_statuses_are_told_by_letter_as_well_as_by_colour(open_page):
    page = open_page("#/day")
    signs = page.evaluate(SIGNS)
    assert {status: sign for status, sign in signs if status != "none"} == {"member": "M", "observer": "O", "dialogue_partner": "D"}

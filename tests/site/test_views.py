"""Every view: its title, its width, nothing that jumps, no reader left out."""

from __future__ import annotations

import re

import pytest

VIEWS = {
    "": "Who stood where on {as_of} – SCO timeline",
    "#/day/2017-06-09?basis=decision": "Who stood where on 9 June 2017 – SCO timeline",
    "#/growth/2017-06-09": "Growth – SCO timeline",
    "#/statuses": "Statuses – SCO timeline",
    "#/summits": "Summits – SCO timeline",
    "#/summit/CHS-2017": "Astana, 8–9 June 2017 – SCO timeline",
    "#/parties": "Parties – SCO timeline",
    "#/party/IRN": "Iran – SCO timeline",
    "#/tables/events": "Events – Tables – SCO timeline",
    "#/downloads": "Downloads – SCO timeline",
    "#/nonsense": "There is no such page – SCO timeline",
}
SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((one) => one.value)))
    .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("widths", [(360,), (1440, 768)], ids=["phone", "desk"])
@pytest.mark.parametrize("address", VIEWS)
def test_opened_cold_it_has_its_title_and_address_and_neither_jumps_nor_overflows(open_page, settled, address, widths):
    page = open_page(address, widths[0], watch=SHIFTS)
    settled(page)
    assert page.title() == VIEWS[address].format(as_of=page.evaluate("dayWords(data.last)"))
    assert page.locator(".view.shown").count() == 1
    assert page.url.partition("index.html")[2] == address
    page.wait_for_timeout(100)
    assert sum(page.evaluate("window.shifts")) < 0.02
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        settled(page)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width


@pytest.mark.parametrize(
    "address", ["#/day/2017-02-30", "#/day/1850-01-01", "#/party/XXX", "#/tables/nonsense", "#/%E0%A4%A", "#/title/day", "#main"]
)
def test_an_address_that_names_nothing_is_told(open_page, address):
    page = open_page(address)
    shown = page.locator(".view.shown")
    if address == "#main":
        assert shown.get_attribute("id") == "view-day"
    elif "day/" in address and "title" not in address:
        assert "Write a day from 1996-01-01" in page.locator("#day-wrong").inner_text()
    else:
        assert page.title().startswith("There is no such page")


def test_back_and_forward(open_page):
    from playwright.sync_api import expect

    page = open_page()
    for name in ("Growth", "Summits"):
        page.get_by_role("navigation").get_by_role("link", name=name).click()
    page.locator('#view-summits a[href="#/summit/CHS-2017"]').click()
    expect(page).to_have_title(re.compile("^Astana, 8–9 June 2017"))
    expect(page.locator("#title-summit-CHS-2017")).to_be_focused()
    for title in ("Summits", "Growth", "Who stood where"):
        page.go_back()
        expect(page).to_have_title(re.compile(f"^{title}"))
    page.go_forward()
    expect(page).to_have_title(re.compile("^Growth"))


def test_the_basis_goes_with_the_reader(open_page):
    page = open_page()
    page.get_by_label("the decision").check()
    page.get_by_role("link", name="Growth").click()
    assert page.evaluate("location.hash") == "#/growth?basis=decision"
    assert page.get_by_label("the decision").is_checked()


def test_the_link_to_the_answer_leads_past_the_views_and_changes_none(open_page):
    page = open_page("#/parties")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.view')?.id") == "view-parties"


def test_the_first_answer_is_on_screen_before_any_library_has_run(open_page, explorer_site, as_of):
    html = (explorer_site / "index.html").read_text(encoding="utf-8")
    answer, libraries = html.index('id="day-lists"'), html.index('id="bundle-vega"')
    assert answer < html.index('id="data"') < libraries
    said = re.sub(r"<[^>]+>", "", html[html.index('id="day-summary"') :].partition("</p>")[0])
    page = open_page()
    assert page.locator("#day-summary").inner_text() in said
    assert page.evaluate("typeof window.vegaEmbed") == "undefined"


def test_a_reader_without_javascript_sees_all(open_page):
    page = open_page(java_script_enabled=False)
    assert page.locator("noscript").is_visible()
    for id_ in ("view-day", "view-growth", "view-statuses", "view-summits", "party-IRN", "summit-CHS-2017", "view-downloads"):
        assert page.locator(f"#{id_} h1").is_visible()
    assert page.locator("#view-growth table").count() == page.locator("#view-growth table:visible").count() == 2
    assert page.locator("#day-lists li").count() > 40
    assert not page.locator("#day-controls").is_visible()


@pytest.mark.parametrize("address", ["#/growth", "#/party/IRN"])
def test_print_shows_the_answer_black_on_white(open_page, settled, address):
    page = open_page(address, color_scheme="dark")
    settled(page)
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.locator(".view.shown h1").is_visible()
    colours = page.evaluate("[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]")
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert page.pdf().startswith(b"%PDF")


def test_targets_are_large_enough_for_a_finger(open_page):
    page = open_page("#/day", 360)
    boxes = page.locator("nav a, .tiles a, .controls button, .controls input, .basis label").evaluate_all(
        "(all) => all.map((one) => [one.id || one.textContent, one.getBoundingClientRect().width, one.getBoundingClientRect().height])"
    )
    assert [name for name, width, height in boxes if min(width, height) < 24 and name != "day-slider"] == []
    assert page.locator("#day-slider").bounding_box()["height"] >= 24

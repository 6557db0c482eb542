"""A day chosen by mouse, by keys and by hand; and the page's answers beside those of Python."""

from __future__ import annotations

import pandas as pd
import pytest

import sco_timeline as sco
from sco_timeline.loading import load

ORGANIZATIONS, BASES = ("shanghai_five", "sco"), ("effective", "decision")
ASK_ALL = """
([days, parties]) => ['shanghai_five', 'sco'].flatMap((organization) => ['effective', 'decision'].flatMap((basis) =>
    days.flatMap((day) => parties.map((party) => statusOf(party, organization, basis, day))))).join()
"""


def chosen(page) -> str:
    return page.locator("#day-field").input_value()


def test_page_and_python_agree_on_every_party_on_every_first_of_a_month(open_page, as_of):
    """One question of the page, one of Python a basis; "open" on the page is null in Python."""
    days, parties = pd.date_range("1996-01-01", as_of, freq="MS"), load("parties")["party_id"].tolist()
    said = open_page().evaluate(ASK_ALL, [[str(day.date()) for day in days], parties])
    asked = pd.MultiIndex.from_product([ORGANIZATIONS, BASES, days, parties], names=["organization", "basis", "day", "party"])
    told = pd.DataFrame({"page": said.split(",")}, index=asked).reset_index()
    for (organization, basis), own in told.groupby(["organization", "basis"]):
        known = sco.annotate(own, party="party", date="day", organization=organization, basis=basis)["sco_status"]
        differing = own[own["page"] != known.astype("object").fillna("open")]
        assert differing.empty, differing.head().to_string()
        assert own["page"].nunique() > 1


def test_by_mouse_on_the_slider(open_page):
    page = open_page("#/day")
    box = page.locator("#day-slider").bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] - 8, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, middle, steps=5)
    page.mouse.up()
    assert "2009" < chosen(page) < "2014"
    assert page.evaluate("location.hash") == f"#/day/{chosen(page)}"
    members = sco.members(on=chosen(page))
    assert page.locator('#day-lists [data-status="member"] > ul > li').count() == len(members)


def test_by_keys_on_the_slider(open_page):
    page = open_page("#/day/2017-06-09")
    page.locator("#day-slider").focus()
    page.keyboard.press("ArrowLeft")
    assert chosen(page) == "2017-06-08"
    assert page.locator("#day-summary").inner_text().startswith("6 members")
    page.keyboard.press("ArrowRight")
    assert page.locator("#day-summary").inner_text().startswith("8 members")
    assert page.locator("#day-slider").get_attribute("aria-valuetext") == "9 June 2017"
    page.keyboard.press("Home")
    assert chosen(page) == "1996-01-01"
    assert page.locator("#day-summary").inner_text().startswith("Nobody")


def test_by_hand_in_the_field(open_page):
    page = open_page("#/day")
    page.locator("#day-field").fill("2005-07-05")
    page.keyboard.press("Enter")
    assert page.title().startswith("Who stood where on 5 July 2005")
    assert page.locator('.tiles [data-party="IND"]').get_attribute("data-status") == "observer"
    assert page.locator('.tiles [data-party="IND"]').get_attribute("aria-label") == "India: observer"


@pytest.mark.parametrize("wrong", ["2017-02-30", "9 June", "2099-01-01", "", "<b>"])
def test_a_wrong_day_is_told_and_changes_nothing(open_page, wrong):
    page = open_page("#/day/2017-06-09")
    page.locator("#day-field").fill(wrong)
    page.keyboard.press("Enter")
    page.locator("#day-field").blur()
    assert page.locator("#day-wrong").inner_text().startswith("Write a day from 1996-01-01 to ")
    assert page.locator("#day-field").get_attribute("aria-invalid") == "true"
    assert page.title().startswith("Who stood where on 9 June 2017")


def test_by_buttons_from_change_to_change(open_page):
    page = open_page("#/day/2017-06-09")
    assert "India became a member" in page.locator("#day-last").inner_text()
    page.get_by_role("button", name="Change before").click()
    before = chosen(page)
    assert before < "2017-06-09"
    page.get_by_role("button", name="Change after").focus()
    page.keyboard.press("Enter")
    assert chosen(page) == "2017-06-09"


def test_when_nothing_follows_it_says_so(open_page):
    page = open_page("#/day")
    assert page.get_by_role("button", name="Change after").is_disabled()
    assert page.locator("#day-next").inner_text().endswith("where the record ends.")


def test_the_basis_changes_the_answer(open_page):
    page = open_page("#/day/2022-09-16")
    effective = page.locator("#day-summary").inner_text()
    page.get_by_label("the decision").check()
    assert page.locator("#day-summary").inner_text() != effective
    assert page.evaluate("location.hash") == "#/day/2022-09-16?basis=decision"
    decided = sco.members(on="2022-09-16", status="dialogue_partner", basis="decision")
    assert f"{len(decided)} dialogue partners" in page.locator("#day-summary").inner_text()

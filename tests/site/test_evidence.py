"""Who says so, the tables, and the files that a reader takes away."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pandas as pd
import pytest

import sco_timeline as sco
from sco_timeline.descriptor import read_package


@pytest.mark.parametrize(
    ("address", "table", "row"), [("#/party/IRN", "events", "IRN-sco.observer-decision"), ("#/summit/CHS-2017", "summits", "CHS-2017")]
)
def test_evidence_is_that_of_python(open_page, address, table, row):
    page = open_page(address)
    details = page.locator(f'details[data-table="{table}"][data-row="{row}"]')
    details.locator("summary").click()
    told = details.evaluate("(one) => [...one.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))")
    expected = sco.evidence(table, row)
    assert len(told) == len(expected) > 1
    found = sorted((what, said, stance, source.partition(": ")[0]) for what, said, stance, source in told)
    words = [
        (
            "the row itself" if pd.isna(claim.field) else claim.field.replace("_", " "),
            _said(claim),
            "" if pd.isna(claim.stance) else claim.stance,
            claim.publisher.partition(": ")[0],
        )
        for claim in expected.itertuples()
    ]
    assert found == sorted(words)
    linked = set(details.locator("a").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))"))
    assert linked == set(expected["url"].dropna())


def _said(claim) -> str:
    return " ".join(
        part for part in ("" if claim.polarity == "asserted" else claim.polarity, "" if pd.isna(claim.value) else claim.value) if part
    )


def test_evidence_opens_by_keyboard(open_page):
    page = open_page("#/party/IND")
    page.locator("#party-IND summary").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#party-IND details[open] tbody tr")


def test_disputed_values_name_who_says_what_and_the_ruling(open_page):
    text = open_page("#/party/IRN").locator("#party-IRN .dispute").first.inner_text()
    assert text.startswith("Sources disagree on date")
    assert len(text.splitlines()[-1]) > 20


def test_every_download_saved_by_a_click_is_the_published_file(open_page, tmp_path):
    page = open_page("#/downloads")
    package = read_package()
    published = {table.name: (table.csv, table.parquet) for table in package.tables.values()}
    links = page.locator("#view-downloads a[download]")
    saved: dict[str, bytes] = {}
    for link in links.all():
        with page.expect_download() as waiting:
            link.click()
        path = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(path)
        saved[path.name] = path.read_bytes()
    prefix = f"sco_timeline-{package.version}-{package.as_of}"
    expected = {
        f"{prefix}-{name}.{Path(file.path).suffix[1:]}": (package.root / file.path).read_bytes()
        for name, files in published.items()
        for file in files
    }
    assert {name: content for name, content in saved.items() if not name.endswith(".zip")} == expected
    sums = dict(
        page.locator("#view-downloads tbody tr").evaluate_all(
            "(rows) => rows.map((row) => [row.querySelector('a').textContent, row.querySelector('code').textContent])"
        )
    )
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in saved.items()}


def test_a_table_is_sorted_searched_and_filtered_and_its_address_says_how(open_page, settled):
    page = open_page("#/tables/events")
    settled(page)
    page.get_by_role("searchbox").or_(page.get_by_label("Search:")).first.fill("Astana")
    page.get_by_label("party_id contains").fill("IND")
    page.locator("#table-place thead th", has_text="date_earliest").first.click()
    page.wait_for_selector("#table-place tbody tr:first-child td:has-text('IND')")
    address = page.evaluate("location.hash")
    assert address.startswith("#/tables/events?q=Astana&in.party_id=IND&sort=date_earliest")
    rows = page.locator("#table-place tbody tr").count()
    again = open_page(address)
    settled(again)
    assert again.locator("#table-place tbody tr").count() == rows
    assert again.get_by_label("party_id contains").input_value() == "IND"


@pytest.mark.parametrize("name", sorted(sco.tables()["table"]))
def test_every_table_opens(open_page, settled, name):
    page = open_page(f"#/tables/{name}")
    settled(page)
    assert f"of {len(sco.load(name)):,} entries" in page.locator("#table-place").inner_text()

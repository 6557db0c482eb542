"""A real browser, Debian's Chromium driven by Playwright, and pages of the explorer that may not say or fetch anything."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sco_timeline.descriptor import read_package

LOCAL = ("file:", "blob:", "data:")


def _refuse(reason: str) -> None:
    """Skip with a plain sentence; fail where CI is true."""
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The browser, once for all tests of a worker."""
    program = shutil.which("chromium")
    if program is None:
        _refuse("Chromium is not installed; `make browser` installs it")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _refuse("Playwright is not installed: python -m pip install '.[dev]'")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Any, explorer_site: Path) -> Iterator[Callable[..., Any]]:
    """Open the page at an address behind `#`; at the end the console, the page and the network must have been silent."""
    contexts, heard = [], []

    def open_(address: str = "", width: int = 1440, site: Path = explorer_site, watch: str = "", **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, accept_downloads=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("console", lambda message: heard.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))
        page.on("request", lambda request: None if request.url.startswith(LOCAL) else heard.append(f"request: {request.url}"))
        page.on("dialog", lambda dialog: (heard.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        if watch:
            page.add_init_script(watch)
        page.goto(f"{(site / 'index.html').as_uri()}{address}")
        if options.get("java_script_enabled", True):
            page.wait_for_selector("html:not(.waiting)")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert heard == []


@pytest.fixture(scope="session")
def as_of() -> str:
    """The last day of the record."""
    return str(read_package().as_of)


def ready(page: Any) -> None:
    """Wait until the view that is shown has its chart or table."""
    for place, content in ((".chart", "svg"), ("#table-place", "tbody td")):
        if page.locator(f".view.shown {place}").count():
            page.wait_for_selector(f".view.shown {place} {content}")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.fixture
def settled() -> Callable[[Any], None]:
    """Wait for charts and tables."""
    return ready

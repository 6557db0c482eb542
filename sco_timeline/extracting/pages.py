"""Web pages: the article in them, its title and the day that the page states for it."""

from __future__ import annotations

import logging
import re
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from sco_timeline.errors import MissingDependencyError

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its encoding
_LOUD = ("trafilatura", "htmldate", "justext")  # loggers that would write of every odd page to standard error


class Page(NamedTuple):
    """What is read from a page: null where it does not say."""

    text: str
    title: str | None
    published: str | None
    url: str | None
    language: str | None


def require_page_reader() -> ModuleType:
    """Return the library that finds the article in a page.

    Raises
    ------
    MissingDependencyError
        If it is not installed.
    """
    try:
        trafilatura = import_module("trafilatura")
    except ImportError:
        raise MissingDependencyError("trafilatura", "reading HTML", "extract") from None
    for name in _LOUD:
        logging.getLogger(name).addHandler(logging.NullHandler())
    return trafilatura


def read_page(content: bytes) -> Page | None:
    """Return the article of a page, its title above it if it does not begin with it; None if it holds no article.

    Raises
    ------
    UnicodeDecodeError, LookupError
        If the page is neither UTF-8 nor in the encoding that it declares.
    """
    found = require_page_reader().bare_extraction(
        _decoded(content),
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or not found.text:
        return None
    text, title = found.text, found.title or None
    if title and title.split() != text[: 3 * len(title)].split()[: len(title.split())]:
        text = f"{title}\n\n{text}"
    return Page(text, title, found.date or None, found.url or None, found.language or None)


def _decoded(content: bytes) -> str:
    """Return the page as text: in UTF-8, else in the encoding that it declares, never in a guessed one."""
    declared = _DECLARED.search(content, 0, _HEAD)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if declared is None:
            raise
    return content.decode(declared[1].decode("ascii"))

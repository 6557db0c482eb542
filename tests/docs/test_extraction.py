"""docs/extraction/figures.md is what rules, texts, candidates and record give; the figures are not below what the page promises."""

import sys
from importlib import import_module
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
sys.path.insert(0, str(DOCS / "extraction"))  # the script stands outside the package
figures = import_module("figures")


def test_the_page_is_current():
    assert figures.PAGE.read_text(encoding="utf-8") == figures.page()


def test_every_set_of_texts_is_on_the_page():
    names = {path.stem for path in figures.TEXTS.glob("*/*.jsonl")}
    assert names == set(figures.SETS)

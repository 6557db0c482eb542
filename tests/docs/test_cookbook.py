"""The index, languages and formulas of the cookbook; its Python, commands and links are checked in test_pages.py.

The R code of r.md is run by `make test-r` (tests/outside/r_page.py), the Stata code is read by test_stata_page.py.
"""

import re
from pathlib import Path

COOKBOOK = Path(__file__).resolve().parents[2] / "docs" / "cookbook"
PAGES = {path.name: path.read_text("utf-8") for path in sorted(COOKBOOK.glob("*.md"))}
CHECKED_LANGUAGES = {"pycon", "r", "stata", "excel"}


def test_no_code_is_of_a_language_that_nothing_checks():
    fences = [fence for text in PAGES.values() for fence in re.findall(r"^```(.*)$", text, re.MULTILINE)]
    assert set(fences[::2]) == CHECKED_LANGUAGES
    assert set(fences[1::2]) == {""}


def test_the_index_lists_every_page():
    listed = re.findall(r"^- \[(.+)\]\((.+)\):", PAGES["README.md"], re.MULTILINE)
    assert sorted(target for _, target in listed) == sorted(PAGES.keys() - {"README.md"})
    assert all(title == target for title, target in listed)


def test_formulas_use_the_columns_that_the_page_names():
    text = PAGES["spreadsheet.md"]
    formulas = "".join(re.findall(r"```excel\n(.*?)```", text, re.DOTALL))
    used = set(re.findall(r"memberships!([A-Z]):\1", formulas)), set(re.findall(r"membership_years!([A-Z]):([A-Z])", formulas))
    assert used[0] == set(re.findall(r"^([A-Z]) [a-z_]+$", text, re.MULTILINE))
    assert used[1] == set(re.findall(r"^\('([A-Z])', '([A-Z])'\)$", text, re.MULTILINE))


def test_pages_name_the_version_of_duckdb_that_is_tested():
    pinned = re.search(r"^duckdb==(.+)$", (COOKBOOK.parents[1] / "constraints.txt").read_text("utf-8"), re.MULTILINE)
    assert pinned
    assert f"version {pinned[1]} " in PAGES["duckdb.md"]

"""What the cookbook shows is true: its Python is run, in a folder of its own, and its commands, links and formulas are checked.

The R code of r.md is run by `make test-r` (tests/outside/r_page.py), the Stata code is read by test_stata_page.py.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

COOKBOOK = Path(__file__).resolve().parents[2] / "docs" / "cookbook"
PAGES = {path.name: path.read_text("utf-8") for path in sorted(COOKBOOK.glob("*.md"))}
CHECKED_LANGUAGES = {"pycon", "r", "stata", "excel"}
COMMANDS = sorted({command for text in PAGES.values() for command in re.findall(r"`(sco-timeline [^`]+)`", text)})


@pytest.mark.parametrize("name", [name for name, text in PAGES.items() if "```pycon" in text])
def test_python_prints_what_is_shown(name, run_python):
    if name == "duckdb.md":
        pytest.importorskip("duckdb")
    ran, wrong = run_python(name)
    assert not wrong
    assert ran > 5


def test_no_code_is_of_a_language_that_nothing_checks():
    fences = [fence for text in PAGES.values() for fence in re.findall(r"^```(.*)$", text, re.MULTILINE)]
    assert set(fences[::2]) == CHECKED_LANGUAGES
    assert set(fences[1::2]) == {""}


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_run(command, tmp_path):
    arguments = [sys.executable, "-m", "sco_timeline.cli", *command.split()[1:]]
    run = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout


def test_commands_are_found():
    assert len(COMMANDS) >= 4


def test_the_index_lists_every_page():
    listed = re.findall(r"^- \[(.+)\]\((.+)\):", PAGES["README.md"], re.MULTILINE)
    assert sorted(target for _, target in listed) == sorted(PAGES.keys() - {"README.md"})
    assert all(title == target for title, target in listed)


def test_every_link_to_a_file_leads_somewhere():
    for name, text in PAGES.items():
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (COOKBOOK / target).exists(), f"{name} links to {target}"


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

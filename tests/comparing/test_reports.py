"""What people read: counts by table, schema and facts one by one, the version asked for; and the change log made of it."""

from __future__ import annotations

import re

import pytest

from sco_timeline.comparing import as_markdown, as_text, record


@pytest.fixture
def changed(compared, made):
    """A version in which much has changed."""
    change = made.together(
        lambda mini: mini.append("people", "xi-jinping,Xi Jinping", "modi-narendra,Narendra Modi"),
        lambda mini: mini.set_cell("people", 2, "name", "Zemin Jiang"),
        lambda mini: mini.set_cell("summits", 2, "venue", "Port"),
        lambda mini: mini.set_cell("summits", 3, "theme", "Peace"),
        lambda mini: mini.set_cell("events", 6, "date", "2005-07-05"),
        lambda mini: mini.set_cell("sources", 2, "title", "India, a member"),
        lambda mini: mini.replace(
            "readings", "milestones.2001-founding.date,milestones,2001-founding,date,sample,2001-06-15,2001-06,,2024-01-02,,\n", ""
        ),
        made.edit_field("sources", "kind", lambda field: field["constraints"]["enum"].append("podcast")),
        made.edit_field("people", "name", lambda field: field.update(description="In the usual order.")),
        made.column_added("people", "born", "1926", "1940", "1953", "1950"),
        made.version("0.2.0"),
    )
    found = compared(change)
    return found.old, found.new, found.changes


def day(opened):
    return opened.package.as_of


def test_text_counts_by_table_lists_what_matters_and_says_the_version(changed):
    old, new, changes = changed
    head, *lines = as_text(old, new, changes).splitlines()
    assert head == f"{old.package.version} (checked to {day(old)}) -> 0.2.0 (checked to {day(new)})"
    counts = dict(re.split(r"  +", line, maxsplit=1) for line in lines if re.match(r"\w+  ", line))
    assert counts["people"] == "column added, description changed, 2 rows added, 1 cell changed"
    assert counts["summits"] == "2 cells filled"
    assert counts["sources"] == "value allowed, 1 cell changed"
    assert counts["readings"] == "1 row removed"
    assert "memberships" in counts
    assert lines[-1] == "This asks for a minor step: 0.2.0 or later."


LISTED = [
    "people.born: column added (empty) -> integer",
    "people.name: description changed",
    "people jiang-zemin.name: Jiang Zemin -> Zemin Jiang",
    "sources.kind: value allowed (empty) -> podcast",
    "summits CHS-2001.venue: (empty) -> Port",
    "summits CHS-2017.theme: (empty) -> Peace",
    "events IND-sco.observer-decision.date: 2005-07 -> 2005-07-05",
]


@pytest.mark.parametrize("report", [as_text, as_markdown])
def test_schema_and_written_facts_are_listed_what_follows_from_them_is_counted(changed, report):
    """Neither rows that the build derives, nor sources and claims one by one, nor each row added."""
    found = [line.removeprefix("- ") for line in report(*changed).splitlines() if " -> " in line or ": removed" in line or ": desc" in line]
    assert [line for line in found if "(checked to" not in line] == LISTED


def test_markdown_is_a_section_with_a_table(changed):
    old, new, changes = changed
    lines = as_markdown(old, new, changes).splitlines()
    assert lines[0] == f"## 0.2.0, checked to {day(new)}"
    assert lines[2] == f"Against {old.package.version} (checked to {day(old)}). This asks for a minor step: 0.2.0 or later."
    table = [line for line in lines if line.startswith("|")]
    assert table[:2] == ["| table | changes |", "| --- | --- |"]
    assert {line.count("|") for line in table} == {3}
    assert sum(line.startswith("## ") for line in lines) == 1


def test_nothing_differs(compared):
    old, new, changes, _ = compared()
    assert as_text(old, new, changes).splitlines()[1:] == ["", "nothing differs", "", "This asks for no new version."]
    text = as_markdown(old, new, changes)
    assert "This asks for no new version." in text and "Nothing differs." in text and "|" not in text


def test_an_item_of_the_list_is_one_line_whatever_stands_in_the_cell(compared):
    """A change log whose lines began with what a cell holds would take a cell for a heading."""
    old, new, changes, _ = compared(lambda mini: mini.set_cell("events", 3, "note", "a note on\n## 0.0.1, a heading"))
    assert sum(line.startswith("## ") for line in as_markdown(old, new, changes).splitlines()) == 1
    listed = as_markdown(old, new, changes).split("|\n\n")[1].splitlines()
    assert len(listed) == 1 and listed[0].startswith("- events IND-sco.member-decision.note: ")


def test_removed_tables_are_listed(compared, made):
    old, new, changes, _ = compared(None, made.table_added("first,two"))
    assert "- visits: table removed" in as_markdown(old, new, changes).splitlines()
    assert "This asks for a major step: 0.2.0 or later." in as_markdown(old, new, changes)


# The change log


@pytest.fixture
def opened_as(built_mini, made, mini):
    """The tiny package, opened under a version."""

    def of(version):
        made.version(version)(mini)
        return made.read(mini.root)

    return of


def section(version, words):
    return f"## {version}, checked to 2026-09-01\n\n{words}\n"


def headings(path):
    return re.findall(r"(?m)^## (\S+),", path.read_text(encoding="utf-8"))


def test_the_newest_version_comes_first(tmp_path, opened_as):
    path = tmp_path / "CHANGES.md"
    for version in ("0.1.0", "0.1.1", "0.10.0"):
        record(path, opened_as(version), section(version, f"Words on {version}."))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Changes of the data\n")
    assert headings(path) == ["0.10.0", "0.1.1", "0.1.0"]
    assert all(text.count(f"Words on {version}.") == 1 for version in headings(path))


def test_the_same_version_is_replaced_and_others_stay(tmp_path, opened_as):
    path = tmp_path / "CHANGES.md"
    for version in ("0.1.0", "0.1.1", "0.1.10"):
        record(path, opened_as(version), section(version, f"First words on {version}."))
    record(path, opened_as("0.1.10"), section("0.1.10", "Second words."))
    text = path.read_text(encoding="utf-8")
    assert headings(path) == ["0.1.10", "0.1.1", "0.1.0"]
    assert "First words on 0.1.10." not in text and "Second words." in text
    assert "First words on 0.1.1." in text and "First words on 0.1.0." in text


def test_a_version_is_not_taken_for_one_that_begins_like_it(tmp_path, opened_as):
    path = tmp_path / "CHANGES.md"
    path.write_text(f"# Changes\n\n{section('0.1.10', 'Words.')}\n{section('0.1.1', 'Old words.')}", encoding="utf-8")
    record(path, opened_as("0.1.1"), section("0.1.1", "New words."))
    assert sorted(headings(path)) == ["0.1.1", "0.1.10"]
    assert "Old words." not in path.read_text(encoding="utf-8")


def test_what_others_wrote_stays(tmp_path, opened_as):
    path = tmp_path / "CHANGES.md"
    path.write_text(
        "# Our changes\n\nTwo words.\n\n## Unreleased\n\n- much\n\n### Also\n\n- more\n\n## [0.0.1] - 2020\n\n- begun\n", encoding="utf-8"
    )
    record(path, opened_as("0.1.0"), section("0.1.0", "New."))
    assert path.read_text(encoding="utf-8") == (
        "# Our changes\n\nTwo words.\n\n## 0.1.0, checked to 2026-09-01\n\nNew.\n\n"
        "## Unreleased\n\n- much\n\n### Also\n\n- more\n\n## [0.0.1] - 2020\n\n- begun\n"
    )


def test_recording_twice_changes_nothing_more(tmp_path, opened_as):
    path = tmp_path / "CHANGES.md"
    new = opened_as("0.1.0")
    contents = set()
    for _ in range(3):
        record(path, new, section("0.1.0", "Words."))
        contents.add(path.read_bytes())
    assert len(contents) == 1
    assert [found.name for found in tmp_path.iterdir() if found.is_file()] == ["CHANGES.md"]

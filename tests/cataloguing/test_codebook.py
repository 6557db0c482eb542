"""docs/codebook.md: every table, column and allowed value, and what each status is in the Correlates of War coding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import sco_timeline as sco
from sco_timeline.cataloguing import codebook

REPOSITORY = Path(__file__).resolve().parents[2]
COW = {0: "none", 1: "full member", 2: "associate member", 3: "observer"}


def test_the_codebook_in_docs_is_that_of_the_present_descriptor():
    assert (REPOSITORY / "docs" / "codebook.md").read_text(encoding="utf-8") == codebook()


@pytest.fixture
def sections(package):
    """Lines of the codebook by the last word of their heading: a table, or the coding of statuses."""
    parts = re.split(r"(?m)^## ", codebook())[1:]
    return {part.partition("\n")[0].split()[-1].strip("`"): part.splitlines()[1:] for part in parts}


def table(lines, cells_of):
    header, ruler, *rows = [cells_of(line) for line in lines if line.startswith("|")]
    assert set(ruler) == {"---"}
    assert {len(row) for row in rows} == {len(header)}
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_every_table_has_a_section_in_order(package, sections):
    assert list(sections) == ["coding", *package.tables]
    for name, found in package.tables.items():
        words = "\n".join(sections[name])
        assert found.description in words
        assert f"Key: `{found.key}`" in words
        assert (" Derived." in words) == found.derived


def test_every_column_has_a_row_in_order(package, sections, cells_of):
    for name, found in package.tables.items():
        rows = table(sections[name], cells_of)
        assert [row["column"] for row in rows] == [f"`{field.name}`" for field in found.fields]
        for row, field in zip(rows, found.fields, strict=True):
            kind = "EDTF" if field.is_edtf else field.type
            assert row["type"] == kind + (", required" if field.required else "")
            assert row["description"].startswith(field.description)
            assert ("*derived*" in row["description"]) == field.derived
            assert ("a source is required" in row["description"]) == (field.evidence == "required")


def test_every_allowed_value_is_named(package, sections, cells_of):
    named = 0
    for name, found in package.tables.items():
        for row, field in zip(table(sections[name], cells_of), found.fields, strict=True):
            if field.enum:
                assert row["values"].split(", ") == [f"`{value}`" for value in field.enum]
                named += 1
            for limit in (field.minimum, field.maximum):
                assert limit is None or field.enum or str(limit) in row["values"]
    assert named > 20


def test_every_reference_is_named(package, sections, cells_of):
    for name, found in package.tables.items():
        values = {row["column"].strip("`"): row["values"] for row in table(sections[name], cells_of)}
        for key in found.foreign_keys:
            assert f"`{key.table}.{key.key}`" in values[key.field]


def test_every_form_is_named(package, sections, cells_of):
    """Of a column whose values are free within a pattern, the pattern; of others, what they refer to."""
    for name, found in package.tables.items():
        values = {row["column"].strip("`"): row["values"] for row in table(sections[name], cells_of)}
        referring = {key.field for key in found.foreign_keys}
        for field in found.fields:
            if field.pattern and not field.enum and field.name not in referring:
                assert values[field.name] == f"`{field.pattern}`"


def test_every_status_has_its_value_in_the_coding_of_others(package, sections, cells_of):
    rows = {(row["organization"].strip("`"), row["status"].strip("`")): row for row in table(sections["coding"], cells_of)}
    statuses = sco.load("statuses")
    assert list(rows) == list(zip(statuses["organization"], statuses["status"], strict=True))
    for status in statuses.itertuples(index=False):
        row = rows[status.organization, status.status]
        assert row["COW IGO"] == f"{status.cow_value} {COW[status.cow_value]}"
        assert row["definition"] == status.definition
        assert row["stage that starts it"] == (status.effective_stage if isinstance(status.effective_stage, str) else "makes no spells")


def test_each_value_of_the_coding_is_said_in_words(tiny):
    tiny.set_cell("statuses", 4, "cow_value", "2")
    tiny.build()
    assert "| 2 associate member |" in codebook()


def test_it_says_version_and_day(package):
    assert f"Version {package.version}, record checked to {package.as_of}." in codebook()


@pytest.mark.parametrize("definition", ["Sits | stands.", "Sits.\nStands.", 'Sits "at" the `table`.'])
def test_words_of_any_form_stay_in_their_cell(tiny, cells_of, definition):
    tiny.set_cell("statuses", 4, "definition", definition)
    tiny.build()
    part = codebook().partition("\n## Statuses")[2].partition("\n## ")[0]
    rows = table(part.splitlines(), cells_of)
    assert [row["status"] for row in rows] == ["`guest`", "`member`", "`observer`"]
    assert rows[2]["definition"].split() == definition.split()


def test_a_description_of_two_lines_stays_in_its_cell(tiny, say, cells_of):
    content = tiny.read_descriptor()
    content["resources"][0]["schema"]["fields"][0]["description"] = "Letters.\nOr | digits."
    say(**content)
    part = codebook().partition("`parties`\n")[2].partition("\n## ")[0]
    assert table(part.splitlines(), cells_of)[0]["column"] == "`party_id`"


def test_it_ends_in_one_line_feed(package):
    text = codebook()
    assert text.endswith("\n") and not text.endswith("\n\n")
    assert [line for line in text.splitlines() if line != line.rstrip()] == []

"""What holds of every two packages, whatever differs between them."""

from __future__ import annotations

import dataclasses
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sco_timeline.comparing import Change, Opened, as_markdown, as_text, compare, lowest_version, step_asked
from sco_timeline.comparing.steps import STEPS

lightly = settings(max_examples=60, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MIRRORED = {
    "table added": "table removed",
    "column added": "column removed",
    "value allowed": "value no longer allowed",
    "row added": "row removed",
    "cell filled": "cell emptied",
    "cell changed": "cell changed",
    "column changed": "column changed",
    "description changed": "description changed",
}
MIRRORED |= {back: forth for forth, back in MIRRORED.items()}
ORDER = ["no", "patch", "minor", "major"]
texts = st.sampled_from(["", "a", "b", "2001-06-15", "two\nlines", "a, b", "Астана"])
words = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["string", "integer"]),
        "required": st.booleans(),
        "pattern": st.sampled_from([None, "[a-z]+"]),
        "minimum": st.sampled_from([None, 0, 1.5]),
        "enum": st.lists(st.sampled_from(["a", "b", "c"]), unique=True).map(tuple),
        "description": st.sampled_from(["Words.", "Other words."]),
    },
)


@pytest.fixture(scope="module")
def sound(built_mini, made) -> Opened:
    """The tiny package, opened."""
    return made.read(built_mini)


@st.composite
def variants(draw, opened: Opened, schema: bool = True) -> Opened:
    """A package that differs from the one given in some tables, columns, rows and cells."""
    tables = dict(opened.package.tables)
    rows = {name: dict(found) for name, found in opened.rows.items()}
    for name in draw(st.lists(st.sampled_from(sorted(tables)), max_size=4, unique=True)):
        kinds = ["rows", "rows", "cells", "cells", *(["fields", "table"] if schema else [])]
        kind = draw(st.sampled_from(kinds))
        if kind == "table":
            del tables[name], rows[name]
        elif kind == "rows":
            gone = draw(st.sets(st.sampled_from(sorted(rows[name])), max_size=3)) if rows[name] else set()
            fresh = {key: dict.fromkeys(tables[name].by_name, "x") for key in sorted(draw(st.sets(st.sampled_from("abc"))))}
            rows[name] = {key: row for key, row in (rows[name] | fresh).items() if key not in gone}
        elif kind == "cells":
            columns = [field.name for field in tables[name].fields[1:]]
            for key in sorted(draw(st.sets(st.sampled_from(sorted(rows[name])), max_size=3))) if rows[name] else ():
                rows[name][key] = dict(rows[name][key]) | draw(st.dictionaries(st.sampled_from(columns), texts, max_size=3))
        else:
            first, *rest = tables[name].fields
            kept = [dataclasses.replace(field, **draw(words)) for field in rest if draw(st.integers(0, 5))]
            tables[name] = dataclasses.replace(tables[name], fields=(first, *kept), foreign_keys=())
            columns = {field.name for field in (first, *kept)}
            rows[name] = {key: {column: cell for column, cell in row.items() if column in columns} for key, row in rows[name].items()}
    return Opened(dataclasses.replace(opened.package, tables=tables), rows)


@lightly
@given(data=st.data())
def test_a_package_does_not_differ_from_itself(sound, data):
    found = data.draw(variants(sound))
    assert compare(found, found) == []
    assert step_asked(found, found, []) == "no"


@lightly
@given(data=st.data())
def test_there_and_back_mirror_each_other(sound, data):
    old, new = data.draw(variants(sound)), data.draw(variants(sound))
    back = [change._replace(change=MIRRORED[change.change], old=change.new, new=change.old) for change in compare(new, old)]
    assert Counter(compare(old, new)) == Counter(back)


@lightly
@given(data=st.data())
def test_every_difference_is_of_a_known_kind_and_told_once(sound, data):
    old, new = data.draw(variants(sound)), data.draw(variants(sound))
    changes = compare(old, new)
    assert {change.change for change in changes} <= set(STEPS)
    assert len(set(changes)) == len(changes)
    assert all(change.old != change.new for change in changes if change.change.startswith(("cell", "column", "value", "table")))


@lightly
@given(data=st.data())
def test_the_differences_lead_from_the_old_rows_to_the_new(sound, data):
    old, new = data.draw(variants(sound, schema=False)), data.draw(variants(sound, schema=False))
    rows = {name: {key: dict(row) for key, row in found.items()} for name, found in old.rows.items()}
    for table, key, column, change, stood, stands in compare(old, new):
        if change == "row added":
            rows[table][key] = dict(new.rows[table][key])
        elif change == "row removed":
            del rows[table][key]
        else:
            assert rows[table][key][column] == stood
            rows[table][key][column] = stands
    assert rows == {name: {key: dict(row) for key, row in found.items()} for name, found in new.rows.items()}


@lightly
@given(data=st.data())
def test_the_step_is_that_of_the_greatest_change(sound, data):
    old, new = data.draw(variants(sound)), data.draw(variants(sound))
    changes = compare(old, new)
    alone = [step_asked(old, new, [change]) for change in changes]
    assert step_asked(old, new, changes) == max(["no", *alone], key=ORDER.index)
    assert all(
        ORDER.index(step) <= ORDER.index("major" if "removed" in change.change else STEPS[change.change])
        for change, step in zip(changes, alone, strict=True)
    )


@lightly
@given(version=st.tuples(*[st.integers(0, 20)] * 3), step=st.sampled_from(ORDER))
def test_a_step_leads_upwards_and_a_greater_one_not_less_far(version, step):
    lowest = lowest_version(version, step)
    assert (lowest > version) == (step != "no")
    assert all(lowest_version(version, smaller) <= lowest for smaller in ORDER[: ORDER.index(step)])


@lightly
@given(data=st.data())
def test_reports_can_be_written_of_anything(sound, data):
    old, new = data.draw(variants(sound)), data.draw(variants(sound))
    changes = compare(old, new)
    assert as_text(old, new, changes).endswith("\n") and as_markdown(old, new, changes).startswith("## ")
    assert isinstance(changes, list) and all(isinstance(change, Change) for change in changes)

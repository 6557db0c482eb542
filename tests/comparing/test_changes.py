"""What was done to a package -> what is reported, and the version step it asks for; both packages are built for real."""

from __future__ import annotations

import csv
import io
import random
from typing import NamedTuple

import pytest

from sco_timeline.comparing import frame_of
from sco_timeline.comparing.steps import STEPS


class Case(NamedTuple):
    """One change: its kind, the step it asks for, what is done to the new and the old package, and all that is reported."""

    kind: str
    step: str
    new: tuple = ()
    old: tuple = ()
    reported: list[tuple[str, str, str, str, str]] = []


def constrained(**words):
    return lambda field: field.setdefault("constraints", {}).update(words)


def reworded(**words):
    return lambda entry: entry.update(words)


def resource(table, change):
    return lambda _, resources: change(resources[table])


def without(table):
    return lambda content, resources: content["resources"].remove(resources[table])


def allow(*values):
    return lambda field: field["constraints"]["enum"].extend(values)


CASES = {
    "a table more": Case(
        "table added",
        "minor",
        new=("table_added", "first,two"),
        reported=[("visits", "", "", "", "Visits"), ("visits", "first", "", "", "")],
    ),
    "a table less": Case(
        "table removed",
        "major",
        old=("table_added", "first,two"),
        reported=[("visits", "", "", "Visits", ""), ("visits", "first", "", "", "")],
    ),
    "an empty table more": Case("table added", "minor", new=("table_added",), reported=[("visits", "", "", "", "Visits")]),
    "a column more": Case(
        "column added",
        "minor",
        new=("column_added", "people", "born", "1926", ""),
        reported=[("people", "", "born", "", "integer")],
    ),
    "a column less": Case(
        "column removed",
        "major",
        old=("column_added", "people", "born", "1926", ""),
        reported=[("people", "", "born", "integer", "")],
    ),
    "a column of another type": Case(
        "column changed",
        "major",
        old=("table_added", "first,2"),
        new=("table_added", "first,2", {"type": "integer"}),
        reported=[("visits", "", "nights", "type string", "type integer")],
    ),
    "a column of dates": Case(
        "column changed",
        "major",
        old=("table_added", "first,2001"),
        new=("table_added", "first,2001", {"sco:format": "edtf"}),
        reported=[("visits", "", "nights", "is_edtf False", "is_edtf True")],
    ),
    "a column that must be filled": Case(
        "column changed",
        "major",
        old=("table_added", "first,2"),
        new=("table_added", "first,2", {"constraints": {"required": True}}),
        reported=[("visits", "", "nights", "required False", "required True")],
    ),
    "a column that must be unique": Case(
        "column changed",
        "major",
        new=("edit_field", "people", "name", constrained(unique=True)),
        reported=[("people", "", "name", "unique False", "unique True")],
    ),
    "a column of another form": Case(
        "column changed",
        "major",
        new=("edit_field", "people", "name", constrained(pattern="[A-Z].+")),
        reported=[("people", "", "name", "pattern None", "pattern [A-Z].+")],
    ),
    "a lower bound": Case(
        "column changed",
        "major",
        new=("edit_field", "places", "latitude", constrained(minimum=-80)),
        reported=[("places", "", "latitude", "minimum -90", "minimum -80")],
    ),
    "an upper bound": Case(
        "column changed",
        "major",
        new=("edit_field", "places", "latitude", constrained(maximum=80)),
        reported=[("places", "", "latitude", "maximum 90", "maximum 80")],
    ),
    "a value more": Case(
        "value allowed",
        "minor",
        new=("edit_field", "sources", "kind", allow("podcast")),
        reported=[("sources", "", "kind", "", "podcast")],
    ),
    "a value less": Case(
        "value no longer allowed",
        "major",
        old=("edit_field", "sources", "kind", allow("podcast")),
        reported=[("sources", "", "kind", "podcast", "")],
    ),
    "another description of a column": Case(
        "description changed",
        "patch",
        old=("edit_field", "people", "name", reworded(description="Old words.")),
        new=("edit_field", "people", "name", reworded(description="New words.")),
        reported=[("people", "", "name", "Old words.", "New words.")],
    ),
    "another description of a table": Case(
        "description changed",
        "patch",
        old=("edit", resource("people", reworded(description="Old words."))),
        new=("edit", resource("people", reworded(description="New words."))),
        reported=[("people", "", "", "Old words.", "New words.")],
    ),
    "a row more": Case(
        "row added", "minor", new=("append", "people", "xi-jinping,Xi Jinping"), reported=[("people", "xi-jinping", "", "", "")]
    ),
    "a row less": Case(
        "row removed",
        "minor",
        new=(
            "replace",
            "readings",
            "milestones.2001-founding.date,milestones,2001-founding,date,sample,2001-06-15,2001-06,,2024-01-02,,\n",
            "",
        ),
        reported=[("readings", "milestones.2001-founding.date", "", "", "")],
    ),
    "a cell filled": Case(
        "cell filled",
        "minor",
        new=("set_cell", "summits", 2, "venue", "Port"),
        reported=[("summits", "CHS-2001", "venue", "", "Port")],
    ),
    "a cell emptied": Case(
        "cell emptied",
        "patch",
        new=("set_cell", "summits", 3, "venue", ""),
        reported=[("summits", "CHS-2017", "venue", "Palace of Peace, Great Hall", "")],
    ),
    "a cell changed": Case(
        "cell changed",
        "patch",
        new=("set_cell", "people", 2, "name", "Цзян Цзэминь"),
        reported=[("people", "jiang-zemin", "name", "Jiang Zemin", "Цзян Цзэминь")],
    ),
    "a cell of two lines": Case(
        "cell changed",
        "patch",
        new=("set_cell", "events", 3, "note", 'a "note"\non,\nthree'),
        reported=[("events", "IND-sco.member-decision", "note", "a note on\ntwo lines", 'a "note"\non,\nthree')],
    ),
}


def change_of(made, word, *details):
    """Return the change that a case names: a way of `made`, or else a method of the package."""
    if word == "table_added" and details and isinstance(details[-1], dict):
        return made.table_added(*details[:-1], of_nights=details[-1])
    if hasattr(made, word):
        return getattr(made, word)(*details)
    return lambda package: getattr(package, word)(*details)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_change_is_reported_and_asks_for_its_step(compared, made, case):
    new, old = (change_of(made, *what) if what else None for what in (case.new, case.old))
    found = compared(new, old)
    assert [(change.table, change.row_id, change.column, change.old, change.new) for change in found.changes] == case.reported
    assert found.changes[0].change == case.kind
    assert (found.step, STEPS[case.kind]) == (case.step, case.step)


def test_every_kind_of_change_has_its_case():
    of_the_package = {"record extended", "licence changed"}  # below
    assert {case.kind for case in CASES.values()} | of_the_package == set(STEPS)


def test_another_licence_is_another_package_for_its_readers(compared, made):
    found = compared(made.edit(lambda content, _: content.update(licenses=[{"name": "CC0-1.0"}])))
    assert [(change.table, change.column, change.change) for change in found.changes] == [("", "licenses", "licence changed")]
    assert found.step == "major"


def test_identical_packages_do_not_differ(compared):
    found = compared()
    assert (found.changes, found.step) == ([], "no")


def test_a_key_of_another_name_changes_the_table_for_every_reader(compared, made):
    found = compared(made.table_added("first,two", key="visit_key"), made.table_added("first,two"))
    assert [(change.column, change.change) for change in found.changes] == [
        ("visit_key", "column added"),
        ("visit_id", "column removed"),
        ("visit_key", "column changed"),
    ]
    assert found.step == "major"


def test_a_derived_table_may_not_go_either(made, before, mini):
    made.edit(without("timeline"))(mini)
    found = made.compare_places(before.root, mini.root)
    assert found.changes[0][:4] == ("timeline", "", "", "table removed")
    assert {change.change for change in found.changes[1:]} == {"row removed"}
    assert found.step == "major"


@pytest.mark.parametrize("where", ["a column", "a table"])
def test_another_title_is_a_changed_description_that_shows_what_changed(compared, made, where):
    change = reworded(title="Another Title")
    found = compared(made.edit_field("people", "name", change) if where == "a column" else made.edit(resource("people", change)))
    (changed,) = found.changes
    assert (changed.change, found.step) == ("description changed", "patch")
    assert changed.old != changed.new


def swap_lowest_categories(resources):
    for entry in resources.values():
        for field in entry["schema"]["fields"]:
            if "categories" in field:
                field["categories"][:2] = field["categories"][1::-1]
                field["constraints"]["enum"] = list(field["categories"])


def test_categories_in_another_order_change_their_columns(compared, made, before, mini):
    """Greater and lesser mean something else then, in every filter that a reader wrote."""
    made.edit(lambda _, resources: swap_lowest_categories(resources))(mini)
    found = made.compare_places(before.root, mini.root)
    assert {change.change for change in found.changes} == {"column changed"}
    assert found.step == "major"


def test_a_reference_taken_back_changes_its_column(made, before, mini):
    """Who joined two tables by it may find rows without a partner now."""
    made.edit(lambda _, resources: resources["places"]["schema"].pop("foreignKeys"))(mini)
    found = made.compare_places(before.root, mini.root)
    assert [(change.table, change.column, change.change) for change in found.changes] == [("places", "party_id", "column changed")]


# What the build derives follows from what people write, and asks for nothing of its own


def test_rows_that_the_build_derives_ask_for_no_more_than_what_they_follow_from(compared, made):
    found = compared(made.edit(lambda content, _: content.update(as_of="2031-09-01")))
    tables = found.new.package.tables
    assert {change.change for change in found.changes} >= {"row added", "cell filled"}
    assert all(tables[change.table].derived for change in found.changes if change.table)
    assert [change.change for change in found.changes if not change.table] == ["record extended"]
    assert found.step == "minor"


def test_a_corrected_date_asks_for_what_it_is_itself_whatever_follows_from_it(compared):
    found = compared(lambda mini: mini.set_cell("events", 6, "date", "2005-07-05"))
    assert ("events", "IND-sco.observer-decision", "date", "cell changed", "2005-07", "2005-07-05") in found.changes
    assert {change.table for change in found.changes} >= {"events", "claims", "memberships", "membership_years", "timeline"}
    assert ("events", "IND-sco.observer-decision", "date_latest", "cell changed", "2005-07-31", "2005-07-05") in found.changes
    assert found.step == "patch"


def test_what_the_words_of_a_derived_table_mean_is_for_readers_too(compared, made):
    found = compared(made.edit(resource("timeline", reworded(description="Everything dated."))))
    assert [change.change for change in found.changes] == ["description changed"]
    assert found.step == "patch"


# A row of each table that stands alone, and the step that its removal asks for
REMOVED = [
    ("parties", "BRA,state,Brazil,Federative Republic of Brazil,BR,076,140,140,Q155,,", "major"),
    ("people", "xi-jinping,Xi Jinping", "major"),
    ("places", "almaty,Almaty,KAZ,43.24,76.95", "major"),
    ("statuses", "sco.partner,sco,partner,3,true,effective,false,,0,One status for two.", "major"),
    ("sources", "paper-2019-digest,press,Paper,Another year,en,2019,,2024-01-02,excerpt,,,", "major"),
    ("names", "place.shanghai.en.2,Shanghai City,en,place,shanghai,,,false", "minor"),
    ("claims", "paper-2018-digest,events,CHN-sco.member-effective,,,,asserted,last line,curated", "minor"),
    ("readings", "summits.CHS-2001.city,summits,CHS-2001,city,sample,Shanghai,Shanghai,,2024-01-02,,", "minor"),
]


@pytest.mark.parametrize(("table", "row", "step"), REMOVED, ids=[table for table, _, _ in REMOVED])
def test_a_removed_row_is_major_where_other_tables_refer_to_such_rows(compared, table, row, step):
    found = compared(None, lambda before: before.append(table, row))
    assert [change[:4] for change in found.changes if not found.new.package.tables[change.table].derived] == [
        (table, found.changes[0].row_id, "", "row removed")
    ]
    assert found.step == step


# Order


def shuffled(text, seed):
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    random.Random(seed).shuffle(rows)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    return out.getvalue()


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_written_rows_does_not_matter(compared, seed):
    def shuffle(mini):
        for path in (mini.root / "data" / "raw").glob("*.csv"):
            mini.write(path.stem, shuffled(mini.read(path.stem), seed))

    assert compared(shuffle).changes == []


def test_the_order_of_published_rows_does_not_matter(made, seal, before, mini):
    for table in ("events", "claims", "timeline"):
        path = mini.root / "data" / "processed" / f"{table}.csv"
        text = path.read_bytes().decode("utf-8")
        after = shuffled(text, 3)
        assert after != text
        path.write_text(after, encoding="utf-8", newline="")
        seal(mini, table)
    assert made.compare_places(before.root, mini.root).changes == []


def test_differences_come_by_table_then_schema_rows_and_columns(compared, made):
    """As the new package orders its tables and columns; tables that are gone come last."""
    change = made.together(
        lambda mini: mini.append("people", "xi-jinping,Xi Jinping"),
        lambda mini: mini.set_cell("people", 2, "name", "Zemin Jiang"),
        made.edit_field("people", "name", reworded(description="New words.")),
        lambda mini: mini.set_cell("summits", 3, "theme", "Peace"),
        lambda mini: mini.set_cell("summits", 3, "venue", ""),
        lambda mini: mini.set_cell("parties", 2, "name", "Cathay"),
        made.table_added("first,two"),
    )
    found = compared(change, made.edit(lambda content, _: content["resources"].reverse()))
    written = [change[:4] for change in found.changes if change.table != "timeline"]
    assert written == [
        ("parties", "CHN", "name", "cell changed"),
        ("people", "", "name", "description changed"),
        ("people", "jiang-zemin", "name", "cell changed"),
        ("people", "xi-jinping", "", "row added"),
        ("summits", "CHS-2017", "venue", "cell emptied"),
        ("summits", "CHS-2017", "theme", "cell filled"),
        ("visits", "", "", "table added"),
        ("visits", "first", "", "row added"),
    ]


def test_tables_that_are_gone_come_last(compared, made):
    found = compared(lambda mini: mini.append("sources", "a,press,A,A,en,,,2024-01-02,full,,,"), made.table_added("first,two"))
    assert [change.table for change in found.changes] == ["sources", "visits", "visits"]


# As a frame


def test_a_frame_has_a_row_a_difference_all_of_it_text(compared):
    found = compared(lambda mini: mini.set_cell("people", 2, "name", "Zemin Jiang"))
    frame = frame_of(found.changes)
    assert list(frame.columns) == ["table", "row_id", "column", "change", "old", "new"]
    assert frame.to_dict("records") == [change._asdict() for change in found.changes]


def test_a_frame_of_nothing_has_the_same_columns():
    frame = frame_of([])
    assert list(frame.columns) == ["table", "row_id", "column", "change", "old", "new"]
    assert len(frame) == 0

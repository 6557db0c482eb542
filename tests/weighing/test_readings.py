"""What stood in a cell, what a second reader found -> how far the two agree; and what a difference owes the reader of the table."""

from __future__ import annotations

from datetime import date

import pytest

from sco_timeline.curating.rules import rule_problems
from sco_timeline.storing import format_cell
from sco_timeline.weighing import weigh
from sco_timeline.weighing.readings import compare_readings

# By cell: the first value, the second, and how they compare.
CELLS = {
    "events.date": [
        ("2017-06-09", "2017-06-09", "same"),
        ("2017-06-09", "2017-06-09?", "same"),
        ("2010-05", "[2010-05-01..2010-05-31]", "same"),
        ("2017-06-09", "2017-06", "compatible"),  # coarser
        ("2017-06-09", "2017", "compatible"),
        ("2017-06-09", "[2017-06-08..2017-06-10]", "compatible"),
        ("2017-06-09", "[..2017-06-30]", "compatible"),
        ("2017-06", "2017-06-09", "compatible"),  # finer
        ("2017", "2017-06-09", "compatible"),
        ("[..2017-06-30]", "2017-06-09", "compatible"),
        ("2010-05", "[2010-05-20..2010-06-10]", "compatible"),  # in part
        ("2017-06-09", "2017-06-10", "different"),
        ("2017-06-09", "2016", "different"),
        ("2017-06", "2017-07-01", "different"),
        ("[2017-06-08..2017-06-09]", "2017-06-10", "different"),
        ("[..2017-06-08]", "2017-06-09", "different"),
    ],
    "summits.start": [
        ("2017-06-08", "2017-06-08", "same"),
        ("2017-06-08", "2017-06", "compatible"),
        ("2017-06-08", "2017-06-09", "different"),
    ],
    "statuses.created": [("2008-08-28", "2008", "compatible"), ("2008-08-28", "2009", "different")],
    "terms.end": [("2017-06-09", "2017", "compatible"), ("2017", "2018-01-01", "different")],
    "summits.city": [
        ("Astana", "Astana", "same"),
        ("Astana", "ASTANA", "same"),
        ("Astana", "Nur-Sultan", "same"),
        ("Nur-Sultan", "Astana", "same"),
        ("Astana", "阿斯塔纳", "same"),
        ("Kuwait City", "Эль-Кувейт", "same"),
        ("Astana", "Shanghai", "different"),
        ("Astana", "Шанхай", "different"),
        ("Astana", "Nursultan City", "different"),  # no listed name
        ("Kuwait City", "Kuwait", "different"),  # the name of a party, not of a place
    ],
    "summits.venue": [
        ("Palace of Peace, Great Hall", "palace of peace – Great Hall", "same"),
        ("Palace of Peace", "Palace of War", "different"),
    ],
    "summits.theme": [("“Towards a SECURE SCO”", "Towards a secure SCO!", "same"), ("Astana", "Nur-Sultan", "different")],
    "summits.ordinal": [("17", "17", "same"), ("17", "1", "different")],
    "summits.format": [("in_person", "in_person", "same"), ("in_person", "hybrid", "different")],
    "summits.host_party_id": [("KAZ", "KAZ", "same"), ("KAZ", "KWT", "different")],
    "attendance.person": [("jiang-zemin", "jiang-zemin", "same"), ("jiang-zemin", "xi-jinping", "different")],
    "milestones.parties": [("CHN;KAZ", "CHN;KAZ", "same"), ("CHN;KAZ", "CHN", "different")],
}
EACH = [(cell, *case) for cell, cases in CELLS.items() for case in cases]


def reading(cell, first, second, **more):
    table, _, field = cell.partition(".")
    values = {"reading_id": f"{table}.the-row.{field}", "table_name": table, "row_id": "the-row", "field": field}
    return values | {"drawn": "sample", "first_value": first, "second_value": second, "read_on": date(2024, 1, 2)} | more


@pytest.fixture
def compared(world):
    """Compare the readings of some cells."""

    def compare(*readings):
        curated = world(readings=list(readings))
        compare_readings(curated)
        return [row["agreement"] for row in curated.rows["readings"]]

    return compare


@pytest.mark.parametrize(("cell", "first", "second", "agreement"), EACH)
def test_how_two_readings_agree(compared, cell, first, second, agreement):
    assert compared(reading(cell, first, second)) == [agreement]


@pytest.mark.parametrize(("cell", "first", "second", "agreement"), EACH)
def test_neither_reader_comes_first(compared, cell, first, second, agreement):
    assert compared(reading(cell, second, first)) == [agreement]


@pytest.mark.parametrize("cell", CELLS)
def test_a_reader_who_finds_nothing_disputes_nothing(compared, cell):
    first = CELLS[cell][0][0]
    assert compared(reading(cell, first, None)) == ["not_found"]


@pytest.mark.parametrize("cell", CELLS)
def test_a_value_agrees_with_itself(compared, package, cell):
    table, _, field = cell.partition(".")
    assert package.tables[table].by_name[field]
    assert {compared(reading(cell, format_cell(first), first))[0] for first, _, _ in CELLS[cell]} == {"same"}


def test_each_reading_is_compared_by_itself(compared):
    found = compared(
        reading("summits.city", "Astana", "Shanghai"),
        reading("events.date", "2017-06-09", None),
        reading("events.date", "2017-06-09", "2017"),
        reading("summits.city", "Astana", "Astana"),
    )
    assert found == ["different", "not_found", "compatible", "same"]


def test_all_that_the_descriptor_allows_is_among_the_cases(package):
    allowed = set(package.tables["readings"].by_name["agreement"].enum)
    assert {agreement for *_, agreement in EACH} | {"not_found"} == allowed
    tables = package.tables["readings"].by_name["table_name"].enum
    taking = {field.type for name in tables for field in package.tables[name].fields if field.evidence != "none"}
    assert taking <= {package.tables[table].by_name[field].type for table, _, field in (cell.partition(".") for cell in CELLS)}


# What became of a difference

ENDS = [
    ("2017-06-10", "kept", []),
    ("2017-06-10", "changed", []),
    ("2017-06-10", None, [("2017-06-10 against 2017-06-09 is different", "say whether the first value was kept or the cell changed")]),
    ("2017-06-09", None, []),
    ("2017-06-09", "kept", [("2017-06-09 against 2017-06-09 is same", "leave empty what did not differ")]),
    ("2017-06", None, []),
    ("2017-06", "kept", [("2017-06 against 2017-06-09 is compatible", "leave empty what did not differ")]),
    ("2017-06", "changed", []),
    (None, None, []),
    (None, "kept", [("is not_found", "leave empty what did not differ")]),
]


@pytest.mark.parametrize(("second", "ended", "expected"), ENDS)
def test_a_difference_says_how_it_ended_and_nothing_else_does(world, second, ended, expected):
    stands = second if ended == "changed" else "2017-06-09"
    problems = weigh(with_event(world, stands, second, ended), {}, []).problems
    assert [(problem.file, problem.line, problem.column) for problem in problems] == [("data/raw/readings.csv", 2, "ended")] * len(expected)
    for problem, (says, remedy) in zip(problems, expected, strict=True):
        assert says in problem.message and remedy in problem.remedy
        assert "None" not in problem.message


STANDING = [
    ("2017-06-09", "2017-06-09", None, None),
    ("2017-06-10", "2017-06-09", None, "2017-06-09 stood there, 2017-06-10 stands there"),
    ("2017-06-10", "2017-06-10", "kept", "2017-06-09 stood there, 2017-06-10 stands there"),
    ("2017-06-09", "2017-06-10", "changed", "2017-06-09 stood there, 2017-06-09 stands there"),
    ("2017-06-10", "2017-06-10", "changed", None),
]


@pytest.mark.parametrize(("stands", "second", "ended", "says"), STANDING)
def test_the_first_value_stands_unless_the_reading_changed_the_cell(world, stands, second, ended, says):
    problems = weigh(with_event(world, stands, second, ended), {}, []).problems
    assert [problem.message for problem in problems] == ([says] if says else [])


def with_event(world, stands, second, ended):
    """A reading of the date of an event that stands by now, with a claim that gives it."""
    read = reading("events.date", "2017-06-09", second, ended=ended, reason=ended and "By the minutes.")
    event = {"event_id": read["row_id"], "date": stands, "held": True}
    claim = {
        "source_id": "paper",
        "table_name": "events",
        "row_id": read["row_id"],
        "field": "date",
        "value": stands,
        "polarity": "asserted",
    }
    return world(readings=[read], events=[event], claims=[claim])


@pytest.fixture
def refused(world, package):
    """Check one reading by the rules of the field, in a world that holds nothing else."""

    def check(**cells):
        empty = {name: [] for name, table in package.tables.items() if not table.derived and name != "names"}
        curated = world(**empty | {"readings": [reading("events.date", "2017-06-09", "2017-06-10") | cells]})
        found = (problem for problem in rule_problems(curated) if problem.file.endswith("readings.csv"))
        return [(problem.line, problem.column, problem.remedy) for problem in found]

    return check


@pytest.mark.parametrize(
    ("ended", "reason", "fits"),
    [
        ("kept", "By the minutes.", True),
        (None, None, True),
        ("kept", None, False),
        ("changed", None, False),
        (None, "By the minutes.", False),
    ],
)
def test_an_end_and_its_reason_stand_together(refused, ended, reason, fits):
    assert refused(ended=ended, reason=reason) == ([] if fits else [(2, "reason", "give both or neither")])


@pytest.mark.parametrize(
    ("key", "fits"),
    [
        ("events.the-row.date", True),
        ("the-row.date", False),
        ("terms.the-row.date", False),
        ("events.the-row.place", False),
        ("events.the-row.date-2", False),
    ],
)
def test_a_reading_is_named_by_its_table_row_and_field(refused, key, fits):
    assert refused(reading_id=key) == ([] if fits else [(2, "reading_id", "write events.the-row.date")])


def test_the_build_publishes_how_far_readings_agree(mini):
    found = {row["reading_id"]: row["agreement"] for row in mini.build().rows["readings"]}
    assert found == {
        "events.IND-sco.member-effective.date": "not_found",
        "milestones.2001-founding.date": "compatible",
        "summits.CHS-2017.city": "same",
        "summits.CHS-2017.start": "different",
    }


def test_a_reading_disputes_nothing_itself(mini):
    """It is a check of the record, not a source: no ruling is asked for, and no cell is backed by it."""
    built = mini.build()
    assert {row["table_name"] for row in built.rows["conflicts"]} == {"events"}
    start = next(cell for cell in built.support if (cell.row_id, cell.field) == ("CHS-2017", "start"))
    assert start.publishers == {"Agency"}

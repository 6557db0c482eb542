"""Cell, claim, polarity -> stance, for every type of field, for rows as a whole and for statuses held at a time."""

from __future__ import annotations

import pytest

from sco_timeline.storing import parse_cell
from sco_timeline.weighing import take_stances

# What stands in the cell, what a source gives, and how the claim stands to the cell.
CELLS = {
    "events.date": [
        ("2017-06-09", "2017-06-09", "supports"),
        ("2017-06-09", "2017-06-10", "contradicts"),
        ("2017-06-09", "2017-06", "coarser"),
        ("2017-06-09", "2017", "coarser"),
        ("2017-06-09", "2016", "contradicts"),
        ("2017-06-09", "[2017-06-08..2017-06-09]", "coarser"),
        ("2017-06-09", "[..2017-06-30]", "coarser"),
        ("2017-06-09", "[2017-06-10..]", "contradicts"),
        ("2017-06-09", "2017-06-09?", "supports"),
        ("2010-05", "2010-05", "supports"),
        ("2010-05", "2010-05~", "supports"),
        ("2010-05", "[2010-05-01..2010-05-31]", "supports"),
        ("2010-05", "2010-05-12", "finer"),
        ("2010-05", "2010-06-01", "contradicts"),
        ("2010-05", "2010", "coarser"),
        ("2010-05", "[2010-05-20..2010-06-10]", "coarser"),  # in part: neither within nor against
        ("2010", "2010-05", "finer"),
        ("[2022-09-14..2022-09-16]", "2022-09-15", "finer"),
        ("[2022-09-14..2022-09-16]", "2022-09-17", "contradicts"),
        ("[2022-09-14..2022-09-16]", "2022-09", "coarser"),
        ("[..2021-09-23]", "2019", "finer"),
        ("[..2021-09-23]", "2021-09-24", "contradicts"),
    ],
    "statuses.created": [
        ("2008-08-28", "2008-08-28", "supports"),
        ("2008-08-28", "2008", "coarser"),
        ("2008-08-28", "2009", "contradicts"),
    ],
    "milestones.date": [("2004-12", "2004-12-02", "finer"), ("2004-12", "2005", "contradicts")],
    "summits.start": [
        ("2017-06-08", "2017-06-08", "supports"),
        ("2017-06-08", "2017-06-09", "contradicts"),
        ("2017-06-08", "2017-06", "coarser"),
        ("2017-06-08", "[2017-06-08..2017-06-09]", "coarser"),
    ],
    "summits.ordinal": [("17", "17", "supports"), ("17", "16", "contradicts"), ("17", "1", "contradicts"), (None, "17", "contradicts")],
    "events.held": [("true", "true", "supports"), ("true", "false", "contradicts")],
    "summits.format": [("in_person", "in_person", "supports"), ("in_person", "virtual", "contradicts")],
    "summits.host_party_id": [("KAZ", "KAZ", "supports"), ("KAZ", "CHN", "contradicts")],
    "events.summit_id": [("CHS-2017", "CHS-2017", "supports"), ("CHS-2017", "CHS-2016", "contradicts"), (None, "CHS-2017", "contradicts")],
    "milestones.parties": [("CHN;KAZ;RUS", "CHN;KAZ;RUS", "supports"), ("CHN;KAZ;RUS", "CHN;RUS", "contradicts")],
    "summits.theme": [
        ("Towards a SECURE SCO", "Towards a SECURE SCO", "supports"),
        ("Towards a SECURE SCO", "“Towards a Secure SCO!”", "supports"),
        ("Peace – and prosperity", "peace - and prosperity", "supports"),
        ("Towards a SECURE SCO", "Towards a safer SCO", "contradicts"),
        (None, "Towards a SECURE SCO", "contradicts"),
    ],
    "summits.city": [
        ("Astana", "Astana", "supports"),
        ("Astana", "ASTANA", "supports"),
        ("Astana", "Астана", "supports"),
        ("Astana", "阿斯塔纳", "supports"),
        ("Astana", "Nur-Sultan", "supports"),
        ("Astana", "Нур-Султан", "contradicts"),  # no listed name
        ("Astana", "Шанхай", "contradicts"),
        ("Kuwait City", "Эль-Кувейт", "supports"),
        ("Kuwait City", "Kuwait", "contradicts"),
    ],
}
DENIALS = [
    ("events.date", "2017-06-09", "2017-06-09", "contradicts"),
    ("events.date", "2017-06-09", "2017", "contradicts"),
    ("events.date", "2017-06-09", "2016", "supports"),
    ("summits.city", "Astana", "Шанхай", "supports"),
    ("summits.city", "Astana", "Астана", "contradicts"),
    ("summits.ordinal", "17", "16", "supports"),
    ("summits.theme", None, "Towards a SECURE SCO", "supports"),
]
PLANS = [
    ("2027-06-09", "2027-06-09", "supports"),
    ("2027-06-09", "2027-06", "coarser"),
    ("2027-06", "2027-06-09", "finer"),
    ("2027-06-09", "2027-07", "contradicts"),
]


@pytest.fixture
def stance(world, made, package):
    """Weigh one claim on one cell."""

    def weigh_one(cell, chosen, claimed, polarity="asserted", held=True):
        name, _, column = cell.partition(".")
        table = package.tables[name]
        row = {table.key: "the-row", column: None if chosen is None else parse_cell(table.by_name[column], chosen)}
        if "held" in table.by_name and column != "held":
            row["held"] = held
        curated = world(**{name: [row]}, claims=[made.claim(name, "the-row", column, claimed, polarity)])
        assert take_stances(curated, {}, []) == []
        return curated.rows["claims"][0]["stance"]

    return weigh_one


@pytest.mark.parametrize(("cell", "chosen", "claimed", "expected"), [(cell, *case) for cell, cases in CELLS.items() for case in cases])
def test_what_a_source_gives(stance, cell, chosen, claimed, expected):
    assert stance(cell, chosen, claimed) == expected


def test_every_type_of_field_is_among_the_cases(package):
    """Numbers with a point stand in no table that claims point at."""
    tables = package.tables["claims"].by_name["table_name"].enum
    types = {field.type for name in tables for field in package.tables[name].fields}
    seen = {package.tables[table].by_name[column].type for table, _, column in (cell.partition(".") for cell in CELLS)}
    assert seen == types


@pytest.mark.parametrize(("cell", "chosen", "claimed", "expected"), DENIALS)
def test_what_a_source_denies(stance, cell, chosen, claimed, expected):
    assert stance(cell, chosen, claimed, "negated") == expected


def test_denying_one_of_several_possible_days_disputes_none_of_them(stance):
    """Not on the 12th is no word against some day in May."""
    assert stance("events.date", "2010-05", "2010-05-12", "negated") != "contradicts"


@pytest.mark.parametrize(("chosen", "claimed", "expected"), PLANS)
def test_what_a_source_expects_of_a_plan(stance, chosen, claimed, expected):
    assert stance("events.date", chosen, claimed, "expected", held=False) == expected


@pytest.mark.parametrize(
    ("cell", "chosen", "claimed"),
    [
        ("events.date", "2017-06-09", "2017-06-09"),
        ("events.date", "2017-06-09", "2017-07"),
        ("summits.city", "Astana", "Shanghai"),
        ("milestones.date", "2004-12", "2005"),
        ("statuses.created", "2008-08-28", "2009"),
    ],
)
def test_an_expectation_says_nothing_of_what_came_to_pass(stance, cell, chosen, claimed):
    assert stance(cell, chosen, claimed, "expected") is None


@pytest.mark.parametrize(("polarity", "expected"), [("asserted", "supports"), ("negated", "contradicts"), ("expected", None)])
def test_the_row_itself(world, made, polarity, expected):
    claims = [made.claim("events", "the-event", None, None, polarity)]
    curated = world(events=[{"event_id": "the-event", "held": True}], claims=claims)
    assert take_stances(curated, {}, []) == []
    assert curated.rows["claims"][0]["stance"] == expected


@pytest.mark.parametrize(("count", "claimed", "expected"), [(8, "8", "supports"), (8, "6", "contradicts")])
def test_a_cell_that_the_build_derives(world, made, count, claimed, expected):
    rows = [{"membership_count_id": "sco-effective-2017-06-09-member", "count": count}]
    curated = world(claims=[made.claim("membership_counts", "sco-effective-2017-06-09-member", "count", claimed)])
    assert take_stances(curated, {"membership_counts": rows}, []) == []
    assert curated.rows["claims"][0]["stance"] == expected


def test_a_claim_on_a_row_that_the_build_does_not_derive_is_a_problem(world, made):
    curated = world(claims=[made.claim("membership_counts", "sco-effective-2017-06-10-member", "count", "8")])
    (problem,) = take_stances(curated, {"membership_counts": []}, [])
    assert (problem.file, problem.line, problem.column) == ("data/raw/claims.csv", 2, "row_id")
    assert problem.message == "no row of membership_counts is 'sco-effective-2017-06-10-member'"


# Who, which status, when by the claim, when the source was published, and the stance of a claim that it was held then.
HELD = [
    # on a day
    ("IND", "member", "2017-06-09", None, "supports"),
    ("IND", "member", "2017-06-08", None, "contradicts"),
    ("IND", "observer", "2017-06-08", None, "supports"),
    ("IND", "observer", "2017-06-09", None, "contradicts"),
    ("IND", "dialogue_partner", "2017-06-09", None, "contradicts"),
    ("JPN", "member", "2017-06-09", None, "contradicts"),
    ("JPN", "none", "2017-06-09", None, "supports"),
    ("IND", "none", "2017-06-09", None, "contradicts"),
    ("IND", "none", "2005-07-04", None, "supports"),
    # through a month or year
    ("IND", "member", "2017-07", None, "supports"),
    ("IND", "member", "2017-06", None, "coarser"),
    ("IND", "observer", "2017-06", None, "coarser"),
    ("IND", "member", "2017-05", None, "contradicts"),
    ("IND", "member", "2018", None, "supports"),
    ("IND", "member", "2017", None, "coarser"),
    ("IND", "none", "2005", None, "coarser"),
    ("IND", "none", "2004", None, "supports"),
    ("IND", "member", "[2017-06-09..]", None, "supports"),
    ("IND", "member", "[..2017-06-09]", None, "coarser"),
    ("IND", "member", "[..2017-06-08]", None, "contradicts"),
    # by the day on which the source was published; what the claim says of the time goes before
    ("IND", "member", None, "2017-06-09", "supports"),
    ("IND", "member", None, "2017-06", "coarser"),
    ("IND", "member", None, "2016-12-31", "contradicts"),
    ("IND", "observer", "2016", "2018-01-01", "supports"),
    ("IND", "member", None, "2026-11-22", "supports"),
    # at no time that anyone gives: on all days of the record, on some, or on none
    ("IND", "member", None, None, "coarser"),
    ("JPN", "member", None, None, "contradicts"),
    ("JPN", "none", None, None, "supports"),
    ("IND", "none", None, None, "coarser"),
    # where sources leave the beginning open
    ("BLR", "dialogue_partner", "2010-04-15", None, "coarser"),
    ("BLR", "none", "2010-04-15", None, "coarser"),
    ("BLR", "observer", "2010-04-15", None, "contradicts"),
    ("BLR", "dialogue_partner", "2010-05-01", None, "supports"),
    ("BLR", "dialogue_partner", "2010-03-31", None, "contradicts"),
    # a status that ended and came back
    ("AFG", "observer", "2012", None, "coarser"),
    ("AFG", "none", "2012-06", None, "supports"),
]
OPPOSITE = {"supports": "contradicts", "contradicts": "supports", "coarser": "coarser"}


@pytest.fixture
def held(world, made):
    """Weigh one claim that a status was held."""
    spells = [
        made.spell("IND", "observer", "2005-07-05", "2017-06-09"),
        made.spell("IND", "member", "2017-06-09"),
        made.spell("IND", "member", "2015-07-10", basis="decision"),
        made.spell("BLR", "dialogue_partner", "2010-04", "2015-07-10"),
        made.spell("AFG", "observer", "2011-06-15", "2012-06-01"),
        made.spell("AFG", "observer", "2012-07-01"),
        made.spell("JPN", "participant", "1996-04-26", "2001-06-15", organization="shanghai_five"),
    ]

    def weigh_one(party, status, when, published, polarity):
        sources = [made.source("paper", published=published)]
        curated = world(sources=sources, claims=[made.claim("memberships", party, "status", status, polarity, as_of=when)])
        assert take_stances(curated, {}, spells) == []
        return curated.rows["claims"][0]["stance"]

    return weigh_one


@pytest.mark.parametrize(("party", "status", "when", "published", "expected"), HELD)
def test_a_status_held(held, party, status, when, published, expected):
    assert held(party, status, when, published, "asserted") == expected


@pytest.mark.parametrize(("party", "status", "when", "published", "asserted"), HELD)
def test_a_status_not_held(held, party, status, when, published, asserted):
    assert held(party, status, when, published, "negated") == OPPOSITE[asserted]


@pytest.mark.parametrize(("party", "status", "when", "published", "asserted"), HELD[:6])
def test_a_status_to_be_held(held, party, status, when, published, asserted):
    assert held(party, status, when, published, "expected") is None

"""How many independent sources stand behind a cell: two texts of one hand count once."""

from __future__ import annotations

import pytest

from sco_timeline.weighing import support_of_cells

# Sources as key: publisher, reprint of; who gives the value; and the publishers that count.
INDEPENDENCE = {
    "nobody": ({}, [], set()),
    "one source": ({"a": ("A", None)}, ["a"], {"A"}),
    "one source twice": ({"a": ("A", None)}, ["a", "a"], {"A"}),
    "two publishers": ({"a": ("A", None), "b": ("B", None)}, ["a", "b"], {"A", "B"}),
    "two texts of one publisher": ({"a": ("A", None), "b": ("A", None)}, ["a", "b"], {"A"}),
    "a text and its reprint": ({"a": ("A", None), "b": ("B", "a")}, ["a", "b"], {"A"}),
    "a reprint alone": ({"a": ("A", None), "b": ("B", "a")}, ["b"], {"A"}),
    "two reprints of one text": ({"a": ("A", None), "b": ("B", "a"), "c": ("C", "a")}, ["b", "c"], {"A"}),
    "a chain of reprints": ({"a": ("A", None), "b": ("B", "a"), "c": ("C", "b")}, ["a", "b", "c"], {"A"}),
    "the end of a chain": ({"a": ("A", None), "b": ("B", "a"), "c": ("C", "b")}, ["c"], {"A"}),
    "reprints of two texts of one publisher": (
        {"a": ("A", None), "b": ("A", None), "c": ("C", "a"), "d": ("D", "b")},
        ["c", "d"],
        {"A"},
    ),
    "a reprint beside a text of its publisher's own": (
        {"a": ("A", None), "b": ("B", "a"), "c": ("B", None)},
        ["b", "c"],
        {"A", "B"},
    ),
    "a text said to reprint itself": ({"a": ("A", "a")}, ["a"], {"A"}),
}


@pytest.fixture
def support(world, made):
    """Support of the date of one event, from sources and claims on it."""

    def of(sources, claims, held=True, **cells):
        event = {"event_id": "the-event", "date": "2017-06-09", "held": held, **cells}
        curated = world(events=[event], sources=sources, claims=claims)
        return {cell.field: cell for cell in support_of_cells(curated.package, curated.rows)}

    return of


@pytest.fixture
def given(made):
    """A claim on the date of the event, weighed already."""

    def make(source, stance="supports", polarity="asserted", field="date"):
        return made.claim("events", "the-event", field, "2017-06-09", polarity, source, stance=stance)

    return make


@pytest.mark.parametrize("case", INDEPENDENCE)
def test_independent_publishers(support, given, made, case):
    sources, givers, publishers = INDEPENDENCE[case]
    found = support([made.source(key, *rest) for key, rest in sources.items()], [given(key) for key in givers])
    assert found["date"].publishers == publishers


@pytest.mark.parametrize(
    "sources",
    [
        {"a": ("A", "b"), "b": ("B", "a")},
        {"a": ("A", "b"), "b": ("B", "c"), "c": ("C", "a")},
    ],
)
def test_texts_that_reprint_each_other_are_one_text(support, given, made, sources):
    """Which of them came first is not known; that they are one text is."""
    found = support([made.source(key, *rest) for key, rest in sources.items()], [given(key) for key in sources])
    assert len(found["date"].publishers) == 1


@pytest.mark.parametrize(
    ("stance", "polarity", "counts"),
    [
        ("supports", "asserted", True),
        ("finer", "asserted", True),
        ("coarser", "asserted", False),
        ("contradicts", "asserted", False),
        ("supports", "negated", False),
        (None, "expected", False),
    ],
)
def test_which_claims_back_a_fact(support, given, made, stance, polarity, counts):
    found = support([made.source("a", "A")], [given("a", stance, polarity)])
    assert found["date"].publishers == ({"A"} if counts else set())


def test_a_plan_is_backed_by_those_who_expect_it(support, given, made):
    found = support([made.source("a", "A")], [given("a", "supports", "expected")], held=False)
    assert found["date"].publishers == {"A"}


def test_a_claim_on_the_row_or_on_another_cell_backs_no_date(support, given, made):
    found = support([made.source("a", "A")], [given("a", field=None), given("a", field="place")], place="astana")
    assert found["date"].publishers == set()
    assert found["place"].publishers == {"A"}


def test_cells_that_take_evidence_and_are_filled(support):
    required = {field: cell.required for field, cell in support([], [], place="astana", note="a remark").items()}
    assert required == {"date": True, "place": False}


@pytest.mark.parametrize(
    ("sources", "official"),
    [
        ([("a", "A", None, "official")], True),
        ([("a", "A", None, "press")], False),
        ([("a", "A", None, "official"), ("b", "B", "a", "press")], True),
        ([("a", "A", None, "press"), ("b", "B", "a", "official")], False),
    ],
    ids=["an official text", "a newspaper", "a newspaper's reprint of an official text", "an official reprint of a newspaper"],
)
def test_official_is_who_wrote_not_who_reprinted(support, given, made, sources, official):
    last = sources[-1][0]
    assert support([made.source(*source) for source in sources], [given(last)])["date"].official is official

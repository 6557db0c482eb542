"""Two readers -> how far they agree: Krippendorff's alpha for nominal values, and the figures made of it."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import permutations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_timeline.covering import agreement, disagreements
from sco_timeline.covering.agreement import alpha

# Worked out by hand as 1 - observed / expected disagreement. With n values in all, n/2 units and n_v values v:
# observed = units that differ / (n/2); expected = (n(n-1) - sum of n_v(n_v-1)) / n(n-1).
BY_HAND = {
    # 2 units, a a | b b: nothing differs
    "full agreement on two values": (["aa", "bb"], Fraction(1)),
    # 4 units; a 5 times, b 3 times, n = 8: observed 1/4; expected (56 - 20 - 6) / 56 = 30/56; 1 - (1/4)(56/30) = 8/15
    "one of four differs": (["aa", "bb", "ba", "aa"], Fraction(8, 15)),
    # 1 unit, n = 2: observed 1; expected (2 - 0) / 2 = 1; no better than chance
    "one unit on which they differ": (["ab"], Fraction(0)),
    # 2 units; a twice, b twice, n = 4: observed 1; expected (12 - 2 - 2) / 12 = 2/3; 1 - 3/2: worse than chance
    "always the other value": (["ab", "ba"], Fraction(-1, 2)),
    # 3 units; a 4 times, b once, c once, n = 6: observed 1/3; expected (30 - 12) / 30 = 3/5; 1 - (1/3)(5/3) = 4/9
    "a value of either reader's own": (["aa", "aa", "bc"], Fraction(4, 9)),
    # Krippendorff, Computing Krippendorff's Alpha-Reliability, section A, two observers and two values in ten units:
    # 0 1 0 0 0 0 0 0 1 0 and 1 1 1 0 0 1 0 0 0 0. 4 units differ; 0 14 times, 1 6 times, n = 20:
    # 1 - (4/10) * 380 / (380 - 182 - 30) = 1 - 152/168 = 2/21 = 0.095
    "the textbook's two values": (["01", "11", "01", "00", "00", "01", "00", "00", "10", "00"], Fraction(2, 21)),
    # The same, section B, nominal values in twelve units: a a b b d c c c e d d a and b a b b b c c c e d d d.
    # 3 units differ; a 4, b 6, c 6, d 6, e 2 times, n = 24: 1 - (3/12) * 552 / (552 - 12 - 30 - 30 - 30 - 2)
    # = 1 - 138/448 = 155/224 = 0.692
    "the textbook's nominal values": (["ab", "aa", "bb", "bb", "db", "cc", "cc", "cc", "ee", "dd", "dd", "ad"], Fraction(155, 224)),
}
pairs_of_few = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=12)


@pytest.mark.parametrize(("pairs", "expected"), BY_HAND.values(), ids=BY_HAND)
def test_alpha_worked_out_by_hand(pairs, expected):
    assert alpha([tuple(pair) for pair in pairs]) == pytest.approx(float(expected), abs=1e-12)


@pytest.mark.parametrize("pairs", [[], [("a", "a")], [("a", "a")] * 20])
def test_alpha_has_no_meaning_without_variation(pairs):
    assert alpha(pairs) is None


def by_coincidences(pairs):
    """Compute alpha the textbook's way, from the matrix of coincidences of values within units."""
    coincidences = Counter(order for pair in pairs for order in permutations(pair))
    totals = Counter(value for pair in pairs for value in pair)
    n = sum(totals.values())
    expected = sum(totals[a] * totals[b] for a in totals for b in totals if a != b)
    observed = sum(count for (a, b), count in coincidences.items() if a != b)
    return 1 - Fraction((n - 1) * observed, expected) if expected else None


@given(pairs_of_few)
def test_alpha_is_that_of_the_matrix_of_coincidences(pairs):
    expected = by_coincidences(pairs)
    assert alpha(pairs) == (None if expected is None else pytest.approx(float(expected), abs=1e-12))


@given(pairs_of_few)
def test_alpha_is_one_for_full_agreement_alone(pairs):
    same = [(first, first) for first, _ in pairs]
    assert alpha(same) == (1 if len(set(same)) > 1 else None)
    found = alpha(pairs)
    assert found is None or (found == 1) == all(first == second for first, second in pairs)
    assert found is None or -1 <= found <= 1


@given(pairs_of_few, st.permutations("abcd"), st.randoms(use_true_random=False))
def test_alpha_does_not_hang_on_who_reads_first_nor_on_order_nor_on_names(pairs, names, seed):
    renamed = dict(zip("abcd", names, strict=True))
    others = [(renamed[second], renamed[first]) for first, second in pairs]
    seed.shuffle(others)
    assert alpha(others) == (None if alpha(pairs) is None else pytest.approx(alpha(pairs), abs=1e-12))


# The figures of the tiny package. Its readings: the founding, known to the month (compatible); the city of the summit of 2017
# by another name (same) and its start (different); the admission of India, of which nothing was found.
COLUMNS = ["table", "drawn", "found", "same", "compatible", "different", "percent", "alpha"]
FIGURES = {
    "events": (1, 0, 0, 0, 0, None, None),
    "milestones": (1, 1, 0, 1, 0, 100, None),
    # city city | start 8 start 9: n = 4, 1 - (1/2) * 12 / (12 - 2) = 2/5
    "summits": (2, 2, 1, 0, 1, 50, 2 / 5),
    # and date date: n = 6, 1 - (1/3) * 30 / (30 - 2 - 2) = 8/13
    "all": (4, 3, 1, 1, 1, 200 / 3, 8 / 13),
}


def test_figures_by_table_and_of_all(tiny):
    found = agreement()
    assert list(found.columns) == COLUMNS
    assert list(found["table"]) == list(FIGURES)
    for row, expected in zip(found.itertuples(index=False), FIGURES.values(), strict=True):
        for value, right in zip(row[1:], expected, strict=True):
            assert pd.isna(value) if right is None else value == pytest.approx(right, abs=0.05)


def test_a_record_that_nobody_read_again_has_no_figures(tiny):
    tiny.write("readings", tiny.read("readings").splitlines()[0] + "\n")
    tiny.build()
    found = agreement()
    assert found.to_dict("records")[0] | {"percent": None, "alpha": None} == dict(
        zip(COLUMNS, ["all", 0, 0, 0, 0, 0, None, None], strict=True)
    )
    assert found[["percent", "alpha"]].isna().all(axis=None)
    assert list(disagreements().columns) == ["table", "row_id", "field", "first_value", "second_value", "ended", "reason"]
    assert len(disagreements()) == 0


def test_one_value_in_two_columns_is_variation(tiny):
    """Both are named `date`, and yet the date of an event is not that of a milestone."""
    header = tiny.read("readings").splitlines()[0]
    rows = [("events", "CHN-sco.member-effective"), ("milestones", "2001-founding")]
    lines = (f"{table}.{row}.date,{table},{row},date,sample,2001-06-15,2001-06-15,,2024-01-02,," for table, row in rows)
    tiny.write("readings", "\n".join([header, *lines]) + "\n")
    tiny.build()
    found = agreement().set_index("table").loc["all", "alpha"]
    assert not pd.isna(found) and found == 1


def test_figures_add_up(tiny):
    found = agreement()
    assert (found["found"] <= found["drawn"]).all()
    parts, whole = found.iloc[:-1], found.iloc[-1]
    assert all(parts[name].sum() == whole[name] for name in COLUMNS[1:6])


def test_figures_of_the_record_itself_add_up():
    found = agreement()
    assert (found["found"] == found["same"] + found["compatible"] + found["different"]).all()
    assert len(disagreements()) == found["different"].iloc[-1]
    assert found["percent"].dropna().between(0, 100).all()


def test_each_disagreement_is_shown_with_its_end(tiny):
    assert disagreements().to_dict("records") == [
        {
            "table": "summits",
            "row_id": "CHS-2017",
            "field": "start",
            "first_value": "2017-06-08",
            "second_value": "2017-06-09",
            "ended": "kept",
            "reason": "The programme begins on the eighth.",
        }
    ]

"""Which cells are to be read a second time: the same on any machine, disputed and deciding ones always, the rest by lot."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from sco_timeline.covering import cells, draw
from sco_timeline.covering.draw import SEED
from sco_timeline.errors import BadArgumentError

KEY = ["table", "row_id", "field"]


def keys(frame):
    return list(frame[KEY].itertuples(index=False, name=None))


def sampled(frame):
    return set(keys(frame[frame["drawn"] == "sample"]))


@pytest.mark.parametrize("size", [0, 1, 5, 12])
def test_the_sample_has_the_size_asked_for(tiny, size):
    assert len(sampled(draw(size))) == size


def test_the_sample_of_the_record_itself_has_the_size_asked_for():
    found = draw()
    others = len(cells()) - (found["drawn"] != "sample").sum()
    assert len(sampled(found)) == min(300, others)


def test_a_sample_greater_than_the_record_is_all_of_it(tiny):
    assert sorted(keys(draw(10_000))) == sorted(keys(cells()))


@pytest.mark.parametrize("size", [-1, -300])
def test_a_sample_of_less_than_nothing_is_refused(tiny, size):
    with pytest.raises(BadArgumentError, match=str(size)):
        draw(size)


def test_disputed_and_deciding_cells_are_always_in_it(tiny):
    found = draw(0)
    assert list(found.itertuples(index=False, name=None)) == [
        ("events", "CHN-sco.member-effective", "date", "spell", False),
        ("events", "IND-sco.member-decision", "date", "spell", False),
        ("events", "IND-sco.member-effective", "date", "disputed", True),
        ("events", "IND-sco.observer-decision", "date", "spell", False),
        ("events", "KAZ-sco.member-effective", "date", "spell", False),
    ]


def test_the_date_of_an_end_decides_a_spell_too(tiny):
    tiny.append("events", "KAZ-sco.member-end,KAZ,sco.member,end,2020-01-05,,,true,")
    tiny.append("claims", "secretariat-history,events,KAZ-sco.member-end,date,2020-01-05,,asserted,paragraph 5,curated")
    tiny.build()
    assert draw(0).set_index("row_id").loc["KAZ-sco.member-end", "drawn"] == "spell"


def test_disputed_and_deciding_cells_of_the_record_itself_are_always_in_it(tiny_or_record):
    import sco_timeline as sco

    found = dict(zip(keys(draw(3)), draw(3)["drawn"], strict=True))
    known = set(keys(cells()))
    conflicts = sco.load("conflicts").dropna(subset="field")
    disputed = set(zip(conflicts["table_name"], conflicts["row_id"], conflicts["field"], strict=True)) & known
    spells = sco.load("memberships")
    events = {*spells["start_event_id"], *spells["end_event_id"].dropna()}
    deciding = {("events", event, "date") for event in events} - disputed
    assert {key for key, why in found.items() if why == "disputed"} == disputed
    assert {key for key, why in found.items() if why == "spell"} == deciding
    assert len(disputed) and len(deciding)


@pytest.fixture(params=["the tiny package", "the record itself"])
def tiny_or_record(request):
    return request.getfixturevalue("tiny") if request.param == "the tiny package" else None


def test_every_cell_is_drawn_once_for_one_reason(tiny_or_record):
    found = draw(7)
    assert list(found.columns) == [*KEY, "drawn", "read"]
    assert not found.duplicated(KEY).any()
    assert set(found["drawn"]) == {"disputed", "spell", "sample"}
    assert set(keys(found)) <= set(keys(cells()))
    assert keys(found) == sorted(keys(found))


def test_a_draw_shows_no_value(tiny):
    """Who reads again is not to know what stands there."""
    assert {"value", "publishers", "first_value"}.isdisjoint(draw(5).columns)


def test_the_lot_is_what_the_page_says(tiny):
    """Whoever wants to draw again needs no code of ours: the lowest hashes of seed, table, row and column."""
    found = draw(5)
    always = set(keys(found)) - sampled(found)
    rest = [key for key in keys(cells()) if key not in always]
    lots = {key: hashlib.sha256("\x1f".join([SEED, *key]).encode()).hexdigest() for key in rest}
    assert sampled(found) == set(sorted(rest, key=lots.get)[:5])


def test_a_draw_is_the_same_in_every_process(tmp_path):
    code = "from sco_timeline.covering import draw; print(draw(20).to_csv(index=False))"
    environments = [os.environ | {"PYTHONHASHSEED": seed} for seed in ("1", "2")]
    words = [sys.executable, "-c", code]
    runs = {subprocess.run(words, capture_output=True, check=True, cwd=tmp_path, env=env).stdout for env in environments}
    assert len(runs) == 1 and runs.pop().count(b"\n") > 20


def test_a_greater_sample_holds_the_smaller_one(tiny):
    sizes = [sampled(draw(size)) for size in (2, 5, 9)]
    assert sizes[0] < sizes[1] < sizes[2]


def test_another_seed_gives_another_sample(tiny):
    assert sampled(draw(5, "one seed")) != sampled(draw(5, "another"))
    assert sampled(draw(5)) == sampled(draw(5, SEED))
    always = [set(keys(draw(5, seed))) - sampled(draw(5, seed)) for seed in ("one seed", "another")]
    assert always[0] == always[1]


def test_a_record_that_grew_gives_mostly_the_same_sample(tiny):
    before, known = sampled(draw(5)), set(keys(cells()))
    tiny.append("milestones", "2002-charter,2002-06-07,Charter of the SCO,charter,,,")
    tiny.append("claims", "secretariat-history,milestones,2002-charter,date,2002-06-07,,asserted,paragraph 5,curated")
    tiny.build()
    after = sampled(draw(5))
    new = set(keys(cells())) - known
    assert new == {("milestones", "2002-charter", "date")}
    assert after <= before | new
    assert len(after & before) >= 4


def test_what_was_read_already_is_marked(tiny):
    found = draw(10_000)
    assert set(keys(found[found["read"]])) == {
        ("events", "IND-sco.member-effective", "date"),
        ("milestones", "2001-founding", "date"),
        ("summits", "CHS-2017", "city"),
        ("summits", "CHS-2017", "start"),
    }

"""What holds of every history of events, whatever they are."""

from __future__ import annotations

import random
from calendar import monthrange
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sco_timeline.deriving import (
    BASES,
    FIRST_DAY,
    Calendar,
    SpellDays,
    fold_spells,
    membership_counts,
    membership_rows,
    membership_years,
    year_columns,
)

LAST_DAY = date(1998, 6, 30)  # an unfinished year, as `as_of` gives
DAYS = [FIRST_DAY + timedelta(days=number) for number in range((LAST_DAY - FIRST_DAY).days + 1)]
WORDS = ("none", "partner", "dialogue_partner", "observer", "member")
STAGES = {"sco.partner": "effective", "sco.dialogue_partner": "memorandum", "sco.observer": "decision", "sco.member": "effective"}
PARTIES = ("CHN", "IND", "UN")
STATES = {"CHN", "IND"}
lightly = settings(max_examples=40, deadline=None, database=None)


# Histories that contradict nothing: windows of time one after the other, each for one step.


@st.composite
def windows(draw, count):
    """EDTF dates of all precisions that do not overlap, in order."""
    found, cursor = [], FIRST_DAY + timedelta(days=draw(st.integers(0, 200)))
    for number in range(count):
        day = cursor + timedelta(days=draw(st.integers(1, 90)))
        kind = draw(st.sampled_from(["day", "day", "day~", "month", "range", "until", "since"]))
        if kind == "month":
            day = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
            cursor = day.replace(day=monthrange(day.year, day.month)[1])
            found.append(f"{day:%Y-%m}")
        elif kind == "range":
            cursor = day + timedelta(days=draw(st.integers(1, 60)))
            found.append(f"[{day}..{cursor}]")
        elif kind == "until" and number == 0:
            cursor = day
            found.append(f"[..{day}]")
        elif kind == "since" and number == count - 1:
            found.append(f"[{day}..]")
        else:
            cursor = day
            found.append(f"{day}~" if kind == "day~" else str(day))
    return found


@st.composite
def histories(draw, party):
    """Events of one party: statuses begin and end in turn, some granted by a decision of an earlier day."""
    steps = draw(st.lists(st.sampled_from([*STAGES, "end"]), max_size=5))
    with_grant = draw(st.sets(st.sampled_from(sorted(STAGES))))
    events, held = [], None
    for step in steps:
        if step == "end":
            if held:
                events.append((party, held, "end"))
            held = None
        elif step != held:
            if step in with_grant and STAGES[step] != "decision":
                events.append((party, step, "decision"))
            events.append((party, step, STAGES[step]))
            held = step
    dated = [(*event, when) for event, when in zip(events, draw(windows(len(events))), strict=True)]
    return dated + draw(st.lists(st.sampled_from([(party, *idle) for idle in IDLE]), max_size=2))


IDLE = [
    ("sco.member", "application", "1996-05"),
    ("sco.observer", "gap_start", "1997"),
    ("sco.guest", "decision", "1997-01-05"),
    ("sco.partner", "(effective)", "1997-02-03"),
]
all_histories = st.tuples(*(histories(party) for party in PARTIES)).map(lambda found: [event for events in found for event in events])

# Any events at all, which mostly contradict each other.
TEXTS = [
    "1996",
    "1996-05",
    "1996-05-10",
    "1996-05-11",
    "[1996-05-01..1996-06-10]",
    "[..1996-05-10]",
    "[1997-01-01..]",
    "1997~",
    "1998-02-03",
]
anything = st.lists(
    st.tuples(
        st.sampled_from(PARTIES[:2]),
        st.sampled_from([*STAGES, "sco.guest"]),
        st.sampled_from(["decision", "memorandum", "effective", "end", "gap_start", "application"]),
        st.sampled_from(TEXTS),
    ),
    max_size=10,
)


def bound(day):
    return (day.earliest or date.min, day.latest or date.max)


def assert_ordered_and_disjoint(spells):
    by_party = defaultdict(list)
    for spell in spells:
        by_party[spell.organization, spell.basis, spell.party_id].append(spell)
    for own in by_party.values():
        for spell in own:
            assert spell.period.end is None or bound(spell.period.start)[1] < bound(spell.period.end)[0]
        for before, after in pairwise(own):
            end, start = before.period.end, after.period.start
            assert end == start or bound(end)[1] < bound(start)[0]


@lightly
@given(events=anything)
def test_spells_are_ordered_and_disjoint_whatever_is_written(curated_of, events):
    assert_ordered_and_disjoint(fold_spells(curated_of(events))[0])


@lightly
@given(events=anything)
def test_no_event_is_passed_over_in_silence(curated_of, events):
    """An event that decides begins or ends one spell on its basis, or a problem stands on its line; no other event does."""
    spells, problems = fold_spells(curated_of(events))
    at = {problem.line for problem in problems}
    for basis in BASES:
        begun = [spell.start_event_id for spell in spells if spell.basis == basis]
        ended = [spell.end_event_id for spell in spells if spell.basis == basis if spell.end_event_id]
        assert len(set(begun)) == len(begun) and len(set(ended)) == len(ended)
        for number, (party, status, stage, _) in enumerate(events, start=1):
            key, takes_effect = f"{party}-{number}", STAGES.get(status)
            decides = {takes_effect} if basis == "effective" else {"decision"}
            may_decide = decides | {takes_effect}
            assert key not in begun or stage in may_decide
            if takes_effect and number + 1 not in at:
                assert key in begun or stage not in decides
                assert key in ended or stage != "end"


@lightly
@given(events=all_histories)
def test_each_event_of_the_deciding_stage_begins_exactly_one_spell(curated_of, events):
    spells, problems = fold_spells(curated_of(events))
    assert problems == []
    assert_ordered_and_disjoint(spells)
    granted = {(party, status) for party, status, stage, _ in events if stage == "decision"}
    for basis in BASES:
        expected = [
            f"{party}-{number}"
            for number, (party, status, stage, _) in enumerate(events, start=1)
            if status in STAGES and stage == ("decision" if basis == "decision" and (party, status) in granted else STAGES[status])
        ]
        assert sorted(spell.start_event_id for spell in spells if spell.basis == basis) == sorted(expected)


@lightly
@given(events=all_histories, seed=st.integers(0, 99))
def test_the_order_of_rows_never_matters(curated_of, events, seed):
    shuffled = events.copy()
    random.Random(seed).shuffle(shuffled)

    def spells(events):
        return [(s.organization, s.basis, s.party_id, s.status, s.period) for s in fold_spells(curated_of(events))[0]]

    assert spells(shuffled) == spells(events)


@lightly
@given(events=all_histories)
def test_keys_of_memberships_are_unique_and_count_repetitions(curated_of, events):
    seen = defaultdict(int)
    for row in membership_rows(fold_spells(curated_of(events))[0]):
        stem = f"{row['organization']}-{row['basis']}-{row['party_id']}-{row['status']}"
        seen[stem] += 1
        assert row["membership_id"] == stem + (f"-{seen[stem]}" if seen[stem] > 1 else "")


# Calendars against periods asked day by day


class Laid:
    """The same spells twice: as a calendar, and as the answers of their periods for each day."""

    def __init__(self, curated_of, events) -> None:
        self.spells = [spell for spell in fold_spells(curated_of(events))[0] if spell.basis == "effective"]
        self.calendar = Calendar.of(map(spell_days, membership_rows(self.spells)), WORDS, LAST_DAY)

    def answers(self, party, day) -> dict[str, bool | None]:
        """For each status of a party, whether it was held: True, None where it is open, False."""
        found = dict.fromkeys(WORDS[1:], False)
        for spell in self.spells:
            if spell.party_id == party and (held := spell.period.holds(day)) is not False:
                found[spell.status] = held
        return found


def spell_days(row):
    return SpellDays(*(row[name] for name in SpellDays._fields))


@lightly
@given(events=all_histories)
def test_calendar_agrees_with_periods_on_every_day(curated_of, events):
    laid = Laid(curated_of, events)
    sure = {word: laid.calendar.surely(word) for word in WORDS}
    possible = {word: laid.calendar.possibly(word) for word in WORDS}
    for row, party in enumerate(laid.calendar.parties):
        for column, day in enumerate(DAYS):
            held = laid.answers(party, day)
            assert {word: sure[word][row, column] for word in held} == {word: answer is True for word, answer in held.items()}
            assert {word: possible[word][row, column] for word in held} == {word: answer is not False for word, answer in held.items()}
            assert laid.calendar.unclear[row, column] == (None in held.values())
            assert sure["none"][row, column] == (not any(possible[word][row, column] for word in held))


@lightly
@given(events=all_histories)
def test_counts_are_those_of_counting_day_by_day(curated_of, events):
    laid = Laid(curated_of, events)
    rows = membership_counts({("sco", "effective"): laid.calendar}, STATES)
    assert [(row["date"], WORDS.index(row["status"])) for row in rows] == sorted((row["date"], WORDS.index(row["status"])) for row in rows)
    changes = {(row["status"], row["date"]): (row["count_min"], row["count_max"]) for row in rows}
    assert all(row["count_min"] <= row["count_max"] for row in rows)
    assert all(row["count"] == (row["count_min"] if row["count_min"] == row["count_max"] else None) for row in rows)
    before = dict.fromkeys(WORDS[1:], (0, 0))
    for day in DAYS:
        counted = dict.fromkeys(WORDS[1:], (0, 0))
        for party in STATES:
            for word, held in laid.answers(party, day).items():
                low, high = counted[word]
                counted[word] = (low + (held is True), high + (held is not False))
        for word, now in counted.items():
            assert changes.get((word, day), before[word]) == now
            assert ((word, day) in changes) == (now != before[word])
        before = counted


STRETCHES = {
    "a year": (date(1996, 1, 1), date(1996, 12, 31)),
    "the unfinished year": (date(1998, 1, 1), date(1998, 12, 31)),
    "a month": (date(1997, 2, 1), date(1997, 2, 28)),
    "a day": (date(1997, 3, 1), date(1997, 3, 1)),
}


@lightly
@given(events=all_histories, stretch=st.sampled_from(sorted(STRETCHES)))
def test_shares_are_those_of_counting_day_by_day(curated_of, events, stretch):
    laid = Laid(curated_of, events)
    first, last = STRETCHES[stretch]
    days = [day for day in DAYS if first <= day <= last]
    found = year_columns(laid.calendar, first, last)
    for row, party in enumerate(laid.calendar.parties):
        held = [laid.answers(party, day) for day in days]
        possible = [word for word in WORDS[1:] if any(answers[word] is not False for answers in held)]
        highest = possible[-1] if possible else "none"
        assert found["highest"][row] == highest
        low, high = ([answers.get(highest, False) for answers in held].count(answer) for answer in (True, None))
        assert found["share_min"][row] == round(low / len(days), 6)
        assert found["share_max"][row] == round((low + high) / len(days), 6)
        for name, answers, finished in (("first", held[0], True), ("last", held[-1], last <= LAST_DAY)):
            sure = [word for word, answer in answers.items() if answer] or ([] if None in answers.values() else ["none"])
            assert found[name][row] == (sure[0] if finished and sure else None)


@lightly
@given(events=all_histories)
def test_shares_of_months_add_up_to_those_of_the_year(curated_of, events):
    """Days on which the year's closest status was held are found again in its months."""
    calendar = Laid(curated_of, events).calendar
    year = year_columns(calendar, date(1997, 1, 1), date(1997, 12, 31))
    months = [(date(1997, month, 1), date(1997, month, monthrange(1997, month)[1])) for month in range(1, 13)]
    by_month = [(year_columns(calendar, first, last), (last - first).days + 1) for first, last in months]
    for row in range(len(calendar.parties)):
        for share in ("share_min", "share_max"):
            same = [(found[share][row], days) for found, days in by_month if found["highest"][row] == year["highest"][row]]
            assert year[share][row] == pytest.approx(sum(part * days for part, days in same) / 365, abs=2e-6)


@lightly
@given(events=all_histories)
def test_years_hold_a_row_for_everyone_ever_in_it(curated_of, events):
    spells = fold_spells(curated_of(events))[0]
    rows = membership_rows(spells)
    calendars = {
        ("sco", basis): Calendar.of((spell_days(row) for row in rows if row["basis"] == basis), WORDS, LAST_DAY) for basis in BASES
    }
    assume(any(calendar.possibly(word).any() for calendar in calendars.values() for word in WORDS[1:]))
    parties = {party: {"kind": "state", "cow_code": number, "gw_code": None} for number, party in enumerate(PARTIES, start=2)}
    years = membership_years(calendars, parties)
    keys = [(row["party_id"], row["year"]) for row in years]
    everyone = sorted({spell.party_id for spell in spells})
    first = min(row["year"] for row in years)
    assert keys == [(party, year) for party in everyone for year in range(first, max(year for _, year in keys) + 1)]
    for row in years:
        assert row["membership_year_id"] == f"sco-{row['party_id']}-{row['year']}"
        assert row["cow_code"] == parties[row["party_id"]]["cow_code"]
        for basis in BASES:
            assert 0 <= row[f"{basis}_share_min"] <= row[f"{basis}_share_max"] <= 1
            assert (row[f"{basis}_highest"] == "none") == (row[f"{basis}_share_max"] == 0)
            if row["year"] == LAST_DAY.year:
                assert row[f"{basis}_dec31"] is None


@lightly
@given(events=all_histories)
def test_calendars_of_others_are_cut_from_the_same_cloth(curated_of, events):
    """Parties that never had a status, asked for in any order."""
    calendar = Laid(curated_of, events).calendar
    asked = ["JPN", *reversed(calendar.parties), "AUS"]
    chosen = calendar.of_parties(asked)
    assert chosen.parties == tuple(asked)
    assert not chosen.earliest[[0, -1]].any() and not chosen.latest[[0, -1]].any()
    for row, party in enumerate(calendar.parties):
        assert (chosen.earliest[asked.index(party)] == calendar.earliest[row]).all()
        assert (chosen.latest[asked.index(party)] == calendar.latest[row]).all()

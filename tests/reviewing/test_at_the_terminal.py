"""A person decides on one candidate after another; what is shown, what is asked, and that every decision is kept at once."""

from __future__ import annotations

import pytest

from sco_timeline.reviewing.listing import beside_all, lines_of

from .conftest import CLAIMS, LATER, MEMBER, NEW, SOURCE, claim_on


@pytest.fixture
def answer(monkeypatch):
    """Answer what is asked with these lines, then end the input, or raise what is no line."""

    def give(*answers):
        waiting = iter(answers)

        def ask(prompt):
            line = next(waiting, EOFError())
            if isinstance(line, BaseException):
                raise line
            return line

        monkeypatch.setattr("builtins.input", ask)

    return give


def decided(reviewed) -> list[str | None]:
    return [one["decision"] for one in reviewed.candidates()]


def test_each_candidate_is_shown_beside_the_record_and_decided(reviewed, answer):
    reviewed.add(*CLAIMS)
    answer("y", "y", "The Gazette slips.", "y", "n", "a boast", "d")
    done = reviewed("--text", reviewed.text)
    assert done.code == 0
    assert done.err.endswith("5 decided; run sco-timeline build when done\n")
    assert decided(reviewed) == ["accepted", "accepted", "accepted", "rejected", "deferred"]
    assert f"1 of 5: {SOURCE} 1 (Gazette, 2017-06-12)" in done.out
    assert ">>India has belonged to the SCO since 9 June 2017<<" in done.out
    assert "contradicts events.IND-sco.member-effective.date: 2017-06-12 | record: 2017-06-09 | contradicts" in done.out
    assert "a new event NAM-sco.observer-decision" in done.out
    reviewed.mini.build()


def test_without_the_text_no_words_are_shown(reviewed, answer):
    reviewed.add(MEMBER)
    answer("q")
    shown = reviewed().out
    assert "status_change: party IND, to member" in shown
    assert ">>" not in shown


def test_control_characters_of_a_text_do_not_reach_the_terminal(reviewed, record):
    reviewed.add(MEMBER)
    (claim,) = reviewed.candidates()
    (found,) = beside_all(record, [claim | {"evidence": [2, 8], "sentence": [0, 12]}])
    assert all(line.isprintable() for line in lines_of(found, "a\x1b[31mb\r\n\u202ec!"))


@pytest.mark.parametrize("end", [[], ["q"], ["", "x", "q"], [KeyboardInterrupt()]], ids=["end", "q", "help", "Ctrl-C"])
def test_what_was_decided_before_the_end_is_kept(reviewed, answer, end):
    reviewed.add(*CLAIMS)
    answer("y", *end)
    done = reviewed()
    assert done.code == (130 if end and isinstance(end[0], KeyboardInterrupt) else 0)
    assert decided(reviewed) == ["accepted", None, None, None, None]
    reviewed.mini.build()
    answer("q")
    assert f"1 of 4: {SOURCE} 2" in reviewed().out, "the next time begins where this one ended"


def test_what_cannot_be_kept_is_said_and_asked_again(reviewed, answer):
    reviewed.add(LATER)
    answer("y", "", "n", "", "r", "memberships.IND.status", "", "r", "", "d")
    done = reviewed()
    assert "give --reason, which becomes its ruling" in done.out
    assert "is rejected without a reason" in done.out
    assert "says nothing of memberships.IND.status" in done.out
    assert decided(reviewed) == ["deferred"]


def test_what_was_deferred_comes_last(reviewed, answer):
    reviewed.add(MEMBER, NEW)
    answer("d", "q")
    reviewed()
    answer("q")
    assert f"1 of 2: {SOURCE} 2 " in reviewed().out


def test_one_source_only(reviewed, answer):
    reviewed.add(MEMBER)
    answer("q")
    assert "1 of 1" in reviewed("--source", SOURCE).out
    assert reviewed("--source", "secretariat-history") == (0, "", "nothing decided\n")


def test_a_claim_is_accepted_as_the_row_that_a_person_gives(reviewed, answer):
    reviewed.add(
        claim_on(
            "Namibia asked for a seat on 1 March 2017", "status_change", party="NAM", to="observer", date="2017-03-01", stage="application"
        )
    )
    answer("r", "events.NAM-sco.observer-wish.date", "")
    reviewed()
    assert reviewed.rows("events", "NAM-sco.observer-wish,NAM,sco.observer,wish,2017-03-01")
    reviewed.mini.build()

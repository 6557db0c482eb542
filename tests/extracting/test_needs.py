"""What is said that every match of a rule or step holds, every match holds: derived from the patterns, tried on texts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sco_timeline.extracting import composing, leaders
from sco_timeline.extracting.needing import Either, Sentences, derive, held_by, needs_of
from sco_timeline.extracting.opening import open_article
from sco_timeline.extracting.rules import RULES
from sco_timeline.extracting.rules.venues import VENUE, WORDS_OF_VENUES
from sco_timeline.extracting.sieving import FILE, rules_for
from sco_timeline.extracting.steps import Step

CASES = Path(__file__).parents[1] / "cases" / "extraction" / "seen"
TEXTS = [
    json.loads(line)
    for name in ("articles", "articles-2", "passages")
    for line in (CASES / f"{name}.jsonl").read_text("utf-8").splitlines()
]
STEPS = [
    (name, step)
    for module in (composing, leaders)
    for name, steps in vars(module).items()
    if isinstance(steps, tuple) and steps and isinstance(steps[0], Step)
    for step in steps
]


def proven(sets, needs):
    """Say whether one of the sets shows that every match holds something needed."""
    return any(
        all(proven(branch, needs) for branch in one) if isinstance(one, Either) else all(any(n in text for n in needs) for text in one)
        for one in sets
    )


@pytest.fixture(scope="module")
def sentences():
    """Masked sentences of texts that were written without sight of the rules."""
    opened = [open_article(text["text"], text["published"]) for text in TEXTS]
    return [article.masked(number).text for article in opened for number in range(len(article.sentences))]


def test_the_needs_of_all_rules_are_those_derived_from_their_patterns():
    files = sorted(CASES.glob("sentences-*.jsonl"))
    texts = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert json.loads(FILE.read_text(encoding="utf-8")) == json.loads(json.dumps(derive(texts))), "run `make needs`"


def test_a_venue_is_sought_wherever_one_can_stand():
    assert proven(held_by(VENUE.pattern), WORDS_OF_VENUES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_searched_for_wherever_it_would_find_something(rule, sentences):
    for sentence in filter(rule.pattern.search, sentences):
        assert rule in rules_for(sentence), sentence


def test_few_rules_are_searched_for_that_find_nothing(sentences):
    tried = [(rule, sentence) for sentence in sentences for rule in rules_for(sentence)]
    assert len(tried) / len(sentences) < 9


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("Ⓟ joined Ⓞ", [[" joined "], [" Ⓞ"]]),
        ("Ⓟ (?:joined|entered) a", [["Ⓟ "], [" entered ", " joined "]]),
        ("Ⓟ(?: soon)? (?=applied)", [["applied"], ["Ⓟ "]]),
        ("Ⓟ [a-z]+ (?:a|an) Ⓢ", [[" Ⓢ"], ["Ⓟ "]]),
        ("(?:Ⓟ was let in|Ⓟ got in)", [[" got ", " was "]]),
        ("Ⓟ took part in", [[" took "]]),
    ],
)
def test_what_a_pattern_needs(pattern, words):
    sentences = Sentences(["Ⓟ is here", "Ⓞ is a", "a Ⓢ", "others joined and applied", "who entered", "soon", "came"])
    assert needs_of(pattern, sentences) == (words, [])


def test_what_may_be_absent_is_not_needed():
    words, phrases = needs_of("Ⓟ(?: joined)?(?: took part)*(?! left)", Sentences(["Ⓟ", "no slot", "joined", "left", "took part"]))
    assert (words, phrases) == ([["Ⓟ"]], [])


@pytest.mark.parametrize(("name", "step"), STEPS, ids=[f"{name}-{number}" for number, (name, _) in enumerate(STEPS)])
def test_every_match_of_a_step_holds_what_it_needs(name, step):
    sets = held_by(step.pattern.pattern.lower() if step.pattern.flags & re.IGNORECASE else step.pattern.pattern)
    assert proven(sets, step.needs)
    assert not step.beside or proven(sets, step.beside)

"""What no rule knows the wording of is estimated: weights follow from the texts, what rules say goes before, nothing unlikely is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sco_timeline.extracting import claims_of
from sco_timeline.extracting.estimating import RULES
from sco_timeline.extracting.estimating.learning import learned, texts_of_rules
from sco_timeline.extracting.estimating.weights import FILE, NOTHING, likeliest

SEEN = sorted((Path(__file__).parents[1] / "cases" / "extraction" / "seen").glob("*.jsonl"))


def texts():
    return [json.loads(line) for file in SEEN for line in file.read_text("utf-8").splitlines()]


def test_weights_are_those_learned_from_the_texts():
    assert learned([*texts(), *texts_of_rules()]) == json.loads(FILE.read_text("utf-8"))


def test_words_never_met_say_nothing_much():
    _, likely = likeliest(["mid> qwertz"])
    assert likely < 0.5


def test_every_weight_is_for_an_answer():
    known = json.loads(FILE.read_text("utf-8"))
    assert NOTHING in known["answers"] and len(known["answers"]) == len(set(known["answers"]))
    assert all(len(pairs) % 2 == 0 and max(pairs[::2]) < len(known["answers"]) for pairs in known["weights"].values())


def test_order_of_features_is_of_no_account():
    features = sorted(json.loads(FILE.read_text("utf-8"))["weights"])[:40]
    assert likeliest(features) == likeliest(features[::-1])


def test_what_a_rule_says_is_not_said_again():
    found = claims_of("India, Iran and Pakistan are observers of the SCO. Iran, an observer of the SCO, has oil.")
    assert [claim["party"] for claim in found] == ["IND", "IRN", "PAK"]
    assert not any(claim["rule"].startswith("estimated") for claim in found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_sentence_about_another_organization_is_not_estimated(rule):
    for text, _ in rule.examples:
        assert not [claim for claim in claims_of(text.replace("SCO", "NATO") + " The SCO was silent.") if claim["rule"] == rule.id]

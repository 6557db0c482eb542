"""Every rule makes of its examples what they say, and no rule of its type makes anything of its counter-examples."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sco_timeline.extracting import claims_of
from sco_timeline.extracting.blocks import BLOCK_RULES
from sco_timeline.extracting.opening import open_article
from sco_timeline.extracting.rules import RULES

TYPES_OF = {
    "change": {"status_change"},
    "apply": {"status_change"},
    "rise": {"status_change"},
    "held": {"status_held"},
    "list": {"status_change", "status_held"},
    "founding": {"founding"},
    "count": {"member_count"},
    "chair": {"chair"},
    "summit": {"summit"},
    "attend": {"attendance"},
    "meeting": {"bilateral_meeting"},
    "document": {"document_adopted"},
    "estimated.status": {"status_change", "status_held"},
}
BLOCK_EXAMPLES = [pytest.param(rule, *example, id=f"{rule.id}: {example[0][:50]!r}") for rule in BLOCK_RULES for example in rule.examples]
BLOCK_COUNTER_EXAMPLES = [pytest.param(text, id=f"{rule.id}: {text[:50]!r}") for rule in BLOCK_RULES for text in rule.counter_examples]
EXAMPLES = [pytest.param(rule, *example, id=f"{rule.id}: {example[0][:50]}") for rule in RULES for example in rule.examples]
COUNTER_EXAMPLES = [pytest.param(rule.id, text, id=f"{rule.id}: {text[:50]}") for rule in RULES for text in rule.counter_examples]
NOTHING_IN = Path(__file__).parents[1] / "cases" / "extraction" / "counter_examples.jsonl"  # of rules that there were
COUNTER_EXAMPLES += [
    pytest.param(case["type"], case["text"], id=f"{case['type']}: {case['text'][:50]}")
    for case in map(json.loads, NOTHING_IN.read_text("utf-8").splitlines())
]


def brief(claim):
    """A claim in the few words in which rules write their examples."""
    polarity = "" if claim["polarity"] == "asserted" else f" {claim['polarity']}"
    day = f" {claim['date']}" if claim.get("date") else ""
    match claim["type"]:
        case "status_change":
            return f"{claim['party']} {claim['to']} {claim['stage']}{polarity}{day}"
        case "status_held":
            return f"{claim['party']} {claim['status']}{polarity}"
        case "summit":
            return " ".join(str(claim[name]) for name in ("body", "city", "country", "start", "end", "ordinal", "format"))
        case "attendance":
            return f"{claim['party']} {claim['person']} {claim['summit_year']} {'present' if claim['present'] else 'absent'}"
        case "chair":
            return claim["party"] + (f" {claim['year_or_period']}" if claim["year_or_period"] else "")
        case "member_count":
            return str(claim["n"])
        case "document_adopted":
            return claim["title"] + day
        case "founding":
            parties = " " + ",".join(claim["parties"]) if claim["parties"] else ""
            return f"{claim['date']}{parties}" + (f" {claim['body']}" if claim["body"] else "")
        case "bilateral_meeting":
            return ",".join(claim["parties"]) + polarity


def types_of(rule_id):
    return TYPES_OF.get(rule_id) or TYPES_OF[rule_id.split(".")[0]]


@pytest.mark.parametrize(("rule", "text", "expected"), EXAMPLES)
def test_a_rule_makes_of_its_examples_what_they_say(rule, text, expected):
    found = [brief(claim) for claim in claims_of(text) if claim["type"] in types_of(rule.id)]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(("rule", "text", "expected"), EXAMPLES)
def test_a_rule_matches_its_own_examples(rule, text, expected):
    article = open_article(text, None)
    assert any(rule.pattern.search(article.masked(number).text) for number in range(len(article.sentences)))


@pytest.mark.parametrize(("kind", "text"), COUNTER_EXAMPLES)
def test_no_rule_of_the_type_finds_anything_in_a_counter_example(kind, text):
    assert [brief(claim) for claim in claims_of(text) if claim["type"] in types_of(kind)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rules_are_told_apart_and_explained(rule):
    assert rule.purpose.endswith((".", '"'))
    assert [other.id for other in RULES].count(rule.id) == 1
    assert not rule.pattern.match("")


def test_strict_rules_speak_before_loose_ones():
    assert sorted(RULES, key=lambda rule: rule.loose) == list(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_quantifier_without_bound_stands_within_another(rule):
    """A group repeated without bound must not hold a gap of its own: that is where time explodes."""
    unbounded = [group for group in re.findall(r"\(\?:([^()]*)\)[*+](?!\?*\))", rule.pattern.pattern) if re.search(r"[^\\][*+]", group)]
    assert unbounded == []


@pytest.mark.parametrize(("rule", "text", "expected"), BLOCK_EXAMPLES)
def test_a_rule_over_lines_makes_of_its_examples_all_that_they_say(rule, text, expected):
    found = claims_of(text)
    assert sorted(map(brief, found)) == sorted(expected)
    assert rule.id in {claim["rule"] for claim in found}


@pytest.mark.parametrize("text", BLOCK_COUNTER_EXAMPLES)
def test_nothing_at_all_is_found_in_a_counter_example_of_a_rule_over_lines(text):
    assert list(map(brief, claims_of(text))) == []


@pytest.mark.parametrize("rule", BLOCK_RULES, ids=lambda rule: rule.id)
def test_rules_over_lines_are_told_apart_and_explained(rule):
    assert rule.purpose.endswith((".", '"'))
    assert [other.id for other in (*RULES, *BLOCK_RULES)].count(rule.id) == 1
    assert rule.counter_examples

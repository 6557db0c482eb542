"""What rules and steps say that every match of theirs holds, every match holds: proven from the patterns themselves."""

from __future__ import annotations

from re import _constants as code
from re import _parser

import pytest

from sco_timeline.extracting import composing, leaders
from sco_timeline.extracting.rules import RULES
from sco_timeline.extracting.steps import Step

MOST = 512  # texts that a part of a pattern may stand for; of what stands for more, only its parts are known
NOTHING = frozenset([""])


def held_by(items):
    """Return the texts that a pattern stands for, if they are few, and sets of texts one of which every match holds."""
    texts, sets, all_known = NOTHING, [], True
    for operation, argument in items:
        own, inner = _held_by_one(operation, argument)
        sets += inner
        if own is not None and len(texts) * len(own) <= MOST:
            texts = frozenset(first + second for first in texts for second in own)
            continue
        sets.append(texts)
        texts, all_known = (NOTHING, False) if own is None else (own, False)
    return (texts, sets) if all_known else (None, [*sets, texts])


def _held_by_one(operation, argument):
    if operation is code.LITERAL:
        return frozenset([chr(argument)]), []
    if operation is code.IN:
        letters = [chr(value) for kind, value in argument if kind is code.LITERAL]
        return (frozenset(letters) if len(letters) == len(argument) else None), []
    if operation is code.BRANCH:
        return _held_by_branches([held_by(branch) for branch in argument[1]])
    if operation is code.SUBPATTERN:
        return held_by(argument[3])
    if operation is code.ATOMIC_GROUP:
        return held_by(argument)
    if operation in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        return _held_by_repeated(argument[0], argument[1], *held_by(argument[2]))
    if operation is code.ASSERT:
        texts, sets = held_by(argument[1])
        return NOTHING, sets if texts is None else [*sets, texts]
    return (NOTHING if operation in (code.ASSERT_NOT, code.AT) else None), []


def _held_by_branches(branches):
    either = _Either([sets if texts is None else [*sets, texts] for texts, sets in branches])
    if all(texts is not None for texts, _ in branches):
        union = frozenset().union(*(texts for texts, _ in branches))
        if len(union) <= MOST:
            return union, [either]
    return None, [either]


def _held_by_repeated(least, most, texts, sets):
    if least == 0:
        return (texts | NOTHING if most == 1 and texts is not None else None), []
    if least == most == 1:
        return texts, sets
    return None, sets if texts is None else [*sets, texts]


class _Either(list):
    """Branches, each with its sets of texts: one of the branches stands in every match."""


def prove(sets, needs):
    """Say whether one of the sets shows that every match holds something needed."""
    return any(
        all(prove(branch, needs) for branch in one) if isinstance(one, _Either) else all(any(n in text for n in needs) for text in one)
        for one in sets
    )


def holds_always(pattern, needs):
    texts, sets = held_by(_parser.parse(pattern.pattern.lower() if pattern.flags & code.SRE_FLAG_IGNORECASE else pattern.pattern))
    return prove(sets if texts is None else [*sets, texts], needs)


STEPS = [
    (name, step)
    for module in (composing, leaders)
    for name, steps in vars(module).items()
    if isinstance(steps, tuple) and steps and isinstance(steps[0], Step)
    for step in steps
]


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.beside], ids=lambda rule: rule.id)
def test_every_match_of_a_rule_holds_what_it_needs_beside(rule):
    assert holds_always(rule.pattern, rule.beside)


@pytest.mark.parametrize(("name", "step"), STEPS, ids=[f"{name}-{number}" for number, (name, _) in enumerate(STEPS)])
def test_every_match_of_a_step_holds_what_it_needs(name, step):
    assert holds_always(step.pattern, step.needs)
    assert not step.beside or holds_always(step.pattern, step.beside)

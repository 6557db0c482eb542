"""What every match of a rule holds, derived from its pattern: so that most rules are passed over without a search.

A match of ``Ⓟ (?:joined|entered) Ⓞ`` holds "Ⓟ", "Ⓞ", and "joined" or "entered". `needs.json` beside this module says so of all
rules; ``python -m sco_timeline.extracting.needing TEXTS...`` prints it (`make needs`). A rule whose pattern has changed since is
searched for everywhere until then.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from sco_timeline.extracting.opening import open_article
from sco_timeline.extracting.rules import RULES
from sco_timeline.extracting.sieving import MOST_LISTS
from sco_timeline.extracting.slots import KINDS

Texts = frozenset[str]

_MOST = 512  # texts that a part of a pattern may stand for; of what stands for more, only its parts are known
_MOST_PHRASES = 60  # in a set that is kept
_WORTH_A_LOOK = 0.97  # of the sentences left may meet a set of texts within words that is kept
_WORTH_A_SEARCH = 0.6  # of the sentences left may meet a set of longer texts
_NOTHING: Texts = frozenset([""])
_NEVER: Texts = frozenset()  # of what never matches


class Either(list["Sets"]):
    """Branches, each with its sets of texts: one of the branches stands in every match."""


Sets = list[Texts | Either]


def held_by(pattern: str) -> Sets:
    """Return sets of texts, of each of which every match of a pattern holds one."""
    texts, sets = _held_by(_parser.parse(pattern))
    return sets if texts is None else [*sets, texts]


def _held_by(items: Iterable[tuple[Any, Any]]) -> tuple[Texts | None, Sets]:
    """Return the texts that a part of a pattern stands for, if they are few, and sets of texts one of which every match holds."""
    texts, sets, all_known = _NOTHING, [], True
    for operation, argument in items:
        own, inner = _held_by_one(operation, argument)
        sets += inner
        if own is not None and len(texts) * len(own) <= _MOST:
            texts = frozenset(first + second for first in texts for second in own)
            continue
        sets.append(texts)
        texts, all_known = (_NOTHING, False) if own is None else (own, False)
    return (texts, sets) if all_known else (None, [*sets, texts])


def _held_by_one(operation: Any, argument: Any) -> tuple[Texts | None, Sets]:
    if operation is code.LITERAL:
        return frozenset([chr(argument)]), []
    if operation is code.FAILURE or (operation is code.ASSERT_NOT and not argument[1]):
        return _NEVER, []
    if operation is code.IN:
        letters = [chr(value) for kind, value in argument if kind is code.LITERAL]
        return (frozenset(letters) if len(letters) == len(argument) else None), []
    if operation is code.BRANCH:
        return _held_by_branches([_held_by(branch) for branch in argument[1]])
    if operation is code.SUBPATTERN:
        return _held_by(argument[3])
    if operation is code.ATOMIC_GROUP:
        return _held_by(argument)
    if operation in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        return _held_by_repeated(argument[0], argument[1], *_held_by(argument[2]))
    if operation is code.ASSERT:
        texts, sets = _held_by(argument[1])
        return _NOTHING, sets if texts is None else [*sets, texts]
    return (_NOTHING if operation in (code.ASSERT_NOT, code.AT) else None), []


def _held_by_branches(branches: list[tuple[Texts | None, Sets]]) -> tuple[Texts | None, Sets]:
    branches = [(texts, sets) for texts, sets in branches if texts != _NEVER]
    known = [texts for texts, _ in branches if texts is not None]
    union: Texts = frozenset().union(*known)
    own = union if len(known) == len(branches) and len(union) <= _MOST else None
    return own, [Either([sets if texts is None else [*sets, texts] for texts, sets in branches])]


def _held_by_repeated(least: int, most: int, texts: Texts | None, sets: Sets) -> tuple[Texts | None, Sets]:
    if least == 0:
        return (texts | _NOTHING if most == 1 and texts is not None else None), []
    if least == most == 1:
        return texts, sets
    return None, sets if texts is None else [*sets, texts]


class Sentences:
    """Masked sentences, by which is measured how rare a text is: a bit each, set where the text stands."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = [f" {text} " for text in texts]
        self._spread: dict[str, int] = {}
        self.all = (1 << len(self._texts)) - 1

    def with_one_of(self, texts: Texts) -> int:
        """Return the sentences that hold one of several texts."""
        return reduce(or_, map(self._with, texts), 0)

    def _with(self, text: str) -> int:
        if text not in self._spread:
            self._spread[text] = sum(1 << number for number, one in enumerate(self._texts) if text in one)
        return self._spread[text]


def needs_of(pattern: str, sentences: Sentences) -> tuple[list[list[str]], list[list[str]]]:
    """Return what every match of a pattern holds, one of each list of texts: lists of texts within one word, and of longer ones."""
    held = held_by(pattern)
    words, left = _choose(_flat(held, sentences, phrases=False), sentences, sentences.all, _WORTH_A_LOOK)
    phrases, _ = _choose(_flat(held, sentences, phrases=True), sentences, left, _WORTH_A_SEARCH)
    return [_shortest(texts) for texts in words], [_shortest(texts) for texts in phrases]


def _choose(sets: list[Texts], sentences: Sentences, left: int, worth: float) -> tuple[list[Texts], int]:
    """Return the set that the fewest sentences meet, then the one that the fewest of these meet, and so on while it is worth it."""
    chosen: list[Texts] = []
    while sets and len(chosen) < MOST_LISTS:
        met = {texts: left & sentences.with_one_of(texts) for texts in sets}
        best = min(sets, key=lambda texts: (met[texts].bit_count(), -min(map(len, texts)), len(texts), sorted(texts)))
        if met[best].bit_count() >= worth * left.bit_count():
            break
        left = met[best]
        chosen.append(best)
    return chosen, left


def _flat(sets: Sets, sentences: Sentences, phrases: bool) -> list[Texts]:
    """Return sets of texts, within words unless `phrases`; of branches the unions of their rarest sets, of their next rarest, and so on."""
    flat = {cut for one in sets if not isinstance(one, Either) for cut in ((one,) if phrases else _within_words(one, sentences))}
    for either in (one for one in sets if isinstance(one, Either)):
        branches = [_flat(branch, sentences, phrases) for branch in either]
        chosen = [_choose(branch, sentences, sentences.all, _WORTH_A_LOOK)[0] for branch in branches]
        if all(chosen):
            flat |= {frozenset().union(*(own[min(place, len(own) - 1)] for own in chosen)) for place in range(max(map(len, chosen)))}
            flat |= {_with_slot(kind, branches, chosen) for kind in KINDS}
    return [texts for texts in flat if "" not in texts and (len(texts) <= _MOST_PHRASES or not _has_phrases(texts))]


def _with_slot(kind: str, branches: list[list[Texts]], chosen: list[list[Texts]]) -> Texts:
    """Return the union of a slot, which some of the branches hold, and of the rarest sets of the others."""
    slot = frozenset([kind])
    held = [any(all(kind in text for text in texts) for texts in branch) for branch in branches]
    return frozenset().union(*(slot if is_held else own[0] for is_held, own in zip(held, chosen, strict=True)))


def _has_phrases(texts: Texts) -> bool:
    return any(" " in text.strip() for text in texts)


def _within_words(texts: Texts, sentences: Sentences) -> set[Texts]:
    """Return sets of parts of texts, one of each text, that stand within a word: the first, the last, the longest, the rarest, a slot."""
    parts = [_parts(text) for text in texts]
    chosen = [
        [own[0] for own in parts],
        [own[-1] for own in parts],
        [max(own, key=lambda part: len(part.strip())) for own in parts],
        [min(own, key=lambda part: (sentences.with_one_of(frozenset([part])).bit_count(), own.index(part))) for own in parts],
        [next((char for part in own for char in part if char in KINDS), "") for own in parts],
    ]
    return {frozenset(one) for one in chosen}


def _parts(text: str) -> list[str]:
    """Return the words of a text with the spaces that end them: "took part i" to "took ", " part " and " i"."""
    words = text.split(" ")
    last = len(words) - 1
    return [f"{' ' if at else ''}{word}{' ' if at < last else ''}" for at, word in enumerate(words) if word] or [""]


def _shortest(texts: Texts) -> list[str]:
    """Return texts without those that hold another."""
    return sorted(text for text in texts if not any(other != text and other in text for other in texts))


def derive(texts: Iterable[str] = ()) -> dict[str, list[Any]]:
    """Return the fingerprint and the needs of each rule, by its id; texts and the examples of rules say how rare a text is."""
    examples = [example for rule in RULES for example in [*(text for text, _ in rule.examples), *rule.counter_examples]]
    opened = [open_article(text, None) for text in (*texts, *examples)]
    sentences = Sentences(article.masked(number).text for article in opened for number in range(len(article.sentences)))
    return {rule.id: [rule.fingerprint, *needs_of(rule.pattern.pattern, sentences)] for rule in RULES}


def main(files: Sequence[str]) -> None:
    """Print what rules need; files of annotated texts say how rare a text is."""
    lines = [line for file in files for line in Path(file).read_text(encoding="utf-8").splitlines()]
    needs = derive(json.loads(line)["text"] for line in lines)
    rows = ",\n".join(f"{json.dumps(rule)}: {json.dumps(need, ensure_ascii=False)}" for rule, need in needs.items())
    print(f"{{\n{rows}\n}}")


if __name__ == "__main__":
    main(sys.argv[1:])

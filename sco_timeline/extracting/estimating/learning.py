"""Learns the weights of words from annotated texts: ``python -m sco_timeline.extracting.estimating.learning TEXTS...`` prints them.

TEXTS are files of gold, as `sco-timeline evaluate` reads them, with the text in each line. Every party beside a status, and every
city in a text about the SCO, is a question; the answer is what the annotators say of that party or city in that sentence. Questions
whose answer they give in another sentence, or call optional, are left out. The weights are those of a multinomial logistic
regression, found by stochastic gradient descent with a step of its own for each feature (AdaGrad), always in the same order.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from sco_timeline.extracting.estimating import ESTIMATED, statuses, summits
from sco_timeline.extracting.estimating.weights import NOTHING, UNIT
from sco_timeline.extracting.estimating.words import Words
from sco_timeline.extracting.opening import open_article
from sco_timeline.extracting.polarity import ASSERTED
from sco_timeline.extracting.prose import claims_of_prose
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules import RULES

Example = tuple[list[str], str]  # the features of a question, and its answer

_ROUNDS, _STEP, _DECAY = 12, 0.2, 1e-4
_OFTEN = 3  # times a feature is met that gets a weight
_LEAST = 10  # hundredths; a smaller weight is none


def learned(texts: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the weights of each kind of question."""
    texts = list(texts)
    return {
        question: _weights([example for text in texts for example in of_text(text)])
        for question, of_text in (
            (statuses.QUESTION, _of_statuses),
            (summits.QUESTION, _of_summits),
        )
    }


def texts_of_rules() -> Iterator[dict[str, Any]]:
    """Yield the examples and counter-examples of rules, with the claims that rules find in them."""
    for rule in RULES:
        for text in (*(text for text, _ in rule.examples), *rule.counter_examples):
            if not rule.id.startswith(ESTIMATED):
                article = open_article(text, None)
                article.is_estimated = False
                yield {"text": text, "claims": claims_of_prose(article)}


def _readings(text: dict[str, Any]) -> Iterator[Reading]:
    article = open_article(text["text"], text.get("published"))
    for number in range(len(article.sentences)):
        yield Reading(article, number, article.masked(number))


def _of_statuses(text: dict[str, Any]) -> Iterator[Example]:
    gold = [claim for claim in text["claims"] if claim["type"] in ("status_change", "status_held")]

    def is_of(claim: dict[str, Any], party: str, *, status: str) -> bool:
        return bool(claim["party"] == party and status in (claim.get("to"), claim.get("status")))

    for reading in _readings(text):
        words = Words(reading)
        for question in statuses.questions(reading):
            own = partial(is_of, status=question.status)
            answer = _answer(reading, (question.party, question.place), gold, question.who, own)
            if answer:
                yield sorted(set(question.features(words))), answer


def _of_summits(text: dict[str, Any]) -> Iterator[Example]:
    gold = [claim for claim in text["claims"] if claim["type"] == "summit"]
    for reading in _readings(text):
        words = Words(reading)
        for place, city in summits.questions(reading):
            answer = _answer(reading, (place, place), gold, (city,), lambda claim, city: bool(claim["city"] == city))
            if answer:
                yield sorted(set(summits.features(reading, words, place))), answer


def _answer(
    reading: Reading,
    places: tuple[int, int],
    gold: Sequence[dict[str, Any]],
    who: tuple[str, ...],
    is_of: Callable[[dict[str, Any], str], bool],
) -> str | None:
    """Return what the annotators say of most of some parties in a sentence, of several claims the nearest; None if it cannot be told."""
    sentence = reading.article.sentences[reading.number]
    start, end = sorted(map(reading.masked.origin, places))
    answers: Counter[str] = Counter()
    for party in who:
        told = [claim for claim in gold if is_of(claim, party)]
        here = [claim for claim in told if claim["evidence"][0] < sentence.end and sentence.start < claim["evidence"][1]]
        if any(claim.get("optional") for claim in here) or (told and not here):
            return None
        nearest = min(here, key=lambda claim: abs(claim["evidence"][0] - start) + abs(claim["evidence"][1] - end), default=None)
        answers[_in_words(nearest) if nearest else NOTHING] += 1
    return answers.most_common(1)[0][0] if answers else None


def _in_words(claim: dict[str, Any]) -> str:
    return f"{claim.get('stage') or statuses.HELD} {claim.get('polarity') or ASSERTED}"  # held, as a summit is


def _weights(examples: Sequence[Example]) -> dict[str, Any]:
    often = Counter(feature for features, _ in examples for feature in features)
    names = sorted(feature for feature, count in often.items() if count >= _OFTEN)
    numbers = {name: number for number, name in enumerate(names)}
    answers = sorted({answer for _, answer in examples})
    known = [
        (np.array([numbers[feature] for feature in features if feature in numbers], np.int64), answers.index(answer))
        for features, answer in examples
    ]
    weights, squares = np.zeros((len(names), len(answers))), np.full((len(names), 1), 0.01)
    mean = np.zeros_like(weights)
    order = Random(1)
    for _ in range(_ROUNDS):
        order.shuffle(known)
        for features, answer in known:
            sums = weights[features].sum(0)
            slope = np.exp(sums - sums.max())
            slope /= slope.sum()
            slope[answer] -= 1
            squares[features] += (slope * slope).sum()
            weights[features] -= _STEP * (slope / np.sqrt(squares[features]) + _DECAY * weights[features])
        mean += weights / _ROUNDS
    whole = np.rint(mean * UNIT).astype(int)
    return {
        "answers": answers,
        "weights": {
            name: [value for number, weight in enumerate(row) if abs(weight) >= _LEAST for value in (number, weight)]
            for name, row in zip(names, whole.tolist(), strict=True)
            if max(map(abs, row)) >= _LEAST
        },
    }


def main(files: Sequence[str]) -> None:
    """Print the weights learned from files of annotated texts."""
    texts = [json.loads(line) for file in files for line in Path(file).read_text(encoding="utf-8").splitlines()]
    kinds = learned([*texts, *texts_of_rules()])
    lines = []
    for question, known in kinds.items():
        rows = ",\n".join(f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row)}" for name, row in known["weights"].items())
        lines.append(f'"{question}": {{"answers": {json.dumps(known["answers"])}, "weights": {{\n{rows}\n}}}}')
    print("{" + ",\n".join(lines) + "}")


if __name__ == "__main__":
    main(sys.argv[1:])

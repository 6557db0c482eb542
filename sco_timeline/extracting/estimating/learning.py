"""Learns the weights of words from annotated texts: ``python -m sco_timeline.extracting.estimating.learning TEXTS...`` prints them.

TEXTS are files of gold, as `sco-timeline evaluate` reads them, with the text in each line. Every party beside a status is a
question; the answer is what the annotators say of both in that sentence. Questions whose answer they give in another sentence, or
call optional, are left out. The weights are those of a multinomial logistic regression, found by stochastic gradient descent with
a step of its own for each feature (AdaGrad), always in the same order.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from sco_timeline.extracting.estimating import ESTIMATED
from sco_timeline.extracting.estimating.statuses import HELD, Question, questions
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


def texts_of_rules() -> Iterator[dict[str, Any]]:
    """Yield the examples and counter-examples of rules, with the claims that rules find in them."""
    for rule in sorted(RULES, key=attrgetter("id")):  # wherever they stand
        for text in (*(text for text, _ in rule.examples), *rule.counter_examples):
            if not rule.id.startswith(ESTIMATED):
                article = open_article(text, None)
                article.is_estimated = False
                yield {"text": text, "claims": claims_of_prose(article)}


def _examples(text: dict[str, Any]) -> Iterator[Example]:
    gold = [claim for claim in text["claims"] if claim["type"] in ("status_change", "status_held")]
    article = open_article(text["text"], text.get("published"))
    for number in range(len(article.sentences)):
        reading = Reading(article, number, article.masked(number))
        words = Words(reading)
        for question in questions(reading):
            if answer := _answer(question, gold):
                yield sorted(set(question.features(words))), answer


def _answer(question: Question, gold: Sequence[dict[str, Any]]) -> str | None:
    """Return what the annotators say of most of the parties, of several claims the nearest; None if it cannot be told."""
    reading = question.reading
    sentence = reading.article.sentences[reading.number]
    start, end = sorted(map(reading.masked.origin, (question.party, question.place)))
    answers: Counter[str] = Counter()
    for party in question.who:
        told = [claim for claim in gold if claim["party"] == party and question.status in (claim.get("to"), claim.get("status"))]
        here = [claim for claim in told if claim["evidence"][0] < sentence.end and sentence.start < claim["evidence"][1]]
        if any(claim.get("optional") for claim in here) or (told and not here):
            return None
        nearest = min(here, key=lambda claim: abs(claim["evidence"][0] - start) + abs(claim["evidence"][1] - end), default=None)
        answers[f"{nearest.get('stage') or HELD} {nearest.get('polarity') or ASSERTED}" if nearest else NOTHING] += 1
    return answers.most_common(1)[0][0] if answers else None


def learned(texts: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the answers that annotated texts give, and how features weigh for them."""
    examples = [example for text in texts for example in _examples(text)]
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
    known = learned([*texts, *texts_of_rules()])
    rows = ",\n".join(f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row)}" for name, row in known["weights"].items())
    print(f'{{"answers": {json.dumps(known["answers"])}, "weights": {{\n{rows}\n}}}}')


if __name__ == "__main__":
    main(sys.argv[1:])

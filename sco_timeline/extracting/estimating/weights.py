"""The weights of features for answers, and the answer for which the features of a question weigh most."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from math import exp
from pathlib import Path

FILE = Path(__file__).with_name("weights.json")
"""The answers, and of each feature the number of each answer that it bears on, followed by its weight."""

NOTHING = "nothing"
UNIT = 100  # of weights: so much more makes an answer e times as likely


@cache
def _known() -> tuple[list[str], dict[str, tuple[int, ...]]]:
    """Return the answers, and of each feature its weight for each of them."""
    told = json.loads(FILE.read_text(encoding="utf-8"))
    numbers = range(len(told["answers"]))
    weights = {feature: dict(zip(pairs[::2], pairs[1::2], strict=True)) for feature, pairs in told["weights"].items()}
    return told["answers"], {feature: tuple(own.get(number, 0) for number in numbers) for feature, own in weights.items()}


def likeliest(features: Iterable[str]) -> tuple[str, float]:
    """Return the likeliest answer, and how likely it is, from 0 to 1."""
    answers, weights = _known()
    rows = [row for feature in features if (row := weights.get(feature))]
    sums = [sum(column) for column in zip(*rows, strict=True)] or [0] * len(answers)
    most = max(sums)
    return answers[sums.index(most)], 1 / sum(exp((each - most) / UNIT) for each in sums)

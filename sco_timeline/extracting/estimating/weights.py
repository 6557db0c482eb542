"""The weights of features for answers, and the answer for which the features of a question weigh most."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

FILE = Path(__file__).with_name("weights.json")
"""Of each kind of question the answers, and of each feature the number of each answer that it bears on with its weight."""

NOTHING = "nothing"
UNIT = 100  # of weights: so much more makes an answer e times as likely


class _Known(NamedTuple):
    answers: list[str]
    rows: dict[str, int]
    weights: npt.NDArray[np.int64]  # a row a feature, a column an answer


@cache
def _known(question: str) -> _Known:
    told = json.loads(FILE.read_text(encoding="utf-8"))[question]
    weights = np.zeros((len(told["weights"]), len(told["answers"])), np.int64)
    for row, pairs in enumerate(told["weights"].values()):
        weights[row, pairs[::2]] = pairs[1::2]
    return _Known(told["answers"], {feature: row for row, feature in enumerate(told["weights"])}, weights)


def likeliest(question: str, features: Iterable[str]) -> tuple[str, float]:
    """Return the likeliest answer, and how likely it is, from 0 to 1."""
    known = _known(question)
    rows = [row for feature in features if (row := known.rows.get(feature)) is not None]
    sums: list[int] = known.weights[rows].sum(0).tolist()
    most = max(sums)
    return known.answers[sums.index(most)], 1 / sum(exp((each - most) / UNIT) for each in sums)

"""Precision, recall and F1 by type, polarity and document; stages taken for each other; every miss and false alarm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from sco_timeline.evaluating.gold import Gold
from sco_timeline.evaluating.matching import CORE, MORE, Said, agrees_in_key, agrees_strictly, polarity
from sco_timeline.evaluating.pairing import FALSE_ALARM, HIT, MISSED, judged, pair_stages
from sco_timeline.evaluating.sentences import Sentences
from sco_timeline.extracting.wording import in_short

FIGURES = ("level", "by", "value", "types", "precision", "recall", "f1", "tp", "fp", "fn")
STAGES = ("annotated", "found", "claims")
MISSES = ("level", "what", "doc", "type", "claim", "start", "end", "sentence")

_LEVELS = {"key": agrees_in_key, "strict": agrees_strictly}
_GROUPS = {"core": CORE, "more": MORE}
_GROUP_OF = {kind: group for group, kinds in _GROUPS.items() for kind in kinds}
_POLARITIES = ("asserted", "negated", "expected")


class Evaluation(NamedTuple):
    """The outcome, as frames.

    `figures` has a row per level (key, strict), per `by` (all, type, polarity, document, mean of documents) and its value,
    for core types and for more. `stages` counts changes of status by annotated and found stage. `misses` has a row per claim
    missed or falsely found, in key or else only strictly. `apart` counts claims that are not scored, by reason.
    """

    documents: int
    figures: pd.DataFrame
    stages: pd.DataFrame
    misses: pd.DataFrame
    apart: dict[str, int]


class _Judgement(NamedTuple):
    level: str
    doc: str
    outcome: str
    claim: Said


def evaluate(golds: Sequence[Gold], found: Iterable[Said]) -> Evaluation:
    """Hold found claims against annotated ones.

    Parameters
    ----------
    golds : sequence of Gold
        Annotated documents.
    found : iterable of claims
        With `doc` and the fields of their type; those of other documents, and of types that are not scored, are set apart.

    Returns
    -------
    Evaluation
    """
    claims: dict[str, list[Said]] = {gold.doc: [] for gold in golds}
    apart: Counter[str] = Counter()
    for claim in found:
        if claim["doc"] in claims:
            claims[claim["doc"]].append(claim)
        else:
            apart["of documents that are not annotated"] += 1
    everything = [*(claim for gold in golds for claim in gold.claims), *(claim for given in claims.values() for claim in given)]
    unknown = sum(claim["type"] not in _GROUP_OF for claim in everything)
    if unknown:
        apart["of types that are not scored"] = unknown
    judgements = list(_judgements(golds, claims))
    figures = pd.DataFrame(_figures(judgements, list(claims)), columns=list(FIGURES))
    figures = figures.astype(dict.fromkeys(("tp", "fp", "fn"), "Int64"))
    stages = pd.DataFrame(_stages(golds, claims), columns=list(STAGES))
    return Evaluation(len(golds), figures, stages, _misses(golds, judgements), dict(apart))


def _judgements(golds: Sequence[Gold], found: Mapping[str, Sequence[Said]]) -> Iterator[_Judgement]:
    for gold in golds:
        for kind in (*CORE, *MORE):
            annotated = [claim for claim in gold.claims if claim["type"] == kind]
            given = [claim for claim in found[gold.doc] if claim["type"] == kind]
            for level, agrees in _LEVELS.items():
                yield from (_Judgement(level, gold.doc, outcome, claim) for outcome, claim in judged(annotated, given, agrees))


def _figures(judgements: Iterable[_Judgement], docs: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the figures: every one of them a count over the same judgements."""
    counts: Counter[tuple[str, str, str, str, str]] = Counter()
    for level, doc, outcome, claim in judgements:
        group = _GROUP_OF[claim["type"]]
        values = {"all": "all", "type": claim["type"], "polarity": polarity(claim), "document": doc}
        counts.update((level, by, value, group, outcome) for by, value in values.items())
    for level in _LEVELS:
        for group, kinds in _GROUPS.items():
            wanted = {"all": ("all",), "type": kinds, "polarity": _POLARITIES, "document": tuple(docs)}
            for by, names in wanted.items():
                rows = [_row(level, by, name, group, counts) for name in names]
                yield from rows
            yield _mean(level, group, [row[4:7] for row in rows])


def _row(level: str, by: str, value: str, group: str, counts: Counter[tuple[str, str, str, str, str]]) -> tuple[object, ...]:
    tp, fp, fn = (counts[level, by, value, group, outcome] for outcome in (HIT, FALSE_ALARM, MISSED))
    return level, by, value, group, *rates(tp, fp, fn), tp, fp, fn


def _mean(level: str, group: str, rows: Sequence[tuple[object, ...]]) -> tuple[object, ...]:
    """Return the mean over documents, which counts each of them alike."""
    means = [float(pd.Series(values, dtype=float).mean()) for values in zip(*rows, strict=True)] or [1.0] * 3
    return level, "mean of documents", "all", group, *means, None, None, None


def rates(tp: int, fp: int, fn: int) -> tuple[float, float, float]:
    """Return precision, recall and F1; nothing found is precise, nothing to find is found.

    Examples
    --------
    >>> rates(3, 1, 0)
    (0.75, 1.0, 0.8571428571428571)
    """
    precision = tp / (tp + fp) if tp + fp else 1.0
    recall = tp / (tp + fn) if tp + fn else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _stages(golds: Sequence[Gold], found: Mapping[str, Sequence[Said]]) -> list[tuple[str, str, int]]:
    counts: Counter[tuple[str, str]] = Counter()
    for gold in golds:
        annotated = [claim for claim in gold.claims if claim["type"] == "status_change"]
        given = [claim for claim in found[gold.doc] if claim["type"] == "status_change"]
        pairs = pair_stages(annotated, given)
        counts.update((_stage(annotated[i]), _stage(given[j])) for i, j in pairs.paired.items())
        counts.update((_stage(annotated[i]), f"({MISSED})") for i in pairs.missed)
        counts.update((f"({FALSE_ALARM})", _stage(given[j])) for j in pairs.false_alarms)
    return [(*stages, number) for stages, number in sorted(counts.items())]


def _stage(claim: Said) -> str:
    return str(claim.get("stage") or "none")


def _misses(golds: Sequence[Gold], judgements: Iterable[_Judgement]) -> pd.DataFrame:
    """Return what was missed or falsely found, each claim once, in the order of documents and places."""
    texts = {gold.doc: Sentences(gold.text) for gold in golds}
    order = {doc: number for number, doc in enumerate(texts)}
    seen: set[tuple[int, str]] = set()
    rows = []
    for level, doc, outcome, claim in judgements:
        if outcome == HIT or (id(claim), outcome) in seen:
            continue
        seen.add((id(claim), outcome))
        start, end = claim.get("evidence") or (None, None)
        rows.append((level, outcome, doc, claim["type"], in_short(claim), start, end, texts[doc].around(start)))
    rows.sort(key=lambda row: (order[row[2]], -1 if row[5] is None else row[5]))
    return pd.DataFrame(rows, columns=list(MISSES)).astype({"start": "Int64", "end": "Int64"})

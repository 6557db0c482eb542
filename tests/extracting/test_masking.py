"""A masked sentence is the text with slots in it: every letter of it is found again in the text, so that evidence lies where it should."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from sco_timeline.extracting import claims_of
from sco_timeline.extracting.opening import open_article

CASES = sorted((Path(__file__).parents[1] / "cases" / "extraction").glob("*/*.jsonl"))


def unlike(article, number):
    """Return what stands between two slots of a masked sentence where the text has something else."""
    masked, sentence = article.masked(number), article.sentences[number]
    places = [-1, *masked.at, len(masked.text)]
    ends = [masked.start, *(slot.end for slot in masked.slots)]
    starts = [*(slot.start for slot in masked.slots), sentence.end]
    between = [masked.text[before + 1 : behind] for before, behind in pairwise(places)]
    return [words for words, end, start in zip(between, ends, starts, strict=True) if words != article.low[end:start]]


@pytest.mark.parametrize("file", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_between_slots_stands_what_stands_in_the_text(file):
    for line in file.read_text("utf-8").splitlines():
        article = open_article(json.loads(line)["text"], None)
        for number in range(len(article.sentences)):
            assert not unlike(article, number), article.text[slice(*article.sentences[number][:2])]


def test_a_short_name_in_brackets_moves_nothing_behind_it():
    text = "The leaders of the Shanghai Cooperation Organisation (SCO) called in a joint statement for peace."
    (paper,) = claims_of(text)
    assert paper["title"] == "Joint statement"
    assert text[slice(*paper["evidence"])].endswith("joint statement")

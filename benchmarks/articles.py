"""Texts for the benchmarks of extraction, made of our own sentences by a seeded generator: the same on every machine.

What speaks of the SCO comes from the test sentences, everything else from ``paragraphs.txt``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
from measuring import ROOT

SEED = 2001
_TEXTS = ROOT / "tests" / "cases" / "extraction" / "seen"
_SENTENCES = ("sentences-1.jsonl", "sentences-2.jsonl")
_LENGTH = (1000, 3000)  # characters of an article
_NEW = 0.3  # of the words of five letters and more: then as many words of a corpus are new as in what people write
_LETTERS = "aabcdeeefghiijklmnoopqrstuuvwxyz"
_ROWS = 1000  # of a corpus that are made at once


def read_ours() -> list[str]:
    """Return the test texts that say something of the SCO."""
    lines = [line for name in _SENTENCES for line in (_TEXTS / name).read_text(encoding="utf-8").splitlines()]
    return [found["text"] for found in map(json.loads, lines) if found["claims"]]


def read_articles() -> list[str]:
    """Return the test texts that are whole articles, written to be like those of the press."""
    files = sorted(_TEXTS.glob("articles*.jsonl"))
    found = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [article["text"] for article in found if article["claims"]]


def read_others() -> list[str]:
    """Return paragraphs on weather, sport, trade, other organisations, and the like."""
    return Path(__file__).with_name("paragraphs.txt").read_text(encoding="utf-8").strip().split("\n\n")


def articles(count: int, about: float, seed: int = SEED) -> Iterator[str]:
    """Yield articles, of which a share is about the SCO; the others do not name it.

    An article about the SCO is one half test sentences, one half others, and so holds more claims on a page than most.
    """
    random = Random(seed)
    ours, others = read_ours(), read_others()
    sentences = [sentence for text in others for sentence in text.split(". ")]
    for number in range(count):
        length = random.randint(*_LENGTH)
        parts: list[str] = []
        while sum(map(len, parts)) < length:
            if about and number % round(1 / about) == 0:
                own = random.choice(ours)
                between = random.choices(sentences, k=max(1, round(len(own) / 100)))
                parts += [own, _with_new_words(". ".join(between), random)]
            else:
                parts.append(_with_new_words(random.choice(others), random))
        yield "\n\n".join(parts)


def _with_new_words(text: str, random: Random) -> str:
    """Return a text with other figures and some words that are new: else whoever remembers words would find all of them known."""

    def renew(found: re.Match[str]) -> str:
        word = found[0]
        if word.isdigit():
            return word[0] + "".join(random.choices("0123456789", k=len(word) - 1))
        return "".join(random.choices(_LETTERS, k=len(word))) if random.random() < _NEW else word

    return re.sub(r"\b(?:[a-z]{5,}|\d+)\b", renew, text)


def article_of(length: int, seed: int = SEED) -> str:
    """Return one text about the SCO with so many characters."""
    random, ours = Random(seed), read_ours()
    shortest = min(map(len, ours))
    return "\n\n".join(random.choices(ours, k=1 + length // shortest))[:length]


def write_corpus(path: Path, count: int, about: float) -> None:
    """Write articles as one Parquet file."""
    schema = pa.schema([pa.field("id", pa.string()), pa.field("text", pa.string())])
    with pq.ParquetWriter(path, schema) as writer:
        texts = articles(count, about)
        for first in range(0, count, _ROWS):
            rows = [{"id": f"n{number}", "text": next(texts)} for number in range(first, min(count, first + _ROWS))]
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))

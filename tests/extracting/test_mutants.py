"""No text, however spoiled, raises an exception or yields a claim whose evidence lies outside it.

``python tests/extracting/test_mutants.py 100000`` reads a hundred thousand random, truncated and mutated texts on all cores.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from random import Random

import pytest

from sco_timeline.extracting import claims_of

CASES = Path(__file__).parents[1] / "cases" / "extraction"
DAYS = (None, "2022-09-17", "2024", "2024-07")
NOISE = "\n\t ,.;:ⓅⓈⓄİŞ’“«(-–0123|*#\x00\ufeff\u202e\ud800SCO"
SHARE = 1000  # texts that a process makes and reads at once


def sources() -> list[str]:
    """Return the test texts, one from each line of each file."""
    files = sorted(CASES.glob("*/*.jsonl"))
    return [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def mutants(count: int, seed: int, texts: list[str]) -> Iterator[str]:
    """Yield texts: words in random order, a piece with letters changed, a piece cut off and followed by what does not belong to it."""
    random = Random(seed)
    words = [word for text in texts for word in text.split(" ")]
    for _ in range(count):
        kind, text = random.random(), random.choice(texts)
        if kind < 0.4:
            made = " ".join(random.choices(words, k=random.randint(1, 120)))
        elif kind < 0.7:
            start = random.randrange(len(text))
            piece = text[start : start + random.randint(1, 900)]
            made = "".join(char if random.random() > 0.03 else random.choice(NOISE) for char in piece)
        else:
            made = f"{text[: random.randint(5, 600)]} {' '.join(random.choices(words, k=30))}"
        yield f"The Shanghai Cooperation Organisation (SCO). {made}" if random.random() < 0.5 else made


def faults(text: str, published: str | None) -> str | None:
    """Return what is wrong with the claims found in a text: an exception, or a span that does not lie in its sentence and its text."""
    try:
        claims = claims_of(text, published)
    except Exception as error:
        return f"{type(error).__name__}: {error}: {text!r}"
    for claim in claims:
        (start, end), (first, last) = claim["evidence"], claim["sentence"]
        if not 0 <= first <= start < end <= last <= len(text):
            return f"{claim}: {text!r}"
    return None


def read_share(seed: int, count: int = SHARE) -> list[str]:
    """Read so many mutants and return what is wrong with them."""
    texts = mutants(count, seed, sources())
    return [fault for number, text in enumerate(texts) if (fault := faults(text, DAYS[number % len(DAYS)]))]


@pytest.mark.parametrize("seed", range(4))
def test_spoiled_texts_are_survived(seed):
    assert read_share(-1 - seed, count=150) == []


def main() -> int:
    """Read as many mutants as the command line says, on all cores; return 1 if anything was wrong."""
    shares, wrong = max(1, int(sys.argv[1]) // SHARE), 0
    with Pool(os.cpu_count()) as pool:
        for number, found in enumerate(pool.imap_unordered(read_share, range(shares)), 1):
            wrong += len(found)
            print(*found, sep="\n", end="\n" if found else "")
            print(f"{number * SHARE:,} texts, {wrong} faults", file=sys.stderr, end="\r")
    print(f"{shares * SHARE:,} texts, {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

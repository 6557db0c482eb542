"""Measures the speed and the memory of extraction, each as a ratio within one run on the same texts; see README.md.

python benchmarks/extraction.py                     all parts, some five minutes
python benchmarks/extraction.py tokenizer dates     these parts
python benchmarks/extraction.py --json figures.json --effort 0.2
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from articles import article_of, articles, write_corpus
from asking import describe_machine, parse
from measuring import ROOT, in_turns

LIBRARIES = ("pandas", "pyarrow", "spacy", "dateparser")
KILOBYTE = 1000


@dataclass(frozen=True)
class Figure:
    """A ratio, what it should be, and the ratios of single rounds from the first to the third quartile."""

    what: str
    ratio: float
    target: float
    at_least: bool
    middle_half: tuple[float, float]
    note: str

    @property
    def is_met(self) -> bool:
        """Whether the ratio is on the right side of its target."""
        return self.ratio >= self.target if self.at_least else self.ratio <= self.target


def figure_of(what: str, above: Sequence[float], below: Sequence[float], target: float, at_least: bool, note: str) -> Figure:
    """Return the ratio of two medians, of values that were measured in turns."""
    single = [a / b for a, b in zip(above, below, strict=True)]
    low, _, high = quantiles(single, n=4, method="inclusive") if len(single) > 1 else (single[0], 0, single[0])
    return Figure(what, median(above) / median(below), target, at_least, (low, high), note)


def processor_seconds(call: Callable[[], Any]) -> float:
    """Call once and return the seconds that this process's processor worked: other programs on the machine do not count."""
    gc.collect()
    start = time.process_time()
    call()
    return time.process_time() - start


def read_all(texts: Sequence[str]) -> None:
    """Find the claims of texts."""
    from sco_timeline.extracting import claims_of

    for text in texts:
        claims_of(text)


def tokenize(tokenizer: Callable[[str], Any], texts: Sequence[str]) -> None:
    """Cut texts into words."""
    for text in texts:
        tokenizer(text)


def measure_tokenizer(rounds: int, folder: Path) -> Iterator[Figure]:
    from spacy import blank

    tokenizer = blank("en").tokenizer
    for about, count, shown, target in ((0.1, 1000, "one text in ten is about the SCO", 1), (1, 200, "all are, dense with claims", 1 / 3)):
        theirs, ours = [], []
        for number in range(rounds * 5 + 1):
            texts = list(articles(count, about, seed=number))  # read once, as a corpus is
            theirs.append(processor_seconds(partial(tokenize, tokenizer, texts)))
            ours.append(processor_seconds(partial(read_all, texts)))
        note = rates(count, ours[1:], theirs[1:])
        yield figure_of(f"claims to spaCy's tokenizer: {shown}", theirs[1:], ours[1:], target, True, note)

    runs = [run_script(READ_ONCE, str(number)) for number in range(rounds * 3)]
    theirs, ours = ([run[side] for run in runs] for side in ("theirs", "ours"))
    note = rates(runs[0]["texts"], ours, theirs)
    yield figure_of("claims to spaCy's tokenizer: all are, as in the press", theirs, ours, 1 / 3, True, note)


READ_ONCE = """
import json, sys
from random import Random
from spacy import blank
from articles import read_articles
from extraction import processor_seconds, read_all, tokenize

tokenizer = blank("en").tokenizer
texts = read_articles()
Random(int(sys.argv[1])).shuffle(texts)
first, second = texts[::2], texts[1::2]  # the first half fills what either side remembers of words
figures = {}
for half in (first, second):
    figures = {
        "texts": len(half),
        "theirs": processor_seconds(lambda: tokenize(tokenizer, half)),
        "ours": processor_seconds(lambda: read_all(half)),
    }
print(json.dumps(figures))
"""


def run_script(script: str, *arguments: str) -> dict[str, Any]:
    """Run a script in a new process beside this module and return what it prints."""
    paths = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    command = [sys.executable, "-c", script, *arguments]
    found = subprocess.run(command, stdout=subprocess.PIPE, check=True, env={**os.environ, "PYTHONPATH": paths})
    result: dict[str, Any] = json.loads(found.stdout)
    return result


def measure_dates(rounds: int, folder: Path) -> Iterator[Figure]:
    from dateparser.search import search_dates

    texts = list(articles(10, 1))
    sides = (
        lambda: processor_seconds(lambda: [search_dates(text) for text in texts]),
        lambda: processor_seconds(lambda: read_all(texts)),
    )
    in_turns(*sides, rounds=1)
    theirs, ours = in_turns(*sides, rounds=rounds * 3)
    yield figure_of("claims to dateparser's search_dates: all about the SCO", theirs, ours, 50, True, rates(len(texts), ours, theirs))


def rates(count: int, ours: Sequence[float], theirs: Sequence[float]) -> str:
    return f"{count / median(ours):,.0f} and {count / median(theirs):,.0f} texts a second"


def measure_length(rounds: int, folder: Path) -> Iterator[Figure]:
    def each(length: int) -> list[float]:
        texts = [article_of(length, seed) for seed in range(max(1, 200_000 // length))]
        read_all(texts[:1] if length < 1000 * KILOBYTE else [])
        repeats = rounds if length >= 1000 * KILOBYTE else rounds * 3
        return [processor_seconds(lambda: read_all(texts)) / len(texts) / length * KILOBYTE for _ in range(repeats)]

    small = each(KILOBYTE)
    for thousands in (10, 100, 1000, 10_000):
        found = each(thousands * KILOBYTE)
        note = f"{median(found) * 1000:.2f} and {median(small) * 1000:.2f} ms a kB"
        ratio = median(found) / median(small)
        yield Figure(f"a character of {thousands:,} kB to one of 1 kB", ratio, 1.5, False, (ratio, ratio), note)


RUN = """
import json, resource, sys, time
from sco_timeline.extracting import extract_corpus

if __name__ == "__main__":
    begun = time.perf_counter()
    extract_corpus(sys.argv[1], sys.argv[2], workers=int(sys.argv[3]))
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(kind) for kind in kinds]
    print(json.dumps({
        "seconds": time.perf_counter() - begun,
        "processor": sum(kind.ru_utime + kind.ru_stime for kind in used),
        "peaks": [kind.ru_maxrss for kind in used],
    }))
"""


def run_corpus(source: Path, workers: int) -> dict[str, Any]:
    """Extract a corpus in a new process, through one that has no memory of its own to speak of; return what it took."""
    script = source.with_name("run.py")
    script.write_text(RUN, encoding="utf-8")
    with tempfile.TemporaryDirectory(dir=source.parent) as out:
        command = ["sh", "-c", '"$0" "$@"; exit $?', sys.executable, script, source, out, str(workers)]
        found = subprocess.run(command, stdout=subprocess.PIPE, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    result: dict[str, Any] = json.loads(found.stdout)
    return result


def measure_processes(rounds: int, folder: Path) -> Iterator[Figure]:
    source = folder / "processes.parquet"
    write_corpus(source, 12_000, 0.5)
    one, two = in_turns(lambda: run_corpus(source, 1), lambda: run_corpus(source, 2), rounds=max(1, rounds // 3))
    seconds = [[run["seconds"] for run in side] for side in (one, two)]
    worked = [[run["processor"] for run in side] for side in (one, two)]
    note = f"{median(seconds[0]):.0f} and {median(seconds[1]):.0f} s, processors {median(worked[0]):.0f} and {median(worked[1]):.0f} s"
    yield figure_of("one process to two, seconds by the clock", *seconds, 1.5, True, note)


def measure_memory(rounds: int, folder: Path) -> Iterator[Figure]:
    runs = {}
    for documents in (10_000, 100_000):
        source = folder / f"{documents}.parquet"
        write_corpus(source, documents, 0.1)
        runs[documents] = run_corpus(source, 2)["peaks"]
    for place, shown in enumerate(("the process that reads", "the largest that works")):
        few, many = (peaks[place] for peaks in runs.values())
        note = f"{many / 1024:.0f} and {few / 1024:.0f} MiB"
        yield Figure(f"peak memory of 100 k texts to 10 k: {shown}", many / few, 1.1, False, (many / few, many / few), note)


PARTS: dict[str, Callable[[int, Path], Iterator[Figure]]] = {
    "tokenizer": measure_tokenizer,
    "dates": measure_dates,
    "length": measure_length,
    "processes": measure_processes,
    "memory": measure_memory,
}

COLUMNS = "{:<58} {:>7} {:>14} {:<6} {:>16}  {}"


def print_row(figure: Figure) -> None:
    low, high = figure.middle_half
    target = f"at {'least' if figure.at_least else 'most'} {figure.target:.2f}"
    cells = (f"{figure.ratio:.2f}", target, "met" if figure.is_met else "MISSED", f"{low:.2f} to {high:.2f}", figure.note)
    print(COLUMNS.format(figure.what, *cells), flush=True)


def main(argv: list[str] | None = None) -> int:
    args = parse(argv, "benchmarks/extraction.py", "Measure the speed of extraction", PARTS)
    machine = describe_machine(LIBRARIES)
    print(", ".join(f"{name} {value}" for name, value in machine.items()) + "\n")
    print(COLUMNS.format("ours to what", "ratio", "target", "", "middle half", "ours and the other"))
    figures, failed = [], False
    with tempfile.TemporaryDirectory() as folder:
        for part in args.parts or PARTS:
            try:
                for figure in PARTS[part](max(1, round(3 * args.effort)), Path(folder)):
                    print_row(figure)
                    figures.append(figure)
            except (subprocess.CalledProcessError, ImportError) as error:
                print(f"{part}: {error}", flush=True)
                failed = True
    print(f"\n{sum(figure.is_met for figure in figures)} of {len(figures)} targets met; load {os.getloadavg()[0]:.1f} at the end")
    if args.json:
        rows = [{**asdict(figure), "met": figure.is_met} for figure in figures]
        args.json.write_text(json.dumps({"machine": machine, "figures": rows}, indent=1) + "\n", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())

"""Writes docs/extraction/figures.md: how well claims are found in texts of our own, and the verdicts on the seed articles.

python docs/extraction/figures.py            writes the page
The annotated texts stand in tests/cases/extraction, the claims of the seed articles in data/raw/candidates; the page follows
from these, the rules and the record alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

import sco_timeline as sco
from sco_timeline.checking import with_verdicts
from sco_timeline.checking.times import read_published
from sco_timeline.descriptor import read_package
from sco_timeline.evaluating import evaluate, find_claims, read_gold
from sco_timeline.extracting import claims_to_frame
from sco_timeline.extracting.wording import in_short
from sco_timeline.reviewing.candidates import read_candidates, sources_with_candidates
from sco_timeline.storing import markdown_table

PAGE = Path(__file__).with_suffix(".md")
ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "tests" / "cases" / "extraction"
SETS = {
    "articles": "whole articles",
    "articles-2": "whole articles",
    "articles-3": "whole articles",
    "articles-4": "whole articles that say things in many ways",
    "articles-5": "whole articles",
    "articles-6": "whole articles in plain words",
    "passages": "passages as real pages put them",
    "retold-1": "pages retold, freely",
    "retold-2": "pages retold, freely",
    "retold-3": "pages retold",
    "retold-4": "pages retold",
    "retold-5": "pages retold",
    "retold-7": "pages retold, densely and in many ways",
    "retold-9": "pages retold, densely and in many ways",
    "sentences-1": "passages in many voices, first third",
    "sentences-2": "second third",
    "voices-1": "passages in many voices, as many ways of saying it",
    "blocks": "lists, tables, quizzes",
    "retold-6": "pages retold",
    "retold-8": "pages retold, densely and in many ways",
    "retold-10": "pages retold, densely and in many ways",
    "articles-7": "whole articles in plain words",
    "sentences-3": "passages in many voices, last third",
    "voices-2": "passages in many voices, as many ways of saying it",
    "constructions": "no construction twice",
    "lookalikes-1": "other organizations, other things abbreviated SCO, its clubs",
    "lookalikes-3": "the like, with the SCO in passing",
    "lookalikes-2": "the like",
}
"""The annotated sets: those in the folder `seen` were learned from, nobody who writes rules has looked at those in `unseen`."""
LOOKALIKES = "lookalikes"

_TOP = """# Figures of extraction

Made by `make pages`; a test keeps it current. Version {version}, record checked to {as_of}. What the figures mean, and what they do
not, stands in [extraction](../extraction.md).

## Texts of our own

Key: type, parties, value and polarity agree. Strict: date and stage too. Core are the first six types below. P precision, R recall.
"""
_SEEDS = """
## The seed articles

Every claim that was found in them, where (characters of the text), what `sco-timeline check` says of it, and what a curator
decided. The texts are not kept; their SHA-256 stands in `sources`.
"""

_SEED_HEAD = ("at", "claim", "verdict", "the record", "review")


def page() -> str:
    """Return the page as Markdown."""
    top = _TOP.format(version=sco.__version__, as_of=read_package().as_of)
    return "".join([top, *_own_texts(), _SEEDS, *_seeds()])


def _own_texts() -> Iterator[str]:
    """Yield a table over the sets, and one over the types of claim in those that are unseen."""
    golds = {name: read_gold(_file_of(name)) for name in SETS if not name.startswith(LOOKALIKES)}
    figures = {name: evaluate(gold, find_claims(gold)).figures for name, gold in golds.items()}
    head = ("set", "texts", "core key P", "core key R", "core strict P", "core strict R", "others key P", "others key R")
    rows: list[tuple[object, ...]] = []
    for name, frame in figures.items():
        cells = [_rates(frame, level, "all", group) for level, group in (("key", "core"), ("strict", "core"), ("key", "more"))]
        rows.append((_named(name), len(golds[name]), *(cell for pair in cells for cell in pair)))
    yield f"\n{markdown_table(head, rows)}"
    types = next(iter(figures.values())).query("by == 'type' and level == 'key'")
    unseen = {name: frame for name, frame in figures.items() if _is_unseen(name)}
    head = ("type of claim, key", *(f"{name} {rate}" for name in unseen for rate in "PR"))
    yield f"\n{markdown_table(head, [_by_type(unseen, *kind) for kind in zip(types['value'], types['types'], strict=True)])}"
    head = ("texts that say nothing of the SCO", "texts", "with a claim")
    yield f"\n{markdown_table(head, [_without_claims(name) for name in SETS if name.startswith(LOOKALIKES)])}"


def _file_of(name: str) -> Path:
    (file,) = TEXTS.glob(f"*/{name}.jsonl")
    return file


def _is_unseen(name: str) -> bool:
    return _file_of(name).parent.name == "unseen"


def _named(name: str) -> str:
    return f"{name}: {SETS[name]}, {'unseen' if _is_unseen(name) else 'learned from'}"


def _by_type(figures: dict[str, pd.DataFrame], kind: str, group: str) -> tuple[str, ...]:
    return kind, *(cell for frame in figures.values() for cell in _rates(frame, "key", kind, group))


def _without_claims(name: str) -> tuple[str, int, int]:
    gold = read_gold(_file_of(name))
    return _named(name), len(gold), len({claim["doc"] for claim in find_claims(gold)})


def _rates(frame: pd.DataFrame, level: str, value: str, group: str) -> tuple[str, str]:
    """Return precision and recall in percent."""
    (row,) = frame.query("by in ('all', 'type') and level == @level and value == @value and types == @group").to_dict("records")
    return f"{100 * row['precision']:.1f}", f"{100 * row['recall']:.1f}"


def _seeds() -> Iterator[str]:
    """Yield a section a seed article."""
    package = read_package(ROOT)
    published = sco.load("sources").set_index("source_id")["published"]
    for source in sources_with_candidates(package.raw_folder):
        candidates = read_candidates(package.raw_folder, source)
        judged = with_verdicts(claims_to_frame(candidates), read_published(published[source]))
        rows = []
        for claim, verdict in zip(candidates, judged.itertuples(), strict=True):
            review = ": ".join(filter(None, (claim["decision"], claim["reason"])))
            at = "–".join(map(str, claim["evidence"]))
            rows.append((at, f"{claim['type']}: {in_short(claim)}", verdict.verdict, verdict.says, review))
        yield f"\n### {source}\n\n{markdown_table(_SEED_HEAD, rows)}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

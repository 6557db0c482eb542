"""The page that shows all figures: docs/coverage.md."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from sco_timeline.covering.agreement import agreement, disagreements
from sco_timeline.covering.cells import cells, coverage, thin_cells
from sco_timeline.covering.draw import draw
from sco_timeline.descriptor import read_package
from sco_timeline.loading import shared
from sco_timeline.storing import markdown_table

_INTRODUCTION = """# Coverage, sources and reliability

Made by `sco-timeline coverage --format markdown`; a test keeps it current. Version {version}, record checked to {as_of}.
What is not known stands in [open questions](open-questions.md).
"""
_CELLS = """## Cells and their sources

A cell counts if its column takes evidence (`sco:evidence` in the descriptor). Two texts of one publisher are one
independent source, and so is a text with its reprints. What says less than the cell (a year for a day) counts for nothing, but a range
whose ends two sources give has both together as its one source. Official is a source of the organization, a state or a
treaty register that was read itself, not only as others quote it.

{total} cells are filled: {twice} have two independent sources or more ({twice_share}), {official} an official one
({official_share}), {once} one source only, {unsourced} none (all in columns in which a source is optional).
In the table, `filled` is the percentage of a table's evidence cells that hold a value (many can hold none: an act done at no summit has no
`summit_id`), and `oldest_check` the first day on which a source behind the table was read.
"""
_AGREEMENT = """## Second reading

A second reader who had not seen the values read cells again from sources: the disputed ones that take evidence, the dates of
`events` that decide a spell, and a sample drawn by `sco-timeline coverage --draw`. {read} of the {drawn} cells that this draw names in the
record of today have been read; {more} others were drawn from an earlier state of it. `percent` is the agreement on the cells of
which the reader found a value; a coarser or finer date agrees. `alpha` is Krippendorff's, nominal, the values of different columns being
different values, so that over many columns it comes close to the percentage; by column it shows where readers part.
The sample speaks for the record; the disputed cells are the hard ones.
"""
_THIN = """## Cells with fewer than two independent sources

By column; `sco-timeline coverage --thin` lists them as rows.
"""


def page() -> str:
    """Return the page as Markdown."""
    package = read_package()
    parts = [
        _INTRODUCTION.format(version=package.version, as_of=package.as_of),
        _CELLS.format(**_totals()),
        _table(coverage()),
        _AGREEMENT.format(**_readings_so_far()),
        _table(agreement("drawn")),
        _table(agreement()),
        _table(agreement("column")),
        "### Every disagreement\n",
        _table(disagreements()),
        _THIN,
        "\n".join(_thin_lines()) + "\n",
    ]
    return "\n".join(parts)


def _totals() -> dict[str, object]:
    found = cells()
    sources, official = found["sources"], int(found["official"].sum())
    twice = int((sources > 1).sum())
    return {
        "total": len(found),
        "twice": twice,
        "twice_share": f"{twice / len(found):.0%}",
        "official": official,
        "official_share": f"{official / len(found):.0%}",
        "once": int((sources == 1).sum()),
        "unsourced": int((sources == 0).sum()),
    }


def _readings_so_far() -> dict[str, int]:
    drawn = draw()
    read = int(drawn["read"].sum())
    return {"read": read, "drawn": len(drawn), "more": len(shared("readings")) - read}


def _thin_lines() -> Iterable[str]:
    for (table, field), part in thin_cells().groupby(["table", "field"], sort=False):
        rows = (f"{row.row_id}{' (no source)' if not row.sources else ''}" for row in part.itertuples())
        yield f"- `{table}.{field}` ({len(part)}): {', '.join(rows)}"


def _table(frame: pd.DataFrame) -> str:
    if frame.empty:
        return "None.\n"
    return markdown_table(frame.columns, (map(_cell, row) for row in frame.itertuples(index=False, name=None)))


def _cell(value: object) -> object:
    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    return f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else value
